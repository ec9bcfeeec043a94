"""A recognised page that was turned for the reading, turned the same way for the drawing."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.showing.shapes import Shape, ShapeKind
from schemas.document import Page

if TYPE_CHECKING:
    from PIL.Image import Image

_LOOKED_AT = 800  # pixels of the longer side
_SQUARE = 0.05  # sides that differ by less do not tell which way a page lies
_SURELY = 1.1  # times the ink, for a page to be turned


def upright(picture: "Image", page: Page, shapes: Sequence[Shape]) -> "Image":
    """The picture as the page was read: the document does not say how it was turned, the ink in its lines does."""
    if page.confidence is None:
        return picture
    lengthwise = (picture.width > picture.height) == (page.width > page.height)
    square = abs(page.width / page.height - 1) < _SQUARE
    turns = (0, 90, 180, 270) if square else (0, 180) if lengthwise else (90, 270)
    small = picture.convert("L")
    small.thumbnail((_LOOKED_AT, _LOOKED_AT))
    ink = {turn: _ink(small.rotate(turn, expand=True), page, shapes) for turn in turns}
    best = max(turns, key=lambda turn: ink[turn])
    turn = best if ink[best] > _SURELY * ink[turns[0]] else turns[0]
    return picture.rotate(turn, expand=True) if turn else picture


def _ink(picture: "Image", page: Page, shapes: Sequence[Shape]) -> float:
    """How much of the lines' boxes is dark, from 0 to 1."""
    import numpy as np

    grey = np.asarray(picture)
    dark = grey < grey.mean() - 40
    across, down = picture.width / page.width, picture.height / page.height
    inside = np.zeros_like(dark)
    for shape in shapes:
        if shape.kind in (ShapeKind.LINE, ShapeKind.MARGIN):
            x0, top, x1, bottom = (max(round(side), 0) for side in shape.box)
            inside[round(top * down) : round(bottom * down), round(x0 * across) : round(x1 * across)] = True
    return float(dark[inside].mean()) if inside.any() else 0.0
