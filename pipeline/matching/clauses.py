"""Whether an application speaks in substance about one clause of a task or goal."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.matching import logistic
from pipeline.matching.encoder import Encoder
from pipeline.matching.lexical import bigrams
from pipeline.matching.passages import bare, headed, is_copy, sentences, speaking
from pipeline.matching.restated import followed
from pipeline.matching.scoring import PASSAGES, Candidates, Scores, late_interaction
from schemas.match import ClauseMatch, PassageScore
from schemas.notice import Notice, Obligation
from schemas.submission import Submission

_TOP = 3
_RELATED = 0.15  # mixed score from which a sentence behind a copied clause may say how it is done
MATCHED_KINDS = frozenset({"task_requirement", "numeric_target"})


@dataclass(frozen=True, slots=True)
class Features:
    """What the probability rests on, each 0 to 1; best sentence unless said otherwise.

    ``cosine`` of mean vectors, ``late`` interaction, ``words`` BM25 share, ``shared`` share of the clause's bigrams in
    the best three sentences, ``coverage`` late interaction with the best three sentences together, ``margin`` the best
    sentence's lead over the median one.
    """

    cosine: float
    late: float
    words: float
    shared: float
    coverage: float
    margin: float


def probability(features: Features) -> float:
    """The logistic model's answer (``clauses.json``), rounded to four digits."""
    return logistic.probability(logistic.coefficients("pipeline.matching", "clauses.json"), astuple(features))


class ClauseMatcher:
    """The sentences of one application, ready to be asked about clauses."""

    def __init__(self, notice: Notice, submission: Submission, encoder: Encoder) -> None:
        self._encoder = encoder
        asked = bare("\n".join(f"{one.task}\n{one.goal or ''}" for one in notice.directions))
        passages = submission.passages
        self._sentences = headed(sentences(passages, speaking(submission, notice)), passages, asked)
        self._candidates = Candidates([one.text for one in self._sentences], encoder)
        own = [not is_copy(one.text, asked) for one in self._sentences]
        self._own = np.array(own, dtype=bool)
        self._followed = followed(self._sentences, own, passages)

    def match(self, obligation: Obligation) -> ClauseMatch:
        """The best passages for the obligation's words, and the probability that they are addressed.

        Sentences that only repeat the notice may be the best passages; the probability rests on the others, and on
        those copies behind which stands how it is done.
        """
        text = clause_text(obligation)
        if not self._sentences or not bigrams(text):
            return ClauseMatch(obligation_id=obligation.id, probability=0.0)
        mixed, parts = self._scores(text)
        return ClauseMatch(
            obligation_id=obligation.id,
            probability=probability(self._features(text, mixed, parts)) if self._own.any() else 0.0,
            passages=tuple(PassageScore(passage=passage, score=score) for passage, score in self._best(mixed, _TOP)),
        )

    def best(self, text: str, most: int) -> list[tuple[int, float]]:
        """The passages nearest to a clause's words, best first, with scores from 0 to 1."""
        return self._best(self._scores(text)[0], most) if self._sentences else []

    def _best(self, mixed: Scores, most: int) -> list[tuple[int, float]]:
        best: dict[int, float] = {}
        for index in np.argsort(-mixed, kind="stable"):
            best.setdefault(self._sentences[index].passage, round(float(min(max(mixed[index], 0.0), 1.0)), 4))
            if len(best) == most:
                break
        return list(best.items())

    def features(self, text: str) -> Features | None:
        """The features for a clause's words, for the calibration; None where there is nothing to compare."""
        if not self._own.any() or not bigrams(text):
            return None
        return self._features(text, *self._scores(text))

    def _scores(self, text: str) -> tuple[Scores, tuple[Scores, Scores, Scores]]:
        parts = (self._candidates.mean(text), self._candidates.late(text), self._candidates.word_share(text))
        mixed = PASSAGES.mean * parts[0] + PASSAGES.late * parts[1] + PASSAGES.words * parts[2]
        return mixed, parts

    def _answering(self, mixed: Scores) -> NDArray[np.bool_]:
        """Which sentences may answer: the applicant's own, and a copy that own ones near the clause follow."""
        answering = self._own.copy()
        for copy, after in self._followed.items():
            answering[copy] = mixed[after].max() >= _RELATED
        return answering

    def _features(self, text: str, mixed: Scores, parts: tuple[Scores, Scores, Scores]) -> Features:
        own = np.flatnonzero(self._answering(mixed))
        order = own[np.argsort(-mixed[own], kind="stable")][:_TOP]
        together = "\n".join(self._sentences[index].text for index in order)
        clause, best = self._encoder.pieces([text, together])
        terms = bigrams(text)
        there = set(bigrams(together))
        return Features(
            cosine=float(parts[0][own].max()),
            late=float(parts[1][own].max()),
            words=float(parts[2][own].max()),
            shared=sum(term in there for term in terms) / len(terms),
            coverage=late_interaction(clause, best),
            margin=float(mixed[own].max() - np.median(mixed)),
        )


def clause_text(obligation: Obligation) -> str:
    """The words that the application has to answer: the clause's, else the evidence's, else the name."""
    if obligation.clause is not None:
        return obligation.clause.text
    if obligation.target is not None:
        return obligation.target.evidence.text
    return obligation.evidence.text or obligation.name


def match_all(
    obligations: Sequence[Obligation], notice: Notice, submission: Submission, encoder: Encoder
) -> list[ClauseMatch]:
    """One match for each obligation of :data:`MATCHED_KINDS`, in their order."""
    matcher = ClauseMatcher(notice, submission, encoder)
    return [matcher.match(one) for one in obligations if one.kind in MATCHED_KINDS]
