"""揭榜任务的内容要求."""

import re
from collections.abc import Callable, Iterator

from pipeline.screening.answers.denied import denied
from pipeline.screening.answers.enumerations import the_one_left_out, unanswered
from pipeline.screening.answers.labels import alike
from pipeline.screening.answers.parts import narrow
from pipeline.screening.answers.unspoken import (
    asked_pieces,
    half_said,
    halves_together,
    means_said,
    mostly_said,
    nowhere,
    only_talk,
    said_together,
    says_nothing_own,
    unspoken,
)
from pipeline.screening.case import Case, conclude, page_of
from pipeline.screening.figures.time_scales import longer
from pipeline.screening.kinds.direction import CAUSE, contradiction
from schemas.evidence import Evidence
from schemas.facts import Passage, SectionRecord
from schemas.finding import Finding, Status
from schemas.match import ClauseMatch
from schemas.notice import Obligation

UNSPOKEN = 0.65
SAID_APART = 0.4  # below ``Settings.absent``: most of the clause's words stand somewhere in the application
LIKENESS = 0.4  # a passage as near to a piece as this may say it in other words throughout
PROMISED, SHORT = 0.6, 14
HEADED, SAME_SUBJECT = 0.5, 0.7  # a chapter's heading that names what the clause asks
_EXAMPLES = re.compile(r"、[^，。；]*等")  # 补齐内存带宽、互联线性度等短板: none of them is asked for by itself
# 性能较传统模型实现显著提升: of no thing of its own
_COMPARES = re.compile(
    r"(?:整体|综合)?(?:性能|效率|精度|质量|水平|能力|效果)[^，。；]{0,14}?(?:显著|明显|大幅|有效|进一步|较大)(?:的?(?:提升|提高|改善|优化|增强|降低))"
)
# 建设大型智能算力集群, of the direction 智能算力集群
_MAKES = re.compile(
    r"(?:研究|研发|研制|开发|建设|建成|构建|打造|搭建|训练|形成)+(?:一[批套个种]|大型|大规模|新型|高性能|国产化?|先进|自主可控|的)*"
)
_SHORTEST_NAME = 4
_KIND_OF_WORK = re.compile(
    r"(?:的?(?:关键|核心)?技术)?(?:研究|研发|研制|攻关|开发|建设|构建)?(?:[及与和]?(?:产业化|示范|应用))*$"
)
_PIECES = re.compile(r"[，,；;]")
ANSWERED = 0.5  # a piece of a doubtful clause that is likelier answered than not, in whatever words
ANSWERED_FOR_SURE = 0.75  # with half of its words said
DOUBT = 0.9  # of the threshold under which a person looks


def check(case: Case) -> Iterator[Finding]:
    """Whether each clause without a number of the direction's task and goal is addressed in substance.

    依据：榜单中所选方向的揭榜任务、预期目标里没有数值的要求。
    判定：逐条在申报材料中找意思相应的段落，按其相符的可能性判断：很低为缺失（其中一项单独有回应、或其用词大多见于全文的请人工核对），较高为已回应，介于两者之间的请人工核对；
    只照抄榜单原文的不算回应，照抄之后紧接着写明如何落实的、为该项要求设有专门章节的算；
    把握不大而该项要求自身的用词全文未见的，为缺失；并列的几项中有一项全文未见的，指出该项，所列无“等”字的请人工核对，其余各项均照原文写明而独缺该项的，为不足；
    申报材料写明不做该项要求的、要求某一时间量级（分钟级）而所写时间更长的，为不足。
    补救：在任务书中写明如何落实该项要求。
    """
    wrong = contradiction(case) is not None
    for obligation in case.of("task_requirement"):
        match = case.clauses.get(obligation.id)
        if match is not None:
            yield _judge(case, obligation, match, CAUSE if wrong else None)


def _judge(case: Case, obligation: Obligation, match: ClauseMatch, cause: str | None) -> Finding:
    found = _passage(case, match)
    probability = match.probability
    if _promised(case, obligation):
        text = f"“{obligation.name}”已按通知的要求作出承诺{page_of(found, '申报材料')}。"
        return conclude(obligation, "met", text, found=found, confidence=PROMISED)
    chapter = _headed(case, obligation)
    if probability < case.settings.clause_missing and chapter is not None:
        text = f"“{obligation.name}”在申报材料中有专门章节{page_of(chapter.evidence, '申报材料')}：{chapter.title}。"
        return conclude(obligation, "met", text, found=chapter.evidence, confidence=HEADED)
    answered = _answered_piece(case, obligation) if probability < case.settings.clause_missing else None
    if answered is not None and _unspoken(case, obligation, match) is None:
        text = f"“{obligation.name}”中的“{answered}”在申报材料中有相应内容，其余是否回应请人工核对。"
        return conclude(obligation, "met", text, found=found, confidence=DOUBT * case.settings.doubtful)
    if probability < case.settings.clause_missing and _is_direction(case, obligation):
        text = f"“{obligation.name}”即所选方向本身，整份申报材料是否落实请人工核对。"
        return conclude(obligation, "met", text, confidence=DOUBT * case.settings.doubtful)
    if probability < case.settings.clause_missing and answered is None:
        said = _COMPARES.fullmatch(obligation.name) is not None  # told by the figures, if at all
        said = said or mostly_said(obligation.name, case.words.lower()) or _said_somewhere(case, obligation.name)
        sure = SAID_APART if said else 1 - probability
        text = f"申报材料没有回应“{obligation.name}”{page_of(obligation.evidence, '通知')}，请补充落实该项要求的内容。"
        return conclude(obligation, "missing", text, confidence=sure, cause=cause)
    return _falling_short(case, obligation, match, cause) or _answered(case, obligation, match)


def _is_direction(case: Case, obligation: Obligation) -> bool:
    """What the clause has made is all that the direction is called: the whole application is about it.

    So is a clause that has no word of its own (推进人工智能技术和产品在工业制造领域的深度融合应用).
    """
    lead = _MAKES.match(obligation.name)
    thing = obligation.name[lead.end() :] if lead is not None else ""
    name = next((d.name for d in case.notice.directions if d.number == obligation.direction), "")
    whole = _KIND_OF_WORK.sub("", re.sub(r"\s", "", name))
    said = any(thing[at : at + _SHORTEST_NAME] in case.words for at in range(len(thing) - _SHORTEST_NAME + 1))
    named = len(thing) >= _SHORTEST_NAME and thing == whole and said
    named = named or (lead is None and says_nothing_own(obligation.name, name + (case.notice.title or "")))
    return named and contradiction(case) is None


def _said_somewhere(case: Case, words: str) -> bool:
    """A passage holds several of the words, or the way that they name, though none may be near them in meaning."""
    said = means_said(words, case.words.lower()) or said_together(words, case.passages)
    return said or halves_together(words, case.passages)


def _falling_short(case: Case, obligation: Obligation, match: ClauseMatch, cause: str | None) -> Finding | None:
    """Refused word for word, of a larger scale of time, or without a word on a piece of the clause."""
    refused = denied(obligation.name, case.words)
    if refused is not None:
        found = _where(case, refused)
        asked = f"“{obligation.name}”的要求{page_of(obligation.evidence, '通知')}"
        text = f"申报材料写明“{refused}”{page_of(found, '申报材料')}，不符合{asked}，请核对并更正。"
        return conclude(obligation, "insufficient", text, found=found, confidence=UNSPOKEN, cause=cause)
    near = _near(case, match)
    slow = longer(obligation.name, (passage.text for passage in near))
    if slow is not None:
        found = narrow(near[slow.passage].evidence, slow.words)
        said = f"“{obligation.name}”在申报材料中所写时间为“{slow.words}”{page_of(found, '申报材料')}"
        text = f"{said}，长于所要求的{slow.scale}，请核对并补充。"
        return conclude(obligation, "insufficient", text, found=found, confidence=UNSPOKEN, cause=cause)
    talk = only_talk(obligation.name, case.own_text)
    if talk is not None:
        found = _where(case, re.sub(r"\s", "", talk))
        text = f"“{obligation.name}”在申报材料中只有“{talk[:20]}……”一类表态，没有实质内容，请补充如何落实。"
        return conclude(obligation, "insufficient", text, found=found, confidence=UNSPOKEN, cause=cause)
    found = _passage(case, match)
    piece = _unspoken(case, obligation, match) or _left_out(case, obligation, match)
    if piece is None:
        return None
    whole = len(piece) * 2 > len(obligation.name)
    told = f"“{obligation.name}”" + ("" if whole else f"中的“{piece}”")
    text = f"申报材料没有提到{told}{page_of(obligation.evidence, '通知')}，请补充落实该项要求的内容。"
    status: Status = "missing" if whole else "insufficient"
    return conclude(obligation, status, text, found=None if whole else found, confidence=UNSPOKEN, cause=cause)


def _answered(case: Case, obligation: Obligation, match: ClauseMatch) -> Finding:
    found, probability = _passage(case, match), match.probability
    where = page_of(found, "申报材料")
    if probability < case.settings.clause_met:
        text = f"“{obligation.name}”在申报材料中的回应是否充分，建议人工核对{where}。"
        return conclude(obligation, "met", text, found=found, confidence=probability)
    text = f"“{obligation.name}”在申报材料中有相应内容{where}。"
    left_out = unanswered(obligation.name, case.words, _nearness(case, match))
    if left_out is not None:
        named = "、".join(f"“{part}”" for part in left_out.parts)
        text = f"“{obligation.name}”在申报材料中有相应内容{where}，其中未见{named}，请人工核对。"
        probability = DOUBT * case.settings.doubtful if left_out.closed else probability
    return conclude(obligation, "met", text, found=found, confidence=probability)


def _promised(case: Case, obligation: Obligation) -> bool:
    """A short goal without a number (安全事故为零) is promised by whoever says it; a task is not done by copying it."""
    goal = obligation.clause is not None and obligation.clause.kind == "goal"
    return goal and len(obligation.name) <= SHORT and re.sub(r"\s", "", obligation.name) in case.words


def _headed(case: Case, obligation: Obligation) -> SectionRecord | None:
    """A chapter with a text of its own under a heading of the clause's subject: 与制造执行系统的对接."""
    written = (one for one in case.submission.sections if one.chars >= case.settings.section_chars)
    return next((one for one in written if alike(obligation.name, one.title) >= SAME_SUBJECT), None)


def _in_other_words(case: Case, obligation: Obligation, match: ClauseMatch, coined: str) -> bool:
    """The clause is likely answered, and a passage is near what it has no word of, or half of its words are said."""
    probability = match.probability
    near = probability >= case.settings.clause_met and _nearness(case, match)(coined) >= LIKENESS
    return near or (probability >= ANSWERED_FOR_SURE and half_said(obligation.name, case.words.lower()))


def _unspoken(case: Case, obligation: Obligation, match: ClauseMatch) -> str | None:
    """A piece of a doubtful clause, or of a clause in several pieces, of whose own words the application uses none."""
    probability = match.probability
    beside = [one.name for one in case.of("task_requirement") if one is not obligation]
    beside += [case.chosen.name or ""] if case.chosen is not None else []
    text = case.words.lower()
    coined = nowhere(obligation.name, beside, text)
    if coined is not None and _EXAMPLES.search(coined) is None and not _in_other_words(case, obligation, match, coined):
        return coined
    several = len(_PIECES.findall(obligation.name)) > 0
    if probability >= case.settings.clause_met and not several:
        return None
    piece = unspoken(obligation.name, beside, text)
    if piece is None or _EXAMPLES.search(piece) is not None or _said_somewhere(case, piece):
        return None
    if len(piece) * 2 > len(obligation.name) and _said_somewhere(case, obligation.name):
        return None
    if piece == obligation.name:
        return piece if probability < case.settings.clause_met else None
    least = case.settings.clause_met if probability >= case.settings.clause_met else ANSWERED
    return piece if _alone(case, obligation, piece) < least else None


def _answered_piece(case: Case, obligation: Obligation) -> str | None:
    """A piece of a clause in several that is answered by itself; what the whole asks may then be said in examples."""
    pieces = asked_pieces(obligation.name)
    several = pieces if len(_PIECES.findall(obligation.name)) > 0 else []
    return next((one for one in several if _alone(case, obligation, one) >= case.settings.clause_met), None)


def _alone(case: Case, obligation: Obligation, piece: str) -> float:
    """How likely the application speaks of the piece, were it all that is asked."""
    clause = obligation.clause.model_copy(update={"text": piece}) if obligation.clause is not None else None
    asked = obligation.model_copy(update={"name": piece, "clause": clause})
    found = case.matcher.match_clauses([asked], case.submission)
    return found[0].probability if found else 1.0


def _left_out(case: Case, obligation: Obligation, match: ClauseMatch) -> str | None:
    return the_one_left_out(obligation.name, case.words, _nearness(case, match))


def _near(case: Case, match: ClauseMatch) -> list[Passage]:
    """The passages that may answer the clause, the best first."""
    there = (one.passage for one in match.passages if one.passage < len(case.submission.passages))
    return [case.submission.passages[passage] for passage in there]


def _where(case: Case, words: str) -> Evidence | None:
    """The words in the first passage that says them, blanks aside."""
    holds = (p for p in case.submission.passages if words in re.sub(r"\s", "", p.text))
    return next((narrow(passage.evidence, words) for passage in holds), None)


def _nearness(case: Case, match: ClauseMatch) -> Callable[[str], float]:
    texts = [passage.text for passage in _near(case, match)]
    return lambda part: max((case.matcher.similarity(part, text) for text in texts), default=0.0)


def _passage(case: Case, match: ClauseMatch) -> Evidence | None:
    if not match.passages or match.passages[0].passage >= len(case.submission.passages):
        return None
    return case.submission.passages[match.passages[0].passage].evidence
