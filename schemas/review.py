"""Decision (人工认定): what a person holds of a finding, beside what the machine said."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from schemas.finding import Status
from schemas.notice import FindingKind
from schemas.record import Record

Ruling = Literal["confirmed", "overruled"]


class Decision(Record):
    """One person's decision on one finding.

    It belongs to the contents of an application (``submission_id``) and to an obligation's words (``obligation_id``),
    so it outlives every later run on the same content. ``status`` is what the person holds, ``machine_status`` what
    the finding said at that time; ``at`` is UTC. ``notice_id`` is the notice in whose report it was made.
    """

    submission_id: str
    obligation_id: str
    notice_id: str
    ruling: Ruling
    status: Status
    machine_status: Status
    note: str = ""
    by: str = Field(min_length=1)
    at: datetime


class EarlierDecision(Record):
    """A decision on the version before of an application at the same path; it binds nothing, a person may look at it.

    ``submission_id`` is the application as it is now, ``version`` that of the decision (from 1).
    """

    submission_id: str
    version: int
    decision: Decision


class Change(Record):
    """One change of the decision on a finding, ``None`` for none: what the audit table keeps.

    ``source`` says where it came from: ``command``, or the name of the file that was read in.
    """

    submission_id: str
    obligation_id: str
    notice_id: str
    before: Decision | None
    after: Decision | None
    by: str = Field(min_length=1)
    at: datetime
    note: str = ""
    source: str = "command"


class GapChange(Record):
    """A gap of an application's present version or of the one before: closed since, new, or still open.

    ``explanation`` is the finding's sentence now, ``before`` that of the version before (``before_version``, from 1).
    """

    submission_id: str
    before_version: int
    obligation_id: str
    kind: FindingKind
    name: str
    change: Literal["closed", "new", "open"]
    explanation: str | None
    before: str | None
