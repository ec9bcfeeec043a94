"""Columns (列): the words of cells, what the text around a table says of its heads, where figures stand."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from extractors.targets.cell_figures import bare_number
from extractors.values.quantities import find_quantities
from schemas.text import Block, Grid, Text

_AROUND = 400  # characters before and behind a table in which its heads may be explained
_LEAD = 4  # characters before the figure that a cell of figures may begin with
_IN_BRACKETS = re.compile(r"[（(][^（）()]{1,10}[)）]\s*$")
_BARE_YEAR = re.compile(r"^20\d\d年?(?=\D)")
_END = r"(?P<said>[^。；;\n]{2,40}?)(?=[。；;\n]|[，,、]\s?[“\"‘「]|[，,、]\s?[A-Za-z]{1,3}\d{1,2}(?:为|是|指)|，|,)"


def cell_words(text: Text, cell: Block | None) -> str:
    """The words of a cell, its lines joined."""
    return "" if cell is None else text.clean[cell.start : cell.end].replace("\n", "")


def end_in_cell(text: Text, cell: Block, length: int) -> int:
    """The offset into ``text.clean`` where the first ``length`` characters of :func:`cell_words` end."""
    places = [at for at in range(cell.start, cell.end) if text.clean[at] != "\n"]
    return places[min(length, len(places)) - 1] + 1 if length > 0 and places else cell.start


def turned(cells: list[Block]) -> list[Block]:
    """The cells of the table whose rows are this one's columns."""
    return [
        replace(c, row=c.column, column=c.row, row_span=c.column_span, column_span=c.row_span)
        for c in sorted(cells, key=lambda c: (c.column, c.row))
    ]


def heads_from(text: Text, cells: list[Block], row: int) -> tuple[int, dict[int, str]]:
    """The words of a row by column, and the row they end in.

    目标值 over 中期 | 终期: a head that is merged over several columns is joined with those below it (目标值中期),
    where the other heads go down to them, merged or over empty cells.
    """
    across = [cell for cell in cells if cell.row == row]
    wide = [cell for cell in across if cell.column_span > 1]
    second = [c for c in cells if c.row == row + 1]
    below = [c for c in second if any(_covers(one, c.column) for one in wide)]
    beside = any(cell_words(text, c).strip() for c in second if c not in below)  # a row of data
    words = {cell.column: cell_words(text, cell) for cell in across}
    if beside or not wide or len(wide) == len(across) or any(begins_with_figure(cell_words(text, c)) for c in below):
        return row, words
    under = {c.column: cell_words(text, next(one for one in wide if _covers(one, c.column))) for c in below}
    if len(under) != sum(one.column_span for one in wide):
        return row, words
    return row + 1, words | {c.column: _joined(under[c.column], cell_words(text, c)) for c in below}


def _joined(upper: str, lower: str) -> str:
    """目标值（kg） over 终期: 目标值终期（kg）, the unit behind."""
    unit = _IN_BRACKETS.search(upper)
    return f"{upper[: unit.start()]}{lower}{unit.group()}" if unit is not None else upper + lower


def covered_by(cells: list[Block], row: int, columns: Sequence[int]) -> tuple[int, ...]:
    """The columns that the heads of these columns cover: 考核指标, merged over 类别 and 指标, is both."""
    heads = [cell for cell in cells if cell.row == row and cell.column in columns]
    return tuple(sorted({c for head in heads for c in range(head.column, head.column + head.column_span)}))


def _covers(cell: Block, column: int) -> bool:
    return cell.column <= column < cell.column + cell.column_span


def columns_of_figures(text: Text, cells: list[Block], head_row: int) -> tuple[int, ...]:
    """The columns that begin with a figure in more than half of their filled cells below the heads."""
    filled: dict[int, list[bool]] = defaultdict(list)
    for cell in cells:
        words = cell_words(text, cell).strip()
        if cell.row > head_row and words:
            filled[cell.column].append(begins_with_figure(words))
    return tuple(sorted(c for c, told in filled.items() if 2 * sum(told) > len(told)))


def begins_with_figure(words: str) -> bool:
    """Whether a cell begins with a figure, a word of a few characters before it or none."""
    first = next(iter(find_quantities(words)), None)
    return (first is not None and first.outer_start <= _LEAD) or bool(bare_number(words))


def meaning_of(text: Text, grid: Grid, head: str) -> str | None:
    """What the text around says of a head: V2为结题承诺值, “冲刺值”仅供内部使用; None where it says nothing."""
    name = _BARE_YEAR.sub("", head)
    if not 2 <= len(name) <= 12:
        return None
    apart = r"A-Za-z\d" if name[0].isascii() else r"A-Za-z\d\u4e00-\u9fff"  # no 总体目标是 for 目标
    said = re.compile(rf"(?<![{apart}]){re.escape(name)}[”\"’」]?\s?(?:为|是指|是|指|即|表示|系|(?=仅|只))\s?{_END}")
    around = (text.clean[max(0, grid.start - _AROUND) : grid.start], text.clean[grid.end : grid.end + _AROUND])
    match = next((m for part in around for m in said.finditer(part)), None)
    return match["said"] if match is not None else None
