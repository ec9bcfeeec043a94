"""Records out of the database, exactly as they were saved."""

from typing import TYPE_CHECKING

from pipeline.store.errors import NoSuchRecord
from schemas.finding import Failure, ReadingNote, Screening
from schemas.notice import Notice
from schemas.submission import Submission

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# A corrected notice (other bytes at the same path, the same title or number) is answered by the applications that the
# one before had.
SUBMISSIONS = """
WITH RECURSIVE same AS (
    SELECT $notice AS notice_id
    UNION
    SELECT before.document_id FROM same
    JOIN document_versions after ON after.document_id = same.notice_id
    JOIN document_versions before ON before.path = after.path AND before.version < after.version
    JOIN notices new ON new.notice_id = after.document_id
    JOIN notices old ON old.notice_id = before.document_id
        AND (old.title = new.title OR old.document_number = new.document_number)
)
SELECT s.record::VARCHAR FROM submissions s
JOIN v_documents d ON d.document_id = s.submission_id AND NOT d.superseded
WHERE $notice IS NULL
   OR s.submission_id IN (SELECT submission_id FROM notice_submissions WHERE notice_id IN (FROM same))
   OR ($unlinked AND s.submission_id NOT IN (SELECT submission_id FROM notice_submissions))
ORDER BY d.path, s.submission_id
"""

SCREENINGS = """
SELECT s.record::VARCHAR FROM screenings s JOIN v_screenings v USING (run_id, notice_id, submission_id)
WHERE s.notice_id = $notice ORDER BY v.path, s.submission_id
"""

RUN_SCREENINGS = """
SELECT record::VARCHAR FROM screenings WHERE notice_id = $notice AND run_id = $run ORDER BY submission_id
"""

NEWEST_SCREENINGS = """
SELECT notice_id, max_by(record::VARCHAR, run_id) FROM screenings
WHERE submission_id = $submission AND ($notice IS NULL OR notice_id = $notice) GROUP BY notice_id ORDER BY notice_id
"""

AT_PATH = "SELECT max_by(document_id, version) FROM document_versions WHERE path = ?"

FAILURES = """
SELECT f.path, f.error, f.reason FROM failures f
WHERE f.run_id = (SELECT max(run_id) FROM runs WHERE notice_id = $notice AND verb = 'screen') ORDER BY f.position
"""

TEXTS = """
SELECT path, text FROM document_texts WHERE list_contains($hashes, sha256) ORDER BY path
"""

NOTES = """
SELECT t.path, n.note FROM document_notes n JOIN document_texts t USING (sha256)
WHERE list_contains($hashes, sha256) ORDER BY t.path, n.position
"""


def resolve(connection: "DuckDBPyConnection", table: str, prefix: str) -> str:
    """The full id for its beginning. ``table`` is ``notices`` or ``submissions``.

    Raises NoSuchRecord where none or several begin so.
    """
    column = table.removesuffix("s") + "_id"
    select = f"SELECT {column} FROM {table} WHERE starts_with({column}, ?) ORDER BY 1"
    found = [row[0] for row in connection.execute(select, [prefix]).fetchall()]
    if len(found) == 1 and prefix:
        return str(found[0])
    if not found or not prefix:
        raise NoSuchRecord(f"no {table.removesuffix('s')} {prefix!r} here; `jiebang list {table}` shows what is.")
    raise NoSuchRecord(f"{prefix!r} is the beginning of several {table}: {', '.join(found)}.")


def load_notice(connection: "DuckDBPyConnection", prefix: str) -> Notice:
    """The notice with this id, or the only one whose id begins so. Raises NoSuchRecord."""
    key = resolve(connection, "notices", prefix)
    row = connection.execute("SELECT record::VARCHAR FROM notices WHERE notice_id = ?", [key]).fetchone()
    return Notice.model_validate_json(row[0] if row else "")


def load_submission(connection: "DuckDBPyConnection", prefix: str) -> Submission:
    """The submission with this id, or the only one whose id begins so. Raises NoSuchRecord."""
    key = resolve(connection, "submissions", prefix)
    row = connection.execute("SELECT record::VARCHAR FROM submissions WHERE submission_id = ?", [key]).fetchone()
    return Submission.model_validate_json(row[0] if row else "")


def load_submissions(connection: "DuckDBPyConnection", notice: str | None, unlinked: bool) -> list[Submission]:
    """The newest versions, in order of their paths: all, or those linked to a notice (and to none)."""
    rows = connection.execute(SUBMISSIONS, {"notice": notice, "unlinked": unlinked}).fetchall()
    return [Submission.model_validate_json(record) for (record,) in rows]


def load_screenings(connection: "DuckDBPyConnection", notice: str, run: int | None) -> list[Screening]:
    """The newest screening of each current submission, or all of one run."""
    if run is None:
        rows = connection.execute(SCREENINGS, {"notice": notice}).fetchall()
    else:
        rows = connection.execute(RUN_SCREENINGS, {"notice": notice, "run": run}).fetchall()
    return [Screening.model_validate_json(record) for (record,) in rows]


def load_newest_screenings(
    connection: "DuckDBPyConnection", submission: str, notice: str | None
) -> dict[str, Screening]:
    """Notice id -> the newest screening of this submission against it, whether or not a newer version came in."""
    rows = connection.execute(NEWEST_SCREENINGS, {"submission": submission, "notice": notice}).fetchall()
    return {key: Screening.model_validate_json(record) for key, record in rows}


def document_at(connection: "DuckDBPyConnection", path: str) -> str | None:
    """The id of what was seen last at this absolute path."""
    ((found,),) = connection.execute(AT_PATH, [path]).fetchall()
    return None if found is None else str(found)


def load_failures(connection: "DuckDBPyConnection", notice: str) -> list[Failure]:
    """What the newest screening against this notice could not read."""
    rows = connection.execute(FAILURES, {"notice": notice}).fetchall()
    return [Failure(path=path, error=error, reason=reason) for path, error, reason in rows]


def load_texts(connection: "DuckDBPyConnection", hashes: list[str]) -> dict[str, str]:
    """Path -> text of the files with these contents, as far as their texts were saved."""
    return dict(connection.execute(TEXTS, {"hashes": hashes}).fetchall())


def load_notes(connection: "DuckDBPyConnection", hashes: list[str]) -> list[ReadingNote]:
    """What a person should know of how the files with these contents were read, in order of their paths."""
    rows = connection.execute(NOTES, {"hashes": hashes}).fetchall()
    return [ReadingNote(path=path, note=note) for path, note in rows]
