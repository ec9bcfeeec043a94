"""Lines of a cell that are items each, though nothing numbers them and no mark ends them."""

import re
import unicodedata
from itertools import pairwise

from extractors.directions.labels.parts import find_parts
from extractors.text.marks import LISTED
from extractors.text.spans import Span, trimmed
from schemas.text import Text

_SHORTEST = 4  # characters of an item
_FITS = 4  # columns: the next character of a wrapped line would have stood in it, with one to spare
_LISTED = re.compile(LISTED)
_ENDED = tuple("，、：；。！？,:;")
_HAN_FIRST = re.compile(r"[\u4e00-\u9fff]")


def lines_of(text: Text, cell: Span) -> tuple[Span, ...]:
    """采集全程不拆装订 / 影像归本馆所有: one span a line, where the lines are no wrapped sentence; else the cell.

    A document that wraps its lines says so by lines that end before the cell is full.
    """
    at, lines = cell.start, []
    for words in cell.of(text.clean).split("\n"):
        span = trimmed(text.clean, at, at + len(words))
        lines += [span] if span.end > span.start else []
        at += len(words) + 1
    said = [line.of(text.clean) for line in lines]
    if len(lines) < 2 or not _is_list(said) or find_parts(text, cell.start, cell.end):
        return (cell,)
    apart = text.document.hard_wrapped is False or _ends_early(said)
    return tuple(lines) if apart else (cell,)


def _is_list(lines: list[str]) -> bool:
    short = any(len(line) < _SHORTEST or _LISTED.match(line) for line in lines)
    return not short and not any(line.endswith(_ENDED) for line in lines[:-1])


def _ends_early(lines: list[str]) -> bool:
    """A line before which the next one's first character would have found room."""
    widest = max(map(_width, lines))
    pairs = pairwise(lines)
    return any(_HAN_FIRST.match(after) and _width(line) + _FITS <= widest for line, after in pairs)


def _width(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in words)
