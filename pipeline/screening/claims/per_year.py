"""A yearly amount promised by the day or hour (3 t/日, 年运行300日) where t/年 is asked."""

import re

from extractors.values.units import canonical
from pipeline.screening.case import Case
from pipeline.screening.claims.compare import canonical_pair
from pipeline.screening.claims.metrics import contained
from schemas.facts import Target

_OF_TIME = r"(?=产|处理|加工|回收|供|发|生产|利用|检测|服务|产能|吞吐|净化)"
_BY_YEAR, _YEARLY = re.compile(r"(?P<unit>[^/]{1,8})/(?:年|a)"), re.compile(rf"(?<![\d十百千万])年{_OF_TIME}")
_BY_DAY = re.compile(r"(?P<unit>[^/]{1,8})/(?P<per>日|天|d|小时|时|h)")
_DAILY, _HOURLY = re.compile(rf"每?[日天]{_OF_TIME}"), re.compile(rf"每?小时{_OF_TIME}")
_RUNS = (
    r"(?:年|每年|全年|年度)(?:有效|正常|连续|计划|累计|设计|平均)?(?:运行|工作|生产|作业|运转|开工|开机)(?:时间|时数|天数|日数)?"
    r"(?:按|为|约|不少于|达到?|以|计|[:：]|\s){0,4}"
)
# 年运行300日, 300天/年, 按每年330天计
_DAYS = re.compile(rf"(?:{_RUNS}|按每?年\s?)(?P<days>\d{{2,3}})\s?[天日]|(?<!\d)(?P<each>\d{{2,3}})\s?[天日]\s?[/／]年")
_HOURS = re.compile(
    rf"(?:{_RUNS}|按每?年\s?)(?P<hours>\d,?\d{{3}})\s?(?:小时|h)|(?<!\d)(?P<each>\d,?\d{{3}})\s?(?:小时|h)\s?[/／]年"
)
_MARKS = re.compile(r"[\W_]+")
_SAME = 0.9


def promised_by_day(case: Case, required: Target) -> Target | None:
    """The claim of the metric as a yearly one; as it stands where nothing tells how long the year's work is.

    None where no claim of the metric's name is by the day, or one can be compared as it stands.
    """
    asked = _BY_YEAR.fullmatch(required.unit or "")
    unit = asked["unit"] if asked is not None else required.unit if _YEARLY.search(required.metric) else None
    if unit is None:
        return None
    named = [claim for claim in case.submission.targets if claim.stage == "final" and _names(required, claim)]
    if not named or any(canonical_pair(required, claim) is not None and _per(claim) is None for claim in named):
        return None
    claim = next((one for one in named if _per(one) is not None), None)
    return _in_a_year(case, required, claim, unit) if claim is not None else None


def _in_a_year(case: Case, required: Target, claim: Target, asked: str) -> Target | None:
    """None where the amounts are of two kinds."""
    unit, pattern = _per(claim) or ("", _DAYS)
    value, measured = canonical(claim.value, unit)
    one, wanted = canonical(1.0, asked)
    if measured != wanted or not one or value is None:
        return None
    times = _times(case, claim, pattern)
    if times is None:
        return claim
    made = value / one * times
    return claim.model_copy(
        update={"value": made, "unit": required.unit, "canonical_value": None, "canonical_unit": None}
        | _canonical(made, required)
    )


def _canonical(value: float, required: Target) -> dict[str, float | str | None]:
    """As the required one has it: in its canonical unit, where it has one."""
    if required.canonical_value is None or not required.value:
        return {}
    return {
        "canonical_value": value * required.canonical_value / required.value,
        "canonical_unit": required.canonical_unit,
    }


def _per(claim: Target) -> tuple[str, re.Pattern[str]] | None:
    """What a day's or an hour's amount is counted in, and what tells how many there are in a year."""
    by_day = _BY_DAY.fullmatch(claim.unit or "")
    if by_day is not None:
        return by_day["unit"], _HOURS if by_day["per"] in ("小时", "时", "h") else _DAYS
    said = claim.metric + claim.evidence.text
    if _DAILY.search(said):
        return claim.unit or "", _DAYS
    return (claim.unit or "", _HOURS) if _HOURLY.search(said) else None


def _times(case: Case, claim: Target, pattern: re.Pattern[str]) -> float | None:
    """What the claim's own row or sentence tells, else the only number that the application does."""
    passages = case.submission.passages
    own = [found for p in passages if p.evidence.overlaps(claim.evidence) for found in pattern.finditer(p.text)]
    told = {float((m.group(1) or m.group(2)).replace(",", "")) for m in own}
    if not own:
        told = {float((m[1] or m[2]).replace(",", "")) for p in passages for m in pattern.finditer(p.text)}
    return told.pop() if len(told) == 1 else None


def _names(required: Target, claim: Target) -> bool:
    name, said = (_MARKS.sub("", _without_time(one.metric)) for one in (required, claim))
    return bool(name) and (name == said or contained(name, said) >= _SAME)


def _without_time(name: str) -> str:
    """年处理能力 and 日处理能力 are one metric by two times."""
    return _HOURLY.sub("", _DAILY.sub("", _YEARLY.sub("", name)))
