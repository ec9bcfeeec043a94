"""A plan that stops (跑到150天即停机, 累计供货520支后收口) before what is promised is reached."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.values.quantities import Quantity, find_quantities
from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of
from pipeline.screening.claims.compare import canonical_pair, is_counted, reaches, spoken
from pipeline.screening.claims.named_values import as_claim
from pipeline.screening.said_twice.plans import is_in_plan
from pipeline.screening.said_twice.promises import promised
from pipeline.screening.said_twice.repeats import CAUSE
from schemas.evidence import Evidence
from schemas.facts import Target
from schemas.outline import Role

_STOPS = re.compile(
    r"\s?(?:以后|之后|后|时|即|就|便|全部|[，,])*(?:收口|收尾|收官|收工|停(?=[\u4e00-\u9fff])|结束|为止|终止|中止|不再|封存|关停|拆除|拆机|退役|撤[场出]|下线|打住|截止)"
)
# 停机检修后继续, 第一阶段结束: the work goes on
_GOES_ON = re.compile(
    r"继续|恢复|(?<!不)再[次启转开运]|重新|续跑|转入|随后|一期|首[期批]|第[一二三]批|阶段(?:性)?(?:运行|试验)?结束|检修后|停用[旧原]"
)
_AT_MOST = frozenset({"<=", "<", "~", "range"})
_ASIDE = frozenset({Role.PROOFS, Role.COMMITMENT, Role.INSTRUCTIONS, Role.COVER})
_SURE = 0.6


@dataclass(frozen=True, slots=True)
class _Stage:
    """What is done in it, where that stands, and its figures."""

    text: str
    evidence: Evidence
    figures: tuple[Quantity, ...]


def _stage(text: str, evidence: Evidence) -> _Stage:
    return _Stage(text, evidence, find_quantities(text))


def stop_clashes(case: Case) -> Iterator[Clash]:
    """The first stage for each metric, the only one in its unit, at whose shorter figure the plan says to stop."""
    known = promised(case)
    stages = _stages(case) if known else []
    for name, _, claim in known:
        others = [one for _, _, one in known if one is not claim]
        if claim.comparator in _AT_MOST or any(_in_its_unit(claim, other) for other in others):
            continue
        said = [pair for stage in stages for pair in _said(stage, claim)]
        if any(reaches(claim, as_claim(one, claim, stage.evidence)) for stage, one in said):
            continue
        for stage, one in said:
            if _STOPS.match(stage.text, one.outer_end) and not _GOES_ON.search(stage.text[one.outer_end :]):
                yield _clash(name, claim, stage, one)
                break


def _stages(case: Case) -> list[_Stage]:
    """Those of the plan, and the sentences of its chapter."""
    stages = [_stage(one.text, one.evidence) for one in case.submission.milestones]
    told = (p for p in case.with_figures if is_in_plan(p) and p.role not in _ASIDE)
    stages += [_stage(sentence, p.evidence) for p in told for sentence in re.split(r"[。\n]", p.text)]
    return [stage for stage in stages if stage.figures]


def _in_its_unit(claim: Target, other: Target) -> bool:
    counted = is_counted(claim) or is_counted(other)
    return claim.unit == other.unit if counted else canonical_pair(claim, other) is not None


def _said(stage: _Stage, claim: Target) -> Iterator[tuple[_Stage, Quantity]]:
    for one in stage.figures:
        same = one.unit == claim.unit or not is_counted(claim)
        if same and canonical_pair(claim, as_claim(one, claim, stage.evidence)) is not None:
            yield stage, one


def _clash(name: str, claim: Target, stage: _Stage, one: Quantity) -> Clash:
    stop = _STOPS.match(stage.text, one.outer_end)
    clause = re.split(r"[，,。；;]", stage.text[: one.start])[-1]
    words = f"{clause}{stage.text[one.start : stop.end() if stop is not None else one.outer_end]}".strip()
    found = narrow(stage.evidence, words)
    text = (
        f"「{name}」前后不一致：承诺{spoken(claim)}{page_of(claim.evidence, '申报材料')}，"
        f"进度安排写“{words}”{page_of(found, '申报材料')}，达不到承诺值，请核实。"
    )
    return Clash(name, text, found, _SURE, f"{CAUSE}:{name}")
