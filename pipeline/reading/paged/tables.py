"""Ruled tables of a page, and tables that run over a page break."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.reading.draft import Box, DraftCell, Piece
from pipeline.reading.paged.lines import Glyph, lines_of

_EDGE = 3.0  # points within which two edges are one
_MOST_HEAD_ROWS = 4
_OPEN_BRACKET, _CLOSES = re.compile(r"[（(][^（()）]{0,12}$"), re.compile(r"[^（()）]{0,12}[）)]")
_FULL_LINE = 1.8  # heights of a line that a full one ends before the cell's edge at most: a character and the padding
_SENTENCE = 6  # characters of a line that a sentence is cut in
_ENDS = ("。", "；", "！", "？", "：", ";", ":")
_BEGINS = re.compile(r"\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）.．、]|[□☐☑☒■●•▪√])")  # a number, a bullet, a box
_MIN_SIDE = 4.0  # a smaller cell is the space between two strokes of a double line


@dataclass(slots=True)
class PageTable:
    """A table on one page (after joining, on several): its box, cells and column edges in points.

    ``open_head`` and ``open_foot``: no stroke closes it there, so that the page's end cuts its row.
    """

    box: Box
    cells: list[DraftCell]
    edges: tuple[float, ...]
    open_head: bool = False
    open_foot: bool = False

    @property
    def rows(self) -> int:
        """The number of rows."""
        return max(cell.row + cell.row_span for cell in self.cells)


def tables_of(found: Sequence[Sequence[Box]], glyphs: list[Glyph], page: int) -> list[PageTable]:
    """The tables with these cells (boxes); their glyphs are taken out of ``glyphs``.

    A frame round running text (one cell) is no table.
    """
    tables = []
    for cells in found:
        boxes = frames_of(cells)
        held = _take(boxes, glyphs) if len(boxes) > 1 else []
        if held:
            tables.append(grid_of(boxes, [lines_of(one, page) for one in held]))
    return tables


def frames_of(cells: Sequence[Box]) -> list[Box]:
    """The boxes of a table that can be cells, in order."""
    return [box for box in sorted(cells) if box[2] - box[0] > _MIN_SIDE and box[3] - box[1] > _MIN_SIDE]


def _take(boxes: Sequence[Box], glyphs: list[Glyph]) -> list[list[Glyph]]:
    """The glyphs whose centre lies in each box, removed from ``glyphs``."""
    held: list[list[Glyph]] = [[] for _ in boxes]
    rest = []
    left, head = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, foot = max(box[2] for box in boxes), max(box[3] for box in boxes)
    last_x0 = last_top = last_x1 = last_bottom = -1.0
    last: list[Glyph] = []
    alone: dict[int, bool] = {}
    for glyph in glyphs:
        _, x0, top, x1, bottom = glyph
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        if last_x0 < x < last_x1 and last_top < y < last_bottom:  # neighbours mostly share a cell
            last.append(glyph)
        elif left <= x <= right and head <= y <= foot and (index := _box_at(x, y, boxes)) is not None:
            held[index].append(glyph)
            if index not in alone:
                alone[index] = _is_alone(index, boxes)
            if alone[index]:
                last, (last_x0, last_top, last_x1, last_bottom) = held[index], boxes[index]
        else:
            rest.append(glyph)
    if any(any(glyph.text.strip() for glyph in cell) for cell in held):
        glyphs[:] = rest
        return held
    return []


def _box_at(x: float, y: float, boxes: Sequence[Box]) -> int | None:
    for index, (x0, top, x1, bottom) in enumerate(boxes):
        if x0 <= x <= x1 and top <= y <= bottom:
            return index
    return None


def _is_alone(index: int, boxes: Sequence[Box]) -> bool:
    """Whether no other box overlaps this one."""
    x0, top, x1, bottom = boxes[index]
    return not any(
        left < x1 and x0 < right and head < bottom and top < foot
        for number, (left, head, right, foot) in enumerate(boxes)
        if number != index
    )


def grid_of(boxes: Sequence[Box], lines: Sequence[list[Piece]]) -> PageTable:
    """The table with these cells and the lines in each."""
    columns = _edges([x for box in boxes for x in (box[0], box[2])])
    rows = _edges([y for box in boxes for y in (box[1], box[3])])
    cells = []
    for box, pieces in zip(boxes, lines, strict=True):
        row, last_row = _index(rows, box[1]), _index(rows, box[3])
        column, last_column = _index(columns, box[0]), _index(columns, box[2])
        cells.append(DraftCell(row, column, pieces, max(last_row - row, 1), max(last_column - column, 1)))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return PageTable((columns[0], rows[0], columns[-1], rows[-1]), _apart(cells), tuple(columns))


def _apart(cells: Sequence[DraftCell]) -> list[DraftCell]:
    """The cells in order; where some are drawn over others, each ends where the next begins: no place has two."""
    at: dict[tuple[int, int], DraftCell] = {}
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.column)):
        first = at.setdefault((cell.row, cell.column), cell)
        if first is not cell:
            first.pieces = first.pieces + cell.pieces
    taken: set[tuple[int, int]] = set()
    for (row, column), cell in at.items():
        beneath = [place for place in _places(cell) if place in at and place != (row, column)]
        cell.row_span = min([cell.row_span, *(below - row for below, _ in beneath if below > row)])
        cell.column_span = min([cell.column_span, *(right - column for below, right in beneath if below == row)])
        if taken & _places(cell):  # two long cells that cross
            cell.row_span = cell.column_span = 1
        taken |= _places(cell)
    return list(at.values())


def _places(cell: DraftCell) -> set[tuple[int, int]]:
    rows, columns = range(cell.row, cell.row + cell.row_span), range(cell.column, cell.column + cell.column_span)
    return {(row, column) for row in rows for column in columns}


def _edges(values: Sequence[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _EDGE:
            edges.append(value)
    return edges


def _index(edges: Sequence[float], value: float) -> int:
    return max(bisect_left(edges, value + 0.01) - 1, 0)


def continues(first: PageTable, second: PageTable) -> bool:
    """Whether ``second``, at the head of a page, goes on with ``first`` at the foot of the page before.

    The outer edges must agree, and the columns of one must be among those of the other.
    """
    if abs(first.edges[0] - second.edges[0]) > _EDGE or abs(first.edges[-1] - second.edges[-1]) > _EDGE:
        return False
    fewer, more = sorted((first.edges, second.edges), key=len)
    return all(any(abs(edge - other) <= _EDGE for other in more) for edge in fewer)


def join(first: PageTable, second: PageTable) -> PageTable:
    """One table out of two parts; a repeated head is dropped, a row cut by the page break is made whole."""
    edges = _edges([*first.edges, *second.edges])
    above, below = _on_edges(first, edges), _on_edges(second, edges)
    head = _repeated_head(above, below)
    below = [cell for cell in below if cell.row >= head]
    for cell in below:
        cell.row -= head
    rows = first.rows
    cut = first.open_foot and second.open_head and not head
    if _is_rest_of_row(above, below, rows, edges, cut):
        _append_rest(above, below, rows)
        below = [cell for cell in below if cell.row > 0]
        rows -= 1
    elif below:
        _extend_key(above, below, rows)
    for cell in below:
        cell.row += rows
    return PageTable(first.box, above + below, tuple(edges), first.open_head, second.open_foot)


def _on_edges(table: PageTable, edges: Sequence[float]) -> list[DraftCell]:
    place = [min(range(len(edges)), key=lambda index: abs(edges[index] - edge)) for edge in table.edges]
    return [
        DraftCell(
            cell.row,
            place[cell.column],
            cell.pieces,
            cell.row_span,
            max(place[min(cell.column + cell.column_span, len(place) - 1)] - place[cell.column], 1),
        )
        for cell in table.cells
    ]


def _repeated_head(above: Sequence[DraftCell], below: Sequence[DraftCell]) -> int:
    """How many rows at the head of the second part are those at the head of the table, printed again."""
    repeated = 0
    for rows in range(1, _MOST_HEAD_ROWS + 1):
        one, other = _rows_before(above, rows), _rows_before(below, rows)
        if one != other or not one or any(row + span > rows for row, _, span, _, _ in one):
            continue
        if all(any(text for row, _, _, _, text in one if row == number) for number in range(rows)):
            repeated = rows
    return repeated


def _rows_before(cells: Sequence[DraftCell], rows: int) -> list[tuple[int, int, int, int, str]]:
    return [
        (cell.row, cell.column, cell.row_span, cell.column_span, "".join(cell.text.split()))
        for cell in sorted(cells, key=lambda cell: (cell.row, cell.column))
        if cell.row < rows
    ]


def _last_row(cells: Sequence[DraftCell], rows: int) -> dict[int, DraftCell]:
    return {cell.column: cell for cell in cells if cell.row + cell.row_span == rows}


def _is_rest_of_row(
    above: Sequence[DraftCell], below: Sequence[DraftCell], rows: int, edges: Sequence[float], cut: bool
) -> bool:
    """The same columns, and a row that is open at the page's end (``cut``), or a cell that ends in the middle of a
    sentence and goes on below, or an empty key under a filled one and words only under cells of several lines.
    """
    last = _last_row(above, rows)
    first = {cell.column: cell for cell in below if cell.row == 0}
    if not first or last.keys() != first.keys() or any(cell.row_span > 1 for cell in first.values()):
        return False
    if cut:
        return True
    if any(last[column].text.endswith(("，", "、")) and cell.text for column, cell in first.items()):
        return True
    if any(_OPEN_BRACKET.search(last[column].text) and _CLOSES.match(cell.text) for column, cell in first.items()):
        return True  # 自筹经费（万 and 元）
    key = min(first)
    filled = [column for column, cell in first.items() if cell.text]
    if filled and all(_breaks_off(last[column], first[column], edges) for column in filled):
        return True
    if first[key].text or not last[key].text:
        return False
    return all(len(last[column].pieces) > 1 for column in filled)


def _breaks_off(cell: DraftCell, rest: DraftCell, edges: Sequence[float]) -> bool:
    """Whether a cell's last line is full and ends in the middle of a sentence, and ``rest`` does not begin anew."""
    if not cell.pieces or cell.pieces[-1].box is None or _BEGINS.match(rest.text):
        return False
    line = cell.pieces[-1]
    assert line.box is not None
    edge = edges[min(cell.column + cell.column_span, len(edges) - 1)]
    full = edge - line.box[2] < _FULL_LINE * (line.box[3] - line.box[1])
    return full and len(line.text) >= _SENTENCE and not line.text.endswith(_ENDS)


def _append_rest(above: Sequence[DraftCell], below: Sequence[DraftCell], rows: int) -> None:
    last = _last_row(above, rows)
    for cell in below:
        if cell.row == 0:
            last[cell.column].pieces = last[cell.column].pieces + cell.pieces


def _extend_key(above: Sequence[DraftCell], below: list[DraftCell], rows: int) -> None:
    """A merged key cell that the page break cut: its empty rest belongs to it."""
    key = _last_row(above, rows).get(0)
    rest = next((cell for cell in below if cell.row == 0 and cell.column == 0), None)
    if key is None or rest is None or rest.text or not key.text or key.column_span != rest.column_span:
        return
    if any(cell.row == 0 and cell.text for cell in below):
        key.row_span += rest.row_span
        below.remove(rest)
