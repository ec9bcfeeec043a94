"""Characters of a page to printed lines, by geometry alone.

Stream order is not reading order: a ☑ from a fallback font is a text run of its own and may come last.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain, groupby
from operator import itemgetter, sub
from typing import Generic, NamedTuple, TypeVar

from pipeline.reading.draft import Piece
from pipeline.reading.paged.marks import marks_in

_SAME_LINE = 0.5  # share of the smaller height that two characters of one line overlap in
SPACE = (
    0.28  # gap, in character heights, that a reader sees as a space; Word's own gap between Chinese and Latin is less
)
LATIN_SPACE = 0.15  # the same between two Latin letters or digits
COLUMN_GAP = 1.6  # gap that parts columns: written as two spaces
_OVERPRINT = 0.6  # share of its width by which a character printed twice (false bold) lies on itself
CLOSE = 0.05  # gap or overlap, in heights of the smallest character, that means nothing whatever the characters are
_BLANK = re.compile(r"\s")
_ROWS_BACK = 3  # rows above that a character may still belong to
LEAST_HEIGHT = 0.1  # points


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
        return max(self.bottom - self.top, LEAST_HEIGHT)

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of the box."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


Row = list[Glyph]
Held = TypeVar("Held")
Part = tuple[str, Glyph | None]  # words of a line, and the character that shows them: None for a gap


def lines_of(glyphs: Iterable[Glyph], page: int) -> list[Piece]:
    """The printed lines, from top to bottom, each with its box and the boxes to tick in it."""
    return [piece for row in rows_of(glyphs) if (piece := line_of(row, page)) is not None]


def line_of(row: Row, page: int) -> Piece | None:
    """One line out of its characters, sorted from left to right; None where it shows nothing."""
    row.sort(key=itemgetter(1, 3))
    shown, behind_blanks = row, frozenset[int]()
    if _BLANK.search("".join(map(itemgetter(0), row))):
        shown, behind_blanks = _without_blanks(row)
    if not shown:
        return None
    parts = _parts_of(shown, behind_blanks)
    text = "".join(map(itemgetter(0), parts))
    _, starts, tops, ends, bottoms = zip(*shown, strict=True)
    box = round(starts[0], 2), round(min(tops), 2), round(max(ends), 2), round(max(bottoms), 2)
    return Piece(text, page, box, marks=marks_in(text, parts))


def _without_blanks(row: Row) -> tuple[Row, frozenset[int]]:
    """The characters that show, and which of them stand behind a typed blank."""
    shown: Row = []
    behind = set()
    for glyph in row:
        if not glyph[0].isspace():
            shown.append(glyph)
        elif shown:
            behind.add(len(shown))
    return shown, frozenset(behind)


def rows_of(glyphs: Iterable[Glyph]) -> list[Row]:
    """Glyphs grouped to lines, from top to bottom."""
    level: dict[tuple[float, float], Row] = defaultdict(list)
    for heights, together in groupby(glyphs, itemgetter(2, 4)):
        level[heights] += together
    levels = [
        Level(top, bottom, found[0][1], any(not glyph[0].isspace() for glyph in found), found)
        for (top, bottom), found in level.items()
    ]
    return [list(chain.from_iterable(row)) for row in stacked(levels)]


class Level(NamedTuple, Generic[Held]):
    """Characters of one height: from ``top`` to ``bottom``, the first one's x, whether any shows, and what they are."""

    top: float
    bottom: float
    x: float
    shows: bool
    held: Held


def stacked(levels: Iterable[Level[Held]]) -> list[list[Held]]:
    """Levels grouped to lines, from top to bottom: tall ones count, so that superscripts join what they hang on."""
    rows: list[tuple[float, float, list[Held]]] = []
    for top, bottom, _, shows, held in sorted(levels, key=lambda one: (round(one.top + one.bottom, 1), one.x)):
        height = max(bottom - top, LEAST_HEIGHT)
        for index in range(len(rows) - 1, max(len(rows) - 1 - _ROWS_BACK, -1), -1):
            first, last, row = rows[index]
            if min(last, bottom) - max(first, top) >= _SAME_LINE * min(last - first, height):
                row.append(held)
                if height > last - first and shows:
                    rows[index] = top, bottom, row
                break
        else:
            rows.append((top, bottom, [held]))
    rows.sort(key=lambda item: round(item[0] + item[1], 1))
    return [row for _, _, row in rows]


def _parts_of(row: Row, behind_blanks: frozenset[int]) -> list[Part]:
    """The words of a line piece by piece: gaps (typed ones too) become one space or two, a character printed twice
    is taken once.
    """
    texts, starts, tops, ends, bottoms = zip(*row, strict=True)
    gaps = list(map(sub, starts[1:], ends))
    slack = CLOSE * max(min(map(sub, bottoms, tops)), LEAST_HEIGHT)
    if gaps and min(gaps) < -slack:
        row = _once(row)
        if len(row) < len(texts):
            return _parts_of(row, frozenset())  # blanks between overprinted characters are gaps as well
    parts: list[Part] = list(zip(texts, row, strict=True))
    wide = [index for index, gap in enumerate(gaps, 1) if gap > slack or index in behind_blanks]
    for index in reversed(wide):
        before, after = row[index - 1], row[index]
        gap = gaps[index - 1] / min(before.height, after.height)
        if space := _space(before[0], after[0], gap, index in behind_blanks):
            parts.insert(index, (space, None))
    return parts


def _once(row: Row) -> Row:
    """The line without characters that lie on one like them (false bold)."""
    kept = row[:1]
    for glyph in row[1:]:
        text, _, _, end, _ = kept[-1]
        if glyph[0] != text or end - glyph[1] <= _OVERPRINT * (glyph[3] - glyph[1]):
            kept.append(glyph)
    return kept


def _space(before: str, text: str, gap: float, spaced: bool) -> str:
    if not spaced and gap <= (LATIN_SPACE if before.isascii() and text.isascii() else SPACE):
        return ""
    return "  " if gap > COLUMN_GAP else " "
