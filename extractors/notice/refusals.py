"""Cases in which nobody is admitted (有以下情况之一者，不予受理：…): their figures are no bounds to reach."""

import re
from collections.abc import Sequence

from extractors.text.spans import Span
from schemas.outline import Outline
from schemas.text import Text

_LEAD = re.compile(
    r"(?:以下|下列)[^，。；：:\n]{0,10}(?:情[况形]|行为|问题)[^，。；：:\n]{0,10}[，,]?\s?[^，。；：:\n]{0,12}"
    r"(?:不(?:予|得|能|可|再)?(?:受理|申报|申请|推荐|参加|参与|揭榜|报名|接受|支持|立项)|取消|限制)[^，。；：:\n]{0,12}[：:]"
    r"|(?:不(?:予|得|能|可)(?:受理|申报|申请|推荐|参加|揭榜|报名))[^，。；：:\n]{0,10}(?:情[况形]|情况)[^，。；：:\n]{0,6}[：:]"
)
_FARTHEST = 800  # characters of such a list
_CASE = re.compile(r"的$|者$")  # 申报人为两人以上的


def without_refused(text: Text, outline: Outline, sentences: Sequence[Span]) -> list[Span]:
    """The sentences but those that tell such a case, in the list below its lead."""
    return [span for span in sentences if not _is_case(text, outline, span)]


def _is_case(text: Text, outline: Outline, span: Span) -> bool:
    if _CASE.search(span.of(text.clean).rstrip("。；; ")) is None:
        return False
    start = max(0, span.start - _FARTHEST)
    leads = list(_LEAD.finditer(text.clean, start, span.start))
    return bool(leads) and outline.section_at(leads[-1].start()) == outline.section_at(span.start)
