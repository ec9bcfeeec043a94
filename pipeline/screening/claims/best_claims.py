"""Which claim of the application answers a metric: by its name, in other words, as the one left, by its place."""

import re
from collections.abc import Sequence

from pipeline.screening.case import Case
from pipeline.screening.claims.bare_columns import beside_call
from pipeline.screening.claims.compare import canonical_pair, reaches
from pipeline.screening.claims.in_order import by_place
from pipeline.screening.claims.key_ones import counts_the_others
from pipeline.screening.claims.kindred import as_asked
from pipeline.screening.claims.left_over import (
    ONE_THING,
    in_one_unit,
    is_aside,
    is_measured,
    is_of_business,
    opposed,
    shares_word,
    taken_by_others,
    tells_apart,
)
from pipeline.screening.claims.metrics import head_of_name, measures_another, promised
from pipeline.screening.claims.named_values import named_claims
from pipeline.screening.claims.own_conditions import of_own_case
from pipeline.screening.claims.parts_summed import summed_parts
from pipeline.screening.claims.per_year import promised_by_day
from pipeline.screening.claims.shorthand import shorthand_claims
from pipeline.screening.claims.spelled import (
    counted_behind,
    counted_by_end,
    counted_by_name,
    counted_under_label,
    spelled_claims,
)
from pipeline.screening.claims.thresholds import is_threshold
from pipeline.screening.dates import first_day, last_day, spoken_day
from schemas.facts import Target

SPELLED = 0.6  # how surely a count in words (两套装置) answers
NAMED = 0.5  # how surely a value beside the metric's name answers, in a place that is not known to promise
UNSURE = 0.4  # the one left in its unit, under another name altogether: a person has to look
LEFT = 0.18  # the least likeness of a claim that is left over
SURE, APART = 0.7, 0.3  # a claim less sure than that is another metric's where it is so much surer of it
BY_NAME = 0.9  # a count behind whose measure word the whole name stands speaks rather than a claim less like it
NEAR = 0.08  # claims whose likeness is this close to the best one speak of the same metric
_FAR_OFF = 1e3  # times: what is that much more or less is another thing
_BOUND = re.compile(r"不[低少小超大高多]|[≥≤]|以[上下内]|至少|至多|控制在|不得")
OF_A_SIZE = re.compile(
    r"(?<![十百千万])[十百千万]+[^\s\d，。；]{1,2}(?:级|(?:以上)?规模)"
)  # 千卡级集群, 千卡以上规模: a name that tells the size roughly


def best_claim(case: Case, required: Target) -> tuple[Target | None, float]:
    """The claim that speaks of the metric, with its likeness; the sum of which it is a part, where that is told.

    What a row says right behind the call's own value is the promise, and that value none. One by the day is made one
    by the year.
    """
    row = beside_call(case, required)
    if row is not None and row.claim is not None:
        return row.claim, BY_NAME
    if (by_day := promised_by_day(case, required)) is not None:
        return by_day, BY_NAME
    claim, score = _best_claim(case, required)
    if claim is not None and is_threshold(case, required, claim):
        return None, 0.0
    if row is not None and claim is not None and claim.evidence.overlaps(row.whole):
        return None, 0.0
    whole = summed_parts(case, required, claim) if claim is not None else None
    return whole or claim, score


def _best_claim(case: Case, required: Target) -> tuple[Target | None, float]:
    """Of several near ones, the one that reaches it."""
    ranked = sorted(promised(case, required), key=lambda pair: -pair[0])
    ranked = [pair for pair in ranked if not _is_of_another(case, required, *pair)]
    ranked = [pair for pair in ranked if not is_threshold(case, required, pair[1])]
    ranked = [pair for pair in ranked if pair[0] >= SURE or not is_bound_otherwise(required, pair[1])]
    exact = [pair for pair in ranked if OF_A_SIZE.search(pair[1].evidence.text) is None]
    ranked = exact if exact and exact[0][0] >= case.settings.metric_alike else ranked
    if not ranked or ranked[0][0] < case.settings.metric_alike:
        return _under_another_name(case, required, ranked) or (None, ranked[0][0] if ranked else 0.0)
    if ranked[0][0] < BY_NAME and (named := _by_name(case, required)) is not None:
        return named, SPELLED
    close = [pair for pair in ranked if pair[0] >= ranked[0][0] - NEAR]
    close = [pair for pair in close if pair is ranked[0] or not _is_of_another(case, required, *pair, apart=NEAR)]
    claim = _that_reaches(required, of_own_case(required, [claim for _, claim in close]))
    return claim, next(score for score, one in close if one is claim)


def _under_another_name(
    case: Case, required: Target, ranked: Sequence[tuple[float, Target]]
) -> tuple[Target, float] | None:
    told = _in_other_words(case, required) or _by_head(case, required)
    if told is not None:
        return told
    only = _only_one(case, required, ranked)
    return only if only is not None and only[1] > UNSURE else _by_place(case, required) or only


def _by_head(case: Case, required: Target) -> tuple[Target, float] | None:
    """玉米秸秆的糖化得率 for 木质纤维素糖化得率: the one claim, of the one metric, whose name ends so."""
    others = [o.target.metric for o in case.of("numeric_target") if o.target is not None and o.target is not required]
    ending = [
        claim
        for claim in case.submission.targets
        if (name := head_of_name(claim.metric)) and required.metric.endswith(name)
        if not any(other.endswith(name) for other in others) and canonical_pair(required, claim) is not None
    ]
    heads = {head_of_name(claim.metric) for claim in ending}
    if len(heads) != 1 or len({claim.canonical_value for claim in ending}) != 1 or opposed(required, ending[0]):
        return None
    return ending[0], NAMED if reaches(required, ending[0]) else UNSURE


def _by_place(case: Case, required: Target) -> tuple[Target, float] | None:
    """The claim that stands where the indicators beside it say that it should."""
    placed = by_place(case, required)
    return (placed[0], NAMED if placed[1] else UNSURE) if placed is not None else None


def _that_reaches(required: Target, claims: Sequence[Target]) -> Target:
    """The first that reaches what is required in time, else late, else the first."""
    enough = [claim for claim in claims if reaches(required, claim)]
    in_time = [claim for claim in enough if too_late(required, claim) is None]
    return next(iter((*in_time, *enough, *claims)))


def _by_name(case: Case, required: Target) -> Target | None:
    """The largest count right before the whole name."""
    found = (claim for claim in counted_by_name(case, required) if not counts_the_others(case, required, claim))
    return max(found, key=_value, default=None)


def _is_of_another(case: Case, required: Target, score: float, claim: Target, *, apart: float | None = None) -> bool:
    """28种安全任务 answers the notice's 安全任务, and is none of its 现有安全系统, alike as the names are.

    ``apart`` is how much surer it has to be of the other, else so much as an unsure claim needs.
    """
    if counts_the_others(case, required, claim):
        return True
    if score >= SURE and apart is None:
        return False
    others = [o.target for o in case.of("numeric_target") if o.target is not None and o.target is not required]
    others = [other for other in others if not tells_apart(required.metric, other.metric, claim.metric)]
    least = score + (APART if apart is None else apart)
    return any(best >= least for other in others for best, one in promised(case, other) if one is claim)


def _only_one(case: Case, required: Target, ranked: Sequence[tuple[float, Target]]) -> tuple[Target, float] | None:
    """The one claim left in the unit of the one metric left: 最低工作温度 for 适用温度下限, beside 测温误差's own."""
    taken = taken_by_others(case, required)
    if taken is None:
        return None
    left = [(score, claim) for score, claim in ranked if in_one_unit(claim, required) and claim not in taken]
    left = [(score, claim) for score, claim in left if not measures_another(required.metric, claim.metric)]
    left = [(s, c) for s, c in left if not is_aside(c.evidence.text) and not is_of_business(required, c)]
    near = [(score, claim) for score, claim in left if score >= LEFT / 2]
    if len(near) == 1 and near[0][0] >= LEFT and not opposed(required, near[0][1]):
        claim = near[0][1]
        return claim, NAMED if shares_word(required.metric, claim.metric) else UNSURE
    if required.unit in ONE_THING and left and not any(opposed(required, claim) for _, claim in left):
        claim = _that_reaches(required, [claim for _, claim in left])
        return claim, NAMED  # 在位训练卡960张, where 1024卡 are asked and nothing else is in that unit
    fitting = [c for _, c in left if is_measured(required) and not opposed(required, c) and reaches(required, c)]
    fitting = [claim for claim in fitting if _is_of_a_size(required, claim)]
    said = {as_asked(required, claim).canonical_value for claim in fitting}  # 2.2 kt/a, and 2200吨 in the summary
    return (fitting[0], UNSURE) if len(said) == 1 else None


def is_bound_otherwise(required: Target, claim: Target) -> bool:
    """控制在0.6小时以内 where 不低于4小时 is asked: bound on the other side, and short of it, so of another metric."""
    return opposed(required, claim) and _BOUND.search(claim.evidence.text) is not None and not reaches(required, claim)


def _is_of_a_size(required: Target, claim: Target) -> bool:
    """30纳秒 of clocks is no answer to 20毫秒, whatever its name."""
    wanted, told = canonical_pair(required, claim) or (0.0, 0.0)
    return wanted <= 0 or told <= 0 or 1 / _FAR_OFF < told / wanted < _FAR_OFF


def _in_other_words(case: Case, required: Target) -> tuple[Target, float] | None:
    """A count in words, else a value beside the metric's name: of several the one that reaches it."""
    counted = (*counted_by_name(case, required), *counted_behind(case, required), *spelled_claims(case, required))
    counted = counted or tuple(counted_under_label(case, required))
    counted = tuple(claim for claim in counted if not counts_the_others(case, required, claim))
    spelled = max(counted, key=_value, default=None)
    if spelled is not None:
        return spelled, SPELLED
    told = (*shorthand_claims(case, required), *named_claims(case, required))
    told = told or tuple(claim for claim in counted_by_end(case, required) if reaches(required, claim))
    named = sorted(told, key=lambda claim: not reaches(required, claim))
    return (named[0], NAMED) if named else None


def _value(claim: Target) -> float:
    return claim.value


def too_late(required: Target, claim: Target) -> str | None:
    """When the claim is reached, where that is after the time that the notice sets; 2027年 may be before 2027年6月."""
    wanted = last_day(required.due) if required.due else None
    promised = first_day(claim.due) if claim.due else None
    late = wanted is not None and promised is not None and promised > wanted
    return spoken_day(claim.due or "") if late else None
