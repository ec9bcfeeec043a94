"""The content of a page: layers, blocks, objects and composite units, walked and drawn as ink."""

from dataclasses import dataclass, field

from pipeline.reading.draft import Box
from pipeline.reading.ofd.ink import Image, Ink, Letter
from pipeline.reading.ofd.numbers import Matrix, around, box_of, matrix_of, moved, times
from pipeline.reading.ofd.package import Element
from pipeline.reading.ofd.resources import Resources, is_clear, is_white
from pipeline.reading.ofd.strokes import Segment, subpaths
from pipeline.reading.ofd.text import letters_of
from pipeline.reading.payload import Payload

_OBJECTS = 5_000_000  # drawn in one document, what pages share counted each time
_IN_UNITS = 200_000  # of these in composite units, which may draw one another
_NESTING = 48  # blocks and composite units in one another
_THIN = 2.5  # points: a filled area of less is a ruling line
_LEVEL = 0.6  # points by which a level or upright stroke may be off
_SHORTEST = 1.0  # points; shorter strokes are dots
_BLOCKS = ("PageBlock", "Layer", "Content", "Appearance")


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where and how something is drawn."""

    matrix: Matrix
    draw: str | None = None
    hidden: bool = False
    depth: int = 0


@dataclass(slots=True)
class Pen:
    """Draws a document's pages; counts what it draws, and what it cannot draw (``broken`` objects)."""

    payload: Payload
    drawn: int = 0
    in_units: int = 0
    broken: int = 0
    unresolved: int = 0
    _open: set[str] = field(default_factory=set)  # the composite units being drawn

    def draw(self, content: Element, ink: Ink, resources: Resources, matrix: Matrix) -> None:
        """Draw what stands in ``content`` onto ``ink``; ``matrix`` leads to points from the page's top left."""
        self._block(content, ink, resources, _Frame(matrix))

    def _block(self, block: Element, ink: Ink, resources: Resources, frame: _Frame) -> None:
        if frame.depth >= _NESTING:
            self.broken += 1
            return
        draw = block.get("DrawParam") or frame.draw
        hidden = frame.hidden or _unseen(block)
        inner = _Frame(frame.matrix, draw, hidden, frame.depth + 1)
        for element in block:
            self._count(1)
            if element.tag in _BLOCKS:
                self._block(element, ink, resources, inner)
                continue
            try:
                self._object(element, ink, resources, inner)
            except (ValueError, TypeError, OverflowError):
                self.broken += 1

    def _object(self, element: Element, ink: Ink, resources: Resources, frame: _Frame) -> None:
        if element.tag not in ("TextObject", "PathObject", "ImageObject", "CompositeObject"):
            return
        bounds = box_of(element.get("Boundary"))
        matrix = times(matrix_of(element.get("CTM")), times(moved(bounds[0], bounds[1]), frame.matrix))
        here = _Frame(matrix, element.get("DrawParam") or frame.draw, frame.hidden or _unseen(element), frame.depth)
        if element.tag == "TextObject":
            self._text(element, ink, resources, here)
        elif element.tag == "PathObject":
            _path(element, ink, resources, here)
        elif element.tag == "ImageObject":
            self._image(element, ink, resources, here, around(frame.matrix, bounds))
        else:
            self._unit(element, ink, resources, here)

    def _text(self, element: Element, ink: Ink, resources: Resources, frame: _Frame) -> None:
        colour = resources.colour(element, "FillColor", frame.draw)
        unfilled = element.get("Fill") == "false" and element.get("Stroke") != "true"
        hidden = frame.hidden or unfilled or is_clear(colour)
        font = resources.fonts.get(element.get("Font", ""), "")
        white = is_white(colour)
        for letter in letters_of(element, frame.matrix, font, hidden):
            self._count(1 + (len(ink.dark) // 64 if white else 0))
            x, y = (letter.box[0] + letter.box[2]) / 2, (letter.box[1] + letter.box[3]) / 2
            outside = not (0 <= x <= ink.width and 0 <= y <= ink.height)
            if outside or (white and not any(_holds(area, x, y) for area in ink.dark)):
                letter = Letter(letter.text, letter.box, letter.turned, hidden=True)
            ink.letters.append(letter)

    def _image(self, element: Element, ink: Ink, resources: Resources, frame: _Frame, bounds: Box) -> None:
        part = resources.pictures.get(element.get("ResourceID", ""))
        if part is None:
            self.unresolved += 1
        if frame.hidden or part is None:
            return
        # A picture is the unit square under its CTM; without one it fills its boundary.
        box = around(frame.matrix, (0.0, 0.0, 1.0, 1.0)) if element.get("CTM") else bounds
        ink.images.append(Image(part, box))
        ink.dark.append(box)

    def _unit(self, element: Element, ink: Ink, resources: Resources, frame: _Frame) -> None:
        name = element.get("ResourceID", "")
        unit = resources.units.get(name)
        if unit is None or name in self._open:
            self.unresolved += 1
            return
        self._open.add(name)
        try:
            for content in unit.findall("Content"):
                self._block(content, ink, resources, frame)
        finally:
            self._open.discard(name)

    def _count(self, objects: int) -> None:
        self.drawn += objects
        self.in_units += objects if self._open else 0
        if self.drawn > _OBJECTS or self.in_units > _IN_UNITS:
            raise self.payload.too_large(f"{self.drawn} letters and strokes are drawn before it ends")


def _path(element: Element, ink: Ink, resources: Resources, frame: _Frame) -> None:
    if frame.hidden:
        return
    data = element.find("AbbreviatedData")
    stroke = resources.colour(element, "StrokeColor", frame.draw)
    fill = resources.colour(element, "FillColor", frame.draw)
    stroked = element.get("Stroke") != "false" and not is_clear(stroke) and not is_white(stroke)
    filled = element.get("Fill") == "true" and not is_clear(fill) and not is_white(fill)
    if data is None or not (stroked or filled):
        return
    for segments in subpaths(data.text or ""):
        boxes = [_placed(segment, frame.matrix) for segment in segments]
        rules = [box for box in boxes if _is_rule(box)]
        area = _hull(boxes)
        if filled and min(area[2] - area[0], area[3] - area[1]) <= _THIN:
            rules = [_middle(area)]
        elif filled:
            ink.dark.append(area)
        ink.rules += rules


def _placed(segment: Segment, matrix: Matrix) -> Box:
    (x0, y0), (x1, y1) = segment
    return around(matrix, (x0, y0, x1, y1)) if x0 == x1 or y0 == y1 else _slant(segment, matrix)


def _slant(segment: Segment, matrix: Matrix) -> Box:
    (x0, y0), (x1, y1) = segment
    first, second = around(matrix, (x0, y0, x0, y0)), around(matrix, (x1, y1, x1, y1))
    return _hull([first, second])


def _hull(boxes: list[Box]) -> Box:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _middle(area: Box) -> Box:
    x0, top, x1, bottom = area
    if x1 - x0 >= bottom - top:
        return x0, (top + bottom) / 2, x1, (top + bottom) / 2
    return (x0 + x1) / 2, top, (x0 + x1) / 2, bottom


def _is_rule(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return min(width, height) <= _LEVEL and max(width, height) >= _SHORTEST


def _holds(area: Box, x: float, y: float) -> bool:
    return area[0] <= x <= area[2] and area[1] <= y <= area[3]


def _unseen(element: Element) -> bool:
    return bool(element.get("Visible") == "false" or element.get("Alpha") == "0")
