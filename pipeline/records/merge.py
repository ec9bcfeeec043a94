"""Several files -> one Submission, or one Notice; every evidence says which file it is from."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from extractors.text.spans import bare
from extractors.values.organisations import kind_of
from pipeline.records.obligation_ids import distinct
from pipeline.records.repeated import is_same_paper
from schemas.document import SourceFile
from schemas.evidence import Evidence
from schemas.notice import Notice, Obligation
from schemas.record import Record
from schemas.submission import Applicant, Attachment, Commitment, Submission

_Kind = TypeVar("_Kind", bound=Record)
_Found = TypeVar("_Found")
_LETTER = re.compile(r"承诺[书函]|军令状|保证书")
_LISTS = (
    "direction_choices",
    "form_fields",
    "lists",
    "sections",
    "targets",
    "figures",
    "contacts",
    "attachments",
    "seals",
    "team",
    "funds",
    "achievements",
    "milestones",
    "passages",
)


def merge_submissions(parts: Sequence[Submission], source: SourceFile) -> Submission:
    """One record of all the files of an application, in their order.

    Single facts come from the first file that has them; the lists are put together; each file counts as an attachment
    too, for a proof may be there as a file of its own.
    """
    marked = [_marked(part, _name(part.source.path)) for part in parts]
    numbers = [number for part in marked for number in part.directions_selected]
    lists: dict[str, Any] = {name: tuple(item for part in marked for item in getattr(part, name)) for name in _LISTS}
    lists["attachments"] += tuple(_file(part) for part in parts)
    letter, *further = _letters(marked) or [Commitment()]
    return Submission(
        source=source,
        files=tuple(part.source for part in parts),
        title=_first(marked, lambda part: part.title),
        project=_first(marked, lambda part: part.project),
        filed_on=_first(marked, lambda part: part.filed_on),
        applicant=_applicant(marked),
        directions_selected=_ticked(marked) or tuple(dict.fromkeys(numbers)),
        commitment=letter,
        further_letters=tuple(further),
        recognised=any(part.recognised for part in parts),
        pledge=_first(marked, lambda part: part.pledge if part.pledge.present else None) or Commitment(),
        **lists,
    )


_NOTICE_LISTS = (
    "directions",
    "targets",
    "deadlines",
    "contacts",
    "eligibility",
    "materials",
    "limits",
    "form_fields",
    "lists",
    "sections",
    "seals",
    "support",
    "reviews",
    "quotas",
    "letters",
)


def merge_notices(main: Notice, attachments: Sequence[Notice]) -> Notice:
    """A notice whose list of tasks, forms and templates came as files of their own.

    The head is the notice's own; lists are put together; obligations of the attachments follow its own, each once.
    Directions come from the first file that has some.
    """
    others = [_marked(part, _name(part.source.path)) for part in attachments]
    lists: dict[str, Any] = {
        name: tuple(item for part in (main, *others) for item in getattr(part, name)) for name in _NOTICE_LISTS
    }
    lists["directions"] = next((part.directions for part in (main, *others) if part.directions), ())
    obligations = distinct(_each_once(obligation for part in (main, *others) for obligation in part.obligations))
    return main.model_copy(update={**lists, "obligations": obligations})


def _each_once(obligations: Iterable[Obligation]) -> Iterator[Obligation]:
    """A paper that the call names and an annex lists again is asked for once; so is the letter, by its template.

    The annex may name it in fewer words or more: 与农业经营主体的合作协议 is its 合作协议.
    """
    kept: dict[tuple[str, str], Obligation] = {}
    for obligation in obligations:
        key = (obligation.kind, bare(obligation.name))
        if obligation.kind not in ("proof_material", "commitment"):
            key = (obligation.kind, obligation.id)
        if obligation.kind == "proof_material" and any(_is_listed(obligation, other) for other in kept.values()):
            continue
        if key not in kept or (obligation.kind == "commitment" and obligation.blanks and not kept[key].blanks):
            kept[key] = obligation
    yield from kept.values()


def _is_listed(proof: Obligation, other: Obligation) -> bool:
    """Another file has the paper on its list."""
    apart = other.kind == "proof_material" and other.evidence.file != proof.evidence.file
    return apart and is_same_paper(other.name, proof.name)


def _applicant(parts: Sequence[Submission]) -> Applicant:
    fields = ("name", "credit_code", "address", "legal_representative", "evidence")
    first = {name: next((v for p in parts if (v := getattr(p.applicant, name))), None) for name in fields}
    return Applicant(**first, kind=kind_of(first["name"]))


def _ticked(parts: Sequence[Submission]) -> tuple[int, ...]:
    """Boxes ticked in any file win over a direction named in another."""
    ticked = [c.number for part in parts for c in part.direction_choices if c.ticked and c.number is not None]
    return tuple(dict.fromkeys(ticked))


def _first(parts: Sequence[Submission], of: Callable[[Submission], _Found | None]) -> _Found | None:
    return next((value for part in parts if (value := of(part)) is not None), None)


def _letters(parts: Sequence[Submission]) -> list[Commitment]:
    """All letters, first those that are titled as one (承诺书, not 申报声明 at the end of a form)."""
    present = [one for part in parts for one in (part.commitment, *part.further_letters) if one.present]
    return sorted(present, key=lambda one: one.evidence is None or _LETTER.search(one.evidence.text) is None)


def _file(part: Submission) -> Attachment:
    """The file itself, by its name without folder and suffix; its evidence is the file's beginning."""
    name = _name(part.source.path)
    start = part.passages[0].evidence if part.passages else Evidence(text="", start=0, end=0)
    return Attachment(name=name.rsplit(".", 1)[0], evidence=start.model_copy(update={"file": name}))


def _name(path: str) -> str:
    return path.replace("\\", "/").replace("!/", "/").rsplit("/", 1)[-1]


def _marked(record: _Kind, file: str) -> _Kind:
    """The record with ``file`` set on every evidence in it, however deep."""
    return record.model_copy(update={name: _with_file(value, file) for name, value in record})


def _with_file(value: object, file: str) -> object:
    if isinstance(value, Evidence):
        return value.model_copy(update={"file": file})
    if isinstance(value, Record):
        return _marked(value, file)
    if isinstance(value, tuple):
        return tuple(_with_file(item, file) for item in value)
    return value
