"""The work's time in the form (项目起止时间) against its plan: stages before it begins, or after it ends."""

import re
from collections.abc import Iterator
from datetime import timedelta

from pipeline.screening.answers.labels import bare_label, plain
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.completion import overrun, plan_times
from pipeline.screening.dates import Span, ends_named, in_words, last_day, times
from pipeline.screening.figures.people_and_money import Clash
from schemas.evidence import Evidence
from schemas.facts import FormField

_LABEL = re.compile(
    r"(?:项目|任务|课题|攻关)?(?:计划)?(?:起止|执行|实施|研究|建设|攻关|完成)(?:的)?(?:起止)?(?:时间|年限|期限|周期|期|年月|日期)"
)
_QUARTER = timedelta(days=100)  # stages are told by quarters, and acceptance may follow the work
# What was before the work, and what follows it: 前期预研, 验收后推广
_BESIDE = re.compile(r"已|前期|预研|推广|应用|销售|产业化|量产|后续|验收后")
_WIDE = re.compile(r"半年|季度|年[初底末]")
_SURE = 0.6


def period_clashes(case: Case) -> Iterator[Clash]:
    """The first end of the form's period that the plan's first or last stage contradicts.

    Not where the plan is too long for the notice: that gap is told there.
    """
    found = _period(case)
    planned = _stages(case) if found is not None and overrun(case) is None else []
    if found is None or sum(map(ends_named, (span for span, _ in planned))) < 2:
        return
    field, whole = found
    first = min(planned, key=lambda pair: pair[0].first)
    last = max(planned, key=lambda pair: pair[0].last)
    started = first[0].last if _WIDE.search(first[0].words) else first[0].first  # 上半年 may begin in May
    early = started < whole.first - _QUARTER
    if early or last[0].last > whole.last + _QUARTER:
        yield _clash(field, *(first if early else last), early=early)


def _period(case: Case) -> tuple[FormField, Span] | None:
    """The form's first such field, where it is not over by the day of filing."""
    filed = last_day(case.submission.filed_on) if case.submission.filed_on else None
    for field in case.submission.form_fields:
        if _LABEL.fullmatch(plain(field.label or field.name)):
            spans = list(times(value_text(field)))
            if sum(map(ends_named, spans)) != 2 or not all(span.exact for span in spans):
                return None
            whole = Span(spans[0].first, spans[-1].last, value_text(field), exact=True)
            return (field, whole) if filed is None or whole.last > filed else None
    return None


def _stages(case: Case) -> list[tuple[Span, Evidence]]:
    """The times of the plan but for those of what was before, or comes after."""
    texts = [passage.text for passage in case.submission.passages]
    return [
        (span, found)
        for span, found in plan_times(case)
        if span.exact and not any(_BESIDE.search(_item(text, span.words)) for text in texts if span.words in text)
    ]


def _item(text: str, words: str) -> str:
    """The clause that names a time, with the one behind it."""
    start, behind = text.find(words), text.find(words) + len(words)
    head = re.split(r"[，。；;\n]", text[:start])[-1]
    return head + words + re.split(r"[。；;\n]", text[behind : behind + 60])[0]


def _clash(field: FormField, span: Span, found: Evidence, *, early: bool) -> Clash:
    said = f"从{in_words(span.first)}开始" if early else f"到{in_words(span.last)}结束"
    name = bare_label(field)
    own = f"申报表为“{value_text(field).strip()}”{page_of(field.value_evidence, '申报材料')}"
    text = f"{name}前后不一致：{own}，进度安排{said}{page_of(found, '申报材料')}，请核实。"
    return Clash(name, text, found, _SURE)
