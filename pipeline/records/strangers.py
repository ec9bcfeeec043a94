"""Files in an application's folder that are none of its parts: a copy of the call, the form as it was handed out.

What they say is the issuer's. Read as the applicant's, the call would answer every requirement, and the blank form
would leave every field empty.
"""

import re
from collections.abc import Sequence

from pipeline.records.classify import classify
from pipeline.records.filled import is_blank
from pipeline.structure import structure
from schemas.document import Document
from schemas.submission import Submission

CALL = "读作通知，不计入申报材料"
BLANK = "读作空白表格，不计入申报材料"
_CALL = re.compile(r"通知|公告|榜单|指南")
_HEAD = 600  # characters in which a call's title stands
_LEAST_FIELDS = 5
_MOST_GUIDANCE = 1500  # characters under headings that a form's guidance may have


def strangers(documents: Sequence[Document], parts: Sequence[Submission]) -> dict[int, str]:
    """By the index of a file that is no part why; none where no other file is a filled form.

    ``parts`` are the records of the ``documents``, in their order.
    """
    filled = [len(part.form_fields) >= _LEAST_FIELDS and not is_blank(part.form_fields) for part in parts]
    found: dict[int, str] = {}
    for index, (document, part) in enumerate(zip(documents, parts, strict=True)):
        if not any(answered for other, answered in enumerate(filled) if other != index):
            continue
        if _CALL.search(document.text[:_HEAD]) and classify(*structure(document)) == "notice":
            found[index] = CALL
        elif _is_blank_form(part):
            found[index] = BLANK
    return found


def _is_blank_form(part: Submission) -> bool:
    written = sum(section.chars for section in part.sections)
    nobody = not part.applicant.name and not part.commitment.signed
    return nobody and is_blank(part.form_fields) and written <= _MOST_GUIDANCE
