"""Chapters that a call lists behind a lead of its own: 正文依次写八章：第一章 …; 下列内容一项都不能少：3.1 …."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.text.items import Item, find_items, number_at
from extractors.text.marks import COUNT, HAN_DIGITS
from extractors.text.spans import Span, split_outside_brackets, trimmed
from extractors.values.han_numerals import han_value
from schemas.outline import Division, Outline, Role
from schemas.text import Block, Text

_CALL = frozenset({Role.BODY, Role.OTHER, Role.TASK_LIST})
# What the applicant writes.
_DOCUMENT = (
    r"(?:方案书?|任务书|申[报请]书|揭榜书|应榜书|计划书|建议书|报告书?|标书"
    r"|(?:申报|申请|揭榜|应榜|响应|应答|投标)(?:文件|材料))"
)
_PARTS = rf"(?:{COUNT}|各|几)?(?:个|大)?(?:部分|方面|章节?|节|段落?|板块|篇)"
# 按以下顺序写九个部分，缺一不可：, 依次写八章，不要少：, 应当包括以下各部分：
_LEAD = re.compile(
    rf"(?:(?:以下|下列|如下|下述)的?(?:{_PARTS}|(?:{COUNT}[项条点]|各项)?(?:主要)?内容|顺序|次序|章序)"
    rf"|(?:写|分|含|列|设|共|由|有|包括|包含|分为|分成|写成)(?:以下|下列|如下)?{COUNT}个?大?(?:部分|方面|[章节段块篇]))"
    r"[^。；：:\n]{0,30}[:：]\s*$"
)
# 正文分九个部分，标题照写：（一）…；（二）…: the list goes on in the paragraph of its lead, as many as this counts
_COUNTED = re.compile(
    rf"(?:以下|下列|如下|下述|写|分|含|列|设|共|由|有|包括|包含|分为|分成|写成|依次为)(?:以下|下列|如下)?(?P<count>{COUNT})个?大?"
    r"(?:部分|方面|章节|[章节段块篇])[^。；：:\n]{0,30}[:：]\s?"
)
_NAMED = re.compile(rf"{_DOCUMENT}(?:正文)?[由共应须需要当依次按照]{{0,4}}$")  # 应榜方案由（以下三个章节组成：）
_OF_ALL = re.compile(r"正文|文本|全文")
# 三、揭榜方案怎么写, 3 申报文件内容: the chapter of the call is on what the document holds
_TITLE = re.compile(
    rf"{_DOCUMENT}[^，。；：:\n]{{0,4}}(?:(?:主要|具体|正文|编写|编制)?(?:内容|要点|要求|结构|格式|体例|写法|说明)(?:[及与和].{{2,6}})?|怎[么样]写|如何(?:写|编写|编制)|写(?:什么|哪些|啥)|(?:的?编[写制]|撰写).{{0,4}})$"
)
_WRITTEN = re.compile(
    rf"{_DOCUMENT}[^。；\n]{{0,24}}(?:编[写制]|撰写|内容|自拟|写)|(?:编[写制]|撰写|自拟)[^。；\n]{{0,16}}{_DOCUMENT}"
)
# 承诺书应载明以下内容：, the agreement, the contract of who is chosen
_ANOTHER = re.compile(
    r"承诺|协议|合同|声明|授权|证明|证书|签[订署]|立项[后的]|中[榜标选]|验收|评[审分]|审查|(?:榜单|需求|任务|指标)(?:应|须|包括|由)[^。；\n]*$"
)
_PAPER = re.compile(
    r"证明|证书|复印件|执照|协议|合同|承诺[书函]|照片|报表|授权|审计|(?:附件|佐证|支撑)材料|申[报请][书表]"
)
_SENTENCE = re.compile(r"[须应请]|不[得少超低高大小]|采用|装订|一式|盖章|[≥≤]|\d\s?[%％]")
_CHAPTER = re.compile(rf"第(?P<value>[{HAN_DIGITS}]{{1,3}}|\d{{1,2}})(?:[章节篇块段]|部分)[、.．:：\s]*(?=\S)")
_ORDER, _TENS = f"①②③④⑤⑥⑦⑧⑨⑩{HAN_DIGITS}", 10
_END = re.compile("[。；;]")
_FEWEST, _MOST, _LONGEST = 3, 20, 20


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A numbered piece: the style of its number, what stands above it (3. of 3.2), its value, and its words."""

    style: str
    above: str
    value: int
    span: Span
    words: Span


def content_chapters(text: Text, outline: Outline) -> list[Span]:
    """Each chapter's words with what is said of it, of the first list so led in; [] where none is.

    The lines below the lead, or the items of the one below, count from one on; most of them are no papers.
    """
    for at, block in enumerate(text.blocks[:-1]):
        division = outline.division_at(block.start)
        if block.table is None and division.role in _CALL and _leads(text, outline, block):
            for found in (_in_one(text, text.blocks[at + 1]), list(_in_lines(text, at + 1, division.end))):
                if _are_chapters(text, found):
                    return [one.words for one in found if not _PAPER.search(_name(text, one.words))]
    for block in text.blocks:
        if block.table is None and outline.division_at(block.start).role in _CALL:
            found = _behind_its_lead(text, outline, block)
            if found:
                return [one.words for one in found]
    books = (_of_book(text, division) for division in outline.divisions if division.role is Role.TASK_BOOK)
    return next((words for words in books if words), [])


def _of_book(text: Text, division: Division) -> list[Span]:
    """一、概况；二、方案；三、…: all that stands under 任务书 in one paragraph."""
    blocks = [block for block in text.blocks_in(division.title_end, division.end) if block.start >= division.title_end]
    found = _in_one(text, blocks[0]) if blocks else []
    return [one.words for one in found] if _are_chapters(text, found) else []


def _leads(text: Text, outline: Outline, block: Block) -> bool:
    """The paragraph, or the heading over it, says that a document of the applicant's holds what follows."""
    lead = _LEAD.search(text.clean, block.start, block.end)
    return lead is not None and _is_on_document(text, outline, Span(block.start, block.end))


def _is_on_document(text: Text, outline: Outline, lead: Span, at: int | None = None) -> bool:
    """The words that lead in the list, or the heading over them, name it; right before ``at``, where that is given."""
    titles = outline.path(outline.section_at(lead.start))
    said = lead.of(text.clean)
    clause = re.split("[。；;]", said)[-1]
    if _ANOTHER.search(clause):
        return False
    titled = any(map(_TITLE.search, titles[-1:]))
    named = at is not None and _NAMED.search(text.clean, lead.start, at) is not None
    return named or titled or _OF_ALL.search(clause) is not None or _WRITTEN.search(said) is not None


def _behind_its_lead(text: Text, outline: Outline, block: Block) -> list[_Numbered]:
    """应依次写以下九章：一、…；二、…；…九、…, all in one paragraph, as many as it counts."""
    lead = _COUNTED.search(text.clean, block.start, block.end)
    if lead is None or not _is_on_document(text, outline, Span(block.start, lead.end()), lead.start()):
        return []
    items = [one for one in find_items(text, block.start, block.end) if one.start >= lead.end()]
    found = _counted_from_one(text, items) if items and items[0].start == lead.end() else []
    whole = len(found) == int(han_value(lead["count"]) or 0)
    return found if whole and _are_chapters(text, found) else []


def _in_lines(text: Text, at: int, end: int) -> Iterator[_Numbered]:
    """The lines from here on that count on from one, below the same number; lines without one say more of those."""
    last: _Numbered | None = None
    for block in text.blocks[at:]:
        if block.start >= end or block.table is not None:
            return
        own = _numbered(text, block)
        if own is None:
            if last is None:
                return
            continue
        if last is None and own.value != 1:
            return
        if last is not None and (own.style, own.above) != (last.style, last.above):
            if own.style == "chapter" or not own.above.startswith(last.above) or not own.above:
                return
            continue
        if last is not None and own.value != last.value + 1:
            return
        last = own
        yield own


def _numbered(text: Text, block: Block) -> _Numbered | None:
    chapter = _CHAPTER.match(text.clean, block.start, block.end)
    if chapter is not None:
        words = trimmed(text.clean, chapter.end(), block.end, "。；;：:")
        return _Numbered("chapter", "", int(han_value(chapter["value"]) or 0), Span(block.start, block.end), words)
    style, body = number_at(text.clean, block.start, block.end)
    label = text.clean[block.start : body].strip(" 　（()）、.．")
    above, _, own = label.replace("．", ".").rpartition(".")
    value = int(han_value(own) or 0) if style not in ("", "bullet", "letter", "coded", "circled") else _circled(label)
    words = trimmed(text.clean, body, block.end, "。；;：:")
    return _Numbered(style, above, value, Span(block.start, block.end), words) if style and value else None


def _circled(label: str) -> int:
    return "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮".find(label) + 1 if len(label) == 1 else 0


def _in_one(text: Text, block: Block) -> list[_Numbered]:
    """一、概况（…）；二、方案；三、…: the items of the one paragraph below."""
    items = find_items(text, block.start, block.end) if block.table is None else []
    return _counted_from_one(text, items) if items and items[0].start <= block.start else []


def _counted_from_one(text: Text, items: Sequence[Item]) -> list[_Numbered]:
    if len({item.style for item in items}) > 1:
        return []
    found = [
        _Numbered(one.style, "", _value(one), Span(one.start, one.end), _first(text, one.body, one.end))
        for one in items
    ]
    return found if [one.value for one in found] == list(range(1, len(found) + 1)) else []


def _value(item: Item) -> int:
    label = item.label.strip(" （()）、.．[]［］")
    return _circled(label) or int(han_value(label) or 0)


def _first(text: Text, start: int, end: int) -> Span:
    """The item's words up to the mark that ends it."""
    first = split_outside_brackets(text.clean, start, end, _END)[0]
    return trimmed(text.clean, first.start, first.end, "，,。；;：:")


def _are_chapters(text: Text, found: Sequence[_Numbered]) -> bool:
    """So many, short, and mostly neither papers nor sentences on what must be."""
    names = [_name(text, one.words) for one in found]
    odd = sum(_PAPER.search(name) is not None or _SENTENCE.search(name) is not None for name in names)
    short = all(2 <= len(name) <= _LONGEST for name in names)
    return _FEWEST <= len(found) <= _MOST and short and odd * 3 < len(found)


def _name(text: Text, words: Span) -> str:
    """对需求的理解 of 对需求的理解（不超过600字）."""
    return re.split("[（(：:。，,；;]", words.of(text.clean))[0].strip()
