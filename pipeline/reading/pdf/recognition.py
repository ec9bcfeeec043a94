"""Pages of a PDF whose text layer will not do: drawn, and read by recognition."""

from typing import Any

from pipeline.reading.paged.lacking import Lack, with_recognised
from pipeline.reading.paged.pages import PageContent
from pipeline.reading.payload import Payload
from pipeline.reading.pdf.file import opened
from pipeline.reading.pdf.stand_in import drawn_by_real_fonts

_RESOLUTION = 200  # dots an inch
_MOST_PIXELS = 30_000_000  # of a drawn page: A3 at 300 dots an inch, twice
_BLANK = 0.0007  # share of ink on a page: a line of twenty characters has more


def recognised(payload: Payload, content: PageContent, lack: Lack) -> PageContent | None:
    """The page drawn and read anew, the lines of its text layer kept unless they are garbled; None if nothing is read.

    A page that bears no more than specks, or its number, is read: it is blank.
    """
    from pipeline.reading.scan.page import recognise
    from pipeline.reading.scan.pixels import evened, ink_of

    with drawn_by_real_fonts(), opened(payload) as document:
        pixels, scale = drawn(document[content.number - 1])
    found = recognise(pixels, content.number, scale)
    if lack is Lack.PICTURE and not found.words.strip() and float(ink_of(evened(pixels)).mean()) / 255 < _BLANK:
        return found
    return with_recognised(content, found, lack)


def drawn(page: Any) -> tuple[Any, float]:
    """A ``pypdfium2`` page as RGB pixels (height, width, 3), and how many pixels a point has."""
    import numpy as np

    width, height = page.get_size()
    scale = min(_RESOLUTION / 72, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale, rev_byteorder=True)
    try:
        return np.ascontiguousarray(bitmap.to_numpy()[..., :3]), scale
    finally:
        bitmap.close()
