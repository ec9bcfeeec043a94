"""Files in an application's folder that are none of its parts: a copy of the call, the form as it was handed out.

What they say is the issuer's. Read as the applicant's, the call would answer every requirement, and the blank form
would leave every field empty.
"""

import re
from collections.abc import Sequence

from pipeline.records.classify import classify
from pipeline.records.filled import is_blank, names_nobody
from pipeline.structure import structure
from schemas.document import Document
from schemas.submission import Submission

CALL = "It reads as a call and was left out of the application. Take it out of the folder if it is none of it."
BLANK = "It reads as a blank form beside a filled one and was left out of the application. Take it out of the folder."
NOTHING = (
    "Nothing of an application is in it (no applicant, form, chapters or letter), so it was not screened. "
    "Put a paper into its application's folder, and leave lists out."
)
_CALL = re.compile(r"通知|公告|榜单|指南")
_HEAD = 600  # characters in which a call's title stands
_LEAST_FIELDS = 5
_MOST_GUIDANCE = 1500  # characters under headings that a form's guidance may have
_LISTS = re.compile(r"汇总表|一览表|名单|台账|统计表|登记册")
_SHORT = 1000  # characters: a longer text may be an application of its own kind


def strangers(documents: Sequence[Document], parts: Sequence[Submission]) -> dict[int, str]:
    """By the index of a file that is no part why; none where no other file is a filled form.

    ``parts`` are the records of the ``documents``, in their order.
    """
    filled = [not (is_blank(part.form_fields) or names_nobody(part.form_fields)) for part in parts]
    filled = [answered and len(part.form_fields) >= _LEAST_FIELDS for answered, part in zip(filled, parts, strict=True)]
    found: dict[int, str] = {}
    for index, (document, part) in enumerate(zip(documents, parts, strict=True)):
        if not any(answered for other, answered in enumerate(filled) if other != index):
            continue
        if _CALL.search(document.text[:_HEAD]) and classify(*structure(document)) == "notice":
            found[index] = CALL
        elif _is_blank_form(part):
            found[index] = BLANK
    return found


def is_nothing(part: Submission) -> bool:
    """A file alone that holds nothing of an application: a list of applicants, a stray paper, a note."""
    found = part.applicant.name or part.form_fields or part.directions_selected or part.commitment.present
    if found or any(section.chars for section in part.sections):
        return False
    name = re.split(r"[/\\]", part.source.path)[-1]
    return _LISTS.search(name) is not None or sum(len(passage.text) for passage in part.passages) <= _SHORT


def _is_blank_form(part: Submission) -> bool:
    written = sum(section.chars for section in part.sections)
    nobody = not part.applicant.name and not part.commitment.signed
    return nobody and names_nobody(part.form_fields) and written <= _MOST_GUIDANCE
