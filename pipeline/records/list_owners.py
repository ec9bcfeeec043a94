"""Whom a list of papers or a condition binds: those alone who apply in the direction that the heading above names."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from extractors.text.marks import COUNT
from extractors.text.spans import bare
from schemas.notice import Direction
from schemas.outline import Outline
from schemas.text import Text

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


def by_name(directions: Sequence[Direction]) -> dict[str, int]:
    """The numbers of the directions by their bare names, short names and those that several share left out."""
    names = Counter(bare(d.name) for d in directions)
    return {bare(d.name): d.number for d in directions if len(bare(d.name)) >= _LEAST and names[bare(d.name)] == 1}


def owner_of_condition(text: Text, outline: Outline, at: int, directions: Sequence[Direction]) -> int | None:
    """The direction that a condition stands under: by its heading, or among its own lines (类别1：… 申报条件：…)."""
    owner = owner_of_heading(outline, at, by_name(directions))
    place = text.evidence(at, at + 1)
    within = (d.number for d in directions if d.evidence.overlaps(place)) if owner is None else iter(())
    return next(within, owner)


# 揭榜类（方向一、三、四）申报单位须符合: a kind of directions, by their numbers
_OF_ALL = re.compile(r"[^，。；]{0,4}(?:[两二三四各]|所有|全部)[类种]")
_OF_DIRECTIONS = re.compile(
    rf"[（(](?:适用于|限|针对)?(?P<which>方向\s?{COUNT}(?:\s?[、和及]\s?(?:方向)?{COUNT}){{0,9}})[)）]"
)


def directions_above(outline: Outline, at: int, words: str) -> str | None:
    """The directions, by their numbers, that the heading right above names in a bracket: 方向一、三、四.

    None for a sentence that speaks of every kind (两类申报单位均不得…), the last of its list as a rule.
    """
    index = outline.section_at(at) if _OF_ALL.match(words) is None else None
    named = _OF_DIRECTIONS.search(outline.sections[index].title) if index is not None else None
    return named["which"] if named is not None else None


def owner_of_heading(outline: Outline, at: int, named: Mapping[str, int]) -> int | None:
    """The direction whose name is the heading above ``at``: what stands under it binds in that direction alone."""
    index = outline.section_at(at)
    while index is not None:
        owner = named.get(bare(outline.sections[index].title))
        if owner is not None:
            return owner
        index = outline.sections[index].parent
    return None
