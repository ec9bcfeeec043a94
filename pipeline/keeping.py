"""What was screened before of the same files in the same way is not screened again: the screening is kept.

The way is the notice's record, the settings, rules and model, how files are read, and the program itself (a digest over
its sources), so that a newer program or another setting screens anew.
"""

import functools
import hashlib
import importlib.metadata
import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from pipeline.identity import notice_id, submission_id
from pipeline.intake import Intake
from pipeline.matching.encoder import Encoder
from pipeline.reading.cache import key_of, open_cache
from pipeline.reading.inputs import Input
from pipeline.reading.loading import load
from pipeline.reading.options import ReadingOptions
from pipeline.screening.office import TOO_SLOW
from pipeline.screenwork import ScreenWork, Subject
from pipeline.store import Store
from schemas.errors import UnreadableFile
from schemas.submission import Submission

_PACKAGES = ("schemas", "extractors", "pipeline")
_LIBRARIES = ("numpy", "pydantic", "regex", "spacy", "jieba", "tokenizers", "sentence-transformers", "torch")


def bases_of(job: ScreenWork, items: Sequence[Input | Submission], options: ReadingOptions) -> list[str | None]:
    """For each application a digest of what its screening is made of; None where nothing may be kept, or it is unread.

    Where readings are not kept (``options.cache``, ``JIEBANG_CACHE``), screenings are not either.
    """
    if open_cache(options) is None:
        return [None] * len(items)
    way = hashlib.sha256(program().encode() + job.notice.model_dump_json().encode())
    way.update(Encoder(job.matching).name.encode())  # a folder's name tells its content
    for record in (job.settings, job.rules, job.matching):
        # a set's order is another one in every process
        way.update(json.dumps(record.model_dump(), sort_keys=True, default=sorted).encode())
    return [_basis(way.hexdigest(), item, options) for item in items]


def _basis(way: str, item: Input | Submission, options: ReadingOptions) -> str | None:
    digest = hashlib.sha256(way.encode())
    if isinstance(item, Submission):
        digest.update(item.model_dump_json().encode())
        return digest.hexdigest()
    parts: list[object] = [item.name]
    for source in item.files:
        try:
            data = load(source.path, source.name, options.limits)
        except UnreadableFile:
            return None
        parts += [source.name, source.letter, key_of(data, source.name, options)]
    digest.update(repr(parts).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def recall(store: Store, job: ScreenWork, bases: Sequence[str | None]) -> list[Subject | None]:
    """For each basis the application with the screening that stands, its record left in the database; None: screen."""
    known = store.load_kept(notice_id(job.notice), [basis for basis in bases if basis is not None])
    found: list[Subject | None] = []
    for basis in bases:
        kept = known.get(basis) if basis is not None else None
        if kept is None:
            found.append(None)
        else:
            name = Path(kept.screening.source.path).name
            found.append(Subject(Intake(name), kept.screening, basis=basis, kept_from=kept.run))
    return found


def is_lasting(subject: Subject) -> bool:
    """Whether the same files would be screened to the same end again: all were read, and nothing ran out of time."""
    if subject.screening is None or subject.intake.failures:
        return False
    return not any(TOO_SLOW in finding.explanation for finding in subject.screening.findings)


def standing(subjects: Sequence[Subject]) -> dict[str, Subject]:
    """Submission id -> the application whose screening the database takes.

    The same contents under two names are one record: a screening of this run goes before one that is kept.
    """
    found: dict[str, Subject] = {}
    for each in sorted(subjects, key=lambda one: one.kept_from is None):
        if each.screening is not None:
            found[submission_id(each.screening)] = each
    return found


@functools.cache
def program() -> str:
    """A digest over the sources and data of the program and the versions of the libraries that decide with it."""
    digest = hashlib.sha256()
    root = Path(__file__).resolve().parents[1]
    for package in _PACKAGES:
        for path in sorted((root / package).rglob("*")):
            if "__pycache__" not in path.parts and path.is_file():
                digest.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    for name in _LIBRARIES:
        with suppress(importlib.metadata.PackageNotFoundError):
            digest.update(f"{name}={importlib.metadata.version(name)}".encode())
    return digest.hexdigest()
