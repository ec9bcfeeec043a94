"""时间要求."""

import re
from collections.abc import Iterator
from datetime import date

from extractors.application.applicant import filed_in_line, filed_inside, signed_inside
from extractors.forms.labels.dates import full_date, last_date
from pipeline.screening.application.labels import canonical
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, conclude, filed_on, implied, page_of, value_text
from pipeline.screening.completion import CAUSE as TOO_LATE
from pipeline.screening.completion import (
    overrun,
    plan_months,
    plan_times,
    reversed_stage,
    spoken_duration,
    stages_out_of_order,
)
from pipeline.screening.dates import in_words, last_day, months_of
from pipeline.screening.fields.own_form import hook
from pipeline.screening.identity.stages import overlapping
from schemas.evidence import Evidence
from schemas.facts import FormField
from schemas.finding import GAP_STATUSES, Finding
from schemas.notice import Deadline, Obligation

CAUSE = "filing"
_AND_SEAL = re.compile(r"(?:及|和|与|、)(?:单位)?(?:盖章|签章|公章|签字|签名)$")  # 填表日期及盖章
_RECOMMENDED_ON = re.compile(r"推荐[^，。；]{0,8}(?:日期|时间)$")
_RECOMMENDS = re.compile(r"推荐(?:单位|部门|机构)?[^，。；]{0,6}意见")
_CLOSING = ("application_closes", "materials_due")
ISSUER_ACTS = ("review", "announcement")
_SIGNING_UP = re.compile(r"报名|意向|登记")
WORDS = {
    "application_opens": "申报开始时间",
    "application_closes": "申报截止时间",
    "materials_due": "材料受理截止时间",
    "recommendation_due": "推荐截止时间",
    "completion": "任务完成期限",
}


def check(case: Case) -> Iterator[Finding]:
    """Whether the application is dated within the window and the plan ends in time.

    依据：通知中的申报起止时间、纸质材料受理时间、推荐时间和任务完成期限，榜单为所选方向另定的完成时限。
    判定：以申报材料封面所署日期（没有的以承诺书所署日期）与起止时间比较，申报表中单位意见所署日期也不得晚于截止日期；攻关计划中最晚的时间与完成期限比较，期限以年、月计的，自申报截止后起算并
    留出评审时间，计划自身的跨度也不得超过期限，各阶段的起止不得颠倒，编有序号的阶段不得在前一阶段开始之前开始或结束，也不得与前一阶段交叠一个月以上（写明交叉、并行的除外），否则为错误。何时送达、推荐本文件不能证明，列为无法核实；所署日期已晚于受理截止的为错误。
    补救：逾期的不予受理；计划超期的调整进度安排。
    """
    said = _backwards(case)
    for obligation in case.of("deadline"):
        deadline = obligation.deadline
        if deadline is None or deadline.kind in ISSUER_ACTS:
            continue
        if deadline.kind != "completion":
            yield _filing(case, obligation, deadline)
            continue
        finding = _completion(case, obligation, deadline)
        yield _out_of_order(obligation, finding, said) if said is not None else finding
        said = None  # one gap, however many times the work has to be done by
    yield from _recommended_late(case)
    asked = hook(case)
    if said is not None and asked is not None:
        text, found, sure = said
        yield conclude(implied("deadline", "攻关计划时间顺序", asked), "invalid", text, found=found, confidence=sure)


def _out_of_order(obligation: Obligation, finding: Finding, said: tuple[str, Evidence, float]) -> Finding:
    """Stages that contradict each other show no end in time; an end that is too late is told with them."""
    text, found, sure = said
    if finding.status in GAP_STATUSES:
        return finding.model_copy(update={"explanation": finding.explanation + text})
    return conclude(obligation, "invalid", text, found=found, confidence=sure)


def _backwards(case: Case) -> tuple[str, Evidence, float] | None:
    if (one := reversed_stage(case)) is not None:
        words, found = one
        return f"攻关计划中“{words}”起止时间颠倒{page_of(found, '申报材料')}，请更正。", found, 0.8
    if (two := stages_out_of_order(case)) is not None:
        before, behind, found = two
        text = f"攻关计划中“{behind}”结束时“{before}”尚未开始，先后颠倒{page_of(found, '申报材料')}，请核对更正。"
        return text, found, 0.7
    if (mixed := overlapping(case)) is not None:
        words, found, sure = mixed
        return f"攻关计划中{words}{page_of(found, '申报材料')}，请核对更正。", found, sure
    return None


def _filing(case: Case, obligation: Obligation, deadline: Deadline) -> Finding:
    limit = last_day(deadline.on) if deadline.on else None
    on = filed_on(case)
    filed = last_day(on) if on else None
    words = WORDS.get(deadline.kind, "时间要求")
    if limit is None or filed is None or deadline.kind == "other":
        text = f"{words}：申报材料没有可供核对的日期，无法判断。"
        return conclude(obligation, "unverifiable", text, confidence=0.6)
    found = _filing_date(case)
    said = f"申报材料所署日期为{in_words(filed)}{page_of(found, '申报材料')}"
    if deadline.kind == "application_opens":
        if filed < limit:
            text = f"{said}，早于申报开始时间{in_words(limit)}。"
            return conclude(obligation, "invalid", text, found=found, confidence=0.65)
        return conclude(obligation, "met", f"{said}，不早于{in_words(limit)}。", found=found)
    if filed > limit and _signs_up_only(case, deadline):
        return conclude(obligation, "unverifiable", f"是否在{words}{in_words(limit)}前报名，无法从本文件判断。")
    if filed > limit:
        sure = 0.6 if deadline.inferred else 0.9
        text = f"{said}，晚于{words}{in_words(limit)}{page_of(obligation.evidence, '通知')}。"
        return conclude(obligation, "invalid", text, found=found, confidence=sure, cause=CAUSE)
    if (late := _signed_late(case, limit)) is not None:
        day, where = late
        text = (
            f"申报材料中单位意见所署日期为{in_words(day)}{page_of(where, '申报材料')}，"
            f"晚于{words}{in_words(limit)}{page_of(obligation.evidence, '通知')}。"
        )
        return conclude(obligation, "invalid", text, found=where, confidence=0.75, cause=CAUSE)
    if deadline.kind == "application_closes" and (issued := _not_yet_issued(case, filed)) is not None:
        text = f"{said}，早于通知发布日期{in_words(issued)}，请核对更正。"
        return conclude(obligation, "invalid", text, found=found, confidence=0.65, cause=CAUSE)
    if deadline.kind == "application_closes":
        return conclude(obligation, "met", f"{said}，不晚于{words}{in_words(limit)}。", found=found)
    return conclude(obligation, "unverifiable", f"是否在{words}{in_words(limit)}前送达，无法从本文件判断。")


def _not_yet_issued(case: Case, filed: date) -> date | None:
    """The day of the call where the application is older; an opening day says more, where there is one.

    A letter that is older too is told by itself.
    """
    opens = any(one.kind == "application_opens" and one.on for one in case.notice.deadlines)
    issued = last_day(case.notice.issued_on) if case.notice.issued_on and not opens else None
    signed = last_day(case.letter.date) if case.letter.date else None
    if issued is None or filed >= issued or (signed is not None and signed < issued):
        return None
    return issued


def _recommended_late(case: Case) -> Iterator[Finding]:
    """推荐日期：2025年9月23日, later than the day by which the recommending body has to speak."""
    due = next((one for one in case.notice.deadlines if one.kind == "recommendation_due" and one.on), None)
    limit = last_day(due.on) if due is not None and due.on else None
    if due is None or limit is None:
        return
    for field in case.submission.form_fields:
        words = _recommended(field)
        on = full_date(words) if words is not None else None
        day = last_day(on) if on is not None else None
        if words is not None and day is not None and day > limit and field.value_evidence is not None:
            found = narrow(field.value_evidence, words)
            said = f"推荐单位所署日期为{in_words(day)}{page_of(found, '申报材料')}"
            text = f"{said}，晚于推荐截止时间{in_words(limit)}{page_of(due.evidence, '通知')}。"
            yield conclude(
                implied("deadline", "推荐截止时间", due.evidence), "invalid", text, found=found, confidence=0.75
            )
            return


def _recommended(field: FormField) -> str | None:
    """The day of a recommendation: 推荐日期, or the one that ends 推荐单位意见."""
    label, value = field.label or field.name, value_text(field)
    if _RECOMMENDED_ON.search(label) is not None:
        return value
    dated = last_date(value) if _RECOMMENDS.search(label) is not None else None
    return value[dated[0] : dated[1]] if dated is not None and not value[dated[1] :].strip() else None


def _signed_late(case: Case, limit: date) -> tuple[date, Evidence] | None:
    """The day under the applicant's own opinion in its form that is later than the last day of handing in.

    Where papers are due after applying closes, what is signed between the two is in time.
    """
    closing = [d.on for d in case.notice.deadlines if d.kind in _CLOSING and d.on]
    if max((day for on in closing if (day := last_day(on)) is not None), default=None) != limit:
        return None
    for field in case.submission.form_fields:
        words = signed_inside(field)
        on = full_date(words) if words is not None else None
        day = last_day(on) if on is not None else None
        if words is not None and day is not None and day > limit and field.value_evidence is not None:
            return day, narrow(field.value_evidence, words)
    return None


def _signs_up_only(case: Case, deadline: Deadline) -> bool:
    """报名 or 揭榜意向登记 closes in June, the work is handed in by September: its date says nothing on signing up.

    That of a field 报名日期 does.
    """
    if deadline.kind != "application_closes" or _SIGNING_UP.search(deadline.evidence.text) is None:
        return False
    field = _filing_field(case)
    if field is not None and _SIGNING_UP.search(field.label + field.name):
        return False
    due = [d.on for d in case.notice.deadlines if d.kind == "materials_due" and d.on]
    return any(on > (deadline.on or "") for on in due)


def _completion(case: Case, obligation: Obligation, deadline: Deadline) -> Finding:
    late = overrun(case, deadline)
    if late is not None:
        text = (
            f"通知要求的完成期限为{late.limit}，攻关计划到{late.words}才结束{page_of(late.found, '申报材料')}，请调整。"
        )
        return conclude(obligation, "insufficient", text, found=late.found, confidence=late.confidence, cause=TOO_LATE)
    planned, counted = plan_times(case), plan_months(case)
    if not planned and counted is not None and deadline.duration and months_of(deadline.duration):
        text = f"攻关计划到第{counted[0]}个月结束，在{spoken_duration(deadline.duration)}的期限以内。"
        return conclude(obligation, "met", text, found=counted[1], confidence=0.8)
    if not planned:
        return conclude(obligation, "unverifiable", "攻关计划没有写明时间，无法判断能否按期完成。", confidence=0.6)
    last, found = max(planned, key=lambda pair: pair[0].last)
    limit = (
        in_words(day) if deadline.on and (day := last_day(deadline.on)) else spoken_duration(deadline.duration or "")
    )
    text = f"攻关计划到{in_words(last.last)}结束，在{limit}的期限以内。"
    return conclude(obligation, "met", text, found=found, confidence=0.8)


def _filing_field(case: Case) -> FormField | None:
    fields = case.submission.form_fields
    return next(
        (f for f in fields if canonical(_AND_SEAL.sub("", f.label or f.name)) == "申报日期" and value_text(f)), None
    )


def _filing_date(case: Case) -> Evidence | None:
    if (filing := _filing_field(case)) is not None:
        return filing.value_evidence
    for dated in (filed_inside, signed_inside):
        for field in case.submission.form_fields:
            if field.value_evidence is not None and (words := dated(field)) is not None:
                return narrow(field.value_evidence, words)
    if (told := filed_in_line(case.submission.passages)) is not None:
        return narrow(told[1].evidence, told[0])
    return None if case.submission.filed_on else case.letter.evidence
