"""Heads of a table of directions: which column holds the name, the number, the category, the task, the goal."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Literal

from extractors.directions.labels.figures import bounds_in
from extractors.directions.labels.of_work import asks_of_work, is_other_asks, other_asks_of_work
from extractors.directions.labels.parts import PartKind, label_kind
from extractors.text.notice_words import words
from extractors.text.spans import squeezed
from schemas.text import Block, Grid, Text

# A table as rows of cells; a merged cell stands in every row and column it covers.
Rows = tuple[tuple[Block | None, ...], ...]

_MOST_HEADS = 3
_MOST = 0.6  # of the rows tell what a column without a known head is of
_TOLD: tuple[Literal["goal", "task"], ...] = ("goal", "task")
_SHORTEST_METRIC = 2  # characters
# Heads of columns that tell nothing of the work: who asks, what it costs, how things are.
_NO_WORK = re.compile(
    r"单位|企业|公司|部门|[人额金钱]$|经费|资金|联系|电话|地[址点区]|原因|由来|为[何什]|[困难痛堵卡]|现[在状有]|背景|情况|问题|用途|来源|日期|时间|备注|说明|前景|意义|效益|市场|(?:行业|国内外?|国外|国际|现有|当前)[与和、]?[\u4e00-\u9fff]{0,4}水平|(?:已有|现有|前期|工作)[\u4e00-\u9fff]{0,2}(?:基础|条件)|建议|(?:申报|揭榜|支持|资助|保障|合作)条件"
)
# Heads that no list can hold, told by their end: 榜单方向, 拟攻关课题, 需求题目; 所属产业领域.
_NAME_END = re.compile(r".{0,8}(?:名称|题目|主题|方向|课题|榜题|难题|项目|任务)")
_NO_NAME = re.compile(r"单位|企业|公司|机构|部门|指标|负责人|产品名称")
# 评分项目, 材料名称: tables of scores, papers and timetables list no directions.
_NO_DIRECTIONS = re.compile(r"分值|得分|评分|权重|赋分|材料|份数|责任单位|日程|阶段|环节|奖项")
# 指标名称, 指标值: what a head in two rows, or a wide one, calls its goals; 难题描述及技术需求, 需求简介: its tasks.
_GOAL_COLUMN = re.compile(
    r"指标(?:名称|项|值|要求)|(?:目标|要求|考核|期望)值|(?:最低|基本|具体|考核|验收)要求|指标(?:内容|描述)|(?:考核|验收)(?:内容|要点)|.{1,8}(?:指标|目标)(?:要求)?"
)
_TASK_COLUMN = re.compile(
    r".{0,10}(?:描述|简介|概述|内容|要点)|.{0,10}(?:技术|难题|攻关)需求|(?:赛题|榜题|课题|题目|场景|需求|任务)说明"
)
_STATE_COLUMN = re.compile(r".{0,6}(?:难点|痛点|堵点|现状|背景).{0,4}")  # how things are, beside what is to be reached
_BOTH_COLUMN = re.compile(r".{0,8}(?:内容|任务|描述|问题|难题|需求).{0,6}(?:指标|目标|要求)")  # 主要研究内容及考核指标
# 需求名称及内容: the name opens the cell (某某提取。以皮渣为原料…), what is asked follows
_NAMED_TASK = re.compile(
    r".{0,8}(?:名称|题目)(?:及其?|和|与|、|/|兼)(?:主要|具体|研究|攻关|需求|任务|简要)?(?:内容|描述|说明|简介|概述|要点|要求|任务|需求)"
)
_TASK_NAME = re.compile(r".{0,6}(?:需求|榜单|难题|问题|任务)")
_CATEGORY_END = re.compile(r".{0,8}(?:领域|类别|板块|产业链|产业集群|行业|大类|产业|场景|赛道)")
_NUMBER_END = re.compile(r"序号|.{0,6}编号|(?:需求|榜单|榜题|课题|题目|任务|项目|赛题)号|序|号|NO\.?|No\.?")


@dataclass(frozen=True, slots=True)
class Heads:
    """The columns of each kind, by their numbers from 0, and how many rows the head takes.

    ``also``: a column of what else is asked (其他要求), with its label; whether of the work its cells tell.
    """

    kinds: tuple[tuple[str, tuple[int, ...]], ...]
    height: int
    also: tuple[tuple[int, str], ...] = ()

    def columns(self, kind: str) -> tuple[int, ...]:
        """The columns of a kind (name, number, category, task, goal, due); () where there are none."""
        return dict(self.kinds).get(kind, ())


def rows_of(text: Text, grid: Grid) -> Rows:
    """The table's cells in their places; None where no cell is."""
    cells = [text.blocks[index] for index in grid.cells]
    height = max((c.row + c.row_span for c in cells), default=0)
    width = max((c.column + c.column_span for c in cells), default=0)
    rows: list[list[Block | None]] = [[None] * width for _ in range(height)]
    for cell in cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                rows[row][column] = cell
    return tuple(tuple(row) for row in rows)


def said(text: Text, cell: Block | None) -> str:
    """The words of a cell."""
    return squeezed(text.clean[cell.start : cell.end]) if cell is not None else ""


def heads_of(text: Text, rows: Rows) -> Heads | None:
    """The columns by the words of the head; None where the first rows are no head of a table of directions.

    A first row of one merged cell is the table's title. A head in several rows counts by its upper cells.
    """
    for at, row in enumerate(rows[:_MOST_HEADS]):
        if len({cell for cell in row if cell is not None}) < 2:
            continue
        labels = [re.sub(r"[（(].*?[）)]|\s", "", said(text, cell)) for cell in row]
        height = max((cell.row + cell.row_span for cell in row if cell is not None), default=at + 1)
        told = unknown_columns(labels, [[said(text, cell) for cell in below] for below in rows[height:]])
        listed = not any(_NO_DIRECTIONS.search(label) for label in labels)
        kinds = _kinds(labels, {i for i, kind in told.items() if kind == "goal"}) if listed else None
        if kinds is None:
            return None
        also = tuple((i, label) for i, label in enumerate(labels) if is_other_asks(label))
        also = (*also, *((i, "备注") for i, kind in told.items() if kind == "task"))
        return Heads(tuple(kinds.items()), min(height, at + _MOST_HEADS) if height < len(rows) else at + 1, also)
    return None


def unknown_columns(labels: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[int, PartKind]:
    """What the columns tell whose heads say nothing known: figures in a sentence each are goals (怎么算成), asks tasks.

    落实条件 over ◆毒种来源合法; bare figures (≥95%) stand beside the names of what they measure.
    """
    found: dict[int, PartKind] = {}
    for at, label in enumerate(labels):
        cells = [row[at] for row in rows if at < len(row) and row[at]]
        if len(cells) > 1 and not _is_known(label):
            told = [told_in(cell) for cell in cells]
            kinds = [kind for kind in _TOLD if told.count(kind) > _MOST * len(rows)]
            found |= {at: kinds[0]} if kinds else {}
    return found


def _is_known(label: str) -> bool:
    """A name, a number, a group, or a head that has its kind; so are those of what is no work of the direction's."""
    listed = (label in words(f"{kind}_columns") for kind in ("name", "number", "category"))
    named = (pattern.fullmatch(label) for pattern in (_NAME_END, _CATEGORY_END, _NUMBER_END, _STATE_COLUMN))
    return any(listed) or any(named) or _column_kind(label) is not None or _NO_WORK.search(label) is not None


def told_beside(label: str, cell: str) -> Literal["goal", "task"] | None:
    """The same of a cell beside a label that is none known, but one of those that tell nothing of the work."""
    return told_in(cell) if not tells_no_work(label) else None


def tells_no_work(label: str) -> bool:
    """县里出钱, 联系人: of who asks, the money, how things are."""
    return _NO_WORK.search(label) is not None


def told_by_most(label: str, cells: Sequence[str]) -> Literal["goal", "task"] | None:
    """The same of a row of cells under one label: what most of them tell (数字要求 | …, 另外讲好 | …)."""
    told = [told_beside(label, cell) for cell in cells]
    return next((kind for kind in _TOLD if told.count(kind) > _MOST * len(cells)), None)


def told_in(cell: str) -> Literal["goal", "task"] | None:
    """What words without a known label tell: figures behind the names of what they measure, or what is asked."""
    bounds = bounds_in(cell)
    if bounds and bounds[0].outer_start >= _SHORTEST_METRIC and asks_of_work(cell):
        return "goal"
    return "task" if not bounds and other_asks_of_work("备注", cell) else None


def _kinds(labels: list[str], goals: Set[int]) -> dict[str, tuple[int, ...]] | None:
    """``goals``: columns whose heads do not say that they are."""
    found: dict[str, tuple[int, ...]] = {}
    taken: set[int] = set()
    for kind in ("task", "goal", "due"):
        columns = tuple(
            i for i, label in enumerate(labels) if _column_kind(label) == kind or (kind == "goal" and i in goals)
        )
        if columns:
            found[kind] = columns
    if "goal" in found:
        asked = tuple(i for i in found.get("task", ()) if _STATE_COLUMN.fullmatch(labels[i]) is None)
        found = {kind: columns for kind, columns in (found | {"task": asked}).items() if columns}
    # 揭榜任务 beside 预期目标 may be the name, where no other column is.
    name = _name_column(labels, {i for columns in found.values() for i in columns})
    if name is None:
        name = _name_column(labels, set())
        found = {kind: tuple(c for c in columns if c != name) for kind, columns in found.items()}
        found = {kind: columns for kind, columns in found.items() if columns}
    if name is None:
        told = [i for i in found.get("task", ()) if _NAMED_TASK.fullmatch(labels[i])]
        name = told[0] if told else _first_task(labels, found)
    if name is None:
        return None
    found["name"] = (name,)
    taken = {i for columns in found.values() for i in columns}
    for kind, pattern in (("number", _NUMBER_END), ("category", _CATEGORY_END)):
        options = words(f"{kind}_columns")
        column = next(
            (i for i, w in enumerate(labels) if i not in taken and (w in options or pattern.fullmatch(w))), None
        )
        if column is not None:
            found[kind] = (column,)
            taken.add(column)
    if "category" not in found:
        # 方向 beside 任务名称 groups the tasks.
        group = next((i for i, w in enumerate(labels) if i not in taken and w.endswith("方向")), None)
        found |= {"category": (group,)} if group is not None else {}
    numbered = "number" in found and any("榜单" in label or "方向" in label for label in labels)
    return found if "task" in found or "goal" in found or numbered else None


def _first_task(labels: list[str], found: dict[str, tuple[int, ...]]) -> int | None:
    """技术需求 | 拟解决的问题 | 指标: the first column of tasks names them, where another says what is asked.

    It is taken out of ``found``.
    """
    columns = found.get("task", ())
    if not columns or _TASK_NAME.fullmatch(labels[columns[0]]) is None or (len(columns) < 2 and "goal" not in found):
        return None
    found["task"] = columns[1:]
    return columns[0]


def _column_kind(label: str) -> str | None:
    known = label_kind(label)
    if known is not None:
        return known
    if _BOTH_COLUMN.fullmatch(label):
        return "goal"  # parted by the labels inside its cells
    if _GOAL_COLUMN.fullmatch(label):
        return "goal"
    return "task" if _TASK_COLUMN.fullmatch(label) and _NO_NAME.search(label) is None else None


def _name_column(labels: list[str], taken: set[int]) -> int | None:
    """The column whose head is the likeliest name: the longest listed word, else one with such an end."""
    options = words("name_columns")
    ranked = [(options.index(label), i) for i, label in enumerate(labels) if label in options and i not in taken]
    if ranked:
        return min(ranked)[1]
    ends = [
        (not label.endswith(("名称", "题目")), i)
        for i, label in enumerate(labels)
        if i not in taken and _NAME_END.fullmatch(label) and _NO_NAME.search(label) is None
    ]
    return min(ends)[1] if ends else None
