"""Chapters that one sentence of a call without a template lists: 方案应当讲明下列内容，顺序可以调整：甲；乙；丙。"""

import re
from collections.abc import Iterator

from extractors.text.marks import COUNT
from extractors.text.spans import Span, split_outside_brackets, trimmed
from schemas.outline import Outline, Role
from schemas.text import Block, Text

_CALL = frozenset({Role.BODY, Role.OTHER, Role.TASK_LIST})
# What the applicant writes.
_DOCUMENT = re.compile(
    r"(?:方案书?|任务书|申[报请]书|揭榜书|应榜书|计划书|建议书|标书|(?:可行性|解题|揭榜)报告"
    r"|(?:申报|申请|揭榜|应榜|响应|应答|投标)(?:文件|材料|文本))"
)
_OF_ALL = re.compile(r"(?:正文|文本|全文|主体)(?:部分)?")
# 讲明, 写清, 包含, 回答, 一个都不能缺
_SAYS = (
    r"(?:[说讲写][明清到]|[说讲]?清楚|写出?|交[代待]|包[括含]|涵盖|覆盖|含有?|具备|回答|答复|载明|列[明出]|阐[明述释]|反映|体现|分为?|由|设|有"
    r"|缺|少|漏|遗漏)"
)
# 下列内容, 以下几块, 九个方面, 这些内容, 如下问题
_WHAT = (
    rf"(?:(?:以下|下列|如下|下面|下述|这|哪)(?:些|{COUNT}|各|几|若干)?个?大?|{COUNT}个?大?|几个?大?|各)(?:主要|基本|具体|必备)?的?"
    r"(?:内容|方面|部分|问题|要点|要素|章节?|[块点项节段篇]|板块|事[项情]|模块|层意思)(?:的?(?:内容|要求|信息))?"
)
_ASIDE = r"(?:[，,][^，,。；;：:\n]{2,24}){0,2}"  # ，顺序可以调整, ，一个都不能缺
_LEAD = re.compile(
    rf"(?:{_SAYS}[^，。；：\n]{{0,10}}{_WHAT}|{_WHAT}[^。；：\n]{{0,16}}(?:{_SAYS}|组成|构成)"
    rf"|{_SAYS}(?:了|以|的)?(?:但不限于)?(?:的?(?:主要)?内容)?有?){_ASIDE}\s?[:：]\s?$"
)
_LONGEST_LEAD, _REACH = 60, 120  # characters of the lead, and before it within its paragraph
# 承诺书应载明以下内容：, the agreement, the contract of who is chosen, what the papers or the bodies are
_ANOTHER = re.compile(
    r"承诺|协议|合同|声明|授权|证明|证书|佐证|附件|签[订署]|立项[后的]|中[榜标选]|验收|评[审分选]|审查|榜单|需求方|发榜|邮件|标题"
    r"|条件|(?:揭榜|申报|申请)(?:单位|方|人|主体)(?:应|须|需|要|必)"
)
_PAPER = re.compile(
    r"证明|证书|复印件|执照|协议|合同|承诺[书函]|照片|报表|授权|审计|[检监]测报告|查[询新](?:结果|报告)|(?:附件|佐证|支撑)材料|申[报请][书表]"
    r"|[书函件证]$|(?:登记|报名|信息|推荐|申[报请]|揭榜|应榜)表$"
)
_SENTENCE = re.compile(
    r"[须请]|应(?![急用答对变榜])|不[得少超低高大小能存]|采用|装订|一式|盖章|签字|[≥≤]|\d\s?[%％字页]|什么|怎[么样]|哪|是否|能否|谁|多少|如何|如有"
)
_OF_FORM = re.compile(
    r"(?:单位|项目|企业|公司)(?:名称|全称)$|信用代码$|^(?:注册|通[讯信]|联系|单位)地址?|^法定代表人|^联系(?:人|电话|方式)|手机|邮箱|邮编|^住所"
)
# 所揭榜题, 拟申报方向: chosen on the first page, and asked for as the direction
_DIRECTION = re.compile(r"(?:所|拟)[揭选报应申]{1,2}[榜报]?的?(?:榜题|方向|题目|榜单|任务|课题|难题)(?:名称|编号)?")
_NUMBER = re.compile(
    rf"(?:[（(]?{COUNT}[）)、.．]|[①-⑳]|其?[一二三四五六七八九十]{{1,2}}(?:是|为|、)|第{COUNT}[，,、:：])\s*(?=[\u4e00-\u9fff“])"
)
_SEMICOLON, _COMMA, _STOP = re.compile("[；;]"), re.compile("、"), re.compile("。")
_END = re.compile(
    rf"(?:以及|和|与)?(?:等|(?:共|这)?{COUNT}个?(?:方面|部分|内容|[章块点项节]))(?:的?内容|方面|部分)*$|(?:的|等)(?:相关)?内容$"
)
_AND = re.compile(r"^(?:以及|和|及|并|最后(?:是|写)?)(?=[\u4e00-\u9fff]{2})")
_TITLE_END = re.compile(r"[，,（(：:—]|(?<=[\u4e00-\u9fff]{4})(?=(?:写明|包[括含]|含|说明|列明)[^，。；]{2})")
_FEWEST, _MOST, _LONGEST = 4, 20, 18


def told_chapters(text: Text, outline: Outline) -> list[Span]:
    """Each chapter's words with what is said of it, of the first sentence that lists them; [] where none does."""
    for block in text.blocks:
        if block.table is None and outline.division_at(block.start).role in _CALL:
            found = next(_of_paragraph(text, outline, block), None)
            if found:
                return found
    return []


def told_title(words: str) -> str:
    """揭榜方概况：写明单位名称、成立时间 for 揭榜方概况，写明…: a colon between the chapter and what is said of it."""
    title = _TITLE_END.split(words, maxsplit=1)[0]
    rest = words[len(title) :].lstrip("，,：:—")
    return (title.strip("“”「」 ") + ("" if rest[:1] in ("", "（", "(") else "：") + rest).strip()


def _title(words: str) -> str:
    return _TITLE_END.split(words, maxsplit=1)[0].strip("“”「」 ")


def _of_paragraph(text: Text, outline: Outline, block: Block) -> Iterator[list[Span]]:
    for sentence in split_outside_brackets(text.clean, block.start, block.end, _STOP):
        colon = re.search("[:：]", text.clean[sentence.start : min(sentence.end, sentence.start + _LONGEST_LEAD)])
        if colon is None:
            continue
        lead = Span(sentence.start, sentence.start + colon.end())
        if _LEAD.search(lead.of(text.clean)) and _is_on_document(text, outline, block, lead):
            found = _listed(text, Span(lead.end, sentence.end))
            if found:
                yield found


def _is_on_document(text: Text, outline: Outline, block: Block, lead: Span) -> bool:
    """The words that lead in the list name what the applicant writes, or those before them, or the heading."""
    said = lead.of(text.clean)
    if _ANOTHER.search(said):
        return False
    before = text.clean[max(block.start, lead.start - _REACH) : lead.start]
    titles = outline.path(outline.section_at(lead.start))[-1:]
    return any(_DOCUMENT.search(words) for words in (said, before, *titles)) or _OF_ALL.search(said) is not None


def _listed(text: Text, rest: Span) -> list[Span]:
    """The pieces between semicolons, else between 、, where so many name chapters and nearly none is a paper."""
    pieces = split_outside_brackets(text.clean, rest.start, rest.end, _SEMICOLON)
    if len(pieces) < _FEWEST:
        pieces = split_outside_brackets(text.clean, rest.start, rest.end, _COMMA) if len(pieces) == 1 else []
    spans = [_tidy(text, piece) for piece in pieces]
    titles = [_title(span.of(text.clean)) for span in spans]
    odd = sum(_PAPER.search(one) is not None or _SENTENCE.search(one) is not None for one in titles)
    fields = sum(_OF_FORM.search(one) is not None for one in titles)
    short = all(2 <= len(one) <= _LONGEST for one in titles)
    if not (_FEWEST <= len(titles) <= _MOST and short and odd * 4 < len(titles) and fields * 4 < len(titles)):
        return []
    return [
        span
        for span, title in zip(spans, titles, strict=True)
        if not (_PAPER.search(title) or _DIRECTION.fullmatch(title))
    ]


def _tidy(text: Text, piece: Span) -> Span:
    """Without the number before it, the word that joins it, and what ends the list."""
    words = piece.of(text.clean)
    start = len(words) - len(words.lstrip())
    for mark in (_AND, _NUMBER):
        lead = mark.match(words[start:])
        start += lead.end() if lead is not None else 0
    end = len(_END.sub("", words.rstrip("。；; "))) if "，" not in words else len(words.rstrip("。；; "))
    return trimmed(text.clean, piece.start + start, piece.start + max(end, start))
