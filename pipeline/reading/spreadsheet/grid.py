"""A sheet's cells -> lines and tables: blank rows part tables, titles and notes around a table are no rows of it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from pipeline.reading.draft import DraftCell, Piece
from pipeline.reading.marks import with_marks

Area = tuple[int, int, int, int]
Block = list[Piece] | list[DraftCell]

# Notes below a table: 注：…, 填表说明：…
_NOTE = re.compile(r"\s*(?:备?注|说明|填[表报写]|联系|附[:：注])")


class TooManyCells(ValueError):
    """The tables have more places than the bound allows."""


@dataclass(slots=True)
class Places:
    """How many more places, filled or not, the tables of one file may have."""

    left: int

    def take(self, places: int) -> None:
        """Raises TooManyCells where there are not so many left."""
        self.left -= places
        if self.left < 0:
            raise TooManyCells


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell shows; ``bordered`` where it is framed, ``anchors`` the names of comments on it."""

    text: str = ""
    bordered: bool = False
    anchors: tuple[str, ...] = ()


@dataclass
class Grid:
    """The filled and framed cells of the visible rows and columns, and the merged areas (top, left, bottom, right)."""

    rows: dict[int, dict[int, Value]] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)

    def folded(self, most: int) -> "Grid":
        """The grid with rows and columns numbered from 0 without gaps where nothing stands; merged areas fitted in.

        Raises TooManyCells where the areas cover more than ``most`` places.
        """
        rows = sorted(self.rows)
        columns = sorted({column for row in self.rows.values() for column in row})
        areas, places = list[Area](), 0
        for top, left, bottom, right in sorted(self.merged):
            first, last = bisect_left(rows, top), bisect_left(rows, bottom + 1) - 1
            start, end = bisect_left(columns, left), bisect_left(columns, right + 1) - 1
            if last >= first and end >= start:
                areas.append((first, start, last, end))
                places += (last - first + 1) * (end - start + 1)
            if places > most:
                raise TooManyCells
        column_at = {column: index for index, column in enumerate(columns)}
        kept = {
            index: {column_at[column]: value for column, value in self.rows[row].items()}
            for index, row in enumerate(rows)
        }
        return Grid(kept, areas)


@dataclass
class _Region:
    """Rows that belong together; ``spans`` of merged cells as (rows, columns), ``covered`` the places under them."""

    rows: dict[int, dict[int, Value]]
    spans: dict[tuple[int, int], tuple[int, int]]
    covered: set[tuple[int, int]]

    def filled(self, row: int) -> list[tuple[int, Value]]:
        cells = self.rows[row].items()
        return sorted((c, v) for c, v in cells if v.text.strip() and (row, c) not in self.covered)

    def bordered(self, row: int) -> bool:
        return any(value.bordered for value in self.rows[row].values())


def blocks_of(grid: Grid, gaps: set[int], room: Places) -> Iterator[Block]:
    """The lines (pieces) and tables (cells, rows and columns from 0) of a folded grid, from the top.

    ``gaps`` are the rows (of the folded grid) that a blank row without a frame stands above. Raises TooManyCells.
    """
    spans, covered = _spans(grid.merged)
    region: dict[int, dict[int, Value]] = {}
    reach = -1
    for index, row in sorted(grid.rows.items()):
        if region and index in gaps and index > reach:
            yield from _blocks(_Region(region, spans, covered), room)
            region = {}
        region[index] = row
        reach = max([reach, *(index + spans.get((index, column), (1, 1))[0] - 1 for column in row)])
    if region:
        yield from _blocks(_Region(region, spans, covered), room)


def _spans(areas: Iterable[Area]) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """The spans of merged areas by their first place, and the other places; an area that meets another is none."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    taken: set[tuple[int, int]] = set()
    for top, left, bottom, right in areas:
        places = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        if not places & taken:
            taken |= places
            spans[top, left] = bottom - top + 1, right - left + 1
    return spans, taken - spans.keys()


def _blocks(region: _Region, room: Places) -> Iterator[Block]:
    order = sorted(region.rows)
    while order and not (region.filled(order[-1]) or region.bordered(order[-1])):
        order.pop()
    if not any(region.filled(row) for row in order):
        return
    columns = [column for row in order for column in region.rows[row]]
    left, right = min(columns), max(columns)
    room.take((right - left + 1) * len(order))
    framed = 2 * sum(region.bordered(row) for row in order) > len(order)
    first, last = 0, len(order)
    while first < last and _is_above(region, order[first], left, right, framed):
        first += 1
    while last > first and _is_below(region, order[last - 1], framed):
        last -= 1
    if last - first == 1 and len(region.filled(order[first])) < 2:
        first = last
    for row in order[:first]:
        yield _line(region.filled(row))
    if first < last:
        yield list(_table(region, order[first:last], left, right))
    for row in order[last:]:
        yield _line(region.filled(row))


def _is_above(region: _Region, row: int, left: int, right: int, framed: bool) -> bool:
    """A title or a line of particulars above the table: merged over all of it, or without its frame."""
    filled = region.filled(row)
    if left == right:
        return True
    if len(filled) == 1:
        down, across = region.spans.get((row, filled[0][0]), (1, 1))
        alone = sum((row, column) not in region.covered for column in region.rows[row]) == 1
        return down == 1 and (across > right - left or (alone and not region.bordered(row)))
    return framed and not region.bordered(row) and len(filled) < 4


def _is_below(region: _Region, row: int, framed: bool) -> bool:
    """A note or a signature's line below the table."""
    filled = region.filled(row)
    if framed and not region.bordered(row):
        return len(filled) < 4
    return len(filled) == 1 and _NOTE.match(filled[0][1].text) is not None


def _line(filled: list[tuple[int, Value]]) -> list[Piece]:
    """A row that is no part of a table: its words in one line, or the lines of the only cell."""
    if len(filled) == 1:
        return _pieces(filled[0][1])
    text, anchors = "", list[tuple[int, str]]()
    for _, value in filled:
        text += "\t" if text else ""
        anchors += [(len(text), name) for name in value.anchors]
        text += value.text.replace("\n", " ").strip()
    return [with_marks(Piece(text, anchors=tuple(anchors)))] if text else []


def _table(region: _Region, order: list[int], left: int, right: int) -> Iterator[DraftCell]:
    """The cells of a table; every place between its corners that no cell covers is an empty cell."""
    for index, row in enumerate(order):
        for column in range(left, right + 1):
            if (row, column) in region.covered:
                continue
            down, across = region.spans.get((row, column), (1, 1))
            value = region.rows[row].get(column, Value())
            down = min(down, order[-1] - row + 1)
            yield DraftCell(index, column - left, _pieces(value), down, min(across, right - column + 1))


def _pieces(value: Value) -> list[Piece]:
    """The lines of a cell; comments hang on the first."""
    pieces = [with_marks(Piece(line.strip())) for line in value.text.split("\n") if line.strip()]
    if value.anchors:
        first = pieces[0] if pieces else Piece("")
        pieces[:1] = [replace(first, anchors=tuple((0, name) for name in value.anchors))]
    return pieces
