"""Opening the database: created whole or not at all, locked down where it is only read."""

import os
import re
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.store.errors import StoreDamaged, StoreError, StoreLocked, StoreMissing
from pipeline.store.migrate import migrate, needs_migration

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

READ_ONLY_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
    "memory_limit": "1GB",
    "temp_directory": "",
    "lock_configuration": "true",
}
"""No file, no network, no extension, no Python variable can be reached from a query; 1 GB of memory at most."""

WRITE_CONFIG: dict[str, str | bool | int | float | list[str]] = {"default_block_size": "65536"}
"""A small block: forty small tables take 5 MB instead of 20; with the smallest saving a run takes a quarter longer."""

WAIT_SECONDS = 3.0
"""How long another process may hold the database before this one gives up: a writer needs milliseconds."""

HOLDER = re.compile(r"\(PID (\d+)\)")
IN_USE = re.compile("Could not set lock|being used by another process")
"""What DuckDB says of a file that another process holds; the path, which it quotes too, may have any words."""


def open_to_write(path: Path) -> "DuckDBPyConnection":
    """The one writer, at the newest schema; a new database appears under its name only when it is whole.

    Raises StoreError (the folder cannot be written to), StoreLocked, StoreDamaged, StoreTooNew.
    """
    if not path.exists():
        try:
            _create(path)
        except OSError as error:
            raise StoreError(
                f"no database can be made at {path} ({error.strerror}). Name another with --db."
            ) from error
    with ExitStack() as on_error:
        connection = on_error.enter_context(_connect(path, read_only=False))
        migrate(connection, path)
        on_error.pop_all()
    return connection


def open_to_read(path: Path) -> "DuckDBPyConnection":
    """A locked-down connection that only reads; a database of an older schema is brought up to date first.

    Raises StoreMissing, StoreLocked, StoreDamaged, StoreTooNew.
    """
    if not path.exists():
        raise StoreMissing(path)
    with ExitStack() as unless_current:
        connection = unless_current.enter_context(_connect(path, read_only=True))
        if not needs_migration(connection, path):
            unless_current.pop_all()
            return connection
    open_to_write(path).close()
    return _connect(path, read_only=True)


def _create(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    _remove(draft)
    try:
        with _connect(draft, read_only=False) as connection:
            migrate(connection, draft)
        os.link(draft, path)
    except FileExistsError:
        pass  # another process was first
    finally:
        _remove(draft)


def _remove(draft: Path) -> None:
    draft.unlink(missing_ok=True)
    draft.with_name(draft.name + ".wal").unlink(missing_ok=True)


def _connect(path: Path, read_only: bool) -> "DuckDBPyConnection":
    import duckdb

    config = READ_ONLY_CONFIG if read_only else WRITE_CONFIG
    give_up = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            return duckdb.connect(str(path), read_only=read_only, config=config)
        except duckdb.IOException as error:
            if not IN_USE.search(str(error)):
                raise StoreDamaged(path, str(error).splitlines()[0]) from error
            if time.monotonic() >= give_up:
                holder = HOLDER.search(str(error))
                raise StoreLocked(path, holder.group(1) if holder else None) from error
            time.sleep(0.1)
        except duckdb.ConnectionException as error:
            raise StoreError(f"{path} is open in this process already, in another mode: close that first.") from error
        except duckdb.Error as error:
            raise StoreDamaged(path, str(error).splitlines()[0]) from error
