"""A sum in figures（小写）and in the capitals of cheques（大写）that are two sums."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isclose

from extractors.values.quantities import find_quantities
from pipeline.screening.answers.parts import narrow
from pipeline.screening.case import Case, page_of
from pipeline.screening.figures.money import yuan
from pipeline.screening.figures.people_and_money import Clash
from schemas.facts import Passage

_CAPITAL = "零〇壹贰貳叁參肆伍陆陸柒捌玖拾佰仟万萬亿億"
_DIGIT = "壹贰貳叁參肆伍陆陸柒捌玖"
_CAPITALS = re.compile(
    rf"(?=[{_CAPITAL}]{{0,3}}[{_DIGIT}])(?P<sum>[{_CAPITAL}]{{2,24}}[元圆圓](?:零?[{_DIGIT}][角分]){{0,2}})[整正]?"
)
_FIGURES = r"[¥￥]?\s?(?P<figures>\d[\d,，]{0,18}(?:\.\d{1,6})?\s?[百千万亿]{0,2}元?)"
# 总报价（小写）；金额（万元）：456, （小写：￥4,560,000）
_SMALL = re.compile(rf"小写[^\d。]{{0,24}}?{_FIGURES}")
# 456万元（大写：…, 4,560,000元（人民币…
_BEFORE = re.compile(rf"{_FIGURES}\s?[（(，,]?\s?(?:人民币|大写|[：:）)]){{1,4}}\s?$")
_NAME = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{2,10}}?)(?:人民币|[为：:])?\s?(?:{_FIGURES})?[（(，,：:]{{0,2}}\s?(?:人民币)?[（(]?(?:大写|小写)"
)
_FACTORS = (1, 1e4, 1e-4)  # which of 元 and 万元 a number without a unit is in, the table's head tells
_SMALL_DIFFERENCE = 5e-4
_FARTHEST = 48  # characters of the figures before the capitals
_WHAT, _SURE = "总报价", 0.8


@dataclass(frozen=True, slots=True)
class _Capitals:
    yuan: float
    words: str
    start: int


def capital_clashes(case: Case) -> Iterator[Clash]:
    """The first sum whose capitals say another one than its figures: in their passage, else in one right beside it."""
    passages = case.submission.passages
    for index, passage in enumerate(passages):
        for capitals in _capitals(passage.text):
            beside = (passages[at] for at in (index - 1, index + 1) if 0 <= at < len(passages))
            figures = _figures(passage.text, capitals.start) or [said for one in beside for said in _small(one.text)]
            if figures and not any(_is_same(said, capitals.yuan) for said in figures):
                yield _clash(passage, figures[0], capitals)
                return


def _capitals(text: str) -> Iterator[_Capitals]:
    for match in _CAPITALS.finditer(text):
        said = next((q for q in find_quantities(re.sub("[圆圓]", "元", match["sum"])) if q.unit == "元"), None)
        if said is not None:
            yield _Capitals(said.value, match.group(), match.start())


def _figures(text: str, at: int) -> list[str]:
    """The figures before the capitals at ``at``, or those of the passage that are called so."""
    match = _BEFORE.search(text, max(0, at - _FARTHEST), at)
    return [match["figures"].strip()] if match is not None else _small(text)


def _small(text: str) -> list[str]:
    return [match["figures"].strip() for match in _SMALL.finditer(text)]


def _is_same(figures: str, capitals: float) -> bool:
    value = yuan(figures)
    factors = (1,) if value is not None else _FACTORS
    given = value if value is not None else float(re.sub(r"[^\d.]", "", figures))
    return any(isclose(given * factor, capitals, rel_tol=_SMALL_DIFFERENCE) for factor in factors)


def _clash(passage: Passage, figures: str, capitals: _Capitals) -> Clash:
    named = _NAME.search(passage.text)
    name = named["name"] if named is not None else _WHAT
    where = page_of(passage.evidence, "申报材料")
    text = f"{name}的小写与大写金额不一致：小写“{figures}”，大写“{capitals.words}”{where}，请核实。"
    return Clash(name, text, narrow(passage.evidence, capitals.words), _SURE)
