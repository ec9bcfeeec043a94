"""The cells that ruling lines enclose."""

from collections.abc import Sequence

from pipeline.reading.draft import Box
from pipeline.reading.scan.rulings import SAME, TOUCHES, Line, Rulings

_COVERED = 0.75  # share of a cell's side that a line covers
_NEAR_END = 3.0  # points from a side's ends within which the line must show there
_WELL_COVERED = 0.87  # and one that is covered so far need not


def find_tables(rulings: Rulings) -> list[list[Box]]:
    """The cells of each table, as boxes in pixels; a table has at least two."""
    tables = []
    for level, upright in _groups(rulings):
        rows, columns = _edges(level, rulings.scale), _edges(upright, rulings.scale)
        if len(rows) > 1 and len(columns) > 1:
            cells = _Grid(rows, columns, rulings.scale).cells()
            if len(cells) > 1:
                tables.append(cells)
    return tables


def _groups(rulings: Rulings) -> list[tuple[list[Line], list[Line]]]:
    """Lines that meet each other, directly or through others: those of one table."""
    near = TOUCHES * rulings.scale
    rest = set(range(len(rulings.upright)))
    groups = []
    waiting = set(range(len(rulings.level)))
    while waiting:
        level, upright, new = set[int](), set[int](), {waiting.pop()}
        while new:
            level |= new
            crossed = {j for j in rest for i in new if _meet(rulings.level[i], rulings.upright[j], near)}
            rest -= crossed
            upright |= crossed
            new = {i for i in waiting for j in crossed if _meet(rulings.level[i], rulings.upright[j], near)}
            waiting -= new
        groups.append(([rulings.level[i] for i in level], [rulings.upright[j] for j in upright]))
    return groups


def _meet(level: Line, upright: Line, near: float) -> bool:
    return (
        level.start - near <= upright.at <= level.end + near and upright.start - near <= level.at <= upright.end + near
    )


def _edges(lines: Sequence[Line], scale: float) -> list[Line]:
    """Lines that stand at one place made one."""
    edges: list[Line] = []
    for line in sorted(lines, key=lambda one: one.at):
        if edges and line.at - edges[-1].at <= SAME * scale:
            edges[-1] = Line(edges[-1].at, edges[-1].spans + line.spans)
        else:
            edges.append(line)
    return edges


class _Grid:
    """Rows and columns of one table, and which sides of its smallest fields are drawn."""

    def __init__(self, rows: Sequence[Line], columns: Sequence[Line], scale: float) -> None:
        self.rows = rows
        self.columns = columns
        self.scale = scale
        height, width = len(rows) - 1, len(columns) - 1
        self.group = [[row * width + column for column in range(width)] for row in range(height)]
        self.height, self.width = height, width

    def cells(self) -> list[Box]:
        """Fields with nothing drawn between them are one cell; a shape that is no rectangle is cut into rows."""
        for row in range(self.height):
            for column in range(self.width):
                if column and not self._drawn(self.columns[column], self.rows, row):
                    self._merge(self.group[row][column - 1], self.group[row][column])
                if row and not self._drawn(self.rows[row], self.columns, column):
                    self._merge(self.group[row - 1][column], self.group[row][column])
        members: dict[int, list[tuple[int, int]]] = {}
        for row in range(self.height):
            for column in range(self.width):
                members.setdefault(self.group[row][column], []).append((row, column))
        return [self._box(*part) for fields in members.values() for part in _rectangles(fields)]

    def _drawn(self, line: Line, others: Sequence[Line], index: int) -> bool:
        first, last = others[index].at, others[index + 1].at
        share = line.covers(first, last)
        if share >= _WELL_COVERED or not line.is_long(self.scale):
            return share >= _WELL_COVERED
        end = min(_NEAR_END * self.scale, (last - first) / 2)
        return share >= _COVERED and min(line.covers(first, first + end), line.covers(last - end, last)) > 0.4

    def _merge(self, kept: int, gone: int) -> None:
        if kept != gone:
            self.group = [[kept if one == gone else one for one in row] for row in self.group]

    def _box(self, row: int, column: int, last_row: int, last_column: int) -> Box:
        return (
            self.columns[column].at,
            self.rows[row].at,
            self.columns[last_column + 1].at,
            self.rows[last_row + 1].at,
        )


def _rectangles(fields: Sequence[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """(row, column, last row, last column) of a group of fields: one where it is a rectangle, else row by row."""
    rows, columns = [row for row, _ in fields], [column for _, column in fields]
    box = min(rows), min(columns), max(rows), max(columns)
    if len(fields) == (box[2] - box[0] + 1) * (box[3] - box[1] + 1):
        return [box]
    found = []
    for row in sorted(set(rows)):
        here = sorted(column for one, column in fields if one == row)
        start = before = here[0]
        for column in [*here[1:], -1]:
            if column != before + 1:
                found.append((row, start, row, before))
                start = column
            before = column
    return found
