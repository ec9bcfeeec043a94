"""Where a call sets bounds to the work: not to money, people, paper or who may apply."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.directions.labels.figures import bounds_in
from schemas.text import Block, Text

# 提高到90%, 要到百分之八十八, 每小时处理量6000朵以上
_REACHED = re.compile(
    r"(?:[提升降减缩扩][\u4e00-\u9fff]?[到至]|[要须需应]到|[达做]到?|控制在|稳定在|不小于)\s?(?:\d|百分之|[一二三四五六七八九十百千两]{1,5}[^\u4e00-\u9fff，。；一])"
    r"|\d[^\s，。；：\d元]{0,6}(?:以[上下内])"
)
_MONEY = re.compile(
    r"万元|亿元|经费|资助|补[助贴]|奖[励金]|注册|营业|[营税]收|年龄|社保|在职|研发(?:人员|投入|费用)|单位|团队"
)
_NO_WORK = re.compile(r"[字页份岁人名家月年日]以[上下内]|工作日|\d[年月日]|元以[上下内]")


@dataclass(frozen=True, slots=True)
class Figures:
    """The offsets, in order."""

    at: Sequence[int]

    def within(self, start: int, end: int) -> int:
        """How many stand in the half-open stretch."""
        return bisect_left(self.at, end) - bisect_left(self.at, start)


def figures_in(text: Text, blocks: Sequence[Block]) -> Figures:
    """The bounds in these blocks."""
    found: set[int] = set()
    for block in blocks:
        words = text.clean[block.start : block.end]
        found |= {block.start + one.outer_start for one in bounds_in(words)}
        found |= {block.start + one.start() for one in _REACHED.finditer(words) if _NO_WORK.search(one.group()) is None}
    return Figures(sorted(found))
