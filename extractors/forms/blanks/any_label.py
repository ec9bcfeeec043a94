"""Blank templates by their layout alone: a label and room for its answer, whatever the label is called."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.forms.cells.cells import FormCell
from extractors.forms.cells.rows import is_head
from extractors.forms.labels.words import could_be_label, is_known_label, is_marked_label

_LEAST = 3  # labels of such a table
_LEAST_WHOSE = 2  # columns
_QUESTION = re.compile(r"[\u4e00-\u9fff][^。；：:]{1,30}[？?](?:[（(【][^（）()【】]{1,20}[）)】])?")
# ____艘, 　年　月, □是 □否 without a tick, （不超过300字）, 姓名：　电话：: what stands in a cell that is still to be
# filled in
_ROOM = re.compile(
    r"[_＿…年月日时至\-—]{0,80}(?:[百千]?[万亿]?元|[人名个项件家台套篇艘座亩天次岁％%])?"
    r"|[□☐○◯▢][^☑☒■√✓●。；]{1,120}|[（(【][^（）()【】。]{0,40}[）)】]|(?:[\u4e00-\u9fff]{2,10}[:：][_＿\s]{0,40}){1,8}"
)
_BOXES = re.compile("[□☐○◯▢]")
# 牵头单位, 合作方: whose columns stand side by side; not 第一年, nor 财政资金
_WHOSE = re.compile(
    r"[\u4e00-\u9fff]{0,10}(?:单位|企业|公司|机构|[院高]校|院所|队伍?|团队|[一二三甲乙丙]方|合作方|负责人|联系人|人)"
)
_KNOWN = 3  # one of so many is known to the lexicon, where nothing else says that a form is there

Row = Sequence[FormCell]


def labels_with_room(rows: Sequence[Row]) -> list[FormCell]:
    """The labels of a table that holds nothing but labels with an empty cell behind or below each, three at least.

    What stands merged at the left is what its rows are about. Rows of one cell say nothing against it (a caption, who
    signs), nor do lists, of which a template shows several empty rows. [] for other tables: one answer, and it is no
    template; nor is 营业执照 | □有 □无, a checklist.
    """
    found: list[FormCell] = []
    boxes = 0  # labels that have nothing but boxes to tick
    for at, row in enumerate(rows):
        below, after = ([*rows[at + 1 : at + 3], (), ()])[:2]
        if (at == 0 and is_head(row)) or is_empty_row(row):
            continue
        if labels := _beside(row) or labels_over_room(row, below):
            boxes += sum(_BOXES.match(cell.words) is not None for cell in row)
            found += [] if len(labels) > 1 and len(after) == len(below) and is_empty_row(after) else labels
        elif len(row) > 1:
            return []
    return found if len(found) - boxes >= _LEAST else []


def is_empty_row(row: Row) -> bool:
    """Cells to write in, and perhaps what is merged downwards at their left from the row above."""
    own = row[1:] if len(row) > 1 and row[0].block.row_span > 1 else row
    return bool(own) and all(map(_is_room, own))


def labels_over_room(row: Row, below: Row) -> list[FormCell]:
    """姓名, 手机 over two empty cells, without what is merged over both; [] for other rows."""
    side = row[0].block.start if row else -1
    shared = len(row) > 1 and bool(below) and below[0].block.start == side
    heads, room = (row[1:], below[1:]) if shared else (row, below)
    whole = len(heads) == len(room) and _are_labels(heads) and all(map(_is_room, room))
    return list(heads) if whole else []


def is_template(rows: Sequence[Row]) -> bool:
    """Such a table, where nothing around it is a form: a third of its labels are known as well."""
    labels = labels_with_room(rows)
    known = sum(is_known_label(cell.words) or is_marked_label(cell.words) for cell in labels)
    return known > 0 and known * _KNOWN >= len(labels)


def _beside(row: Row) -> list[FormCell]:
    """The labels of a row of pairs, with a side cell before them or without."""
    pairs = row[1:] if len(row) % 2 and row[0].block.row_span > 1 else row
    labels, rooms = pairs[0::2], pairs[1::2]
    whole = len(labels) == len(rooms) and _are_labels(labels) and all(map(_is_room, rooms))
    return list(labels) if whole else []


def asks_in_questions(rows: Sequence[Row]) -> list[FormCell]:
    """Such labels where questions are among them (打算揭哪道题？), with all of their room beside them."""
    labels = labels_with_room(rows)
    asked = any(_QUESTION.fullmatch(cell.words) for cell in labels)
    return labels if asked and not any(labels_over_room(*pair) for pair in pairwise(rows)) else []


def _are_labels(cells: Sequence[FormCell]) -> bool:
    return bool(cells) and all(map(_is_label, cells))


def _is_label(cell: FormCell) -> bool:
    asks = could_be_label(cell.words) or _QUESTION.fullmatch(cell.words) is not None
    return asks and not _is_room(cell)


def _is_room(cell: FormCell) -> bool:
    return _ROOM.fullmatch(cell.words) is not None


def columns_of_persons(rows: Sequence[Row]) -> list[tuple[FormCell, FormCell]]:
    """（空） | 牵头单位 | 合作单位 over labels with room below each of them: every label with whose it is.

    [] for other tables: 第一年 | 第二年 over what is spent is a budget.
    """
    head, *below = rows or [()]
    whose = head[1:]
    if len(whose) < _LEAST_WHOSE or len(below) < _LEAST or not all(_WHOSE.fullmatch(cell.words) for cell in whose):
        return []
    corner = not head[0].words or is_head(head[:1])
    if not corner or not all(len(row) == len(head) and _is_label(row[0]) and is_empty_row(row[1:]) for row in below):
        return []
    return [(row[0], one) for row in below for one in whose]
