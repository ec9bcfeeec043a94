"""Round red seals among pictures."""

import io
from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw
from reading_files import pdf, read_as

from pipeline.reading.seals import is_seal_picture

Drawing = Callable[[ImageDraw.ImageDraw], None]


def seal(draw: ImageDraw.ImageDraw) -> None:
    draw.ellipse((10, 10, 190, 190), outline=(220, 30, 30), width=7)
    draw.regular_polygon((100, 100, 30), 5, fill=(220, 30, 30))


def faded(draw: ImageDraw.ImageDraw) -> None:
    draw.arc((10, 10, 190, 190), 20, 330, fill=(230, 110, 110), width=6)
    draw.regular_polygon((100, 100, 30), 5, fill=(230, 110, 110))


# (what is drawn, whether it is a seal)
DRAWINGS: list[tuple[Drawing, bool]] = [
    (seal, True),
    (faded, True),
    (lambda draw: draw.ellipse((10, 10, 190, 190), outline=(20, 20, 20), width=7), False),  # a copied seal is black
    (lambda draw: draw.ellipse((10, 10, 190, 190), fill=(220, 30, 30)), False),
    (lambda draw: draw.rectangle((10, 10, 190, 190), outline=(220, 30, 30), width=7), False),
    (lambda draw: draw.rectangle((5, 90, 195, 100), fill=(220, 30, 30)), False),
    (lambda draw: draw.text((20, 90), "red words", fill=(220, 30, 30)), False),
    (lambda draw: None, False),
]


def picture(drawing: Drawing, mode: str = "RGB") -> Image.Image:
    image = Image.new(mode, (200, 200), "white" if mode == "RGB" else (0, 0, 0, 0))
    drawing(ImageDraw.Draw(image))
    return image


def png(image: Image.Image) -> bytes:
    target = io.BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


@pytest.mark.parametrize(("drawing", "expected"), DRAWINGS)
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_drawings(drawing: Drawing, expected: bool, mode: str) -> None:
    assert is_seal_picture(png(picture(drawing, mode))) is expected


def test_no_picture() -> None:
    assert is_seal_picture(b"no picture") is None


def test_seals_of_a_pdf() -> None:
    from reportlab.lib.utils import ImageReader

    def draw(canvas, page: int) -> None:
        canvas.drawString(60, 700, "揭榜单位：甲公司（加盖单位公章）")
        canvas.drawImage(ImageReader(picture(seal, "RGBA")), 200, 650, 100, 100, mask="auto")
        canvas.drawImage(ImageReader(picture(lambda draw: None)), 350, 650, 100, 100)

    document = read_as(pdf(draw), "a.pdf")
    assert [one.is_seal for one in document.pictures] == [True, False]
    assert all(one.page == 1 for one in document.pictures)


def test_seals_of_a_word_file() -> None:
    from docx import Document
    from docx.shared import Cm

    made = Document()
    made.add_paragraph("单位盖章：").add_run().add_picture(io.BytesIO(png(picture(seal))), width=Cm(4))
    target = io.BytesIO()
    made.save(target)
    assert [one.is_seal for one in read_as(target.getvalue(), "a.docx").pictures] == [True]
