"""What lies on a clerk's desk: one application's newest screening with the decisions on it."""

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.identity import ID_DIGITS
from pipeline.store import NoSuchRecord, Store
from schemas.errors import UsageError
from schemas.finding import Finding, Screening
from schemas.notice import Notice
from schemas.review import Decision, EarlierDecision
from schemas.submission import Submission

FOLDER = "inode/directory"  # of an application that several files make; what is in an archive is one too


@dataclass(frozen=True, slots=True)
class Desk:
    """One application and the notice it was screened against; ``earlier`` are decisions on the version before."""

    notice_id: str
    submission_id: str
    notice: Notice
    submission: Submission
    screening: Screening
    decisions: tuple[Decision, ...]
    earlier: tuple[EarlierDecision, ...] = ()

    @property
    def held(self) -> dict[str, Decision]:
        """Obligation id -> the decision that stands."""
        return {decision.obligation_id: decision for decision in self.decisions}

    @property
    def findings(self) -> dict[str, Finding]:
        """Obligation id -> the finding."""
        return {finding.obligation_id: finding for finding in self.screening.findings}


def open_desk(store: Store, reference: str, notice: str | None = None) -> Desk:
    """The application named by its file or id (or an id's beginning), as it was screened last.

    ``notice`` is a notice's file, folder or id.

    Raises NoSuchRecord, and UsageError where it was not screened, or against several notices and none is named.
    """
    key = find_submission(store, reference)
    screenings = store.load_newest_screenings(key, find_notice(store, notice) if notice else None)
    if not screenings:
        against = f" against {notice}" if notice else ""
        raise UsageError(f"{reference} was not screened{against} yet; run `jiebang screen --notice …` first.")
    if len(screenings) > 1:
        raise UsageError(f"{reference} was screened against {', '.join(screenings)}; name one with --notice.")
    ((notice_key, screening),) = screenings.items()
    return Desk(
        notice_id=notice_key,
        submission_id=key,
        notice=store.load_notice(notice_key),
        submission=store.load_submission(key),
        screening=screening,
        decisions=tuple(store.load_decisions([key])),
        earlier=tuple(store.load_earlier_decisions([key])),
    )


def find_notice(store: Store, reference: str) -> str:
    """The id of the notice read last from this file, or from a file of this folder; an id is given back as it is.

    Raises UsageError.
    """
    path = Path(reference)
    if not path.exists():
        return reference
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    known = [key for file in files if (key := store.document_at(file)) is not None and key.startswith("n-")]
    if not known:
        raise UsageError(f"--notice {reference} is no notice in the database; see `jiebang list notices`.")
    return known[0]


def find_submission(store: Store, reference: str) -> str:
    """The id of the application at this path, with these contents, or with this id. Raises NoSuchRecord, UsageError."""
    path = Path(reference)
    if not path.exists():
        if not reference.startswith("s-"):
            raise UsageError(f"{reference}: no such file, and ids begin with s- (see `jiebang list submissions`).")
        return store.resolve_submission(reference)
    known = store.document_at(path)
    if path.is_file():
        digest = f"s-{hashlib.sha256(path.read_bytes()).hexdigest()[:ID_DIGITS]}"
        with suppress(NoSuchRecord):
            return store.resolve_submission(digest)
    if known is None or not known.startswith("s-"):
        raise UsageError(f"{reference} is no application in the database; run `jiebang screen --notice …` on it first.")
    if path.is_file() and store.load_submission(known).source.media_type != FOLDER:
        raise UsageError(f"{reference} was changed since it was screened; screen it again, or name the id {known}.")
    return known
