"""Directions in lines that say what they are: 方向一：…, 课题1.1 …, 【榜题三】…, the innermost where nested."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.directions.labels.names import bare_head, label_in
from extractors.directions.labels.parts import FORM_ROLES, FoundDirection, Part, find_parts, is_higher, label_kind
from extractors.directions.lines.nested import headings_below
from extractors.directions.lines.prose import PROCEDURE, direction_under, with_categories
from extractors.text.spans import Span
from schemas.outline import Outline
from schemas.text import Text

# 项目A 符工 0599-6500011: whom to ask about it
_NUMBERED_CONTACT = re.compile(r"\d{3}-?\d{4}|[@＠]")


# What stands alone under 榜题一: a title, no sentence, no label and no item.
_NAME_BELOW = re.compile(r"(?![（(]?[\d一二三四五六七八九十①-⑳]{1,3}[)）.、．])[^。；;，,：:\n]{4,50}")
# 榜单一 / 技术需求：极片缺陷检测系统
_LABEL_BELOW = re.compile(
    r"^(?:技术需求|(?:技术|需求|榜单|项目|课题|任务|攻关){0,2}(?:名称|题目)|难题|题目)\s*[:：]\s*"
)


_LEAST_WITH_GAP = 4  # lines in which one number may be missing


@dataclass(frozen=True, slots=True)
class _Line:
    thing: str
    key: tuple[int, ...]
    name: str
    start: int
    body: int


def titled_lines(text: Text, outline: Outline) -> list[FoundDirection]:
    """The lines that name a direction, each governing what follows or, behind 。, the text in its own paragraph.

    Lines of one word (方向, 课题) count as one list; [] where their numbers are in no order. Of a list inside the other
    (课题 under 方向) the inner one holds the directions where they have tasks or goals of their own.
    """
    lines = _lines(text, outline)
    lists = [[line for line in lines if line.thing == thing] for thing in dict.fromkeys(line.thing for line in lines)]
    outer = next((found for found in lists if len(found) >= 2 and _in_order(found)), [])
    outer = outer or next((found for found in lists if _lacks_one(found)), [])
    for inner in lists:
        above = [line for line in lines if line.thing != inner[0].thing and line.start < inner[-1].start]
        if inner is outer or not above or len(inner) < 2 or not _in_order(inner, [line.start for line in above]):
            continue
        found = _directions(text, outline, inner, above)
        if sum(direction.labelled for direction in found) * 2 > len(found):
            return found
    if outer:
        groups = [(line.name, Span(line.body, end)) for line, end in zip(outer, _ends(outline, outer), strict=True)]
        nested = headings_below(text, outline, groups)
        return nested or with_categories(outline, _directions(text, outline, outer, []))
    return _alone(text, outline, lines)


def _alone(text: Text, outline: Outline, lines: list[_Line]) -> list[FoundDirection]:
    """方向1：… with 揭榜任务：… and 预期目标：… below it: the only one of its call."""
    if len(lines) != 1 or lines[0].key[-1] != 1:
        return []
    return [d for d in _directions(text, outline, lines, []) if d.labelled and d.tasks and d.goals]


def _lines(text: Text, outline: Outline) -> list[_Line]:
    found = []
    for index, block in enumerate(text.blocks):
        if block.table is None and outline.division_at(block.start).role not in FORM_ROLES:
            words = text.clean[block.start : block.end]
            head = bare_head(words.strip())
            if head is not None:
                following = text.blocks[min(index + 1, len(text.blocks) - 1)]
                name = _LABEL_BELOW.sub("", text.clean[following.start : following.end].strip())
                if following.table is None and _NAME_BELOW.fullmatch(name) and label_kind(name) is None:
                    found.append(_Line(head.thing, head.key, name, block.start, following.end))
                continue
            label = label_in(words.strip())
            if label and _NUMBERED_CONTACT.search(label.name) is None:
                lead = len(words) - len(words.lstrip())
                body = block.end if label.end == len(words.strip()) else block.start + lead + label.end
                found.append(_Line(label.thing, label.key, label.name, block.start, body))
    return found


def _in_order(lines: list[_Line], breaks: list[int] | None = None) -> bool:
    """1, 2, 3, or 1.1, 1.2, 2.1; anew from 1 only behind one of the offsets ``breaks``."""
    if lines[0].key[-1] != 1:
        return False
    for before, after in pairwise(lines):
        anew = after.key[-1] == 1 and any(before.start < at < after.start for at in breaks or [])
        follows = after.key > before.key if len(after.key) > 1 else after.key == (before.key[-1] + 1,)
        if not (follows or anew):
            return False
    return True


def _lacks_one(lines: list[_Line]) -> bool:
    """榜题一, 二, 三 and 五: better than none, where the fourth did not read as a line of its own."""
    numbers = [line.key[-1] for line in lines]
    steps = [after - before for before, after in pairwise(numbers)]
    return len(lines) >= _LEAST_WITH_GAP and numbers[0] == 1 and sorted(steps) == [1] * (len(steps) - 1) + [2]


def _directions(text: Text, outline: Outline, lines: list[_Line], above: list[_Line]) -> list[FoundDirection]:
    starts = sorted({line.start for line in (*lines, *above)})
    own = outline.section_at(lines[0].start)
    level = outline.sections[own].level if own is not None else 0
    plain = own is not None and outline.sections[own].number is None  # 方向一 under 1 支持方向: its level tells nothing
    higher = [
        s.start
        for s in outline.sections
        if is_higher(s) or (s.number is not None and (s.level <= level or (plain and PROCEDURE.search(s.title))))
    ]
    nested = len(lines) > 1 and any(lines[0].body < at < lines[1].start for at in higher)
    found = []
    for line in lines:
        end = min([outline.division_at(line.start).end] + [at for at in starts if at > line.start])
        if line is lines[-1] and not nested:
            end = min([end] + [at for at in higher if at > line.body])
            end = min(end, _own_paragraph(text, lines) or end, _last_part_end(text, lines, end))
        direction = direction_under(text, line.name, str(line.key[-1]), line.start, line.body, end)
        category = next((upper.name for upper in reversed(above) if upper.start < line.start), None)
        found.append(replace(direction, category=category or direction.category))
    return found


def _ends(outline: Outline, lines: list[_Line]) -> list[int]:
    """Where each line's text ends at the latest: at the next line, the last one's at the next 二、 or 第三部分."""
    last = lines[-1].body
    higher = (section.start for section in outline.sections if section.start > last and is_higher(section))
    return [*(line.start for line in lines[1:]), min((*higher, outline.division_at(lines[-1].start).end))]


def _own_paragraph(text: Text, lines: list[_Line]) -> int | None:
    """Where the last one's paragraph ends, if each of the others is one paragraph; None where any has more."""
    opening = {line.start for line in lines}
    inside = [b.start for b in text.blocks if lines[0].start <= b.start < lines[-1].start]
    if len(lines) < 2 or set(inside) != opening - {lines[-1].start}:
        return None
    return next((b.end for b in text.blocks if b.start == lines[-1].start), None)


def _last_part_end(text: Text, lines: list[_Line], end: int) -> int:
    """Where the last one ends, if the others all end with one paragraph under one label (还须注意：…), as it does."""
    tails = {_tail(text, line.body, after.start) for line, after in pairwise(lines)}
    label = next(iter(tails)) if len(tails) == 1 and len(lines) > 2 else ""
    if not label:
        return end
    last = [part for part in find_parts(text, lines[-1].body, end) if _label(text, part) == label]
    index = text.block_at(last[-1].span.start) if last else None
    return text.blocks[index].end if index is not None else end


def _tail(text: Text, start: int, end: int) -> str:
    """The label of the last part, where that is one paragraph; else nothing."""
    parts = find_parts(text, start, end)
    own = parts[-1].span if parts else None
    one = own is not None and text.block_at(own.start) == text.block_at(max(own.start, own.end - 1))
    return _label(text, parts[-1]) if one else ""


def _label(text: Text, part: Part) -> str:
    label = re.match(r"[^：:。\n]{2,16}", text.clean[part.label : part.span.start])
    return label.group().strip("【】“” ") if label is not None else ""
