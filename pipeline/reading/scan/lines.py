"""Lines of text found in the picture of a page, cut where a ruling line crosses them, and read."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from pipeline.reading.scan import engine
from pipeline.reading.scan.engine import Char
from pipeline.reading.scan.pixels import Pixels, Points
from pipeline.reading.scan.rulings import Rulings
from pipeline.reading.scan.runs import Run

_LEAST_PART = 0.35  # of its height: a narrower piece of a cut line is the rule that cut it
_TALL = 1.4  # height to width of what is one upright character, or several below each other
_STACKED = 1.7  # times the usual height of a line: several characters
_DOUBTFUL = 0.45  # mean confidence below which a run is no text


def read_runs(pixels: Pixels, places: Sequence[Points], rulings: Rulings) -> list[Run]:
    """The text at ``places`` (corners of lines), from top to bottom as they were found."""
    parts = [part for place in places for part in _cut(place, rulings)]
    usual = float(np.median([_size(part)[1] for part in parts])) if parts else 0.0
    level = [part for part in parts if not _is_tall(part)]
    runs = [
        _run(part, chars)
        for part, chars in zip(level, engine.read_lines(engine.cut_out(pixels, level)), strict=True)
        if chars
    ]
    for part in parts:
        if _is_tall(part):
            runs += _tall_run(pixels, part, usual)
    return [run for run in runs if run.confidence >= _DOUBTFUL]


def _cut(place: Points, rulings: Rulings) -> list[Points]:
    """The stretches of a line between the upright rules that cross or border it."""
    x0, top, x1, bottom = _bounds(place)
    if bottom - top > _TALL * (x1 - x0):
        return [place]
    cuts = rulings.upright_through((x0, top, x1, bottom))
    edges = [x0, *cuts, x1]
    parts = []
    for index, (first, last) in enumerate(pairwise(edges)):
        start = first + (2 if index else 0)
        end = last - (2 if index + 1 < len(edges) - 1 else 0)
        if not cuts or end - start > _LEAST_PART * (bottom - top):
            parts.append(_stretch(place, (start - x0) / (x1 - x0), (end - x0) / (x1 - x0)))
    return parts


def _stretch(place: Points, first: float, last: float) -> Points:
    """The part of a quadrangle between two shares of its width."""
    left_top, right_top, right_bottom, left_bottom = place
    upper, lower = right_top - left_top, right_bottom - left_bottom
    corners = [
        left_top + first * upper,
        left_top + last * upper,
        left_bottom + last * lower,
        left_bottom + first * lower,
    ]
    return np.asarray(corners, np.float32)


def _bounds(place: Points) -> tuple[float, float, float, float]:
    x, y = place[:, 0], place[:, 1]
    return float(x.min()), float(y.min()), float(x.max()), float(y.max())


def _size(place: Points) -> tuple[float, float]:
    x0, top, x1, bottom = _bounds(place)
    return x1 - x0, bottom - top


def _is_tall(place: Points) -> bool:
    width, height = _size(place)
    return height > _TALL * width


def _run(place: Points, chars: list[Char]) -> Run:
    x0, top, x1, bottom = _bounds(place)
    return Run(x0, top, x1, bottom, chars)


def _tall_run(pixels: Pixels, place: Points, usual: float) -> list[Run]:
    """One narrow character (1, I), or a label written from top to bottom, a character a line."""
    x0, top, x1, bottom = (round(value) for value in _bounds(place))
    count = 1 if bottom - top < _STACKED * usual else max(round((bottom - top) / max(x1 - x0, 1)), 2)
    step = (bottom - top) / count
    bgr = np.ascontiguousarray(pixels[top:bottom, x0:x1, ::-1])
    parts = [bgr[round(i * step) : round((i + 1) * step)] for i in range(count)]
    read = engine.read_lines([part for part in parts if part.size])
    chars = [Char(char.text, 0.5 if count > 1 else char.at, char.confidence) for line in read for char in line]
    return [Run(x0, top, x1, bottom, chars)] if chars else []
