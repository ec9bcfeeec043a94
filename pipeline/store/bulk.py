"""Rows into tables, in bulk through Arrow: row by row DuckDB is a thousand times slower."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from pipeline.store.rows import Row, Tables

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@contextmanager
def transaction(connection: "DuckDBPyConnection") -> Iterator[None]:
    """All of what is done inside, or nothing of it where that raises."""
    connection.execute("BEGIN")
    with ExitStack() as on_error:
        on_error.callback(connection.execute, "ROLLBACK")
        yield
        on_error.pop_all()
    connection.execute("COMMIT")


def insert(connection: "DuckDBPyConnection", table: str, rows: list[Row], conflict: str = "") -> None:
    """Adds the rows; ``conflict`` is the ON CONFLICT clause. Raises ValueError for a column the table lacks."""
    if not rows:
        return
    import pyarrow

    schema = connection.sql(f"SELECT * FROM {table} LIMIT 0").to_arrow_table().schema
    unknown = {name for row in rows for name in row} - set(schema.names)
    if unknown:
        raise ValueError(f"{table} has no column {sorted(unknown)}")
    staged = pyarrow.Table.from_pylist(rows, schema=pyarrow.schema([field.with_nullable(True) for field in schema]))
    connection.register("staged", staged)
    connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM staged {conflict}")
    connection.unregister("staged")  # where the insert failed, the transaction's end takes the view away


def upsert(connection: "DuckDBPyConnection", table: str, rows: list[Row]) -> None:
    """Adds the rows, or updates those whose key (the first column) is there: a later reading of the same bytes wins."""
    if rows:
        key, *others = rows[0]
        changes = ", ".join(f"{name} = excluded.{name}" for name in others)
        insert(connection, table, rows, f"ON CONFLICT ({key}) DO UPDATE SET {changes}")


def replace_facts(connection: "DuckDBPyConnection", tables: Tables, owners: Iterable[str]) -> None:
    """Puts the rows in the place of all that these owners had; a table of facts begins with its owner's id."""
    ids = list(owners)
    for table, rows in tables.items():
        description = connection.execute(f"SELECT * FROM {table} LIMIT 0").description or []
        owner = description[0][0]
        connection.execute(f"DELETE FROM {table} WHERE list_contains(?, {owner})", [ids])
        insert(connection, table, rows)


def merge(parts: Iterable[Tables]) -> Tables:
    """The rows of several records, table by table."""
    merged: Tables = {}
    for part in parts:
        for table, rows in part.items():
            merged.setdefault(table, []).extend(rows)
    return merged
