"""GapReport: what every format of the report is made from."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from pipeline.identity import notice_id, submission_id
from schemas.finding import Failure, Finding, NoticeRef, ReadingNote, Screening, ScreeningReport
from schemas.notice import Notice
from schemas.record import Record
from schemas.submission import Submission


class ReportEntry(Record):
    """One application with its screening."""

    submission_id: str
    submission: Submission
    screening: Screening

    @property
    def applicant(self) -> str:
        """The applicant's name, or what the file is called."""
        return self.screening.applicant or self.submission.applicant.name or self.submission.source.path

    @property
    def gaps(self) -> list[Finding]:
        """The findings that are gaps, those of one cause once."""
        seen: set[str] = set()
        found = []
        for finding in self.screening.findings:
            if not finding.counts or (finding.cause is not None and finding.cause in seen):
                continue
            if finding.cause is not None:
                seen.add(finding.cause)
            found.append(finding)
        return found


class GapReport(Record):
    """Everything a report says: the notice, the applications in order, what could not be read, and when by whom."""

    notice_id: str
    notice: Notice
    entries: tuple[ReportEntry, ...]
    failures: tuple[Failure, ...] = ()
    notes: tuple[ReadingNote, ...] = ()
    generated_at: datetime
    program: str

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
) -> GapReport:
    """Puts each screening with its submission (the same bytes), in order of the screenings; one without is left out."""
    known = {submission_id(submission): submission for submission in submissions}
    entries = [
        ReportEntry(submission_id=key, submission=known[key], screening=screening)
        for screening in screenings
        if (key := submission_id(screening)) in known
    ]
    return GapReport(
        notice_id=notice_id(notice),
        notice=notice,
        entries=tuple(entries),
        failures=tuple(failures),
        notes=tuple(notes),
        generated_at=generated_at,
        program=program,
    )
