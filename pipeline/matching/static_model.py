"""A static embedding model (a table of vectors and a tokenizer) without the library that trained it.

It gives what sentence-transformers gives for the same folder; that library and torch take seconds and 400 MB to import,
in every process.
"""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from pipeline.matching.sentence_model import Pieces, Vectors, cannot_load, unit
from schemas.errors import UsageError

Ids = NDArray[np.int64]

_MODULES = ["StaticEmbedding", "Normalize"]
_CACHED = 20_000
"""Texts whose pieces are remembered: the same sentences are compared with directions and with clauses."""
_REMEMBERED = 2_000
"""Vectors of texts that are remembered: those of an application's sentences, for directions and for clauses."""
_BATCH = 256
T = TypeVar("T")


def is_static(folder: Path) -> bool:
    """Whether the folder holds a table of vectors whose mean is normalised, and nothing else."""
    try:
        modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
        kinds = [str(module["type"]).rsplit(".", 1)[-1] for module in modules]
        return kinds == _MODULES and not modules[0]["path"]
    except (OSError, ValueError, TypeError, KeyError):
        return False


class StaticModel:
    """The table and the tokenizer of a folder that :func:`is_static`."""

    static = True
    has_query_prompt = False

    def __init__(self, folder: Path) -> None:
        """Loads the folder.

        Raises:
            UsageError: it cannot be loaded; the message says what to do.
        """
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")  # the workers are the threads
        from safetensors import SafetensorError
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        try:
            tensors = load_file(folder / "model.safetensors")
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:  # tokenizers raises bare Exception for a broken file
            if not isinstance(error, (OSError, ValueError, SafetensorError)) and type(error) is not Exception:
                raise
            raise UsageError(cannot_load(str(folder), str(error).strip().splitlines()[0])) from error
        self._tokenizer.no_padding()
        table = next((tensors[name] for name in ("embedding.weight", "embeddings") if name in tensors), None)
        if table is None or "mapping" in tensors:
            raise UsageError(cannot_load(str(folder), f"it has the tensors {', '.join(sorted(tensors))}"))
        self._rows: NDArray[np.number[Any]] = table
        self._factors: Vectors = tensors.get("weights", np.ones(len(self._rows))).astype(np.float32)
        self._lengths: Vectors = self._factors * np.linalg.norm(self._rows.astype(np.float32), axis=1)
        self._ids: dict[str, Ids] = {}
        self._means: dict[str, Vectors] = {}

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self._rows.shape[1])

    def ids(self, texts: Sequence[str]) -> list[Ids]:
        """The rows of the table that each text's pieces have; an unknown piece (a row of length zero) is left out."""
        if len(self._ids) > _CACHED:
            self._ids.clear()
        new = [text for text in dict.fromkeys(texts) if text not in self._ids]
        for batch in _batches(new):
            self._ids.update(zip(batch, self._in_one_go(batch), strict=True))
        return [self._ids[text] for text in texts]

    def _in_one_go(self, texts: Sequence[str]) -> list[Ids]:
        lines = [text.replace("\n", " ") for text in texts]
        found = self._tokenizer.encode_batch_fast(lines, add_special_tokens=False)  # without offsets, which nobody asks
        ids = (np.array(one.ids, dtype=np.int64) for one in found)
        return [one[self._lengths[one] > 0] for one in ids]

    def encode(self, texts: Sequence[str], query: bool = False) -> Vectors:
        """A unit vector a text, the mean of its pieces' vectors; zero where the model has no piece of it."""
        del query  # a static model has no prompts
        known = self._means if len(self._means) <= _REMEMBERED else {}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        for batch in _batches(new):
            known.update(zip(batch, self.means(self.ids(batch)), strict=True))
        self._means = known
        return np.stack([known[text] for text in texts]) if texts else np.zeros((0, self.dimensions), np.float32)

    def means(self, ids: Sequence[Ids]) -> Vectors:
        """The unit vector of the mean of each list of rows."""
        rows, places = np.unique(np.concatenate([np.zeros(0, np.int64), *ids]), return_inverse=True)
        owners = np.repeat(np.arange(len(ids)), [len(one) for one in ids])
        # How often each row stands in each list: a product is ten times as fast as sums over the rows one by one.
        counts = np.bincount(owners * len(rows) + places, minlength=len(ids) * len(rows))
        return unit(counts.reshape(len(ids), len(rows)).astype(np.float32) @ self._vectors(rows))

    def pieces(self, texts: Sequence[str]) -> list[Pieces]:
        """The unit vectors of each text's pieces, and their weights: the lengths of their vectors."""
        return [self.rows(one) for one in self.ids(texts)]

    def rows(self, ids: Ids) -> Pieces:
        """The unit vectors and weights of these rows."""
        return unit(self._vectors(ids)), self.lengths(ids)

    def lengths(self, ids: Ids) -> Vectors:
        """The lengths of the vectors of these rows: their weights."""
        return self._lengths[ids]

    def _vectors(self, ids: Ids) -> Vectors:
        found: Vectors = self._rows[ids].astype(np.float32) * self._factors[ids, None]
        return found

    @property
    def size(self) -> int:
        """The rows of the table."""
        return len(self._rows)


def _batches(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """Stretches that the processor's cache holds with their vectors: twice as fast for many texts."""
    return (items[at : at + _BATCH] for at in range(0, len(items), _BATCH))


def flat(ids: Sequence[Ids]) -> tuple[list[int], NDArray[np.int64], Ids]:
    """Which of the lists are not empty, where each of those begins in the rows of all, and the rows of all."""
    filled = [index for index, one in enumerate(ids) if len(one)]
    starts = np.cumsum([0, *(len(ids[index]) for index in filled)])[:-1].astype(np.int64)
    return filled, starts, np.concatenate([np.zeros(0, np.int64), *(ids[index] for index in filled)])
