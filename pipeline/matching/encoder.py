"""Encoder: texts to vectors, with the model that ships or any other sentence-transformers model."""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Protocol

import numpy as np

from pipeline.matching.folding import fold
from pipeline.matching.sentence_model import Pieces, SentenceModel, Vectors, cannot_load, is_folder
from pipeline.matching.settings import MatchingSettings
from pipeline.matching.static_model import StaticModel, is_static
from schemas.errors import UsageError

SHIPPED = Path(__file__).parent / "model"
"""The model that ships with the package; ``README.md`` in it is the model card."""

_TOLERANCE = 0.01
_CACHED = 50_000
_SMALL = 100_000


class Memory(Protocol):
    """Vectors that were computed before, by model and folded text; the database keeps them."""

    def recall(self, model: str, texts: Sequence[str]) -> Mapping[str, Sequence[float]]:
        """The vectors that are there, by text."""


class Encoder:
    """Turns texts into vectors; loads its model when first used, remembers what it has encoded.

    Texts are folded first (full width, traditional script, case). A text without any known piece has the zero vector,
    which is similar to nothing. ``memory`` is asked before another model than ours encodes a text; what it did encode
    is in ``fresh``. Our own model encodes faster than a database answers.
    """

    def __init__(self, settings: MatchingSettings | str | None = None, memory: Memory | None = None) -> None:
        self._settings = settings if isinstance(settings, MatchingSettings) else MatchingSettings(model=settings)
        self._memory = memory if self._settings.model is not None else None
        self._vectors: dict[str, Vectors] = {}
        self._queries: dict[str, Vectors] = {}
        self._pieces: dict[str, Pieces] = {}
        self.fresh: dict[str, Vectors] = {}

    @cached_property
    def name(self) -> str:
        """The model's name, as stored with what it computed; a folder's tells its content, so that none is mixed up."""
        wanted = self._settings.model
        if wanted is None:
            return f"jiebang-static-zh@{_fingerprint(SHIPPED)}"
        return f"{Path(wanted).resolve()}@{_fingerprint(Path(wanted))}" if is_folder(wanted) else wanted

    @cached_property
    def _model(self) -> SentenceModel | StaticModel:
        one_thread()
        wanted, device, batch = self._settings.model, self._settings.device, self._settings.batch
        if wanted is None:
            return _shipped(batch)
        if Path(wanted).exists() and not is_folder(wanted):
            raise UsageError(cannot_load(wanted, "it is no sentence-transformers folder"))
        if is_folder(wanted):
            return _checked(Path(wanted), device, batch)
        if os.environ.get("JIEBANG_HUB") != "1":
            _stay_offline()
        return SentenceModel(wanted, device, batch)

    def encode(self, texts: Sequence[str], query: bool = False) -> Vectors:
        """Unit vectors, one a row, in the order of the texts; ``query``: with the model's prompt for what is sought.

        Raises:
            UsageError: the model cannot be loaded.
        """
        folded = [fold(text) for text in texts]
        query = query and self._model.has_query_prompt
        known = self._queries if query else self._vectors
        if len(known) > _CACHED:
            known.clear()
        new = [text for text in dict.fromkeys(folded) if text and text not in known]
        if new:
            known.update(self._computed(new, query))
        width = self.dimensions
        if not folded:
            return np.zeros((0, width), np.float32)
        return np.stack([known[text] if text else np.zeros(width, np.float32) for text in folded])

    def _computed(self, texts: Sequence[str], query: bool) -> dict[str, Vectors]:
        if query:
            return dict(zip(texts, self._model.encode(texts, query=True), strict=True))
        recalled = self._memory.recall(self.name, texts) if self._memory is not None else {}
        found = {text: np.asarray(vector, dtype=np.float32) for text, vector in recalled.items()}
        lacking = [text for text in texts if text not in found]
        if lacking:
            encoded = dict(zip(lacking, self._model.encode(lacking), strict=True))
            found.update(encoded)
            if self._memory is not None:
                self.fresh.update(encoded)
        return found

    def take_fresh(self) -> dict[str, Vectors]:
        """What was encoded since the last call and is worth keeping."""
        taken, self.fresh = self.fresh, {}
        return taken

    def pieces(self, texts: Sequence[str]) -> list[Pieces]:
        """Unit vectors and weights of the pieces of each text, for late interaction.

        A static model has a vector a piece. Any other one was trained to compare whole texts: there the text is its
        own only piece, so that late interaction is the cosine, and nothing is encoded twice.

        Raises:
            UsageError: the model cannot be loaded.
        """
        folded = [fold(text) for text in texts]
        if self.static is not None:
            return self.static.pieces(folded)
        if not self._model.static:
            rows = self.encode(folded)
            return [(row[None] if row.any() else row[None][:0], np.ones(int(row.any()), np.float32)) for row in rows]
        new = [text for text in dict.fromkeys(folded) if text and text not in self._pieces]
        if new:
            if len(self._pieces) > _CACHED // 10:
                self._pieces.clear()
                new = [text for text in dict.fromkeys(folded) if text]
            self._pieces.update(zip(new, self._model.pieces(new), strict=True))
        nothing = (np.zeros((0, self.dimensions), np.float32), np.zeros(0, np.float32))
        return [self._pieces[text] if text else nothing for text in folded]

    @property
    def static(self) -> StaticModel | None:
        """The model where it is a table of vectors: its pieces can then be compared once for all texts."""
        return self._model if isinstance(self._model, StaticModel) else None

    @cached_property
    def dimensions(self) -> int:
        """The length of a vector."""
        return self._model.dimensions


def one_thread() -> None:
    """Linear algebra on one thread in this process: equal sums on every machine, and no fight between workers."""
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    threadpool_limits(limits=1)


def _fingerprint(folder: Path) -> str:
    """Eight digits that change with the folder's content: its small files, and the sizes of the others."""
    digest = hashlib.sha256()
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        size = path.stat().st_size
        digest.update(f"{path.relative_to(folder).as_posix()} {size}\n".encode())
        if size < _SMALL:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


def _stay_offline() -> None:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TRANSFORMERS_OFFLINE", "1")


@lru_cache(maxsize=1)  # one table for all notices of a process: each holds tens of megabytes
def _shipped(batch: int) -> SentenceModel | StaticModel:
    return _checked(SHIPPED, "cpu", batch)


def _checked(folder: Path, device: str | None, batch: int) -> SentenceModel | StaticModel:
    """Loads a folder; where it has a known vector (``check.json``), compares it.

    Raises:
        UsageError: the folder is damaged, or its model gives another vector than it should.
    """
    _stay_offline()
    model = StaticModel(folder) if is_static(folder) else SentenceModel(str(folder), device, batch)
    check = folder / "check.json"
    if check.is_file():
        known = json.loads(check.read_text(encoding="utf-8"))
        head = model.encode([fold(known["text"])])[0][: len(known["head"])]
        if not np.allclose(head, known["head"], atol=_TOLERANCE):
            raise UsageError(cannot_load(str(folder), "its files do not belong together"))
    return model
