"""How long ahead something is told (提前量): 严重故障至少提前4天报出, 提前不少于72小时给出故障预报."""

import re

from extractors.values.quantities import Quantity

_UNITS = frozenset({"天", "日", "小时", "h", "个小时", "分钟", "min", "秒", "s"})
_BEFORE = re.compile(r"提前(?:不少于|不低于|至少|约)?$")
_WHAT = re.compile(
    r"(?:以上|左右)?(?:给出|作出|做出|发出|发布|实现|完成|进行|地)?"
    r"(?P<what>[\u4e00-\u9fff]{0,8}?(?:预警|预报|预测|报出|报警|告警|发现|识别|研判|提示))(?P<of>[\u4e00-\u9fff]{2,6})?"
)


def ahead(stretch: str, quantity: Quantity) -> re.Match[str] | None:
    """What is told so long ahead, as the group ``what`` (``of`` what, where that stands behind); None for others."""
    if quantity.unit not in _UNITS or _BEFORE.search(stretch, max(0, quantity.start - 8), quantity.start) is None:
        return None
    return _WHAT.match(stretch, quantity.outer_end)
