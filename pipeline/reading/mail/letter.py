"""What every mail is turned to: its own words, its attachments, and what is left out."""

import email.errors
import mimetypes
import struct
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from pipeline.reading.archives.names import is_hidden, safe_parts
from pipeline.reading.archives.room import Room
from schemas.errors import Reason, UnreadableFile

MAIL_ERRORS = (
    LookupError,  # an encoding that nobody knows, a stream that is not there
    ValueError,
    TypeError,
    AttributeError,
    AssertionError,
    OverflowError,
    OSError,
    EOFError,
    struct.error,
    RecursionError,
    email.errors.MessageError,
)
"""What the parsers of mails raise where a mail contradicts its format."""

BODY = "正文"
TNEF = "is in Outlook's own format (TNEF); ask the sender for the attachments themselves"
_SMALL = 2**16  # bytes: pictures shown within the words that are smaller are logos and emoticons


@dataclass(slots=True)
class Letter:
    """A mail's own words, as plain text and as HTML, either of them "" where there is none."""

    plain: str = ""
    html: str = ""
    files: list[tuple[str, bytes]] = field(default_factory=list)


def load(path: Path, room: Room) -> bytes:
    """The mail's bytes; a mail is read as a whole."""
    most = room.limits.file_bytes
    with path.open("rb") as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise room.too_large(f"it has more than {most} bytes")
    return data


def write(letter: Letter, room: Room, folder: str = "") -> None:
    """Write the words, the richer kind of the two, and the files; ``folder`` ends with a slash."""
    words = letter.html if _shows_words(letter.html) else letter.plain
    if words.strip():
        suffix, mark = (".html", "\ufeff") if words is letter.html else (".txt", "")
        place = room.write(f"{folder}{BODY}{suffix}", [(mark + words).encode("utf-8", "replace")])
        room.letters += [place] if place is not None else []
    for name, data in letter.files:
        room.write(folder + one_part(name), [data], len(data))


def one_part(name: str) -> str:
    """A file's name of one part: a slash in an attachment's name makes no folder, a dot before it no hidden file."""
    return "_".join(safe_parts(name)).lstrip(".")


def named(name: str, kind: str, number: int) -> str:
    """The name of an attachment, made up from its place and kind (``image/png``) where it has none to be seen."""
    part = one_part(name)
    if part and not is_hidden(part):
        return name.strip()
    return f"附件{number}{PurePath(part).suffix or mimetypes.guess_extension(kind) or ''}"


def is_ornament(kind: str, data: bytes, content_id: str, html: str) -> bool:
    """Whether an attachment is a small picture that ``html`` shows within the words: a logo, an emoticon."""
    name = content_id.strip(" <>\r\n")
    return bool(name) and kind.startswith("image/") and len(data) < _SMALL and f"cid:{name}" in html


def encrypted(room: Room) -> UnreadableFile:
    """The mail can be opened by its receiver only."""
    return UnreadableFile(
        room.archive,
        Reason.ENCRYPTED,
        "The mail is encrypted.",
        "Open it in the mail program of its receiver and save the attachments.",
    )


def damaged(room: Room) -> UnreadableFile:
    """The mail contradicts its format."""
    return UnreadableFile(
        room.archive, Reason.DAMAGED, "The mail is damaged.", "Save its attachments in a mail program and hand them in."
    )


def _shows_words(html: str) -> bool:
    if not html.strip():
        return False
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(html).body
    return body is not None and bool(body.text().strip())
