"""Submission (申报材料): what an applicant says, field by field and claim by claim."""

from typing import Literal

from schemas.document import SourceFile
from schemas.evidence import Evidence
from schemas.facts import Contact, FormField, ListTable, OrganisationKind, Passage, SealPlace, SectionRecord, Target
from schemas.record import Record
from schemas.undertaking import Achievement, FundItem, Milestone, TeamMember


class Applicant(Record):
    """Applicant (申报单位); absent parts are None. ``kind`` is what its name says of it."""

    name: str | None = None
    kind: OrganisationKind | None = None
    credit_code: str | None = None
    address: str | None = None
    legal_representative: str | None = None
    evidence: Evidence | None = None


class Attachment(Record):
    """Attachment (附件、证明材料): an item of the list of proofs, or a file of the submission."""

    name: str
    evidence: Evidence


class Commitment(Record):
    """Commitment (承诺书): signed, sealed, dated are None where this document cannot show it.

    ``date`` ISO; ``applicant``, who signs, ``speaker``, who speaks (我单位（某某公司）), and ``subject`` are what the
    letter itself names; ``blanks`` those left empty.
    """

    present: bool = False
    signed: bool | None = None
    sealed: bool | None = None
    dated: bool | None = None
    date: str | None = None
    applicant: str | None = None
    speaker: str | None = None
    subject: str | None = None
    blanks: tuple[str, ...] = ()
    evidence: Evidence | None = None


class TickedDirection(Record):
    """A ticked box, or a direction named in words (``ticked`` False)."""

    number: int | None
    name: str
    ticked: bool = True
    evidence: Evidence


class Submission(Record):
    """Everything read out of an application. ``targets`` are the claims (承诺的指标), ``figures`` the milestones
    and what is already reached; ``further_letters`` are those beside ``commitment`` (真实性声明 and 揭榜承诺书 both);
    ``passages`` cover the running text and the tables, for matching.
    ``files`` names the files it was made of; ``recognised`` where some of its text was read out of pictures, so that a
    character may be misread.
    """

    kind: Literal["submission", "template", "other"] = "submission"
    source: SourceFile
    files: tuple[SourceFile, ...] = ()
    title: str | None = None
    project: str | None = None
    filed_on: str | None = None
    applicant: Applicant = Applicant()
    direction_choices: tuple[TickedDirection, ...] = ()
    directions_selected: tuple[int, ...] = ()
    form_fields: tuple[FormField, ...] = ()
    lists: tuple[ListTable, ...] = ()
    sections: tuple[SectionRecord, ...] = ()
    targets: tuple[Target, ...] = ()
    figures: tuple[Target, ...] = ()
    contacts: tuple[Contact, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    commitment: Commitment = Commitment()
    further_letters: tuple[Commitment, ...] = ()
    pledge: Commitment = Commitment()
    seals: tuple[SealPlace, ...] = ()
    team: tuple[TeamMember, ...] = ()
    funds: tuple[FundItem, ...] = ()
    achievements: tuple[Achievement, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    passages: tuple[Passage, ...] = ()
    recognised: bool = False
