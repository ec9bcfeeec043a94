"""One sheet of an XLSX, read row by row: what its visible cells show, and which areas are merged."""

import io
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from pipeline.reading.ooxml import Element
from pipeline.reading.payload import Payload
from pipeline.reading.spreadsheet.controls import MOST_CONTROLS, Control, control_of
from pipeline.reading.spreadsheet.formats import general, shown_number
from pipeline.reading.spreadsheet.grid import Area, Grid, Places, Value
from pipeline.reading.spreadsheet.styles import CellStyle, S, string_of
from pipeline.reading.symbols import shown_as

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_BLANK_ROWS = 2  # framed rows without words that stay: one row to fill in differs from several, no more
# WPS keeps a picture in a cell as a formula.
_PICTURE = re.compile(r"=?(?:_xlfn\.)?DISPIMG\(.*", re.DOTALL)
_COLUMNS = 2**14  # of a sheet, that Excel allows
_PLAIN = CellStyle()


@dataclass
class Book:
    """What all sheets of a workbook share."""

    payload: Payload
    strings: list[str] = field(default_factory=list)
    styles: list[CellStyle] = field(default_factory=list)
    from_1904: bool = False
    left: int = 0
    places: Places = field(default_factory=lambda: Places(0))
    uncalculated: int = 0


@dataclass
class Sheet:
    """A sheet while it is read; rows and columns count from 0.

    ``hidden_columns`` has a 1 for each column that is hidden, in so many ``stretches``; ``unseen`` are the words of
    cells in hidden rows and columns, which an area merged from there on shows in its visible part.
    """

    book: Book
    notes: dict[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    grid: Grid = field(default_factory=Grid)
    gaps: set[int] = field(default_factory=set)
    hidden_columns: bytearray = field(default_factory=lambda: bytearray(_COLUMNS))
    stretches: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_filled: int = 0
    unseen: dict[tuple[int, int], Value] = field(default_factory=dict)
    controls: list[Control] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)
    row: int = -1
    blank: int = 0
    open: bool = False

    def read(self, data: bytes) -> None:
        """Read the part's XML, which ``check_xml`` has passed; raises lxml's XMLSyntaxError."""
        from lxml import etree

        tags = [S + name for name in ("col", "row", "mergeCell", "control", "oddHeader", "oddFooter")]
        events: Any = etree.iterparse(
            io.BytesIO(data), events=("end",), tag=tags, resolve_entities=False, no_network=True, huge_tree=True
        )
        for _, node in events:
            name = node.tag.rpartition("}")[2]
            if name == "row":
                self._row(node)
                node.clear()
                while node.getprevious() is not None:
                    del node.getparent()[0]
            elif name == "col":
                self._column(node)
            elif name == "mergeCell":
                self.grid.merged += areas_of([node.get("ref") or ""])
            elif name == "control":
                self._control(node)
            elif node.text:
                self.headers.append(node.text)
        self._show_merged()

    def _control(self, node: Element) -> None:
        control = control_of(node)
        if control is None or len(self.controls) >= MOST_CONTROLS or control.column >= _COLUMNS:
            return
        if control.row not in self.hidden_rows and not self.hidden_columns[control.column]:
            self.controls.append(control)

    def _show_merged(self) -> None:
        """Lets merged areas begin in their first visible place, with the words of the hidden one."""
        visible: dict[int, int] = {}
        for row in sorted(self.hidden_rows, reverse=True):
            visible[row] = visible.get(row + 1, row + 1)
        seen: list[Area] = []
        for top, left, bottom, right in self.grid.merged:
            value = self.unseen.pop((top, left), None)
            row, column = visible.get(top, top), self.hidden_columns.find(0, left)
            if row <= bottom and left <= column <= right:
                seen.append((row, column, bottom, right))
                if value is not None:
                    self.grid.rows.setdefault(row, {})[column] = value
        self.grid.merged = seen

    def _column(self, node: Element) -> None:
        if node.get("hidden") in ("1", "true") or node.get("width") == "0":
            first, last = (node.get("min") or "", node.get("max") or "")
            if not (first.isdigit() and last.isdigit() and len(first + last) < 24):
                return
            start, end = max(int(first) - 1, 0), min(int(last), _COLUMNS)
            if start < end and self.stretches < _COLUMNS:
                self.hidden_columns[start:end] = b"\x01" * (end - start)
                self.stretches += 1

    def _row(self, node: Element) -> None:
        number = node.get("r") or ""
        row = int(number) - 1 if number.isdigit() and len(number) < 8 else self.row + 1
        skipped = row > self.row + 1
        self.row = row
        if node.get("hidden") in ("1", "true"):
            self.hidden_filled += any(True for _ in node.iter(S + "v", S + "is"))
            self.hidden_rows.add(row)
            counted = self.book.uncalculated
            for column, value in self._cells(node, row).items():
                self._keep_unseen(row, column, value)
            self.book.uncalculated = counted  # of cells that are seen
            return
        cells = self._cells(node, row)
        filled = any(value.text or value.anchors for value in cells.values())
        if not filled and not cells:
            self.open = False
            return
        if skipped or not self.open:
            self.gaps.add(row)
        self.open = True
        self.blank = 0 if filled else self.blank + 1
        if self.blank <= _BLANK_ROWS:
            self.book.left -= len(cells)
            if self.book.left < 0:
                limit = self.book.payload.limits.cells
                raise self.book.payload.too_large(f"its sheets have more than {limit} cells")
            self.grid.rows[row] = cells

    def _cells(self, row_node: Element, row: int) -> dict[int, Value]:
        cells: dict[int, Value] = {}
        column = -1
        for node in row_node.iterchildren(S + "c"):
            style = self._style(node)
            if not len(node) and not style.bordered and not self.notes:
                column += 1
                continue
            place = _REFERENCE.fullmatch(node.get("r") or "")
            column = column_of(place[1]) if place is not None else column + 1
            counted = self.book.uncalculated
            text = self._shown(node, style) if len(node) and not style.struck else ""
            anchors = self.notes.get((row, column), ())
            if column < _COLUMNS and self.hidden_columns[column]:
                self._keep_unseen(row, column, Value(text, style.bordered, anchors))
                self.book.uncalculated = counted
            elif text or style.bordered or anchors or node.find(S + "f") is not None:
                cells[column] = Value(text, style.bordered, anchors)
        return cells

    def _keep_unseen(self, row: int, column: int, value: Value) -> None:
        if value.text and len(self.unseen) < self.book.payload.limits.cells:
            self.unseen[row, column] = value

    def _style(self, node: Element) -> CellStyle:
        index = node.get("s") or "0"
        known = self.book.styles
        return known[int(index)] if index.isdigit() and int(index) < len(known) else _PLAIN

    def _shown(self, node: Element, style: CellStyle) -> str:
        kind = node.get("t") or "n"
        if kind == "inlineStr":
            inline = node.find(S + "is")
            return string_of(inline, style.font).strip() if inline is not None else ""
        raw = node.findtext(S + "v")
        if raw is None or not raw.strip():
            self.book.uncalculated += node.find(S + "f") is not None
            return ""
        if kind == "s":
            index = raw.strip()
            text = self.book.strings[int(index)] if index.isdigit() and int(index) < len(self.book.strings) else ""
            return shown_as(text, style.font).strip()
        if kind == "n":
            return self._number(raw, style)
        if kind == "b":
            return "TRUE" if raw.strip() in ("1", "true") else "FALSE"
        return "" if _PICTURE.match(raw) else raw.replace("_x000D_", "").strip()

    def _number(self, raw: str, style: CellStyle) -> str:
        try:
            value = float(raw)
        except ValueError:
            return raw.strip()
        if not math.isfinite(value):
            return raw.strip()
        if style.format == "General":
            return general(value)
        return shown_number(value, style.format, self.book.from_1904).strip()


def column_of(letters: str) -> int:
    """A, B, … Z, AA as 0, 1, … 25, 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def place_of(reference: str) -> tuple[int, int] | None:
    """B3 as (2, 1): row and column from 0."""
    found = _REFERENCE.fullmatch(reference)
    return (int(found[2]) - 1, column_of(found[1])) if found is not None else None


def areas_of(references: Iterable[str]) -> list[Area]:
    """A1:B2 as (0, 0, 1, 1); what is no area is left out."""
    found = []
    for reference in references:
        first, _, last = reference.partition(":")
        start, end = place_of(first), place_of(last)
        if start is not None and end is not None and start[0] <= end[0] and start[1] <= end[1]:
            found.append((*start, *end))
    return found
