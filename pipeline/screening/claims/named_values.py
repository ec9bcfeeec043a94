"""Values said beside the metric's own name, in places that are not known to promise anything.

A value that stands in one clause with the whole name of the metric speaks of it all the same, unless another thing is
named before the value (节水率明显提高，成本下降35%) or the clause reports what there is.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest
from math import ceil

from extractors.application.baselines import before_turn
from extractors.values.quantities import Quantity, find_quantities
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case
from pipeline.screening.claims.compare import canonical_pair
from pipeline.screening.claims.metrics import measures_another, share
from pipeline.screening.claims.unread_promises import is_told, promising_passages, reports
from schemas.evidence import Evidence
from schemas.facts import Passage, Target

NAMED = 0.8  # the share of the metric's pairs of characters that stand in the clause
TAIL, TAIL_SHARE = 5, 0.5  # the least of the metric's end that names it, in characters and of the whole
LEADS = 0.5  # the share that makes the words right before the value speak of the metric
LONGEST = 400  # characters of a clause: what is longer is no clause
SHORT_CELL = 40  # characters in which the value stands in the next cell
LABEL = 8  # characters of a cell with the name of the metric beside that name (指标：节水率)
_FACTORS = {"亿": 1e8, "万": 1e4, None: 1.0}
_CLAUSE = re.compile(r"[^。；;！？\n]+")
# 榜题要求：不低于…: a cell that tells what the call asks
_OF_CALL = re.compile(
    r"\s*(?:榜[单题文]?|通知|通告|指南|公告|公开信|任务|考核|发榜方?|需求方?)的?(?:要求|规定|指标|底线|门槛|目标)(?:值)?\s?[:：]"
)
_PIECE = re.compile(r"[，,、\t]")
_COUNTED_IN = re.compile(r"\d\s?[万亿]?(?P<word>(?![万亿千百以左余多])[\u4e00-\u9fff]{1,2})(?=$|[，,。；;、）)以])")
# Between the metric's piece of the clause and the value nothing else is named: 我们承诺不低于, 目标：≥.
PROMISE = re.compile(
    r"[\W\d我本方们单位公司项目承诺保证确预计期力争划拟将可能应须目标值指设要求提高升降低下减少增加控制持稳定实现达到不于为至在由从是约的均都年月底前]*"
)


def named_claims(case: Case, required: Target) -> Iterator[Target]:
    """Claims of the required metric by its name, of the same dimension, in the order of the text."""
    for passage in promising_passages(case):
        for claim in _of_passage(passage, required):
            if not is_told(case, claim.evidence):
                yield claim


def _of_passage(passage: Passage, required: Target) -> Iterator[Target]:
    """One claim a clause that names the metric: in it, behind the name, else at the head of the next cell."""
    clauses = [before_turn(match.group()) for match in _CLAUSE.finditer(passage.text)]
    clauses = [clause for clause in clauses if _OF_CALL.match(clause) is None]
    for clause, behind in zip_longest(clauses, clauses[1:], fillvalue=""):
        if measures_another(required.metric, _head_of(clause, required.metric)):
            continue
        if len(clause) <= LONGEST and _names(required.metric, clause) and not reports(clause + behind):
            here = [_claim(passage, clause, said, required) for said in _said(clause, required.metric)]
            if required.unit is None:
                yield from _bare(passage, clause, required)
            there = [_claim(passage, behind, said, required) for said in _in_next_cell(clause, behind, required.metric)]
            yield from [claim for claim in here or there if canonical_pair(required, claim) is not None][:1]


def _head_of(clause: str, metric: str) -> str:
    """The clause's first characters, as many as the metric has: 下位机响应时间 of 下位机响应时间不超过80毫秒."""
    return clause.strip()[: len(metric)]


def _names(metric: str, clause: str) -> bool:
    """Most of its pairs of characters, or its end in one piece: 状态更新时延 is 车位状态更新时延."""
    tail = metric[-max(TAIL, ceil(TAIL_SHARE * len(metric))) :]
    return share(metric, clause) >= NAMED or (len(metric) > TAIL and tail in clause)


def _said(clause: str, metric: str) -> Iterator[Quantity]:
    """The quantities behind the metric's name with no other thing named before them, or behind its last word again.

    核验规则库…共沉淀规则56条 speaks of 核验规则; 25% in 由25%提高到32% is past.
    """
    name = clause.find(metric[:2])
    name = max(clause.find(metric[-TAIL:]), 0) if name < 0 else name
    for said in find_quantities(clause):
        lead = _PIECE.split(clause[: said.outer_start])[-1]
        past = lead.endswith(("由", "从"))
        told = PROMISE.fullmatch(lead) or share(metric, lead) >= LEADS or lead.rstrip().endswith(metric[-2:])
        if said.start >= name and not past and told:
            yield said


def _in_next_cell(clause: str, behind: str, metric: str) -> list[Quantity]:
    """Those at the head of the next cell, where this one holds no more than the metric's name."""
    if len(clause.strip()) > len(metric) + LABEL:
        return []
    return [said for said in find_quantities(behind[:SHORT_CELL]) if PROMISE.fullmatch(behind, 0, said.outer_start)]


def _bare(passage: Passage, clause: str, required: Target) -> Iterator[Target]:
    """年处理废菌棒120万棒: of what no lexicon counts, the number behind the metric's name, before its last letter.

    Or before the word that the call counts in: 年检测能力：2.4万包, where 不低于2万包 is asked.
    """
    name, words = re.escape(required.metric[-2:]), [required.metric[-1:]]
    asked = _COUNTED_IN.search(required.evidence.text)
    words += [asked["word"]] if asked is not None else []
    counted = "|".join(map(re.escape, words))
    match = re.search(
        rf"{name}[^\d，,。；;]{{0,6}}(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<factor>亿|万)?(?:{counted})",
        clause,
    )
    if match is not None:
        value = float(match["number"].replace(",", "")) * _FACTORS[match["factor"]]
        evidence = narrow(passage.evidence, match.group())
        update = {"comparator": "=", "value": value, "value_max": None, "canonical_value": value, "evidence": evidence}
        yield required.model_copy(update=update)


def as_claim(said: Quantity, required: Target, evidence: Evidence) -> Target:
    """The quantity as a claim of the required metric, where ``evidence`` says it."""
    value, unit = said.canonical
    return required.model_copy(
        update={
            "comparator": said.comparator,
            "value": said.value,
            "value_max": said.value_max,
            "unit": said.unit,
            "canonical_value": value,
            "canonical_unit": unit,
            "due": None,
            "evidence": evidence,
        }
    )


def _claim(passage: Passage, clause: str, said: Quantity, required: Target) -> Target:
    return as_claim(said, required, narrow(passage.evidence, clause[said.outer_start : said.outer_end]))
