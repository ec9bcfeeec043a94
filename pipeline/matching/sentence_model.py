"""A sentence-embedding model, through sentence-transformers: whole texts, and the pieces of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from schemas.errors import UsageError

Vectors = NDArray[np.float32]
Pieces = tuple[Vectors, Vectors]
"""Unit vectors of a text's pieces, one a row, and the weight of each (not normalised)."""

_BATCH, _STATIC_BATCH = 32, 1024
_QUERY = "query"
"""The name under which a model keeps its prompt for what is sought."""


def unit(vectors: Vectors) -> Vectors:
    """Rows of length one; a zero row stays zero."""
    norms = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return (vectors / np.where(norms > 0, norms, 1.0)).astype(np.float32)


class SentenceModel:
    """Any sentence-transformers model; one thread, so that every run gives the same numbers.

    A static model (a table of vectors, as the one that ships) gives its pieces from the table, each weighted by its
    vector's length.
    """

    def __init__(self, name: str, device: str | None = None, batch: int = _BATCH) -> None:
        """Loads a folder or a name that the local cache (or, where allowed, the hub) has.

        Raises:
            UsageError: it cannot be loaded; the message says what to do.
        """
        import torch
        from sentence_transformers import SentenceTransformer

        torch.set_num_threads(1)
        try:
            self._model = cast(Any, SentenceTransformer(name, device=device))
        except Exception as error:  # tokenizers raises bare Exception for a broken file
            raise UsageError(cannot_load(name, str(error).strip().splitlines()[0] if str(error) else "")) from error
        self._batch = batch
        first = cast(Any, self._model[0])
        self._static = first if type(first).__name__ == "StaticEmbedding" else None
        if self._static is not None:
            table = self._static.embedding.weight.detach().cpu().numpy().astype(np.float32)
            self._lengths: Vectors = np.linalg.norm(table, axis=1).astype(np.float32)
            self._table: Vectors = unit(table)

    @property
    def static(self) -> bool:
        """Whether the model is a table of vectors."""
        return self._static is not None

    @property
    def has_query_prompt(self) -> bool:
        """Whether the model has a prompt of its own for what is sought."""
        return bool(getattr(self._model, "prompts", {}).get(_QUERY))

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self.encode(["人工智能"]).shape[1])

    def encode(self, texts: Sequence[str], query: bool = False) -> Vectors:
        """A unit vector a text; zero where the model has no piece of it. ``query``: with the model's prompt."""
        size = self._batch if self._static is None else _STATIC_BATCH
        prompt = _QUERY if query and self.has_query_prompt else None
        vectors = self._model.encode(
            list(texts), prompt_name=prompt, batch_size=size, show_progress_bar=False, convert_to_numpy=True
        )
        return unit(np.asarray(vectors, dtype=np.float32))

    def pieces(self, texts: Sequence[str]) -> list[Pieces]:
        """The pieces of each text for late interaction; an unknown piece (length zero) is left out.

        Raises:
            TypeError: the model is not static.
        """
        if self._static is None:
            raise TypeError("only a static model has a vector a piece")
        found = self._static.tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return [self._rows(one.ids) for one in found]

    def _rows(self, ids: Sequence[int]) -> Pieces:
        known = np.array([i for i in ids if self._lengths[i] > 0], dtype=np.int64)
        return self._table[known], self._lengths[known]


def is_folder(name: str) -> bool:
    """Whether the name is a sentence-transformers folder on this machine."""
    return (Path(name) / "modules.json").is_file()


def cannot_load(name: str, reason: str) -> str:
    """One line for a person: what failed and what to do."""
    return (
        f"the model {name!r} cannot be loaded ({reason}); name a sentence-transformers folder on this machine, "
        "or load it once where the network reaches the hub with JIEBANG_HUB=1, or leave --model out for our own"
    )
