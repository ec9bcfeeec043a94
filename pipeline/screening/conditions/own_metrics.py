"""Whether an application answers the metrics of the direction that it names, whatever its text sounds like."""

import re

from pipeline.screening.application.substance import squeeze
from schemas.notice import Notice
from schemas.outline import Role
from schemas.submission import Submission

_SILENT = frozenset({Role.INSTRUCTIONS, Role.COMMITMENT, Role.PROOFS, Role.RECOMMENDATION})
_MARKS = re.compile(r"[\W_]+")
_FEWEST = 2  # metrics that are named
_MOST = 0.5  # of all those of the direction
_SHORTEST = 3  # characters of a metric's name that is no common word


def answers_its_own(notice: Notice, submission: Submission, number: int, other: int) -> bool:
    """Most of the metrics of ``number`` are named in the text by the call's own words, and fewer of ``other``'s."""
    text = _MARKS.sub("", squeeze("".join(one.text for one in submission.passages if one.role not in _SILENT)))
    told, of = _named(notice, number, text)
    others, of_others = _named(notice, other, text)
    return told >= _FEWEST and told >= _MOST * of and told * of_others > others * of


def _named(notice: Notice, number: int, text: str) -> tuple[int, int]:
    """How many of a direction's metrics the text names, and how many it has."""
    own = [one.metric for one in notice.targets if one.direction == number and one.role == "result"]
    names = {_MARKS.sub("", squeeze(metric)) for metric in own}
    names = {name for name in names if len(name) >= _SHORTEST}
    return sum(name in text for name in names), max(len(names), 1)
