"""Values that show by their shape what they are: a mail address, a telephone number, a code."""

import re
from collections.abc import Iterator

from pipeline.screening.application.labels import canonical
from pipeline.screening.case import Case, value_text
from schemas.facts import FormField

# As they stand in a text without blanks and dashes: wide, so that nothing that is there is called nowhere. What is
# well formed is judged by ``applicant/shapes.py``.
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
    label = canonical(template.label or template.name)
    if label.endswith("邮政编码"):
        return not any(_POSTCODE.search(_DATE.sub("", text)) for text in _texts(case))
    shape = next((pattern for name, pattern in SHAPES if label.endswith(name)), None)
    return shape is not None and not any(shape.search(_APART.sub("", _DATE.sub("", text))) for text in _texts(case))


def _texts(case: Case) -> Iterator[str]:
    yield from (passage.text for passage in case.submission.passages)
    yield from (value_text(field) for field in case.submission.form_fields)
