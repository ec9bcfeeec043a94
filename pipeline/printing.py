"""What the command line prints: tables for people, CSV and JSON for programs. Data on standard output."""

import csv
import io
import json
import math
import os
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from pipeline.reports.wording import KINDS, STATUSES, VERDICTS
from pipeline.review.outcome import gaps_of
from pipeline.store import Rows, RowStream
from schemas.errors import UsageError
from schemas.finding import Screening, ScreeningReport
from schemas.notice import Notice
from schemas.submission import Submission

_WIDTH_OF_A_PIPE = 120
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What moves a terminal's cursor, changes its colours or turns its text around."""

_ID = re.compile(r"[!-~]*\d[!-~]*")

_VERDICT_STYLE = {"complete": "green", "incomplete": "red", "needs_review": "yellow"}


def write(text: str) -> None:
    """UTF-8 on standard output, whatever the terminal's encoding is; ends the program where nobody reads on (head)."""
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what Python flushes at the end
        raise SystemExit(0) from None


def visible(text: str) -> str:
    """Words of a document or a file's name as a terminal may show them: nothing in them is a command to it."""
    return _INVISIBLE.sub("\ufffd", text)


def print_json(value: object) -> None:
    """JSON, indented by one, Chinese as it is."""
    write(json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n")


_NOTICES_HAVE = ("issuers", "directions", "deadlines", "eligibility", "materials", "limits")


def record_json(record: Notice | Submission) -> dict[str, Any]:
    """A record as ``extract`` prints it: every document has the lists of the contract, if empty ones."""
    return {**{name: [] for name in _NOTICES_HAVE}, **record.model_dump(mode="json", exclude={"passages"})}


def print_rows(rows: Rows, output: str) -> None:
    """The answer to a query as a table, CSV (RFC 4180) or a JSON list of objects."""
    if output == "json":
        print_json([dict(zip(rows.columns, map(_json, row), strict=True)) for row in rows.rows])
    elif output == "csv":
        print_csv([list(rows.columns), *rows.rows])
    else:
        print_table(rows.columns, [[_cell(v) for v in row] for row in rows.rows])


MOST_IN_TABLE = 1_000
"""Rows of an answer that a table shows: its columns are as wide as all of them need, so they must be in memory."""


_IN_MEMORY = 2**20  # characters of an answer; what is longer waits on disk


def print_stream(rows: RowStream, output: str) -> bool:
    """The answer to a query; False where a table shows only the first :data:`MOST_IN_TABLE` rows of it.

    A query may fail at any of its rows, so nothing is printed before the last has come: the answer waits in memory, a
    long one in a temporary file. Raises QueryRefused, and UsageError where the disk has no room for the answer.
    """
    if output in ("json", "csv"):
        _print_whole(_json_parts(rows) if output == "json" else _csv_parts(rows))
    else:
        shown: list[tuple[Any, ...]] = []
        for chunk in rows.chunks:
            shown += chunk
            if len(shown) > MOST_IN_TABLE:
                break
        print_rows(Rows(rows.columns, shown[:MOST_IN_TABLE]), output)
        return len(shown) <= MOST_IN_TABLE
    return True


def _print_whole(parts: Iterator[str]) -> None:
    with tempfile.SpooledTemporaryFile(_IN_MEMORY, mode="w+", encoding="utf-8", errors="replace", newline="") as kept:
        try:
            for part in parts:
                kept.write(part)
            kept.seek(0)
        except OSError as error:
            where = f"{tempfile.gettempdir()} ({error.strerror})"
            raise UsageError(f"the answer does not fit into {where}; ask for less (LIMIT), or set TMPDIR.") from error
        while part := kept.read(_IN_MEMORY):
            write(part)


def _json_parts(rows: RowStream) -> Iterator[str]:
    """The same text as :func:`print_json` makes of the whole list."""
    before = "["
    for chunk in rows.chunks:
        objects = (dict(zip(rows.columns, map(_json, row), strict=True)) for row in chunk)
        texts = (json.dumps(each, ensure_ascii=False, indent=1, default=str).replace("\n", "\n ") for each in objects)
        yield before + "\n " + ",\n ".join(texts)
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def _csv_parts(rows: RowStream) -> Iterator[str]:
    yield _as_csv([list(rows.columns)])
    yield from map(_as_csv, rows.chunks)


_FOUND = ("score", "document_id", "document", "heading", "page", "text")


def print_found(rows: Rows, output: str) -> None:
    """Passages that a search found: a table of what a person reads, all columns for programs."""
    print_rows(_only(rows, _FOUND) if output == "table" else rows, output)


def _only(rows: Rows, names: Sequence[str]) -> Rows:
    places = [rows.columns.index(name) for name in names if name in rows.columns]
    return Rows(tuple(rows.columns[i] for i in places), [tuple(row[i] for i in places) for row in rows.rows])


# What a table of a list shows of its columns; CSV and JSON have them all.
_SHOWN = {
    "notices": ("notice_id", "title", "issued_on", "directions", "obligations", "screened"),
    "submissions": ("submission_id", "applicant", "directions_selected", "notice_id", "verdict", "gaps", "version"),
    "runs": ("run_id", "verb", "notice_id", "started_at", "records_new", "screened", "failed"),
}


def print_listing(rows: Rows, what: str, output: str) -> None:
    """A list of the database: a table of the columns that matter to a person, all of them for programs."""
    print_rows(_only(rows, _SHOWN[what]) if output == "table" else rows, output)


def _json(value: object) -> object:
    """JSON has no NaN and no infinity, in a list or a struct neither."""
    if isinstance(value, list):
        return [_json(each) for each in value]
    if isinstance(value, dict):
        return {key: _json(each) for key, each in value.items()}
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    return "" if value is None else str(value)


def print_csv(rows: Sequence[Sequence[Any]]) -> None:
    """CSV with a head row. Cells that a spreadsheet would take for a formula are quoted with an apostrophe."""
    write(_as_csv(rows))


def _as_csv(rows: Sequence[Sequence[Any]]) -> str:
    from pipeline.reports.csv_tables import safe

    buffer = io.StringIO()
    csv.writer(buffer).writerows([[safe("" if v is None else str(v)) for v in row] for row in rows])
    return buffer.getvalue()


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]], title: str | None = None) -> None:
    """A table as wide as the terminal (COLUMNS where it is none)."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(
        title=None if title is None else Text(visible(title), style="table.title"),
        box=box.SIMPLE_HEAD,
        title_justify="left",
        pad_edge=False,
    )
    for place, column in enumerate(columns):
        # Chinese has no blanks to break at.
        table.add_column(Text(visible(column)), overflow="fold", min_width=_least_width([row[place] for row in rows]))
    for row in rows:
        table.add_row(*(Text(visible(cell), style=_style(cell)) for cell in row))
    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _WIDTH_OF_A_PIPE
    drawn = io.StringIO()
    Console(file=drawn, force_terminal=sys.stdout.isatty(), width=width, highlight=False).print(table)
    write(drawn.getvalue())


_LONGEST_ID = 32


def _least_width(cells: Sequence[str]) -> int | None:
    """Ids are to be copied from a table, so their column is not folded; None for a column of words."""
    longest = max(map(len, cells), default=0)
    return longest if longest <= _LONGEST_ID and all(_ID.fullmatch(cell) for cell in cells) else None


def _style(cell: str) -> str:
    return next((style for verdict, style in _VERDICT_STYLE.items() if cell == VERDICTS[verdict]), "")


def print_screening(report: ScreeningReport) -> None:
    """One line an application: applicant, direction, verdict, gaps by kind; where it is the only one, its gaps too."""
    rows = [
        [
            s.applicant or s.source.path,
            _direction(s),
            VERDICTS[s.verdict],
            "、".join(f"{KINDS[kind]} {count}" for kind, count in gap_counts(s).items()) or "—",
        ]
        for s in report.submissions
    ]
    if not rows:
        return
    print_table(("申报单位", "揭榜方向", "结论", "问题"), rows, report.notice.title)
    if len(report.submissions) == 1 and (gaps := gaps_of(report.submissions[0].findings)):
        print_table(("类别", "状态", "说明"), [[KINDS[f.kind], STATUSES[f.status], f.explanation] for f in gaps])


def screening_rows(report: ScreeningReport) -> list[list[str]]:
    """One row a finding, for CSV."""
    head = ["path", "applicant", "direction", "verdict", "kind", "name", "status", "explanation", "confidence"]
    rows = [head]
    for s in report.submissions:
        start = [s.source.path, s.applicant or "", _direction(s), s.verdict]
        rows += [[*start, f.kind, f.name, f.status, f.explanation, str(f.confidence)] for f in s.findings]
    return rows


def gap_counts(screening: Screening) -> Counter[str]:
    """Gaps by kind; findings of one cause count once, under the first."""
    return Counter(finding.kind for finding in gaps_of(screening.findings))


def _direction(screening: Screening) -> str:
    chosen = screening.direction
    if chosen is None or chosen.number is None:
        return ""
    return f"{chosen.number} {chosen.name}" + ("" if chosen.declared else "（推断）")
