"""One archive or mail opened into a folder: what the reading process does with it, and what it answers."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from pipeline.reading.archives.room import Budget, Room
from pipeline.reading.archives.unpack import UNPACKERS
from pipeline.reading.filetypes import ZIP_ERRORS, FileType, sniff, zip_type
from pipeline.reading.limits import Limits
from pipeline.reading.signatures import is_part_by_name
from schemas.errors import Reason, UnreadableFile

_SNIFFED = 8192  # bytes
_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0"  # what is in them tells documents from archives


@dataclass(frozen=True, slots=True)
class Packed:
    """A file that may be an archive or a mail: ``target`` is the folder to be made, ``depth`` the archives around."""

    path: Path
    name: str
    target: Path
    limits: Limits
    budget: Budget
    depth: int


@dataclass(frozen=True, slots=True)
class Opened:
    """What came of it: ``kind`` None for a document, which is left as it is; ``failure`` where nothing was unpacked.

    ``failures`` are members that were left out, ``letters`` the paths within the folder of a mail's own words;
    ``single`` says that the archive is one packed file; ``budget`` is what is left of it.
    """

    kind: FileType | None
    budget: Budget
    single: bool = False
    letters: tuple[str, ...] = ()
    failures: tuple[UnreadableFile, ...] = ()
    failure: UnreadableFile | None = field(default=None)


def may_be_packed(path: Path) -> bool:
    """Whether a file begins as an archive or a mail does; only its beginning is looked at, and nothing opened."""
    try:
        if not path.is_file():  # a pipe would be empty afterwards
            return False
        head = _head(path)
    except OSError:
        return False
    return head.startswith((_ZIP, _OLE)) or sniff(head, path.name) in UNPACKERS


def open_packed(packed: Packed) -> Opened:
    """Open the archive here and now; only ``packed.target`` is written to."""
    kind = None
    room = Room(packed.name, packed.target, packed.limits, packed.budget, packed=0)
    try:
        kind = _kind(packed.path, packed.limits)
        if kind is None:
            return Opened(None, packed.budget)
        room.packed = packed.path.stat().st_size
        if packed.depth >= packed.limits.archive_depth:
            raise _too_deep(packed)
        room.clear()  # a process that died over it may have begun
        packed.target.mkdir()
        UNPACKERS[kind](packed.path, room)
    except UnreadableFile as failure:
        return Opened(kind, packed.budget, failure=failure)
    except MemoryError:
        return Opened(kind, packed.budget, failure=room.too_large("the memory is not enough to unpack it"))
    letters = tuple(str(letter.relative_to(packed.target)) for letter in room.letters)
    return Opened(kind, packed.budget, room.single, letters, tuple(room.failures))


def to_bytes(opened: Opened) -> bytes:
    """As JSON."""
    failures = [_words(each) for each in opened.failures]
    failure = _words(opened.failure) if opened.failure is not None else None
    plain = {"kind": opened.kind, "budget": asdict(opened.budget), "single": opened.single, "letters": opened.letters}
    return json.dumps({**plain, "failures": failures, "failure": failure}).encode()


def from_bytes(data: bytes) -> Opened | None:
    """What ``to_bytes`` made these bytes of; None for anything else: a file may have made its process say it."""
    try:
        said = json.loads(data)
        return Opened(
            kind=FileType(said["kind"]) if said["kind"] is not None else None,
            budget=Budget(int(said["budget"]["bytes_left"]), int(said["budget"]["members_left"])),
            single=bool(said["single"]),
            letters=tuple(str(each) for each in said["letters"]),
            failures=tuple(_failure(each) for each in said["failures"]),
            failure=_failure(said["failure"]) if said["failure"] is not None else None,
        )
    except (ValueError, KeyError, TypeError):
        return None


def _kind(path: Path, limits: Limits) -> FileType | None:
    """The kind of archive or mail that a file is; None for a document (a DOCX is a ZIP too).

    A file beyond the bound on documents is none that is read as a whole: a ZIP tells what it is by its directory,
    and what stays undecided is a document, which the reader then refuses.
    """
    try:
        head, size = _head(path), path.stat().st_size
        if not head.startswith((_ZIP, _OLE)):
            kind = sniff(head, path.name)
        elif size <= limits.file_bytes:
            kind = sniff(path.read_bytes(), path.name)
        elif head.startswith(_OLE) or is_part_by_name(path.name):
            return None
        else:
            with path.open("rb") as stream:
                kind = zip_type(stream)
    except ZIP_ERRORS:  # errors of the system are among them: the reader will meet them too
        return None
    return kind if kind in UNPACKERS else None


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(_SNIFFED)


def _too_deep(packed: Packed) -> UnreadableFile:
    what = f"Archives lie more than {packed.limits.archive_depth} deep in one another."
    return UnreadableFile(packed.name, Reason.TOO_LARGE, what, "Unpack the inner archive first.")


def _words(failure: UnreadableFile) -> dict[str, str]:
    return {
        "path": failure.path,
        "reason": failure.reason.value,
        "message": failure.message,
        "remedy": failure.remedy,
    }


def _failure(words: dict[str, str]) -> UnreadableFile:
    return UnreadableFile(str(words["path"]), Reason(words["reason"]), str(words["message"]), str(words["remedy"]))
