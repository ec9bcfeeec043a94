"""任务书章节."""

import re
from collections.abc import Iterator

from pipeline.screening.application.labels import SAME_FIELD, alike
from pipeline.screening.application.lines import told_under_a_line
from pipeline.screening.application.parts import own_and_below
from pipeline.screening.application.substance import (
    is_placeholder,
    length,
    squeeze,
    without_signature,
)
from pipeline.screening.case import Case, conclude, implied, page_of, value_text
from pipeline.screening.certainty import is_absent_as_a_whole
from pipeline.screening.chapters.asks import asked_for, unanswered
from pipeline.screening.chapters.deferred import deferred
from pipeline.screening.chapters.evasions import evades
from pipeline.screening.chapters.headings import OWN, SAME_CHAPTER
from pipeline.screening.chapters.lacks import EVADED, PUT_OFF, lack_of
from pipeline.screening.chapters.own_lacks import own_lacks
from pipeline.screening.chapters.place_to_sign import place_to_sign
from pipeline.screening.chapters.run_in import run_in
from pipeline.screening.chapters.skipped import skipped_numbers, told_skipped
from pipeline.screening.chapters.told_by_picture import is_told_by_picture
from pipeline.screening.chapters.told_in_title import told_in_title
from pipeline.screening.chapters.unplaced import SEVERAL, SUBSTANCE, own_chapters, text_without_place
from pipeline.screening.clauses.kept_out import refusal_cause
from pipeline.screening.fields.own_form import hook
from pipeline.screening.proofs.works import holds_work, is_of_work, spoken_of
from schemas.evidence import Evidence
from schemas.facts import SectionRecord
from schemas.finding import GAP_STATUSES, Finding
from schemas.notice import Obligation
from schemas.outline import Role

PROFILE = re.compile(
    r"(?:[揭申牵承][榜报头担]|项目)?(?:单位|企业|公司|法人)(?:的)?(?:概况|基本情况|基本信息|简介|简况)"
)
PROFILE_FIELDS = 4  # filled fields that tell of the applicant as such a chapter does
GOALS = "goals"
_NOT_WRITTEN = frozenset({Role.PROOFS, Role.COMMITMENT, Role.RECOMMENDATION, Role.INSTRUCTIONS})
# 详见附表经费预算表: where the application itself says it
_IN_IT = re.compile(
    r"(?:详见|参见|另?见)本?[^，。；]{0,4}(?:附[件表录]|第[\d一二三四五六七八九十]{1,3}[章节部]|[上前下后]文)[^，。；]{0,20}。?"
)
LEFT_OPEN = 0.65  # how surely a chapter of the applicant's own that only says that it follows lacks something
TASK_BOOK = "task_book"  # the cause: no task book at all
_GOALS = re.compile(r"目标|指标")
_METHODS = re.compile(r"一节未见测试或评价方法")  # the figures are there
OWN_NAMES, SHOWN = 0.45, 3  # how surely a section is absent where own chapters are left, and how many are named
_QUOTED = 40  # characters
_OWN_TITLE = re.compile(r"(?!.*(?:图$|表$|附[件录]|其[他它]|备注|目录|清单|证明|承诺))[\u4e00-\u9fff、及与和]{2,16}")
# 【C】附送材料 on a line of its own: another part of the whole, no part of the chapter above
_PART_BELOW = re.compile(r"(?:^|\n)\s{0,8}[【〔](?:[A-Z]|[一二三四五六七八九十]{1,2})[】〕][^\n。；，]{2,16}(?=\n|$)")


def check(case: Case) -> Iterator[Finding]:
    """Whether each section of the template's task book is there and has substance.

    依据：通知所附任务书（申报书）模板的各级标题及标题下的填写说明，通知对方案、技术报告等所写明的内容。
    判定：没有对应章节为缺失，标题改写、合并、调换次序的视为有此章节；只有标题、只写“详见附件”“详见公司制度”、
    照抄填写说明、篇幅过短或只有空泛表态的，表格中某阶段、某项只写“同上”“届时再定”的，未按要求的科目、资金来源或时段分列的，以没有跟踪、请专家评判、视情况安排等托辞代替所要求的内容的，要求细化目标而各阶段只有笼统工作内容的，为内容不足；内容在图片中的请人工核对。另有自拟标题的章节对不上任何要求的，可能即为所缺章节，请人工核对。“其他事项”类章节可以填“无”。
    通知没有提纲的，申报单位自列的章节只有标题，或只写“待补充”“另行补充”的为缺失，只有空泛表态，或没有标题所称的时间、
    应对措施等内容的为内容不足；章节编号跳号（七之后为九）的为缺失。
    补救：补写该章节，按填写说明逐项作出回答。
    """
    yield from case.once("sections as judged", lambda: [*_judged(case)])  # goals_cause asks for them too
    if not case.of("section"):
        yield from _own_left_open(case)
        yield from own_lacks(case)
        yield from told_skipped(case)


def _own_left_open(case: Case) -> Iterator[Finding]:
    """风险分析及对策：（待补充）, in an application to a call without an outline: what it opens it has to fill.

    A part whose length the call limits is judged there.
    """
    due = hook(case)
    limited = [o.limit.scope for o in case.of("word_limit") if o.limit is not None]
    for index, section in enumerate(case.submission.sections if due is not None else ()):
        text = squeeze(_PART_BELOW.split(own_and_below(case.submission.sections, index))[0])
        judged = section.role in _NOT_WRITTEN or any(alike(section.title, scope) >= SAME_FIELD for scope in limited)
        if due is not None and not text and not judged and _stands_empty(case, index):
            wanted = implied("section", section.title, due)
            said = f"“{section.title}”一节只有标题{page_of(section.evidence, '申报材料')}，没有内容，请补充。"
            yield conclude(wanted, "missing", said, found=section.evidence, confidence=LEFT_OPEN)
        judged = judged or _IN_IT.fullmatch(text) is not None
        if judged or due is None or not text or not (is_placeholder(text) or evades(text, EVADED)):
            continue
        said = f"“{section.title}”一节只写“{text[:_QUOTED]}”{page_of(section.evidence, '申报材料')}"
        wanted = implied("section", section.title, due)
        yield conclude(wanted, "missing", f"{said}，没有内容，请补充。", found=section.evidence, confidence=LEFT_OPEN)


def _stands_empty(case: Case, index: int) -> bool:
    """A chapter between two of its series that are written, with nothing up to the next heading, no picture either."""
    sections = case.submission.sections
    if not 0 < index < len(sections) - 1 or _OWN_TITLE.fullmatch(sections[index].title) is None:
        return False
    own, after = sections[index], sections[index + 1]
    if own.pictured:
        return False
    before = next((one for one in reversed(sections[:index]) if one.level == own.level), None)
    of_series = before is not None and own.number and before.number and after.number and after.level == own.level
    one_file = own.evidence.file == after.evidence.file
    inside = range(own.evidence.end, after.evidence.start)
    told = (p.evidence for p in case.submission.passages if p.evidence.file == own.evidence.file)
    empty = not any(one.start in inside for one in told)
    written = length(own_and_below(sections, index + 1)) >= case.settings.section_chars
    return bool(of_series and one_file and empty and written)


def _judged(case: Case) -> Iterator[Finding]:
    asked = [(o, o.section) for o in case.of("section") if o.section is not None]
    judged = [(template, _judge(case, obligation, template)) for obligation, template in asked]
    absent = sum(_is_absent(finding) for _, finding in judged)
    first = asked[0][1].number if asked else None
    left_out = skipped_numbers(case.submission.sections, case.submission.passages, first) if absent else []
    doubt = _doubt(case, absent) if absent > len(left_out) else None
    for template, finding in judged:
        if doubt is not None and _is_absent(finding):
            yield _left_to_a_person(
                finding, f"{_book(template)}没有标题与“{finding.name}”相近的章节，{doubt}请人工核对。"
            )
            continue
        if left_out and _is_absent(finding) and finding.cause is None:
            text = f"{finding.explanation.rstrip('。')}，各章{left_out[0].said}。"
            finding = finding.model_copy(update={"explanation": text})
        goals = finding.status in GAP_STATUSES and holds_goals(finding.name, template.guidance)
        goals = goals and _METHODS.search(finding.explanation) is None and finding.cause != TASK_BOOK
        yield finding.model_copy(update={"cause": GOALS}) if goals else finding


def _is_absent(finding: Finding) -> bool:
    return finding.status == "missing" and finding.found is None


def _doubt(case: Case, absent: int) -> str | None:
    """Why sections without a heading may be there: own chapters, or much text where many sections are absent."""
    own = [case.submission.sections[index].title for index in own_chapters(case)]
    if own:
        return f"申报单位自拟的{'、'.join(f'“{title}”' for title in own[:SHOWN])}等章节是否为此项内容"
    written = absent >= SEVERAL and text_without_place(case) >= absent * SUBSTANCE
    return "其余正文中是否写有此项" if written else None


def _left_to_a_person(finding: Finding, text: str) -> Finding:
    doubt = {"status": "unverifiable", "explanation": text, "confidence": OWN_NAMES, "cause": None}
    return finding.model_copy(update=doubt)


def holds_goals(title: str, guidance: str | None) -> bool:
    """The section is where the figures promised stand: without it they are missing with it."""
    asks = {ask.name for ask in asked_for(title, guidance)}
    return "指标数值" in asks and _GOALS.search(title) is not None


def goals_cause(case: Case) -> str | None:
    """The cause of the gap where the section with the goals is absent or has no figures, else None."""
    return next((f.cause for f in check(case) if f.cause in (GOALS, TASK_BOOK)), None)


def _judge(case: Case, obligation: Obligation, template: SectionRecord) -> Finding:
    index = case.headings.get(obligation.id)
    if index is None:
        return (
            _within(case, obligation, template)
            or _in_fields(case, obligation)
            or _in_its_field(case, obligation)
            or _under_a_line(case, obligation, template)
            or _to_sign(case, obligation, template)
            or (_of_work(case, obligation, template) if is_of_work(template) else None)
            or _absent(case, obligation, template)
        )
    section = case.submission.sections[index]
    text = without_signature(own_and_below(case.submission.sections, index))
    if not text.strip() and (line := told_in_title(case.submission.sections, obligation.name)) is not None:
        said = f"“{obligation.name}”写在同一行{page_of(line.evidence, '申报材料')}。"
        return conclude(obligation, "met", said, found=line.evidence, confidence=0.6)
    where = page_of(section.evidence, "申报材料")
    if is_told_by_picture(case, index, text):
        said = f"{_book(template)}“{section.title}”一节的内容在图片中{where}，请人工核对。"
        return conclude(obligation, "unverifiable", said, found=section.evidence, confidence=OWN_NAMES)
    lack, confidence = lack_of(obligation.name, template.guidance or "", text, case.settings.section_chars)
    if lack:
        return conclude(
            obligation,
            "insufficient",
            f"{_book(template)}“{section.title}”一节{lack}{where}，请按填写说明补充。",
            found=_words(case, section, text),
            confidence=confidence,
            cause=_put_off(case, obligation.name + (template.guidance or ""), text) if PUT_OFF in lack else None,
        )
    open_ = (
        [ask.lack for ask in unanswered(obligation.name, template.guidance, text)]
        if length(text) >= case.settings.section_chars
        else []
    )
    said = f"“{obligation.name}”一节已填写，共{length(text)}字" + (f"；{'、'.join(open_)}，请核对" if open_ else "")
    return conclude(obligation, "met", said + "。", found=section.evidence, confidence=0.6 if open_ else 0.9)


def _put_off(case: Case, asked: str, text: str) -> str | None:
    """The same words may refuse what a task asks (讲清模型失准后怎么处置): one gap."""
    later = deferred(asked, text)
    return refusal_cause(case, later) if later is not None else None


def _words(case: Case, section: SectionRecord, text: str) -> Evidence:
    """The short text itself where a passage holds it, else the heading."""
    words = text.strip()
    for passage in case.submission.passages if words else ():
        if passage.path[-1:] == (section.title,) and passage.text.strip().startswith(words[:20]):
            return passage.evidence
    return section.evidence


def _within(case: Case, obligation: Obligation, template: SectionRecord) -> Finding | None:
    """The chapter above it is written in one piece: who heads none of its sections has not left out this one."""
    above, sections = template.path[:-1], case.submission.sections
    beside = [o for o in case.of("section") if o.section is not None and o.section.path[:-1] == above]
    if not above or any(o.id in case.headings for o in beside):
        return None
    index = max(range(len(sections)), key=lambda i: alike(sections[i].title, above[-1]), default=None)
    if index is None or alike(sections[index].title, above[-1]) < SAME_CHAPTER:
        return None
    if length(own_and_below(sections, index)) < case.settings.section_chars * len(beside):
        return None
    said = run_in(own_and_below(sections, index), obligation.name, [o.name for o in beside])
    lack, confidence = lack_of(obligation.name, template.guidance or "", said, 1) if said else ("", 0.0)
    if lack:
        where = page_of(sections[index].evidence, "申报材料")
        text = f"{_book(template)}“{obligation.name}”{lack}{where}，请按填写说明补充。"
        return conclude(obligation, "insufficient", text, found=sections[index].evidence, confidence=confidence)
    text = f"“{obligation.name}”没有单列标题，“{sections[index].title}”一节整体作了填写，请核对。"
    return conclude(obligation, "met", text, found=sections[index].evidence, confidence=0.5)


def _book(template: SectionRecord) -> str:
    """What the chapters are part of: a form may go on in chapters instead of a task book."""
    if is_of_work(template):
        return template.path[0]
    return "申报书" if template.role is Role.FORM else "任务书"


def _in_fields(case: Case, obligation: Obligation) -> Finding | None:
    """一、揭榜单位概况 asked for, and the applicant's data stand in a table or under labels."""
    fields = [field for field in case.submission.form_fields if value_text(field)]
    if PROFILE.fullmatch(obligation.name) is None or not case.submission.applicant.name or len(fields) < PROFILE_FIELDS:
        return None
    text = f"“{obligation.name}”以表格或栏目填写{page_of(fields[0].evidence, '申报材料')}。"
    return conclude(obligation, "met", text, found=fields[0].evidence, confidence=0.5)


def _in_its_field(case: Case, obligation: Obligation) -> Finding | None:
    """课题摘要 in a row of the form over its text: a field of that very name holds as much as a section does."""
    for field in case.submission.form_fields:
        whole = length(value_text(field)) >= case.settings.section_chars
        if whole and alike(obligation.name, field.label or field.name) >= OWN:
            text = f"“{obligation.name}”在申报表的同名栏目中填写{page_of(field.evidence, '申报材料')}。"
            return conclude(obligation, "met", text, found=field.value_evidence, confidence=0.6)
    return None


def _under_a_line(case: Case, obligation: Obligation, template: SectionRecord) -> Finding | None:
    """A chapter without a number, as exports of portals and pages have it.

    Where the task book has chapters, a part of an answer in the form (组织保障：由总工牵头…) is none of them.
    """
    chaptered = template.role is Role.TASK_BOOK and bool(case.headings)
    found = told_under_a_line(case, obligation.name, frozenset({Role.FORM} if chaptered else ()))
    if found is None:
        return None
    said = f"“{obligation.name}”一节已填写{page_of(found.passage.evidence, '申报材料')}：{found.title}。"
    return conclude(obligation, "met", said, found=found.passage.evidence, confidence=0.6)


def _to_sign(case: Case, obligation: Obligation, template: SectionRecord) -> Finding | None:
    """申报单位审核意见（签字、盖章） heads a place to sign: a row, a line or a place is all there can be."""
    found = place_to_sign(case.submission, obligation.name, template.guidance)
    if found is None:
        return None
    said = f"“{obligation.name}”在签署处{page_of(found, '申报材料')}，是否签署另见签章。"
    return conclude(obligation, "met", said, found=found, confidence=0.6)


def _of_work(case: Case, obligation: Obligation, template: SectionRecord) -> Finding:
    """A chapter of a work that may be handed in apart: missing where its other chapters are here."""
    work = _book(template)
    if not holds_work(case):
        text = f"{work}是否写有“{obligation.name}”，无法从本文件判断。"
        return conclude(obligation, "unverifiable", text, confidence=0.6)
    said = spoken_of(case, obligation.name)
    if said is not None:
        text = f"{work}没有单列“{obligation.name}”，文中写有此项{page_of(said.evidence, '申报材料')}，请核对。"
        return conclude(obligation, "met", text, found=said.evidence, confidence=0.5)
    text = f"{work}没有“{obligation.name}”一节，也没有标题相近的章节，请补充。"
    return conclude(obligation, "missing", text, confidence=0.7)


def _absent(case: Case, obligation: Obligation, template: SectionRecord) -> Finding:
    book = _book(template)
    if not case.submission.sections:
        text = f"申报材料没有{book}，缺少“{obligation.name}”一节。"
        if template.role is Role.FORM:
            text = f"申报材料只有表格，没有“{obligation.name}”等各章。"
        return conclude(obligation, "missing", text, confidence=0.8, cause=TASK_BOOK)
    if is_absent_as_a_whole(len(case.headings), len(case.of("section")) - len(case.headings)):
        text = f"申报材料的章节与{book}模板对不上，没有“{obligation.name}”一节。"
        return conclude(obligation, "missing", text, confidence=0.55, cause=TASK_BOOK)
    text = f"{book}没有“{obligation.name}”一节，也没有标题相近的章节。"
    return conclude(obligation, "missing", text, confidence=0.8)
