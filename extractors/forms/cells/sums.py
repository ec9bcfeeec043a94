"""What the sums of a form are of: 经费（万元） beside or above 总经费, 自筹经费."""

import re
from collections.abc import Sequence

from extractors.forms.cells.cells import FormCell
from extractors.forms.labels.words import could_be_label, is_known_label

_SUMS = re.compile(
    r"(?:项目)?(?:经费|资金|预算|投资|投入)(?:预算|情况|来源|安排|构成|筹措|筹集)?[（(][百千]?[万亿]?元[）)]"
)
# 申请省级资金, 单位自筹, 设备费（万元）: what a sum is for or comes from
_OF_SUM = re.compile(
    r"[\u4e00-\u9fff]{0,10}(?:[^收自]费|费用|经费|资金|自筹|配套|补助|补贴|拨款|投入|投资|合计|总计|总额|金额)(?:[（(][百千]?[万亿]?元[）)])?"
)
_SUM = re.compile(r"\d[\d,，]{0,14}(?:\.\d{1,4})?\s?(?:百|千)?(?:万|亿)?元?")
_FEWEST = 3  # sums side by side
_LABEL_AND_SUM = 2  # cells behind the head


def heads_sums(words: str) -> bool:
    """经费（万元）: what the sums behind or below it are of."""
    return _SUMS.fullmatch(words) is not None


def are_sums(row: Sequence[FormCell]) -> bool:
    """申请省级资金 | 单位自筹 | 设备费: a sum is asked for below each; 科目 | 金额 heads a list of them."""
    words = [cell.words for cell in row]
    return len(words) >= _FEWEST and len(set(words)) == len(words) and all(map(_OF_SUM.fullmatch, words))


def row_heads_sums(row: Sequence[FormCell]) -> bool:
    """经费（万元） | 总经费 | 460 | 自筹经费 | 260: what the sums are of is no label with a value."""
    if len(row) <= _LABEL_AND_SUM or not heads_sums(row[0].words):
        return False
    if len(row) % 2 and could_be_label(row[1].words) and _SUM.fullmatch(row[2].words):
        return True  # 资金筹措（万元） | 总额 | 520 | 省级补助 | 180: a sum behind a label, whatever it is called
    named = is_known_label(row[1].words) and re.search("经费|资金|投[资入]|预算", row[1].words) is not None
    return len(row) > _LABEL_AND_SUM + 1 and named
