"""Several values of one cell, each for a case of its own (静息时不大于2%，运动状态不大于5%): that of the metric's case.

A claim is named by its row, so that all of them bear the metric's name; only the words before its own figure say for
which case it holds.
"""

import re
from collections.abc import Sequence

from schemas.facts import Target

# 时, 状态, 条件 stand behind any case and tell none apart; so do the words of a bound.
_CASE = re.compile(
    r"^\W*(?:其中)?(?:在)?(?P<case>[\u4e00-\u9fffA-Za-z]{2,8}?)(?P<mark>(?:状态|条件|工况|环境|场景|模式)?[下时]?)(?:[，：:]|的|应|可)?"
    r"(?:误差|偏差)?(?:不[低少高大超小多]|[≥≤＞＜><]|[大小高低多少]于|\d)"
)
# 主机段3.0 kWh/m³；计入预处理后全流程为3.5 kWh/m³: of a part, and of the whole
_OF_WHOLE = re.compile(r"全(?:流程|系统|过程|链条|工艺)|整(?:机|体|线|套|个)")
_OF_PART = re.compile(
    r"^\W*(?P<part>[\u4e00-\u9fff]{2,10}?(?:段|环节|工序|单元|部分|侧))(?:[，：:]|的|应|为|仅|约)?(?:[≤≥＜＞<>]|\d)"
)
_NEAR = 24  # characters between two values of one cell


def of_own_case(required: Target, claims: Sequence[Target]) -> list[Target]:
    """Those told for the metric's case, or for the whole, where others beside them are told for another; else all."""
    cases = [_case_of(claim) for claim in claims]
    if any(_names_case(required, claim) for claim in claims):
        cases = [_told_for(claim) for claim in claims]
    own = [claim for claim, case in zip(claims, cases, strict=True) if case and case in required.metric]
    others = [claim for claim, case in zip(claims, cases, strict=True) if case and case not in required.metric]
    beside = [claim for claim in others if any(_are_beside(claim, one) for one in own)]
    beside += _of_parts(required, claims)
    return [claim for claim in claims if claim not in beside]


def _of_parts(required: Target, claims: Sequence[Target]) -> list[Target]:
    """Those told for a part that the metric does not name, beside one told for the whole."""
    whole = [claim for claim in claims if _OF_WHOLE.search(claim.evidence.text)]
    parts = ((claim, _OF_PART.match(re.sub(r"\s", "", claim.evidence.text))) for claim in claims if whole)
    own = [claim for claim, part in parts if part is not None and part["part"] not in required.metric]
    return [claim for claim in own if any(_are_beside(claim, one) for one in whole if one is not claim)]


def _case_of(claim: Target) -> str:
    """运动 of 运动状态不大于5%; empty where the words before the figure name no case, or the metric itself."""
    said = _CASE.match(re.sub(r"\s", "", claim.evidence.text))
    return said["case"] if said is not None and said["mark"] else ""


def _names_case(required: Target, claim: Target) -> bool:
    """夜间目标92% of 夜间目标的识别率: the words before the figure are those that the claim's row leaves out."""
    case = _told_for(claim)
    return len(case) > 1 and case in required.metric and claim.metric in required.metric and case not in claim.metric


def _told_for(claim: Target) -> str:
    """The words before the figure, whatever they say."""
    said = _CASE.match(re.sub(r"\s", "", claim.evidence.text))
    return said["case"] if said is not None else ""


def _are_beside(one: Target, other: Target) -> bool:
    apart = max(one.evidence.start, other.evidence.start) - min(one.evidence.end, other.evidence.end)
    return (
        one.metric == other.metric
        and one.evidence.file == other.evidence.file
        and apart <= _NEAR
        and one.canonical_unit == other.canonical_unit
    )
