"""The report as CSV files, UTF-8 with the mark that Excel asks for."""

import csv
import io
import re
from pathlib import Path

from pipeline.reports.files import write
from pipeline.reports.model import GapReport
from pipeline.reports.tables import Table, applications, failures, findings, notes, peers

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula, as OWASP lists it (CSV injection)."""

NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def write_csv(report: GapReport, folder: Path) -> list[Path]:
    """Writes ``submissions.csv``, ``findings.csv`` and, where there are any, those of what applications share, of
    failures and of notes.
    """
    tables = {"submissions": applications(report), "findings": findings(report)}
    if report.peers:
        tables["across"] = peers(report)
    if report.failures:
        tables["failures"] = failures(report)
    if report.notes:
        tables["notes"] = notes(report)
    return [write(folder / f"{name}.csv", "\ufeff" + csv_text(table)) for name, table in tables.items()]


def csv_text(table: Table) -> str:
    """The table as CSV with Windows line ends; a cell that could be a formula begins with an apostrophe."""
    columns, rows = table
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([[safe(value) for value in row] for row in rows])
    return out.getvalue()


def safe(value: object) -> object:
    """The value as a cell: words that a spreadsheet would run as a formula begin with an apostrophe."""
    if isinstance(value, str) and value.lstrip(" \u3000").startswith(FORMULA_STARTS) and not NUMBER.fullmatch(value):
        return "'" + value
    return value
