"""Picture files as documents: frames, turning by EXIF, transparency, bounds, and what is wrong with them."""

import io

import numpy as np
import pytest
from PIL import Image
from reading_files import check_offsets
from scan_pages import SMALL, drawn, encoded, note

from pipeline.reading import Limits, ReadingOptions
from pipeline.reading.filetypes import FileType, sniff
from pipeline.reading.loading import read_bytes
from schemas.errors import Reason, UnreadableFile

WORDS = "本次采购声学探头十二套"


def slip() -> Image.Image:
    return drawn(note, SMALL).image


def turned_jpeg() -> bytes:
    """Stored lying on its side; the EXIF tag says how to hold it."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return encoded(slip().rotate(90, expand=True), "JPEG", exif=exif)


def clear_png() -> bytes:
    """Black words on nothing."""
    picture = slip().convert("RGBA")
    picture.putalpha(Image.eval(slip().convert("L"), lambda value: 255 - value))
    return encoded(picture, "PNG")


def deep_tiff() -> bytes:
    """16 bits a pixel."""
    return encoded(Image.fromarray(np.asarray(slip().convert("L")).astype(np.uint16) * 257), "TIFF")


# (name, bytes)
READ = [
    ("turned.jpg", turned_jpeg),
    ("clear.png", clear_png),
    ("deep.tif", deep_tiff),
]


@pytest.mark.parametrize(("name", "made"), READ, ids=[case[0] for case in READ])
def test_pictures_are_read(name: str, made: object) -> None:
    document = read_bytes(made(), name)  # type: ignore[operator]
    assert WORDS in document.text
    assert document.source.pages == 1
    assert document.source.media_type.startswith("image/")
    check_offsets(document)


def test_every_picture_of_a_tiff_is_a_page() -> None:
    second = Image.new("L", SMALL, 255)
    second.paste(slip().crop((0, 0, 900, 130)))
    document = read_bytes(encoded(slip(), "TIFF", save_all=True, append_images=[second], dpi=(150, 150)), "a.tif")
    assert document.source.pages == 2
    assert [page.number for page in document.pages] == [1, 2]
    assert document.pages[0].width == pytest.approx(900 / 150 * 72, abs=1)
    assert document.text.count("关于设备采购的说明") == 2
    assert {line.page for line in document.lines} == {1, 2}


@pytest.mark.parametrize(
    ("kind", "type_"),
    [("PNG", "PNG"), ("JPEG", "JPEG"), ("TIFF", "TIFF"), ("BMP", "BMP"), ("GIF", "GIF"), ("WEBP", "WEBP")],
)
def test_kinds(kind: str, type_: str) -> None:
    assert sniff(encoded(Image.new("RGB", (30, 30)), kind), "a.bin") is FileType[type_]


def test_a_text_that_begins_like_a_bitmap() -> None:
    assert sniff("BM25 是一种检索方法。".encode(), "a.txt") is FileType.TEXT


def huge_png() -> bytes:
    """A few bytes that say they are 60000 x 60000 pixels."""
    data = bytearray(encoded(Image.new("L", (100, 100)), "PNG"))
    data[16:24] = (60000).to_bytes(4, "big") * 2
    import zlib

    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    return bytes(data)


BLANK = Image.new("RGB", (200, 200), "white")
# (what, bytes, options, reason, word)
FAULTS = [
    ("bomb", huge_png(), ReadingOptions(), Reason.TOO_LARGE, "pixels"),
    (
        "more pixels than allowed",
        encoded(BLANK, "PNG"),
        ReadingOptions(Limits(pixels=39_999)),
        Reason.TOO_LARGE,
        "200 x 200",
    ),
    (
        "more pictures than allowed",
        encoded(BLANK, "TIFF", save_all=True, append_images=[BLANK]),
        ReadingOptions(Limits(pages=1)),
        Reason.TOO_LARGE,
        "1 pictures",
    ),
    ("breaks off", encoded(BLANK, "PNG")[:90], ReadingOptions(), Reason.DAMAGED, "decoded"),
    ("no picture behind its mark", b"\x89PNG\r\n" + bytes(100), ReadingOptions(), Reason.DAMAGED, "decoded"),
    ("no JPEG behind its mark", b"\xff\xd8\xff" + bytes(100), ReadingOptions(), Reason.DAMAGED, "decoded"),
    ("no words", encoded(BLANK, "JPEG"), ReadingOptions(), Reason.EMPTY, "no words"),
    ("a dot", encoded(Image.new("RGB", (1, 1)), "GIF"), ReadingOptions(), Reason.EMPTY, "1 x 1"),
    ("recognition off", encoded(BLANK, "PNG"), ReadingOptions(recognise=False), Reason.UNSUPPORTED, "switched off"),
]


@pytest.mark.parametrize(
    ("data", "options", "reason", "word"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS]
)
def test_faults(data: bytes, options: ReadingOptions, reason: Reason, word: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, "a.png", options)
    assert caught.value.reason == reason
    assert word in str(caught.value)


def test_an_animation_is_its_first_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.reading.paged.pages import PageContent
    from pipeline.reading.scan import page

    seen = []

    def recognise(pixels: object, number: int, scale: float) -> PageContent:
        seen.append(number)
        return PageContent(number, 100, 100, "rapidocr", [], [])

    monkeypatch.setattr(page, "recognise", recognise)
    target = io.BytesIO()
    BLANK.save(target, "GIF", save_all=True, append_images=[Image.new("RGB", (200, 200), "red")])
    with pytest.raises(UnreadableFile):
        read_bytes(target.getvalue(), "a.gif")
    assert seen == [1]
