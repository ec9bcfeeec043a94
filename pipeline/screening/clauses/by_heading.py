"""Tasks answered one by one under headings of their own (联单怎样防改, 异常从冒头到销号): the one that has none."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from pipeline.screening.case import Case
from pipeline.screening.clauses.clause_words import half_said_in
from schemas.facts import SectionRecord
from schemas.match import ClauseMatch
from schemas.notice import Obligation

_FEWEST = 3  # tasks
_ON = 0.1  # how near in meaning a heading is to a task that it is on


def has_no_heading(case: Case, obligation: Obligation, match: ClauseMatch) -> SectionRecord | None:
    """The chapter whose headings answer all the other tasks of the direction, each another one, and not this one.

    None where a word of the task is said near it, or where the headings are of another number: then they say nothing.
    """
    tasks = [one for one in case.of("task_requirement") if one.direction == obligation.direction]
    clauses = [one for one in tasks if one.clause is None or one.clause.kind != "goal"]
    if len(clauses) < _FEWEST or obligation not in clauses or half_said_in(obligation.name, case.near(match)) > 0:
        return None
    sections = case.submission.sections
    for index, chapter in enumerate(sections):
        below = _below(sections, index)
        titles = [one.title for one in below if one.level == chapter.level + 1]
        if len(titles) == len(clauses) - 1 and _answer_the_others(case, titles, clauses, obligation):
            return chapter
    return None


def _below(sections: Sequence[SectionRecord], index: int) -> Iterator[SectionRecord]:
    return takewhile(lambda one: one.level > sections[index].level, sections[index + 1 :])


def _answer_the_others(case: Case, titles: list[str], clauses: list[Obligation], left: Obligation) -> bool:
    """Each heading is on a task of its own, none on the one that is left: 材料 may be on any of them."""
    near = [[(case.matcher.similarity(one.name, title), one.id) for one in clauses] for title in titles]
    best = [max(scores) for scores in near]
    ids = {id_ for _, id_ in best}
    return len(ids) == len(titles) and left.id not in ids and min(score for score, _ in best) >= _ON
