"""Facts that notices and submissions share: targets, contacts, form fields, sections, passages."""

from typing import Literal

from schemas.evidence import Evidence
from schemas.outline import Role
from schemas.record import Record

Comparator = Literal[">=", ">", "<=", "<", "=", "~", "range"]
OrganisationKind = Literal["company", "school", "hospital", "institute", "association", "authority", "other"]


class Target(Record):
    """Target (指标): a numeric requirement of a notice, or a claim of a submission.

    ``value`` is a plain number (1亿对 is 1e8 with unit 对, 500万元 is 5e6 with unit 元). ``canonical_value`` and
    ``canonical_unit`` make 1 PFLOPS and 1000 TFLOPS compare equal. ``due`` is ``2025``, ``2025-06`` or an ISO
    date. ``stage``: final (a requirement or promise), milestone (by an earlier date), existing (already
    reached). 以上/以下/以内/不低于/不超过 include the number (《民法典》第1259条); 超过/不满/以外 do not.
    """

    role: Literal["result", "eligibility"] = "result"
    direction: int | None = None
    metric: str
    comparator: Comparator
    value: float
    value_max: float | None = None
    unit: str | None = None
    canonical_value: float | None = None
    canonical_unit: str | None = None
    due: str | None = None
    condition: str | None = None
    stage: Literal["final", "milestone", "existing"] = "final"
    evidence: Evidence


class Contact(Record):
    """Contact (联系方式): a person, or an organisation or mailbox without a person.

    ``organization_kind`` is what the organisation's name says of it (岱州理工大学: school), else None.
    """

    organization: str | None = None
    organization_kind: OrganisationKind | None = None
    person: str | None = None
    role: str | None = None
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    address: str | None = None
    evidence: Evidence


class FormField(Record):
    """FormField (表格栏目): a field of a form, in a submission with its value.

    ``name`` is the group's label and the own label joined (申报联系人 + 传真 = 申报联系人传真) where the label alone
    would be ambiguous, ``label`` the own label as printed, ``group`` the label above or None. ``required`` is
    False for 如有, 选填, 若为…. ``value`` None is empty, a list for several ticks. ``guidance`` is the template's
    text in the cell. ``options`` are the boxes to tick, as printed without the box. ``role`` is its division.
    ``evidence`` is the label, ``value_evidence`` the value.
    """

    name: str
    required: bool = True
    value: str | tuple[str, ...] | None = None
    label: str = ""
    group: str | None = None
    options: tuple[str, ...] = ()
    guidance: str | None = None
    role: Role = Role.FORM
    evidence: Evidence
    value_evidence: Evidence | None = None


class ListTable(Record):
    """ListTable (列表): a table of a form that takes an entry a row (项目组成员, 主要设备), with its column heads.

    ``name`` is what stands over it or at its left, else its first heads. ``rows`` are the cells under them, without
    white space; in a blank template they are empty or what it prints (1, 设备费). ``required`` is False for 如有, 选填.
    ``evidence`` is the row of heads.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    required: bool = True
    evidence: Evidence


class SectionRecord(Record):
    """Section (章节): ``number`` as printed without the mark behind it; ``level`` 1 = top.

    ``chars`` counts the own text without white space (the children's not), ``text`` is that text, cleaned;
    ``guidance`` is the template's instruction; ``path`` are the titles from the top; ``pictured`` where a picture that
    is no seal may stand in it.
    """

    number: str | None
    title: str
    level: int
    chars: int
    guidance: str | None = None
    text: str = ""
    path: tuple[str, ...] = ()
    role: Role = Role.OTHER
    pictured: bool = False
    evidence: Evidence


class Passage(Record):
    """Passage (段落): a stretch a person would quote, with the headings above it. ``text`` is cleaned."""

    text: str
    path: tuple[str, ...] = ()
    role: Role = Role.OTHER
    evidence: Evidence


class SealPlace(Record):
    """SealPlace (签章处): a place that asks for a seal or a signature.

    ``filled`` is True or False where it can be told, None where this document cannot show it;
    ``content`` is what stands there.
    """

    name: str
    kind: Literal["seal", "signature"]
    role: Role
    filled: bool | None = None
    content: str | None = None
    evidence: Evidence
