"""What a page shows: columns of obligations, rows of applications, their findings with both sides quoted."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.comparison import attainment, claim_of
from pipeline.reports.model import GapReport, ReportEntry
from pipeline.reports.quoting import FULL, SHORT, Quote, Quoter
from pipeline.reports.wording import (
    KINDS,
    SEVERITIES,
    STATUSES,
    change_words,
    decision_words,
    direction_name,
    earlier_words,
    obligation_name,
)
from schemas.evidence import Evidence
from schemas.facts import Target
from schemas.finding import GAP_STATUSES, Finding
from schemas.notice import Obligation

STATUS_ORDER = {status: index for index, status in enumerate(STATUSES)}
KIND_ORDER = {kind: index for index, kind in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class Column:
    """One obligation: what the notice requires, quoted."""

    id: str
    kind: str
    name: str
    direction: int | None
    required: Quote | None


@dataclass(frozen=True, slots=True)
class Line:
    """One finding: ``column`` is its place among the columns; ``ratio`` the claim as a part of the requirement.

    ``decision`` says in words what a person decided, ``final`` is the status then; ``earlier`` is the decision on the
    version before; ``severity`` says in words where an office's rules do not count a gap as one; ``doubted``: not found
    in an application that was hardly understood. ``also`` names what is absent for the same cause
    and itself ``follows``: nothing more is to be said of it; ``same`` says of another that its cause is counted.
    """

    column: int
    status: str
    explanation: str
    required: Quote | None
    found: Quote | None
    confidence: float
    ratio: float | None
    claim: str | None
    decision: str | None = None
    final: str | None = None
    earlier: str | None = None
    severity: str | None = None
    doubted: bool = False
    also: tuple[str, ...] = ()
    follows: bool = False
    same: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One application; ``lines`` are its findings in the order of the columns; ``gaps`` counts each cause once."""

    id: str
    applicant: str
    project: str | None
    direction: str
    direction_number: int | None
    declared: bool
    verdict: str
    file: str
    pages: int | None
    credit_code: str | None
    gaps: int
    decided: int
    final_verdict: str
    final_gaps: int
    counts: Mapping[str, int]
    lines: tuple[Line, ...]
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """A whole report, ready to be written."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def view(report: GapReport, texts: Mapping[str, str] | None = None) -> View:
    """The report's columns and rows; ``texts`` maps paths of documents to their text, for the context of quotes."""
    known = texts or {}
    quoter = Quoter(report.notice, known)
    columns = _columns(report, quoter)
    places = {column.id: index for index, column in enumerate(columns)}
    obligations = {obligation.id: obligation for obligation in report.notice.obligations}
    rows = [
        _row(entry, Quoter(entry.submission, known), quoter, places, columns, obligations) for entry in report.entries
    ]
    return View(tuple(columns), tuple(rows))


def _columns(report: GapReport, quoter: Quoter) -> list[Column]:
    """The obligations that some application was held against, by kind and then in the notice's order."""
    first: dict[str, Finding] = {}
    for entry in report.entries:
        for finding in entry.screening.findings:
            known = first.setdefault(finding.obligation_id, finding)
            if known.required is None and finding.required is not None:
                first[finding.obligation_id] = finding
    order = {obligation.id: index for index, obligation in enumerate(report.notice.obligations)}
    directions = {obligation.id: obligation.direction for obligation in report.notice.obligations}
    findings = sorted(
        first.values(), key=lambda each: (KIND_ORDER[each.kind], order.get(each.obligation_id, len(order)))
    )
    return [
        Column(
            id=each.obligation_id,
            kind=each.kind,
            name=obligation_name(each.kind, each.name),
            direction=directions.get(each.obligation_id),
            required=quoter.quote(each.required),
        )
        for each in findings
    ]


def _row(
    entry: ReportEntry,
    quoter: Quoter,
    notice: Quoter,
    places: Mapping[str, int],
    columns: Sequence[Column],
    obligations: Mapping[str, Obligation],
) -> Row:
    screening, submission = entry.screening, entry.submission
    chosen = screening.direction
    lines = []
    also = _also(entry)
    following = {finding.obligation_id for findings in also.values() for finding in findings}
    for finding in screening.findings:
        place = places[finding.obligation_id]
        obligation = obligations.get(finding.obligation_id)
        required = notice.quote(finding.required)
        own = None if required == columns[place].required else required
        line = _line(entry, finding, place, own, quoter, obligation.target if obligation else None)
        names = tuple(obligation_name(each.kind, each.name) for each in also.get(finding.obligation_id, ()))
        follows = finding.obligation_id in following
        lines.append(replace(line, also=names, follows=follows, same=None if follows else line.same))
    lines.sort(key=lambda line: (line.column, STATUS_ORDER[line.status]))
    return Row(
        id=entry.submission_id,
        applicant=entry.applicant,
        project=submission.project,
        direction=direction_name(chosen.number, chosen.name) if chosen else "未能判断",
        direction_number=chosen.number if chosen else None,
        declared=chosen.declared if chosen else False,
        verdict=screening.verdict,
        file=submission.source.path,
        pages=submission.source.pages,
        credit_code=submission.applicant.credit_code,
        gaps=len(entry.gaps),
        decided=len(entry.decisions),
        final_verdict=entry.final.verdict,
        final_gaps=len(entry.final_gaps),
        counts=dict(Counter(finding.status for finding in screening.findings)),
        lines=tuple(lines),
        changes=tuple(change_words(entry.changes)),
    )


def _also(entry: ReportEntry) -> dict[str, list[Finding]]:
    """By the obligation's id of the first gap of a cause those that are absent with it: nothing more to say of them."""
    leads = {finding.cause: finding.obligation_id for finding in entry.gaps if finding.cause is not None}
    also: dict[str, list[Finding]] = {}
    for finding in entry.screening.findings:
        lead = leads.get(finding.cause) if finding.counts and finding.cause is not None else None
        spoken_of = finding.obligation_id in entry.held or finding.obligation_id in entry.held_earlier
        if lead not in (None, finding.obligation_id) and finding.found is None and not spoken_of:
            also.setdefault(str(lead), []).append(finding)
    return also


def _line(
    entry: ReportEntry, finding: Finding, place: int, required: Quote | None, quoter: Quoter, target: Target | None
) -> Line:
    claim = claim_of(finding, entry.submission)
    held, before = entry.held.get(finding.obligation_id), entry.held_earlier.get(finding.obligation_id)
    length = FULL if finding.status in GAP_STATUSES else SHORT
    return Line(
        column=place,
        status=finding.status,
        explanation=finding.explanation,
        required=required,
        found=quoter.quote(_shown(finding.found), length),
        confidence=round(finding.confidence, 2),
        ratio=attainment(target, claim) if target and claim else None,
        claim=claim.evidence.text if claim else None,
        decision=decision_words(held) if held else None,
        final=held.status if held else None,
        earlier=earlier_words(before) if before else None,
        severity=SEVERITIES[finding.severity] if finding.status in GAP_STATUSES and finding.severity != "gap" else None,
        doubted=finding.doubted,
        same=entry.same_cause(finding),
    )


def _shown(evidence: Evidence | None) -> Evidence | None:
    return evidence if evidence is not None and evidence.text.strip() else None
