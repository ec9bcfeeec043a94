"""A metric of the direction under two shorter names with two values: 集群规模2048卡 and 节点扩展规模1536卡."""

from collections.abc import Iterator
from math import isclose

from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.case import Case
from pipeline.screening.claims.compare import canonical_pair
from pipeline.screening.said_twice.repeats import ROUGH, are_apart, clash_of, is_own
from schemas.facts import Target

# Units that many things are counted or measured in; 卡, PFLOPS, 毫西弗 measure one thing of a direction.
_COMMON = frozenset("项件个篇部台套家人名种条次款类座册元万%％年月天时吨米℃")
_SHORTEST, _CHUNK, _MOST_CHUNKS = 4, 2, 3


def overview_clashes(case: Case) -> Iterator[Clash]:
    """The first contradiction for a metric that alone of all the direction's has its unit.

    Each name is made of words of the required metric, in their order, and ends as it does.
    """
    asked = [o.target for o in case.of("numeric_target") if o.target is not None]
    for obligation in case.of("numeric_target"):
        required = obligation.target
        if required is None or not _is_alone(required, asked):
            continue
        claims = [c for c in case.submission.targets if _is_short_for(c, required) and is_own(case, required, c)]
        for other in claims[1:]:
            pair = canonical_pair(claims[0], other)
            same_time = claims[0].due is None or other.due is None or claims[0].due[:4] == other.due[:4]
            far = pair is not None and not isclose(*pair, rel_tol=ROUGH)
            plain = claims[0].comparator == other.comparator
            if far and same_time and plain and are_apart(case, claims[0], other):
                yield clash_of(obligation.name, claims[0], other)
                break


def _is_alone(required: Target, asked: list[Target]) -> bool:
    if required.unit is None or required.unit in _COMMON:
        return False
    units = [(one.unit, one.canonical_unit) for one in asked]
    counted = required.canonical_unit in _COMMON  # 卡 and 台 are both 个
    return sum(unit == required.unit or (not counted and made == required.canonical_unit) for unit, made in units) == 1


def _is_short_for(claim: Target, required: Target) -> bool:
    if claim.stage != "final" or canonical_pair(required, claim) is None:
        return False
    name, whole = claim.metric, required.metric
    ends = len(name) >= _SHORTEST and whole.endswith(name[-_CHUNK:])
    return ends and _chunks(name, whole) <= _MOST_CHUNKS


def _chunks(name: str, whole: str) -> int:
    """Of how many runs of ``whole``, two characters or more each and in its order, the name is made; many for none."""
    count, at = 0, 0
    while name:
        length = next((n for n in range(len(name), _CHUNK - 1, -1) if whole.find(name[:n], at) >= 0), 0)
        if not length:
            return _MOST_CHUNKS + 1
        at, count, name = whole.find(name[:length], at) + length, count + 1, name[length:]
    return count
