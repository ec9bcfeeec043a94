"""Ruling lines in the picture of a page."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.draft import Box
from pipeline.reading.scan.pixels import Pixels, ink_of

_FAINT = 0.88  # share of the paper's brightness that a faint line stays below
_SMOOTHED = 1.0  # points
_LEAST_RUN = 16.0  # points of unbroken line: longer than a stroke of a character
_LEAST_UPRIGHT = 10.5  # the same for uprights: a row is hardly higher than its words
_THICKEST = 3.0  # points; what is thicker is a bar or a picture
SAME = 3.0  # points within which two lines are one
_GAP = 9.0  # points that a broken line may be interrupted for
_BESIDE = (1.4, 4.2)  # points to the left and the right where a rule has bare paper on one side at least
_CROWDED = 0.07
_SEVERAL_ROWS = 24.0  # points: an upright beyond crosses rows
_NARROWEST = 9.0  # points of a column
_ENDS = 2.0  # points from its last crossing that a short line ends within
_LONG = 60.0  # points: no row of strokes is as long
_UNBROKEN = 0.8
TOUCHES = 5.0  # points within which the lines of one table meet


@dataclass(slots=True)
class Line:
    """A level or an upright line: where it stands across (``at``) and the stretches that it is seen in, in pixels."""

    at: float
    spans: list[tuple[float, float]]

    @property
    def start(self) -> float:
        """Its first end."""
        return min(first for first, _ in self.spans)

    @property
    def end(self) -> float:
        """Its last end."""
        return max(last for _, last in self.spans)

    def is_long(self, scale: float) -> bool:
        """Longer, and less broken, than strokes of characters in a row."""
        return self.end - self.start >= _LONG * scale and self.covers(self.start, self.end) >= _UNBROKEN

    def covers(self, first: float, last: float) -> float:
        """The share of ``first`` to ``last`` that it is seen in."""
        seen = sum(max(min(b, last) - max(a, first), 0.0) for a, b in self.spans)
        return seen / max(last - first, 1.0)


@dataclass(frozen=True, slots=True)
class Rulings:
    """The lines of a page: ``level`` ones (y, x from x to) and ``upright`` ones (x, y from y to). ``mask`` are the
    pixels of all level strokes that are too long for a character's.
    """

    level: list[Line]
    upright: list[Line]
    mask: Pixels
    scale: float

    def upright_through(self, box: Box) -> list[float]:
        """Where upright lines cut a box through, from left to right."""
        x0, top, x1, bottom = box
        edge = 0.3 * (bottom - top)
        return sorted(
            line.at
            for line in self.upright
            if x0 + edge < line.at < x1 - edge and line.covers(top + 0.2 * edge, bottom - 0.2 * edge) > 0.7
        )


def find_rulings(level: Pixels, scale: float) -> Rulings:
    """The lines of an ``evened`` page with ``scale`` pixels a point."""
    import cv2

    reach = max(round(_SMOOTHED * scale), 1)  # noise cancels out along a line
    across, along = cv2.blur(level, (reach, 1)), cv2.blur(level, (1, reach))
    rows = _runs(np.asarray(across, np.uint8), scale, _LEAST_RUN)
    columns = _runs(np.ascontiguousarray(np.asarray(along, np.uint8).T), scale, _LEAST_UPRIGHT)
    ink = ink_of(level) > 0
    rules = _lines(rows, scale)
    words = _without(ink, [line for line in rules if line.is_long(scale)], scale)
    upright = [line for line in _lines(columns, scale) if _stands_free(line, ink, words, scale)]
    return _held(Rulings(rules, upright, rows, scale))


def _without(ink: NDArray[np.bool_], rules: Sequence[Line], scale: float) -> NDArray[np.bool_]:
    """The ink without level rules."""
    rest = ink.copy()
    reach = round(_THICKEST / 2 * scale)
    for line in rules:
        at = round(line.at)
        for first, last in line.spans:
            rest[max(at - reach, 0) : at + reach + 1, round(first) : round(last)] = False
    return rest


def _stands_free(line: Line, ink: NDArray[np.bool_], words: NDArray[np.bool_], scale: float) -> bool:
    """Whether an upright is no stroke of characters that stand below each other: those have others on both sides.

    The rules of rows that cross an upright stand on both sides of it too: ``words`` are the ink without them. In one
    row a stroke may reach from rule to rule with little beside it; there both sides are bare but for the rules.
    """
    if line.is_long(scale) or min(_beside(line, ink, scale)) <= _CROWDED:
        return True
    crowded = min if line.end - line.start >= _SEVERAL_ROWS * scale else max
    return crowded(_beside(line, words, scale)) <= _CROWDED


def _beside(line: Line, ink: NDArray[np.bool_], scale: float) -> tuple[float, float]:
    """The shares of ink to the left and the right of an upright."""
    first, last = round(_BESIDE[0] * scale), round(_BESIDE[1] * scale)
    at, rows = round(line.at), slice(round(line.start), round(line.end))
    left, right = ink[rows, max(at - last, 0) : max(at - first, 0)], ink[rows, at + first : at + last]
    return float(left.mean()) if left.size else 0.0, float(right.mean()) if right.size else 0.0


def _runs(level: Pixels, scale: float, least: float) -> Pixels:
    """A mask of long thin level runs."""
    import cv2

    dark = np.asarray((level < 255 * _FAINT), np.uint8) * np.uint8(255)
    # A line that is not quite level leaves its row after a while: one pixel up or down is the same line.
    dark = np.asarray(cv2.dilate(dark, np.ones((3, 1), np.uint8)), np.uint8)
    long = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, round(least * scale)), np.uint8))
    thick = cv2.morphologyEx(long, cv2.MORPH_OPEN, np.ones((round(_THICKEST * scale) + 3, 3), np.uint8))
    return np.asarray(cv2.subtract(long, cv2.dilate(thick, np.ones((3, 3), np.uint8))), np.uint8)


def _lines(runs: Pixels, scale: float) -> list[Line]:
    """The level lines of a mask; runs in one row, with no great gap, are one line."""
    import cv2

    count, _, stats, middles = cv2.connectedComponentsWithStats(runs, connectivity=8)
    found = sorted(
        (float(middles[i][1]), float(stats[i][0]), float(stats[i][0] + stats[i][2])) for i in range(1, count)
    )
    lines: list[Line] = []
    for at, start, end in found:
        for line in reversed(lines[-60:]):
            near = abs(line.at - at) <= SAME * scale / 2
            if near and start <= line.end + _GAP * scale and end >= line.start - _GAP * scale:
                weight = line.end - line.start
                line.at = (line.at * weight + at * (end - start)) / max(weight + end - start, 1.0)
                line.spans.append((start, end))
                break
        else:
            lines.append(Line(at, [(start, end)]))
    return lines


def _held(rulings: Rulings) -> Rulings:
    """Without the strokes of characters that look like lines: a short line ends at others on both sides."""
    near = TOUCHES * rulings.scale

    def held(line: Line, others: Sequence[Line]) -> bool:
        crossing = [one.at for one in others if one.start - near <= line.at <= one.end + near]
        return line.is_long(rulings.scale) or all(
            any(abs(at - end) <= _ENDS * rulings.scale for at in crossing) for end in (line.start, line.end)
        )

    level = [line for line in rulings.level if held(line, rulings.upright)]
    upright = [_trimmed(line, level, near) for line in rulings.upright if held(line, level)]
    edges = [line for line in upright if line.is_long(rulings.scale)]

    def is_beside_edge(line: Line) -> bool:
        apart = (abs(line.at - edge.at) for edge in edges if edge.start < line.end and line.start < edge.end)
        return any(SAME * rulings.scale < one < _NARROWEST * rulings.scale for one in apart)

    free = [line for line in upright if line.is_long(rulings.scale) or not is_beside_edge(line)]
    return Rulings(level, free, rulings.mask, rulings.scale)


def _trimmed(line: Line, others: Sequence[Line], near: float) -> Line:
    """An upright without what goes on beyond its first and last crossing: the stroke of a character there."""
    crossing = [
        one.at
        for one in others
        if one.start - near <= line.at <= one.end + near and line.start - near <= one.at <= line.end + near
    ]
    if len(crossing) < 2:
        return line
    first, last = min(crossing), max(crossing)
    return Line(line.at, [(max(a, first), min(b, last)) for a, b in line.spans if b > first and a < last])
