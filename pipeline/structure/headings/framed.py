"""Chapters whose titles stand framed on lines of their own: 【现状分析】, 【经费安排】（万元）."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.structure.forms.groups import are_groups
from pipeline.structure.headings.guided import tells_what_to_write
from pipeline.structure.headings.heading import Heading
from pipeline.structure.titles.numbering import HAN, number_at
from pipeline.structure.titles.within import ORNAMENTS
from schemas.outline import Division, Role
from schemas.text import Block, Text

_FRAMED = re.compile(
    rf"(?P<frame>[【〖]\s?(?P<title>{HAN}[^【】〖〗。；;，,：:！？!?\d]{{1,19}})\s?[】〗])\s?(?:[（(][^（）()]{{1,40}}[)）])?"
)
# ★项目概述, ◆资金预算（万元）
_ORNAMENT = re.compile(
    rf"(?P<mark>[{ORNAMENTS}])\s?(?P<frame>(?P<title>{HAN}[^。；;，,：:！？!?\d（）()]{{1,19}}))\s?(?:[（(][^（）()]{{1,40}}[)）])?"
)
_LEAST = 3
_MOST_SAID = 3  # lines of guidance below a title
_CHAPTERS = ("chapter", "han", "capital", "han_bare")


def framed_chapters(text: Text, blocks: Sequence[Block], division: Division) -> dict[int, Heading]:
    """The headings by where their paragraph begins; {} unless there are three, each with something of its own below.

    ``blocks`` are the paragraphs of a task book in order. Under numbered chapters (一、技术方案 / 【创新点】) such
    lines are no chapters; labels that follow each other (【单位名称】 / 【联系人】) head nothing,
    and groups of a form (【牵头单位】 over 单位名称：某某) are none.
    """
    found: dict[int, Heading] = {}
    if division.role is not Role.TASK_BOOK:
        return found
    for block, below in pairwise([*blocks, None]):
        if block is None:
            continue
        match = _FRAMED.fullmatch(text.clean, block.start, block.end)
        number = number_at(text.clean[block.start : block.end]) if match is None and not found else None
        if number is not None and number.style in _CHAPTERS:
            return {}
        if match is None:
            continue
        if not _holds(text, block, below, _FRAMED):
            return {}
        found[block.start] = Heading("plain", None, match["title"].strip(), block.start, match.end("frame"))
    return found if len(found) >= _LEAST and not are_groups(text, blocks, found.keys()) else {}


def is_framed_outline(text: Text, blocks: Sequence[Block], division: Division) -> bool:
    """【材料与方法】 over 逐一写明来源；这一节不超过1800字。: framed titles over what each chapter is to say.

    So stand the sections of rules and of a text that is written; nobody says there what to write and how long.
    """
    found = framed_chapters(text, blocks, replace(division, role=Role.TASK_BOOK))
    first = next((at for at, block in enumerate(blocks) if block.start in found), 0)
    said = [text.clean[block.start : block.end] for block in blocks[first:] if block.start not in found]
    return bool(found) and len(said) <= _MOST_SAID * len(found) and tells_what_to_write(said, len(found))


def ornamented_chapters(text: Text, blocks: Sequence[Block], division: Division) -> dict[int, Heading]:
    """★项目概述 over its text, as :func:`framed_chapters`, where the first such line begins the task book.

    All open with one mark; below a text, a number or another title they are its points.
    """
    found: dict[int, Heading] = {}
    if division.role is not Role.TASK_BOOK:
        return found
    own = division.title_end == division.start  # 第二部分 揭榜任务书, a chapter with others below it
    lines = blocks[1:] if own else blocks
    first = _ORNAMENT.fullmatch(text.clean, lines[0].start, lines[0].end) if lines else None
    for block, below in pairwise([*lines, None]) if first is not None else ():
        match = _ORNAMENT.fullmatch(text.clean, block.start, block.end) if block is not None else None
        if first is None or block is None or match is None or match["mark"] != first["mark"]:
            continue
        if not _holds(text, block, below, _ORNAMENT):
            return {}
        found[block.start] = Heading("plain", None, match["title"].strip(), block.start, match.end("frame"))
    return found if len(found) >= _LEAST and not are_groups(text, blocks, found.keys()) else {}


def _holds(text: Text, block: Block, below: Block | None, title: re.Pattern[str]) -> bool:
    """A paragraph that is no such title, or a table, stands below."""
    end = below.start if below is not None else len(text.clean)
    if any(block.end <= grid.start < end for grid in text.tables):
        return True
    return below is not None and title.fullmatch(text.clean, below.start, below.end) is None
