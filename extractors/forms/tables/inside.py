"""Tables whose cells hold a label and the room behind it: 队名： | 驻地：, blank or with what was written there."""

import re
from collections.abc import Sequence

from extractors.forms.cells.cells import FormCell
from extractors.forms.labels.in_lines import labelled
from extractors.forms.labels.layout import RawField
from extractors.forms.labels.words import (
    could_be_label,
    is_known_label,
    is_marked_label,
    is_person_label,
    is_shared_label,
)
from extractors.text.spans import Span, trimmed
from extractors.text.ticks import find_options
from schemas.outline import Role
from schemas.text import Text

_LABEL = re.compile(r"(?P<label>[^\s：:。；，、？！][^：:。；？！\n]{1,40}?)\s*[:：]")
_NO_LABELS = frozenset({"其中", "注", "备注", "说明"})  # 其中：研发人员30人
_LEAST = 4  # cells
_KNOWN = 4  # one of so many labels is known


def read_inside(text: Text, rows: Sequence[Sequence[FormCell]], role: Role) -> list[RawField]:
    """The fields of a table all of whose cells begin with a label and its colon; [] for other tables.

    The lexicon need know few of the labels, of a blank form one; where it knows all, the rows are read one by one.
    """
    cells = [cell for row in rows for cell in row]
    pairs = [_pair(text.clean, cell) for cell in cells]
    labels = [pair[0].of(text.clean) for pair in pairs if pair is not None]
    known = [is_known_label(words) or is_marked_label(words) for words in labels]
    if len(labels) < max(_LEAST, len(cells)) or all(known) or not any(known):
        return []
    blank = not any(pair[1].of(text.clean) for pair in pairs if pair is not None)
    if not blank and sum(known) * _KNOWN < len(known):
        return []
    if not all(map(could_be_label, labels)) or max(map(len, rows)) < 2 or _NO_LABELS & set(labels):
        return []
    found: list[RawField] = []
    for row in rows:
        found += _of_row(text, row, role)
    return found


def _of_row(text: Text, row: Sequence[FormCell], role: Role) -> list[RawField]:
    """Every cell's label, and others that the lexicon knows behind it; what any person has is the one's before it."""
    found: list[RawField] = []
    person: str | None = None
    for cell in row:
        several = labelled(text.clean, cell.block.start, cell.block.end, False)
        first = _pair(text.clean, cell)
        pairs = several if len(several) > 1 else [first] if first is not None else []
        for label, value in pairs:
            words = label.of(text.clean)
            shared = is_shared_label(words)
            person = words if is_person_label(words) else person if shared else None
            group = person if shared and person != words else None
            found.append(RawField(label, role, group, [value] if value.end > value.start else []))
    return found


def _pair(clean: str, cell: FormCell) -> tuple[Span, Span] | None:
    match = _LABEL.match(clean, cell.block.start, cell.block.end)
    if match is None or find_options(clean, cell.block.start, match.end()):
        return None
    return Span(*match.span("label")), trimmed(clean, match.end(), cell.block.end)
