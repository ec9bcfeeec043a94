"""Cells of a form: what a cell is labelled with."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from extractors.text.marks import HAN_DIGITS as _HAN
from extractors.text.spans import squeezed
from schemas.text import Block, Text

_COUNTED = re.compile(rf"[（(]?(?:(?P<han>[{_HAN}])|(?P<number>\d{{1,2}}))(?:[)）.、．]|\s*$)(?!\d)")
_REACH = 8  # cells: a wider row is no row of a form


def cells_of_row(text: Text, block: Block) -> list[Block]:
    """The cells that stand in a row of the block's table, merged ones of rows above with them, left to right."""
    if block.table is None:
        return []
    return text.rows_of(block.table)[block.row]


def label_of(text: Text, block: Block) -> str | None:
    """The words of the nearest filled cell at the left in the same row, at most eight cells off; None without one."""
    cells = cells_of_row(text, block)
    at = bisect_left(cells, block.column, key=lambda cell: cell.column)
    for cell in reversed(cells[max(at - _REACH, 0) : at]):
        words = squeezed(text.clean[cell.start : cell.end])
        if words and len(words) <= 30 and not re.search(r"[。；]", words):
            return words.rstrip("：:")
    return None


def counts_rows(firsts: Sequence[str]) -> bool:
    """一 and 二, or 1）精度 and 2）寿命, in the first column: rows numbered from the first one on have no head."""
    numbers = [match["han"] or match["number"] for first in firsts if (match := _COUNTED.match(first)) is not None]
    counted = [_HAN.index(number) + 1 if number in _HAN else int(number) for number in numbers]
    return len(firsts) > 1 and counted == list(range(1, len(firsts) + 1))


def head_of(text: Text, block: Block) -> str | None:
    """The words of the table's first row above the cell; None for a cell of that row, or where no head is there."""
    cells = text.rows_of(block.table) if block.table is not None else {}
    two = islice((row[0] for row in cells.values() if row), 2)
    if counts_rows([squeezed(text.clean[cell.start : cell.end]) for cell in two]):
        return None
    first = next(iter(cells), block.row)
    above = next((c for c in cells.get(first, ()) if c.column <= block.column < c.column + c.column_span), None)
    words = squeezed(text.clean[above.start : above.end]) if above is not None and first < block.row else ""
    return words if 0 < len(words) <= 16 and not re.search(r"[。；;：:]", words) else None
