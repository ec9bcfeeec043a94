"""Gap reports, one file a format.

report = gap_report(notice, submissions, screenings, generated_at=now, program="jiebang 0.1.0")
paths = write_report(report, Path("out"), "html")
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal, get_args

from pipeline.reports.model import GapReport, ReportEntry, gap_report
from schemas.errors import UsageError

ReportFormat = Literal["html", "csv", "xlsx", "md", "json"]
FORMATS: tuple[ReportFormat, ...] = get_args(ReportFormat)

__all__ = ["FORMATS", "GapReport", "ReportEntry", "ReportFormat", "gap_report", "write_report"]


def write_report(
    report: GapReport, out_dir: Path, fmt: ReportFormat, texts: Mapping[str, str] | None = None
) -> list[Path]:
    """Writes the report into the folder and returns the files, the one to open first at the front.

    ``texts`` maps the paths of documents to their texts, for the context of quotes in HTML; without them the context
    is what the records hold. Raises UsageError for an unknown format and a folder that cannot be written to.
    """
    try:
        return _write(report, out_dir, fmt, texts)
    except OSError as error:
        where = error.filename or out_dir
        raise UsageError(f"{where} cannot be written ({error.strerror}); close it where it is open.") from error


def _write(report: GapReport, out_dir: Path, fmt: ReportFormat, texts: Mapping[str, str] | None) -> list[Path]:
    if fmt == "html":
        from pipeline.reports.html import write_html

        return write_html(report, out_dir, texts)
    if fmt == "xlsx":
        from pipeline.reports.xlsx import write_xlsx

        return write_xlsx(report, out_dir)
    if fmt == "csv":
        from pipeline.reports.csv_tables import write_csv

        return write_csv(report, out_dir)
    if fmt == "md":
        from pipeline.reports.markdown import write_md

        return write_md(report, out_dir)
    if fmt == "json":
        from pipeline.reports.json_report import write_json

        return write_json(report, out_dir)
    raise UsageError(f"unknown report format {fmt!r}; one of {', '.join(FORMATS)}.")
