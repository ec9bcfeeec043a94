"""The fast PDF reader reads what pdfplumber reads: lines, cells, boxes, on pages of every layout."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_files import chinese, raw_pdf, shown
from pdf_pages import A4, PAGES, Draw
from reading_files import check_offsets, pdf
from reportlab.pdfgen.canvas import Canvas

from pipeline.reading import ReadingOptions
from pipeline.reading.loading import read_bytes
from pipeline.reading.paged.lines import Glyph, lines_of
from pipeline.reading.pdf.setting import Setting
from schemas.document import Document

ROOT = Path(__file__).resolve().parents[3]
_BOXES = 1.0  # points that the boxes of lines may differ by (fonts without metrics)


def read_by(data: bytes, reader: Any) -> Document:
    return read_bytes(data, "a.pdf", ReadingOptions(pdf=reader, recognise=False))


def same(data: bytes) -> Document:
    """Both readers agree; the document as the fast one reads it, where it is sure."""
    fast, slow = read_by(data, "auto"), read_by(data, "pdfplumber")
    assert fast.text == slow.text
    assert [table.cells for table in fast.tables] == [table.cells for table in slow.tables]
    assert (fast.margins, fast.hidden, len(fast.marks)) == (slow.margins, slow.hidden, len(slow.marks))
    assert [replace(page, reader="") for page in fast.pages] == [replace(page, reader="") for page in slow.pages]
    assert {page.reader for page in slow.pages} == {"pdfplumber"}
    for one, other in zip(fast.lines, slow.lines, strict=True):
        assert (one.box is None) == (other.box is None)
        assert one.box is None or other.box is None or one.box == pytest.approx(other.box, abs=_BOXES)
    for one, other in zip(fast.pictures, slow.pictures, strict=True):
        assert one.box == pytest.approx(other.box, abs=0.1)
    check_offsets(fast)
    return fast


@pytest.mark.parametrize(("draw", "size"), [page[1:] for page in PAGES], ids=[page[0] for page in PAGES])
def test_pages_of_every_layout(draw: Draw, size: tuple[float, float]) -> None:
    document = same(pdf(draw, 2, size=size))
    assert [page.reader for page in document.pages] == ["pdfium"] * 2
    assert len(document.text) > 10


def test_the_samples() -> None:
    paths = sorted((ROOT / "data" / "samples").rglob("*.pdf"))
    assert paths
    readers = {page.reader for path in paths for page in same(path.read_bytes()).pages}
    assert readers == {"pdfium"}


@pytest.mark.parametrize("folder", ["notices", "real", "submissions"])
def test_real_documents(shared: Path, folder: str) -> None:
    scans = 0
    for path in sorted((shared / folder).glob("*.pdf")):
        if path.name.startswith("a5"):
            scans += 1
            continue
        assert {page.reader for page in same(path.read_bytes()).pages} == {"pdfium"}, path.name
    assert scans <= 1


_SIDE = st.integers(0, 9).map(lambda step: 60.0 + 45.0 * step)
_OFF = st.sampled_from([0.0, 0.0, 0.5, 1.5, 2.5, -2.0])
_STROKE = st.tuples(_SIDE, _SIDE, _SIDE, _OFF, st.booleans())
_BOX = st.tuples(_SIDE, _SIDE, st.integers(1, 4), st.integers(1, 4))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    strokes=st.lists(_STROKE, max_size=14), boxes=st.lists(_BOX, max_size=6), turn=st.sampled_from([0, 90, 180, 270])
)
def test_random_drawings(strokes: list[Any], boxes: list[Any], turn: int) -> None:
    def draw(canvas: Canvas, page: int) -> None:
        canvas.setPageRotation(turn)
        for place, start, end, off, across in strokes:
            points = (start, place + off, end + off, place + off) if across else (place + off, start, place + off, end)
            canvas.line(*points)
        for x, y, width, height in boxes:
            canvas.rect(x, y, 45 * width, 45 * height)
        for x in range(10):
            for y in range(10):
                canvas.drawString(70 + 45 * x, 75 + 45 * y, f"字{x}{y}")

    same(pdf(draw, size=A4))


TYPE_3 = """/F1 << /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97
/LastChar 98 /Widths [1000 1000] /Encoding << /Type /Encoding /Differences [97 /square /triangle] >> /Resources << >>
/CharProcs << /square 10 0 R /triangle 10 0 R >> >>"""
WORDS = "这一页上有一行足够长的文字"
UNKNOWN = chinese("F2", "Identity-H", "Identity")
FEW_UNKNOWN = "BT /F2 12 Tf 60 600 Td <00410042> Tj ET"
# (what makes the fast reader unsure, the file)
DOUBTFUL = [
    ("written downwards", raw_pdf(shown(WORDS), chinese(encoding="UniGB-UCS2-V"))),
    ("private use", raw_pdf(shown(WORDS + "\ue123"), chinese())),
    ("no Unicode", raw_pdf([shown(WORDS) + FEW_UNKNOWN], chinese() + UNKNOWN)),
    ("other words than drawn", raw_pdf(f"/Span << /ActualText (other) >> BDC {shown(WORDS)} EMC", chinese())),
    ("right to left", raw_pdf(shown(WORDS + "שלום"), chinese())),
]


@pytest.mark.parametrize("data", [case[1] for case in DOUBTFUL], ids=[case[0] for case in DOUBTFUL])
def test_doubtful_pages_go_to_pdfplumber(data: bytes) -> None:
    sure = raw_pdf(shown(WORDS), chinese())
    assert [page.reader for page in read_by(sure, "auto").pages] == ["pdfium"]
    document = read_by(data, "auto")
    assert [page.reader for page in document.pages] == ["pdfplumber"]
    assert document.text == read_by(data, "pdfplumber").text


def test_the_reader_can_be_forced() -> None:
    doubtful = DOUBTFUL[1][1]
    assert [read_by(doubtful, reader).pages[0].reader for reader in ("auto", "pdfium", "pdfplumber")] == [
        "pdfplumber",
        "pdfium",
        "pdfplumber",
    ]
    assert WORDS in read_by(doubtful, "pdfium").text


def test_pdfplumber_is_opened_for_pages_that_need_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import pdfplumber

    opened = []
    real = pdfplumber.open
    monkeypatch.setattr(pdfplumber, "open", lambda *args, **options: opened.append(args) or real(*args, **options))
    assert read_by(raw_pdf([shown(WORDS)] * 3, chinese()), "auto").source.pages == 3
    assert not opened
    read_by(raw_pdf([shown(WORDS + "\ue123")] * 3, chinese()), "auto")
    assert len(opened) == 1


def test_one_doubtful_page_among_others() -> None:
    document = read_by(raw_pdf([shown(WORDS), shown(WORDS + "\ue123"), shown(WORDS)], chinese()), "auto")
    assert [page.reader for page in document.pages] == ["pdfium", "pdfplumber", "pdfium"]


_CHARS = st.tuples(
    st.sampled_from(list("甲乙丙ab1 .□（☑　")),
    st.integers(0, 30),
    st.sampled_from([0.0, 0.3, 1.5, 3.0, 6.0]),
    st.integers(0, 3),
)


@settings(max_examples=200, deadline=None)
@given(chars=st.lists(_CHARS, max_size=40), height=st.sampled_from([6.0, 12.0]))
def test_lines_from_arrays_are_those_from_glyphs(chars: list[Any], height: float) -> None:
    glyphs = [
        Glyph(char, 60 + 12 * x + off, 100 + 7 * row, 72 + 12 * x + off, 100 + 7 * row + (height if row == 1 else 12))
        for char, x, off, row in chars
    ]
    setting = Setting("".join(glyph.text for glyph in glyphs), np.array([glyph[1:] for glyph in glyphs]).reshape(-1, 4))
    assert setting.lines(3) == lines_of(glyphs, 3)
