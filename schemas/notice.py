"""Notice (通知、榜单): what can be applied for, by whom, how and until when."""

from typing import Literal

from schemas.document import SourceFile
from schemas.evidence import Evidence
from schemas.facts import Contact, FormField, ListTable, SealPlace, SectionRecord, Target
from schemas.provisions import CommitmentLetter, Quota, ReviewRule, SupportMeasure
from schemas.record import Record

DocumentKind = Literal["notice", "submission", "template", "other"]

DeadlineKind = Literal[
    "application_opens",
    "application_closes",
    "materials_due",
    "recommendation_due",
    "completion",
    "review",
    "announcement",
    "other",
]

FindingKind = Literal[
    "direction",
    "form_field",
    "section",
    "word_limit",
    "task_requirement",
    "numeric_target",
    "proof_material",
    "commitment",
    "seal_signature",
    "eligibility",
    "deadline",
    "identifier",
    "consistency",
]


class Clause(Record):
    """Clause (条款): one thing that a direction's task or goal asks for, in the notice's words.

    ``numeric`` marks a clause that is wholly covered by targets.
    """

    text: str
    kind: Literal["task", "goal"]
    numeric: bool = False
    evidence: Evidence


class Direction(Record):
    """Direction (揭榜方向): ``number`` as printed, else the order; ``category`` the heading above it."""

    number: int
    name: str
    category: str | None = None
    task: str = ""
    goal: str | None = None
    clauses: tuple[Clause, ...] = ()
    evidence: Evidence


class Deadline(Record):
    """Deadline (时间节点): ``on`` an ISO date, ``2026-11``, or None; ``month_day`` where no year is printed.

    ``at`` is ``HH:MM`` (24:00 stays 24:00); ``duration`` ISO 8601 counted from the event ``after``.
    """

    kind: DeadlineKind
    on: str | None = None
    month_day: str | None = None
    inferred: bool = False
    at: str | None = None
    duration: str | None = None
    after: str | None = None
    evidence: Evidence


class Eligibility(Record):
    """Eligibility (申报条件): one condition on who may apply; ``direction`` limits it to who applies for that one.

    ``condition`` names several of them (方向一、三、四) where the heading above it does.
    """

    text: str
    direction: int | None = None
    condition: str | None = None
    evidence: Evidence


class Material(Record):
    """Material (申报材料): one item to hand in; ``direction`` limits it to applications for that direction.

    ``remark`` is what a list's column of requirements says of it (由第三方机构于2024年7月1日以后出具).
    """

    name: str
    kind: Literal["form", "proof", "commitment", "paper_copy", "other"]
    copies: int | None = None
    condition: str | None = None
    direction: int | None = None
    remark: str | None = None
    evidence: Evidence


class Limit(Record):
    """Limit (字数、页数限制) on a field, a section or a document; exactly one of the two is set."""

    scope: str
    max_chars: int | None = None
    max_pages: int | None = None
    evidence: Evidence


class Obligation(Record):
    """Obligation (义务): one thing an application must satisfy, compiled from the notice.

    ``id`` is stable for the same notice: ``<kind>-<8 hex of the words>``. ``direction`` limits it to
    applications for that direction. Exactly the part that its kind compares with is set; ``blanks`` are those of a
    letter of commitment, to be filled in.
    """

    id: str
    kind: FindingKind
    name: str
    direction: int | None = None
    condition: str | None = None
    target: Target | None = None
    clause: Clause | None = None
    limit: Limit | None = None
    deadline: Deadline | None = None
    material: Material | None = None
    field: FormField | None = None
    table: ListTable | None = None
    section: SectionRecord | None = None
    seal: SealPlace | None = None
    eligibility: Eligibility | None = None
    blanks: tuple[str, ...] = ()
    evidence: Evidence


class Notice(Record):
    """Everything read out of a notice; ``letters`` are the templates of 承诺书."""

    kind: DocumentKind = "notice"
    source: SourceFile
    title: str | None = None
    document_number: str | None = None
    issued_on: str | None = None
    issuers: tuple[str, ...] = ()
    directions: tuple[Direction, ...] = ()
    targets: tuple[Target, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    contacts: tuple[Contact, ...] = ()
    eligibility: tuple[Eligibility, ...] = ()
    materials: tuple[Material, ...] = ()
    limits: tuple[Limit, ...] = ()
    form_fields: tuple[FormField, ...] = ()
    lists: tuple[ListTable, ...] = ()
    sections: tuple[SectionRecord, ...] = ()
    seals: tuple[SealPlace, ...] = ()
    support: tuple[SupportMeasure, ...] = ()
    reviews: tuple[ReviewRule, ...] = ()
    quotas: tuple[Quota, ...] = ()
    letters: tuple[CommitmentLetter, ...] = ()
    obligations: tuple[Obligation, ...] = ()
