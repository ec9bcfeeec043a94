"""What can go wrong with the database, each with what to do next."""

from pathlib import Path

from schemas.errors import JiebangError


class StoreError(JiebangError):
    """The database cannot do what was asked."""


class StoreMissing(StoreError):
    """There is no database at this path."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"no database at {path}. Run `jiebang ingest` or `jiebang screen` first, or name one with --db."
        )


class StoreLocked(StoreError):
    """Another process holds the database: DuckDB lets one writer in, alone."""

    def __init__(self, path: Path, holder: str | None) -> None:
        who = f"process {holder}" if holder else "another process"
        super().__init__(f"{path} is in use by {who}. Close the program that has it open, or wait until it ends.")


class StoreDamaged(StoreError):
    """The file is no database, or a damaged one."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(f"{path} cannot be opened as a database ({detail}). Move it away, or name another with --db.")


class StoreTooNew(StoreError):
    """A later version of jiebang has changed the database's tables."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(f"{path} has schema {found}, this jiebang knows up to {known}. Upgrade jiebang.")


class NoSuchRecord(StoreError):
    """No record has this id, or several begin with it."""


class QueryRefused(StoreError):
    """The statement is not a single one that only reads, or DuckDB cannot run it."""
