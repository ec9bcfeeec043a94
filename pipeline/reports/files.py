"""Names and contents of the files that a report is written to."""

import re
from pathlib import Path

UNSAFE = re.compile(r"[^\w\-]+")


def file_stem(applicant: str, key: str) -> str:
    """A file name that a clerk recognises and every system takes: the applicant's name and the id."""
    words = UNSAFE.sub("_", applicant).strip("_")[:40]
    return f"{words}_{key}" if words else key


def write(path: Path, content: str) -> Path:
    """Writes UTF-8; half a character pair (from a damaged document) becomes a question mark."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8", "replace"))
    return path
