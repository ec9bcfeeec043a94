"""Things that a call names among those it counts (甲、乙、丙等5个以上), of which the application leaves one out."""

import re
from collections.abc import Iterator

from pipeline.screening.case import Case
from pipeline.screening.clauses.asides import is_aside
from pipeline.screening.clauses.work import sentences_of_work
from schemas.facts import Target

_LISTED = re.compile(
    r"(?P<list>[\u4e00-\u9fffA-Za-z]{2,8}(?:[、，][\u4e00-\u9fffA-Za-z]{2,8}){1,8}?)等(?=不?[少低超至]?[于过]?\d)"
)
_LEAD = re.compile(r"^(?:其中|包括|含|支持|覆盖|重点|面向|对|在)+")
_UNIT, _PIECE = re.compile(r"[；;]"), re.compile(r"[，,]")
_BEGINS = re.compile(r"^(?:其中|但|而|因此|故)?(?:的)?")
# 不列入本次范围, 暂不支持, 不在本期研究范围之内; not 不另设识别模型, which refuses another thing
_OUT = re.compile(
    r"(?:暂|均|都|也|则|故|现)?不(?:再|予|作)?(?:列入|纳入|计入|包括|包含|覆盖|支持|安排|考虑|涉及)(?:[本该此][次期项]?|任务|项目|课题|范围|内容|之?内|之中|研究|研发|攻关|考核|验收|交付|的)*"
    r"|(?:暂|均|都|也|则)?不在[^，。；]{0,12}(?:范围|之?[内列])[内中]?|(?:暂缓|留待|放[到在]|推迟到)[^，。；]{1,12}"
)
_NEAR = 2  # pieces behind the one that begins with the name
_ELSEWHERE = 2  # sentences that say it all the same


def named_left_out(case: Case, required: Target) -> str | None:
    """The words, without white space, that leave out one of the things named; None where none do."""
    named = _named(required)
    sentences = sentences_of_work(case) if named else ()
    for name in named:
        said = [sentence for sentence in sentences if name in sentence]
        for sentence in said:
            words = next(_left_out(sentence, name), None)
            if words is not None and len(said) - 1 < _ELSEWHERE:
                return words
    return None


def _named(required: Target) -> list[str]:
    listed = _LISTED.search(re.sub(r"\s", "", required.evidence.text))
    return [_LEAD.sub("", name) for name in re.split("[、，]", listed["list"])] if listed is not None else []


def _left_out(sentence: str, name: str) -> Iterator[str]:
    """法语因语料未谈妥，不列入本次范围: a piece that begins with the name, and refuses or is followed by what does."""
    for unit in _UNIT.split(sentence):
        pieces = _PIECE.split(unit)
        for at, piece in enumerate(pieces):
            if not _BEGINS.sub("", piece).startswith(name):
                continue
            for end in range(at, min(at + _NEAR, len(pieces))):
                words = "，".join(pieces[at : end + 1])
                if _is_out(pieces[end], name) and not is_aside(words, pieces[end]):
                    yield words


def _is_out(piece: str, name: str) -> bool:
    """The piece, its own beginning with the name left out, refuses and says nothing else."""
    said = _BEGINS.sub("", piece).removeprefix(name)
    return _OUT.fullmatch(said) is not None
