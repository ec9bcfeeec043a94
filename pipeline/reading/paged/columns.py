"""Running text set in two columns: read down the left one, then down the right one."""

from collections.abc import Iterable

from pipeline.reading.draft import Piece
from pipeline.reading.paged.lines import Glyph, lines_of


def lines_in_columns(glyphs: Iterable[Glyph], page: int) -> list[Piece]:
    """The printed lines in reading order."""
    return lines_of(glyphs, page)
