"""Which heading of the application answers each section of the template's task book."""

import itertools
from collections.abc import Sequence, Set
from typing import Protocol

from pipeline.screening.application.labels import alike
from pipeline.screening.chapters.order import by_chapter, by_merging, by_place
from pipeline.screening.chapters.other_places import without_other_places
from pipeline.screening.chapters.own_chapters import named_by_order
from pipeline.screening.settings import Settings
from schemas.facts import SectionRecord

SAME_CHAPTER = 0.75  # the applicant's heading is the template's chapter heading
NAMED_IN_PART = 0.3  # the heading of a chapter that names the section among others
SURELY_NAMED = 0.75  # a heading so alike answers a section below whatever chapter it stands
OWN = 0.9  # a heading that is a section's own title answers no other one by its name
TAKEN_OVER, STRAYS = 5, 2  # chapters under the outline's own names, and those that are answered by a part of one
LIKE_CHAPTER = 0.6  # enough for a heading that has no text of its own and sections below it


class AlignerLike(Protocol):
    """What the alignment needs of :class:`pipeline.matching.Matcher`."""

    def align_sections(
        self,
        template_titles: Sequence[str],
        titles_found: Sequence[str],
        guidance: Sequence[str | None] = (),
    ) -> Sequence[tuple[int | None, float]]:
        """For each title of the template the index of the heading that answers it (or None) and a score, 0 to 1."""
        ...

    def similarity(self, a: str, b: str) -> float:
        """How alike two short texts are in meaning, 0 to 1."""
        ...


def align_headings(
    asked: Sequence[SectionRecord], sections: Sequence[SectionRecord], aligner: AlignerLike, settings: Settings
) -> list[int | None]:
    """For each section of the template the index into ``sections`` of the heading that answers it, or None.

    A chapter of the template (现有基础及相关进展) names what its sections are about; the applicant's copy of that
    chapter heading, with sections below it and no text of its own, answers none of them. A chapter of the applicant's
    own answers a section below it only where none of its headings does.
    """
    chapters = {title for section in asked for title in section.path[:-1]}
    titles = {section.title for section in asked} - chapters
    open_ = [i for i in range(len(sections)) if not _is_chapter(sections, i, chapters, titles, settings)]
    if not asked or not open_:
        return [None] * len(asked)
    chosen, scores = _by_name(asked, sections, open_, aligner, settings)
    above = [section.path[-2] if len(section.path) > 1 else None for section in asked]
    under = _chapters_above(sections, chapters, open_)
    in_order = [name for name in dict.fromkeys(above) if name is not None]
    named = named_by_order(sections, in_order, chosen, above, under)
    under = [one or named.get(index) for index, one in enumerate(under)]

    def near(row: int, heading: int) -> float:
        return aligner.similarity(asked[row].title, sections[heading].title)

    whole = [i if i is not None and _only_heads(sections, i, under, settings) else None for i in chosen]
    chosen = [None if index == i else i for i, index in zip(chosen, whole, strict=True)]
    chosen = by_chapter(chosen, scores, above, under, SURELY_NAMED, near)
    chosen = [index if i is None else i for i, index in zip(chosen, whole, strict=True)]
    depths = [len(section.path) for section in asked]
    written = [i for i in open_ if not _is_bare_above(sections, i, settings)]
    chosen = by_place(chosen, depths, written, [(section.role, section.level) for section in sections])
    chosen = without_other_places(chosen, asked, sections)
    chosen = _without_strays(asked, sections, chosen)
    paths = [(*section.path[:-1], section.title) for section in asked]
    return by_merging(chosen, paths, [section.title for section in sections])


def _without_strays(
    asked: Sequence[SectionRecord], sections: Sequence[SectionRecord], chosen: Sequence[int | None]
) -> list[int | None]:
    """Where the outline's chapters are taken over name by name, a part of another chapter is no chapter left out.

    七、安全预案 is not （四）分级预警 of 四、技术方案 where all other chapters stand under their own names.
    """
    own = {
        row: i
        for row, i in enumerate(chosen)
        if i is not None and alike(asked[row].title, sections[i].title) >= OWN and len(asked[row].path) == 1
    }
    strays = [row for row, i in enumerate(chosen) if i is not None and row not in own]
    if len(own) < TAKEN_OVER or len(strays) > STRAYS:
        return list(chosen)
    level = max(sections[i].level for i in own.values())
    return [
        None
        if i is not None
        and row in strays
        and _is_part_of(sections, i, set(own.values()), level)
        and alike(asked[row].title, sections[i].title) < NAMED_IN_PART
        else i
        for row, i in enumerate(chosen)
    ]


def _is_part_of(sections: Sequence[SectionRecord], index: int, chapters: Set[int], level: int) -> bool:
    """The heading stands below one of the chapters."""
    above = next((at for at in range(index - 1, -1, -1) if sections[at].level <= level), None)
    return sections[index].level > level and above in chapters


def _by_name(
    asked: Sequence[SectionRecord],
    sections: Sequence[SectionRecord],
    open_: Sequence[int],
    aligner: AlignerLike,
    settings: Settings,
) -> tuple[list[int | None], list[float]]:
    """The headings that answer by what they are called, and how alike each is."""
    titles = [section.title for section in asked]
    guidance = [section.guidance for section in asked]
    aligned = aligner.align_sections(titles, [sections[i].title for i in open_], guidance)
    chosen = [
        open_[index] if index is not None and score >= settings.section_alike else None for index, score in aligned
    ]
    owner = {i: row for row, i in enumerate(chosen) if i is not None and alike(titles[row], sections[i].title) >= OWN}
    chosen = [None if i is not None and owner.get(i, row) != row else i for row, i in enumerate(chosen)]
    answers = {i for i in chosen if i is not None}
    held = {i for i in answers if _only_holds(sections, i, answers, settings)}
    chosen = [
        None if i is None or (i in held and alike(title, sections[i].title) < NAMED_IN_PART) else i
        for i, title in zip(chosen, titles, strict=True)
    ]
    return chosen, [score for _, score in aligned]


def _only_holds(sections: Sequence[SectionRecord], index: int, answers: Set[int], settings: Settings) -> bool:
    """A heading without a text of its own above one that answers another section: 三、目标及保障 is no 攻关计划."""
    below = itertools.takewhile(lambda at: sections[at].level > sections[index].level, range(index + 1, len(sections)))
    return sections[index].chars < settings.section_chars and any(at in answers for at in below)


def _only_heads(sections: Sequence[SectionRecord], index: int, under: Sequence[str | None], settings: Settings) -> bool:
    """A heading without a text of its own right above one that is known to stand below a chapter."""
    return _is_bare_above(sections, index, settings) and under[index + 1] is not None


def _is_bare_above(sections: Sequence[SectionRecord], index: int, settings: Settings) -> bool:
    """Without a text of its own, right above a lower heading."""
    below = index + 1 < len(sections) and sections[index + 1].level > sections[index].level
    return below and sections[index].chars < settings.section_chars


def _chapters_above(sections: Sequence[SectionRecord], chapters: Set[str], open_: Sequence[int]) -> list[str | None]:
    """For each heading the chapter of the template right below whose copy it stands; None for the others."""
    found: list[str | None] = []
    chapter, level = None, 0
    for index, section in enumerate(sections):
        alike_ones = (name for name in chapters if index not in open_ and alike(section.title, name) >= LIKE_CHAPTER)
        named = next(alike_ones, None)
        if named is not None or section.level <= level:
            chapter, level = named, section.level
        direct = index in open_ and section.level == level + 1
        found.append(chapter if direct else None)
    return found


def _is_chapter(
    sections: Sequence[SectionRecord], index: int, chapters: Set[str], titles: Set[str], settings: Settings
) -> bool:
    """A copy of a chapter's heading; 重点任务攻关计划, a section's own title, is none of 重点攻关目标及计划."""
    if not _is_bare_above(sections, index, settings):
        return False
    near = max((alike(sections[index].title, chapter) for chapter in chapters), default=0.0)
    own = max((alike(sections[index].title, title) for title in titles), default=0.0) if near < 1 else 0.0
    return near >= LIKE_CHAPTER and not (own >= OWN and own > near)
