"""Which model compares texts, and how it runs (the table ``[matching]`` of the settings file)."""

from pydantic import ConfigDict, Field

from schemas.record import Record


class MatchingSettings(Record):
    """``model`` is a sentence-transformers folder or name, None the model that ships; ``device`` is cpu, cuda, mps, …,
    None what is there; ``batch`` so many texts are encoded at once (a static model has batches of its own).
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    model: str | None = Field(default=None, min_length=1)
    device: str | None = Field(default=None, min_length=1)
    batch: int = Field(default=32, ge=1, le=4096)
