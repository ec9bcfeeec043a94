"""Numeric conditions on the applicant, compared with what the form and the text say."""

import re
from datetime import date

from extractors.values.han_numerals import han_value
from pipeline.screening.amounts.money import Mention, mentions, yuan
from pipeline.screening.application.labels import alike
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, conclude, last_year, page_of, value_text
from pipeline.screening.claims.compare import canonical_pair, number, reaches, spoken
from pipeline.screening.claims.metrics import contained
from pipeline.screening.conditions.founded import age, closing_day
from pipeline.screening.conditions.fund_shares import capped_sum, fund_share
from pipeline.screening.conditions.holdings import issuer_holds
from pipeline.screening.conditions.partners import judge_partners
from pipeline.screening.conditions.present import less_now
from pipeline.screening.conditions.stated_shares import lead_part, stated_share
from pipeline.screening.dates import ends_named, last_day, times
from pipeline.screening.team import members
from pipeline.screening.team.people_told import fewer
from pipeline.screening.team.yearly_work import months_each_year
from pipeline.screening.wordings import wordings
from schemas.evidence import Evidence
from schemas.facts import FormField, Target
from schemas.finding import Finding
from schemas.notice import Obligation

SAME_FIELD = 0.75
SAME_FIGURE = 0.8
# Who has it, and of which year: no part of what the form's label says.
_SUBJECT = re.compile(
    r"^(?:揭榜|申报|申请|牵头|承担|参赛)?(?:单位|企业|主体|人|机构)?(?:的)?(?:须|应)?(?:上一?个?(?:会计|财)?年?度?|近一年|20\d\d年度?"
    r"|度)?(?=[\u4e00-\u9fff]{2})"
)
# 从事储能相关工作的研发人员: 储能研发人员
_ENGAGED = re.compile(
    r"^从事(?P<field>[\u4e00-\u9fff]{2,8}?)(?:领域|方面)?(?:相关)?(?:的?(?:研究|研发|开发|工作)){1,2}的(?=[\u4e00-\u9fff])"
)
# 研发投入占营业收入的比重: the part and the whole of a share.
_SHARE = re.compile(r"(?P<part>[\u4e00-\u9fff]{2,14}?)占(?P<whole>[\u4e00-\u9fff]{2,16}?)的?(?:比重|比例|比)")
# 高级职称人员占比: of the people that the clause before counts, else of all whom the applicant employs.
_SHARE_OF_PEOPLE = re.compile(
    r"(?:其中)?(?P<part>[\u4e00-\u9fff]{2,12}?(?:人员|职称|学历|学位)(?:以上)?)(?:的)?(?:占比|比例|比重)"
)
_ON_DAY = re.compile(
    r"(?:截[至止]到?|以|按|算至|计算至|至)\s?(?P<year>20\d\d)\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日"
)
_UNIT_IN_BRACKETS = re.compile(r"[（(](?P<unit>[人名家件项个年])[)）]")
_COUNTED = frozenset("人家件项")  # each of another kind of thing
_ALL_PEOPLE = "职工总数"
_PERCENT = re.compile(r"[%％]|占比|比例|比重|率")
_CAPITAL = re.compile(r"(?:注册|实缴|实收)(?:资本|资金)")
_LISTED = re.compile(r"[、；;，,\n]")
# 12, 约8.0%, 共6人: the value is the number; not one inside other words.
_GIVEN = re.compile(r"(?:约|共计?|合计|总计|超过?)?\s*(?P<number>\d[\d,，]*(?:\.\d+)?)")
# 815占比3.8%: the next cell, which has no label of its own
_SHARE_BESIDE = re.compile(r"[，,；;（(]?\s*占(?:比|营业收入|销售收入)[^\d]{0,8}\d{1,3}(?:\.\d+)?\s?[%％][)）]?\s*$")
_SPELLED = re.compile(r"(?:共计?)?(?P<number>[一二两三四五六七八九十]{1,3})[人名位]")  # 四人
_DATED = re.compile(r"20\d\d\s*[年./-]")
_MONTHS = {"个月": 1, "月": 1, "年": 12}
_UNIT_OF_TIME = re.compile(r"(个月|月|年)")
_UNIT_IN_LABEL = re.compile(r"[（(](个月|月|年)[)）]")
_ITEM = re.compile(r"(?:^|[\n；;。])\s*[（(]?\d{1,2}[)）.、．](?!\d)")
_TITLE = re.compile(r"(?:职称|职务|学[历位]|专业)$")
_YEARS = re.compile(r"(20\d\d)\s*年(?!\d{1,2}月)")
_LONGEST_NAME = 10
_PERCENTS = ("%", "％")
_SAME_SENTENCE = 60  # characters


def judge(case: Case, obligation: Obligation, required: Target) -> Finding:
    """Met or insufficient where the form says the figure, else unverifiable."""
    held = issuer_holds(case, obligation, required)
    if held is not None:
        return held
    share = _share(case, required) or _stated(case, required) or _lead(case, obligation, required)
    if share is not None:
        return _conclude(obligation, required, share[0], "%", share[1])
    paid = fund_share(case, required) or capped_sum(case, required)
    if paid is not None:
        return _conclude(obligation, required, *paid)
    together = judge_partners(case, obligation, required)
    if together is not None:
        return together
    said = (
        months_each_year(case, obligation, required)
        or _age(case, obligation, required)
        or _in_field(case, required)
        or members.counted(case, obligation, required)
        or _in_text(case, required)
        or fewer(case, obligation, required)
        or less_now(case, required)
    )
    if said is not None:
        return _conclude(obligation, required, said[0], required.canonical_unit or "", said[1])
    text = f"“{obligation.name}”（{spoken(required)}）无法从申报材料判断，需另行核实。"
    return conclude(obligation, "unverifiable", text, confidence=0.7)


def _conclude(obligation: Obligation, required: Target, given: float, unit: str, found: Evidence | None) -> Finding:
    claim = required.model_copy(
        update={
            "comparator": "=",
            "value": given,
            "value_max": None,
            "unit": unit or required.unit,
            "canonical_value": given,
        }
    )
    shown = f"{number(round(given, 2))}{unit}"
    if reaches(required, claim):
        text = f"申报材料填写的是{shown}{page_of(found, '申报材料')}，达到{spoken(required)}的条件。"
        return conclude(obligation, "met", text, found=found, confidence=0.75)
    text = f"申报材料填写的是{shown}{page_of(found, '申报材料')}，未达到“{obligation.name}”的条件。"
    return conclude(obligation, "insufficient", text, found=found, confidence=0.7)


def _share(case: Case, required: Target) -> tuple[float, Evidence | None] | None:
    """The share in percent computed from two fields of the form."""
    if (required.canonical_unit or required.unit) not in _PERCENTS:
        return None
    if (match := _SHARE.search(required.metric)) is not None:
        part, whole = _field(case, match.group("part")), _field(case, match.group("whole"))
    elif (people := _SHARE_OF_PEOPLE.fullmatch(required.metric)) is not None:
        part, whole = _field(case, people.group("part")), _field(case, _counted_before(case, required))
    else:
        return None
    if part is None or whole is None:
        return _share_in_words(case, match["part"], match["whole"]) if match is not None else None
    above, below = money_of(part), money_of(whole)
    if above is None and below is None:  # one table's rows, its unit in the head
        above, below = _plain(part), _plain(whole)
    return (100 * above / below, part.value_evidence) if above is not None and below else None


def _stated(case: Case, required: Target) -> tuple[float, Evidence | None] | None:
    return stated_share(case, required) if (required.canonical_unit or required.unit) in _PERCENTS else None


def _lead(case: Case, obligation: Obligation, required: Target) -> tuple[float, Evidence | None] | None:
    return lead_part(case, obligation.name) if (required.canonical_unit or required.unit) in _PERCENTS else None


def _share_in_words(case: Case, part: str, whole: str) -> tuple[float, Evidence | None] | None:
    """2025年营业收入9.6亿元，研发费用2150万元: both sums in one sentence on the year before."""
    patterns = [_pattern_of(words) for words in (part, whole)]
    if None in patterns:
        return None
    for passage in case.submission.passages:
        for sentence in re.split(r"[。；\n]", passage.text):
            above, below = (_sums(sentence, pattern or "") for pattern in patterns)
            if len(above) != 1 or len(below) != 1 or not below[0].yuan:
                continue
            told = _YEARS.findall(sentence[: max(above[0].start, below[0].start)])
            if told[-1:] == [str(last_year(case))]:
                return 100 * above[0].yuan / below[0].yuan, narrow(passage.evidence, above[0].words)
    return None


def _sums(sentence: str, pattern: str) -> list[Mention]:
    """The sums so called, each once, right behind their year or not."""
    found = (one for annual in (True, False) for one in mentions(sentence, pattern, annual=annual))
    return list({one.end: one for one in found}.values())


def _pattern_of(words: str) -> str | None:
    """How running text names the sum: 研发投入 and 研发费用 are one."""
    named = _SUBJECT.sub("", words)
    return next((one.pattern for one in wordings().amounts if re.fullmatch(one.pattern, named)), None)


def _counted_before(case: Case, required: Target) -> str:
    """专职人员 of 专职人员不少于20人，其中高级职称人员占比不低于20%."""
    counts = [t for t in case.notice.targets if t.role == "eligibility" and t.unit in members.PEOPLE]
    near = [t for t in counts if 0 < required.evidence.start - t.evidence.start <= _SAME_SENTENCE]
    return near[-1].metric if near else _ALL_PEOPLE


def _plain(field: FormField) -> float | None:
    """The number that is all of a field's value."""
    match = _GIVEN.fullmatch(_SHARE_BESIDE.sub("", value_text(field)).strip())
    return float(re.sub(r"[,，]", "", match["number"])) if match is not None else None


def _in_field(case: Case, required: Target) -> tuple[float, Evidence | None] | None:
    years = frozenset(_YEARS.findall(required.evidence.text))
    field = members.size_field(case, required) or _field(case, required.metric, years)
    given = _value(field, required) if field is not None else None
    return (given, field.value_evidence) if field is not None and given is not None else None


def _age(case: Case, obligation: Obligation, required: Target) -> tuple[float, Evidence | None] | None:
    """年龄不超过60周岁, from the date of birth in the form, on the day that the condition names (截至2026年1月1日)."""
    on = (_day_named(obligation.name) or closing_day(case)) if "年龄" in required.metric else None
    found = age(case, on) if on is not None else None
    return (float(found[0]), found[1]) if found is not None else None


def _day_named(condition: str) -> date | None:
    """截至2026年1月1日, 以2026年1月1日计: the day on which the age counts."""
    match = _ON_DAY.search(condition)
    return last_day(f"{match['year']}-{int(match['month']):02d}-{int(match['day']):02d}") if match is not None else None


def _in_text(case: Case, required: Target) -> tuple[float, Evidence | None] | None:
    """A figure on the applicant in running text; one that is enough, for another may be there too.

    A sum of money that is not enough counts where it is the only one that is called so.
    """
    less: dict[float, Evidence | None] = {}
    for figure in (*case.submission.figures, *case.submission.targets):
        same = canonical_pair(required, figure) is not None and contained(required.metric, figure.metric) >= SAME_FIGURE
        if same and figure.canonical_value is not None:
            if reaches(required, figure):
                return figure.canonical_value, figure.evidence
            if required.canonical_unit == "元" and _same_sum(required.metric, figure.metric):
                less.setdefault(figure.canonical_value, figure.evidence)
    return next(iter(less.items())) if len(less) == 1 else None


def _same_sum(asked: str, said: str) -> bool:
    """The capital, or a sum under the same name: 公司注册资本 for 注册资本, not 实缴资本."""
    capital = _CAPITAL.findall(asked)
    return capital == _CAPITAL.findall(said) if capital else alike(_SUBJECT.sub("", asked), said) >= SAME_FIELD


def _field(case: Case, metric: str, years: frozenset[str] = frozenset()) -> FormField | None:
    """The field of that name; of 2024年营业收入 and 2025年营业收入 the one of the year asked for (``years``)."""
    metric = _ENGAGED.sub(r"\g<field>", _SUBJECT.sub("", metric))
    filled = [f for f in case.submission.form_fields if f.value]
    of_years = {id(f): frozenset(_YEARS.findall(f.label or f.name)) for f in filled}
    fitting = [f for f in filled if not years or not of_years[id(f)] or years & of_years[id(f)]]
    ranked = [(alike(metric, f.label or f.name), f) for f in fitting]
    score, field = max(ranked, key=lambda pair: pair[0], default=(0.0, None))
    return field if score >= SAME_FIELD else None


def _value(field: FormField, required: Target) -> float | None:
    unit, said = required.canonical_unit or required.unit, value_text(field).strip()
    counts = _UNIT_IN_BRACKETS.search(field.label or field.name)
    if counts is not None and required.unit in _COUNTED and counts["unit"] in _COUNTED - {required.unit}:
        return None  # 职工总数（人） for 单位总数不超过4家
    if unit == "元":
        return money_of(field)
    if unit in _PERCENTS and not _PERCENT.search(field.label + said):
        return None  # how many there are is no share
    if _DATED.match(said):
        return _length(said, required.unit)
    items = len(_ITEM.findall(said))
    if items > 1:  # 1.某某项目；2.某某项目: as many as are listed, where these are enough
        return float(items) if required.unit not in members.PEOPLE and items >= required.value else None
    match = _GIVEN.match(said)
    if match is not None:
        given = float(re.sub(r"[,，]", "", match["number"]))
        return given * _MONTHS[_time_unit(field, said[match.end() :], required)] if unit == "月" else given
    spelled = _SPELLED.fullmatch(said) if required.unit in members.PEOPLE else None
    if spelled is not None and (count := han_value(spelled["number"])) is not None:
        return float(count)
    names = [name for name in _LISTED.split(said) if name]
    people = required.unit in members.PEOPLE and all(len(name) <= _LONGEST_NAME for name in names)
    people = people and _TITLE.search(field.label or field.name) is None  # 职称：研究员 is no list of one
    return float(len(names)) if people and not re.search(r"\d", said) else None


def _time_unit(field: FormField, behind: str, required: Target) -> str:
    """年 for 12年 and for 12 under 年限（年）; else the unit of the condition."""
    told = _UNIT_OF_TIME.match(behind.strip()) or _UNIT_IN_LABEL.search(field.label)
    unit = told.group(1) if told is not None else required.unit or ""
    return unit if unit in _MONTHS else "月"


def money_of(field: FormField) -> float | None:
    """A field's amount in yuan; the unit stands in the value, the label（万元） or its group; None without one."""
    said = _SHARE_BESIDE.sub("", value_text(field))
    return yuan(said, field.label + field.name + (field.guidance or field.group or ""))


def _length(said: str, unit: str | None) -> float | None:
    """2026年7月—2028年6月 is 24 months, or 2 years; None for another unit, or where no two times are named."""
    months = _MONTHS.get(unit or "")
    spans = list(times(said))
    if months is None or sum(map(ends_named, spans)) != 2:
        return None
    first, last = spans[0].first, spans[-1].last
    return ((last.year - first.year) * 12 + last.month - first.month + 1) / months
