"""The parts of a notice that obligations are compiled from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from schemas.evidence import Evidence
from schemas.facts import FormField, ListTable, SealPlace, SectionRecord, Target
from schemas.notice import Deadline, Direction, Eligibility, Limit, Material
from schemas.provisions import CommitmentLetter


@dataclass(frozen=True, slots=True)
class NoticeParts:
    """What was read out of a notice.

    ``conditions`` are the single conditions of ``Notice.eligibility``'s sentences; ``leaves`` the sections of
    the task book's template that ask for an answer; ``truth`` is where the notice asks that what is said be true
    and consistent (如实填写, 对真实性负责); ``choice`` where the direction is to be named, ``several`` where more
    than one may be; ``head`` the title; ``papers`` are what is to be handed in, an item that tells several
    (资格证明：营业执照；职称证书) as these; ``handling`` demands on binding and on names of files; ``blanks`` those
    of each letter of commitment, by its bare title; ``letters`` what these promise, by a
    template or in words; ``stated_fields`` those of the cover that the call only speaks of.
    """

    directions: tuple[Direction, ...]
    targets: tuple[Target, ...]
    deadlines: tuple[Deadline, ...]
    conditions: tuple[Eligibility, ...]
    papers: tuple[Material, ...]
    limits: tuple[Limit, ...]
    form_fields: tuple[FormField, ...]
    lists: tuple[ListTable, ...]
    leaves: tuple[SectionRecord, ...]
    seals: tuple[SealPlace, ...]
    truth: Evidence | None = None
    choice: Evidence | None = None
    several: Evidence | None = None
    handling: tuple[Material, ...] = ()
    head: Evidence | None = None
    stated_fields: tuple[FormField, ...] = ()
    letters: tuple[CommitmentLetter, ...] = ()
    blanks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
