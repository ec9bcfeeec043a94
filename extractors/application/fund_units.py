"""The unit of a budget (万元, 元) in a head, a name or the words above, and a number in it as a sum in 元."""

import re

_UNIT = re.compile(r"(?<![单多])(?P<factor>亿|万|千|百)?元(?![件器素])")  # not of 单元, 多元化, 元器件
_FACTORS = {"亿": 1e8, "万": 1e4, "千": 1e3, "百": 1e2, None: 1.0}


def unit_of(words: str) -> str | None:
    """The first unit of money in ``words`` (元, 百元, 千元, 万元, 亿元)."""
    match = _UNIT.search(words)
    return match.group() if match else None


def in_yuan(number: str, unit: str | None) -> float:
    """``number`` (1,260.5) of ``unit`` in 元, to the cent; without a unit it is 元 already."""
    match = _UNIT.match(unit or "元")
    return round(float(number.replace(",", "")) * _FACTORS[match["factor"] if match else None], 2)
