"""A table of goals with one row of figures: 布放规模（套） | 回收率（%） | 单机重量（千克） over 40 | 99 | 6.5."""

import re

from extractors.targets.columns import begins_with_figure, cell_words, turned
from extractors.targets.heads import Columns
from extractors.targets.row_names import IN_BRACKETS
from extractors.values.units import multiplied
from schemas.text import Block, Text

_ROWS, _FEWEST = 2, 2  # rows of the table, heads with a unit
_TIME = re.compile(r"(?:完成|验收|实现|达到)?(?:时间|时限|期限|日期|节点)")
_OF_A_YEAR = re.compile(r"20\d\d|第[一二三四]年|中期|现[状有]|目前|当前|原|基[线准]|立项")


def one_row(text: Text, cells: list[Block]) -> tuple[list[Block], Columns] | None:
    """The table turned, with its columns; None for one of more rows, or whose heads do not all say a unit.

    Beside the heads with a unit there may be one for the time; a head that names a year or what there is parts one
    metric, and names none.
    """
    heads = [cell for cell in cells if cell.row == 0]
    below = {cell.column: cell_words(text, cell).strip() for cell in cells if cell.row == 1}
    if len({cell.row for cell in cells}) != _ROWS or len(heads) != len(below) or len(heads) * _ROWS != len(cells):
        return None
    said = {cell.column: cell_words(text, cell).strip() for cell in heads}
    measured = [column for column, head in said.items() if _has_unit(head)]
    others = [head for column, head in said.items() if column not in measured]
    figures = all(begins_with_figure(below.get(column, "")) for column in measured)
    if len(measured) < _FEWEST or not figures or not all(map(_TIME.fullmatch, others)):
        return None
    if any(map(_OF_A_YEAR.search, said.values())):
        return None
    return turned(cells), Columns(-1, (0,), (1,), (), None)


def _has_unit(head: str) -> bool:
    bracket = IN_BRACKETS.search(head)
    return bracket is not None and multiplied(bracket.group(1))[1] is not None
