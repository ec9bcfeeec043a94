"""Since when an applicant exists, and how old a person is: dates in the form against conditions of the notice."""

import re
from calendar import monthrange
from datetime import date, timedelta

from extractors.values.han_numerals import han_value
from pipeline.screening.application.labels import plain
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, value_text
from pipeline.screening.dates import last_day, years_before
from schemas.evidence import Evidence
from schemas.facts import FormField

_DATE = r"(?P<year>(?:19|20)\d\d)\s*年\s*(?:(?P<month>\d{1,2})\s*月\s*)?(?:(?P<day>\d{1,2})\s*日)?"
_INCLUDED = r"\s*(?:[（(]含(?:当日|本日)?[)）])?"  # 2025年1月31日（含）之前
# 2023年12月31日前在某市登记注册; 注册时间须在2024年6月30日之前; 成立于2016年之前.
_BY = (
    re.compile(_DATE + _INCLUDED + r"(?:以前|之前|前)[^，。；]{0,20}(?:注册|成立|设立|登记)"),
    re.compile(r"(?:注册|成立|设立|登记)(?:时间|日期)?[^，。；\d]{0,6}" + _DATE + _INCLUDED + r"(?:以前|之前|前)"),
    re.compile(r"(?:注册|成立|设立|登记)(?:时间|日期)?[^，。；\d]{0,4}(?:不晚于|不迟于)\s*" + _DATE),
)
_EARLIER = re.compile(
    r"(?:注册|成立|设立|登记)(?:时间|日期)?[^，。；\d不]{0,4}(?:早于|先于)\s*" + _DATE
)  # the day itself is late; not 不早于
# 注册满2年, 成立时间不少于3年, 成立1年以上, 登记满两年; not 登记证书有效期不少于3年.
_YEARS = re.compile(
    r"(?:注册|成立|设立)(?:时间|年限)?[^，。；\d]{0,6}(?:满|不少于|超过|不低于|达到)?\s*(?P<years>\d+|[一二两三四五])\s*年(?:以上)?(?!\d)"
    r"|登记(?:注册)?(?:时间|年限)?(?:已|须|应|应当|至少|均)*(?:满|不少于|超过|不低于|达到?)\s*(?P<full>\d+|[一二两三四五])\s*个?(?:整|周)?年"
)
# 截至2026年4月17日登记满两年: the day on which the years are counted
_AS_OF = re.compile(
    rf"(?:截至|截止到?|计算至|算至|(?:^|(?<=[，。；]))[至到])\s*{_DATE}[^。；]{{0,30}}?(?=注册|成立|设立|登记)"
)
_FOUNDED = re.compile(r"(?:单位|企业|公司)?(?:成立|注册|设立|登记)(?:时间|日期|年月|年份)")
# 登记机关与成立日期, 注册地及注册时间: the day stands beside another answer
_WITH_FOUNDED = re.compile(
    rf"(?:注册|登记|批准|审批)(?:地点?|地址|机关|单位|资本)[及与和、/]{_FOUNDED.pattern}"
    rf"|{_FOUNDED.pattern}[及与和、/](?:注册|登记|批准|审批)?(?:地点?|地址|机关|单位|资本)"
)
_BORN = re.compile(r"(?:.{0,6}负责人|申报人|申请人|主持人|带头人|首席\w{2,4})?出生(?:年月日?|日期|时间)?")
_FROM = _DATE + _INCLUDED
# 1969年1月1日以后出生, 1985年1月1日（含）后出生; 出生日期在1969年1月1日（含）以后, 出生日期不早于1969年1月1日.
_AFTER = (
    re.compile(rf"{_FROM}(?:及)?(?:以后|之后|后)\s*出生"),
    re.compile(rf"出生(?:日期|时间|年月)[^，。；\d不]{{0,6}}{_FROM}(?:及)?(?:以后|之后|后)"),
    re.compile(rf"出生(?:日期|时间|年月)[^，。；\d]{{0,4}}不(?:得|应)?早于\s*{_FROM}"),
)
# 成立于2018年3月, 2019年8月6日在某市注册; 项目负责人某某，男，1979年4月生. Not 成立研发中心, 2021年成立子公司.
_FOUNDED_IN = re.compile(
    rf"(?:成立|注册|创[建立办]|设立|组建)于\s*{_DATE}"
    rf"|于\s*{_DATE.replace('<', '<x')}[^，。；]{{0,20}}(?:注册|成立|登记|设立)(?:成立)?(?=[，。；、]|$)"
)
# 海岚公司，成立日期2018年3月6日: a label in the running text; 海岚公司，2018年3月登记
_FOUNDED_AT = re.compile(
    rf"(?:成立|注册|设立|登记)(?:日期|时间|年月)\s*[:：为是于]?\s*{_DATE}"
    rf"|{_DATE.replace('<', '<x')}(?:成立|登记(?:成立|注册|设立)?|设立|注册(?:成立)?)(?=[，。；、,）)]|$)"
)
_BODY = re.compile(r"公司|集团|大学|学院|研究院|研究所|合作社|中心|医院|协会")
_BORN_IN = re.compile(
    r"(?P<year>19\d\d)\s*年\s*(?:(?P<month>\d{1,2})\s*月\s*)?(?:(?P<day>\d{1,2})\s*日)?\s*(?:出生|生)(?=[，。；、）)]|$)"
)
# 项目负责人姓名某某；出生年月1966年9月, cells that hold their labels: a row of the leader's
_BORN_IN_ROW = re.compile(
    r"(?:项目|揭榜|课题|任务)?负责人(?:姓名)?[:：；\s]{0,3}(?:(?!联系|成员|负责人)[^。\n]){1,40}?"
    r"出生(?:年月日?|日期|时间)\s*[:：；]?\s*(?P<said>"
    r"(?P<year>19\d\d)\s*[年./-]\s*(?:(?P<month>\d{1,2})\s*[月./-]?\s*)?(?:(?P<day>\d{1,2})\s*日?)?)(?!\d)"
)
_ANOTHER = re.compile(r"子公司|分公司|旗下|合作|联合|参与|实验室|研发中心|团队|部门")
_LEADER = re.compile(r"负责人|带头人|主持人")
_OF_LEADER = re.compile(
    r"(?:项目|揭榜|课题|任务|攻关)?(?:总|技术)?(?:负责人|带头人|主持人)(?:姓名|情况|信息|简况|基本(?:情况|信息))?"
)
_VALUE = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*[年./-]?\s*(?:(?P<month>\d{1,2})\s*[月./-]?\s*)?(?:(?P<day>\d{1,2})\s*日?)?"
)


def required_by(condition: str, closing: date | None) -> date | None:
    """The last day on which the applicant may have been founded; None where the condition names none."""
    for pattern in _BY:
        match = pattern.search(condition)
        if match is not None:
            return _last(match)
    earlier = _EARLIER.search(condition)
    if earlier is not None and (day := _last(earlier)) is not None:
        return day - timedelta(days=1)
    match, as_of = _YEARS.search(condition), _AS_OF.search(condition)
    counted = (_last(as_of) if as_of is not None else None) or closing
    if match is None or counted is None:
        return None
    return years_before(counted, int(han_value(match["years"] or match["full"]) or 0))


def founded(case: Case) -> tuple[date, str, Evidence | None] | None:
    """The applicant's founding in the form, else in its own words: its last possible day, the words, the evidence."""
    fields = case.submission.form_fields
    in_form = next((found for f in fields if (found := _dated(f, _FOUNDED) or _dated_beside(f))), None)
    return (
        in_form or _told(case, _FOUNDED_IN, _applicant(case)) or _told(case, _FOUNDED_AT, _applicant(case), alone=True)
    )


def born(case: Case) -> tuple[date, str, Evidence | None] | None:
    """The leader's birth in the form: its last possible day, the words, the evidence."""
    fields = (f for f in case.submission.form_fields if "联系" not in (f.group or ""))
    in_form = next((found for field in fields if (found := _dated(field, _BORN))), None)
    return in_form or _born_inside(case) or _told(case, _BORN_IN, _LEADER) or _in_row(case)


def _born_inside(case: Case) -> tuple[date, str, Evidence | None] | None:
    """项目负责人 | 某某，男，1964年3月12日出生，研究员: the field names the leader with the birth."""
    for field in case.submission.form_fields:
        match = _BORN_IN.search(value_text(field)) if _OF_LEADER.fullmatch(plain(field.label or field.name)) else None
        day = _last(match) if match is not None else None
        if match is not None and day is not None:
            at = field.value_evidence
            return day, match.group(), at and narrow(at, match.group())
    return None


def _in_row(case: Case) -> tuple[date, str, Evidence | None] | None:
    for passage in case.submission.passages:
        match = _BORN_IN_ROW.search(passage.text)
        day = _last(match) if match is not None else None
        if match is not None and day is not None:
            return day, match["said"], narrow(passage.evidence, match["said"])
    return None


def _applicant(case: Case) -> re.Pattern[str]:
    """What the sentence on the applicant begins with: its name, 公司, 我单位."""
    name = re.escape(case.submission.applicant.name or "本单位")
    return re.compile(rf"{name}|^(?:本|我)?(?:公司|集团|单位|企业|院|校|所|学院|研究院)")


def _told(
    case: Case, pattern: re.Pattern[str], subject: re.Pattern[str], *, alone: bool = False
) -> tuple[date, str, Evidence | None] | None:
    """A date in a sentence on the subject: its last possible day, the words, the evidence.

    ``alone``: no other body is named between the two.
    """
    for passage in case.submission.passages:
        for sentence in re.split(r"[。；\n]", passage.text):
            match = pattern.search(sentence)
            lead = sentence[: match.start()] if match is not None else ""
            named = subject.search(lead.strip())
            own = named is not None and not (alone and _BODY.search(lead.strip(), named.end()))
            other = _ANOTHER.search(lead.replace(case.submission.applicant.name or "\n", ""))  # 海岚联合装备有限公司
            day = _last(match) if match is not None and own and other is None else None
            if match is not None and day is not None:
                return day, match.group(), narrow(passage.evidence, match.group())
    return None


def born_after(condition: str) -> date | None:
    """The first day on which the leader may be born; None where the condition names none."""
    match = next((found for pattern in _AFTER if (found := pattern.search(condition)) is not None), None)
    if match is None:
        return None
    year, month, day = (int(match.group(name) or 1) for name in ("year", "month", "day"))
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None


def age(case: Case, closing: date) -> tuple[int, Evidence | None] | None:
    """The leader's age in years on the closing day, from a field with the date of birth."""
    found = born(case)
    if found is None:
        return None
    day = found[0]
    return closing.year - day.year - ((closing.month, closing.day) < (day.month, day.day)), found[2]


def closing_day(case: Case) -> date | None:
    """The day on which conditions are looked at: the closing, else the filing, else the notice's own date."""
    closes = [d.on for d in case.notice.deadlines if d.kind in ("application_closes", "materials_due") and d.on]
    known = [*closes, case.submission.filed_on, case.notice.issued_on]
    return next((day for on in known if on and (day := last_day(on))), None)


def _dated(field: FormField, label: re.Pattern[str]) -> tuple[date, str, Evidence | None] | None:
    if not label.fullmatch(plain(field.label or field.name)):
        return None
    match = _VALUE.match(value_text(field).strip())
    day = _last(match) if match is not None else None
    return (day, value_text(field).strip(), field.value_evidence) if day is not None else None


def _dated_beside(field: FormField) -> tuple[date, str, Evidence | None] | None:
    """The one date of a field that asks for it beside something else."""
    if not _WITH_FOUNDED.fullmatch(plain(field.label or field.name)):
        return None
    found = [*re.finditer(_DATE, value_text(field))]
    day = _last(found[0]) if len(found) == 1 else None
    at = field.value_evidence
    return (day, found[0].group(), at and narrow(at, found[0].group())) if day is not None else None


def _last(match: re.Match[str]) -> date | None:
    said = match.groupdict()
    year, month, day = (said[name] or said.get(f"x{name}") or "" for name in ("year", "month", "day"))
    return last_day(year + (f"-{int(month):02d}" if month else "") + (f"-{int(day):02d}" if month and day else ""))
