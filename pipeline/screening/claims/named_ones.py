"""Things that a call names among those it counts (甲、乙、丙等5个以上), of which the application leaves one out."""

import re
from collections.abc import Iterator

from pipeline.screening.application.parts import narrow
from pipeline.screening.case import Case
from pipeline.screening.clauses.asides import is_aside
from pipeline.screening.clauses.work import sentences_of_work
from schemas.evidence import Evidence
from schemas.facts import Target

_LISTED = re.compile(
    r"(?P<list>[\u4e00-\u9fffA-Za-z]{2,8}(?:[、，][\u4e00-\u9fffA-Za-z]{2,8}){1,8}?)等(?=不?[少低超至]?[于过]?\d)"
)
_LEAD = re.compile(r"^(?:其中|包括|含|支持|覆盖|重点|面向|对|在)+")
# 法语因语料未谈妥: the thing itself; not 法语语料采购费用由单位自筹, 法语模型由合作方承担研制
_ITSELF = re.compile(
    r"(?:等?[一二两三四五六七八九十几][种类项]|部分|方面|等)?"
    r"(?:$|因|由于|受|鉴于|考虑到|[暂均都也则故现不未尚仍]|目前|当前|本[次期项]|在本"
    r"|(?![^，]{0,8}费)[\u4e00-\u9fff]{0,6}?(?:未|尚|没有|不足|不够|难以|缺乏|稀缺))"
)
_UNIT, _PIECE = re.compile(r"[；;]"), re.compile(r"[，,]")
_BEGINS = re.compile(r"^(?:其中|但|而|因此|故)?(?:的)?")
# 不列入本次范围, 暂不支持, 不在本期研究范围之内; not 不另设识别模型, which refuses another thing
_OUT = re.compile(
    r"(?:暂|均|都|也|则|故|现)?不(?:再|予|作)?(?:列入|纳入|计入|包括|包含|覆盖|支持|安排|考虑|涉及)(?:[本该此][次期项]?|任务|项目|课题|范围|内容|之?内|之中|研究|研发|攻关|考核|验收|交付|的)*"
    r"|(?:暂|均|都|也|则)?不在[^，。；]{0,12}(?:范围|之?[内列])[内中]?|(?:暂缓|留待|放[到在]|推迟到)[^，。；]{1,12}"
)
_NEAR = 2  # pieces behind the one that begins with the name
_ELSEWHERE = 2  # sentences that say it all the same


def named_left_out(case: Case, required: Target) -> tuple[str, Evidence | None] | None:
    """The words, without white space, that leave out one of the things named, and where; None where none do."""
    named, asked = _named(required), re.sub(r"\s", "", required.evidence.text)
    sentences = sentences_of_work(case) if named else ()
    for name in named:
        said = [sentence for sentence in sentences if name in sentence]
        for sentence in said:
            words = next(_left_out(sentence, name, asked), None)
            if words is not None and len(said) - 1 < _ELSEWHERE:
                return words, _place(case, words)
    return None


def _place(case: Case, words: str) -> Evidence | None:
    told = (p.evidence for p in case.submission.passages if words in re.sub(r"\s", "", p.text))
    found = next(told, None)
    return narrow(found, words) if found is not None else None


def _named(required: Target) -> list[str]:
    listed = _LISTED.search(re.sub(r"\s", "", required.evidence.text))
    return [_LEAD.sub("", name) for name in re.split("[、，]", listed["list"])] if listed is not None else []


def _left_out(sentence: str, name: str, asked: str) -> Iterator[str]:
    """法语因语料未谈妥，不列入本次范围: a piece that begins with the name, and refuses or is followed by what does."""
    for unit in _UNIT.split(sentence):
        pieces = _PIECE.split(unit)
        for at, piece in enumerate(pieces):
            told = _BEGINS.sub("", piece)
            if not told.startswith(name) or _ITSELF.match(_with_asked(told.removeprefix(name), asked)) is None:
                continue
            for end in range(at, min(at + _NEAR, len(pieces))):
                words = "，".join(pieces[at : end + 1])
                if _is_out(pieces[end], name) and not is_aside(words, pieces[end]):
                    yield words


def _with_asked(said: str, asked: str) -> str:
    """Without a word that the call uses too (法语播报因…): still the thing itself."""
    word = re.match(r"的?(?P<word>[\u4e00-\u9fff]{2})", said)
    return said[word.end() :] if word is not None and word["word"] in asked else said


def _is_out(piece: str, name: str) -> bool:
    """The piece, its own beginning with the name left out, refuses and says nothing else."""
    said = _BEGINS.sub("", piece).removeprefix(name)
    return _OUT.fullmatch(said) is not None
