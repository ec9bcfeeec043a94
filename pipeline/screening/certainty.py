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
MANY = 4  # absences of one kind that are hardly all the applicant's


def is_absent_as_a_whole(found: int, missing: int) -> bool:
    """Of several things asked for hardly one is found: the form, the task book itself is what is missing."""
    return missing >= FEW and found <= HARDLY_ANY * (found + missing)


def tempered(findings: Sequence[Finding], settings: Settings) -> tuple[Finding, ...]:
    """The findings; an absence is the less sure, the smaller the share of its kind that was found.

    A clerk knows it too: one field missing in a filled form is a gap, half the fields missing is a form that was
    not understood. Below ``settings.absent`` it is not called missing, but left to a person (``unverifiable``); so
    are many absences that are more than half of their kind. Measured by ``benchmarks.certainty`` (docs/review.md).
    """
    by_kind = {kind: [finding for finding in findings if finding.kind == kind] for kind in KINDS}
    shares = {kind: 0.0 if _are_most(of_kind) else _found_share(of_kind) for kind, of_kind in by_kind.items()}
    return tuple(_tempered(finding, shares.get(finding.kind), settings.absent) for finding in findings)


def _are_most(findings: Sequence[Finding]) -> bool:
    """Many of the kind are absent without a cause, and they are more than half of it."""
    absent = sum(_is_absent(finding) for finding in findings)
    there = sum(finding.status in ("met", "insufficient", "invalid") for finding in findings)
    return absent >= MANY and absent > there


def _is_absent(finding: Finding) -> bool:
    """Missing, with no place (an empty field) and no cause (no form at all) that shows it was understood."""
    return finding.status == "missing" and finding.found is None and finding.cause is None


def _tempered(finding: Finding, share: float | None, least: float) -> Finding:
    if share is None or not _is_absent(finding):
        return finding
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
