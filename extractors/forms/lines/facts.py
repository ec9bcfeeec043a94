"""Chapters that state facts in lines, a label and its value each: 一、揭榜单位概况 over 单位名称：某某公司."""

import re
from collections.abc import Sequence
from itertools import takewhile

from extractors.forms.labels.layout import FormPart
from extractors.forms.labels.words import is_known_label
from extractors.text.marks import BULLET
from extractors.text.spans import Span

_FACTS = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}(?:单位|企业|公司|机构|揭榜人|申报人|申请人|申请者|主体|揭榜方)的?)?"
    r"(?:基本|主要|基础)?(?:概况|情况|信息|简况)表?"
)
_MARK = re.compile(rf"\s*{BULLET}\s*")
_SEPARATOR = re.compile(r"[:：]|…{2,20}|[.．·]{3,20}")
_LEAST, _LEAST_OF_RUN = 3, 6
_SHORT_ANSWER = 60  # several labels with their values may stand in one line


def facts_of(clean: str, part: FormPart) -> Sequence[Span]:
    """The lines of 一、揭榜单位概况 that are labels and values: a form outside the forms' divisions; [] for a text.

    Under another heading (一、单位与人员) every line has a known label and a short value, or those of a long run that
    opens the chapter, before what the applicant tells of itself.
    """
    if part.heading is None:
        return []
    pairs = [_SEPARATOR.split(span.of(clean), maxsplit=1) for span in part.lines]
    known = _known(pairs)
    if _FACTS.fullmatch(part.heading.of(clean)) is not None:
        return part.lines if known >= _LEAST and known * 3 >= len(pairs) * 2 else []
    run = [*takewhile(lambda pair: len(pair) == 2 and len(pair[1]) <= _SHORT_ANSWER, pairs)]
    opens = len(run) == len(pairs) or (_known(run) >= _LEAST_OF_RUN and _known(run) * 3 >= len(run) * 2)
    return part.lines[: len(run)] if known >= _LEAST and opens else []


def _known(pairs: Sequence[Sequence[str]]) -> int:
    return sum(len(pair) == 2 and is_known_label(_MARK.sub("", pair[0])) for pair in pairs)
