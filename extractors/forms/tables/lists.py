"""Lists inside a form's tables: rows under column heads, persons one under the other, figures under years."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from extractors.forms.cells.cells import FormCell, GridState
from extractors.forms.labels.layout import RawField
from extractors.forms.labels.words import (
    asks_office,
    could_be_label,
    has_label_shape,
    heads_column,
    is_known_label,
    is_person_label,
    is_shared_label,
    label_core,
)

_CODES = frozenset({"序号", "编号"})
_PERSONS = "姓名"  # heads the first column of a list of persons, of which a template shows one empty row
_YEAR_HEAD = re.compile(r"20\d\d\s?年?度?|[上前]一?年度?")
_FIGURE = re.compile(r"约?\d|无$|[/—-]+$")
_ROW_HEAD = re.compile(r"(?:经费|预算|支出|费用|开支)?(?:科目|项目|类别|名称|内容|用途)(?:名称)?")  # 预算科目, 支出科目
_SUM_HEAD = re.compile(r"(?:预算|支出|经费|申请|资金)?(?:金额|数额|预算数|预算额|额度)(?:[（(][百千]?[万亿]?元[）)])?")
_YEARS = frozenset({"年份", "年度"})
_YEAR_CELL = re.compile(r"(?:20\d\d\s?年?度?|[上前]一?年度?)?")
_LEAST_YEARS = 2
_LEAST_PERSONS = 2
_LEAST_COLUMNS, _LEAST_RECORDS = 3, 2
_HEAD_AND_ROW = 2


def numbers_rows(head: str) -> bool:
    """序号, 编号: the column only counts the rows."""
    return head in _CODES


def is_listing(row: Sequence[FormCell], following: Sequence[FormCell]) -> bool:
    """A row of column heads: nothing but labels, and none of them in the row below."""
    if len(row) < 3 or any(not cell.words for cell in row) or len(following) < len(row):
        return False
    if row[0].words in _CODES or _heads_persons(row):
        return True
    return all(has_label_shape(c.words) for c in row) and not any(is_known_label(c.words) for c in following)


def read_inner(state: GridState, row: Sequence[FormCell], below: Sequence[Sequence[FormCell]]) -> int | None:
    """How many of the rows below belong to a table inside the form that the row heads; None where it heads none.

    Of figures by years the last year's are fields, of persons one under the other each one's; the rows of other lists
    are none. What the whole stands in (产品情况, merged downwards) may stand before the list's own name (知识产权).
    """
    if years := _years(state, row, below):
        return years
    for read in (_rows_of_years, _persons, _person_columns, _one_person, _stacked, _figures, _plain_list):
        if (found := read(state, row, below)) is not None:
            return found
    if (found := _inner_listing(row, below)) is not None:
        own = below[:found]
        again = row[0].block.row_span > 1 or (own and own[0][0].words == row[0].words)
        state.take_list(row[0].words if again else "", row[1:] if again else row, own)
        return found
    if len(row) > _LEAST_COLUMNS + 1 and row[0].block.row_span > row[1].block.row_span > 1:
        outer, records = row[0].block, below[: row[1].block.row_span - 1]
        records = [[cell for cell in cells if cell.block is not outer] for cells in records]
        if (found := _inner_listing(row[1:], records)) is not None:
            state.take_list(row[1].words, row[2:], records[:found])
        return found
    return None


def _persons(state: GridState, row: Sequence[FormCell], below: Sequence[Sequence[FormCell]]) -> int | None:
    """类别 | 姓名 | 手机 over 项目负责人 | … and 联系人 | …: each row's cells are the fields of the person it names."""
    heads = row[1:]
    if is_shared_label(row[0].words) or is_person_label(row[0].words):  # 负责人 | 姓名： | 职务：: no head, but a row
        return None
    if len(heads) < 2 or (not all(is_known_label(cell.words) for cell in heads) and not _head_persons(heads)):
        return None
    records = _person_rows(row, below)
    for cells in records:
        group = cells[0].words
        state.fields += [RawField(h.span, state.role, group, [c.span]) for h, c in zip(heads, cells[1:], strict=True)]
    return len(records) or None


def _person_rows(row: Sequence[FormCell], below: Sequence[Sequence[FormCell]]) -> list[Sequence[FormCell]]:
    """The rows right below that a person opens; where 姓名 is asked of each, whatever the others are called.

    驻场技师 | … between 项目负责人 | … and 联系人 | …; of 某某公司 | … one below the other none is a person's.
    """
    if _PERSONS in (cell.words for cell in row[1:]):
        named = list(takewhile(lambda cells: could_be_label(cells[0].words), _aligned(row, below)))
        if any(is_person_label(cells[0].words) for cells in named):
            return named
    return list(takewhile(lambda cells: is_person_label(cells[0].words), _aligned(row, below)))


def _person_columns(state: GridState, row: Sequence[FormCell], below: Sequence[Sequence[FormCell]]) -> int | None:
    """项目 | 负责人 | 联系人 over 姓名 | … | … and 手机 | … | …: each column's cells are the fields of its person."""
    persons = row[1:]
    if len(persons) < _LEAST_PERSONS or not all(is_person_label(cell.words) for cell in persons):
        return None
    if is_known_label(row[0].words) and not is_person_label(row[0].words):
        return None
    count = 0
    for cells in below:
        if _columns(cells) != _columns(row) or not is_shared_label(cells[0].words):
            break
        label = cells[0].span
        pairs = zip(persons, cells[1:], strict=True)
        state.fields += [RawField(label, state.role, person.words, [cell.span]) for person, cell in pairs]
        count += 1
    return count or None


def _one_person(state: GridState, row: Sequence[FormCell], below: Sequence[Sequence[FormCell]]) -> int | None:
    """负责人 | 姓名 | 职务 | 手机, merged downwards, over the person's row: each head is a field; rows may follow.

    联合单位 | 名称 | 信用代码 | 承担任务 over one row as well.
    """
    heads = row[1:]
    answers = [cell for cell in below[0] if cell.block is not row[0].block] if below else []
    person = is_person_label(row[0].words) and all(is_shared_label(cell.words) for cell in heads)
    known = sum(is_known_label(cell.words) for cell in heads)
    unit = row[0].block.row_span == _HEAD_AND_ROW and known * 2 > len(heads) and all(map(_could_head, heads))
    if row[0].block.row_span < _HEAD_AND_ROW or not (person or unit):
        return None
    if len(heads) < _LEAST_COLUMNS or _columns(answers) != _columns(heads):
        return None
    pairs = zip(heads, answers, strict=True)
    if any(is_known_label(answer.words) and not asks_office(head.words) for head, answer in pairs):
        return None  # 职务 over 首席科学家 is answered, as known as that word is
    state.group = state.group_words = row[0].words
    state.fields += [RawField(h.span, state.role, state.group, [a.span]) for h, a in zip(heads, answers, strict=True)]
    return 1


def _could_head(cell: FormCell) -> bool:
    return bool(cell.words) and could_be_label(cell.words)


def _head_persons(heads: Sequence[FormCell]) -> bool:
    """姓名 | 手机 | 每年工作时间: among the names of what persons have, one that no lexicon knows."""
    known = sum(is_shared_label(cell.words) for cell in heads)
    named = any(cell.words == _PERSONS for cell in heads)
    return named and known * 2 >= len(heads) and all(could_be_label(cell.words) for cell in heads)


def _stacked(state: GridState, row: Sequence[FormCell], below: Sequence[Sequence[FormCell]]) -> int | None:
    """经费（万元） | 总额 | 省财政 | 自筹 with one row of figures, or blank ones, under it: each head is a field."""
    heads = row[1:]
    answers = [cell for cell in below[0] if cell.block is not row[0].block] if below else []
    if row[0].block.row_span != 2 or len(heads) < _LEAST_COLUMNS or _columns(answers) != _columns(heads):
        return None
    figures = not any(cell.words and not _FIGURE.match(cell.words) for cell in answers)
    if not figures or not all(cell.words and could_be_label(cell.words) for cell in heads):
        return None
    group = row[0].words
    state.fields += [RawField(h.span, state.role, group, [a.span]) for h, a in zip(heads, answers, strict=True)]
    return 1


def _figures(state: GridState, row: Sequence[FormCell], below: Sequence[Sequence[FormCell]]) -> int | None:
    """预算科目 | 合计 | 财政资金 | 自筹资金 over 设备费 | 620 | 180 | 440: what each row is of stands at its left.

    科目 | 金额 alone as well.
    """
    heads = row[1:]
    if _ROW_HEAD.fullmatch(row[0].words) is None:
        return None
    if len(row) < _LEAST_COLUMNS and not (heads and _SUM_HEAD.fullmatch(heads[0].words)):
        return None
    if not all(cell.words and could_be_label(cell.words) for cell in heads):
        return None
    records = takewhile(
        lambda cells: cells[0].words and not any(c.words and not _FIGURE.match(c.words) for c in cells[1:]),
        _aligned(row, below),
    )
    return _take_records(state, row, list(records))


def _plain_list(state: GridState, row: Sequence[FormCell], below: Sequence[Sequence[FormCell]]) -> int | None:
    """姓名 | 职称/职务 | 同类项目经历 | 投入时间 over rows without a label, blank ones in a template: a list."""
    if len(row) <= _LEAST_COLUMNS or not all(cell.words and could_be_label(cell.words) for cell in row):
        return None
    if sum(heads_column(cell.words) or is_known_label(cell.words) for cell in row) < _LEAST_RECORDS:
        return None
    records = takewhile(lambda cells: not any(is_known_label(c.words) for c in cells), _aligned(row, below))
    return _take_records(state, row, list(records))


def _aligned(row: Sequence[FormCell], below: Sequence[Sequence[FormCell]]) -> Iterator[Sequence[FormCell]]:
    """The rows right below that have the head's columns."""
    return takewhile(lambda cells: _columns(cells) == _columns(row), below)


def _take_records(state: GridState, row: Sequence[FormCell], records: Sequence[Sequence[FormCell]]) -> int | None:
    """The list that the row heads under the caption above it, and its length; None where too few records follow."""
    if len(records) < _LEAST_RECORDS:
        return None
    state.take_list(state.caption.words if state.caption else "", row, records)
    return len(records)


def _inner_listing(row: Sequence[FormCell], below: Sequence[Sequence[FormCell]]) -> int | None:
    """参与单位 | 单位名称 | 单位性质 | 分工 with records under it, what they are at the left: how many rows they take.

    None where the row heads no such list. The records have the head's columns and no labels of their own, there are
    two or more (or a number or name heads them). Where every cell has words that head columns there is no place for
    an answer, so that no record is needed either; 姓名 | 某某 | 性别 | 男 is no head, half of it being answers.
    """
    head = row[1:]
    if len(head) < _LEAST_COLUMNS or not row[0].words or not all(cell.words for cell in head):
        return None
    heads = sum(heads_column(cell.words) for cell in head)
    if not all(could_be_label(c.words) or c.words in _CODES for c in head) or heads * 2 <= len(head):
        return None
    records = _records(row, below)
    sure = head[0].words in _CODES or label_core(head[0].words) == _PERSONS
    answerless = heads == len(head) or (sure and heads_column(head[1].words))
    alone = records == 0 and answerless and row[0].block.row_span == 1 and not _goes_on(row, below)
    return records if alone or records >= (1 if sure else _LEAST_RECORDS) else None


def _goes_on(row: Sequence[FormCell], below: Sequence[Sequence[FormCell]]) -> bool:
    """The row below has the same columns and no labels: the first cell is a head like the others."""
    if not below or _columns(below[0]) != _columns(row):
        return False
    filled = [cell.words for cell in below[0] if cell.words]
    return sum(map(has_label_shape, filled)) * 2 < len(filled)


def _columns(row: Sequence[FormCell]) -> list[int]:
    return [cell.block.column for cell in row]


def _records(row: Sequence[FormCell], below: Sequence[Sequence[FormCell]]) -> int:
    """How many of the next rows are under the same first cell, merged downwards, repeated or left empty."""
    merged = row[0].block.row_span
    columns = _columns(row)[1:]
    count = 0
    for cells in below[: merged - 1] if merged > 1 else below:
        own = [cell for cell in cells if cell.block.column >= columns[0]]
        first = cells[0] if len(own) < len(cells) else None
        aligned = _columns(own) == columns
        again = merged > 1 or (first is not None and first.words in ("", row[0].words))
        if not aligned or not again or sum(is_known_label(cell.words) for cell in own) * 2 >= len(own):
            break
        count += 1
    return count if merged == 1 or count == merged - 1 else 0


def _heads_persons(row: Sequence[FormCell]) -> bool:
    """姓名 | 出生年月 | 职称 | 分工 | 签字: a list of persons, whatever its last columns are called."""
    return (
        len(row) > 3
        and all(cell.words for cell in row)
        and label_core(row[0].words) == _PERSONS
        and sum(heads_column(cell.words) for cell in row[1:]) * 3 >= 2 * (len(row) - 1)
    )


def _years(state: GridState, row: Sequence[FormCell], below: Sequence[Sequence[FormCell]]) -> int:
    """指标 | 2023年 | 2024年 | 2025年: each row below is a field, and the last year's cell its value; how many rows.

    0 where the row heads no such table. A first cell that is merged downwards is what they are all about.
    """
    merged = row[0].block.row_span > 1
    years = [cell for cell in row if _YEAR_HEAD.fullmatch(cell.words)]
    if len(years) < _LEAST_YEARS or row[0] in years:
        return 0
    count = row[0].block.row_span - 1 if merged else 0
    rows = below[:count] if merged else (r for r in below if len(r) == len(row))
    for cells in rows:
        own = cells[1:] if merged else cells
        value = next((cell for cell in own if cell.block.column == years[-1].block.column), None)
        heads = not merged and any(is_known_label(cell.words) for cell in cells[1:])  # 联系人姓名 | 手机 | 邮箱
        if not own or value is None or heads or not could_be_label(own[0].words):
            break
        state.fields.append(RawField(own[0].span, state.role, None, [value.span]))
        count += 0 if merged else 1
    return count


def _rows_of_years(state: GridState, row: Sequence[FormCell], below: Sequence[Sequence[FormCell]]) -> int | None:
    """财务状况 | 年份 | 资产总额 | 营业收入 with a year a row: each head is a field, the last year's cell its value.

    How many rows belong to it; None where the row heads no such table.
    """
    first = next((at for at, cell in enumerate(row[:2]) if cell.words in _YEARS), None)
    if first is None or len(row) - first < _LEAST_COLUMNS or not all(cell.words for cell in row):
        return None
    heads, columns = row[first + 1 :], _columns(row[first:])
    if any(_YEAR_HEAD.fullmatch(head.words) for head in heads):
        return None
    records: list[Sequence[FormCell]] = []
    for cells in below:
        own = [cell for cell in cells if cell.block.column >= columns[0]]
        if _columns(own) != columns or not _YEAR_CELL.fullmatch(own[0].words):
            break
        records.append(own)
    filled = [own for own in records if any(cell.words for cell in own)]
    last = filled[-1] if filled else records[-1] if records else ()
    for at, head in enumerate(heads, start=1):
        state.fields.append(RawField(head.span, state.role, None, [last[at].span] if last else []))
    return len(records)


def read_listing(state: GridState, head: Sequence[FormCell], below: Sequence[Sequence[FormCell]]) -> int:
    """How many rows belong to the list. One row is read as fields, unless it is one of persons (姓名 | 职称 | 分工)."""
    count = 0
    for row in below:
        labels = sum(is_known_label(cell.words) for cell in row)
        if is_known_label(row[0].words) or labels * 2 > len(row) or len(row) < len(head):
            break  # one label among the values is an office: 2 | 某某 | 项目负责人
        count += 1
    if count == 1 and head[0].words not in _CODES and label_core(head[0].words) != _PERSONS:
        for label, value in zip(head, below[0], strict=False):
            state.fields.append(RawField(label.span, state.role, state.group, [value.span]))
    else:
        state.take_list(state.caption.words if state.caption else "", head, below[:count])
    return count
