"""What became of gaps since the version before of an application."""

from typing import TYPE_CHECKING

from schemas.review import GapChange

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CHANGES = """
SELECT submission_id, before_version, obligation_id, kind, name, change, explanation, before_explanation
FROM v_version_changes WHERE notice_id = ?
"""


def load_gap_changes(connection: "DuckDBPyConnection", notice: str) -> list[GapChange]:
    """The gaps of every application's present version and of the one before it, by what became of them."""
    names = ("submission_id", "before_version", "obligation_id", "kind", "name", "change", "explanation", "before")
    rows = connection.execute(CHANGES, [notice]).fetchall()
    return [GapChange.model_validate(dict(zip(names, row, strict=True))) for row in rows]
