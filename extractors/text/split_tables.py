"""Tables that a page break cut in two: the second half stands without column heads."""

import re
from dataclasses import replace

from schemas.text import Block, Grid, Text

_FIGURE = re.compile(r"\d")


def join_split_tables(text: Text) -> Text:
    """The text with the halves of each cut table as one table; every offset stays.

    Two tables are halves of one where nothing but white space stands between them, they have as many columns,
    and the second begins with a row of values. Formats that keep tables whole (DOCX, HTML) are left alone.
    """
    if text.document.hard_wrapped is False or len(text.tables) < 2:
        return text
    blocks = list(text.blocks)
    grids: list[Grid] = []
    for grid in text.tables:
        if grids and _goes_on(text, grids[-1], grid):
            shift = max(blocks[i].row + blocks[i].row_span for i in grids[-1].cells)
            grids[-1] = Grid(grids[-1].start, grid.end, grids[-1].cells + grid.cells)
        else:
            shift = 0
            grids.append(grid)
        for index in grid.cells:
            blocks[index] = replace(blocks[index], table=len(grids) - 1, row=blocks[index].row + shift)
    if len(grids) == len(text.tables):
        return text
    return replace(text, blocks=tuple(blocks), tables=tuple(grids))


def _goes_on(text: Text, above: Grid, below: Grid) -> bool:
    if not above.cells or not below.cells or text.clean[above.end : below.start].strip():
        return False
    upper, lower = _cells(text, above), _cells(text, below)
    if _columns(upper) != _columns(lower) or _columns(lower) < 3:
        return False
    head = [text.clean[b.start : b.end] for b in upper if b.row == 0]
    first = [text.clean[b.start : b.end] for b in lower if b.row == 0]
    return not any(_bare_figure(words) for words in head) and any(_FIGURE.search(words) for words in first)


def _bare_figure(words: str) -> bool:
    """A value, not a head that names a year (2027年目标)."""
    return re.fullmatch(r"\W*\d[\d,.]*\s*\S{0,4}", words.strip()) is not None and "年" not in words


def _cells(text: Text, grid: Grid) -> list[Block]:
    return [text.blocks[index] for index in grid.cells]


def _columns(cells: list[Block]) -> int:
    return max(cell.column + cell.column_span for cell in cells)
