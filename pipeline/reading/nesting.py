"""Tables inside the cells of tables: the one grid that a reader sees, in which inner cells are cells like others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from pipeline.reading.draft import DraftCell, Piece
from pipeline.reading.marks import ALL_SIGNS

Part = list[Piece] | list[DraftCell]
_MOST = 4000  # rows or columns; a grid is not blown up beyond


@dataclass(slots=True)
class NestingCell:
    """A cell as the format has it: its place and span, and lines and inner tables (already unnested) in order."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    parts: list[Part] = field(default_factory=list)

    @property
    def inner(self) -> bool:
        """Whether a table with rows and columns of its own stands in the cell."""
        return any(_is_grid(part) for part in self.parts)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is printed in the cell."""
        return not any(piece.text.strip() for piece in _flat(self.parts))


def unnested(cells: Sequence[NestingCell]) -> list[DraftCell]:
    """The cells with every inner table that has rows and columns opened up into rows and columns of the outer one.

    The cells beside it are then merged over its rows, those above and below over its columns. Small inner
    tables (one row, one column, boxes to tick set in columns) become lines whose cells are parted by tabs.
    """
    grids = {id(cell): _grid(cell) for cell in cells if cell.inner}
    if not grids or not _is_small(cells, grids.values()):
        return [
            DraftCell(cell.row, cell.column, list(_flat(cell.parts)), cell.row_span, cell.column_span) for cell in cells
        ]
    heights, widths = dict[int, int](), dict[int, int]()
    for cell in cells:
        if grid := grids.get(id(cell)):
            height, width = _size(grid)
            heights[cell.row] = max(heights.get(cell.row, 1), height - cell.row_span + 1)
            widths[cell.column] = max(widths.get(cell.column, 1), width - cell.column_span + 1)
    rows = _starts(heights, max(cell.row + cell.row_span for cell in cells))
    columns = _starts(widths, max(cell.column + cell.column_span for cell in cells))
    found: list[DraftCell] = []
    for cell in cells:
        row, column = rows[cell.row], columns[cell.column]
        height, width = rows[cell.row + cell.row_span] - row, columns[cell.column + cell.column_span] - column
        grid = grids.get(id(cell))
        if grid is None:
            found.append(DraftCell(row, column, list(_flat(cell.parts)), height, width))
        else:
            found += _placed(grid, row, column, height, width)
    return found


def _is_grid(part: Part) -> bool:
    """A table of two rows and two columns at least that is more than options set in columns."""
    cells = [item for item in part if isinstance(item, DraftCell)]
    if len({cell.row for cell in cells}) < 2 or len({cell.column for cell in cells}) < 2:
        return False
    words = [cell.text.strip() for cell in cells if cell.text.strip()]
    return 2 * sum(word[0] in ALL_SIGNS or word[-1] in ALL_SIGNS for word in words) <= len(words)


def _flat(parts: Iterable[Part]) -> Iterator[Piece]:
    for part in parts:
        rows: dict[int, list[DraftCell]] = {}
        for item in part:
            if isinstance(item, Piece):
                yield item
            else:
                rows.setdefault(item.row, []).append(item)
        for row in rows.values():
            yield from _side_by_side(row)


def _side_by_side(row: list[DraftCell]) -> Iterator[Piece]:
    """The cells of a row as one line; cells of several lines one behind the other."""
    if all(len(cell.pieces) <= 1 for cell in row):
        text, links, anchors = "", list[tuple[int, int, str]](), list[tuple[int, str]]()
        for index, cell in enumerate(row):
            text += "\t" if index else ""
            for piece in cell.pieces:
                links += [(start + len(text), end + len(text), target) for start, end, target in piece.links]
                anchors += [(at + len(text), name) for at, name in piece.anchors]
                text += piece.text
        if text.strip():
            yield Piece(text, links=tuple(links), anchors=tuple(anchors))
        return
    for cell in row:
        yield from cell.pieces


def _grid(cell: NestingCell) -> list[DraftCell]:
    """Everything in a cell as one grid: its inner tables one below the other, words between them as wide as it."""
    width = max(_size(part)[1] for part in map(_cells, cell.parts) if part)
    found: list[DraftCell] = []
    height, words = 0, list[Piece]()
    for part in [*cell.parts, None]:
        if part is not None and not _is_grid(part):
            words += _flat([part])
            continue
        if any(piece.text.strip() for piece in words):
            found.append(DraftCell(height, 0, words, 1, width))
            height += 1
        words = []
        if part is not None:
            inner = _cells(part)
            rows, _ = _size(inner)
            found += _placed(inner, height, 0, rows, width)
            height += rows
    return found


def _cells(part: Part) -> list[DraftCell]:
    return [item for item in part if isinstance(item, DraftCell)] if _is_grid(part) else []


def _size(grid: Iterable[DraftCell]) -> tuple[int, int]:
    cells = list(grid)
    return max(cell.row + cell.row_span for cell in cells), max(cell.column + cell.column_span for cell in cells)


def _is_small(cells: Iterable[NestingCell], grids: Iterable[list[DraftCell]]) -> bool:
    sizes = [(cell.row + cell.row_span, cell.column + cell.column_span) for cell in cells]
    sizes += [_size(grid) for grid in grids]
    return max(max(size) for size in sizes) < _MOST


def _starts(sizes: dict[int, int], count: int) -> list[int]:
    return list(accumulate((sizes.get(index, 1) for index in range(count)), initial=0))


def _placed(grid: Iterable[DraftCell], row: int, column: int, height: int, width: int) -> list[DraftCell]:
    """A grid moved to its place; the cells at its right and lower edge reach to those of the place."""
    cells = list(grid)
    rows, columns = _size(cells)
    found = []
    for cell in cells:
        down = cell.row_span + (height - rows if cell.row + cell.row_span == rows else 0)
        across = cell.column_span + (width - columns if cell.column + cell.column_span == columns else 0)
        found.append(DraftCell(row + cell.row, column + cell.column, cell.pieces, down, across))
    return found
