"""Directions in tables: one a row (序号、揭榜方向、攻关任务、考核指标), or one a table with the labels at the left."""

import re
from dataclasses import replace
from itertools import groupby

from extractors.directions.labels.names import number_of
from extractors.directions.labels.parts import FORM_ROLES, FoundDirection, due_in, find_parts, kind_of, spans_of
from extractors.directions.tables.cell_lines import lines_of
from extractors.directions.tables.heads import Heads, Rows, heads_of, rows_of, said
from extractors.directions.tables.labels_left import from_labels
from extractors.directions.tables.named_tasks import told_behind_name, without_name
from extractors.text.spans import Span, bare, squeezed, trimmed
from schemas.outline import Outline, Role
from schemas.text import Block, Grid, Text

Spans = tuple[Span, ...]

# 一、测量仪器: the number of a row that heads a group.
_OWN_NUMBER = re.compile(
    r"(?:(?P<number>\d{1,2})[.、．]|[（(](?P<han>[一二三四五六七八九十]{1,3}|\d{1,2})[)）])\s*(?=[\u4e00-\u9fffA-Za-z])"
)
# ≤5%, with no number of an item before it (1.残油率…)
_BARE_VALUE = re.compile(r"(?!\d{1,2}[.、．)）](?!\d))(?:[≥≤<>＞＜±]|不[低高少多超大小]|优于|至少|\d)")
# 指标 | 要求, 指标项 | 数值: what may head the figures of a column before
_VALUE_HEAD = re.compile(r"(?:[\u4e00-\u9fff]{0,6}(?:要求|值|参数|目标|标准|指标|[上下]限))?")
_NO_NAME = re.compile(r"\D?|第?\d+[项款条节道号]?")  # 2.1, 第2.1项: they point to the text that has the name
_GROUP_NUMBER = re.compile(r"(?:[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?|\d{1,2}[、.．])\s*")


def table_directions(text: Text, outline: Outline) -> list[FoundDirection]:
    """The directions of all tables that list some; tables of forms and of the recommending unit are none."""
    found: list[FoundDirection] = []
    heads: Heads | None = None
    width = behind = 0
    for index, grid in enumerate(text.tables):
        division = outline.division_at(grid.start)
        if division.role in FORM_ROLES or (division.role is Role.RECOMMENDATION and division.attachment is not None):
            continue
        rows = rows_of(text, grid)
        if labelled := from_labels(text, rows, _above(text, grid)):
            found += labelled
            continue
        own = heads_of(text, rows)
        if own is not None:
            own = _with_values(text, rows, own)
            heads, width, behind = own, len(rows[0]), grid.end
            found += _from_rows(text, rows, own, own.height, index)
        elif (
            heads is not None and rows and len(rows[0]) == width and found and not _parted(outline, behind, grid.start)
        ):
            found += _from_rows(text, rows, heads, 0, index)  # the table goes on over a page break
            behind = grid.end
    return found


def _with_values(text: Text, rows: Rows, heads: Heads) -> Heads:
    """指标 | 要求: the column behind that of the goals is of them too, where the figures stand in it alone."""
    goals, taken = heads.columns("goal"), {i for _, columns in heads.kinds for i in columns}
    behind = goals[0] + 1 if len(goals) == 1 else 0
    if not 0 < behind < len(rows[0]) or behind in taken:
        return heads
    if _VALUE_HEAD.fullmatch(squeezed(said(text, rows[heads.height - 1][behind]))) is None:
        return heads  # 数量, 联系电话, 榜额（万元）
    names, values = ([said(text, row[at]) for row in rows[heads.height :]] for at in (goals[0], behind))
    apart = all(map(_BARE_VALUE.match, values)) and not any(map(_BARE_VALUE.search, names))
    kinds = tuple((kind, (*columns, behind) if kind == "goal" else columns) for kind, columns in heads.kinds)
    return replace(heads, kinds=kinds) if values and apart else heads


def _above(text: Text, grid: Grid) -> Block | None:
    """The paragraph right over the table."""
    at = min(grid.cells, default=0) - 1
    return text.blocks[at] if at >= 0 and text.blocks[at].table is None else None


def _parted(outline: Outline, start: int, end: int) -> bool:
    """A heading stands between two tables: the second is another one (六、评选标准: 评分项、分值)."""
    return any(start <= section.start < end for section in outline.sections)


def _from_rows(text: Text, rows: Rows, heads: Heads, first: int, table: int) -> list[FoundDirection]:
    """One direction a cell of the name's column; a row of one merged cell names the category of those below."""
    found: list[FoundDirection] = []
    category: str | None = None
    content = [kind for kind in ("task", "goal") if heads.columns(kind)]
    for at, row in enumerate(rows[first:], first):
        cells = list(dict.fromkeys(cell for cell in row if cell is not None))
        filled = [cell for cell in cells if said(text, cell)]
        if (group := _group(text, filled, len(row))) is not None:
            category = group or category
            continue
        (name_column,) = heads.columns("name")
        cell = row[name_column]
        named = _named(text, cell, name_column in heads.columns("task"))
        name, own_number = _without_number(squeezed(named.of(text.clean)))
        if cell is None or _NO_NAME.fullmatch(bare(name)) or name in {d.name for d in found}:
            continue
        height = max(1, cell.row_span - (at - cell.row))
        height += _open_below(text, rows[at + height :], heads)
        span = rows[at : at + height]
        if content and not any(_cell_spans(text, span, heads.columns(kind)) for kind in content):
            continue
        own = [c for r in span for c in r if c is not None and c.row >= cell.row and c.row_span <= len(span)]
        tasks, goals = (_cell_spans(text, span, heads.columns(kind)) for kind in ("task", "goal"))
        tasks = without_name(text, tasks, named) if name_column in heads.columns("task") else tasks
        tasks, goals = _by_labels(text, tasks, goals)
        tasks = (*tasks, *_also(text, span, heads))
        found.append(
            FoundDirection(
                name=name,
                number=number_of(_first(text, row, heads, "number") or own_number),
                start=min(c.start for c in own),
                end=max(c.end for c in own),
                category=_first(text, row, heads, "category") or category or (found[-1].category if found else None),
                tasks=tasks,
                goals=goals,
                due=due_in(_first(text, row, heads, "due") or ""),
                table=(table, heads.height - 1, cell.row, at + height)
                if first and _names_metrics(text, span, heads)
                else None,
            )
        )
    return found


def _named(text: Text, cell: Block | None, told: bool) -> Span:
    """The name in its cell; ``told``: what is asked stands behind it."""
    if cell is None:
        return Span(0, 0)
    return Span(cell.start, told_behind_name(text, cell) if told else cell.end)


def _open_below(text: Text, rows: Rows, heads: Heads) -> int:
    """How many rows below have nothing in the columns of name and number, and a goal: more of the one above."""
    empty, goals = (*heads.columns("name"), *heads.columns("number")), heads.columns("goal")
    count = 0
    for row in rows:
        if any(said(text, row[i]) for i in empty) or not any(said(text, row[i]) for i in goals):
            break
        count += 1
    return count


def _names_metrics(text: Text, rows: Rows, heads: Heads) -> bool:
    """指标项 | 目标值, or 考核项 | 目标值: what is measured stands in a column before the goal's, of bare values."""
    goals, taken = heads.columns("goal"), {i for _, columns in heads.kinds for i in columns}
    if len(goals) != 1:
        return len(goals) > 1
    before = goals[0] - 1
    apart = before > max(heads.columns("name")) and before not in taken
    return apart and all(_BARE_VALUE.match(said(text, row[goals[0]])) for row in rows)


def _also(text: Text, rows: Rows, heads: Heads) -> Spans:
    """What the column 其他要求 asks of the work."""
    columns = ((label, _cell_spans(text, rows, (column,))) for column, label in heads.also)
    asked = [one for label, spans in columns for one in spans if kind_of(label, one.of(text.clean)) == "task"]
    return tuple(inner for one in asked for inner in _below_own_label(text, one))


def _below_own_label(text: Text, cell: Span) -> Spans:
    """备注 | 任务要求：兼容现有设备: without the label inside the cell."""
    parts = find_parts(text, cell.start, cell.end)
    labelled = bool(parts) and not text.clean[cell.start : parts[0].label].strip()
    return spans_of(parts, "task") if labelled else (cell,)


def _by_labels(text: Text, tasks: Spans, goals: Spans) -> tuple[Spans, Spans]:
    """1.研究内容：… 2.考核指标：… in one cell: task and goal by the labels inside it."""
    if tasks or len(goals) != 1:
        return tasks, goals
    parts = find_parts(text, goals[0].start, goals[0].end)
    inner = spans_of(parts, "task"), spans_of(parts, "goal")
    return inner if all(inner) else (tasks, goals)


def _group(text: Text, filled: list[Block], width: int) -> str | None:
    """The category that a row of one merged cell names, its number in a cell before it or not; None for other rows."""
    numbered = len(filled) == 2 and _GROUP_NUMBER.fullmatch(said(text, filled[0])) is not None
    if width < 3 or not (len(filled) == 1 or numbered) or filled[-1].column_span < width - 1:
        return None
    return _GROUP_NUMBER.sub("", said(text, filled[-1]), count=1)


def _without_number(name: str) -> tuple[str, str | None]:
    """2.渗漏隐患探测装备: the number stands in the name's own cell."""
    match = _OWN_NUMBER.match(name)
    return (name[match.end() :], match["number"] or match["han"]) if match else (name, None)


def _first(text: Text, row: tuple[Block | None, ...], heads: Heads, kind: str) -> str | None:
    columns = heads.columns(kind)
    return (said(text, row[columns[0]]) or None) if columns else None


def _cell_spans(text: Text, rows: Rows, columns: tuple[int, ...]) -> tuple[Span, ...]:
    """The filled cells of these columns, row by row; cells that stand side by side are one span."""
    found: list[Span] = []
    seen: set[Block] = set()
    for row in rows:
        for _, beside in groupby(enumerate(columns), key=lambda pair: pair[1] - pair[0]):
            cells = [cell for _, column in beside if (cell := row[column]) is not None and cell not in seen]
            seen.update(cells)
            if cells:
                span = trimmed(text.clean, cells[0].start, cells[-1].end)
                own = lines_of(text, span) if len(cells) == 1 else (span,)
                found += own if span.end > span.start else ()
    return tuple(found)
