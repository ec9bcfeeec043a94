"""Attachments that are lists of papers by what stands in them: boxes before their names, whatever the title says."""

import re

from extractors.materials.lists import is_thing
from extractors.text.items import number_at
from extractors.text.spans import Span, trimmed
from schemas.outline import Division
from schemas.text import Block, Text

_BOX = re.compile(r"[□☐▢◻]\s*")
# 交材料前自己打钩, 要带什么, 佐证: what a list of papers may be called
_OF_PAPERS = re.compile(r"[证件]|材料|资料|交|带|附|打[钩勾]|自查|核对|备齐|准备")
_TICKED = re.compile(r"[☑☒■√✓✔]")
_LONGEST = 60
_FEWEST = 2


def lists_papers(text: Text, division: Division, blocks: list[Block]) -> bool:
    """Nothing but short items that open with empty boxes, or bear any mark below a title that tells of papers.

    Two thirds of them are named as papers are. Ticked boxes are answers, and a sentence no item.
    """
    lines = [Span(block.start, block.end) for block in blocks]
    boxed = [mark.end() for line in lines if (mark := _BOX.match(text.clean, line.start, line.end)) is not None]
    marked = len(boxed) == len(lines) or (_OF_PAPERS.search(division.title) is not None and _are_marked(text, lines))
    if not marked or len(lines) < _FEWEST:
        return False
    words = [_named(text, line) for line in lines]
    short = all(len(said) <= _LONGEST and "。" not in said and not _TICKED.search(said) for said in words)
    return short and 3 * sum(map(is_thing, words)) >= 2 * len(words)


def _are_marked(text: Text, lines: list[Span]) -> bool:
    styles = {number_at(text.clean, line.start, line.end)[0] for line in lines}
    return len(styles) == 1 and "" not in styles


def _named(text: Text, line: Span) -> str:
    box = _BOX.match(text.clean, line.start, line.end)
    body = box.end() if box is not None else line.start
    return trimmed(text.clean, number_at(text.clean, body, line.end)[1], line.end, "。；;").of(text.clean)
