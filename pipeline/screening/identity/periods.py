"""The work's time in the form (项目起止时间) against its plan: stages before it begins, or after it ends."""

import re
from collections.abc import Iterator
from datetime import timedelta

from extractors.values.han_numerals import han_value
from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.labels import bare_label, plain
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.completion import overrun, plan_times
from pipeline.screening.dates import Span, ends_named, in_words, last_day, times
from schemas.evidence import Evidence
from schemas.facts import FormField

_LABEL = re.compile(
    r"(?:项目|任务|课题|攻关)?(?:计划)?(?:起止|执行|实施|研究|建设|攻关|完成)(?:的)?(?:起止)?(?:时间|年限|期限|周期|期|年月|日期)"
)
_QUARTER = timedelta(days=100)  # stages are told by quarters, and acceptance may follow the work
# What was before the work, and what follows it: 前期预研, 验收后推广
_BESIDE = re.compile(r"已|前期|预研|推广|应用|销售|产业化|量产|后续|验收后")
_HALF = timedelta(days=190)  # a plan may leave out the months in which acceptance is waited for
_COUNTED = re.compile(r"(?:共|约)?(?P<number>\d{1,2}|[一二两三四五六七八九十]{1,3})\s?(?P<unit>年|个月)")
_DAYS = {"年": 365.25, "月": 30.5}
_ACCEPTED = re.compile(r"(?:项目|任务|总体|综合|结题|整体)?验收|结题")
_WIDE = re.compile(r"半年|季度|年[初底末]")
_BY_MONTH = re.compile(r"\d\s?月|\d[./-]\d{1,2}")
_BEFORE_WORK = re.compile(r"准备|筹备|立项|签[订约]|调研|启动|论证|申报")
# 总结验收 and what goes with it may follow the work
_WRAPS_UP = re.compile(
    r"(?:组织|准备|申请|完成|开展|进行|整理|汇总|编制|提交|通过|迎接|做好|项目|课题|任务|综合|总体|成果|总结|财务|审计|决算|绩效|自评|验收|结题"
    r"|评审|资料|材料|报告|归档|工作|[、，,及与和并等。\s])+"
)
_SURE = 0.6


def period_clashes(case: Case) -> Iterator[Clash]:
    """The first end of the form's period that the plan's first or last stage contradicts, or a plan of another length.

    Not where the plan is too long for the notice: that gap is told there.
    """
    found, lasts = form_period(case), form_length(case)
    planned = _stages(case) if (found or lasts) and overrun(case) is None else []
    if sum(map(ends_named, (span for span, _ in planned))) < 2:
        return
    first = min(planned, key=lambda pair: pair[0].first)
    last = max(planned, key=lambda pair: pair[0].last)
    if found is None:
        if lasts is not None and last[0].last - first[0].first > lasts[1] + _QUARTER:
            yield _clash(lasts[0], last[1], said=f"从{in_words(first[0].first)}到{in_words(last[0].last)}")
        return
    field, whole = found
    started = first[0].last if _WIDE.search(first[0].words) else first[0].first  # 上半年 may begin in May
    if started < whole.first - _QUARTER or _is_early(case, first[0], whole):
        yield _clash(field, first[1], said=f"从{in_words(first[0].first)}开始")
    elif _is_late(case, last[0], whole) or (last[0].last < whole.last - _HALF and _closes(case, last[0])):
        yield _clash(field, last[1], said=f"到{in_words(last[0].last)}结束")


def _is_late(case: Case, last: Span, whole: Span) -> bool:
    """By more than a quarter; or by a month, both told by the month, where the work itself goes on till then."""
    later = (last.last.year, last.last.month) > (whole.last.year, whole.last.month)
    work = _work_of(case, last)
    by_a_month = later and _are_by_month(last, whole) and work is not None and _WRAPS_UP.fullmatch(work) is None
    return last.last > whole.last + _QUARTER or by_a_month


def _is_early(case: Case, first: Span, whole: Span) -> bool:
    """By a month, both told by the month, where the stage is no preparation of the work."""
    before = (first.first.year, first.first.month) < (whole.first.year, whole.first.month)
    work = _work_of(case, first)
    return before and _are_by_month(first, whole) and work is not None and _BEFORE_WORK.search(work) is None


def _are_by_month(one: Span, other: Span) -> bool:
    return all(_BY_MONTH.search(span.words) and not _WIDE.search(span.words) for span in (one, other))


def _work_of(case: Case, span: Span) -> str | None:
    """What is done in the stage of that time; None where no stage of the plan has it."""
    stages = (one.text for one in case.submission.milestones if span.words in one.evidence.text and one.text)
    said = next((text.partition(span.words)[2] or text for text in stages), None)
    return re.split("[。；;]", said)[0] if said is not None else None


def _closes(case: Case, last: Span) -> bool:
    """The plan's last stage ends the work: with its acceptance."""
    texts = [passage.text for passage in case.submission.passages]
    return any(_ACCEPTED.search(_item(text, last.words)) for text in texts if last.words in text)


def form_length(case: Case) -> tuple[FormField, timedelta] | None:
    """The form's first such field, where it counts years or months: 24个月, 两年."""
    for field in case.submission.form_fields:
        if _LABEL.fullmatch(plain(field.label or field.name)):
            said = _COUNTED.fullmatch(value_text(field).strip())
            number = han_value(said["number"]) if said is not None else None
            days = _DAYS["年" if said is not None and said["unit"] == "年" else "月"]
            return (field, timedelta(days=days * float(number))) if number else None
    return None


def form_period(case: Case) -> tuple[FormField, Span] | None:
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


def _clash(field: FormField, found: Evidence, *, said: str) -> Clash:
    name = bare_label(field)
    own = f"申报表为“{value_text(field).strip()}”{page_of(field.value_evidence, '申报材料')}"
    text = f"{name}前后不一致：{own}，进度安排{said}{page_of(found, '申报材料')}，请核实。"
    return Clash(name, text, found, _SURE)
