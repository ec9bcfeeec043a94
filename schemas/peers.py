"""PeerFinding (材料之间的发现): what two applications to one notice have in common and should not."""

from typing import Literal

from pydantic import Field

from schemas.evidence import Evidence
from schemas.record import Record

PeerKind = Literal["copied_passage", "same_applicant", "shared_code", "shared_contact"]


class SharedPassage(Record):
    """One passage that stands in both applications; ``chars`` counts its own letters, the notice's left out."""

    one: Evidence
    other: Evidence
    chars: int


class PeerFinding(Record):
    """Two applications (ids) and what they share: ``value`` the name, code, telephone or mailbox, or None.

    A person judges what it means: a finding here is no gap and changes no verdict.
    """

    kind: PeerKind
    one: str
    other: str
    value: str | None = None
    explanation: str
    confidence: float = Field(ge=0, le=1)
    passages: tuple[SharedPassage, ...] = ()
