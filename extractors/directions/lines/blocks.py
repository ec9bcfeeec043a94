"""Directions as blocks of labelled lines, one after another: 榜单名称：…, 研究内容：…, 考核指标：…, 榜额：…."""

import re
from dataclasses import dataclass, replace

from extractors.directions.labels.names import number_of
from extractors.directions.labels.parts import (
    FORM_ROLES,
    FoundDirection,
    due_of,
    find_parts,
    parts_behind_tables,
    running_end,
    spans_of,
)
from extractors.directions.lines.prose import with_categories
from extractors.text.marks import COUNT
from extractors.text.spans import squeezed, trimmed
from schemas.outline import Outline
from schemas.text import Block, Text

_THING = "(?:榜单|揭榜|项目|课题|任务|攻关|方向|题目|需求|技术|难题|榜题|赛题|选题|产品)"
# 榜单名称：…, 2.技术需求名称：… with the name behind it; 单位名称 and a form's empty label are none.
_NAME = re.compile(
    rf"(?P<label>[（(]?{COUNT}[）)]?[、.．]?\s*)?(?:【{_THING}{{1,3}}(?:名称|题目)】\s*[:：]?"
    rf"|(?:{_THING}{{1,3}}(?:名称|题目)|题目|题名|榜题|赛题|选题|难题)\s*[:：])\s*"
    r"(?P<name>[^\s_。；;].{1,60})"
)
# What may stand above the name: 榜单一, 需求编号：XQ-2026-01, （三）.
_ABOVE = re.compile(
    rf"【?(?:{_THING}){{0,2}}(?:编号|序号)?】?\s*[:：]?\s*[（(]?(?:第?[一二三四五六七八九十]{{1,3}}"
    rf"|[A-Za-z0-9][A-Za-z0-9\-—_]{{0,20}})[）)]?[、.．]?"
)


_CATEGORY = re.compile(
    r"^\s*(?:(?:所属|技术|产业|应用|支持|研究)?(?:领域|类别|产业链|板块|产业集群|赛道)|所属(?:集群|行业|产业|方向|专题|场景))\s*[:：]\s*([^\n：:。；]{2,20})\s*$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class _Head:
    start: int
    body: int
    name: str
    number: int | None


def named_blocks(text: Text, outline: Outline) -> list[FoundDirection]:
    """The blocks in order: two or more with a task or a goal, or one with both; [] where there are none."""
    heads = _heads(text, outline)
    found = []
    for index, head in enumerate(heads):
        end = outline.division_at(head.start).end
        if index + 1 < len(heads):
            end = min(end, heads[index + 1].start)
        end = min(end, _chapter_end(outline, head.start) or end)
        whole, end = end, running_end(text, head.body, end)
        parts = find_parts(text, head.body, end)
        tasks, goals = spans_of(parts, "task"), spans_of(parts, "goal")
        if tasks or goals:
            last = max(span.end for span in (*tasks, *goals))
            behind = parts_behind_tables(text, end, whole, untold=False)
            tasks, goals = (*tasks, *spans_of(behind, "task")), (*goals, *spans_of(behind, "goal"))
            due = due_of(text.clean, [*parts, *behind])
            category = _CATEGORY.search(text.clean, head.body, end)
            group = squeezed(category[1]) if category else None
            found.append(FoundDirection(head.name, head.number, head.start, last, group, tasks, goals, due))
    if len(found) == 1 and not (found[0].tasks and found[0].goals):
        return []
    numbers = [direction.number for direction in found]
    if None not in numbers and len(set(numbers)) < len(numbers):
        found = [replace(direction, number=None) for direction in found]
    return found if any(direction.category for direction in found) else with_categories(outline, found)


def _chapter_end(outline: Outline, at: int) -> int | None:
    """Where the chapter ends that the block stands in (一、张榜内容): 二、揭榜条件 is no part of it."""
    index = outline.section_at(at)
    while index is not None:
        section = outline.sections[index]
        if (
            section.start < at
            and section.number is not None
            and re.fullmatch(r"[一二三四五六七八九十]+", section.number)
        ):
            return section.end
        index = section.parent
    return None


def _heads(text: Text, outline: Outline) -> list[_Head]:
    blocks = [b for b in text.blocks if b.table is None and outline.division_at(b.start).role not in FORM_ROLES]
    found = []
    for index, block in enumerate(blocks):
        match = _NAME.fullmatch(text.clean[block.start : block.end].strip())
        if match is None:
            continue
        above = _above(text, blocks, index)
        label = match["label"] or (text.clean[above.start : above.end] if above else None)
        start = above.start if above else block.start
        body = trimmed(text.clean, block.start, block.end).end
        found.append(_Head(start, body, squeezed(match["name"].rstrip("。；; ")), number_of(label)))
    return found


def _above(text: Text, blocks: list[Block], index: int) -> Block | None:
    """The line that only numbers the block (榜单一), or None."""
    if index == 0:
        return None
    words = text.clean[blocks[index - 1].start : blocks[index - 1].end].strip()
    return blocks[index - 1] if _ABOVE.fullmatch(words) else None
