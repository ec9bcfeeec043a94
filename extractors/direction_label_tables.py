"""Directions in tables with labels at the left: 榜单名称 | …, 攻关任务 | …, 预期目标 | …, one a table or several."""

import re
from dataclasses import dataclass, field

from extractors.direction_heads import Rows, said
from extractors.direction_names import number_of
from extractors.direction_parts import FoundDirection, due_in, label_kind
from extractors.notice_words import words
from extractors.spans import Span, trimmed
from schemas.text import Block, Text

_NAME = re.compile(
    r"(?:榜单|揭榜|项目|课题|任务|攻关|方向|题目|需求|技术|难题|榜题|赛题|选题){1,3}(?:名称|题目)|(?:榜题|赛题|课题|选题|难题)"
)


@dataclass(slots=True)
class _Draft:
    name: str = ""
    number: str | None = None
    category: str | None = None
    due: str | None = None
    tasks: list[Span] = field(default_factory=list)
    goals: list[Span] = field(default_factory=list)
    cells: list[Block] = field(default_factory=list)


def from_labels(text: Text, rows: Rows) -> list[FoundDirection]:
    """The directions of a table whose rows are pairs of label and value; [] for every other table.

    A direction begins with its name, or with its number where that stands before. It counts with a task and a goal.
    """
    drafts: list[_Draft] = []
    waiting: str | None = None
    for label, cell, value in _pairs(text, rows):
        if _NAME.fullmatch(label):
            drafts.append(_Draft(name=said(text, value), number=waiting, cells=[cell, value]))
            waiting = None
        elif label in words("number_columns"):
            waiting = said(text, value)
        elif drafts:
            _take(text, drafts[-1], label, cell, value)
    return [_direction(draft) for draft in drafts if draft.name and draft.tasks and draft.goals]


def _pairs(text: Text, rows: Rows) -> list[tuple[str, Block, Block]]:
    """Label and value of each row; a row of four cells has two such pairs, a cell above that names them is left out."""
    found = []
    for row in rows:
        cells = [cell for cell in dict.fromkeys(row) if cell is not None]
        at = 0
        while at + 1 < len(cells):
            label = re.sub(r"\s|[（(].*?[）)]", "", said(text, cells[at])).rstrip("：:")
            if _is_label(label):
                found.append((label, cells[at], cells[at + 1]))
                at += 1
            at += 1
    return found


def _is_label(label: str) -> bool:
    columns = words("number_columns") + words("category_columns")
    return _NAME.fullmatch(label) is not None or label in columns or label_kind(label) is not None


def _take(text: Text, draft: _Draft, label: str, cell: Block, value: Block) -> None:
    kind = label_kind(label)
    draft.cells += [cell, value]
    if kind in ("task", "goal") and said(text, value):
        spans = draft.tasks if kind == "task" else draft.goals
        spans.append(trimmed(text.clean, value.start, value.end))
    elif kind == "due":
        draft.due = due_in(said(text, value))
    elif label in words("category_columns"):
        draft.category = said(text, value) or None


def _direction(draft: _Draft) -> FoundDirection:
    start, end = min(c.start for c in draft.cells), max(c.end for c in draft.cells)
    tasks, goals = tuple(draft.tasks), tuple(draft.goals)
    return FoundDirection(draft.name, number_of(draft.number), start, end, draft.category, tasks, goals, draft.due)
