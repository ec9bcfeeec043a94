"""Red seals by colour and shape: round and oval ones, faded or under black words; no letterheads, rules or logos."""

import io
import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.draft import Box
from pipeline.reading.paged.pages import PageContent
from schemas.document import Picture

_WORKING_SCALE = 1.5  # pixels a point that seals are looked for at
_REDDER = 26  # by how much red exceeds green and blue, of 255, in a faded stamp on paper
_SIDES = (45.0, 190.0)  # points: 1.6 cm to 6.7 cm; the characters of a letterhead are smaller
_LONGEST = 1.75  # longer axis to shorter of an oval seal (45 x 30 mm)
_SECTORS = 48
_RING = 0.13  # share of the radius that the ring may stand off its ellipse
_SEEN = 0.62  # share of the sectors that the ring is seen in: stamps fade, words lie over them
_MOST_RED = 0.62  # share of red inside the ring; a filled disc is a logo
_LEAST_INSIDE = 0.015  # share of red inside: an empty ring is a drawing
_RULE = 60.0  # points: a longer straight red line is a letterhead's rule
_THICKEST_RULE = 6.0  # points
_WORN = 0.75  # share of the sectors for a ring that is only guessed at among other red things
_FRINGE = 1.0  # points round red ink that are looked at with it
_BLACK, _RED = 0.25, 0.72  # of the paper's brightness in the red channel: black words, and what is red alone
_ROOM = 12.0  # points round a picture that are drawn with it
_OWN = 4.0  # times the seal's area: a larger picture is a picture of something with a seal on it
_REACHES = (0.7, 2.2, 4.5)  # points that the breaks of a faded ring are closed over
_LARGEST_PICTURE = 700  # pixels a side after shrinking
_PICTURE_SCALES = (6.0, 2.5, 1.2)  # pixels a point that a picture of unknown size is taken to have

Pixels = NDArray[np.uint8]
Mask = NDArray[np.bool_]


def find_seals(pixels: Pixels, scale: float) -> list[Box]:
    """The seals in an RGB picture (height, width, 3) with ``scale`` pixels a point: their boxes in points."""
    import cv2

    shrink = min(_WORKING_SCALE / scale, 1.0)
    small = cv2.resize(pixels, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA) if shrink < 1 else pixels
    unit = scale * shrink
    red = _without_rules(red_ink(np.asarray(small, np.uint8)), unit)
    if int(red.sum()) < 60:
        return []
    found: list[Box] = []
    for reach in _REACHES:
        for box in _candidates(red, reach * unit):
            _take(found, red, box, unit, _SEEN)
    for box in _circles(red, unit):
        _take(found, red, box, unit, _WORN)
    return sorted(found, key=lambda one: (one[1], one[0]))


def _take(found: list[Box], red: Mask, box: tuple[int, int, int, int], unit: float, seen: float) -> None:
    points = (box[0] / unit, box[1] / unit, box[2] / unit, box[3] / unit)
    sized = all(_SIDES[0] <= side <= _SIDES[1] for side in (points[2] - points[0], points[3] - points[1]))
    if sized and not any(_overlap(points, one) for one in found) and _is_seal(red, box, seen):
        found.append(points)


def red_ink(pixels: Pixels) -> Mask:
    """Where an RGB picture is red, as stamps are: dark red under black words counts too."""
    rgb = pixels.astype(np.int16)
    over = rgb[..., 0] - np.maximum(rgb[..., 1], rgb[..., 2])
    return np.asarray(over > _REDDER, np.bool_)


def without_red(pixels: Pixels, boxes: list[Box], scale: float) -> Pixels:
    """The picture with the red of these boxes (points) made paper; black words under it stay."""
    import cv2

    result = pixels.copy()
    reach = max(round(_FRINGE * scale), 1) * 2 + 1
    for x0, top, x1, bottom in boxes:
        part = result[_slice(top, bottom, scale), _slice(x0, x1, scale)]
        if not part.size:
            continue
        # JPEG keeps colour coarsely: round the red there is a grey fringe.
        near = cv2.dilate(red_ink(part).astype(np.uint8), np.ones((reach, reach), np.uint8)).astype(np.bool_)
        paper = np.percentile(part, 90, axis=(0, 1)).astype(np.float32)
        bright = part[..., 0].astype(np.float32) / max(float(paper[0]), 1.0)
        share = np.clip((bright - _BLACK) / (_RED - _BLACK), 0, 1)
        part[near] = (share[near][:, None] * paper).astype(np.uint8)
    return result


def mark_seals(page: Any, content: PageContent) -> None:
    """Looks for seals on a page of a PDF (pypdfium2's): a picture that is one is marked, others are not seals.

    A seal that is part of a larger picture becomes a picture of its own. Only where the pictures lie is the page drawn,
    which costs a tenth of drawing all of it.
    """
    parts = _parts([one.box for one in content.pictures if one.box is not None], page.get_size())
    seals = [seal for part in parts for seal in _drawn(page, part)]
    pictures = [replace(one, is_seal=one.box is not None and _take_own(one.box, seals)) for one in content.pictures]
    content.pictures = pictures + [Picture(content.number, box, is_seal=True) for box in seals]


def _drawn(page: Any, part: Box) -> list[Box]:
    width, height = page.get_size()
    x0, top, x1, bottom = part
    crop = (x0, height - bottom, width - x1, top)
    left, above = math.ceil(x0 * _WORKING_SCALE) / _WORKING_SCALE, math.ceil(top * _WORKING_SCALE) / _WORKING_SCALE
    bitmap = page.render(scale=_WORKING_SCALE, crop=crop, may_draw_forms=False, rev_byteorder=True)
    pixels = np.ascontiguousarray(bitmap.to_numpy()[..., :3])
    if pixels.ndim != 3 or not red_ink(pixels).any():
        return []
    return [(a + left, b + above, c + left, d + above) for a, b, c, d in find_seals(pixels, _WORKING_SCALE)]


def _parts(boxes: Sequence[Box], size: tuple[float, float]) -> list[Box]:
    """The parts of a page (points) that hold these boxes, with room round them; what lies close is one part."""
    parts: list[Box] = []
    for box in boxes:
        grown = (box[0] - _ROOM, box[1] - _ROOM, box[2] + _ROOM, box[3] + _ROOM)
        part = max(grown[0], 0.0), max(grown[1], 0.0), min(grown[2], size[0]), min(grown[3], size[1])
        if part[0] >= part[2] or part[1] >= part[3]:
            continue
        while near := [one for one in parts if _touch(one, part)]:
            parts = [one for one in parts if one not in near]
            near.append(part)
            part = _around(near)
        parts.append(part)
    return parts


def _touch(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _around(boxes: Sequence[Box]) -> Box:
    left, tops, right, bottoms = zip(*boxes, strict=True)
    return min(left), min(tops), max(right), max(bottoms)


def _take_own(box: Box, seals: list[Box]) -> bool:
    """Whether a picture is one of the seals, with little around it; that seal is taken out."""
    for seal in seals:
        inside = seal[0] > box[0] - 6 and seal[1] > box[1] - 6 and seal[2] < box[2] + 6 and seal[3] < box[3] + 6
        if inside and (box[2] - box[0]) * (box[3] - box[1]) < _OWN * (seal[2] - seal[0]) * (seal[3] - seal[1]):
            seals.remove(seal)
            return True
    return False


def is_seal_picture(data: bytes) -> bool | None:
    """Whether the bytes of a picture file show a seal; None where they are no picture that can be read.

    The picture may be of the seal alone or of a whole stamped page.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as picture:
            picture.thumbnail((_LARGEST_PICTURE, _LARGEST_PICTURE))
            shown = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    white = Image.new("RGBA", (shown.width + 16, shown.height + 16), "white")
    white.alpha_composite(shown, (8, 8))
    pixels = np.asarray(white.convert("RGB"))
    return any(find_seals(pixels, scale) for scale in _PICTURE_SCALES)


def _slice(first: float, last: float, scale: float) -> slice:
    return slice(max(round(first * scale) - 1, 0), max(round(last * scale) + 1, 0))


def _overlap(one: Box, other: Box) -> bool:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    if width <= 0 or height <= 0:
        return False
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)]
    return width * height > 0.3 * min(areas)


def _candidates(red: Mask, reach: float) -> list[tuple[int, int, int, int]]:
    """Boxes (pixels) of what hangs together in red when breaks of ``reach`` pixels are closed."""
    import cv2

    side = max(round(reach), 1) * 2 + 1
    closed = cv2.dilate(red.astype(np.uint8), cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(closed, connectivity=8)
    boxes = []
    for index in range(1, count):
        x, y, width, height, _ = (int(value) for value in stats[index])
        own = (labels[y : y + height, x : x + width] == index) & red[y : y + height, x : x + width]
        rows, columns = np.nonzero(own)
        if len(rows):
            boxes.append(
                (x + int(columns.min()), y + int(rows.min()), x + int(columns.max()) + 1, y + int(rows.max()) + 1)
            )
    return boxes


def _without_rules(red: Mask, unit: float) -> Mask:
    """Long straight red lines left out: they tie a seal to a letterhead."""
    import cv2

    mask = red.astype(np.uint8)
    long = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((1, round(_RULE * unit)), np.uint8))
    thick = cv2.morphologyEx(long, cv2.MORPH_OPEN, np.ones((round(_THICKEST_RULE * unit), 1), np.uint8))
    return np.asarray(cv2.subtract(mask, cv2.subtract(long, thick)), np.bool_)


def _circles(red: Mask, unit: float) -> list[tuple[int, int, int, int]]:
    """Boxes (pixels) of rings that touch other red things, another seal or a letterhead."""
    import cv2

    blurred = cv2.GaussianBlur(red.astype(np.uint8) * 255, (0, 0), max(0.5 * unit, 0.6))
    least, most = round(_SIDES[0] / 2 * unit), round(_SIDES[1] / 2 * unit)
    found = cv2.HoughCircles(blurred, cv2.HOUGH_GRADIENT, 1.5, 20 * unit, None, 120, 60, least, most)
    if found is None:
        return []
    rings = [(float(x), float(y), float(radius)) for x, y, radius in found[0][:40]]
    height, width = red.shape
    return [
        (round(x - r), round(y - r), round(x + r), round(y + r))
        for x, y, r in rings
        if x >= r and y >= r and x + r <= width and y + r <= height
    ]


def _is_seal(red: Mask, box: tuple[int, int, int, int], least_seen: float) -> bool:
    """Whether what is red in the box is a ring, round or oval, with something but not too much in it."""
    x0, y0, x1, y1 = box
    width, height = x1 - x0, y1 - y0
    if max(width, height) > _LONGEST * min(width, height):
        return False
    rows, columns = np.nonzero(red[y0:y1, x0:x1])
    x = (columns + 0.5 - width / 2) / (width / 2)
    y = (rows + 0.5 - height / 2) / (height / 2)
    radius = np.hypot(x, y)
    if (radius > 1 + _RING).mean() > 0.04:  # red in the corners: a frame, a picture
        return False
    sectors = ((np.arctan2(y, x) + np.pi) / (2 * np.pi) * _SECTORS).astype(int) % _SECTORS
    on_ring = np.abs(radius - 1) <= _RING
    seen = len(np.unique(sectors[on_ring])) / _SECTORS
    area = np.pi / 4 * width * height
    inside = radius < 1 - _RING
    share = float(inside.sum()) / (area * (1 - _RING) ** 2)
    return seen >= least_seen and _LEAST_INSIDE <= share <= _MOST_RED
