"""字数、页数限制."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.values.han_numerals import han_value
from pipeline.screening.application.labels import alike
from pipeline.screening.application.lines import going_on, text_below
from pipeline.screening.application.parts import own_and_below, task_book
from pipeline.screening.application.substance import is_placeholder, length, office_length, points_elsewhere
from pipeline.screening.case import Case, conclude, implied, page_of, value_text
from pipeline.screening.causes import LIMIT_OF
from pipeline.screening.chapters.evasions import says_nothing
from pipeline.screening.chapters.item_lengths import first_too_long, item_limit
from pipeline.structure.titles.numbering import value_of
from schemas.evidence import Evidence
from schemas.finding import Finding
from schemas.notice import FindingKind, Limit, Obligation
from schemas.outline import Role

SAME_SCOPE = 0.75  # a field or a heading is what the limit speaks of
# 揭榜方案 is all that is handed in; 技术方案 and 检测报告 are parts of it.
BOOK = re.compile(
    r"任务书|申报书|揭榜书|应榜书|正文|申报材料|可行性研究报告|实施方案|申请书"
    r"|(?:揭榜|应榜|攻关|申报|投标|响应|项目|课题)(?:方案|建议书|计划书|报告)》?$|方案书》?$"
)
_CHAPTER = re.compile(r"第[一二三四五六七八九十\d]{1,2}(?:[章篇]|部分)(?=的?(?:内容|正文)?$)")
_SHORT_TEXT = re.compile(r"(?:提要|摘要|简介|概要|概述|简述|梗概|综述)$")  # what may stand in one paragraph
_OF_WHAT = r"(?:(?:内容|项目|方案|成果|课题|任务|申报|揭榜|全文|技术|作品|单位)(?:内容)?)?"
_LABELLED = 20  # characters behind a label that are such a text
ONE_WAY_ONLY = 0.4  # over the limit by one way of counting, not by the other
# 申报书中的项目摘要, 任务书里的单位简介: what the limit is on is the part
_WITHIN = re.compile(
    r"^[\u4e00-\u9fff《]{0,12}(?:[书表]|报告|材料|方案)》?(?:当?中(?![期英试])|里(?!程)|内(?![容控部]))的?(?=[\u4e00-\u9fff“]{2})"
)
_EVADING = 30  # characters of a part that only says that it follows: （另行补充）
# 本节不少于600字, 字数八百字以上; not 摘要不少于300字, which is a part of the section
_LEAST = re.compile(
    r"(?:^|[，,。；;（(、])\s?(?:(?:本|该|此|每)(?:[节章栏项]|部分)|全[节章]|内容|正文|文字|总?(?:字数|篇幅)|一般|原则上|应当?|须|要求|要|请|[：:]){0,5}"
    r"(?:(?:不(?:得|能|应|要|可)?(?:少于|低于|小于)|至少|≥|下限(?:为|是)?|最少)\s?(?P<least>[\d,]{2,7}|[一二三四五六七八九十百千]{1,6})\s?字(?![节段典])"
    r"|(?P<from>[\d,]{2,7}|[一二三四五六七八九十百千]{1,6})\s?字(?:以上|起))"
)
CLEARLY_SHORT = 0.95  # up to this share of the least length, no way of counting brings it up
CLEARLY_OVER = 1.02  # from this multiple of the limit on, no way of counting brings it back


@dataclass(frozen=True, slots=True)
class Measured:
    """What the limit speaks of: its text and where it stands."""

    text: str
    evidence: Evidence | None
    is_field: bool = False


def check(case: Case) -> Iterator[Finding]:
    """Whether limits of length are kept.

    依据：通知正文、申报表填写说明或任务书注中“不超过××字（页）”的要求。
    判定：按不计空白的字符数和办公软件的字数两种方式计算该栏目、章节或任务书的篇幅，都超过上限为不符合，
    并写明实际字数，只有一种超过的请人工核对；页数按文件总页数计算。通知没有附表格、只在篇幅要求中提到的部分，空白或只写
    “详见……”“另行补充”的另列一项。任务书各节写作要求中“不少于××字”的，不足为不符合，“每条不超过××字”的，任一条超过为不符合。
    补救：压缩到限定篇幅以内，不足的充实内容。
    """
    for obligation in case.of("word_limit"):
        limit = obligation.limit
        if limit is None:
            continue
        if limit.max_chars is None:
            yield _pages(case, obligation, limit)
            continue
        measured = _find(case, limit.scope)
        yield _chars(obligation, limit, measured)
        if measured is not None and not case.of("form_field") and not case.of("section"):
            yield from _left_empty(obligation, limit, measured)
    yield from _too_short(case)
    yield from _items_too_long(case)


def _items_too_long(case: Case) -> Iterator[Finding]:
    """创新点（每条不超过100字）: the section is read by its title in the call, or by its guidance."""
    for obligation in case.of("section"):
        guidance = (obligation.section.guidance if obligation.section is not None else None) or ""
        most, index = item_limit(f"{obligation.name}\n{guidance}"), case.headings.get(obligation.id)
        if most is None or index is None:
            continue
        section = case.submission.sections[index]
        over = first_too_long(own_and_below(case.submission.sections, index), most)
        if over is not None:
            where = page_of(section.evidence, "申报材料")
            text = f"“{section.title}”第{over[0]}条不计空白{over[1]}字{where}，超过每条{most}字的上限，请压缩。"
            one = implied("word_limit", f"{section.title}（每条不超过{most}字）", obligation.evidence)
            yield conclude(one, "insufficient", text, found=section.evidence, confidence=0.85)


def _too_short(case: Case) -> Iterator[Finding]:
    """Sections that are there with less than the least length that their guidance asks for."""
    for obligation in case.of("section"):
        asked = _LEAST.search((obligation.section.guidance if obligation.section is not None else None) or "")
        measured = _find(case, obligation.name) if asked is not None else None
        if asked is None or measured is None:
            continue
        least = _number(asked["least"] or asked["from"])
        count = length(measured.text)
        if count >= least or is_placeholder(measured.text) or says_nothing(measured.text, _EVADING):
            continue  # what says nothing is a section's gap
        where = page_of(measured.evidence, "申报材料")
        text = f"“{obligation.name}”不计空白{count}字{where}，少于{least}字的下限，请充实。"
        one = implied("word_limit", f"{obligation.name}（不少于{least}字）", obligation.evidence)
        sure = 0.9 if count < least * CLEARLY_SHORT else 0.6
        yield conclude(one, "insufficient", text, found=measured.evidence, confidence=sure)


def _number(words: str) -> int:
    """600, 1,200, 八百."""
    digits = words.replace(",", "")
    return int(digits) if digits.isdigit() and digits.isascii() else round(han_value(words) or 0)


def _left_empty(obligation: Obligation, limit: Limit, measured: Measured) -> Iterator[Finding]:
    """单位简介 whose length is limited has to be there: asked for in passing, by a call without a form."""
    kind: FindingKind = "form_field" if measured.is_field else "section"
    where = page_of(measured.evidence, "申报材料")
    asked = implied(kind, limit.scope, obligation.evidence)
    if is_placeholder(measured.text):
        text = f"“{limit.scope}”没有填写内容{where}，通知要求的篇幅为不超过{limit.max_chars}字，请补充。"
        yield conclude(asked, "missing", text, found=measured.evidence, confidence=0.75)
    elif points_elsewhere(measured.text):
        text = f"“{limit.scope}”只写“{measured.text.strip()[:30]}”{where}，没有内容，请补充。"
        yield conclude(asked, "insufficient", text, found=measured.evidence, confidence=0.75)
    elif says_nothing(measured.text, _EVADING):
        text = f"“{limit.scope}”只写“{measured.text.strip()[:30]}”{where}，没有内容，请补充。"
        yield conclude(asked, "missing", text, found=measured.evidence, confidence=0.75)


def _chars(obligation: Obligation, limit: Limit, measured: Measured | None) -> Finding:
    most = limit.max_chars or 0
    if measured is None:
        text = f"申报材料中没有找到“{limit.scope}”，无法核对不超过{most}字的要求。"
        return conclude(obligation, "unverifiable", text, confidence=0.6)
    count, office = length(measured.text), office_length(measured.text)
    where = page_of(measured.evidence, "申报材料")
    said = f"不计空白{count}字" + (f"（按办公软件计{office}字）" if office != count else "")
    if count <= most:
        return conclude(obligation, "met", f"“{limit.scope}”{said}，上限{most}字。", found=measured.evidence)
    if office <= most:
        text = f"“{limit.scope}”{said}{where}，是否超过{most}字的上限取决于计算方式，请人工核对。"
        return conclude(obligation, "met", text, found=measured.evidence, confidence=ONE_WAY_ONLY)
    text = f"“{limit.scope}”{said}{where}，超过{most}字的上限{count - most}字，请压缩。"
    sure = 0.9 if count > most * CLEARLY_OVER else 0.6
    same = f"{LIMIT_OF}{measured.evidence.start}/{most}" if measured.evidence is not None else None
    return conclude(obligation, "insufficient", text, found=measured.evidence, confidence=sure, cause=same)


def _pages(case: Case, obligation: Obligation, limit: Limit) -> Finding:
    pages, most = case.submission.source.pages, limit.max_pages or 0
    if pages is None:
        text = f"本文件没有页码，无法核对“{limit.scope}”不超过{most}页的要求。"
        return conclude(obligation, "unverifiable", text)
    if pages <= most:
        return conclude(obligation, "met", f"全文{pages}页，上限{most}页。")
    text = f"申报材料共{pages}页，“{limit.scope}”不得超过{most}页。"
    return conclude(obligation, "insufficient", text, confidence=0.55)


def _find(case: Case, scope: str) -> Measured | None:
    """The field, section or division that the scope names; fields before sections named no better, the whole book last.

    项目简介 of the form is not the chapter 项目概述, where there is one; 正文第一章 is the chapter of that number.
    """
    scope = _WITHIN.sub("", scope)
    if (numbered := _CHAPTER.search(scope)) is not None:
        return _chapter(case, numbered.group())
    fields = [(alike(scope, f.label or f.name), f) for f in case.submission.form_fields]
    score, field = max(fields, key=lambda pair: pair[0], default=(0.0, None))
    sections = case.submission.sections
    titled, index = max(((alike(scope, s.title), i) for i, s in enumerate(sections)), default=(0.0, 0))
    if field is not None and score >= max(SAME_SCOPE, titled):
        below = text_below(case, scope) if not value_text(field) else None  # 单位简介： over its paragraph
        return (
            Measured(*below)
            if below is not None
            else Measured(value_text(field), field.value_evidence or field.evidence, is_field=True)
        )
    if sections and titled >= SAME_SCOPE:
        return Measured(own_and_below(sections, index), sections[index].evidence)
    label = re.compile(rf"^\s*{re.escape(scope)}\s*[:：]\s*(?P<text>.+)", re.MULTILINE)
    for section in sections:
        said = label.search(section.text or "")
        if said is not None:
            return Measured(said["text"], section.evidence)
    below = text_below(case, scope)
    under = Measured(*below) if below is not None else _under_heading(case, scope) or _behind_label(case, scope)
    if under is not None:
        return under
    if sections and BOOK.search(scope) is not None:
        return Measured(task_book(case.submission), sections[0].evidence)
    return None


def _chapter(case: Case, number: str) -> Measured | None:
    """The chapter of the task book with that number, in whatever style: 第二部分 may be 二、 or 第2章."""
    sections = case.submission.sections
    book = [i for i, section in enumerate(sections) if section.role is Role.TASK_BOOK]
    top = min((sections[i].level for i in book), default=0)
    wanted = value_of(number)
    index = next((i for i in book if sections[i].level == top and value_of(sections[i].number or "") == wanted), None)
    return Measured(own_and_below(sections, index), sections[index].evidence) if index is not None else None


def _behind_label(case: Case, scope: str) -> Measured | None:
    """内容提要：… in a paragraph outside the chapters, where 提要 is limited; its label may say of what it is one."""
    label = re.compile(rf"\s*{_OF_WHAT}{re.escape(scope)}\s*[:：]\s*(?P<text>.{{{_LABELLED},}})", re.DOTALL)
    passages = case.submission.passages if _SHORT_TEXT.search(scope) else ()
    for at, passage in enumerate(passages):
        said = label.match(passage.text)
        if said is not None:
            return Measured("".join((said["text"], *going_on(passages[at:]))), passage.evidence)
    return None


def _under_heading(case: Case, scope: str) -> Measured | None:
    """C 项目摘要 outside the task book: the passages, but for rows of tables, under a heading that names the scope."""
    told = (p for p in case.submission.passages if p.path and "\t" not in p.evidence.text)
    under = [passage for passage in told if alike(scope, passage.path[-1]) >= SAME_SCOPE]
    return Measured("".join(passage.text for passage in under), under[0].evidence) if under else None
