"""A row that the template's form has and the application's has not, between two rows that follow each other."""

import re

from extractors.forms.labels.words import ASKS_TEXT
from pipeline.screening.case import Case, value_text
from schemas.notice import Obligation

OF_DIRECTION = re.compile(r"榜单|方向|课题|榜题|需求|难题")
_JOINED = re.compile(r"[｜|/／—:：；;\n\t]")  # 凤某｜工学博士: the next row's answer may be with it
_GAP = 8
_MANY = 8  # fields that answer: fewer say little of how the form was read


def left_out_between(case: Case, obligation: Obligation) -> tuple[str, str] | None:
    """The two rows between which the template has this one, where they follow each other in the application.

    Only where every field of the application answers one that is asked for: none is left that may be the absent one.
    """
    asked = [one for one in case.of("form_field") if one.field is not None]
    at = asked.index(obligation)
    label = obligation.field.label or obligation.field.name if obligation.field is not None else ""
    if not 0 < at < len(asked) - 1 or ASKS_TEXT.search(label) or OF_DIRECTION.search(label):
        return None
    answering = [field.evidence for field in case.fields.values()]
    fields = sorted(case.submission.form_fields, key=lambda field: field.evidence.start)
    known = all(any(field.evidence.overlaps(one) for one in answering) for field in fields)
    before, behind = (case.fields.get(one.id) for one in (asked[at - 1], asked[at + 1]))
    if len(answering) < _MANY or not known or before is None or behind is None or _JOINED.search(value_text(before)):
        return None
    end = (before.value_evidence or before.evidence).end
    between = behind.evidence.start - end  # characters: what stands there was not read as a row
    return (asked[at - 1].name, asked[at + 1].name) if 0 <= between <= _GAP else None
