"""Topics to choose from, one a line: （1）课堂模式；（2）教材建设 below 1.教学研究 in 资助范围; kinds in 课题类别."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.directions.labels.names import number_of
from extractors.directions.labels.parts import FoundDirection, in_call, label_kind
from extractors.directions.lines.prose import PROCEDURE
from extractors.text.items import number_at
from extractors.text.spans import Span, squeezed, trimmed
from schemas.outline import Outline, Section
from schemas.text import Text

_RANGE = re.compile(
    r"(?:课题|项目|申报|研究|立项|资助|重点)?(?:(?:资助|选题|立项|研究|支持)的?(?:范围|指南|参考|重点)|(?:资助|选题|研究)的?领域)(?:[（(][^（）()]{1,20}[）)])?"
)
_KINDS = re.compile(r"(?:申报|立项|招标|本次)?(?:课题|选题)(?:的?(?:类别|类型|种类))(?:[（(][^（）()]{1,20}[）)])?")
# 重点课题, 一般项目, 自筹经费项目: how much a project gets, not what it is on
TIER = re.compile(
    r"(?:(?:特别)?委托|重大|重点|一般|普通|青年|培育|自筹|立项|资助|不资助|指导性?|后期资助)(?:经费)?(?:类|级|资助|攻关)?(?:课题|项目|选题)?"
)
# 在本市注册的企业: whom the range takes in, where it is one of applicants
_WHO = re.compile(r"(?:企业|单位|机构|法人|高校|院所|人员|教师|职工|申请人|申报人)[）)]?$")
_ASIDE = re.compile(r"[（(][^（）()\n]{1,60}[）)]\s*$")
# 重点选题：聚焦…: a name and what it is to do
_TOLD = re.compile(r"[。；;](?=\s*\S)|[：:][^：:\n]{12}|\d\s*[%％]|[万亿]元|不得|必须|应当|须[在为由具有经]")
_LONGEST, _LEAST = 90, 2
_SHORT = 8  # characters: 评审办法; 师资培养的激励机制 is a topic


@dataclass(slots=True)
class _Topic:
    """A numbered line: its style and number, its words, and the topics numbered below it."""

    style: str
    number: int | None
    words: Span
    start: int
    below: list["_Topic"]


def listed_topics(text: Text, outline: Outline) -> list[FoundDirection]:
    """The lines of the innermost lists under such a heading, each a direction with the line above as its category.

    [] where a line goes on with a text of its own or with figures, which tell the task of one direction.
    """
    for section in outline.sections:
        kinds = _KINDS.fullmatch(section.title) is not None
        if in_call(outline, section) and (kinds or _RANGE.fullmatch(section.title)):
            groups = _groups(text, section)
            names = [_name(text, one) for group in groups for one in (group, *group.below)]
            if _are_topics(groups) and all(map(_is_topic, names)) and not any(map(TIER.fullmatch, names)):
                return [found for group in groups for found in _of_group(text, group)]
    return []


def _groups(text: Text, section: Section) -> list[_Topic]:
    """The lines with the first number's style, each with those of other styles below it."""
    found: list[_Topic] = []
    for block in text.blocks_in(section.heading_end, section.end):
        if block.start < section.heading_end or block.table is not None:
            continue
        style, body = number_at(text.clean, block.start, block.end)
        if style and style != "bullet":
            number = number_of(text.clean[block.start : body])
            topic = _Topic(style, number, trimmed(text.clean, body, block.end), block.start, [])
            (found if not found or style == found[0].style else found[-1].below).append(topic)
    return found


def _are_topics(groups: Sequence[_Topic]) -> bool:
    return len(groups) >= _LEAST and _counts(groups) and all(_counts(g.below) for g in groups)


def _counts(topics: Sequence[_Topic]) -> bool:
    """1, 2, 3 in one style."""
    numbers = [topic.number for topic in topics]
    return numbers == list(range(1, len(numbers) + 1)) and len({topic.style for topic in topics}) <= 1


def _name(text: Text, topic: _Topic) -> str:
    return squeezed(_ASIDE.sub("", topic.words.of(text.clean).rstrip("。；;：: ")))


def _is_topic(name: str) -> bool:
    """A name, and neither a label, a text, nor who may apply."""
    told = _TOLD.search(name) or _WHO.search(name) or (len(name) <= _SHORT and PROCEDURE.search(name))
    return _LEAST <= len(name) <= _LONGEST and not told and label_kind(name) is None


def _of_group(text: Text, group: _Topic) -> list[FoundDirection]:
    category = _name(text, group) if group.below else None
    return [
        FoundDirection(_name(text, one), one.number, one.start, one.words.end, category)
        for one in group.below or [group]
    ]
