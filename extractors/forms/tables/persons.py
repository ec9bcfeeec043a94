"""Persons and units side by side in a form's table: 负责人 | 联系人 over 姓名 | 某某 | 姓名 | 某某."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from extractors.forms.blanks.any_label import columns_of_persons
from extractors.forms.cells.cells import FormCell, GridState
from extractors.forms.labels.layout import RawField
from extractors.forms.labels.words import (
    asks_office,
    could_be_label,
    is_group_label,
    is_known_label,
    is_person_label,
    is_shared_label,
)
from extractors.forms.lines.persons import captioned_person
from extractors.text.spans import squeezed

_UNIT = re.compile(r"[（(][^（）()]{1,6}[)）]$")
_PARTS = 2  # of one person in a row
_PARTNER = re.compile(r"(?:合作|参[与加]|联合|协作)(?:申报|揭榜)?单位$")
_APPLIES = re.compile(r"牵头|申报|申请|揭榜|承担")


def read_persons(state: GridState, row: Sequence[FormCell], following: Sequence[FormCell]) -> bool:
    """负责人 | 联系人 over 姓名 | 某某 | 姓名 | 某某: two persons side by side, whose parts stand below in pairs."""
    if len(row) > 1 and all(is_person_label(cell.words) for cell in row) and _are_parts(following):
        state.persons = tuple(row)
        return True
    if not state.persons or not _are_parts(row):
        state.persons = ()
        return False
    for label, value in zip(row[::2], row[1::2], strict=True):
        before = (cell for cell in reversed(state.persons) if cell.block.column <= label.block.column)
        person = next(before, state.persons[0])
        state.fields.append(RawField(label.span, state.role, person.words, [value.span] if value.words else []))
    return True


def read_parts(state: GridState, row: Sequence[FormCell], following: Sequence[FormCell]) -> bool:
    """揭榜负责人 | 姓名 | 出生年月 | 职务: who it is and all that is asked of her, each cell for its own answer.

    So goes on the next row, where its first cell is empty. Over blanks or answers such a row is a head.
    """
    head, rest = row[0], _beside(row, row[0])
    goes_on = state.parts_of is not None and (not head.words or head.words == state.parts_of)
    whose = state.parts_of if goes_on else head.words if is_person_label(head.words) else None
    full = goes_on or len(rest) == len(row) - 1 >= _PARTS
    if whose is None or not full or not _are_asked(rest) or not (goes_on or _go_on(following, head)):
        state.parts_of = None
        return False
    state.parts_of = whose
    state.fields += [RawField(cell.span, state.role, whose) for cell in rest]
    return True


def _beside(row: Sequence[FormCell], head: FormCell) -> list[FormCell]:
    return [cell for cell in row if cell.words and cell.block.start != head.block.start]


def _go_on(following: Sequence[FormCell], head: FormCell) -> bool:
    """The next row asks for more of the person, or is another label's: no answers, no room."""
    if not following:
        return False
    below = following[0]
    if not below.words or below.block.start == head.block.start:
        return _are_asked(_beside(following, below))
    return is_known_label(below.words) or is_person_label(below.words)


def _are_asked(cells: Sequence[FormCell]) -> bool:
    """All are labels that are known, or one that says its unit beside them: 年投入时间（月）.

    法定代表人 behind 职务 is the answer.
    """
    if any(asks_office(one.words) and is_person_label(after.words) for one, after in pairwise(cells)):
        return False
    known = [is_shared_label(cell.words) or is_known_label(cell.words) for cell in cells]
    units = (could_be_label(cell.words) and _UNIT.search(cell.words) is not None for cell in cells)
    return any(known) and all(one or unit for one, unit in zip(known, units, strict=True))


def read_columns(state: GridState, row: Sequence[FormCell], following: Sequence[FormCell]) -> bool:
    """（空） | 牵头单位 | 参加单位 over 单位名称 | 某某 | 某某: each column is of the person or unit that heads it.

    The unit that leads or applies, else the first, is the applicant: its fields bear no group.
    """
    heads = row[1:]
    if len(heads) > 1 and not is_known_label(row[0].words) and all(is_group_label(cell.words) for cell in heads):
        state.columns = tuple(heads) if _answers(following, len(row)) else ()
        return bool(state.columns)
    if not state.columns or not _answers(row, len(state.columns) + 1):
        state.columns = ()
        return False
    units = [head for head in state.columns if not is_person_label(head.words)]
    applicant = next((head for head in units if _APPLIES.search(head.words)), units[0] if units else None)
    for head, value in zip(state.columns, row[1:], strict=True):
        own = head is applicant
        values = [value.span] if value.words else []
        state.fields.append(RawField(row[0].span, state.role, None if own else head.words, values))
    return True


def read_blank_columns(state: GridState, rows: Sequence[Sequence[FormCell]]) -> list[RawField]:
    """The same in a template, whatever the labels are called."""
    pairs = columns_of_persons(rows)
    heads = list(rows[0][1:]) if pairs else []
    applicant = next((head for head in heads if _APPLIES.search(head.words)), heads[0] if heads else None)
    return [RawField(label.span, state.role, None if one is applicant else one.words) for label, one in pairs]


def of_person(
    clean: str, fields: list[RawField], whose: str, rows: Sequence[Sequence[FormCell]] = ()
) -> list[RawField]:
    """The fields, with what any person has (手机) being ``whose``, where that is not empty and nobody else is named.

    First of all it is whom a caption among the ``rows`` of the table names.
    """
    _under_captions(clean, fields, rows)
    for field in fields if whose else ():
        if field.group is None and is_shared_label(squeezed(field.label.of(clean))):
            field.group = whose
    return fields


def _under_captions(clean: str, fields: Sequence[RawField], rows: Sequence[Sequence[FormCell]]) -> None:
    """The fields below 三、项目负责人 in a row of one cell, up to the next such row: what any person has is this one's.

    Below 合作单位 all that is known (单位名称, 法定代表人) is the partner's.
    """
    lone = [row[0] for row in rows if len(row) == 1 and row[0].words and row[0].block.column_span > 1]
    captions = [(cell.block.start, captioned_person(cell.words)) for cell in lone if could_be_label(cell.words)]
    starts = [start for start, _ in captions]
    for field in fields if captions else ():
        at = bisect_right(starts, field.label.start) - 1
        whose = captions[at][1] if at >= 0 else ""
        label = squeezed(field.label.of(clean))
        partner = _PARTNER.match(whose) is not None and is_known_label(label)
        if field.group is None and whose and (partner or (is_person_label(whose) and is_shared_label(label))):
            field.group = whose


def _answers(row: Sequence[FormCell], width: int) -> bool:
    """A label, and behind it as many answers as there are columns, none of them a label."""
    if len(row) != width or not is_known_label(row[0].words):
        return False
    return asks_office(row[0].words) or not any(is_known_label(cell.words) for cell in row[1:])


def _are_parts(row: Sequence[FormCell]) -> bool:
    labels = row[::2]
    return len(row) > 2 and len(row) % 2 == 0 and all(is_shared_label(cell.words) for cell in labels)
