"""The day of birth that a person's identity number holds (GB 11643) against the one written beside it."""

import re

from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, value_text
from schemas.facts import FormField

# One that is partly hidden (3301************12) says nothing.
_NUMBER = re.compile(
    r"(?<![\dA-Za-z])\d{6}(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)\d{3}[\dXx](?![\dA-Za-z])"
)
_OF_NUMBER = re.compile(r"(?:居民)?身份证(?:件)?(?:号码?)?|证件号码?|公民身份号码")
_OF_BIRTH = re.compile(r"出生(?:年月日?|日期|时间)")
_LUNAR = re.compile(r"农历|阴历")
_BORN = re.compile(r"(?P<year>(?:19|20)\d\d)\s*[年./-]\s*(?P<month>\d{1,2})(?:\s*[月./-]\s*(?P<day>\d{1,2}))?")


def other_birth(case: Case, field: FormField, name: str) -> str | None:
    """What is wrong with the number in the field of that name, in words behind it; None where nothing is.

    The birth is that of the same person: 项目负责人出生年月 for 项目负责人身份证号.
    """
    number = _NUMBER.search(squeeze(value_text(field)))
    told = _birth_of(case, _OF_NUMBER.sub("", name)) if number is not None else None
    born = _BORN.search(told) if told is not None else None
    if number is None or told is None or born is None or _LUNAR.search(told) is not None:
        return None
    parts = ((int(number[part]), int(born[part])) for part in ("year", "month", "day") if born[part])
    if all(held == said for held, said in parts):
        return None
    held = f"{number['year']}年{int(number['month'])}月{int(number['day'])}日"
    return f"其中的出生日期为{held}，与所填出生时间“{told.strip()[:12]}”不一致"


def is_number(name: str) -> bool:
    """The field of that name asks for an identity number."""
    return _OF_NUMBER.search(name) is not None


def _birth_of(case: Case, person: str) -> str | None:
    """The one answer to the form's question when this person was born."""
    asked = (one for one in case.of("form_field") if _OF_BIRTH.search(one.name))
    same = [case.fields.get(one.id) for one in asked if _OF_BIRTH.sub("", one.name) == person]
    told = {value_text(field) for field in same if field is not None}
    return next(iter(told)) if len(told) == 1 else None
