"""Claims told by their place: applicants go through the notice's indicators in order, under names of their own.

Where A1热解段二噁英脱除 and A2出料灰可溶氯 stand before the claim that answers the third indicator, and A4 between
those of the third and the fifth, they answer the first two and the fourth: as many claims as indicators, each in the
unit asked for and bound on the same side.
"""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.screening.case import Case
from pipeline.screening.figures.compare import canonical_pair, reaches
from pipeline.screening.figures.left_over import is_measured, opposed
from pipeline.screening.figures.metrics import candidates, measures_another, same_measure_word, symbols
from schemas.facts import Target

NEXT = 160  # characters between two claims of one list or table
ANCHORS = 2  # indicators whose claims are told by their names
LEAST, KINDS = 4, 3  # indicators, and kinds of units, of a list that is told as a whole
SURE = 0.5  # the likeness of such a claim


def by_place(case: Case, required: Target) -> tuple[Target, bool] | None:
    """The claim that stands where the required one should: between, before or behind those told by their names.

    With whether that is sure: of a list told as a whole, or between two of it.
    """
    asked = [o.target for o in case.of("numeric_target") if o.target is not None]
    claims = sorted(
        (claim for claim in case.submission.targets if claim.stage == "final"),
        key=lambda claim: (claim.evidence.file or "", claim.evidence.start),
    )
    named = _named(case, asked, claims)
    here = asked.index(required)
    if named[here] is not None:
        return None
    whole = _as_a_whole(asked, claims, named)
    if whole is not None:
        return whole[here], True
    anchors = [at for at in named if at is not None]
    if len(anchors) < ANCHORS or anchors != sorted(set(anchors)):
        return None
    before = next((at for at in range(here - 1, -1, -1) if named[at] is not None), None)
    behind = next((at for at in range(here + 1, len(asked)) if named[at] is not None), None)
    gap = asked[(-1 if before is None else before) + 1 : len(asked) if behind is None else behind]
    place = _between(claims, *(None if at is None else named[at] for at in (before, behind)))
    if before is not None and behind is not None:  # what else is said there fits none of them
        place = [claim for claim in place if any(_fits(one, claim) for one in gap)]
    if len(place) != len(gap) or not all(_fits(*pair) for pair in zip(gap, place, strict=True)):
        return None
    claim = place[gap.index(required)]
    between = before is not None and behind is not None
    return (claim, between) if reaches(required, claim) or (between and is_measured(required)) else None


def _named(case: Case, asked: Sequence[Target], claims: Sequence[Target]) -> list[int | None]:
    """For each indicator the index of the claim that is likest to it by name, where it is alike enough."""
    found: list[int | None] = []
    for one in asked:
        told = [(score, claims.index(claim)) for score, claim in candidates(case, one, tuple(claims))]
        best, index = max(told, key=lambda pair: (pair[0], -pair[1]), default=(0.0, 0))
        found.append(index if best >= SURE and not opposed(one, claims[index]) else None)
    return found


def _as_a_whole(asked: Sequence[Target], claims: Sequence[Target], named: Sequence[int | None]) -> list[Target] | None:
    """The one stretch of a list or table with as many claims as indicators, each fit for the one of its rank.

    Of units of several kinds, so that the order cannot be another one by chance, and with no claim in it that is
    likest to an indicator of another rank.
    """
    if len(asked) < LEAST or len({one.canonical_unit for one in asked}) < KINDS:
        return None
    found = []
    for at in range(len(claims) - len(asked) + 1):
        run = list(claims[at : at + len(asked)])
        ranks = {index - at: rank for rank, index in enumerate(named) if index is not None}
        if (
            all(rank == own for own, rank in ranks.items() if 0 <= own < len(run))
            and all(_follows(*pair) for pair in pairwise(run))
            and all(_fits(*pair) for pair in zip(asked, run, strict=True))
        ):
            found.append(run)
    return found[0] if len(found) == 1 else None


def _between(claims: Sequence[Target], before: int | None, behind: int | None) -> list[Target]:
    """The claims of one list between two of it, else all of it behind the one or before the other."""
    if before is not None and behind is not None:
        run = claims[before : behind + 1]
        return list(run[1:-1]) if all(_follows(*pair) for pair in pairwise(run)) else []
    found: list[Target] = []
    if before is not None:
        for last, claim in pairwise(claims[before:]):
            if not _follows(last, claim):
                break
            found.append(claim)
    elif behind is not None:
        for following, claim in pairwise(reversed(claims[: behind + 1])):
            if not _follows(claim, following):
                break
            found.insert(0, claim)
    return found


def _follows(one: Target, other: Target) -> bool:
    return one.evidence.file == other.evidence.file and other.evidence.start - one.evidence.end <= NEXT


def _fits(required: Target, claim: Target) -> bool:
    if (required.unit is None) != (claim.unit is None):
        return False  # PUE is no number of cards
    if opposed(required, claim) or measures_another(required.metric, claim.metric):
        return False
    if not symbols(required.metric) <= symbols(claim.metric) and symbols(claim.metric):
        return False  # INT8 where FP16 is asked
    return canonical_pair(required, claim) is not None and same_measure_word(required, claim)
