"""Text and outline of a call -> Notice."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extractors.application.regions import open_covers
from extractors.application.seals import find_seals
from extractors.contacts.contacts import find_contacts
from extractors.deadlines.deadlines import find_deadlines
from extractors.forms.forms import read_forms
from extractors.materials.found import FoundMaterial
from extractors.materials.handling import find_handling
from extractors.materials.materials import find_materials
from extractors.materials.told import told_papers
from extractors.notice.asked_chapters import asked_chapters
from extractors.notice.award_terms import award_terms, tier_targets
from extractors.notice.eligibility import award_conditions, find_eligibility, single_conditions
from extractors.notice.header import Header, find_header
from extractors.notice.label_seals import label_seals
from extractors.notice.letters import find_letters
from extractors.notice.limits import find_limits
from extractors.notice.quotas import find_quotas
from extractors.notice.refusals import without_refused
from extractors.notice.reviews import find_reviews
from extractors.notice.signature import closing_year
from extractors.notice.stated_fields import stated_fields
from extractors.notice.stated_seals import stated_seals
from extractors.notice.support import find_support
from extractors.notice.tabled_chapters import tabled_chapters
from extractors.targets.members import team_members
from extractors.targets.targets import find_targets
from extractors.text.blanks import find_blanks
from extractors.text.guidance import form_chapters, section_records, template_leaves
from extractors.text.spans import Span, bare, squeezed
from pipeline.records.list_owners import directions_above, owner_of_condition, owner_of_list
from pipeline.records.notice_directions import build_directions
from pipeline.records.obligations import compile_obligations
from pipeline.records.parts import NoticeParts
from pipeline.records.repeated import without_repeated
from schemas.evidence import Evidence
from schemas.facts import FormField, SealPlace, SectionRecord, Target
from schemas.notice import Deadline, Direction, Eligibility, Material, Notice
from schemas.outline import Outline, Role
from schemas.provisions import Quota
from schemas.text import Text

_OF_NUMBER = re.compile(r"[〔\[【（(﹝]\s*(20\d{2})\s*[〕\]】）)﹞]")  # 潮市监〔2026〕100号; not （2026—2030年）
_YEAR = re.compile(r"(?<!\d)(20\d{2})\s*年")
_YEARS = re.compile(r"(?<!\d)(20\d{2})\s*(?:[-—–~～至]\s*20\d{2}\s*)?年")  # （2021-2023年度） of a title begins in 2021
_DAYS = re.compile(r"(?<!\d)(20\d{2})\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")
# 企业于2024年3月18日起登录平台填报: the year in which one applies; not 申报单位注册时间在2019年6月前.
_OPENS = re.compile(
    r"(?:申报|申请|报名|填报|受理|揭榜)(?:(?!注册|成立|出生|立项)[^。；\n\d]){0,16}(20\d{2})\s*年\s*\d{1,2}\s*月"
    r"|(20\d{2})\s*年\s*\d{1,2}\s*月[^。；\n]{0,12}(?:登录|填报|申报|报名|申请)"
)
# Where a notice asks that what is said be true: 如实填写, 对全部资料真实性负责, 均真实、完整.
_TRUTH = re.compile(r"(?:真实性负责|均真实|真实、(?:准确|完整|合法)|如实、|如实填|真实可靠|真实有效)[^。；，\n\t]*")
_REPORTED = re.compile(r"(?:提交|提出|提请|报送|申请)[^，。；]{0,8}(?:验收|结题|结项)")
# 可申报多个方向, 最多选择2个方向; not 限选1个方向.
_SEVERAL = re.compile(
    r"(?:可以?|允许)[^。；，\n]{0,10}(?:多个|若干|[2-9两二三四五]个(?:及以上)?|[2-9两二三四五]项)[^。；，\n]{0,4}(?:方向|任务|榜单|课题)"
    r"|(?:最多|至多|不超过)[^。；，\n]{0,8}[2-9两二三四五]\s*[个项](?:揭榜|申报)?(?:方向|任务|榜单)"
    r"|(?:申报|揭榜|选择)[^。；，\n]{0,6}(?:方向|任务)(?:数量)?不限"
)
_CHOICE = re.compile(r"(?:揭榜|申报)[\u4e00-\u9fff]{0,8}方向|[□☐]\s*方向")
# Of the instructions of a form only what the applicant must be or own is a condition on it.
_INSTRUCTED = re.compile(r"拥有|具有|具备|注册|法人")
_CALL_ROLES = frozenset({Role.BODY, Role.TASK_LIST, Role.OTHER, Role.RECOMMENDATION})


def build_notice(text: Text, outline: Outline) -> Notice:
    """Everything read out of a notice, with the obligations compiled from it."""
    outline = open_covers(text, outline)
    header = find_header(text, outline)
    deadlines = tuple(find_deadlines(text, outline, _year(text, outline, header)))
    directions, results = build_directions(text, outline, _common_due(deadlines))
    sentences = _beside_directions(text, find_eligibility(text, outline), directions)
    quotas = tuple(find_quotas(text, outline))
    conditions = _without_quotas(_targets_of_conditions(text, outline, sentences, directions), quotas)
    sections = section_records(text, outline)
    listed = find_materials(text, outline)
    found, lists = read_forms(text, outline)
    told = _told_places(text, directions)
    fields = tuple(f for f in found if not _is_told(f, told))
    parts = NoticeParts(
        directions=directions,
        targets=(*results, *conditions),
        deadlines=deadlines,
        conditions=_single(text, outline, sentences, directions),
        papers=_papers(text, outline, listed, directions),
        limits=tuple(find_limits(text, outline)),
        form_fields=fields,
        lists=tuple(lists),
        leaves=_leaves(text, outline, sections, fields, told),
        seals=_seals(text, outline),
        truth=_truth(text),
        choice=_choice(text, outline),
        several=_first(text, _SEVERAL),
        handling=tuple(_handling(text, outline)),
        stated_fields=() if any(f.role is Role.COVER for f in fields) else tuple(stated_fields(text, outline)),
        blanks=_blanks(text, outline),
        letters=tuple(find_letters(text, outline)),
    )
    return Notice(
        source=text.document.source,
        title=header.title,
        document_number=header.document_number,
        issued_on=header.issued_on,
        issuers=header.issuers,
        directions=parts.directions,
        targets=parts.targets,
        deadlines=parts.deadlines,
        contacts=tuple(find_contacts(text, outline)),
        eligibility=tuple(
            _eligibility(text, span, owner_of_condition(text, outline, span.start, directions)) for span in sentences
        ),
        materials=tuple(_material(text, one) for one in listed),
        limits=parts.limits,
        form_fields=parts.form_fields,
        lists=parts.lists,
        sections=tuple(sections),
        seals=parts.seals,
        support=tuple(find_support(text, outline, directions)),
        reviews=tuple(find_reviews(text, outline)),
        quotas=quotas,
        letters=parts.letters,
        obligations=compile_obligations(parts),
    )


def _beside_directions(text: Text, sentences: list[Span], directions: Sequence[Direction]) -> list[Span]:
    """The conditions without what a direction asks of its work (绩效要求：… under 支持类别与申报条件)."""
    asked = [clause.evidence for direction in directions for clause in direction.clauses]
    return [one for one in sentences if not any(text.evidence(one.start, one.end).overlaps(place) for place in asked)]


def _told_places(text: Text, directions: Sequence[Direction]) -> list[tuple[int, int]]:
    """Where directions stand, each with the whole card that is its own: 榜题代号 | A above 榜题名称 as well."""
    stated = [(one.evidence.start, one.evidence.end) for one in directions]
    tables = [text.raw_span(grid.start, grid.end) for grid in text.tables]
    starts = sorted(start for start, _ in stated)
    return stated + [one for one in tables if bisect_left(starts, one[0]) < bisect_left(starts, one[1])]


def _is_told(field: FormField, told: Sequence[tuple[int, int]]) -> bool:
    """企业名称：某公司 tells who issues the call, 揭榜任务：… what a direction asks: no fields to fill in."""
    if field.role is Role.BODY:
        return bool(field.value)
    within = any(start <= field.evidence.start < end for start, end in told)
    return field.role is Role.OTHER and bool(field.value) and within


def _handling(text: Text, outline: Outline) -> Iterator[Material]:
    for one in find_handling(text, outline):
        evidence = text.evidence(one.span.start, one.span.end)
        yield Material(name=one.name, kind="paper_copy", evidence=evidence)


def _blanks(text: Text, outline: Outline) -> dict[str, tuple[str, ...]]:
    letters = [division for division in outline.divisions if division.role is Role.COMMITMENT]
    return {bare(one.title): find_blanks(text.clean[one.title_end : one.end]) for one in letters}


def _leaves(
    text: Text,
    outline: Outline,
    sections: list[SectionRecord],
    fields: Sequence[FormField],
    told: Sequence[tuple[int, int]],
) -> tuple[SectionRecord, ...]:
    """The sections of the task book, else the chapters of the form, else those that the call itself asks for."""
    leaves = template_leaves(outline) or form_chapters(text, outline, fields)
    own = [sections[index] for index in leaves]
    titles = {section.title for section in own}
    tabled = (chapter for chapter in tabled_chapters(text, outline) if chapter.title not in titles)
    return (*tabled, *own) or tuple(asked_chapters(text, outline, told))


def _year(text: Text, outline: Outline, header: Header) -> int | None:
    """The year that dates without one belong to.

    Of issue, of the signature's month, of the title, of its number, of applying; else the first in the text or the
    latest that it cites.
    """
    if header.issued_on:
        return int(header.issued_on[:4])
    if (signed := closing_year(text, outline)) is not None:
        return signed
    number = header.document_number or ""
    if (early := _year_before(text, header.title or "")) is not None:
        return early
    for pattern, words in (
        (_YEARS, header.title or ""),
        (_OF_NUMBER, number),
        (_OPENS, text.clean),
    ):
        match = pattern.search(words)
        if match:
            return int(next(year for year in match.groups() if year))
    first = _YEAR.search(text.clean)
    if first is None:
        return None
    # A notice is no older than what it cites: 2023～2025年度的数据, 潮政办发〔2026〕2号.
    return max([int(first[1]), *(int(cited[1]) for cited in _OF_NUMBER.finditer(text.clean))])


def _year_before(text: Text, title: str) -> int | None:
    """The year of applying for next year's projects (2020年度…的通知 of autumn 2019), the latest of any day."""
    titled, opens = _YEARS.search(title), _OPENS.search(text.clean)
    if titled is None or opens is None:
        return None
    year = int(next(year for year in opens.groups() if year))
    days = [int(day[1]) for day in _DAYS.finditer(text.clean)]
    return year if days and max(days) == year == int(titled[1]) - 1 else None


def _common_due(deadlines: tuple[Deadline, ...]) -> str | None:
    """The one date by which all the work is to be done, where the notice has exactly one.

    By when the work's end has to be reported (于2030年1月底前提交验收申请) is another date.
    """
    ends = [deadline for deadline in deadlines if deadline.kind == "completion" and deadline.on]
    work = [deadline for deadline in ends if _REPORTED.search(deadline.evidence.text) is None]
    dates = {deadline.on for deadline in work or ends}
    return dates.pop() if len(dates) == 1 else None


def _targets_of_conditions(
    text: Text, outline: Outline, sentences: list[Span], directions: Sequence[Direction]
) -> tuple[Target, ...]:
    found: list[Target] = []
    members: list[Target] = []
    asked = without_refused(text, outline, sentences)
    for span in (*asked, *award_conditions(text, outline), *award_terms(text, outline)):
        if outline.division_at(span.start).role in _CALL_ROLES:
            owner = owner_of_condition(text, outline, span.start, directions)
            found += find_targets(
                text, outline, span.start, span.end, direction=owner, role="eligibility", default_due=None
            )
            members += team_members(text, span.start, span.end, owner)
    return (*_once((*found, *tier_targets(text, outline))), *members)


def _once(targets: Sequence[Target]) -> tuple[Target, ...]:
    """Each of them once: an award's condition may stand within a sentence that is one already."""
    told: dict[tuple[int, int, float, int | None, str | None], Target] = {}
    for one in targets:
        told.setdefault((one.evidence.start, one.evidence.end, one.value, one.direction, one.condition), one)
    return tuple(told.values())


def _without_quotas(conditions: Sequence[Target], quotas: Sequence[Quota]) -> tuple[Target, ...]:
    """How many a school or an office may recommend is no condition on the applicant."""
    told = [quota.evidence for quota in quotas if quota.kind == "recommendation"]
    return tuple(one for one in conditions if not any(one.evidence.overlaps(place) for place in told))


def _eligibility(text: Text, span: Span, owner: int | None, which: str | None = None) -> Eligibility:
    words = squeezed(span.of(text.clean))
    return Eligibility(text=words, direction=owner, condition=which, evidence=text.evidence(span.start, span.end))


def _single(
    text: Text, outline: Outline, sentences: list[Span], directions: Sequence[Direction]
) -> tuple[Eligibility, ...]:
    """The single conditions of the sentences; of a form's instructions those on the applicant only."""
    found = []
    for sentence in sentences:
        owner = owner_of_condition(text, outline, sentence.start, directions)
        which = directions_above(outline, sentence.start, sentence.of(text.clean)) if owner is None else None
        instructed = outline.division_at(sentence.start).role is Role.INSTRUCTIONS
        for span in single_conditions(text.clean, sentence):
            if not instructed or _INSTRUCTED.search(span.of(text.clean)):
                found.append(_eligibility(text, span, owner, which))
    return tuple(found)


def _material(text: Text, found: FoundMaterial) -> Material:
    return Material(
        name=found.name,
        kind=found.kind,
        copies=found.copies,
        condition=found.condition,
        remark=found.remark,
        evidence=text.evidence(found.span.start, found.span.end),
    )


def _papers(
    text: Text, outline: Outline, found: Sequence[FoundMaterial], directions: Sequence[Direction]
) -> tuple[Material, ...]:
    """Each paper asked for by itself, and once (in the list of each direction, where these have lists of their own)."""
    told = [(one, told_papers(text, one)) for one in found]
    parted = [one.span for one, papers in told if len(papers) > 1]
    papers = [
        paper
        for one, its in told
        for paper in its
        if len(its) > 1 or not any(span.start < one.span.start < span.end for span in parted)
    ]
    materials = tuple(
        _material(text, paper).model_copy(update={"direction": owner_of_list(outline, paper.span.start, directions)})
        for paper in papers
    )
    return without_repeated(materials, [paper.span.start for paper in papers], outline)


def _seals(text: Text, outline: Outline) -> tuple[SealPlace, ...]:
    """The places of the templates; what the body says counts for the papers that have no template here."""
    places = find_seals(text, outline)
    kinds = {place.kind for place in places if place.role in (Role.COVER, Role.FORM)}
    places += [place for place in label_seals(text, outline) if place.kind not in kinds]
    forms = any(place.role in (Role.COVER, Role.FORM) for place in places)
    letters = any(place.role is Role.COMMITMENT for place in places)
    stated = [p for p in stated_seals(text, outline) if not (letters if p.role is Role.COMMITMENT else forms)]
    return (*stated, *places)


def _first(text: Text, pattern: re.Pattern[str]) -> Evidence | None:
    match = pattern.search(text.clean)
    return text.evidence(match.start(), match.end()) if match else None


def _truth(text: Text) -> Evidence | None:
    """The first sentence that asks for the truth, from its beginning."""
    match = _TRUTH.search(text.clean)
    if match is None:
        return None
    start = 1 + max(text.clean.rfind(mark, 0, match.start()) for mark in "。；\n\t")
    return text.evidence(start, match.end())


def _choice(text: Text, outline: Outline) -> Evidence | None:
    """The form's field in which the direction is ticked or named."""
    for division in outline.divisions:
        if division.role in (Role.FORM, Role.COVER):
            match = _CHOICE.search(text.clean, division.start, division.end)
            if match:
                return text.evidence(match.start(), match.end())
    return None
