"""Which direction of a notice a text or an application belongs to."""

from collections.abc import Sequence

import numpy as np

from pipeline.matching.encoder import Encoder
from pipeline.matching.passages import Sentence, bare, sentences, speaking
from pipeline.matching.scoring import DIRECTIONS, SUBMISSIONS, Candidates, Scores, shares, z_scores
from schemas.match import DirectionScore
from schemas.notice import Direction, Notice
from schemas.submission import Submission

_SHARPNESS = 2.0
"""Turns the mix of z-scores into shares: fitted so that the best share is about how often the best is right."""

_SHARPNESS_SUBMISSION = 3.0
_TOP_PASSAGES = 3
_FULL_WEIGHT = 120
"""A sentence of so many characters or more counts fully."""


class DirectionRanker:
    """Compares texts with the directions of one notice (name, task and goal)."""

    def __init__(self, notice: Notice, encoder: Encoder) -> None:
        self._notice = notice
        self._directions = notice.directions
        self._candidates = Candidates([direction_text(one) for one in notice.directions], encoder)

    def rank_text(self, text: str) -> list[DirectionScore]:
        """All directions, best first; equal scores (an empty text) keep the notice's order."""
        if not self._directions:
            return []
        return self._ranked(shares(self._candidates.mixed(text, DIRECTIONS), _SHARPNESS), {})

    def rank_submission(self, submission: Submission) -> list[DirectionScore]:
        """All directions by what the application says of its work: no ticks, no option lists, no names of directions
        standing alone. Each sentence votes with its mix of z-scores, longer ones count more.
        """
        if not self._directions:
            return []
        indices = speaking(submission, self._notice)
        names = {bare(one.name) for one in self._directions}
        parts = [one for one in sentences(submission.passages, indices) if bare(one.text) not in names]
        texts = [one.text for one in parts]
        if submission.project and bare(submission.project) not in names:
            texts.append(submission.project)
        if not texts:
            return self._ranked(shares(np.zeros(len(self._directions)), 1.0), {})
        *each, whole = self._candidates.mixed_all(texts, SUBMISSIONS, together=True)
        votes = np.stack(each)
        weights = np.array([min(len(text), _FULL_WEIGHT) for text in texts], dtype=np.float64)
        mean = (votes * weights[:, None]).sum(axis=0) / weights.sum()
        total = z_scores(mean) + z_scores(whole)
        return self._ranked(shares(total, _SHARPNESS_SUBMISSION), self._best(parts, votes * weights[:, None]))

    def _best(self, parts: Sequence[Sentence], votes: Scores) -> dict[int, tuple[int, ...]]:
        best: dict[int, tuple[int, ...]] = {}
        for column in range(votes.shape[1]):
            ordered = np.argsort(-votes[: len(parts), column], kind="stable")
            passages = dict.fromkeys(parts[i].passage for i in ordered[: 4 * _TOP_PASSAGES])
            best[column] = tuple(passages)[:_TOP_PASSAGES]
        return best

    def _ranked(self, scores: Scores, passages: dict[int, tuple[int, ...]]) -> list[DirectionScore]:
        order = sorted(range(len(self._directions)), key=lambda index: (-scores[index], index))
        return [
            DirectionScore(
                number=self._directions[index].number,
                name=self._directions[index].name,
                score=float(scores[index]),
                passages=passages.get(index, ()),
            )
            for index in order
        ]


def direction_text(direction: Direction) -> str:
    """What stands for a direction: its name twice as much as any other word of it."""
    return "。".join(part for part in (direction.name, direction.task, direction.goal) if part)
