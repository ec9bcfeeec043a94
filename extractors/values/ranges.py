"""Ranges (范围): the second half behind a number: 3-5, 3至5, -5db到5db, 60MPa和80MPa之间, 25±2℃, and ratios (10:1)."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from extractors.values.han_numerals import clean_float
from extractors.values.numerals import NUMBER, number_from
from extractors.values.units import units

UnitAt = Callable[[int], tuple[int, str | None]]
"""Where the unit at an offset ends, and its name."""

# -40℃至+150℃, 零下40摄氏度至零上155摄氏度, 负40度到正85度
_RANGE = re.compile(r"[ ]?(?:-{1,2}|－|–|—{1,2}|―|−|~{1,2}|～|〜|∼|至|到)[ ]?(?:[+＋]|零上[ ]?|正(?=\d))?")
_LARGE, _SPELLED = 1e4, 100
# 60MPa和80MPa之间
_AND = re.compile(r"[ ]?[和与][ ]?")
_BETWEEN = re.compile(r"[ ]?之?间")
_TOLERANCE = re.compile(r"[ ]?±[ ]?")
# 压缩比达到10:1; a time of day (12:00) has no such word before it.
_RATIO = re.compile(r"[ ]?[:：∶][ ]?(?P<second>\d{1,5}(?:\.\d+)?)(?![\d:：.])")
# 料重比由3.4:1降到3.0:1: the ratio that it starts from stands between.
_RATIO_BEFORE = re.compile(
    r"比(?:例|值|率)?[^，。；\d]{0,8}(?:\d{1,5}(?:\.\d{1,4})?[:：∶]\d{1,5}(?:\.\d{1,4})?[^，。；\d]{0,6})?$"
)
# 投入产出比达到1:5以上: what the second figure says of the first is asked for.
_SECOND_GROWS = re.compile(
    r"(?:投入产出|投产|投资回报|床护|医护)比(?:例|值|率)?[^，。；\d]{0,8}(?:1[:：∶]\d{1,5}(?:\.\d{1,4})?[^，。；\d]{0,6})?$"
)
# pH值3.0至6.5: a scale without a unit
_ON_BARE_SCALE = re.compile(
    r"[Pp][Hh]\s?值?(?:适应|适用|耐受|工作|变化)?(?:范围)?\s?(?:[：:]|为|在|介于|于)?\s?\d{1,2}(?:\.\d{1,2})?$"
)
_LONGEST_SCALE = 20

# 膜层厚度（30±2）μm, 充电电压（3.0～4.2）V: one unit for both figures, behind their bracket.
_BRACKETED = re.compile(
    r"[（(][ ]?[+＋\-−]?\d[\d.]{0,8}[ ]?(?:±|～|~|-|−|－|–|—|至)[ ]?[+＋\-−]?\d[\d.]{0,8}[ ]?[）)][ ]?"
    r"(?=[^\s\d，。；、])"
)


@dataclass(frozen=True, slots=True)
class Second:
    """What a range goes on to: where it ends, its unit, and both values (the first may be moved by a tolerance)."""

    end: int
    unit: str | None
    low: float
    high: float


def second_half(
    text: str, at: int, value: float, unit: str | None, unit_at: UnitAt, no_amount: re.Pattern[str]
) -> Second | None:
    """The second half of a range whose first half, ``value`` with ``unit``, ends at ``at``; None where none follows.

    ``no_amount`` matches what makes a date or a name of the second number.
    """
    for mark in (_RANGE, _AND, _TOLERANCE):
        joint = mark.match(text, at)
        match = NUMBER.match(text, joint.end()) if joint else None
        number = number_from(match) if match else None
        if number is None:
            continue
        end, other = (number.end, number.unit) if number.unit else unit_at(number.behind(text))
        if no_amount.match(text, number.end):
            return None
        spelled = number.han and min(value, number.value) >= _SPELLED
        bare = other is None and unit is None and mark is _RANGE and not spelled
        if bare and max(value, number.value) < _LARGE and not _is_on_bare_scale(text, at):
            return None  # 3-5 alone may number something
        if mark is _RANGE and _are_of_two_kinds(unit, other):
            continue
        if mark is _TOLERANCE:
            spread = value * number.value / 100 if other == "%" and unit != "%" else number.value
            kept = unit if other == "%" and unit != "%" else other or unit
            return Second(end, kept, clean_float(value - spread), clean_float(value + spread))
        if mark is _AND:
            end, other = (number.end, None) if other == "间" else (end, other)  # 10000与20000间 are no rooms
            between = _BETWEEN.match(text, end)
            return Second(between.end(), other or unit, value, number.value) if between else None
        return Second(end, other or unit, value, number.value)
    return None


def _is_on_bare_scale(text: str, at: int) -> bool:
    return _ON_BARE_SCALE.search(text, max(0, at - _LONGEST_SCALE), at) is not None


def _are_of_two_kinds(unit: str | None, other: str | None) -> bool:
    """47%——37℃水浴: two known units of two dimensions, so that the dash begins a remark."""
    if unit is None or other is None or unit not in units() or other not in units():
        return False
    return units()[unit].dimension != units()[other].dimension


def bracketed_unit(text: str, at: int, unit_at: UnitAt) -> tuple[int, str] | None:
    """Where the unit behind the bracket of a range ends, whose first figure begins at ``at``, and its name."""
    match = _BRACKETED.match(text, at - 1) if at else None
    end, unit = unit_at(match.end()) if match is not None else (at, None)
    counts = unit in units() and units()[unit].counts  # 表（1-3）所示
    return (end, unit) if unit is not None and not counts else None


def ratio(text: str, start: int, end: int, value: float) -> tuple[int, float] | None:
    """压缩比10:1 -> where it ends and 10.0; None where no ratio stands there. 投入产出比1:5 is 5.0."""
    match = _RATIO.match(text, end)
    if match is None or float(match["second"]) == 0 or _RATIO_BEFORE.search(text[max(0, start - 36) : start]) is None:
        return None
    second = float(match["second"])
    inverse = value == 1 and _SECOND_GROWS.search(text[max(0, start - 36) : start]) is not None
    return match.end(), clean_float(second if inverse else value / second)


def scaled(low: float, high: float) -> float:
    """The first value with the multiplier that stands at the end only: 3-5万元 begins at 30000."""
    if 0 < low < 1000 and high >= 1e3 and high / low >= 1000:
        for factor in (1e8, 1e4, 1e3):
            if high % factor == 0 and low < high / factor:
                return clean_float(low * factor)
    return low
