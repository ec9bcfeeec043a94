"""Quantities (数量): number, unit and comparator with their span in a text."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from extractors.values.han_numerals import clean_float
from extractors.values.lexical import Marks, marks
from extractors.values.money import currency_before, money_tail
from extractors.values.named_scales import (
    Scale,
    is_graded,
    is_load,
    level_end,
    model_size,
    scale_before,
)
from extractors.values.number_sides import before_number, behind_number, unit_at
from extractors.values.numerals import NUMBER, Number, number_from
from extractors.values.ranges import Second, bracketed_unit, ratio, scaled, second_half
from extractors.values.units import canonical, multiplied, units
from schemas.facts import Comparator

_LIES = re.compile(r"控制在(?!±)|不窄于|达到?|达成|为|等于|位于")
# 超过1200倍（含）, 4%以下（含本数）
_INCLUSIVE = re.compile(r"\s?[（(]含(?:本数|本级)?[)）]")
_INCLUDED: dict[Comparator, Comparator] = {">": ">=", "<": "<=", ">=": ">=", "<=": "<="}
_LEVEL = re.compile(r"级(?!别|联)")
# 金额（万元）：500, 面积(平方米) 300: the unit stands in brackets before the number.
_HEAD_UNIT = re.compile(r"[（(](?:单位)?[:：]?(?P<unit>[^（）()\d]{1,8})[)）]\s?[:：为]?\s?$")
# Digits that are no amount: a model's or standard's name (FP16, H100, GB/T 1.1), a date, a numbered thing.
_NAME_BEFORE = re.compile(r"[A-Za-z_/][-.]?$|[第〔\[【№#]\s?$|ISO ?$|GB/T ?$|[（(]含$|[\d℃%A-Za-z]\s?±$")
# 镥-177m, 碘-131, 碳-14: an element and its mass number; 液氮-196℃ and 合金-40 are figures
_ISOTOPE = re.compile(
    r"(?<=[镥碘锝钼铯钇锶钴铱镭锕铀钍钚镅氡氪氙碳氟磷硫钾铊镓锗铟铜铼钐镱铒铽铋铅砹硒溴铬铁锌锆])-\d{1,3}m?(?![\d.,]|\s?[A-Za-z℃°%‰度米毫微伏安瓦克吨升个倍天至~～])"
)
_BOTH_SIDES = re.compile(r"一二次(?:融合|设备|侧|系统|回路|深度)")  # of a substation, no one or two times
_LETTER_BEHIND = re.compile(r"M(?=$|[\s，,。；;、）)])")
_DATE_BEHIND = re.compile(
    r"\s?(?:月(?!以|及|内)|号|日(?!以|内|元|圆|均|产)|[:：]\d|时(?:\d|前|整|止)|届|期(?!限)|代(?!以[上内])|级?台阶)"
)
# 3.2.1 单站覆盖人口, 1.2 支持五轴: the number that opens a paragraph, and no 1 单 nor 1.2 支
_OPENS = re.compile(r"(?:^|(?<=\n))[ \u3000]{0,8}\d{1,2}(?P<more>(?:[.．]\d{1,2}){1,3})[ \u3000]+(?=[\u4e00-\u9fff])")
_LONGEST_OPENING = 24
# 2′-岩藻糖基乳糖, 5′端, 4′,6-二脒基, 3′→5′: a place in a molecule, no arc minutes
_PLACE_IN_MOLECULE = re.compile(r"[\d.]{1,4}′(?:\s?[-‐–—→]|,\d|[A-Za-z端位链碳羟磷])")
# One character alone is a word's part (单一场景, 四分类) unless such a unit follows it.
_ALONE = re.compile(r"[份成倍年天]|个月|小时|分钟|周岁")
_AND_HALF = re.compile(r"半(?![导径年天月数成自主双永色精结夜岛封固])")
_SURELY = 1e4  # 十几万 says how many without a unit
_ALONE_FROM_TWO = frozenset("吨升斤米")
# Figures in an address of the web are none.
_ADDRESS = re.compile(r"https?://[\w./?&=%#:+~-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity: half-open spans of the number with its unit (``start``, ``end``) and of the comparing words around
    (``outer_start``, ``outer_end``). ``value`` is plain (1亿对 is 1e8, unit 对). ``compared`` tells whether a comparing
    word stands there; without one the comparator is ``=``, or ``>`` where ``more`` than the number is said (30余家).
    ``change`` is the verb of a change (降低30%), else None. ``both_sides`` tells of a ± before the number.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    value: float
    value_max: float | None
    unit: str | None
    comparator: Comparator
    compared: bool
    han: bool
    level: bool = False
    better: bool = False
    change: str | None = None
    more: bool = False
    both_sides: bool = False

    @property
    def canonical(self) -> tuple[float, str | None]:
        """Value and unit in the canonical unit of the dimension."""
        return canonical(self.value, self.unit)

    @property
    def counts(self) -> bool:
        """Is the unit a measure word, so that the noun behind says what is counted?"""
        return self.unit is not None and self.unit in units() and units()[self.unit].counts


# 20分30秒, 1小时40分钟: a smaller unit right behind a larger one
_PARTS_OF_TIME = {
    (larger, smaller)
    for larger, below in (
        ("小时", ("分", "分钟", "min")),
        ("h", ("min",)),
        ("分钟", ("秒", "s")),
        ("min", ("s",)),
    )
    for smaller in below
}


@lru_cache(maxsize=256)
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text in order, not overlapping; a bare number counts only with a comparing word.

    Ranges (3-5个, -40℃至150℃) are one quantity. Numbers inside names (FP16, H100), dates and ordinals are none.
    """
    matches = list(NUMBER.finditer(text))
    lexicon = marks(text, [match.span() for match in matches])
    found: list[Quantity] = []
    at = 0
    addresses = [match.span() for match in _ADDRESS.finditer(text)] if "://" in text else []
    for match in matches:
        if match.start() < at or any(start <= match.start() < end for start, end in addresses):
            continue
        number = number_from(match)
        if number is None or _is_name(text, number):
            continue
        quantity = _quantity(text, number, lexicon)
        if quantity is not None and not _opens_paragraph(text, quantity):
            whole = _of_two_units(found[-1], quantity) if found else None
            found[len(found) - 1 if whole is not None else len(found) :] = [whole or quantity]
            at = quantity.outer_end
    return tuple(found)


def _opens_paragraph(text: str, quantity: Quantity) -> bool:
    """1.2 支 in 1.2 支持五轴: of two figures the number, where a measure word counts by halves; of more always."""
    begin = text.rfind("\n", max(0, quantity.start - _LONGEST_OPENING), quantity.start) + 1
    if quantity.compared or (begin == 0 and quantity.start > _LONGEST_OPENING):
        return False
    number = _OPENS.match(text, begin)
    if number is None or not number.start() <= quantity.start < number.end() <= quantity.end:
        return False
    parts = number["more"].count(".") + number["more"].count("．")
    return parts > 1 or (quantity.counts and "\u4e00" <= text[quantity.end : quantity.end + 1] <= "\u9fff")


def _of_two_units(larger: Quantity, smaller: Quantity) -> Quantity | None:
    """20分30秒, 1小时40分钟 as one quantity in the larger unit; None for two that do not follow each other so."""
    unit = "分钟" if larger.unit == "分" else larger.unit
    if larger.end != smaller.start or (unit, smaller.unit) not in _PARTS_OF_TIME or larger.value_max is not None:
        return None
    part = canonical(smaller.value, "分钟" if smaller.unit == "分" else smaller.unit)[0]
    told = larger if larger.compared else smaller
    return replace(
        larger,
        end=smaller.end,
        outer_end=smaller.outer_end,
        value=round(larger.value + part / canonical(1.0, unit)[0], 6),
        unit=unit,
        comparator=told.comparator,
        compared=told.compared,
    )


def _is_name(text: str, number: Number) -> bool:
    if is_load(text, number.start, number.end) or _PLACE_IN_MOLECULE.match(text, number.start):
        return True
    if scale_before(text, number.start) is not None or model_size(text, number.start, number.end) is not None:
        return False
    before = text[max(0, number.start - 5) : number.start]
    if _BOTH_SIDES.match(text, number.start) or _ISOTOPE.match(text, number.start):
        return True
    if text[number.end : number.end + 1] in (":", "：", "∶") and ratio(text, number.start, number.end, number.value):
        return False
    if _NAME_BEFORE.search(before) or re.match(r"0\d", text[number.start : number.end]):
        return True
    if re.match(r"\d(?: \d(?!\d)){2}", text[number.start : number.end + 4]):  # 3 0 0: digits set apart
        return True
    if _LETTER_BEHIND.match(text, number.end):
        return True  # 文件不超过5M: a factor or a size that no unit tells
    if number.han and len(text[number.start : number.end]) == 1 and number.value < 1:
        return True
    if text[number.end : number.end + 2].strip()[:1] == "年" and 1900 <= number.value < 2200:
        return True  # a calendar year; 5年 is a period
    return _DATE_BEHIND.match(text, number.end) is not None and not (before and before[-1] in "≥≤><")


def _on_scale(text: str, number: Number, scale: Scale, lexicon: Marks) -> Quantity | None:
    """HRC58-62, TRL7级, with a comparing word or behind what they grade; any other is a name."""
    end = level_end(text, number.end, scale)
    start, before = before_number(text, scale.start, lexicon)
    second = _second(text, number, end, scale.unit, lexicon)
    outer_end, behind = behind_number(text, second.end if second else end, lexicon)
    compared = before not in (None, "=") or behind is not None or second is not None
    if not compared and not is_graded(text, scale):
        return None
    high = second.high if second else None
    return Quantity(
        start=scale.start,
        end=second.end if second else end,
        outer_start=start,
        outer_end=outer_end,
        value=number.value,
        value_max=high,
        unit=scale.unit,
        comparator=_comparator(before, behind, high, number),
        compared=compared,
        han=False,
        better=before == "better",
    )


def _quantity(text: str, number: Number, lexicon: Marks) -> Quantity | None:
    scale = scale_before(text, number.start)
    if scale is not None:
        return _on_scale(text, number, scale, lexicon)
    level = _LEVEL.match(text, number.end) if number.value >= 1e8 or number.han else None
    end, unit = (number.end, number.unit)
    if unit is None:
        end, unit = unit_at(text, level.end() if level else number.behind(text), lexicon)
    bracketed = bracketed_unit(text, number.start, partial(unit_at, text, lexicon=lexicon)) if unit is None else None
    start, before = before_number(text, number.start - (bracketed is not None), lexicon)
    # 控制在38%~45%, 达到20-30毫秒: the range wins over a word that only says where it lies.
    lies = before in (None, "~", "change") or (before in ("=", ">=", "<=") and _LIES.match(text, start) is not None)
    second = _second(text, number, end, bracketed[1] if bracketed else unit, lexicon) if lies else None
    low, high = number.value, number.value_max
    if second is not None:
        end, unit, low, high = second.end, second.unit, scaled(second.low, second.high), second.high
        end = bracketed[0] if bracketed else end
    elif unit is None and level is None and (proportion := ratio(text, number.start, number.end, low)) is not None:
        end, low = proportion
    size = model_size(text, start, end - 1 if unit in ("B", "T") else end) if level is None else None
    if size is not None:
        end, unit = size.end, size.unit
        low, high = low * size.factor, high * size.factor if high else None
    start, end, low, unit = _completed(text, (start, number.start, end), (low, unit), high is not None)
    outer_end, behind = behind_number(text, end, lexicon)
    comparator = _comparator(before, behind, high, number)
    inclusive = _INCLUSIVE.match(text, outer_end) if comparator in _INCLUDED else None
    if inclusive is not None:
        comparator, outer_end = _INCLUDED[comparator], inclusive.end()
    around = before is not None or behind is not None or high is not None or level is not None
    if size is not None and size.named and not around:
        return None  # 在7B模型上
    around = around or (number.more and low >= _SURELY)
    lone = number.han and low == number.value
    if not around and (unit is None or (lone and not _counts_alone(text, number, unit))):
        return None
    if number.han and unit is None and level is None and low < 100 and not _is_bound(text, start, behind):
        return None
    return Quantity(
        start=number.start,
        end=end,
        outer_start=start,
        outer_end=outer_end,
        value=low,
        value_max=high,
        unit=unit,
        comparator=comparator,
        compared=before not in (None, "=", "change") or behind is not None or high is not None,
        han=number.han,
        level=level is not None,
        better=before == "better",
        change=text[start : number.start] if before == "change" else None,
        more=number.more,
        both_sides=before is not None and text[: number.start].rstrip().endswith(("±", "正负")),
    )


def _completed(
    text: str, places: tuple[int, int, int], amount: tuple[float, str | None], high: bool
) -> tuple[int, int, float, str | None]:
    """Where the words begin and the amount ends, its value and unit, with what belongs to them further off.

    角 and 分 behind 元, 半 behind a unit (两年半), a currency or a unit in brackets before the number, 从 of a range.
    """
    (start, at, end), (value, unit) = places, amount
    start -= start == at and text[at - 1 : at] == "从" and high
    if unit is None:
        head = _HEAD_UNIT.search(text[max(0, at - 14) : at])
        factor, name = multiplied(re.sub(r"\s", "", head["unit"])) if head else (1.0, None)
        return start, end, clean_float(value * factor), name
    if unit in ("元", "圆", "块"):
        return _sum(text, start, end, value, unit)
    half = _AND_HALF.match(text, end)
    return (start, half.end(), value + 0.5, unit) if half and value == int(value) else (start, end, value, unit)


def _sum(text: str, start: int, end: int, value: float, unit: str) -> tuple[int, int, float, str | None]:
    """A sum of money with 角 and 分, and with the currency before it (港币200万元)."""
    tail = money_tail(text, end)
    if unit == "块":  # 135块6角, but 3块电池
        if tail is None or not tail.value:
            return start, end, value, unit
        unit = "元"
    if tail is not None:
        end, value = tail.end, clean_float(value + tail.value)
    currency = currency_before(text, start)
    return (currency.start, end, value, currency.unit) if currency else (start, end, value, unit)


def _comparator(before: str | None, behind: str | None, high: float | None, number: Number) -> Comparator:
    if high is not None:
        return "range"
    comparator = _merge(before, behind)
    return ">" if comparator in ("=", "~") and number.more else comparator


def _is_bound(text: str, start: int, behind: str | None) -> bool:
    """五以上: a bound without a unit; not 统一以内."""
    return behind is not None and text[start - 1 : start] not in tuple("统唯单第之万专同划归")


def _counts_alone(text: str, number: Number, unit: str) -> bool:
    """Characters that count without a comparing word: not the head of a column (万元), not a word's part (单一场景)."""
    words = text[number.start : number.end]
    counts = unit in units() and units()[unit].counts
    if number.more and words in ("十", "百", "千", "万"):
        return True  # 百余家
    if words == "十" and len(unit) > 1 and not counts:
        return True
    if words in ("十", "百", "千", "万", "亿", "百万", "千万", "一半"):
        return False
    if len(words) > 1 or number.more or _ALONE.match(text, number.end) is not None:
        return True
    return (len(unit) > 1 and not counts) or (unit in _ALONE_FROM_TWO and number.value >= 2)


def _second(text: str, number: Number, at: int, unit: str | None, lexicon: Marks) -> Second | None:
    """The second half of a range: end, unit and values."""
    return second_half(text, at, number.value, unit, lambda offset: unit_at(text, offset, lexicon), _DATE_BEHIND)


def _merge(before: str | None, behind: str | None) -> Comparator:
    """One comparator out of the words on both sides: a strict word before (超过) wins over 以上 behind."""
    if before in ("<", "<=", ">", "~"):
        return "<=" if before == "<" and behind == "<=" else before  # type: ignore[return-value]
    if behind is not None:
        return behind  # type: ignore[return-value]
    if before in (None, "="):
        return "="
    return ">=" if before in ("better", "change") else before  # type: ignore[return-value]
