"""Rows of whose and what side by side: 3-1 技术负责人 | 姓名：　电话： | 3-2 商务负责人 | 姓名：　电话：."""

from collections.abc import Sequence

from extractors.forms.cells.cells import FormCell, GridState
from extractors.forms.labels.in_lines import labelled
from extractors.forms.labels.layout import RawField
from extractors.forms.labels.words import could_be_label, is_known_label, is_shared_label, without_number
from extractors.text.spans import Span
from schemas.text import Text

_Pairs = list[tuple[Span, Span]]
_PAIR = 2
_LEAST = 2  # parts in a cell


def read_owners(text: Text, state: GridState, row: Sequence[FormCell]) -> bool:
    """Takes a row of pairs, each a label and a cell of what its owner has (姓名, 职称); False for every other row."""
    if len(row) % _PAIR or not row:
        return False
    owners, cells = row[0::_PAIR], row[1::_PAIR]
    told = [labelled(text.clean, cell.block.start, cell.block.end, False) for cell in cells]
    several = len(owners) > 1
    if not all(could_be_label(one.words) and not _parts(text, one) for one in owners):
        return False
    if not all(_are_parts(text.clean, pairs) for pairs in told) or not (several or not is_known_label(owners[0].words)):
        return False
    for owner, pairs in zip(owners, told, strict=True):
        group = without_number(owner.words)
        state.fields += [RawField(label, state.role, group, [v] if v.end > v.start else []) for label, v in pairs]
    state.group, state.group_words = None, ""
    return True


def _parts(text: Text, cell: FormCell) -> _Pairs:
    return labelled(text.clean, cell.block.start, cell.block.end, False)


def _are_parts(clean: str, pairs: _Pairs) -> bool:
    return len(pairs) >= _LEAST and all(is_shared_label(label.of(clean)) for label, _ in pairs)
