"""What the applicant says of itself in the form, in sentences and in its papers, told with two values.

注册资本, 法定代表人, 统一社会信用代码, 注册地址: the form's against the licence's (营业执照：…注册资本贰仟万元整).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import isclose

from extractors.values.credit_code import normal_code
from extractors.values.person_names import is_name
from extractors.values.quantities import find_quantities
from pipeline.screening.amounts.money import yuan
from pipeline.screening.amounts.people_and_money import CAPITAL, Clash
from pipeline.screening.application.labels import canonical
from pipeline.screening.application.parts import narrow
from pipeline.screening.application.substance import is_placeholder, squeeze
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.causes import CODE_OF
from pipeline.screening.identity.shapes import wrong_code
from pipeline.screening.identity.subjects import is_anothers, is_anothers_field
from schemas.evidence import Evidence
from schemas.facts import FormField
from schemas.outline import Role

_LINK = r"(?:总?额|金额)?(?:[（(](?:人民币|[万亿]?元|[^（）()]{0,4}万元)[)）])?(?:人民币|[为是系即：:\s|｜]){0,4}"
_PEOPLE_END = (
    r"(?=同志|先生|女士|博士|教授|[^\u4e00-\u9fff]|身份|签|担任|任|为|系|是|长期|毕业|出生|从事|高度|牵头|主持|带[领队]"
    r"|亲自|$)"
)
_SUM = (
    r"(?P<said>(?:人民币|[¥￥])?\s?(?:\d[\d,，.]{0,16}|[零〇一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟]{1,12})\s?"
    r"(?:百|千|佰|仟)?[万萬亿億]?(?:[元圆圓]|(?=人民币|[，,；;。、）)\s]|$))(?!美|港|欧))"
)
# Another time than now, or no capital of its own: 成立时注册资本, 由1000万元增至, 拟增资, 注册资本500万元以上的企业
_WAS = re.compile(
    r"原|曾|实[缴收]$|时的?$|初始|初期|变更前|旧|由$|从$|拟|将|计划|当时|最初|起步|每|各|不低于|不少于|超过|以上|合计|19\d\d年|20\d\d年[^，。；]{0,8}$"
)
_IS_NOW = re.compile(r"现|目前|当前|截至|增至|变更[为至后]|增资后|后$|起$")
_BY = re.compile(r"(?:^|[^变更换])由$")  # 由法定代表人某某牵头
_THEN_CHANGED = re.compile(
    r"^[^，。；]{0,6}[，,]?[^。；]{0,14}(?:增至|增资|增加[到至]|变更[为至]|减资|减至|调整[为至]|以上|更名|接任|换为|改由)"
)
_CLAUSE = re.compile(r"[，,。；;\n、（(]")
_PLACES = frozenset({Role.COVER, Role.COMMITMENT, Role.PROOFS})
_ASIDE = frozenset({Role.INSTRUCTIONS})
_SMALL, _SURE = 0.005, 0.7
_BEFORE = _BEHIND = 24  # characters


@dataclass(frozen=True, slots=True)
class _Fact:
    """A thing that is told of the applicant: the form's label, how it is told elsewhere, when two values differ.

    ``changed``: words anywhere that explain two values (增资, 变更登记).
    """

    name: str
    told: re.Pattern[str]
    differ: Callable[[str, str], bool]
    changed: re.Pattern[str]
    label: re.Pattern[str] | None = None
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class _Said:
    words: str
    value: str
    evidence: Evidence | None
    in_form: bool
    label: str | None = None


def own_fact_clashes(case: Case) -> Iterator[Clash]:
    """For each fact the first place that tells another value than the form, or than the first place."""
    for fact in _FACTS:
        if fact.cause and case.submission.recognised:  # a scan may misread a code
            continue
        told, others = [*_in_form(case, fact)], set[str]()
        for one, anothers in _elsewhere(case, fact):
            if anothers:
                others.add(squeeze(one.value))
            else:
                told.append(one)
        said = [*told[:1], *(one for one in told[1:] if squeeze(one.value) not in others)]
        other = next((one for one in said[1:] if fact.differ(said[0].value, one.value)), None)
        if other is None or _explained(case, fact):
            continue
        where = "申报表" if said[0].in_form else "一处"
        name = said[0].label or fact.name
        text = (
            f"{name}前后不一致：{where}为“{said[0].words}”{page_of(said[0].evidence, '申报材料')}，"
            f"另一处为“{other.words}”{page_of(other.evidence, '申报材料')}，请核实。"
        )
        yield Clash(name, text, other.evidence, _SURE, f"{fact.cause}{other.value}" if fact.cause else None)


def _in_form(case: Case, fact: _Fact) -> Iterator[_Said]:
    """The form's one field of that name that is the applicant's own."""
    named = [field for field in case.submission.form_fields if _is_field(case, field, fact)]
    filled = [field for field in named if field.role is Role.FORM] or named  # a paper's lines are fields as well
    values = {squeeze(value_text(field)) for field in filled}
    if len(values) == 1:
        field, label = filled[0], filled[0].label or filled[0].name
        value = value_text(field).strip()
        money = yuan(value, label) if fact.name == CAPITAL else None
        own = squeeze(label) if fact.label is not None else None  # 单位地址
        said = f"{money:.0f}元" if money is not None else value
        yield _Said(value, said, field.value_evidence, in_form=True, label=own)


def _is_field(case: Case, field: FormField, fact: _Fact) -> bool:
    label = field.label or field.name
    named = fact.label.fullmatch(squeeze(label)) if fact.label is not None else canonical(label) == fact.name
    own = field.group is None and field.role is not Role.COMMITMENT
    return bool(named) and own and not is_placeholder(value_text(field)) and not is_anothers_field(case, field)


def _elsewhere(case: Case, fact: _Fact) -> Iterator[tuple[_Said, bool]]:
    """In sentences, lists of papers and the papers themselves, of no other time; and whether it is another body's.

    What is told of another body anywhere is not the applicant's where a paper leaves open whose it is.
    """
    for index, passage in enumerate(case.submission.passages):
        signed = fact.name == _LEGAL and passage.role is Role.COMMITMENT  # who signed: identity.persons
        for match in fact.told.finditer(passage.text) if passage.role not in _ASIDE and not signed else ():
            before = _CLAUSE.split(passage.text[max(0, match.start() - _BEFORE) : match.start()])[-1]
            behind = passage.text[match.end() : match.end() + _BEHIND]
            if fact.cause and passage.role not in _PLACES and wrong_code(match["said"]) is not None:
                continue  # told as it is written (identifier)
            before = _BY.sub("", before) if fact.name == _LEGAL else before
            then = _WAS.search(before) and not _IS_NOW.search(before + match.group())
            if then or _THEN_CHANGED.match(behind) or (fact.name == _LEGAL and not _is_person(match["said"])):
                continue
            words = match.group().strip()
            said = _Said(words, match["said"], narrow(passage.evidence, words), in_form=False)
            yield said, is_anothers(case, index, match.start(), certain=True)


def _explained(case: Case, fact: _Fact) -> bool:
    return any(fact.changed.search(passage.text) for passage in case.submission.passages)


def _sums_differ(one: str, other: str) -> bool:
    a, b = (_yuan(words) for words in (one, other))
    return a is not None and b is not None and not any(isclose(a * k, b, rel_tol=_SMALL) for k in (1, 1e4, 1e-4))


def _yuan(words: str) -> float | None:
    whole = words if re.search("[元圆圓]", words) else f"{words}元"
    said = [quantity for quantity in find_quantities(whole) if quantity.canonical[1] == "元"]
    return said[0].canonical[0] if len(said) == 1 else None


def _names_differ(one: str, other: str) -> bool:
    a, b = squeeze(re.sub(r"[（(].*", "", one)), squeeze(other)
    return _is_person(a) and is_name(b) and a not in b and b not in a


def _is_person(words: str) -> bool:
    """A name, and no label's other words: 法定代表人签字, 法定代表人身份证."""
    return is_name(words, labelled=True) and _NO_PERSON.search(words) is None


def _codes_differ(one: str, other: str) -> bool:
    """Of one sort of body: a company's begins with 9, an institution's with 1, an association's with 5."""
    a, b = (normal_code(squeeze(code)) for code in (one, other))
    return a != b and a[:1] == b[:1]


_NO_PERSON = re.compile(
    r"签[字名章署]|盖章|公章|印章|姓名|身份|证[件明书]|授权|委托|代理|电话|手机|职务|意见|承诺|声明|资格|信息|情况|变更|登记|本人|亲笔|同意|无变|基本|简历|年龄|性别|复印"
)
_STREET = re.compile(
    r"(?P<street>[\u4e00-\u9fff]{2,8}?(?:大道|路|街|巷|大街|道))(?:[\u4e00-\u9fff]{0,3}段)?\s?(?P<number>\d{1,5})\s?号"
)


_STREET_NAME = 3  # characters at its end: a town or a district may stand before it


def _places_differ(one: str, other: str) -> bool:
    """Two numbers of one street, or two streets; how far the rest of the place is told does not matter."""
    a, b = _STREET.search(one), _STREET.search(other)
    if a is None or b is None:
        return False
    return a["street"][-_STREET_NAME:] != b["street"][-_STREET_NAME:] or a["number"] != b["number"]


_LEGAL = "法定代表人"
_FACTS = (
    _Fact(
        CAPITAL,
        re.compile(rf"注册资(?:本金?|金)(?!变更|已|实缴){_LINK}{_SUM}"),
        _sums_differ,
        re.compile(
            r"增资[^。；]{0,30}(?:变更|换[发领]|办理|完成|登记|至)|(?:注册资[本金]|资本金)[^。；]{0,24}(?:由|从)[^。；]{0,30}(?:增|减|变)|换[发领][^。；]{0,6}(?:营业)?执照|变更登记"
        ),
    ),
    _Fact(
        _LEGAL,
        re.compile(
            r"(?:(?:法定代表人|法人代表)(?:姓名)?(?:[（(](?:负责人|签字|签章)[)）])?[为是系由：:\s|｜]{0,3}"
            r"|法定代表人身份证明(?:书)?[（(：:]|(?<=[（(，,；;])法人[：:])"
            rf"(?P<said>[\u4e00-\u9fff·]{{2,4}}?){_PEOPLE_END}"
        ),
        _names_differ,
        re.compile(
            r"(?:法定代表人|法人代表)[^。；]{0,16}(?:变更|更换|改选|换届|交接|接任|改由|卸任)|变更[^。；]{0,6}(?:法定代表人|法人代表)"
        ),
    ),
    _Fact(
        "统一社会信用代码",
        re.compile(
            r"(?:(?:统一)?(?:社会)?信用代码(?:证?号|证)?|营业执照(?:副本)?(?:复印件)?|法人证书|三证合一码)[\s：:（(为是号|｜]{0,4}"
            r"(?P<said>[0-9A-HJ-NP-RT-UW-Ya-z]{18})(?![0-9A-Za-z])"
        ),
        _codes_differ,
        re.compile(r"(?:代码|三证合一)[^。；]{0,10}(?:变更|换发|更换|旧)"),
        cause=CODE_OF,
    ),
    _Fact(
        "注册地址",
        re.compile(
            r"(?:注册地址|(?<!通讯)(?<!联系)(?<!经营)住所地?|注册地)(?:[（(][^（）()]{1,8}[)）])?[为是在：:于\s|｜]{1,3}(?P<said>[\u4e00-\u9fff\d（）()A-Za-z\-]{6,40})"
        ),
        _places_differ,
        re.compile(r"(?:迁|搬)[至到入往址]|地址变更|住所变更|变更[^。；]{0,4}(?:地址|住所)"),
        re.compile(
            r"(?:(?:申报|揭榜)?单位|企业|公司)?(?:(?:工商)?(?:注册|登记)(?:地址|地|住所)|法定住所|住所地?)|(?:申报|揭榜)?单位地址"
        ),
    ),
)
