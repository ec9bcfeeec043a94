"""BM25, the lexical half of the matching: exact, small, and without a model."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from pipeline.matching.folding import fold

_RUN = re.compile(r"[0-9.]*[a-z][a-z0-9+#\-]*|[\u4e00-\u9fff]+")

_K1 = 1.2
_B = 0.75


def bigrams(text: str) -> list[str]:
    """Pairs of neighbouring Chinese characters (a lone one as it is) and whole Latin words; numbers are left out."""
    terms: list[str] = []
    for run in _RUN.findall(fold(text)):
        if run.isascii() or len(run) == 1:
            terms.append(run)
        else:
            terms.extend(run[i : i + 2] for i in range(len(run) - 1))
    return terms


class Bm25:
    """BM25 (Robertson and Zaragoza 2009) over a fixed list of documents, each a list of terms."""

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        self._size = len(documents)
        lengths = np.array([len(document) for document in documents], dtype=np.float64)
        mean = lengths.mean() if self._size and lengths.sum() else 1.0
        self._norm = _K1 * (1 - _B + _B * lengths / mean)
        self._postings: dict[str, list[tuple[int, int]]] = {}
        for index, document in enumerate(documents):
            for term, count in Counter(document).items():
                self._postings.setdefault(term, []).append((index, count))

    def weight(self, term: str) -> float:
        """The inverse document frequency of a term; the highest one for a term that no document has."""
        seen = len(self._postings.get(term, ()))
        return math.log(1 + (self._size - seen + 0.5) / (seen + 0.5))

    def scores(self, query: Sequence[str]) -> NDArray[np.float64]:
        """A score a document, 0 where no term is shared."""
        found = np.zeros(self._size)
        for term, times in Counter(query).items():
            idf = self.weight(term)
            for index, count in self._postings.get(term, ()):
                found[index] += times * idf * count * (_K1 + 1) / (count + self._norm[index])
        return found

    def scores_all(self, queries: Sequence[Sequence[str]]) -> NDArray[np.float64]:
        """Scores of many queries, one a row: for few documents, as each term has a row over all of them."""
        table, rows = self._table
        found = np.zeros((len(queries), self._size))
        for index, query in enumerate(queries):
            known = [row for term in query if (row := rows.get(term)) is not None]
            if known:
                found[index] = table[known].sum(axis=0)
        return found

    @cached_property
    def _table(self) -> tuple[NDArray[np.float64], dict[str, int]]:
        """What each term adds to each document's score, and the row of each term."""
        rows = {term: row for row, term in enumerate(self._postings)}
        table = np.zeros((len(rows), self._size))
        for term, row in rows.items():
            for index, count in self._postings[term]:
                table[row, index] = self.weight(term) * count * (_K1 + 1) / (count + self._norm[index])
        return table, rows
