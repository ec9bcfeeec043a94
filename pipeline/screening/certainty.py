"""How sure an absence is: by how much else of its kind was found in the application."""

from collections.abc import Sequence

from pipeline.screening.settings import Settings
from schemas.finding import Finding
from schemas.notice import FindingKind

# What an application says in its own layout and words, so that an absence may be the program's own miss.
KINDS: tuple[FindingKind, ...] = ("form_field", "proof_material", "numeric_target")
FLOOR = 0.35
"""What is left of the confidence where nothing of the kind was found."""
FEW, HARDLY_ANY = 5, 0.2


def is_absent_as_a_whole(found: int, missing: int) -> bool:
    """Of several things asked for hardly one is found: the form, the task book itself is what is missing."""
    return missing >= FEW and found <= HARDLY_ANY * (found + missing)


def tempered(findings: Sequence[Finding], settings: Settings) -> tuple[Finding, ...]:
    """The findings; an absence is the less sure, the smaller the share of its kind that was found.

    A clerk knows it too: one field missing in a filled form is a gap, half the fields missing is a form that was
    not understood. Below ``settings.absent`` it is not called missing, but left to a person (``unverifiable``).
    Measured by ``benchmarks.certainty`` (docs/review.md).
    """
    shares = {kind: _found_share([finding for finding in findings if finding.kind == kind]) for kind in KINDS}
    return tuple(_tempered(finding, shares.get(finding.kind), settings.absent) for finding in findings)


def _tempered(finding: Finding, share: float | None, least: float) -> Finding:
    if share is None or finding.status != "missing" or finding.found is not None or finding.cause is not None:
        return finding  # what has a place (an empty field) or a cause (no form at all) was understood
    confidence = round(finding.confidence * (FLOOR + (1 - FLOOR) * share), 3)
    if confidence >= least:
        return finding.model_copy(update={"confidence": confidence})
    text = f"未能在申报材料中找到“{finding.name}”，同类要求也大多未能识别，可能以其他形式写明，请人工核对。"
    doubt = {"status": "unverifiable", "explanation": text, "confidence": confidence}
    return finding.model_copy(update=doubt)


def _found_share(findings: Sequence[Finding]) -> float:
    """The share found, as if one more had been: of a lone obligation nobody can say how the rest was understood."""
    found = sum(finding.status in ("met", "insufficient", "invalid") for finding in findings)
    missing = sum(finding.status == "missing" for finding in findings)
    return (found + 1) / (found + missing + 1)
