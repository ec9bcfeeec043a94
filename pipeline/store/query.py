"""Questions in SQL: one statement, that only reads, on a connection that reaches nothing but the database."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pipeline.store.errors import QueryRefused
from pipeline.store.result import Rows, RowStream

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

READING = frozenset({"SELECT", "EXPLAIN", "MULTI"})
"""Kinds of statements that only read; DESCRIBE, SHOW, SUMMARIZE, FROM and VALUES are SELECT, PIVOT is MULTI."""


CHUNK = 2_000
"""Rows that are in memory at once where an answer is streamed."""


def query(connection: "DuckDBPyConnection", sql: str, limit: int | None = None) -> Rows:
    """Runs one statement and returns its columns and at most ``limit`` rows.

    Raises QueryRefused for what is not a single reading statement and for what DuckDB cannot run.
    """
    streamed = stream(connection, sql, CHUNK if limit is None else min(limit, CHUNK))
    rows: list[tuple[Any, ...]] = []
    for chunk in streamed.chunks:
        rows += chunk
        if limit is not None and len(rows) >= limit:
            break
    return Rows(streamed.columns, rows[:limit])


def stream(connection: "DuckDBPyConnection", sql: str, size: int = CHUNK) -> RowStream:
    """Runs one statement; its rows come ``size`` at a time while the connection is open, and no other statement runs.

    Raises QueryRefused as :func:`query` does, and while the rows come for what fails only then.
    """
    import duckdb

    try:
        statements = connection.extract_statements(sql)
    except duckdb.Error as error:
        raise QueryRefused(_first_lines(error)) from error
    if len(statements) != 1:
        raise QueryRefused(f"one statement at a time; this has {len(statements)}.")
    kind = statements[0].type.name
    if kind not in READING:
        raise QueryRefused(f"only statements that read are run (SELECT, FROM, DESCRIBE, SUMMARIZE …), not {kind}.")
    try:
        cursor = connection.execute(sql)
        columns = tuple(column[0] for column in cursor.description or ())
    except duckdb.Error as error:
        raise QueryRefused(_first_lines(error)) from error
    return RowStream(_told_apart(columns), _chunks(cursor, size))


def _chunks(cursor: "DuckDBPyConnection", size: int) -> Iterator[list[tuple[Any, ...]]]:
    import duckdb

    try:
        while size and (rows := cursor.fetchmany(size)):
            yield rows
    except duckdb.Error as error:
        raise QueryRefused(_first_lines(error)) from error


def _told_apart(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Columns of one name (``SELECT * FROM a JOIN b``) get numbers, so that no row as an object loses one."""
    names: list[str] = []
    for column in columns:
        name, number = column, 1
        while name in names:
            number += 1
            name = f"{column}_{number}"
        names.append(name)
    return tuple(names)


def _first_lines(error: Exception) -> str:
    return str(error).strip()
