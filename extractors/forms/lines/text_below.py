"""Lines with a label of their own that are the text of the label above them."""

import re
from collections.abc import Sequence

from extractors.forms.labels.in_lines import labelled
from extractors.forms.labels.layout import RawField
from extractors.forms.labels.words import ASKS_TEXT, is_group_label, is_shared_label
from extractors.forms.lines.heads import FRAMES
from extractors.text.spans import Span

_OPENED = 30  # characters behind the first sentence of a text


def is_text_below(clean: str, open_: RawField, span: Span) -> bool:
    """内容名称：某某 under 【揭榜内容概述】 is its text: a form that frames its labels frames all of them."""
    framed = clean[max(open_.label.start - 1, 0)] in FRAMES and clean[span.start] not in FRAMES
    pairs = labelled(clean, span.start, span.end, anywhere=False) if framed else []
    if pairs and (is_group_label(pairs[0][0].of(clean)) or is_shared_label(pairs[0][0].of(clean))):
        return False  # 项目负责人：某某: fields whose labels are not framed
    return framed and ASKS_TEXT.search(open_.label.of(clean)) is not None


def opens_text(clean: str, open_: RawField, pairs: Sequence[tuple[Span, Span]]) -> bool:
    """产品名称：某某。它让…。 or 揭榜产品：… under 揭榜产品概述: the text begins with the name of what it is about."""
    if open_.values or not pairs or ASKS_TEXT.search(open_.label.of(clean)) is None:
        return False
    label, value = pairs[0]
    words, above = label.of(clean), open_.label.of(clean)
    named = words.removesuffix("名称") in above if words.endswith("名称") else words in above
    core = re.sub(r"(?:概述|概要|简介|摘要)$", "", above)
    named = named or (len(core) > 1 and words.endswith(core))  # 揭榜内容：… under 内容概述
    told = value.of(clean).find("。")
    return named and 0 <= told < value.end - value.start - _OPENED
