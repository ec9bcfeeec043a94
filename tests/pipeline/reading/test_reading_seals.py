"""Round red seals among pictures."""

import io
import math
from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw
from reading_files import pdf, read_as
from scan_pages import RED, SCALE, Sheet, font, scanned

from pipeline.reading.seals import find_seals, is_seal_picture

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


def round_one(sheet: Sheet) -> None:
    sheet.seal(200, 200)


def oval(sheet: Sheet) -> None:
    sheet.seal(200, 200, 128, 85)


def pale(sheet: Sheet) -> None:
    sheet.seal(200, 200, fill=(244, 186, 182))


def under_words(sheet: Sheet) -> None:
    for index in range(6):
        sheet.text(100, 150 + 20 * index, "承诺单位（盖章）：北辰海川仪器有限公司")
    sheet.seal(200, 200)


def on_a_rule(sheet: Sheet) -> None:
    sheet.rule(40, 170, 560, 170, fill=RED, width=4)
    sheet.seal(200, 200)


def two(sheet: Sheet) -> None:
    sheet.seal(200, 200)
    sheet.seal(420, 300, 128, 85)


def overlapping(sheet: Sheet) -> None:
    sheet.seal(200, 200)
    sheet.seal(285, 230)


def letterhead(sheet: Sheet) -> None:
    sheet.text(110, 80, "海川市工业和信息化局文件", 30, fill=RED)
    sheet.rule(60, 140, 540, 140, fill=RED, width=6)


def logo(sheet: Sheet) -> None:
    sheet.draw.ellipse(sheet.px(100, 100, 180, 180), fill=RED)
    sheet.text(118, 116, "海川", 20, fill="white")


def framed(sheet: Sheet) -> None:
    sheet.draw.rectangle(sheet.px(100, 100, 180, 180), outline=RED, width=8)
    sheet.text(115, 120, "特急", 22, fill=RED)


def flag(sheet: Sheet) -> None:
    sheet.draw.rectangle(sheet.px(100, 100, 220, 180), fill=(222, 41, 16))
    sheet.draw.regular_polygon((*sheet.px(125, 125), 24), 5, fill=(255, 222, 0))


def photograph(sheet: Sheet) -> None:
    for index in range(40):
        x, y = 60 + 37 * index % 400, 60 + 53 * index % 500
        colour = (150 + 19 * index % 100, 40 + 31 * index % 120, 30 + 23 * index % 90)
        sheet.draw.ellipse(sheet.px(x, y, x + 60, y + 45), fill=colour)


def chart(sheet: Sheet) -> None:
    sheet.draw.ellipse(sheet.px(100, 100, 200, 200), outline=RED, width=4)


# (what is on the page, middles of its seals in points)
PAGES: list[tuple[Callable[[Sheet], None], list[tuple[float, float]]]] = [
    (round_one, [(200, 200)]),
    (oval, [(200, 200)]),
    (pale, [(200, 200)]),
    (under_words, [(200, 200)]),
    (on_a_rule, [(200, 200)]),
    (two, [(200, 200), (420, 300)]),
    (overlapping, [(200, 200), (285, 230)]),
    (letterhead, []),
    (logo, []),
    (framed, []),
    (flag, []),
    (photograph, []),
    (chart, []),
    (lambda sheet: None, []),
]


@pytest.mark.parametrize(("draw", "middles"), PAGES, ids=[case[0].__name__ for case in PAGES])
@pytest.mark.parametrize("angle", [0.0, 1.5])
def test_seals_on_pages(draw: Callable[[Sheet], None], middles: list[tuple[float, float]], angle: float) -> None:
    font(12)
    sheet = Sheet()
    draw(sheet)
    found = find_seals(scanned(sheet.image, angle=angle, noise=6, paper=225), SCALE)
    assert len(found) == len(middles)
    turn = math.radians(-angle)
    for box, (x, y) in zip(found, middles, strict=True):
        there = (
            298 + (x - 298) * math.cos(turn) - (y - 421) * math.sin(turn),
            421 + (x - 298) * math.sin(turn) + (y - 421) * math.cos(turn),
        )
        assert ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) == pytest.approx(there, abs=6)


def test_a_stamped_page_as_a_picture() -> None:
    sheet = Sheet()
    under_words(sheet)
    assert is_seal_picture(png(sheet.image)) is True
    plain = Sheet()
    letterhead(plain)
    assert is_seal_picture(png(plain.image)) is False
