"""What a sentence of the work is on, as its heading or the words before it say (4.包装废弃物。), and refuses of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.screening.case import Case
from pipeline.screening.chapters.deferred import deferred
from pipeline.screening.clauses.asides import SUPPOSED
from pipeline.screening.clauses.clause_words import is_said, words_of
from pipeline.screening.clauses.work import general_names, tells_of_work

_SENTENCE = re.compile(r"[^。！？\n]+")
_NUMBER = re.compile(r"^[（(]?[\d一二三四五六七八九十甲乙丙丁]{1,3}[)）.、．]")
_LEAD = 24  # characters of the words before the first full stop or colon that name the subject
_COLON = re.compile(rf"^(?P<lead>[^：:，。；]{{2,{_LEAD}}})[：:]")
# 本项目期内暂不安排: a refusal that leaves to the heading what is refused
_REFUSED = re.compile(
    r"(?:[该此这]项)?(?:[本该此](?:次)?(?:项目|任务|课题|期)?(?:周?期内|范围内|阶段)?|考虑到[^，。；]{2,20})?(?:暂时?|均|都|也|拟)?"
    r"(?:不(?:再|予|作|做|另)?(?:安排|开展|考虑|列入|纳入|进行|实施|涉及|启动)|暂缓)(?:该项|此项|这项|相关)?(?:工作|内容|研究|任务)?(?:开发|研[究发制]|建设|攻关)?"
)
# 该项…，不列入本任务的交付和验收内容: out of the work, whenever else it is done
_OUT = re.compile(
    r"(?:[本该此](?:项|次)?(?:项目|任务|课题)?)?(?:暂|均|都|也|拟)?不(?:再|予|作|做)?(?:列入|纳入|计入|作为)(?:[本该此](?:次|项)?(?:项目|任务|课题|榜单)的?)?"
    r"(?:(?:研究|攻关|交付|验收|考核|任务|建设|研发|开发|实施)[和与及、]?){1,3}(?:内容|范围|指标|任务|事项)?"
)
_ABBREVIATED = re.compile(r"[（(]([A-Z][A-Za-z0-9+/-]{1,9})[）)]")
_PIECE = re.compile(r"[，,；;]")
_LEAST = 2  # words of the subject that the clause has
_BRIEF = 120  # characters of a section that only puts off what its heading names
# not 台风多，暂不安排，待九月以后进行, which is within the work
_LATER = re.compile(r"验收|结题|二期|下一[期阶]|后续|另行|视[^，。；]{2,16}(?:情况|反馈|行情)|市场|经费|(?:配套)?资金")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence without white space, and the heading and the lead that name its subject.

    ``title`` is the last short line with a number above it, under the same heading (丁、茶渣。).
    """

    subject: str
    sentence: str
    title: str


def told_of_work(case: Case) -> Sequence[Told]:
    """The sentences that tell of the work, each with what it is on."""
    return case.once("sentences of the work with their subjects", lambda: [*_told(case)])


def _told(case: Case) -> Iterator[Told]:
    titled = ("", "")  # a title on a line of its own (丁、茶渣。), and the heading that it stands under
    for passage in case.submission.passages:
        if not tells_of_work(passage):
            continue
        said = [re.sub(r"\s", "", one.group()) for one in _SENTENCE.finditer(passage.text)]
        heading, first = "，".join(passage.path[-1:]), _NUMBER.sub("", said[0]) if said else ""
        colon = _COLON.match(first)
        short = len(first) <= _LEAD and len(said) > 1 and not _PIECE.search(first)
        if len(said) == 1 and 0 < len(first) <= _LEAD and first != said[0] and not _PIECE.search(first):
            titled = (heading, first)
        above = titled[1] if titled[0] == heading else ""
        lead = colon["lead"] if colon is not None else first if short else ""
        yield from (Told(f"{heading}，{lead}" if lead else heading, sentence, above) for sentence in said)


def named_by(subject: str, clause: str) -> list[str]:
    """The words of the clause that the heading or the lead names, where one of them is on the clause; else none."""
    for part in subject.split("，"):
        named = words_of(part)
        short = [one.lower() for one in _ABBREVIATED.findall(part)]
        if called := [word for word in words_of(clause) if word in short]:
            return called  # 可靠性、可维护性（RAS） for RAS技术
        shared = [word for word in words_of(clause) if is_said(word, part) or any(one in word for one in named)]
        if len(shared) >= _LEAST and 2 * sum(word in clause for word in named) >= len(named):
            return shared
    return []


def refused_under_heading(case: Case, clause: str) -> str | None:
    """The words that refuse what their heading names (本项目期内暂不安排，待结题后再作考虑); None where none do."""
    for told, words in case.once("refusals of what a heading names", lambda: [*_refusals(case)]):
        subject = told.subject
        shared = named_by(subject, clause) or _on_it_alone(case, told, clause)
        if shared and not _is_rival(case, subject, clause, len(shared)):
            return words
    return None


def _on_it_alone(case: Case, told: Told, clause: str) -> list[str]:
    """茶渣 of 丁、茶渣。浸提后的茶渣，不列入本项目研究内容: the heading is one word, and the sentence is on it."""
    pieces = _PIECE.split(told.sentence)
    general = general_names(case)
    for part in (told.title, *told.subject.split("，")):
        out = part != "" and part in pieces[0] and any(map(_OUT.fullmatch, pieces[1:]))
        if out and part not in general and part in words_of(clause):
            return [part]
    return []


def put_off_under_heading(case: Case, clause: str) -> str | None:
    """The words that put off what their heading names, and most of what stands under it; None where none do.

    备件的品种和地点尚未确定，待立项之后再行研究 under 岛上用户的备品备件: the heading alone answers nothing.
    """
    for section in case.submission.sections:
        if 0 < section.chars <= _BRIEF and (shared := named_by(section.title, clause)):
            said = deferred(clause, section.text)
            if (
                said is not None
                and 2 * len(said) > section.chars
                and not _is_rival(case, section.title, clause, len(shared))
            ):
                return said
    return None


def _refusals(case: Case) -> Iterator[tuple[Told, str]]:
    """Each with the words that refuse."""
    for told in told_of_work(case):
        pieces = _PIECE.split(told.sentence)
        at = next((at for at, piece in enumerate(pieces) if _REFUSED.fullmatch(piece) or _OUT.fullmatch(piece)), None)
        if at is None or SUPPOSED.search(told.sentence):
            continue
        if _OUT.fullmatch(pieces[at]) or any(map(_LATER.search, pieces[at + 1 :])):
            yield told, "，".join(pieces[at : at + 2])


def _is_rival(case: Case, subject: str, clause: str, shared: int) -> bool:
    """The heading is on another clause rather."""
    others = (o.name for o in case.of("task_requirement") if o.name != clause)
    return any(len(named_by(subject, other)) > shared for other in others)
