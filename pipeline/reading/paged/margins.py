"""Headers, footers and page numbers: lines at a page's edge that are printed again on other pages."""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.reading.draft import Piece

_ZONE = 0.1  # share of the page's height, at its head and at its foot
# `5`, `- 5 -`, `— 5—`, `第 5 页`, `第5页 共12页`, `5 / 12`, `Page 5 of 12`; not `2025年`, not `1.`
_PAGE_NUMBER = re.compile(
    r"[-—–－·.\s]{0,6}(?:第\s?)?\d{1,4}(?:\s?页)?(?:\s?[,，/／\s]\s?共?\s?\d{1,4}\s?页?)?[-—–－·\s]{0,6}"
    r"|Page\s\d{1,4}(?:\sof\s\d{1,4})?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


def margin_lines(pages: Sequence[Sequence[Piece]], papers: Sequence[tuple[float, float]]) -> set[tuple[int, int]]:
    """(page index, line index) of the lines that are no part of the text; ``papers`` are the tops and bottoms of the
    pages' paper."""
    repeated = Counter(
        key
        for lines, paper in zip(pages, papers, strict=True)
        for key in {_key(line, paper) for line in lines if _in_zone(line, paper)}
    )
    found = set()
    for number, (lines, paper) in enumerate(zip(pages, papers, strict=True)):
        for index, line in enumerate(lines):
            if not _in_zone(line, paper):
                continue
            often = repeated[_key(line, paper)] >= max(2, len(pages) // 3)
            if often or (_PAGE_NUMBER.fullmatch(line.text) and index in (0, len(lines) - 1)):
                found.add((number, index))
    return found


def _in_zone(line: Piece, paper: tuple[float, float]) -> bool:
    assert line.box is not None
    top, bottom = paper
    zone = _ZONE * (bottom - top)
    return line.box[3] < top + zone or line.box[1] > bottom - zone


def _key(line: Piece, paper: tuple[float, float]) -> tuple[str, int]:
    assert line.box is not None
    place = (line.box[1] - paper[0]) / (paper[1] - paper[0])
    return _DIGITS.sub("#", "".join(line.text.split())), round(place * 50)
