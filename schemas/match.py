"""Matches: what the matcher proposes; the checks decide."""

from schemas.record import Record


class DirectionScore(Record):
    """How well a text fits a direction; ``score`` between 0 and 1, comparable within one notice only.

    ``passages`` are the indices of the submission's passages that carried the score, best first.
    """

    number: int
    name: str
    score: float
    passages: tuple[int, ...] = ()


class PassageScore(Record):
    """A passage of the submission (index into ``Submission.passages``) and its score, 0 to 1."""

    passage: int
    score: float


class ClauseMatch(Record):
    """The best passages for one obligation, and the calibrated probability that it is addressed in substance."""

    obligation_id: str
    probability: float
    passages: tuple[PassageScore, ...] = ()
