"""Labels side by side in a line, with their values below each: 法定代表人 联系人 over 李某 钱某."""

import re
from collections.abc import Sequence
from itertools import islice

from extractors.forms.labels.in_lines import UNIT_BEHIND
from extractors.forms.labels.layout import RawField
from extractors.forms.labels.words import could_be_label, is_known_label, is_person_label, is_shared_label
from extractors.text.items import number_at
from extractors.text.spans import Span
from extractors.text.ticks import find_options
from schemas.outline import Role
from schemas.text import Text, lines_between

_WORD = re.compile(r"\S+")
_FEWEST = 2
_MOSTLY = 0.6  # of the labels are known
_DEEPEST = 3  # lines of values: a narrow column breaks its own
_BROKEN = 8  # characters of a line that its column breaks
_WIDE = 2  # blanks in the source part two columns whatever stands in them
_MARKS = re.compile(r"[：:。；]")
_NEAR = 6.0  # points; of a plain text, columns


def over_values(text: Text, spans: Sequence[Span], index: int, role: Role) -> tuple[list[RawField], int]:
    """The fields whose labels the line holds, and how many lines they take; [] and 0 for other lines.

    All words of the line are labels, and of the lines down to the next label one has as many words. What a narrow
    column breaks goes on in a line of fewer words, and belongs to the first label where it begins at the left edge.
    """
    heads = _heads(text, spans[index])
    below = _below(text, spans, index, len(heads)) if heads else []
    whole = [cells for cells in below if len(cells) == len(heads)]
    if len(whole) != 1:
        return [], 0  # several are the rows of a list
    full = whole[0]
    values = [[cell] for cell in full]
    before = True
    for cells in below:
        if cells is full:
            before = False
        elif len(cells) == 1 and _at_left(text, spans[index], cells[0]):
            above = cells[0] if before else values[0][-1]
            if above.end - above.start >= _BROKEN:
                values[0].insert(-1 if before else len(values[0]), cells[0])
    return _fields(text.clean, heads, values, role), 1 + len(below)


def _fields(clean: str, heads: Sequence[Span], values: Sequence[list[Span]], role: Role) -> list[RawField]:
    """A shared label belongs to the person whose label stands before it in the line."""
    found: list[RawField] = []
    person: str | None = None
    for label, answers in zip(heads, values, strict=True):
        words = label.of(clean)
        shared = is_shared_label(words)
        person = person_of(words) or (person if shared else None)
        found.append(RawField(label, role, person if shared and person != words else None, answers))
    return found


def person_of(words: str) -> str | None:
    """The person whose parts may follow: 揭榜负责人, and 揭榜负责人姓名 as well; None for other labels."""
    if is_person_label(words):
        return words
    whole = re.sub(r"\s", "", words).removesuffix("姓名")
    return whole if whole != words and is_person_label(whole) else None


def _heads(text: Text, span: Span) -> list[Span]:
    """The words of a line of labels: two at least, most of them known, none with a colon."""
    words = _words(text.clean, span)
    if len(words) < _FEWEST or _MARKS.search(text.clean, span.start, span.end) is not None:
        return []
    said = [word.of(text.clean) for word in words]
    known = sum(map(_is_label, said))
    return words if all(map(could_be_label, said)) and known >= max(_FEWEST, _MOSTLY * len(said)) else []


def _below(text: Text, spans: Sequence[Span], index: int, columns: int) -> list[list[Span]]:
    """The lines of values, each as its cells, down to the next line that begins with a label."""
    found: list[list[Span]] = []
    for span in islice(spans, index + 1, index + 2 + _DEEPEST):
        first = _words(text.clean, span)[0].of(text.clean)
        if (
            number_at(text.clean, span.start, span.end)[0]
            or _MARKS.search(text.clean, span.start, span.end)
            or is_known_label(span.of(text.clean))
            or _is_label(first)
            or find_options(text.clean, span.start, span.end)
        ):
            return found
        words = _words(text.clean, span)
        cells = words if len(words) <= columns else _columns(text, span)
        if len(found) == _DEEPEST or len(cells) > columns or any(_is_label(c.of(text.clean)) for c in cells):
            return found
        found.append(cells)
    return found


def _is_label(words: str) -> bool:
    """A known label, or one with its unit behind it: 自行配套经费（万元）."""
    return is_known_label(words) or UNIT_BEHIND.search(words) is not None


def _words(clean: str, span: Span) -> list[Span]:
    return [Span(*match.span()) for match in _WORD.finditer(clean, span.start, span.end)] or [span]


def _columns(text: Text, span: Span) -> list[Span]:
    """The cells that wide gaps of the source part: 6801 0042 is one account."""
    found: list[Span] = []
    for word in _words(text.clean, span):
        gap = text.offsets[word.start] - text.offsets[found[-1].end - 1] - 1 if found else _WIDE
        if gap >= _WIDE:
            found.append(word)
        else:
            found[-1] = Span(found[-1].start, word.end)
    return found


def _at_left(text: Text, line: Span, cell: Span) -> bool:
    """The cell begins where the line of labels does."""
    return abs(_left(text, line.start) - _left(text, cell.start)) <= _NEAR


def _left(text: Text, at: int) -> float:
    """Where the printed line begins; of a plain text, how far it is indented."""
    start = text.offsets[at]
    line = next(iter(lines_between(text.document.lines, start, start + 1)), None)
    return (
        line.box[0] if line is not None and line.box is not None else start - text.document.text.rfind("\n", 0, start)
    )
