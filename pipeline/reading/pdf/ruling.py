"""Ruling lines to cells, by the rules of ``pdfplumber.table`` with its default snapping; plain tuples for speed.

The results equal pdfplumber's (tests compare them); what differs is that a point's strokes are looked up, not
searched for, so that a page of many cells costs little.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from pipeline.reading.draft import Box

Stroke = tuple[float, float, float]  # where it lies across, where it begins and ends along: (y, x0, x1) or (x, y0, y1)
Point = tuple[float, float]

SNAP = 3.0  # points within which parallel strokes are one
JOIN = 3.0  # gap between strokes on one line that is none
MEET = 4.0  # how far a stroke may end from one that it meets
_SHORTEST, _SHORTEST_JOINED = 1.0, 3.0


def tables_ruled_by(across: Iterable[Stroke], down: Iterable[Stroke]) -> list[list[Box]]:
    """The cells of each table, from horizontal strokes ``(y, x0, x1)`` and vertical ones ``(x, top, bottom)``."""
    rows = _merged([stroke for stroke in across if stroke[2] - stroke[1] >= _SHORTEST])
    columns = _merged([stroke for stroke in down if stroke[2] - stroke[1] >= _SHORTEST])
    if len(rows) < 2 or len(columns) < 2:
        return []
    return _tables(_cells(*_crossings(rows, columns)))


def _merged(strokes: Sequence[Stroke]) -> list[Stroke]:
    """Strokes almost on one line put on it, and joined where they touch."""
    snapped = []
    for _, group in groupby(_numbered(strokes), key=itemgetter(0)):
        cluster = [stroke for _, stroke in group]
        place = sum(stroke[0] for stroke in cluster) / len(cluster)
        snapped.append((place, sorted(stroke[1:] for stroke in cluster)))
    joined = []
    for place, spans in snapped:
        start, end = spans[0]
        for first, last in spans[1:]:
            if first <= end + JOIN:
                end = max(end, last)
            else:
                joined.append((place, start, end))
                start, end = first, last
        joined.append((place, start, end))
    return [stroke for stroke in joined if stroke[2] - stroke[1] >= _SHORTEST_JOINED]


def _numbered(strokes: Sequence[Stroke]) -> list[tuple[int, Stroke]]:
    """Each stroke with the number of its cluster: one whose neighbours lie within ``SNAP`` of each other."""
    numbered, cluster, before = [], 0, None
    for stroke in sorted(strokes):
        if before is not None and stroke[0] > before + SNAP:
            cluster += 1
        before = stroke[0]
        numbered.append((cluster, stroke))
    return numbered


def _crossings(
    rows: Sequence[Stroke], columns: Sequence[Stroke]
) -> tuple[dict[Point, set[int]], dict[Point, set[int]]]:
    """The points where strokes meet, each with the rows and with the columns (by index) through it."""
    through_rows: dict[Point, set[int]] = defaultdict(set)
    through_columns: dict[Point, set[int]] = defaultdict(set)
    heights = [row[0] for row in rows]
    for number, (x, top, bottom) in enumerate(columns):
        for index in range(bisect_left(heights, top - MEET), bisect_right(heights, bottom + MEET)):
            y, start, end = rows[index]
            if start - MEET <= x <= end + MEET:
                through_rows[x, y].add(index)
                through_columns[x, y].add(number)
    return through_rows, through_columns


def _cells(rows: dict[Point, set[int]], columns: dict[Point, set[int]]) -> list[Box]:
    """The smallest box with strokes on all four sides at each point that is its top left corner."""
    points = sorted(rows)
    below, beside = defaultdict[float, list[Point]](list), defaultdict[float, list[Point]](list)
    for point in points:
        below[point[0]].append(point)
        beside[point[1]].append(point)
    found = []
    for x, y in points:
        under, right = below[x], beside[y]
        far = [corner for corner in right[bisect_right(right, (x, y)) :] if not rows[x, y].isdisjoint(rows[corner])]
        if far and (cell := _smallest((x, y), under, far, rows, columns)) is not None:
            found.append(cell)
    return found


def _smallest(
    corner: Point,
    under: Sequence[Point],
    far: Sequence[Point],
    rows: dict[Point, set[int]],
    columns: dict[Point, set[int]],
) -> Box | None:
    for lower in under[bisect_right(under, corner) :]:
        if columns[corner].isdisjoint(columns[lower]):
            continue
        for right in far:
            last = right[0], lower[1]
            if last in rows and not (columns[last].isdisjoint(columns[right]) or rows[last].isdisjoint(rows[lower])):
                return corner[0], corner[1], last[0], last[1]
    return None


def _tables(cells: Sequence[Box]) -> list[list[Box]]:
    """Cells that share corners belong to one table; a cell alone is none. From top to bottom, left to right."""
    table_at: dict[Point, list[Box]] = {}
    for cell in cells:
        x0, top, x1, bottom = cell
        corners = (x0, top), (x0, bottom), (x1, top), (x1, bottom)
        touched = {id(table): table for corner in corners if (table := table_at.get(corner)) is not None}
        whole = [one for table in touched.values() for one in table] + [cell]
        if len(touched) == 1:
            whole = next(iter(touched.values()))
            whole.append(cell)
            changed = [cell]
        else:
            changed = whole
        for left, head, right, foot in changed:
            for corner in ((left, head), (left, foot), (right, head), (right, foot)):
                table_at[corner] = whole
    tables = {id(table): table for table in table_at.values() if len(table) > 1}.values()
    return sorted((sorted(table) for table in tables), key=lambda table: min((cell[1], cell[0]) for cell in table))
