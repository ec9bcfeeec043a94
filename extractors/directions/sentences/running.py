"""Directions said one after another in prose: 方向一是某某技术，要求…。方向二是…; 其一，某某技术。要求…."""

import re
from collections.abc import Set

from extractors.directions.labels.names import number_of
from extractors.directions.labels.parts import FORM_ROLES, FoundDirection, find_parts, in_call
from extractors.directions.lines.prose import LISTING, PROCEDURE, direction_under
from extractors.directions.sentences.listed_names import listed_names
from extractors.text.notice_words import alternation
from extractors.text.spans import Span, squeezed, trimmed
from schemas.outline import Outline
from schemas.text import Block, Text

_OPENS = r"(?:(?<=[。；;：:\n])|(?<=^))\s*"
_NAME = r"[:：]?(?P<name>[^，。；;：:（）()\n]{4,40})[，,。；;：:]"
# 方向一是…: says itself what it is.
_NAMED = re.compile(
    rf"{_OPENS}(?:揭榜|攻关|研究)?(?:方向|任务|课题|榜题|榜单|需求|难题|项目)"
    rf"(?P<number>[一二三四五六七八九十]{{1,2}}|\d{{1,2}})(?:是|为|系){_NAME}"
)
_HAN = "[一二三四五六七八九十]{1,2}"
# 第一题，叫“某某装置”。…: so does this, each in a paragraph of its own.
_ORDINAL = re.compile(
    rf"{_OPENS}第(?P<number>{_HAN}|\d{{1,2}})(?:[个件项道号]?(?:榜题|难题|课题|任务|需求|项目|题目?|榜))"
    r"(?:[，,：:]?\s?(?:名?叫做?|名为|题为|题目是|是)[:：]?\s?|[，,：:]\s?(?=[“《「]))[“《「]?"
    r"(?P<name>[^，。；;：:（）()“”《》「」\n]{4,40})[”》」]?[，,。；;：:]"
)
# 其一，…; 一是…; 第一，…; （1）…; 1.…: directions only where a heading or the sentence before announces them.
_COUNTED = (
    re.compile(rf"{_OPENS}其(?P<number>{_HAN})(?:是|为|[，,、：:]){_NAME}"),
    re.compile(rf"{_OPENS}(?P<number>{_HAN})是{_NAME}"),
    re.compile(rf"{_OPENS}第(?P<number>{_HAN})[个件项道桩]?(?:是|为|[，,、：:])\s*{_NAME}"),
    re.compile(rf"{_OPENS}(?P<number>[（(]\d{{1,2}}[)）]){_NAME}"),
    re.compile(rf"{_OPENS}(?P<number>\d{{1,2}})[.．、)）](?!\d){_NAME}"),
    re.compile(rf"{_OPENS}(?P<number>[①-⑳]){_NAME}"),
)
_THING = f"(?:{alternation('direction_words')}|任务|难题|项目|攻关需求|技术需求)"
# 本年度共设五个方向。, 拟解决以下难题：
_ANNOUNCED = re.compile(
    rf"(?:(?:设|设置|设立|发布|张榜|凝练|形成|提出|征集)[^。；\n]{{0,16}}|(?:以下|下列|如下)[^。；\n]{{0,8}}"
    rf"|共(?:有|计)?\s?(?:\d{{1,2}}|{_HAN})\s?[个项道][^。；，\n]{{0,6}}){_THING}[^。；，\n]{{0,8}}[。：:]"
)
# 先说四件难事。: where as many follow
_COUNTS = re.compile(
    rf"(?P<count>\d{{1,2}}|{_HAN}|两)\s?[个件项道桩大][^。；，：:\n]{{0,6}}?(?:{_THING}|难事|急事|问题)[^。；，：:\n]{{0,4}}[。：:，]"
)
# 装备应用类。包括甲、乙、丙等。: what may belong to it, which no one has to do
_EXAMPLES = re.compile(r"(?:主要|重点)?(?:包括|包含|涵盖)[^。；]{4,400}等[^。；]{0,8}[。；]?")
_MOST_COUNTS = 20  # paragraphs that count tasks; behind each the rest of its chapter is read
# What no direction is called: duties, steps and papers.
_NO_NAME = re.compile(
    r"应(?![用急变对])当?|须|不得|必须|[请需]|申报|揭榜(?:单位|方|人)|承诺|截止|材料|^(?:在|对|按|由|每|各|研发|研究|开展|建立|构建|突破|攻克|形成|实现|完成|制定|提升|加强|推[进动])"
)


def running_directions(text: Text, outline: Outline) -> list[FoundDirection]:
    """Two or more that follow each other, numbered from 1; each has what is said up to the next as its task."""
    for block in text.blocks:
        if block.table is None and outline.division_at(block.start).role not in FORM_ROLES:
            found = _in_stretch(text, Span(block.start, block.end), _NAMED)
            if found:
                return found
    return _of_ordinals(text, outline)


def _of_ordinals(text: Text, outline: Outline) -> list[FoundDirection]:
    """第一题，叫“某某装置”。… / 第二题，叫…, from the first such paragraph of the call on."""
    for block in text.blocks:
        if (
            block.table is None
            and outline.division_at(block.start).role not in FORM_ROLES
            and _ORDINAL.match(text.clean, block.start, block.end)
        ):
            return _in_stretch(text, Span(block.start, outline.division_at(block.start).end), _ORDINAL)
    return []


def announced_directions(text: Text, outline: Outline) -> list[FoundDirection]:
    """The same with mere numbers (其一, 一是, （1）), under a heading such as 项目方向 or behind 共设五个方向。"""
    listings = (s for s in outline.sections if in_call(outline, s) and LISTING.fullmatch(s.title))
    for section in listings:
        if found := _counted(text, Span(section.heading_end, section.end)):
            return found
    if found := listed_names(text, outline):
        return found
    counting = 0
    for block in text.blocks:
        if block.table is not None or outline.division_at(block.start).role in FORM_ROLES:
            continue
        for lead in _ANNOUNCED.finditer(text.clean, block.start, block.end):
            within = _counted(text, Span(lead.end(), block.end)) if block.end - lead.end() > 1 else []
            if found := within or _counted(text, Span(block.end - 1, _end_at(outline, block.start))):
                return found
        counts = _counts(text, block) if counting < _MOST_COUNTS else frozenset()
        counting += bool(counts)
        if found := _as_many(text, outline, block, counts):
            return found
    return []


def _counts(text: Text, block: Block) -> frozenset[int | None]:
    """The numbers of tasks that a paragraph says: 先说四件难事。"""
    leads = _COUNTS.finditer(text.clean, block.start, block.end)
    return frozenset(number_of(lead["count"].replace("两", "二")) for lead in leads)


def _as_many(text: Text, outline: Outline, block: Block, counts: Set[int | None]) -> list[FoundDirection]:
    """Those behind a paragraph that counts them: 先说四件难事。 / 第一件，某某技术。…"""
    found = _counted(text, Span(block.end - 1, _end_at(outline, block.start))) if counts else []
    return found if len(found) in counts else []


def _end_at(outline: Outline, at: int) -> int:
    index = outline.section_at(at)
    return outline.sections[index].end if index is not None else outline.division_at(at).end


def _counted(text: Text, span: Span) -> list[FoundDirection]:
    for pattern in _COUNTED:
        found = _in_stretch(text, span, pattern)
        if found and not any(_NO_NAME.search(d.name) or PROCEDURE.search(d.name) for d in found):
            return found
    return []


def _in_stretch(text: Text, span: Span, pattern: re.Pattern[str]) -> list[FoundDirection]:
    """The directions of a stretch; [] where there are not two or more from 1 on without a gap."""
    heads = list(pattern.finditer(text.clean, span.start, span.end))
    if len(heads) < 2 or [number_of(head["number"]) for head in heads] != list(range(1, len(heads) + 1)):
        return []
    found = []
    for index, head in enumerate(heads):
        end = heads[index + 1].start() if index + 1 < len(heads) else _last_end(text, head.end(), span.end)
        task = trimmed(text.clean, head.end(), end)
        start = trimmed(text.clean, head.start(), end).start
        name = squeezed(head["name"])
        found.append(_direction(text, name, head["number"], Span(start, head.end()), task))
    return found


def _direction(text: Text, name: str, number: str, head: Span, told: Span) -> FoundDirection:
    """What is said up to the next is its task, but where parts of it have labels."""
    parts = {part.kind for part in find_parts(text, told.start, told.end)}
    if parts & {"task", "goal"}:
        return direction_under(text, name, number, head.start, head.end, told.end)
    tasks = () if _EXAMPLES.fullmatch(text.clean, told.start, told.end) else (told,)
    return FoundDirection(name, number_of(number), head.start, told.end, tasks=tasks)


def _last_end(text: Text, at: int, end: int) -> int:
    """The last one's text ends with its paragraph."""
    index = text.block_at(at - 1)
    return min(end, text.blocks[index].end) if index is not None else end
