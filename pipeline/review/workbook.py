"""A workbook of one sheet with a head row, written for a person to fill and read back whatever program saved it."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.reading.filetypes import FileType
from pipeline.reading.ooxml import Package
from pipeline.reading.payload import Payload
from schemas.errors import UnreadableFile, UsageError

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LETTERS = re.compile(r"[A-Z]{1,3}")
MOST_COLUMNS = 200
FILLED = "#FFF7DD"  # the background of what a person fills in
WIDTHS = {"id": 24, "kind": 10, "name": 28, "explanation": 46, "required": 36, "found": 36, "note": 36}
LONGEST = 32_767  # characters that a cell holds


def write_rows(
    path: Path, columns: Mapping[str, str], rows: Iterable[Mapping[str, str]], choices: Mapping[str, Iterable[str]]
) -> None:
    """Writes the rows under the columns' titles; ``choices`` are lists offered for a column. Raises OSError."""
    import xlsxwriter

    path.write_bytes(b"")  # xlsxwriter's own error for a file that Excel has open is no OSError
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        font = {"font_name": "微软雅黑", "font_size": 10, "valign": "top", "text_wrap": True, "border": 1}
        head = book.add_format(font | {"bold": True, "bg_color": "#1F4E79", "font_color": "#FFFFFF"})
        plain = book.add_format(font | {"border_color": "#D5D9DE"})
        filled = book.add_format(font | {"bg_color": FILLED, "border_color": "#C9B77A"})
        sheet = book.add_worksheet("人工认定")
        sheet.freeze_panes(1, 4)
        last = 0
        for line, row in enumerate(rows, start=1):
            last = line
            for place, key in enumerate(columns):
                shape = filled if key in ("decision", "decided_status", "note", "by") else plain
                text = row.get(key, "").encode("utf-8", "replace").decode("utf-8")
                sheet.write_string(line, place, text[:LONGEST], shape)
        for place, (key, title) in enumerate(columns.items()):
            sheet.set_column(place, place, WIDTHS.get(key, 12))
            sheet.write_string(0, place, title, head)
            if key in choices:
                wanted = {"validate": "list", "source": list(choices[key]), "ignore_blank": True}
                sheet.data_validation(1, place, max(last, 1), place, wanted)
        sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)


def read_rows(path: Path, needed: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    """The number of each row that holds something (as the program shows it, from 2) and its cells by their titles.

    The sheet is the first with the ``needed`` titles in its first row. Raises UsageError.
    """
    data = path.read_bytes()
    payload = Payload(str(path), data, hashlib.sha256(data).hexdigest(), FileType.XLSX)
    try:
        package = Package(payload, "Excel or WPS")
        sheets = list(_sheets(package))
    except UnreadableFile as error:
        raise UsageError(f"{path}: {error.message} Save it as .xlsx, or use JSON.") from error
    for rows in sheets:
        if rows and set(needed) <= set(rows[0][1].values()):
            (_, titles), *body = rows
            return [
                (number, {titles[at]: text for at, text in cells.items() if at in titles}) for number, cells in body
            ]
    raise UsageError(
        f"{path}: no sheet has the columns {'、'.join(needed)} in its first row; keep them as --out wrote."
    )


def _sheets(package: Package) -> Iterator[list[tuple[int, dict[int, str]]]]:
    """The filled rows of each sheet: the row's number and its cells by column, both as the file counts."""
    main = package.main("xl/workbook.xml")
    shared = [
        _words(item) for name in package.related(main, "sharedStrings") for item in _children(package, name, "si")
    ]
    for name in package.related(main, "worksheet"):
        root = package.part(name)
        rows = []
        for number, row in enumerate(root.iter(f"{MAIN}row") if root is not None else (), start=1):
            cells = dict(_cells(row, shared))
            if cells:
                rows.append((int(row.get("r", number)), cells))
        yield rows


def _cells(row: Any, shared: Sequence[str]) -> Iterator[tuple[int, str]]:
    column = -1
    for cell in row.iter(f"{MAIN}c"):
        place = LETTERS.match(cell.get("r", ""))
        column = _number(place[0]) if place else column + 1
        text = _text(cell, shared).strip()
        if text and column < MOST_COLUMNS:
            yield column, text


def _text(cell: Any, shared: Sequence[str]) -> str:
    if cell.get("t") == "inlineStr":
        return _words(cell)
    value = cell.findtext(f"{MAIN}v") or ""
    if cell.get("t") == "s":
        return shared[int(value)] if value.isdecimal() and int(value) < len(shared) else ""
    return value


def _words(node: Any) -> str:
    """The words of a string, without the readings that Asian versions of Excel put beside them."""
    return "".join(t.text or "" for t in node.iter(f"{MAIN}t") if t.getparent().tag != f"{MAIN}rPh")


def _children(package: Package, name: str, tag: str) -> Iterable[Any]:
    root = package.part(name)
    return root.iter(f"{MAIN}{tag}") if root is not None else ()


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
