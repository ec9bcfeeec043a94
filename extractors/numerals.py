"""Numbers in Chinese text: digits, Chinese numerals, and both mixed (1.2亿, 三千五百万, 千亿级, 十几万)."""

import re
from dataclasses import dataclass

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4}
_DIGITS |= {"伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9}
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8, "萬": 10**4, "億": 10**8}
_HAN_DIGIT = "零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖"
_HAN = _HAN_DIGIT + "十百千拾佰仟"

# 1,234.5  -40  3.0 — a sign only where no digit or letter stands before it, so that 3-5 is a range, not 3 and -5.
_ARABIC = r"(?:(?<![\dA-Za-z%℃.])[-−]|负)?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_POWER = r"(?:[×xX*]10(?:\^-?\d{1,2}|[⁰¹²³⁴-⁹⁻]+))"
# What follows digits and belongs to the number: 万, 亿, 百万, 千亿, 万亿.
MULTIPLIER = r"(?:[十百千]?万亿|[十百千]?[万亿]|百|千(?![克米瓦赫牛帕伏兆]))"
# 三点五 is 3.5; 三点五十分 is a time.
_HAN_NUMBER = rf"负?[{_HAN}万亿萬億]+(?:点[{_HAN_DIGIT}]+(?![十时分])[万亿]*)?"
# 百分之九十五, 千分之三, 万分之0.5
_PARTS = rf"(?P<of>百分之|千分之|万分之)\s?(?:(?P<of_arabic>{_ARABIC})|(?P<of_han>{_HAN_NUMBER}))"
# 三成, 两成半, 三成五; not 九成新, 一成不变; 2成像 is a heading's number and 成像
_TENTHS = (
    rf"(?P<tenths>\d+(?:\.\d+)?|[{_HAN_DIGIT}十])\s?成"
    rf"(?P<more>半|[一二三四五六七八九](?![个项家种年月日]))?(?![新不熟立功就为员本果长品分套像效型组对片都群体才交材年])"
)
NUMBER = re.compile(
    rf"{_PARTS}|{_TENTHS}|(?<!\d)10(?P<ten>\^[-−]?\d{{1,2}}|[⁰¹²³⁴-⁹⁻]+)|(?P<arabic>{_ARABIC})(?P<power>{_POWER})?\s?(?P<times>{MULTIPLIER})?(?:余|多)?"
    rf"|(?P<han>{_HAN_NUMBER})"
)
_OF = {"百分之": 1.0, "千分之": 0.1, "万分之": 0.01}
_SUPER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: half-open span and plain value; ``han`` where it is written in characters alone.

    ``unit`` is ``%`` where the words themselves are a share (百分之三, 千分之三, 三成), else None.
    """

    start: int
    end: int
    value: float
    han: bool
    unit: str | None = None


def number_from(match: re.Match[str]) -> Number | None:
    """The number that :data:`NUMBER` matched, or None where the characters are no number (万 alone, 百)."""
    start, end = match.span()
    if match["of"] is not None:
        part = _arabic(match["of_arabic"]) if match["of_arabic"] is not None else han_value(match["of_han"])
        return None if part is None else Number(start, end, clean_float(part * _OF[match["of"]]), False, "%")
    if match["tenths"] is not None:
        return Number(start, end, _tenths(match["tenths"], match["more"]), False, "%")
    if match["ten"] is not None:  # 10^7, 10⁻⁶
        exponent = match["ten"].lstrip("^").replace("−", "-").translate(_SUPER)
        return Number(start, end, float(f"1e{exponent}"), False) if exponent.lstrip("-") else None
    if match["arabic"] is not None:
        value = _arabic(match["arabic"])
        if match["power"]:
            value *= 10.0 ** int(match["power"][3:].lstrip("^").translate(_SUPER))
        value *= han_value(match["times"] or "") or 1
        return Number(start, end, clean_float(value), False)
    value_of = han_value(match["han"])
    return None if value_of is None else Number(start, end, float(value_of), True)


def _arabic(words: str) -> float:
    return float(words.replace(",", "").replace("−", "-").replace("负", "-"))


def _tenths(words: str, more: str | None) -> float:
    """两成半 -> 25, 三成五 -> 35 (per cent)."""
    whole = han_value(words)
    tenth = 0.5 if more == "半" else _DIGITS.get(more or "", 0) / 10
    return clean_float(((float(words) if whole is None else whole) + tenth) * 10)


def han_value(text: str) -> int | float | None:
    """三千五百 -> 3500, 千亿 -> 1e11, 十二 -> 12, 一二三 -> 123 (digits in a row), 三点五亿 -> 3.5e8, 负二 -> -2.

    None where it is no number.
    """
    if text.startswith("负"):
        positive = han_value(text[1:])
        return None if positive is None else -positive
    whole, point, fraction = text.partition("点")
    if not point:
        return _whole(text)
    digits = fraction.rstrip("万亿")
    value = _whole(whole)
    if value is None or not digits or any(char not in _DIGITS for char in digits):
        return None
    factor = _whole(fraction[len(digits) :]) or 1
    return clean_float((value + float("0." + "".join(str(_DIGITS[c]) for c in digits))) * factor)


def _whole(text: str) -> int | None:
    if not text:
        return None
    if all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = section = 0
    digit: int | None = None
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char] or None  # 一千零十: 零 only parts
        elif char in _SMALL:
            section += (1 if digit is None else digit) * _SMALL[char]
            digit = None
        elif char in _LARGE:
            total = _enlarged(total, section + (digit or 0), _LARGE[char])
            section, digit = 0, None
        else:
            return None
    return total + section + (digit or 0)


def _enlarged(total: int, section: int, factor: int) -> int:
    """千亿 is 1000 x 1e8 and 万亿 1e4 x 1e8: what stands before 亿 is multiplied, a 万 too."""
    if factor == 10**8:
        return (total + (section or (0 if total else 1))) * factor
    return total + (section or 1) * factor


def clean_float(value: float) -> float:
    """Without the dust of binary multiplication: 1.2 x 1e8 is 120000000.0."""
    return float(f"{value:.12g}")
