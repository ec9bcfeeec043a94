"""GapReport: what every format of the report is made from."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from pipeline.identity import notice_id, submission_id
from pipeline.reports.wording import obligation_name
from pipeline.review.outcome import gaps_of, reviewed
from pipeline.screening import Settings
from schemas.finding import Failure, Finding, NoticeRef, ReadingNote, Screening, ScreeningReport
from schemas.notice import Notice
from schemas.peers import PeerFinding
from schemas.record import Record
from schemas.review import Decision, EarlierDecision, GapChange
from schemas.submission import Submission


class ReportEntry(Record):
    """One application with its screening; ``final`` is the screening as people left it (pipeline.review.reviewed)."""

    submission_id: str
    submission: Submission
    screening: Screening
    decisions: tuple[Decision, ...] = ()
    earlier: tuple[EarlierDecision, ...] = ()
    final: Screening
    changes: tuple[GapChange, ...] = ()

    @property
    def held(self) -> dict[str, Decision]:
        """Obligation id -> the decision that a person made on this content."""
        return {decision.obligation_id: decision for decision in self.decisions}

    @property
    def held_earlier(self) -> dict[str, EarlierDecision]:
        """Obligation id -> the decision on the version before; it does not bind this one."""
        return {each.decision.obligation_id: each for each in self.earlier}

    @property
    def applicant(self) -> str:
        """The applicant's name, or what the file is called."""
        return self.screening.applicant or self.submission.applicant.name or self.submission.source.path

    @property
    def gaps(self) -> list[Finding]:
        """The findings that are gaps as the machine says, those of one cause once."""
        return gaps_of(self.screening.findings)

    @property
    def final_gaps(self) -> list[Finding]:
        """The findings that are gaps as people left them, those of one cause once."""
        return gaps_of(self.final.findings)

    def same_cause(self, finding: Finding) -> str | None:
        """In words that this gap follows from the cause of another, which is counted; None for others."""
        if finding.cause is None or not finding.counts:
            return None
        counted = next((gap for gap in self.gaps if gap.cause == finding.cause), finding)
        if counted.obligation_id == finding.obligation_id:
            return None
        return f"与“{obligation_name(counted.kind, counted.name)}”同一原因，不另计"


class GapReport(Record):
    """Everything a report says: the notice, the applications in order, what could not be read, and when by whom."""

    notice_id: str
    notice: Notice
    entries: tuple[ReportEntry, ...]
    failures: tuple[Failure, ...] = ()
    notes: tuple[ReadingNote, ...] = ()
    peers: tuple[PeerFinding, ...] = ()
    generated_at: datetime
    program: str

    def applicant_of(self, submission: str) -> str:
        """The applicant of an application in the report by its id, or the id."""
        return next((entry.applicant for entry in self.entries if entry.submission_id == submission), submission)

    def screening_report(self) -> ScreeningReport:
        """The same as ``jiebang screen --format json`` prints it."""
        return ScreeningReport(
            notice=NoticeRef(source=self.notice.source, title=self.notice.title),
            submissions=tuple(entry.screening for entry in self.entries),
            failures=self.failures,
        )


def gap_report(
    notice: Notice,
    submissions: Iterable[Submission],
    screenings: Sequence[Screening],
    *,
    generated_at: datetime,
    program: str,
    failures: Iterable[Failure] = (),
    notes: Iterable[ReadingNote] = (),
    decisions: Sequence[Decision] = (),
    earlier: Sequence[EarlierDecision] = (),
    peers: Iterable[PeerFinding] = (),
    changes: Sequence[GapChange] = (),
    settings: Settings | None = None,
) -> GapReport:
    """Puts each screening with its submission (the same bytes), in order of the screenings; one without is left out.

    ``settings`` say what verdict follows from the decisions.
    """
    known = {submission_id(submission): submission for submission in submissions}
    entries = [
        ReportEntry(
            submission_id=key,
            submission=known[key],
            screening=screening,
            decisions=tuple(each for each in decisions if each.submission_id == key),
            earlier=tuple(each for each in earlier if each.submission_id == key),
            changes=tuple(each for each in changes if each.submission_id == key),
            final=reviewed(screening, [each for each in decisions if each.submission_id == key], settings),
        )
        for screening in screenings
        if (key := submission_id(screening)) in known
    ]
    return GapReport(
        notice_id=notice_id(notice),
        notice=notice,
        entries=tuple(entries),
        failures=tuple(failures),
        notes=tuple(notes),
        peers=tuple(peers),
        generated_at=generated_at,
        program=program,
    )
