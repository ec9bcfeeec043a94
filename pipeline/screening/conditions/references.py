"""References asked for (近三年不少于3项同类业绩), counted in the application's table of them."""

import re
from datetime import date

from extractors.values.han_numerals import han_value
from pipeline.screening.application.parts import narrow, own_and_below
from pipeline.screening.case import Case, conclude, filed_on, page_of
from pipeline.screening.claims.metrics import COUNT_UNITS
from pipeline.screening.dates import last_day, times, years_before
from pipeline.screening.proofs.asked_years import since
from schemas.evidence import Evidence
from schemas.finding import Finding
from schemas.notice import Obligation
from schemas.outline import Role

_ASKED = re.compile(r"业绩|案例|类似项目|同类项目|项目经验")
_TABLE = re.compile(r"(?:业绩|案例|类似项目|同类项目)(?:一览|情况|清单|汇总|列表|介绍)*(?:表)?$")
_STATED = re.compile(
    r"(?:案例|业绩|项目)(?:数量|总数|数)?(?:共计?|为|共?有|计)+\s?(?P<number>\d{1,3}|[一二两三四五六七八九十]{1,3})\s?[个项]"
)
_ITEM = re.compile(r"[①-⑳]|(?<![\d（(])[（(]\d{1,2}[)）]")
_SIGNED = re.compile(r"签订|签署|签约")
_LEAST_ITEMS, _SHOWN = 2, 24  # items of a list; characters that show which
_ROW = re.compile(r"^\s*\d{1,2}[\t 、.．].*$", re.MULTILINE)
_RECENT = re.compile(r"[近前]([一二两三四五1-5])(?:个)?年")


def judge(case: Case, obligation: Obligation) -> Finding | None:
    """Met or not by the rows of the table that fall into the time asked for, else by the number that the chapter of
    references states (案例为1个); None where there is neither.

    A sum of money (业绩合同额不低于500万元) is no number of rows.
    """
    required = obligation.target
    counts = required is not None and (required.unit or "个") in COUNT_UNITS
    if required is None or not counts or not _ASKED.search(obligation.name) or required.comparator not in (">=", ">"):
        return None
    listed = _listed(case)
    if listed is None:
        return _by_items(case, obligation, required.value) or _by_statement(case, obligation, required.value)
    rows, found = listed
    first = _first_day(case, obligation.name)
    counted = [row for row in rows if first is None or _within(row, first)]
    where = page_of(found, "申报材料")
    said = f"业绩表列有{len(counted)}项{'（在规定时间以内）' if len(counted) < len(rows) else ''}{where}"
    if len(counted) > required.value or (len(counted) == required.value and required.comparator == ">="):
        return conclude(obligation, "met", f"{said}，内容是否同类请核对。", found=found, confidence=0.7)
    text = f"{said}，未达到“{obligation.name}”的要求。"
    return conclude(obligation, "insufficient", text, found=found, confidence=0.7)


def _by_statement(case: Case, obligation: Obligation, least: float) -> Finding | None:
    """Fewer than asked for by the applicant's own words; as many may lie outside the time asked for."""
    for index, section in enumerate(case.submission.sections):
        stated = (
            _STATED.search(own_and_below(case.submission.sections, index)) if _TABLE.search(section.title) else None
        )
        number = han_value(stated["number"]) if stated is not None else None
        if stated is not None and number is not None and number < least:
            said = f"申报材料写明“{stated.group()}”{page_of(section.evidence, '申报材料')}"
            text = f"{said}，未达到“{obligation.name}”的要求。"
            return conclude(obligation, "insufficient", text, found=section.evidence, confidence=0.65)
    return None


def _by_items(case: Case, obligation: Obligation, least: float) -> Finding | None:
    """Fewer in time among the items (①…；②…) that an entry for the works lists with their dates; None for enough.

    Where the contract has to be signed in time, the day of signing counts: the first of two, or the one so called.
    """
    first = _first_day(case, obligation.name)
    signed = _SIGNED.search(obligation.name) is not None
    for passage in case.submission.passages if first is not None else ():
        items = _ITEM.split(passage.text)[1:]
        told = passage.role is not Role.INSTRUCTIONS and _ASKED.search(_ITEM.split(passage.text)[0]) is not None
        if not told or len(items) < _LEAST_ITEMS or first is None or not all(any(times(one)) for one in items):
            continue
        late = [one for one in items if not _too_early(one, first, signed=signed)]
        if len(late) < least and len(items) >= least:
            early = next(one for one in items if one not in late)
            found = narrow(passage.evidence, early[:_SHOWN].strip())
            text = (
                f"所列业绩中在{first.year}年{first.month}月{first.day}日以后的只有{len(late)}项"
                f"{page_of(found, '申报材料')}，未达到“{obligation.name}”的要求。"
            )
            return conclude(obligation, "insufficient", text, found=found, confidence=0.65)
    return None


def _too_early(item: str, first: date, *, signed: bool) -> bool:
    named = list(times(item))
    if signed:
        said = _SIGNED.search(item) is not None
        return (said or len(named) > 1) and named[0].last < first
    return max(span.last for span in named) < first


def _listed(case: Case) -> tuple[list[str], Evidence] | None:
    """The numbered rows under the heading of the references, two columns at least, and the heading."""
    for index, section in enumerate(case.submission.sections):
        if _TABLE.search(section.title):
            rows = [row.group() for row in _ROW.finditer(own_and_below(case.submission.sections, index))]
            if rows and all("\t" in row for row in rows):
                return rows, section.evidence
    return None


def _first_day(case: Case, words: str) -> date | None:
    """The first day that counts: 2023年1月1日以来, else so many years before the application (近三年)."""
    if (named := since(words)) is not None:
        return named
    recent, filed = _RECENT.search(words), last_day(filed_on(case) or "")
    return years_before(filed, int(han_value(recent.group(1)) or 0)) if recent is not None and filed else None


def _within(row: str, first: date) -> bool:
    """The row names no time, or one that is late enough."""
    named = [span.last for span in times(row)]
    return not named or max(named) >= first
