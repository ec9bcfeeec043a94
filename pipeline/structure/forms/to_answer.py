"""Headings of a template with nothing under them yet: 1.研究目标 / 2.技术路线（逐条说明）."""

import re
from collections.abc import Sequence

from pipeline.structure.titles.numbering import number_at
from schemas.outline import Division, Role
from schemas.text import Block, Text

# 3.验证（中试）内容与方法, 4 进度与里程碑（以合同签订为起点，按月排）
_TO_ANSWER = re.compile(
    r"\d{1,2}(?:(?:\.\d{1,2})?[ \u3000]|[.．、]\s?)"
    r"[\u4e00-\u9fff、与及和]{2,18}(?:[（(][\u4e00-\u9fff]{2,4}[）)][\u4e00-\u9fff]{2,12})?"
    r"(?:[（(][^（）()]{2,60}[）)])?"
)
_NEXT = re.compile(r"附[件表录]?[一二三四五六七八九十甲乙丙丁戊己\dA-H]{0,2}[:：]?")  # above the title of the next part
_SHORTEST = 4  # characters of a title
_LEAST, _NOTES = 4, 1  # titles of a template that is nothing else, and lines above them


def to_answer(text: Text, blocks: Sequence[Block], division: Division) -> frozenset[int]:
    """Where the headings begin of a task book's template that have nothing or little under them.

    In an attachment every such line is one; elsewhere only where the division has no other lines from the first on, and
    before it no more than a note without a number. ``blocks`` are the division's paragraphs in order, outside its
    tables.
    """
    if division.role is not Role.TASK_BOOK:
        return frozenset()
    asked = [block for block in blocks if _asks(text.clean[block.start : block.end])]
    last = len(blocks) - 1 if blocks and _NEXT.fullmatch(text.clean[blocks[-1].start : blocks[-1].end]) else len(blocks)
    before = [text.clean[block.start : block.end] for block in blocks[: last - len(asked)]]
    only = len(asked) >= _LEAST and asked == list(blocks)[:last][-len(asked) :]
    noted = len(before) <= _NOTES and not any(number_at(words) for words in before)
    if division.attachment is None and not (only and noted):
        return frozenset()
    return frozenset(block.start for block in asked)


def _asks(words: str) -> bool:
    number = number_at(words)
    return number is not None and len(words) - number.end >= _SHORTEST and _TO_ANSWER.fullmatch(words) is not None
