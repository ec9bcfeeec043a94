"""Values that show by their shape what they are: a mail address, a telephone number, a code."""

import re
from collections.abc import Iterator

from pipeline.screening.application.labels import SAME_FIELD, alike, canonical
from pipeline.screening.case import Case, value_text
from schemas.facts import FormField

# As they stand in a text without blanks and dashes: wide, so that nothing that is there is called nowhere. What is
# well formed is judged by ``identity/shapes.py``.
SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("信用代码", re.compile(r"[0-9A-Za-z]{15,}")),
    ("手机", re.compile(r"1[3-9]\d{7,}")),
    ("邮箱", re.compile(r"[@＠]|\.(?:com|cn|net|org)")),
    ("电话", re.compile(r"\d{7,}")),
    ("传真", re.compile(r"\d{7,}")),
)
_POSTCODE = re.compile(r"(?<!\d)\d{6}(?!\d)")
_DATE = re.compile(r"20\d\d\s?[-—./年]\s?\d{1,2}(?:\s?[-—./月]\s?\d{1,2})?")
_APART = re.compile(r"[\s\-—–－]+")


def is_nowhere(case: Case, template: FormField) -> bool:
    """No value of the field's shape stands anywhere in the application, whosever.

    False also for a field whose values have no shape of their own.
    """
    if canonical(template.label or template.name).endswith("邮政编码"):
        return not any(_POSTCODE.search(_DATE.sub("", text)) for text in _texts(case))
    shape = _shape(template)
    return shape is not None and not any(_has(shape, text) for text in _texts(case))


def told_with_its_person(case: Case, template: FormField) -> FormField | None:
    """联系人 | 某某 138…, where the template parts 联系人 into 姓名 and 手机: the field whose value holds the shape."""
    shape = _shape(template)
    if shape is None or template.group is None:
        return None
    whole = (one for one in case.submission.form_fields if one.group is None and _has(shape, value_text(one)))
    return next((one for one in whole if alike(template.group, one.label or one.name) >= SAME_FIELD), None)


def _shape(template: FormField) -> re.Pattern[str] | None:
    label = canonical(template.label or template.name)
    return next((pattern for name, pattern in SHAPES if label.endswith(name)), None)


def _has(shape: re.Pattern[str], text: str) -> bool:
    return shape.search(_APART.sub("", _DATE.sub("", text))) is not None


def _texts(case: Case) -> Iterator[str]:
    yield from (passage.text for passage in case.submission.passages)
    yield from (value_text(field) for field in case.submission.form_fields)
