"""Figures of several years side by side (2025年 | 2026年 | 2027年 | 总计) that do not make up their row's total."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isclose

from pipeline.screening.case import Case, page_of
from pipeline.screening.figures.people_and_money import Clash
from schemas.evidence import Evidence
from schemas.facts import Passage

_YEAR = re.compile(r"20\d\d年?度?(?:[（(][^（）()]{1,12}[）)])?|第[一二三四五1-5]年度?")
_TOTAL = re.compile(r"(?:三年|两年)?(?:合计|总计|共计|总[额数量])(?:[（(][^（）()]{1,12}[）)])?")
_CELL = re.compile(r"(?P<label>[^：；]{1,20})：(?P<value>[^：；]{0,40})")
_NUMBER = re.compile(r"(?P<number>\d[\d,，]{0,12}(?:\.\d{1,6})?)\s?(?P<unit>[^\d\s.,，％%]{0,4})")
_NOTHING = frozenset({"", "/", "-", "—", "——", "－", "无"})
_FEWEST, _SMALL, _SURE = 2, 0.005, 0.75


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    years: tuple[str, ...]
    total: str
    evidence: Evidence


def year_clashes(case: Case) -> Iterator[Clash]:
    """One for each row whose years, all of them numbers of one unit, add up to another number than its total."""
    for row in _rows(case.submission.passages):
        parts = [_number(words) for words in row.years]
        whole = _number(row.total)
        known = [part for part in parts if part is not None]
        if whole is None or len(known) < len(parts) or {unit for _, unit in known} - {"", whole[1]}:
            continue
        total = sum(value for value, _ in known)
        grown = all(a <= b for (a, _), (b, _) in pairwise(known)) and isclose(known[-1][0], whole[0])
        if grown or whole[0] == 0 or isclose(total, whole[0], rel_tol=_SMALL):
            continue  # 20, 50, 100 and 100: each year's figure holds the one before
        where = page_of(row.evidence, "申报材料")
        text = f"“{row.name}”各年之和为{total:,.10g}，与合计{row.total}不符{where}，请核实。"
        yield Clash(f"{row.name}合计", text, row.evidence, _SURE)


def _rows(passages: Sequence[Passage]) -> Iterator[_Row]:
    head: list[str] = []
    for passage in passages:
        cells = passage.text.split("；")
        if _heads(cells[1:]):
            head = cells
            continue
        named, colon, first = cells[0].partition("：")
        if head and colon and len(cells) == len(head) - 1:  # 研发经费（万元）：1200；1500；900；3600 under its head
            yield _Row(named.strip(), (first, *cells[1:-1]), cells[-1], passage.evidence)
            continue
        head = []
        labelled = [(m["label"].strip(), m["value"].strip()) for m in map(_CELL.fullmatch, cells) if m is not None]
        if len(labelled) == len(cells) and _heads([label for label, _ in labelled[1:]]):
            values = [value for _, value in labelled]
            yield _Row(values[0], tuple(values[1:-1]), values[-1], passage.evidence)


def _heads(cells: Sequence[str]) -> bool:
    """Years, two or more, and a total behind them."""
    words = [re.sub(r"\s", "", cell) for cell in cells]
    return (
        len(words) > _FEWEST
        and _TOTAL.fullmatch(words[-1]) is not None
        and all(_YEAR.fullmatch(word) for word in words[:-1])
    )


def _number(words: str) -> tuple[float, str] | None:
    """The number and its unit, 0 for an empty cell; None for anything else."""
    if words.strip() in _NOTHING:
        return 0.0, ""
    found = _NUMBER.fullmatch(words.strip())
    return (float(re.sub(r"[,，]", "", found["number"])), found["unit"]) if found is not None else None
