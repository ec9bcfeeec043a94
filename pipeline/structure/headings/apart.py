"""Headings that only their layout tells: a short line at the margin over an indented text, a short bold line."""

import re
from bisect import bisect_left
from collections.abc import Sequence, Set
from itertools import pairwise

from pipeline.structure.titles.numbering import number_at
from schemas.text import Block, Text

_TITLE = re.compile(r"[^。；;，,！？!?：:、|]{2,20}")
_EMPTY_LINE = re.compile(r"\n[ \t\u3000]*\n$")
_INDENT = re.compile(r"(?:\u3000{1,4}| {2,8}|\t)\S")
_LEAST = 3
_PROSE = 30  # characters of a paragraph of text


def set_apart(text: Text, blocks: Sequence[Block]) -> frozenset[int]:
    """Where the lines begin that head a text or a table by their layout alone; empty unless there are three.

    An empty line stands above and the text below is set in, or the line is printed bold as a whole and the text is not.

    ``blocks`` are paragraphs in order, without a numbered chapter among them.
    """
    if len(blocks) < _LEAST:
        return frozenset()
    first, last = text.raw_span(blocks[0].start, blocks[-1].end)
    printed = text.document.bold
    bold = frozenset(start for start, _ in printed[bisect_left(printed, (first, 0)) : bisect_left(printed, (last, 0))])
    found = [
        block.start
        for block, below in pairwise([*blocks, None])
        if block is not None and _is_title(text, block, bold) and _opens(text, block, below, bold)
    ]
    return frozenset(found) if len(found) >= _LEAST else frozenset()


def _is_title(text: Text, block: Block, bold: Set[int]) -> bool:
    """A short line without marks and number, bold or at the margin below an empty line."""
    words = text.clean[block.start : block.end]
    start, _ = text.raw_span(block.start, block.end)
    words = words.rstrip("：:") if start in bold else words
    if _TITLE.fullmatch(words) is None or number_at(words) is not None:
        return False
    return start in bold or _EMPTY_LINE.search(text.document.text, max(start - 40, 0), start) is not None


def _opens(text: Text, block: Block, below: Block | None, bold: Set[int]) -> bool:
    """What follows is a table, or a paragraph of text: set in from the margin, or not bold as the line is."""
    end = below.start if below is not None else len(text.clean)
    if _tables_before(text, block.end) < _tables_before(text, end):
        return True
    if below is None:
        return False
    opening, stop = text.raw_span(block.start, block.end)
    start, _ = text.raw_span(below.start, below.end)
    if opening in bold:
        return start not in bold
    if below.end - below.start < _PROSE and not text.clean.startswith("。", below.end - 1):  # a sentence is a text
        return False
    between = text.document.text[stop : start + 1].rpartition("\n")[2]
    return _INDENT.fullmatch(between) is not None


def _tables_before(text: Text, offset: int) -> int:
    """How many tables begin before this offset."""
    return bisect_left(text.tables, offset, key=lambda grid: grid.start)
