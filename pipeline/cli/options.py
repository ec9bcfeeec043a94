"""The options that several verbs share, and the choices they offer."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Kind(StrEnum):
    """What a file is taken for, whatever it looks like."""

    NOTICE = "notice"
    SUBMISSION = "submission"


class JsonOnly(StrEnum):
    """Formats of ``extract`` and ``match``."""

    JSON = "json"


class TableFormat(StrEnum):
    """Formats of what is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class ReportFormat(StrEnum):
    """Formats of what is written."""

    HTML = "html"
    CSV = "csv"
    XLSX = "xlsx"
    MD = "md"
    JSON = "json"


class ChecklistFormat(StrEnum):
    """Formats of the checklist of obligations."""

    TABLE = "table"
    MD = "md"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"


class HeldStatus(StrEnum):
    """What a person can hold of a finding."""

    MET = "met"
    MISSING = "missing"
    INSUFFICIENT = "insufficient"
    INVALID = "invalid"
    UNVERIFIABLE = "unverifiable"


class Listing(StrEnum):
    """What can be listed."""

    NOTICES = "notices"
    SUBMISSIONS = "submissions"
    RUNS = "runs"


Database = Annotated[Path, typer.Option("--db", envvar="JIEBANG_DB", help="The DuckDB file; made where there is none.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Worker processes.")]
NoticeOption = Annotated[str, typer.Option("--notice", help="A notice's file, folder or archive, or its id (n-…).")]
Model = Annotated[str | None, typer.Option("--model", help="Another sentence-transformers model: a folder or a name.")]
SettingsFile = Annotated[
    Path | None,
    typer.Option("--settings", envvar="JIEBANG_SETTINGS", help="A TOML file: how files are read, thresholds."),
]
RulesFile = Annotated[
    Path | None,
    typer.Option("--rules", envvar="JIEBANG_RULES", help="The office's rules (TOML); else rules.toml by the database."),
]
DEFAULT_DB = Path("data/jiebang.duckdb")
