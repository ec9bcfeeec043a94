"""Figures side by side (2025年 | 2026年 | 总计, 设备 | 材料 | 人员 | 合计) that do not make up their row's total."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isclose

from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.case import Case, page_of
from schemas.evidence import Evidence
from schemas.facts import Passage

_YEAR = re.compile(r"20\d\d年?度?(?:[（(][^（）()]{1,12}[）)])?|第[一二三四五1-5]年度?")
_TOTAL = re.compile(r"(?:三年|两年)?(?:合计|总计|共计|总[额数量])(?:[（(][^（）()]{1,12}[）)])?")
_MONEY = re.compile(r"(?:预算|经费|投入|支出)?(?:金额|经费|预算|费用|投入|资金)(?:[（(][^（）()]{1,8}元[）)])?")
_SOURCE = re.compile(r"自筹|自有|财政|专项|申请|拨款|配套|贷款")
_NESTED = re.compile(r"其中|小计|直接|间接")
# 研发费用占比, 研发人员（人）, 销售单价（万元/台）: what no sum of years is
_NO_SUM = re.compile(r"占比|比例|比重|[率价度]|均|人[员数]|%|％|/|存量|保有|累计|余额|在用")
_CELL = re.compile(r"(?P<label>[^：；]{1,20})：(?P<value>[^：；]{0,40})")
_NUMBER = re.compile(r"(?P<number>\d[\d,，]{0,12}(?:\.\d{1,6})?)\s?(?P<unit>[^\d\s.,，％%]{0,4})")
_NOTHING = frozenset({"", "/", "-", "—", "——", "－", "无"})
_BUDGET = "经费预算合计"
_FEWEST_YEARS, _FEWEST_COSTS, _SMALL, _SURE = 2, 3, 0.005, 0.75


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    years: bool
    parts: tuple[str, ...]
    total: str
    evidence: Evidence


def across_clashes(case: Case) -> Iterator[Clash]:
    """One for each row whose parts, all of them numbers of one unit, add up to another number than its total."""
    for row in _rows(case.submission.passages):
        parts = [_number(words) for words in row.parts]
        whole = _number(row.total)
        known = [part for part in parts if part is not None]
        if whole is None or len(known) < len(parts) or {unit for _, unit in known} - {"", whole[1]}:
            continue
        total = sum(value for value, _ in known)
        if row.years and _NO_SUM.search(row.name):
            continue
        grown = all(a <= b for (a, _), (b, _) in pairwise(known)) and isclose(known[-1][0], whole[0])
        rounded = sum(0.5 * 10 ** -_decimals(words) for words in row.parts)  # 3.3, 3.3, 3.3 and 10
        if grown or whole[0] == 0 or abs(total - whole[0]) <= max(_SMALL * whole[0], rounded):
            continue  # 20, 50, 100 and 100: each year's figure holds the one before
        each, where = "各年" if row.years else "各项", page_of(row.evidence, "申报材料")
        text = f"“{row.name}”{each}之和为{total:,.10g}，与合计{row.total}不符{where}，请核实。"
        yield Clash(f"{row.name}合计" if row.years else _BUDGET, text, row.evidence, _SURE)


def _rows(passages: Sequence[Passage]) -> Iterator[_Row]:
    head: list[str] = []
    for passage in passages:
        cells = passage.text.split("；")
        named, colon, first = cells[0].partition("：")
        if _ends_in_total(cells) and not colon:
            head = cells
            continue
        if head and colon and len(cells) == len(head) - 1:  # 研发经费（万元）：1200；1500；900；3600 under its head
            values = [named.strip(), first, *cells[1:]]
        elif head and len(cells) == len(head):  # 金额（万元）；1200；… under 科目；设备；…
            values = cells
        else:
            head, values = [], []
            labelled = [(m["label"].strip(), m["value"].strip()) for m in map(_CELL.fullmatch, cells) if m is not None]
            if len(labelled) == len(cells) and _ends_in_total([label for label, _ in labelled]):
                yield from _row([label for label, _ in labelled], [value for _, value in labelled], passage)
        if values:
            yield from _row(head, values, passage)


def _row(heads: Sequence[str], values: Sequence[str], passage: Passage) -> Iterator[_Row]:
    """The row, where its parts are years, or what its money is spent on."""
    words = [re.sub(r"\s", "", head) for head in heads[1:-1]]
    years = len(words) >= _FEWEST_YEARS and all(map(_YEAR.fullmatch, words))
    sources = sum(_SOURCE.search(word) is not None for word in words)
    costs = len(words) >= _FEWEST_COSTS and sources in (0, len(words)) and not any(map(_NESTED.search, words))
    # 设备费 beside 设备购置费 may be the sum of it and others
    costs = costs and not any(
        one != other and other.startswith(one.removesuffix("费")) for one in words for other in words
    )
    if years or (costs and _MONEY.fullmatch(re.sub(r"\s", "", values[0])) is not None):
        yield _Row(values[0], years, tuple(values[1:-1]), values[-1], passage.evidence)


def _ends_in_total(cells: Sequence[str]) -> bool:
    return len(cells) > _FEWEST_YEARS + 1 and _TOTAL.fullmatch(re.sub(r"\s", "", cells[-1])) is not None


def _decimals(words: str) -> int:
    return len(words.strip().partition(".")[2].rstrip("万元亿% "))


def _number(words: str) -> tuple[float, str] | None:
    """The number and its unit, 0 for an empty cell; None for anything else."""
    if words.strip() in _NOTHING:
        return 0.0, ""
    found = _NUMBER.fullmatch(words.strip())
    return (float(re.sub(r"[,，]", "", found["number"])), found["unit"]) if found is not None else None
