"""Thresholds of the screening, which an office may change (the table ``[screening]`` of its settings file)."""

from pydantic import Field

from schemas.finding import DOUBT
from schemas.notice import FindingKind
from schemas.record import Record

_BELOW = 0.9  # of the threshold


class Settings(Record):
    """Thresholds; every share and confidence lies between 0 and 1, lengths count characters without white space.

    ``off`` names the checks (by kind) that an office does not want.
    """

    off: frozenset[FindingKind] = frozenset()
    confident: float = Field(default=0.6, ge=0, le=1)  # a gap from here on makes the verdict `incomplete`
    absent: float = Field(default=0.46, ge=0, le=DOUBT)  # what was not found is called missing from here on
    label_alike: float = Field(default=0.62, ge=0, le=1)  # a field of the form is the template's field
    section_alike: float = Field(default=0.34, ge=0, le=1)  # a heading is the template's heading
    section_chars: int = Field(default=20, ge=0)  # a section with guidance is shorter than this: no substance
    metric_alike: float = Field(default=0.5, ge=0, le=1)  # a claim answers the required metric
    proof_alike: float = Field(default=0.55, ge=0, le=1)  # an attachment is the proof asked for
    clause_gap: float = Field(default=0.45, ge=0, le=1)  # a clause is called unanswered where that is so likely
    clause_doubt: float = Field(default=0.25, ge=0, le=1)  # from here on a person looks
    clause_refused: float = Field(default=0.4, ge=0, le=1)  # words are taken for a refusal of a clause from here on
    clause_unsure: float = Field(default=0.25, ge=0, le=1)  # a person looks at words that refuse it so likely
    doubtful: float = Field(default=0.25, ge=0, le=1)  # what is met with less than this, a person should look at
    direction_margin: float = Field(default=0.5, ge=0, le=1)  # the text clearly fits another (docs/matching.md)
    completion_grace_days: int = Field(default=183, ge=0)  # between the closing date and the start of the work

    @property
    def in_doubt(self) -> float:
        """How sure of what is met one is told to be where a person should look."""
        return _BELOW * self.doubtful
