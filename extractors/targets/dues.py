"""By when (完成时限): the date a target has to be reached by, read around it."""

import re
from bisect import bisect_left
from functools import lru_cache

from extractors.text.marks import NUMBERED

_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_YEAR = r"(?P<year>20[0-9]{2}|二[〇○零][〇○零一二三四五六七八九]{2})\s?年"
_MONTH_DAY = r"(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>[12][0-9]|3[01]|0?[1-9])日)?"
_DUE = re.compile(rf"{_YEAR}(?:(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度|{_MONTH_DAY})?")
# 2018年1月1日以后开工, 2026年6月1日以前正式注册: since when, or before which day, a state holds.
_SINCE = re.compile(
    r"\s?(?:(?:[之以]后|以来|起(?!止))|[之以]?前(?![^，。；]{0,8}(?:完成|取得|获得|实现|通过))[^，。；]{0,8}(?:注册|登记|开工|出生|入职|(?:成立|设立)(?=的|[，。；]|$)))"
)
_QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}
_ITEM_END = re.compile(r"[。；;\n]")
_AT_HEAD = re.compile(
    rf"\W{{0,6}}(?:{NUMBERED})?\s{{0,4}}(?:我[们方]|本?项目)?(?:拟|将|计划|预计|力争)?(?:截至|截止|直至|到|至|在|于)?\s{{0,4}}"
)
_BACK, _FAR = 12, 200  # dates, and characters before a date, that are looked at
# 2024年1月至6月: the second month is the one that binds.
_TO_MONTH = re.compile(r"(?:初|上旬|中旬)?\s?[至到—–-]\s?(?:20[0-9]{2}年)?(1[0-2]|0?[1-9])月")


def due_before(text: str, start: int, at: int) -> str | None:
    """The last date named in ``text[start:at]``: ``2025``, ``2025-06`` or an ISO date; None where there is none.

    A date inside an item holds up to the item's end only (到2027年，规模达到150架，2028年扩至220架；重量55克): behind
    it the one at the head of an item holds again.
    """
    dates = _dates(text)
    index = bisect_left(dates, at, key=lambda match: match.start())
    if index == 0 or dates[index - 1].start() < start:
        return None
    last = dates[index - 1]
    if last.end() > at:  # the figure begins inside
        shorter = _DUE.match(text, last.start(), at)
        return due_of(shorter, text, at) if shorter else None
    if not _heads(text, last) and _ITEM_END.search(text, last.end(), at) is not None:
        last = next(
            (date for date in reversed(dates[max(0, index - _BACK) : index]) if _leads(text, date, start)), last
        )
    return due_of(last, text, at)


def _leads(text: str, date: re.Match[str], start: int) -> bool:
    return date.start() >= start and _heads(text, date)


def _heads(text: str, date: re.Match[str]) -> bool:
    """The date stands at the head of its item."""
    low = max(0, date.start() - _FAR)
    begin = max(text.rfind(mark, low, date.start()) for mark in "。；;\n") + 1
    return _AT_HEAD.fullmatch(text, begin or low, date.start()) is not None


@lru_cache(maxsize=256)
def _dates(text: str) -> tuple[re.Match[str], ...]:
    """The dates of a stretch: every figure in it asks for the one before."""
    return tuple(match for match in _DUE.finditer(text) if _SINCE.match(text, match.end()) is None)


def due_in(text: str) -> str | None:
    """The last date in a short text such as a table's head (2027年目标) or cell (2026年12月)."""
    return due_before(text, 0, len(text))


def due_of(match: re.Match[str], text: str, stop: int) -> str:
    """The date of a match, in the precision that is printed; a half year or a quarter is its last month."""
    year = match["year"].translate(_HAN_DIGITS)
    if match["half"]:
        return f"{year}-{'06' if match['half'] == '上' else '12'}"
    if match["quarter"]:
        return f"{year}-{_QUARTERS[match['quarter']]:02d}"
    if match["month"]:
        month = int(match["month"])
        if match["day"]:
            return f"{year}-{month:02d}-{int(match['day']):02d}"
        later = _TO_MONTH.match(text, match.end(), stop)
        return f"{year}-{int(later.group(1)) if later else month:02d}"
    return year
