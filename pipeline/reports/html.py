"""The report as one HTML file that needs nothing else, and one page for each application."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline.reports import charts
from pipeline.reports.files import file_stem, write
from pipeline.reports.model import GapReport
from pipeline.reports.view import View, view
from pipeline.reports.wording import KINDS, MARKS, PEERS, REASONS, STATUSES, VERDICTS

TEMPLATES = Path(__file__).resolve().parent / "templates"

SCRIPTS = ("state.js", "matrix.js", "details.js", "controls.js")


def write_html(report: GapReport, folder: Path, texts: Mapping[str, str] | None = None) -> list[Path]:
    """Writes ``report.html`` and ``submissions/<applicant>_<id>.html``; returns the paths, the report first."""
    shown = view(report, texts)
    paths = [write(folder / "report.html", overview(report, shown))]
    for index, row in enumerate(shown.rows):
        page = submission_page(report, shown, index)
        paths.append(write(folder / "submissions" / f"{file_stem(row.applicant, row.id)}.html", page))
    return paths


def overview(report: GapReport, shown: View) -> str:
    """The page with everything: matrix, filters, pictures, and each application's findings."""
    verdicts = Counter(row.verdict for row in shown.rows)
    statuses = Counter[str]()
    for row in shown.rows:
        statuses.update(row.counts)
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            **_common(report),
            view=shown,
            data=embedded(_data(shown)),
            script=_script(),
            verdict_counts=verdicts,
            status_counts=statuses,
            coverage=charts.coverage(report),
            gaps=charts.gaps_by_kind(report),
            claims=charts.claims(report),
        )
    )


def submission_page(report: GapReport, shown: View, index: int) -> str:
    """One application on its own page, for print; no script."""
    row = shown.rows[index]
    entry = report.entries[index]
    return (
        _environment()
        .get_template("submission.html.j2")
        .render(
            **_common(report),
            row=row,
            columns=shown.columns,
            contacts=entry.submission.contacts,
            claims=charts.claims(report, (entry,)),
        )
    )


def embedded(value: object) -> Markup:
    """JSON that can stand inside a script element: no character of it can end the element or start another."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def _script() -> Markup:
    """The page's program: its parts one after the other in one scope."""
    parts = [(TEMPLATES / name).read_text(encoding="utf-8") for name in SCRIPTS]
    return Markup('"use strict";\n(function () {\n' + "\n".join(parts) + "})();\n")


def _data(shown: View) -> dict[str, Any]:
    def filled(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        return {key: value for key, value in pairs if value is not None and value != ""}

    return {
        "columns": [asdict(column, dict_factory=filled) for column in shown.columns],
        "rows": [asdict(row, dict_factory=filled) for row in shown.rows],
        "kinds": KINDS,
        "statuses": STATUSES,
        "marks": MARKS,
        "verdicts": VERDICTS,
    }


def _common(report: GapReport) -> dict[str, Any]:
    return {
        "report": report,
        "notice": report.notice,
        "style": Markup((TEMPLATES / "report.css").read_text(encoding="utf-8")),
        "kinds": KINDS,
        "statuses": STATUSES,
        "marks": MARKS,
        "verdicts": VERDICTS,
        "reasons": REASONS,
        "peer_kinds": PEERS,
        "generated": f"{report.generated_at.astimezone():%Y-%m-%d %H:%M}",
    }


def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
