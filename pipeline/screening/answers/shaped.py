"""Values that show by their shape what they are: a mail address, a telephone number, a code."""

import re
from collections.abc import Iterator

from pipeline.screening.answers.labels import canonical
from pipeline.screening.case import Case, value_text
from schemas.facts import FormField

_MOBILE = r"(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)"
SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("信用代码", re.compile(r"(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])")),
    ("手机", re.compile(_MOBILE)),
    ("邮箱", re.compile(r"[\w.+-]{1,64}@[\w.-]+", re.ASCII)),
    ("电话", re.compile(rf"{_MOBILE}|(?<!\d)(?:0\d{{2,3}}[)）\s—-]{{0,3}})?\d{{7,8}}(?!\d)")),
    ("传真", re.compile(r"(?<!\d)(?:0\d{2,3}[)）\s—-]{0,3})?\d{7,8}(?!\d)")),
    ("邮政编码", re.compile(r"(?<!\d)\d{6}(?!\d)")),
)


def is_nowhere(case: Case, template: FormField) -> bool:
    """No value of the field's shape stands anywhere in the application, whosever.

    False also for a field whose values have no shape of their own.
    """
    label = canonical(template.label or template.name)
    shape = next((pattern for name, pattern in SHAPES if label.endswith(name)), None)
    return shape is not None and not any(shape.search(text) for text in _texts(case))


def _texts(case: Case) -> Iterator[str]:
    yield from (passage.text for passage in case.submission.passages)
    yield from (value_text(field) for field in case.submission.form_fields)
