"""考核指标."""

import re
from collections.abc import Iterator

from pipeline.screening.case import Case, conclude, implied, page_of
from pipeline.screening.claims.bare_columns import beside_call
from pipeline.screening.claims.best_claims import NAMED, OF_A_SIZE, SURE, UNSURE, best_claim, too_late
from pipeline.screening.claims.compare import canonical_pair, is_counted, reaches, spoken
from pipeline.screening.claims.in_order import by_place
from pipeline.screening.claims.left_over import left_that_reaches
from pipeline.screening.claims.listed_counts import listed_sum
from pipeline.screening.claims.metrics import candidates, promised
from pipeline.screening.claims.named_ones import named_left_out
from pipeline.screening.claims.no_better import no_better
from pipeline.screening.claims.passes_at import too_low_to_pass
from pipeline.screening.claims.promised_by import promised_by
from pipeline.screening.claims.reservations import Reservation, reservation
from pipeline.screening.claims.second_look import another_reading
from pipeline.screening.claims.split_values import poorest
from pipeline.screening.claims.unread_promises import reports
from pipeline.screening.claims.vague import promised_of_some, promised_without_figure
from pipeline.screening.completion import CAUSE as TOO_LATE
from pipeline.screening.completion import overrun, told_as_deadline
from pipeline.screening.dates import spoken_day
from pipeline.screening.kinds.direction import CAUSE, contradiction
from pipeline.screening.kinds.section import goals_cause
from pipeline.screening.said_twice.repeats import CAUSE as TWO_VALUES
from pipeline.screening.said_twice.repeats import other_values, sentence_of
from schemas.facts import Target
from schemas.finding import Finding
from schemas.notice import Obligation
from schemas.outline import Role

_SPEAKING = frozenset({Role.FORM, Role.TASK_BOOK, Role.BODY, Role.OTHER})
RESERVED = 0.65  # how surely what is taken back beside a figure leaves too little
VAGUE = 0.65  # 若干, 明显下降: how surely no figure stands elsewhere
_FEW = 3  # what is asked by such a number may be named one by one
UNNAMED = 0.45  # a figure without a metric of its own, or in columns that did not read as a table: a person has to look
# 采样频率         2 kHz: columns set with blanks whose heads are not known, so that the figure may be the present one
_COLUMNS = re.compile(r"[^\s：:] {3,}\S")


def check(case: Case) -> Iterator[Finding]:
    """Whether each numeric target of the chosen direction is claimed, at or beyond the required value.

    依据：榜单中所选方向的揭榜任务、预期目标（考核指标）里有数值的要求。
    判定：在任务书、申报表、指标表中找同一指标的承诺值，换算单位后比较；“以上、以下、以内、不低于、不超过”含本数，
    “超过、不满”不含本数。以自拟名称逐项写明的，按通知所列指标的次序、单位和数值与前后各项对应。没有承诺为缺失，达不到或晚于要求的时间才达到为不足；
    同一指标写有几个数值的，以其中最低的为准，所附表中逐项列出而合计不足的，以合计为准；同处写明允许降低、只计一部分或推后完成而余下不足的，或写明该项不列入考核、只作努力方向的，同处为另一情形（忙时、内侧）所写数值达不到的，以他人批准、出资为前提的，只引他人数值的，为不足；只写力争、原则上、左右而别处也没有肯定数值的，写明可酌情放宽的，以及按比通知宽松的距离、负荷、时长、次数、样本或温度测量的，为不足。通知要求提升、降低某指标而未定数值的，承诺值不优于申报材料所写现有数值的，为不足。已有业绩、现状数值和中间节点不作为承诺；
    同一处另有达到要求的数值、看不出哪个是承诺值的，任务中所要的个数不多、可能逐一列举的，请人工核对。
    补救：在预期目标中写明该指标的数值，并不低于榜单要求。
    """
    cause = CAUSE if contradiction(case) is not None else None
    if cause is None and case.of("numeric_target"):
        cause = goals_cause(case)
    for obligation in case.of("numeric_target"):
        if obligation.target is not None:
            yield _judge(case, obligation, obligation.target, cause)
    yield from _no_better(case, cause)


def _no_better(case: Case, cause: str | None) -> Iterator[Finding]:
    """有效提升用户满意度: the clauses that ask for better without a figure, whose goal is what is there already."""
    for clause in case.of("task_requirement"):
        if (same := no_better(case, clause)) is not None:
            said = f"申报材料写“{same.words}”{page_of(same.found, '申报材料')}"
            text = f"通知要求“{clause.name}”{page_of(clause.evidence, '通知')}，{said}，「{same.metric}」没有提升。"
            wanted = implied("numeric_target", same.metric, clause.evidence)
            yield conclude(wanted, "insufficient", text, found=same.found, confidence=RESERVED, cause=cause)


def _judge(case: Case, obligation: Obligation, required: Target, cause: str | None) -> Finding:
    claim, score = best_claim(case, required)
    metric, wanted = f"「{obligation.name}」", spoken(required)
    asked = f"通知要求{wanted}{page_of(obligation.evidence, '通知')}"
    if claim is None and required.metric == (case.chosen.name if case.chosen is not None else None):
        text = f"通知对{metric}的要求（{wanted}）没有写明是什么指标，申报材料是否回应请核对。"
        return conclude(obligation, "unverifiable", text, confidence=UNNAMED)
    if claim is None or (score < SURE and promised_of_some(case, required) is not None):
        return _unclaimed(case, obligation, required, score, cause)
    said = f"申报材料承诺{spoken(claim)}{page_of(claim.evidence, '申报材料')}"
    if (least := poorest(case, required)) is not None and reaches(required, claim) is not False:
        text = f"{metric}申报材料写明“{least[0]}”{page_of(least[1].evidence, '申报材料')}，未达到要求：{asked}。"
        return conclude(obligation, "insufficient", text, found=least[1].evidence, confidence=RESERVED, cause=cause)
    if score <= UNSURE:
        text = f"申报材料没有写明{metric}，{said}是否为该项指标请核对；{asked}。"
        return conclude(obligation, "unverifiable", text, found=claim.evidence, confidence=UNNAMED)
    reached = reaches(required, claim)
    if reached is None:
        text = f"{metric}{said}，与通知要求的{wanted}单位不同，无法比较。"
        return conclude(obligation, "unverifiable", text, found=claim.evidence, confidence=0.5)
    judge = _reached if reached else _too_low
    return judge(case, obligation, required, claim, score, (said, asked, cause))


_Told = tuple[str, str, str | None]  # what the application promises, what the notice asks, the cause of a gap


def _reached(case: Case, obligation: Obligation, required: Target, claim: Target, score: float, told: _Told) -> Finding:
    """High enough: in time, and no sum or second value is lower."""
    said, asked, cause = told
    metric = f"「{obligation.name}」"
    late = too_late(required, _dated(case, claim))
    if late is not None and not _ends_with_the_work(case, required):
        return _late(case, obligation, required, claim, score, (said, asked, cause), late)
    if (fewer := _listed_fewer(case, required)) is not None:
        listed = f"所附表中各项合计只有{spoken(fewer)}{page_of(fewer.evidence, '申报材料')}"
        text = f"{metric}{said}，{listed}，未达到要求：{asked}。"
        return conclude(obligation, "insufficient", text, found=fewer.evidence, confidence=0.65, cause=cause)
    if (lower := _falling_short(case, required, claim)) is not None:
        text = f"{metric}{said}，另一处却写{spoken(lower)}{page_of(lower.evidence, '申报材料')}，未达到要求：{asked}。"
        linked = cause or f"{TWO_VALUES}:{obligation.name}"
        return conclude(obligation, "insufficient", text, found=lower.evidence, confidence=0.65, cause=linked)
    if (kept := _kept_back(case, required, claim)) is not None:
        text = f"{metric}{said}，同时写明“{kept.words}”{kept.instead}，未达到要求：{asked}。"
        return conclude(obligation, "insufficient", text, found=kept.found, confidence=RESERVED, cause=cause)
    if (without := named_left_out(case, required)) is not None:
        words, there = without
        text = f"{metric}{said}，但写明“{words}”，缺少通知点名的内容：{asked}。"
        return conclude(
            obligation, "insufficient", text, found=there or claim.evidence, confidence=RESERVED, cause=cause
        )
    text = f"{metric}{said}，达到{spoken(required)}的要求。"
    return conclude(obligation, "met", text, found=claim.evidence, confidence=score)


def _late(
    case: Case, obligation: Obligation, required: Target, claim: Target, score: float, told: _Told, late: str
) -> Finding:
    """Reached behind the time that is set, unless the same row promises enough for that time."""
    said, asked, cause = told
    metric, then = f"「{obligation.name}」", promised_by(case, required, claim)
    if then is not None and reaches(required, then):
        at = page_of(then.evidence, "申报材料")
        text = f"{metric}申报材料承诺{spoken(then)}{at}，达到{spoken(required)}的要求。"
        return conclude(obligation, "met", text, found=then.evidence, confidence=score)
    if then is not None:
        by = spoken_day(then.due or "")
        text = f"{metric}到{by}只承诺{spoken(then)}，{spoken(claim)}要到{late}才达到：{asked}。"
        return conclude(obligation, "insufficient", text, found=then.evidence, confidence=0.75, cause=cause)
    text = f"{metric}{said}，但要到{late}才达到，晚于通知要求的{spoken_day(required.due or '')}：{asked}。"
    linked = cause or (TOO_LATE if overrun(case) is not None else None)
    return conclude(obligation, "insufficient", text, found=claim.evidence, confidence=0.7, cause=linked)


def _ends_with_the_work(case: Case, required: Target) -> bool:
    """The time is that of the whole work, whose plan ends too late: told once, at the call's own deadline."""
    ends = {o.deadline.on for o in case.of("deadline") if o.deadline is not None and o.deadline.kind == "completion"}
    return required.due in {str(on) for on in ends if on is not None} and told_as_deadline(case)


def _dated(case: Case, claim: Target) -> Target:
    """With the time of the claim that was read at the same place, where this one was told by its words alone."""
    same = (one for one in case.submission.targets if one.due and one.evidence.overlaps(claim.evidence))
    read = next(same, None) if claim.due is None else None
    return claim.model_copy(update={"due": read.due}) if read is not None else claim


def _too_low(case: Case, obligation: Obligation, required: Target, claim: Target, score: float, told: _Told) -> Finding:
    """Below what is asked, unless it may be another figure than the one promised."""
    said, asked, cause = told
    metric = f"「{obligation.name}」"
    if _COLUMNS.search(claim.evidence.text) or OF_A_SIZE.search(claim.evidence.text):
        text = f"{metric}在申报材料中写作“{claim.evidence.text.strip()[:40]}”，哪个数值是承诺值请核对；{asked}。"
        return conclude(obligation, "unverifiable", text, found=claim.evidence, confidence=UNNAMED)
    other = another_reading(case, required, claim)
    read = claim in case.submission.targets  # else told by its words alone, wherever they stand
    placed = by_place(case, required) if other is None and not read and score <= NAMED else None
    if placed is not None and placed[0] is not claim and reaches(required, placed[0]):
        other = placed[0].evidence
    if other is None and score < SURE and (left := left_that_reaches(case, required, claim)) is not None:
        other = left.evidence
    row = beside_call(case, required)
    if other is not None and (row is None or row.claim != claim):
        also = f"另有“{other.text.strip()[:30]}”{page_of(other, '申报材料')}"
        text = f"{metric}{said}，{also}，哪个数值是承诺值请核对；{asked}。"
        return conclude(obligation, "unverifiable", text, found=claim.evidence, confidence=UNNAMED)
    named = _in_another_unit(case, required, claim)
    if named is not None:
        there = f"申报材料承诺{spoken(named)}{page_of(named.evidence, '申报材料')}"
        text = f"{metric}{there}，与通知要求的{spoken(required)}单位不同，无法比较。"
        return conclude(obligation, "unverifiable", text, found=named.evidence, confidence=UNNAMED)
    text = f"{metric}{said}，未达到要求：{asked}。"
    confidence = min(0.95, 0.45 + score / 2)
    return conclude(obligation, "insufficient", text, found=claim.evidence, confidence=confidence, cause=cause)


def _in_another_unit(case: Case, required: Target, claim: Target) -> Target | None:
    """每千克含干固体105克 in the metric's own row, where a claim of a shorter name is what falls short of 10%."""
    if claim.metric == required.metric:
        return None
    own = (one for one in case.submission.targets if one.metric == required.metric and one.stage == "final")
    return next((one for one in own if one.unit and canonical_pair(required, one) is None), None)


def _unclaimed(case: Case, obligation: Obligation, required: Target, score: float, cause: str | None) -> Finding:
    """No figure for the metric: promised in words alone, or not at all."""
    metric, wanted, page = f"「{obligation.name}」", spoken(required), obligation.evidence.page
    vague = promised_without_figure(case, required)
    if vague is not None:
        said = f"申报材料只写“{vague.text.strip()[:30]}”{page_of(vague, '申报材料')}"
        text = f"{metric}没有可考核的数值：{said}，通知要求{wanted}{page_of(obligation.evidence, '通知')}，请写明数值。"
        return conclude(obligation, "missing", text, found=vague, confidence=VAGUE, cause=cause)
    figure = _best_figure(case, required)
    if figure is not None and reaches(required, figure) and not reports(sentence_of(case, figure)):
        said = f"申报材料所写{spoken(figure)}{page_of(figure.evidence, '申报材料')}是否为{metric}的承诺值请核对"
        text = f"{said}；通知要求{wanted}{page_of(obligation.evidence, '通知')}。"
        return conclude(obligation, "unverifiable", text, found=figure.evidence, confidence=UNNAMED)
    if figure is None and _may_be_named(case, required):
        said = f"{metric}没有写明数量，是否以列举等方式回应请核对"
        text = f"{said}；通知要求{wanted}{page_of(obligation.evidence, '通知')}。"
        return conclude(obligation, "unverifiable", text, confidence=UNNAMED)
    at = f"，见通知第{page}页" if page is not None else ""
    text = f"{metric}未提出指标数值（通知要求{wanted}{at}{_silent(case)}）{_existing(figure)}。"
    return conclude(obligation, "missing", text, confidence=_missing_confidence(score), cause=cause)


def _may_be_named(case: Case, required: Target) -> bool:
    """融合雷达、无线电侦测…三类以上手段, 在不少于1家企业完成验证: one names such few, where a task asks for them."""
    few = required.comparator == ">=" and 0 < required.value <= _FEW and is_counted(required)
    chosen = (d for d in case.notice.directions if case.chosen is not None and d.number == case.chosen.number)
    tasks = (clause for d in chosen for clause in d.clauses if clause.kind == "task")
    return few and any(clause.evidence.overlaps(required.evidence) for clause in tasks)


def _falling_short(case: Case, required: Target, claim: Target) -> Target | None:
    """Another value of the same metric that does not reach what is required."""
    others = other_values(case, required, claim)
    lower = next((other for other in others if reaches(required, other) is False), None)
    return lower or too_low_to_pass(case, required)


def _kept_back(case: Case, required: Target, claim: Target) -> Reservation | None:
    """What is taken back beside the claim, or beside the same promise in another place (its row of the table)."""
    again = (
        one
        for score, one in promised(case, required)
        if score >= case.settings.metric_alike and one.value == claim.value and one is not claim
    )
    return next((kept for one in (claim, *again) if (kept := reservation(case, required, one)) is not None), None)


def _listed_fewer(case: Case, required: Target) -> Target | None:
    """The sum of a table that lists what is counted, below a claim of the metric, where it is too small."""
    near = (c for score, c in promised(case, required) if score >= case.settings.metric_alike)
    sums = (one for claim in near if (one := listed_sum(case, claim)) is not None)
    return next((one for one in sums if reaches(required, one) is False), None)


def _silent(case: Case) -> str:
    """；申报材料第4至7页均未提及: the pages on which promises stand, where the file has pages."""
    pages = sorted({p.evidence.page for p in case.submission.passages if p.evidence.page and p.role in _SPEAKING})
    if not pages or any(passage.evidence.file for passage in case.submission.passages):
        return ""
    first, last = pages[0], pages[-1]
    return f"；申报材料第{first}页未提及" if first == last else f"；申报材料第{first}至{last}页均未提及"


def _missing_confidence(score: float) -> float:
    """Surer the less any claim resembles the metric."""
    return 0.85 if score < 0.3 else 0.7


def _best_figure(case: Case, required: Target) -> Target | None:
    """What is told of the metric as reached already or on the way."""
    ranked = sorted(candidates(case, required, case.submission.figures), key=lambda pair: -pair[0])
    return ranked[0][1] if ranked and ranked[0][0] >= case.settings.metric_alike else None


def _existing(figure: Target | None) -> str:
    """A half sentence on what is already reached, which is no promise."""
    if figure is None:
        return ""
    return f"；所写{spoken(figure)}{page_of(figure.evidence, '申报材料')}是既有或阶段性数值，不能代替预期目标"
