"""A result told as a fraction in two places with two values: 降至传统网络的二十分之一, 五分之一 in the table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isclose

from extractors.values.han_numerals import han_value
from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of
from schemas.evidence import Evidence
from schemas.facts import Passage
from schemas.outline import Role

_HAN = "一二两三四五六七八九十百千"
_FRACTION = re.compile(rf"(?P<whole>[{_HAN}万]{{1,4}}|\d{{1,4}})分之(?P<part>[{_HAN}]{{1,3}}|\d{{1,3}})")
_PER_CENT = frozenset({"百", "千", "万"})
# 降至…的, 为…的: what is left, not by how much it fell
_TO = re.compile(
    r"(?:[降减低短少缩压]{1,4}[至到为]|仅?[为是]|只有|达到?|相当于|不[超高大多][过于出]?|控制在)(?P<of>[^，。；;]{0,16})$"
)
_NAME = re.compile(r"[\u4e00-\u9fff]{4,16}")
_OTHER = re.compile(r"年|期|阶段|基线|目前|现有|国外|同类|竞品")
_FEWEST, _SURE = 2, 0.6
_ASIDE = frozenset({Role.PROOFS, Role.COMMITMENT, Role.INSTRUCTIONS})


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    value: float
    words: str
    evidence: Evidence


def fraction_clashes(case: Case) -> Iterator[Clash]:
    """The first row whose value a clause names with another fraction, of the same thing."""
    told = [passage for passage in case.submission.passages if "分之" in passage.text and passage.role not in _ASIDE]
    rows = [row for passage in told if (row := _row(passage)) is not None]
    for passage in told if rows else ():
        for clause in re.split(r"[，。；;\n]", passage.text) if _row(passage) is None else ():
            match = _FRACTION.search(clause)
            to = _TO.search(clause[: match.start()]) if match is not None else None
            value = _value(match) if match is not None and to is not None else None
            if match is None or to is None or value is None or _OTHER.search(clause):
                continue
            row = next((row for row in rows if row.name in clause[: match.start()]), None)
            if row is not None and not isclose(row.value, value, rel_tol=0.01):
                yield _clash(row, clause, narrow(passage.evidence, clause))
                return


def _row(passage: Passage) -> _Row | None:
    """主要技术指标：单次推理能耗；目标值：传统网络的五分之一: the first cell that is a name, and the one fraction."""
    found = [match for match in _FRACTION.finditer(passage.text) if _value(match) is not None]
    cells = [cell.rpartition("：")[2].strip() for cell in passage.text.split("；")]
    value = _value(found[0]) if len(found) == 1 else None
    if "。" in passage.text or len(cells) < _FEWEST or value is None or _NAME.fullmatch(cells[0]) is None:
        return None
    words = next((cell for cell in cells if found[0].group() in cell), found[0].group())
    return _Row(cells[0], value, words, passage.evidence)


def _value(match: re.Match[str]) -> float | None:
    """None for a share in a hundred, which is no fraction of the trade's kind."""
    if match["whole"] in _PER_CENT:
        return None
    whole, part = (float(said) if said.isdigit() else han_value(said) for said in (match["whole"], match["part"]))
    return float(part) / float(whole) if whole and part else None


def _clash(row: _Row, clause: str, found: Evidence) -> Clash:
    text = (
        f"「{row.name}」前后不一致：正文写“{clause.strip()}”{page_of(found, '申报材料')}，"
        f"表中为“{row.words}”{page_of(row.evidence, '申报材料')}，请核实。"
    )
    return Clash(row.name, text, found, _SURE)
