"""What the levels of a format say of headings: which stand above the first number, and which one ends another."""

from collections import Counter
from collections.abc import Sequence

from pipeline.structure.headings.heading import Heading

_OWN_TEXT = 20  # characters
_LEAST = 2  # chapters of one level


def first_chapter(clean: str, headings: Sequence[Heading], numbered: int) -> int:
    """The index of the first heading that is no title of the whole; ``numbered`` is that of the first with a number.

    Format headings above it are the document's title, save two or more of one level below the title's, each over a
    text of its own: ### 经费说明 and ### 成果归属 under # 某某基金, before # 1. 申请流程.
    """
    above = headings[:numbered]
    if not above:
        return numbered
    told = [at for at in range(1, numbered) if _is_below(above[0], above[at]) and _has_text(clean, headings, at)]
    most = Counter(above[at].style for at in told).most_common(1)
    if not most or most[0][1] < _LEAST:
        return numbered
    return next(at for at in told if above[at].style == most[0][0])


def is_ended(open_: Heading, one: Heading) -> bool:
    """A heading that the format sets above the open one ends it, whatever numbers they bear.

    So does one without a number that stands as high: # 学习资源 behind # 5. 选题指南.
    """
    if one.depth is None or open_.depth is None:
        return False
    return one.depth < open_.depth or (one.depth == open_.depth and one.number is None)


def _is_below(title: Heading, one: Heading) -> bool:
    return title.depth is not None and one.depth is not None and title.depth < one.depth


def _has_text(clean: str, headings: Sequence[Heading], at: int) -> bool:
    """Before the next heading of the format; the numbered items of a list are its text."""
    end = next((one.start for one in headings[at + 1 :] if one.depth is not None), len(clean))
    return len(clean[headings[at].end : end].strip()) >= _OWN_TEXT
