"""Lines straight from the arrays of a page: what ``lines_of`` makes of characters, many times as fast.

Only gaps are looked at one by one; whatever is rare in a line (characters printed twice, boxes to tick) sends that
line to the common way.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from pipeline.reading.draft import Piece
from pipeline.reading.marks import marks_in
from pipeline.reading.paged.lines import (
    CLOSE,
    COLUMN_GAP,
    LATIN_SPACE,
    LEAST_HEIGHT,
    SPACE,
    Glyph,
    Level,
    line_of,
    stacked,
)

Numbers = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]

_BLANK = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Setting:
    """Characters that show something or are blanks, in any order, with their boxes (n, 4: x0, top, x1, bottom)."""

    text: str
    boxes: Numbers

    def glyphs(self, wanted: npt.NDArray[np.bool_] | None = None) -> list[Glyph]:
        """The characters as glyphs, or those ``wanted``."""
        if wanted is None:
            return [Glyph(char, *box) for char, box in zip(self.text, self.boxes.tolist(), strict=True)]
        return [Glyph(self.text[index], *self.boxes[index].tolist()) for index in np.flatnonzero(wanted).tolist()]

    def without(self, left_out: npt.NDArray[np.bool_]) -> "Setting":
        """The other characters."""
        kept = np.flatnonzero(~left_out)
        return Setting("".join([self.text[index] for index in kept.tolist()]), self.boxes[kept])

    def lines(self, page: int) -> list[Piece]:
        """The printed lines, from top to bottom."""
        if not self.text:
            return []
        row_of = self._rows()
        order = np.lexsort((self.boxes[:, 2], self.boxes[:, 0], row_of))
        rows, boxes = row_of[order], self.boxes[order]
        text = "".join([self.text[index] for index in order.tolist()])
        return _lines(text, boxes, rows, page)

    def _rows(self) -> Codes:
        """The number of the line that each character stands on."""
        tops, bottoms = self.boxes[:, 1], self.boxes[:, 3]
        changes = np.flatnonzero((tops[1:] != tops[:-1]) | (bottoms[1:] != bottoms[:-1])) + 1
        edges = [0, *changes.tolist(), len(tops)]
        level: dict[tuple[float, float], list[tuple[int, int]]] = defaultdict(list)
        for start, end in pairwise(edges):
            level[float(tops[start]), float(bottoms[start])].append((start, end))
        levels = [
            Level(top, bottom, float(self.boxes[spans[0][0], 0]), self._shows(spans), spans)
            for (top, bottom), spans in level.items()
        ]
        row_of = np.zeros(len(tops), np.int64)
        for number, row in enumerate(stacked(levels)):
            for spans in row:
                for start, end in spans:
                    row_of[start:end] = number
        return row_of

    def _shows(self, spans: list[tuple[int, int]]) -> bool:
        return any(not self.text[start:end].isspace() for start, end in spans)


NOTHING = Setting("", np.empty((0, 4)))


def _lines(text: str, boxes: Numbers, rows: Codes, page: int) -> list[Piece]:
    """Lines out of characters sorted by row and from left to right."""
    everything = text, boxes, rows
    behind = np.zeros(len(text), bool)
    blanks = [found.start() for found in _BLANK.finditer(text)]
    if blanks:
        shown = np.ones(len(text), bool)
        shown[blanks] = False
        behind = np.concatenate(([False], ~shown[:-1]))[shown]
        text, boxes, rows = _BLANK.sub("", text), boxes[shown], rows[shown]
        if not text:
            return []
    begins = np.flatnonzero(np.concatenate(([True], rows[1:] != rows[:-1])))
    spaces, overprinted = _spaces(text, boxes, begins, behind)
    lefts = boxes[begins, 0].tolist()
    tops = np.minimum.reduceat(boxes[:, 1], begins).tolist()
    rights = np.maximum.reduceat(boxes[:, 2], begins).tolist()
    bottoms = np.maximum.reduceat(boxes[:, 3], begins).tolist()
    ends = [*begins[1:].tolist(), len(text)]
    gaps = np.flatnonzero(spaces)
    cuts = np.searchsorted(gaps, begins).tolist()
    cuts.append(len(gaps))
    places, widths = gaps.tolist(), spaces[gaps].tolist()
    found = []
    for index, (start, end) in enumerate(zip(begins.tolist(), ends, strict=True)):
        line, at = "", start
        for place, width in zip(
            places[cuts[index] : cuts[index + 1]], widths[cuts[index] : cuts[index + 1]], strict=True
        ):
            line += text[at:place] + " " * width
            at = place
        line += text[at:end]
        if overprinted[index] or marks_in(line):
            piece = line_of(_row(*everything, int(rows[start])), page)
            if piece is not None:
                found.append(piece)
            continue
        box = round(lefts[index], 2), round(tops[index], 2), round(rights[index], 2), round(bottoms[index], 2)
        found.append(Piece(line, page, box))
    return found


def _spaces(text: str, boxes: Numbers, begins: Codes, behind: npt.NDArray[np.bool_]) -> tuple[Codes, list[bool]]:
    """How many spaces stand before each character, and for each line whether characters lie on each other."""
    heights = np.maximum(boxes[:, 3] - boxes[:, 1], LEAST_HEIGHT)
    gaps = np.zeros(len(text))
    gaps[1:] = boxes[1:, 0] - boxes[:-1, 2]
    gaps[begins] = 0.0
    slack = CLOSE * np.minimum.reduceat(heights, begins)
    overprinted = np.minimum.reduceat(gaps, begins) < -slack
    gaps[1:] /= np.minimum(heights[1:], heights[:-1])
    latin = np.frombuffer(text.encode("utf-32-le"), dtype="<u4") < 128
    least = np.full(len(text), SPACE)
    least[1:][latin[1:] & latin[:-1]] = LATIN_SPACE
    spaced = (gaps > least) | behind
    spaced[begins] = False
    spaces = spaced.astype(np.int64) + (spaced & (gaps > COLUMN_GAP))
    return spaces, [bool(one) for one in overprinted]


def _row(text: str, boxes: Numbers, rows: Codes, number: int) -> list[Glyph]:
    start, end = np.searchsorted(rows, [number, number + 1]).tolist()
    return [Glyph(char, *box) for char, box in zip(text[start:end], boxes[start:end].tolist(), strict=True)]
