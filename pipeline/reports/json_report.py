"""The report as JSON: what ``jiebang screen --format json`` prints."""

from pathlib import Path

from pipeline.reports.files import write
from pipeline.reports.model import GapReport


def write_json(report: GapReport, folder: Path) -> list[Path]:
    """Writes ``report.json``, a screening report as the command-line contract describes it."""
    return [write(folder / "report.json", report.screening_report().model_dump_json(indent=1) + "\n")]
