"""Directions that a sentence lists and counts, each heading a paragraph: 共张两榜，分别为甲、乙。 / 甲：… / 乙：…."""

import re
from collections.abc import Sequence

from extractors.directions.labels.names import number_of
from extractors.directions.labels.parts import FORM_ROLES, FoundDirection
from extractors.directions.lines.prose import PROCEDURE, direction_under
from extractors.text.notice_words import alternation
from extractors.text.spans import Span, split_outside_brackets, squeezed, trimmed
from schemas.outline import Outline
from schemas.text import Block, Text

_HAN = "[一二两三四五六七八九十]{1,2}"
_LISTED = re.compile(
    rf"(?P<count>\d{{1,2}}|{_HAN})\s?[个件项道张条]?大?(?:重点|主要|技术|攻关|揭榜|申报|研究|企业){{0,2}}"
    rf"(?:{alternation('direction_words')}|榜|题目?|令|难题|任务|需求|项目)(?!类|级|档|组)[^。；，：:\n]{{0,6}}[，,：:]?\s?"
    r"(?:(?:分别|依次)(?:为|是|叫)?|即|包括)[:：]?\s?(?P<list>[^。；\n]{8,300})"
)
_BETWEEN = re.compile(r"、|以及|[和及](?=[^、和及]{4,40}$)")
_NO_NAME = re.compile(rf"(?:项目|课题|类别?|阶段|环节|单位|材料|奖)$|{PROCEDURE.pattern}")  # 重点项目, 一等奖
_MOST_LISTS = 20  # each is looked for in what stands behind it
_MARKS = "《》“”「」【】 "
_OPENS = r"\s*(?:[^\w\s]{0,2}(?:[一二三四五六七八九十]{1,2}|\d{1,2})[)）.、．]\s*)?[《“「【]?"


def listed_names(text: Text, outline: Outline) -> list[FoundDirection]:
    """The names of the first such list whose names each open one paragraph behind it, in their order."""
    tried = 0
    for block in text.blocks:
        if block.table is not None or outline.division_at(block.start).role in FORM_ROLES:
            continue
        for match in _LISTED.finditer(text.clean, block.start, block.end):
            names = _names(text.clean, Span(match.start("list"), match.end("list")))
            if tried < _MOST_LISTS and len(names) > 1 and len(names) == number_of(match["count"].replace("两", "二")):
                tried += 1
                if found := _below(text, outline, block, names):
                    return found
    return []


def _names(clean: str, listed: Span) -> list[str]:
    spans = split_outside_brackets(clean, listed.start, listed.end, _BETWEEN)
    return [squeezed(span.of(clean)).strip(_MARKS) for span in spans]


def _below(text: Text, outline: Outline, sentence: Block, names: Sequence[str]) -> list[FoundDirection]:
    """Each name opens a paragraph, the next ones in turn; the last ends with its own where each is one paragraph."""
    if any(not 3 <= len(name) <= 45 or _NO_NAME.search(name) for name in names) or len(set(names)) < len(names):
        return []
    heads: list[tuple[Block, int]] = []
    division = outline.division_at(sentence.start)
    for block in text.blocks_in(sentence.end, division.end):
        if block.start < sentence.end or block.table is not None or len(heads) == len(names):
            continue
        opens = re.compile(
            rf"{_OPENS}{re.escape(names[len(heads)])}[》”」】]?(?:\s*[:：。，,——]+|(?=要|须|应|\s*\n|\s*$))"
        )
        head = opens.match(text.clean, block.start, block.end)
        if head is not None:
            heads.append((block, head.end()))
    if len(heads) < len(names):
        return []
    starts = [block.start for block, _ in heads]
    single = all(not text.clean[b.end : after].strip() for (b, _), after in zip(heads, starts[1:], strict=False))
    last = heads[-1][0].end if single else _section_end(outline, heads[-1][0])
    ends = [*starts[1:], last]
    return [
        direction_under(text, name, str(at + 1), block.start, body, trimmed(text.clean, body, end).end)
        for at, (name, (block, body), end) in enumerate(zip(names, heads, ends, strict=True))
    ]


def _section_end(outline: Outline, block: Block) -> int:
    index = outline.section_at(block.start)
    return outline.sections[index].end if index is not None else outline.division_at(block.start).end
