"""Stages of the plan by number (第三阶段) whose times are in disorder: one begins long before the other is over."""

import re
from datetime import date, timedelta
from itertools import pairwise

from extractors.values.han_numerals import han_value
from pipeline.screening.case import Case
from pipeline.screening.dates import first_day, in_words, last_day
from schemas.evidence import Evidence
from schemas.undertaking import Milestone

_NUMBERED = re.compile(r"第([一二三四五六七八九十]{1,2}|\d{1,2})(?!年|季度|期)")
_GRACE = timedelta(days=31)  # 第一阶段 to June, 第二阶段 from June
# 两阶段交叉进行: meant so
_TOGETHER = re.compile(r"交叉|并行|同步|搭接|穿插|滚动|重叠|衔接")


def overlapping(case: Case) -> tuple[str, Evidence, float] | None:
    """What is wrong with the first stage that begins before the one before it begins, or long before it ends."""
    stages = [(int(han_value(m[1]) or 0), one) for one in case.submission.milestones if (m := _number(one))]
    for (first, before), (second, behind) in pairwise(stages):
        begins, starts = _begin(before), _begin(behind)
        ends = last_day(before.end) if before.end else None
        if second != first + 1 or begins is None or starts is None or ends is None:
            continue
        if _TOGETHER.search(before.evidence.text + behind.evidence.text):
            continue
        if starts < begins:
            text = (
                f"“{behind.stage}”从{in_words(starts)}开始，早于“{before.stage}”的开始时间{in_words(begins)}，先后颠倒"
            )
            return text, behind.evidence, 0.7
        if begins < starts and starts + _GRACE < ends:  # what begins together is meant to go on side by side
            text = f"“{behind.stage}”从{in_words(starts)}开始，而“{before.stage}”到{in_words(ends)}才结束，前后交叠"
            return text, behind.evidence, 0.6
    return None


def _number(stage: Milestone) -> re.Match[str] | None:
    return _NUMBERED.match(stage.stage or "")


def _begin(stage: Milestone) -> date | None:
    return first_day(stage.start) if stage.start else None
