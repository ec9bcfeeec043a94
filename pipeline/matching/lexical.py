"""BM25, the lexical half of the matching: exact, small, and without a model."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import chain, count
from operator import add

import numpy as np
from numpy.typing import NDArray

from pipeline.matching.folding import fold

_RUN = re.compile(r"[0-9.]{0,20}[a-z][a-z0-9+#\-]*|[\u4e00-\u9fff]+")

_K1 = 1.2
_B = 0.75


Places = tuple[NDArray[np.int64], NDArray[np.int64]]
_NONE: Places = (np.zeros(0, np.int64), np.zeros(0, np.int64))


@lru_cache(maxsize=4096)  # directions and clauses ask for the same sentences
def bigrams(text: str) -> tuple[str, ...]:
    """Pairs of neighbouring Chinese characters (a lone one as it is) and whole Latin words; numbers are left out."""
    terms: list[str] = []
    for run in _RUN.findall(fold(text)):
        if run.isascii() or len(run) == 1:
            terms.append(run)
        else:
            terms.extend(map(add, run, run[1:]))
    return tuple(terms)


class Bm25:
    """BM25 (Robertson and Zaragoza 2009) over a fixed list of documents, each a list of terms."""

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        self._size = len(documents)
        lengths = np.array([len(document) for document in documents], dtype=np.float64)
        mean = lengths.mean() if self._size and lengths.sum() else 1.0
        self._norm = _K1 * (1 - _B + _B * lengths / mean)
        numbers: defaultdict[str, int] = defaultdict(count().__next__)
        rows = list(map(numbers.__getitem__, chain.from_iterable(documents)))
        self._rows = dict(numbers)
        owners = np.repeat(np.arange(self._size), lengths.astype(np.int64))
        pairs, counts = np.unique(np.array(rows, dtype=np.int64) * max(self._size, 1) + owners, return_counts=True)
        held, documents_of = np.divmod(pairs, max(self._size, 1))
        self._bounds = np.searchsorted(held, np.arange(len(self._rows) + 1))
        self._documents, self._counts = documents_of, counts.astype(np.int64)

    def _places(self, term: str) -> Places:
        """The documents that have the term, in order, and how often."""
        row = self._rows.get(term)
        if row is None:
            return _NONE
        span = slice(self._bounds[row], self._bounds[row + 1])
        return self._documents[span], self._counts[span]

    def weight(self, term: str) -> float:
        """The inverse document frequency of a term; the highest one for a term that no document has."""
        seen = len(self._places(term)[0])
        return math.log(1 + (self._size - seen + 0.5) / (seen + 0.5))

    def scores(self, query: Sequence[str]) -> NDArray[np.float64]:
        """A score a document, 0 where no term is shared."""
        found = np.zeros(self._size)
        for term, times in Counter(query).items():
            where, counts = self._places(term)
            found[where] += times * self.weight(term) * counts * (_K1 + 1) / (counts + self._norm[where])
        return found

    def scores_all(self, queries: Sequence[Sequence[str]]) -> NDArray[np.float64]:
        """Scores of many queries, one a row: for few documents, as each term has a row over all of them."""
        table, rows = self._table
        found = np.zeros((len(queries), self._size))
        for index, query in enumerate(queries):
            known = [row for row in map(rows.get, query) if row is not None]
            if known:
                found[index] = table[known].sum(axis=0)
        return found

    @cached_property
    def _table(self) -> tuple[NDArray[np.float64], dict[str, int]]:
        """What each term adds to each document's score, and the row of each term."""
        table = np.zeros((len(self._rows), self._size))
        for term, row in self._rows.items():
            where, counts = self._places(term)
            table[row, where] = self.weight(term) * counts * (_K1 + 1) / (counts + self._norm[where])
        return table, self._rows
