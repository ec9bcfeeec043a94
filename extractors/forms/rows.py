"""A form's table as rows of cells, without the column that only counts them."""

import re
from collections.abc import Sequence

from extractors.forms.cells import FormCell
from extractors.forms.words import could_be_label, is_known_label, is_marked_label, is_shared_label
from extractors.text.spans import squeezed
from schemas.text import Grid, Text

# A first row that only says what stands below: 栏目 | 内容.
_HEADS = frozenset(
    {
        "栏目",
        "内容",
        "项目",
        "填写",
        "填报",
        "填写内容",
        "填报内容",
        "填写栏",
        "信息",
        "字段",
        "名称",
        "值",
        "填写项",
        "填报项",
    }
)
_OF_ONE = re.compile(r"(?:项目|任务|揭榜|课题|技术)?(?:总?负责人|联系人|联络员)姓名")
_NUMBERS = frozenset({"序号", "编号", "项次"})
_LEAST_NUMBERS = 3  # of a column that counts the rows


_ASKED_IN = re.compile(r"[（(](?:万元|元|人|名|项|件|年|%)[）)]$")  # 申请额（万元）


def is_head(row: Sequence[FormCell]) -> bool:
    """栏目 | 内容: a row that only says what stands below."""
    return all(cell.words in _HEADS for cell in row)


def heads_values(row: Sequence[FormCell], below: Sequence[FormCell], after: Sequence[FormCell]) -> bool:
    """公司名称 | 组织机构代码 over 海州公司 | 9133…: labels with their values in the row below, no second record."""
    heads, values = [cell.words for cell in row], [cell.words for cell in below]
    if len(row) < 2 or len(row) != len(below) or not all(heads) or not all(values):
        return False
    of_one = _OF_ONE.fullmatch(heads[0]) is not None  # 负责人姓名 | 出生年月 | 手机: of one person, no list of members
    known = sum(is_known_label(head) or (of_one and is_shared_label(head)) for head in heads)
    shared = not of_one and any(map(is_shared_label, heads))
    labels = all(map(could_be_label, heads)) and 2 * known > len(heads) and not shared
    again = len(after) == len(row) and not any(is_known_label(cell.words) for cell in after)
    return labels and not again and not any(map(_is_label, values))


def whose(row: Sequence[FormCell]) -> str | None:
    """负责人 of 负责人姓名 | 出生年月 | 手机: the person that the labels behind it are of."""
    return row[0].words.removesuffix("姓名") if row and _OF_ONE.fullmatch(row[0].words) is not None else None


def _is_label(words: str) -> bool:
    return is_known_label(words) or is_marked_label(words) or _ASKED_IN.search(words) is not None


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
