"""A chapter whose number the application skips (七 is followed by 九), answered by a like name in another place."""

from collections.abc import Sequence

from pipeline.screening.application.labels import alike
from pipeline.structure.titles.numbering import value_of
from schemas.facts import SectionRecord

_OWN_NAME = 0.75  # a heading so alike is the chapter, wherever it stands


def without_other_places(
    chosen: Sequence[int | None], asked: Sequence[SectionRecord], sections: Sequence[SectionRecord]
) -> list[int | None]:
    """``chosen`` without the headings beyond both neighbours of a number left out: 经费使用计划 of another paper.

    ``chosen`` has for each section of the template the index of the heading that answers it, or None.
    """
    return [
        None if i is not None and _is_beyond(row, i, chosen, asked, sections) else i for row, i in enumerate(chosen)
    ]


def _is_beyond(
    row: int,
    index: int,
    chosen: Sequence[int | None],
    asked: Sequence[SectionRecord],
    sections: Sequence[SectionRecord],
) -> bool:
    """The chapter behind it stands right behind one whose number is lower by two, and so on no chapter its own."""
    before = chosen[row - 1] if row > 0 else None
    after = chosen[row + 1] if row + 1 < len(chosen) else None
    if before is None or after is None or before <= index <= after:
        return False
    beside = [at for at in range(before, after) if sections[at].level == sections[after].level]
    above = _value(sections[beside[-1]]) if beside else 0
    skipped = above > 0 and _value(sections[after]) == above + 2
    return skipped and alike(asked[row].title, sections[index].title) < _OWN_NAME


def _value(section: SectionRecord) -> int:
    return value_of(section.number) if section.number else 0
