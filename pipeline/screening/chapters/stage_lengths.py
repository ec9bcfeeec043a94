"""Stages of the plan that are longer than the call asks (按半年划分节点): twelve months in one."""

import re
from collections.abc import Iterator

from pipeline.screening.application.substance import squeeze

# 按半年划分节点, 以季度为单位, 每半年一个阶段, 分月列出, and how many months that is
_ASKED = tuple(
    (
        re.compile(
            rf"(?:按照?|以|分)每?{unit}(?:度)?(?:为(?:一个?)?(?:阶段|节点|单位|周期|单元)|划分|分(?:阶段|解|列|段|步)|列[出示明]|编[制排写]|为[单节阶])|(?:每|逐){unit}度?(?:为?[一1]个?|设|划分)"
        ),
        words,
        months,
    )
    for unit, words, months in ((r"(?:个)?半年", "半年", 6), (r"(?:个)?季", "季度", 3), (r"个?月", "月", 1))
)
_RANGE = re.compile(
    r"(?<!\d)(?P<year>20\d\d)\s?(?:年|[./-])\s?(?P<month>\d{1,2})\s?月?(?:\s?\d{1,2}\s?日)?\s?(?:—+|–|－|-|~|～|至|到)\s?"
    r"(?:(?P<to_year>20\d\d)\s?(?:年|[./-])\s?)?(?P<to_month>\d{1,2})(?:\s?月(?:\s?\d{1,2}\s?日|[底末初中])?|(?![\d.%]))(?!\s?[个项台套])"
)
# 项目执行期2026年9月—2028年8月: no stage
_PLAN = re.compile(r"进度|节点|阶段|计划|里程碑|安排")
_WHOLE = re.compile(
    r"执行期|实施期|项目期|建设期|攻关期|周期|起止|总体|全程|总工期|共\d|历时|合计|项目(?:自|于|从)|试用|质保|质量保证|运维|维护期"
)
_WITHIN = re.compile(r"上半年|下半年|前半年|后半年|季度|每半年|中期|[前后]\d个?月")
_HEAD = 14  # characters of a line or cell before the time of its stage: 第一阶段（
_TOO_LONG = {6: 9, 3: 5, 1: 3}
_FEWEST = 2


def stage_too_long(asked: str, text: str) -> str:
    """In words for a letter; empty where the call asks for no such stages, or each is short enough."""
    unit = next(((words, months) for of, words, months in _ASKED if of.search(squeeze(asked))), None)
    if unit is None or _PLAN.search(asked) is None:
        return ""
    words, months = unit
    stages = list(_stages(text))
    long_ = [one for one in stages if one[1] >= _TOO_LONG[months] and not _is_parted(one, stages)]
    if len(stages) < _FEWEST or not long_:
        return ""
    said, lasts, _, _ = long_[0]
    return f"应按{words}划分，而“{said}”一段长达{lasts}个月"


def _stages(text: str) -> Iterator[tuple[str, int, int, str]]:
    """The words of each stage's time, its months, the month it begins in, and its line."""
    for line in text.split("\n"):
        for cell in re.split(r"\t|(?<=。)|(?<=；)", line):
            time = _RANGE.search(cell)
            if time is None or time.start() > _HEAD or _WHOLE.search(cell[: time.start()]):
                continue
            begin = int(time["year"]) * 12 + int(time["month"])
            end = int(time["to_year"] or time["year"]) * 12 + int(time["to_month"])
            if int(time["month"]) <= 12 and int(time["to_month"]) <= 12 and end >= begin:
                yield time.group().strip(), end - begin + 1, begin, line


def _is_parted(one: tuple[str, int, int, str], stages: list[tuple[str, int, int, str]]) -> bool:
    """Its halves are told in its own line, or by stages within it."""
    _, lasts, begin, line = one
    inner = [s for s in stages if s is not one and begin <= s[2] and s[2] + s[1] <= begin + lasts and s[1] < lasts]
    return bool(inner) or _WITHIN.search(line) is not None
