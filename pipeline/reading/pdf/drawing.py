"""What a page draws besides text: ruling strokes, filled shapes and pictures, forms within forms included."""

import ctypes
from collections.abc import Iterator, Sequence
from ctypes import c_float, c_int, c_uint
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.reading.draft import Box
from pipeline.reading.pdf.calls import Matrix, matrix_of, pdfium, times
from pipeline.reading.pdf.ruling import Stroke
from pipeline.reading.pdf.view import View, box_through

_TEXT, _PATH, _IMAGE, _SHADING, _FORM = 1, 2, 3, 4, 5
_LINE_TO, _BEZIER_TO, _MOVE_TO = 0, 1, 2
_DEEPEST = 12  # forms within forms
_MOST_OBJECTS = 50_000  # a page
_MOST_POINTS = 100_000  # a page; a map or a plan beyond, not a table

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled shape: when it was drawn, round what box, in which colour (None: a picture or a shading).

    ``whole`` where it covers the box wholly: an upright rectangle without transparency.
    """

    order: int
    box: Box
    colour: Colour | None
    whole: bool


@dataclass(slots=True)
class Drawing:
    """What was found, in points from the page's top left; ``order`` tells when each text object was drawn,
    ``around`` the matrix of the forms that it stands in.
    ``too_much`` where the bounds on objects, points or depth cut it short.
    """

    across: list[Stroke] = field(default_factory=list)
    down: list[Stroke] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    order: dict[int, int] = field(default_factory=dict)
    around: dict[int, Matrix] = field(default_factory=dict)
    points: int = 0
    curves: int = 0
    too_much: bool = False


def drawing_of(page: int, view: View) -> Drawing:
    """The drawing on a page (a handle)."""
    calls = pdfium()
    found = Drawing()
    reader = _Paths()
    view_matrix = view.matrix
    for number, (thing, kind, matrix) in enumerate(_objects(page, found)):
        if kind == _TEXT:
            found.order[thing] = number
            found.around[thing] = matrix
        elif kind == _PATH:
            own = times(matrix_of(calls.PageObj_GetMatrix, thing), times(matrix, view_matrix))
            reader.read(thing, own, number, found)
        elif kind == _IMAGE:
            own = times(matrix_of(calls.PageObj_GetMatrix, thing), times(matrix, view_matrix))
            box = box_through(own, 0, 0, 1, 1)
            found.pictures.append(box)
            found.fills.append(Fill(number, box, None, False))
        elif kind == _SHADING:
            found.fills.append(Fill(number, (0, 0, view.width, view.height), None, False))
    return found


def _objects(page: int, found: Drawing) -> Iterator[tuple[int, int, Matrix]]:
    """(handle, kind, matrix of the forms around it) of every object in the order in which they are drawn."""
    calls = pdfium()
    stack = [(page, 0, calls.Page_CountObjects(page), calls.Page_GetObject, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0))]
    left = _MOST_OBJECTS
    while stack:
        holder, index, count, get, matrix = stack.pop()
        while index < count:
            thing = get(holder, index)
            kind = calls.PageObj_GetType(thing)
            index += 1
            left -= 1
            if kind == _FORM and len(stack) < _DEEPEST:
                inner = times(matrix_of(calls.PageObj_GetMatrix, thing), matrix)
                stack.append((holder, index, count, get, matrix))
                holder, index, count = thing, 0, calls.FormObj_CountObjects(thing)
                get, matrix = calls.FormObj_GetObject, inner
                continue
            if left < 0 or kind == _FORM:
                found.too_much = True
                if left < 0:
                    return
            yield thing, kind, matrix


class _Paths:
    """Reads paths as ``pdfminer`` classes them (lines, rectangles, curves) and ``pdfplumber`` makes edges of them."""

    def __init__(self) -> None:
        self._calls = pdfium()
        self._xy = (c_float * 2)()
        self._x, self._y = ctypes.addressof(self._xy), ctypes.addressof(self._xy) + 4
        self._mode = (c_int * 2)()

    def read(self, path: int, matrix: Matrix, order: int, found: Drawing) -> None:
        """Add the strokes of a path to ``found``, and its fill where it has one."""
        count = self._calls.Path_CountSegments(path)
        found.points += max(count, 0)
        if found.points > _MOST_POINTS:
            found.too_much = True
            return
        fill = self._fill(path)
        subpaths = self._subpaths(path, count, matrix)
        for points, straight in subpaths:
            _add_strokes(points, straight, found)
            found.curves += not straight
        if fill is not None and subpaths:
            box = _round(subpaths)
            whole = len(subpaths) == 1 and _is_rectangle(subpaths[0][0]) and fill[1]
            found.fills.append(Fill(order, box, fill[0], whole))

    def _fill(self, path: int) -> tuple[Colour, bool] | None:
        """The colour of the fill and whether it lets nothing through; None where nothing is filled."""
        mode = ctypes.addressof(self._mode)
        self._calls.Path_GetDrawMode(path, mode, mode + 4)
        if self._mode[0] == 0:
            return None
        colour = colour_of(path)
        if colour is None or colour[1] == 0:
            return None
        return colour[0], colour[1] == 255 and not self._calls.PageObj_HasTransparency(path)

    def _subpaths(self, path: int, count: int, matrix: Matrix) -> list[tuple[list[tuple[float, float]], bool]]:
        """The points of each part of a path through ``matrix``, a closed part's first point again at its end."""
        calls, xy, x_at, y_at = self._calls, self._xy, self._x, self._y
        a, b, c, d, e, f = matrix
        parts: list[tuple[list[tuple[float, float]], bool]] = []
        points: list[tuple[float, float]] = []
        straight, segment, bezier = True, 0, 0

        def finish() -> None:
            if segment and points and calls.PathSegment_GetClose(segment) and points[-1] != points[0]:
                points.append(points[0])
            if len(points) > 1:
                parts.append((points, straight))

        for index in range(count):
            following = calls.Path_GetPathSegment(path, index)
            kind = calls.PathSegment_GetType(following)
            if kind == _MOVE_TO:
                finish()
                points, straight, bezier = [], True, 0
            segment = following
            if kind == _BEZIER_TO:
                straight = False
                bezier += 1
                if bezier % 3:  # control points; every third is one that the curve goes through
                    continue
            calls.PathSegment_GetPoint(segment, x_at, y_at)
            x, y = xy
            points.append((a * x + c * y + e, b * x + d * y + f))
        finish()
        return parts


def colour_of(thing: int) -> tuple[Colour, int] | None:
    """The fill colour of a page object and its opacity, 0 to 255; None where pdfium has none."""
    values = (c_uint * 4)()
    at = ctypes.addressof(values)
    if not pdfium().PageObj_GetFillColor(thing, at, at + 4, at + 8, at + 12):
        return None
    red, green, blue, opacity = values
    return (red, green, blue), opacity


def _add_strokes(points: Sequence[tuple[float, float]], straight: bool, found: Drawing) -> None:
    (x0, y0), (x1, y1) = points[0], points[1]
    if straight and (len(points) == 2 or (len(points) == 3 and points[2] == points[0])):
        if y0 == y1:
            found.across.append((y0, min(x0, x1), max(x0, x1)))
        else:
            found.down.append((min(x0, x1), min(y0, y1), max(y0, y1)))
        return
    for (x0, y0), (x1, y1) in pairwise(points):
        if x0 == x1:
            found.down.append((x0, min(y0, y1), max(y0, y1)))
        elif y0 == y1:
            found.across.append((y0, min(x0, x1), max(x0, x1)))


def _is_rectangle(points: Sequence[tuple[float, float]]) -> bool:
    if len(points) not in (4, 5) or (len(points) == 5 and points[4] != points[0]):
        return False
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points[:4]
    return (x0 == x1 and y1 == y2 and x2 == x3 and y3 == y0) or (y0 == y1 and x1 == x2 and y2 == y3 and x3 == x0)


def _round(subpaths: Sequence[tuple[list[tuple[float, float]], bool]]) -> Box:
    xs = [x for points, _ in subpaths for x, _ in points]
    ys = [y for points, _ in subpaths for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
