"""Conditions on when the work is done (2027年10月31日前建成投用, 2026年1月1日以后开工), told by the plan of work."""

import re

from pipeline.screening.case import Case, conclude, page_of
from pipeline.screening.completion import CAUSE as TOO_LATE
from pipeline.screening.completion import plan_times, told_as_deadline
from pipeline.screening.conditions.founded import closing_day
from pipeline.screening.dates import in_words, times
from schemas.finding import Finding
from schemas.notice import Obligation

_DAY = r"(?P<day>20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?)"
_ENDS = re.compile(rf"{_DAY}底?(?:以|之)?前[^，。；、]{{0,8}}(?:建成|竣工|完工|投产|投用|投运|完成|结题|验收|交付)")
_BEGINS = re.compile(rf"{_DAY}(?:(?:以|之)?后|起)[^，。；、]{{0,8}}(?:开工|启动|实施|开始|立项|动工)")
_ANOTHER = re.compile(r"合同|协议|注册|登记|成立|申报|填报|备案")  # what else is 完成 by a day


def judge(case: Case, obligation: Obligation) -> Finding | None:
    """Met or not by the plan's last or first day; None for another condition, or where the plan names no day.

    What had to be done before the closing (2024年12月31日前完成验收的成果) is nothing of the plan.
    """
    words = obligation.name
    end, begin = _ENDS.search(words), _BEGINS.search(words)
    asked = end or begin
    day = next(times(asked["day"]), None) if asked is not None and not _ANOTHER.search(words) else None
    planned, closing = plan_times(case) if day is not None else [], closing_day(case)
    if day is None or not planned or (end is not None and closing is not None and day.last <= closing):
        return None
    if end is not None:
        limit = day.last
        last, found = max(planned, key=lambda pair: pair[0].last)
        late, said = last.last > limit, f"进度安排到{in_words(last.last)}结束{page_of(found, '申报材料')}"
    else:
        limit = day.first
        first, found = min(planned, key=lambda pair: pair[0].first)
        late, said = first.first < limit, f"进度安排从{in_words(first.first)}开始{page_of(found, '申报材料')}"
    if not late:
        return conclude(obligation, "met", f"{said}，符合“{words}”的要求。", found=found, confidence=0.7)
    if end is not None and told_as_deadline(case):
        text = f"{said}，“{words}”请按任务完成期限一项更正后再核对。"
        return conclude(obligation, "unverifiable", text, found=found, confidence=0.75, cause=TOO_LATE)
    text = f"{said}，不符合“{words}”的要求。"
    cause = TOO_LATE if end is not None else None
    return conclude(obligation, "insufficient", text, found=found, confidence=0.75, cause=cause)
