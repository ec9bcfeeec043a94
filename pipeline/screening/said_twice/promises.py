"""What the application promises for a metric that the call requires (承诺值), where it promises one value."""

from pipeline.screening.case import Case
from pipeline.screening.said_twice.repeats import is_own, names_metric
from schemas.facts import Target


def promises(case: Case, required: Target) -> list[Target]:
    """The claims under the metric's own name, all of one value; [] where there are none, or several values."""
    known: dict[int, tuple[Target, list[Target]]] = case.once("promises of targets", dict)
    if id(required) not in known:  # the target is kept with them, so that its id stays its own
        known[id(required)] = required, _of_one_value(case, required)
    return known[id(required)][1]


def _of_one_value(case: Case, required: Target) -> list[Target]:
    claims = [c for c in case.submission.targets if names_metric(required, c) and is_own(case, required, c)]
    values = {(c.comparator, c.canonical_value, c.canonical_unit) for c in claims}
    return claims if len(values) == 1 else []


def promised(case: Case) -> list[tuple[str, Target, Target]]:
    """The name, the requirement and the promise of each metric with one."""
    asked = [(o.name, o.target) for o in case.of("numeric_target") if o.target is not None]
    return [(name, one, found[0]) for name, one in asked if (found := promises(case, one))]
