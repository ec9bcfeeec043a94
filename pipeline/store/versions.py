"""Which version of which file is current: the same bytes are one record, other bytes at the same path a new version."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pipeline.identity import notice_id, submission_id
from pipeline.store.result import RunResult
from pipeline.store.rows import Row

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

State = Literal["new", "changed", "unchanged"]

NEWEST = """
SELECT path, max(version), max_by(document_id, version) FROM document_versions GROUP BY path
"""


def absolute(path: str) -> str:
    """The path from the root, so that a file is known however it was named; a member of an archive stays one."""
    outer, mark, inner = path.partition("!/")
    return f"{Path(outer).absolute()}{mark}{inner}"


def every_path(result: RunResult) -> dict[str, str]:
    """Absolute path -> document id, of what is kept too; of a path that comes twice the last."""
    paths = {absolute(notice.source.path): notice_id(notice) for notice in result.notices}
    kept = [screening for screening in result.screenings if submission_id(screening) in result.kept]
    paths |= {absolute(screening.source.path): submission_id(screening) for screening in kept}
    return paths | {absolute(record.source.path): submission_id(record) for record in result.submissions}


def compare(connection: "DuckDBPyConnection", run: int, paths: Mapping[str, str]) -> tuple[dict[str, State], list[Row]]:
    """What became of each path, and the rows that ``document_versions`` lacks."""
    ids = {row[0] for row in connection.execute("SELECT document_id FROM documents").fetchall()}
    newest = {path: (version, document) for path, version, document in connection.execute(NEWEST).fetchall()}
    states: dict[str, State] = {}
    rows: list[Row] = []
    for path, document in paths.items():
        version, before = newest.get(path, (0, None))
        if before == document:
            states[path] = "unchanged"
            continue
        rows.append({"path": path, "version": version + 1, "document_id": document, "run_id": run})
        if before is not None:
            states[path] = "changed"
        else:
            states[path] = "unchanged" if document in ids else "new"
        ids.add(document)
    return states, rows
