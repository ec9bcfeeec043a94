"""Forms in lines: 1.单位全称： and 2.法定代表人： one below the other, where no title says that a form begins."""

import re
from collections.abc import Sequence
from itertools import accumulate

# 4.单位类型：□企业 □高等学校, 填报日期：____年__月__日, 单位简况（400字以内）：
_LABEL = re.compile(
    r"(?:\d{1,2}[.．、]\s?)?[\u4e00-\u9fffA-Za-z\d、/]{2,18}(?:[（(][^（）()]{1,60}[）)])?[^。；：:]{0,4}[:：]\s*"
    r"(?:[□☐].*|[_＿\s年月日]*)"
)
_BESIDE = re.compile(r"[□☐].*|.*[（(](?:签[字章]|公章|盖章)[）)].*")  # options below a label, and who signs
_HEAD = re.compile(r"(?:[甲乙丙丁一二三四五六A-D][、.．]|[（(][一二三四五六][）)])\s?[\u4e00-\u9fff]{2,12}")
_LEAST = 5
_SHARE = 0.7
# 5. 首席研究者 over 5.1 姓名: numbers in order, and short words that are no sentence
_COUNTED = re.compile(r"(?P<number>\d{1,2})(?:[.．、](?P<part>\d{1,2})?)\s?(?P<words>[^\d\s。；，：:][^。；]{1,40})")
_TITLE = re.compile(r"[\u4e00-\u9fff]{2,20}")
_NOTE = re.compile(r"[（(]?(?:填[写报表]|说明|注|备注)[^\n]{2,120}")


def form_begins(lines: Sequence[str]) -> int | None:
    """The index of the first line of a form that follows instructions: a label, or a short heading over it.

    From there on most lines are labels with nothing behind them, five at least; None where no line is such.
    """
    labels = [_LABEL.fullmatch(line) is not None for line in lines]
    counted = [
        label or not (_BESIDE.fullmatch(line) or _HEAD.fullmatch(line))
        for label, line in zip(labels, lines, strict=True)
    ]
    left = list(accumulate(reversed(labels)))[::-1]
    among = list(accumulate(reversed(counted)))[::-1]
    first = next((i for i, label in enumerate(labels) if label and left[i] >= max(_LEAST, _SHARE * among[i])), None)
    if first is None:
        return None
    return first - 1 if first and _HEAD.fullmatch(lines[first - 1]) else first


def only_labels(lines: Sequence[str]) -> bool:
    """A form of nothing but counted labels (5. 首席研究者 over 5.1 姓名), a title and a note: no headings."""
    lines = lines[:-1] if lines and _NOTE.fullmatch(lines[-1]) else lines
    lines = lines[1:] if lines and _TITLE.fullmatch(lines[0]) else lines
    counted = [_COUNTED.fullmatch(line) for line in lines]
    if len(lines) < _LEAST or not all(counted):
        return False
    whole = [int(one["number"]) for one in counted if one is not None and not one["part"]]
    return whole == list(range(1, len(whole) + 1)) and len(whole) < len(lines)
