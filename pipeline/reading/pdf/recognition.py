"""Pages of a PDF whose text layer will not do: drawn, and read by recognition."""

from typing import Any

from pipeline.reading.paged.lacking import Lack, with_recognised
from pipeline.reading.paged.pages import PageContent

_RESOLUTION = 200  # dots an inch
_MOST_PIXELS = 30_000_000  # of a drawn page: A3 at 300 dots an inch, twice


def recognised(page: Any, content: PageContent, lack: Lack) -> PageContent | None:
    """The page drawn and read anew, the lines of its text layer kept unless they are garbled; None if nothing is read.

    ``page`` is a ``pypdfium2`` page.
    """
    from pipeline.reading.scan.page import recognise

    pixels, scale = drawn(page)
    return with_recognised(content, recognise(pixels, content.number, scale), lack)


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
