"""Titles over labels with their answers: 【牵头单位】 over 单位名称：某某, 甲、项目人员 over 1.姓名 | 某某."""

import re
from collections.abc import Sequence, Set

from extractors.forms.labels.in_lines import labelled
from extractors.forms.labels.words import is_known_label
from schemas.text import Block, Grid, Text

_LONGEST = 60  # characters of a label and its answer
_SENTENCE = re.compile(r"[。；;]")
_LEAST = 2  # labels of a group, and groups of a form


def are_groups(text: Text, blocks: Sequence[Block], titles: Set[int]) -> bool:
    """Most of the titles head labels that are answered, the first among them: the groups of a form, no chapters.

    ``blocks`` are the paragraphs in order, ``titles`` where those of the series begin. A chapter of a text may have
    labels below it (【考核指标】 over 准确率：95%), but a text does not begin with them and go on so.
    """
    groups = [_is_group(text, blocks, at) for at, block in enumerate(blocks) if block.start in titles]
    return bool(groups) and groups[0] and sum(groups) >= _LEAST and 2 * sum(groups) > len(groups)


def _is_group(text: Text, blocks: Sequence[Block], at: int) -> bool:
    below = blocks[at + 1 : at + 1 + _LEAST]
    end = below[0].start if below else len(text.clean)
    if (grid := next((g for g in text.tables if blocks[at].end <= g.start < end), None)) is not None:
        return _asks(text, grid)
    return len(below) == _LEAST and all(_is_answered(text, block) for block in below)


def _is_answered(text: Text, block: Block) -> bool:
    words = text.clean[block.start : block.end]
    if len(words) > _LONGEST or _SENTENCE.search(words):
        return False
    return bool(labelled(text.clean, block.start, block.end, anywhere=False))


def _asks(text: Text, grid: Grid) -> bool:
    """Labels stand first in the rows, with one answer beside each."""
    cells = [text.blocks[index] for index in grid.cells]
    firsts = [text.clean[cell.start : cell.end].strip() for cell in cells if cell.column == 0]
    wide = max((cell.column for cell in cells), default=0) > 1
    known = sum(map(is_known_label, firsts))
    return not wide and known >= _LEAST and 2 * known > len(firsts)
