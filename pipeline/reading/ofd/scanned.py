"""Pages of an OFD that are pictures: the picture set on its page, and given to the recognition of text."""

import io
from dataclasses import replace
from typing import Any

from pipeline.reading.draft import Box
from pipeline.reading.ofd.pages import Drawn
from pipeline.reading.paged.pages import PageContent

_SCALE = 200 / 72  # pixels a point at most: what recognition is best at


def recognised(drawn: Drawn, data: bytes, most: int) -> PageContent | None:
    """The page with what its picture says; None where it cannot be opened, or has more than ``most`` pixels."""
    from pipeline.reading.scan.page import recognise

    content = drawn.content
    if drawn.scan is None:
        return None
    pasted = _pasted(data, drawn.scan.box, (content.width, content.height), most)
    if pasted is None:
        return None
    pixels, scale = pasted
    read: PageContent = recognise(pixels, content.number, scale)
    return replace(read, pictures=[*content.pictures, *read.pictures], hidden=[*content.hidden, *read.hidden])


def _pasted(data: bytes, box: Box, size: tuple[float, float], most: int) -> tuple[Any, float] | None:
    """The page as RGB pixels (height, width, 3), white but for the picture at ``box``, and pixels a point."""
    import numpy as np
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > most:
                return None
            scale = min(_SCALE, picture.width / max(box[2] - box[0], 1.0), (most / max(size[0] * size[1], 1.0)) ** 0.5)
            place = [round(side * scale) for side in box]
            shown = picture.convert("RGBA").resize((max(place[2] - place[0], 1), max(place[3] - place[1], 1)))
            page = Image.new("RGB", (max(round(size[0] * scale), 1), max(round(size[1] * scale), 1)), "white")
            page.paste(shown, (place[0], place[1]), shown)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):  # PNG: SyntaxError
        return None
    return np.asarray(page), scale
