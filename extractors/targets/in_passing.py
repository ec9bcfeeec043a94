"""Figures named in passing: who tries it (至少一家用户的验证), how many are listed, of which share."""

import re

from extractors.values.quantities import Quantity

# 一家用户的整机验证, 两类溶剂的相容性研究: work that is done with so many
_WORK = r"(?:研究|试验|实验|验证|测试|评价|培训|试用|考核|检验|比对|示范|观察|监测|装机|部署|应用|运行|试点|安装)"
_WORK_WITH = re.compile(rf"[^，。；：\d]{{1,16}}的[^，。；：\d]{{0,12}}?{_WORK}(?=[，,。；;、\n]|$)")
# 一家不属于联合体的养殖场完成装机, 一家第三方机构试用: any one will do
_DONE_THERE = re.compile(
    rf"(?:[^，。；：\n（）()\d]|[（(][^（）()\n]{{1,20}}[）)]){{1,24}}?(?:(?:完成|开展|进行|实施|实现)[^，。；：\d]{{0,8}})?{_WORK}"
    r"(?=[，,。；;、\n]|$)"
)
_WITH = re.compile(r"(?:[与对在由经交向给]|(?<!不[少低小])于|针对|安排|组织|开展)(?:至少|最少|不少于|不低于)?\s?$")
_AT_ONE = re.compile(r"(?:至少|最少|不少于)?(?:在|(?<!不[少低小])于)\s?$")
_MOST = 10  # a count in characters beyond that is asked for
# 值机、安检、装车三个节点的数据
_LISTED = re.compile(r"(?:[\u4e00-\u9fffA-Za-z\d]{1,12}、){1,9}[\u4e00-\u9fffA-Za-z\d]{1,12}?$")
_REACHES = "到达"
# 返潮率（湿度超过0.2的点位占比）不超过10%
_OF_SHARE = re.compile(r"的[\u4e00-\u9fff]{2,12}[）)](?:[不≥≤＞＜><]|[大小高低多少]于|[为达])[^，。；\n]{0,4}\d")
# 提升万亿级参数模型的工程效率, 面向百亿级模型的推理加速: the size of what is worked on, with no bound
_OF_CLASS = re.compile(r"(?:级别?|量级)[^，。；：、\d]{2,16}的[^，。；：、\d]{2,8}(?=[，。；、\n]|$)")
_WORKED_ON = re.compile(
    r"(?:提[升高]|改善|优化|降低|减少|面向|针对|支撑|支持|适应|满足|解决|研究|突破|攻克|探索)(?:了|对|在)?[\u4e00-\u9fff]{0,4}$"
)
_NEAR, _REACH = 120, 12


def is_in_passing(stretch: str, quantity: Quantity) -> bool:
    """The figure says with whom or of which; what is asked for are words, or another figure."""
    if quantity.compared and _OF_SHARE.match(stretch, quantity.outer_end):
        return True
    if not quantity.compared and _is_class(stretch, quantity):
        return True
    if not (quantity.han and quantity.counts and quantity.value < _MOST):
        return False
    return _is_with(stretch, quantity) or _counts_the_listed(stretch, quantity)


def _is_class(stretch: str, quantity: Quantity) -> bool:
    """提升万亿级参数模型的工程效率: of models of that size the efficiency."""
    behind = stretch.find("级", quantity.start, quantity.end + 1)
    if behind < 0 or _WORKED_ON.search(stretch[max(0, quantity.start - _REACH) : quantity.start]) is None:
        return False
    return _OF_CLASS.match(stretch, behind) is not None


def _is_with(stretch: str, quantity: Quantity) -> bool:
    """与至少两类溶剂的相容性研究, 至少在一家…养殖场完成装机: not 完成三家用户的试用, which is counted."""
    if not quantity.compared:
        return False
    before = stretch[max(0, quantity.start - _NEAR) : quantity.start]
    one = quantity.value == 1
    if one and (_WITH.search(before) or _AT_ONE.search(before)) and _DONE_THERE.match(stretch, quantity.outer_end):
        return True
    return (one or _WITH.search(before) is not None) and _WORK_WITH.match(stretch, quantity.outer_end) is not None


def _counts_the_listed(stretch: str, quantity: Quantity) -> bool:
    """打通值机、安检、装车、到达四个节点: as many as are listed, the last of them 到达."""
    start = quantity.start
    listed = _LISTED.search(stretch, max(0, start - _NEAR), start)
    said = stretch[quantity.outer_start : start]
    reaches = said == "达" and stretch[:start].endswith(f"、{_REACHES}")
    return listed is not None and (not said or reaches) and listed.group().count("、") + 1 == quantity.value
