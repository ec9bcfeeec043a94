"""Finding (核查结论): one obligation, its status in one submission, the words on both sides."""

from typing import Literal

from pydantic import Field

from schemas.document import SourceFile
from schemas.evidence import Evidence
from schemas.match import ClauseMatch, DirectionScore
from schemas.notice import FindingKind
from schemas.record import Record

Status = Literal["met", "missing", "insufficient", "invalid", "unverifiable"]
Verdict = Literal["complete", "incomplete", "needs_review"]
Severity = Literal["gap", "review", "note"]
DOUBT = 0.5
GAP_STATUSES: frozenset[str] = frozenset({"missing", "insufficient", "invalid"})


class Finding(Record):
    """One obligation and its status.

    ``explanation`` is one Chinese sentence that a clerk can paste into a letter; ``cause`` links findings that
    follow from the same cause (None: its own), so that a report counts them once. ``severity`` is the office's: a gap
    of ``review`` leaves the verdict to a person, one of ``note`` is shown and not counted.
    """

    obligation_id: str
    kind: FindingKind
    name: str
    status: Status
    explanation: str
    required: Evidence | None = None
    found: Evidence | None = None
    confidence: float = Field(ge=0, le=1)
    cause: str | None = None
    severity: Severity = "gap"

    @property
    def counts(self) -> bool:
        """A gap that a report counts."""
        return self.status in GAP_STATUSES and self.severity != "note"

    @property
    def doubted(self) -> bool:
        """Not found in an application that was hardly understood: a person has to look."""
        return self.status == "unverifiable" and self.confidence < DOUBT


class ChosenDirection(Record):
    """The direction an application is screened for; ``declared`` True: ticked or named, False: inferred."""

    number: int | None
    name: str | None
    score: float | None
    declared: bool


class Screening(Record):
    """One submission screened against one notice."""

    source: SourceFile
    applicant: str | None
    direction: ChosenDirection | None
    verdict: Verdict
    findings: tuple[Finding, ...]
    direction_scores: tuple[DirectionScore, ...] = ()
    clause_matches: tuple[ClauseMatch, ...] = ()


class ReadingNote(Record):
    """读取提示: what a person should know of how a file was read, in Chinese; it was read all the same."""

    path: str
    note: str


class Failure(Record):
    """An input that could not be read: ``error`` for a person, ``reason`` one of :class:`schemas.errors.Reason`."""

    path: str
    error: str
    reason: str


class NoticeRef(Record):
    """The notice of a screening report."""

    source: SourceFile
    title: str | None


class ScreeningReport(Record):
    """What ``jiebang screen --format json`` prints."""

    notice: NoticeRef
    submissions: tuple[Screening, ...]
    failures: tuple[Failure, ...]
