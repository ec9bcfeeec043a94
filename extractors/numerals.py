"""Numbers in Chinese text: digits, Chinese numerals, and both mixed (1.2亿, 三千五百万, 千亿级, 十几万)."""

import re
from dataclasses import dataclass

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4}
_DIGITS |= {"伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9}
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_HAN = "零〇一二两三四五六七八九十百千"

# 1,234.5  -40  3.0 — a sign only where no digit or letter stands before it, so that 3-5 is a range, not 3 and -5.
_ARABIC = r"(?:(?<![\dA-Za-z%℃.])[-−])?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_POWER = r"(?:[×xX*]10(?:\^-?\d{1,2}|[⁰¹²³⁴-⁹⁻]+))"
# What follows digits and belongs to the number: 万, 亿, 百万, 千亿, 万亿.
MULTIPLIER = r"(?:[十百千]?万亿|[十百千]?[万亿]|百|千(?![克米瓦赫牛帕伏兆]))"
_HAN_NUMBER = rf"[{_HAN}万亿]+"
NUMBER = re.compile(
    rf"(?P<arabic>{_ARABIC})(?P<power>{_POWER})?\s?(?P<times>{MULTIPLIER})?(?:余|多)?|(?P<han>{_HAN_NUMBER})"
)
_SUPER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: half-open span and plain value; ``han`` where it is written in characters alone."""

    start: int
    end: int
    value: float
    han: bool


def number_from(match: re.Match[str]) -> Number | None:
    """The number that :data:`NUMBER` matched, or None where the characters are no number (万 alone, 百)."""
    if match["arabic"] is not None:
        value = float(match["arabic"].replace(",", "").replace("−", "-"))
        if match["power"]:
            value *= 10.0 ** int(match["power"][3:].lstrip("^").translate(_SUPER))
        value *= han_value(match["times"] or "") or 1
        return Number(match.start(), match.end(), clean_float(value), False)
    value_of = han_value(match["han"])
    return None if value_of is None else Number(match.start(), match.end(), float(value_of), True)


def han_value(text: str) -> int | float | None:
    """三千五百 -> 3500, 千亿 -> 1e11, 十二 -> 12, 一二三 -> 123 (digits in a row); None where it is no number."""
    if not text:
        return None
    if len(text) > 1 and all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = section = 0
    digit: int | None = None
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _SMALL:
            section += (1 if digit is None else digit) * _SMALL[char]
            digit = None
        elif char in _LARGE:
            section += digit or 0
            # 千亿: 1000 x 1e8; 万亿: 1e4 x 1e8, so a 万 before 亿 multiplies too.
            total = (
                (total + (section or (0 if total else 1))) * _LARGE[char]
                if char == "亿"
                else total + (section or 1) * 10**4
            )
            section, digit = 0, None
        else:
            return None
    return total + section + (digit or 0)


def clean_float(value: float) -> float:
    """Without the dust of binary multiplication: 1.2 x 1e8 is 120000000.0."""
    return float(f"{value:.12g}")
