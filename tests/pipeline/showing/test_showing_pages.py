"""Pages drawn as PNG: one a page, of its size, with what was read boxed in its colour at its place."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from pipeline.reading import ReadingOptions
from pipeline.reading.draft import Box, Draft, DraftCell, Piece
from pipeline.reading.filetypes import FileType
from pipeline.reading.loading import read_bytes
from pipeline.reading.payload import Payload
from pipeline.showing import show_file
from pipeline.showing.pages import STYLES, draw_pages, safe_stem
from pipeline.showing.shapes import ShapeKind, shapes_of
from schemas.document import Document, Line, MarkKind, Page
from schemas.errors import Reason, UnreadableFile, UsageError
from tests.pipeline.reading.scan_pages import font

SCALE = 2  # pixels a point
Colour = tuple[int, int, int]


def pdf(draw: Callable[[Canvas, int], None], pages: int = 1, size: tuple[float, float] = (400, 300)) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=size, invariant=1)
    for page in range(pages):
        canvas.setFont("STSong-Light", 12)
        draw(canvas, page)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def drawn(data: bytes, document: Document, out: Path) -> list[Image.Image]:
    return [Image.open(path).convert("RGB") for path in draw_pages(data, document, "file.pdf", out)]


def around(picture: Image.Image, box: Box) -> set[Colour]:
    """The colours on the left edge of a box in points."""
    x0, top, _, bottom = box
    return {
        picture.getpixel((round(x0 * SCALE) + dx, y))  # type: ignore[misc]
        for dx in range(-1, 3)
        for y in range(round(top * SCALE), round(bottom * SCALE))
    }


def colours(picture: Image.Image) -> set[Colour]:
    found = picture.getcolors(picture.width * picture.height)
    assert found is not None
    return {colour for _, colour in found}  # type: ignore[misc]


def two_pages(canvas: Canvas, page: int) -> None:
    canvas.drawString(40, 250, f"一、第{page + 1}页的标题")
    canvas.drawString(40, 200, "选择☑方向甲 □方向乙 这一行文字足够长了")
    for column in range(2):
        canvas.rect(40 + 100 * column, 120, 100, 30)
        canvas.drawString(45 + 100 * column, 130, "单元格")


def test_a_pdf_page_by_page(tmp_path: Path) -> None:
    data = pdf(two_pages, 2)
    document = read_bytes(data, "file.pdf")
    pictures = drawn(data, document, tmp_path / "new" / "folder")
    assert sorted(path.name for path in (tmp_path / "new" / "folder").iterdir()) == ["file-p001.png", "file-p002.png"]
    assert [picture.size for picture in pictures] == [(400 * SCALE, 300 * SCALE)] * 2
    for number, picture in enumerate(pictures, start=1):
        line = next(line for line in document.lines if line.page == number and "方向甲" in words(document, line))
        assert line.box is not None
        assert STYLES[ShapeKind.LINE].colour in around(picture, line.box)
        shapes = shapes_of(document)[number]
        for kind in (ShapeKind.TABLE, ShapeKind.CELL, ShapeKind.HEADING):
            box = next(shape.box for shape in shapes if shape.kind is kind)
            assert STYLES[kind].colour in around(picture, box)


def words(document: Document, line: Line) -> str:
    return document.text[line.start : line.end]


def test_a_turned_page_is_drawn_as_it_is_seen(tmp_path: Path) -> None:
    font(12)  # the file names its font only: what draws it takes the system's

    def turned(canvas: Canvas, page: int) -> None:
        canvas.setPageRotation(90)
        canvas.drawString(40, 250, "页面横放的文字")

    data = pdf(turned)
    document = read_bytes(data, "a.pdf")
    [picture] = drawn(data, document, tmp_path)
    assert picture.size == tuple(side * SCALE for side in (document.pages[0].width, document.pages[0].height))
    for line in document.lines:  # their words stand in their boxes
        assert line.box is not None
        inside = picture.crop(
            tuple(round(side * SCALE) + trim for side, trim in zip(line.box, (2, 2, -2, -2), strict=True))
        )
        assert min(colour[0] for colour in colours(inside)) < 100


def draft(kind: FileType, pages: int = 1, size: tuple[float, float] = (200, 100)) -> Draft:
    made = Draft(Payload("a", b"", "0" * 64, kind))
    made.pages += [Page(number, *size, "test") for number in range(1, pages + 1)]
    return made


AT: Box = (20.0, 30.0, 80.0, 45.0)


def write(kind: ShapeKind) -> Document:
    """A document with one thing of this kind at ``AT``."""
    made = draft(FileType.OFD)
    mark = next((mark for mark in MarkKind if mark.value == kind.value), None)
    words = "一、标题" if kind is ShapeKind.HEADING else "寻常的一行字。"
    piece = Piece(words, 1, AT, marks=((mark, 0, 1, AT),) if mark is not None else ())
    if kind in (ShapeKind.CELL, ShapeKind.TABLE):
        made.table([DraftCell(0, 0, [piece]), DraftCell(0, 1, [Piece("乙")])])
    else:
        level = 1 if kind is ShapeKind.HEADING else None
        made.paragraph([piece], level, margin=kind is ShapeKind.MARGIN, hidden=kind is ShapeKind.HIDDEN)
    if kind is ShapeKind.SEAL:
        made.picture(1, AT, is_seal=True)
        made.picture(1, (100.0, 5.0, 150.0, 20.0), is_seal=False)
    return made.document("test")


@pytest.mark.parametrize("kind", list(ShapeKind))
def test_each_thing_has_its_colour(kind: ShapeKind, tmp_path: Path) -> None:
    document = write(kind)
    [picture] = drawn(b"", document, tmp_path)
    assert picture.size == (200 * SCALE, 100 * SCALE)
    shape = next(shape for shape in shapes_of(document)[1] if shape.kind is kind)
    x0, top, x1, bottom = shape.box
    assert STYLES[kind].colour in around(picture, shape.box)
    assert x0 == pytest.approx(AT[0], abs=3)
    assert top == pytest.approx(AT[1], abs=3)
    assert x1 == pytest.approx(AT[2], abs=3)
    assert bottom == pytest.approx(AT[3], abs=3)
    centre = picture.getpixel((round((x0 + x1) * SCALE / 2), round((top + bottom) * SCALE / 2)))
    assert (centre == (255, 255, 255)) is (STYLES[kind].filled == 0)


def test_what_is_not_there_has_no_colour(tmp_path: Path) -> None:
    [picture] = drawn(b"", write(ShapeKind.LINE), tmp_path)
    assert not colours(picture) & {STYLES[kind].colour for kind in (ShapeKind.SEAL, ShapeKind.HIDDEN, ShapeKind.TICKED)}


def test_hidden_lines_are_dashed(tmp_path: Path) -> None:
    [picture] = drawn(b"", write(ShapeKind.HIDDEN), tmp_path)
    row = [picture.getpixel((x, round(AT[1] * SCALE))) for x in range(round(AT[0] * SCALE), round(AT[2] * SCALE))]
    dashes = sum(one == STYLES[ShapeKind.HIDDEN].colour for one in row)
    assert len(row) * 0.3 < dashes < len(row) * 0.7


def test_ticks_without_marks_are_found_by_their_characters() -> None:
    made = draft(FileType.PDF)
    made.paragraph([Piece("☑甲 □乙", 1, (0.0, 0.0, 45.0, 10.0))])
    found = {shape.kind: shape.box for shape in shapes_of(made.document("test"))[1]}
    assert found[ShapeKind.TICKED] == (0, 0, 10, 10)
    assert found[ShapeKind.EMPTY] == (25, 0, 35, 10)


def test_a_tick_of_running_text_is_no_box() -> None:
    made = draft(FileType.PDF)
    made.paragraph([Piece("取3√2为限，■说明", 1, (0.0, 0.0, 90.0, 10.0))])
    kinds = {shape.kind for shape in shapes_of(made.document("test"))[1]}
    assert not kinds & {ShapeKind.TICKED, ShapeKind.EMPTY}


def test_a_picture_too_large_to_draw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = io.BytesIO()
    Image.new("RGB", (40, 20)).save(target, "PNG")
    made = draft(FileType.PNG)
    made.paragraph([Piece("扫描的一行", 1, AT)])
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    with pytest.raises(UnreadableFile) as caught:
        drawn(target.getvalue(), made.document("test"), tmp_path)
    assert caught.value.reason == Reason.TOO_LARGE


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for out in (tmp_path / "file", tmp_path / "file" / "in it"):
        with pytest.raises(UsageError, match=r"file.* cannot be written \("):
            drawn(b"", write(ShapeKind.LINE), out)


def test_the_one_document_of_an_archive_is_shown(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("申报书.pdf", pdf(two_pages))
    options = ReadingOptions(isolate=False, cache=False)
    lines = list(show_file(tmp_path / "a.zip", tmp_path / "out", True, print, options))
    assert lines[0].startswith(f"{tmp_path / 'a.zip'}!/申报书.pdf")
    assert lines[-1] == str(tmp_path / "out" / "申报书-p001.png")
    with zipfile.ZipFile(tmp_path / "a.zip", "a") as archive:
        archive.writestr("b.txt", "二")
    with pytest.raises(UnreadableFile, match="2 documents"):
        list(show_file(tmp_path / "a.zip", None, True, print, options))


def test_a_table_over_two_pages_is_boxed_on_both() -> None:
    made = draft(FileType.PDF, 2)
    cells = [DraftCell(row, 0, [Piece("行", row + 1, AT)]) for row in range(2)]
    made.table(cells)
    shapes = shapes_of(made.document("test"))
    assert [[shape.kind for shape in shapes[page]].count(ShapeKind.TABLE) for page in (1, 2)] == [1, 1]


def test_a_picture_is_its_own_page(tmp_path: Path) -> None:
    target = io.BytesIO()
    Image.new("RGB", (400, 200), (250, 240, 230)).save(target, "PNG")
    made = draft(FileType.PNG)
    made.paragraph([Piece("扫描的一行", 1, AT, confidence=0.9)])
    [picture] = drawn(target.getvalue(), made.document("test"), tmp_path)
    assert picture.size == (400, 200)
    assert picture.getpixel((5, 5)) == (250, 240, 230)
    assert STYLES[ShapeKind.LINE].colour in around(picture, AT)


# (clockwise quarters that the reader turned the picture by, its size)
TURNS = [(0, (200, 100)), (1, (100, 200)), (2, (200, 100)), (3, (100, 200))]


@pytest.mark.parametrize(("quarters", "size"), TURNS)
def test_a_recognised_page_is_turned_as_it_was_read(quarters: int, size: tuple[int, int], tmp_path: Path) -> None:
    sheet = Image.new("RGB", (200, 100), "white")
    sheet.paste((0, 0, 0), tuple(round(side) for side in AT))
    given = sheet.rotate(90 * quarters, expand=True)
    assert given.size == size
    target = io.BytesIO()
    given.save(target, "PNG")
    made = draft(FileType.PNG)
    made.pages[0] = Page(1, 200, 100, "rapidocr", 0.9)
    made.paragraph([Piece("扫描的一行", 1, AT, confidence=0.9)])
    [picture] = drawn(target.getvalue(), made.document("test"), tmp_path)
    assert picture.size == (200, 100)
    assert picture.getpixel((50, 37)) == (0, 0, 0)


def test_a_huge_page_is_drawn_smaller(tmp_path: Path) -> None:
    made = draft(FileType.OFD, size=(10_000, 5_000))
    made.paragraph([Piece("一行", 1, AT)])
    assert drawn(b"", made.document("test"), tmp_path)[0].size == (4000, 2000)


# (file's name, beginning of the pictures' names)
NAMES = [
    ("申报书.pdf", "申报书"),
    ("a.b.pdf", "a.b"),
    ("../../etc/passwd.pdf", "passwd"),
    ("..\\windows\\x.pdf", "x"),
    (".hidden", "hidden"),
    ("...", "file"),
    ("a\x1b[31m b.pdf", "a_31m_b"),
    ("长" * 300 + ".pdf", "长" * 80),
    ("无扩展名", "无扩展名"),
]


@pytest.mark.parametrize(("name", "stem"), NAMES)
def test_safe_names(name: str, stem: str) -> None:
    assert safe_stem(name) == stem
