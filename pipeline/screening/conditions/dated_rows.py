"""Conditions on when things were bought or sold (购置时间应在某日至某日), told by the dates in a table's rows."""

import re
from collections.abc import Iterator
from datetime import date

from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, conclude, page_of
from pipeline.screening.dates import in_words
from schemas.evidence import Evidence
from schemas.facts import ListTable
from schemas.finding import Finding
from schemas.notice import Obligation

_DAY = r"20\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日"
# 设备的购置时间应在2025年1月1日至2025年10月31日
_WINDOW = re.compile(
    r"(?P<act>购置|购买|采购|销售|签订|签署|交付|开具|授权|登记|发表|获奖|取得|投产)(?:的)?(?:时间|日期)(?:应当?|须|需)?(?:在|为|介于)"
    rf"(?P<from>{_DAY})\s?(?:至|到|[-—–~～])\s?(?P<to>{_DAY})"
)
_DATED = re.compile(r"日期|时间")
_PAPER = re.compile(r"发票|合同")  # 以发票时间为准: whose date counts
_OTHERS = re.compile(r"计划|预计|拟|预期|现有|已有|原有|自有|既有")  # what is yet to come, or was there before
_PARTS = re.compile(r"(?P<year>20\d\d)\s?[年./-]\s?(?P<month>\d{1,2})\s?[月./-]\s?(?P<day>\d{1,2})(?!\d)")


def judge(case: Case, obligation: Obligation) -> Finding | None:
    """Invalid where a row's date lies outside, met where all lie inside; None for others, or without dates."""
    match = _WINDOW.search(obligation.name)
    first, last = (_day(match["from"]), _day(match["to"])) if match is not None else (None, None)
    if match is None or first is None or last is None:
        return None
    papers = frozenset(_PAPER.findall(obligation.name))
    dates = [each for table in case.submission.lists for each in _dates(table, match["act"], papers)]
    outside = next(((day, row) for day, row in dates if not first <= day <= last), None)
    if not dates:
        return None
    if outside is None:
        text = f"申报材料所列{match['act']}日期均在{in_words(first)}至{in_words(last)}之间。"
        return conclude(obligation, "met", text, confidence=0.7)
    day, row = outside
    found = _place(case, row)
    what = "、".join(cell for cell in row[:3] if cell and not cell.isdigit())
    text = (
        f"“{what}”的{match['act']}日期为{in_words(day)}{page_of(found, '申报材料')}，"
        f"不在{in_words(first)}至{in_words(last)}之间，不符合条件。"
    )
    return conclude(obligation, "invalid", text, found=found, confidence=0.75)


def _dates(table: ListTable, act: str, papers: frozenset[str]) -> Iterator[tuple[date, tuple[str, ...]]]:
    """The days under the head that names the act, or the paper whose date counts in a table of the act; with rows."""
    of_act = act in table.name or any(act in head for head in table.columns)
    for column, head in enumerate(table.columns):
        named = act in head or (of_act and any(paper in head for paper in papers))
        if not named or not _DATED.search(head) or _OTHERS.search(head + table.name.partition("（")[0]):
            continue
        for row in table.rows:
            said = _PARTS.findall(row[column]) if column < len(row) else []
            day = _day(row[column]) if len(said) == 1 else None  # of several none is known to count
            if day is not None:
                yield day, row


def _day(words: str) -> date | None:
    match = _PARTS.search(words)
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"])) if match is not None else None
    except ValueError:  # 2月30日
        return None


def _place(case: Case, row: tuple[str, ...]) -> Evidence | None:
    """Where the row stands."""
    said = next((cell for cell in row if _PARTS.search(cell)), "")
    cells = [cell for cell in row if cell]
    for passage in case.submission.passages:
        if said in passage.text and all(cell in passage.text for cell in cells):
            return narrow(passage.evidence, said)
    return None
