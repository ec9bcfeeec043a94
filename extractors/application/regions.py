"""An application written in one piece (申报书): the cover ends where the numbered chapters begin."""

from dataclasses import replace

from extractors.forms.tables.grid import is_form
from schemas.outline import Division, Outline, Role, Section
from schemas.text import Text

_LEAST_CHAPTERS = 2


def open_covers(text: Text, outline: Outline) -> Outline:
    """The outline with every cover that goes on in chapters cut at the first of them.

    Chapters that hold a form's table are FORM, the others TASK_BOOK; sections keep their places. An outline
    without such a cover is returned as it is.
    """
    divisions: list[Division] = []
    for index, division in enumerate(outline.divisions):
        chapters = [s for s in outline.sections if s.division == index and s.level == 1]
        if division.role is Role.COVER and len(chapters) >= _LEAST_CHAPTERS:
            divisions += _pieces(text, division, chapters)
        else:
            divisions.append(division)
    if len(divisions) == len(outline.divisions):
        return outline
    sections = tuple(replace(s, division=_index(divisions, s.start)) for s in outline.sections)
    return Outline(tuple(divisions), sections)


def _pieces(text: Text, cover: Division, chapters: list[Section]) -> list[Division]:
    pieces = [replace(cover, end=chapters[0].start, title_end=min(cover.title_end, chapters[0].start))]
    for chapter in chapters:
        role = Role.FORM if _holds_form(text, chapter) else Role.TASK_BOOK
        if pieces[-1].role is role:
            pieces[-1] = replace(pieces[-1], end=chapter.end)
        else:
            pieces.append(Division(role, "", cover.attachment, chapter.start, chapter.start, chapter.end))
    return pieces


def _holds_form(text: Text, chapter: Section) -> bool:
    grids = [grid for grid in text.tables if chapter.start <= grid.start < chapter.end]
    return any(is_form(text, grid) for grid in grids)


def _index(divisions: list[Division], offset: int) -> int:
    return next((i for i, d in enumerate(divisions) if d.start <= offset < d.end), len(divisions) - 1)
