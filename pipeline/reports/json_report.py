"""The report as JSON: what ``jiebang screen --format json`` prints, with what people decided beside it."""

import json
from pathlib import Path
from typing import Any

from pipeline.reports.files import write
from pipeline.reports.model import GapReport, ReportEntry


def write_json(report: GapReport, folder: Path) -> list[Path]:
    """Writes ``report.json``: a screening report as the command-line contract describes it, with more keys.

    ``across`` lists what applications share. Each submission has ``final_verdict``, ``gaps`` and ``final_gaps``
    (counts), each finding ``decision`` and ``earlier_decision`` (None without); ``status`` and ``verdict`` stay what
    the machine says.
    """
    whole = report.screening_report().model_dump(mode="json")
    for shown, entry in zip(whole["submissions"], report.entries, strict=True):
        _add(shown, entry)
    whole["across"] = [finding.model_dump(mode="json") for finding in report.peers]
    return [write(folder / "report.json", json.dumps(whole, ensure_ascii=False, indent=1) + "\n")]


def _add(shown: dict[str, Any], entry: ReportEntry) -> None:
    held, before = entry.held, entry.held_earlier
    shown |= {
        "submission_id": entry.submission_id,
        "final_verdict": entry.final.verdict,
        "gaps": len(entry.gaps),
        "final_gaps": len(entry.final_gaps),
        "changes": [each.model_dump(mode="json") for each in entry.changes],
    }
    for finding in shown["findings"]:
        decision, earlier = held.get(finding["obligation_id"]), before.get(finding["obligation_id"])
        finding["decision"] = decision.model_dump(mode="json") if decision else None
        finding["earlier_decision"] = earlier.model_dump(mode="json") if earlier else None
