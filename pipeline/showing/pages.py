"""Every page as a PNG, with what was read in it boxed in colours."""

import contextlib
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.reading.filetypes import FileType
from pipeline.reading.pdf.stand_in import drawn_by_real_fonts
from pipeline.showing.shapes import Box, Shape, ShapeKind, shapes_of
from pipeline.showing.turning import upright
from schemas.document import Document, Page
from schemas.errors import Reason, UnreadableFile, UsageError

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

_PIXELS_A_POINT = 2.0  # 144 dpi
_LONGEST_SIDE = 4000  # pixels
_LONGEST_NAME = 80
_LEGEND_HEIGHT, _LEGEND_LETTERS = 22, 13


@dataclass(frozen=True, slots=True)
class Style:
    """``colour`` RGB; ``width`` of the outline in pixels; ``filled`` how strongly from 0 to 255; ``dash`` in pixels."""

    colour: tuple[int, int, int]
    width: int = 1
    filled: int = 0
    dash: int = 0


STYLES: dict[ShapeKind, Style] = {
    ShapeKind.LINE: Style((60, 120, 230)),
    ShapeKind.MARGIN: Style((140, 140, 140), 2),
    ShapeKind.HIDDEN: Style((220, 0, 200), 2, dash=8),
    ShapeKind.TABLE: Style((0, 130, 50), 3),
    ShapeKind.CELL: Style((40, 180, 90), 2),
    ShapeKind.HEADING: Style((130, 40, 200), 3),
    ShapeKind.SEAL: Style((220, 20, 20), 4),
    ShapeKind.TICKED: Style((255, 130, 0), 3, filled=110),
    ShapeKind.EMPTY: Style((255, 190, 110), 2),
    ShapeKind.SIGNED: Style((150, 75, 0), 3, filled=60),
    ShapeKind.UNSIGNED: Style((205, 160, 110), 2),
}


def draw_pages(data: bytes, document: Document, name: str, out: Path) -> Iterator[Path]:
    """Write ``NAME-p001.png`` and so on into ``out``, which is made; the paths as they are written.

    ``data`` are the file's bytes, ``name`` its name. A format without pages has no pictures.
    Raises UsageError where the folder cannot be written to, UnreadableFile for a picture too large to draw.
    """
    shapes = shapes_of(document)
    stem = safe_stem(name)
    for page, picture in _pictures(data, document):
        found = shapes.get(page.number, ())
        drawn = _drawn(upright(picture, page, found), page, found)
        target = out / f"{stem}-p{page.number:03d}.png"
        try:
            out.mkdir(parents=True, exist_ok=True)
            drawn.save(target, "PNG")
        except OSError as error:
            where = error.filename or out
            raise UsageError(f"{where} cannot be written ({error.strerror}); name another folder.") from error
        yield target


def safe_stem(name: str) -> str:
    """A file's name as the beginning of another's: no path, no control, no dot in front, not too long."""
    last = re.split(r"[/\\]", name)[-1]
    stem = last.rpartition(".")[0] or last
    return re.sub(r"[^\w.\-]+", "_", stem).strip("._")[:_LONGEST_NAME] or "file"


def _pictures(data: bytes, document: Document) -> Iterator[tuple[Page, "Image"]]:
    """Each page and its picture: a PDF is drawn, a picture is its own; of other formats the paper, without ink."""
    media_type = document.source.media_type
    if media_type == FileType.PDF:
        yield from _pdf_pictures(data, document)
    elif media_type.startswith("image/"):
        yield from _frames(data, document)
    else:
        from PIL import Image

        for page in document.pages:
            scale = _scale(page.width, page.height)
            yield page, Image.new("RGB", (round(page.width * scale), round(page.height * scale)), "white")


def _pdf_pictures(data: bytes, document: Document) -> Iterator[tuple[Page, "Image"]]:
    import pypdfium2

    known = {page.number: page for page in document.pages}
    with drawn_by_real_fonts(), contextlib.closing(pypdfium2.PdfDocument(data)) as pdf:
        for index in range(len(pdf)):
            sheet = pdf[index]
            width, height = sheet.get_size()
            picture = sheet.render(scale=_scale(width, height)).to_pil().convert("RGB")
            sheet.close()
            yield known.get(index + 1) or Page(index + 1, width, height, document.source.parser), picture


def _frames(data: bytes, document: Document) -> Iterator[tuple[Page, "Image"]]:
    from PIL import Image, ImageOps, ImageSequence

    try:
        with Image.open(io.BytesIO(data)) as picture:
            for page, frame in zip(document.pages, ImageSequence.Iterator(picture), strict=False):
                shown = ImageOps.exif_transpose(frame).convert("RGB")
                shown.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
                yield page, shown
    except Image.DecompressionBombError as error:
        raise UnreadableFile(
            document.source.path, Reason.TOO_LARGE, "The picture has too many pixels to be drawn.", "Scan it smaller."
        ) from error


def _scale(width: float, height: float) -> float:
    return min(_PIXELS_A_POINT, _LONGEST_SIDE / max(width, height, 1))


def _drawn(picture: "Image", page: Page, shapes: Sequence[Shape]) -> "Image":
    from PIL import ImageDraw

    across, down = picture.width / page.width, picture.height / page.height
    canvas = ImageDraw.Draw(picture, "RGBA")
    for shape in shapes:
        x0, top, x1, bottom = shape.box
        _rectangle(canvas, (x0 * across, top * down, x1 * across, bottom * down), STYLES[shape.kind])
    _legend(canvas, picture.size, page, {shape.kind for shape in shapes})
    return picture


def _rectangle(canvas: "ImageDraw", box: Box, style: Style) -> None:
    x0, x1 = sorted((box[0], box[2]))
    top, bottom = sorted((box[1], box[3]))
    fill = (*style.colour, style.filled) if style.filled else None
    if not style.dash:
        canvas.rectangle((x0, top, x1, bottom), fill=fill, outline=style.colour, width=style.width)
        return
    for start, end in (((x0, top), (x1, top)), ((x0, bottom), (x1, bottom))):
        _dashes(canvas, start, end, style)
    for start, end in (((x0, top), (x0, bottom)), ((x1, top), (x1, bottom))):
        _dashes(canvas, start, end, style)


def _dashes(canvas: "ImageDraw", start: tuple[float, float], end: tuple[float, float], style: Style) -> None:
    length = max(abs(end[0] - start[0]), abs(end[1] - start[1]), 1.0)
    step = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    at = 0.0
    while at < length:
        to = min(at + style.dash, length)
        points = (start[0] + step[0] * at, start[1] + step[1] * at, start[0] + step[0] * to, start[1] + step[1] * to)
        canvas.line(points, fill=style.colour, width=style.width)
        at += 2 * style.dash


def _legend(canvas: "ImageDraw", size: tuple[int, int], page: Page, kinds: set[ShapeKind]) -> None:
    """A strip at the page's foot: who read the page, and what the colours on it mean."""
    from PIL import ImageFont

    font = ImageFont.load_default(_LEGEND_LETTERS)
    top = size[1] - _LEGEND_HEIGHT
    canvas.rectangle((0, top, size[0], size[1]), fill=(255, 255, 255, 215))
    sure = "" if page.confidence is None else f" {page.confidence:.2f}"
    at = 6.0
    words = f"p. {page.number}  {page.reader.encode('ascii', 'replace').decode()}{sure}"
    canvas.text((at, top + 3), words, fill=(0, 0, 0), font=font)
    at += canvas.textlength(words, font) + 16
    for kind in ShapeKind:
        if kind in kinds:
            _rectangle(canvas, (at, top + 5, at + 18, top + _LEGEND_HEIGHT - 5), STYLES[kind])
            canvas.text((at + 23, top + 3), kind.value, fill=(0, 0, 0), font=font)
            at += 23 + canvas.textlength(kind.value, font) + 14
