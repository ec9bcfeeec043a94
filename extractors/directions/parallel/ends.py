"""Where each of the parallel parts ends: at the next, the last one where the others would have ended."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from extractors.directions.labels.parts import label_kind, running_end
from extractors.directions.parallel.labels import Head
from extractors.directions.parallel.lines import Line
from extractors.directions.parallel.marks import Mark, marks_in
from schemas.outline import Division, Outline
from schemas.text import Text

# 前述各方向均应于…: what is said of all
_OF_ALL = re.compile(
    r"[（(]?(?:以上|上述|前述|所有|全部|各|每[个道项张桩件]|单个|[一二三四五六七八九十两\d]{1,2}[个道项张桩件])[^，。；：]{0,4}(?:榜|题|方向|课题|项目|任务|需求|难[题事]|桩)"
)
_LEAD = re.compile(r"\s*(?:【[^【】\n]{2,14}】|[^，。；：:\n\d]{2,14}[:：]\s*$)")


def ends_of(
    text: Text, outline: Outline, division: Division, lines: Sequence[Line], heads: Sequence[Head]
) -> list[int]:
    """The end of each part, in order."""
    between = [_before(outline, head, after) for head, after in pairwise(heads)]
    return [*between, _last(text, outline, division, lines, heads)]


def _before(outline: Outline, head: Head, after: Head) -> int:
    """Where a part ends before the next: at a heading as high as what the part stands in (（二）智慧农机)."""
    index = outline.section_at(head.start)
    level = outline.sections[index].level if index is not None else 0
    higher = (s.start for s in outline.sections_in(head.body, after.start) if s.level <= level)
    return next(higher, after.start)


def _last(text: Text, outline: Outline, division: Division, lines: Sequence[Line], heads: Sequence[Head]) -> int:
    """At a heading higher than any inside the others, a signature, 附件：, a line that no other part has."""
    first, last = heads[0], heads[-1]
    own = {head.start for head in heads}
    levels = [s.level for s in outline.sections_in(first.start, last.start) if s.start not in own]
    lowest = min(levels, default=len(outline.sections))
    behind = outline.sections_in(last.body, division.end)
    end = next((s.start for s in behind if s.level < lowest or not levels), division.end)
    table = next((grid for grid in text.tables if grid.start <= last.start < grid.end), None)
    end = min(end, table.end if table is not None else _end_of_last(text, last.body, end))
    return min(end, _as_long(text, lines, heads, end))


def _as_long(text: Text, lines: Sequence[Line], heads: Sequence[Head], end: int) -> int:
    """No more lines than the longest of the others, none on all of them or under a lead of its own, no outer mark."""
    starts = [line.start for line in lines]
    at = [bisect_right(starts, head.start) - 1 for head in heads]
    told = [lines[a:b] for a, b in pairwise(at)]
    most = max((_paragraphs(own) for own in told), default=1)
    leads = {_lead(text.clean, line) for own in told for line in own[1:]}
    items = {_item(text.clean, line) for own in told for line in own[1:]} - {""}
    outer = _outer(text.clean, [lines[one] for one in at])
    last = lines[at[-1] : bisect_left(starts, end)]
    behind = 0
    for line in last[1:]:
        if line.start < heads[-1].body:
            continue
        behind += len(line.cells) == 1 and _item(text.clean, line) not in items
        lead = _lead(text.clean, line)
        stops = (
            behind > max(most - 1, 0)
            or _OF_ALL.match(text.clean, line.start, line.end)
            or (lead is not None and lead not in leads and label_kind(lead) is None)
            or any(mark.scheme in outer for mark in marks_in(text.clean, [line]) if mark.start == line.start)
        )
        if stops:
            return line.start
    return end


def _paragraphs(lines: Sequence[Line]) -> int:
    return sum(len(line.cells) == 1 for line in lines)


def _item(clean: str, line: Line) -> str:
    """The scheme of an item's mark, or its bullet; "" for a line without."""
    mark = next(marks_in(clean, [line]), None)
    if mark is not None and mark.start == line.start:
        return mark.scheme
    return "" if clean[line.start].isalnum() else clean[line.start]


def _lead(clean: str, line: Line) -> str | None:
    match = _LEAD.match(clean, line.start, line.end) if len(line.cells) == 1 else None
    return match.group().strip(" 【】：:") if match is not None else None


def _outer(clean: str, heads: Sequence[Line]) -> set[str]:
    """The schemes of the marks that open the parts: 第六条, where 方向甲 stands behind it."""
    opening: list[list[Mark]] = [
        [mark for mark in marks_in(clean, [line]) if mark.start == line.start] for line in heads
    ]
    schemes = [{mark.scheme for mark in marks} for marks in opening]
    return set.intersection(*schemes) if schemes else set()


def _end_of_last(text: Text, start: int, end: int) -> int:
    """Where the last of a list ends: at a signature or 附件：, not at a table, which is its own."""
    stop = running_end(text, start, end)
    for grid in text.tables:
        caption = text.clean[stop : grid.start].strip() if stop <= grid.start < end else "\n"
        if "\n" not in caption:
            stop = running_end(text, grid.end, end)
    return min(stop, end)
