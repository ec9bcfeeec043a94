"""Pages whose text layer is missing or makes no sense, and what recognition adds to them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from pipeline.reading.draft import Box, Piece
from pipeline.reading.encoding import likeness
from pipeline.reading.paged.pages import PageContent

_FEW_LETTERS = 10  # fewer on a page with a picture: a page number at most
_CAPTION = 100  # letters; as few beside a large picture are its caption, a header, a page number
PICTURE_SHARE = 0.25  # of the page, that a scan pasted on it covers at least
_STRAY_SHARE = 0.3  # of characters that no text has (unknown, private, Latin-1 signs); beyond, it is garbled
_ENOUGH = 30  # characters to judge by
_SAMPLE = 300  # characters that are looked up
_COMMON_SHARE = 0.06  # of the Chinese characters that are frequent ones; real prose has 0.3 to 0.5, names 0.1
_KNOWN_SHARE = 0.7  # of the Chinese characters that are common ones; real texts have 0.95, random ones 0.4
_GB_COMMON, _BIG5_COMMON = range(0xB0, 0xD8), range(0xA4, 0xC7)  # lead bytes
_WORD_SHARE = 0.4  # of the visible characters that are letters or digits where there is no Chinese
_OUTLINES = 300  # curves on a page without letters: its characters were turned into drawings
_STRAY = re.compile("[\ufffd\ue000-\uefff\uf100-\uf8ff\x00-\x08\x0e-\x1f\x80-\xa0¡-¦¨-¯´¸-ÖØ-öø-ʯ]")
_IDEOGRAPH = re.compile("[\u3400-\u9fff]")
_OVERLAP = 0.5  # share of a recognised line that lies on a line of the text layer: the same words


class Lack(StrEnum):
    """Why the text layer of a page will not do."""

    PICTURE = "整页为图像，没有文字层"
    OUTLINES = "文字被转成了图形，没有文字层"
    BESIDE = "页上有大幅图像，几乎没有文字"
    FONTS = "字体未说明所画的是哪些字符"
    NONSENSE = "文字层无法读通"

    @property
    def is_garbled(self) -> bool:
        """Whether there is text that is wrong, not just too little."""
        return self in (Lack.FONTS, Lack.NONSENSE)


def needs_recognition(page: PageContent, curves: int = 0) -> Lack | None:
    """Why the text layer of a page will not do; None where it does.

    ``curves`` is how many curved outlines are drawn on the page.
    """
    letters = "".join(page.words.split())
    pictured = covered_share([one.box for one in page.pictures if one.box], page.width, page.height)
    if letters and (garbled := _garbled(letters)) is not None:
        return garbled
    if not letters and page.pictures:
        return Lack.PICTURE
    if not letters and curves >= _OUTLINES:
        return Lack.OUTLINES
    if pictured >= PICTURE_SHARE and len(letters) <= _CAPTION:
        return Lack.PICTURE if len(letters) < _FEW_LETTERS else Lack.BESIDE
    return None


def _garbled(letters: str) -> Lack | None:
    if len(_STRAY.findall(letters)) > _STRAY_SHARE * len(letters):
        return Lack.FONTS
    chinese = "".join(_IDEOGRAPH.findall(letters))
    sample = chinese[:_SAMPLE]
    if len(chinese) >= _ENOUGH and likeness(sample) < _COMMON_SHARE and _known_share(sample) < _KNOWN_SHARE:
        return Lack.NONSENSE
    if chinese or len(letters) < _ENOUGH:
        return None
    return Lack.NONSENSE if sum(map(str.isalnum, letters)) < _WORD_SHARE * len(letters) else None


def _known_share(chinese: str) -> float:
    """The share of characters that are among the common ones of the mainland's or of Taiwan's standard."""
    known = 0
    for char in chinese:
        simplified, traditional = char.encode("gb2312", "replace"), char.encode("big5", "replace")
        known += simplified[0] in _GB_COMMON or traditional[0] in _BIG5_COMMON
    return known / len(chinese)


def covered_share(boxes: Sequence[Box], width: float, height: float) -> float:
    """The share of a page that pictures cover (those that overlap count twice, at most 1)."""
    areas = [
        max(min(x1, width) - max(x0, 0.0), 0.0) * max(min(bottom, height) - max(top, 0.0), 0.0)
        for x0, top, x1, bottom in boxes
    ]
    return min(sum(areas) / max(width * height, 1.0), 1.0)


def with_recognised(content: PageContent, found: PageContent, lack: Lack) -> PageContent | None:
    """What was recognised on a page, the lines of its text layer kept unless they are garbled; None if nothing was."""
    if not found.words.strip():
        return None
    kept = PageContent(content.number, 0, 0, "", [], []) if lack.is_garbled else content
    if abs(found.width - content.width) > 1:  # read after a turn: boxes of the layer lie elsewhere
        kept = replace(kept, lines=[line for line in kept.lines if line.text not in found.words], tables=[])
    known = [*kept.lines, *(piece for table in kept.tables for cell in table.cells for piece in cell.pieces)]
    new = [line for line in found.lines if not any(_same(line, other) for other in known)]
    return replace(
        found,
        lines=sorted([*kept.lines, *new], key=lambda line: line.box[1] if line.box else 0.0) if known else found.lines,
        tables=[*kept.tables, *found.tables],
        pictures=[*content.pictures, *found.pictures],
        hidden=[*kept.hidden, *found.hidden],
        form_values=[*content.form_values, *found.form_values],
    )


def _same(line: Piece, other: Piece) -> bool:
    if line.box is None or other.box is None:
        return False
    return _shared(line.box, other.box) >= _OVERLAP * (line.box[2] - line.box[0]) * (line.box[3] - line.box[1])


def _shared(one: Box, other: Box) -> float:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return max(across, 0.0) * max(down, 0.0)
