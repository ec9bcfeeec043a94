"""Writes docs/evaluation.md: the program against documents with known answers.

``python -m benchmarks.evaluation --shared DIR`` runs ``DIR/score.py`` over all gold there (``make evaluation``).
"""

import argparse
import importlib.metadata
import json
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("duckdb", "jieba", "pdfplumber", "pypdfium2", "rapidocr", "sentence-transformers", "spacy", "torch")
AREAS = {
    "header": "title, number, date, issuers",
    "directions": "directions (方向)",
    "targets": "numeric targets (指标)",
    "targets_eligibility": "numeric conditions on applicants",
    "deadlines": "deadlines (时间节点)",
    "contacts": "contacts (联系方式)",
    "limits": "limits of length (字数限制)",
    "materials": "materials (申报材料)",
    "eligibility": "eligibility (申报条件)",
    "form_fields": "form fields and values (栏目)",
    "sections": "sections (章节)",
    "applicant": "applicant (申报单位)",
    "directions_selected": "ticked directions (勾选)",
    "claims": "claims (承诺指标)",
    "attachments": "attachments (证明材料)",
    "commitment": "letter of commitment (承诺书)",
    "findings": "findings (核查结论)",
}
TEXT = """\
# Evaluation

How the program does on documents whose answers are known: thirteen notices (two that the project was founded on, two
invented, nine real ones) and eight invented applications with planted gaps, in DOCX, PDF, text and one scan.

These documents were at hand while the program was written: the figures say that it does what it should on them, not
how it will do on others. Documents are kept apart from the project; with them beside it, `make evaluation` prints this
page.

{machine}

| area | precision | recall | F1 | right | extra | missed |
| --- | --- | --- | --- | --- | --- | --- |
{areas}

Findings by kind of obligation:

| kind | precision | recall | right | false | missed |
| --- | --- | --- | --- | --- | --- |
{kinds}

Shares: {rates}.

False alarms an application: {alarms}.
"""


def main() -> None:
    """Runs the scorer and writes the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="the folder with score.py and the gold")
    folder = parser.parse_args().shared
    command = str(Path(sys.executable).parent / "jiebang")
    done = subprocess.run(
        [sys.executable, str(folder / "score.py"), "--cmd", command, "--json-only"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    page = render(json.loads(done.stdout.strip().splitlines()[-1]))
    (ROOT / "docs" / "evaluation.md").write_text(page, encoding="utf-8")
    sys.stdout.write(page)


def render(scores: dict[str, Any]) -> str:
    """The page for the scorer's last line."""
    areas = [(AREAS[name], scores["areas"][name]) for name in AREAS if name in scores["areas"]]
    rates = scores["rates"]
    shown = ("evidence stands in the document", "finding status", "found evidence", "verdict", "target due")
    return TEXT.format(
        machine=machine(),
        areas="\n".join(f"| {name} | {_prf(a)} | {a['f1']:.3f} | {_counts(a)} |" for name, a in areas),
        kinds="\n".join(f"| `{k}` | {_prf(a)} | {_counts(a)} |" for k, a in scores["findings_by_kind"].items()),
        rates=", ".join(f"{name} {rates[name]:.3f}" for name in shown if rates.get(name) is not None),
        alarms=scores.get("false_alarms_per_submission"),
    )


def machine() -> str:
    """Machine and versions, in a sentence."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
    return f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, {versions}."


def _prf(area: dict[str, Any]) -> str:
    return f"{area['p']:.3f} | {area['r']:.3f}"


def _counts(area: dict[str, Any]) -> str:
    return f"{area['tp']} | {area['fp']} | {area['fn']}"


if __name__ == "__main__":
    main()
