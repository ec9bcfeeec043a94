"""Tables of indicators without heads: 一 | 识别率 | 93% over 二 | 损失率 | 2%以内."""

from extractors.targets.columns import begins_with_figure, cell_words
from extractors.targets.heads import Columns
from extractors.text.tables import counts_rows
from schemas.text import Block, Text

_FEWEST_CELLS = 3  # the number, the name, the figure
_LONGEST_NAME = 24


def headless(text: Text, cells: list[Block]) -> Columns | None:
    """Its columns, where the rows are numbered from the first one on; None for any other table.

    The column behind the numbers names what is measured, the next one begins with figures all the way down.
    """
    by_row: dict[int, list[Block]] = {}
    for cell in cells:
        by_row.setdefault(cell.row, []).append(cell)
    rows = [sorted(row, key=lambda cell: cell.column) for _, row in sorted(by_row.items())]
    if min(map(len, rows), default=0) < _FEWEST_CELLS or not counts_rows([cell_words(text, row[0]) for row in rows]):
        return None
    names, values = ([cell_words(text, row[at]) for row in rows] for at in (1, 2))
    named = all(2 <= len(name) <= _LONGEST_NAME and not begins_with_figure(name) for name in names)
    if not named or not all(map(begins_with_figure, values)):
        return None
    return Columns(-1, (rows[0][1].column,), (rows[0][2].column,), (), None)
