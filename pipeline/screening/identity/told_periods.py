"""The work's time told twice (起止时间): in the form, and in words in the task book or the text, with other months."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.labels import bare_label
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.dates import Span, ends_named, last_day, times
from pipeline.screening.identity.periods import form_period
from schemas.evidence import Evidence
from schemas.outline import Role

_DAY = r"20\d\d\s?(?:年|[./-])\s?\d{1,2}(?:\s?月)?(?:\s?\d{1,2}\s?日|[./-]\d{1,2})?"
# 项目执行期为2027年1月至2028年12月, 实施周期：…, 任务起止时间自…起至…止
_TOLD = re.compile(
    r"(?:^|(?<=[，,。；;：:\n]))(?P<before>[^，,。；;：:\n]{0,12})(?P<name>(?:执行|实施|研究|研制|研发|建设|攻关|起止)(?:起止)?(?:期限?|周期|时间|年月|时限|年限)|(?:项目|任务|课题)(?:期限?|周期))"
    rf"(?:拟|共|计|定|为|是|自|从|[:：\s])*(?P<span>{_DAY}\s?(?:[（(][^（）()]{{1,8}}[）)])?起?\s?(?:[—–~～-]{{1,2}}|至|到)\s?{_DAY})"
)
# the whole work's; 示范实施期, 子任务执行期, 第一阶段实施时间, 协议执行期 are of a part, or of something else
_OF_WORK = re.compile(
    r"^\s*(?:本|该|揭榜|攻关|计划|总体|的|[（(]?\d{1,2}[）).、．]\s?)*(?:项目|任务|课题|揭榜|攻关)(?:总体|计划|拟定|的)*$"
)
_NAMES_WORK = re.compile(r"^(?:项目|任务|课题)")
_ASIDE = frozenset({Role.PROOFS, Role.INSTRUCTIONS})
_SURE = 0.7


@dataclass(frozen=True, slots=True)
class _Told:
    span: Span
    name: str
    place: str
    words: str
    evidence: Evidence | None


def told_period_clashes(case: Case) -> Iterator[Clash]:
    """The first statement of the whole work's time whose months are not those of the form, else of the first one."""
    told = [*_in_form(case), *_in_words(case)]
    for other in told[1:]:
        if _months(other.span) != _months(told[0].span):
            own = f"{told[0].place}为“{told[0].words}”{page_of(told[0].evidence, '申报材料')}"
            said = f"{other.place}写“{other.words}”{page_of(other.evidence, '申报材料')}"
            name = told[0].name
            yield Clash(name, f"{name}前后不一致：{own}，{said}，请核实。", other.evidence, _SURE)
            return


def _in_form(case: Case) -> Iterator[_Told]:
    found = form_period(case)
    if found is not None and _months(found[1]) is not None:
        field, span = found
        yield _Told(span, bare_label(field), "申报表", value_text(field).strip(), field.value_evidence)


def _in_words(case: Case) -> Iterator[_Told]:
    filed = last_day(case.submission.filed_on) if case.submission.filed_on else None
    for passage in case.submission.passages:
        if passage.role in _ASIDE:
            continue
        for match in _TOLD.finditer(passage.text):
            spans = list(times(match["span"]))
            of_work = _OF_WORK.search(match["before"]) or (not match["before"] and _NAMES_WORK.match(match["name"]))
            if not of_work or sum(map(ends_named, spans)) != 2:
                continue
            if filed is not None and spans[-1].last <= filed:  # of an earlier work
                continue
            whole = Span(spans[0].first, spans[-1].last, match["span"], exact=all(span.exact for span in spans))
            words = match.group("name") + match.group()[match.end("name") - match.start() :]
            place = "任务书" if passage.role is Role.TASK_BOOK else "正文"
            yield _Told(whole, "项目起止时间", place, words, narrow(passage.evidence, match["span"]))


def _months(span: Span) -> tuple[int, int, int, int] | None:
    return (span.first.year, span.first.month, span.last.year, span.last.month) if span.exact else None
