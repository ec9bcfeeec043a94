"""A form's table as rows of cells, without the column that only counts them."""

import re
from collections.abc import Sequence

from extractors.forms.cells.cells import FormCell
from extractors.forms.labels.words import could_be_label, is_known_label, is_marked_label
from extractors.text.spans import squeezed
from schemas.text import Grid, Text

# A first row that only says what stands below: 栏目 | 内容, 项目 | 填写处.
_WHO = r"(?:请|需要?|应|要|所|待|由?(?:申[报请]|揭榜)(?:单位|人|者|方))"
_WHAT = r"(?:的?(?:内容|项目?|事项|栏目?|情况|信息)|处|区|位置|在?(?:此处?|这里))"
_HEAD = re.compile(
    r"栏目?|内容|项目?|事项|条目|要素|信息|字段|名称|值|答案|回答|您的(?:回答|答案)"
    rf"|{_WHO}?填[写报]?{_WHAT}?"
)
_ASIDE = re.compile(r"[（(【][^（）()【】]{1,30}[）)】]$")  # 栏目（括号内为提示）
_NUMBERS = frozenset({"序号", "编号", "项次"})
_PAIR = 2
_LEAST_NUMBERS = 3  # of a column that counts the rows


def is_head(row: Sequence[FormCell]) -> bool:
    """栏目 | 内容: a row that only says what stands below."""
    return bool(row) and all(_HEAD.fullmatch(_ASIDE.sub("", cell.words)) for cell in row)


def are_pairs(rows: Sequence[Sequence[FormCell]]) -> bool:
    """Two columns, labels at the left with their answers beside them: a head says so, or half of the labels do."""
    pairs = [row for row in rows if len(row) == _PAIR and not is_head(row)]
    if not all(len(row) <= _PAIR for row in rows) or not all(could_be_label(row[0].words) for row in pairs):
        return False
    known = sum(is_known_label(row[0].words) or is_marked_label(row[0].words) for row in pairs)
    headed = bool(rows) and len(rows[0]) == _PAIR and is_head(rows[0])
    return len(pairs) >= _LEAST_NUMBERS and (known * 2 >= len(pairs) or (headed and known > 0))


def rows_of(text: Text, grid: Grid) -> list[list[FormCell]]:
    """The cells row by row, from left to right; a cell merged downwards stands in each of its rows."""
    table = text.blocks[grid.cells[0]].table if grid.cells else None
    rows = text.rows_of(table) if table is not None else {}
    read = [[FormCell(c, squeezed(text.clean[c.start : c.end])) for c in rows[number]] for number in sorted(rows)]
    return [row[1:] if len(row) > 1 else row for row in read] if _counts_rows(read) else read


def _counts_rows(rows: Sequence[Sequence[FormCell]]) -> bool:
    """1 | 单位名称 | … over 2 | 联系人 | …: the first column counts the form's rows and says nothing else."""
    headed = len(rows) > 1 and rows[0][0].words in _NUMBERS and is_head(rows[0][1:])
    first = {row[0].block.start: row[0].words.rstrip(".．、") for row in rows[headed:] if len(row) > 1}
    numbers = [int(words) for words in first.values() if re.fullmatch(r"\d{1,2}", words)]
    return len(first) == len(numbers) >= _LEAST_NUMBERS and numbers == list(
        range(numbers[0], numbers[0] + len(numbers))
    )
