"""References asked for (近三年不少于3项同类业绩), counted in the application's table of them."""

import re
from datetime import date

from pipeline.screening.answers.parts import own_and_below
from pipeline.screening.case import Case, conclude, filed_on, page_of
from pipeline.screening.dates import add_duration, last_day, times
from schemas.evidence import Evidence
from schemas.finding import Finding
from schemas.notice import Obligation

_ASKED = re.compile(r"业绩|案例|类似项目|同类项目|项目经验")
_TABLE = re.compile(r"(?:业绩|案例|类似项目|同类项目)(?:一览|情况|清单|汇总|列表|介绍)*(?:表)?$")
_ROW = re.compile(r"^\s*\d{1,2}[\t 、.．].*$", re.MULTILINE)
_SINCE = re.compile(r"(20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?)(?:以|之)?[来后起]")
_RECENT = re.compile(r"[近前]([一二两三四五1-5])(?:个)?年")
_YEARS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5} | {str(n): n for n in range(1, 6)}


def judge(case: Case, obligation: Obligation) -> Finding | None:
    """Met or not by the rows of the table that fall into the time asked for; None where there is no such table."""
    required = obligation.target
    listed = _listed(case) if required is not None and _ASKED.search(obligation.name) else None
    if required is None or listed is None or required.comparator not in (">=", ">"):
        return None
    rows, found = listed
    since = _since(case, obligation.name)
    counted = [row for row in rows if since is None or _within(row, since)]
    where = page_of(found, "申报材料")
    said = f"业绩表列有{len(counted)}项{'（在规定时间以内）' if len(counted) < len(rows) else ''}{where}"
    if len(counted) > required.value or (len(counted) == required.value and required.comparator == ">="):
        return conclude(obligation, "met", f"{said}，内容是否同类请核对。", found=found, confidence=0.7)
    text = f"{said}，未达到“{obligation.name}”的要求。"
    return conclude(obligation, "insufficient", text, found=found, confidence=0.7)


def _listed(case: Case) -> tuple[list[str], Evidence] | None:
    """The numbered rows under the heading of the references, two columns at least, and the heading."""
    for index, section in enumerate(case.submission.sections):
        if _TABLE.search(section.title):
            rows = [row.group() for row in _ROW.finditer(own_and_below(case.submission.sections, index))]
            if rows and all("\t" in row for row in rows):
                return rows, section.evidence
    return None


def _since(case: Case, words: str) -> date | None:
    """The first day that counts: 2023年1月1日以来, else so many years before the application (近三年)."""
    named = _SINCE.search(words)
    if named is not None:
        return min((span.first for span in times(named.group(1))), default=None)
    recent, filed = _RECENT.search(words), last_day(filed_on(case) or "")
    years = _YEARS.get(recent.group(1)) if recent is not None else None
    return add_duration(filed.replace(year=filed.year - years), "P0D") if filed is not None and years else None


def _within(row: str, since: date) -> bool:
    """The row names no time, or one that is late enough."""
    named = [span.last for span in times(row)]
    return not named or max(named) >= since
