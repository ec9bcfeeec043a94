"""What the applicant wrote under names of its own: chapters that answer nothing the notice asks by name or place.

Applicants leave out one section, seldom several; one who writes 家底, 谁来干、怎么管 has left out none. So long as such
a chapter is unexplained nobody can say that a section is missing: it may be that one.
"""

import re

from pipeline.screening.application.labels import alike
from pipeline.screening.application.parts import own_and_below
from pipeline.screening.application.substance import length
from pipeline.screening.case import Case
from schemas.outline import Role

SUBSTANCE = 60  # characters below a heading that may be an answer
SEVERAL = 3  # sections that miss together, so that the text without a place speaks for them
SAME_NAME = 0.6
_ROLES = frozenset({Role.TASK_BOOK, Role.BODY, Role.OTHER})
# Parts of an application that are no chapters of a task book, whatever stands below them.
_OTHER_PARTS = re.compile(
    r"承诺|声明|意见|[预概决]算|经费|资金|简[介况]|概况|基本(?:情况|信息)|摘要|证明|附[件表录图]|清单|申[报请][表书]|目录|填[报表写]|参考文献|名词解释|缩略语"
)


def own_chapters(case: Case) -> list[int]:
    """Indices into ``submission.sections`` of the applicant's own headings that have a text and answer nothing."""
    sections = case.submission.sections
    used = set(case.headings.values())
    taken = {below for index in used for below in (index, *_below(case, index))}
    asked = [o.name for o in case.obligations if o.kind in ("form_field", "proof_material", "commitment", "word_limit")]
    return [
        index
        for index, section in enumerate(sections)
        if section.role in _ROLES and index not in taken and not used.intersection(_below(case, index))
        if _OTHER_PARTS.search(section.title) is None and not any(alike(n, section.title) >= SAME_NAME for n in asked)
        if length(own_and_below(sections, index)) >= SUBSTANCE
    ]


def text_without_place(case: Case) -> int:
    """Characters of the task book's text that stand below no heading that answers a section."""
    passages = case.submission.passages
    there = sum(length(passage.text) for passage in passages if passage.role in _ROLES)
    placed = (own_and_below(case.submission.sections, index) for index in set(case.headings.values()))
    return there - sum(length(text) for text in placed)


def _below(case: Case, index: int) -> list[int]:
    """The headings below this one."""
    sections = case.submission.sections
    found = []
    for below in range(index + 1, len(sections)):
        if sections[below].level <= sections[index].level or sections[below].role is not sections[index].role:
            break
        found.append(below)
    return found
