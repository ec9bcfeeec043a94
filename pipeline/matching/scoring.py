"""How a text is compared with candidates: mean vectors, late interaction, BM25 and fields, mixed as z-scores.

The one place for weights. For one query and a fixed list of candidates each of the scores is turned into a
z-score over the candidates (so that only the differences between candidates count), and the mix is their weighted sum.
Ranks are not fused: equal-weight rank fusion lost against z-scores on every set (docs/matching.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from pipeline.matching.encoder import Encoder
from pipeline.matching.lexical import Bm25, bigrams
from pipeline.matching.lexicon import field_lines
from pipeline.matching.sentence_model import Pieces, Vectors, unit

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weights:
    """The share of each score in the mix."""

    mean: float
    late: float
    words: float
    fields: float = 0.0


DIRECTIONS = Weights(mean=0.2, late=0.2, words=0.1, fields=0.5)
"""A text against the directions of a notice: few long candidates, other words."""

SUBMISSIONS = Weights(mean=0.35, late=0.35, words=0.2, fields=0.1)
"""A sentence of an application against the directions: it speaks of money and dates too."""

PASSAGES = Weights(mean=0.35, late=0.4, words=0.25)
"""A clause against the passages of an application: many short candidates, often the same words."""

RETRIEVAL = Weights(mean=0.65, late=0.0, words=0.35)
"""Title or half of a text against thousands of texts (benchmarks and search): exact words decide."""


_CONTRAST = 1.5
"""Cosines with the fields are raised to this power, so that the nearest fields make the profile."""


def z_scores(scores: Scores) -> Scores:
    """Scores with mean 0 and deviation 1; all zero where they do not differ."""
    deviation = scores.std()
    return (scores - scores.mean()) / deviation if deviation > 1e-9 else np.zeros_like(scores)


def late_interaction(query: Pieces, candidate: Pieces) -> float:
    """For each piece of the query its best cosine in the candidate, the mean weighted by the pieces' weights."""
    vectors, weights = query
    if not len(vectors) or not len(candidate[0]):
        return 0.0
    best = (vectors @ candidate[0].T).max(axis=1)
    return float((best * weights).sum() / weights.sum())


class Fields:
    """How near texts are to each field of the lexicon: a profile that two texts of other words can share."""

    def __init__(self, encoder: Encoder) -> None:
        self._lines = encoder.encode([" ".join(line) for line in field_lines()])

    def profile(self, vectors: Vectors) -> Vectors:
        """For each row the cosines with the fields, what is near standing out, of length one."""
        return unit(np.maximum(vectors @ self._lines.T, 0.0) ** _CONTRAST)


class Candidates:
    """Texts that queries are compared with; their side is computed once."""

    def __init__(self, texts: Sequence[str], encoder: Encoder) -> None:
        self._encoder = encoder
        self.size = len(texts)
        self._vectors = encoder.encode(texts)
        self._pieces = encoder.pieces(texts)
        self._bm25 = Bm25([bigrams(text) for text in texts])
        self._bounds = np.cumsum([0, *(len(pieces[0]) for pieces in self._pieces)])
        self._filled = np.flatnonzero(np.diff(self._bounds))
        self._stack = np.concatenate([pieces[0] for pieces in self._pieces]) if texts else self._vectors

    def mean(self, query: str) -> Scores:
        """Cosine of the mean vectors."""
        found: Scores = (self._vectors @ self._encoder.encode([query], query=True)[0]).astype(np.float64)
        return found

    @cached_property
    def _fields(self) -> tuple[Fields, Vectors]:
        fields = Fields(self._encoder)
        return fields, fields.profile(self._vectors)

    def fields(self, query: str) -> Scores:
        """Cosine of the profiles over the lexicon's fields."""
        fields, profiles = self._fields
        found: Scores = (profiles @ fields.profile(self._encoder.encode([query]))[0]).astype(np.float64)
        return found

    def late(self, query: str) -> Scores:
        """Late interaction of the query's pieces with each candidate's."""
        vectors, weights = self._encoder.pieces([query])[0]
        found = np.zeros(self.size)
        if not len(vectors) or not len(self._stack):
            return found
        best = np.maximum.reduceat(vectors @ self._stack.T, self._bounds[:-1][self._filled], axis=1)
        found[self._filled] = (best * weights[:, None]).sum(axis=0) / weights.sum()
        return found

    def words(self, query: str) -> Scores:
        """BM25 over character bigrams."""
        return self._bm25.scores(bigrams(query))

    def word_share(self, query: str) -> Scores:
        """BM25 as a share of the score that the query would have against a text with all its terms once, 0 to 1."""
        terms = bigrams(query)
        full = sum(self._bm25.weight(term) for term in terms)
        return np.minimum(self._bm25.scores(terms) / full, 1.0) if full else np.zeros(self.size)

    def mixed(self, query: str, weights: Weights) -> Scores:
        """The weighted sum of the z-scores over the candidates."""
        mixed = weights.words * z_scores(self.words(query))
        if weights.mean:
            mixed = mixed + weights.mean * z_scores(self.mean(query))
        if weights.late:
            mixed = mixed + weights.late * z_scores(self.late(query))
        if weights.fields:
            mixed = mixed + weights.fields * z_scores(self.fields(query))
        return mixed


def shares(scores: Scores, sharpness: float) -> Scores:
    """Scores as shares that sum to one (softmax), rounded so that every machine prints the same."""
    powers = np.exp(sharpness * (scores - scores.max()))
    rounded: Scores = np.round(powers / powers.sum(), 6)
    return rounded
