"""A result that a sentence names with another value than the row of the table with that very result."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from math import isclose

from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of
from schemas.evidence import Evidence
from schemas.facts import Passage

_NUMBER = r"\d[\d,]{0,12}(?:\.\d{1,6})?"
# 数据集：某某集；任务：计数；指标：准确率；基线：41.7%；本作品：58.3%: a row under its heads
_CELL = re.compile(r"[^：；]{1,20}：(?P<value>[^：；]{1,40})")
_FIGURE = re.compile(rf"(?P<number>{_NUMBER})\s?(?P<unit>[%％]|[A-Za-z]{{1,6}})?")
# 58.3%, 12ms, 12 at the clause's end; 12台 counts what the row need not count.
_SAID = re.compile(
    rf"(?:达到?|为|是|约){{0,3}}\s?(?P<number>{_NUMBER})"
    r"(?:\s?(?P<unit>[%％]|[A-Za-z]{1,6})(?![A-Za-z\d.\-—~～])|(?!\s?[%％A-Za-z\d.\-—~～\u4e00-\u9fff]))"
)
# Of another time, work or variant, or how much it changed: other figures than the row's.
_OTHER = re.compile(
    r"年|月|期|阶段|目标|基线|底座|原有|同类|国外|竞品|提升|提高|增|升|降|减|去掉|去除|较|比|相差|至少|不低于|力争|预计|单卡|最[高低大小]"
)
_FEWEST_LABELS, _SHORTEST = 2, 6
_SAME = 0.02  # 约40% for 39.6%
_MOST_ROWS, _MOST_CLAIMS, _LONGEST_CLAUSE = 300, 2000, 200
_SURE = 0.65


@dataclass(frozen=True, slots=True)
class _Row:
    labels: tuple[str, ...]
    figures: tuple[tuple[float, str], ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Claim:
    before: str
    number: float
    unit: str
    words: str
    passage: Passage


def row_clashes(case: Case) -> Iterator[Clash]:
    """One for each sentence whose words hold all the labels of one row, and whose value none of the row's cells has."""
    rows = list(islice((row for passage in case.submission.passages if (row := _row(passage))), _MOST_ROWS))
    told: set[tuple[str, ...]] = set()
    for claim in islice(_claims(case), _MOST_CLAIMS) if rows else ():
        meant = [row for row in rows if _is_of(row, claim)]
        if len(meant) == 1 and meant[0].labels not in told and _differs(meant[0], claim):
            told.add(meant[0].labels)
            yield _clash(meant[0], claim)


def _clash(row: _Row, claim: _Claim) -> Clash:
    name, found = "".join(row.labels), narrow(claim.passage.evidence, claim.words)
    listed = "、".join(f"{number:g}{unit}" for number, unit in row.figures)
    text = (
        f"「{name}」前后不一致：正文写“{claim.words.strip()[-30:]}”{page_of(found, '申报材料')}，"
        f"表中该项为{listed}{page_of(row.evidence, '申报材料')}。"
    )
    return Clash(name, text, found, _SURE)


def _row(passage: Passage) -> _Row | None:
    """The row that a passage is; None where it is no row, or one without labels or figures."""
    values = [match["value"].strip() for match in _CELL.finditer(passage.text)] if "；" in passage.text else []
    if "。" in passage.text or passage.text.count("：") != len(values):
        return None
    figures = [_FIGURE.fullmatch(value) for value in values]
    labels = tuple(v for v, figure in zip(values, figures, strict=True) if figure is None and re.search(r"\w", v))
    numbers = tuple((_value(figure), _unit(figure)) for figure in figures if figure is not None)
    told = len(labels) >= _FEWEST_LABELS and len("".join(labels)) >= _SHORTEST
    return _Row(labels, numbers, passage.evidence) if told and numbers else None


def _claims(case: Case) -> Iterator[_Claim]:
    for passage in case.submission.passages:
        for clause in re.split(r"[，。；;\n]", passage.text) if "：" not in passage.text else ():
            if len(clause) > _LONGEST_CLAUSE or _OTHER.search(clause):
                continue
            for match in _SAID.finditer(clause):
                yield _Claim(clause[: match.start()], _value(match), _unit(match), clause[: match.end()], passage)


def _is_of(row: _Row, claim: _Claim) -> bool:
    """All labels stand before the number, one of them right before it."""
    return claim.before.endswith(row.labels) and all(label in claim.before for label in row.labels)


def _differs(row: _Row, claim: _Claim) -> bool:
    alike = [number for number, unit in row.figures if unit == claim.unit]
    return bool(alike) and not any(isclose(number, claim.number, rel_tol=_SAME) for number in alike)


def _value(match: re.Match[str]) -> float:
    return float(match["number"].replace(",", ""))


def _unit(match: re.Match[str]) -> str:
    return (match["unit"] or "").replace("％", "%")
