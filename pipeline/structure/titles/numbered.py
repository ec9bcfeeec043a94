"""Numbered lines: which are titles of sections, and which items of a list."""

import re

from pipeline.structure.titles.numbering import Number, number_at
from pipeline.structure.titles.titles import NAMED, PLAIN
from schemas.text import Block, Text

LONGEST_TITLE = 40
LIST_STYLES = ("bare", "han_bare", "arabic", "arabic_paren", "half_paren", "bracketed", "circled")
# 1. and its like head a section only where the line is a title; these marks make it an item of a list.
_PAIRED = re.compile(r"[^。；;，,：:]{2,10}[：:][^。；;，,：:]{2,14}")  # 一　为什么做：对需求的理解
_OWN_AND_ASKED = re.compile(r"(?![^：:]*20\d\d\s?年)[^。；;：:]{2,16}[：:][\u4e00-\u9fff、]{3,18}")
_LABEL = re.compile(
    r"[^：:]{0,6}(?:名称|单位|负责人|方向|时间|地址|类别|领域|联系人|电话)[：:]"
)  # a field and its value
_PROSE = 16  # characters of a sentence
_ITEM_MARKS = re.compile(r"[。；;，：:！？]")
_NOTE = re.compile(r"[（(][^（）()]*(?:公司|集团|单位|企业|大学|研究院|万元|榜额|悬赏)[^（）()]*[）)]$")


def ends_list(text: Text, before: Block | None, block: Block, following: Block | None) -> bool:
    """The last of several bare items: 3.检测报告 right under 2.审计报告, and the text goes on with another number."""
    number = number_at(text.clean[block.start : block.end])
    if before is None or number is None or number.style not in LIST_STYLES:
        return False
    above = number_at(text.clean[before.start : before.end])
    if above is None or above.style != number.style or before.end - before.start > LONGEST_TITLE:
        return False
    below = number_at(text.clean[following.start : following.end]) if following is not None else None
    return following is None or below is not None


def is_third(text: Text, blocks: list[Block], position: int) -> bool:
    """An item right under two bare items of its list (1.营业执照 2.审计报告 3.承诺书), whatever stands below."""
    if position < 2:
        return False
    last = [text.clean[b.start : b.end] for b in blocks[position - 2 : position + 1]]
    numbers = [number_at(words) for words in last]
    styles = {number.style if number else "" for number in numbers}
    return len(styles) == 1 and styles <= set(LIST_STYLES) and all(len(words) <= LONGEST_TITLE for words in last)


def is_title(title: str, number: Number, text: Text, following: Block | None) -> bool:
    """The words behind a number are a title: no sentence, and no item of a list, which goes on below."""
    if number.style not in LIST_STYLES:
        return "。" not in title and (
            not re.search(r"[:：].{8,}", _NOTE.sub("", title)) or NAMED.fullmatch(title) is not None
        )
    if title[-1] in "：:" and (PLAIN.fullmatch(title[:-1]) or _over_prose(title, text, following)):
        title = title[:-1]  # 2.申报条件：
    noted = _NOTE.sub("", title)
    if len(noted) >= 4 and noted != title and number.style in ("arabic", "bare", "han_bare"):
        title = noted  # 1.某某技术（某公司，悬赏260万元）, 5 经费预算（单位：万元）
    paired = number.style == "han_bare" and _PAIRED.fullmatch(title) is not None
    if NAMED.fullmatch(title) is None and not paired and (_ITEM_MARKS.search(title) or len(title) > 25):
        return False
    # A list of bare items (1.营业执照 2.审计报告) has its items one under the other; a heading has text below.
    after = number_at(text.clean[following.start : following.end]) if following is not None else None
    return not (after is not None and after.style == number.style)


def is_pair(title: str, number: Number, text: Text, following: Block | None) -> bool:
    """家底：现有基础 above a sentence or another number: a title with words of its own before the template's."""
    words = text.clean[following.start : following.end].rstrip() if following is not None else ""
    below = number_at(words)
    told = below.style != number.style if below is not None else len(words) >= _PROSE and words[-1] in "。！？：；"
    return _OWN_AND_ASKED.fullmatch(title) is not None and told and _LABEL.match(title) is None


def _over_prose(title: str, text: Text, following: Block | None) -> bool:
    """1.网上申报： on a line of its own, with a sentence below, and no item of a list."""
    words = text.clean[following.start : following.end].rstrip() if following is not None else ""
    return len(title) <= 14 and len(words) > 10 and words.endswith("。") and number_at(words) is None
