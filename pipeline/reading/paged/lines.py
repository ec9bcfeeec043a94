"""Characters of a page to printed lines, by geometry alone.

Stream order is not reading order: a ☑ from a fallback font is a text run of its own and may come last.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.reading.draft import Box, Piece

_SAME_LINE = 0.5  # share of the smaller height that two characters of one line overlap in
_SPACE = (
    0.28  # gap, in character heights, that a reader sees as a space; Word's own gap between Chinese and Latin is less
)
_LATIN_SPACE = 0.15  # the same between two Latin letters or digits
_COLUMN_GAP = 1.6  # gap that parts columns: written as two spaces
_OVERPRINT = 0.6  # share of its width by which a character printed twice (false bold) lies on itself


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character (or ligature) with its box in points from the page's top left."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def height(self) -> float:
        """The height of the box, at least a hair."""
        return max(self.bottom - self.top, 0.1)

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of the box."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


def lines_of(glyphs: Sequence[Glyph], page: int) -> list[Piece]:
    """The printed lines, from top to bottom, each with its box."""
    pieces = []
    for row in _rows(glyphs):
        row.sort(key=lambda glyph: (glyph.x0, glyph.x1))
        text = _text_of(row)
        if text:
            pieces.append(Piece(text, page, _box(row)))
    return pieces


def _rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs grouped to lines: tall ones first, so that superscripts join the line they hang on."""
    rows: list[tuple[float, float, list[Glyph]]] = []
    for glyph in sorted(glyphs, key=lambda one: (one.top + one.bottom, one.x0)):
        for index in range(len(rows) - 1, max(len(rows) - 4, -1), -1):
            top, bottom, row = rows[index]
            shared = min(bottom, glyph.bottom) - max(top, glyph.top)
            if shared >= _SAME_LINE * min(bottom - top, glyph.height):
                row.append(glyph)
                if glyph.text.strip() and glyph.height > bottom - top:
                    rows[index] = glyph.top, glyph.bottom, row
                break
        else:
            rows.append((glyph.top, glyph.bottom, [glyph]))
    rows.sort(key=lambda item: item[0] + item[1])
    return [row for _, _, row in rows]


def _text_of(row: Sequence[Glyph]) -> str:
    """The words of a line; gaps become spaces, characters printed twice are taken once."""
    parts: list[str] = []
    before: Glyph | None = None
    for glyph in row:
        if before is not None:
            if glyph.text == before.text and glyph.text.strip() and _on_itself(before, glyph):
                continue
            gap = (glyph.x0 - before.x1) / min(before.height, glyph.height)
            latin = before.text.isascii() and glyph.text.isascii()
            if gap > (_LATIN_SPACE if latin else _SPACE) and not (before.text.isspace() or glyph.text.isspace()):
                parts.append("  " if gap > _COLUMN_GAP else " ")
        parts.append(glyph.text)
        before = glyph
    return "".join(parts).replace("\u00a0", " ").strip()


def _on_itself(first: Glyph, second: Glyph) -> bool:
    return first.x1 - second.x0 > _OVERPRINT * (second.x1 - second.x0)


def _box(row: Sequence[Glyph]) -> Box:
    shown = [glyph for glyph in row if glyph.text.strip()]
    return (
        round(min(glyph.x0 for glyph in shown), 2),
        round(min(glyph.top for glyph in shown), 2),
        round(max(glyph.x1 for glyph in shown), 2),
        round(max(glyph.bottom for glyph in shown), 2),
    )
