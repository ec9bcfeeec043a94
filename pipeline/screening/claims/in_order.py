"""Claims told by their place: applicants go through the notice's indicators in order, under names of their own.

Indicators and claims are aligned as two sequences are (Needleman and Wunsch 1970): each indicator with at most one
claim behind those of the indicators before it, the likest names and the values that reach what is asked first. So
A1热解段脱毒99.8% and A2出料可溶组分0.8% answer the first two of five, where A3, A4 and A5 answer the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.screening.case import Case
from pipeline.screening.claims.compare import canonical_pair, reaches
from pipeline.screening.claims.kindred import moves_against
from pipeline.screening.claims.left_over import in_one_unit, is_aside, is_measured, opposed
from pipeline.screening.claims.metrics import measures_another, promised, same_measure_word, symbols
from schemas.facts import Target

NEXT = 320  # characters between two claims of one list or table, with what is said of each
# So many indicators told by name, or kinds of units told one after the other, make a list the notice's.
ANCHORS, KINDS = 2, 3
LEAST = 4  # indicators of a list whose ends are told with the rest
ALIKE = 0.5  # the likeness of a claim told by its name
REACHES, CLOSE, MEASURED = 0.3, 0.2, 0.2  # what speaks for a pair beside its names
CLEAR = 0.25  # how much liker than any other claim of its unit one has to be to stand alone
SKIPPED = 0.05  # what a claim that is passed over costs
_SHARES = ("%", "％", "倍")
FACTOR = 3.0  # a promise is seldom further from what is asked


_Way = tuple[float, tuple[int, int] | None]
"""The worth of the pairs so far, and the last of them."""


@dataclass(frozen=True, slots=True)
class _Aligned:
    """The claims in their order, the index of that of each indicator, and how like each pair's names are."""

    claims: Sequence[Target]
    of: dict[int, int]
    alike: dict[tuple[int, int], float]


def by_place(case: Case, required: Target) -> tuple[Target, bool] | None:
    """The claim that stands where the required one should.

    With whether that is sure: no other one there would do, and it stands between two others of the list, or the list
    answers all.
    """
    asked = [o.target for o in case.of("numeric_target") if o.target is not None]
    aligned = case.once("claims in order", lambda: _align(case, asked))
    here = asked.index(required)
    if here not in aligned.of or not _is_the_notices(asked, aligned):
        return None
    claims, at = aligned.claims, aligned.of[here]
    before = max((j for i, j in aligned.of.items() if i < here), default=None)
    behind = min((j for i, j in aligned.of.items() if i > here), default=None)
    if not any(_is_near(claims[at], claims[j]) for j in (before, behind) if j is not None):
        return None
    first, last = before if before is not None else at - 2, behind if behind is not None else at + 2
    around = range(max(first + 1, 0), min(last, len(claims)))
    liker = aligned.alike[here, at] - CLEAR  # 以75%负荷为考核工况 beside 甲醇供能占比 is no rival for 甲醇能量替代率
    alone = not any(j != at and aligned.alike.get((here, j), -1.0) > liker for j in around)
    between = before is not None and behind is not None
    sure = alone and (between or LEAST <= len(asked) == len(aligned.of))
    if reaches(required, claims[at]):
        one_unit = is_measured(required) or in_one_unit(claims[at], required)
        return (claims[at], sure) if between or sure or (alone and one_unit and required.unit not in _SHARES) else None
    return (claims[at], True) if sure and is_measured(required) else None


def _is_the_notices(asked: Sequence[Target], aligned: _Aligned) -> bool:
    """Enough of the list is told by name, or by units of several kinds in the notice's order."""
    named = sum(aligned.alike[pair] >= ALIKE for pair in aligned.of.items())
    return named >= ANCHORS or len({asked[i].canonical_unit for i in aligned.of}) >= KINDS


def _align(case: Case, asked: Sequence[Target]) -> _Aligned:
    claims = sorted(
        (c for c in case.submission.targets if c.stage == "final" and not is_aside(c.evidence.text)),
        key=lambda claim: (claim.evidence.file or "", claim.evidence.start),
    )
    alike: dict[tuple[int, int], float] = {}
    worth: dict[tuple[int, int], float] = {}
    for i, one in enumerate(asked):
        likeness = {id(claim): score for score, claim in promised(case, one)}
        for j, claim in enumerate(claims):
            if id(claim) in likeness and _fits(one, claim):
                alike[i, j] = likeness[id(claim)]
                worth[i, j] = alike[i, j] + _speaks_for(one, claim)
    own = {j for (_, j), likeness in alike.items() if likeness >= ALIKE}  # told by name: 节水率35% is of no other
    worth = {pair: value for pair, value in worth.items() if pair[1] not in own or alike[pair] >= ALIKE}
    return _Aligned(claims, best_pairs(len(asked), len(claims), worth), alike)


def best_pairs(rows: int, columns: int, worth: dict[tuple[int, int], float]) -> dict[int, int]:
    """The pairs of the greatest worth whose indices both rise, what is passed over between them counted.

    ``reached[j]`` is the best way that ends above the row and before column j, its skips counted from column 0.
    """
    nothing: _Way = (0.0, None)
    reached: list[_Way] = [nothing] * (columns + 1)
    came: dict[tuple[int, int], tuple[int, int] | None] = {}
    best: _Way = nothing
    for i in range(rows):
        here = reached.copy()
        for j in range(columns):
            if (i, j) in worth:
                before, pair = reached[j]
                before -= SKIPPED * (j - 1) if pair is not None else 0.0
                came[i, j] = pair if before > 0 else None
                total = worth[i, j] + max(before, 0.0)
                best = max(best, (total, (i, j)), key=lambda way: way[0])
                here[j + 1] = max(here[j + 1], (total + SKIPPED * j, (i, j)), key=lambda way: way[0])
            here[j + 1] = max(here[j + 1], here[j], key=lambda way: way[0])
        reached = here
    found: dict[int, int] = {}
    at = best[1]
    while at is not None:
        found[at[0]] = at[1]
        at = came[at]
    return found


def _speaks_for(required: Target, claim: Target) -> float:
    pair = canonical_pair(required, claim)
    close = pair is not None and min(map(abs, pair)) > 0 and max(map(abs, pair)) / min(map(abs, pair)) <= FACTOR
    enough = reaches(required, claim) is True
    return REACHES * enough + CLOSE * close + MEASURED * is_measured(required)


def _is_near(one: Target, other: Target) -> bool:
    apart = max(one.evidence.start, other.evidence.start) - min(one.evidence.end, other.evidence.end)
    return one.evidence.file == other.evidence.file and apart <= NEXT


def _fits(required: Target, claim: Target) -> bool:
    if (required.unit is None) != (claim.unit is None):
        return False  # PUE is no number of cards
    if claim.comparator == "~" or moves_against(required.metric, claim.metric):
        return False  # 费用可降低约三成 is no 利用率提升20%以上
    if opposed(required, claim) or measures_another(required.metric, claim.metric):
        return False
    if not symbols(required.metric) <= symbols(claim.metric) and symbols(claim.metric):
        return False  # INT8 where FP16 is asked
    return canonical_pair(required, claim) is not None and same_measure_word(required, claim)
