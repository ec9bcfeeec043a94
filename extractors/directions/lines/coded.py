"""Directions that a letter and a count head: R1. 甲, R2. 乙, D1. 丙 under 指南任务列表, each letter a group."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.directions.labels.names import number_of
from extractors.directions.labels.parts import FoundDirection, in_call, label_kind
from extractors.directions.lines.prose import LISTING, PROCEDURE, direction_under
from extractors.text.spans import squeezed
from schemas.outline import Outline, Section
from schemas.text import Text

# 指南任务列表, 选题指南, 课题一览: a heading that says that it lists what can be chosen
_LIST = re.compile(
    r".{0,8}(?:任务|课题|选题|题目|命题|方向|项目|需求|难题|榜单)(?:申报)?的?(?:列表|清单|一览表?|目录|指南|库)(?:[（(].{1,20}[）)])?"
)
_CODE = re.compile(r"(?P<letter>[A-Z])\d{1,2}")
_LEAST, _SHORTEST, _LONGEST = 3, 2, 60


def coded_headings(text: Text, outline: Outline) -> list[FoundDirection]:
    """The headings below the first such list that are coded so, those of each letter counted from 1.

    Three at least; [] where one of them names a step of the procedure or a part of a task.
    """
    above: dict[int, list[Section]] = {}
    for section in outline.sections:
        if _CODE.fullmatch(section.number or "") and in_call(outline, section):
            listing = _listing(outline, section)
            if listing is not None:
                above.setdefault(listing, []).append(section)
    for listing, ones in sorted(above.items()):
        if _is_list(ones):
            return [_direction(text, outline, listing, one) for one in ones]
    return []


def _direction(text: Text, outline: Outline, listing: int, one: Section) -> FoundDirection:
    """With the heading between the list's and its own as its category."""
    name = one.title.rstrip("。；;")
    found = direction_under(text, name, one.number, one.start, one.heading_end, one.end)
    if found.category is not None or one.parent is None or one.parent == listing:
        return found
    return replace(found, category=squeezed(outline.sections[one.parent].title))


def _listing(outline: Outline, section: Section) -> int | None:
    """The nearest heading above that says that it lists them."""
    index = section.parent
    while index is not None:
        title = outline.sections[index].title
        if _LIST.fullmatch(title) or LISTING.fullmatch(title):
            return index
        index = outline.sections[index].parent
    return None


def _is_list(ones: Sequence[Section]) -> bool:
    counts: dict[str, list[int]] = {}
    for one in ones:
        number = one.number or ""
        counts.setdefault(number[:1], []).append(number_of(number) or 0)
    return len(ones) >= _LEAST and _counted(counts) and all(_is_name(one.title) for one in ones)


def _counted(counts: Mapping[str, Sequence[int]]) -> bool:
    """From 1 on without a gap; a number printed twice (D2, D2, D3) is the call's slip, not another list."""
    return all(numbers[0] == 1 and all(0 <= b - a <= 1 for a, b in pairwise(numbers)) for numbers in counts.values())


def _is_name(title: str) -> bool:
    named = _SHORTEST <= len(title) <= _LONGEST and PROCEDURE.search(title) is None
    return named and label_kind(title.rstrip("：:")) is None
