"""What an award in tiers asks at every tier (500家以上…且比上年度增加20%；200家以上…且比上年度增加20%)."""

from collections.abc import Iterator
from itertools import groupby

from pipeline.screening.application.parts import section_above
from pipeline.screening.case import Case, implied
from pipeline.screening.conditions import numeric
from pipeline.screening.conditions.kinds_applied import applies_for
from schemas.facts import Target
from schemas.finding import Finding

_LEAST_TIERS = 2


def judge_awards(case: Case) -> Iterator[Finding]:
    """Met or insufficient, for the award that the form's box applies for; what only one tier asks is left alone.

    The tier is the office's to choose, so that the applicant is under none of its own.
    """
    for title, targets in groupby(_of_awards(case), key=lambda target: _heading(case, target)):
        asked = list(targets)
        if title is None or applies_for(case, title) is not True:
            continue
        for target in _common(asked):
            name = target.evidence.text.replace("\n", "").lstrip("且并，, ")
            finding = numeric.judge(case, implied("eligibility", name, target.evidence), target)
            if finding.status != "unverifiable":
                yield finding


def _of_awards(case: Case) -> list[Target]:
    """The conditions in numbers that belong to none of those on who may apply."""
    own = [o.evidence for o in case.of("eligibility")]
    asked = (target for target in case.notice.targets if target.role == "eligibility")
    return [target for target in asked if not any(evidence.overlaps(target.evidence) for evidence in own)]


def _heading(case: Case, target: Target) -> str | None:
    above = section_above(case.notice.sections, target.evidence.start)
    return above.title if above is not None else None


def _common(targets: list[Target]) -> list[Target]:
    """Of each metric that every tier bounds alike the first; a tier names each metric once."""
    bounds: dict[str, list[Target]] = {}
    for target in targets:
        bounds.setdefault(target.metric, []).append(target)
    tiers = max((len(same) for same in bounds.values()), default=0)
    alike = [same for same in bounds.values() if len({(t.value, t.unit) for t in same}) == 1]
    return [same[0] for same in alike if len(same) == tiers >= _LEAST_TIERS]
