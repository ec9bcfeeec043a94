"""Headers, footers and page numbers: lines at a page's edge that stand at the same place on the pages around it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.reading.draft import Piece

_ZONE = 0.1  # share of the page's height, at its head and at its foot
_SAME_PLACE = 6.0  # points from the page's edge
_PAGES_APART = 2  # left and right pages may have heads of their own
_OFTEN, _OFTEN_IN_LONG, _LONG = 2, 3, 6  # pages that a head stands on, in a file, and in one of so many pages
_ROMAN = r"[ivx]{1,6}|[IVX]{1,6}|[Ⅰ-ⅻ]"
_HAN = "[一二三四五六七八九十百零〇两]{1,6}"
# `5`, `- 5 -`, `— 5—`, `第 5 页`, `第五页`, `第5页 共12页`, `5 / 12`, `Page 5 of 12`, `- iv -`; not `2025年`, not `1.`
_PAGE_NUMBER = re.compile(
    r"[-—–－·.•~～\s]{0,6}(?:第\s?)?\d{1,4}(?:\s?页)?(?:\s?[,，/／\s]\s?共?\s?\d{1,4}\s?页?)?[-—–－·•~～\s]{0,6}"
    rf"|第\s?(?:\d{{1,4}}|{_HAN})\s?页(?:\s?[,，/／（(]?\s?共\s?(?:\d{{1,4}}|{_HAN})\s?页[)）]?)?"
    rf"|[-—–－·]\s?(?:{_ROMAN})\s?[-—–－·]"
    r"|(?:Page|P\.?)\s?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?",
    re.IGNORECASE,
)
_ROMAN_NUMBER = re.compile(_ROMAN)  # bare, it is one where other pages have one too
_NUMBER = re.compile(r"\d+")
# These count up from page to page, and are no page numbers.
_HEADING = re.compile(
    r"(?:附\s?[件录表图]|[表图]|第.{1,4}[章节条部篇]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])"
)


@dataclass(slots=True)
class _Edge:
    """A line in a page's margin: its index, its words without digits, its numbers, its place; its chain's length."""

    index: int
    shape: str
    numbers: tuple[int, ...]
    from_top: bool
    distance: float
    chain: list[int]


def margin_lines(pages: Sequence[Sequence[Piece]], papers: Sequence[tuple[float, float]]) -> set[tuple[int, int]]:
    """(page index, line index) of the lines that are no part of the text.

    ``papers`` are the top and the bottom of each page's paper, in points.
    """
    edges = [_edges(lines, paper) for lines, paper in zip(pages, papers, strict=True)]
    _chain(edges)
    often = _OFTEN if len(pages) < _LONG else _OFTEN_IN_LONG
    roman = sum(any(_ROMAN_NUMBER.fullmatch(line.text) for line in lines[-1:]) for lines in pages) >= _OFTEN
    found: set[tuple[int, int]] = set()
    for number, (lines, here) in enumerate(zip(pages, edges, strict=True)):
        repeated = {edge.index for edge in here if edge.chain[0] >= often}
        numbered = {edge.index for edge in here if _is_page_number(lines[edge.index].text, roman)}
        found |= {(number, index) for index in repeated}
        found |= {(number, index) for index in _outermost(len(lines), repeated, numbered)}
    return found


def _edges(lines: Sequence[Piece], paper: tuple[float, float]) -> list[_Edge]:
    top, bottom = paper
    zone = _ZONE * (bottom - top)
    found = []
    for index, line in enumerate(lines):
        assert line.box is not None
        from_top = line.box[3] < top + zone
        if from_top or line.box[1] > bottom - zone:
            words = "".join(line.text.split())
            numbers = tuple(int(number) for number in _NUMBER.findall(words[:200]) if len(number) < 10)
            distance = line.box[1] - top if from_top else bottom - line.box[3]
            found.append(_Edge(index, _NUMBER.sub("#", words), numbers, from_top, distance, [1]))
    return found


def _chain(pages: Sequence[Sequence[_Edge]]) -> None:
    """Count for each line on how many pages it stands; the pages follow each other, or every second one."""
    for number, here in enumerate(pages):
        for edge in here:
            before = (
                other
                for apart in range(1, min(_PAGES_APART, number) + 1)
                for other in pages[number - apart]
                if _alike(other, edge, apart)
            )
            known = next(before, None)
            if known is not None:
                known.chain[0] += 1
                edge.chain = known.chain


def _alike(one: _Edge, other: _Edge, apart: int) -> bool:
    """The same words at the same place; numbers among them stay, or count the pages."""
    if one.shape != other.shape or one.from_top != other.from_top:
        return False
    if abs(one.distance - other.distance) > _SAME_PLACE or len(one.numbers) != len(other.numbers):
        return False
    steps = {second - first for first, second in zip(one.numbers, other.numbers, strict=True)}
    return steps <= {0} or (steps <= {0, apart} and _HEADING.match(one.shape) is None)


def _is_page_number(text: str, roman: bool) -> bool:
    return _PAGE_NUMBER.fullmatch(text) is not None or (roman and _ROMAN_NUMBER.fullmatch(text) is not None)


def _outermost(count: int, repeated: set[int], numbered: Iterable[int]) -> set[int]:
    """The page numbers that no line of the text stands outside of."""
    first, last = 0, count - 1
    while first in repeated:
        first += 1
    while last in repeated:
        last -= 1
    return {index for index in numbered if index in (first, last)}
