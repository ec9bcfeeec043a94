"""The recipe: the stages in order, as a library; the command line mirrors it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from pipeline import __version__
from pipeline.acrosswork import across
from pipeline.batch import Outcome, Progress, run_batch
from pipeline.grouping import is_one_application, is_one_notice
from pipeline.identity import notice_id, submission_id
from pipeline.intake import Intake, failure_of, records_of, take
from pipeline.keeping import bases_of, is_lasting, program, recall, standing
from pipeline.linking import notice_of
from pipeline.matching.encoder import Encoder
from pipeline.opening import open_notice
from pipeline.reading import DEFAULT_OPTIONS, ReadingOptions, read
from pipeline.reading.folders import Folder
from pipeline.reading.inputs import Input, expand, one_document
from pipeline.reports import GapReport, gap_report
from pipeline.screening import Settings
from pipeline.screenwork import ScreenWork, Subject
from pipeline.store import RunResult, RunSummary, Store, StoredVectors
from schemas.errors import Reason, UsageError
from schemas.finding import Failure, NoticeRef, ScreeningReport
from schemas.notice import DocumentKind, Notice
from schemas.submission import Submission

In = TypeVar("In")
Item = TypeVar("Item", Input, Submission)
Out = TypeVar("Out")


def extract(
    path: Path, kind: DocumentKind | None = None, options: ReadingOptions = DEFAULT_OPTIONS
) -> Notice | Submission:
    """Reads one file and says what is in it; ``kind`` overrules what the content looks like.

    An archive or a mail with one document in it is read as that document.
    Raises :class:`schemas.errors.UnreadableFile`, for an archive with several documents too.
    """
    with one_document(path, options) as source:
        return records_of(read(source.path, source.name, options), kind)


def ingest(
    paths: Sequence[Path],
    database: Path,
    kind: DocumentKind | None = None,
    *,
    jobs: int = 1,
    progress: Progress | None = None,
    options: ReadingOptions = DEFAULT_OPTIONS,
) -> RunSummary:
    """Reads notices and applications into the database; the same content twice is one record.

    An application is linked to the notice, new or known, whose directions its form names.
    """
    started = datetime.now(UTC)
    with expand(paths, options, partial(_is_one, options=options)) as expansion:
        _check(database)  # made only now, so that it is none of the files of a folder
        intakes, failures = _done(_over(partial(take, kind=kind, options=options), expansion.inputs, jobs, progress))
        failures += [failure_of(error) for error in expansion.failures]
    failures += [_unrecognised(i.notice) for i in intakes if i.notice is not None and not _is_notice(i)]
    with Store(database) as store:
        known = [store.load_notice(str(row[0])) for row in store.list_notices().rows]
        return store.save_run(
            RunResult(
                verb="ingest",
                started_at=started,
                finished_at=datetime.now(UTC),
                program=__version__,
                notices=tuple(i.notice for i in intakes if i.notice is not None and _is_notice(i)),
                submissions=tuple(i.submission for i in intakes if i.submission is not None),
                links=_links(intakes, known),
                failures=(*failures, *(f for i in intakes for f in i.failures)),
                texts=tuple(t for i in intakes for t in i.texts),
            )
        )


def _is_one(folder: Folder, options: ReadingOptions) -> bool:
    return is_one_application(folder, options) or is_one_notice(folder, options)


def _is_notice(intake: Intake) -> bool:
    return intake.notice is not None and intake.notice.kind == "notice"


def _unrecognised(record: Notice) -> Failure:
    what = "a blank form" if record.kind == "template" else "neither a notice nor an application"
    message = f"It reads as {what}. If it is one, say so with --as notice or --as submission."
    return Failure(path=record.source.path, error=message, reason=Reason.UNSUPPORTED.value)


@dataclass(frozen=True, slots=True)
class ScreenRun:
    """A screening that was saved: what ``jiebang screen`` prints, and the run's number."""

    report: ScreeningReport
    run: int


def screen(
    reference: str,
    paths: Sequence[Path],
    database: Path,
    work: Callable[[Notice], ScreenWork] = ScreenWork,
    *,
    jobs: int = 1,
    progress: Progress | None = None,
    options: ReadingOptions = DEFAULT_OPTIONS,
) -> ScreenRun:
    """Screens the applications in ``paths``, or without paths those in the database for the notice, and saves the run.

    ``reference`` is a notice's file, folder or archive, or its id in the database. ``work`` says how (settings, model),
    ``options`` how files are read.
    Raises UnreadableFile (the notice), StoreError, UsageError (nothing to screen, no such model).
    """
    started = datetime.now(UTC)
    notice, notice_intake = open_notice(reference, database, options)
    job = replace(work(notice), memory=StoredVectors(database))
    if paths:
        with expand(paths, options, partial(is_one_application, options=options)) as expansion:
            subjects, failures = _screened(
                database, job, expansion.inputs, partial(job.screen_input, options=options), jobs, progress, options
            )
            failures += [failure_of(error) for error in expansion.failures]
    else:
        submissions = _applications(database, reference, notice)
        subjects, failures = _screened(database, job, submissions, job.screen_submission, jobs, progress, options)
    failures += [f for s in subjects for f in s.intake.failures]
    failures += notice_intake.failures if notice_intake is not None else ()
    run = _save_screening(database, started, notice, notice_intake, subjects, failures)
    _keep_vectors(database, job, subjects)
    screenings = tuple(s.screening for s in subjects if s.screening is not None)
    reference_out = NoticeRef(source=notice.source, title=notice.title)
    return ScreenRun(ScreeningReport(notice=reference_out, submissions=screenings, failures=tuple(failures)), run)


def _applications(database: Path, reference: str, notice: Notice) -> list[Submission]:
    """Those that the database holds for the notice, for a corrected one those of the version before too."""
    with Store(database, read_only=True) as store:
        known = {str(row[0]) for row in store.list_notices().rows}
        at_path = store.document_at(Path(reference)) or ""
        key = next((key for key in (notice_id(notice), at_path) if key in known), None)
        found = store.load_submissions(key, unlinked=True) if key is not None else []
    if not found:
        raise UsageError(f"the database holds no applications for {reference}; name files, or ingest them first.")
    return found


def _screened(
    database: Path,
    job: ScreenWork,
    items: Sequence[Item],
    screen_one: Callable[[Item], Subject],
    jobs: int,
    progress: Progress | None,
    options: ReadingOptions,
) -> tuple[list[Subject], list[Failure]]:
    """The applications in order, each screened now or as it was screened before, and the failures."""
    bases = bases_of(job, items, options)
    with Store(database) as store:
        subjects = recall(store, job, bases)
    waiting = [index for index, subject in enumerate(subjects) if subject is None]
    outcomes = sorted(_over(screen_one, [items[index] for index in waiting], jobs, progress), key=lambda one: one.index)
    after = bases_of(job, [items[index] for index in waiting], options)  # a file may be replaced while it is read
    for outcome in outcomes:
        at = waiting[outcome.index]
        if outcome.value is not None:
            lasting = is_lasting(outcome.value) and bases[at] == after[outcome.index]
            subjects[at] = replace(outcome.value, basis=bases[at] if lasting else None)
    found = [subject for subject in subjects if subject is not None]
    return found, [outcome.failure for outcome in outcomes if outcome.failure is not None]


def report(
    reference: str,
    database: Path,
    options: ReadingOptions = DEFAULT_OPTIONS,
    settings: Settings | None = None,
) -> tuple[GapReport, dict[str, str]]:
    """The gap report on the newest screenings against a notice, and the texts of the files in it by path.

    ``settings`` say what verdict follows from what people decided.
    """
    with Store(database, read_only=True) as store:
        key = _notice_key(reference, store, options)
        notice = store.load_notice(key)
        submissions = store.load_submissions(key)
        screenings = store.load_screenings(key)
        if not screenings:
            raise UsageError(f"nothing has been screened against {reference} yet; run `jiebang screen --notice {key}`.")
        keys = [submission_id(screening) for screening in screenings]
        made = gap_report(
            notice,
            submissions,
            screenings,
            generated_at=datetime.now(UTC),
            program=f"jiebang {__version__}",
            failures=store.load_failures(key),
            notes=store.load_notes([notice, *submissions]),
            decisions=store.load_decisions(keys),
            peers=store.load_peers(key),
            changes=store.load_gap_changes(key),
            earlier=store.load_earlier_decisions(keys),
            settings=settings,
        )
        return made, store.load_texts([notice, *submissions])


def _check(database: Path) -> None:
    """The database can be written to; better known before hours of reading than after. Raises StoreError."""
    with Store(database):
        pass


def _over(
    function: Callable[[In], Out], items: Sequence[In], jobs: int, progress: Progress | None
) -> Iterator[Outcome[In, Out]]:
    return run_batch(function, items, jobs, progress=progress, preload=("pipeline.screenwork",), name=_name)


def _done(outcomes: Iterator[Outcome[In, Out]]) -> tuple[list[Out], list[Failure]]:
    """The values in the order of the inputs, and the failures."""
    ordered = sorted(outcomes, key=lambda outcome: outcome.index)
    values = [outcome.value for outcome in ordered if outcome.value is not None]
    return values, [outcome.failure for outcome in ordered if outcome.failure is not None]


def _name(item: object) -> str:
    if isinstance(item, Input):
        return item.name
    return item.source.path if isinstance(item, Submission) else str(item)


def _save_screening(
    database: Path,
    started: datetime,
    notice: Notice,
    notice_intake: Intake | None,
    subjects: Sequence[Subject],
    failures: Sequence[Failure],
) -> int:
    intakes = [s.intake for s in subjects] + ([notice_intake] if notice_intake is not None else [])
    saved = standing(subjects)
    submissions = tuple(s.intake.submission for s in subjects if s.intake.submission is not None)
    texts = tuple(t for i in intakes for t in i.texts)
    with Store(database) as store:
        read_texts = {text.sha256: text.text for text in texts}
        peers, peer_basis = across(store, notice, submissions, read_texts, program())
        result = RunResult(
            verb="screen",
            started_at=started,
            finished_at=datetime.now(UTC),
            program=__version__,
            notice=notice_id(notice),
            notices=(notice,) if notice_intake is not None else (),
            submissions=submissions,
            peers=peers,
            peer_basis=peer_basis,
            bases={key: s.basis for key, s in saved.items() if s.basis},
            kept={key: s.kept_from for key, s in saved.items() if s.kept_from is not None},
            screenings=tuple(s.screening for s in saved.values() if s.screening is not None),
            failures=tuple(failures),
            texts=texts,
        )
        return store.save_run(result).run


def _keep_vectors(database: Path, job: ScreenWork, subjects: Sequence[Subject]) -> None:
    """What a slow model encoded in this run, so that the next one need not."""
    vectors = {text: vector.tolist() for subject in subjects for text, vector in subject.vectors.items()}
    if vectors:
        with Store(database) as store:
            store.save_vectors(Encoder(job.matching).name, vectors)


def _links(intakes: Sequence[Intake], known: Sequence[Notice]) -> tuple[tuple[str, str], ...]:
    notices = [*known, *(i.notice for i in intakes if i.notice is not None and _is_notice(i))]
    unique = list({notice_id(notice): notice for notice in notices}.values())
    found = []
    for intake in intakes:
        notice = notice_of(intake.submission, unique) if intake.submission is not None else None
        if intake.submission is not None and notice is not None:
            found.append((submission_id(intake.submission), notice_id(notice)))
    return tuple(found)


def _notice_key(reference: str, store: Store, options: ReadingOptions) -> str:
    """The id of a notice named by id or by file."""
    if not Path(reference).exists():
        return store.resolve_notice(reference)
    return store.resolve_notice(notice_id(open_notice(reference, store.path, options)[0]))
