"""Directions in tables: one a row (序号、揭榜方向、攻关任务、考核指标), or one a table with the labels at the left."""

import re
from dataclasses import dataclass

from extractors.direction_parts import FORM_ROLES, FoundDirection, due_in, label_kind
from extractors.direction_prose import number_of
from extractors.notice_words import words
from extractors.spans import Span, bare, squeezed, trimmed
from schemas.outline import Outline, Role
from schemas.text import Block, Grid, Text

_COLUMNS = ("name", "number", "category", "task", "goal", "due")


@dataclass(frozen=True, slots=True)
class _Rows:
    """A table as rows of cells; a merged cell stands in every row and column it covers."""

    rows: tuple[tuple[Block | None, ...], ...]


def table_directions(text: Text, outline: Outline) -> list[FoundDirection]:
    """The directions of all tables that list some; tables of forms and of the recommending unit are none."""
    found: list[FoundDirection] = []
    columns: dict[str, int] = {}
    width = 0
    for grid in text.tables:
        division = outline.division_at(grid.start)
        if division.role in FORM_ROLES or (division.role is Role.RECOMMENDATION and division.attachment is not None):
            continue
        rows = _rows(text, grid)
        head = _header(text, rows)
        if head:
            columns, width = head, len(rows.rows[0])
            found += _from_rows(text, rows, columns, 1)
        elif columns and rows.rows and len(rows.rows[0]) == width and found:
            found += _from_rows(text, rows, columns, 0)  # the table goes on over a page break
        elif (direction := _from_labels(text, rows)) is not None:
            found.append(direction)
    return found


def _rows(text: Text, grid: Grid) -> _Rows:
    cells = [text.blocks[index] for index in grid.cells]
    height = max((c.row + c.row_span for c in cells), default=0)
    width = max((c.column + c.column_span for c in cells), default=0)
    rows: list[list[Block | None]] = [[None] * width for _ in range(height)]
    for cell in cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                rows[row][column] = cell
    return _Rows(tuple(tuple(row) for row in rows))


def _said(text: Text, cell: Block | None) -> str:
    return squeezed(text.clean[cell.start : cell.end]) if cell is not None else ""


def _header(text: Text, rows: _Rows) -> dict[str, int]:
    """Which column holds what; {} where the first row is no head of a table of directions."""
    if not rows.rows:
        return {}
    labels = [re.sub(r"[（(].*?[）)]|\s", "", _said(text, cell)) for cell in rows.rows[0]]
    found: dict[str, int] = {}
    for kind in _COLUMNS:
        options = words(f"{kind}_labels" if kind in ("task", "goal", "due") else f"{kind}_columns")
        ranked = [(options.index(label), i) for i, label in enumerate(labels) if label in options]
        free = [(rank, i) for rank, i in ranked if i not in found.values()]
        if free:
            found[kind] = min(free)[1] if kind == "name" else min(free, key=lambda pair: pair[1])[1]
    if "name" not in found and "task" in found and "goal" in found:
        return {}
    content = "task" in found or "goal" in found
    numbered = "number" in found and any("榜单" in label or "方向" in label for label in labels)
    return found if "name" in found and (content or numbered) else {}


def _from_rows(text: Text, rows: _Rows, columns: dict[str, int], first: int) -> list[FoundDirection]:
    found: list[FoundDirection] = []
    content = [kind for kind in ("task", "goal") if kind in columns]
    for row in rows.rows[first:]:
        name = _said(text, row[columns["name"]])
        filled = [kind for kind in content if _said(text, row[columns[kind]])]
        if len(bare(name)) < 2 or (content and not filled) or name in {d.name for d in found}:
            continue
        own = [cell for cell in row if cell is not None and cell.row_span == 1] or [c for c in row if c is not None]
        found.append(
            FoundDirection(
                name=name,
                number=number_of(_said(text, row[columns["number"]])) if "number" in columns else None,
                start=min(cell.start for cell in own),
                end=max(cell.end for cell in own),
                category=(_said(text, row[columns["category"]]) or None) if "category" in columns else None,
                tasks=_cell_spans(text, row, columns, "task"),
                goals=_cell_spans(text, row, columns, "goal"),
                due=due_in(_said(text, row[columns["due"]])) if "due" in columns else None,
            )
        )
    return found


def _cell_spans(text: Text, row: tuple[Block | None, ...], columns: dict[str, int], kind: str) -> tuple[Span, ...]:
    cell = row[columns[kind]] if kind in columns else None
    if cell is None:
        return ()
    span = trimmed(text.clean, cell.start, cell.end)
    return (span,) if span.end > span.start else ()


def _from_labels(text: Text, rows: _Rows) -> FoundDirection | None:
    """A table with a label at the left of each row: 榜单名称 | …, 研究内容 | …, 考核指标 | …."""
    name, spans, cells = "", {"task": [], "goal": []}, []  # type: ignore[var-annotated]
    due = None
    for row in rows.rows:
        used = [cell for cell in dict.fromkeys(row) if cell is not None]
        if len(used) < 2:
            continue
        label, value = re.sub(r"\s", "", _said(text, used[-2])).rstrip("：:"), used[-1]
        cells += [used[0], value]
        kind = label_kind(label)
        if label in words("name_columns") and "名称" in label and not name:
            name = _said(text, value)
        elif kind in ("task", "goal") and _said(text, value):
            spans[kind].append(trimmed(text.clean, value.start, value.end))
        elif kind == "due":
            due = due_in(_said(text, value))
    if not name or not spans["task"] or not spans["goal"]:
        return None
    start, end = min(c.start for c in cells), max(c.end for c in cells)
    return FoundDirection(name, None, start, end, None, tuple(spans["task"]), tuple(spans["goal"]), due)
