"""The work's time in the form (项目起止时间) against its plan: stages before it begins, or after it ends."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.screening.answers.labels import plain
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.completion import overrun, plan_times
from pipeline.screening.dates import in_words, times
from pipeline.screening.figures.people_and_money import Clash
from schemas.facts import FormField

_LABEL = re.compile(
    r"(?:项目|任务|课题|攻关)?(?:计划)?(?:起止|执行|实施|研究|建设|攻关|完成)(?:的)?(?:起止)?(?:时间|年限|期限|周期|期|年月|日期)"
)
_QUARTER = timedelta(days=100)  # stages are told by quarters, and acceptance may follow the work
_SURE = 0.6


def period_clashes(case: Case) -> Iterator[Clash]:
    """The first end of the form's period that the plan's last or first stage contradicts.

    Not where the plan is too long for the notice: that gap is told there.
    """
    for field in case.submission.form_fields:
        spans = list(times(value_text(field))) if _LABEL.fullmatch(plain(field.label or field.name)) else []
        if len(spans) != 2 or not all(span.exact for span in spans) or overrun(case) is not None:
            continue
        yield from _against(case, field, spans[0].first, spans[1].last)
        return


def _against(case: Case, field: FormField, begin: date, end: date) -> Iterator[Clash]:
    planned = [(span, found) for span, found in plan_times(case) if span.exact]
    if len(planned) < 2:
        return
    first = min(planned, key=lambda pair: pair[0].first)
    last = max(planned, key=lambda pair: pair[0].last)
    early = first[0].first < begin - _QUARTER
    if early or last[0].last > end + _QUARTER:
        span, found = first if early else last
        said = f"从{in_words(span.first)}开始" if early else f"到{in_words(span.last)}结束"
        name = field.label or field.name
        text = (
            f"{name}前后不一致：申报表为“{value_text(field).strip()}”{page_of(field.value_evidence, '申报材料')}，"
            f"进度安排{said}{page_of(found, '申报材料')}，请核实。"
        )
        yield Clash(name, text, found, _SURE)
