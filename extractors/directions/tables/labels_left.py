"""Directions in tables with labels at the left: 榜单名称 | …, 攻关任务 | …, 预期目标 | …, one a table or several."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from extractors.directions.labels.listed_asks import items_of_work
from extractors.directions.labels.names import label_in, number_of
from extractors.directions.labels.of_work import asks_of_work, is_other_asks
from extractors.directions.labels.parts import FoundDirection, due_in, find_parts, kind_of, label_kind, spans_of
from extractors.directions.lines.prose import PROCEDURE
from extractors.directions.parallel.names import is_naming
from extractors.directions.tables.cell_lines import lines_of
from extractors.directions.tables.heads import Rows, said, tells_no_work, told_beside, told_by_most
from extractors.targets.clauses import only_tells
from extractors.text.notice_words import words
from extractors.text.spans import Span, trimmed
from schemas.text import Block, Text

_NAME = re.compile(
    r"(?:榜单|揭榜|项目|课题|任务|攻关|方向|题目|需求|技术|难题|榜题|赛题|选题){1,3}(?:名称|题目)|(?:榜题|赛题|课题|选题|难题|题目|题名)"
)
# 说明, behind the indicators of a card: what is asked besides
_NOTE = re.compile(
    r"(?:有关|其他|相关)?说明|其[他它][\u4e00-\u9fff]{0,4}|(?:还有)?[\u4e00-\u9fff]{0,4}讲究|备注|(?:具体|附加)?要求"
)

# 要解决的问题 | 人工录入慢: asks nothing, where the figures are told apart
_PROBLEM = re.compile(r"[\u4e00-\u9fff]{0,6}(?:问题|难题|痛点|难点|堵点)(?:描述|说明)?")

# Who asks, in a card whose need tells the figures too.
_ASKER = re.compile(r"(?:出题|发榜|命题|需求|提出|榜主)(?:单位|企业|公司|方)")


# In a table whose directions stand side by side.
_SIDE_NAME = re.compile(rf"(?:{_NAME.pattern})|名称|题目")
_SIDE_NUMBER = re.compile(
    r"(?:榜单|方向|任务|课题|需求|难题|榜题|题目|项目|[榜题])(?:[一二三四五六七八九十\d]{1,3}|[①-⑳甲乙丙丁戊己庚辛])|第[一二三四五六七八九十\d]{1,3}[号道]?[榜题]"
)


# Over the labels, where the names stand at their right without one of their own.
_NO_LABEL = frozenset({"", "项目", "内容", "栏目", "事项", "类目"})
_FEWEST_ROWS = 3
# 项目基本情况, 三、攻关内容及要求: a chapter's title, no direction's.
_CHAPTER = re.compile(rf"{PROCEDURE.pattern}|(?:情况|信息|说明书?|任务书|表|清单|榜单|目录|一览)$")
_TITLE = re.compile(
    r"(?:[（(]?(?P<number>[一二三四五六七八九十]{1,3}|\d{1,2})[）)]?[、.．]?\s*)?(?P<name>[^\s。；;，,：:\d][^。；;，,：:\n]{3,44})"
)


@dataclass(slots=True)
class _Draft:
    name: str = ""
    number: str | None = None
    category: str | None = None
    due: str | None = None
    tasks: list[Span] = field(default_factory=list)
    goals: list[Span] = field(default_factory=list)
    problems: list[Span] = field(default_factory=list)  # tasks that only tell how things are
    cells: list[Block] = field(default_factory=list)
    titled: bool = False
    asked: bool = False  # who asks is told


def from_labels(text: Text, rows: Rows, above: Block | None) -> list[FoundDirection]:
    """The directions of a table whose rows are pairs of label and value; [] for every other table.

    A direction begins with its name, or with its number where that stands before, or with a title: ``above`` is the
    paragraph over the table. It counts with a task and a goal, in a table of two columns with a goal alone.
    """
    if found := _from_columns(text, rows) or _from_one_column(text, rows):
        return found
    drafts: list[_Draft] = []
    waiting: list[Block] = []  # the number's label and the number, above the name
    for label, cell, value in _titled_pairs(text, rows, above):
        if label is None:
            if not (drafts and _is_open(drafts[-1])):  # 榜单名称 | 耐压舱体 over 具体需求: a part of that card
                drafts.append(_of_title(text, cell))
        elif _SIDE_NUMBER.fullmatch(label):  # 榜单3 | 某某关键技术
            drafts.append(_Draft(name=said(text, value), number=label, cells=[cell, value]))
        elif _NAME.fullmatch(label):
            number = said(text, waiting[1]) if waiting else None
            drafts.append(_Draft(name=said(text, value), number=number, cells=[*waiting, cell, value]))
            waiting = []
        elif label in words("number_columns"):
            waiting = [cell, value]
        elif drafts:
            _take(text, drafts[-1], label, cell, value)
    named = [draft for draft in drafts if draft.name and not _is_label(draft.name)]
    paired = all(len(set(row) - {None}) == 2 for row in rows)  # a card of one need, not a table with heads
    return [
        _direction(draft)
        for draft in named
        if (draft.goals and (draft.tasks or (paired and not draft.titled))) or (paired and draft.asked and draft.tasks)
    ]


def _is_open(draft: _Draft) -> bool:
    """Named by its label, and without a task or a goal so far."""
    return not draft.titled and not (draft.tasks and draft.goals)


def _from_columns(text: Text, rows: Rows) -> list[FoundDirection]:
    """A table whose labels stand in the first column and whose directions side by side: 名称 | 甲 | 乙 | 丙."""
    named = _name_row(text, rows)
    values = dict.fromkeys(cell for cell in named[1:] if cell is not None) if named else {}
    if len(values) < 2 or any(_is_label(said(text, value)) or not said(text, value) for value in values):
        return []
    drafts = {value.column: _Draft(name=said(text, value), cells=[value]) for value in values}
    for row in rows:
        label = _side_label(text, row)
        told = told_by_most(label, [said(text, row[column]) for column in drafts])
        for column, draft in drafts.items():
            cell = row[column]
            if cell is None or row[0] is None or cell is row[0] or row is named:
                continue
            if _SIDE_NUMBER.fullmatch(said(text, cell)) or label in words("number_columns"):
                draft.number = said(text, cell)
            elif _is_label(label) or told is not None:
                _take(text, draft, label, cell, cell, told)
    found = [_direction(draft) for draft in drafts.values() if draft.goals or draft.tasks]
    return found if len(found) == len(drafts) else []


def _name_row(text: Text, rows: Rows) -> tuple[Block | None, ...] | None:
    """The row labelled 名称, or the first one over labels alone: (empty) | 甲 | 乙 over 指标1 | …, 要求 | …."""
    named = next((row for row in rows if row[0] is not None and _SIDE_NAME.fullmatch(said(text, row[0]))), None)
    if named is not None or len(rows) < _FEWEST_ROWS:
        return named
    calls = is_naming(said(text, rows[0][0]))  # 叫什么 | 甲 | 乙
    if said(text, rows[0][0]) not in _NO_LABEL and not calls:
        return None
    titles = all(_is_title(said(text, cell)) for cell in rows[0][1:])
    labels = [_side_label(text, row) for row in rows[1:]]
    told = [
        told_by_most(one, [said(text, cell) for cell in row[1:]]) for one, row in zip(labels, rows[1:], strict=True)
    ]
    kinds = [label_kind(one) or beside for one, beside in zip(labels, told, strict=True)]
    known = all(_is_label(one) or beside or tells_no_work(one) for one, beside in zip(labels, told, strict=True))
    return rows[0] if titles and known and "goal" in kinds else None


def _side_label(text: Text, row: tuple[Block | None, ...]) -> str:
    """The words of a row's first cell, 指标 for 指标1."""
    label = re.sub(r"\s|[（(].*?[）)]", "", said(text, row[0])).rstrip("：:")
    return (
        label
        if _SIDE_NUMBER.fullmatch(label)
        else re.sub(r"(?<=[\u4e00-\u9fff]{2})[一二三四五六七八九\d]{1,2}$", "", label)
    )


def _pairs(text: Text, rows: Rows) -> list[tuple[str, Block, Block]]:
    """Label and value of each row; a row of four cells has two such pairs, a cell above that names them is left out."""
    found = []
    for row in rows:
        cells = [cell for cell in dict.fromkeys(row) if cell is not None]
        at = 0
        while at + 1 < len(cells):
            label = re.sub(r"\s|[（(].*?[）)]", "", said(text, cells[at])).rstrip("：:")
            pair = (
                len(cells) == 2
                and told_beside(label, said(text, cells[1])) == "goal"
                and not _is_label(said(text, cells[1]))
            )
            if _is_label(label) or pair:
                found.append((label, cells[at], cells[at + 1]))
                at += 1
            at += 1
    return found


def _from_one_column(text: Text, rows: Rows) -> list[FoundDirection]:
    """A table of one column: a title, and below it the labels with what they head, in cells of their own or in one."""
    cells = [row[0] for row in rows if row[0] is not None]
    if len(cells) < 2 or len(rows[0]) != 1:
        return []
    labelled = [False, *(label_kind(said(text, cell).rstrip("：:")) is not None for cell in cells[:-1])]
    titles = [one for one, value in zip(cells, labelled, strict=True) if not value and _is_title(said(text, one))]
    found = []
    for cell, end in zip(titles, [*(title.start for title in titles[1:]), cells[-1].end], strict=True):
        parts = find_parts(text, cell.end, end)
        draft = _of_title(text, cell)
        draft.tasks, draft.goals = list(spans_of(parts, "task")), list(spans_of(parts, "goal"))
        if draft.tasks and draft.goals:
            draft.cells += [one for one in cells if cell.start < one.start < end]
            found.append(_direction(draft))
    return found


def _titled_pairs(text: Text, rows: Rows, above: Block | None) -> Iterator[tuple[str | None, Block, Block]]:
    """The pairs of :func:`_pairs`; before those that a title heads the title, without a label.

    It stands over the table with a number, in a merged cell over its rows, or in a cell at their left.
    """
    numbered = above is not None and _is_numbered(said(text, above))
    title = above if numbered else None
    left: Block | None = None
    for row in rows:
        cells = list(dict.fromkeys(cell for cell in row if cell is not None))
        pairs = _pairs(text, (row,))
        if pairs and label_kind(pairs[0][0]) in ("task", "goal"):
            beside = cells[0] if pairs[0][1] is cells[1] and cells[0] is not left else None
            title = beside if beside is not None and _is_title(said(text, beside)) else title
            left = beside or left
            if title is not None:
                yield None, title, title
        yield from pairs
        title = cells[0] if len(cells) == 1 and len(row) > 1 and _is_title(said(text, cells[0])) else None


def _is_numbered(words: str) -> bool:
    """方向1 甲醇双燃料动力系统, （二）岛际客渡船, no label and no sentence."""
    found = _TITLE.fullmatch(words)
    return label_in(words, alone=True) is not None or (found is not None and bool(found["number"]) and _is_title(words))


def _is_title(words: str) -> bool:
    """The same, the number left out."""
    if label_in(words, alone=True) is not None:
        return True
    found = _TITLE.fullmatch(words)
    return found is not None and not _is_label(found["name"]) and _CHAPTER.search(found["name"]) is None


def _of_title(text: Text, cell: Block) -> _Draft:
    words_ = said(text, cell)
    label, found = label_in(words_, alone=True), _TITLE.fullmatch(words_)
    if label is not None:
        return _Draft(name=label.name, number=str(label.key[-1]), cells=[cell], titled=True)
    number, name = (found["number"], found["name"]) if found is not None else (None, words_)
    return _Draft(name=name, number=number, cells=[cell], titled=True)


def _is_label(label: str) -> bool:
    columns = words("number_columns") + words("category_columns")
    named = _NAME.fullmatch(label) or _SIDE_NUMBER.fullmatch(label) or _NOTE.fullmatch(label)
    return named is not None or label in columns or label_kind(label) is not None


def _take(
    text: Text, draft: _Draft, label: str, cell: Block, value: Block, told: Literal["goal", "task"] | None = None
) -> None:
    """``told``: what the row tells whose label is none known."""
    kind = kind_of(label, said(text, value)) or told
    draft.asked |= _ASKER.fullmatch(label) is not None and bool(said(text, value))
    if (
        kind in (None, "other")
        and (draft.goals or draft.tasks)
        and _NOTE.fullmatch(label)
        and asks_of_work(said(text, value))
    ):
        kind = "task"
    kind = kind or told_beside(label, said(text, value))  # 考核数值, 怎么才算成: by its figures
    draft.cells += [cell, value]
    if kind == "other" and is_other_asks(label):
        draft.tasks += items_of_work(text, Span(value.start, value.end))
    if kind in ("task", "goal") and said(text, value):
        spans = draft.tasks if kind == "task" else draft.goals
        lines = lines_of(text, trimmed(text.clean, value.start, value.end))
        spans += lines
        if kind == "task" and _PROBLEM.fullmatch(label) and only_tells(said(text, value)):
            draft.problems += lines
    elif kind == "due":
        draft.due = due_in(said(text, value))
    elif label in words("category_columns"):
        draft.category = said(text, value) or None


def _direction(draft: _Draft) -> FoundDirection:
    start, end = min(c.start for c in draft.cells), max(c.end for c in draft.cells)
    goals = tuple(draft.goals)
    tasks = tuple(one for one in draft.tasks if not (goals and one in draft.problems))
    return FoundDirection(draft.name, number_of(draft.number), start, end, draft.category, tasks, goals, draft.due)
