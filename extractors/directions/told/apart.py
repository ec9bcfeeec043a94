"""Tasks told apart from the list of directions: in a chapter of its name, in a table or in lists of its codes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.directions.labels.names import bare_head
from extractors.directions.labels.of_work import asks_of_work
from extractors.directions.labels.parts import (
    FORM_ROLES,
    FoundDirection,
    find_parts,
    in_call,
    kind_of,
    label_kind,
    running_end,
    spans_of,
)
from extractors.directions.lines.prose import direction_under
from extractors.directions.tables.shared import meant, names_directions
from extractors.text.marks import LISTED
from extractors.text.spans import Span, bare, squeezed, trimmed
from schemas.outline import Outline
from schemas.text import Block, Grid, Text

_SHORTEST = 8  # characters of what is asked, where no head says that it is
_LONGEST_HEAD = 60
_MOST = 0.8  # of the rows name a direction
# XH-01的边界条件：, 课题一 约束条件：
_OF_ONE = re.compile(
    r"(?P<who>[^，。；：:\n]{1,40}?)(?:的|[ \u3000]+)(?P<label>[^，。；：:的\s]{2,12})\s*(?:[:：]\s*|$)"
)
# 申报条件 over 浮标课题：在港单位均可申报: who applies for it, and how, is no task
_OF_APPLYING = re.compile(
    r"(?:申报|申请|揭榜|应榜|参赛|参评|报名|推荐|评选|选树|基本|资格|准入|认定|遴选|入选|限制)(?:条件|资格|对象|要求|范围|材料|资料|程序|流程|方式|办法)"
    r"|(?:名额|限额|分配[数表]|奖项|经费|评审|评分)(?:设置|分配|标准|办法)?$"
)
_ITEM = re.compile(rf"\s*(?:{LISTED}|[（(]?[a-z][)）.、．])")


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of the direction ``owner`` (its index): ``goal`` or else of its task."""

    owner: int
    goal: bool
    span: Span


def with_tasks(text: Text, outline: Outline, found: list[FoundDirection]) -> list[FoundDirection]:
    """The directions with what the call tells of them elsewhere.

    A chapter counts where the list tells figures alone, a table without heads as well.
    """
    if len(found) < 2:
        return found
    bare_list = not any(direction.tasks for direction in found)
    told = [*_of_tables(text, outline, found, headless=bare_list), *_of_lists(text, outline, found)]
    whole = [_of_chapter(text, outline, one) for one in found] if bare_list else found
    if not told and not any(one.tasks or one.goals for one in whole):
        told = _below_heads(text, outline, found)
    return [_with(direction, told, index) for index, direction in enumerate(whole)]


def _of_chapter(text: Text, outline: Outline, direction: FoundDirection) -> FoundDirection:
    """（一）岸桥远程操控系统 over what is to be studied, where the table has the name with its figures."""
    named = (s for s in outline.sections if in_call(outline, s) and bare(s.title) == bare(direction.name))
    named = (s for s in named if not any(map(_OF_APPLYING.search, outline.path(s.parent))))
    section = next(named, None)
    if section is None or direction.start <= section.start < direction.end:
        return direction
    told = direction_under(text, section.title, section.number, section.start, section.heading_end, section.end)
    return replace(direction, tasks=told.tasks, goals=(*told.goals, *direction.goals))


def _with(direction: FoundDirection, told: Sequence[_Told], index: int) -> FoundDirection:
    own = [one for one in told if one.owner == index]
    if not own:
        return direction
    tasks, goals = (tuple(one.span for one in own if one.goal is kind) for kind in (False, True))
    return replace(direction, tasks=(*direction.tasks, *tasks), goals=(*direction.goals, *goals))


def _is_elsewhere(outline: Outline, at: int, found: Sequence[FoundDirection]) -> bool:
    """In the call, and no part of a direction."""
    role = outline.division_at(at).role
    return role not in FORM_ROLES and not any(one.start <= at < one.end for one in found)


def _of_tables(text: Text, outline: Outline, found: Sequence[FoundDirection], *, headless: bool) -> Iterator[_Told]:
    """PS-1 | 影像资料归集到平台: what tables of two columns ask, each with its direction."""
    for grid in text.tables:
        lists = any(max(one.start, grid.start) < min(one.end, grid.end) for one in found)
        if not lists and outline.division_at(grid.start).role not in FORM_ROLES:
            yield from _asked(text, grid, found, headless=headless)


def _asked(text: Text, grid: Grid, found: Sequence[FoundDirection], *, headless: bool) -> list[_Told]:
    cells = [text.blocks[at] for at in grid.cells]
    if {cell.column for cell in cells} != {0, 1}:
        return []
    first = {cell.row: squeezed(text.clean[cell.start : cell.end]) for cell in cells if not cell.column}
    behind = {cell.row: trimmed(text.clean, cell.start, cell.end) for cell in cells if cell.column == 1}
    headed = names_directions(first.get(0, "")) and 0 in behind
    if not headed and not headless:
        return []
    kind = label_kind(squeezed(behind.pop(0).of(text.clean))) if headed else None
    rows = [(meant(text, words, found, numbers=headed), behind[row]) for row, words in first.items() if row in behind]
    own = [(owner, span) for owner, span in rows if owner is not None]
    if len({owner for owner, _ in own}) < 2 or len(own) < _MOST * len(rows) or kind in ("due", "other"):
        return []
    said = [span.of(text.clean) for _, span in own]
    asks = all((headed or len(one) >= _SHORTEST) and (kind == "goal" or asks_of_work(one)) for one in said)
    return [_Told(owner, kind == "goal", span) for owner, span in own] if asks else []


def _of_lists(text: Text, outline: Outline, found: Sequence[FoundDirection]) -> list[_Told]:
    """XH-01的边界条件：a) 不得改变机械结构；…: what lists ask, each headed by its direction."""
    told: list[_Told] = []
    blocks = text.blocks
    for index, block in enumerate(blocks):
        head = _OF_ONE.match(text.clean, block.start, block.end) if block.table is None else None
        if head is None or label_kind(head["label"]) is None or not _is_elsewhere(outline, block.start, found):
            continue
        owner = meant(text, squeezed(head["who"]), found)
        if owner is None:
            continue
        span = trimmed(text.clean, head.end(), _end_of_items(text, blocks, index))
        kind = kind_of(head["label"], span.of(text.clean))
        if kind in ("task", "goal") and span.end > span.start:
            told.append(_Told(owner, kind == "goal", span))
    return told if len({one.owner for one in told}) > 1 else []


def _below_heads(text: Text, outline: Outline, found: Sequence[FoundDirection]) -> list[_Told]:
    """方向一 or the name alone on a line, over what is told of it: one such line for each direction, in their order."""
    blocks = [b for b in text.blocks if b.table is None and _is_elsewhere(outline, b.start, found)]
    heads = [(_heads(text, block, found), block) for block in blocks]
    own = [(owner, block) for owner, block in heads if owner is not None]
    if [owner for owner, _ in own] != list(range(len(found))):
        return []
    told: list[_Told] = []
    for (owner, block), after in zip(own, [*(b.start for _, b in own[1:]), None], strict=True):
        index = outline.section_at(block.end - 1)
        last = outline.sections[index].end if index is not None else outline.division_at(block.start).end
        end = running_end(text, block.end, after if after is not None else last)
        parts = find_parts(text, block.end, end)
        goals = spans_of(parts, "goal")
        tasks = spans_of(parts, "task") or (() if goals else (trimmed(text.clean, block.end, end),))
        told += [_Told(owner, goal, one) for goal, spans in ((False, tasks), (True, goals)) for one in spans]
    return told


def _heads(text: Text, block: Block, found: Sequence[FoundDirection]) -> int | None:
    """The direction that a line names and nothing else."""
    words = squeezed(text.clean[block.start : block.end]).rstrip("：:")
    if len(words) > _LONGEST_HEAD:
        return None
    same = [at for at, one in enumerate(found) if bare(one.name) == bare(words)]
    return same[0] if same else (meant(text, words, found) if bare_head(words) is not None else None)


def _end_of_items(text: Text, blocks: Sequence[Block], index: int) -> int:
    """Where the items below a head end; the head's own paragraph where it has none."""
    end = blocks[index].end
    for block in blocks[index + 1 :]:
        if block.table is not None or _ITEM.match(text.clean, block.start, block.end) is None:
            break
        end = block.end
    return end
