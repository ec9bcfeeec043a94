"""Matcher: one notice, and everything that is compared with it."""

from collections.abc import Sequence
from functools import cached_property

from pipeline.matching import clauses
from pipeline.matching.directions import DirectionRanker
from pipeline.matching.encoder import Encoder
from pipeline.matching.nearness import Nearness, nearness
from pipeline.matching.titles import align, similarity
from schemas.match import ClauseMatch, DirectionScore
from schemas.notice import Notice, Obligation
from schemas.submission import Submission


class Matcher:
    """Proposes directions, passages and headings for one notice; the notice's side is computed once.

    Nothing is loaded before it is needed. The same input gives the same scores on every run.
    """

    def __init__(self, notice: Notice, encoder: Encoder | None = None) -> None:
        self.notice = notice
        self.encoder = encoder or Encoder()

    @cached_property
    def _directions(self) -> DirectionRanker:
        return DirectionRanker(self.notice, self.encoder)

    def rank_directions(self, text: str) -> list[DirectionScore]:
        """All directions of the notice for a text in an applicant's words, best first; the scores sum to one.

        Raises:
            UsageError: the model cannot be loaded (so for every method).
        """
        return self._directions.rank_text(text)

    def rank_submission(self, submission: Submission) -> list[DirectionScore]:
        """All directions for what an application says of its work (ticks and option lists left out), best first.

        ``passages`` are the passages that speak most for a direction. The scores sum to one.
        """
        return self._directions.rank_submission(submission)

    def match_clauses(self, obligations: Sequence[Obligation], submission: Submission) -> list[ClauseMatch]:
        """For each obligation of kind task_requirement or numeric_target, in order: best passages and probability."""
        return clauses.match_all(obligations, self.notice, submission, self.encoder)

    def align_sections(
        self,
        template_titles: Sequence[str],
        titles: Sequence[str],
        guidance: Sequence[str | None] = (),
    ) -> list[tuple[int | None, float]]:
        """For each title of the template the index of the applicant's title that stands for it (or None), and a score.

        See :func:`pipeline.matching.titles.align`.
        """
        return align(template_titles, titles, self.encoder, guidance)

    def similarity(self, a: str, b: str) -> float:
        """How likely two names (of proofs, headings, fields) mean the same, 0 to 1."""
        return similarity(a, b, self.encoder)

    def nearness(self, sentences: Sequence[str], clauses: Sequence[str]) -> Nearness:
        """How near each sentence is to each clause in meaning."""
        return nearness(sentences, clauses, self.encoder)
