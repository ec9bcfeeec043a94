"""Which passages tell the plan of the work: its figures are of a stage, and not what the whole will reach."""

import re

from schemas.facts import Passage

_OF_PLAN = re.compile(r"进度|计划|阶段|里程碑|步骤|节点|实施安排|分年")
_BY_DATE = re.compile(r"\W*(?:\d{1,2}[.、)）]\s?)?(?:20\d\d|第[一二三四五\d]|[一二三四]期|[TM]\s?\+?\d)")


def is_of_plan(passage: Passage) -> bool:
    """It begins with a date or a stage, or stands in a chapter of the plan."""
    return _BY_DATE.match(passage.text) is not None or is_in_plan(passage)


def is_in_plan(passage: Passage) -> bool:
    """It stands in a chapter of the plan."""
    return any(map(_OF_PLAN.search, passage.path))
