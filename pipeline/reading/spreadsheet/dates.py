"""Dates and times of Excel: days since 1900 (or 1904) in the words of a date format."""

from datetime import datetime, timedelta

_WEEKDAYS = "一二三四五六日"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LAST_DAY = 2958465  # 9999-12-31; Excel shows ##### beyond
_LEAP_1900 = 60  # the 29 February 1900 that Excel believes in


def as_datetime(value: float, from_1904: bool = False) -> datetime | None:
    """The moment of a serial number; None for what is no date."""
    if not 0 <= value <= _LAST_DAY:
        return None
    if from_1904:
        start = datetime(1904, 1, 1)
    else:
        start = datetime(1899, 12, 30) if value >= _LEAP_1900 else datetime(1899, 12, 31)
    # Seconds are what is shown; a time kept in binary lies a trace below them.
    return start + timedelta(days=int(value), milliseconds=round(value % 1 * 86_400_000))


def shown_date(value: float, tokens: list[tuple[str, str]], from_1904: bool = False) -> str:
    """A serial number in the words of a format's (kind, text) tokens."""
    moment = as_datetime(value, from_1904)
    if moment is None:
        return "#####"
    half_day = any(kind == "noon" for kind, _ in tokens)
    parts = []
    for index, (kind, text) in enumerate(tokens):
        if kind == "date":
            minute = text.lower().startswith("m") and _is_minute(tokens, index)
            parts.append(_date_part(moment, text.lower(), minute, half_day))
        elif kind == "elapsed":
            unit = {"h": 3600, "m": 60, "s": 1}[text[1].lower()]
            parts.append(f"{int(round(value * 86400) // unit):0{len(text) - 2}d}")
        elif kind == "noon":
            chinese = text.startswith("上")
            parts.append(("上午" if moment.hour < 12 else "下午") if chinese else "AM" if moment.hour < 12 else "PM")
        elif kind == "number":
            parts.append(text[:1] + f"{moment.microsecond:06d}"[: len(text) - 1] if text[:1] == "." else text)
        elif kind != "text":
            parts.append(text)
    return "".join(parts)


def _is_minute(tokens: list[tuple[str, str]], index: int) -> bool:
    """m means minutes behind an hour and before a second, else months."""
    before = next((text.lower() for kind, text in reversed(tokens[:index]) if kind in ("date", "elapsed")), "")
    after = next((text.lower() for kind, text in tokens[index + 1 :] if kind == "date"), "")
    return "h" in before or after.startswith("s")


def _date_part(moment: datetime, text: str, minute: bool, half_day: bool) -> str:
    kind, size = text[0], len(text)
    if kind in "ye":
        return f"{moment.year % 100:02d}" if kind == "y" and size < 3 else str(moment.year)
    if kind == "m":
        number = moment.minute if minute else moment.month
        return _MONTHS[number - 1] if not minute and size >= 3 else f"{number:0{min(size, 2)}d}"
    if kind == "h":
        return f"{(moment.hour - 1) % 12 + 1 if half_day else moment.hour:0{size}d}"
    if kind == "s":
        return f"{moment.second:0{size}d}"
    weekday = _WEEKDAYS[moment.weekday()]
    if kind == "a":
        return f"星期{weekday}" if size == 4 else weekday
    return f"{moment.day:0{size}d}" if size < 3 else f"星期{weekday}"
