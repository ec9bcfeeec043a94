"""A sum in figures（小写）and in the capitals of cheques（大写）that are two sums."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import isclose

from extractors.values.quantities import find_quantities
from pipeline.screening.amounts.money import yuan
from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of
from schemas.evidence import Evidence
from schemas.facts import Passage

_CAPITAL = "零〇壹贰貳叁參肆伍陆陸柒捌玖拾佰仟万萬亿億"
_DIGIT = "壹贰貳叁參肆伍陆陸柒捌玖"
_CAPITALS = re.compile(
    rf"(?=[{_CAPITAL}]{{0,3}}[{_DIGIT}])(?P<sum>[{_CAPITAL}]{{2,24}}[元圆圓](?:零?[{_DIGIT}][角分]){{0,2}})[整正]?"
)
_FIGURES = r"[¥￥]?\s?(?P<figures>\d[\d,，]{0,18}(?:\.\d{1,6})?\s?[百千万亿]{0,2}元?)"
# 总报价（小写）；金额（万元）：456, （小写：￥4,560,000）
_SMALL = re.compile(rf"小写[^\d。{_DIGIT}]{{0,24}}?{_FIGURES}")
# 456万元（大写：…, 4,560,000元（人民币…
_BEFORE = re.compile(rf"{_FIGURES}\s?[（(，,]?\s?(?:人民币|大写|[：:）)]){{1,4}}\s?$")
# …元整（小写：456万元, …元整（￥4,560,000）, …元整（4,560,000元）
_BEHIND = re.compile(
    rf"\s?(?:[（(，,；;]?\s?(?:人民币)?\s?(?:小写[^\d。{_DIGIT}]{{0,6}}|(?=[¥￥]))"
    rf"|[（(]\s?(?:人民币)?(?=\d[\d,，.]{{0,18}}\s?[百千万亿]{{0,2}}元[）)])){_FIGURES}"
)
# What a sum is called: 总报价（大写）：, 总报价为人民币, 总报价456万元（大写：
_NO_NAME = re.compile(r"人民币|大写|小写|其中|[（(]万?元[)）]")
_MARKS = r"[为（()）：:，,\s]{0,12}"
_NAME = re.compile(
    rf"(?P<name>(?:(?![{_CAPITAL}为])[\u4e00-\u9fff]){{2,12}})"
    rf"{_MARKS}(?:[¥￥]?\s?\d[\d,，.]{{0,18}}\s?[百千万亿]{{0,2}}元?{_MARKS}|[¥￥]\s?)?$"
)
_FACTORS = (1, 1e4, 1e-4)  # which of 元 and 万元 a number without a unit is in, the table's head tells
_SMALL_DIFFERENCE = 5e-4
_FARTHEST = 48  # characters of the figures, or of the name, before a sum
_WHAT, _SURE = "总报价", 0.8


@dataclass(frozen=True, slots=True)
class _Sum:
    """A sum in either writing; ``yuan`` is what the capitals say, None of figures. ``place``: passage and offset."""

    words: str
    name: str
    place: tuple[int, int]
    evidence: Evidence
    yuan: float | None = None


@dataclass(frozen=True, slots=True)
class _Pair:
    figures: _Sum
    capitals: _Sum


def capital_clashes(case: Case) -> Iterator[Clash]:
    """The first sum whose capitals say another one than its figures: those at its side, else the nearest of its name.

    Figures belong to one sum in capitals only, which may stand in their passage or in one right beside it.
    """
    pairs, figures, capitals = _sums(case)
    for pair in (*pairs, *_paired(figures, capitals)):
        if not _is_same(pair):
            yield _clash(pair)
            return


def _sums(case: Case) -> tuple[list[_Pair], list[_Sum], list[_Sum]]:
    """Capitals with the figures at their side, then the figures called 小写 and the capitals that are left."""
    pairs: list[_Pair] = []
    figures: list[_Sum] = []
    capitals: list[_Sum] = []
    for index, passage in enumerate(case.submission.passages):
        taken: set[int] = set()
        for match, value in _capitals(passage.text):
            own = _sum(index, passage, match.span(), value)
            beside = _beside(passage.text, match, taken)
            if beside is None:
                capitals.append(own)
            else:
                taken.add(beside.start("figures"))
                pairs.append(_Pair(_sum(index, passage, beside.span("figures")), own))
        small = (match.span("figures") for match in _SMALL.finditer(passage.text))
        figures += [_sum(index, passage, span) for span in small if span[0] not in taken]
    return pairs, figures, capitals


def _sum(index: int, passage: Passage, span: tuple[int, int], value: float | None = None) -> _Sum:
    start, end = span
    named = _NAME.search(_NO_NAME.sub("：", passage.text[max(0, start - _FARTHEST) : start]))
    name = named["name"] if named is not None else ""
    return _Sum(passage.text[start:end].strip(), name, (index, start), passage.evidence, value)


def _capitals(text: str) -> Iterator[tuple[re.Match[str], float]]:
    for match in _CAPITALS.finditer(text):
        said = next((q for q in find_quantities(re.sub("[圆圓]", "元", match["sum"])) if q.unit == "元"), None)
        if said is not None:
            yield match, said.value


def _beside(text: str, capitals: re.Match[str], taken: set[int]) -> re.Match[str] | None:
    """The figures right before the capitals or right behind them, which no other capitals have taken."""
    start, end = capitals.span()
    both = (_BEFORE.search(text, max(0, start - _FARTHEST), start), _BEHIND.match(text, end))
    return next((match for match in both if match is not None and match.start("figures") not in taken), None)


def _paired(figures: list[_Sum], capitals: list[_Sum]) -> Iterator[_Pair]:
    """Each at most once: those of one name before those without, equal ones before others, near before far."""
    of_passage: dict[int, list[_Sum]] = defaultdict(list)
    for one in figures:
        of_passage[one.place[0]].append(one)
    near = ((one, other) for other in capitals for at in (-1, 0, 1) for one in of_passage.get(other.place[0] + at, ()))
    # An unnamed one may be anything.
    pairs = [_Pair(one, other) for one, other in near if one.name in other.name or other.name in one.name]
    used: set[tuple[int, int]] = set()
    for pair in sorted(pairs, key=_rank):
        places = {pair.figures.place, pair.capitals.place}
        if not places & used:
            used |= places
            yield pair


def _rank(pair: _Pair) -> tuple[bool, bool, int, int]:
    (a, start), (b, end) = pair.figures.place, pair.capitals.place
    unnamed = not (pair.figures.name and pair.capitals.name)
    return unnamed, not _is_same(pair), abs(a - b), abs(start - end)


def _is_same(pair: _Pair) -> bool:
    value = yuan(pair.figures.words)
    factors = (1,) if value is not None else _FACTORS
    given = value if value is not None else float(re.sub(r"[^\d.]", "", pair.figures.words))
    return any(isclose(given * factor, pair.capitals.yuan or 0.0, rel_tol=_SMALL_DIFFERENCE) for factor in factors)


def _clash(pair: _Pair) -> Clash:
    capitals, figures = pair.capitals, pair.figures
    name = capitals.name or figures.name or _WHAT
    where = page_of(capitals.evidence, "申报材料")
    text = f"{name}的小写与大写金额不一致：小写“{figures.words}”，大写“{capitals.words}”{where}，请核实。"
    return Clash(name, text, narrow(capitals.evidence, capitals.words), _SURE)
