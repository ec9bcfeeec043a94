"""Rows of labels in a form's table with their values in the row below: 公司名称 | 信用代码 over 海州公司 | 9133…."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.forms.cells.cells import FormCell, GridState
from extractors.forms.cells.sums import are_sums
from extractors.forms.labels.layout import RawField
from extractors.forms.labels.words import (
    could_be_label,
    has_label_shape,
    is_counted,
    is_group_label,
    is_known_label,
    is_marked_label,
    is_shared_label,
)
from extractors.values.person_names import is_name

_OF_ONE = re.compile(
    r"(?:(?:项目|任务|揭榜|课题|技术)?(?:总?负责人|联系人|联络员|首席专家|首席科学家|带头人)|榜首)(?:姓名)?"
)
_FIGURE = re.compile(r"\d[\d,，]*(?:\.\d+)?(?:万元|元|[%％])?")
_COUNTS = frozenset({"序号", "编号", "序"})  # heads a list, of one row as well
_NAME = "姓名"  # heads a list of persons
_HEAD_AND_BLANK = 2  # rows
_USUAL = 2  # rows of labels over their values, and a third may have labels of its own
# Answered by what may be a label elsewhere: 企业法人, 项目经理
_KIND = re.compile(r"类型|类别|性质|属性|职务|岗位")
_ASKED_IN = re.compile(r"[（(](?:万元|元|人|名|项|件|年|%)[）)]$")  # 申请额（万元）


def read_over_values(state: GridState, rows: Sequence[Sequence[FormCell]], index: int) -> bool:
    """Takes a row of labels whose values stand in the row below; 传真 | 邮箱 right under a person's row are hers."""
    row, following, after = ([*rows[index : index + 3], [], []])[:3]
    heads, values = _without_side(row, following, after)
    before = state.whose if index == state.next_over else None
    alone = len(row) == len(following) == 1 and state.over > 0 and _heads_one(row[0], following[0])
    captioned = index == 0 and before is not None
    if not alone and not _heads_values(heads, values, after, state.over, of_one=before is not None, named=captioned):
        return False
    hers = all(is_shared_label(head.words) for head in heads)
    person = _whose(heads) or (before if hers or (state.over >= _USUAL and is_shared_label(heads[0].words)) else None)
    owner = row[0].words if heads is not row and is_group_label(row[0].words) else None  # 联合单位, merged over both
    for head, value in zip(heads, values, strict=True):
        group = owner or (person if is_shared_label(head.words) else None)
        state.fields.append(RawField(head.span, state.role, group, [value.span]))
    state.over, state.next_over = state.over + 1, index + 2
    state.whose = person if hers or _whose(heads) is not None else None
    return True


def over_before(rows: Sequence[Sequence[FormCell]]) -> int:
    """As many rows as make such a layout the usual one, where the whole table has it; 0 for any other.

    Every second row of labels, half of these rows with one that is known, over as many answers in the same columns.
    """
    pairs = list(zip(rows[::2], rows[1::2], strict=False))
    wide = [pair for pair in pairs if len(pair[0]) > 1]
    if len(rows) % 2 or len(pairs) <= _USUAL or len(wide) < _USUAL:
        return 0
    fits = all(
        [cell.block.column for cell in heads] == [cell.block.column for cell in below]
        and all(could_be_label(cell.words) for cell in heads)
        and all(cell.words for cell in below[:1])
        and not any(is_known_label(v.words) for h, v in zip(heads, below, strict=True) if not _KIND.search(h.words))
        for heads, below in pairs
    )
    known = sum(any(is_known_label(cell.words) for cell in heads) for heads, _ in pairs)
    across = any(is_known_label(cell.words) for heads, _ in wide for cell in heads[1:])  # not 项目名称 | its answer
    below = [cell for _, values in pairs for cell in values]
    shaped = sum(has_label_shape(cell.words) for cell in below)  # 创新点, 核心指标: labels no list knows
    return _USUAL if fits and across and 2 * known >= len(pairs) and 3 * shaped < len(below) else 0


def rows_over_blanks(rows: Sequence[Sequence[FormCell]], whose: str, *, beside: bool = False) -> frozenset[int]:
    """The rows of labels in a template laid out so, each with a blank row of as many cells below.

    Three at least, or all rows of the table. One is enough that is the whole table, of sums, or with half of its labels
    known: 姓名 | 课题室 | 电话 under 合作导师 (``whose``); where nobody is named 姓名 | 职称 | 分工 heads a list. So it
    does where another such table stands right above or below (``beside``), of which any other labels will do.
    """
    found = [
        index
        for index, (row, below) in enumerate(pairwise(rows))
        if len(row) == len(below)
        and all(could_be_label(cell.words) for cell in row)
        and not any(cell.words for cell in below)
    ]
    apart = all(after - before > 1 for before, after in pairwise(found))
    alone = found == [0] and len(rows) == _HEAD_AND_BLANK
    alone = alone and (_are_of_one([cell.words for cell in rows[0]], whose) or are_sums(rows[0]))
    lists = any(rows[index][0].words in _COUNTS or (not whose and rows[index][0].words == _NAME) for index in found)
    whole = len(found) * _HEAD_AND_BLANK == len(rows) and not lists and (beside or len(found) > 1)
    return frozenset(found) if apart and (len(found) > _USUAL or alone or whole) else frozenset()


def _are_of_one(heads: Sequence[str], whose: str) -> bool:
    known = sum(is_known_label(head) or (bool(whose) and is_shared_label(head)) for head in heads)
    lists = heads[0] in _COUNTS or (not whose and heads[0] == _NAME)
    return len(heads) > 1 and not lists and known * 2 >= len(heads)


def take_over_blanks(state: GridState, row: Sequence[FormCell]) -> None:
    """The labels of such a row; what any person has (手机) is the one's who heads it."""
    person = _whose(row)
    for head in row:
        state.fields.append(RawField(head.span, state.role, person if is_shared_label(head.words) else None))
    state.listing, state.caption = 1, None


def _heads_one(head: FormCell, value: FormCell) -> bool:
    """合作单位 over 无, each as wide as the table, below rows laid out so."""
    return has_label_shape(head.words) and bool(value.words) and not _is_label(value.words)


def _without_side(
    row: Sequence[FormCell], below: Sequence[FormCell], after: Sequence[FormCell]
) -> tuple[Sequence[FormCell], Sequence[FormCell]]:
    """The two rows without 经费（万元） at their left, which is merged over both and no third: what they are about."""
    side = row[0].block.start if row else -1
    shared = len(row) > 2 and bool(below) and below[0].block.start == side and bool(row[0].words)
    longer = bool(after) and after[0].block.start == side
    return (row[1:], below[1:]) if shared and not longer else (row, below)


def _heads_values(
    row: Sequence[FormCell],
    below: Sequence[FormCell],
    after: Sequence[FormCell],
    above: int = 0,
    *,
    of_one: bool = False,
    named: bool = False,
) -> bool:
    """公司名称 | 组织机构代码 over 海州公司 | 9133…: labels with their values in the row below, no second record.

    ``above``: how many rows above are laid out so, and with two of them the labels need not be known. ``of_one``: the
    row right above is of a person, whom more labels of hers may follow, one of them unanswered; ``named``: the line
    above the table names her.
    """
    heads, values = [cell.words for cell in row], [cell.words for cell in below]
    hers = heads[1:] if _is_named(heads, values) else heads if of_one else []
    answered = all(values) or (any(values) and bool(hers) and all(map(is_shared_label, hers)))
    # 手机 | 电子邮箱 over 139… | (empty), as rows above are laid out so
    asked = all(is_known_label(head) or is_shared_label(head) for head in heads)
    answered = answered or (above >= _USUAL and asked and any(values) and not any(map(_is_label, values)))
    if len(row) < 2 or len(row) != len(below) or not all(heads) or not answered or heads[0] in _COUNTS:
        return False
    # 负责人姓名 | 出生年月 | 手机: of one person; 姓名 among them begins a list of members
    of_one = (of_one and (named or _NAME not in heads)) or (
        _OF_ONE.fullmatch(heads[0]) is not None and (heads[0].endswith("姓名") or is_name(values[0], labelled=True))
    )
    known = sum(is_known_label(head) or (of_one and is_shared_label(head)) for head in heads)
    shared = not of_one and above < _USUAL and any(map(is_shared_label, heads))
    figures = sum(_FIGURE.fullmatch(value) is not None for value in values)
    enough = 2 * known > len(heads) or (2 * known == len(heads) and 2 * figures > len(values))
    # 总额 | 自筹资金 over 240 | 160
    enough = enough or (figures == len(values) and (known > 0 or above > 0 or are_sums(row)))
    enough = enough or (above >= _USUAL and any(map(has_label_shape, heads)))
    # 3.牵头企业 | 4.统一社会信用代码 over values without a number, below such rows
    enough = enough or (known > 0 and all(map(is_counted, heads)) and not any(map(is_counted, values)))
    labels = all(map(could_be_label, heads)) and enough and not shared
    is_label = has_label_shape if above else is_known_label
    again = len(after) == len(row) and not any(is_label(cell.words) or is_counted(cell.words) for cell in after)
    # 设备费 | 材料费 below 240 | 160 are labels again: a second record would be of figures as well
    again = again and (figures < len(values) or any(map(_FIGURE.fullmatch, (cell.words for cell in after))))
    answers = (value for head, value in zip(heads, values, strict=True) if _KIND.search(head) is None)
    return labels and not again and not any(map(_is_label, answers))


def _is_named(heads: Sequence[str], values: Sequence[str]) -> bool:
    """联系人姓名 | 手机 | 邮箱 with a name below the first: what else is asked of her may be left open."""
    whose = bool(heads) and heads[0].endswith("姓名") and _OF_ONE.fullmatch(heads[0]) is not None
    return whose and bool(values) and is_name(values[0], labelled=True)


def _whose(row: Sequence[FormCell]) -> str | None:
    """负责人 of 负责人姓名 | 出生年月 | 手机: the person that the labels behind it are of."""
    return row[0].words.removesuffix("姓名") if row and _OF_ONE.fullmatch(row[0].words) is not None else None


def _is_label(words: str) -> bool:
    return is_known_label(words) or is_marked_label(words) or _ASKED_IN.search(words) is not None
