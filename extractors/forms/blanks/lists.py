"""Tables of a template that are lists as a whole: 指标 | 榜单要求 | 响应值 over rows to be filled in."""

from collections.abc import Sequence

from extractors.forms.cells.cells import FormCell
from extractors.forms.labels.words import could_be_label, heads_column, is_known_label

_LEAST_COLUMNS = 3
_BRACKETS = str.maketrans("", "", "（）()")


def is_blank_list(rows: Sequence[Sequence[FormCell]]) -> bool:
    """A row of heads over rows with nothing in them, or with nothing but what each is of (设备费 | | ).

    One blank row under known labels is the answer to these, and two columns with words at the left are labels with
    their answers. A row of heads alone is a list where nothing in it could be an answer.
    """
    head, below = rows[0], rows[1:]
    if len(head) < 2 or not all(cell.words and _could_head(cell.words) for cell in head):
        return False
    if not below:
        heads = sum(heads_column(cell.words) for cell in head)
        return len(head) >= _LEAST_COLUMNS and heads == len(head) and not is_known_label(head[0].words)
    if any(_columns(row) != _columns(head) for row in below):
        return False
    if not any(cell.words for row in below for cell in row):
        known = sum(is_known_label(cell.words) for cell in head)
        return len(below) > 1 or known * 2 < len(head)
    if len(head) < _LEAST_COLUMNS or any(is_known_label(row[0].words) for row in below):
        return False
    return not any(cell.words for row in below for cell in row[1:-1]) and not all(row[-1].words for row in below)


def _could_head(words: str) -> bool:
    """县（区） as well: one character and what may stand for it."""
    return could_be_label(words) or could_be_label(words.translate(_BRACKETS))


def _columns(row: Sequence[FormCell]) -> list[int]:
    return [cell.block.column for cell in row]
