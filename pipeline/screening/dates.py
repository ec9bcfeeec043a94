"""Dates of a work plan: when it begins and when it ends."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extractors.text.marks import COUNT
from extractors.values.dates import find_dates
from extractors.values.han_numerals import han_value

_TO = r"\s*(?:至|到|[-—–~～－]+)\s*"
# 2028年度（1月至6月）, 2028年：1月至6月: in a plan it is the year itself
_OF_ACCOUNT = re.compile(r"(?<=年)(?:度[（(]?|度?\s?[:：]\s?(?=\d{1,2}月))")
_NO_MONTH = re.compile(r"\s?\d{1,2}月")  # 2027年13月
# 2027年初 is its first quarter, 2026年底 its last month.
_MONTHS_OF_PART = {"初": (1, 3), "底": (12, 12), "末": (12, 12)}
_FIRST_PART, _LAST_PART = re.compile(r"[^年]{2,5}年?年\s?(?P<part>[初底末])"), re.compile(r"年\s?(?P<part>[初底末])$")
_PERIOD = re.compile(r"季度|半年")  # one quarter is no stretch, 第一至三季度 is
# 2027年第一季度（至2月20日）
_UNTIL = re.compile(r"\s?[（(][^（）()]{0,8}?[至到](?P<month>\d{1,2})月(?P<day>\d{1,2})日[）)]")


@dataclass(frozen=True, slots=True)
class Span:
    """A time named in a text: its first and last day, the words, and whether a month or quarter is named.

    A stretch names its two ends (2026年7月至2027年6月); a day, a month, a quarter, a half or whole year is none.
    """

    first: date
    last: date
    words: str
    exact: bool
    stretch: bool = False


def times(text: str) -> Iterator[Span]:
    """The times that a text names with their year, in order; impossible ones are left out."""
    for mention in find_dates(_OF_ACCOUNT.sub(_blanks, text.replace("\t", " "))):
        first, last = mention.first, mention.final
        words = text[mention.start : mention.end].rstrip()
        if first.year is None or last.year is None or mention.impossible or _NO_MONTH.match(text, mention.end):
            continue
        begins = date(first.year, first.month or _month(_FIRST_PART.match(words), 0) or 1, first.day or 1)
        named = last.month or _month(_LAST_PART.search(words), 1)
        ends = _day(last.year, named or 12, last.day)
        until = _UNTIL.match(text, mention.end) if last.day is None else None
        if until is not None and begins.month <= int(until["month"]) <= ends.month:
            ends = _day(ends.year, int(until["month"]), int(until["day"]))
        two = mention.last is not None and (_PERIOD.search(words) is None or re.search(_TO, words) is not None)
        yield Span(begins, ends, words, named is not None, two)


def _month(part: re.Match[str] | None, end: int) -> int | None:
    """The first month (``end`` 0) or the last (1) of 年初, 年底; None where the year is named alone."""
    return _MONTHS_OF_PART[part["part"]][end] if part is not None else None


def ends_named(span: Span) -> int:
    """2 for a stretch of time, else 1."""
    return 1 + span.stretch


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match.group())


def reversed_range(text: str) -> str | None:
    """The words of the first stretch of time that ends before it begins; None where none does."""
    return next((text[m.start : m.end] for m in find_dates(text) if m.reversed), None)


# 第23—27个月, 7—12个月, T+18个月, M7—M12: months counted from the start, none of the calendar's.
_COUNTED = re.compile(
    rf"第\s?(?:{COUNT}\s?(?:个?月)?{_TO}第?\s?)?(?P<a>{COUNT})\s?个?月"
    rf"|(?<![\d.年月])\d{{1,2}}{_TO}(?P<b>\d{{1,2}})\s?个月"
    rf"|(?<![A-Za-z\d])(?:T\s?\+\s?(?:\d{{1,2}}{_TO}(?:T\s?\+\s?)?)?|M\d{{1,2}}{_TO}M?)(?P<c>\d{{1,2}})(?![\dA-Za-z.])"
)


def counted_months(text: str) -> Iterator[tuple[int, str]]:
    """The last month of each stage of a plan that counts its months, with the words."""
    for match in _COUNTED.finditer(text):
        last = han_value(match["a"] or match["b"] or match["c"])
        if last is not None:
            yield int(last), match.group()


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


def months_before(day: date, months: int) -> date:
    """The same day so many months before, or that month's last one."""
    whole = day.year * 12 + day.month - 1 - months
    return _day(whole // 12, whole % 12 + 1, day.day)


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
