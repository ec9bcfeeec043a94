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


def margin_lines(pages: Sequence[Sequence[Piece]], heights: Sequence[float]) -> set[tuple[int, int]]:
    """(page index, line index) of the lines that are no part of the text."""
    repeated = Counter(
        key
        for lines, height in zip(pages, heights, strict=True)
        for key in {_key(line, height) for line in lines if _in_zone(line, height, _ZONE)}
    )
    found = set()
    for number, (lines, height) in enumerate(zip(pages, heights, strict=True)):
        for index, line in enumerate(lines):
            if not _in_zone(line, height, _ZONE):
                continue
            often = repeated[_key(line, height)] >= max(2, len(pages) // 3)
            if often or (_PAGE_NUMBER.fullmatch(line.text) and index in (0, len(lines) - 1)):
                found.add((number, index))
    return found


def _in_zone(line: Piece, height: float, share: float) -> bool:
    assert line.box is not None
    return line.box[3] < height * share or line.box[1] > height * (1 - share)


def _key(line: Piece, height: float) -> tuple[str, int]:
    assert line.box is not None
    return _DIGITS.sub("#", "".join(line.text.split())), round(line.box[1] / height * 50)
