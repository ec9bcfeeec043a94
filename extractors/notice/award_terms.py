"""What a call asks for in the words that promise a subsidy: 购置冷藏车，容积不小于8立方米，每台补助3万元."""

import re
from collections.abc import Iterator

from extractors.targets.columns import cell_words
from extractors.targets.tables import find_head_targets
from extractors.text.marks import NUMBERED
from extractors.text.spans import Span, sentences
from schemas.facts import Target
from schemas.outline import Outline, Role
from schemas.text import Grid, Text

_ROLES = frozenset({Role.BODY, Role.TASK_LIST})
_GIVES = r"(?:给予|予以|补助|补贴|奖励|奖补|资助)"
# What is bought or built opens the sentence; the last comma before the sum parts what is asked from what is given.
_BOUGHT = re.compile(
    rf"[ \u3000]*(?:{NUMBERED}\s?)?"
    r"(?P<what>(?:新购|购置|购买|采购|新建|改建|扩建|改扩建|建设|租赁|引进|更新|安装)"
    r"[^。；\n]{4,160}?)[，,]\s?(?:在[^，。；\n]{2,24}基础上)?(?:按照?|每)[^，。；\n]{0,24}?"
    rf"{_GIVES}"
)
# 奖励金额, 补助标准（万元）: the column of what is given, of a table whose other columns say for what
_GIVEN = re.compile(
    r"(?:一次性)?(?:奖励|补助|补贴|奖补|资助|支持)(?:金额|标准|资金|额度)?(?:[（(][^（）()]{1,8}[)）])?"
)
_PROMISES = re.compile(
    rf"对[^。；\n]{{4,120}}的[^。；\n]{{0,12}}[，,][^。；\n]{{0,16}}{_GIVES}[^。；\n]{{0,16}}[:：]\s*$"
)
_NO_TERM = re.compile(r"档次?|等级|级别|类别|序号|编号|备注|说明|名称|限额|上限|名额|数量|比例上限")
_LONGEST_HEAD = 24
_LEAD = 200  # characters before a table that may promise


def award_terms(text: Text, outline: Outline) -> list[Span]:
    """The stretches that say what has to be bought or built, up to the sum that is given for it; in order."""
    found = []
    for division in outline.divisions:
        if division.role in _ROLES:
            for span in sentences(text.clean, division.start, division.end):
                match = _BOUGHT.match(text.clean, span.start, span.end)
                if match:
                    found.append(Span(match.start("what"), match.end("what")))
    return found


def tier_targets(text: Text, outline: Outline) -> list[Target]:
    """The bounds in a table of tiers below the words that promise an award: 营业收入 | 增幅 | 奖励金额."""
    return [
        target.model_copy(update={"role": "eligibility"})
        for grid in text.tables
        if outline.division_at(grid.start).role in _ROLES and _promised(text, grid)
        for target in _of_tiers(text, grid)
    ]


def _promised(text: Text, grid: Grid) -> bool:
    begin = max(text.clean.rfind(mark, max(0, grid.start - _LEAD), grid.start) for mark in "。；")
    return _PROMISES.search(text.clean, max(begin, 0, grid.start - _LEAD), grid.start) is not None


def _of_tiers(text: Text, grid: Grid) -> Iterator[Target]:
    cells = [text.blocks[at] for at in grid.cells]
    heads = {cell.column: cell_words(text, cell).strip() for cell in cells if cell.row == 0}
    given = {column for column, words in heads.items() if _GIVEN.fullmatch(words)}
    if given:
        terms = {
            column: words
            for column, words in heads.items()
            if column not in given and 2 <= len(words) <= _LONGEST_HEAD and _NO_TERM.search(words) is None
        }
        yield from find_head_targets(text, grid, terms)
