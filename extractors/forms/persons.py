"""Two persons side by side in a form's table: 负责人 | 联系人 over 姓名 | 某某 | 姓名 | 某某."""

from collections.abc import Sequence

from extractors.forms.lists import FormCell, GridState
from extractors.forms.parts import RawField
from extractors.forms.words import is_person_label, is_shared_label


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


def _are_parts(row: Sequence[FormCell]) -> bool:
    labels = row[::2]
    return len(row) > 2 and len(row) % 2 == 0 and all(is_shared_label(cell.words) for cell in labels)
