"""What of an application speaks about its project: passages without the form's labels, options and template text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.matching.folding import fold
from schemas.facts import Passage
from schemas.notice import Notice
from schemas.outline import Role
from schemas.submission import Submission

_SILENT = frozenset({Role.INSTRUCTIONS, Role.COMMITMENT, Role.PROOFS, Role.RECOMMENDATION, Role.COVER})
"""Divisions whose words are the template's or a list of papers: they say nothing about the work."""

_SHORTEST = 8
_SHORTEST_IN_FORM = 25
_MANY_NAMES = 2
_PROFILE = re.compile(r"(?:单位|企业|公司|机构|团队)(?:基本)?(?:简介|概况|情况|信息)")
"""Headings and labels of a form under which the applicant speaks of itself, not of the work."""
_OF_WORK = re.compile(r"(?:揭榜|攻关)?(?:项目|产品|任务|内容|课题)(?:摘要|概述|简介|概况|内容|目标|介绍)|摘要")
"""Labels of a form under which the work is summed up, whatever chapter they stand in."""
_SENTENCE = re.compile(r"[^。；;！？!?\n]+[。；;！？!?\n]*")
_LEAST = 6
_RUN = 8
"""So many characters in a row that stand in another text too were copied from it."""
_COPIED = 0.8
_LABEL = 12
_MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage: ``passage`` is the index into ``Submission.passages``."""

    passage: int
    text: str


@lru_cache(maxsize=4096)  # directions and clauses ask for the same sentences
def bare(text: str) -> str:
    """Folded text without marks and white space, to compare wordings."""
    return _MARKS.sub("", fold(text))


def is_copy(sentence: str, source: str) -> bool:
    """Whether a sentence says nothing but what stands in ``source`` (a bare text): a claim without a method, a figure
    or a result of one's own.
    """
    own = bare(sentence)
    if len(own) < _RUN:
        return own in source
    runs, covered, end = _runs_of(source), 0, 0
    for at in range(len(own) - _RUN + 1):
        if own[at : at + _RUN] in runs:
            covered += at + _RUN - max(at, end)
            end = at + _RUN
    return covered >= _COPIED * len(own)


@lru_cache(maxsize=4)  # one text of directions is asked about every sentence of every application
def _runs_of(source: str) -> frozenset[str]:
    return frozenset(source[at : at + _RUN] for at in range(len(source) - _RUN + 1))


def template_texts(notice: Notice) -> frozenset[str]:
    """The bare wordings of the template's guidance and options, which an application may carry along."""
    texts: list[str | None] = [section.guidance for section in notice.sections]
    texts += [field.guidance for field in notice.form_fields]
    texts += [option for field in notice.form_fields for option in field.options]
    return frozenset(bare(text) for text in texts if text and len(text) >= _LEAST)


def speaking(submission: Submission, notice: Notice) -> list[int]:
    """Indices of the passages that speak about the work, in order.

    Left out: silent divisions, short cells of the form, the applicant's profile, the list of direction names, text
    of the template. An application without any recognised task book is taken with all that is left.
    """
    names = [bare(direction.name) for direction in notice.directions]
    template = template_texts(notice)
    return [
        index
        for index, passage in enumerate(submission.passages)
        if passage.role not in _SILENT and _speaks(passage, names, template)
    ]


def _speaks(passage: Passage, names: Sequence[str], template: frozenset[str]) -> bool:
    words = bare(passage.text)
    if len(words) < (_SHORTEST_IN_FORM if passage.role is Role.FORM else _SHORTEST) or words in template:
        return False
    if passage.role is Role.FORM and not _OF_WORK.match(words) and _is_profile(passage, words):
        return False
    named = [name for name in names if len(name) > 1 and name in words]
    return len(named) < _MANY_NAMES or sum(map(len, named)) * 2 < len(words)


def _is_profile(passage: Passage, words: str) -> bool:
    return any(_PROFILE.search(bare(title)) for title in (*passage.path, words[:_LABEL]))


def sentences(passages: Sequence[Passage], indices: Iterable[int]) -> list[Sentence]:
    """The sentences of these passages; a very short one stays with the one before it."""
    found: list[Sentence] = []
    for index in indices:
        parts: list[str] = []
        for match in _SENTENCE.finditer(passages[index].text):
            text = match.group().strip()
            if parts and len(bare(text)) < _LEAST:
                parts[-1] += text
            elif text:
                parts.append(text)
        found.extend(Sentence(index, text) for text in parts if len(bare(text)) >= _LEAST)
    return found


def headed(found: Sequence[Sentence], passages: Sequence[Passage], asked: str) -> list[Sentence]:
    """The sentences, with the headings among them that repeat what is ``asked`` (a bare text): each before its body."""
    result: list[Sentence] = []
    path: tuple[str, ...] = ()
    for one in found:
        above = passages[one.passage].path
        if above != path and above and len(bare(above[-1])) >= _LEAST and is_copy(above[-1], asked):
            result.append(Sentence(one.passage, above[-1]))
        result.append(one)
        path = above
    return result
