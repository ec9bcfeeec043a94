"""What the sums of a form are of: 经费（万元） beside or above 总经费, 自筹经费."""

import re
from collections.abc import Sequence

from extractors.forms.cells.cells import FormCell
from extractors.forms.labels.words import is_known_label

_SUMS = re.compile(r"(?:项目)?(?:经费|资金|预算|投资|投入)(?:预算|情况|来源|安排|构成)?[（(][百千]?[万亿]?元[）)]")


def heads_sums(words: str) -> bool:
    """经费（万元）: what the sums behind or below it are of."""
    return _SUMS.fullmatch(words) is not None


def row_heads_sums(row: Sequence[FormCell]) -> bool:
    """经费（万元） | 总经费 | 460 | 自筹经费 | 260: what the sums are of is no label with a value."""
    heads = len(row) > 3 and heads_sums(row[0].words) and is_known_label(row[1].words)
    return heads and re.search("经费|资金|投[资入]|预算", row[1].words) is not None
