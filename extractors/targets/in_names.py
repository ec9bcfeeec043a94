"""Figures that are part of a metric's name: 72h清除率, 650℃抗拉强度, 自15℃降至−18℃用时."""

import re

from extractors.values.quantities import Quantity

# 果心降温至5℃所需时间不超过40分钟: what the time is measured of.
_TAKES = re.compile(
    r"的?(?:所需|所用|需要|需用|需)(?:的)?(?:时间|时长|能耗|功率|功耗|电量)|的?(?:用时|耗时|历时)|的时间|[仅只]?需(?=约?\d)"
)
# 72h清除率不低于80%: the time that the measure takes is part of its name.
_NEAR = 12  # characters before a figure that are looked at
_TIMES = frozenset({"次", "小时", "h", "个小时", "分钟", "min", "天", "d", "s", "秒", "年", "个月", "月", "周"})
_NAMES = _TIMES | {"英寸", "寸"}  # and so is a size: 单支8英寸元件产水量不低于45立方米/天
WARM = frozenset({"℃", "°C", "K"})
_HELD = re.compile(r"[\u4e00-\u9fff]{2,14}?(?:不(?=[低少高大小超多])|[≥≤＞＜><达优]|[大小高低多少]于)")
# 在95%乙醇模拟物中的迁移量≤0.6mg/kg: the strength of what it is measured in
_IN_MEDIUM = re.compile(rf"[\u4e00-\u9fff]{{2,10}}中的?{_HELD.pattern}")
# 粉尘（小于150μm颗粒）含量≤0.5%: the size of what is counted, in brackets within the name
_WITHIN_NAME = re.compile(
    r"[\u4e00-\u9fff]{0,8}[）)]的?[\u4e00-\u9fff]{0,4}(?:含量|占比|比例|比率|数量|浓度|[去脱]除率|残留量?|检出率)"
    r"(?:不[低少高大超小多]|[≥≤＞＜><]|[大小高低多少]于)"
)
_OPENED = re.compile(r"[\u4e00-\u9fff][（(][^（）()\d]{0,8}$")
# 试剂盒2—8℃保存期不少于12个月, 常温（2—30℃）保存期: at what warmth it is kept; a 工作温度 is asked for itself
_OF_WARMTH = re.compile(
    r"(?:温度|温域|温区|温差|温升|控温|温控|耐[高低]?温|温范围)(?:范围)?(?:[（(]|[:：为在是至达])?\s?$"
)
_IN_BRACKET, _BEHIND_BRACKET = (
    re.compile(r"[\u4e00-\u9fff\dA-Za-z][（(]\s?$"),
    re.compile(rf"\s?[）)]的?{_HELD.pattern}"),
)
_AT = re.compile(r"处的?(?=[\u4e00-\u9fff]{2})")  # 距设备1m处噪声不高于78dB(A)


def is_in_name(stretch: str, quantity: Quantity) -> bool:
    """72h清除率不低于80%, 650℃抗拉强度≥1050MPa, 自15℃降至−18℃用时不超过22min: under what it is measured."""
    warm = quantity.unit in WARM
    length = quantity.unit in ("m", "米", "cm", "厘米", "mm", "毫米")
    if length and not quantity.compared and _AT.match(stretch, quantity.outer_end):
        return True
    if _WITHIN_NAME.match(stretch, quantity.outer_end) and _OPENED.search(stretch[: quantity.outer_start]):
        return True
    if warm and _is_kept_at(stretch, quantity):
        return True
    strength = (
        quantity.unit == "%" and not quantity.compared and stretch[: quantity.outer_start].rstrip().endswith("在")
    )
    if strength and _IN_MEDIUM.match(stretch, quantity.outer_end):
        return True
    course = warm and stretch[quantity.outer_start : quantity.start].rstrip().endswith(("至", "到"))
    course = course or (warm and quantity.value_max is not None)
    if quantity.compared and not course:
        return False
    named = not quantity.compared and (warm or quantity.unit in _NAMES) and _HELD.match(stretch, quantity.outer_end)
    return bool(named) or (quantity.unit not in _NAMES and _TAKES.match(stretch, quantity.outer_end) is not None)


def _is_kept_at(stretch: str, quantity: Quantity) -> bool:
    """试剂盒2—8℃保存期不少于12个月, 常温（2—30℃）保存期不少于12个月: a range of warmth within the name."""
    if quantity.value_max is None or quantity.outer_start < quantity.start or quantity.outer_end > quantity.end:
        return False
    before = stretch[max(0, quantity.start - _NEAR) : quantity.start]
    if _OF_WARMTH.search(before):
        return False
    if _IN_BRACKET.search(before):
        return _BEHIND_BRACKET.match(stretch, quantity.end) is not None
    return _HELD.match(stretch, quantity.end) is not None
