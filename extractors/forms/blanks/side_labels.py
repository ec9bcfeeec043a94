"""A blank form in columns: 揭榜单位　　　　　所在港区, labels set apart by blanks, with room to write behind each."""

import re
from collections.abc import Sequence
from itertools import islice, pairwise

from extractors.forms.blanks.without_colons import Tried
from extractors.forms.labels.in_lines import UNIT_BEHIND
from extractors.forms.labels.layout import RawField
from extractors.forms.labels.words import asks_for_text, could_be_label, has_label_shape
from extractors.text.items import number_at
from extractors.text.spans import Span
from schemas.outline import Role
from schemas.text import Text

_WORD = re.compile(r"\S+")
_MARKS = re.compile(r"[：:。；，_＿□☐☑√]|签字|签名|签章|盖章|公章")
_WIDE = 4  # blanks of the source that part two columns
_FEWEST = 2  # labels in the first line
_MOST = 4  # labels in a line
_LEAST, _SHARE = 6, 0.6  # labels of such a form, and how many of them look so by themselves


def side_labels(text: Text, spans: Sequence[Span], index: int, role: Role, tried: Tried) -> tuple[list[RawField], int]:
    """The fields of the lines from here on that hold nothing but labels far apart, and how many lines they are.

    The first has two at least; every line has one that looks so by itself, as a line of answers has not.
    """
    if tried.refuses(index) or len(_labels(text, spans[index])) < _FEWEST:
        return [], 0
    lines: list[list[Span]] = []
    counts: list[tuple[int, int]] = []
    for span in islice(spans, index, None):
        labels = _labels(text, span)
        looking = sum(_looks_so(label.of(text.clean)) for label in labels)
        if not looking:
            break
        lines.append(labels)
        counts.append((looking, len(labels)))
    takes = tried.takes(index, counts, _LEAST)
    if not takes or sum(count for count, _ in counts) < _SHARE * sum(total for _, total in counts):
        tried.starts = frozenset()  # the whole run is refused at once
        return [], 0
    return [RawField(label, role) for labels in lines for label in labels], len(lines)


def _labels(text: Text, span: Span) -> list[Span]:
    """The words of a line, all of which could be labels, with wide gaps between; [] for other lines."""
    if _MARKS.search(text.clean, span.start, span.end) or number_at(text.clean, span.start, span.end)[0]:
        return []
    words = [Span(*match.span()) for match in islice(_WORD.finditer(text.clean, span.start, span.end), _MOST + 1)]
    gaps = (text.offsets[b.start] - text.offsets[a.end - 1] - 1 for a, b in pairwise(words))
    apart = len(words) <= _MOST and all(gap >= _WIDE for gap in gaps)
    return words if apart and all(could_be_label(word.of(text.clean)) for word in words) else []


def _looks_so(words: str) -> bool:
    return has_label_shape(words) or UNIT_BEHIND.search(words) is not None or asks_for_text(words)
