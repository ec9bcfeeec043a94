"""Dates (日期): every printed form with the precision that is printed; a range with its times is one mention."""

import re
from dataclasses import dataclass, replace

from extractors.clock import clock_at

_HAN_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "О": 0, "Ο": 0, "O": 0}
_GAP = r"[ \u3000]{0,2}"
_HAN_DIGIT = "[〇○零OОΟ一二三四五六七八九]"
# 2025年, 二〇二五年. Not 2025年度 or 2025年报, no part of a longer number; 〔2025〕 has no 年.
_YEAR = rf"(?:(?P<year>(?<!\d)(?:19|20)\d{{2}})|(?P<han_year>[一二]{_HAN_DIGIT}{{3}})){_GAP}年(?!以[上内下]|级)"
_THIS_YEAR = r"(?P<this>本年|今年|当年)度?"
_MONTH = rf"(?<![\d第.一二三四五六七八九十])(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]){_GAP}月份?"
_MONTH_NUMBER = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY_NUMBER = r"3[01]|[12]\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九]"
_DAY = rf"(?P<day>{_DAY_NUMBER}){_GAP}[日号](?!以内)"
# 底, 末, 上旬: the month or year stays what is known.
_PART = r"(?:[年月]?[底末初]|[上中下]旬)?"
_FULL = rf"(?:{_YEAR}{_GAP}|{_THIS_YEAR}{_GAP})?{_MONTH}{_GAP}{_DAY}"
_FULL_MONTH = rf"(?:{_YEAR}|{_THIS_YEAR}){_GAP}{_MONTH}{_PART}"
_MONTH_END = rf"{_MONTH}(?:[底末]|[上中下]旬)"
# Not 2025年度: a year of account.
_FULL_YEAR = rf"{_YEAR}(?!度){_PART}"
# 2017.1.1, 2025-08-15, 2025/8/15, 2025.8.15日; no version (1.2.3), no tail of a number or a telephone.
_NUMERIC = (
    r"(?<![\d./])(?<!\D-)(?P<year>(?:19|20)\d{2})(?P<mark>[./-])(?P<month>1[0-2]|0?[1-9])"
    r"(?P=mark)(?P<day>3[01]|[12]\d|0?[1-9])(?![\d/]|\.\d|-\d(?!\d{3}[./-]|\d?[./]\d))日?"
)
# 2025.03—2026.12 in plans: a year and a month only as the ends of a range.
_YEAR_MONTH = (
    r"(?<![\d./])(?P<year>(?:19|20)\d{2})[./-](?P<month>1[0-2]|0?[1-9])(?![\d.])"
    rf"(?={_GAP}(?:-|－|—{{1,2}}|–|−|~|～|〜|至|到){_GAP}20\d{{2}})"
)
# 2023-2025年: the first year leaves 年 to the second.
_YEARS = rf"(?<![\d.])(?P<year>(?:19|20)\d{{2}})(?={_GAP}(?:-|－|—{{1,2}}|–|−|~|～|〜|至|到){_GAP}(?:19|20)\d{{2}}{_GAP}年(?!度))"
# 3月至5月, 3-5月: months alone count as a range only.
_MONTH_RANGE = (
    rf"(?<![\d第.一二三四五六七八九十〇零])(?P<month>{_MONTH_NUMBER})(?:{_GAP}月份?)?"
    rf"(?={_GAP}(?:-|－|—{{1,2}}|–|−|~|～|〜|至|到){_GAP}{_MONTH_NUMBER}{_GAP}月(?!{_GAP}\d))"
)
# 2018年1-9月: the first month leaves 月 to the second.
_MONTHS = rf"(?:{_YEAR}|{_THIS_YEAR}){_GAP}(?P<month>1[0-2]|[1-9])(?={_GAP}(?:-|－|—{{1,2}}|–|−|~|～|〜|至|到){_GAP}{_MONTH_NUMBER}月)"
# 25年6月30日: with its month behind it a year may have two digits.
_SHORT_YEAR = rf"(?<![\d.])(?P<short>\d{{2}})年(?=1?\d月)(?:{_MONTH}(?:{_GAP}{_DAY})?{_PART})"
# 2027年上半年, 2026年第三季度: from its first month to its last.
_PART_OF_YEAR = rf"(?:{_YEAR}|{_THIS_YEAR}){_GAP}(?:(?P<half>[上下])半年|第?(?P<quarter>[一二三四1-4])季度)(?:[初末]|底)?"
# 8.15日
_DOTTED = r"(?<![\d.])(?P<month>1[0-2]|0?[1-9])\.(?P<day>3[01]|[12]\d|0?[1-9])[ ]?日"
_FORMS = tuple(re.compile(form) for form in (_NUMERIC, _FULL, _FULL_MONTH, _MONTHS, _DOTTED, _MONTH_END, _PART_OF_YEAR, _SHORT_YEAR, _YEAR_MONTH, _FULL_YEAR, _YEARS, _MONTH_RANGE))
_PART_FORM, _PERIOD_END = re.compile(_PART_OF_YEAR), re.compile(r"(?:半年|季度)(?:[初末]|底)?$")
_TURN = 60  # 59 is 2059, 60 is 1960
# 2026.4.1—4.30, 2026/4/1-4/30: the end of a range in the marks of its beginning.
_NUMERIC_END = re.compile(r"(?P<month>1[0-2]|0?[1-9])[./](?P<day>3[01]|[12]\d|0?[1-9])(?![\d./%])")
_YEAR_MONTH_END = re.compile(r"(?P<year>20\d{2})(?:[./-](?P<month>1[0-2]|0?[1-9]))?(?![\d./年-])")
_LONE_DAY = re.compile(_DAY)
_LONE_MONTH = re.compile(_MONTH)
# Where a date may begin: the forms are tried there only.
_BEGIN = re.compile(
    rf"(?<!\d)(?=\d{{1,4}}(?:[./-]\d|{_GAP}(?:[年月]|[-－—–−~～〜至到]{{1,2}}{_GAP}\d)))|(?=[本今当]年)|(?=[一二三四五六七八九十]{_HAN_DIGIT}{{0,3}}十?{_GAP}[年月])"
)
_WEEKDAY = re.compile(r"[ ]?[（(][ ]?(?:周|星期|礼拜)[一二三四五六日天][ ]?[)）]")
_JOINT = re.compile(rf"{_GAP}(?:起|开始)?{_GAP}(?:-|－|—{{1,2}}|–|−|~|～|〜|至|到){_GAP}")


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
    while (begin := _BEGIN.search(text, at, stop)) is not None:
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
    if _PERIOD_END.search(text, at, end):
        return _period(text, at, end)
    joint = _JOINT.match(text, end, stop)
    second = _second(text, joint.end(), stop, first) if joint else None
    if second is None:
        return DateMention(at, end, first)
    last, end = second
    # 3月1日至2025年3月15日: the year stands at the end only.
    if first.year is None and last.year is not None:
        first = replace(first, year=last.year)
    return DateMention(at, end, first, last)


def _period(text: str, at: int, end: int) -> DateMention | None:
    """A half year or a quarter: its first and its last month."""
    match = _PART_FORM.match(text, at)
    if match is None:
        return None
    quarter = _number(match["quarter"]) if match["quarter"] else 0
    months = (1, 6) if match["half"] == "上" else (7, 12) if match["half"] else (3 * quarter - 2, 3 * quarter)
    year = _date(match)
    if year is None:
        return None
    first, last = (replace(year, month=month) for month in months)
    return DateMention(at, match.end(), first, last)


def _one(text: str, at: int, stop: int) -> tuple[Date, int] | None:
    """The date that begins at ``at`` with its weekday and time, and where it ends."""
    for form in _FORMS:
        match = form.match(text, at, stop)
        date = _date(match) if match else None
        if match is not None and date is not None:
            return _timed(text, date, match.end(), stop)
    return None


def _timed(text: str, date: Date, end: int, stop: int) -> tuple[Date, int]:
    weekday = _WEEKDAY.match(text, end, stop)
    end = weekday.end() if weekday else end
    clock = clock_at(text, end, stop) if date.day is not None else None
    return (replace(date, at=clock.at), clock.end) if clock else (date, end)


def _second(text: str, at: int, stop: int, first: Date) -> tuple[Date, int] | None:
    """The end of a range; what it leaves out (年, 月) is that of its beginning."""
    one = _one(text, at, stop)
    if one is not None:
        date, end = one
        return (_following(first, date), end)
    numeric = _NUMERIC_END.match(text, at, stop) if first.day is not None and text[at - 1] not in "日号" else None
    until = _date(numeric) if numeric is not None else None
    if numeric is not None and until is not None:
        return _timed(text, _following(first, until), numeric.end(), stop)
    month = _LONE_MONTH.match(text, at, stop)
    if month is not None and first.day is None:
        return _following(first, Date(None, _number(month["month"]))), month.end()
    ending = _YEAR_MONTH_END.match(text, at, stop)
    if ending is not None and first.day is None and text[at - 1] not in "年月":
        return Date(int(ending["year"]), int(ending["month"]) if ending["month"] else None), ending.end()
    day = _LONE_DAY.match(text, at, stop)
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
    year = int(groups["year"]) if groups.get("year") else _han_year(groups.get("han_year"))
    if groups.get("short"):
        year = _century(int(groups["short"]))
    month = _number(groups["month"]) if groups.get("month") else None
    day = _number(groups["day"]) if groups.get("day") else None
    return Date(year, month, day)


def _century(short: int) -> int:
    """25 -> 2025, 98 -> 1998."""
    return (2000 if short < _TURN else 1900) + short


def _days(year: int | None, month: int) -> int:
    if month == 2:
        return 29 if year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _han_year(words: str | None) -> int | None:
    if not words:
        return None
    year = int("".join(str(_HAN_DIGITS[char]) for char in words))
    return year if 1900 <= year < 2100 else None


def _number(words: str) -> int:
    """12, 十二, 二十, 三十一 -> int."""
    if words.isdigit():
        return int(words)
    tens, ten, ones = words.partition("十")
    if not ten:
        return _HAN_DIGITS[words]
    return (_HAN_DIGITS[tens] if tens else 1) * 10 + (_HAN_DIGITS[ones] if ones else 0)
