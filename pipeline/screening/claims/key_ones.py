"""Some of what is counted (重点语种) beside all of it (覆盖语种), where the notice asks for a number of each."""

import re

from pipeline.screening.case import Case
from schemas.facts import Target

_KEY = re.compile(r"重点|主要|核心|关键|主流")
_LEAST = 2  # characters of what is counted


def counts_the_others(case: Case, required: Target, claim: Target) -> bool:
    """27种语言 is no count of the key ones, and 四种重点语言 none of all."""
    if required.canonical_unit != "个":
        return False
    key = _KEY.match(required.metric)
    said = _KEY.search(claim.metric + claim.evidence.text) is not None
    if said is (key is not None):
        return False
    others = [o.target.metric for o in case.of("numeric_target") if o.target is not None and o.target is not required]
    if key is not None:
        return any(_is_all_of(required.metric[key.end() :], other) for other in others)
    keys = [(other, found.end()) for other in others if (found := _KEY.match(other)) is not None]
    return any(_is_all_of(other[end:], required.metric) for other, end in keys)


def _is_all_of(thing: str, metric: str) -> bool:
    return len(thing) >= _LEAST and thing in metric and _KEY.search(metric) is None
