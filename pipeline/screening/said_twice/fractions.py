"""A result told as a fraction or multiple in two places with two values: 降至现有的二十分之一, 1/10 in the table."""

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
_FRACTION = re.compile(
    rf"(?P<whole>[{_HAN}万]{{1,4}}|\d{{1,4}})分之(?P<part>[{_HAN}]{{1,3}}|\d{{1,3}})"
    r"|(?<![\d/／.])(?P<over>\d{1,2})\s?[/／]\s?(?P<under>\d{1,4})(?![\d/／.]|\s?[年月日])"
    rf"|(?<![\d.])(?P<times>\d{{1,4}}(?:\.\d{{1,2}})?|[{_HAN}]{{1,3}})\s?倍(?![率频压数增])"
)
_PER_CENT = frozenset({"百", "千", "万"})
# 降至…的, 为…的: what is left, not by how much it fell
_TO = re.compile(
    r"(?P<before>.*)(?:[降减低短少缩压提升高增大加扩]{1,4}[至到为]|仅?[为是]|只有|达到?|相当于|不[超高大多][过于出]?|控制在)(?P<of>[^，。；;]{0,16})$"
)
_LEADS = re.compile(r"^(?:[其使将令让并可且]|从而|能够?|最终|预计|可将|项目|系统|产品|平台|实现)+|的$")
_NAME = re.compile(r"[\u4e00-\u9fff]{4,16}")
_OTHER = re.compile(r"年|期|阶段|基线|目前|现有|国外|同类|竞品|代")
_CASE = re.compile(r"时(?![间延长效])|工况|条件|场景|其中|分别|最[高低大小好差]|峰值|平均|以[上下内]|部分|个别")
_FEWEST, _SURE = 2, 0.6
_ASIDE = frozenset({Role.PROOFS, Role.COMMITMENT, Role.INSTRUCTIONS})


@dataclass(frozen=True, slots=True)
class _Row:
    """A row's name and the one fraction in it; ``times``: a multiple."""

    name: str
    value: float
    words: str
    evidence: Evidence
    times: bool


@dataclass(frozen=True, slots=True)
class _Said:
    """A clause: the words before its verb, what the fraction is of, and the fraction."""

    before: str
    of: str
    value: float
    clause: str
    evidence: Evidence
    times: bool


def fraction_clashes(case: Case) -> Iterator[Clash]:
    """The first row whose value a clause names with another fraction, of the same thing; else the first two clauses."""
    told = [passage for passage in case.submission.passages if passage.role not in _ASIDE]
    told = [passage for passage in told if _FRACTION.search(passage.text)]
    rows = [row for passage in told if (row := _row(passage)) is not None]
    said = [one for passage in told if _row(passage) is None for one in _in_clauses(passage)]
    for one in said if rows else ():
        row = next((row for row in rows if row.name in one.before and row.times is one.times), None)
        if row is not None and not isclose(row.value, one.value, rel_tol=0.01):
            yield _clash(row.name, row.words, row.evidence, one)
            return
    first: dict[tuple[str, bool], _Said] = {}
    for one in said:
        name = _LEADS.sub("", one.before)
        other = first.setdefault((name, one.times), one) if _NAME.fullmatch(name) else one
        alike = one.of in other.of or other.of in one.of  # what it is a fraction of
        if alike and not isclose(other.value, one.value, rel_tol=0.01):
            yield _clash(name, other.clause, other.evidence, one)
            return


def _in_clauses(passage: Passage) -> Iterator[_Said]:
    """The fraction of each clause that tells one, of a result and of no case of its own."""
    for clause in re.split(r"[，。；;\n]", passage.text):
        match = _FRACTION.search(clause)
        to = _TO.match(clause[: match.start()]) if match is not None else None
        value = _value(match) if match is not None and to is not None else None
        if match is None or to is None or value is None or _OTHER.search(clause) or _CASE.search(clause):
            continue
        before = re.split("[：:、]", to["before"])[-1].strip()
        of = to["of"].removesuffix("的")
        times = match["times"] is not None
        yield _Said(before, of, value, clause.strip(), narrow(passage.evidence, clause), times)


def _row(passage: Passage) -> _Row | None:
    """主要技术指标：单次推理能耗；目标值：传统网络的五分之一: the first cell that is a name, and the one fraction."""
    found = [match for match in _FRACTION.finditer(passage.text) if _value(match) is not None]
    cells = [cell.rpartition("：")[2].strip() for cell in passage.text.split("；")]
    value = _value(found[0]) if len(found) == 1 else None
    if "。" in passage.text or len(cells) < _FEWEST or value is None or _NAME.fullmatch(cells[0]) is None:
        return None
    words = next((cell for cell in cells if found[0].group() in cell), found[0].group())
    return _Row(cells[0], value, words, passage.evidence, found[0]["times"] is not None)


def _value(match: re.Match[str]) -> float | None:
    """None for a share in a hundred, which is no fraction of the trade's kind."""
    if match["times"] is not None:
        return _number(match["times"])
    if match["whole"] in _PER_CENT or match["under"] == "100":
        return None
    whole, part = (_number(said) for said in (match["whole"] or match["under"], match["part"] or match["over"]))
    return float(part) / float(whole) if whole and part else None


def _number(said: str) -> float | None:
    value = float(said) if said[0].isdigit() else han_value(said)
    return float(value) if value is not None else None


def _clash(name: str, words: str, evidence: Evidence, other: _Said) -> Clash:
    text = (
        f"「{name}」前后不一致：正文写“{other.clause}”{page_of(other.evidence, '申报材料')}，"
        f"另一处为“{words}”{page_of(evidence, '申报材料')}，请核实。"
    )
    return Clash(name, text, other.evidence, _SURE)
