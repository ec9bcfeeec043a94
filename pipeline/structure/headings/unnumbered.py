"""Headings of a text without numbers: known titles over their text, 申报条件：, short lines with a bold mark."""

import re
from collections.abc import Set
from itertools import pairwise

from pipeline.structure.headings.heading import Heading
from pipeline.structure.titles.numbering import number_at
from pipeline.structure.titles.titles import ASKING, PLAIN
from schemas.text import Block, Text

_LEAST_TITLES = 2
_BULLET_TITLE = re.compile(r"[◆■●★▲♦◇◎※❖][^。；;，,：:]{2,40}")


def unnumbered_heading(text: Text, block: Block, following: Block | None, marked: Set[int]) -> Heading | None:
    """A heading of a text without numbers: 申报条件：, ◆参与资格, a known title over its text."""
    words = text.clean[block.start : block.end].strip()
    if ASKING.fullmatch(words):
        return Heading("plain", None, words[:-1], block.start, block.end)
    if block.start in marked:
        return Heading("bullet", None, words.strip(words[0] + " "), block.start, block.end)
    if is_plain(text, block, following):
        return Heading("plain", None, text.clean[block.start : block.end], block.start, block.end)
    return None


def under_titles(text: Text, blocks: list[Block], headed: list[Block]) -> bool:
    """All chapters are numbered （一）, and known titles without a number stand above the first of them."""
    numbers = [number_at(text.clean[block.start : block.end]) for block in headed]
    if any(number is None or number.style != "han_paren" for number in numbers):
        return False
    above = pairwise(blocks[: blocks.index(headed[0]) + 1])
    return sum(is_plain(text, block, below) for block, below in above) >= _LEAST_TITLES


def bulleted(text: Text, blocks: list[Block]) -> frozenset[int]:
    """Where the short lines begin that one bold mark opens, each with something else below: ◆参与资格 above ▪….

    Three or more of one mark are the headings of a text without numbers; marks that follow each other are a list.
    """
    lines = [text.clean[b.start : b.end] for b in blocks]
    heads: dict[str, list[int]] = {}
    for at, line in enumerate(lines[:-1]):
        if _BULLET_TITLE.fullmatch(line) and lines[at + 1][:1] != line[0]:
            heads.setdefault(line[0], []).append(blocks[at].start)
    best = max(heads.values(), key=len, default=[])
    return frozenset(best) if len(best) >= 3 else frozenset()


def is_plain(text: Text, block: Block, following: Block | None) -> bool:
    """A known title on a line of its own, with text below that is no such title."""
    words = text.clean[block.start : block.end]
    below = text.clean[following.start : following.end] if following is not None else ""
    return PLAIN.fullmatch(words) is not None and len(below) > 1 and PLAIN.fullmatch(below) is None
