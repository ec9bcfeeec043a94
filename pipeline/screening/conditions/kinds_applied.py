"""Which kind of support the form's boxes apply for (申请类别：√ 评估奖励), where a paper is asked of one kind only."""

import re

from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, value_text
from schemas.facts import FormField

_KIND = re.compile(r"(?:申请|申报|受理|奖励|资助|补助|补贴|项目|专题|揭榜)(?:类别|类型|项目|种类|方式|事项)")
_SHORTEST = 4  # characters of a kind's name


def applies_for(case: Case, condition: str) -> bool | None:
    """Whether the kind that the condition names is ticked; None where no box has that name, or none is ticked."""
    asked = squeeze(condition)
    for field in case.submission.form_fields:
        named = {one for one in _names(field.options) if one in asked} if _is_on_kinds(field) else set()
        ticked = set(_names(field.value if isinstance(field.value, tuple) else (value_text(field),)))
        if named and ticked:
            return bool(named & ticked)
    return None


def _is_on_kinds(field: FormField) -> bool:
    return len(field.options) > 1 and _KIND.search(field.label or field.name) is not None


def _names(options: tuple[str, ...]) -> list[str]:
    names = (squeeze(option).strip("：:") for option in options)
    return [name for name in names if len(name) >= _SHORTEST]
