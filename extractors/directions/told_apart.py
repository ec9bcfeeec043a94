"""Tasks told apart from the list of directions: in a chapter of the direction's name, in a table of its codes."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.directions.of_work import asks_of_work
from extractors.directions.parts import FoundDirection, in_call
from extractors.directions.prose import direction_under
from extractors.directions.shared_tables import meant
from extractors.text.spans import Span, bare, squeezed, trimmed
from schemas.outline import Outline
from schemas.text import Grid, Text

_SHORTEST = 8  # characters of what is asked
_MOST = 0.8  # of the rows name a direction


def with_tasks(text: Text, outline: Outline, found: list[FoundDirection]) -> list[FoundDirection]:
    """The directions of a table that tells their figures alone, with the tasks that the call tells elsewhere."""
    if not found or any(direction.tasks for direction in found):
        return found
    rows = _of_rows(text, found)
    return [_with_rows(_of_chapter(text, outline, one), rows, index) for index, one in enumerate(found)]


def _of_chapter(text: Text, outline: Outline, direction: FoundDirection) -> FoundDirection:
    """（一）岸桥远程操控系统 over what is to be studied, where the table has the name with its figures."""
    named = (s for s in outline.sections if in_call(outline, s) and bare(s.title) == bare(direction.name))
    section = next(named, None)
    if section is None or direction.start <= section.start < direction.end:
        return direction
    told = direction_under(text, section.title, section.number, section.start, section.heading_end, section.end)
    return replace(direction, tasks=told.tasks, goals=(*told.goals, *direction.goals))


def _of_rows(text: Text, found: Sequence[FoundDirection]) -> list[tuple[int, Span]]:
    """PS-1 | 影像资料归集到平台: what tables of two columns ask, each with the index of its direction."""
    others = (g for g in text.tables if not any(max(one.start, g.start) < min(one.end, g.end) for one in found))
    return [row for grid in others for row in _asked(text, grid, found)]


def _with_rows(direction: FoundDirection, rows: Sequence[tuple[int, Span]], index: int) -> FoundDirection:
    tasks = [span for owner, span in rows if owner == index]
    return replace(direction, tasks=(*direction.tasks, *tasks)) if tasks else direction


def _asked(text: Text, grid: Grid, found: Sequence[FoundDirection]) -> list[tuple[int, Span]]:
    cells = [text.blocks[at] for at in grid.cells]
    if {cell.column for cell in cells} != {0, 1}:
        return []
    first = {
        cell.row: meant(text, squeezed(text.clean[cell.start : cell.end]), found) for cell in cells if not cell.column
    }
    behind = {cell.row: trimmed(text.clean, cell.start, cell.end) for cell in cells if cell.column == 1}
    rows = [(owner, behind[row]) for row, owner in first.items() if owner is not None and row in behind]
    if len({owner for owner, _ in rows}) < 2 or len(rows) < _MOST * len(first):
        return []
    words = [span.of(text.clean) for _, span in rows]
    return rows if all(len(one) >= _SHORTEST and asks_of_work(one) for one in words) else []
