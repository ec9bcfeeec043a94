"""Chinese numerals (中文数字): the grammar as patterns, and the value of the words (三千五百万, 一万三, 5万4千)."""

import re

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2, "倆": 2}
_DIGITS |= {c: i for i, c in enumerate("壹贰叁肆伍陆柒捌玖", 1)} | {"貳": 2, "參": 3, "陸": 6}
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}

DIGIT = "[一二两兩倆三四五六七八九壹贰貳叁參肆伍陆陸柒捌玖]"
_ROW = "[零〇一二三四五六七八九]"
_ZERO = "[零〇]?"
_TEN, _HUNDRED, _THOUSAND = "[十拾]", "[百佰]", "[千仟]"
# Up to 9999, the large parts first. 五十千 is none: 五十千瓦 is fifty kilowatts.
_TENS = rf"{_ZERO}{DIGIT}?{_TEN}{DIGIT}?"
_REST = rf"(?:{_TENS}|{_ZERO}{DIGIT})?"
_HUNDREDS = rf"{DIGIT}?{_HUNDRED}{_REST}"
_SECTION = rf"(?:{DIGIT}?{_THOUSAND}(?:{_ZERO}{DIGIT}{_HUNDRED}{_REST}|{_REST})|{_HUNDREDS}|{_TENS}|{DIGIT})"
# 万, 亿, 万亿, 万万; 兆 is 10¹² only inside a longer numeral: 50兆瓦, 五十兆字节 are prefixes.
_POWER = rf"(?:[万萬]?[亿億]|[万萬]{{1,2}}|兆(?={DIGIT}))"
# 二〇二六, 一二三: digits in a row; 二三十 is another matter.
_DIGIT_ROW = rf"{_ROW}{{2,}}(?![十百千拾佰仟万亿])"
WHOLE = rf"(?:{_DIGIT_ROW}|(?:{_ZERO}(?:{_SECTION})?{_POWER})++(?:{_ZERO}{_SECTION})?|{_SECTION}|[零〇])"
# 三点五 is 3.5; 三点五十分 and 三点两小时 are times.
FRACTION = r"(?:[点點][零〇一二三四五六七八九壹贰貳叁參肆伍陆陸柒捌玖]+(?![十时分小]))"
HAN_NUMBER = rf"[负負]?{WHOLE}(?:{FRACTION}[万亿萬億]{{0,2}})?"
_LONGEST_ROW = 18  # digits: 一一一一…, a line drawn with the character, counts nothing
_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|\D")


def clean_float(value: float) -> float:
    """Without the dust of binary multiplication: 1.2 x 1e8 is 120000000.0."""
    return float(f"{value:.12g}")


def han_value(text: str) -> int | float | None:
    """三千五百 -> 3500, 千亿 -> 1e11, 一万三 -> 13000, 一二三 -> 123, 三点五亿 -> 3.5e8, 负二 -> -2, 5万4千 -> 54000.

    None where it is no number.
    """
    if text[:1] in ("负", "負"):
        positive = han_value(text[1:])
        return None if positive is None else -positive
    whole, point, fraction = text.replace("點", "点").partition("点")
    if not point:
        return _whole(text)
    digits = fraction.rstrip("万亿萬億")
    value = _whole(whole)
    if value is None or not digits or any(char not in _DIGITS for char in digits):
        return None
    factor = _whole(fraction[len(digits) :]) or 1
    return clean_float((value + float("0." + "".join(str(_DIGITS[c]) for c in digits))) * factor)


def _whole(text: str) -> int | float | None:
    if not text:
        return None
    if all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text)) if len(text) <= _LONGEST_ROW else None
    total: int | float = 0
    section: int | float = 0
    digit: int | float | None = None
    power = 1  # of the word before: 一万三 is 一万三千, 九百九 is 九百九十
    for token in _TOKEN.findall(text):
        if token in _DIGITS:
            digit, power = _DIGITS[token] or None, power if _DIGITS[token] else 1  # 一千零十: 零 only parts
        elif token[0].isdigit():
            digit, power = float(token.replace(",", "")), 1
        elif token in _SMALL:
            section += (1 if digit is None else digit) * _SMALL[token]
            digit, power = None, _SMALL[token]
        elif token in _LARGE:
            total = _enlarged(total, section + (digit or 0), _LARGE[token])
            section, digit, power = 0, None, _LARGE[token]
        else:
            return None
    return total + section + (digit or 0) * max(power // 10, 1)


def _enlarged(total: int | float, section: int | float, factor: int) -> int | float:
    """千亿 is 1000 x 1e8 and 万亿 1e4 x 1e8: what stands before 亿 is multiplied, a 万 too."""
    if factor >= 10**8 and total < factor:
        return (total + (section or (0 if total else 1))) * factor
    if factor == 10**4 and not section and 0 < total < 10**8:  # 四万万
        return total * factor
    return total + (section or 1) * factor
