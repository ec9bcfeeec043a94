"""Text and outline of an application -> Submission."""

import re
from collections.abc import Sequence

from extractors.application.achievements import find_achievements
from extractors.application.applicant import (
    filed_in_line,
    find_applicant,
    find_filed_on,
    find_people,
    find_project,
    signed_on,
)
from extractors.application.applicant_prose import completed
from extractors.application.attachments import LIST_TITLE, find_attachments
from extractors.application.choices import find_choices, selected
from extractors.application.claims import find_claims
from extractors.application.columns_to_sign import left_open_in_columns
from extractors.application.commitment import find_letters, find_pledge
from extractors.application.funds import find_funds
from extractors.application.milestones import find_milestones
from extractors.application.passages import find_passages
from extractors.application.regions import open_covers
from extractors.application.seals import find_seals
from extractors.application.team import find_team
from extractors.contacts.prose import find_stated_people, unknown
from extractors.forms.forms import read_forms
from extractors.forms.labels.dates import full_date
from extractors.text.guidance import section_records
from extractors.text.spans import squeezed
from extractors.text.split_tables import join_split_tables
from pipeline.records.merge import merge_submissions
from schemas.facts import Passage, SectionRecord
from schemas.outline import Outline, Role
from schemas.submission import Commitment, Submission
from schemas.text import Text

__all__ = ["build_submission", "merge_submissions"]

_BOOK = frozenset({Role.TASK_BOOK})
_REST = frozenset({Role.BODY, Role.OTHER})
_FORM = frozenset({Role.FORM})
_CHAPTERS = frozenset({Role.PROOFS, Role.COMMITMENT})  # whose headings are chapters of the same text
_SPEAKING_OF_SEALS = frozenset({Role.INSTRUCTIONS})
_NAME_SECTION = re.compile(r"(?:任务|项目|课题|内容|产品|题目)名称")
_NAMED = re.compile(
    r"^(?:(?:揭榜)?(?:任务|项目|课题|内容)名称(?:为)?\s*[:：]?\s*)?[“《]?(?P<name>[^。，；\n“”《》]{4,60})"
)


def build_submission(text: Text, outline: Outline) -> Submission:
    """Everything read out of one file of an application; what it does not hold stays empty."""
    text = join_split_tables(text)
    outline = open_covers(text, outline)
    found, lists = read_forms(text, outline, applied=True)
    fields = tuple(found)
    choices = tuple(find_choices(text, outline, fields))
    numbers = selected(choices)
    claims = find_claims(text, outline, numbers[0] if len(numbers) == 1 else None)
    seals = (*find_seals(text, outline, _SPEAKING_OF_SEALS), *left_open_in_columns(text, outline))
    sections = _sections(text, outline)
    letter, *further = find_letters(text, outline, seals) or [Commitment()]
    people = find_people(fields)
    passages = tuple(find_passages(text, outline))
    return Submission(
        source=text.document.source,
        files=(text.document.source,),
        title=_title(outline) or text.document.title,
        project=find_project(fields) or _project(sections),
        filed_on=find_filed_on(fields) or _filed_in_line(passages) or (None if letter.date else signed_on(fields)),
        applicant=completed(find_applicant(fields, seals), text, fields),
        direction_choices=choices,
        directions_selected=numbers,
        form_fields=fields,
        lists=tuple(lists),
        sections=sections,
        targets=claims.targets,
        figures=claims.figures,
        contacts=(*people, *unknown(find_stated_people(text, outline), people)),
        attachments=tuple(find_attachments(text, outline)),
        commitment=letter,
        further_letters=tuple(further),
        pledge=find_pledge(text, seals),
        seals=seals,
        team=tuple(find_team(text, outline)),
        funds=tuple(find_funds(text, outline, fields)),
        achievements=tuple(find_achievements(text, outline)),
        milestones=tuple(find_milestones(text, outline)),
        passages=passages,
        recognised=any(line.confidence is not None for line in text.document.lines),
    )


def _sections(text: Text, outline: Outline) -> tuple[SectionRecord, ...]:
    """The headings of the task book; where none is one, of the whole text, or of a form that goes on in chapters."""
    records = [record.model_copy(update={"guidance": None}) for record in section_records(text, outline)]
    listed = {record.path[:-1] for record in records if _is_listed(record)}
    for roles in (_BOOK, _REST, _FORM):
        kept = {at for at, one in enumerate(records) if one.role in roles and one.path[:-1] not in listed}
        if kept:
            return tuple(one for at, one in enumerate(records) if at in kept or one.role in _CHAPTERS)
    return ()


def _is_listed(record: SectionRecord) -> bool:
    """7.1 营业执照 under 七、佐证材料 with nothing below it: an item of the list, no section."""
    above = record.path[:-1]
    return record.chars == 0 and bool(above) and LIST_TITLE.search(above[-1]) is not None


def _filed_in_line(passages: Sequence[Passage]) -> str | None:
    told = filed_in_line(passages)
    return full_date(told[0]) if told is not None else None


def _title(outline: Outline) -> str | None:
    """The cover's title, else the first division's that has one."""
    titled = [d for d in outline.divisions if d.title]
    cover = next((d for d in titled if d.role is Role.COVER), titled[0] if titled else None)
    return squeezed(cover.title) if cover else None


def _project(sections: tuple[SectionRecord, ...]) -> str | None:
    """The name under 任务名称 in the task book."""
    for section in sections:
        if _NAME_SECTION.search(section.title) and section.text:
            match = _NAMED.match(section.text.strip())
            return match.group("name").strip() if match else None
    return None
