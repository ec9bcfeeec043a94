"""Changes of the clean application, each plants one gap or something that is none."""

from collections.abc import Callable
from typing import Any

from schemas.facts import FormField
from schemas.outline import Role
from schemas.submission import Attachment, Commitment, Submission

Change = Callable[[Submission], Submission]


def with_field(name: str, value: str | None) -> Change:
    def change(submission: Submission) -> Submission:
        def put(field: FormField) -> FormField:
            if field.name != name:
                return field
            evidence = field.evidence.model_copy(update={"text": value}) if value else None
            return field.model_copy(update={"value": value, "value_evidence": evidence})

        return submission.model_copy(update={"form_fields": tuple(put(f) for f in submission.form_fields)})

    return change


def without_field(name: str) -> Change:
    return lambda s: s.model_copy(update={"form_fields": tuple(f for f in s.form_fields if f.name != name)})


def with_section(title: str, text: str | None, *, pictured: bool = False) -> Change:
    """None takes the section away; ``pictured`` puts a picture into it."""

    def change(submission: Submission) -> Submission:
        kept = [s for s in submission.sections if text is not None or s.title != title]
        update = {"text": text, "pictured": pictured}
        sections = tuple(s.model_copy(update=update) if s.title == title else s for s in kept)
        return submission.model_copy(update={"sections": sections})

    return change


def with_target(metric: str, **update: Any) -> Change:
    """The words that say the claim go with it, so that no other value stands there; no update takes it away."""

    def change(submission: Submission) -> Submission:
        passages = tuple(p for p in submission.passages if metric not in p.text)
        kept = [t for t in submission.targets if update or t.metric != metric]
        targets = tuple(t.model_copy(update=update) if t.metric == metric else t for t in kept)
        return submission.model_copy(update={"targets": targets, "passages": passages})

    return change


def with_second_claim(metric: str, value: float) -> Change:
    """The metric promised once more, with another value."""

    def change(submission: Submission) -> Submission:
        first = next(t for t in submission.targets if t.metric == metric)
        other = first.model_copy(update={"value": value, "canonical_value": value})
        return submission.model_copy(update={"targets": (*submission.targets, other)})

    return change


def with_commitment(**update: Any) -> Change:
    return lambda s: s.model_copy(update={"commitment": s.commitment.model_copy(update=update)})


def with_applicant(**update: Any) -> Change:
    return lambda s: s.model_copy(update={"applicant": s.applicant.model_copy(update=update)})


def letter_listed_only(submission: Submission) -> Submission:
    """The letter is a paper of its own: the list of attachments names it."""
    first = submission.attachments[0]
    named = first.model_copy(update={"name": "揭榜承诺书（另附盖章件）"})
    update = {"attachments": (*submission.attachments, named), "commitment": Commitment()}
    return submission.model_copy(update=update)


def with_choices(*numbers: int) -> Change:
    def change(submission: Submission) -> Submission:
        first = submission.direction_choices[0]
        choices = tuple(first.model_copy(update={"number": number}) for number in numbers)
        return submission.model_copy(update={"direction_choices": choices, "directions_selected": numbers})

    return change


def named_in_words(submission: Submission) -> Submission:
    """The form names its direction without a number, and has no boxes."""
    first = submission.direction_choices[0].model_copy(update={"number": None, "ticked": False})
    return submission.model_copy(update={"direction_choices": (first,), "directions_selected": ()})


def with_passage(text: str, role: Role | None = None) -> Change:
    def change(submission: Submission) -> Submission:
        first = submission.passages[0]
        evidence = first.evidence.model_copy(update={"text": text, "end": len(text)})
        more = first.model_copy(update={"text": text, "evidence": evidence, "role": role or first.role, "path": ()})
        return submission.model_copy(update={"passages": (*submission.passages, more)})

    return change


def with_row(row: str, said: str) -> Change:
    """A row of the form, and a sentence of the text."""

    def change(submission: Submission) -> Submission:
        whole = with_passage(said)(with_passage(row)(submission))
        *before, cells, sentence = whole.passages
        return whole.model_copy(update={"passages": (*before, cells.model_copy(update={"role": Role.FORM}), sentence)})

    return change


def with_label(name: str, label: str) -> Change:
    """The field under another label."""

    def change(submission: Submission) -> Submission:
        fields = submission.form_fields
        update = {"name": label, "label": label}
        return submission.model_copy(
            update={"form_fields": tuple(f.model_copy(update=update) if f.name == name else f for f in fields)}
        )

    return change


def both(first: Change, second: Change) -> Change:
    return lambda submission: second(first(submission))


def with_partner(name: str) -> Change:
    def change(submission: Submission) -> Submission:
        first = submission.form_fields[3]
        update = {"name": "合作单位", "label": "合作单位", "value": name}
        return submission.model_copy(update={"form_fields": (*submission.form_fields, first.model_copy(update=update))})

    return change


def attachments_but(word: str) -> Change:
    def change(submission: Submission) -> Submission:
        kept: tuple[Attachment, ...] = tuple(a for a in submission.attachments if word not in a.name)
        return submission.model_copy(update={"attachments": kept})

    return change


def attachment_renamed(old: str, new: str) -> Change:
    def change(submission: Submission) -> Submission:
        put = tuple(a.model_copy(update={"name": a.name.replace(old, new)}) for a in submission.attachments)
        return submission.model_copy(update={"attachments": put})

    return change


def filed(on: str) -> Change:
    return lambda s: s.model_copy(update={"filed_on": on})


def seal_filled(kind: str, filled: bool) -> Change:
    def change(submission: Submission) -> Submission:
        seals = tuple(s.model_copy(update={"filled": filled}) if s.kind == kind else s for s in submission.seals)
        return submission.model_copy(update={"seals": seals})

    return change
