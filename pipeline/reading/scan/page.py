"""One picture of a page to its content: lines, tables, ticks and seals, in points from its top left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from pipeline.reading.draft import Box, Piece
from pipeline.reading.paged.lines import lines_of
from pipeline.reading.paged.pages import PageContent
from pipeline.reading.paged.tables import PageTable, tables_of
from pipeline.reading.scan import engine
from pipeline.reading.scan.grids import find_tables
from pipeline.reading.scan.lines import read_runs
from pipeline.reading.scan.options import mark_options
from pipeline.reading.scan.pixels import Pixels, Points, evened, ink_of, without_specks
from pipeline.reading.scan.rulings import find_rulings
from pipeline.reading.scan.runs import Written, scaled, with_words, written
from pipeline.reading.scan.signing import mark_signatures
from pipeline.reading.scan.straighten import Straight, straightened, turned
from pipeline.reading.seals import find_seals, without_red
from schemas.document import Picture

READER = "rapidocr"
_LONGEST_SIDE = 3600  # pixels that a page is looked at in: 300 dpi of A4
_LONG = 2.5  # length to width of a line that tells which way it runs
_ASKED = 9  # lines that are asked whether the page is upside down
_A4 = 842.0  # points
_USUAL_WIDTH, _WIDE = 480.0, 300.0  # points of a table's width
_LIKELY = (400.0, 1300.0)  # points that the longer side of a page has


def recognise(pixels: Pixels, number: int, scale: float) -> PageContent:
    """What stands on the picture of a page: RGB (height, width, 3) with ``scale`` pixels a point.

    A skewed page is levelled for the reading, and boxes are given in the page as it came; a page that lies on
    its side or on its head is turned, and its boxes and size are those of the page turned upright.
    """
    pixels, scale = _bounded(pixels, scale)
    page = straightened(pixels)
    unit = _unit(page, scale)
    clean, seals, places = _found(page, unit)
    quarters = _quarters(clean, places)
    if quarters:
        page = straightened(turned(pixels, quarters))
        clean, seals, places = _found(page, unit)
    level = evened(clean)
    rulings = find_rulings(level, unit)
    runs = read_runs(clean, places, rulings)
    ink = without_specks(ink_of(level), unit)
    mark_options(runs, level, unit)
    mark_signatures(runs, ink, rulings.mask, unit)
    wrote = [written(run, ink, unit) for run in runs if run.chars]
    cells = [[scaled(box, unit) for box in table] for table in find_tables(rulings)]
    return _content(wrote, cells, seals, number, _Back(page, unit, scale))


def _unit(page: Straight, scale: float) -> float:
    """Pixels a point of the sheet: A4 where the file says nothing likely, as photographs do."""
    longest = max(page.pixels.shape[:2])
    likely = _LIKELY[0] <= longest / scale <= _LIKELY[1] and page.pixels.shape == page.upright.shape
    return scale if likely else longest / _A4


def _bounded(pixels: Pixels, scale: float) -> tuple[Pixels, float]:
    import cv2

    shrink = min(_LONGEST_SIDE / max(pixels.shape[:2]), 1.0)
    if shrink < 1.0:
        pixels = np.asarray(cv2.resize(pixels, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA), np.uint8)
    return pixels, scale * shrink


def _found(page: Straight, unit: float) -> tuple[Pixels, list[Box], list[Points]]:
    """The page without the red of its seals, the seals (points), and where its lines stand."""
    seals = find_seals(page.pixels, unit)
    clean = without_red(page.pixels, seals, unit) if seals else page.pixels
    return clean, seals, engine.find_lines(clean)


def _quarters(clean: Pixels, places: Sequence[Points]) -> int:
    """Quarters of a turn, clockwise, that the page must make for its lines to stand upright."""
    sizes = [(float(np.ptp(place[:, 0])), float(np.ptp(place[:, 1]))) for place in places]
    level = [(width, place) for (width, height), place in zip(sizes, places, strict=True) if width > _LONG * height]
    upright = [(height, place) for (width, height), place in zip(sizes, places, strict=True) if height > _LONG * width]
    sideways = len(upright) > 2 * len(level)
    longest = sorted(upright if sideways else level, key=lambda one: -one[0])[:_ASKED]
    # The engine lays upright lines level by turning them against the clock.
    on_their_heads = engine.is_upside_down(engine.cut_out(clean, [place for _, place in longest]))
    return (3 if not on_their_heads else 1) if sideways else (2 if on_their_heads else 0)


@dataclass(frozen=True, slots=True)
class _Back:
    """The way of a box back to the page as given (turned upright): ``unit`` and ``scale`` are pixels a point of the
    straight page and of the one given.
    """

    page: Straight
    unit: float
    scale: float

    def __call__(self, box: Box) -> Box:
        x0, top, x1, bottom = self.page.given(scaled(box, 1 / self.unit))
        return (
            round(x0 / self.scale, 2),
            round(top / self.scale, 2),
            round(x1 / self.scale, 2),
            round(bottom / self.scale, 2),
        )

    def sheet(self) -> tuple[float, float] | None:
        """Where the paper begins and ends, from top to bottom, if it was cut out of a photograph."""
        height, width = self.page.pixels.shape[:2]
        if (height, width) == self.page.upright.shape[:2]:
            return None
        _, top, _, bottom = self((0.0, 0.0, width / self.unit, height / self.unit))
        return top, bottom


def _content(wrote: list[Written], cells: list[list[Box]], seals: list[Box], number: int, back: _Back) -> PageContent:
    height, width = back.page.upright.shape[:2]
    rest = [one.glyph for one in wrote]
    tables = tables_of(cells, rest, number)
    lines = [with_words(piece, wrote) for piece in lines_of(rest, number)]
    for table in tables:
        for cell in table.cells:
            cell.pieces = [with_words(piece, wrote) for piece in cell.pieces]
    _give_back(lines, tables, back)
    sure = [char.confidence for one in wrote for char in one.run.chars]
    return PageContent(
        number=number,
        width=round(width / back.scale, 2),
        height=round(height / back.scale, 2),
        reader=READER,
        lines=lines,
        tables=tables,
        pictures=[Picture(number, back(box), is_seal=True) for box in seals],
        confidence=round(sum(sure) / len(sure), 4) if sure else None,
        sheet=back.sheet(),
    )


def _give_back(lines: list[Piece], tables: list[PageTable], back: _Back) -> None:
    """The boxes in the page as given. On a skewed page a lower line may reach higher: the order of reading, which
    later goes by the tops, is kept."""
    order: list[tuple[float, int, Piece | PageTable]] = [(_box(one)[1], index, one) for index, one in enumerate(lines)]
    order += [(_box(one)[1], index, one) for index, one in enumerate(tables)]
    highest = float("-inf")
    for _, index, item in sorted(order, key=lambda one: one[0]):
        x0, top, x1, bottom = back(_box(item))
        highest = max(top, highest)
        box = x0, min(highest, bottom), x1, bottom
        if isinstance(item, PageTable):
            item.box, item.edges = box, _as_if_level(item.edges)
            for cell in item.cells:
                cell.pieces = [_mapped(piece, back, back(_box(piece))) for piece in cell.pieces]
        else:
            lines[index] = _mapped(item, back, box)


def _box(item: Piece | PageTable) -> Box:
    assert item.box is not None
    return item.box


def _as_if_level(edges: Sequence[float]) -> tuple[float, ...]:
    """A table's column edges as on a sheet that lies as every other: its parts on two pages are joined by them."""
    width = edges[-1] - edges[0]
    scale = _USUAL_WIDTH / width if width > _WIDE else 1.0
    return tuple((edge - edges[0]) * scale for edge in edges)


def _mapped(piece: Piece, back: _Back, box: Box) -> Piece:
    words = tuple((start, end, back(place), sure) for start, end, place, sure in piece.words)
    marks = tuple((kind, start, end, place and back(place)) for kind, start, end, place in piece.marks)
    return replace(piece, box=box, words=words, marks=marks)
