"""Text of a PDF that nobody can see, text layers of scanners, and pages that have to be recognised."""

import sys
from types import ModuleType
from typing import Any

import pytest
from pdf_files import chinese, raw_pdf, shown, stream
from PIL import Image
from reading_files import check_offsets, grid, pdf, read_as
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.reading import ReadingOptions
from pipeline.reading.draft import Piece
from pipeline.reading.loading import read_bytes
from pipeline.reading.paged.lacking import Lack, needs_recognition
from pipeline.reading.paged.pages import PageContent
from schemas.document import Document, Picture
from schemas.errors import Reason, UnreadableFile

SEEN = "看得见的一行有很多的字"
HIDDEN = "藏起来的一行"
WHITE, BLACK = "1 g ", "0 g "
RGB_TABLE_HEAD = "0.1 0.2 0.5 rg 50 690 300 30 re f "
# (what is done, the operators with the hidden words, whether they are hidden)
WAYS = [
    ("transparent", shown(HIDDEN, before="3 Tr"), True),
    ("white on white", WHITE + shown(HIDDEN), True),
    ("almost white", "0.98 g " + shown(HIDDEN), True),
    ("grey", "0.6 g " + shown(HIDDEN), False),
    ("white on dark", RGB_TABLE_HEAD + WHITE + shown(HIDDEN), False),
    ("the colour of its ground", RGB_TABLE_HEAD + shown(HIDDEN), True),
    ("black on dark", RGB_TABLE_HEAD + BLACK + shown(HIDDEN), False),
    ("white on white on dark", RGB_TABLE_HEAD + "1 g 50 690 300 30 re f " + shown(HIDDEN), True),
    ("covered", shown(HIDDEN) + "1 g 50 690 300 30 re f", True),
    ("covered in part", shown(HIDDEN) + "1 g 50 690 40 30 re f", False),
    ("drawn over a shape", "0.9 g 50 690 300 30 re f 0 g " + shown(HIDDEN), False),
    ("framed later", shown(HIDDEN) + "50 690 300 30 re S", False),
    ("off the page", shown(HIDDEN, y=900), True),
    ("tiny", shown(HIDDEN, size=0.5), True),
    ("outlined only", shown(HIDDEN, before="1 Tr"), False),
]


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
@pytest.mark.parametrize(("content", "hidden"), [case[1:] for case in WAYS], ids=[case[0] for case in WAYS])
def test_ways_to_hide(content: str, hidden: bool, reader: Any) -> None:
    data = raw_pdf(f"q {content} Q q 0 Tr {shown(SEEN, y=600)} Q", chinese())
    document = read_bytes(data, "a.pdf", ReadingOptions(pdf=reader))
    lines = [document.text[line.start : line.end] for line in document.lines]
    assert sorted(lines) == sorted([SEEN, HIDDEN])
    assert document.hidden == ({lines.index(HIDDEN)} if hidden else frozenset())
    check_offsets(document)


def picture(size: tuple[int, int] = (60, 80)) -> ImageReader:
    made = Image.new("RGB", size, (200, 200, 200))
    made.paste((20, 20, 20), (10, 10, 30, 14))  # a line of words
    return ImageReader(made)


def over_a_scan(words: str, lines: int = 12) -> bytes:
    """A scan with the text layer of the scanner's own recognition laid over it."""

    def draw(canvas: Canvas, page: int) -> None:
        canvas.drawImage(picture(), 0, 0, 595, 842)
        for index in range(lines):
            layer = canvas.beginText(60, 780 - 20 * index)
            layer.setTextRenderMode(3)
            layer.textOut(words)
            canvas.drawText(layer)

    return pdf(draw)


def test_a_text_layer_over_a_scan_counts() -> None:
    document = read_bytes(over_a_scan("本项目的目标是提高生产的效率"), "a.pdf", ReadingOptions(recognise=False))
    assert document.text == "本项目的目标是提高生产的效率\n" * 12
    assert not document.hidden


class Recogniser(ModuleType):
    """Stands in for recognition: says what it was given, and answers with ``lines``."""

    def __init__(self, *lines: Piece) -> None:
        super().__init__("pipeline.reading.scan.page")
        self.lines = lines
        self.asked: list[tuple[tuple[int, ...], int, float]] = []

    def recognise(self, pixels: Any, number: int, scale: float) -> PageContent:
        self.asked.append((pixels.shape, number, scale))
        assert pixels.dtype == "uint8"
        return PageContent(number, 595, 842, "rapidocr", list(self.lines), [], confidence=0.97)


@pytest.fixture
def recogniser(monkeypatch: pytest.MonkeyPatch) -> Recogniser:
    made = Recogniser(Piece("图中认出来的一行文字", 1, (60, 300, 300, 312)))
    monkeypatch.setitem(sys.modules, "pipeline.reading.scan", ModuleType("pipeline.reading.scan"))
    monkeypatch.setitem(sys.modules, "pipeline.reading.scan.page", made)
    return made


def scan(canvas: Canvas, page: int) -> None:
    canvas.drawImage(picture(), 0, 0, 595, 842)


def captioned(canvas: Canvas, page: int) -> None:
    canvas.drawString(60, 800, "附件3：营业执照复印件")
    canvas.drawImage(picture(), 60, 200, 475, 550)


def readers(document: Document) -> list[str]:
    return [page.reader for page in document.pages]


def test_scans_are_recognised(recogniser: Recogniser) -> None:
    document = read_as(pdf(scan, 2), "a.pdf")
    assert document.text == "图中认出来的一行文字\n" * 2
    assert [page.confidence for page in document.pages] == [0.97, 0.97]
    assert [asked[1:] for asked in recogniser.asked] == [(1, 200 / 72), (2, 200 / 72)]
    assert recogniser.asked[0][0] == pytest.approx((2339, 1654, 3), abs=2)


def test_a_proof_pasted_on_a_page_is_recognised_and_its_caption_kept(recogniser: Recogniser) -> None:
    document = read_as(pdf(captioned), "a.pdf")
    assert document.text == "附件3：营业执照复印件\n图中认出来的一行文字\n"
    assert readers(document) == ["rapidocr"]
    assert [one.page for one in document.pictures] == [1]


def test_words_of_the_caption_are_not_read_twice(recogniser: Recogniser) -> None:
    recogniser.lines = (Piece("附件三营业执照", 1, (60, 32, 190, 44)), *recogniser.lines)
    assert read_as(pdf(captioned), "a.pdf").text == "附件3：营业执照复印件\n图中认出来的一行文字\n"


def test_pages_with_text_are_not_recognised(recogniser: Recogniser) -> None:
    def draw(canvas: Canvas, page: int) -> None:
        grid(canvas, [["甲", "乙"], ["一", "二"]], 700, [80, 80])
        canvas.drawImage(picture(), 400, 500, 80, 80)

    assert readers(read_as(pdf(draw), "a.pdf")) == ["pdfium"]
    assert recogniser.asked == []


def test_a_garbled_layer_is_replaced(recogniser: Recogniser) -> None:
    document = read_as(over_a_scan("ÖÐ¹úÏîÄ¿Éê±¨Êé"), "a.pdf")
    assert document.text == "图中认出来的一行文字\n"


def test_large_pages_are_drawn_smaller(recogniser: Recogniser) -> None:
    def draw(canvas: Canvas, page: int) -> None:
        canvas.drawImage(picture(), 0, 0, 9000, 9000)

    read_as(pdf(draw, size=(9000, 9000)), "a.pdf")
    height, width, _ = recogniser.asked[0][0]
    assert height * width <= 31_000_000
    assert recogniser.asked[0][2] == pytest.approx(width / 9000, rel=0.01)


def test_without_recognition_the_scan_is_refused(recogniser: Recogniser) -> None:
    with pytest.raises(UnreadableFile, match="OCR") as caught:
        read_bytes(pdf(scan, 2), "a.pdf", ReadingOptions(recognise=False))
    assert caught.value.reason == Reason.EMPTY
    assert recogniser.asked == []


def test_nothing_recognised_is_said(recogniser: Recogniser) -> None:
    recogniser.lines = ()
    with pytest.raises(UnreadableFile, match="no words were recognised"):
        read_as(pdf(scan, 2), "a.pdf")

    def draw(canvas: Canvas, page: int) -> None:
        if page == 1:
            scan(canvas, page)
        else:
            for index in range(9):
                canvas.drawString(60, 780 - 20 * index, SEEN)

    document = read_as(pdf(draw, 3), "a.pdf")
    assert document.warnings == ("第 2 页未能识别：整页为图像，没有文字层",)


def test_a_blank_page_of_a_scan_is_read(recogniser: Recogniser) -> None:
    recogniser.lines = ()

    def draw(canvas: Canvas, page: int) -> None:
        if page == 1:
            canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), (200, 200, 200))), 0, 0, 595, 842)
        else:
            for index in range(9):
                canvas.drawString(60, 780 - 20 * index, SEEN)

    document = read_as(pdf(draw, 2), "a.pdf")
    assert document.warnings == ()
    assert readers(document) == ["pdfium", "rapidocr"]


def content(text: str, *pictures: tuple[float, float, float, float]) -> PageContent:
    lines = [Piece(text, 1, (60, 60, 300, 72))] if text else []
    return PageContent(1, 595, 842, "pdfium", lines, [], [Picture(1, box) for box in pictures])


FULL, STAMP, HALF = (0, 0, 595, 842), (400, 600, 500, 700), (60, 100, 530, 600)
PROSE = "揭榜单位应当围绕榜单提出的指标制定技术路线说明已有的工作基础团队分工和经费安排"
# (words of the page, boxes of its pictures, curves on it, what its text layer lacks)
LAYERS: list[tuple[str, list[tuple[float, float, float, float]], int, Lack | None]] = [
    (PROSE, [], 0, None),
    (PROSE * 3, [FULL], 0, None),
    (PROSE, [HALF], 0, Lack.BESIDE),
    (PROSE, [STAMP], 0, None),
    ("", [], 0, None),
    ("", [], 5000, Lack.OUTLINES),
    ("", [STAMP], 0, Lack.PICTURE),
    ("— 3 —", [HALF], 0, Lack.PICTURE),
    ("— 3 —", [], 0, None),
    ("\ufffd" * 20 + "甲乙丙丁", [], 0, Lack.FONTS),
    ("\ufffd" + PROSE, [], 0, None),
    ("ÖÐ¹úÏîÄ¿Éê±¨ÊéµÄÕýÎÄ", [], 0, Lack.FONTS),
    ("±5°，3×4 m²，10·µm" + PROSE, [], 0, None),
    ("鬰麤龘靐齉爩鱻灥厵癵驫羴犇猋掱焱垚淼森鑫鬱龗齾籲纞虋讟钃鸜躞", [], 0, Lack.NONSENSE),
    ("字" * 60, [], 0, None),
    ("張江實驗室關於開展項目申報的通知請各單位組織實施並於規定時間內報送材料", [], 0, None),
    ('!"#$%&\'()*+,-./:;<=>?@[]^_`{|}~!"#$%', [], 0, Lack.NONSENSE),
    ("The quick brown fox jumps over the lazy dog 12,000 times a day.", [], 0, None),
    ("12.5 13.8 99.1 0.3% 14,000 -5 3/4 (2) 8:30 12.5 13.8", [], 0, None),
]


@pytest.mark.parametrize(("text", "pictures", "curves", "lack"), LAYERS)
def test_what_a_text_layer_lacks(text: str, pictures: list[Any], curves: int, lack: Lack | None) -> None:
    assert needs_recognition(content(text, *pictures), curves) == lack


def test_hidden_text_in_a_form_of_the_page() -> None:
    inner = stream(
        f"1 g {shown(HIDDEN, y=50)}",
        f"/Type /XObject /Subtype /Form /BBox [0 0 400 100] /Resources << /Font << {chinese()} >> >>",
    )
    document = read_as(raw_pdf(f"{shown(SEEN)} q 1 0 0 1 0 300 cm /X Do Q", chinese(), [inner]), "a.pdf")
    assert document.text == f"{SEEN}\n{HIDDEN}\n"
    assert document.hidden == {1}
