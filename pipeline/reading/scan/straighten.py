"""A page laid straight: a photographed sheet cut out and squared, a turned one turned back, a skewed one levelled."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.draft import Box
from pipeline.reading.scan.pixels import Pixels, evened, ink_of

_WORKING_WIDTH = 900  # pixels that a skew is measured in
_MOST_SKEW = 6.0  # degrees
_LEAST_SKEW = 0.04
_MOST_POINTS = 60_000  # ink pixels that are looked at
_SIDEWAYS = 1.6  # by how much the columns of ink are livelier than the rows on a page that lies on its side
_SHEET = 0.35  # share of the picture that a photographed sheet covers at least; at most 0.97
_FLAT = 0.03  # share of its side by which a sheet's corners may stand off a rectangle and nothing need be done


@dataclass(frozen=True, slots=True)
class Straight:
    """A straight page, and the way back: ``back`` takes its pixels (x, y, 1) to those of the page as given."""

    pixels: Pixels
    back: NDArray[np.float64]
    turned: bool = False

    def given(self, box: Box) -> Box:
        """The upright box in the page as given that holds ``box``."""
        x0, top, x1, bottom = box
        corners = np.array([[x0, top, 1], [x1, top, 1], [x1, bottom, 1], [x0, bottom, 1]]) @ self.back.T
        x, y = corners[:, 0] / corners[:, 2], corners[:, 1] / corners[:, 2]
        return float(x.min()), float(y.min()), float(x.max()), float(y.max())


def straightened(pixels: Pixels) -> Straight:
    """The page levelled; nothing is changed where nothing is askew."""
    page = Straight(pixels, np.eye(3))
    angle, sideways = _measured(pixels)
    if sideways:
        page = turned(page, 1)
        angle, _ = _measured(page.pixels)
    return page if abs(angle) < _LEAST_SKEW else _levelled(page, angle)


def turned(page: Straight, quarters: int) -> Straight:
    """The page turned clockwise by quarters of a full turn; what is turned stays so (``back`` is for levelling)."""
    return Straight(np.ascontiguousarray(np.rot90(page.pixels, -quarters)), np.eye(3), turned=True)


def _levelled(page: Straight, angle: float) -> Straight:
    import cv2

    height, width = page.pixels.shape[:2]
    forth = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    border = [int(value) for value in np.median(page.pixels[:: max(height // 50, 1), :: max(width // 50, 1)], (0, 1))]
    level = cv2.warpAffine(
        page.pixels, forth, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=border
    )
    back = np.vstack([cv2.invertAffineTransform(forth), [0, 0, 1]])
    return Straight(np.asarray(level, np.uint8), back, page.turned)


def _measured(pixels: Pixels) -> tuple[float, bool]:
    """The skew in degrees (positive: the lines fall to the right), and whether the page lies on its side."""
    import cv2

    shrink = min(_WORKING_WIDTH / max(pixels.shape[:2]), 1.0)
    small = cv2.resize(pixels, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    ink = ink_of(evened(np.asarray(small, np.uint8)))
    edge = max(min(ink.shape) // 40, 1)  # the scanner's black border is no ink
    ink[:edge], ink[-edge:], ink[:, :edge], ink[:, -edge:] = 0, 0, 0, 0
    y, x = np.nonzero(ink)
    if len(x) < 200:
        return 0.0, False
    step = max(len(x) // _MOST_POINTS, 1)
    x, y = x[::step].astype(np.float64), y[::step].astype(np.float64)
    rows, columns = _best(x, y), _best(y, x)
    if columns[1] > _SIDEWAYS * rows[1]:
        return -columns[0], True
    return rows[0], False


def _best(along: NDArray[np.float64], across: NDArray[np.float64]) -> tuple[float, float]:
    """The angle at which the ink falls into the sharpest rows, and how sharp they are."""
    best, sharpest = 0.0, -1.0
    for reach, step in ((_MOST_SKEW, 0.5), (0.5, 0.1), (0.1, 0.02)):
        middle = best
        for angle in np.arange(middle - reach, middle + reach + step / 2, step):
            sharp = _sharpness(across - along * np.tan(np.radians(angle)))
            if sharp > sharpest:
                best, sharpest = float(angle), sharp
    return best, sharpest


def _sharpness(places: NDArray[np.float64]) -> float:
    """How uneven the rows are filled, per ink pixel and whatever their number."""
    places = places - places.min()
    counts = np.bincount(places.astype(np.int64)).astype(np.float64)
    return float(((counts[1:] - counts[:-1]) ** 2).sum()) / len(places)
