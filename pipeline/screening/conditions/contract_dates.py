"""Works done under contracts of a certain time (2021年3月16日以后签订合同), told by the form's own list of them."""

import re
from collections.abc import Iterator

from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, conclude, page_of, value_text
from pipeline.screening.dates import Span, in_words, times
from pipeline.screening.proofs.asked_years import since
from schemas.evidence import Evidence
from schemas.finding import Finding
from schemas.notice import Obligation
from schemas.outline import Role

_SIGNED = re.compile(r"签订|签署|签约")
_OF_WORKS = re.compile(r"业绩|案例|承担过|完成过|实施过|类似项目|同类项目")
_WORKS = re.compile(r"业绩|案例|类似项目|同类项目")
# 合同签订日期2019年8月12日, 2019年8月12日签订
_BEFORE = re.compile(r"(?:签订|签署|签约)(?:日期|时间|日)?[^，。；;\d]{0,4}$")
_BEHIND = re.compile(r"\s?(?:与[^，。；;]{2,24})?(?:签订|签署|签约)")


def judge(case: Case, obligation: Obligation) -> Finding | None:
    """Invalid where all contracts of the form's works were signed too early; None for others, or without dates.

    A later one says that there is one in time, and nothing of what it was for.
    """
    first = since(obligation.name)
    if first is None or not (_SIGNED.search(obligation.name) and _OF_WORKS.search(obligation.name)):
        return None
    signed = [(span, place) for words, place in _told(case) for span in _signed(words)]
    if not signed:
        return None
    latest, place = max(signed, key=lambda one: one[0].last)
    if latest.last >= first:
        return None
    found = narrow(place, latest.words)
    text = (
        f"申报材料所列业绩的合同签订时间为{latest.words}{page_of(found, '申报材料')}，"
        f"早于{in_words(first)}，不符合“{obligation.name}”的条件。"
    )
    return conclude(obligation, "invalid", text, found=found, confidence=0.75)


def _told(case: Case) -> Iterator[tuple[str, Evidence]]:
    """The form's fields for earlier works, and its lines below a head for them."""
    for field in case.submission.form_fields:
        if _WORKS.search(field.label or field.name) and field.value_evidence is not None:
            yield value_text(field), field.value_evidence
    for passage in case.submission.passages:
        if passage.role is Role.FORM and passage.path and _WORKS.search(passage.path[-1]):
            yield passage.text, passage.evidence


def _signed(value: str) -> list[Span]:
    """The days on which something was signed; [] where one is not said to be such."""
    found, at = [], 0
    for span in times(value):
        start = value.find(span.words, at)
        at = start + len(span.words)
        if start < 0 or not (_BEFORE.search(value[:start]) or _BEHIND.match(value, at)):
            return []
        found.append(span)
    return found
