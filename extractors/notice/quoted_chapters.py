"""Chapters that a sentence names in quotation marks, each with what it is to say: “现状”讲清…；“经费”分两栏…."""

import re
from itertools import takewhile

from extractors.text.marks import CIRCLED, COUNT, NUMBERED
from extractors.text.spans import Span, squeezed, trimmed
from schemas.facts import SectionRecord
from schemas.outline import Outline, Role
from schemas.text import Text

_PLACES = frozenset({Role.BODY, Role.TASK_BOOK, Role.INSTRUCTIONS, Role.OTHER})
# “成效”要写明…, “成效”一章按年度…, “成效”不超过300字: not “揭榜挂帅”项目 and no “绿色通道”服务.
_NAMED = (
    r"[“「『](?P<title>[\u4e00-\u9fff、/]{2,16})[”」』]\s?(?:(?:这|一)?一?(?:章节?|节|部分|栏|项|段)(?!目))?"
    r"(?=[，,：:]|(?:部分)?(?:[应要须需请可]|主要|重点|简要|逐[项条一]|只|共|中)?(?:[讲写说列答填画附]|介绍|阐[述明]|描述|概括|分析|交代|给出|提出|回答|围绕|结合"
    r"|按|以|对|就|从|分|把|将|逐[项条一]|不(?:得|能)?(?:超过|多于)|控制在|在(?=\s?[\d限])|最多|至多|限|[（(]))"
)
_CHAPTER = re.compile(
    rf"\s?(?:(?:{NUMBERED}|{CIRCLED}|第[一二三四五六七八九十\d]{{1,2}}(?:[章节篇块项段]|部分)[是为叫写：:]?)\s?)?{_NAMED}"
)
# 任务书依次写七个部分：, 申报书正文包括以下内容：
_LEAD = re.compile(
    r"(?:任务书|申[报请]书|揭榜书|应榜书|计划书|建议书|方案|正文|报告|书)[^。；;：:\n]{0,24}"
    r"(?:部分|[章节段]|内容|方面|如下|以下|包括|提纲|顺序|写|列)[^。；;：:\n]{0,8}[：:]\s?$"
)
# “现状”“方案”“经费”, 「甲」、「乙」和「丙」: nothing but titles, to the end of the sentence or the count of them
_RUN = re.compile(
    r"(?P<run>[“「『][\u4e00-\u9fff、/]{2,16}[”」』](?:\s?(?:[、，,；;/]|以?及|和|与)?\s?[“「『][\u4e00-\u9fff、/]{2,16}[”」』]){2,19})"
    rf"\s?(?:(?P<counted>等?(?:这|共|合计)?{COUNT}\s?个?(?:部分|[章节段块]))|[。；;]|\Z)"
)
_QUOTED = re.compile(r"[“「『](?P<title>[^”」』]+)[”」』]")
# …按 and …分为 before titles that are counted behind: 正文分“现状”“方案”“经费”三节
_PARTS = re.compile(
    r"(?:任务书|申[报请]书|揭榜书|应榜书|计划书|建议书|方案|正文|报告)[^。；;：:\n“”]{0,24}(?:[写分含按设列由]|包括|分为|依次)[^。；;：:\n“”]{0,4}[：:]?\s?$"
)
_CLAUSE = re.compile(r"[；;。\n]\s?")
_OPENS = re.compile(r"[：:]\s?(?=(?:[（(]?[一二三四五六七八九十\d①-⑳]{1,2}[)）.、]?\s?)?[“「『])")
# what may stand between the last mark and the limit without naming anything else
_TAIL = re.compile(
    r"(?:(?:本|该|此)?(?:部分|[章节项栏])|篇幅|字数|内容|文字|全文|控制|原则上|一般|合计|[均应须请在为的共总])*"
)
# 《实施方案》须查重，请将字数控制在 4000字内: the paper that the sentence speaks of, and what stands next to the limit
_PAPER = re.compile(rf"\s?(?:(?:{NUMBERED}|{CIRCLED})\s?)?《(?P<title>[^《》]{{2,30}})》(?=[^《》、]*$)(?![和及与或])")
_OF_PAPER = re.compile(
    r"(?:请|应|须|需|要求)?(?:[将把]|其)?(?:正文|全文|总)?(?:字数|篇幅|页数|文字|内容)(?:应|须|需|请|要)?"
)
_OPENING = ("“", "「", "『")
_FEWEST, _MOST = 3, 20
_REACH = 80  # characters of the words before the first chapter


def quoted_chapters(text: Text, outline: Outline) -> list[SectionRecord]:
    """The chapters of the first paragraph that so names three or more in a row; [] where none does."""
    for block in text.blocks:
        if block.table is not None or outline.division_at(block.start).role not in _PLACES:
            continue
        found = _listed(text, block.start, block.end) or _in_a_row(text, block.start, block.end)
        if not found and outline.division_at(block.start).role is Role.TASK_BOOK:
            found = _whole(text, block.start, block.end)
        if _FEWEST <= len(found) <= _MOST:
            return [_chapter(text, title, told) for title, told in found]
    return []


def quoted_subject(sentence: str) -> str | None:
    """现状 of “现状”讲清症结，不超过400字: the chapter whose clause goes on up to its limit; else None.

    ``sentence`` ends where the limit begins: “团队”列出成员，其中单位简介不超过400字 limits no chapter.
    """
    clause = _OPENS.split(_CLAUSE.split(sentence)[-1])[-1]
    last = re.split("[，,]", clause)[-1].removeprefix("其中")  # …，其中“方案”在
    clause = last if last[:1] in _OPENING else clause
    named = _CHAPTER.match(clause + "限")
    own = named is not None and _TAIL.fullmatch(re.split("[，,（(]", clause[named.end() :])[-1]) is not None
    if named is not None and (own or "，" not in clause):
        return named["title"]
    return _subject_paper(re.split("[。；;\n]", sentence)[-1])


def _subject_paper(sentence: str) -> str | None:
    """实施方案 of 2.《实施方案》须查重，请将字数控制在: the paper that opens it, where nothing else is limited."""
    paper = _PAPER.match(sentence)
    last = re.split("[，,]", sentence)[-1]
    return paper["title"] if paper is not None and "，" in sentence and _OF_PAPER.fullmatch(last) else None


def _whole(text: Text, start: int, end: int) -> list[tuple[Span, Span]]:
    """The same where the whole paragraph of an outline is such clauses: 第1章“现状”，…；第2章“方案”，…."""
    parts = [part for part in _clauses(text, start, end) if part.of(text.clean).strip()]
    found = _named(text, parts)
    return found if len(found) == len(parts) else []


def _listed(text: Text, start: int, end: int) -> list[tuple[Span, Span]]:
    """Each title with its clause behind it: behind the words that say what document they are the chapters of."""
    first = _OPENS.search(text.clean, start, end)
    if first is None or _LEAD.search(text.clean[max(start, first.start() - _REACH) : first.end()]) is None:
        return []
    return _named(text, _clauses(text, first.end(), end))


def _clauses(text: Text, start: int, end: int) -> list[Span]:
    marks = list(_CLAUSE.finditer(text.clean, start, end))
    starts, ends = [start, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), end]
    return [Span(at, stop) for at, stop in zip(starts, ends, strict=True)]


def _named(text: Text, clauses: list[Span]) -> list[tuple[Span, Span]]:
    """The titles up to the first clause without one, each with what it is to say."""
    matched = ((_CHAPTER.match(text.clean, clause.start, clause.end), clause.end) for clause in clauses)
    return [
        (Span(*named.span("title")), trimmed(text.clean, named.end(), stop, "，,：: "))
        for named, stop in takewhile(lambda pair: pair[0] is not None, matched)
        if named is not None
    ]


def _in_a_row(text: Text, start: int, end: int) -> list[tuple[Span, Span]]:
    """The titles that follow each other with nothing said of any, behind such a lead or before their count."""
    run = _RUN.search(text.clean, start, end)
    if run is None:
        return []
    before = text.clean[max(start, run.start() - _REACH) : run.start()]
    if _LEAD.search(before) is None and not (run["counted"] and _PARTS.search(before)):
        return []
    titles = _QUOTED.finditer(text.clean, *run.span("run"))
    return [(Span(*title.span("title")), Span(title.end(), title.end())) for title in titles]


def _chapter(text: Text, title: Span, told: Span) -> SectionRecord:
    name = title.of(text.clean)
    return SectionRecord(
        number=None,
        title=name,
        level=1,
        chars=0,
        guidance=squeezed(told.of(text.clean)) or None,
        path=(name,),
        role=Role.TASK_BOOK,
        evidence=text.evidence(title.start - 1, told.end),
    )
