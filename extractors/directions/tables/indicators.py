"""Tables of indicators that stand under a direction's text: 预期指标（见下表）."""

from collections.abc import Sequence

from extractors.directions.labels.parts import FORM_ROLES, FoundDirection, is_higher
from schemas.outline import Outline
from schemas.text import Text


def tables_below(text: Text, outline: Outline, found: Sequence[FoundDirection], index: int) -> list[int]:
    """The tables between the direction's name and the next direction, as indices into ``Text.tables``.

    None that is told as a part of its task or goal.

    A heading of the call's own numbering (二、, 第二部分) ends the direction; forms are none of it.
    """
    own = found[index]
    if own.table is not None or any(direction.table is not None for direction in found):
        return []
    end = outline.division_at(own.start).end
    end = min([end] + [other.start for other in found if other.start > own.start])
    end = min([end] + [s.start for s in outline.sections if s.start > own.start and is_higher(s)])
    return [
        number
        for number, grid in enumerate(text.tables)
        if own.start < grid.start < end
        and not any(span.start <= grid.start < span.end for span in (*own.tasks, *own.goals))
        and outline.division_at(grid.start).role not in FORM_ROLES
    ]
