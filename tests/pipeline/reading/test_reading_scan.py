"""Recognised pages: text, tables, ticks, seals, signatures, and the boxes of it all."""

from functools import cache

import numpy as np
import pytest
from reading_files import cells, check_offsets
from scan_pages import SCALE, SMALL, drawn, form, letter, note, scanned

from pipeline.reading.draft import Draft
from pipeline.reading.filetypes import FileType
from pipeline.reading.paged.pages import PageContent, write_pages
from pipeline.reading.payload import Payload
from pipeline.reading.scan.page import recognise
from schemas.document import Document, Mark, MarkKind


def document_of(*pages: PageContent) -> Document:
    draft = Draft(Payload("scan.pdf", b"x", "0" * 64, FileType.PDF))
    write_pages(draft, pages)
    return draft.document("rapidocr", pages=len(pages), hard_wrapped=True)


@cache
def read_form() -> Document:
    """Skewed by 1.4 degrees, grey paper, noise."""
    return document_of(recognise(scanned(drawn(form).image, angle=1.4, paper=205, noise=6), 1, SCALE))


@cache
def read_letter() -> Document:
    return document_of(recognise(scanned(drawn(letter).image, angle=-0.8), 1, SCALE))


def marked(document: Document, *kinds: MarkKind) -> list[Mark]:
    return [mark for mark in document.marks if mark.kind in kinds]


def test_cells_of_a_form() -> None:
    found = {text: (row, column, columns) for row, column, _, columns, text in cells(read_form())}
    assert found["北辰海川仪器有限公司"] == (0, 1, 3)
    assert found["yu@haichuan.cn"] == (1, 3, 1)
    assert found["注册资本\n（万元）"] == (2, 0, 1)
    assert (found["2600"], found["97"]) == ((2, 1, 1), (2, 3, 1))
    assert "□国有企业 ☑民营企业 □外资企业" in found
    check_offsets(read_form())


def test_ticks_of_a_form() -> None:
    document = read_form()
    ticks = [(document.text[m.start : m.end], document.text[m.end : m.end + 3].strip()) for m in document.marks]
    assert ticks == [
        ("□", "国有企"),
        ("☑", "民营企"),
        ("□", "外资企"),
        ("□", "方向1"),
        ("□", "方向2"),
        ("☑", "方向3"),
        ("□", "方向4"),
    ]
    assert "统计口径含子公司" in document.text
    assert "人口密集" in document.text


def test_boxes_are_those_of_the_page_as_it_came() -> None:
    """The page was turned by 1.4 degrees about its middle; so are the boxes."""
    document = read_form()
    word = next(w for w in document.words if document.text[w.start : w.end].startswith("yu"))
    turn = np.radians(-1.4)
    x, y = 430 - 297.6, 116 - 421  # the middle of that cell's words, from the middle of the page
    there = 297.6 + x * np.cos(turn) - y * np.sin(turn), 421 + x * np.sin(turn) + y * np.cos(turn)
    assert word.box[0] < there[0] < word.box[2]
    assert word.box[1] < there[1] < word.box[3]
    tick = marked(document, MarkKind.TICKED)[0].box
    assert tick is not None
    assert 5 < tick[2] - tick[0] < 16


def test_confidence_is_kept() -> None:
    document = read_form()
    assert document.pages[0].reader == "rapidocr"
    assert document.pages[0].confidence is not None
    assert 0.8 < document.pages[0].confidence <= 1
    assert all(line.confidence is not None and 0 < line.confidence <= 1 for line in document.lines)
    assert all(0 < word.confidence <= 1 and word.page == 1 for word in document.words)


def test_a_letter_is_read_under_its_seal() -> None:
    document = read_letter()
    assert "2025年3月18日" in "".join(document.text.split())
    assert "承诺单位（盖章）：北辰海川仪器有限公司" in document.text
    (seal,) = document.pictures
    assert seal.is_seal
    assert seal.box is not None
    middle = (seal.box[0] + seal.box[2]) / 2, (seal.box[1] + seal.box[3]) / 2
    assert abs(middle[0] - 430) < 6
    assert abs(middle[1] - 400) < 6


def test_signatures() -> None:
    document = read_letter()
    places = [
        (mark.kind, document.text[mark.start : mark.end], document.text[mark.start - 6 : mark.start])
        for mark in marked(document, MarkKind.SIGNED, MarkKind.UNSIGNED)
    ]
    assert places == [(MarkKind.SIGNED, "签字", "法定代表人（"), (MarkKind.UNSIGNED, "签字", "项目负责人（")]


def test_the_record_of_a_scanned_letter() -> None:
    from pipeline.records.submission import build_submission
    from pipeline.structure import structure

    found = build_submission(*structure(read_letter()))
    letter_found = found.commitment
    assert (letter_found.present, letter_found.sealed, letter_found.date) == (True, True, "2025-03-18")
    assert {(place.name, place.filled) for place in found.seals if place.kind == "signature"} == {
        ("承诺书法定代表人签字", True),
        ("承诺书项目负责人签字", False),
    }


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_turned_pages(quarters: int) -> None:
    pixels = scanned(drawn(note, SMALL).image, angle=0.7)
    page = recognise(np.ascontiguousarray(np.rot90(pixels, quarters)), 1, SCALE)
    assert [line.text for line in page.lines] == [
        "关于设备采购的说明",
        "本次采购声学探头十二套，用于近海观测。",
        "采购金额三百万元，由单位自筹解决。",
    ]
    assert page.width > page.height


def test_nothing_on_a_page() -> None:
    page = recognise(np.full((400, 300, 3), 250, np.uint8), 3, SCALE)
    assert (page.lines, page.tables, page.pictures, page.confidence) == ([], [], [], None)


def test_nothing_is_fetched_or_logged(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    from rapidocr.utils import download_file

    from pipeline.reading.scan import engine

    def fetch(*args: object) -> None:
        raise AssertionError("rapidocr wants to download")

    monkeypatch.setattr(download_file.DownloadFile, "run", fetch)
    made = engine.engine.__wrapped__()
    made(scanned(drawn(note, SMALL).image))
    assert capfd.readouterr() == ("", "")
