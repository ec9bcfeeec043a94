"""What one may join, named alike: 1.党史宣讲团。… 2.科普服务团。… under 实践内容, each with what it does."""

import re
from collections.abc import Sequence

from extractors.directions.labels.names import number_of
from extractors.directions.labels.parts import FoundDirection, in_call, label_kind
from extractors.directions.lines.prose import PROCEDURE, direction_under
from extractors.directions.lines.topics import TIER
from schemas.outline import Outline, Section
from schemas.text import Text

_LIST = re.compile(
    r"(?:社会)?(?:实践|服务|活动|竞赛|参赛|比赛|大赛|团队|队伍)(?:的?(?:团队|项目|活动))?的?"
    r"(?:内容|类别|类型|种类|方向|专题|组别|设置)(?:[及与和][\u4e00-\u9fff]{2,4})?"
)
# 团队 and 小组 are formed, 赛道 and 单元 entered; 要求, 材料, 阶段 are neither
_FORMED = re.compile(r"(?:[团营]|[团分支小服务]队|[小专课]题?组|[组赛]别|赛[道项题]|单元|专项|板块)$")
_LEAST, _LONGEST = 3, 40


def named_alike(text: Text, outline: Outline) -> list[FoundDirection]:
    """The headings under such a chapter that count on from 1 and all end as names of such things do."""
    for index, section in enumerate(outline.sections):
        if in_call(outline, section) and _LIST.fullmatch(section.title):
            places = [at for at, one in enumerate(outline.sections) if one.parent == index]
            below = [outline.sections[at] for at in places]
            leaves = not any(one.parent in places for one in outline.sections)
            if leaves and _are_alike(below):
                return _found(text, below)
    return []


def _are_alike(below: Sequence[Section]) -> bool:
    counted = [number_of(one.number) for one in below if one.number is not None]
    return len(below) >= _LEAST and counted == list(range(1, len(below) + 1)) and all(_is_name(s.title) for s in below)


def _is_name(title: str) -> bool:
    named = _FORMED.search(title) is not None and len(title) <= _LONGEST and TIER.fullmatch(title) is None
    return named and PROCEDURE.search(title) is None and label_kind(title) is None


def _found(text: Text, below: Sequence[Section]) -> list[FoundDirection]:
    """The last one has no more paragraphs than the longest of the others: what stands behind is said of all."""
    most = max(len(_paragraphs(text, one)) for one in below[:-1])
    ends = [one.end for one in below[:-1]] + [(_paragraphs(text, below[-1])[:most] or [below[-1].heading_end])[-1]]
    return [
        direction_under(text, one.title, one.number, one.start, one.heading_end, end)
        for one, end in zip(below, ends, strict=True)
    ]


def _paragraphs(text: Text, section: Section) -> list[int]:
    """Where each paragraph of the section ends, the heading's too where more than its title stands in it."""
    ends = (block.end for block in text.blocks_in(section.start, section.end) if block.start >= section.start)
    return [end for end in ends if text.clean[section.heading_end : end].strip("。：: \n")]
