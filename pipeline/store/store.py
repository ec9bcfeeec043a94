"""The database: the only door to it. Open late, close early: while one process writes, no other can read."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pipeline.store import changes as gap_changes
from pipeline.store import decisions, kept, loader, peers, search, writer
from pipeline.store.connection import open_to_read, open_to_write
from pipeline.store.errors import NoSuchRecord, QueryRefused, StoreError
from pipeline.store.listing import LISTS
from pipeline.store.query import query
from pipeline.store.result import Rows, RunResult, RunSummary
from pipeline.store.versions import absolute
from schemas.finding import Failure, ReadingNote, Screening
from schemas.notice import Notice
from schemas.peers import PeerFinding
from schemas.review import Change, Decision, EarlierDecision, GapChange
from schemas.submission import Submission

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class Store:
    """A context manager over one DuckDB file; the connection lives as long as the ``with`` block.

    ``read_only`` reaches nothing but the database and may be open in several processes; without it the file is
    made where there is none, and brought to the newest schema. Entering raises StoreMissing, StoreLocked,
    StoreDamaged, StoreTooNew.
    """

    def __init__(self, path: Path | str, *, read_only: bool = False) -> None:
        self.path = Path(path)
        self.read_only = read_only
        self._open: DuckDBPyConnection | None = None

    def __enter__(self) -> Self:
        self._open = open_to_read(self.path) if self.read_only else open_to_write(self.path)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None

    @property
    def _connection(self) -> "DuckDBPyConnection":
        if self._open is None:
            raise StoreError("the store is closed; use it inside `with Store(path) as store:`.")
        return self._open

    def save_run(self, result: RunResult) -> RunSummary:
        """Saves everything of a run in one transaction; killed at any moment it has saved all or nothing."""
        if self.read_only:
            raise StoreError("this store was opened to read only.")
        return writer.save(self._connection, result)

    def load_notice(self, notice: str) -> Notice:
        """The notice with this id or beginning of an id. Raises NoSuchRecord."""
        return loader.load_notice(self._connection, notice)

    def load_submission(self, submission: str) -> Submission:
        """The submission with this id or beginning of an id. Raises NoSuchRecord."""
        return loader.load_submission(self._connection, submission)

    def load_submissions(self, notice: str | None = None, *, unlinked: bool = False) -> list[Submission]:
        """The newest versions of the submissions to a notice; ``unlinked`` adds those that no notice claims yet.

        None stands for all. A submission is linked by a screening, or by ``RunResult.links``.
        """
        key = None if notice is None else self.resolve_notice(notice)
        return loader.load_submissions(self._connection, key, unlinked)

    def load_screenings(self, notice: str, run: int | None = None) -> list[Screening]:
        """The newest screening of every current submission to the notice, or all those of one run."""
        return loader.load_screenings(self._connection, self.resolve_notice(notice), run)

    def load_newest_screenings(self, submission: str, notice: str | None = None) -> dict[str, Screening]:
        """Notice id -> the newest screening of this version of an application, of one notice where one is named."""
        key = None if notice is None else self.resolve_notice(notice)
        return loader.load_newest_screenings(self._connection, submission, key)

    def document_at(self, path: Path) -> str | None:
        """The id of the content that was seen last at this path, or None."""
        return loader.document_at(self._connection, absolute(str(path)))

    def load_decisions(self, submissions: Sequence[str]) -> list[Decision]:
        """What people decided on findings of these applications (full ids)."""
        return decisions.load_decisions(self._connection, submissions)

    def load_earlier_decisions(self, submissions: Sequence[str]) -> list[EarlierDecision]:
        """What people decided on the versions before of these applications (full ids)."""
        return decisions.load_earlier_decisions(self._connection, submissions)

    def save_changes(self, changes: Sequence[Change]) -> None:
        """Saves changes of decisions and the record of them, all or none."""
        if self.read_only:
            raise StoreError("this store was opened to read only.")
        decisions.save_changes(self._connection, changes)

    def load_peers(self, notice: str) -> list[PeerFinding]:
        """What the newest screening against the notice found that applications share."""
        return peers.load_peers(self._connection, self.resolve_notice(notice))

    def load_gap_changes(self, notice: str) -> list[GapChange]:
        """What became of gaps since the version before of each application to the notice."""
        return gap_changes.load_gap_changes(self._connection, self.resolve_notice(notice))

    def load_others(self, notice: str, ids: Collection[str], paths: Collection[str]) -> list[Submission]:
        """The current applications to the notice (full id) apart from these ids and these paths."""
        return peers.load_others(self._connection, notice, ids, [absolute(path) for path in paths])

    def load_current_records(self, notice: str, ids: Collection[str], paths: Collection[str]) -> dict[str, str]:
        """Id -> digest of the record of the current applications to the notice (full id), but these ids and paths."""
        return dict(kept.load_current(self._connection, notice, ids, [absolute(path) for path in paths]))

    def load_kept(self, notice: str, bases: Collection[str]) -> dict[str, kept.KeptScreening]:
        """Basis -> the screening made of it that still stands, against the notice (full id)."""
        return kept.load_kept(self._connection, notice, bases)

    def load_kept_peers(self, notice: str, basis: str) -> tuple[PeerFinding, ...] | None:
        """What applications to the notice (full id) share, if they were compared on this basis."""
        return kept.load_kept_peers(self._connection, notice, basis)

    def load_contents(self, hashes: Collection[str]) -> dict[str, str]:
        """sha256 -> text of the files with these contents, as far as their texts were saved."""
        return peers.load_contents(self._connection, hashes)

    def load_failures(self, notice: str) -> list[Failure]:
        """What the newest screening against the notice could not read."""
        return loader.load_failures(self._connection, self.resolve_notice(notice))

    def load_texts(self, records: Iterable[Notice | Submission]) -> dict[str, str]:
        """Path -> text of the files that these records were made of, as far as their texts were saved."""
        return loader.load_texts(self._connection, _contents(records))

    def load_notes(self, records: Iterable[Notice | Submission]) -> list[ReadingNote]:
        """What a person should know of how the files were read that these records were made of."""
        return loader.load_notes(self._connection, _contents(records))

    def resolve_submission(self, prefix: str) -> str:
        """The full id of the only submission whose id begins so. Raises NoSuchRecord."""
        return loader.resolve(self._connection, "submissions", prefix)

    def index_passages(self) -> int:
        """Cuts documents that an older version saved into passages; returns how many there were."""
        return search.index_passages(self._connection)

    def lacking_texts(self, model: str) -> list[str]:
        """The texts of passages that have no vector by this model yet."""
        return search.lacking_texts(self._connection, model)

    def save_vectors(self, model: str, vectors: Mapping[str, Sequence[float]]) -> None:
        """Keeps the vectors of texts by a model; one that is there stays."""
        search.save_vectors(self._connection, model, vectors)

    def load_vectors(self, model: str, texts: Sequence[str]) -> dict[str, list[float]]:
        """The vectors of these texts by a model, as far as they were kept."""
        return search.load_vectors(self._connection, model, texts)

    def search(self, sought: search.Sought) -> Rows:
        """The passages nearest to what is sought, best first."""
        return search.search_passages(self._connection, sought)

    def resolve_notice(self, prefix: str) -> str:
        """The full id of the only notice whose id begins so. Raises NoSuchRecord."""
        return loader.resolve(self._connection, "notices", prefix)

    def query(self, sql: str, limit: int | None = None) -> Rows:
        """One reading statement. Raises QueryRefused, also on a store that is open to write."""
        if not self.read_only:
            raise QueryRefused("queries run on a store that is opened with read_only=True.")
        return query(self._connection, sql, limit)

    def list_notices(self) -> Rows:
        """One row a notice, with how many directions, obligations and screened submissions it has."""
        return query(self._connection, LISTS["notices"])

    def list_submissions(self) -> Rows:
        """One row a submission and the notice it was screened against, with the verdict and the number of gaps."""
        return query(self._connection, LISTS["submissions"])

    def list_runs(self) -> Rows:
        """One row a run, in order."""
        return query(self._connection, LISTS["runs"])

    def show(self, key: str) -> Notice | Submission | Rows:
        """The record behind an id: a notice (n-…), a submission (s-…), or a run by its number (3, r-3).

        Raises NoSuchRecord.
        """
        if run := re.fullmatch(r"(?:r-)?(\d+)", key):
            rows = query(self._connection, f"SELECT * FROM runs WHERE run_id = {int(run.group(1))}")
            if not rows.rows:
                raise NoSuchRecord(f"no run {key}; `jiebang list runs` shows what there is.")
            return rows
        if key.startswith("n-"):
            return self.load_notice(key)
        if key.startswith("s-"):
            return self.load_submission(key)
        raise NoSuchRecord(f"{key!r} is no id; ids begin with n- (notice), s- (submission) or r- (run).")


def _contents(records: Iterable[Notice | Submission]) -> list[str]:
    """The hashes of the files that these records were made of."""
    hashes = set()
    for record in records:
        hashes.add(record.source.sha256)
        if isinstance(record, Submission):
            hashes.update(file.sha256 for file in record.files)
    return sorted(hashes)
