"""Directions that one sentence lists and counts: 面向元宇宙、人形机器人、脑机接口3个重点方向."""

import re

from extractors.directions.labels.names import number_of
from extractors.directions.labels.parts import FORM_ROLES, FoundDirection
from extractors.directions.lines.prose import PROCEDURE
from extractors.text.marks import HAN_DIGITS, ITEM_NUMBER
from extractors.text.notice_words import alternation
from extractors.text.spans import Span, sentences, split_outside_brackets, squeezed, trimmed
from schemas.outline import Outline
from schemas.text import Text

_LISTED = re.compile(
    r"(?:面向|围绕|聚焦|针对|涵盖|包括|设[置立]?)(?P<list>[^，。；：:\n]{4,160}?)(?:等|共|这)?\s?"
    r"(?P<count>\d{1,2}|[一二三四五六七八九十]{1,2})\s?个?(?:大|类)?"
    rf"(?:重点|主要|技术|攻关|揭榜|申报|研究){{0,2}}{alternation('direction_words')}"
)
# 近年来，我市聚焦…三大方向持续发力: what the place does; 面向高校、科研院所、企业三类: who applies
_BACKGROUND = re.compile(
    r"近年来|一直以来|长期以来|持续发力|产业集群|已形成|(?:面向|针对)[^，。；]{0,8}(?:高校|科研院所|企业)[、和及与]"
)
# 张榜三个方向：一是甲，二是乙，三是丙
_NUMBERED = re.compile(
    rf"(?P<count>\d{{1,2}}|[一二两三四五六七八九十]{{1,2}})\s?[个项道件](?:大|类)?(?:重点|主要|技术|攻关|揭榜|申报|研究){{0,2}}"
    rf"(?:{alternation('direction_words')}|难题|任务)[^。；，：:\n]{{0,6}}[:：，,]\s?(?P<list>[^。\n]{{8,400}})"
)
# 会议部署三项重点任务：一是…: of others than who applies
_OF_OTHERS = re.compile(r"会议|部署|规划|国务院|[省市]委|[省市]政府|讲话|精神")
_ITEM = re.compile(rf"[，,、；;]?\s?(?:[{HAN_DIGITS}]是|其[{HAN_DIGITS}][为是，,]?|{ITEM_NUMBER})")
_BETWEEN = re.compile(r"、|以及|[和及](?=[^、和及]{2,30}$)")
_NO_NAME = re.compile(
    r"[，,：:]|应当?|须|不得|必须|[请需]|揭榜(?:单位|方|人)|^(?:在|对|按|由|每|各|提升|加强|推[进动]"
    r"|开展|完成|形成|实现|制定|建立|落实|组织|做好|强化|健全|完善)"
)
_SHORTEST, _LONGEST = 2, 30
_FARTHEST = 200  # characters of a sentence before its list


def counted_directions(text: Text, outline: Outline) -> list[FoundDirection]:
    """The names of the first list of the call that holds as many as the sentence counts; [] where none does."""
    for division in outline.divisions:
        if division.role not in FORM_ROLES:
            if numbered := _numbered(text.clean, division.start, division.end):
                return numbered
            for sentence in sentences(text.clean, division.start, division.end):
                of_place = _BACKGROUND.search(text.clean, sentence.start, sentence.end) is not None
                found = () if of_place else _LISTED.finditer(text.clean, sentence.start, sentence.end)
                for match in found:
                    names = split_outside_brackets(text.clean, match.start("list"), match.end("list"), _BETWEEN)
                    if len(names) > 1 and len(names) == number_of(match["count"]) and _all_names(text.clean, names):
                        return [FoundDirection(squeezed(n.of(text.clean)), None, n.start, n.end) for n in names]
    return []


def _numbered(clean: str, start: int, end: int) -> list[FoundDirection]:
    """The names that numbers set apart in one sentence, as many as it counts."""
    for match in _NUMBERED.finditer(clean, start, end):
        marks = list(_ITEM.finditer(clean, match.start("list"), match.end("list")))
        if (
            len(marks) < 2
            or marks[0].start() > match.start("list")
            or len(marks) != number_of(match["count"].replace("两", "二"))
            or _tells_of_others(clean, start, match)
        ):
            continue
        ends = [*(mark.start() for mark in marks[1:]), match.end("list")]
        names = [trimmed(clean, mark.end(), end, "，,、；;和及") for mark, end in zip(marks, ends, strict=True)]
        if _all_names(clean, names):
            return [FoundDirection(squeezed(n.of(clean)), None, n.start, n.end) for n in names]
    return []


def _tells_of_others(clean: str, start: int, match: re.Match[str]) -> bool:
    """The sentence says before its list how things are, or what an office set itself."""
    begin = max(start, match.start() - _FARTHEST)
    begin = max(begin, *(clean.rfind(mark, begin, match.start()) + 1 for mark in "。；\n"))
    return any(one.search(clean, begin, match.start()) is not None for one in (_BACKGROUND, _OF_OTHERS))


def _all_names(clean: str, names: list[Span]) -> bool:
    words = [name.of(clean) for name in names]
    return all(
        _SHORTEST <= len(one) <= _LONGEST and not (PROCEDURE.search(one) or _NO_NAME.search(one)) for one in words
    )
