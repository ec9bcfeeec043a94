"""Outlines whose chapters stand one a line, each with what it is to say: 2 解决方案。说明研究内容（限2000字）。"""

import re
from collections.abc import Sequence
from itertools import takewhile

from pipeline.structure.heading import Heading
from pipeline.structure.numbering import Number, letter_at, number_at, value_of
from pipeline.structure.titles import OUTLINE
from schemas.outline import Division, Role
from schemas.text import Block, Text

_STYLES = frozenset({"bare", "arabic", "arabic_paren", "half_paren", "han_paren", "letter"})
# 技术路线（不超过1500字）：催化剂设计…; a last mark may have nothing behind it
_TITLE = re.compile(
    r"\s*(?P<title>[\u4e00-\u9fff、“”]{2,18}(?:[（(][^（）()]{2,20}[)）])?)"
    r"(?:(?:[。：:]|—{1,2}|→)(?P<says>.?)|[【〔](?P<framed>[^】〕]{2,120})[】〕]|$)"
)
_ASIDE = re.compile(r"[→◇◆•·▪－-]\s?\S")  # → 底数、运行问题: what a chapter is to say, on a line of its own
_LABELLED = re.compile(r"[\u4e00-\u9fff]{2,12}[：:].{2,}")  # 项目简介：300字以内, above the first chapter
_FEWEST = 3


def guided_chapters(text: Text, blocks: Sequence[Block], division: Division) -> dict[int, Heading]:
    """The headings by where their lines begin, where the whole of an outline consists of such lines; else {}.

    They are numbered 1, 2, 3 in one style; items of a text are so too, and no outline is their title.
    """
    if division.role is not Role.TASK_BOOK or OUTLINE.search(division.title.strip()) is None or len(blocks) < _FEWEST:
        return {}
    found: dict[int, Heading] = {}
    unnumbered = takewhile(lambda block: _LABELLED.fullmatch(text.clean, block.start, block.end), blocks)
    rest = blocks[len(list(unnumbered)) :]
    chapters = [block for block in rest if _ASIDE.match(text.clean, block.start, block.end) is None]
    told = len(rest) - len(chapters)
    for position, block in enumerate(chapters, 1):
        words = text.clean[block.start : block.end]
        number = number_at(words) or letter_at(words)
        title = _TITLE.match(text.clean, block.start + number.end, block.end) if number is not None else None
        if number is None or title is None or number.style not in _STYLES or _value(number) != position:
            return {}
        says = (title["says"] or "").strip()
        told += bool(says or title["framed"])
        end = title.start("says") if says else title.end("title") if title["framed"] else block.end
        found[block.start] = Heading(number.style, number.label.strip(), title["title"], block.start, end)
    return found if 2 * told > len(found) and len({heading.style for heading in found.values()}) == 1 else {}


def _value(number: Number) -> int:
    """3 for 3, （三） and C."""
    return ord(number.label[0]) - ord("A") + 1 if number.style == "letter" else value_of(number.label)
