"""Papers of the work's end (验收材料), which are none of those of who applies."""

import re
from bisect import bisect_right
from itertools import accumulate

from extractors.materials.found import FoundMaterial
from extractors.text.labels_in_line import labelled_stretches
from schemas.outline import Outline
from schemas.text import Text

_LATER_TITLE = re.compile(
    r"(?:项目|课题|任务)?(?:完成后的?|(?:实施|过程)?管理[与和及])?(?:验收|结题|结项|中期(?:检查|评估))(?!指标|标准)"
)
_LATER_LABEL = re.compile(r"[^，。；：:\n]{0,10}(?:验收|结题|结项)(?:申请)?(?:材料|资料|文件)(?:包括|如下)?[：:]")


def of_applying(text: Text, outline: Outline, found: list[FoundMaterial]) -> list[FoundMaterial]:
    """What was found, without the papers of the work's end."""
    later = sorted(_later_stretches(text, outline))
    reached = list(accumulate((end for _, end in later), max))
    places = [bisect_right(later, one.span.start, key=lambda stretch: stretch[0]) - 1 for one in found]
    return [one for one, at in zip(found, places, strict=True) if at < 0 or reached[at] <= one.span.start]


def _later_stretches(text: Text, outline: Outline) -> list[tuple[int, int]]:
    """Where the papers of the work's end are told: 验收要求, 结题材料; not those of who applies."""
    found = [(s.start, s.end) for s in outline.sections if _LATER_TITLE.match(s.title)]
    for start, end in labelled_stretches(text, outline, _LATER_LABEL):
        found.append((start, end))
    return found
