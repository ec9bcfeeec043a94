"""The one column of bounds in a table of indicators, whatever its head: 考核项 | 多少才算 over 误差 | ≤1 m."""

import re
from collections import defaultdict
from collections.abc import Sequence

from extractors.targets.columns import cell_words
from extractors.targets.heads import Columns, is_beside, names_none
from extractors.values.quantities import find_quantities
from schemas.text import Block, Text

_LONGEST_NAME = 24
_LEAD = 1  # characters before the bound
_LEAST = 2  # rows
# 拟支持强度, 码头提供, 报名门槛, 及格线: what the office gives, and whom it takes
_GIVEN = re.compile(
    r"支持|资助|补助|补贴|强度|经费|资金|额度|金额|榜额|限额|奖励|[限报]价|提供|配套|保障|门槛|资格|入围|及格|起评"
)


def bound_column(text: Text, cells: Sequence[Block], head_row: int | None) -> Columns | None:
    """Its columns, where one alone holds nothing but bounds (≤1 m, 不低于90%) below a head of its own.

    The nearest column before it that holds short words without figures names what is measured.
    """
    head = head_row if head_row is not None else min((cell.row for cell in cells), default=0)
    heads = {cell.column: cell_words(text, cell).strip() for cell in cells if cell.row == head}
    below: dict[int, list[str]] = defaultdict(list)
    for cell in cells:
        if cell.row > head:
            below[cell.column].append(cell_words(text, cell).strip())
    goals = [at for at, said in below.items() if at in heads and len(said) >= _LEAST and all(map(_is_bound, said))]
    if len(goals) != 1 or _GIVEN.search(heads[goals[0]]) or is_beside(heads[goals[0]]) or _is_bound(heads[goals[0]]):
        return None
    before = [at for at in sorted(heads) if at < goals[0] and not names_none(heads[at]) and _are_names(below[at])]
    return Columns(head, (before[-1],), (goals[0],), (), None, frozenset(), heads) if before else None


def holds_no_figure(text: Text, cells: Sequence[Block], columns: Columns) -> bool:
    """考核项 | 应达到: the column that seems to bind by its head only names what is measured."""
    binding = (*columns.goal, *columns.midway)
    said = (cell_words(text, cell) for cell in cells if cell.column in binding and cell.row > columns.head_row)
    return not any(map(find_quantities, said))


def _is_bound(words: str) -> bool:
    first = next(iter(find_quantities(words)), None)
    return first is not None and first.compared and first.outer_start <= _LEAD


def _are_names(cells: Sequence[str]) -> bool:
    return all(2 <= len(one) <= _LONGEST_NAME and not find_quantities(one) for one in cells if one) and any(cells)
