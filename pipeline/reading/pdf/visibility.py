"""Text that is in a page and that nobody can see: transparent, in the colour of its ground, covered, off the page.

A layer of transparent text over (or of any text under) a picture that fills the page is what a scanner's own
recognition leaves: it stands for the picture and counts as text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipeline.reading.draft import Box
from pipeline.reading.paged.lacking import covered_share
from pipeline.reading.paged.lines import Glyph
from pipeline.reading.pdf.characters import Characters
from pipeline.reading.pdf.drawing import Colour, Drawing, Fill
from pipeline.reading.pdf.view import View

_TRANSPARENT, _FILLED = 3, (0, 4)  # text render modes
_WHITE: Colour = (255, 255, 255)
_SAME_COLOUR = 12  # of 255, in each of red, green and blue
_LEAST_HEIGHT = 1.5  # points
_SCAN_SHARE = 0.7  # of the page, that its pictures cover where it is a scan


def is_scan(boxes: Sequence[Box], view: View) -> bool:
    """Whether pictures cover so much of a page that it is a scan; they may be its strips."""
    return covered_share(boxes, view.width, view.height) >= _SCAN_SHARE


@dataclass(frozen=True, slots=True)
class Sight:
    """Which characters a reader sees, which are there and cannot be seen, and the boxes of hidden runs."""

    seen: npt.NDArray[np.bool_]
    hidden: npt.NDArray[np.bool_]
    hidden_boxes: list[Box]


def sight_of(characters: Characters, drawing: Drawing, view: View) -> Sight:
    """What of a page is seen; turned characters (watermarks, stamps) are in neither, unless most of the page is."""
    turned = characters.turned[characters.run_of]
    level = np.ones(len(turned), bool) if 2 * turned.sum() > len(turned) else ~turned
    hidden_runs = [] if is_scan(drawing.pictures, view) else _Grounds(drawing).hidden_runs(characters)
    in_hidden = np.isin(characters.run_of, hidden_runs) if hidden_runs else np.zeros(len(turned), bool)
    x0, top, x1, bottom = characters.boxes.T
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    shown = (x >= 0) & (x <= view.width) & (y >= 0) & (y <= view.height) & (bottom - top >= _LEAST_HEIGHT) & ~in_hidden
    boxes = [box for number in hidden_runs if (box := box_of_run(characters, number)) is not None]
    return Sight(level & shown, level & ~shown, boxes)


def box_of_run(characters: Characters, number: int) -> Box | None:
    """The box round the characters of a run."""
    found = characters.boxes[characters.run_of == number]
    if not len(found):
        return None
    (x0, top), (x1, bottom) = found[:, :2].min(axis=0).tolist(), found[:, 2:].max(axis=0).tolist()
    return x0, top, x1, bottom


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

    def hidden_runs(self, characters: Characters) -> list[int]:
        """The runs that are transparent, have the colour of their ground, or lie under a shape drawn later."""
        suspects = self._suspects(characters)
        return [number for number in suspects.tolist() if self._hides(characters, number)]

    def _suspects(self, characters: Characters) -> npt.NDArray[np.int64]:
        red, green, blue, opacity = characters.colours.astype(np.int64).T
        packed = red << 16 | green << 8 | blue
        like = [one for one in set(packed.tolist()) if self._may_vanish((one >> 16, one >> 8 & 255, one & 255))]
        modes = np.array(characters.modes)
        suspected = (modes == _TRANSPARENT) | np.isin(modes, _FILLED) & ((opacity == 0) | np.isin(packed, like))
        if self._covers:
            first = min(self._order.get(thing, 0) for thing in characters.things)
            suspected |= first < self._last_cover
        return np.flatnonzero(suspected)

    def _hides(self, characters: Characters, number: int) -> bool:
        order, box = self._order.get(characters.things[number]), box_of_run(characters, number)
        if order is None or box is None:
            return False
        red, green, blue, opacity = characters.colours[number].tolist()
        filled = characters.modes[number] in _FILLED
        if characters.modes[number] == _TRANSPARENT or (filled and opacity == 0):
            return True
        if filled and self._may_vanish((red, green, blue)) and _alike((red, green, blue), self._ground(box, order)):
            return True
        return order < self._last_cover and any(fill.order > order and _inside(box, fill.box) for fill in self._covers)

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
