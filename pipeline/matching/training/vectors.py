"""Word vectors: positive PMI of neighbouring pieces, reduced by randomized SVD, scaled by SIF."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

WINDOW = 5
DIMENSIONS = 256
_SMOOTHING = 0.75
"""Context counts to this power: rare contexts weigh less (Levy, Goldberg and Dagan 2015)."""
_SIF = 2e-4
"""Arora, Liang and Ma 2017: a piece of probability p weighs a / (a + p)."""
_CHUNK = 2_000_000
_SAMPLE = 5_000
_NOTHING = 1e-9

Ids = NDArray[np.int32]
Vectors = NDArray[np.float32]


def ppmi_vectors(documents: Sequence[Ids], size: int, seed: int) -> Vectors:
    """A unit vector a piece; zero where never seen.

    ``documents`` are the identifiers of the pieces of one text each, 0 (unknown) is left out of the counting. The
    singular values are left out: every one of the 256 dimensions counts the same (better on every set).
    """
    from sklearn.utils.extmath import randomized_svd  # type: ignore[import-untyped]

    left, _, _ = randomized_svd(_positive_pmi(_stream(documents), size), DIMENSIONS, n_iter=3, random_state=seed)
    vectors = left.astype(np.float32)
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.where(norms > _NOTHING, vectors / np.maximum(norms, _NOTHING), 0.0).astype(np.float32)


def weigh(
    vectors: Vectors, shares: NDArray[np.float64], emphasis: NDArray[np.float64], documents: Sequence[Ids]
) -> Vectors:
    """The vectors scaled by SIF (``shares`` of all words) and by part of speech, the common direction taken out."""
    scaled = (vectors * (_SIF / (_SIF + shares) * emphasis)[:, None]).astype(np.float32)
    common = _common_direction(scaled, documents)
    return np.asarray(scaled - np.outer(scaled @ common, common), dtype=np.float32)


def _common_direction(vectors: Vectors, documents: Sequence[Ids]) -> Vectors:
    step = max(len(documents) // _SAMPLE, 1)
    means = np.stack([vectors[ids].mean(axis=0) for ids in documents[::step] if len(ids)])
    means /= np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
    direction: Vectors = np.linalg.svd(means, full_matrices=False)[2][0]
    return direction


def _positive_pmi(stream: Ids, size: int) -> Any:
    from scipy import sparse  # type: ignore[import-untyped]

    joint = _cooccurrence(stream, size).tocoo()
    rows = np.asarray(joint.tocsr().sum(axis=1)).ravel().astype(np.float64)
    contexts = rows**_SMOOTHING
    contexts /= contexts.sum()
    pmi = np.log(joint.data / (rows[joint.row] * contexts[joint.col]))
    keep = pmi > 0
    entries = (pmi[keep].astype(np.float32), (joint.row[keep], joint.col[keep]))
    return sparse.csr_matrix(entries, shape=(size, size), dtype=np.float32)


def _stream(documents: Sequence[Ids]) -> Ids:
    """All documents in one row, WINDOW unknown pieces between them so that no window crosses a border."""
    gap = np.zeros(WINDOW, dtype=np.int32)
    return np.concatenate([part for ids in documents for part in (ids, gap)])


def _cooccurrence(stream: Ids, size: int) -> Any:
    """How often two pieces stand within the window, a pair at distance d counting 1/d; symmetric."""
    from scipy import sparse

    total = sparse.csr_matrix((size, size), dtype=np.float32)
    for start in range(0, len(stream), _CHUNK):
        chunk = stream[start : start + _CHUNK + WINDOW]
        for distance in range(1, WINDOW + 1):
            right = chunk[distance : distance + _CHUNK]
            left = chunk[: len(right)]
            known = (left > 0) & (right > 0)
            weight = np.full(int(known.sum()), 1.0 / distance, dtype=np.float32)
            total = total + sparse.coo_matrix((weight, (left[known], right[known])), shape=(size, size)).tocsr()
    return total + total.T
