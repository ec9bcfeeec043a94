"""Times of day (时刻): 9:00, 17：30, 24:00, 下午5点半, 中午12:00. 下班前 names no time."""

import re
from dataclasses import dataclass

_PART = r"(?P<part>上午|早上|早|凌晨|中午|下午|午后|晚上|晚|夜间)?"
# 17:30, 17：00时, 8:30:00; no ratio (2:1 has one digit behind) and no aspect (16:9).
_COLON = r"(?P<hour>2[0-4]|[01]?\d)[:：](?P<minute>[0-5]\d)(?:[:：][0-5]\d)?(?:时|分)?"
# 17时, 17点30分, 5点半; 24小时 is a duration.
_MINUTES = r"(?:(?P<m>[0-5]?\d)分|(?P<half>半)|整|正)?"
_HAN_HOUR = "二十[一二三四]?|十[一二三四五六七八九]?|[一二三四五六七八九]"
_HOUR = rf"(?P<h>2[0-4]|[01]?\d|{_HAN_HOUR})(?:时(?![间段期长])|点(?:钟)?){_MINUTES}"
CLOCK = re.compile(rf"[ T]?{_PART}[ ]?(?:(?<!\d){_COLON}(?!\d)|(?<!\d){_HOUR})")
_HAN = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {
    f"十{c}": 10 + i for i, c in enumerate("一二三四五六七八九", 1)
}
_HAN |= {"二十": 20, "二十一": 21, "二十二": 22, "二十三": 23, "二十四": 24}
_AFTERNOON = frozenset({"下午", "午后", "晚上", "晚", "夜间"})


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; ``at`` is ``HH:MM`` (24:00 stays 24:00), ``end`` the offset behind it."""

    at: str
    end: int


def clock_at(text: str, offset: int, stop: int) -> Clock | None:
    """The time printed at ``offset`` and before ``stop`` (one blank may stand before it), or None."""
    match = CLOCK.match(text, offset, stop)
    if match is None:
        return None
    printed = match["hour"] or match["h"]
    hour = int(printed) if printed.isdigit() else _HAN[printed]
    minute = int(match["minute"] or match["m"] or (30 if match["half"] else 0))
    if match["part"] in _AFTERNOON and hour < 12:
        hour += 12
    if hour == 24 and minute:
        return None
    return Clock(f"{hour:02d}:{minute:02d}", match.end())
