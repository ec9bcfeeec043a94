"""When the plan of work ends, and when it should."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from extractors.values.han_numerals import han_value
from pipeline.screening.application.parts import narrow, own_and_below
from pipeline.screening.case import Case, value_text
from pipeline.screening.dates import (
    Span,
    add_duration,
    counted_months,
    first_day,
    in_words,
    last_day,
    months_of,
    reversed_range,
    times,
    whole_months,
)
from schemas.evidence import Evidence
from schemas.notice import Deadline, Obligation
from schemas.undertaking import Milestone

CAUSE = "completion"
PLAN = re.compile(r"几步走|分几步|工期|周期|计划|进度|安排|步骤|里程碑|阶段|什么时候|何时|日程")
# 成果推广与知识产权安排, 资金使用计划: what is arranged there is no work in time, or comes behind it
_OF_OTHER = re.compile(r"推广|转化|知识产权|产业化|经费|资金|预算|分工|团队|人员|风险|后续")
_IN_TIME = re.compile(
    r"几步|工期|周期|进度|步骤|里程碑|阶段|时间|日程|何时|什么时候|节点|实施|工作(?:计划|安排)|攻关(?:计划|安排)"
)
_PLANS = re.compile(r"计划|进度")
_FEWEST_STAGES = 2
_NUMBERED = re.compile(r"第([一二三四五六七八九十]{1,2}|\d{1,2})(?!年|季度|期)")
SPAN_GRACE = timedelta(days=31)  # a plan from June to June is two years
# 从2026年9月1日起算, 起始时间为2026年9月1日, 开始时间不早于2026年8月: the call's own first day of the work
_BEGINS = re.compile(
    r"(?:从|自)(?=20\d\d年)[^，。；]{6,14}?起(?!草)|(?:起始|开始|启动|起算)(?:时间|日期|日)?(?:统一|均|应|须)?(?:为|是|不早于|从|自|[:：])?(?=20\d\d年)[^，。；]{6,12}"
    r"|20\d\d年\d{1,2}月(?:\d{1,2}日)?(?:[（(]含[）)])?(?:以后|之后|后)?(?:起算|开始(?:实施|执行)?|启动)"
)
_OF_WORK = re.compile(r"项目|实施|执行|攻关|周期|任务|工期|建设|研发|(?<![\u4e00-\u9fff])(?:起始|开始)(?:时间|日期)")
_NOT_OF_WORK = re.compile(
    r"申报|受理|提交|报名|成立|注册|登记|出生|承担过|以来|检测|证明|查询|出具|失信|处罚|运行|销售"
)
# 起止时间, 项目实施期限, 计划完成时间: a field with the term of the work
_TERM = re.compile(
    r"(?:项目|任务|课题|攻关|计划|拟|预计)*(?:起止(?:时间|年月|日期)|(?:实施|执行|研究|研制|攻关|建设)(?:期限?|周期|起止时间|起止年月|时间)"
    r"|(?:完成|结束|终止|结题)(?:时间|日期|年月))"
)
_MONTH = len("2026-01")


@dataclass(frozen=True, slots=True)
class Overrun:
    """The plan ends at ``words``, later than ``limit`` allows."""

    words: str
    limit: str
    found: Evidence | None
    confidence: float


def plan_times(case: Case) -> list[tuple[Span, Evidence]]:
    """The times named in the sections that hold the plan of work, each with the narrowest evidence known.

    Without such a section, those of the stages that were found under columns of a plan (时间 | 任务).
    """
    sections = case.submission.sections
    found: list[tuple[Span, Evidence]] = []
    for index in sorted(_plan_sections(case)):
        text = own_and_below(sections, index)
        found += [(span, _evidence(case, span.words, sections[index].evidence)) for span in times(text)]
    stages = case.submission.milestones if not found else ()
    found += [(span, narrow(one.evidence, span.words)) for one in stages for span in times(one.evidence.text)]
    exact = [pair for pair in found if pair[0].exact]
    return exact or found


def plan_months(case: Case) -> tuple[int, Evidence] | None:
    """The last month of a plan that counts its months from the start (第1—6个月, T+18个月); None where it does not."""
    sections = case.submission.sections
    found: list[tuple[int, Evidence]] = []
    for index in sorted(_plan_sections(case)):
        text = own_and_below(sections, index)
        counted, whole = list(counted_months(text)), whole_months(text)
        counted += [whole] if whole is not None else []
        if len(counted) >= _FEWEST_STAGES or whole is not None:
            found += [(month, _evidence(case, words, sections[index].evidence)) for month, words in counted]
    return max(found, key=lambda pair: pair[0], default=None)


def _plan_sections(case: Case) -> set[int]:
    sections = case.submission.sections
    found = {i for i, section in enumerate(sections) if PLAN.search(section.title) and not _covers_more(section.title)}
    in_time = {i for i in found if _IN_TIME.search(sections[i].title) or _PLANS.search(sections[i].title)}
    found = in_time or found  # beside 进度计划, 试用与伦理安排 is no plan of the work
    asked = [o for o in case.of("section") if PLAN.search(o.name) and not _is_of_other(o.name)]
    return found | {case.headings[o.id] for o in asked if o.id in case.headings}


def reversed_stage(case: Case) -> tuple[str, Evidence] | None:
    """The first stage of the plan that ends before it begins: 2027年9月至2027年6月."""
    sections = case.submission.sections
    for index in sorted(_plan_sections(case)):
        words = reversed_range(own_and_below(sections, index))
        if words is not None:
            return words, _evidence(case, words, sections[index].evidence)
    return None


def stages_out_of_order(case: Case) -> tuple[str, str, Evidence] | None:
    """The first stage by number (第三阶段) that is over before the one before it begins: both names, the evidence."""
    numbered = [(int(han_value(m[1]) or 0), one) for one in case.submission.milestones if (m := _number_of(one))]
    for (first, before), (second, behind) in pairwise(numbered):
        begins = first_day(before.start) if before.start else None
        over = last_day(behind.end) if behind.end else None
        if second == first + 1 and begins is not None and over is not None and behind.start and over < begins:
            return before.stage or "", behind.stage or "", behind.evidence
    return None


def _number_of(milestone: Milestone) -> re.Match[str] | None:
    return _NUMBERED.match(milestone.stage or "")


def _covers_more(title: str) -> bool:
    """重点攻关目标及计划 holds the targets as well; only its part with the plan counts."""
    return re.search(r"目标|指标", title) is not None or _is_of_other(title)


def _is_of_other(title: str) -> bool:
    return _OF_OTHER.search(title) is not None and _IN_TIME.search(title) is None


def _evidence(case: Case, words: str, heading: Evidence) -> Evidence:
    for passage in case.submission.passages:
        if words in passage.text:
            return narrow(passage.evidence, words) if words in passage.evidence.text else passage.evidence
    return heading


def overrun(case: Case, deadline: Deadline | None = None) -> Overrun | None:
    """Where the plan ends too late for the completion deadline (the notice's own, unless one is given)."""
    for one in [deadline] if deadline is not None else _deadlines(case):
        found = _late(case, one)
        if found is not None:
            return found
    return None


def told_as_deadline(case: Case) -> bool:
    """The overrun is the gap of the notice's own completion deadline: a condition that repeats it refers to that."""
    own = (o.deadline for o in case.of("deadline") if _is_completion(o))
    return any(overrun(case, deadline) is not None for deadline in own if deadline is not None)


def _deadlines(case: Case) -> list[Deadline]:
    binding = [o.deadline for o in case.of("deadline") if _is_completion(o)]
    if any(_is_completion(o) for o in case.notice.obligations):  # those of other directions bind nothing here
        return [deadline for deadline in binding if deadline is not None]
    return [d for d in case.notice.deadlines if d.kind == "completion"]


def _is_completion(obligation: Obligation) -> bool:
    return obligation.deadline is not None and obligation.deadline.kind == "completion"


def _late(case: Case, deadline: Deadline) -> Overrun | None:
    return _late_by_plan(case, deadline) or _late_in_form(case, deadline)


def _late_in_form(case: Case, deadline: Deadline) -> Overrun | None:
    """起止时间：2026年7月1日至2028年9月30日, the term that the form itself states, to the day or the month."""
    limit = last_day(deadline.on) if deadline.on else None
    for field in case.submission.form_fields if limit is not None else ():
        label = re.sub(r"\s|[（(].*[)）]$", "", field.label or field.name)
        spans = list(times(value_text(field))) if _TERM.fullmatch(label) else []
        if limit is None or not spans or field.value_evidence is None:
            continue
        last = max(spans, key=lambda span: span.last)
        if last.exact and last.last > limit:
            found = narrow(field.value_evidence, last.words)
            return Overrun(in_words(last.last), in_words(limit), found, 0.8)
    return None


def _late_by_plan(case: Case, deadline: Deadline) -> Overrun | None:
    planned = plan_times(case)
    if not planned:
        return _late_by_count(case, deadline)
    last, evidence = max(planned, key=lambda pair: pair[0].last)
    filed = last_day(case.submission.filed_on) if case.submission.filed_on else None
    ahead = [span for span, _ in planned if filed is None or span.last >= filed]  # no approval of last month
    first = min((span.first for span in ahead), default=last.first)
    sure = 0.85 if last.exact else 0.55
    ends = last.last if last.exact else last.first  # 2028年 may end before June
    if deadline.on:
        limit = last_day(deadline.on)
        if limit is not None and ends > limit:
            return Overrun(in_words(last.last), in_words(limit), evidence, sure)
        return None
    if deadline.duration is None:
        return None
    own = add_duration(first, deadline.duration)
    start = _start(case)
    latest = add_duration(start, deadline.duration) if start is not None and not _ends_on_its_day(case, ends) else None
    grace = timedelta(days=case.settings.completion_grace_days)
    if (own is not None and ends > own + SPAN_GRACE) or (latest is not None and ends > latest + grace):
        return Overrun(in_words(last.last), spoken_duration(deadline.duration), evidence, sure)
    return None


def _late_by_count(case: Case, deadline: Deadline) -> Overrun | None:
    allowed, counted = months_of(deadline.duration or ""), plan_months(case)
    if allowed is None or counted is None or counted[0] <= allowed:
        return None
    return Overrun(f"第{counted[0]}个月", spoken_duration(deadline.duration or ""), counted[1], 0.8)


def _ends_on_its_day(case: Case, ends: date) -> bool:
    """The call names the last day itself (不超过15个月，最迟2027年11月30日结束): the length is then the plan's own."""
    days = [one.on for one in _deadlines(case) if one.on is not None and len(one.on) >= _MONTH]
    known = [day for on in days if (day := last_day(on)) is not None]
    return bool(known) and ends <= min(known)


def _start(case: Case) -> date | None:
    """The latest date that the notice and the application give before the work can begin."""
    closing = [d.on for d in case.notice.deadlines if d.kind == "application_closes" and d.on]
    known = [day for on in (*closing, case.submission.filed_on, case.notice.issued_on) if on and (day := last_day(on))]
    return max((*known, *_begins(case)), default=None)


def _begins(case: Case) -> Iterator[date]:
    """The first day of the work by the call's conditions and terms."""
    asked = (o.name for o in case.of("eligibility"))
    for words in (*asked, *(one.evidence.text for one in _deadlines(case))):
        said = _BEGINS.search(words) if _OF_WORK.search(words) and not _NOT_OF_WORK.search(words) else None
        yield from (span.first for span in times(said.group()) if span.exact) if said is not None else ()


def spoken_duration(duration: str) -> str:
    """P2Y as 2年, P18M as 18个月."""
    names = {"Y": "年", "M": "个月", "W": "周", "D": "天"}
    words = re.findall(r"(\d+)([YMWD])", duration)
    return "".join(number + names[unit] for number, unit in words)
