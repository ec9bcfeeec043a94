"""Chapters of the applicant's own, where the call gives no outline: what their very titles announce and they lack."""

import re
from collections.abc import Iterator

from pipeline.screening.application.labels import SAME_FIELD, alike
from pipeline.screening.application.parts import own_and_below, with_those_below
from pipeline.screening.application.substance import (
    is_empty_talk,
    is_placeholder,
    points_elsewhere,
    squeeze,
    without_signature,
)
from pipeline.screening.case import Case, conclude, implied, page_of
from pipeline.screening.chapters.asks import unanswered
from pipeline.screening.chapters.deferred import deferred
from pipeline.screening.chapters.evasions import evades, only_evades
from pipeline.screening.chapters.lacks import EVADED, OTHER_MATTERS
from pipeline.screening.chapters.open_rows import open_row
from pipeline.screening.chapters.told_by_picture import is_told_by_picture
from pipeline.screening.fields.own_form import hook
from schemas.finding import Finding
from schemas.outline import Role

_NOT_WRITTEN = frozenset({Role.PROOFS, Role.COMMITMENT, Role.RECOMMENDATION, Role.INSTRUCTIONS, Role.COVER})
# What a person signs or lists, and tells nothing of.
_NO_CHAPTER = re.compile(r"意见|承诺|声明|保证|证明|附[件录表图]|清单|目录|名单|签[字章]|盖章|简[介况]|名称|题目")
# 丁、附件 on a line of its own: another part of the whole, whose heading was not known, and none of the chapter above
_OTHER_PART = re.compile(
    r"(?:^|\n)[ \t\u3000]{0,8}(?:[【〔（(]?(?:[A-Z甲乙丙丁戊己庚辛]|[一二三四五六七八九十]{1,2})[】〕）)、.．\s]{1,2})?"
    r"(?:随附|所附|相关|申报)?(?:附[件录表]|(?:证明|佐证|支撑)材料|承诺书|诚信承诺|声明|(?:推荐|审核)意见)[^\n。；，：:]{0,10}(?=\n|$)"
)
_OF_CALL = re.compile(r"附[件表录图]")  # 详见附件3: told there
_OF_NEED = re.compile(r"现状|背景|痛点|难点|需求|意义|必要性|问题|理解|认识|缘由|风险|困难")  # told in words of lack
_QUOTED, _TALKED = 30, 20  # characters
_SURE = 0.65  # what a title alone asks less surely (分工: names behind each stage are one) is left


def own_lacks(case: Case) -> Iterator[Finding]:
    """风险与对策 without a measure, 进度 without a time, 工作基础 that says 略: each chapter by its own title.

    What only says that it follows is told as left open, what is limited in length is judged there, and the parts of a
    chapter that lacks something are not told again.
    """
    due = hook(case)
    limited = [o.limit.scope for o in case.of("word_limit") if o.limit is not None]
    sections, told = case.submission.sections, -1
    for index, section in enumerate(sections if due is not None else ()):
        if due is None or section.role in _NOT_WRITTEN or index <= told:
            continue
        if _NO_CHAPTER.search(section.title) or any(alike(section.title, one) >= SAME_FIELD for one in limited):
            continue
        text = without_signature(_OTHER_PART.split(own_and_below(sections, index))[0])
        lack = "" if is_told_by_picture(case, index, text) else _lack(section.title, text)
        if lack:
            told = index + len(with_those_below(sections, index)) - 1
            said = f"“{section.title}”一节{lack}{page_of(section.evidence, '申报材料')}，请补充。"
            wanted = implied("section", section.title, due)
            yield conclude(wanted, "insufficient", said, found=section.evidence, confidence=_SURE)


def _lack(title: str, text: str) -> str:
    """In words for a letter; empty where nothing is wrong, or nobody can say so without an outline."""
    words = squeeze(text)
    if not words or is_placeholder(words) or evades(words, EVADED) or OTHER_MATTERS.search(title):
        return ""
    if points_elsewhere(text):
        return "" if _OF_CALL.search(words) else f"只写“{words[:_QUOTED].rstrip('。')}”，没有实质内容"
    if (later := deferred(title, text)) is not None:
        return f"写明“{later[:_QUOTED]}”，没有给出应有的内容"
    if is_empty_talk(text):
        return f"只有“{words[:_TALKED]}……”一类表态，没有实质内容"
    if only_evades(text) and _OF_NEED.search(title) is None:
        return f"只有“{words[:_TALKED]}……”一类说法，没有写所称的内容"
    open_ = next((ask.lack for ask in unanswered(title, None, text) if ask.sure >= _SURE), "")
    return open_ or open_row(title, text)
