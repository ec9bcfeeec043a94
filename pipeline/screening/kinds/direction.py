"""揭榜方向."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.screening.application.labels import alike, canonical
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case, conclude, page_of
from pipeline.screening.conditions.own_metrics import answers_its_own
from pipeline.screening.fields.codes_apart import disagreeing
from pipeline.screening.fields.direction_codes import also_named, classed_as, part_of_another
from schemas.evidence import Evidence
from schemas.facts import FormField, Passage
from schemas.finding import Finding
from schemas.match import DirectionScore
from schemas.notice import Direction, Notice, Obligation
from schemas.outline import Role
from schemas.submission import Submission, TickedDirection

CAUSE = "direction"
MANY_CHOSEN = "many_directions"
DIRECTION_LABEL = "揭榜方向"
CONFIRMED_MARGIN = 0.8  # the text must speak this much more for another direction when cover and box agree
ENOUGH_TEXT = 600  # characters of an application that speaks for another direction than it names
HEAD_PASSAGES, LONGEST_HEAD, SHORTEST_NAME = 8, 80, 4  # passages; characters of a line, of a direction's name
SAME_NAME = 0.75  # a name written on the cover is this direction's name from here on


_NUMBER_ALONE = re.compile(
    r"(?:第?(?:方向|榜题|任务|课题|榜单|题目)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:号|题|榜|项)?)"
)
_OF_WHOLE = re.compile(r"(?:申报|申请|揭榜|应榜)[^。；]{0,4}(?:书|表|材料|文件)$")
_AROUND = 16  # characters beside the direction's name in a line that names it: its number, 揭榜方向：
_OF_PROJECT = re.compile(r"(?:项目|课题|成果|作品|产品)名\s*称")
MANY = 99
_FEW = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5} | {str(n): n for n in range(2, 10)}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The box ticked is ``ticked``; ``elsewhere`` (cover or text) says ``meant``."""

    ticked: int
    meant: Direction
    where: str
    found: Evidence | None
    confidence: float


def check(case: Case) -> Iterator[Finding]:
    """Whether exactly one of the directions on offer is chosen, and the text fits it.

    依据：榜单列出的揭榜方向，申报表中供勾选的方向。
    判定：未勾选也未写明为缺失；通知不允许而勾选多个或在一栏内写明多个、勾选榜单之外的方向（如自行增加的“其他”），所填编号与名称不属同一方向，或勾选的方向与封面、正文明显不符，为错误。仅正文不符时，
    须另一方向的相符程度明显高于所选方向，而正文没有写到所选方向的大半指标。
    补救：按拟揭榜的任务只勾选一个方向，并使封面、申报表、任务书一致。
    """
    for obligation in case.of("direction"):
        yield _judge(case, obligation)


def _judge(case: Case, obligation: Obligation) -> Finding:
    chosen = selected(case.notice, case.submission)
    offered = {direction.number for direction in case.notice.directions}
    found = choice_evidence(case, chosen[0]) if chosen else None
    how = "勾选" if any(choice.ticked for choice in case.submission.direction_choices) else "填写"
    if not chosen:
        return _none_chosen(case, obligation)
    foreign = [number for number in chosen if number not in offered]
    if foreign and offered:
        text = f"所选方向{_numbers(foreign)}不在榜单列出的{len(offered)}个揭榜方向之内。"
        return conclude(obligation, "invalid", text, found=found, confidence=0.85)
    if len(chosen) > most_allowed(obligation):
        text = f"申报表{how}了{len(chosen)}个方向（{_numbers(chosen)}），应只选择一个揭榜方向。"
        return conclude(obligation, "invalid", text, found=found, confidence=0.75, cause=MANY_CHOSEN)
    other = disagreeing(case.notice, case.submission)
    if other is not None:
        code, own, named, place = other
        where = page_of(place, "申报材料")
        text = f"所填编号“{code}”是“{own.name}”的，与所填名称“{named.name}”不符{where}，请核实并改为一致。"
        return conclude(obligation, "invalid", text, found=place, confidence=0.8, cause=CAUSE)
    classes = _classes(case) if most_allowed(obligation) == 1 else None
    if classes is not None:
        where = page_of(classes[1], "申报材料")
        text = f"申报材料把内容归为{len(classes[0])}个方向（{_numbers(classes[0])}）{where}，应明确为一个。"
        return conclude(obligation, "invalid", text, found=classes[1], confidence=0.7, cause=MANY_CHOSEN)
    wrong = contradiction(case)
    if wrong is not None:
        return conclude(
            obligation,
            "invalid",
            f"{how}的是方向{wrong.ticked}，{wrong.where}对应的却是方向{wrong.meant.number}“{wrong.meant.name}”"
            f"{page_of(found, '申报材料')}，请核实并改为一致。",
            found=found,
            confidence=wrong.confidence,
            cause=CAUSE,
        )
    return conclude(obligation, "met", f"已选择方向{_numbers(chosen)}。", found=found)


def _classes(case: Case) -> tuple[list[int], Evidence] | None:
    """The directions to which the text says that the work belongs alike, and where; None for one."""
    for passage in case.submission.passages:
        if passage.role is not Role.INSTRUCTIONS and (several := classed_as(case.notice, passage.text)):
            return several, passage.evidence
    return None


def most_allowed(obligation: Obligation) -> int:
    """How many directions may be chosen: one, unless the notice says more (可申报多个方向, 最多选择2个方向)."""
    if obligation.condition is None:
        return 1
    number = re.search(r"[2-9两二三四五](?=\s*[个项])", obligation.condition)
    return _FEW.get(number.group(), 9) if number is not None else MANY


def _none_chosen(case: Case, obligation: Obligation) -> Finding:
    added = _added(case)
    if added is not None:
        where = page_of(added.evidence, "申报材料")
        text = f"所勾选的“{added.name}”不是榜单列出的揭榜方向{where}，请在榜单所列方向中选择。"
        return conclude(obligation, "invalid", text, found=added.evidence, confidence=0.75, cause=CAUSE)
    guess = case.chosen
    hint = f"，从正文看接近方向{guess.number}“{guess.name}”" if guess is not None and guess.number is not None else ""
    confidence = 0.8 if case.submission.form_fields else 0.6
    return conclude(
        obligation, "missing", f"申报材料没有勾选或写明揭榜方向{hint}。", confidence=confidence, cause=CAUSE
    )


def _added(case: Case) -> TickedDirection | None:
    """A box that is ticked and that the notice's own form does not offer (□3 其他, added by hand)."""
    if not case.notice.directions or any("其他" in "".join(field.options) for field in case.notice.form_fields):
        return None
    return next((choice for choice in case.submission.direction_choices if choice.ticked), None)


def selected(notice: Notice, submission: Submission) -> list[int]:
    """The directions chosen: the boxes ticked, else those named in words; each once, in order.

    Where the application prints no number, the notice's direction of that name is meant.
    """
    choices = [(c.ticked, _number_of(notice, c)) for c in submission.direction_choices]
    ticked = [number for was_ticked, number in choices if was_ticked and number is not None]
    named = [number for was_ticked, number in choices if not was_ticked and number is not None]
    chosen = list(dict.fromkeys(ticked or submission.directions_selected or named or _in_head(notice, submission)))
    return chosen + [number for number in _beside(notice, submission) if number not in chosen] if not ticked else chosen


def _beside(notice: Notice, submission: Submission) -> list[int]:
    """Those named side by side where one is written: the second of 方向5 甲；方向2 乙."""
    written = (choice for choice in submission.direction_choices if not choice.ticked)
    words = [choice.evidence.text for choice in written]
    sets = (found for said in words for found in (also_named(notice, said), part_of_another(notice, said)))
    return next((several for several in sets if len(several) > 1), [])


def _in_head(notice: Notice, submission: Submission) -> list[int]:
    """The one direction whose whole name the title, the project's name or the lines at the head say.

    Only where the applicant's form has no field for it: one that is left empty is no choice.
    """
    if any(_asks(field) for field in submission.form_fields):
        return []
    lines = [submission.title or "", submission.project or ""]
    lines += [f.value for f in submission.form_fields if isinstance(f.value, str) and len(f.value) <= LONGEST_HEAD]
    lines += [p.text for p in submission.passages[:HEAD_PASSAGES] if is_at_head(p) and len(p.text) <= LONGEST_HEAD]
    # 一、申报方向　　方向4　某某系统, numbered like a heading
    lines += [s.title for s in submission.sections[:HEAD_PASSAGES] if not s.text and len(s.title) <= LONGEST_HEAD]
    words = squeeze("；".join(lines))
    found = [d.number for d in notice.directions if len(d.name) >= SHORTEST_NAME and squeeze(d.name) in words]
    return found if len(found) == 1 else []


def is_at_head(passage: Passage) -> bool:
    """Under no heading, or under the title of the whole (项目申报文件)."""
    return not passage.path or (len(passage.path) == 1 and _OF_WHOLE.search(passage.path[0]) is not None)


def _asks(field: FormField) -> bool:
    return "方向" in (field.label or field.name) or bool(field.options and "方向" in "".join(field.options))


def _number_of(notice: Notice, choice: TickedDirection) -> int | None:
    named = _by_name(notice, choice.name)
    counted = squeeze(choice.evidence.text).strip("□☐☑☒■√✓✔（）()") == squeeze(choice.name)  # its place in the list
    if choice.number is not None and not (counted and named is not None):
        return choice.number
    return named.number if named is not None else None


def contradiction(case: Case) -> Contradiction | None:
    """Where the one box ticked contradicts the cover or the text; None where all agree or nothing is ticked."""
    number = _one_choice(case.notice, case.submission)
    if number is None:
        return None
    confirmed = any(_is(case.notice, words, number) for words, _ in _cover_words(case.submission))
    margin = CONFIRMED_MARGIN if confirmed else case.settings.direction_margin
    fits = _speaks_for(case.notice, case.submission, case.scores, number, margin)
    cover = _named_elsewhere(case.notice, case.submission, number)
    if cover is not None:
        meant, evidence = cover
        return Contradiction(number, meant, "封面及正文" if fits == meant.number else "封面", evidence, 0.9)
    text = next((d for d in case.notice.directions if d.number == fits), None)
    return Contradiction(number, text, "正文内容", None, 0.65) if text is not None else None


def pledged_instead(case: Case) -> Direction | None:
    """Another direction than the one chosen, which the letter of commitment names as what it is for."""
    chosen, subject = case.chosen, case.letter.subject
    if subject is None or chosen is None or not chosen.declared:
        return None
    named = _by_name(case.notice, subject)
    return named if named is not None and named.number != chosen.number else None


def _is(notice: Notice, words: str, number: int) -> bool:
    named = _by_name(notice, words)
    return named is not None and named.number == number


def meant_instead(notice: Notice, submission: Submission, scores: Sequence[DirectionScore]) -> int | None:
    """The direction that cover and text agree on against the one box ticked, or name and text against the code."""
    coded = disagreeing(notice, submission)
    if coded is not None:
        fit = {score.number: score.score for score in scores}
        return max((coded[2].number, coded[1].number), key=lambda number: fit.get(number, 0.0))
    number = _one_choice(notice, submission)
    cover = _named_elsewhere(notice, submission, number) if number is not None else None
    best = max(scores, key=lambda score: score.score, default=None)
    agree = cover is not None and best is not None and best.number == cover[0].number
    if agree and best is not None:
        return best.number
    # A slip of the pen in one figure, or a line that was left from another application.
    alone = number is not None and not any(choice.ticked for choice in submission.direction_choices)
    if not alone or number is None:
        return None
    return _speaks_for(notice, submission, scores, number, CONFIRMED_MARGIN)


def _one_choice(notice: Notice, submission: Submission) -> int | None:
    written = submission.direction_choices
    choices = [c for c in written if c.ticked] or _by_number_alone(submission)
    lined = any(_line_names(notice, submission, c.number) for c in written if c.number is not None)
    if not choices and (lined or sum(len(one.text) for one in submission.passages) >= ENOUGH_TEXT):
        choices = list(written)  # the form says one in words, and the cover or all of the text another
    numbers = {_number_of(notice, c) for c in choices}
    ticked = {number for number in numbers if number is not None}
    offered = {direction.number for direction in notice.directions}
    return next(iter(ticked)) if len(ticked) == 1 and ticked <= offered else None


def _by_number_alone(submission: Submission) -> list[TickedDirection]:
    """申报方向：方向3, with no name that says the same: as good as a tick."""
    written = submission.direction_choices
    return list(written) if len(written) == 1 and _NUMBER_ALONE.fullmatch(squeeze(written[0].evidence.text)) else []


def _speaks_for(
    notice: Notice, submission: Submission, scores: Sequence[DirectionScore], number: int, margin: float
) -> int | None:
    """The direction that the text fits better, unless it names the metrics of the one chosen."""
    fits = _text_fits(scores, number, margin)
    return None if fits is None or answers_its_own(notice, submission, number, fits) else fits


def _text_fits(scores: Sequence[DirectionScore], number: int, margin: float) -> int | None:
    """The direction that the text fits clearly better than the one chosen."""
    fit = {score.number: score.score for score in scores}
    if number not in fit:
        return None
    best = max(fit, key=lambda n: fit[n])
    return best if fit[best] - fit[number] > margin else None


def _named_elsewhere(notice: Notice, submission: Submission, number: int) -> tuple[Direction, Evidence | None] | None:
    """Another direction that the cover names clearly, and where; None where the cover names the one ticked."""
    found: tuple[Direction, Evidence | None] | None = _line_names(notice, submission, number)
    if found is not None and not any(choice.ticked for choice in submission.direction_choices):
        return found
    for words, evidence in _cover_words(submission):
        named = _by_name(notice, words)
        if named is not None and named.number == number:
            return None
        if named is not None and found is None:
            found = named, evidence
    return found


def _line_names(notice: Notice, submission: Submission, number: int) -> tuple[Direction, Evidence] | None:
    """（JB-05 某某模型） below the title on the cover: another direction than this one, which no line there names."""
    lines = [p for p in submission.passages if p.role is Role.COVER and len(p.text) <= LONGEST_HEAD]
    named = [
        (direction, line.evidence)
        for line in lines
        for direction in notice.directions
        if len(direction.name) >= SHORTEST_NAME and squeeze(direction.name) in squeeze(line.text)
        if len(squeeze(line.text)) <= len(squeeze(direction.name)) + _AROUND and not _OF_PROJECT.search(line.text)
    ]
    numbers = {direction.number for direction, _ in named}
    return named[0] if len(numbers) == 1 and number not in numbers else None


def _cover_words(submission: Submission) -> Iterator[tuple[str, Evidence | None]]:
    for field in submission.form_fields:
        if _names_direction(field) and isinstance(field.value, str):
            yield field.value, field.value_evidence
    for choice in submission.direction_choices:
        if not choice.ticked and choice.number is not None and not _NUMBER_ALONE.fullmatch(squeeze(choice.name)):
            yield choice.name, choice.evidence


def _names_direction(field: FormField) -> bool:
    return field.role is Role.COVER and canonical(field.label or field.name) == DIRECTION_LABEL


def _by_name(notice: Notice, words: str) -> Direction | None:
    """The one direction whose name these words are, with a clear lead on the second."""
    ranked = sorted(((alike(words, d.name), d) for d in notice.directions), key=lambda pair: -pair[0])
    if not ranked or ranked[0][0] < SAME_NAME:
        return None
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] - ranked[1][0] > 0.1 else None


def choice_evidence(case: Case, number: int) -> Evidence | None:
    """Where the direction is ticked, else where it is named."""
    choices = sorted(case.submission.direction_choices, key=lambda c: not c.ticked)
    return next((c.evidence for c in choices if _number_of(case.notice, c) == number), None)


def _numbers(numbers: list[int]) -> str:
    return "、".join(str(number) for number in numbers)
