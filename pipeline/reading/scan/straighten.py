"""A page laid straight: a photographed sheet cut out and squared, a skewed one levelled."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.draft import Box
from pipeline.reading.scan.pixels import Pixels, evened, ink_of
from pipeline.reading.scan.sheet import squared

_WORKING_WIDTH = 900  # pixels that a skew is measured in
_MOST_SKEW = 6.0  # degrees
_LEAST_SKEW = 0.04
_MOST_POINTS = 60_000  # ink pixels that are looked at


@dataclass(frozen=True, slots=True)
class Straight:
    """A straight page, and the way back: ``back`` takes its pixels (x, y, 1) to those of ``upright``, the page as
    given but turned upright.
    """

    pixels: Pixels
    back: NDArray[np.float64]
    upright: Pixels

    def given(self, box: Box) -> Box:
        """The upright box in the page as given that holds ``box``."""
        x0, top, x1, bottom = box
        corners = np.array([[x0, top, 1], [x1, top, 1], [x1, bottom, 1], [x0, bottom, 1]]) @ self.back.T
        x, y = corners[:, 0] / corners[:, 2], corners[:, 1] / corners[:, 2]
        return float(x.min()), float(y.min()), float(x.max()), float(y.max())


def straightened(upright: Pixels) -> Straight:
    """The page squared and levelled; nothing is changed where nothing is askew."""
    sheet = squared(upright)
    page = Straight(upright, np.eye(3), upright) if sheet is None else Straight(*sheet, upright)
    angle = _skew(page.pixels)
    return page if abs(angle) < _LEAST_SKEW else _levelled(page, angle)


def turned(pixels: Pixels, quarters: int) -> Pixels:
    """The picture turned clockwise by quarters of a full turn."""
    return np.ascontiguousarray(np.rot90(pixels, -quarters))


def _levelled(page: Straight, angle: float) -> Straight:
    import cv2

    height, width = page.pixels.shape[:2]
    forth = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    border = [int(value) for value in np.median(page.pixels[:: max(height // 50, 1), :: max(width // 50, 1)], (0, 1))]
    level = cv2.warpAffine(
        page.pixels, forth, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=border
    )
    back = np.vstack([cv2.invertAffineTransform(forth), [0, 0, 1]])
    return Straight(np.asarray(level, np.uint8), page.back @ back, page.upright)


def _skew(pixels: Pixels) -> float:
    """The skew in degrees; positive: the lines fall to the right."""
    import cv2

    shrink = min(_WORKING_WIDTH / max(pixels.shape[:2]), 1.0)
    small = cv2.resize(pixels, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    ink = ink_of(evened(np.asarray(small, np.uint8)))
    edge = max(min(ink.shape) // 40, 1)  # the scanner's black border is no ink
    ink[:edge], ink[-edge:], ink[:, :edge], ink[:, -edge:] = 0, 0, 0, 0
    places = np.argwhere(ink)
    if len(places) < 200:
        return 0.0
    y, x = places[:: max(len(places) // _MOST_POINTS, 1)].T.astype(np.float64)
    return _sharpest(x, y)


def _sharpest(along: NDArray[np.float64], across: NDArray[np.float64]) -> float:
    """The angle at which the ink falls into the sharpest rows."""
    best, sharpest = 0.0, -1.0
    for reach, step in ((_MOST_SKEW, 0.5), (0.5, 0.1), (0.1, 0.02)):
        middle = best
        for angle in np.arange(middle - reach, middle + reach + step / 2, step):
            sharp = _sharpness(across - along * np.tan(np.radians(angle)))
            if sharp > sharpest:
                best, sharpest = float(angle), sharp
    return best


def _sharpness(places: NDArray[np.float64]) -> float:
    """How uneven the rows are filled, per ink pixel and whatever their number."""
    places = places - places.min()
    counts = np.bincount(places.astype(np.int64)).astype(np.float64)
    return float(((counts[1:] - counts[:-1]) ** 2).sum()) / len(places)
