"""Pages of an OFD that are pictures: the picture set on its page, and given to the recognition of text."""

import io
from typing import Any

from pipeline.reading.draft import Box
from pipeline.reading.ofd.pages import Drawn
from pipeline.reading.paged.lacking import with_recognised
from pipeline.reading.paged.pages import PageContent

_SCALE = 200 / 72  # pixels a point at most: what recognition is best at


def recognised(drawn: Drawn, data: bytes, most: int) -> PageContent | None:
    """The page with what its picture says; None where it says nothing, cannot be opened, or is beyond ``most`` pixels.

    The lines that the page has besides are kept.
    """
    from pipeline.reading.scan.page import recognise

    content = drawn.content
    if drawn.scan is None or drawn.lack is None:
        return None
    pasted = _pasted(data, drawn.scan.box, (content.width, content.height), most)
    if pasted is None:
        return None
    pixels, scale = pasted
    return with_recognised(content, recognise(pixels, content.number, scale), drawn.lack)


def _pasted(data: bytes, box: Box, size: tuple[float, float], most: int) -> tuple[Any, float] | None:
    """The page as RGB pixels (height, width, 3), white but for the picture at ``box``, and pixels a point.

    What of the picture lies beyond the page is left out.
    """
    import numpy as np
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > most:
                return None
            across, down = picture.width / max(box[2] - box[0], 1.0), picture.height / max(box[3] - box[1], 1.0)
            scale = min(_SCALE, across, (most / max(size[0] * size[1], 1.0)) ** 0.5)
            on_page = max(box[0], 0.0), max(box[1], 0.0), min(box[2], size[0]), min(box[3], size[1])
            place = [round(side * scale) for side in on_page]
            part = (
                (on_page[0] - box[0]) * across,
                (on_page[1] - box[1]) * down,
                min((on_page[2] - box[0]) * across, picture.width),
                min((on_page[3] - box[1]) * down, picture.height),
            )
            sides = max(place[2] - place[0], 1), max(place[3] - place[1], 1)
            shown = picture.convert("RGBA").resize(sides, box=part)
            page = Image.new("RGB", (max(round(size[0] * scale), 1), max(round(size[1] * scale), 1)), "white")
            page.paste(shown, (place[0], place[1]), shown)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):  # PNG: SyntaxError
        return None
    return np.asarray(page), scale
