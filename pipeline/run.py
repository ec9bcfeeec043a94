"""The recipe: the stages in order."""

from pathlib import Path

from pipeline.reading import read
from pipeline.records.classify import classify
from pipeline.records.notice import build_notice
from pipeline.records.submission import build_submission
from pipeline.structure import structure
from schemas.document import Document
from schemas.notice import DocumentKind, Notice
from schemas.submission import Submission


def extract(path: Path, kind: DocumentKind | None = None, name: str | None = None) -> Notice | Submission:
    """Reads one file and says what is in it; ``kind`` overrules what the content looks like.

    Raises :class:`schemas.errors.UnreadableFile`.
    """
    return extract_document(read(path, name), kind)


def extract_document(document: Document, kind: DocumentKind | None = None) -> Notice | Submission:
    """The records of a document that has been read."""
    text, outline = structure(document)
    found = kind or classify(text, outline)
    if found == "submission":
        return build_submission(text, outline)
    notice = build_notice(text, outline)
    return notice if notice.kind == found else notice.model_copy(update={"kind": found})
