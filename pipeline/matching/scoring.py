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
from pipeline.matching.folding import fold
from pipeline.matching.lexical import Bm25, bigrams
from pipeline.matching.lexicon import field_lines
from pipeline.matching.sentence_model import Pieces, Vectors, unit
from pipeline.matching.static_model import Ids, StaticModel, flat

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

RETRIEVAL = Weights(mean=0.72, late=0.0, words=0.28)
"""Title or half of a text against thousands of texts (benchmarks and search): exact words decide."""


_CONTRAST = 1.5
"""Cosines with the fields are raised to this power, so that the nearest fields make the profile."""


def z_scores(scores: Scores) -> Scores:
    """Along the last axis scores with mean 0 and deviation 1; all zero where they do not differ."""
    if not scores.size:
        return scores
    centred = scores - scores.mean(axis=-1, keepdims=True)
    deviation = np.sqrt((centred**2).mean(axis=-1, keepdims=True))
    found: Scores = np.where(deviation > 1e-9, centred / np.where(deviation > 1e-9, deviation, 1.0), 0.0)
    return found


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
        self._bm25 = Bm25([bigrams(text) for text in texts])
        static = encoder.static
        if static is not None:
            ids = static.ids([fold(text) for text in texts])
            self._vectors = static.encode([fold(text) for text in texts])
            unique, self._places = np.unique(flat(ids)[2], return_inverse=True)
            self._pieces, sizes = static.rows(unique)[0], [len(one) for one in ids]
        else:
            self._vectors = encoder.encode(texts)
            pieces = [vectors for vectors, _ in encoder.pieces(texts)]
            self._pieces, sizes = np.concatenate([self._vectors[:0], *pieces]), [len(one) for one in pieces]
            self._places = np.arange(len(self._pieces))
        self._bounds = np.cumsum([0, *sizes])
        self._filled = np.flatnonzero(np.diff(self._bounds))

    def _best(self, vectors: Vectors) -> Vectors:
        """For each piece of a query its best cosine in each candidate that has pieces."""
        cosines = np.ascontiguousarray((vectors @ self._pieces.T).T)[self._places]  # rows: reduced several times faster
        best = np.maximum.reduceat(cosines, self._bounds[:-1][self._filled], axis=0)
        return np.ascontiguousarray(best.T)

    def mean(self, query: str) -> Scores:
        """Cosine of the mean vectors."""
        found: Scores = (self._vectors @ self._encoder.encode([query], query=True)[0]).astype(np.float64)
        return found

    @cached_property
    def _fields(self) -> tuple[Fields, Vectors]:
        fields = Fields(self._encoder)
        return fields, fields.profile(self._vectors)

    def _fields_all(self, queries: Vectors) -> Scores:
        """Cosine of the profiles over the lexicon's fields, a row a query."""
        fields, profiles = self._fields
        found: Scores = (fields.profile(queries) @ profiles.T).astype(np.float64)
        return found

    def late(self, query: str) -> Scores:
        """Late interaction of the query's pieces with each candidate's."""
        vectors, weights = self._encoder.pieces([query])[0]
        found = np.zeros(self.size)
        if len(vectors) and len(self._filled):
            found[self._filled] = (self._best(vectors) * weights[:, None]).sum(axis=0) / weights.sum()
        return found

    def _late_rows(self, ids: Sequence[Ids], static: StaticModel) -> Scores:
        """Late interaction of queries given as rows of the model's table; each row is compared once for all queries."""
        filled, starts, rows = flat(ids)
        found = np.zeros((len(ids), self.size))
        if not filled or not len(self._filled):
            return found
        new = np.unique(rows[~self._compared[rows]])
        if len(new):
            self._nearest[np.ix_(new, self._filled)] = self._best(static.rows(new)[0])
            self._compared[new] = True
        weights = static.lengths(rows)[:, None]
        total = np.add.reduceat(weights, starts)
        found[filled] = np.add.reduceat(self._nearest[rows] * weights, starts) / total
        return found

    @cached_property
    def _compared(self) -> NDArray[np.bool_]:
        """Which rows of the model's table were compared with the candidates."""
        return np.zeros(self._encoder.static.size if self._encoder.static else 0, dtype=np.bool_)

    @cached_property
    def _nearest(self) -> Vectors:
        """For each row of the model's table its best cosine in each candidate, as far as it was asked for."""
        return np.zeros((len(self._compared), self.size), dtype=np.float32)

    def word_share(self, query: str) -> Scores:
        """BM25 as a share of the score that the query would have against a text with all its terms once, 0 to 1."""
        terms = bigrams(query)
        full = sum(self._bm25.weight(term) for term in terms)
        return np.minimum(self._bm25.scores(terms) / full, 1.0) if full else np.zeros(self.size)

    def mixed(self, query: str, weights: Weights) -> Scores:
        """The weighted sum of the z-scores over the candidates."""
        found: Scores = self.mixed_all([query], weights)[0]
        return found

    def mixed_all(self, queries: Sequence[str], weights: Weights, together: bool = False) -> Scores:
        """A row a query: the weighted sum of the z-scores; ``together`` adds a row for all queries as one text."""
        terms = [bigrams(query) for query in queries]
        terms += [tuple(term for each in terms for term in each)] if together else []
        mixed: Scores = weights.words * z_scores(self._bm25.scores_all(terms))
        static = self._encoder.static
        if static is not None:
            folded = [fold(query) for query in queries]
            ids, vectors = static.ids(folded), static.encode(folded)
            if together and ids:
                ids.append(np.concatenate(ids))
                vectors = np.concatenate([vectors, static.means(ids[-1:])])
            asked = vectors
            late = self._late_rows(ids, static) if weights.late else None
        else:
            texts = [*queries, "\n".join(queries)] if together else queries
            vectors, asked = self._encoder.encode(texts), self._encoder.encode(texts, query=True)
            late = np.stack([self.late(text) for text in texts]) if weights.late else None
        if weights.mean:
            mixed = mixed + weights.mean * z_scores((asked @ self._vectors.T).astype(np.float64))
        if late is not None:
            mixed = mixed + weights.late * z_scores(late)
        if weights.fields:
            mixed = mixed + weights.fields * z_scores(self._fields_all(vectors))
        return mixed


def shares(scores: Scores, sharpness: float) -> Scores:
    """Scores as shares that sum to one (softmax), rounded so that every machine prints the same."""
    powers = np.exp(sharpness * (scores - scores.max()))
    rounded: Scores = np.round(powers / powers.sum(), 6)
    return rounded
