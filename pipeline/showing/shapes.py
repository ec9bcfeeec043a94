"""Where on the pages stand the lines, tables, ticks, seals and headings of a document."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.reading.marks import marks_in
from pipeline.structure import structure
from schemas.document import Document, Line, MarkKind
from schemas.text import lines_between

Box = tuple[float, float, float, float]


class ShapeKind(StrEnum):
    """What is boxed; in the order of drawing."""

    LINE = "line"
    MARGIN = "margin"
    HIDDEN = "hidden"
    TABLE = "table"
    CELL = "cell"
    HEADING = "heading"
    SEAL = "seal"
    TICKED = "ticked"
    EMPTY = "empty"
    SIGNED = "signed"
    UNSIGNED = "unsigned"


@dataclass(frozen=True, slots=True)
class Shape:
    """A box ``(x0, top, x1, bottom)`` in points from the page's top left, and what stands in it."""

    kind: ShapeKind
    page: int
    box: Box


def shapes_of(document: Document) -> dict[int, list[Shape]]:
    """The shapes of every page that has any, in the order of drawing."""
    found: dict[int, list[Shape]] = defaultdict(list)
    for part in (_lines(document), _tables(document), _headings(document), _seals(document), _marks(document)):
        for shape in part:
            found[shape.page].append(shape)
    order = list(ShapeKind)
    return {page: sorted(shapes, key=lambda shape: order.index(shape.kind)) for page, shapes in found.items()}


def _lines(document: Document) -> Iterator[Shape]:
    for index, line in enumerate(document.lines):
        kind = ShapeKind.HIDDEN if index in document.hidden else ShapeKind.LINE
        kind = ShapeKind.MARGIN if index in document.margins else kind
        yield from _around(kind, [line])


def _tables(document: Document) -> Iterator[Shape]:
    """The schema has no box for a cell: it is drawn around its words, the table around its cells, on each page."""
    for table in document.tables:
        yield from _around(ShapeKind.TABLE, lines_between(document.lines, table.start, table.end), 3)
        for cell in table.cells:
            yield from _around(ShapeKind.CELL, lines_between(document.lines, cell.start, cell.end), 1.5)


def _headings(document: Document) -> Iterator[Shape]:
    """The format's own headings and those of the outline."""
    text, outline = structure(document)
    spans = {(mark.start, mark.end) for mark in document.headings}
    spans |= {text.raw_span(section.start, section.heading_end) for section in outline.sections}
    for start, end in sorted(spans):
        yield from _around(ShapeKind.HEADING, lines_between(document.lines, start, end), 1)


def _seals(document: Document) -> Iterator[Shape]:
    for picture in document.pictures:
        if picture.is_seal and picture.page is not None and picture.box is not None:
            yield Shape(ShapeKind.SEAL, picture.page, picture.box)


def _marks(document: Document) -> Iterator[Shape]:
    """The marks that the reader noted; where it notes none, the characters of ticks and empty boxes."""
    if not document.marks:
        yield from _tick_characters(document)
    for mark in document.marks:
        lines = lines_between(document.lines, mark.start, max(mark.end, mark.start + 1))
        line = lines[0] if lines else None
        page = mark.page or (line.page if line is not None else None)
        box = mark.box or (_part(document.text, line, mark.start, mark.end) if line is not None else None)
        if page is not None and box is not None:
            yield Shape(_MARKS[mark.kind], page, box)


_MARKS = {
    MarkKind.TICKED: ShapeKind.TICKED,
    MarkKind.EMPTY: ShapeKind.EMPTY,
    MarkKind.SIGNED: ShapeKind.SIGNED,
    MarkKind.UNSIGNED: ShapeKind.UNSIGNED,
}


def _tick_characters(document: Document) -> Iterator[Shape]:
    for line in document.lines:
        for kind, start, end, _ in marks_in(document.text[line.start : line.end]):
            box = _part(document.text, line, line.start + start, line.start + end)
            if line.page is not None and box is not None:
                yield Shape(_MARKS[kind], line.page, box)


def _part(text: str, line: Line, start: int, end: int) -> Box | None:
    """Where in a line's box some of its characters are, as wide as type of that kind is."""
    if line.box is None:
        return None
    x0, top, x1, bottom = line.box
    widths = [0.5 if char.isascii() else 1.0 for char in text[line.start : line.end]]
    unit = (x1 - x0) / max(sum(widths), 0.5)
    left = sum(widths[: start - line.start])
    return x0 + unit * left, top, x0 + unit * (left + sum(widths[start - line.start : end - line.start])), bottom


def _around(kind: ShapeKind, lines: Sequence[Line], room: float = 0) -> Iterator[Shape]:
    """One shape a page around the boxes of these lines, ``room`` points wider on every side."""
    pages: dict[int, list[Box]] = defaultdict(list)
    for line in lines:
        if line.page is not None and line.box is not None:
            pages[line.page].append(line.box)
    for page, boxes in pages.items():
        x0, top, x1, bottom = _union(boxes)
        yield Shape(kind, page, (x0 - room, top - room, x1 + room, bottom + room))


def _union(boxes: Iterable[Box]) -> Box:
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return min(x0s), min(tops), max(x1s), max(bottoms)
