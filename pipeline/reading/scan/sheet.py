"""A photographed sheet of paper: its four corners, and the sheet cut out and squared."""

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.scan.pixels import Pixels, Points

_WORKING_SIDE = 700  # pixels
_SHARE = (0.3, 0.96)  # of the picture that the sheet covers
_FILLS = 0.95  # share of the quadrangle through its corners that the bright patch fills
_DARKER = 0.82  # of the sheet's brightness: what lies around it
_MOST_SHEARED = 25.0  # degrees that a corner may stand off a right angle


def squared(pixels: Pixels) -> tuple[Pixels, NDArray[np.float64]] | None:
    """The sheet alone, and the matrix that takes its pixels (x, y, 1) back to the picture; None where none is seen."""
    import cv2

    corners = _corners(pixels)
    if corners is None:
        return None
    width = round(float(max(_length(corners, 0, 1), _length(corners, 3, 2))))
    height = round(float(max(_length(corners, 0, 3), _length(corners, 1, 2))))
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    forth = cv2.getPerspectiveTransform(corners, target)
    sheet = cv2.warpPerspective(pixels, forth, (width, height), flags=cv2.INTER_CUBIC)
    return np.asarray(sheet, np.uint8), np.linalg.inv(np.asarray(forth, np.float64))


def _corners(pixels: Pixels) -> Points | None:
    """Top left, top right, bottom right, bottom left of a bright sheet on something darker."""
    import cv2

    shrink = min(_WORKING_SIDE / max(pixels.shape[:2]), 1.0)
    small = cv2.resize(pixels, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    shown = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
    grey: Pixels = np.asarray(cv2.morphologyEx(shown, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8)), np.uint8)
    _, bright = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    bright = cv2.morphologyEx(bright, cv2.MORPH_OPEN, np.ones((9, 9), np.uint8))
    contours, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return None
    patch = np.asarray(max(contours, key=cv2.contourArea), np.int32)
    hull = cv2.convexHull(patch)
    corners = cv2.approxPolyDP(hull, 0.03 * cv2.arcLength(hull, True), True).reshape(-1, 2).astype(np.float32)
    if len(corners) != 4 or not _is_sheet(grey, patch, corners):
        return None
    middle = corners.mean(axis=0)
    around = np.argsort(np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0]))
    return np.asarray(corners[around] / shrink, np.float32)


def _is_sheet(grey: Pixels, patch: NDArray[np.int32], corners: Points) -> bool:
    import cv2

    area = float(cv2.contourArea(corners))
    share = area / grey.size
    if not _SHARE[0] <= share <= _SHARE[1] or cv2.contourArea(patch) < _FILLS * area:
        return False
    inside = np.zeros_like(grey)
    cv2.fillConvexPoly(inside, corners.astype(np.int32), 255)
    rim = cv2.subtract(cv2.dilate(inside, np.ones((41, 41), np.uint8)), cv2.dilate(inside, np.ones((7, 7), np.uint8)))
    if not rim.any() or np.median(grey[rim > 0]) > _DARKER * np.median(grey[inside > 0]):
        return False
    return all(abs(_angle(corners, i) - 90) <= _MOST_SHEARED for i in range(4))


def _length(corners: Points, first: int, last: int) -> float:
    return float(np.hypot(*(corners[first] - corners[last])))


def _angle(corners: Points, index: int) -> float:
    here = corners[index]
    one, other = corners[index - 1] - here, corners[(index + 1) % 4] - here
    cosine = float(one @ other) / max(float(np.hypot(*one) * np.hypot(*other)), 1e-6)
    return float(np.degrees(np.arccos(np.clip(cosine, -1, 1))))
