"""The notice that a call names: a file, folder or archive, or an id in the database."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.intake import Intake, failure_of, left_out, take
from pipeline.reading import DEFAULT_OPTIONS, ReadingOptions
from pipeline.reading.inputs import Input, SourcePath, gather
from pipeline.records.merge import merge_notices
from pipeline.store import Store
from schemas.errors import Reason, UnreadableFile, UsageError
from schemas.notice import Notice

APPLICATION = (
    "It reads as an application and lies with the notice; it was neither read as a part of it nor screened. "
    "Name it among the applications; a filled-in example may stay where it is."
)


def open_notice(
    reference: str, database: Path, options: ReadingOptions = DEFAULT_OPTIONS
) -> tuple[Notice, Intake | None]:
    """The notice in a file, folder or archive (with what reading it gave), or the one with this id in the database."""
    path = Path(reference)
    if not path.exists():
        if not reference.startswith("n-"):
            raise UsageError(f"--notice {reference}: no such file, and ids begin with n- (see `jiebang list notices`).")
        with Store(database, read_only=True) as store:
            return store.load_notice(reference), None
    with gather(path, options) as expansion:
        if not expansion.inputs:
            raise expansion.failures[0]
        intakes = [take(Input(source.name, (source,)), None, options) for source in expansion.inputs[0].files]
        if len(intakes) == 1 and intakes[0].submission is not None and not intakes[0].submission.applicant.name:
            intakes = [take(expansion.inputs[0], "notice", options)]  # an application names who applies
        if len(intakes) > 1:
            intakes = [
                _blank(one, source, options) for one, source in zip(intakes, expansion.inputs[0].files, strict=True)
            ]
        failures = [failure_of(error) for error in expansion.failures]
    failures += [failure for intake in intakes for failure in intake.failures]
    readable = [intake for intake in intakes if intake.texts]
    if not readable:
        raise UnreadableFile(failures[0].path, Reason(failures[0].reason), failures[0].error, "")
    best = max(readable, key=_likeness)
    if best.submission is not None and best.submission.applicant.name:
        raise UsageError(
            f"--notice {reference} reads as an application; check that the files are not swapped. "
            f"If it is the notice, run `jiebang ingest --as notice {reference}` and give its id."
        )
    notice = _as_notice(best, readable)
    failures += [left_out(one.name, APPLICATION) for one in readable if one is not best and one.submission is not None]
    texts = tuple(text for intake in readable if intake is best or intake.notice is not None for text in intake.texts)
    return notice, replace(best, notice=notice, submission=None, texts=texts, failures=tuple(failures))


def _blank(intake: Intake, source: SourcePath, options: ReadingOptions) -> Intake:
    """A file beside others that reads as an application but names no applicant and fills hardly a field: a template."""
    found = intake.submission
    if found is None or found.applicant.name or not found.form_fields:
        return intake
    filled = sum(field.value is not None for field in found.form_fields)
    if 2 * filled >= len(found.form_fields):
        return intake
    return take(Input(source.name, (source,)), "template", options)


def _as_notice(best: Intake, readable: Sequence[Intake]) -> Notice:
    """The notice, whatever it reads as, since the call says so; with the lists, forms and templates beside it."""
    others = [intake.notice for intake in readable if intake is not best and intake.notice is not None]
    if best.notice is None:
        raise UsageError(f"--notice {best.name}: nothing of a notice is in it.")
    return merge_notices(best.notice.model_copy(update={"kind": "notice"}), others)


def _likeness(intake: Intake) -> tuple[bool, bool, int]:
    """Of several files the notice is the one that reads as a notice, the longest where several do."""
    notice = intake.notice
    return notice is not None, notice is not None and notice.kind == "notice", sum(len(t.text) for t in intake.texts)
