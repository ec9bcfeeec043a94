"""Whether a condition of the notice (联合申报的, 申报方向2的, 企业申报的, 属于高新技术企业的) holds."""

import re

from extractors.text.marks import COUNT
from extractors.values.han_numerals import han_value
from pipeline.screening.application.substance import is_nothing, is_placeholder, squeeze
from pipeline.screening.case import Case, value_text
from pipeline.screening.conditions.applicants import meant_for
from pipeline.screening.conditions.kinds_applied import applies_for
from pipeline.screening.conditions.what_is_built import has_built
from schemas.outline import Role

_JOINT = re.compile(r"联合|合作|(?:参与|参加|协作|成员)(?:单位|方)")
_PARTNER = re.compile(
    r"^联合体(?:各?成员|组成)|^(?:主要)?(?:联合|合作|参与|成员|参加)(?:申报|揭榜|体|攻关)?(?:成员)?单位(?:名称)?"
)
# 无（独立揭榜）, 由我公司独立承担: no partner
_NOBODY = re.compile(
    r"(?:暂?无|没有|不涉及)(?=[（(，,。；])|(?:由?(?:我|本|申报|揭榜|牵头)[^，。；（(]{0,6})?(?:独立|单独)(?:揭榜|申报|申请|承担|完成|实施)"
)
_HOW = re.compile(r"(?:申报|揭榜|申请|报名)(?:形式|方式)")
_TOGETHER, _ALONE = re.compile(r"(?<![非不无未])联合"), re.compile(r"独立|单独|自行|独家|[非不无未]联合")
# 是否联合申报 | 否（独立申报）; 本项目由公司独立申报，不组成联合体
_WHETHER = re.compile(r"是否(?:为|属于)?联合(?:申报|揭榜|体)?(?:申报|揭榜)?")
_YES, _NO = ("是",), ("否", "不", "无", "独立", "单独")
_ALONE_IN_TEXT = re.compile(
    r"(?:本[项课次]\w?目?|本?公司|本?单位|我[公单]\w|由\w{2,12})[^。；，]{0,8}(?:独立|单独)(?:申报|揭榜|申请)"
    r"(?![^。；]{0,40}(?:[并还又或]|[与和同][^，。；]{1,30})联合)"
    r"|(?:独立|单独)(?:申报|揭榜)[^。；]{0,6}(?:不组?成?|没有|无|未)[^。；]{0,4}联合体"
)
_PROXY = re.compile(r"授权(?:代表|代理人|委托人)|(?:委托)?代理|被授权人|受托人")
# 方向1、方向3; 方向1至4; 事项2 of what a fund supports; not 方向一致.
_DIRECTIONS = re.compile(
    rf"(?:方向|(?<![\u4e00-\u9fff])事项)\s?(?P<numbers>{COUNT}(?:\s?[、和或及至到—–~～-]\s?(?:方向)?{COUNT}){{0,20}})(?![致般些样定切体直])"
)
_STRETCH = re.compile(rf"(?P<first>{COUNT})\s?[至到—–~～-]\s?(?:方向)?(?P<last>{COUNT})")
# 申报LJ-03榜单的: the printed code of a direction.
_CODE = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{1,6}[-—]?\d{1,4}(?:[-—]\d{1,3})?(?![A-Za-z0-9])")
_OF_DIRECTION = re.compile(r"榜单|方向|课题|任务|项目编号|榜题|题目")
_PERSONS = re.compile(r"(?:自然人)?团队|个人|自然人")
# Titles that an authority awards, and that an applicant names where it has them.
_TITLE = re.compile(
    r"高新技术企业|科技型中小企业|专精特新|小巨人|上市公司|瞪羚企业|独角兽企业|单项冠军|技术先进型服务企业"
)
_HAS = re.compile(r"(?:是|为|系|获评?|认定|入选|拥有|属于|评为|列入|通过|取得)[^，。；]{0,12}$")
# 拟申报高新技术企业, 为高新技术企业提供服务, 培育高新技术企业3家: not what the applicant is.
_NOT_OWN = re.compile(r"[不未非将]|(?<![模虚])拟|争取|计划|培育|带动|孵化|引进|申请|合作(?!社)|参与单位")
_OF_OTHERS = re.compile(r"(?:认定)?(?:的|提供|服务|需求|[\d一二三四五六七八九十百余多]+\s?[家户个])")
# 牵头单位为食品生产企业的: that it is a company does not say of which trade
_OF_A_TRADE = re.compile(r"(?:为|是|属于?)(?!企业|国有|民营|中小|大型|境内)[\u4e00-\u9fff]{2,8}(?:企业|公司)")
_ORGANISED = re.compile(r"类型|类别|性质|身份|主体")
_INVOLVES = re.compile(r"涉及(?P<what>[\u4e00-\u9fff]{4,12}?)(?:的|$)")
_CORE = 4  # characters of what is involved: 临床试验 of 人体临床试验
_BOXES = re.compile(r"[□☐☑☒■]")
_RULES = frozenset({Role.INSTRUCTIONS, Role.COMMITMENT})


def applies(case: Case, condition: str) -> bool | None:
    """True or False where the application says so, None where it does not."""
    if (numbers := _directions(condition)) is not None:
        chosen = case.chosen.number if case.chosen is not None else None
        return None if chosen is None else chosen in numbers
    if (code := _CODE.search(condition)) is not None and _OF_DIRECTION.search(condition):
        return _names_code(case, code.group())
    if _PERSONS.fullmatch(condition) or condition == "单位":
        organised = _is_organisation(case)
        return None if organised is None else organised is (condition == "单位")
    if (title := _TITLE.search(condition)) is not None:
        return _has_title(case, title.group())
    if (kinds := meant_for(condition.rstrip("的时") + "的，")) is not None:
        kind = case.submission.applicant.kind
        if kind in (None, "other"):
            return None
        return None if kind in kinds and _OF_A_TRADE.search(condition) else kind in kinds
    if (kind_applied := applies_for(case, condition)) is not None:
        return kind_applied
    if _JOINT.search(condition):
        return _joint(case)
    if (involved := _INVOLVES.search(condition)) is not None:
        return _involves(case, involved["what"][-_CORE:])
    return True if has_built(case, condition) or _by_proxy(case, condition) else None


def _involves(case: Case, what: str) -> bool | None:
    """涉及人体临床试验的: the application says that it does some (开展多中心临床试验), or that it has none (不涉及)."""
    if re.search(rf"(?:不涉及|不开展|不包含|无需?)[^，。；]{{0,8}}{re.escape(what)}", case.words):
        return False
    does = rf"(?:开展|进行|实施|完成|启动)(?!前)[^，。；]{{0,10}}{re.escape(what)}"
    if re.search(does, case.words):
        return True
    thing, work = re.escape(what[:2]), re.escape(what[2:])  # 在遗址本体上验证，试验直接在…进行 of 文物本体试验
    there = rf"在[^，。；]{{0,24}}{thing}[上内中]?(?:开展|进行|实施|验证|测试|{work})[^。；]{{0,24}}"
    return True if any(what[2:] in said.group() for said in re.finditer(there, case.words)) else None


def names_direction(condition: str) -> bool:
    """The condition is on the direction by its number (方向1的)."""
    return _directions(condition) is not None


def _directions(condition: str) -> set[int] | None:
    """The numbers in 申报方向1、方向3的, None where no direction is named."""
    match = _DIRECTIONS.search(condition)
    if match is None:
        return None
    numbers = {_number(word) for word in re.findall(COUNT, match["numbers"])}
    for stretch in _STRETCH.finditer(match["numbers"]):
        numbers.update(range(_number(stretch["first"]), _number(stretch["last"]) + 1))
    return numbers


def _number(word: str) -> int:
    return int(han_value(word) or 0)


def _is_organisation(case: Case) -> bool | None:
    """By the kind that the applicant's name shows; a team of persons says so in its form (主体类型：自然人团队)."""
    if case.submission.applicant.kind not in (None, "other"):
        return True
    kinds = (field for field in case.submission.form_fields if _ORGANISED.search(field.label or field.name))
    return False if any(_PERSONS.search(value_text(field)) for field in kinds) else None


def _names_code(case: Case, code: str) -> bool | None:
    """Whether the fields that name the direction have this code; None where they have none."""
    said = [value_text(f) for f in case.submission.form_fields if _OF_DIRECTION.search(f.label or f.name)]
    codes = {_plain(found) for value in said for found in _CODE.findall(value)}
    return _plain(code) in codes if codes else None


def _plain(code: str) -> str:
    """lj—3 as LJ3, LJ-03 too."""
    return re.sub(r"[-—]|(?<!\d)0+(?=\d)", "", code.upper())


def _has_title(case: Case, title: str) -> bool | None:
    """The form says whether the applicant is 高新技术企业, or its text does; printed boxes say nothing."""
    for field in case.submission.form_fields:
        label, value = squeeze(field.label or field.name), squeeze(value_text(field))
        several = len(_TITLE.findall(label)) > 1
        if title in label and value and not several and not is_placeholder(value) and not _BOXES.search(value):
            return not (is_nothing(value) or value.startswith(("否", "不")))
    passages = (passage.text for passage in case.submission.passages if passage.role not in _RULES)
    return True if any(_says(text, title) for text in passages if title in text) else None


def _says(text: str, title: str) -> bool:
    """获评国家高新技术企业, in a clause of its own that speaks of the applicant as it is."""
    for clause in re.split(r"[，。；\n]", text):
        before, named, behind = clause.partition(title)
        if named and _HAS.search(before) and not _NOT_OWN.search(before) and not _OF_OTHERS.match(behind):
            return True
    return False


def _joint(case: Case) -> bool | None:
    """Whether there is a partner: the form names one, says that there is none (无), or how it applies (联合申报).

    None where it says nothing.
    """
    said = [value_text(f) for f in case.submission.form_fields if _PARTNER.search(f.label or f.name)]
    answers = [value for value in said if value and not is_placeholder(value)]
    if answers:
        return any(not (is_nothing(value) or _NOBODY.match(squeeze(value))) for value in answers)
    asked = (value_text(f).strip() for f in case.submission.form_fields if _WHETHER.fullmatch(f.label or f.name))
    if (yes_or_no := next((value for value in asked if value.startswith(_YES + _NO)), None)) is not None:
        return yes_or_no.startswith(_YES)
    how = "".join(value_text(f) for f in case.submission.form_fields if _HOW.fullmatch(f.label or f.name))
    joint, alone = _TOGETHER.search(how) is not None, _ALONE.search(how) is not None
    if joint != alone:
        return joint
    return (
        False if any(_ALONE_IN_TEXT.search(p.text) for p in case.submission.passages if p.role not in _RULES) else None
    )


def _by_proxy(case: Case, condition: str) -> bool:
    """A proxy signs, and 由授权代表签字的 asks for his warrant."""
    signatures = [seal for seal in case.submission.seals if seal.kind == "signature" and _PROXY.search(seal.name)]
    return _PROXY.search(condition) is not None and any(seal.filled for seal in signatures)
