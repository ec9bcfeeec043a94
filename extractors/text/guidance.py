"""Headings as records, with the template's guidance under each (填写说明)."""

import re
from collections.abc import Sequence

from extractors.text.pictured import is_pictured
from extractors.text.spans import Span, squeezed, trimmed
from schemas.facts import FormField, SectionRecord
from schemas.outline import Outline, Role, Section
from schemas.text import Text

# What the text under a heading of these divisions is, in a notice: how to fill it in.
_TEMPLATE_ROLES = frozenset({Role.TASK_BOOK, Role.FORM})
_NOTE = re.compile(r"(?:\n|^)\s*(?:注|备注|说明)\s*[:：]")


def section_records(text: Text, outline: Outline) -> list[SectionRecord]:
    """All headings of a notice, its templates' with ``guidance``; ``evidence`` is the heading."""
    return [_record(text, outline, index, section) for index, section in enumerate(outline.sections)]


def template_leaves(outline: Outline) -> list[int]:
    """The indices of the task book's headings that have none under them: each asks for an answer of its own."""
    parents = {section.parent for section in outline.sections}
    return [
        index
        for index, section in enumerate(outline.sections)
        if index not in parents and outline.divisions[section.division].role is Role.TASK_BOOK
    ]


def form_chapters(text: Text, outline: Outline, fields: Sequence[FormField]) -> list[int]:
    """The indices of a form's headings under which a text is to be written (四、风险分析 | 说明可能的风险).

    A form may go on in chapters instead of a task book. A heading above a table, or with fields of the form at or under
    it, is a part of the form.
    """
    parents = {section.parent for section in outline.sections}
    return [
        index
        for index, section in enumerate(outline.sections)
        if index not in parents
        and outline.divisions[section.division].role is Role.FORM
        and guidance_of(text.clean, section) is not None
        and not _is_part_of_form(text, section, fields)
    ]


def _is_part_of_form(text: Text, section: Section, fields: Sequence[FormField]) -> bool:
    if any(block.table is not None for block in text.blocks_in(section.start, section.own_end)):
        return True
    start, end = text.raw_span(section.start, section.own_end)
    return any(start <= field.evidence.start < end for field in fields)


def own_text(clean: str, section: Section) -> Span:
    """The text under the heading, up to the first heading below it."""
    return trimmed(clean, section.heading_end, section.own_end, "。：:")


def guidance_of(clean: str, section: Section) -> str | None:
    """The instruction under a template's heading; a closing note (注：…) on the whole form is no part of it."""
    span = own_text(clean, section)
    words = span.of(clean)
    note = _NOTE.search(words)
    words = words[: note.start()] if note else words
    return squeezed(words.replace("\n", " ")).lstrip("，,") or None  # 攻关方案，写明做法


def _record(text: Text, outline: Outline, index: int, section: Section) -> SectionRecord:
    role = outline.divisions[section.division].role
    own = own_text(text.clean, section).of(text.clean)
    heading = trimmed(text.clean, section.start, section.heading_end)
    return SectionRecord(
        number=section.number,
        title=section.title,
        level=section.level,
        chars=len(re.sub(r"\s", "", own)),
        guidance=guidance_of(text.clean, section) if role in _TEMPLATE_ROLES else None,
        text=own,
        path=outline.path(index),
        role=role,
        pictured=is_pictured(text, section),
        evidence=text.evidence(heading.start, max(heading.end, heading.start + 1)),
    )
