"""Tables of indicators whose cells say themselves what their column is: 识别率 | 榜单要求：≥93% | 承诺：95%."""

import re

from extractors.targets.columns import cell_words
from extractors.targets.heads import Columns, promises
from schemas.text import Block, Text

_LABELLED = re.compile(r"\s*(?P<label>[\u4e00-\u9fff]{2,8})\s?[：:]\s?\S")
_FEWEST_ROWS = 2
_LONGEST_NAME = 24
_NAMES = "指标"


def labelled_columns(text: Text, cells: list[Block]) -> Columns | None:
    """Its columns, where each row says 承诺：95% in the same place, and the names before it have no label; else None.

    No row is their head, so that the first one tells of an indicator as the others do.
    """
    columns: dict[int, list[str]] = {}
    for cell in sorted(cells, key=lambda cell: cell.row):
        columns.setdefault(cell.column, []).append(cell_words(text, cell))
    rows = len({cell.row for cell in cells})
    labels = {column: label for column, words in columns.items() if (label := _label(words, rows)) is not None}
    goal = [column for column, label in labels.items() if promises(label)]
    names = [column for column in columns if column < min(labels, default=0)]
    named = bool(names) and all(0 < len(words) <= _LONGEST_NAME for column in names for words in columns[column])
    if rows < _FEWEST_ROWS or len(goal) != 1 or not named:
        return None
    heads = dict.fromkeys(names, _NAMES) | labels
    return Columns(-1, tuple(names), tuple(goal), (), None, frozenset(), heads)


def _label(words: list[str], rows: int) -> str | None:
    """The label that every cell of the column begins with; None where one begins otherwise, or a row has no cell."""
    matches = [_LABELLED.match(one) for one in words]
    found = {match["label"] for match in matches if match is not None}
    return found.pop() if len(words) == rows and all(matches) and len(found) == 1 else None
