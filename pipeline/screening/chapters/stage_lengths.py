"""Stages of the plan that are longer than the call asks (按半年划分节点): twelve months in one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from extractors.values.han_numerals import han_value
from pipeline.screening.application.substance import squeeze

_N = r"(?P<months>\d{1,2}|[一二两三四五六七八九十]{1,2}|半|1/2)(?P<unit>个月|年|个季度)"
_UP_TO = r"(?:不[超大长多]过?[于过]?|至多|最[长多]|不得?超过|小于等于|≤)"
_PART = r"(?:阶?段|阶段|节点|周期|单元|期)"
# 按不超过6个月为一段, 每段不超过半年, 单个阶段时长不超过三个月: the most that a stage may last
_AT_MOST = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_UP_TO}{_N}(?:为|作为|一|设|划分?|[（(])[^，。；]{{0,6}}?{_PART}",
        rf"(?:[每各单]个?|任一|一个){_PART}[^，。；]{{0,8}}?{_UP_TO}{_N}",
        rf"(?:阶段|[一每各]段|节点)(?:的)?(?:时长|长度|跨度|时间|间隔|周期|期限)[^，。；]{{0,6}}?{_UP_TO}{_N}",
        rf"(?:以|按照?|每)(?!半){_N}(?:为|作为|一个?|设|划分)[^，。；]{{0,6}}?{_PART}",
    )
)
# 按半年划分节点, 以季度为单位, 每半年一个阶段, 分月列出, and how many months that is; not 分月列出用款计划
_ASKED = tuple(
    (
        re.compile(
            rf"(?<!经费)(?<!资金)(?<!支出)(?:(?:按照?|以|分)每?{unit}(?:度)?(?:为(?:一个?)?(?:阶段|节点|单位|周期|单元)|划分|分(?:阶段|解|列|段|步)|列[出示明]|编[制排写]|[写说填标]明|为[单节阶])|(?:每|逐){unit}度?(?:为?[一1]个?|设|划分))(?!的?(?:各项)?(?:经费|资金|用款|支出|拨款|预算))"
        ),
        words,
        months,
    )
    for unit, words, months in ((r"(?:个)?半年", "半年", 6), (r"(?:个)?季", "季度", 3), (r"个?月", "月", 1))
)
_RANGE = re.compile(
    r"(?<!\d)(?P<year>20\d\d)\s?(?:年|[./-])\s?(?P<month>\d{1,2})\s?月?(?:\s?\d{1,2}\s?日)?起?\s?(?:—+|–|－|-|~|～|至|到)\s?"
    r"(?:(?P<to_year>20\d\d)\s?(?:年|[./-])\s?|(?P<next>[次翌]年))?(?P<to_month>\d{1,2})(?:\s?月(?:\s?\d{1,2}\s?日|[底末初中])?|(?![\d.%]))(?!\s?[个项台套])"
)
# 第1—9个月, M1～M9, T0+9月; 第一阶段（9个月）
_SINCE_START = re.compile(
    r"(?<![\d年.])(?:第|M|T0?\+)?(?P<first>\d{1,2})(?:个?月)?\s?(?:—+|–|－|-|~|～|至|到)\s?(?:第|M|T0?\+)?(?P<last>\d{1,2})(?:个月|月)?(?![\d.%年])"
)
_OF_START = re.compile(r"[第MT]|个月")
_LASTS = re.compile(r"(?:阶段|[段期步])[^，。；\d]{0,8}[（(]?(?:共|约|为期|历时|用时|工期)?(?P<lasts>\d{1,2})个月")
# 项目执行期2026年9月—2028年8月: no stage
_PLAN = re.compile(r"进度|节点|阶段|计划|里程碑|安排")
_WHOLE = re.compile(
    r"执行期|实施期|项目期|建设期|攻关期|周期|起止|总体|全程|总工期|共\d|历时|合计|项目(?:自|于|从)|试用|质保|质量保证|运维|维护期"
)
_HAN_YEAR = re.compile(r"二[〇○零Oo0][〇○零一二三四五六七八九]{2}(?=年)")
_HAN_MONTH = re.compile(r"(?P<month>[一二三四五六七八九十]{1,2})(?=月)")
_DIGITS = str.maketrans("〇○零Oo一二三四五六七八九", "00000123456789")
_WITHIN = re.compile(r"上半年|下半年|前半年|后半年|季度|每半年|中期|[前后]\d个?月")
_HEAD = 14  # characters of a line or cell before the time of its stage: 第一阶段（
_TOO_LONG = {6: 9, 3: 5, 1: 3}
_FEWEST = 2
_MONTHS_OF = {"个月": 1, "年": 12, "个季度": 3}
_A_YEAR, _MOST = re.compile(r"20\d\d"), 200  # stages of a plan
_APART = 100  # months between the rows of stages whose beginning nobody knows: none is part of another
_BEYOND = 2  # months beyond the most: 6月至12月 is half a year to many


@dataclass(frozen=True, slots=True)
class _Unit:
    """How the call asks for stages: in words for a letter, and the months from which one is too long."""

    words: str
    too_long: int


def stage_too_long(asked: str, text: str) -> str:
    """In words for a letter; empty where the call asks for no such stages, or each is short enough."""
    unit = _unit(squeeze(asked))
    if unit is None or _PLAN.search(asked) is None:
        return ""
    by_month = unit.too_long <= _TOO_LONG[1]  # 按月, answered by 第3—6个月
    stages = [one for one in islice(_stages(text), _MOST) if not by_month or "20" in one[0]]
    long_ = [one for one in stages if one[1] >= unit.too_long and not _is_parted(one, stages)]
    if len(stages) < _FEWEST or not long_:
        return ""
    said, lasts, _, _ = long_[0]
    return f"{unit.words}，而“{said}”一段长达{lasts}个月"


def _unit(asked: str) -> _Unit | None:
    """By the most that it says, else by the parts of a year that it names (按季度或半年: the longer)."""
    most = next((found for pattern in _AT_MOST if (found := pattern.search(asked)) is not None), None)
    if most is not None:
        count = 0.5 if most["months"] in ("半", "1/2") else han_value(most["months"]) or 0
        months = int(count * _MONTHS_OF[most["unit"]])
        return _Unit(f"每段应不超过{months}个月", months + _BEYOND) if months else None
    named = next(((words, months) for of, words, months in _ASKED if of.search(asked)), None)
    return _Unit(f"应按{named[0]}划分", _TOO_LONG[named[1]]) if named is not None else None


def _stages(text: str) -> Iterator[tuple[str, int, int, str]]:
    """The words of each stage's time, its months, the month it begins in, and its line."""
    for row, line in enumerate(text.split("\n")):
        dated = _A_YEAR.search(line) is not None
        for cell in re.split(r"\t|(?<=。)|(?<=；)", line):
            time = _RANGE.search(_in_figures(cell))
            if time is None and not dated and (since := _since_start(cell, line, row)) is not None:
                yield since
            if time is None or time.start() > _HEAD or _WHOLE.search(cell[: time.start()]):
                continue
            begin = int(time["year"]) * 12 + int(time["month"])
            end = (int(time["to_year"] or time["year"]) + bool(time["next"])) * 12 + int(time["to_month"])
            if int(time["month"]) <= 12 and int(time["to_month"]) <= 12 and end >= begin:
                yield time.group().strip(), end - begin + 1, begin, line


def _in_figures(cell: str) -> str:
    """二〇二七年三月至九月 as 2027年3月至9月, in the head of a cell that has no year in figures."""
    if "20" in cell or _HAN_YEAR.search(cell) is None:
        return cell
    years = _HAN_YEAR.sub(lambda one: one.group().translate(_DIGITS), cell)
    return _HAN_MONTH.sub(lambda one: f"{han_value(one['month'])}", years)


def _since_start(cell: str, line: str, row: int) -> tuple[str, int, int, str] | None:
    """The same of 第1—9个月 and of 第一阶段（9个月）, whose month of beginning nobody knows."""
    span = _SINCE_START.search(cell)
    if span is not None and span.start() <= _HEAD and _OF_START.search(span.group()):
        first, last = int(span["first"]), int(span["last"])
        return (span.group().strip(), last - first + 1, first, line) if last >= first else None
    lasts = _LASTS.search(cell)
    if lasts is None or lasts.start() > _HEAD or _WHOLE.search(cell[: lasts.start()]):
        return None
    return lasts.group(), int(lasts["lasts"]), -_APART * (row + 1), line


def _is_parted(one: tuple[str, int, int, str], stages: list[tuple[str, int, int, str]]) -> bool:
    """Its halves are told in its own line, or by stages within it."""
    _, lasts, begin, line = one
    inner = [s for s in stages if s is not one and begin <= s[2] and s[2] + s[1] <= begin + lasts and s[1] < lasts]
    return bool(inner) or _WITHIN.search(line) is not None
