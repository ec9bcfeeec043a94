"""Characters of a page to printed lines, by geometry alone.

Stream order is not reading order: a ☑ from a fallback font is a text run of its own and may come last.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter, sub
from typing import NamedTuple

from pipeline.reading.draft import Box, Piece
from pipeline.reading.paged.marks import marks_in

_SAME_LINE = 0.5  # share of the smaller height that two characters of one line overlap in
_SPACE = (
    0.28  # gap, in character heights, that a reader sees as a space; Word's own gap between Chinese and Latin is less
)
_LATIN_SPACE = 0.15  # the same between two Latin letters or digits
_COLUMN_GAP = 1.6  # gap that parts columns: written as two spaces
_OVERPRINT = 0.6  # share of its width by which a character printed twice (false bold) lies on itself
_CLOSE = 0.05  # gap or overlap, in heights of the first character, that means nothing whatever the characters are
_BLANK = re.compile(r"\s")
_ROWS_BACK = 3  # rows above that a character may still belong to
_LEAST_HEIGHT = 0.1  # points


class Glyph(NamedTuple):
    """One character (or ligature) with its box in points from the page's top left."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def height(self) -> float:
        """The height of the box, at least a hair."""
        return max(self.bottom - self.top, _LEAST_HEIGHT)

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of the box."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


Row = list[Glyph]
Parts = Iterable[tuple[str, "Glyph | None"]]


def lines_of(glyphs: Iterable[Glyph], page: int) -> list[Piece]:
    """The printed lines, from top to bottom, each with its box and the boxes to tick in it."""
    return [piece for row in rows_of(glyphs) if (piece := line_of(row, page)) is not None]


def line_of(row: Row, page: int) -> Piece | None:
    """One line out of its characters, sorted from left to right; None where it shows nothing."""
    row.sort(key=itemgetter(1, 3))
    texts, starts, tops, ends, bottoms = zip(*row, strict=True)
    text = "".join(texts)
    if _BLANK.search(text) is None and _is_close(starts, ends, bottoms[0] - tops[0]):
        parts: Parts = zip(texts, row, strict=True)
        box = round(starts[0], 2), round(min(tops), 2), round(max(ends), 2), round(max(bottoms), 2)
        return Piece(text, page, box, marks=marks_in(text, parts))
    spaced = _parts_of(row)
    text = "".join([part for part, _ in spaced])
    if not text:
        return None
    return Piece(text, page, _box(row), marks=marks_in(text, spaced))


def _is_close(starts: Sequence[float], ends: Sequence[float], height: float) -> bool:
    """Whether the characters of a line, all but set solid, need no spaces and none is printed twice."""
    gaps = list(map(sub, starts[1:], ends))
    return not gaps or (max(gaps) <= _CLOSE * height and min(gaps) >= -_CLOSE * height)


def rows_of(glyphs: Iterable[Glyph]) -> list[Row]:
    """Glyphs grouped to lines, from top to bottom: tall ones count, so that superscripts join what they hang on."""
    level: dict[tuple[float, float], Row] = defaultdict(list)
    for glyph in glyphs:
        level[glyph[2], glyph[4]].append(glyph)
    rows: list[tuple[float, float, Row]] = []
    for (top, bottom), found in sorted(level.items(), key=lambda item: (round(sum(item[0]), 1), item[1][0][1])):
        height = max(bottom - top, _LEAST_HEIGHT)
        for index in range(len(rows) - 1, max(len(rows) - 1 - _ROWS_BACK, -1), -1):
            first, last, row = rows[index]
            if min(last, bottom) - max(first, top) >= _SAME_LINE * min(last - first, height):
                row += found
                if height > last - first and any(not glyph[0].isspace() for glyph in found):
                    rows[index] = top, bottom, row
                break
        else:
            rows.append((top, bottom, found))
    rows.sort(key=lambda item: round(item[0] + item[1], 1))
    return [row for _, _, row in rows]


def _parts_of(row: Sequence[Glyph]) -> list[tuple[str, Glyph | None]]:
    """The words of a line piece by piece: gaps (typed ones too) become one space or two, a character printed twice
    is taken once.
    """
    parts: list[tuple[str, Glyph | None]] = []
    before, end, size, spaced = "", 0.0, 0.0, False
    for glyph in row:
        text, x0, top, x1, bottom = glyph
        if text.isspace():
            spaced = True
            continue
        height = bottom - top if bottom - top > _LEAST_HEIGHT else _LEAST_HEIGHT
        if before:
            gap = (x0 - end) / (size if size < height else height)
            if gap < 0 and text == before and end - x0 > _OVERPRINT * (x1 - x0):
                continue
            if (spaced or gap > _LATIN_SPACE) and (space := _space(before, text, gap, spaced)):
                parts.append((space, None))
        parts.append((text, glyph))
        before, end, size, spaced = text, x1, height, False
    return parts


def _space(before: str, text: str, gap: float, spaced: bool) -> str:
    if not spaced and gap <= _SPACE and not (before.isascii() and text.isascii()):
        return ""
    return "  " if gap > _COLUMN_GAP else " "


def _box(row: Sequence[Glyph]) -> Box:
    shown = [glyph for glyph in row if not glyph[0].isspace()]
    return (
        round(min(map(itemgetter(1), shown)), 2),
        round(min(map(itemgetter(2), shown)), 2),
        round(max(map(itemgetter(3), shown)), 2),
        round(max(map(itemgetter(4), shown)), 2),
    )
