"""Chapters that a call without a template asks for: an outline (揭榜方案提纲), or a sentence (内容至少包括…)."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from extractors.notice.content_chapters import content_chapters
from extractors.notice.quoted_chapters import quoted_chapters
from extractors.notice.told_chapters import told_chapters, told_title
from extractors.text.items import Item, find_items, number_at
from extractors.text.marks import CIRCLED, NUMBERED
from extractors.text.spans import Span, split_outside_brackets, squeezed, trimmed, unbalanced
from schemas.facts import SectionRecord
from schemas.outline import Outline, Role
from schemas.text import Text

_CALL = frozenset({Role.BODY, Role.OTHER, Role.TASK_LIST})
_BOOKS = frozenset({Role.TASK_BOOK, Role.INSTRUCTIONS})  # whose template may be a sentence (任务书应包括…)
_DOCUMENT = r"(?:方案|任务书|申报书|申请书|揭榜书|应榜书|报告|计划书|建议书|申报材料|申请材料|揭榜材料)"
# 四、揭榜方案提纲; 揭榜书编写提纲如下：at the end of a paragraph
_OUTLINE = re.compile(
    rf"(?:^|[。；，：])[^，。；：:\n]{{0,16}}{_DOCUMENT}[^，。；：:\n]{{0,8}}(?:提纲|大纲|框架)(?:如下"
    rf"|为)?(?:[（(][^（）()\n]{{1,20}}[）)])?\s{{0,8}}[:：]?$"
    rf"|{_DOCUMENT}[^\n]{{0,30}}(?:按照?|参照|依照)(?:以下|下列|如下)(?:提纲|大纲|框架)(?:编写|撰写|编制|填写)?\s{{0,8}}[:：]?$"
    # 任务书分为下列各节，节号不得改动：
    rf"|{_DOCUMENT}[^，。；：:\n]{{0,8}}?(?:分为?|按照?|由|包[括含]|写)(?:以下|下列|如下)(?:各|[一二三四五六七八九十\d]{{1,2}})?个?(?:章节|部分|[章节])"
    r"[^。；\n]{0,20}[:：]$"
)
# 自行编制申报方案（不超过30页），内容至少包括…; 申请书。格式自拟，至少说明：…; 方案由揭榜方编写，应当包括：…:
# the document is named within the paragraph, and then what it is to hold.
_HOLDS = re.compile(
    r"(?:(?:内容|正文|文本)(?:主要|具体)?(?:一般|原则上)?|(?<=[，,：:；;。）)书案告要般])|(?<=报告)|(?<=材料)|(?<=正文)|(?<=[书案告][（(])(?=含|包))"
    r"(?:应|须|需|要|必须|可)?(?:当|该)?(?:至少|主要|重点|分别|围绕|依次)?(?:应|须|需)?"
    r"(?:由(?=[^。；\n]{6,120}(?:组成|构成))|(?<=依次)写明?|包括|包含|含(?=[\u4e00-\u9fff]{2,14}、)|涵盖|载明|写[明清]|[说讲][明清]|阐明|阐述|(?:分为?|分成|写|共)[一二三四五六七八九十\d]{1,2}(?:段|块|章|部分)(?=[:：]))(?:但不限于)?"
    r"(?:以下|下列|如下)?(?:(?:各|几|[一二三四五六七八九十\d]{1,2}(?=[个大部方章项]))?[个大]?(?:方面|部分|章节?))?(?:的?内容)?\s{0,8}[:：]?\s{0,8}"
)
# 技术报告, 测试报告: works that are handed in beside the application.
_APART = "(?<!(?:技术|测试|检测|验证|评估|总结|审计|验收)报告)"
# 技术报告：包含算法原理、实验结果分析、…: a work of its own, which may be handed in apart
_WORK = re.compile(
    r"(?P<work>(?:技术|研究|设计|研制|方案|解题|总结)(?:报告|文档|说明书)|白皮书)\s?[:：]?(?:正文|内容)?(?:应|须|需)?$"
)
_ABOUT = re.compile(rf"(?:{_DOCUMENT}{_APART}|填报|填写)(?![^。；\n]{{0,30}}(?:附件|证明材料)[^。；\n]{{0,8}}$)")
_NAMED = re.compile(_DOCUMENT)
_SIGNED = re.compile(
    r"签[订署]|立项[后的]|下达|合同|中[榜标选]|入[选围]|获批|揭榜成功|公示"
)  # a 任务书 of those who are chosen, not of who applies
_ITEM_END = re.compile(r"[。\n]|[）)](?=[，,；;。])")
_LIST_END = re.compile(r"[。\n]")
_BETWEEN = re.compile(r"[、；;，,]|以及|(?<=[\u4e00-\u9fff]{2})[和及](?=[\u4e00-\u9fff]{4,8}(?:等|[。；，]|$))")
_REST = re.compile(
    r"(?:等|(?<=[\u4e00-\u9fff])(?:共)?[一二三四五六七八九十\d]{1,2}(?:个|大|项)?(?:方面|部分|内容|要素|章节?)|(?:方面|部分)?的内容)"
    r"(?:的?内容)?(?:组成|构成)?[。；]?$|等.*$|[。；]$"
)
_NUMBER = re.compile(rf"^\s*(?:{NUMBERED}|{CIRCLED})\s*")
_GUIDANCE = re.compile(r"[（(](?P<said>[^（）()]{2,80})[）)]|[:：。](?P<rest>.+)$")
# What is attached, not written in a chapter.
_PAPER = re.compile(
    r"证明|证书|复印件|执照|协议|合同|承诺[书函]|照片|报表|负债表|利润表|流量表|损益表|授权|文件|附件|材料|申报书|申请书|申报表|审计|报告"
    r"|^(?:并|同时|另)?(?:需|须|应)?(?:上传|提交|提供|附上?|报送)"  # …、团队构成，并上传意向书
    r"|\d\s?[字页]|不[得少超]|控制在|怎[么样]|是否|谁"  # 总字数控制在8000字以内
)
_ORDER, _TENS = "①②③④⑤⑥⑦⑧⑨⑩一二三四五六七八九十123456789", 10  # the first ten of each series
_STOP = re.compile("。")
# 分为下列五节：, 由以下部分构成，次序不得调换：, 内容包括：; not 内容须做到：
_HAS_PARTS = re.compile(
    r"(?:部分|[章节块段篇]|构成|组成|包[括含]|依次|次序|顺序|结构|写法|框架|内容(?=[:：]|为|有|如下|分))[^。；]{0,24}[:：]\s*$"
)
_FEWEST, _MOST = 3, 20
_OF_FORM = re.compile(
    r"(?:单位|项目|企业|公司)(?:名称|全称)$|信用代码$|^(?:注册|通[讯信]|联系|单位)地址?|^法定代表人|^联系(?:人|电话|方式)|手机|邮箱|邮编"
    r"|^(?:项目)?(?:负责|申报|经办)人$"
)
_FIELDS = 2  # such labels of one list
_LONGEST = 18
_FARTHEST = 400  # characters of the list
_SHORT_REACH = 16
_REACH = 60  # characters between the document and what it is to hold


def asked_chapters(text: Text, outline: Outline, told: Sequence[tuple[int, int]] = ()) -> list[SectionRecord]:
    """The chapters of the first outline, else of the first sentence that names three or more; [] where none does.

    Where no document of the applicant's is described, those of a work (技术报告): its name heads their path. ``told``
    are the places of the document where a direction stands: 方案要说明… there asks for no chapters.
    """
    found = _of_outline(text, outline) or quoted_chapters(text, outline) or _of_items(text, outline)
    if not found:
        found = [_chapter(text, span, span.of(text.clean)) for span in content_chapters(text, outline)]
    if not found:
        found = [_chapter(text, span, told_title(span.of(text.clean))) for span in told_chapters(text, outline)]
    for work_at in (_document, _work):
        found = found or _of_sentence(text, outline, work_at, told)
    return found


def _of_outline(text: Text, outline: Outline) -> list[SectionRecord]:
    for at, block in enumerate(text.blocks):
        called = block.table is None and outline.division_at(block.start).role in _CALL
        if called and _OUTLINE.search(text.clean[block.start : block.end].strip()):
            found = list(islice(_numbered(text, at + 1, outline.division_at(block.start).end), _MOST + 1))
            if _FEWEST <= len(found) <= _MOST:
                return found
    return []


def _numbered(text: Text, at: int, end: int) -> Iterator[SectionRecord]:
    """The lines from here up to ``end`` numbered in one style; lines between them say more of the one above."""
    style, depth = "", 0
    for index in range(at, len(text.blocks)):
        block = text.blocks[index]
        if block.start >= end:
            return
        own, body = number_at(text.clean, block.start, block.end)
        if not style and not own:
            return
        dots = len(re.findall(r"\.\d", text.clean[block.start : body]))
        style, depth = (style, depth) if style else (own, dots)
        if own == style and dots < depth:
            return  # 5.3 behind 5.2.1 and 5.2.2
        if own != style:
            if own and _LEVELS.get(own, 9) < _LEVELS.get(style, 9):
                return
            continue
        words = trimmed(text.clean, body, block.end, "。；;：:")
        yield _chapter(text, Span(block.start, block.end), words.of(text.clean))


_LEVELS = {"han": 0, "han_paren": 1, "arabic": 2, "dotted": 3, "paren": 3, "half": 3, "circled": 4}


def _of_items(text: Text, outline: Outline) -> list[SectionRecord]:
    """任务书由以下五部分构成：①海况；②机组设计（1500字内）；…, in a task book's attachment without other chapters.

    Whatever counts them: they go up from the first, and each is short enough for a title.
    """
    for block in text.blocks:
        role = outline.division_at(block.start).role
        if block.table is not None or role not in _BOOKS or not _may_ask(outline, block.start):
            continue
        items = find_items(text, block.start, block.end)
        lead = text.clean[block.start : items[0].start] if items else ""
        named = role is Role.TASK_BOOK or _NAMED.search(lead) is not None
        if named and _HAS_PARTS.search(lead) and _go_up(items):
            found = [_chapter(text, Span(item.start, item.end), _title_of(text, item)) for item in items]
            if all(2 <= len(one.title) <= _LONGEST and not _PAPER.search(one.title) for one in found):
                return found
    return []


def _go_up(items: Sequence[Item]) -> bool:
    """Three or more in one style, counted from the first on."""
    counts = [_ORDER.find(item.label.strip("（()）、.．")) for item in items]
    numbers = [count % _TENS if count >= 0 else -1 for count in counts]
    one_style = len({item.style for item in items}) == 1
    return one_style and len(items) >= _FEWEST and numbers == list(range(len(items)))


def _title_of(text: Text, item: Item) -> str:
    """The item's words without the mark behind; ⑤预算。每部分另起一页。: what is said of them all is none of it."""
    first = split_outside_brackets(text.clean, item.body, item.end, _STOP)[0]
    return trimmed(text.clean, first.start, first.end, "，,。；;：:").of(text.clean)


def _of_sentence(
    text: Text, outline: Outline, work_at: Callable[[Text, int], str | None], told: Sequence[tuple[int, int]]
) -> list[SectionRecord]:
    """``work_at`` gives the work that the chapters are of, "" for the application itself, None for anything else.

    申报书须写明单位名称、注册地址、…；须讲清单位概况、…: behind the fields of its form the same document's chapters.
    """
    fields_end, of_fields = 0, ""
    for match in _HOLDS.finditer(text.clean):
        work = of_fields if match.start() < fields_end else work_at(text, match.start())
        at = text.offsets[match.start()]
        if work is None or not _may_ask(outline, match.start()) or any(start <= at < end for start, end in told):
            continue
        stop = min(match.end() + _FARTHEST, len(text.clean))
        stop = _end_of(text, match.start(), match.end(), stop)
        found = _named(text, match.end(), stop, work)
        # 载明单位名称、统一社会信用代码、注册地址: fields of a form
        fields = sum(_OF_FORM.search(one.title) is not None for one in found)
        if _FEWEST <= len(found) <= _MOST and fields < _FIELDS:
            return found
        fields_end, of_fields = (stop, work) if fields >= _FIELDS else (fields_end, of_fields)
    return []


def _end_of(text: Text, at: int, start: int, stop: int) -> int:
    """The end of the list's sentence, or of the bracket that it stands in: 申报书（含…）；执照."""
    before = re.split("[。\n]", text.clean[max(0, at - _REACH) : at])[-1]
    inside = unbalanced(before)
    end = (_ITEM_END if inside else _LIST_END).search(text.clean, start, stop)
    return end.start() if end else stop


def _named(text: Text, start: int, stop: int, work: str) -> list[SectionRecord]:
    """The chapters of the list; behind （1）现状分析 what bears no number says more of it."""
    found: list[SectionRecord] = []
    counted = False
    for span in split_outside_brackets(text.clean, start, stop, _BETWEEN):
        words = _NUMBER.sub("", span.of(text.clean).strip())
        own = words != span.of(text.clean).strip()
        counted = counted or (own and not found)
        if counted and not own:
            continue
        last = _REST.sub("", words)
        named = re.sub(r"[（(].*", "", last)
        if not 2 <= len(named) <= _LONGEST or _PAPER.search(named):
            break
        last = named if unbalanced(last) else last  # 费用测算（300字以内: the mark that ends the list
        found.append(_chapter(text, span, last, work))
        if last != words and not counted:
            break
    return found


def _may_ask(outline: Outline, at: int) -> bool:
    """In the call, or in a task book's attachment that has no chapters of its own."""
    division = outline.division_at(at)
    if division.role not in _BOOKS:
        return division.role in _CALL
    return not any(outline.divisions[section.division] is division for section in outline.sections)


def _document(text: Text, at: int) -> str | None:
    """A document that the applicant writes is named before, in the same paragraph."""
    index = text.block_at(at - 1)
    reach = _FARTHEST if text.clean.startswith("正文", at) else _REACH  # 申报书。首页应有单位名称、…。正文应包括…
    start = max(text.blocks[index].start if index is not None else at, at - reach)
    about = _ABOUT.search(text.clean, start, at)
    named = [match.group() for match in _NAMED.finditer(text.clean, start, at)]
    signed = named[-1:] == ["任务书"] and _SIGNED.search(text.clean, start, at) is not None
    return "" if about is not None and not signed else None


def _work(text: Text, at: int) -> str | None:
    """The work that is named right before."""
    match = _WORK.search(text.clean, max(0, at - _SHORT_REACH), at)
    return match["work"] if match is not None else None


def _chapter(text: Text, span: Span, words: str, work: str = "") -> SectionRecord:
    said = _GUIDANCE.search(words)
    title = squeezed(words[: said.start()] if said and said.start() >= 2 else words)
    guidance = (said["said"] or said["rest"]) if said and said.start() >= 2 else None
    return SectionRecord(
        number=None,
        title=title,
        level=1,
        chars=0,
        guidance=squeezed(guidance) if guidance else None,
        path=(work, title) if work else (title,),
        role=Role.OTHER if work else Role.TASK_BOOK,
        evidence=text.evidence(span.start, span.end),
    )
