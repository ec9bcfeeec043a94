"""Small drawn squares in the picture of a page: the boxes that are ticked, or not."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.scan.pixels import Pixels, ink_of

_SIDES = (5.0, 17.0)  # points
_SQUARE = 1.34  # longer side to shorter
_APART = 2.6  # points by which the ends of two sides of one square may differ
_PALE = 0.84  # of the paper's brightness: a thin frame in a poor scan
_DRAWN = 0.86  # share of each side that is ink
_LEGS = 0.09  # of the side: how far the uprights of the character 口 reach below it
_SOLID = 0.9  # share of ink in a filled square
_LEG = 0.3  # share of the place of a leg that is ink
_INSET = 0.2  # share of the side at each edge that is frame, not inside
_TICK = 0.07  # share of the inside that is ink where something is ticked


@dataclass(frozen=True, slots=True)
class Square:
    """A frame in pixels: its box, whether there is ink inside, whether its uprights end with it (a 口 has legs),
    whether it is filled in print (■)."""

    x0: float
    top: float
    x1: float
    bottom: float
    ticked: bool
    legless: bool
    solid: bool = False

    @property
    def side(self) -> float:
        """The mean of width and height."""
        return (self.x1 - self.x0 + self.bottom - self.top) / 2

    @property
    def middle(self) -> tuple[float, float]:
        """The centre."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class _Run:
    """A level stroke: its row, thickness and ends."""

    top: int
    bottom: int
    start: int
    end: int


def find_squares(level: Pixels, scale: float) -> list[Square]:
    """The squares in an ``evened`` picture with ``scale`` pixels a point, each once."""
    import cv2

    # Frames are thin: what is pale by itself is dark enough together with its neighbours.
    ink = ink_of(np.asarray(cv2.GaussianBlur(level, (3, 3), 0), np.uint8), _PALE)
    framed = [_square(ink, top, bottom) for top, bottom in _pairs(_strokes(ink, scale), scale)]
    found: list[Square] = []
    # The strokes of a tick make smaller squares with the sides of its box.
    for square in sorted((one for one in framed if one is not None), key=lambda one: -one.side):
        if not any(_same(square, one) for one in found):
            found.append(square)
    return sorted(found + _solid(ink, scale), key=lambda one: (one.top, one.x0))


def _solid(ink: Pixels, scale: float) -> list[Square]:
    """Squares that are all ink, and stand by themselves."""
    import cv2

    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    return [
        Square(int(x), int(y), int(x + width), int(y + height), ticked=True, legless=True, solid=True)
        for x, y, width, height, area in stats[1:]
        if _SIDES[0] * scale <= min(width, height)
        and max(width, height) <= _SIDES[1] * scale
        and _squarish(width, height)
        and area >= _SOLID * width * height
    ]


def _strokes(ink: Pixels, scale: float) -> list[_Run]:
    """Level strokes that are as long as the side of a square."""
    import cv2

    least = max(round(_SIDES[0] * scale * 0.8), 5)
    long = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, least), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(long, connectivity=4)
    most, thickest = _SIDES[1] * scale * 1.3, max(2.4 * scale, 3)
    found: list[_Run] = []
    for index in range(1, count):
        x, y, width, height, _ = (int(value) for value in stats[index])
        if width <= most and height <= thickest:
            found.append(_Run(y, y + height, x, x + width))
        elif width <= most and height <= most:
            found += _longest_rows(labels[y : y + height, x : x + width] == index, x, y, thickest)
    return found


def _longest_rows(part: NDArray[np.bool_], x: int, y: int, thickest: float) -> Iterator[_Run]:
    """The level strokes in a blot: where a tick crosses the side of its box, both are one."""
    counts = part.sum(axis=1)
    long = np.concatenate(([False], counts >= 0.8 * counts.max(), [False]))
    edges = np.flatnonzero(long[1:] != long[:-1])
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        columns = np.flatnonzero(part[first:last].any(axis=0))
        if last - first <= thickest:
            yield _Run(y + int(first), y + int(last), x + int(columns[0]), x + int(columns[-1]) + 1)


def _pairs(strokes: list[_Run], scale: float) -> Iterator[tuple[_Run, _Run]]:
    """Strokes of one length, one below the other at the distance of their length."""
    ordered = sorted(strokes, key=lambda run: run.start)
    starts = [run.start for run in ordered]
    apart = max(_APART * scale, 2.0)
    for top in sorted(strokes, key=lambda run: (run.top, run.start)):
        for other in ordered[bisect_left(starts, top.start - apart) :]:
            if other.start > top.start + apart:
                break
            # A tick may tie one side to the character behind the box.
            width, height = min(top.end, other.end) - top.start, other.bottom - top.top
            if other.top > top.bottom and _squarish(width, height):
                yield top, other


def _squarish(width: float, height: float) -> bool:
    return min(width, height) > 0 and max(width, height) <= _SQUARE * min(width, height)


def _square(ink: Pixels, upper: _Run, lower: _Run) -> Square | None:
    """A tick that leaves its box makes a side longer, a poor scan makes it shorter: both are tried."""
    inner = max(upper.start, lower.start), min(upper.end, lower.end)
    outer = min(upper.start, lower.start), max(upper.end, lower.end)
    first = _framed(ink, *inner, upper.top, lower.bottom)
    return first if first is not None or inner == outer else _framed(ink, *outer, upper.top, lower.bottom)


def _framed(ink: Pixels, x0: int, x1: int, top: int, bottom: int) -> Square | None:
    top, bottom = _grown(ink[:, x0:x1] > 0, top, bottom)
    part = ink[top:bottom, x0:x1] > 0
    side = (x1 - x0 + bottom - top) / 2
    band = max(round(0.16 * side), 2)
    inner = slice(band // 2, -(band // 2) or None)
    sides = (
        part[:band, inner].any(axis=0),
        part[-band:, inner].any(axis=0),
        part[inner, :band].any(axis=1),
        part[inner, -band:].any(axis=1),
    )
    if min(float(one.mean()) for one in sides) < _DRAWN:
        return None
    inset = max(round(_INSET * side), 2)
    inside = part[inset:-inset, inset:-inset]
    if not inside.size or inside.mean() > 0.85:
        return None
    return Square(x0, top, x1, bottom, bool(inside.mean() > _TICK), _legless(ink, x0, x1, bottom, side))


def _grown(columns: NDArray[np.bool_], top: int, bottom: int) -> tuple[int, int]:
    """The rows out to the outer edge of the strokes above and below."""
    for _ in range(3):
        top -= top > 0 and bool(columns[top - 1].mean() > _DRAWN)
        bottom += bottom < len(columns) and bool(columns[bottom].mean() > _DRAWN)
    return top, bottom


def _legless(ink: Pixels, x0: int, x1: int, bottom: int, side: float) -> bool:
    """The uprights do not both go on below the lower side, as those of 口, 日 and 国 do."""
    reach, width = max(round(_LEGS * side), 2), max(round(0.16 * side), 2)
    below: NDArray[np.bool_] = ink[bottom + 1 : bottom + 1 + reach, x0:x1] > 0
    return not below.size or bool(min(below[:, :width].mean(), below[:, -width:].mean()) <= _LEG)


def _same(one: Square, other: Square) -> bool:
    x, y = one.middle
    return other.x0 <= x <= other.x1 and other.top <= y <= other.bottom
