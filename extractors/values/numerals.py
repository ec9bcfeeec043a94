"""Numbers in Chinese text: digits, Chinese numerals, and both mixed (1.2亿, 三千五百万, 千亿级, 十几万, 百分之三)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import isfinite

from extractors.values.han_numerals import DIGIT, FRACTION, HAN_NUMBER, WHOLE, clean_float, han_value

# 1,234.5  -40  3.0  .5 — a sign only where no digit or letter stands before it, so that 3-5 is a range, not 3 and -5.
_SIGN = r"(?:(?<![\dA-Za-z%℃.\-−])[-−]|(?<!正)[负負][ ]?|零下)?"
# 1 600 behind words, a colon or a comparing mark: thousands set apart by a blank; not a row's number before a figure.
# At the head of a cell only before a unit that is surely one: 1 350 VA/kg以上.
_UNIT_BEHIND = r"(?=[\d ]{5,11}[ ]?[A-Za-zμ℃Ω]{1,6}/[A-Za-z])"
_APART = (
    rf"(?:(?<=[\u4e00-\u9fff:：≥≤<>=＞＜])|(?<=[于过到达≥≤<>=＞＜] )|^{_UNIT_BEHIND})"
    r"[1-9]\d{0,2}(?: \d{3})+(?![ ]?\d)"
)
_ARABIC = rf"{_SIGN}(?:(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)|{_APART}|\d+)(?:\.\d+)?|(?<![\d.A-Za-z])\.\d+)"
# 5×10-4, 1×10 8 CFU: the exponent's small figures became plain ones; upwards only where such a number is counted in.
_RAISED = (
    r"[-−]\d{1,2}(?!\d)"
    r"|(?:[3-9]|1\d)(?!\d)(?=\s?(?:CFU|cfu|PFU|TCID|Ω|IU|cells|copies|拷贝|孢子|个/|个细胞|次循环|/m|/c))"
)
_POWER = rf"(?:[×xX*]10(?:\^-?\d{{1,2}}|[⁰¹²³⁴-⁹⁻]+|{_RAISED})|[eE][+-]?\d{{1,2}}(?![\dA-Za-z.]))"
# What follows digits and belongs to the number: 万, 亿, 百万, 千亿, 万亿.
MULTIPLIER = r"(?:[十百千]?万亿|[十百千]?[万亿萬億]|个亿|百(?!分)|千(?![克米瓦赫牛帕伏兆卡比字焦欧安]))"
# 5万4千6百, 3万4000, 1千零20
_PARTS_BEHIND = r"(?:零?\d{1,4}[万萬千百十]?)+(?![\d.])"
_MORE = "[余多几餘幾]"
# 百分之九十五, 千分之三, 万分之0.5, 百万分之五
_OF = {"百": 1.0, "佰": 1.0, "千": 0.1, "仟": 0.1, "万": 1e-2, "萬": 1e-2, "百万": 1e-4}
_SHARE = (
    rf"(?<![一二三四五六七八九])(?P<of>百万|[百佰千仟万萬])分之?[ ]?(?:(?P<of_arabic>{_ARABIC})"
    r"|(?P<of_low>[一二三四五六七八])(?P<of_high>[二三四五六七八九])十"
    rf"|(?P<of_han>{HAN_NUMBER}))"
)
# 三成, 两成半, 三成五, 六点五成; not 九成新, 一成不变; 2成像 is a heading's number and 成像
_TENTHS = (
    rf"(?P<tenths>\d+(?:\.\d+)?|(?:{DIGIT}|十){FRACTION}?)\s?成"
    rf"(?P<more>半|[一二三四五六七八九](?![个项家种年月日]))?(?![新不熟立功就为员本果长品分套像效型组对片都群体才交材年])"
)
# 三分之一, 一又二分之一, 16分之5, 2/3; not a date's 4/30 behind another stroke, not 1/2/3.
_FRACTIONAL = (
    rf"(?P<under>[负負]?{WHOLE}|\d{{1,6}})分之(?P<over>{HAN_NUMBER}|{_ARABIC})"
    r"|(?<![\d./A-Za-z-])(?P<over_stroke>(?<!\d)-?\d{1,4})/(?P<under_stroke>[1-9]\d{0,3})(?![\d/.年月-])"
)
# 四五千, 二三十, 两三个, 十五六人: a range said in one breath; not 十四五 (规划), 三五年 as a year.
_COUNTED = r"(?=[个家天人种项倍次名台套周]|(?<=一两|两三|三五)年)"
_PAIR = (
    rf"(?P<tens>十)?(?P<low>[一二两三四五六七八])(?P<high>[二两三四五六七八九])"
    rf"(?:{_COUNTED}|(?P<zeros>[十百千]?[万亿]|(?(tens)万|[十百千]))(?![一二三四五六七八九十百千年月日]))"
)
# 十几万, 二十余亿, 一千五百零几万; 上百, 数百万, 几千: more than is printed. 系数, 用户数 are no 数百.
_VAGUE = (
    rf"(?P<vague>{WHOLE})零?[ ]?{_MORE}(?P<vague_times>[万亿萬億]{{1,2}})"
    r"|(?:(?<![以之网线路海早晚马])上|(?<![系函参指总人次基整变倍对个份字页张级户点位组代负正实分小常])[数几])"
    r"(?P<upward>[十百千]?[万亿]{1,2}|[十百千])(?!分|姓|度|科)"
)
# 缩短一半, 翻一番, 翻两番; not 一半导体; 翻番 alone prints no number
_HALF = r"(?P<half>一半)(?![导天年个小])"
_DOUBLED = r"翻(?P<doubled>[一两二三])番"
_FIRST = r"(?=[\d.\-−负負零〇一二两兩倆三四五六七八九十百千万亿壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億上数几翻])"
NUMBER = re.compile(
    rf"{_FIRST}(?:{_HALF}|{_DOUBLED}|{_SHARE}|{_TENTHS}|{_FRACTIONAL}|{_VAGUE}"
    rf"|(?<!\d)10(?P<ten>\^[-−]?\d{{1,2}}|[⁰¹²³⁴-⁹⁻]+)"
    rf"|(?P<mixed>\d+[万亿千萬億]{_PARTS_BEHIND})"
    rf"|(?P<arabic>{_ARABIC})(?P<power>{_POWER})?(?:{_MORE}?\s?(?P<times>{MULTIPLIER})(?:{_MORE}(?P<again>[亿億]))?)?"
    rf"|{_PAIR}|(?P<han>{HAN_NUMBER})(?P<unit_of>个亿)?)"
)
# Alone they count nothing: 万 heads a column, 千瓦 is a unit.
_POWERS = frozenset({"百", "千", "万", "亿", "萬", "億", "万万", "仟", "佰"})
_SUPER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_BEHIND_MORE = re.compile(r"[余多餘](?![少样元媒模级层轮核维功])")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: half-open span and plain value; ``han`` where it is written in characters alone.

    ``unit`` is ``%`` where the words themselves are a share (百分之三, 千分之三, 三成), else None. ``value_max`` is the
    end of a range said in one breath (四五千), ``more`` tells that it is more than the value (十几万, 30余). A unit
    may begin at ``behind``: after the 余 of 30余家.
    """

    start: int
    end: int
    value: float
    han: bool
    unit: str | None = None
    value_max: float | None = None
    more: bool = False

    def behind(self, text: str) -> int:
        """Where a unit may begin: behind 余 or 多."""
        match = _BEHIND_MORE.match(text, self.end)
        return match.end() if match else self.end


def number_from(match: re.Match[str]) -> Number | None:
    """The number that :data:`NUMBER` matched, or None where the characters are no number."""
    start, end = match.span()
    more = _BEHIND_MORE.match(match.string, end) is not None
    if match["arabic"] is not None:
        value = (
            _arabic(match["arabic"]) * _power(match["power"]) * (han_value((match["times"] or "").lstrip("个")) or 1)
        )
        value *= han_value(match["again"] or "") or 1
        inside = re.search(_MORE, match.group()) is not None
        return Number(start, end, clean_float(value), False, more=more or inside) if isfinite(value) else None
    if match["han"] is not None:
        value_of = han_value(match["han"])
        factor = 1e8 if match["unit_of"] else 1.0  # 两个亿
        return None if value_of is None else Number(start, end, float(value_of) * factor, True, more=more)
    return _composed(match, more)


def find_numbers(text: str) -> Iterator[Number]:
    """The numbers of a text in order; characters that are part of a word (统一, 四川, 登陆) are none."""
    words = [match.span() for match in _words().finditer(text)]
    at = 0
    for match in NUMBER.finditer(text):
        while at < len(words) and words[at][1] <= match.start():
            at += 1
        number = number_from(match)
        inside = number is not None and number.han and at < len(words) and _covers(words[at], match.span())
        if number is not None and not inside and match.group() not in _POWERS:
            yield number


def _covers(word: tuple[int, int], span: tuple[int, int]) -> bool:
    return word[0] <= span[0] and span[1] <= word[1]


@cache
def _words() -> re.Pattern[str]:
    lines = (files("extractors") / "lexicons" / "numeral_words.txt").read_text(encoding="utf-8").splitlines()
    words = [word for line in lines if not line.startswith("#") for word in line.split()]
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


def _composed(match: re.Match[str], more: bool) -> Number | None:
    """Shares, fractions, powers of ten, ranges in one breath, and vague numbers."""
    start, end = match.span()
    if match["of_low"] is not None:
        low, high = (float(han_value(match[name]) or 0) * 10 * _OF[match["of"]] for name in ("of_low", "of_high"))
        return Number(start, end, clean_float(low), False, "%", clean_float(high))
    if match["of"] is not None:
        part = _either(match["of_arabic"] or match["of_han"])
        return None if part is None else Number(start, end, clean_float(part * _OF[match["of"]]), False, "%")
    if match["half"] is not None:
        return Number(start, end, 50.0, True, "%")
    if match["doubled"] is not None:
        return Number(start, end, (2 ** int(han_value(match["doubled"]) or 1) - 1) * 100.0, False, "%")
    if match["tenths"] is not None:
        return Number(start, end, _tenths(match["tenths"], match["more"]), False, "%")
    if match["under"] is not None or match["under_stroke"] is not None:
        under, over = _either(match["under"] or match["under_stroke"]), _either(match["over"] or match["over_stroke"])
        return Number(start, end, clean_float(over / under), False) if under and over is not None else None
    if match["ten"] is not None:  # 10^7, 10⁻⁶
        exponent = match["ten"].lstrip("^").replace("−", "-").translate(_SUPER)
        return Number(start, end, float(f"1e{exponent}"), False) if exponent.lstrip("-") else None
    if match["mixed"] is not None:
        return Number(start, end, float(han_value(match["mixed"]) or 0), False, more=more)
    if match["low"] is not None:
        return _pair(match)
    vague = han_value(match["vague"] or match["upward"])
    factor = han_value(match["vague_times"] or "") or 1
    return None if vague is None else Number(start, end, clean_float(vague * factor), True, more=True)


def _pair(match: re.Match[str]) -> Number | None:
    """四五千 -> 4000 to 5000, 十五六 -> 15 to 16; 三五 is said too. Other digits in a row are one number (一二)."""
    low, high = han_value(match["low"]) or 0, han_value(match["high"]) or 0
    if high - low != 1 and (low, high) != (3, 5):
        value = han_value(match.group())
        return None if value is None else Number(*match.span(), float(value), True)
    tens, factor = (10 if match["tens"] else 0), han_value(match["zeros"] or "") or 1
    return Number(*match.span(), float((tens + low) * factor), True, value_max=float((tens + high) * factor))


def _either(words: str) -> float | None:
    if re.search(r"\d", words):
        return _arabic(words)
    value = han_value(words)
    return None if value is None else float(value)


def _arabic(words: str) -> float:
    return float(
        words.replace(",", "")
        .replace("零下", "-")
        .replace("−", "-")
        .replace("负", "-")
        .replace("負", "-")
        .replace(" ", "")
    )


def _power(words: str | None) -> float:
    if not words:
        return 1.0
    exponent = words[1:] if words[0] in "eE" else words[3:].lstrip("^").replace("−", "-").translate(_SUPER)
    return float(f"1e{exponent}")


def _tenths(words: str, more: str | None) -> float:
    """两成半 -> 25, 三成五 -> 35 (per cent)."""
    whole = _either(words) or 0.0
    tenth = 0.5 if more == "半" else (han_value(more or "") or 0) / 10
    return clean_float((whole + tenth) * 10)
