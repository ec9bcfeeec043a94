"""Figures of what is given, not of what is made: 1980-2020年的气象数据, 公元700-1200年间, 该流域面积约4000平方公里."""

import re

from extractors.values.quantities import Quantity

_FIRST_YEAR, _LAST_YEAR = 1000, 2200
_NEAR = 24  # characters before a figure that are looked at
_ERA = re.compile(r"(?:公元前?|西元)\s?$")
# 该流域面积约…, 该湖水域面积为…: how large the place is that the work is about, behind a word that points to it
_PLACE = re.compile(
    r"(?:该|此|这[一个片条])(?:[流区海水]域|地区|河[流段]?|[江湖海岛山]|湖泊|水库|盆地|灌区|矿区|园区|保护区|城市|县域|[省市县])"
    r"[\u4e00-\u9fff]{0,6}(?:面积|长度?|人口|海拔|水深|深度|宽度?|库容|降[水雨]量)(?:约|为|近|达|大约|接近)?为?\s?$"
)


def is_set_out(stretch: str, quantity: Quantity) -> bool:
    """Calendar years from and to which data reach, or the size of a place, without a bound."""
    if quantity.unit == "年" and quantity.value_max is not None:
        calendar = _FIRST_YEAR <= quantity.value < quantity.value_max <= _LAST_YEAR
        return calendar or _before(_ERA, stretch, quantity.start)
    return quantity.comparator in ("=", "~") and _before(_PLACE, stretch, quantity.start)


def _before(pattern: re.Pattern[str], stretch: str, at: int) -> bool:
    return pattern.search(stretch, max(0, at - _NEAR), at) is not None
