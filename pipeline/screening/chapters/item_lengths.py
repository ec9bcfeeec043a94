"""Limits on each item of a chapter (创新点（不超过3条，每条不超过100字）), and the item that is longer."""

import re

from extractors.values.han_numerals import han_value
from pipeline.screening.application.substance import length, office_length, squeeze

_NUMBER = r"(?P<most>[\d,]{2,6}|[一二两三四五六七八九十百千]{1,6})"
# 每条不超过100字, 各点限80字, 每项100字以内
_ASKED = re.compile(
    rf"[每各]一?[条项点个段](?:[\u4e00-\u9fff]{{0,6}}?)(?:(?:不(?:得|能|应|可)?(?:超过|多于|大于|超)|控制在|限在?|最多|≤)\s?{_NUMBER}\s?字(?!以上|起)"
    rf"|{_NUMBER.replace('most', 'within')}\s?字(?:以内|之内|以下|内))"
)
# 1.…, （2）…, 三是…, 第四，…, ①… at the head of a line or sentence
_ITEM = re.compile(
    r"(?:^|(?<=\n)|(?<=[。；;]))[ \t\u3000]{0,8}(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）.、．](?!\d)"
    r"|[一二三四五六七八九]是|第[一二三四五六七八九][，、：:]|[①-⑳]|创新(?:点|之处)?[一二三四五六七八九\d][:：、.．])\s?"
)
_FEWEST = 2  # items: one alone may be no list
CLEARLY_OVER = 1.02


def item_limit(asked: str) -> int | None:
    """The most characters of each item; None where the title and the guidance limit none."""
    found = _ASKED.search(squeeze(asked))
    said = (found["most"] or found["within"]).replace(",", "") if found is not None else ""
    return (int(said) if said.isdigit() else round(han_value(said) or 0) or None) if said else None


def first_too_long(text: str, most: int) -> tuple[int, int] | None:
    """The place and the length of the first item that is longer by every way of counting; None where none is."""
    marks = [*_ITEM.finditer(text)]
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    items = [text[mark.end() : end] for mark, end in zip(marks, ends, strict=False)]
    for at, item in enumerate(items if len(items) >= _FEWEST else ()):
        if min(length(item), office_length(item)) > most * CLEARLY_OVER:
            return at + 1, length(item)
    return None
