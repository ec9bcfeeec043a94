"""Dates written on forms and letters: 2025年5月9日, 二〇二五年五月九日, 2025-05-09."""

import re

from extractors.notice.signature import iso_date

_GAP = r"[\s_＿]*"  # 2025__年__5__月__6__日, written into the blanks
_HAN = "〇○零一二三四五六七八九"
_DATE = re.compile(
    rf"(?P<year>\d{{4}}|[{_HAN}]{{4}}){_GAP}年{_GAP}(?P<month>\d{{1,2}}|[一二三四五六七八九十]{{1,3}}){_GAP}月"
    rf"{_GAP}(?P<day>\d{{1,2}}|[一二三四五六七八九十]{{1,3}}){_GAP}[日号]"
    r"|(?<![\d.])(?P<y>\d{4})\s*[-./]\s*(?P<m>\d{1,2})\s*[-./]\s*(?P<d>\d{1,2})(?![\d.])"
)

_BY = re.compile(r"\s{0,2}(?:[之以]?[前后]|止(?!日)|起(?!草)|至|到|完成|期间)")


def full_date(words: str) -> str | None:
    """The first full date as an ISO date; None where day, month or year is missing, or it is no date."""
    for match in _DATE.finditer(words):
        year = match.group("year") or match.group("y")
        found = iso_date(year, match.group("month") or match.group("m"), match.group("day") or match.group("d"))
        if found is not None:
            return found
    return None


def last_date(words: str) -> tuple[int, int, str] | None:
    """Where the last full date stands, half-open, and the ISO date; None where there is none.

    A day by which something is to be done (于2027年12月31日前完成) dates nothing, but for one that opens its line.
    """
    found = None
    for match in _DATE.finditer(words):
        before = words[words.rfind("\n", 0, match.start()) + 1 : match.start()]
        if _BY.match(words, match.end()) is not None and before.strip():
            continue
        date = full_date(match.group())
        if date is not None:
            found = (match.start(), match.end(), date)
    return found
