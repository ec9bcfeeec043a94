"""Pages of an OFD that are pictures."""

import sys
import types
from typing import Any

import pytest
from ofd_files import FONTS, document, grey, media, package, page, parts_of, picture_of, resources, text
from reading_files import check_offsets, read_as

from pipeline.reading import ReadingOptions
from pipeline.reading.loading import read_bytes
from pipeline.reading.paged.lines import Glyph, lines_of
from pipeline.reading.paged.pages import PageContent
from schemas.document import Document
from schemas.errors import Reason, UnreadableFile

BODY = text(20, 20, "申报书正文内容")
Seen = list[tuple[tuple[int, ...], float, list[int]]]


def read(parts: dict[str, str | bytes]) -> Document:
    found = read_as(package(parts), "a.ofd")
    check_offsets(found)
    return found


def scan(more: str = "", height: int = 297) -> dict[str, str | bytes]:
    parts = parts_of([page(picture_of("5", f"0 0 210 {height}", f"210 0 0 {height} 0 0"), more)])
    parts["Doc_0/PublicRes.xml"] = resources(FONTS + media("5", "scan.png"))
    parts["Doc_0/Res/scan.png"] = grey()
    return parts


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    """What is given to a recogniser that reads 字 on everything: shape, pixels a point, a pixel."""
    given: Seen = []

    def recognise(pixels: Any, number: int, scale: float) -> PageContent:
        given.append((pixels.shape, round(scale, 2), pixels[100, 100].tolist()))
        lines = lines_of([Glyph("字", 50, 50, 60, 60)], number)
        return PageContent(number, pixels.shape[1] / scale, pixels.shape[0] / scale, "rapidocr", lines, [])

    module = types.ModuleType("pipeline.reading.scan.page")
    module.recognise = recognise  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "pipeline.reading.scan", types.ModuleType("pipeline.reading.scan"))
    monkeypatch.setitem(sys.modules, "pipeline.reading.scan.page", module)
    return given


def test_a_scan_goes_to_recognition(seen: Seen) -> None:
    found = read(scan())
    assert (found.text, found.pages[0].reader) == ("字\n", "rapidocr")
    assert seen == [((877, 620, 3), 1.04, [200, 200, 200])]


def test_a_scan_without_recognition() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(package(scan()), "a.ofd", ReadingOptions(recognise=False))
    assert caught.value.reason == Reason.EMPTY
    assert "scan" in caught.value.message


def test_a_scan_among_pages_with_words_is_said() -> None:
    parts = scan()
    parts["Doc_0/Document.xml"] = document(2)
    parts["Doc_0/Pages/Page_1/Content.xml"] = page(BODY)
    found = read_bytes(package(parts), "a.ofd", ReadingOptions(recognise=False))
    assert found.text == "申报书正文内容\n"
    assert found.warnings == ("第 1 页为图像，未能识别",)


def test_the_unseen_words_of_a_scan_are_its_text() -> None:
    """A scan with recognised words laid over it, not drawn: what the picture shows."""
    found = read(scan(text(20, 20, "某某智造科技有限公司申报书", Visible="false")))
    assert found.text == "某某智造科技有限公司申报书\n"
    assert not found.hidden


def test_a_picture_that_is_far_longer_than_its_page(seen: Seen) -> None:
    """100 m: only what lies on the page is drawn."""
    assert read(scan(height=100_000)).text == "字\n"
    assert seen == [((877, 620, 3), 1.04, [200, 200, 200])]


def test_a_scan_with_a_caption_is_recognised_too(seen: Seen) -> None:
    caption = "附件一：某某智造科技有限公司营业执照复印件"
    found = read(scan(text(20, 280, caption)))
    assert found.text.splitlines() == ["字", caption]
    assert len(seen) == 1


def test_a_picture_beside_prose_is_not_recognised(seen: Seen) -> None:
    prose = "".join(text(20, 20 + 6 * i, "本单位具备完成揭榜任务所需的研发团队和试验条件。") for i in range(6))
    assert len(read(scan(prose)).text.splitlines()) == 6
    assert not seen
