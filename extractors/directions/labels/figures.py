"""Figures that bound: what tells a goal from mere words where no label, or an unknown one, says what stands there."""

import re

from extractors.values.quantities import Quantity, find_quantities

# Of money, people and papers: not what the work has to reach.
_NO_MEASURE = frozenset({"元", "人", "名", "位", "份", "岁", "周岁", "家", "字", "页", "日", "号"})
# 年均停机近三十次, 现有效率不足60%: how things are
_TOLD = re.compile(r"(?:近|约|仅|只|才|逾|[多高长]达|不足|不到|上)")


def bounds_in(words: str) -> list[Quantity]:
    """The figures with a comparing word (不低于25 kOe, 达到300吨, ≥90%), in order; none of money, people and papers."""
    asked = (one for one in find_quantities(words) if one.compared and one.unit not in _NO_MEASURE)
    return [one for one in asked if _TOLD.match(words, one.outer_start) is None]
