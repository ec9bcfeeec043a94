"""One picture of a page to its content: lines, tables, ticks and seals, in points from its top left."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from pipeline.reading.draft import Box, Piece
from pipeline.reading.paged.lines import Glyph, lines_of
from pipeline.reading.paged.pages import PageContent
from pipeline.reading.paged.tables import PageTable, tables_of
from pipeline.reading.scan import engine
from pipeline.reading.scan.lines import read_runs
from pipeline.reading.scan.options import mark_options
from pipeline.reading.scan.pixels import Pixels, Points, evened, ink_of
from pipeline.reading.scan.rulings import find_rulings, find_tables
from pipeline.reading.scan.runs import Written, scaled, with_words, written
from pipeline.reading.scan.straighten import Straight, straightened, turned
from pipeline.reading.seals import find_seals, without_red
from schemas.document import Picture

READER = "rapidocr"
_LONGEST_SIDE = 3600  # pixels that a page is looked at in: 300 dpi of A4
_ASKED = 9  # lines that are asked whether the page is upside down
_Mapping = Callable[[Box], Box]


def recognise(pixels: Pixels, number: int, scale: float) -> PageContent:
    """What stands on the picture of a page: RGB (height, width, 3) with ``scale`` pixels a point.

    A skewed page is levelled for the reading, and boxes are given in the page as it came; a page that lies on
    its side or on its head is turned, and its boxes and size are those of the page turned upright.
    """
    pixels, scale = _bounded(pixels, scale)
    page = straightened(pixels)
    clean, places = _found(page, scale)
    if engine.is_upside_down(_longest(clean, places)):
        page = straightened(turned(page, 2).pixels)
        clean, places = _found(page, scale)
    level = evened(clean)
    rulings = find_rulings(level, scale)
    runs = read_runs(clean, places, rulings)
    ink = ink_of(level)
    mark_options(runs, ink, scale)
    glyphs = [written(run, ink, scale) for run in runs if run.chars]
    cells = [[scaled(box, scale) for box in table] for table in find_tables(rulings)]
    return _content(page, glyphs, cells, number, scale)


def _bounded(pixels: Pixels, scale: float) -> tuple[Pixels, float]:
    import cv2

    shrink = min(_LONGEST_SIDE / max(pixels.shape[:2]), 1.0)
    if shrink < 1.0:
        pixels = np.asarray(cv2.resize(pixels, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA), np.uint8)
    return pixels, scale * shrink


def _found(page: Straight, scale: float) -> tuple[Pixels, list[Points]]:
    """The page without the red of its seals, and where its lines stand."""
    seals = find_seals(page.pixels, scale)
    clean = without_red(page.pixels, seals, scale) if seals else page.pixels
    return clean, engine.find_lines(clean)


def _longest(clean: Pixels, places: Sequence[Points]) -> list[Pixels]:
    level = [place for place in places if np.ptp(place[:, 0]) > 2 * np.ptp(place[:, 1])]
    return engine.cut_out(clean, sorted(level, key=lambda place: -float(np.ptp(place[:, 0])))[:_ASKED])


def _content(
    page: Straight, glyphs: list[Written], cells: list[list[Box]], number: int, scale: float
) -> PageContent:
    height, width = page.pixels.shape[:2]
    rest: list[Glyph] = list(glyphs)
    tables = tables_of(cells, rest, number)
    lines = [with_words(piece, glyphs) for piece in lines_of(rest, number)]
    for table in tables:
        for cell in table.cells:
            cell.pieces = [with_words(piece, glyphs) for piece in cell.pieces]
    _give_back(page, lines, tables, scale)
    sure = [char.confidence for glyph in glyphs for char in glyph.run.chars]
    pictures = [
        Picture(number, _in_points(page, scale)(box), is_seal=True) for box in find_seals(page.pixels, scale)
    ]
    return PageContent(
        number=number,
        width=round(width / scale, 2),
        height=round(height / scale, 2),
        reader=READER,
        lines=lines,
        tables=tables,
        pictures=pictures,
        confidence=round(sum(sure) / len(sure), 4) if sure else None,
    )


def _in_points(page: Straight, scale: float) -> _Mapping:
    """Takes a box in points of the straight page to the page as given."""

    def given(box: Box) -> Box:
        x0, top, x1, bottom = page.given((box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale))
        return round(x0 / scale, 2), round(top / scale, 2), round(x1 / scale, 2), round(bottom / scale, 2)

    return given


def _give_back(page: Straight, lines: list[Piece], tables: list[PageTable], scale: float) -> None:
    """The boxes in the page as given. On a skewed page a lower line may reach higher: the order of reading, which
    later goes by the tops, is kept."""
    given = _in_points(page, scale)
    order = sorted([*enumerate(lines), *enumerate(tables)], key=lambda item: item[1].box[1])  # type: ignore[index]
    highest = -1e9
    for index, item in order:
        assert item.box is not None
        x0, top, x1, bottom = given(item.box)
        highest = max(top, highest)
        box = x0, min(highest, bottom), x1, bottom
        if isinstance(item, PageTable):
            item.box = box
            for cell in item.cells:
                cell.pieces = [_mapped(piece, given, given(piece.box)) for piece in cell.pieces if piece.box]
        else:
            lines[index] = _mapped(item, given, box)


def _mapped(piece: Piece, given: _Mapping, box: Box) -> Piece:
    words = tuple((start, end, given(place), sure) for start, end, place, sure in piece.words)
    marks = tuple((kind, start, end, place and given(place)) for kind, start, end, place in piece.marks)
    return replace(piece, box=box, words=words, marks=marks)
