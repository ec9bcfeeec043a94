"""Tables drawn with characters: ┌──┬──┐ above │姓名│　│, +----+----+ above | 姓名 |    |."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from pipeline.structure.characters import width

EDGES = "│┃║|"
_LINES = "-=─━═┄┅┈┉╌╍"  # the hyphen first, where a class of characters takes it as it is
_CORNERS = "┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╟╫╢╙╨╜╓╥╖╭╮╯╰┍┑┕┙┝┥┠┨┯┷┿┰┸╂+"
_TOP = re.compile(rf"[{_CORNERS}][{_LINES}]{{2}}[{_LINES}{_CORNERS}]*[{_CORNERS}]")
_RULE = re.compile(rf"[{_CORNERS}{EDGES}][{_LINES}]{{2}}[{_LINES}{_CORNERS}{EDGES}]*")
_RULED = re.compile(rf"[{_LINES}]{{3,}}")
_MARKS = re.compile(rf"[{EDGES}{_CORNERS}]")
_EDGE = re.compile(rf"[{EDGES}]")
_NUMBER = re.compile(r"\d{1,3}|[一二三四五六七八九十]{1,3}")
_FEWEST_BANDS = 3  # a head and the rows below it, with a rule between and none among these, are two
_MOST_COLUMNS = 40
_NEAR = 1  # columns that an edge may stand beside another's

Part = tuple[int, int, int]
"""The index of a line, and half-open offsets into it."""


@dataclass(slots=True)
class DrawnCell:
    """A cell: where it stands in the table, and its words line by line (a part without length where it is empty)."""

    row: int
    column: int
    parts: list[Part]
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """A table from its first line to its last, both with a rule as a rule."""

    first: int
    last: int
    cells: tuple[DrawnCell, ...]


@dataclass(slots=True)
class _Row:
    """The cells of a row from left to right, and how many of them at its ends go on from the row above."""

    cells: list[list[Part]]
    edges: list[int]
    before: int = 0
    behind: int = 0


def is_drawn(line: str) -> bool:
    """The line is nothing but a rule of such a table: ├──┼──┤."""
    return _TOP.fullmatch(line.strip()) is not None


def drawn_tables(lines: Sequence[str]) -> dict[int, DrawnTable]:
    """The tables by the index of their first line; a frame around running text, which has one column, is none."""
    found: dict[int, DrawnTable] = {}
    index = 0
    while index < len(lines):
        last = _end(lines, index) if is_drawn(lines[index]) else index
        rows = _rows(lines, index, last) if last > index else []
        if 1 < max((len(row.cells) for row in rows), default=0) <= _MOST_COLUMNS:
            found[index] = DrawnTable(index, last, tuple(_cells(rows)))
        index = last + 1
    return found


def _end(lines: Sequence[str], first: int) -> int:
    """The last line of the drawing; empty lines may stand in it."""
    last = first
    for index in range(first + 1, len(lines)):
        words = lines[index].strip()
        if words and not (_RULE.fullmatch(words) or words[0] in EDGES):
            break
        last = index if words else last
    return last


def _rows(lines: Sequence[str], first: int, last: int) -> list[_Row]:
    """The rows. What stands between two rules is one, or, where no rule parts the rows, each line is one."""
    bands: list[tuple[list[int], str]] = []  # lines, and the rule above them
    rule = ""
    for index in range(first, last + 1):
        words = lines[index].strip()
        if _RULE.fullmatch(words) or (words and _is_partial(words)):
            rule = words
        elif words and (rule or not bands):
            bands.append(([index], rule))
            rule = ""
        elif words:
            bands[-1][0].append(index)
    whole = len(bands) >= _FEWEST_BANDS
    found: list[_Row] = []
    for band, above in bands:
        for at, row in enumerate(_of_band(lines, band, whole)):
            if at == 0 and found and _is_partial(above):
                row.before, row.behind = _merged(above, row, found[-1])
            found.append(row)
    return found


def _segments(rule: str) -> list[str]:
    return [segment for segment in _MARKS.split(rule) if segment]


def _is_partial(words: str) -> bool:
    """│      ├────┼────┤: a rule below some of the cells."""
    segments = _segments(words)
    blank = [not segment.strip() for segment in segments]
    ruled = [_RULED.fullmatch(segment) is not None for segment in segments]
    return any(ruled) and any(blank) and sum(ruled) + sum(blank) == len(segments)


def _merged(rule: str, row: _Row, above: _Row) -> tuple[int, int]:
    """How many cells at the left and at the right have no rule above them."""
    segments = _segments(rule)
    before = len(list(takewhile(lambda segment: not segment.strip(), segments)))
    behind = len(list(takewhile(lambda segment: not segment.strip(), reversed(segments))))
    most = min(len(row.cells), len(above.cells))
    return (before, behind) if before + behind < most else (0, 0)


def _of_band(lines: Sequence[str], band: Sequence[int], whole: bool) -> list[_Row]:
    """The rows of the lines between two rules: one, or one a line where no rule parts the rows.

    There a line that begins with an empty cell goes on with the row above; so do not rows that numbers open.
    """
    read = [_line(lines[index], index) for index in band]
    numbered = len(read) > 1 and all(row.cells and _NUMBER.fullmatch(_words(lines, row.cells[0])) for row in read)
    found: list[_Row] = []
    for row in read:
        goes_on = (whole and not numbered) or _begins_empty(lines, row)
        if found and goes_on and len(row.cells) == len(found[-1].cells):
            for cell, more in zip(found[-1].cells, row.cells, strict=True):
                cell += more
        else:
            found.append(row)
    return found


def _begins_empty(lines: Sequence[str], row: _Row) -> bool:
    words = [_words(lines, cell) for cell in row.cells]
    return any(words) and not words[0]


def _words(lines: Sequence[str], cell: Sequence[Part]) -> str:
    return "".join(lines[index][start:end] for index, start, end in cell)


def _line(line: str, index: int) -> _Row:
    """The cells of one line, and the columns where they end; the edge at the right may be left out."""
    edges = [match.start() for match in _EDGE.finditer(line)]
    if line[edges[-1] + 1 :].strip():
        edges.append(len(line))
    cells: list[list[Part]] = []
    for left, right in pairwise(edges):
        words = line[left + 1 : right]
        start = left + 1 + (len(words) - len(words.lstrip()) if words.strip() else 0)
        cells.append([(index, start, start + len(words.strip()))])
    return _Row(cells, [width(line[:edge]) for edge in edges[1:]])


def _cells(rows: Sequence[_Row]) -> list[DrawnCell]:
    """The cells of all rows; one merged downwards is one."""
    widest = max(rows, key=lambda row: len(row.cells))
    found: list[DrawnCell] = []
    above: list[DrawnCell] = []
    for number, row in enumerate(rows):
        here: list[DrawnCell] = []
        for at, (column, span) in enumerate(_columns(row, widest)):
            from_end = len(row.cells) - at
            merged = above[at] if at < row.before else above[-from_end] if from_end <= row.behind else None
            if merged is not None:
                merged.parts += [part for part in row.cells[at] if part[2] > part[1]]
                merged.row_span = number - merged.row + 1
            cell = merged or DrawnCell(number, column, row.cells[at], 1, span)
            found += [cell] if merged is None else []
            here.append(cell)
        above = here
    return found


def _columns(row: _Row, widest: _Row) -> list[tuple[int, int]]:
    """The column and the width in columns of each cell: by its edges, else one each, and the last takes the rest."""
    total, count = len(widest.cells), len(row.cells)
    places = [_place(edge, widest.edges[:-1]) for edge in row.edges[: count - 1]]
    ends = [place for place in places if place is not None]
    if len(ends) < count - 1 or sorted(set(ends)) != ends:
        ends = list(range(count - 1))
    stops = [*(end + 1 for end in ends), total]
    starts = [0, *stops[:-1]]
    return [(start, max(stop - start, 1)) for start, stop in zip(starts, stops, strict=True)][:count]


def _place(edge: int, edges: Sequence[int]) -> int | None:
    return next((at for at, other in enumerate(edges) if abs(edge - other) <= _NEAR), None)
