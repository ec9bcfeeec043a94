"""Pictures as arrays: grey levels made even, and ink told from paper."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Pixels: TypeAlias = NDArray[np.uint8]
"""(height, width, 3) RGB, or (height, width) grey or a mask of 0 and 255."""
Points: TypeAlias = NDArray[np.float32]
"""(n, 2): x and y in pixels."""

_BACKGROUND = 24  # pixels a background's cell has on a side: wider than a stroke, narrower than a shadow
INK = 0.70
"""What is darker than this share of the paper around it is ink."""


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


def ink_of(level: Pixels, share: float = INK) -> Pixels:
    """A mask (0 or 255) of what is darker than ``share`` of the paper in an ``evened`` picture."""
    return np.asarray((level < 255 * share), np.uint8) * np.uint8(255)
