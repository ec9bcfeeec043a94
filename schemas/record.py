"""The base of every stage result."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen record; unknown keys are an error, so a typo never becomes data."""

    model_config = ConfigDict(frozen=True, extra="forbid")
