"""The rows of ``passages``: what an application says and what a notice asks, in stretches a person would quote."""

import hashlib
from collections.abc import Iterator

from pipeline.identity import notice_id, submission_id
from pipeline.matching.folding import fold
from pipeline.store.rows import Row, evidence_columns
from schemas.evidence import Evidence
from schemas.notice import Notice
from schemas.outline import Role
from schemas.submission import Submission


def text_key(text: str) -> int:
    """The key of a text in the database: 64 bits of the sha256 of its folded form (as the macro ``text_key``)."""
    return _key(fold(text))


def _key(folded: str) -> int:
    return int(hashlib.sha256(folded.encode("utf-8")).hexdigest()[:16], 16)


def passage_rows(record: Notice | Submission) -> list[Row]:
    """One row a passage, in the document's order; a passage of which nothing is left when folded has none."""
    if isinstance(record, Submission):
        key = submission_id(record)
        found = [(one.text, one.path, one.role, one.evidence) for one in record.passages]
    else:
        key = notice_id(record)
        found = list(_of_notice(record))
    return [
        {
            "document_id": key,
            "position": position,
            "path": list(path),
            "role": str(role),
            "text": text,
            "folded": folded,
            "text_key": _key(folded),
            **evidence_columns(evidence),
        }
        for position, (text, path, role, evidence) in enumerate(found)
        if (folded := fold(text))
    ]


def _of_notice(notice: Notice) -> Iterator[tuple[str, tuple[str, ...], Role, Evidence]]:
    """The tasks and goals of the directions, then the sections that have a text of their own."""
    for direction in notice.directions:
        for text in (direction.task, direction.goal):
            if text:
                yield text, (direction.name,), Role.OTHER, direction.evidence
    for section in notice.sections:
        if section.text:
            yield section.text, (*section.path, section.title), section.role, section.evidence
