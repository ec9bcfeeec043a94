"""Parts that a field asks for (联系人：姓名、手机、电子邮箱) where the applicant's form gives each a row of its own."""

import re

from extractors.forms.labels.words import is_shared_label
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, value_text
from schemas.facts import FormField
from schemas.finding import Status

_BETWEEN = re.compile(r"[、，,/／；;]|和|及")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_LEAST = 2  # parts that are labels of the lexicon: 姓名, 手机


def part_left_empty(case: Case, template: FormField) -> tuple[Status, str, float] | None:
    """联系人手机 without a value, where 联系人姓名 is answered: the status, what is wrong, how sure that is."""
    label = squeeze(template.label or template.name)
    parts = [squeeze(part) for part in _BETWEEN.split(_BRACKETS.sub("", value_text(template)))]
    parts = [part for part in parts if is_shared_label(part)]
    if len(parts) < _LEAST:
        return None
    asked = {label + part for part in parts}
    rows = [field for field in case.submission.form_fields if squeeze(field.label or field.name) in asked]
    empty = [field for field in rows if not value_text(field).strip() and not field.options]
    if not empty or len(empty) == len(rows):
        return None
    return "missing", f"中“{empty[0].label or empty[0].name}”空白，没有填写完整", 0.8
