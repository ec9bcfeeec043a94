"""Ordered SQL migrations: ``migrations/<number>_<name>.sql``, each in one transaction with its mark."""

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.store.bulk import transaction
from pipeline.store.errors import StoreDamaged, StoreTooNew

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FOLDER = Path(__file__).resolve().parent / "migrations"

VERSION_TABLE = """
CREATE TABLE IF NOT EXISTS schema_version (
    version INTEGER PRIMARY KEY,
    name VARCHAR NOT NULL,
    applied_at TIMESTAMP NOT NULL DEFAULT current_timestamp::TIMESTAMP
)
"""


def migrations() -> list[tuple[int, Path]]:
    """Every migration with its number, in order; numbers count from 1 without gaps."""
    files = sorted(FOLDER.glob("[0-9]*.sql"))
    return [(int(file.name.split("_", 1)[0]), file) for file in files]


def migrate(connection: "DuckDBPyConnection", path: Path) -> None:
    """Applies what the database lacks; one that fails leaves the database as it was."""
    if not needs_migration(connection, path):
        return
    connection.execute(VERSION_TABLE)
    done = _version(connection)
    for number, file in migrations():
        if number <= done:
            continue
        with transaction(connection):
            connection.execute(file.read_text(encoding="utf-8"))
            connection.execute("INSERT INTO schema_version (version, name) VALUES (?, ?)", [number, file.stem])


def needs_migration(connection: "DuckDBPyConnection", path: Path) -> bool:
    """Whether the database is older than this program. Raises StoreTooNew, or StoreDamaged for a stranger's tables."""
    tables = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if "schema_version" not in tables:
        if tables:
            raise StoreDamaged(path, "it is a DuckDB database, but not one of jiebang")
        return True
    known = migrations()[-1][0]
    found = _version(connection)
    if found > known:
        raise StoreTooNew(path, found, known)
    return found < known


def _version(connection: "DuckDBPyConnection") -> int:
    row = connection.execute("SELECT coalesce(max(version), 0) FROM schema_version").fetchone()
    return int(row[0]) if row else 0
