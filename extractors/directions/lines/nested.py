"""Directions below lines that only group them: 方向一：某领域 / 1.某技术 / its text; （一）某领域 / 1.某技术。…."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.directions.labels.names import number_of
from extractors.directions.labels.parts import FoundDirection, in_call, label_kind
from extractors.directions.lines.prose import LISTING, PROCEDURE, direction_under
from extractors.text.items import number_at
from extractors.text.spans import Span, squeezed
from schemas.outline import Outline, Section
from schemas.text import Text

_NUMBER = re.compile(r"(?:\d{1,2}|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[）)])")
_LONGEST_NAME, _SHORTEST_TEXT = 45, 10
# 1.耐寒牧草良种选育。针对…, or the name alone in its paragraph
_NAMED = re.compile(r"(?P<name>(?:[^。；;，,：:（(\n\t]|[（(][^（）()\n\t]{1,40}[）)]){4,45})(?:[。：:](?=\s*\S)|\s*$)")


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a group: offsets of its number, of the text behind its name, and of its paragraph's end."""

    group: Section
    name: str
    number: int | None
    start: int
    body: int
    end: int


def numbered_on(text: Text, outline: Outline) -> list[FoundDirection]:
    """1.… and 2.… under （一）海岛种业, 3.… under （二）渔业装备: items whose numbers go on over the groups of a list.

    Where each group counts from 1 its items may be the tasks of one direction; where the numbers go on, the groups only
    part the list.
    """
    for index, section in enumerate(outline.sections):
        if not in_call(outline, section) or not LISTING.fullmatch(section.title):
            continue
        groups = [s for s in outline.sections if s.parent == index]
        items = [item for group in groups for item in _items(text, group)]
        fits = len({item.group for item in items}) == len(groups) > 1 and len(items) > len(groups)
        if fits and [item.number for item in items] == list(range(1, len(items) + 1)):
            return _of_items(text, items)
    return []


def _items(text: Text, group: Section) -> list[_Item]:
    """The numbered paragraphs of a group that begin with a name; [] where another paragraph comes first."""
    found: list[_Item] = []
    for block in text.blocks_in(group.heading_end, group.end):
        if block.start < group.heading_end or block.table is not None:
            continue
        style, body = number_at(text.clean, block.start, block.end)
        match = _NAMED.match(text.clean, body, block.end) if style == "arabic" else None
        if match is not None and label_kind(match["name"]) is None and PROCEDURE.search(match["name"]) is None:
            number = number_of(text.clean[block.start : body])
            found.append(_Item(group, match["name"], number, block.start, match.end(), block.end))
        elif not found:
            return []
    return found


def _of_items(text: Text, items: Sequence[_Item]) -> list[FoundDirection]:
    """Each item up to the next of its group; the last one ends with its paragraph where each of the others is one."""
    ends = [
        min(item.group.end, behind.start if behind is not None else item.group.end)
        for item, behind in zip(items, [*items[1:], None], strict=True)
    ]
    single = not any(text.clean[item.end : end].strip() for item, end in zip(items[:-1], ends[:-1], strict=True))
    ends[-1] = items[-1].end if single else ends[-1]
    return [
        replace(
            direction_under(text, item.name, str(item.number), item.start, item.body, end),
            category=squeezed(item.group.title),
        )
        for item, end in zip(items, ends, strict=True)
    ]


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
