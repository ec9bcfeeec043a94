"""Files of an application that could not be read: what their names alone tell."""

import re
from collections.abc import Sequence

from schemas.evidence import Evidence
from schemas.submission import Attachment, Commitment, Submission

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
# 承诺书.jpg, 科研诚信承诺书（盖章版）.pdf; not 承诺书模板.doc.
_LETTER = re.compile(r"承诺(?:书|函)(?!模[板版]|样[式本]|格式)")


def with_unread(submission: Submission, paths: Sequence[str]) -> Submission:
    """The application with its unread files (scanned proofs, pictures) as attachments known by their names.

    ``paths`` are the names that the failures have, with folders and suffixes. Nothing can be quoted from such a file:
    the evidence is empty and names the file. A letter of commitment that is such a file is there, but who signed it and
    the date cannot be told (None).
    """
    found = [Attachment(name=_name(path), evidence=_nothing(path)) for path in paths]
    if not found:
        return submission
    commitment = submission.commitment
    letter = next((one for one in found if _LETTER.search(one.name)), None)
    if letter is not None and not commitment.present:
        commitment = Commitment(present=True, evidence=letter.evidence)
    attachments = (*submission.attachments, *found)
    return submission.model_copy(update={"attachments": attachments, "commitment": commitment})


def _parts(path: str) -> list[str]:
    return path.replace("\\", "/").replace("!/", "/").split("/")


def _name(path: str) -> str:
    """The file's name without its suffix; with its folder's where it has no Chinese word (荣誉证书/scan_01.png)."""
    *folders, file = _parts(path)
    stem = file.rsplit(".", 1)[0]
    return stem if _CHINESE.search(stem) or not folders else f"{folders[-1]} {stem}"


def _nothing(path: str) -> Evidence:
    return Evidence(text="", start=0, end=0, file=_parts(path)[-1])
