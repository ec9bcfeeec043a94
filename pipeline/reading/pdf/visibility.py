"""Text that is in a page and that nobody can see: transparent, in the colour of its ground, covered, off the page.

A layer of transparent text over (or of any text under) a picture that fills the page is what a scanner's own
recognition leaves: it stands for the picture and counts as text.
"""

from collections.abc import Sequence

from pipeline.reading.draft import Box
from pipeline.reading.paged.lines import Glyph
from pipeline.reading.pdf.characters import Run
from pipeline.reading.pdf.drawing import Colour, Drawing, Fill, colour_of
from pipeline.reading.pdf.view import View

_TRANSPARENT = 3  # text render mode
_WHITE: Colour = (255, 255, 255)
_SAME_COLOUR = 12  # of 255, in each of red, green and blue
_LEAST_HEIGHT = 1.5  # points
_SCAN_SHARE = 0.7  # of the page, that its pictures cover where it is a scan


def is_scan(boxes: Sequence[Box], view: View) -> bool:
    """Whether pictures cover so much of a page that it is a scan; they may be its strips."""
    return covered_share(boxes, view.width, view.height) >= _SCAN_SHARE


def covered_share(boxes: Sequence[Box], width: float, height: float) -> float:
    """The share of a page that pictures cover (those that overlap count twice, at most 1)."""
    areas = [
        max(min(x1, width) - max(x0, 0.0), 0.0) * max(min(bottom, height) - max(top, 0.0), 0.0)
        for x0, top, x1, bottom in boxes
    ]
    return min(sum(areas) / max(width * height, 1.0), 1.0)


def seen_and_hidden(runs: Sequence[Run], drawing: Drawing, view: View) -> tuple[list[Glyph], list[Glyph], list[Box]]:
    """The characters that a reader sees, those that are there and cannot be seen, and the boxes of hidden runs.

    Turned ones (watermarks, stamps) are in neither, unless most of the page is turned.
    """
    turned = sum(len(run.glyphs) for run in runs if run.turned)
    keep_turned = 2 * turned > sum(len(run.glyphs) for run in runs)
    scan = is_scan(drawing.pictures, view)
    grounds = _Grounds(drawing)
    seen: list[Glyph] = []
    hidden: list[Glyph] = []
    boxes: list[Box] = []
    for run in runs:
        if run.turned and not keep_turned:
            continue
        if not scan and (run.mode == _TRANSPARENT or grounds.hide(run)):
            hidden += run.glyphs
            boxes.append(run.box)
            continue
        x0, top, x1, bottom = run.box
        if x0 >= 0 and top >= 0 and x1 <= view.width and bottom <= view.height and bottom - top >= _LEAST_HEIGHT:
            seen += run.glyphs
        else:
            for glyph in run.glyphs:
                (seen if shows(glyph, view) else hidden).append(glyph)
    return seen, hidden, boxes


def shows(glyph: Glyph, view: View) -> bool:
    """Whether a character stands on the page and is large enough to be seen."""
    x, y = glyph.middle
    return glyph.bottom - glyph.top >= _LEAST_HEIGHT and 0 <= x <= view.width and 0 <= y <= view.height


def is_in(glyph: Glyph, boxes: Sequence[Box]) -> bool:
    """Whether the middle of a character lies in one of the boxes."""
    x, y = glyph.middle
    return any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in boxes)


class _Grounds:
    """What lies under and over text."""

    def __init__(self, drawing: Drawing) -> None:
        self._order = drawing.order
        self._fills = drawing.fills
        self._covers = [fill for fill in drawing.fills if fill.whole]
        self._last_cover = max((fill.order for fill in self._covers), default=-1)
        self._colours = {fill.colour for fill in drawing.fills if fill.colour is not None} | {_WHITE}
        self._known: dict[Colour, bool] = {}

    def hide(self, run: Run) -> bool:
        """Whether a run has the colour of its ground, or lies under a shape drawn later."""
        order = self._order.get(run.thing)
        if order is None:
            return False
        if order < self._last_cover and any(fill.order > order and _inside(run.box, fill.box) for fill in self._covers):
            return True
        colour = colour_of(run.thing) if run.mode in (0, 4) else None
        if colour is None:
            return False
        return colour[1] == 0 or (self._may_vanish(colour[0]) and _alike(colour[0], self._ground(run.box, order)))

    def _may_vanish(self, colour: Colour) -> bool:
        """Whether anything on the page has this colour."""
        if colour not in self._known:
            self._known[colour] = any(_alike(colour, other) for other in self._colours)
        return self._known[colour]

    def _ground(self, box: Box, order: int) -> Colour | None:
        """The colour of the last shape drawn under a run; None where that is a picture or several colours."""
        middle = Glyph("", *box).middle
        under: list[Fill] = [fill for fill in self._fills if fill.order < order and _holds(fill.box, middle)]
        if not under:
            return _WHITE
        top = under[-1]
        return top.colour if top.whole or all(_alike(fill.colour, top.colour) for fill in under) else None


def _alike(one: Colour | None, other: Colour | None) -> bool:
    if one is None or other is None:
        return False
    return all(abs(first - second) <= _SAME_COLOUR for first, second in zip(one, other, strict=True))


def _holds(box: Box, point: tuple[float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _inside(inner: Box, outer: Box) -> bool:
    """Whether a box lies in another, but for a point at its edges."""
    return (
        inner[0] >= outer[0] - 1 and inner[1] >= outer[1] - 1 and inner[2] <= outer[2] + 1 and inner[3] <= outer[3] + 1
    )
