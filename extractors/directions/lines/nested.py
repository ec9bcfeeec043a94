"""Directions below lines that only group them: 方向一：某领域 / 1.某技术 / its text."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.directions.labels.parts import FoundDirection, label_kind
from extractors.directions.lines.prose import PROCEDURE, direction_under
from extractors.text.spans import Span
from schemas.outline import Outline, Section
from schemas.text import Text

_NUMBER = re.compile(r"(?:\d{1,2}|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[）)])")
_LONGEST_NAME, _SHORTEST_TEXT = 45, 10


def headings_below(text: Text, outline: Outline, groups: Sequence[tuple[str, Span]]) -> list[FoundDirection]:
    """What the groups (name, and what it governs) hold, each with its group as category.

    [] unless every group begins with a heading numbered 1 and each heading has a text below it: items of a task
    (1.研制样机) have none.
    """
    found: list[FoundDirection] = []
    for name, span in groups:
        heads = _heads(text, outline, span)
        if not heads:
            return []
        for head, behind in zip(heads, [*(h.start for h in heads[1:]), span.end], strict=True):
            one = direction_under(text, head.title, head.number, head.start, head.heading_end, behind)
            found.append(replace(one, category=name))
    return found if len(found) > len(groups) else []


def _heads(text: Text, outline: Outline, span: Span) -> list[Section]:
    """The headings of one level that part the whole stretch, numbered from 1; [] where it is parted otherwise."""
    inside = [s for s in outline.sections if span.start <= s.start < span.end and s.number is not None]
    heads = [s for s in inside if s.level == inside[0].level]
    if not heads or text.clean[span.start : heads[0].start].strip():
        return []
    behind = [*(head.start for head in heads[1:]), span.end]
    fits = all(_is_head(text, head, end) for head, end in zip(heads, behind, strict=True))
    return heads if fits and re.search(r"^\D?[1一]\D?$", heads[0].number or "") else []


def _is_head(text: Text, head: Section, end: int) -> bool:
    below = text.clean[head.heading_end : end]
    return (
        _NUMBER.fullmatch(head.number or "") is not None
        and 2 <= len(head.title) <= _LONGEST_NAME
        and label_kind(head.title) is None
        and PROCEDURE.search(head.title) is None
        and below.startswith("\n")
        and len(below.strip()) >= _SHORTEST_TEXT
    )
