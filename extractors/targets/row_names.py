"""The metric that a row of a table names: 灵巧手 | 指尖力 is 灵巧手指尖力, （1）净输出功率不低于50kW is 净输出功率."""

import re
from collections.abc import Sequence

from extractors.targets.metrics import metric_before, noun_behind
from extractors.values.quantities import Quantity, find_quantities
from extractors.values.units import multiplied

IN_BRACKETS = re.compile(r"[（(]([^（）()]{1,10})[)）]\s*$")
MARK = re.compile(r"[，,。；;、：:\n]\s*")
_BOUND = re.compile(
    r"(?:应|须|需)?(?:不[低少小]于|不[超大高多][过于出]?|≥|≤|≧|≦|＞|＜|>|<|优于|达到?|大于|小于|低于|高于|至少)\s*±?\d"
)
_ROW_NUMBER = re.compile(
    r"^(?:[（(]\d{1,2}[)）]|\d{1,2}[)）、．]|[A-Z]\d{1,2}[\s、.．])\s*"
)  # （1）基板热导率, K2 潜深
_PART_OF_WHOLE = 3  # characters of a row's name that may be a part (手, 关节, 电池包) and no metric
_MEASURE = re.compile(
    r"(?:率|比例|误差|时间|[用耗]时|时长|时延|延迟|能耗|用能|数量|次数|周期|寿命|成本|精度|强度|距离)$"
)
# Another name of the metric in brackets; （万元）, （千瓦） and （以上） are none.
_ALIAS = re.compile(r"[\u4e00-\u9fff]{4}[（(](?!单位|以[上内下])(?P<name>[\u4e00-\u9fff]{2,8}|[A-Z]{3,6})[)）]$")


def metric_of_row(labels: Sequence[str], words: str, quantity: Quantity) -> str:
    """The metric of a figure in the cell ``words``, by the words of its row in the columns of names; "" for none."""
    names = [_name_of(label) for label in labels]
    names = [one for one in names if _BOUND.match(one) is None] or names  # 总损失率 | ≤2.8% | ≤2.5%
    # 整机 | 整机重量
    names = [one for one in names if not any(other != one and other.startswith(one) for other in names)]
    joined = "".join(dict.fromkeys(name for name in names if name and not name.isdigit()))
    if not joined:
        return noun_behind(words, quantity.outer_end, len(words))[0]
    return joined + _own_name(words, quantity, joined)


def _own_name(words: str, quantity: Quantity, row: str) -> str:
    """What the cell calls its figure, where the row says of what it is: 手 | 自由度增至22个, 预警 | 空报率≤20%."""
    begin = max((mark.end() for mark in MARK.finditer(words[: quantity.outer_start])), default=0)
    own = metric_before(words[begin : quantity.outer_start])
    named = len(row) <= _PART_OF_WHOLE or (_MEASURE.search(own) and own[-2:] not in row)
    return own if named and len(own) >= 2 and row not in own and not re.search(r"\d", own) else ""


def _name_of(label: str) -> str:
    """The metric in a label, without its unit in brackets and without the bound that is asked: 净输出功率不低于50kW.

    What the bracket calls it (相互影响（串扰）) stays.
    """
    bare = _ROW_NUMBER.sub("", label)
    alias = _ALIAS.search(bare)
    bare = bare if alias is not None and multiplied(alias["name"])[1] is None else IN_BRACKETS.sub("", bare)
    bound = _BOUND.search(bare)
    if bound is None:
        behind = next((q for q in find_quantities(bare) if q.outer_end > q.end), None)  # 内存容量128GB及以上
        ends = behind is not None and behind.outer_start >= 2 and not bare[behind.outer_end :].strip()
        return bare[: behind.outer_start].rstrip() if behind is not None and ends else bare
    if bound.start() < 2:
        return bare
    asked = next((q for q in find_quantities(bare) if q.outer_end > bound.start()), None)
    noun, _ = noun_behind(bare, asked.outer_end, len(bare)) if asked is not None else ("", 0)
    return bare[: bound.start()] + noun  # 上机验证≥30套模具: 上机验证模具
