"""A field left empty because it only heads others: its answer stands in the fields beside or below it."""

import re
from collections.abc import Sequence
from itertools import takewhile

from extractors.forms.labels.words import ASKS_TEXT, is_known_label
from pipeline.screening.application.labels import SAME_PERSON, alike
from pipeline.screening.application.substance import is_placeholder, squeeze
from pipeline.screening.case import Case, value_text
from schemas.evidence import Evidence
from schemas.facts import FormField

# 2025年度经营情况（万元） before 营业收入 and 研发投入; 手机 before 邮箱 is a cell of its own
_HEADS = re.compile(r"(?:情况|信息|概况|数据|指标|经费|资金|投入|构成|组成)(?:[（(][^（）()]{1,12}[)）])?$")
_SAME_LABEL = 0.95
_NEXT_LINE = 16  # characters to the label below, with its indent and number
_LEAST = 2  # parts that the guidance names, each answered


def told_in_parts(case: Case, template: FormField, filled: FormField) -> Evidence | None:
    """The first answer of those that the empty field heads; None where it heads none."""
    fields = case.submission.form_fields
    at = next((index for index, one in enumerate(fields) if one is filled), len(fields))
    behind = [one for one in fields[at + 1 :] if one.evidence is not None]
    if behind and _HEADS.search(squeeze(template.label or template.name)) and _is_beside(filled, behind[0]):
        return behind[0].value_evidence
    asked, guidance = list(case.fields.values()), squeeze(template.guidance or "")
    parts = list(takewhile(lambda one: one not in asked and _is_part(one, guidance), behind))
    if len(parts) < _LEAST:
        parts = list(takewhile(lambda one: one not in asked and _is_of_its_own(one), behind))
        parts = parts if _is_over(case, template, filled, behind) else []
    return parts[0].value_evidence if len(parts) >= _LEAST else None


def _is_of_its_own(one: FormField) -> bool:
    """（1）定位误差：不超过3厘米: answered, under a name that no form's field has."""
    return not is_known_label(one.label or one.name) and not is_placeholder(value_text(one))


def _is_over(case: Case, template: FormField, head: FormField, behind: Sequence[FormField]) -> bool:
    """指标承诺： ends its line, asks for a text, and the next line begins with the first of what follows."""
    if not behind or ASKS_TEXT.search(template.label or template.name) is None:
        return False
    passages = case.submission.passages
    lines = [at for at, one in enumerate(passages) if one.evidence.overlaps(head.evidence)]
    alone = len(lines) == 1 and squeeze(passages[lines[0]].text).endswith((":", "："))
    row = alone and "\t" in passages[lines[0]].evidence.text
    following = passages[lines[0] + 1] if alone and lines[0] + 1 < len(passages) else None
    close = behind[0].evidence.start - head.evidence.end <= _NEXT_LINE
    return following is not None and not row and close and head.evidence.file == behind[0].evidence.file


def _is_beside(head: FormField, one: FormField) -> bool:
    """Its label stands in the very next cell, and its answer in the one behind: 经营情况 | 营业收入 | 18650."""
    answer = one.value_evidence
    if answer is None or head.evidence.file != one.evidence.file or is_placeholder(value_text(one)):
        return False
    return one.evidence.start == head.evidence.end + 1 and answer.start == one.evidence.end + 1


def _is_part(one: FormField, guidance: str) -> bool:
    label = squeeze(one.label or one.name)
    return len(label) > 1 and label in guidance and not is_placeholder(value_text(one))


def told_in_list(case: Case, template: FormField) -> Evidence | None:
    """A table with a column of that name and one row that answers it: 姓名 | 所学专业 over 某某 | 分析化学."""
    label = template.label or template.name
    for table in case.submission.lists:
        whose = template.group is None or alike(template.group, table.name) >= SAME_PERSON
        for column, head in enumerate(table.columns) if whose and len(table.rows) == 1 else ():
            cells = table.rows[0]
            if alike(label, head) >= _SAME_LABEL and column < len(cells) and not is_placeholder(cells[column]):
                return table.evidence
    return None
