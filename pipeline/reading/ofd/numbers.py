"""The standard's simple types: boxes, matrices, deltas with repeats; what is no number raises ValueError."""

import math

from pipeline.reading.draft import Box

Matrix = tuple[float, float, float, float, float, float]

POINTS = 72 / 25.4  # points a millimetre
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_LARGEST = 1e5  # millimetres; no page is a hundred metres wide


def number(text: str) -> float:
    """A finite number of a size that a page can hold."""
    value = float(text)
    if not math.isfinite(value) or abs(value) > _LARGEST:
        raise ValueError(f"{value} is beyond every page")
    return value


def box_of(text: str | None) -> Box:
    """``x y width height`` (ST_Box) as x0, top, x1, bottom; all 0 where it is absent."""
    if not text:
        return 0.0, 0.0, 0.0, 0.0
    x, y, width, height = (number(part) for part in text.split())
    return x, y, x + width, y + height


def matrix_of(text: str | None) -> Matrix:
    """``a b c d e f`` (CTM); the identity where it is absent."""
    if not text:
        return IDENTITY
    a, b, c, d, e, f = (number(part) for part in text.split())
    return a, b, c, d, e, f


def deltas_of(text: str | None, count: int) -> list[float]:
    """The steps between characters, ``g n v`` meaning n times v; at most ``count``, fewer where fewer are given."""
    parts = (text or "").split()
    values: list[float] = []
    at = 0
    while at < len(parts) and len(values) < count:
        if parts[at] in ("g", "G"):
            if at + 2 >= len(parts):
                raise ValueError("a repeat without a value")
            values += [number(parts[at + 2])] * min(max(int(parts[at + 1]), 0), count - len(values))
            at += 3
        else:
            values.append(number(parts[at]))
            at += 1
    return values


def times(first: Matrix, second: Matrix) -> Matrix:
    """``first``, then ``second``."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def moved(x: float, y: float) -> Matrix:
    """A shift."""
    return 1.0, 0.0, 0.0, 1.0, x, y


def point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to lie."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def around(matrix: Matrix, box: Box) -> Box:
    """The upright box around a box that the matrix moves and turns."""
    x0, top, x1, bottom = box
    if not matrix[1] and not matrix[2]:
        (x0, top), (x1, bottom) = point(matrix, x0, top), point(matrix, x1, bottom)
        return min(x0, x1), min(top, bottom), max(x0, x1), max(top, bottom)
    corners = [point(matrix, x, y) for x in (x0, x1) for y in (top, bottom)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)
