"""Dates of a work plan: when it begins and when it ends."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_YEAR = r"(?P<year>20\d\d)\s*年"
_TO = r"\s*(?:至|到|[-—–~～－]+)\s*"
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_HALVES = {
    "上半年": (1, 6),
    "下半年": (7, 12),
    "年初": (1, 3),
    "年底": (12, 12),
    "年末": (12, 12),
    "初": (1, 3),
    "底": (12, 12),
    "末": (12, 12),
}

# Each alternative is one way to name a time; a percent or a year of a standard (GB/T 2020) has no 年.
_TIME = re.compile(
    _YEAR + r"(?:"
    r"\s*第?\s*(?P<q1>[一二三四1-4])\s*(?:季度)?" + _TO + r"第?\s*(?P<q2>[一二三四1-4])\s*季度"
    r"|\s*第?\s*(?P<quarter>[一二三四1-4])\s*季度"
    r"|\s*(?P<half>上半年|下半年|年?[底末初])"
    r"|(?:度?\s*[（(])?\s*(?P<m1>\d{1,2})\s*月?(?:\s*\d{1,2}\s*日)?"
    + _TO
    + r"(?P<m2>\d{1,2})\s*月(?!\s*\d{1,2}\s*年)(?:\s*(?P<d2>\d{1,2})\s*日)?"
    r"|\s*(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,2})\s*[日号])?"
    r"|(?P<only>))"
    r"|(?<!\d)(?P<year2>20\d\d)\s*[./-]\s*(?P<month2>0?[1-9]|1[0-2])(?!\d)(?:\s*[./-]\s*(?P<day2>\d{1,2})(?!\d))?"
    r"(?=\s*(?:$|[-—–~～－至到起止前底，。；：、,;:)）（(|\t\n]))"  # not 2025.5倍
)


# 2027年第一季度（至2月20日）
_UNTIL = re.compile(r"\s?[（(][^（）()]{0,8}?[至到](?P<month>\d{1,2})月(?P<day>\d{1,2})日[）)]")


@dataclass(frozen=True, slots=True)
class Span:
    """A time named in a text: its first and last day, the words, and whether a month or quarter is named."""

    first: date
    last: date
    words: str
    exact: bool


def times(text: str) -> Iterator[Span]:
    """The times that a text names, in order; impossible ones are left out."""
    for match in _TIME.finditer(text):
        found = _months(match)
        if found is not None:
            year, low, high, day, exact = found
            until = _UNTIL.match(text, match.end()) if day is None else None
            if until is not None and low <= int(until["month"]) <= high:
                high, day = int(until["month"]), int(until["day"])
            if 1 <= low <= 12 and 1 <= high <= 12:
                yield Span(date(year, low, 1), _day(year, high, day), match.group(), exact)


_FROM_TO = re.compile(
    r"(?P<y1>20\d\d)\s*[年./-]\s*(?P<m1>\d{1,2})\s*月?" + _TO + r"(?P<y2>20\d\d)\s*[年./-]\s*(?P<m2>\d{1,2})\s*月?"
)


def reversed_range(text: str) -> str | None:
    """The words of the first stretch of time that ends before it begins; None where none does."""
    for match in _FROM_TO.finditer(text):
        y1, m1, y2, m2 = (int(match.group(name)) for name in ("y1", "m1", "y2", "m2"))
        if (y2, m2) < (y1, m1) and max(m1, m2) <= 12:
            return match.group()
    return None


# 第23—27个月, 7—12个月, T+18个月, M7—M12: months counted from the start, none of the calendar's.
_COUNTED = re.compile(
    rf"第\s?(?:\d{{1,2}}\s?(?:个?月)?{_TO}第?\s?)?(?P<a>\d{{1,2}})\s?个?月"
    rf"|(?<![\d.年月])\d{{1,2}}{_TO}(?P<b>\d{{1,2}})\s?个月"
    rf"|(?<![A-Za-z\d])(?:T\s?\+\s?(?:\d{{1,2}}{_TO}(?:T\s?\+\s?)?)?|M\d{{1,2}}{_TO}M?)(?P<c>\d{{1,2}})(?![\dA-Za-z.])"
)


def counted_months(text: str) -> Iterator[tuple[int, str]]:
    """The last month of each stage of a plan that counts its months, with the words."""
    for match in _COUNTED.finditer(text):
        yield int(match["a"] or match["b"] or match["c"]), match.group()


# 自签约之日起12个月, 总工期10个月, 项目实施周期18个月: the whole plan in one number; not 结算周期3个月.
_OF_WORK = r"(?<![\u4e00-\u9fff])(?:本|项目|建设|实施|研发|研制|攻关|执行|合同|计划|总){0,3}(?:工期|周期)"
_WHOLE = re.compile(rf"(?:之?日起|签订后|签约后|{_OF_WORK})(?:为|约|共|：|:)?\s?(?P<number>\d{{1,2}})\s?个月")


def whole_months(text: str) -> tuple[int, str] | None:
    """How many months the whole plan takes, with the words; None where the text does not say."""
    match = _WHOLE.search(text)
    return (int(match["number"]), match.group()) if match is not None else None


def months_of(duration: str) -> int | None:
    """P2Y and P24M as 24; None for what is counted in weeks or days."""
    match = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?", duration)
    years, months = match.groups() if match else (None, None)
    return int(years or 0) * 12 + int(months or 0) if years or months else None


def _months(match: re.Match[str]) -> tuple[int, int, int, int | None, bool] | None:
    """Year, first month, last month, last day and exactness of one match."""
    part = match.groupdict()
    if part["year2"]:
        month, day = int(part["month2"]), part["day2"]
        return int(part["year2"]), month, month, int(day) if day else None, True
    year = int(part["year"])
    if part["q1"] or part["quarter"]:
        first, last = _QUARTERS[part["q1"] or part["quarter"]], _QUARTERS[part["q2"] or part["quarter"]]
        return year, first * 3 - 2, last * 3, None, True
    if part["half"]:
        low, high = _HALVES[part["half"]]
        return year, low, high, None, True
    if part["m1"]:
        return year, int(part["m1"]), int(part["m2"]), int(part["d2"]) if part["d2"] else None, True
    if part["month"]:
        return year, int(part["month"]), int(part["month"]), int(part["day"]) if part["day"] else None, True
    return year, 1, 12, None, False


def _day(year: int, month: int, day: int | None) -> date:
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(day, last) if day else last)


def add_duration(start: date, duration: str) -> date | None:
    """``start`` plus an ISO 8601 duration of years, months, weeks and days; None where it is not one."""
    match = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T.*)?", duration)
    if match is None or duration in ("P", "PT"):
        return None
    years, months, weeks, days = (int(part or 0) for part in match.groups())
    whole = start.year * 12 + start.month - 1 + years * 12 + months
    moved = _day(whole // 12, whole % 12 + 1, start.day)
    return date.fromordinal(moved.toordinal() + weeks * 7 + days)


def years_before(day: date, years: int) -> date:
    """The same day so many years before; of 29 February the 28th."""
    return _day(day.year - years, day.month, day.day)


def last_day(on: str) -> date | None:
    """The last day of an ISO date, ``2026-11`` or ``2026``; None where it is none of them."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", on)
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        return _day(int(year), int(month or 12), int(day) if day else None)
    except (ValueError, calendar.IllegalMonthError):
        return None


def first_day(on: str) -> date | None:
    """The first day of an ISO date, ``2026-11`` or ``2026``; None where it is none of them."""
    last = last_day(on)
    return last if last is None or on.count("-") == 2 else last.replace(month=last.month if "-" in on else 1, day=1)


def spoken_day(on: str) -> str:
    """2027 as 2027年, 2027-06 as 2027年6月, an ISO date with its day."""
    year, *rest = on.split("-")
    return f"{year}年" + "".join(f"{int(part)}{unit}" for part, unit in zip(rest, ("月", "日"), strict=False))


def in_words(day: date) -> str:
    """2025年5月13日."""
    return f"{day.year}年{day.month}月{day.day}日"
