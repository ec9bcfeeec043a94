"""揭榜任务的内容要求."""

import re
from collections.abc import Iterator

from pipeline.screening.application.labels import alike
from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case, conclude, page_of
from pipeline.screening.clauses.against import against
from pipeline.screening.clauses.carried_out import carried_out
from pipeline.screening.clauses.clause_gap import gap_probability, lacking_piece, signs_of, thing_absent
from pipeline.screening.clauses.clause_words import is_half_said, is_said, only_talk, says_nothing_own, words_of
from pipeline.screening.clauses.contrary import contrary
from pipeline.screening.clauses.denied import denied
from pipeline.screening.clauses.enumerations import unanswered
from pipeline.screening.clauses.kept_out import kept_out, refusal_cause
from pipeline.screening.clauses.left_to_others import left_to_others
from pipeline.screening.clauses.levels import lower_level
from pipeline.screening.clauses.listed_parts import part_left_out
from pipeline.screening.clauses.one_by_one import passed_over
from pipeline.screening.clauses.other_place import other_place
from pipeline.screening.clauses.papers_made import paper_unwritten
from pipeline.screening.clauses.refused import perhaps_refused, refused_in_own_words
from pipeline.screening.clauses.refused_parts import part_refused
from pipeline.screening.clauses.reworded import reworded
from pipeline.screening.clauses.still_done import still_done
from pipeline.screening.clauses.subjects import put_off_under_heading, refused_under_heading, told_of_work
from pipeline.screening.clauses.time_scales import longer
from pipeline.screening.clauses.unproven import unproven
from pipeline.screening.clauses.ways_refused import way_refused
from pipeline.screening.clauses.work import sentences_of_work
from pipeline.screening.kinds.direction import CAUSE, contradiction
from schemas.evidence import Evidence
from schemas.facts import SectionRecord
from schemas.finding import Finding
from schemas.match import ClauseMatch
from schemas.notice import Obligation

REFUSED = 0.65  # how surely a refusal, a longer time or mere talk is a gap
PROMISED, SHORT = 0.6, 14
HEADED, SAME_SUBJECT = 0.5, 0.7  # a chapter's heading that names what the clause asks
_NAMED = 2  # words of a heading that say what it is on
# 性能较传统模型实现显著提升: of no thing of its own, told by the figures if at all
_COMPARES = re.compile(
    r"(?:整体|综合)?(?:性能|效率|精度|质量|水平|能力|效果)[^，。；]{0,14}?(?:显著|明显|大幅|有效|进一步|较大)(?:的?(?:提升|提高|改善|优化|增强|降低))"
)
# 建设大型智能算力集群, of the direction 智能算力集群
_MAKES = re.compile(
    r"(?:研究|研发|研制|开发|建设|建成|构建|打造|搭建|训练|形成)+(?:一[批套个种]|大型|大规模|新型|高性能|国产化?|先进|自主可控|的)*"
)
_SHORTEST_NAME = 4
_HEADS_TASK = re.compile(
    r"(?:面向|针对|围绕|立足|瞄准)[^，。；]{4,60}，[^。；]{0,8}(?:研[究制发]|开发|建设|构建|攻克|突破|形成|实现)"
    # 揭榜团队要建成一套可以日常使用的预报系统: the whole of it
    r"|(?:揭榜|承担|中榜|应榜|攻关)(?:方|人|者|单位|团队|企业)[^，。；]{0,4}(?:研[制发]|开发|建[成设立]|构建|拿出|做出|形成|打造)[出成]?[一两三]?[套台种个]"
    r"[^，。；]{4,40}(?:系统|平台|装[置备]|设备|产品|样机|机器人|工具|工艺|体系|软件)$"
)
_FEW_CLAUSES = 3  # clauses of a task that its first one may sum up
# 生产数据不出厂区; not 支持不停机条件下增减车辆, which is a thing to do
_LIMIT = re.compile(
    r"(?!支持|具备|实现|满足|保证|[在可能])[^，。；]{0,4}不(?!少|低|小|断)(?:(?!条件|情况|前提)[^，。；]){2,8}"
)
# 突破数据依赖性强等难题，实现…关键技术: what the techniques beside it solve, who answers them has answered it
_PROBLEM = re.compile(r"(?:突破|解决|攻克|克服|破解|缓解|针对)[^，。；]{2,40}(?:难题|难点|瓶颈|问题|痛点)")
# 研制整机并开展田间应用, of no thing that has a name
_WHOLE_THING = re.compile(
    r"(?:研制|研发|开发|制造|形成)(?:出)?(?P<thing>整机|样机|产品|成套(?:装备|设备))(?:[，、]?(?:并|和|及)(?:开展|进行|实现|推动)?[\u4e00-\u9fff]{0,4}(?:应用|示范|推广))?"
)
_KIND_OF_WORK = re.compile(
    r"(?:的?(?:关键|核心)?技术)?(?:研究|研发|研制|攻关|开发|建设|构建)?(?:[及与和]?(?:产业化|示范|应用))*$"
)


def check(case: Case) -> Iterator[Finding]:
    """Whether each clause without a number of the direction's task and goal is addressed in substance.

    依据：榜单中所选方向的揭榜任务、预期目标里没有数值的要求。
    判定：逐条在申报材料中找意思相应的段落，按该项要求未获回应的可能性判断：段落与要求是否相近、要求的用词在这些段落和全文中说到多少、
    并列的几项是否独缺一项；可能性高的为缺失，只缺其中一项的指出该项、为不足，同一清单各条逐条回应而独缺一条的为缺失，介于两者之间的请人工核对；
    附在已获回应的要求之后的短限制（不造成二次污染）未提及的，以及换了说法（操作规程写成作业指导书）的，请人工核对；只照抄榜单原文的不算回应，照抄之后紧接着写明如何落实的、为该项要求设有专门章节的算；
    申报材料写明不做、推迟、交由他人日后去做该项要求或做法与之相反（要求自主设计而直接采购成品）的，不按所要求的做法做的（要求用户参与标注而只供内部使用）、
    不在所要求的地点做的（要求在船厂试验而放在自家车间）、以合格证或口碑代替所要求的评价检测的，所写水平低于要求（世界先进）的，要求某一时间量级（分钟级）而所写时间更长的或者不承诺时间的、只表态而没有实质内容的，为不足；像是回避该项要求而不能确定的，请人工核对。
    补救：在任务书中写明如何落实该项要求。
    """
    wrong = contradiction(case) is not None
    for obligation in case.of("task_requirement"):
        match = case.clauses.get(obligation.id)
        if match is not None:
            yield _judge(case, obligation, match, CAUSE if wrong else None)


def _judge(case: Case, obligation: Obligation, match: ClauseMatch, cause: str | None) -> Finding:
    found = _passage(case, match)
    if _promised(case, obligation):
        text = f"“{obligation.name}”已按通知的要求作出承诺{page_of(found, '申报材料')}。"
        return conclude(obligation, "met", text, found=found, confidence=PROMISED)
    short = _falling_short(case, obligation, match, cause)
    if short is not None:
        return short
    gap = gap_probability(signs_of(case, obligation, match))
    thing = thing_absent(case, obligation, match) or paper_unwritten(case, obligation.name)
    if gap < case.settings.clause_gap and thing is not None:
        at = page_of(obligation.evidence, "通知")
        text = f"申报材料没有提到“{obligation.name}”中的“{thing}”{at}，请补充落实该项要求的内容。"
        return conclude(obligation, "insufficient", text, found=found, confidence=REFUSED, cause=cause)
    if passed_over(case, obligation, gap):
        at = page_of(obligation.evidence, "通知")
        text = f"申报材料逐条回应了通知所列的各项要求，唯独没有“{obligation.name}”{at}，请补充落实该项要求的内容。"
        return conclude(obligation, "missing", text, confidence=REFUSED, cause=cause)
    if gap < case.settings.clause_doubt:
        return _answered(case, obligation, match, 1 - gap)
    chapter = _headed(case, obligation)
    if chapter is not None:
        text = f"“{obligation.name}”在申报材料中有专门章节{page_of(chapter.evidence, '申报材料')}：{chapter.title}。"
        return conclude(obligation, "met", text, found=chapter.evidence, confidence=HEADED)
    if gap < case.settings.clause_gap or _asks_nothing_apart(case, obligation) or _sums_up(case, obligation):
        return _answered(case, obligation, match, case.settings.in_doubt)
    return _unanswered(case, obligation, match, gap, cause)


def _unanswered(case: Case, obligation: Obligation, match: ClauseMatch, gap: float, cause: str | None) -> Finding:
    at = page_of(obligation.evidence, "通知")
    piece = lacking_piece(case, obligation, match)
    if (piece is None and _limits_another(case, obligation)) or (piece is not None and _PROBLEM.fullmatch(piece)):
        return _answered(case, obligation, match, case.settings.in_doubt)
    told = reworded(case, obligation.name, piece) if contradiction(case) is None else None
    if told is not None:
        found = _where(case, told)
        text = f"“{obligation.name}”在申报材料中似以其他说法回应，是否充分，建议人工核对{page_of(found, '申报材料')}。"
        return conclude(obligation, "met", text, found=found, confidence=case.settings.in_doubt)
    if piece is None:
        text = f"申报材料没有回应“{obligation.name}”{at}，请补充落实该项要求的内容。"
        return conclude(obligation, "missing", text, confidence=gap, cause=cause)
    text = f"申报材料没有提到“{obligation.name}”中的“{piece}”{at}，请补充落实该项要求的内容。"
    return conclude(obligation, "insufficient", text, found=_passage(case, match), confidence=gap, cause=cause)


def _answered(case: Case, obligation: Obligation, match: ClauseMatch, sure: float) -> Finding:
    found = _passage(case, match)
    where = page_of(found, "申报材料")
    words = perhaps_refused(case, obligation)
    if words is not None:
        place = _where(case, words)
        text = f"申报材料写明“{words}”{page_of(place, '申报材料')}，是否落实了“{obligation.name}”，建议人工核对。"
        return conclude(obligation, "met", text, found=place, confidence=case.settings.in_doubt)
    if sure < case.settings.doubtful:
        text = f"“{obligation.name}”在申报材料中的回应是否充分，建议人工核对{where}。"
        return conclude(obligation, "met", text, found=found, confidence=sure)
    text = f"“{obligation.name}”在申报材料中有相应内容{where}。"
    left_out = unanswered(obligation.name, case.words, case.nearness(match))
    if left_out is not None:
        named = "、".join(f"“{part}”" for part in left_out.parts)
        text = f"“{obligation.name}”在申报材料中有相应内容{where}，其中未见{named}，请人工核对。"
        sure = case.settings.in_doubt if left_out.closed else sure
    return conclude(obligation, "met", text, found=found, confidence=sure)


def _falling_short(case: Case, obligation: Obligation, match: ClauseMatch, cause: str | None) -> Finding | None:
    """Refused word for word, of a larger scale of time, or talk alone."""
    refused = (
        denied(obligation.name, case.words)
        or kept_out(case, obligation.name)
        or part_left_out(obligation.name, sentences_of_work(case))
        or part_refused(obligation.name, told_of_work(case))
        or way_refused(obligation.name, sentences_of_work(case))
        or refused_under_heading(case, obligation.name)
        or put_off_under_heading(case, obligation.name)
        or left_to_others(case, obligation.name)
        or carried_out(obligation.name, sentences_of_work(case))
        or still_done(obligation.name, sentences_of_work(case))
        or contrary(case, obligation.name)
        or against(obligation.name, sentences_of_work(case))
        or other_place(obligation.name, sentences_of_work(case))
        or unproven(obligation.name, told_of_work(case))
        or refused_in_own_words(case, obligation)
    )
    if refused is not None:
        found = _where(case, refused)
        asked = f"“{obligation.name}”的要求{page_of(obligation.evidence, '通知')}"
        text = f"申报材料写明“{refused}”{page_of(found, '申报材料')}，不符合{asked}，请核对并更正。"
        same = cause or refusal_cause(case, refused)  # two clauses that the same words refuse are one gap
        return conclude(obligation, "insufficient", text, found=found, confidence=REFUSED, cause=same)
    level = lower_level(obligation.name, sentences_of_work(case))
    if level is not None:
        found = _where(case, level)
        said = f"“{obligation.name}”在申报材料中只写“{level}”{page_of(found, '申报材料')}"
        text = f"{said}，低于所要求的水平，请核对并更正。"
        return conclude(obligation, "insufficient", text, found=found, confidence=REFUSED, cause=cause)
    slow = longer(obligation.name, case.near(match))
    if slow is not None:
        found = narrow(case.near_evidence(match)[slow.passage], slow.words)
        told, short = ("只写", "没有写明时间，无法说明达到") if slow.left_open else ("所写时间为", "长于")
        said = f"“{obligation.name}”在申报材料中{told}“{slow.words}”{page_of(found, '申报材料')}"
        text = f"{said}，{short}所要求的{slow.scale}，请核对并补充。"
        return conclude(obligation, "insufficient", text, found=found, confidence=REFUSED, cause=cause)
    talk = only_talk(obligation.name, case.own_text)
    if talk is not None:
        found = _where(case, re.sub(r"\s", "", talk))
        text = f"“{obligation.name}”在申报材料中只有“{talk[:20]}……”一类表态，没有实质内容，请补充如何落实。"
        return conclude(obligation, "insufficient", text, found=found, confidence=REFUSED, cause=cause)
    return None


def _limits_another(case: Case, obligation: Obligation) -> bool:
    """…密闭收集，不造成二次污染: a short limit behind the comma of what is answered, which may be kept untold."""
    if _LIMIT.fullmatch(obligation.name) is None:
        return False
    heads = (o for o in case.of("task_requirement") if o.evidence.end + 1 == obligation.evidence.start)
    head = next((o for o in heads if o.direction == obligation.direction), None)
    match = case.clauses.get(head.id) if head is not None else None
    return (
        head is not None
        and match is not None
        and gap_probability(signs_of(case, head, match)) < case.settings.clause_doubt
    )


def _asks_nothing_apart(case: Case, obligation: Obligation) -> bool:
    """A comparison that only figures can answer, or what the whole application is about: the direction's own name.

    So is a clause that has no word of its own (推进人工智能技术和产品在工业制造领域的深度融合应用).
    """
    if _COMPARES.fullmatch(obligation.name) is not None:
        return True
    whole_thing = _WHOLE_THING.fullmatch(obligation.name)
    if whole_thing is not None and whole_thing["thing"] in case.words and contradiction(case) is None:
        return True
    lead = _MAKES.match(obligation.name)
    thing = obligation.name[lead.end() :] if lead is not None else ""
    name = next((d.name for d in case.notice.directions if d.number == obligation.direction), "")
    whole = _KIND_OF_WORK.sub("", re.sub(r"\s", "", name))
    said = any(thing[at : at + _SHORTEST_NAME] in case.words for at in range(len(thing) - _SHORTEST_NAME + 1))
    named = len(thing) >= _SHORTEST_NAME and thing == whole and said
    named = named or (lead is None and says_nothing_own(obligation.name, name + (case.notice.title or "")))
    return named and contradiction(case) is None


def _sums_up(case: Case, obligation: Obligation) -> bool:
    """针对…的问题，建设…体系, at the head of a task: who answers what follows has answered it, in whatever words."""
    own = [o for o in case.of("task_requirement") if o.direction == obligation.direction]
    if not own or own[0] is not obligation or len(own) <= _FEW_CLAUSES or _HEADS_TASK.match(obligation.name) is None:
        return False
    matches = [(o, case.clauses.get(o.id)) for o in own[1:]]
    answered = sum(
        m is not None and gap_probability(signs_of(case, o, m)) < case.settings.clause_doubt for o, m in matches
    )
    return 2 * answered > len(matches) and contradiction(case) is None


def _promised(case: Case, obligation: Obligation) -> bool:
    """A short goal without a number (安全事故为零) is promised by whoever says it; a task is not done by copying it."""
    goal = obligation.clause is not None and obligation.clause.kind == "goal"
    return goal and len(obligation.name) <= SHORT and re.sub(r"\s", "", obligation.name) in case.words


def _headed(case: Case, obligation: Obligation) -> SectionRecord | None:
    """A chapter with a text of its own under a heading of the clause's subject: 与制造执行系统的对接."""
    written = (one for one in case.submission.sections if one.chars >= case.settings.section_chars)
    return next((one for one in written if _is_on(obligation.name, one.title)), None)


def _is_on(clause: str, title: str) -> bool:
    """The same subject, or the title is made of the clause's words, at least half of them.

    操作人员的电磁防护 is on 电磁防护, and so on 电磁辐射的防护措施.
    """
    asked, named = words_of(clause), words_of(title.rpartition("的")[2])
    said = sum(is_half_said(word, title) for word in asked)
    within = len(named) >= _NAMED and all(is_said(word, clause) for word in named) and 2 * said >= len(asked)
    return within or alike(clause, title) >= SAME_SUBJECT


def _where(case: Case, words: str) -> Evidence | None:
    """The words in the first passage that says them, blanks aside."""
    holds = (p for p in case.submission.passages if words in re.sub(r"\s", "", p.text))
    return next((narrow(passage.evidence, words) for passage in holds), None)


def _passage(case: Case, match: ClauseMatch) -> Evidence | None:
    return next(iter(case.near_evidence(match)), None)
