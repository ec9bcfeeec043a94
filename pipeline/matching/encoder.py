"""Encoder: texts to vectors, with the model that ships or any other sentence-transformers model."""

import json
import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from pipeline.matching.folding import fold
from pipeline.matching.sentence_model import Pieces, SentenceModel, Vectors, cannot_load, is_folder
from pipeline.matching.static_model import StaticModel, is_static
from schemas.errors import UsageError

SHIPPED = Path(__file__).parent / "model"
"""The model that ships with the package; ``README.md`` in it is the model card."""

_TOLERANCE = 0.01
_CACHED = 50_000


class Encoder:
    """Turns texts into vectors; loads its model when first used, remembers what it has encoded.

    ``model`` is None for the model that ships, else a folder or a hub name. Texts are folded first (full width,
    traditional script, case). A text without any known piece has the zero vector, which is similar to nothing.
    """

    def __init__(self, model: str | None = None, device: str | None = None) -> None:
        self._wanted = model
        self._device = device
        self._vectors: dict[str, Vectors] = {}
        self._pieces: dict[str, Pieces] = {}

    @property
    def name(self) -> str:
        """The model's name, as stored with what it computed."""
        return self._wanted or "jiebang-static-zh"

    @cached_property
    def _model(self) -> SentenceModel | StaticModel:
        one_thread()
        if self._wanted is None:
            return _checked(SHIPPED)
        if Path(self._wanted).exists() and not is_folder(self._wanted):
            raise UsageError(cannot_load(self._wanted, "it is no sentence-transformers folder"))
        if is_folder(self._wanted):
            return _checked(Path(self._wanted), self._device)
        if os.environ.get("JIEBANG_HUB") != "1":
            _stay_offline()
        return SentenceModel(self._wanted, self._device)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, one a row, in the order of the texts.

        Raises:
            UsageError: the model cannot be loaded.
        """
        folded = [fold(text) for text in texts]
        new = [text for text in dict.fromkeys(folded) if text and text not in self._vectors]
        if new:
            if len(self._vectors) > _CACHED:
                self._vectors.clear()
                new = [text for text in dict.fromkeys(folded) if text]
            self._vectors.update(zip(new, self._model.encode(new), strict=True))
        width = self.dimensions
        return (
            np.stack([self._vectors[text] if text else np.zeros(width, np.float32) for text in folded])
            if folded
            else np.zeros((0, width), np.float32)
        )

    def pieces(self, texts: Sequence[str]) -> list[Pieces]:
        """Unit vectors and weights of the pieces of each text, for late interaction.

        Raises:
            UsageError: the model cannot be loaded.
        """
        folded = [fold(text) for text in texts]
        if self.static is not None:
            return self.static.pieces(folded)
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
        return int(self._model.encode(["人工智能"]).shape[1])


def one_thread() -> None:
    """Linear algebra on one thread in this process: equal sums on every machine, and no fight between workers."""
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    threadpool_limits(limits=1)


def _stay_offline() -> None:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TRANSFORMERS_OFFLINE", "1")


def _checked(folder: Path, device: str | None = "cpu") -> SentenceModel | StaticModel:
    """Loads a folder; where it has a known vector (``check.json``), compares it.

    Raises:
        UsageError: the folder is damaged, or its model gives another vector than it should.
    """
    _stay_offline()
    model = StaticModel(folder) if is_static(folder) else SentenceModel(str(folder), device)
    check = folder / "check.json"
    if check.is_file():
        known = json.loads(check.read_text(encoding="utf-8"))
        head = model.encode([fold(known["text"])])[0][: len(known["head"])]
        if not np.allclose(head, known["head"], atol=_TOLERANCE):
            raise UsageError(cannot_load(str(folder), "its files do not belong together"))
    return model
