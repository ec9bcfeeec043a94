"""How a figure bounds: a comparing word further off, and what 优于 asks of a metric."""

import re
from dataclasses import replace

from extractors.targets.metrics import lower_is_better
from extractors.values.quantities import Quantity
from extractors.values.units import canonical
from schemas.facts import Comparator

_MOST_PER_CENT = 50  # 提取精度优于92%: no error is asked to be that large
_SHARES, _SPREAD = (
    ("%", "‰", "ppm"),
    re.compile(r"(?:重复性|均匀性|均匀度|稳定性|稳定度|平坦度|线性度)$"),
)  # 重复性优于1%
# 量程±1200 A reaches to both sides, 定位精度±0.02mm is a deviation.
_REACH = re.compile(
    r"(?:量程|范围|行程|量限|(?:转|摆|偏转|俯仰|横滚|侧倾|扫描|视场|旋转)角度?|摆幅|(?:调[节整]|偏转|俯仰|摆动)(?:幅度|量))$"
)
# 频率稳定度优于100 kHz; 稳定性优于1000小时 lasts
_DEVIATIONS = frozenset(canonical(1.0, unit)[1] for unit in ("Hz", "mm", "℃", "V", "A", "W", "Pa"))
_NEAR = 32  # characters that 不低于…的 may take
_SHARE_SIGNS: dict[str, Comparator] = {"least": ">=", "most": "<=", "less": "<", "more": ">"}
_AT_LEAST = re.compile(r"(?:至少|最少)(?:应|须|需)?[\u4e00-\u9fff]{1,4}$")
# Not 3家规模以上企业, 2名硕士以上人员: which ones are counted.
_BEHIND_NOUN = re.compile(
    r"(?!规模|限额|[国省市县区校院部厅]级|[初中高]级|副高|本科|硕士|博士|大专)[\u4e00-\u9fff]{2,4}?(?<!及)及?以上(?=[的，,。；;、\n]|$)"
)
_SCALE = re.compile(
    r"(?:(?P<least>不得?[低少小短]于|至少(?:为|达)?)|不得?(?:超过|高于|多于|大于|长于))"
    r"(?:有效|额定|设计|标准|相当|当量|等效|最大|最小|平均|海拔|水下|年均){0,2}"
    r"(?:波高|浪高|水深|深度|高度|海拔|高程|风速|流速|压力|压强|当量|负载|载荷|温度|距离|长度|直径|口径|厚度|[跨坡]度)\s?$"
)
# 产率不低于每千克投加有机物0.28立方米: before what the figure is counted by
_PER = re.compile(
    r"(?:(?P<least>不得?[低少小]于|至少(?:为|达)?|达到?)|不得?(?:超过|高于|多于|大于))"
    r"每(?!年|月|天|日|周|季|小时|秒|分)[^，。；：\n\d]{1,14}\s?$"
)
_SHARE_OF = re.compile(
    r"(?:(?P<least>不得?[低少小]于|至少(?:为|占)?)|(?P<most>不得?(?:超过|高于|多于|大于))|(?P<less>[低少小]于)"
    r"|(?P<more>超过|[高多大]于))[^，。；：\n\d]{2,20}的$"
)


def comparator_of(quantity: Quantity, metric: str) -> Comparator:
    """The quantity's comparator; 优于 depends on whether less of the metric is better, ± on what it is of."""
    if quantity.both_sides:
        return _of_both_sides(quantity, metric)
    if not quantity.better or (quantity.unit == "%" and quantity.value >= _MOST_PER_CENT):
        return quantity.comparator
    tiny = quantity.unit is None and 0 < quantity.value < 1e-3  # 稳定度优于5×10⁻⁹
    level = quantity.value < 0 and (quantity.unit or "").startswith("dB")  # EVM优于-32dB
    deviates = quantity.unit in _SHARES or canonical(1.0, quantity.unit)[1] in _DEVIATIONS
    spread = deviates and _SPREAD.search(metric) is not None
    return "<=" if tiny or level or spread or lower_is_better(metric) else quantity.comparator


def _of_both_sides(quantity: Quantity, metric: str) -> Comparator:
    """量程±1200 A and 量程不小于±1000 A ask for so much at least; 精度不低于±0.5% allows so much at most."""
    alone = quantity.start - quantity.outer_start <= 1
    if _REACH.search(metric) is not None:
        return "=" if alone else quantity.comparator
    return "<=" if quantity.comparator in (">=", ">") else quantity.comparator


def _named_bound(stretch: str, quantity: Quantity) -> Quantity | None:
    """抗浪能力不低于有效波高4 m, 耐压不小于水深300米: the comparing word stands before the name of the scale."""
    begin = max(0, quantity.start - _NEAR)
    match = None if quantity.counts or quantity.change else _SCALE.search(stretch, begin, quantity.start)
    match = match or (_PER.search(stretch, begin, quantity.start) if not quantity.change else None)
    if match is None or quantity.unit is None:
        return None
    comparator: Comparator = ">=" if match["least"] else "<="
    return replace(quantity, outer_start=match.start(), comparator=comparator, compared=True)


def compared_share(stretch: str, quantity: Quantity) -> Quantity:
    """不低于总投资的30%, 至少完成过2项: the comparing word stands before what the share is of, or before a verb.

    3个领域以上的示范应用: it stands behind what is counted.
    """
    if quantity.compared or quantity.change:
        return quantity
    if quantity.counts and _BEHIND_NOUN.match(stretch, quantity.outer_end):
        return replace(quantity, comparator=">=", compared=True)
    if (named := _named_bound(stretch, quantity)) is not None:
        return named
    match = _AT_LEAST.search(stretch, max(0, quantity.start - _NEAR), quantity.start)
    if match is not None:
        return replace(quantity, outer_start=match.start(), comparator=">=", compared=True)
    match = _SHARE_OF.search(stretch, max(0, quantity.start - _NEAR), quantity.start)
    if match is None or quantity.unit not in ("%", "‰", "倍", "成"):
        return quantity
    comparator = next(sign for name, sign in _SHARE_SIGNS.items() if match[name])
    return replace(quantity, outer_start=match.start(), comparator=comparator, compared=True)
