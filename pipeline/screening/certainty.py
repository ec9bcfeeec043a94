"""How sure an absence is: by how much else of its kind was found in the application."""

from collections.abc import Sequence

from pipeline.screening.causes import FORM, LETTER, PROOFS
from pipeline.screening.settings import Settings
from schemas.finding import Finding, Status
from schemas.notice import FindingKind
from schemas.submission import Attachment

# What an application says in its own layout and words, so that an absence may be the program's own miss.
KINDS: tuple[FindingKind, ...] = ("form_field", "proof_material", "numeric_target")
PROOF: FindingKind = "proof_material"
# What is asked of the text as a whole: one that answers hardly any was not written to this call, or the call's
# directions were not told apart.
ASKED_OF_ALL: tuple[FindingKind, ...] = ("task_requirement",)
WHOLES = frozenset({FORM, PROOFS, LETTER})
FOUND: frozenset[Status] = frozenset({"met", "insufficient", "invalid"})
FLOOR = 0.35
"""What is left of the confidence where nothing of the kind was found."""
FEW, HARDLY_ANY = 5, 0.2
FOR_EACH, CLAUSES_FOR_EACH = 2, 1  # so many of the kind have to be found for each that is absent
SEVERAL, SEVERAL_CLAUSES = 2, 2  # where so many are absent
NO_LABEL = 0.45  # how sure an absent row of a form is: below ``Settings.absent``, a label is often worded otherwise
UNREAD = 0.3  # how sure an absence is in an application that was not understood


def is_absent_as_a_whole(found: int, missing: int) -> bool:
    """Of several things asked for hardly one is found: the form, the task book itself is what is missing."""
    return missing >= FEW and found <= HARDLY_ANY * (found + missing)


def tempered(
    findings: Sequence[Finding], settings: Settings, attachments: Sequence[Attachment] = ()
) -> tuple[Finding, ...]:
    """The findings; an absence is the less sure, the smaller the share of its kind that was found.

    A clerk knows it too: one proof missing in a list is a gap, three of seven missing is a list that was not
    understood. Below ``settings.absent`` it is not called missing, but left to a person (``unverifiable``); so are
    several absences of which there are too many for what was found. Measured by ``benchmarks.certainty``
    (docs/review.md). Where each of the ``attachments`` answers a proof, none is left that may be the one not found.
    """
    sure = {PROOF} if _all_answer(findings, attachments) else set[FindingKind]()
    unread = _is_unread(findings)
    shares = {kind: _share(findings, kind) for kind in KINDS if kind not in sure}
    many = {kind for kind in ASKED_OF_ALL if _are_many(findings, kind)}
    made = []
    for finding in findings:
        if _is_absent(finding) and finding.kind in shares:
            left = round(finding.confidence * (FLOOR + (1 - FLOOR) * shares[finding.kind]), 3)
            made.append(_left_to_a_person(finding, left) if left < settings.absent else _less_sure(finding, left))
        elif _is_doubtful(finding, settings):
            made.append(_left_to_a_person(finding, finding.confidence))
        elif (_is_absent(finding) and finding.kind in many) or (unread and _is_whole(finding)):
            made.append(_left_to_a_person(finding, UNREAD))
        else:
            made.append(finding)
    return tuple(made)


def _all_answer(findings: Sequence[Finding], attachments: Sequence[Attachment]) -> bool:
    """Every paper of the list is one that is asked for, and no more proofs are absent than are there."""
    absent = sum(one.kind == PROOF and _is_absent(one) for one in findings)
    found = [one.found for one in findings if one.kind == PROOF and one.status in FOUND and one.found is not None]
    told = [one.evidence for one in attachments]
    return (
        absent <= len(found)
        and len(told) >= SEVERAL
        and all(any(one.text and one.overlaps(place) for place in found) for one in told)
    )


def _is_unread(findings: Sequence[Finding]) -> bool:
    """No form, and no list of proofs or no letter either."""
    wholes = {finding.cause for finding in findings if _is_whole(finding)}
    return FORM in wholes and len(wholes) > 1


def _is_whole(finding: Finding) -> bool:
    return finding.status == "missing" and finding.found is None and finding.cause in WHOLES


def _is_absent(finding: Finding) -> bool:
    """Missing, with no place (an empty field) and no cause (no form at all) that shows it was understood."""
    return finding.status == "missing" and finding.found is None and finding.cause is None


def _is_doubtful(finding: Finding, settings: Settings) -> bool:
    """A clause not found of which one is not sure, whatever else may be its cause."""
    nowhere = finding.status == "missing" and finding.found is None and finding.kind in ASKED_OF_ALL
    return nowhere and finding.confidence < settings.absent


def _share(findings: Sequence[Finding], kind: FindingKind) -> float:
    """The share found, as if one more had been: of a lone obligation nobody can say how the rest was understood."""
    if _are_many(findings, kind):
        return 0.0
    found = sum(finding.kind == kind and finding.status in FOUND for finding in findings)
    missing = sum(finding.kind == kind and finding.status == "missing" for finding in findings)
    return (found + 1) / (found + missing + 1)


def _are_many(findings: Sequence[Finding], kind: FindingKind) -> bool:
    """Several of the kind are absent without a cause, and too few are found beside them.

    Applicants leave out one thing, seldom half of them; one list or layout that is not understood loses several at
    once. Names that are one (查新报告, 科技查新报告) are absent together.
    """
    of_kind = [finding for finding in findings if finding.kind == kind]
    least = 0.0 if kind in ASKED_OF_ALL else NO_LABEL
    absent = [finding.name for finding in of_kind if _is_absent(finding) and finding.confidence > least]
    apart = [name for name in absent if not any(name != other and name in other for other in absent)]
    there = sum(finding.status in FOUND for finding in of_kind)
    several, for_each = (SEVERAL_CLAUSES, CLAUSES_FOR_EACH) if kind in ASKED_OF_ALL else (SEVERAL, FOR_EACH)
    return len(apart) >= several and there < len(apart) * for_each


def _less_sure(finding: Finding, confidence: float) -> Finding:
    return finding.model_copy(update={"confidence": confidence})


def _left_to_a_person(finding: Finding, confidence: float) -> Finding:
    text = f"未能在申报材料中找到“{finding.name}”，可能以其他名称或形式写明，请人工核对。"
    doubt = {"status": "unverifiable", "explanation": text, "confidence": confidence, "cause": None}
    return finding.model_copy(update=doubt)
