"""Whose list of papers it is: a list under （二）某方向申报材料 is asked of those alone who apply in that direction."""

import re
from collections.abc import Sequence

from extractors.text.spans import bare
from schemas.notice import Direction
from schemas.outline import Outline

_OF_PAPERS = re.compile(r"材料|资料|附件")
_LEAST = 4  # characters of a direction's name


def owner_of_list(outline: Outline, at: int, directions: Sequence[Direction]) -> int | None:
    """The one direction that the heading above ``at`` names together with papers; None where it names none or more."""
    index = outline.section_at(at)
    while index is not None:
        section = outline.sections[index]
        title = bare(section.title)
        named = [d for d in directions if len(bare(d.name)) >= _LEAST and bare(d.name) in title]
        if named and _OF_PAPERS.search(title):
            return named[0].number if len(named) == 1 else None
        index = section.parent
    return None
