"""What closes an outline: 第一章限2000字，其余不限。 below chapters that have nothing under them."""

import re
from collections.abc import Sequence

_LENGTH = re.compile(r"[\d一二两三四五六七八九十百千万]\s?[字页]")
_PART = r"(?:[章节项块条段]|部分)"
_LONGEST = 200
_LEAST = 3  # chapters of an outline that says nothing else


def limits_chapters(lines: Sequence[str], labels: Sequence[str]) -> bool:
    """One of the lines is a sentence that limits chapters by the numbers that these bear (``labels``).

    B部分不超过5000字, 之二写到3000字为止, 第二章限4000字: nobody says so below the items of a list.
    """
    labels = [label for label in labels if label]
    if not labels:
        return False
    any_label = "|".join(map(re.escape, labels))
    behind = rf"(?:\s?{_PART}|(?<=[章节])|(?<=之.))[^。；]{{0,12}}?{_LENGTH.pattern}"
    named = re.compile(rf"(?<![\d.．])第?(?:{any_label}){behind}")
    return any(len(line) <= _LONGEST and line.endswith("。") and named.search(line) is not None for line in lines)


def only_chapters(styles: Sequence[str], lines: int) -> bool:
    """第一章, 第二章, 第三章 and nothing else in any line."""
    return len(styles) == lines and sum(style == "chapter" for style in styles) >= _LEAST
