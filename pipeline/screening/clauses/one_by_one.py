"""A list of requirements that the application goes through one by one, and the one that it passes over."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.screening.application.labels import alike
from pipeline.screening.case import Case
from pipeline.screening.clauses.clause_words import is_half_said, letters_of, share, words_of
from pipeline.screening.clauses.work import general_names, sentences_of_work
from schemas.notice import Obligation

_APART = 6  # characters between two points of one list: ；（3）
_FEWEST, _MOST = 3, 8  # points of a list
_LEFT_OUT = 1  # points passed over
# （1）抗原须…。, 关于兼顾河道水位：, 二是与平台对接，: what heads the answer
_NUMBER = re.compile(
    r"^\s{0,4}(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）.、．]|[①-⑩]|[一二三四五六七八九]是|第[一二三四五六七八九][，、：:]|要求\s?[一二三四五\d][:：、])?\s?"
)
_ABOUT = re.compile(r"^(?:关于|对于|针对|就|落实|响应|回应|对)[“「]?")
_END = re.compile(r"[。：:；;\n]|(?:方面)?[，,]")
_LONGEST = 40  # characters of such a head
_QUOTED, _SAME = 0.7, 0.6  # the share of a point's words that its head says, or how alike both are
_UNSAID, _HALF_SAID = 0.34, 0.67  # of the words of the one passed over, and of what it asks besides, in any sentence
_OWN_WORDS = 2
_LIKELY = 0.1


def passed_over(case: Case, obligation: Obligation, gap: float) -> bool:
    """The other points of its list head an answer each, in whatever order; of this one no sentence speaks.

    ``gap`` is how likely it is unanswered: what is sure to be told in other words is not passed over.
    """
    if gap < _LIKELY:
        return False
    return obligation.id in case.once("clauses passed over", lambda: frozenset(_passed_over(case)))


def _passed_over(case: Case) -> Iterator[str]:
    heads = case.once("heads of answers", lambda: list(_heads(case)))
    for points in _lists(case):
        left = [point for point in points if not any(_heads_it(head, one) for one in point for head in heads)]
        if len(left) != _LEFT_OUT:
            continue
        first, *others = left[0]
        told = _is_spoken_of(case, first, _UNSAID) or any(_is_spoken_of(case, one, _HALF_SAID) for one in others)
        if not told:
            yield first.id


def _lists(case: Case) -> Iterator[Sequence[Sequence[Obligation]]]:
    """Points that follow each other in the call: clauses parted by a comma are one point."""
    clauses = sorted(case.of("task_requirement"), key=lambda one: one.evidence.start)
    points: list[list[Obligation]] = []
    found: list[list[list[Obligation]]] = []
    for before, clause in pairwise([None, *clauses]):
        assert clause is not None
        apart = clause.evidence.start - before.evidence.end if before is not None else _APART + 1
        if 0 <= apart <= 1 and points:
            points[-1].append(clause)
            continue
        if not 0 <= apart <= _APART:
            points = []
            found.append(points)
        points.append([clause])
    return (one for one in found if _FEWEST <= len(one) <= _MOST)


def _heads(case: Case) -> Iterator[str]:
    """How each line of the work begins, without its number."""
    for passage in case.submission.passages:
        for line in passage.text.split("\n"):
            words = _ABOUT.sub("", _NUMBER.sub("", line.strip()))
            head = _END.split(words, maxsplit=1)[0]
            if len(head) <= _LONGEST and len(head) < len(line):
                yield re.sub(r"\s", "", head)


def _heads_it(head: str, clause: Obligation) -> bool:
    own = words_of(clause.name)
    said = share([is_half_said(word, letters_of(head)) for word in own]) if len(own) >= _OWN_WORDS else 0.0
    return said >= _QUOTED or alike(head, clause.name) >= _SAME


def _is_spoken_of(case: Case, clause: Obligation, least: float) -> bool:
    """Some sentence says more than such a share of its words; one of few words nobody can tell."""
    general = general_names(case)
    own = [word for word in words_of(clause.name) if word not in general]
    if len(own) < _OWN_WORDS:
        return True
    return any(
        share([is_half_said(word, said) for word in own]) > least for said in map(letters_of, sentences_of_work(case))
    )
