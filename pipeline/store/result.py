"""What a run hands to the store, and what the store hands back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from schemas.document import Page
from schemas.finding import Failure, Screening
from schemas.notice import Notice
from schemas.peers import PeerFinding
from schemas.record import Record
from schemas.submission import Submission


class SourceText(Record):
    """The text of a file as the reader returned it; evidence offsets count in it.

    ``pages`` say what read each page, ``notes`` (读取提示) what a person should know of the reading.
    """

    path: str
    sha256: str
    text: str
    pages: tuple[Page, ...] = ()
    notes: tuple[str, ...] = ()


class RunResult(Record):
    """One run, saved as a whole or not at all.

    ``notice`` is the id of the notice that the ``screenings`` were made against; it may be in ``notices`` or in the
    database already. ``links`` are pairs of submission id and notice id for submissions that are known to answer a
    notice without having been screened yet. ``bases`` say by submission what its screening was made of, ``kept`` which
    run made those that stand (their submissions are in the database), ``peer_basis`` what the comparison across
    applications was made of. Times are UTC.
    """

    verb: Literal["ingest", "screen"]
    started_at: datetime
    finished_at: datetime
    program: str = ""
    notice: str | None = None
    notices: tuple[Notice, ...] = ()
    submissions: tuple[Submission, ...] = ()
    screenings: tuple[Screening, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    failures: tuple[Failure, ...] = ()
    texts: tuple[SourceText, ...] = ()
    peers: tuple[PeerFinding, ...] = ()
    bases: Mapping[str, str] = {}
    kept: Mapping[str, int] = {}
    peer_basis: str | None = None


class RunSummary(Record):
    """What a run changed: paths of records by what became of them.

    ``new`` was never seen, ``changed`` is a new version of a known path, ``unchanged`` was seen with the same bytes.
    """

    run: int
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a query: names of the columns, and the rows in order."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
