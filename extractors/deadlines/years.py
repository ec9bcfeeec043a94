"""The year of a day without one, told by the day before it in its sentence: 2026年5月8日10时开通，6月16日18时关闭."""

import re
from collections.abc import Sequence

from extractors.values.dates import Date, DateMention

_SENTENCE_END = re.compile(r"[。；;！!\n]")


def years_said(clean: str, dates: Sequence[DateMention]) -> list[int | None]:
    """For each mention of a paragraph the year that its sentence names before it; None where it names none.

    An earlier month is that of the next year: 2026年12月1日开通，1月10日关闭.
    """
    found: list[int | None] = []
    said: Date | None = None
    end = dates[0].start if dates else 0
    for mention in dates:
        if _SENTENCE_END.search(clean, end, mention.start) is not None:
            said = None
        own = mention.first
        found.append(_year_after(said, own) if own.year is None else None)
        said = mention.final if mention.final.year is not None else said
        end = mention.end
    return found


def _year_after(said: Date | None, own: Date) -> int | None:
    if said is None or said.year is None or said.month is None or own.month is None:
        return None
    return said.year + (own.month < said.month)
