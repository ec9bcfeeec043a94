"""The two ways to run a sentence-embedding model: a static table read directly, and sentence-transformers.

A folder whose only trained module is ``StaticEmbedding`` (the model that ships is one) is a table of vectors and a
tokenizer; reading the two files takes 0.1 s, importing sentence-transformers over 5 s, and the vectors are the same
(a test compares them). Every other model goes through ``SentenceTransformer``.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from schemas.errors import UsageError

Vectors = NDArray[np.float32]
Pieces = tuple[Vectors, Vectors]
"""Unit vectors of a text's pieces, one a row, and the weight of each (not normalised)."""

_BATCH = 32


class Backend(Protocol):
    """What a model can do. Texts are folded and not empty."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """A unit vector a text; zero where the model has no piece of it."""
        ...

    def pieces(self, texts: Sequence[str]) -> list[Pieces]:
        """The pieces of each text for late interaction."""
        ...


def unit(vectors: Vectors) -> Vectors:
    """Rows of length one; a zero row stays zero."""
    norms = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return (vectors / np.where(norms > 0, norms, 1.0)).astype(np.float32)


class StaticModel:
    """A table of vectors, a text's vector is the mean of its pieces'."""

    def __init__(self, folder: Path) -> None:
        """Reads ``tokenizer.json`` and ``model.safetensors`` of a static sentence-transformers folder."""
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        weights = load_file(str(folder / "model.safetensors"))
        if "embedding.weight" in weights:
            table = weights["embedding.weight"].astype(np.float32)
        else:
            table = weights["embeddings"].astype(np.float32)
            if "mapping" in weights:
                table = table[weights["mapping"]]
            if "weights" in weights:
                table = table * weights["weights"].astype(np.float32)[:, None]
        self._table: Vectors = table
        self._norms: Vectors = np.linalg.norm(table, axis=1).astype(np.float32)

    def _ids(self, texts: Sequence[str]) -> list[list[int]]:
        encodings = self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        return [one.ids for one in encodings]

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See :class:`Backend`."""
        out = np.zeros((len(texts), self._table.shape[1]), dtype=np.float32)
        for row, ids in enumerate(self._ids(texts)):
            if ids:
                out[row] = self._table[ids].mean(axis=0)
        return unit(out)

    def pieces(self, texts: Sequence[str]) -> list[Pieces]:
        """See :class:`Backend`; a piece weighs its vector's length, an unknown piece (length zero) is left out."""
        found = []
        for ids in self._ids(texts):
            known = np.array([i for i in ids if self._norms[i] > 0], dtype=np.int64)
            norms = self._norms[known]
            found.append((self._table[known] / norms[:, None], norms))
        return found


class HubModel:
    """Any other model, through sentence-transformers; one thread, so that every run gives the same numbers."""

    def __init__(self, name: str, device: str | None = None) -> None:
        """Loads a folder or a name that the local cache (or, where allowed, the hub) has.

        Raises:
            UsageError: it cannot be loaded; the message says what to do.
        """
        import torch
        from sentence_transformers import SentenceTransformer

        torch.set_num_threads(1)
        try:
            self._model: Any = SentenceTransformer(name, device=device)
        except (OSError, ValueError, KeyError, ImportError, RuntimeError) as error:
            raise UsageError(cannot_load(name, str(error).strip().splitlines()[0] if str(error) else "")) from error

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See :class:`Backend`."""
        vectors = self._model.encode(list(texts), batch_size=_BATCH, show_progress_bar=False, convert_to_numpy=True)
        return unit(np.asarray(vectors, dtype=np.float32))

    def pieces(self, texts: Sequence[str]) -> list[Pieces]:
        """See :class:`Backend`; every piece weighs the same."""
        found = self._model.encode(
            list(texts), batch_size=_BATCH, show_progress_bar=False, output_value="token_embeddings"
        )
        rows = [unit(np.asarray(one.cpu().numpy(), dtype=np.float32)) for one in found]
        return [(one, np.ones(len(one), dtype=np.float32)) for one in rows]


def is_static(folder: Path) -> bool:
    """Whether the folder holds a ``StaticEmbedding`` (with or without ``Normalize``) and its files."""
    try:
        modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
        names = [module["type"].rsplit(".", 1)[-1] for module in modules]
        here = modules[0]["path"] == "" and all((folder / name).is_file() for name in _FILES)
    except (OSError, ValueError, KeyError, IndexError, TypeError):
        return False
    return here and names[0] == "StaticEmbedding" and set(names[1:]) <= {"Normalize"}


_FILES = ("tokenizer.json", "model.safetensors")


def cannot_load(name: str, reason: str) -> str:
    """One line for a person: what failed and what to do."""
    return (
        f"the model {name!r} cannot be loaded ({reason}); name a sentence-transformers folder on this machine, "
        "set JIEBANG_HUB=1 where the network reaches the hub, or leave --model out for the built-in model"
    )
