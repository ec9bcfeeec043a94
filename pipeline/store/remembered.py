"""Vectors out of the database for the encoder, so that a slow model encodes no text twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.store.errors import StoreLocked, StoreMissing
from pipeline.store.store import Store


@dataclass(frozen=True, slots=True)
class StoredVectors:
    """The vectors of a database, opened anew for each question; picklable, so that worker processes can ask."""

    database: Path

    def recall(self, model: str, texts: Sequence[str]) -> Mapping[str, Sequence[float]]:
        """The vectors of these texts that are there; none where there is no database, or another process writes it."""
        try:
            with Store(self.database, read_only=True) as store:
                return store.load_vectors(model, texts)
        except (StoreMissing, StoreLocked):
            return {}
