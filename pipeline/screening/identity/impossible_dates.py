"""Days that no calendar has (2026年2月30日, 13月), in the fields for dates and in the text."""

import re
from collections.abc import Iterator

from extractors.values.dates import find_dates
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, value_text
from schemas.evidence import Evidence
from schemas.outline import Role

_LABEL = re.compile(r"日期|时间|年月|出生|起止|期限|有效期")
# Printed in full, so that no number of another kind is taken for a day.
_IN_FULL = re.compile(r"20\d\d\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?|(?:\d{1,2}\s?月\s?\d{1,2}\s?日)")
_NO_MONTH = re.compile(r"20\d\d\s?年\s?(?:1[3-9]|[2-9]\d|0{1,2})\s?月(?:\s?\d{1,2}\s?日)?")
_NAME = "日期"


def impossible_dates(case: Case) -> Iterator[tuple[str, str, Evidence | None]]:
    """Of each its field's name (else 日期), the words, and where they stand; none of a scan, which may be misread."""
    if case.submission.recognised:
        return
    seen: set[str] = set()
    for field in case.submission.form_fields:
        if _LABEL.search(field.label or field.name):
            for words in _impossible(value_text(field), in_full=False):
                if words not in seen:
                    seen.add(words)
                    place = field.value_evidence
                    yield field.name, words, narrow(place, words) if place is not None else None
    for passage in case.submission.passages:
        for words in _impossible(passage.text, in_full=True) if passage.role is not Role.INSTRUCTIONS else ():
            if words not in seen:
                seen.add(words)
                yield _NAME, words, narrow(passage.evidence, words)


def _impossible(text: str, *, in_full: bool) -> Iterator[str]:
    yield from _NO_MONTH.findall(text)
    for mention in find_dates(text):
        words = text[mention.start : mention.end].strip()
        if mention.impossible and (not in_full or _IN_FULL.search(words)):
            yield words
