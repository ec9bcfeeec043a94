"""Lines straight from the arrays of a page: what ``lines_of`` makes of characters, many times as fast.

Only gaps are looked at one by one; whatever is rare in a line (characters printed twice, boxes to tick) sends that
line to the common way.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, pairwise

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

    @property
    def blank(self) -> npt.NDArray[np.bool_]:
        """Which characters are blanks."""
        return np.fromiter(map(str.isspace, self.text), bool, len(self.text))

    def glyphs(self) -> list[Glyph]:
        """The characters as glyphs."""
        return [Glyph(char, *box) for char, box in zip(self.text, self.boxes.tolist(), strict=True)]

    def lines(self, page: int) -> list[Piece]:
        """The printed lines, from top to bottom."""
        return self.lines_by(np.zeros(len(self.text), np.int64), page).get(0, [])

    def lines_by(self, groups: Codes, page: int) -> dict[int, list[Piece]]:
        """The printed lines of each group of characters (the running text, a cell), from top to bottom."""
        if not self.text:
            return {}
        row_of, group_of, rank = self._rows(groups)
        order = np.lexsort((rank, self.boxes[:, 2], self.boxes[:, 0], row_of))
        text = "".join([self.text[index] for index in order.tolist()])
        found: dict[int, list[Piece]] = defaultdict(list)
        for row, piece in _lines(text, self.boxes[order], row_of[order], page):
            found[group_of[row]].append(piece)
        return found

    def _rows(self, groups: Codes) -> tuple[Codes, list[int], Codes]:
        """The number of the line that each character stands on, the group of each line, and which stretch of
        characters came into its line when (for characters at one place).
        """
        tops, bottoms = self.boxes[:, 1], self.boxes[:, 3]
        same = (tops[1:] == tops[:-1]) & (bottoms[1:] == bottoms[:-1]) & (groups[1:] == groups[:-1])
        edges = [0, *(np.flatnonzero(~same) + 1).tolist(), len(tops)]
        starts = edges[:-1]
        at = zip(groups[starts].tolist(), tops[starts].tolist(), bottoms[starts].tolist(), strict=True)
        levels: dict[int, dict[tuple[float, float], list[tuple[int, int]]]] = defaultdict(dict)
        for (group, top, bottom), span in zip(at, pairwise(edges), strict=True):
            levels[group].setdefault((top, bottom), []).append(span)
        row_of, rank, group_of = np.zeros(len(tops), np.int64), np.zeros(len(tops), np.int64), list[int]()
        for group, own in levels.items():
            for row in stacked([self._level(*heights, spans) for heights, spans in own.items()]):
                for number, (start, end) in enumerate(chain.from_iterable(row)):
                    row_of[start:end], rank[start:end] = len(group_of), number
                group_of.append(group)
        return row_of, group_of, rank

    def _level(self, top: float, bottom: float, spans: list[tuple[int, int]]) -> Level[list[tuple[int, int]]]:
        shows = any(not self.text[start:end].isspace() for start, end in spans)
        return Level(top, bottom, float(self.boxes[spans[0][0], 0]), shows, spans)


NOTHING = Setting("", np.empty((0, 4)))


def _lines(text: str, boxes: Numbers, rows: Codes, page: int) -> list[tuple[int, Piece]]:
    """Lines out of characters sorted by row and from left to right, each with its row."""
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
        row = int(rows[start])
        if overprinted[index] or marks_in(line):
            piece = line_of(_row(*everything, row), page)
            if piece is not None:
                found.append((row, piece))
            continue
        box = round(lefts[index], 2), round(tops[index], 2), round(rights[index], 2), round(bottoms[index], 2)
        found.append((row, Piece(line, page, box)))
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
