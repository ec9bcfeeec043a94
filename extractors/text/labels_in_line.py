"""Labels that run on in their paragraph: 2.申报条件。…, 申报材料：1.…；2.…, where the outline has no heading."""

import re
from collections.abc import Callable

from extractors.text.items import number_at
from extractors.text.spans import trimmed
from schemas.outline import Outline, Role
from schemas.text import Text

_LONGEST_LEAD = 60
_FRAMED = re.compile(r"\s*[【〖](?P<title>[^【】〖〗\n]{2,20})[】〗]\s*")
_GOES_ON = ("；", ";")
_CALL_ROLES = frozenset({Role.BODY, Role.TASK_LIST, Role.OTHER, Role.RECOMMENDATION})


def labelled_stretches(text: Text, outline: Outline, label: re.Pattern[str]) -> list[tuple[int, int]]:
    """What stands behind such a label: the rest of its paragraph, and the items of its own list below.

    ``label`` is matched behind the paragraph's number and has to end with its mark (。 or ：).
    """
    headings = {section.start for section in outline.sections}
    found = []
    for index, block in enumerate(text.blocks):
        if block.table is not None or block.start in headings:
            continue
        if outline.division_at(block.start).role not in _CALL_ROLES:
            continue
        style, body = number_at(text.clean, block.start, block.end)
        match = label.match(text.clean, body, block.end)
        if match:
            found.append((match.end(), _end(text, headings, index, style)))
    return found


def framed_stretches(text: Text, outline: Outline, fits: Callable[[str], bool]) -> list[tuple[int, int]]:
    """What stands behind 【申报人条件】, run on or below it, up to the next one; ``fits`` is asked of its words."""
    headings = {section.start for section in outline.sections}
    found = []
    for index, block in enumerate(text.blocks):
        label = _FRAMED.match(text.clean, block.start, block.end) if block.table is None else None
        called = label is not None and outline.division_at(block.start).role in _CALL_ROLES
        if label is not None and called and block.start not in headings and fits(label["title"]):
            found.append((label.end(), _framed_end(text, headings, index, alone=label.end() == block.end)))
    return found


def _framed_end(text: Text, headings: set[int], index: int, *, alone: bool) -> int:
    """The end of the label's paragraph and of the items below; the paragraph below belongs to a label alone."""
    end = text.blocks[index].end
    for at, block in enumerate(text.blocks[index + 1 :]):
        style, _ = number_at(text.clean, block.start, block.end)
        framed = _FRAMED.match(text.clean, block.start, block.end) is not None
        if block.table is not None or block.start in headings or framed or not (style or (alone and at == 0)):
            break
        end = block.end
    return end


def items_below(text: Text, outline: Outline, lead: re.Pattern[str]) -> list[tuple[int, int]]:
    """The paragraphs numbered in one style under one that ends with such a lead: 补充条件如下：一、…二、…."""
    headings = {section.start for section in outline.sections}
    found: list[tuple[int, int]] = []
    for index, block in enumerate(text.blocks[:-1]):
        inside = bool(found) and block.start < found[-1][1]  # a lead among the items of another
        if inside or block.table is not None or outline.division_at(block.start).role not in _CALL_ROLES:
            continue
        first = text.blocks[index + 1]
        style, _ = number_at(text.clean, first.start, first.end)
        if style and lead.search(text.clean, max(block.start, block.end - _LONGEST_LEAD), block.end):
            end = block.end
            for below in text.blocks[index + 1 :]:
                own, _ = number_at(text.clean, below.start, below.end)
                if below.table is not None or below.start in headings or own != style:
                    break
                end = below.end
            found.append((block.end, end))
    return found


def _end(text: Text, headings: set[int], index: int, style: str) -> int:
    """The end of the last paragraph below that is an item of another style than the label's own number."""
    end = text.blocks[index].end
    for block in text.blocks[index + 1 :]:
        own, _ = number_at(text.clean, block.start, block.end)
        if block.table is not None or block.start in headings or own in ("", style, "han"):
            break
        end = block.end
    return end


def lines_below(text: Text, outline: Outline, label: re.Pattern[str]) -> list[tuple[int, int]]:
    """The paragraphs below 谁可以来： on a line of its own that are a list without marks: each goes on with ；."""
    headings = {section.start for section in outline.sections}
    found: list[tuple[int, int]] = []
    for index, block in enumerate(text.blocks):
        match = label.match(text.clean, block.start, block.end) if block.table is None else None
        alone = match is not None and match.end() >= trimmed(text.clean, block.start, block.end).end
        if not alone or outline.division_at(block.start).role not in _CALL_ROLES:
            continue
        end = _list_end(text, headings, index + 1)
        if end is not None:
            found.append((block.end, end))
    return found


def _list_end(text: Text, headings: set[int], first: int) -> int | None:
    """Where the list ends whose lines but the last end with ；; None for fewer than two."""
    for at, block in enumerate(text.blocks[first:]):
        number, _ = number_at(text.clean, block.start, block.end)
        if block.table is not None or block.start in headings or number:
            return None
        if text.clean[block.start : block.end].rstrip()[-1:] not in _GOES_ON:
            return block.end if at else None
    return None
