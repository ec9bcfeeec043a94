"""The table while it is trained: what a piece learns is shared with the pieces that are made of the same parts.

A vector is the piece's own plus the mean of what its parts (the shorter words and the characters in it) have learnt,
times a factor of its own. So 液冷机柜 learns from every text with 液冷, and how much a piece counts is learnt faster
than where it points. All of it is folded into one vector a piece at the end and costs nothing at run time.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.matching.lexicon import segmenter

Vectors = NDArray[np.float32]


def parts(pieces: Sequence[str]) -> list[list[int]]:
    """For each piece the rows of the shorter words and characters in it; the piece itself where it has none.

    The unknown piece (row 0) has none at all.
    """
    row = {word: index for index, word in enumerate(pieces)}
    cut = segmenter().lcut_for_search
    found: list[list[int]] = [[]]
    for index, word in enumerate(pieces[1:], 1):
        inner = (*cut(word, HMM=False), *word) if len(word) > 1 and not word.isascii() else ()
        found.append([row[part] for part in inner if part != word and part in row] or [index])
    return found


class SharedTable:
    """The trained tensors: ``own`` and ``common`` (a vector a piece) and ``factors`` (a logarithm a piece)."""

    def __init__(self, vectors: Vectors, parts: Sequence[Sequence[int]]) -> None:
        import torch

        self.own = torch.nn.Parameter(torch.from_numpy(vectors.copy()))
        self.common = torch.nn.Parameter(torch.zeros_like(self.own))
        self.factors = torch.nn.Parameter(torch.zeros(len(vectors), 1))
        self._lengths = self.own.detach().norm(dim=1, keepdim=True)
        self._share = _sharing(parts)

    def vectors(self) -> Any:
        """A vector a piece, differentiable."""
        return (self.own + self._lengths * self._share(self.common)) * self.factors.exp()


def _sharing(parts: Sequence[Sequence[int]]) -> Any:
    """The function that gives each row the mean of the rows of its parts."""
    import torch

    sizes = np.array([len(each) for each in parts])
    rows = np.repeat(np.arange(len(parts)), sizes)
    columns = np.concatenate([np.asarray(each, dtype=np.int64) for each in parts])
    weights = torch.from_numpy((1 / np.repeat(sizes, sizes)).astype(np.float32))
    size = (len(parts), len(parts))

    def matrix(down: NDArray[np.int64], across: NDArray[np.int64]) -> Any:
        made = torch.sparse_coo_tensor(torch.from_numpy(np.stack([down, across])), weights, size, check_invariants=True)
        return made.coalesce()

    forward, backward = matrix(rows, columns), matrix(columns, rows)

    class Sharing(torch.autograd.Function):
        """Torch's own backward of a sparse product makes the dense square matrix."""

        @staticmethod
        def forward(context: Any, common: Any) -> Any:  # noqa: ARG004
            return forward @ common

        @staticmethod
        def backward(context: Any, gradient: Any) -> Any:  # noqa: ARG004
            return backward @ gradient

    return Sharing.apply
