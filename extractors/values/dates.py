"""Dates (日期): every printed form with the precision that is printed; a range with its times is one mention."""

import re
from dataclasses import dataclass, replace

from extractors.values.clock import clock_at
from extractors.values.date_forms import (
    BEGIN,
    FORMS,
    HAN_DIGITS,
    JOINT,
    LONE_DAY,
    LONE_MONTH,
    NUMERIC_END,
    PART_FORM,
    PERIOD_END,
    TURN,
    WEEKDAY,
    YEAR_MONTH_END,
)


@dataclass(frozen=True, slots=True)
class Date:
    """What is printed of a date; None is not printed. ``at`` is the time ``HH:MM`` that stands behind it.

    A day that no calendar has (2月30日) stays as it is printed: ``possible`` is False, and it has no ISO date.
    """

    year: int | None
    month: int | None = None
    day: int | None = None
    at: str | None = None

    @property
    def possible(self) -> bool:
        """Is there such a day? 29 February counts where no year is printed."""
        return self.month is None or self.day is None or self.day <= _days(self.year, self.month)

    @property
    def iso(self) -> str | None:
        """``2025``, ``2025-06`` or ``2025-06-30``; None where no year is printed, or no calendar has the day."""
        if self.year is None or not self.possible:
            return None
        parts = [f"{self.year}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
            if self.day is not None:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)

    @property
    def month_day(self) -> str | None:
        """``07-21`` where no year is printed, ``02-30`` where no calendar has the day, else None."""
        if (self.year is not None and self.possible) or self.month is None or self.day is None:
            return None
        return f"{self.month:02d}-{self.day:02d}"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date, or a range from ``first`` to ``last``: half-open offsets into the text searched."""

    start: int
    end: int
    first: Date
    last: Date | None = None

    @property
    def final(self) -> Date:
        """The last day meant."""
        return self.last or self.first

    @property
    def impossible(self) -> bool:
        """A day is printed that no calendar has."""
        return not (self.first.possible and self.final.possible)

    @property
    def reversed(self) -> bool:
        """The range ends before it begins, as printed; it is not turned round."""
        first, last = self.first, self.final
        if first.year is None or last.year is None:
            return False
        begins, ends = (first.year, first.month or 1, first.day or 1), (last.year, last.month or 12, last.day or 31)
        return ends < begins


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[DateMention]:
    """The dates of ``text[start:end]`` in order, not overlapping; impossible and reversed ones say so themselves."""
    stop = len(text) if end is None else end
    found: list[DateMention] = []
    at = start
    while (begin := BEGIN.search(text, at, stop)) is not None:
        mention = _mention(text, begin.start(), stop)
        if mention is None:
            at = begin.start() + 1
        else:
            found.append(mention)
            at = mention.end
    return found


def with_year(date: Date, year: int | None) -> Date:
    """The date in the document's year where it prints none: an inference that the caller has to mark as one."""
    return date if date.year is not None or year is None else replace(date, year=year)


def _mention(text: str, at: int, stop: int) -> DateMention | None:
    one = _one(text, at, stop)
    if one is None:
        return None
    first, end = one
    if PERIOD_END.search(text, at, end):
        return _period(text, at)
    joint = JOINT.match(text, end, stop)
    second = _second(text, joint.end(), stop, first) if joint else None
    if second is None:
        return DateMention(at, end, first)
    last, end = second
    # 3月1日至2025年3月15日: the year stands at the end only.
    if first.year is None and last.year is not None:
        first = replace(first, year=last.year)
    return DateMention(at, end, first, last)


def _period(text: str, at: int) -> DateMention | None:
    """A half year, a quarter or several (2025年1-3季度): the first and the last month."""
    match = PART_FORM.match(text, at)
    if match is None:
        return None
    last = _number(match["quarter"]) if match["quarter"] else 0
    first = _number(match["from"]) if match["from"] else last
    months = (1, 6) if match["half"] == "上" else (7, 12) if match["half"] else (3 * first - 2, 3 * last)
    year = _date(match)
    if year is None:
        return None
    return DateMention(at, match.end(), *(replace(year, month=month) for month in months))


def _one(text: str, at: int, stop: int) -> tuple[Date, int] | None:
    """The date that begins at ``at`` with its weekday and time, and where it ends."""
    for form in FORMS:
        match = form.match(text, at, stop)
        date = _date(match) if match else None
        if match is not None and date is not None:
            return _timed(text, date, match.end(), stop)
    return None


def _timed(text: str, date: Date, end: int, stop: int) -> tuple[Date, int]:
    weekday = WEEKDAY.match(text, end, stop)
    end = weekday.end() if weekday else end
    clock = clock_at(text, end, stop) if date.day is not None else None
    return (replace(date, at=clock.at), clock.end) if clock else (date, end)


def _second(text: str, at: int, stop: int, first: Date) -> tuple[Date, int] | None:
    """The end of a range; what it leaves out (年, 月) is that of its beginning."""
    one = _one(text, at, stop)
    if one is not None:
        date, end = one
        return (_following(first, date), end)
    numeric = NUMERIC_END.match(text, at, stop) if first.day is not None and text[at - 1] not in "日号" else None
    until = _date(numeric) if numeric is not None else None
    if numeric is not None and until is not None:
        return _timed(text, _following(first, until), numeric.end(), stop)
    month = LONE_MONTH.match(text, at, stop)
    if month is not None and first.day is None:
        return _following(first, Date(None, _number(month["month"]))), month.end()
    ending = YEAR_MONTH_END.match(text, at, stop)
    if ending is not None and first.day is None and text[at - 1] not in "年月":
        return Date(int(ending["year"]), int(ending["month"]) if ending["month"] else None), ending.end()
    day = LONE_DAY.match(text, at, stop)
    if day is not None and first.day is not None:
        return _timed(text, Date(first.year, first.month, _number(day["day"])), day.end(), stop)
    clock = clock_at(text, at, stop) if first.at is not None else None
    return (replace(first, at=clock.at), clock.end) if clock else None


def _following(first: Date, last: Date) -> Date:
    """11月20日至1月10日 ends in the year after its beginning."""
    if last.year is not None or first.year is None:
        return last
    earlier = (last.month or 12, last.day or 31) < (first.month or 1, first.day or 1)
    return replace(last, year=first.year + (1 if earlier else 0))


def _date(match: re.Match[str]) -> Date | None:
    groups = match.groupdict()
    printed = groups.get("year") or groups.get("bare")
    year = int(printed) if printed else _han_year(groups.get("han_year"))
    if groups.get("short"):
        year = _century(int(groups["short"]))
    month = _number(groups["month"]) if groups.get("month") else None
    day = _number(groups["day"]) if groups.get("day") else None
    return Date(year, month, day)


def _century(short: int) -> int:
    """25 -> 2025, 98 -> 1998."""
    return (2000 if short < TURN else 1900) + short


def _days(year: int | None, month: int) -> int:
    if month == 2:
        return 29 if year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _han_year(words: str | None) -> int | None:
    if not words:
        return None
    year = int("".join(str(HAN_DIGITS[char]) for char in words))
    return year if 1900 <= year < 2100 else None


def _number(words: str) -> int:
    """12, 十二, 二十, 三十一 -> int."""
    if words.isdigit():
        return int(words)
    tens, ten, ones = words.partition("十")
    if not ten:
        return HAN_DIGITS[words]
    return (HAN_DIGITS[tens] if tens else 1) * 10 + (HAN_DIGITS[ones] if ones else 0)
