"""Picture files (PNG, JPEG, TIFF, BMP, GIF, WEBP): each picture a page, recognised."""

import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from pipeline.reading.draft import Draft
from pipeline.reading.paged.pages import PageContent, write_pages
from pipeline.reading.payload import Payload
from pipeline.reading.progress import page_read
from pipeline.reading.scan.pixels import Pixels
from schemas.document import Document
from schemas.errors import Reason

if TYPE_CHECKING:
    from PIL import Image

PARSER = "rapidocr"
_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP")
_PAGED = ("TIFF",)  # in the others what follows the first picture is an animation or a preview
_LONGEST_SIDE = 3600  # pixels that a page is read in
_A4 = 842.0  # points of the longer side where the file does not say how large the paper is
_RESOLUTIONS = (100.0, 1300.0)  # dots an inch that a scanner sets; 72 and 96 are what a program writes that knows none
_LEAST_SIDE = 24  # pixels


def read_picture(payload: Payload) -> Document:
    """Read a picture file; raises UnreadableFile where it is damaged, too large, or shows no words."""
    from pipeline.reading.scan.page import recognise

    if not payload.options.recognise:
        raise payload.failure(
            Reason.UNSUPPORTED,
            "The file is a picture, and recognition is switched off.",
            "Switch recognition on, or hand in the document as DOCX or as PDF with selectable text.",
        )
    pages: list[PageContent] = []
    for pixels, scale in _pictures(payload):
        pages.append(recognise(pixels, len(pages) + 1, scale))
        page_read()
    if not any(page.words.strip() for page in pages):
        raise payload.empty("no words were recognised in the picture")
    draft = Draft(payload)
    write_pages(draft, pages)
    return draft.document(PARSER, pages=len(pages), hard_wrapped=True)


def _pictures(payload: Payload) -> Iterator[tuple[Pixels, float]]:
    """The pictures as RGB arrays with their pixels a point."""
    from PIL import Image, ImageSequence, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of sizes, which are bounded here, and of odd but harmless metadata
            with Image.open(io.BytesIO(payload.data), formats=_FORMATS) as picture:
                paged = picture.format in _PAGED
                for number, frame in enumerate(ImageSequence.Iterator(picture)):
                    if number >= payload.limits.pages:
                        raise payload.too_large(f"more than {payload.limits.pages} pictures")
                    _check(payload, frame)
                    yield _flat(frame)
                    if not paged:
                        return
    except Image.DecompressionBombError as error:
        raise payload.too_large(f"more than {payload.limits.pixels} pixels") from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, KeyError, TypeError) as error:
        # What Pillow raises for pictures that break off or contradict themselves.
        raise payload.damaged("the picture cannot be decoded") from error


def _check(payload: Payload, frame: "Image.Image") -> None:
    if frame.width * frame.height > payload.limits.pixels:
        raise payload.too_large(f"{frame.width} x {frame.height} pixels, at most {payload.limits.pixels}")
    if min(frame.size) < _LEAST_SIDE:
        raise payload.empty(f"a picture of {frame.width} x {frame.height} pixels shows no words")


def _flat(frame: "Image.Image") -> tuple[Pixels, float]:
    """One picture upright, on white, no larger than it is read in; its pixels a point."""
    from PIL import Image, ImageOps

    resolution = frame.info.get("dpi", (0, 0))[0]
    width = frame.width
    if frame.format == "JPEG":
        frame.draft("RGB", (_LONGEST_SIDE, _LONGEST_SIDE))
    shown = ImageOps.exif_transpose(frame)
    if shown.mode.startswith("I;16"):
        shown = shown.point(lambda value: value / 256).convert("L")
    if shown.mode in ("LA", "PA", "RGBA", "RGBa") or "transparency" in shown.info:
        clear = shown.convert("RGBA")
        shown = Image.new("RGB", clear.size, "white")
        shown.paste(clear, mask=clear.getchannel("A"))
    shown = shown.convert("RGB")
    shown.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    pixels = np.asarray(shown, np.uint8)
    shrunk = max(pixels.shape[:2]) / max(width, frame.height)
    return pixels, _scale(float(resolution), shrunk, max(pixels.shape[:2]))


def _scale(resolution: float, shrunk: float, longest: int) -> float:
    if _RESOLUTIONS[0] <= resolution <= _RESOLUTIONS[1]:
        return resolution * shrunk / 72
    return longest / _A4
