"""Text (正文): a document's cleaned and re-flowed words, with the exact map back."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from schemas.document import Document, Line
from schemas.evidence import Box, Evidence


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, or one cell of a table.

    ``start`` and ``end`` are half-open offsets into ``Text.clean``; no block holds another.
    For a cell ``table`` is the index into ``Text.tables`` and ``row``/``column`` its place; a cell may
    hold newlines, a paragraph never does.
    """

    start: int
    end: int
    table: int | None = None
    row: int = 0
    column: int = 0
    row_span: int = 1
    column_span: int = 1
    heading_level: int | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in ``Text.clean``: offsets of the whole, and the indices of its cells in ``Text.blocks``."""

    start: int
    end: int
    cells: tuple[int, ...]


@dataclass(frozen=True)
class Text:
    """Cleaned text. Paragraphs end with a newline, cells with a tab, rows with a newline.

    ``offsets[i]`` is the offset in ``document.text`` of the character that ``clean[i]`` came from
    (a separator put in by the cleaning has the offset of the character before it).
    """

    document: Document
    clean: str
    offsets: Sequence[int]
    blocks: tuple[Block, ...]
    tables: tuple[Grid, ...]

    def blocks_in(self, start: int, end: int) -> tuple[Block, ...]:
        """The blocks that share a character with ``clean[start:end]``, in order."""
        first = bisect_right(self._block_ends, start)
        return self.blocks[first : bisect_left(self._block_starts, end, first)]

    def block_at(self, offset: int) -> int | None:
        """The index of the block that holds this offset, or None between two of them."""
        index = bisect_right(self._block_starts, offset) - 1
        return index if index >= 0 and offset < self.blocks[index].end else None

    def rows_of(self, table: int) -> dict[int, list[Block]]:
        """The cells of a table row by row, from left to right; a cell merged downwards stands in each of its rows."""
        return self._rows[table]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span in ``document.text`` of ``clean[start:end]``, white space at its ends left out."""
        while start < end and self.clean[start].isspace():
            start += 1
        while end > start and self.clean[end - 1].isspace():
            end -= 1
        if start >= end:
            at = self.offsets[min(start, len(self.offsets) - 1)] if len(self.offsets) else 0
            return at, at
        return self.offsets[start], self.offsets[end - 1] + 1

    def evidence(self, start: int, end: int) -> Evidence:
        """The evidence for ``clean[start:end]``: exact words of the document, page and boxes."""
        raw_start, raw_end = self.raw_span(start, end)
        lines = lines_between(self.document.lines, raw_start, raw_end)
        return Evidence(
            text=self.document.text[raw_start:raw_end],
            page=lines[0].page if lines else None,
            start=raw_start,
            end=raw_end,
            boxes=tuple(box for line in lines if (box := _box(line)) is not None),
        )

    @cached_property
    def _block_starts(self) -> tuple[int, ...]:
        return tuple(block.start for block in self.blocks)

    @cached_property
    def _block_ends(self) -> tuple[int, ...]:
        return tuple(block.end for block in self.blocks)

    @cached_property
    def _rows(self) -> tuple[dict[int, list[Block]], ...]:
        return tuple(rows_across([self.blocks[index] for index in grid.cells]) for grid in self.tables)


def rows_across(cells: Sequence[Block]) -> dict[int, list[Block]]:
    """The cells row by row, from left to right; one merged downwards stands in each of its rows."""
    last = max((cell.row for cell in cells), default=0)
    rows: dict[int, list[Block]] = {}
    for cell in cells:
        for row in range(cell.row, max(min(cell.row + cell.row_span, last + 1), cell.row + 1)):
            rows.setdefault(row, []).append(cell)
    for found in rows.values():
        found.sort(key=lambda cell: cell.column)
    return dict(sorted(rows.items()))


def lines_between(lines: Sequence[Line], start: int, end: int) -> list[Line]:
    """The lines (ordered, not overlapping) that share a character with the half-open span."""
    at = max(bisect_right(lines, start, key=lambda line: line.start) - 1, 0)
    found = []
    while at < len(lines) and lines[at].start < end:
        if lines[at].end > start:
            found.append(lines[at])
        at += 1
    return found


def _box(line: Line) -> Box | None:
    return (line.page, *line.box) if line.page is not None and line.box is not None else None
