"""Which claim a finding speaks of, and how far it is from what the notice requires."""

from schemas.evidence import Evidence
from schemas.facts import Target
from schemas.finding import Finding
from schemas.submission import Submission


def claim_position(finding: Finding, submission: Submission) -> int | None:
    """The index in ``targets + figures`` of the claim that the finding's words hold, or None.

    Of several the one whose words overlap most with what was found.
    """
    if finding.kind != "numeric_target" or finding.found is None:
        return None
    overlaps = [_overlap(claim.evidence, finding.found) for claim in (*submission.targets, *submission.figures)]
    best = max(overlaps, default=0)
    return overlaps.index(best) if best > 0 else None


def claim_of(finding: Finding, submission: Submission) -> Target | None:
    """The claim that the finding's words hold, or None."""
    position = claim_position(finding, submission)
    return None if position is None else (*submission.targets, *submission.figures)[position]


def attainment(required: Target, claimed: Target) -> float | None:
    """The claim as a part of the requirement: 1.0 just meets it, above is better, whatever the comparator.

    None where the units differ, a value is not positive, or a range is asked for.
    """
    if required.canonical_unit != claimed.canonical_unit or required.comparator == "range":
        return None
    wanted, promised = _canonical(required), _canonical(claimed)
    if wanted <= 0 or promised <= 0:
        return None
    return wanted / promised if required.comparator in ("<", "<=") else promised / wanted


def _canonical(target: Target) -> float:
    return target.value if target.canonical_value is None else target.canonical_value


def _overlap(one: Evidence, other: Evidence) -> int:
    if one.file != other.file:
        return 0
    return min(one.end, other.end) - max(one.start, other.start)
