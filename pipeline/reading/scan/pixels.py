"""Pictures as arrays: grey levels made even, and ink told from paper."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Pixels: TypeAlias = NDArray[np.uint8]
"""(height, width, 3) RGB, or (height, width) grey or a mask of 0 and 255."""
Points: TypeAlias = NDArray[np.float32]
"""(n, 2): x and y in pixels."""

_BACKGROUND = 24  # pixels a background's cell has on a side: wider than a stroke, narrower than a shadow
_INK = (0.70, 0.84)  # of the paper's brightness: what is darker is ink, on a usual page and on the faintest
_SPECK = 0.8  # points a side
_GREY = 0.8  # what is darker is ink or the edge of ink


def evened(pixels: Pixels) -> Pixels:
    """Grey levels with the paper at 255 everywhere: shadows and grey paper are gone."""
    import cv2

    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    height, width = grey.shape
    small = cv2.resize(grey, (max(width // 6, 1), max(height // 6, 1)), interpolation=cv2.INTER_AREA)
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (_BACKGROUND // 4 * 2 + 1,) * 2)
    paper = cv2.medianBlur(cv2.morphologyEx(small, cv2.MORPH_CLOSE, kernel), 5)
    paper = cv2.resize(cv2.GaussianBlur(paper, (0, 0), 3), (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(grey, np.maximum(paper, 1), scale=255), np.uint8)


def ink_of(level: Pixels, share: float | None = None) -> Pixels:
    """A mask (0 or 255) of what is darker than ``share`` of the paper in an ``evened`` picture.

    Without ``share`` it is half way between the paper and the usual ink of the page.
    """
    if share is None:
        dark = level[level < 255 * _GREY][::7]
        usual = float(np.median(dark)) / 255 if dark.size else 0.0
        share = min(max((1 + usual) / 2, _INK[0]), _INK[1])
    return np.asarray((level < 255 * share), np.uint8) * np.uint8(255)


def without_specks(ink: Pixels, scale: float) -> Pixels:
    """The mask without what is too small for a dot of print; ``scale`` pixels a point."""
    import cv2

    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    kept = np.zeros(count, np.uint8)
    kept[1:][stats[1:, cv2.CC_STAT_AREA] >= (_SPECK * scale) ** 2] = 255
    return np.asarray(kept[labels], np.uint8)
