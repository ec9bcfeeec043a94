"""Tables cut by the end of a page: browsers print no stroke there, neither below the row nor above its rest."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.reading.pdf.ruling import MEET, SNAP, Stroke

_LEAST_COLUMNS = 2
_THIN = 4.0  # points
_MOST_PAIRS = 2_000_000  # of an end and a stroke across; a page with more is a drawing
_REACH = 6.0  # points that the columns go on beyond the last row at least


@dataclass(frozen=True, slots=True)
class Ends:
    """Where the columns of a table end without a stroke across: ``heads`` and ``feet`` as strokes ``(y, x0, x1)``."""

    heads: tuple[Stroke, ...] = ()
    feet: tuple[Stroke, ...] = ()


def open_ends(across: Sequence[Stroke], down: Sequence[Stroke]) -> Ends:
    """The open ends of columns that rows cross elsewhere; ``across`` is ``(y, x0, x1)``, ``down`` ``(x, y0, y1)``."""
    rows, columns = _long(across), _long(down)
    return Ends(_ends(rows, columns, 1), _ends(rows, columns, 2))


def _long(strokes: Sequence[Stroke]) -> list[Stroke]:
    """The strokes without the short ends of those that are drawn as thin boxes."""
    return [stroke for stroke in strokes if stroke[2] - stroke[1] > _THIN]


def _ends(across: Sequence[Stroke], down: Sequence[Stroke], side: int) -> tuple[Stroke, ...]:
    found = []
    outermost = min if side == 1 else max
    groups = _together(down, side)
    if len(groups) * len(across) > _MOST_PAIRS:
        return ()
    for columns in groups:
        y = outermost(column[side] for column in columns)
        x0, x1 = min(column[0] for column in columns), max(column[0] for column in columns)
        beside = [row[0] for row in across if row[1] <= x1 and row[2] >= x0]
        closed = any(abs(row - y) <= MEET for row in beside)
        beyond = any((row < y - _REACH) if side == 2 else (row > y + _REACH) for row in beside)
        if not closed and beyond:
            found.append((y, x0, x1))
    return tuple(found)


def _together(down: Sequence[Stroke], side: int) -> list[list[Stroke]]:
    """The columns that end at one height, two of them at least at different places."""
    groups: list[list[Stroke]] = []
    for column in sorted(down, key=lambda one: one[side]):
        if groups and column[side] - groups[-1][-1][side] <= SNAP:
            groups[-1].append(column)
        else:
            groups.append([column])
    return [group for group in groups if len({round(column[0]) for column in group}) >= _LEAST_COLUMNS]
