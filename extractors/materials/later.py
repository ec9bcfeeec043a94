"""Papers of the work's end (验收材料), which are none of those of who applies."""

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate

from extractors.materials.found import FoundMaterial
from extractors.notice.header import find_header
from extractors.text.labels_in_line import labelled_stretches
from schemas.outline import Outline
from schemas.text import Text

_LATER_TITLE = re.compile(
    r"(?:项目|课题|任务)?(?:完成后的?|(?:实施|过程)?管理[与和及])?(?:验收|结题|结项|中期(?:检查|评估))(?!指标|标准)"
)
# 结项安排 of an activity: what everybody hands in who takes part, and no contract is drawn up with those chosen
_STAGE = re.compile(r".{0,6}(?:安排|报送|上报|提交|上交|要求)")
_ACTIVITY = re.compile(
    r"(?:实践|志愿服务|训练|调研|研学|支教|宣讲|夏令营|活动)(?:周|季|月|计划|项目|团队|活动)?的?(?:具体|补充)?(?:通知|公告|启事|方案|安排)"
)
_THEN = "结项时"
_LATER_LABEL = re.compile(r"[^，。；：:\n]{0,10}(?:验收|结题|结项)(?:申请)?(?:材料|资料|文件)(?:包括|如下)?[：:]")


def of_applying(text: Text, outline: Outline, found: list[FoundMaterial]) -> list[FoundMaterial]:
    """What was found, without the papers of the work's end."""
    later = sorted(_later_stretches(text, outline))
    reached = list(accumulate((end for _, end in later), max))
    places = [bisect_right(later, one.span.start, key=lambda stretch: stretch[0]) - 1 for one in found]
    told = [(one, at < 0 or reached[at] <= one.span.start) for one, at in zip(found, places, strict=True)]
    if _ACTIVITY.search(find_header(text, outline).title or ""):
        stages = [(s.start, s.end) for s in outline.sections if _is_stage(s.title)]
        told = [(one if now else _at_the_end(one), now or _is_inside(one, stages)) for one, now in told]
    return [one for one, kept in told if kept]


def _is_stage(title: str) -> bool:
    match = _LATER_TITLE.match(title)
    return match is not None and _STAGE.fullmatch(title, match.end()) is not None


def _is_inside(one: FoundMaterial, stages: list[tuple[int, int]]) -> bool:
    return any(start <= one.span.start < end for start, end in stages)


def _at_the_end(one: FoundMaterial) -> FoundMaterial:
    """Asked for when the activity ends: an application need not have it yet."""
    return replace(one, condition=one.condition or _THEN)


def _later_stretches(text: Text, outline: Outline) -> list[tuple[int, int]]:
    """Where the papers of the work's end are told: 验收要求, 结题材料; not those of who applies."""
    found = [(s.start, s.end) for s in outline.sections if _LATER_TITLE.match(s.title)]
    for start, end in labelled_stretches(text, outline, _LATER_LABEL):
        found.append((start, end))
    return found
