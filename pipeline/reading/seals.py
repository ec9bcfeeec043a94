"""Round red seals among a document's pictures, by colour and shape."""

import io
from typing import Any

from pipeline.reading.draft import Box

_SCALE = 1.5  # pixels a point when a page is drawn
_RED_OVER_OTHERS = 50  # by how much red exceeds green and blue, of 255
_SQUARE = 1.3  # longer side to shorter side of what is red
_LEAST_SIDE = 30  # pixels; smaller red marks are bullets and icons
_SECTORS = 36
_RING = 0.78  # share of the radius beyond which the ring lies
_RING_SECTORS = 0.75  # share of the sectors that the ring is seen in (stamps fade)
_MOST_RED = 0.75  # a filled red disc or square is a logo
_LARGEST_PICTURE = 400  # pixels a side after shrinking


def is_round_seal(pixels: Any) -> bool:
    """Whether an RGB array (height, width, 3) shows a red ring with something in it."""
    import numpy as np

    rgb = np.asarray(pixels)[..., :3].astype(np.int16)
    red = (rgb[..., 0] - rgb[..., 1] > _RED_OVER_OTHERS) & (rgb[..., 0] - rgb[..., 2] > _RED_OVER_OTHERS)
    rows, columns = np.nonzero(red)
    if len(rows) < _LEAST_SIDE:
        return False
    height, width = np.ptp(rows) + 1, np.ptp(columns) + 1
    if min(height, width) < _LEAST_SIDE or max(height, width) > _SQUARE * min(height, width):
        return False
    if len(rows) > _MOST_RED * height * width:
        return False
    y = (rows - (rows.min() + rows.max()) / 2) / (height / 2)
    x = (columns - (columns.min() + columns.max()) / 2) / (width / 2)
    radius = np.hypot(x, y)
    if radius.max() > 1.25:  # red in the corners: a frame, a picture
        return False
    sectors = ((np.arctan2(y, x) + np.pi) / (2 * np.pi) * _SECTORS).astype(int) % _SECTORS
    return len(set(sectors[radius > _RING].tolist())) >= _RING_SECTORS * _SECTORS


def seals_on_page(document: Any, index: int, boxes: list[Box]) -> list[bool]:
    """Whether a round seal shows in each box (points from the page's top left) of a page drawn by pdfium.

    ``document`` is a ``pypdfium2.PdfDocument``, ``index`` the page from 0.
    """
    page = document[index]
    try:
        pixels = page.render(scale=_SCALE, may_draw_forms=False).to_numpy()[..., 2::-1]  # pdfium gives BGR
    finally:
        page.close()
    found = []
    for x0, top, x1, bottom in boxes:
        part = pixels[
            max(int(top * _SCALE), 0) : max(int(bottom * _SCALE), 0),
            max(int(x0 * _SCALE), 0) : max(int(x1 * _SCALE), 0),
        ]
        found.append(bool(part.size) and is_round_seal(part))
    return found


def is_seal_picture(data: bytes) -> bool | None:
    """Whether the bytes of a picture file show a round seal; None where they are no picture that can be read."""
    import numpy as np
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as picture:
            picture.thumbnail((_LARGEST_PICTURE, _LARGEST_PICTURE))
            shown = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    white = Image.new("RGBA", shown.size, "white")
    return is_round_seal(np.asarray(Image.alpha_composite(white, shown).convert("RGB")))
