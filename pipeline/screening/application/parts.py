"""Parts of a text: a section with what stands below it, the one above an offset, the task book, narrower evidence."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile

from schemas.evidence import Evidence
from schemas.facts import SectionRecord
from schemas.outline import Role
from schemas.submission import Submission


def own_and_below(sections: Sequence[SectionRecord], index: int) -> str:
    """The section's own text and that of the sections below it, under their titles."""
    top, *below = with_those_below(sections, index)
    parts = [top.text, *(part for section in below for part in (section.title, section.text))]
    return "\n".join(part for part in parts if part)


def with_those_below(sections: Sequence[SectionRecord], index: int) -> list[SectionRecord]:
    """The section and those below it."""
    top = sections[index]
    below = takewhile(lambda one: one.level > top.level and one.role is top.role, sections[index + 1 :])
    return [top, *below]


def section_above(sections: Sequence[SectionRecord], offset: int) -> SectionRecord | None:
    """The last section whose heading starts at or before the offset, of sections in the order of their text."""
    at = bisect_right(sections, offset, key=lambda section: section.evidence.start)
    return sections[at - 1] if at else None


def task_book(submission: Submission) -> str:
    """Titles and texts of all sections of the task book; of all sections where none is marked as one."""
    book = [s for s in submission.sections if s.role is Role.TASK_BOOK] or list(submission.sections)
    return "\n".join(f"{s.number or ''}{s.title}\n{s.text}" for s in book)


def narrow(evidence: Evidence, words: str) -> Evidence:
    """The evidence of ``words`` inside the evidence, whatever line breaks stand between; the whole where not found."""
    letters = [re.escape(letter) for letter in words if not letter.isspace()]
    match = re.search(r"\s*".join(letters), evidence.text) if letters else None
    if match is None:
        return evidence
    start = evidence.start + match.start()
    return evidence.model_copy(update={"text": match.group(), "start": start, "end": start + len(match.group())})
