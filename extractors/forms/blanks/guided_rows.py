"""Forms whose tables say in a column of their own how to fill in: 序号 | 填报项 | 字数要求 | 填写处."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.forms.cells.cells import FormCell
from extractors.forms.labels.layout import RawField
from extractors.forms.labels.values import is_guidance
from extractors.forms.labels.words import could_be_label
from schemas.outline import Role

_ITEM = re.compile(
    r"(?:填[写报]|申报|申请|信息|表格)?(?:项目?|栏目?|事项|字段|条目|要素)(?:名称)?|(?:填[写报]|信息)内容名称"
)
# the applicant's; 填写要求 is the office's
_ANSWER = re.compile(
    r"(?:由?[\u4e00-\u9fff]{0,6}(?:单位|人|方|者|企业))?(?:填[写报]|应答|作答|回答)(?:处|栏|区|内容|情况|信息)?"
)
_GUIDE = re.compile(
    r"(?:填[写报]|字数|内容|篇幅|格式|栏目)?(?:要求|说明|提示|限制|上限|规范|须知)(?:[（(][^（）()]{1,8}[)）])?"
    r"|(?:限制)?字数|篇幅|是否必填|必填(?:与否)?|备注"
)
_NUMBER = frozenset({"序号", "编号", "项次", "序", "号"})
_CLASS = frozenset({"类别", "分类", "类型", "板块", "模块", "部分", "所属部分"})
_LEAST_COLUMNS = 3
_HEADS_WITHIN = 2  # rows: the table's own title may stand above


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where a table has its labels, its answers and what is asked of these; the classes of labels, where it has any."""

    item: int
    answer: int
    guides: tuple[int, ...]
    kind: int | None


def heads_guided(rows: Sequence[Sequence[FormCell]]) -> bool:
    """The table is such a form."""
    return _head(rows) is not None


def read_guided(rows: Sequence[Sequence[FormCell]], role: Role) -> list[RawField]:
    """A field for each row of such a table; [] for other tables. What is asked of an answer stands for it in a blank.

    The class of a label says whose it is: 项目负责人, merged downwards, before 姓名 and 手机.
    """
    head = _head(rows)
    found: list[RawField] = []
    for row in rows[head[0] + 1 :] if head is not None else ():
        cells = {cell.block.column: cell for cell in row}
        columns = head[1] if head is not None else None
        label = cells.get(columns.item) if columns is not None else None
        if columns is None or label is None or not could_be_label(label.words) or len(row) < _LEAST_COLUMNS:
            continue
        kind = cells.get(columns.kind) if columns.kind is not None else None
        answer = cells.get(columns.answer)
        guides = [cells[at] for at in columns.guides if at in cells and is_guidance(cells[at].words)]
        values = [answer] if answer is not None and answer.words else guides
        group = kind.words if kind is not None and kind.words else None
        found.append(RawField(label.span, role, group, [cell.span for cell in values]))
    return found


def _head(rows: Sequence[Sequence[FormCell]]) -> tuple[int, _Columns] | None:
    """The row of heads and what its columns are for; None where there is none, or a column is for something else."""
    for index, row in enumerate(rows[:_HEADS_WITHIN]):
        columns = _columns(row)
        if columns is not None:
            return index, columns
    return None


def _columns(row: Sequence[FormCell]) -> _Columns | None:
    named = [(cell.words, cell.block.column) for cell in row]
    answers = [at for words, at in named if _ANSWER.fullmatch(words)]
    guides = [at for words, at in named if _GUIDE.fullmatch(words)]
    kinds = [at for words, at in named if words in _CLASS]
    items = [at for words, at in named if _ITEM.fullmatch(words) and at not in answers]
    counted = sum(words in _NUMBER for words, _ in named)
    told = len(answers) + len(guides) + len(kinds) + len(items) + counted
    if len(answers) != 1 or len(items) != 1 or not guides or len(kinds) > 1 or told != len(named):
        return None
    return _Columns(items[0], answers[0], tuple(guides), kinds[0] if kinds else None)
