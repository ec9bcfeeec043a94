"""Directions as rows of a table, whatever its heads: a name in each, or a name for several, and figures beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.directions.labels.parts import FORM_ROLES, FoundDirection
from extractors.directions.parallel.figures import Figures
from extractors.directions.parallel.labels import Head
from extractors.directions.parallel.lines import Line
from extractors.directions.parallel.marks import marks_in
from extractors.directions.parallel.names import are_names, is_naming
from extractors.directions.parallel.telling import announced, direction_of, has_figure
from extractors.directions.tables.cell_lines import lines_of
from extractors.directions.tables.heads import Rows, rows_of, said
from extractors.text.spans import Span, trimmed
from schemas.outline import Outline, Role
from schemas.text import Block, Text

_MOST = 2 / 3  # of the directions have figures
_MOST_KEYS = 3  # columns that may tell whose the rows are
_MOST_GROUPS = 30
# ≤5%, with no number of an item before it (1.残油率…)
_BARE = re.compile(r"(?!\d{1,2}[.、．)）](?!\d))(?:[≥≤<>＜＞±]|不[低高少多超大小长短]|优于|至少|\d)")


@dataclass(frozen=True, slots=True)
class RowList:
    """The directions of a table, and how many figures of the call its rows hold; ``told``: they tell of the work."""

    found: list[FoundDirection]
    figures: int
    told: bool


@dataclass(frozen=True, slots=True)
class _Group:
    """The rows of one direction, from ``first`` on, below ``end``."""

    first: int
    end: int


def row_lists(text: Text, outline: Outline, figures: Figures) -> Iterator[RowList]:
    """Those of the call's tables; none of forms."""
    for index, grid in enumerate(text.tables):
        division = outline.division_at(grid.start)
        if division.role in FORM_ROLES or (division.role is Role.RECOMMENDATION and division.attachment is not None):
            continue
        rows = rows_of(text, grid)
        head = next((at for at, row in enumerate(rows[:2]) if len(set(row)) > 1 and None not in row), None)
        if head is not None and len(rows) > head + 2:
            yield from _of_table(text, index, rows, head, figures)


def _of_table(text: Text, index: int, rows: Rows, head: int, figures: Figures) -> Iterator[RowList]:
    labels = [said(text, cell) for cell in rows[head]]
    for key in range(min(_MOST_KEYS, len(labels))):
        groups = _groups(text, rows, head + 1, key)
        if not 2 <= len(groups) <= _MOST_GROUPS:
            continue
        for name in range(len(labels)):
            names = [_names(text, rows, group, name) for group in groups]
            fits = all(len(one) == 1 for one in names) and are_names([*map("".join, names)])
            if fits and (is_naming(labels[name]) or _counted(text, rows, groups, key)):
                yield from _told(text, index, rows, head, figures, groups, (key, name))
                return


def _groups(text: Text, rows: Rows, first: int, key: int) -> list[_Group]:
    """The rows with the same words in the column, or with none below them."""
    starts = [
        at
        for at in range(first, len(rows))
        if (words := said(text, rows[at][key])) and (at == first or words != said(text, rows[at - 1][key]))
    ]
    return [_Group(at, end) for at, end in zip(starts, [*starts[1:], len(rows)], strict=False)]


def _names(text: Text, rows: Rows, group: _Group, column: int) -> set[str]:
    return {words for row in rows[group.first : group.end] if (words := said(text, row[column]))}


def _counted(text: Text, rows: Rows, groups: Sequence[_Group], key: int) -> bool:
    """1, 2, 3 or QG-A, QG-B in the column: marks of one scheme."""
    cells = [cell for group in groups if (cell := rows[group.first][key]) is not None]
    lines = [Line(cell.start, cell.end, (trimmed(text.clean, cell.start, cell.end),)) for cell in cells]
    marks = [mark for mark in marks_in(text.clean, lines) if mark.start == lines[mark.line].cells[0].start]
    return [mark.number for mark in marks] == list(range(1, len(groups) + 1)) and len({m.scheme for m in marks}) == 1


def _told(
    text: Text, index: int, rows: Rows, head: int, figures: Figures, groups: Sequence[_Group], keys: tuple[int, int]
) -> Iterator[RowList]:
    labels = [said(text, cell) for cell in rows[head]]
    others = [at for at in range(len(labels)) if at not in keys]
    cells = [{at: _cells(rows, group, at) for at in others} for group in groups]
    bare = all(_BARE.match(said(text, c)) for own in cells for c in _figured(text, own))
    several = any(group.end - group.first > 1 for group in groups)
    having = sum(bool(_figured(text, own)) for own in cells)
    if having and bare and not several:
        return  # 指标 | 要求: rows of what one direction has to reach
    columns = {at: [said(text, cell) for own in cells for cell in own[at]] for at in others}
    kinds = {at: announced(labels[at], told) for at, told in columns.items() if told}
    found, count = [], 0
    for group, own in zip(groups, cells, strict=True):
        inside = [c for row in rows[group.first : group.end] for c in row if c is not None]
        start, end = min(c.start for c in inside), max(c.end for c in inside)
        count += figures.within(start, end)
        number, named = (rows[group.first][at] for at in keys)
        ordinal = said(text, number) if keys[0] != keys[1] else None
        title = Head(start, named.end if named is not None else end, said(text, named), ordinal)
        spans = [(kinds[at], span) for at in others for span in _spans(text, own[at]) if at in kinds]
        table = (index, head, group.first, group.end) if several and bare and having else None
        found.append(direction_of(text, title, end, spans, table))
    yield RowList(found, count, having >= max(2, _MOST * len(groups)))


def _cells(rows: Rows, group: _Group, column: int) -> list[Block]:
    found = [cell for row in rows[group.first : group.end] if (cell := row[column]) is not None]
    return list(dict.fromkeys(found))


def _figured(text: Text, own: dict[int, list[Block]]) -> list[Block]:
    return [cell for cells in own.values() for cell in cells if has_figure(said(text, cell))]


def _spans(text: Text, cells: Sequence[Block]) -> Iterator[Span]:
    for cell in cells:
        span = trimmed(text.clean, cell.start, cell.end)
        if span.end > span.start:
            yield from lines_of(text, span)
