"""Who applies, with what, since when, and whom to ask (申报单位、项目名称、申报日期、联系人)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractors.forms.labels.dates import full_date, last_date
from extractors.forms.labels.words import is_group_label, is_person_label, label_core
from extractors.values.organisations import kind_of
from extractors.values.phones import find_phones
from schemas.evidence import Evidence
from schemas.facts import Contact, FormField, Passage, SealPlace
from schemas.outline import Role
from schemas.submission import Applicant

# Labels by what they ask for, most certain first; compared with the label's core.
_NAME = (
    # 牵头单位单位名称: the group's name and the row's in one cell
    re.compile(
        r"(?:(?:申报|申请|揭榜|牵头|承担|参赛)(?:单位|企业|主体)?)?(?:单位|企业|公司|机构|主体)(?:名称|全称)|全称"
    ),
    re.compile(
        r"(?:揭榜|申报|申请|牵头|承担|参赛|主申报|应榜|接榜|承榜|应征|竞榜|投榜|夺榜|应标|承揽)(?:单位|企业|主体|机构|方)(?:全称|名称)?"
    ),
    re.compile(r"企业|公司|单位|依托单位"),
)
_NAME_AND_CODE = re.compile(rf"(?:{_NAME[0].pattern})(?:及其?|和|与|、|/)(?:统一)?(?:社会)?信用代码")  # in one row
_CODE_INSIDE = re.compile(r"(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Za-z])")
_CODE_LABEL = re.compile(r"[（(，,；;\s]{0,6}(?:统一)?(?:社会)?信用代码[:：为]?\s{0,6}$")
_CODE = (re.compile(r".*(?:信用代码|三证合一码|机构代码|(?:单位|企业)代码).*"), re.compile(r"纳税人识别号|税号"))
_ADDRESS = (
    re.compile(
        r"(?:申报|申请|揭榜|牵头)?(?:单位|企业|公司)(?:注册|办公|通讯|所在|详细)?(?:地址|住所|地点)|(?:企业|单位)?住所|(?:单位|企业|公司|登记)?注册地(?:址|点)?"
    ),
    re.compile(r"(?:办公|经营|联系|详细|通讯|通信)?地址|所在地"),
)
_LEGAL = (
    re.compile(
        r"(?:单位|企业|公司)?法定代表人(?:姓名)?(?:及[\u4e00-\u9fff]{2,4})?|法人代表(?:姓名)?|法人(?:姓名)?|法定代表人或负责人"
    ),
)
_PROJECT = (
    re.compile(r"(?:揭榜|申报|参赛)?(?:内容|项目|产品|成果|作品|课题)名称"),
    re.compile(r"(?:揭榜)?任务名称|揭榜产品|题目名称|技术名称"),
)
# 海岚公司［公章］, 海岚公司（加盖单位公章）〔公章〕, 海岚公司（盖章：海岚公司公章）, 海岚公司（加盖公章：海岚公司）
_PRINT = re.compile(
    r"(?:\s*[［【〔\[（(](?:[^［］【】〔〕\[\]（）()]{0,30}(?:公章|印章|盖章)|(?:加盖)?(?:单位)?(?:公章|盖章|印章)[:：][^［］【】〔〕\[\]（）()]{0,30})[］】〕\]）)]){1,3}\s*$"
)
# 海岚公司（牵头）: what it is in the consortium
_LEADS = re.compile(r"(?<=[\u4e00-\u9fff])\s*[（(](?:联合体)?(?:牵头|主申报|主承担)(?:单位|方|人)?[)）]\s*$")
# 网上填报提交时间 is when it was handed in; 网上填报时间, as a call has it, is a window
_ONLINE = r"(?:(?:网上|在线|线上|网络|系统|平台)(?=(?:填报|申报|申请)?(?:提交|递交|报送)))?"
_FILING = rf"{_ONLINE}(?:申报|填报|填表|申请|提交|递交|报送|填写|报名|揭榜|应榜|接榜|应征){{1,2}}(?:日期|时间)"
# 填表日期及盖章
_FILED = re.compile(rf"{_FILING}(?:(?:及|和|与|、)(?:单位)?(?:盖章|签章|公章|签字|签名))?")
# 编制日期, 定稿时间: when it was drawn up, where nothing says when it was handed in
_DRAWN_UP = re.compile(r"(?:方案书?|申报材料|文件|材料)?(?:编制|编写|编报|定稿|成稿)(?:日期|时间)")
_DATED = re.compile(r"日期")
# 同意申报。法定代表人（签字）：某某 填报日期：2026年5月9日, in the cell of an opinion
_FILED_INSIDE = re.compile(rf"{_FILING}\s*[:：]\s*(?P<date>[^\n。；;]{{6,24}})")
_FILED_LINE = re.compile(
    rf"^[ \t\u3000]*(?:{_FILING}|{_DRAWN_UP.pattern})\s*[:：；]\s*(?P<date>\S[^\n。；;]{{5,23}})$", re.M
)
_ASIDE = frozenset({Role.COMMITMENT, Role.PROOFS, Role.INSTRUCTIONS})
# What the applicant itself says and signs in its form; not 推荐单位意见
_OWN_WORD = re.compile(
    r"(?:(?:申报|申请|揭榜|应榜|牵头|承担|依托|所在|参赛|本|我)?(?:单位|企业|公司|机构|主体|方|人)|(?:项目|课题|任务|揭榜)?负责人)"
    r"(?:盖章|签章|签字)?意见"
    r"|(?!.*(?:推荐|主管|审核|审查|评审|专家|部门|合作|参与|参加|联合|协作|归口|管理|[局厅委办])).*(?:承诺|声明)"
)

_OWN_GROUP = re.compile(
    r"(?:牵头|申报|申请|揭榜|承担|主申报|依托|参赛)?(?:单位|企业|公司|主体|机构|(?<=[榜报请])方)(?:基本)?(?:情况|信息|概况)?|基本(?:情况|信息|概况)"
)

_PERSON = re.compile(r"(?:姓名|名字)$")
_PHONE = re.compile(r"电话|手机|座机|联系方式|移动")
_MAIL = re.compile(r"邮箱|信箱|邮件|电邮|e-?mail", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\+?86[-\s]?)?(?:\(?0\d{2,3}\)?[-—–\s]?)?\d{6,11}(?:\s?(?:转|-|—)\s?\d{1,5})?")
_ADDRESS_OF_MAIL = re.compile(r"[^\s、，,；;/（）()\u4e00-\u9fff]*@[^\s、，,；;/（）()\u4e00-\u9fff]*")
_WITHOUT_AT = re.compile(r"^[A-Za-z0-9_#+\-]+(?:\.[A-Za-z0-9_#+\-]+)+$")  # someone.example.com, as printed
# Labels whose value begins with a name: 姓名, 联系人, 联系人及电话; not 联系人电话.
_NAMED = re.compile(
    r"(?:姓名|名字|人|首席|专家|科学家|人才|教师|老师|队长|代表|经理)(?:(?:及|和|与)?联系方式|(?:及|和|与)[\u4e00-\u9fff]+)?$"
)
# What ends a name in a value: 某某（教授），电话 …, 某某 手机1….
_NAME_END = re.compile(r"[\s、，,；;/（(\d]|(?:联系)?(?:电话|手机|邮箱|方式)")
_NOTHING = frozenset({"无", "/", "-", "—", "暂无", "没有"})


@dataclass(slots=True)
class _Person:
    role: str
    name: str | None = None
    phones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)


def find_applicant(fields: Sequence[FormField], seals: Sequence[SealPlace] = ()) -> Applicant:
    """The applicant's name, code, address and legal representative; None where the form leaves them empty.

    Where no field asks for the legal representative, it is who signed the letter of commitment as such.
    """
    name = _first(fields, _NAME)
    code, address, legal = _first(fields, _CODE), _first(fields, _ADDRESS), _first(fields, _LEGAL)
    both = _first(fields, (_NAME_AND_CODE,)) if name is None else None
    anchor = next((f for f in (name, both, code, legal, address) if f is not None), None)
    called = _LEADS.sub("", _PRINT.sub("", _text(name) or "")) or _named_beside_code(both)
    return Applicant(
        name=called,
        kind=kind_of(called),
        credit_code=_compact(code),
        address=_text(address),
        legal_representative=_name(legal) or (None if _asked(fields, _LEGAL) else _signatory(seals)),
        evidence=anchor.value_evidence if anchor else None,
    )


def _named_beside_code(both: FormField | None) -> str | None:
    """海州仪器有限公司，9142…: the name in a field that asks for name and code."""
    value = _text(both) or ""
    code = _CODE_INSIDE.search(value)
    return _CODE_LABEL.sub("", value[: code.start()]).strip(" ，,；;、/（(") or None if code is not None else None


def find_project(fields: Sequence[FormField]) -> str | None:
    """The project's name in the form, else None."""
    return _text(_first(fields, _PROJECT))


def find_filed_on(fields: Sequence[FormField]) -> str | None:
    """The date of filing as an ISO date; None where it is blank or not a full date."""
    inside = (date for one in fields if (words := filed_inside(one)) is not None and (date := full_date(words)))
    return _dated(fields, _FILED) or next(inside, None) or _dated(fields, _DRAWN_UP) or _dated(fields, _DATED)


def filed_in_line(passages: Iterable[Passage]) -> tuple[str, Passage] | None:
    """填报日期：2026年5月9日 in a line of its own, outside of form, letter and proofs: the words, and where."""
    for passage in passages:
        match = _FILED_LINE.search(passage.text) if passage.role not in _ASIDE else None
        if match is not None and full_date(match["date"]) is not None:
            return match["date"], passage
    return None


def signed_on(fields: Sequence[FormField]) -> str | None:
    """The date under what the applicant declares in its form (真实性承诺, 单位意见): for who dated nothing else."""
    return next((date for one in fields if (words := signed_inside(one)) and (date := full_date(words))), None)


def signed_inside(one: FormField) -> str | None:
    """The date that ends the applicant's declaration, as it is printed; None for another field, or without one."""
    if not isinstance(one.value, str) or not _OWN_WORD.fullmatch(label_core(one.label)):
        return None
    dated = last_date(one.value)
    return one.value[dated[0] : dated[1]] if dated is not None and not one.value[dated[1] :].strip() else None


def filed_inside(one: FormField) -> str | None:
    """填报日期：2026年5月9日 inside the answer of another field (an opinion, a declaration); None where it has none."""
    match = _FILED_INSIDE.search(one.value) if isinstance(one.value, str) else None
    return match.group() if match is not None and full_date(match["date"]) is not None else None


def _dated(fields: Sequence[FormField], label: re.Pattern[str]) -> str | None:
    values = (one.value for one in fields if label.fullmatch(label_core(one.label)) and isinstance(one.value, str))
    return next((date for value in values if (date := full_date(value)) is not None), None)


def find_people(fields: Iterable[FormField]) -> list[Contact]:
    """The people of the form with their telephones (no fax) and mail addresses, one record a person."""
    people: dict[str, _Person] = {}
    current: str | None = None
    for one in fields:
        if one.role not in (Role.FORM, Role.COVER, Role.OTHER, Role.TASK_BOOK, Role.BODY):
            continue
        key = one.group if one.group and is_person_label(one.group) else _role_of(one.label)
        if key is not None:
            current = key
        elif not _is_part(one.label):
            continue
        if current is not None:
            current = _same_person(people, current, one)
            _take(people.setdefault(current, _Person(current)), one)
    return [_contact(p) for p in people.values() if p.phones or p.emails or (p.name and "法" not in p.role)]


def _same_person(people: dict[str, _Person], key: str, one: FormField) -> str:
    """负责人电话 behind 项目负责人: the person known so far whose label ends with this one's, where only one does."""
    if key in people or one.group is not None or _NAMED.search(label_core(one.label)):
        return key
    longer = [known for known in people if known.endswith(key)]
    return longer[0] if len(longer) == 1 else key


def _role_of(label: str) -> str | None:
    """联系人 in 联系人, 联系人姓名 and 联系人电话; None for a label of something else."""
    core = label_core(label)
    for part in (
        "姓名",
        "电话",
        "手机",
        "邮箱",
        "电子邮箱",
        "联系电话",
        "手机号码",
        "及电话",
        "及手机",
        "及手机号",
        "及手机号码",
        "和电话",
        "和联系方式",
        "及联系方式",
        "及联系电话",
        "联系方式",
    ):
        if core.endswith(part) and is_group_label(core.removesuffix(part)):
            return core.removesuffix(part)
    return core if is_group_label(core) and not core.endswith("单位") else None


def _is_part(label: str) -> bool:
    return (_PHONE.search(label) or _MAIL.search(label)) is not None and "传真" not in label


def _take(person: _Person, one: FormField) -> None:
    value = one.value if isinstance(one.value, str) else None
    if value is None or value in _NOTHING or one.value_evidence is None:
        return
    core = label_core(one.label)
    if "传真" in core or not (_role_of(one.label) or _is_part(core) or _PERSON.search(core)):
        return
    if _MAIL.search(core) or "@" in value:
        person.emails += _ADDRESS_OF_MAIL.findall(value) or _WITHOUT_AT.findall(value)
    if not _MAIL.search(core) or _PHONE.search(core):
        person.phones += _numbers(_ADDRESS_OF_MAIL.sub(" ", value))
    if person.name is None and _NAMED.search(core):
        person.name = _NAME_END.split(value)[0] or None
    person.evidence.append(one.value_evidence)


def _numbers(value: str) -> list[str]:
    """The telephone numbers as printed; where none is well formed, whatever has the length of one."""
    found = [value[one.start : one.end] for one in find_phones(value)]
    return found or [match.group().strip() for match in _NUMBER.finditer(value)]


def _contact(person: _Person) -> Contact:
    return Contact(
        person=person.name,
        role=person.role,
        phones=tuple(dict.fromkeys(person.phones)),
        emails=tuple(dict.fromkeys(person.emails)),
        evidence=person.evidence[0],
    )


def asks_for(fields: Sequence[FormField], part: str) -> bool:
    """Whether a field of the form asks for this part of the applicant (its attribute's name), filled or not."""
    patterns = {"credit_code": _CODE, "address": _ADDRESS, "legal_representative": _LEGAL}[part]
    return _asked(fields, patterns)


def _asked(fields: Sequence[FormField], patterns: Sequence[re.Pattern[str]]) -> bool:
    return any(p.fullmatch(label_core(one.label)) for p in patterns for one in fields)


def _signatory(seals: Sequence[SealPlace]) -> str | None:
    """The name at 法定代表人（签字）."""
    signed = (s.content for s in seals if s.kind == "signature" and re.search(r"法定代表人|法人代表", s.name))
    return next((name for name in signed if name), None)


def _first(fields: Sequence[FormField], patterns: Sequence[re.Pattern[str]]) -> FormField | None:
    """The first filled field whose label is of this kind; the form's own before the cover's."""
    ordered = sorted(fields, key=lambda one: one.role is Role.COVER)
    for pattern in patterns:
        for one in ordered:
            label = label_core(one.label)
            names = (label, label_core(one.name))
            if one.value and _is_own(one) and any(pattern.fullmatch(name) for name in names):
                return one
    return None


def _is_own(one: FormField) -> bool:
    """The applicant's own field: not a partner's, not the recommender's, not a person's."""
    if label_core(one.label).startswith("推荐"):
        return False
    return one.group is None or _OWN_GROUP.fullmatch(label_core(one.group)) is not None


def _text(one: FormField | None) -> str | None:
    return one.value if one is not None and isinstance(one.value, str) and one.value not in _NOTHING else None


def _name(one: FormField | None) -> str | None:
    """法定代表人姓名及电话 | 某某 0571-00000000: the name alone."""
    words = _text(one)
    return re.split(r"[，,；;/（(\d]", words)[0].strip() or None if words else None


def _compact(one: FormField | None) -> str | None:
    value = re.sub(r"\s+", "", _text(one) or "")
    inside = _CODE_INSIDE.search(value)  # 海州仪器有限公司，9142…
    return inside.group() if inside is not None else value or None
