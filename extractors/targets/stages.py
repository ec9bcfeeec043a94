"""Whether a figure is to come, passed on the way, or there already (阶段), by the words before it."""

import re
from typing import Literal

from extractors.targets.metrics import any_of

Stage = Literal["final", "milestone", "existing"]
# 到2027年累计推广: still to come; 截至2025年 is past.
_AHEAD = re.compile(
    r"(?<!截)[到至]\s?20\d\d\s?年|力争|预期|预计|计划|(?:项目|任务)(?:完成|结束|建成|结题|验收)(?:时|后)"
)


def stage_of(before: str) -> Stage:
    """existing where the sentence says so before the figure (累计, 已), else final."""
    if _AHEAD.search(before):
        return "final"
    clause = re.split(r"[，,；;：:]", before)[-1]
    return "existing" if any_of("existing").search(clause) else "final"
