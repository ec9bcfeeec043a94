"""Labels in frames, several in a line: 〔姓名〕　　〔性别〕, with what is written behind each, below 【首席专家】."""

import re
from collections.abc import Sequence

from extractors.forms.labels.layout import RawField
from extractors.forms.labels.words import (
    could_be_label,
    has_label_shape,
    is_known_label,
    is_person_label,
    is_shared_label,
)
from extractors.text.spans import Span, trimmed
from schemas.outline import Role

_FRAME = re.compile(r"[〔【〖［\[〈「](?P<label>[^〔〕【】〖〗［］\[\]〈〉「」\n]{2,20})[〕】〗］\]〉」][:：]?")
_LONGEST = 40  # characters behind a frame
_FEWEST = 2  # frames in a line


def framed_labels(clean: str, spans: Sequence[Span], index: int, role: Role) -> tuple[list[RawField], int]:
    """The fields of the lines from here on that hold nothing but such labels, and how many lines they are.

    All look like labels by themselves in a line that is written in, and half of them in one that is blank. What any
    person has is hers who is framed alone in the line above.
    """
    person = _person(clean, spans[index - 1]) if index else None
    found: list[RawField] = []
    count = 0
    for at in range(index, len(spans)):
        pairs = _pairs(clean, spans[at])
        if not pairs:
            break
        if count == 0 and not is_shared_label(pairs[0][0].of(clean)):
            person = None
        found += [RawField(label, role, person, [value] if value.end > value.start else []) for label, value in pairs]
        count += 1
    return found, count


def _person(clean: str, span: Span) -> str | None:
    """首席专家 of a line that holds 【首席专家】 and nothing else."""
    frame = _FRAME.fullmatch(clean, span.start, span.end)
    return frame["label"] if frame is not None and is_person_label(frame["label"]) else None


def _pairs(clean: str, span: Span) -> list[tuple[Span, Span]]:
    """The labels of a line that begins with a frame, with what stands behind each; [] for other lines."""
    frames = list(_FRAME.finditer(clean, span.start, span.end))
    if len(frames) < _FEWEST or frames[0].start() != span.start:
        return []
    stops = [*(frame.start() for frame in frames[1:]), span.end]
    labels = [Span(*frame.span("label")) for frame in frames]
    values = [trimmed(clean, frame.end(), stop) for frame, stop in zip(frames, stops, strict=True)]
    words = [label.of(clean) for label in labels]
    looking = sum(is_known_label(word) or is_shared_label(word) or has_label_shape(word) for word in words)
    blank = not any(value.end > value.start for value in values)
    short = all(value.end - value.start <= _LONGEST for value in values)
    told = 2 * looking >= len(words) if blank else looking == len(words)
    return list(zip(labels, values, strict=True)) if told and short and all(map(could_be_label, words)) else []
