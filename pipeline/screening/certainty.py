"""How sure an absence is: by how much else of its kind was found in the application."""

from collections.abc import Sequence

from schemas.finding import Finding
from schemas.notice import FindingKind

# What an application says in its own layout and words, so that an absence may be the program's own miss.
KINDS: tuple[FindingKind, ...] = ("form_field", "proof_material", "numeric_target")
FLOOR = 0.35
"""What is left of the confidence where nothing of the kind was found."""


def tempered(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings; an absence is the less sure, the smaller the share of its kind that was found.

    A clerk knows it too: one field missing in a filled form is a gap, half the fields missing is a form that was
    not understood. Measured by ``benchmarks.certainty`` (docs/review.md).
    """
    shares = {kind: _found_share([finding for finding in findings if finding.kind == kind]) for kind in KINDS}
    return tuple(_tempered(finding, shares.get(finding.kind)) for finding in findings)


def _tempered(finding: Finding, share: float | None) -> Finding:
    if share is None or finding.status != "missing":
        return finding
    return finding.model_copy(update={"confidence": round(finding.confidence * (FLOOR + (1 - FLOOR) * share), 3)})


def _found_share(findings: Sequence[Finding]) -> float:
    found = sum(finding.status in ("met", "insufficient", "invalid") for finding in findings)
    missing = sum(finding.status == "missing" for finding in findings)
    return found / (found + missing) if found else 0.0
