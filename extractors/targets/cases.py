"""Bounds that say in which case another one holds (情形): 营业收入超过5亿元的企业，该比例不低于4%."""

import re

from extractors.values.quantities import Quantity

_BOUND = r"(?:不[低少高大小超多]|[≥≤＞＜><]|[大小高低多少]于|达|在?\s?\d)"
# What stands behind the comma has no name of its own: 该比例, 其占比, 比例
_OF_WHOM = re.compile(
    r"的?[\u4e00-\u9fff]{0,6}(?:企业|单位|机构|主体|团队|院所|高校|学校|医院|合作社|申报人|项目)[，,]\s?"
    rf"(?:(?:该|其|此项?|上述)[\u4e00-\u9fff]{{2,8}}?|(?:比例|占比|比重))(?:应|须|需)?当?{_BOUND}"
)
# 达100公斤体重日龄≤155天: at what weight the age is told, in one breath
_AT_WHICH = re.compile(rf"(?:体重|体长|株高|胸径|浓度|温度|压力|转速|载荷|车速)[\u4e00-\u9fff]{{1,8}}?{_BOUND}")
_WHO = re.compile(r"的[\u4e00-\u9fff]{0,6}(?:企业|单位|机构|主体|团队|院所|高校|学校|医院|合作社|申报人|项目)$")
_NEAREST = "，,。；;：:、\n"
_FARTHEST = 60


def is_case(stretch: str, quantity: Quantity) -> bool:
    """The figure says for whom, or at what state, the bound behind it holds."""
    if _OF_WHOM.match(stretch, quantity.outer_end):
        return True
    opens = quantity.outer_start == 0 or stretch[quantity.outer_start - 1] in _NEAREST
    reached = opens and stretch[quantity.outer_start : quantity.start].startswith(("达", "在", "至"))
    return reached and _AT_WHICH.match(stretch, quantity.outer_end) is not None


def with_case(stretch: str, clause: int) -> int:
    """Where the words of 该比例不低于4% begin with the case that they hold in."""
    if clause < 2 or stretch[clause - 1] not in "，," or not stretch.startswith(("该", "其", "此", "上述"), clause):
        return clause
    low = max(0, clause - _FARTHEST)
    begin = max(stretch.rfind(mark, low, clause - 1) for mark in _NEAREST) + 1
    case = stretch[begin : clause - 1]
    told = re.search(r"\d", case) is not None and _WHO.search(case) is not None
    return begin if told and begin >= low else clause
