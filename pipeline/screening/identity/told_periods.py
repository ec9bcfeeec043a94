"""The work's time told twice (起止时间): in the form, and in words in the task book or the text, with other months."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extractors.values.han_numerals import han_value
from pipeline.screening.amounts.people_and_money import Clash
from pipeline.screening.application.labels import bare_label
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, page_of, value_text
from pipeline.screening.dates import Span, ends_named, last_day, times
from pipeline.screening.identity.periods import form_length, form_period
from schemas.evidence import Evidence
from schemas.facts import Passage
from schemas.outline import Role

_DAY = r"20\d\d\s?(?:年|[./-])\s?\d{1,2}(?:\s?月)?(?:\s?\d{1,2}\s?日|[./-]\d{1,2})?"
# 项目执行期为2027年1月至2028年12月, 实施周期：…, 任务起止时间自…起至…止
_LONG = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})\s?(?:个半?月|年半?)"  # 十八个月, 一年半
_TOLD = re.compile(
    r"(?:^|(?<=[，,。；;：:\n]))(?P<before>[^，,。；;：:\n]{0,12})(?P<name>(?:执行|实施|研究|研制|研发|建设|攻关|起止)(?:起止)?(?:期限?|周期|时间|年月|时限|年限)|(?:项目|任务|课题)(?:期限?|周期))"
    rf"(?:拟|共|计|约|总|定|为|是|[:：\s]){{0,6}}(?P<long>{_LONG})?(?:[，,；;（(：:]|自|从|即|由|起止|时间|为|\s){{0,6}}"
    rf"(?P<span>{_DAY}\s?(?:[（(][^（）()]{{1,8}}[）)])?起?[，,]?\s?(?:[—–~～-]{{1,2}}|至|到)\s?{_DAY})"
)
# 项目自2027年1月起至2028年6月止实施
_FROM_TO = re.compile(
    r"(?:^|(?<=[，,。；;：:\n]))(?P<before>)(?P<name>(?:本|该)?(?:项目|任务|课题))(?:拟|计划|将|总体)?(?:自|从|于)\s?"
    rf"(?P<span>{_DAY}\s?(?:起|开始)?[，,]?\s?(?:[—–～~-]{{1,2}}|至|到)\s?{_DAY})(?:底|止)?(?:期间)?(?:分[^，。；]{{1,6}})?(?:组织)?(?:实施|执行|完成|完工|结束|结题)"
    r"(?=[，,。；;\n]|$|全部|各项|所有)"  # not 完成主机, a stage
)
# 项目实施期为18个月, with no dates; not 实施期12个月后, nor of one of two periods
_COUNTED = re.compile(
    r"(?:^|(?<=[，,。；;：:\n]))(?P<before>[^，,。；;：:\n]{0,12})(?P<name>(?:执行|实施)(?:期限?|周期|时限|年限)|(?:项目|任务|课题)(?:期限?|周期))"
    r"(?:拟|共|计|约|总|定|为|是|[:：\s]){0,6}(?P<number>\d{1,2}|[一二两三四五六七八九十]{1,3})\s?(?P<unit>个月|年)(?!半|[之以]?后|[之以]?内|[起时末底度])"
    r"(?![^。；;\n]{0,40}期)"
)
_YEAR = 12  # months
# the whole work's; 示范实施期, 子任务执行期, 第一阶段实施时间, 协议执行期 are of a part, or of something else
_OF_WORK = re.compile(
    r"^\s*(?:本|该|揭榜|攻关|计划|总体|的|[（(]?\d{1,2}[）).、．]\s?)*(?:项目|任务|课题|揭榜|攻关)(?:总体|计划|拟定|的)*$"
)
_NAMES_WORK = re.compile(r"^(?:本|该)?(?:项目|任务|课题)")
_ASIDE = frozenset({Role.PROOFS, Role.INSTRUCTIONS})
_SURE = 0.7
_MONTH = 30.44  # days
_ANY_DAY = date(2027, 1, 1)


_Lasts = tuple[int, str, str, Evidence | None]  # months; the part, the words that tell them, and where


@dataclass(frozen=True, slots=True)
class _Told:
    span: Span
    name: str
    place: str
    words: str
    evidence: Evidence | None


def told_period_clashes(case: Case) -> Iterator[Clash]:
    """The first statement of the whole work's time whose months are not those of the form, else of the first one.

    Else one that tells another number of months, without days.
    """
    told = [*_in_form(case), *_in_words(case)]
    for other in told[1:]:
        if _months(other.span) != _months(told[0].span):
            yield _clash(told[0], other.place, other.words, other.evidence)
            return
    yield from _other_lengths(case, told)


def _other_lengths(case: Case, told: list[_Told]) -> Iterator[Clash]:
    """The first sentence that gives the whole work more or fewer months than the form, else than the text."""
    own = next(_length_of_form(case), None) or (told[0] if told else None)
    for months, place, words, found in [*map(_spanned, told), *_counted(case)] if own is not None else ():
        if own is not None and months and abs(months - _spanned(own)[0]) > 1:
            yield _clash(own, place, words, found)
            return


def _clash(own: _Told, place: str, words: str, found: Evidence | None) -> Clash:
    said = f"{place}写“{words}”{page_of(found, '申报材料')}"
    ours = f"{own.place}为“{own.words}”{page_of(own.evidence, '申报材料')}"
    return Clash(own.name, f"{own.name}前后不一致：{ours}，{said}，请核实。", found, _SURE)


def _spanned(told: _Told) -> _Lasts:
    return round((told.span.last - told.span.first).days / _MONTH), told.place, told.words, told.evidence


def _counted(case: Case) -> Iterator[_Lasts]:
    for passage, match in _of_whole_work(case, _COUNTED):
        months = int(han_value(match["number"]) or 0) * (_YEAR if match["unit"] == "年" else 1)
        words = match.group()[match.start("name") - match.start() :]
        yield months, _place(passage), words, narrow(passage.evidence, words)


def _length_of_form(case: Case) -> Iterator[_Told]:
    """24个月 in the form, as a stretch of days from any first day."""
    found = form_length(case)
    if found is not None:
        field, long = found
        span = Span(_ANY_DAY, _ANY_DAY + long, value_text(field), exact=False)
        yield _Told(span, bare_label(field), "申报表", value_text(field).strip(), field.value_evidence)


def _in_form(case: Case) -> Iterator[_Told]:
    found = form_period(case)
    if found is not None and _months(found[1]) is not None:
        field, span = found
        yield _Told(span, bare_label(field), "申报表", value_text(field).strip(), field.value_evidence)


def _in_words(case: Case) -> Iterator[_Told]:
    filed = last_day(case.submission.filed_on) if case.submission.filed_on else None
    for passage, match in (*_of_whole_work(case, _TOLD), *_of_whole_work(case, _FROM_TO)):
        spans = list(times(match["span"]))
        if sum(map(ends_named, spans)) != 2 or (filed is not None and spans[-1].last <= filed):  # of an earlier work
            continue
        whole = Span(spans[0].first, spans[-1].last, match["span"], exact=all(span.exact for span in spans))
        words = match.group()[match.start("name") - match.start() :]
        yield _Told(whole, "项目起止时间", _place(passage), words, narrow(passage.evidence, match["span"]))


def _of_whole_work(case: Case, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    for passage in case.submission.passages:
        for match in pattern.finditer(passage.text) if passage.role not in _ASIDE else ():
            whole = not match["before"] and _NAMES_WORK.match(match["name"])
            if whole or _OF_WORK.search(match["before"]):
                yield passage, match


def _place(passage: Passage) -> str:
    return "任务书" if passage.role is Role.TASK_BOOK else "正文"


def _months(span: Span) -> tuple[int, int, int, int] | None:
    return (span.first.year, span.first.month, span.last.year, span.last.month) if span.exact else None
