"""Items of a list: numbered paragraphs, and numbers inside a paragraph (材料包括：（1）…；（2）…)."""

import re
from dataclasses import dataclass

from extractors.text.marks import HAN_DIGITS as _HAN
from extractors.text.spans import Span, trimmed, unbalanced
from schemas.text import Text

# A mark of an item. Not 4.2 or 2016.1.1 (a number goes on behind the dot), but 4.2016年… is item 4.
_MARK = re.compile(
    # 3.2 营业执照 and 3.1项目理解 open a paragraph; 3.5万元 and 1.2米 do not.
    r"(?P<dotted>(?<![\d.．])\d{1,2}(?:[.．]\d{1,2}){1,3}[.．、]?(?:\s{1,4}(?=[\u4e00-\u9fff《“])|(?=[\u4e00-\u9fff《“]))(?=项目|人员|人才|年度|分[析工项]|元器件|公[司共]|小组|[^万亿元年月日倍米吨公千百%％个件项家台套度分小克升瓦伏]))"
    rf"|(?P<han_paren>[（(][{_HAN}]{{1,3}}[)）][、.]?)|(?P<han>[{_HAN}]{{1,3}}、)"
    r"|(?P<paren>[（(]\d{1,2}[)）])|(?P<arabic>\d{1,2}(?:[、．]|\.(?!\d{1,2}[^\d年])))|(?P<half>\d{1,2}[)）])|(?P<bracketed>[\[［]\d{1,2}[\]］](?=\s?[\u4e00-\u9fff《“]|\s?20\d\d年))"
    r"|(?P<letter>[A-HＡ-Ｈ][.．、]|[a-h][.．、](?=\s?[\u4e00-\u9fff《“])|[（(][a-hA-H][）)])|(?P<bullet>[●■◆◇◎★☆▲△▪•➢►▶✓❖※]|○(?=\s?[\u4e00-\u9fff《“])(?![^\n]{0,80}○)|[·・‧∙◦▸▹‣➤→✔✦✧](?=\s?[\u4e00-\u9fff《“])|[-–—]{1,2}(?=\s?[\u4e00-\u9fff《]))"
    r"|(?P<circled>[①-⑳])"
    # E1 营业执照, of an 附录E; not A4纸, and no model's name
    r"|(?P<coded>[B-H]\d{1,2}(?![\d.．])[、．]?(?:\s{0,4}(?=[\u4e00-\u9fff《“])|\s{1,4}(?=20\d\d年)))"
)
_NAMED = re.compile(
    rf"(?:附件|附证|附|(?:证明|佐证|支撑)?材料|证明|佐证|文件)\s?[（(]?(?P<number>\d{{1,2}}|[{_HAN}]{{1,3}})[）)]?"
    rf"(?:\s?[:：、.．]\s?|\s{{1,4}}|(?![年份个项月套式分次页款条览{_HAN}\d]))(?=[\u4e00-\u9fff《“]|(?<!\d)20\d\d年度?[\u4e00-\u9fff])"
)
_EXAMPLE = re.compile(r"[（(](?:例如|比如|如)[^（）()\n]{0,60}$")  # （如：1.申报书；2.执照）: how files are named
_CLOCK = re.compile(r"\d[:：]$")
# Inside a paragraph a mark stands behind one of these only: 表A（1） and 第3、4项 are no items.
_BEFORE = frozenset("：:；;。")


# 资金申请报告，主要内容：…; not 须提交的内容包括：….
_HOLDS = re.compile(
    r"(?:提纲|大纲|框架)[^，。；：:]{0,8}[：:]$"
    r"|[\u4e00-\u9fff][，,（(]\s?(?:主要)?(?:内容|包括以下)(?:应|须|需)?(?:包括|包含|如下|为|有)?[^，。；：:]{0,6}[：:]$"
)


@dataclass(frozen=True, slots=True)
class Item:
    """One item: ``start`` at its number, ``body`` behind it, half-open up to ``end``; offsets into ``Text.clean``."""

    style: str
    label: str
    start: int
    body: int
    end: int


def find_items(text: Text, start: int, end: int) -> list[Item]:
    """The items that begin in ``start:end``, in order.

    An item ends where the next begins, and with its paragraph; a paragraph that a hard wrap cut off (an open
    bracket, a full line without an ending mark) goes on in the next.
    """
    found: list[Item] = []
    blocks = [Span(max(b.start, start), b.end) for b in text.blocks_in(start, end)]
    open_item = False
    for block in blocks:
        marks = _marks(text.clean, block.start, block.end)
        if found and open_item and (not marks or marks[0].start() > block.start):
            found[-1] = _extended(found[-1], marks[0].start() if marks else block.end)
        for index, mark in enumerate(marks):
            stop = marks[index + 1].start() if index + 1 < len(marks) else block.end
            found.append(Item(mark.lastgroup or "", mark.group(), mark.start(), mark.end(), stop))
        if found and (marks or open_item):
            open_item = _goes_on(text, found[-1], block.start)
    return [_tidy(text.clean, item) for item in found]


def named_items(text: Text, start: int, end: int) -> list[Item]:
    """材料1 营业执照, 附2 审计报告: the paragraphs whose number stands behind a word for a paper, two and more."""
    blocks = [Span(max(b.start, start), b.end) for b in text.blocks_in(start, end)]
    marks = [mark for block in blocks if (mark := _NAMED.match(text.clean, block.start, block.end)) is not None]
    ends = {block.start: block.end for block in blocks}
    found = [Item("named", mark.group(), mark.start(), mark.end(), ends[mark.start()]) for mark in marks]
    numbers = [_ordinal(mark["number"]) for mark in marks]
    first = numbers.index(1) if 1 in numbers else len(numbers)
    found = [item for at, item in enumerate(found) if at >= first and numbers[at] == at - first + 1]
    return [_tidy(text.clean, item) for item in found] if len(found) > 1 else []


def _ordinal(words: str) -> int:
    """12 for 12 and 十二; 0 for what is none."""
    if words.isdecimal():
        return int(words)
    tens, ten, units = words.rpartition("十")
    digits = [_HAN.find(part) + 1 if part else default for part, default in ((tens, 1), (units, 0))]
    return digits[0] * 10 + digits[1] if ten else _HAN.find(words) + 1


def number_at(clean: str, start: int, end: int) -> tuple[str, int]:
    """The style of the number that opens a paragraph, "" without one, and where its words begin."""
    mark = _MARK.match(clean, start, end)
    return (mark.lastgroup or "", trimmed(clean, mark.end(), end).start) if mark else ("", start)


def is_lead(clean: str, items: list[Item], index: int) -> bool:
    """The item only leads in a list of its own: 证明材料：1.…；2.…."""
    if index + 1 >= len(items) or clean[items[index].end - 1] not in "：:":
        return False
    return items[index + 1].style != items[index].style


def contents(clean: str, items: list[Item]) -> dict[int, list[int]]:
    """Items that tell what they hold (申请报告，主要内容：1.…；2.…), each with the indices of its contents."""
    found: dict[int, list[int]] = {}
    for index, item in enumerate(items):
        if is_lead(clean, items, index) and _HOLDS.search(clean, item.body, item.end):
            behind = range(index + 1, len(items))
            own = next((i for i in behind if items[i].style == item.style), len(items))
            found[index] = list(range(index + 1, own))
    return found


def _marks(clean: str, start: int, end: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    for mark in _MARK.finditer(clean, start, end):
        before = clean[mark.start() - 1] if mark.start() > start else ""
        if mark.lastgroup == "half" and _CLOCK.search(clean, max(start, mark.start() - 3), mark.start()):
            continue  # （9:00-17:00）
        if before in _BEFORE and _EXAMPLE.search(clean, max(start, mark.start() - 64), mark.start()):
            continue
        opens = before in ("", "\n") or _goes_up(found, mark, before)
        if opens or (before in _BEFORE and mark.lastgroup not in ("letter", "bullet", "dotted")):
            found.append(mark)
    return found


def _goes_up(found: list[re.Match[str]], mark: re.Match[str], before: str) -> bool:
    """（1）申请表（2）营业执照（3）…: the next number of a paragraph's list, whatever stands before it.

    （a）营业执照；（b）审计报告 and A.营业执照；B.审计报告 too, not A、B、C三类.
    """
    if not found or mark.lastgroup not in ("paren", "half", "circled", "letter"):
        return False
    last = found[-1]
    framed = mark.group()[0] in "（("
    alike = mark.lastgroup != "letter" or (framed is (last.group()[0] in "（(") and (framed or before in _BEFORE))
    return alike and last.lastgroup == mark.lastgroup and _value(mark) == _value(last) + 1


def _value(mark: re.Match[str]) -> int:
    """Of one kind of mark: 2 for （2） and 2), 3 for ③, the character's own for a letter."""
    words = mark.group().strip("（）()")
    return int(words) if words.isdecimal() else ord(words[0])


def _goes_on(text: Text, item: Item, block_start: int) -> bool:
    words = text.clean[item.body : item.end].rstrip()
    if not words:
        return True
    if unbalanced(words) or words[-1] in "、，,":
        return True
    full_line = len(text.clean[block_start : item.end]) >= 20 and words[-1] not in "。；;：:！？）)》…"
    return full_line and text.document.hard_wrapped is not False


def _extended(item: Item, end: int) -> Item:
    return Item(item.style, item.label, item.start, item.body, end)


def _tidy(clean: str, item: Item) -> Item:
    span = trimmed(clean, item.body, item.end)
    return Item(item.style, item.label, item.start, span.start, max(span.end, span.start))
