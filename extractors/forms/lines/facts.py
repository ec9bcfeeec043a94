"""Chapters that state facts in lines, a label and its value each: 一、揭榜单位概况 over 单位名称：某某公司."""

import re

from extractors.forms.labels.layout import FormPart
from extractors.forms.labels.words import is_known_label
from extractors.text.marks import BULLET

_FACTS = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}(?:单位|企业|公司|机构|揭榜人|申报人|申请人|申请者|主体|揭榜方)的?)?"
    r"(?:基本|主要|基础)?(?:概况|情况|信息|简况)表?"
)
_MARK = re.compile(rf"\s*{BULLET}\s*")
_SHORT_ANSWER = 60  # several labels with their values may stand in one line


def states_facts(clean: str, part: FormPart) -> bool:
    """一、揭榜单位概况 with lines of labels and values under it: a form outside the forms' divisions.

    Under another heading (一、单位与人员) every line has a known label and a short value.
    """
    if part.heading is None:
        return False
    pairs = [re.split(r"[:：]", span.of(clean), maxsplit=1) for span in part.lines]
    known = [pair for pair in pairs if len(pair) == 2 and is_known_label(_MARK.sub("", pair[0]))]
    if _FACTS.fullmatch(part.heading.of(clean)) is not None:
        return len(known) >= 3 and len(known) * 3 >= len(pairs) * 2
    return len(known) >= 3 and all(len(pair) == 2 and len(pair[1]) <= _SHORT_ANSWER for pair in pairs)
