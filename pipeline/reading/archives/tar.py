"""TAR: a stream of members, read once from front to back; links and devices are left out and named."""

import lzma
import tarfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from pipeline.reading.archives.names import decoded
from pipeline.reading.archives.room import BLOCK, Room
from schemas.errors import Reason

STREAM_ERRORS = (EOFError, OSError, ValueError, zlib.error, lzma.LZMAError)
"""What the streams of packed files raise where they are damaged."""

# Headers may lead to headers without end, and tell of lengths that no machine can count to.
_ERRORS = (*STREAM_ERRORS, tarfile.TarError, RecursionError, OverflowError)
_LONGEST_HEADER = 2**20  # bytes read at once: names and the like; never a member, which comes in blocks
_ENTRIES = 10  # folders and the like, for each file that an archive may hold


class Stream(Protocol):
    """Bytes from front to back."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes, none at the end."""


class _Forward:
    """A stream as ``tarfile`` wants it: it goes forward only, gives no more than a header may have (at once, and in
    all before a member), and ends beyond the bounds of ``room`` (what is passed over counts too).
    """

    def __init__(self, raw: Stream, room: Room) -> None:
        self.raw = raw
        self.room = room
        self.most = 2 * room.limits.archive_bytes
        self.at = 0
        self.last = b""
        self.headers = 0  # bytes since the last member

    def read(self, size: int) -> bytes:
        if not 0 <= size <= _LONGEST_HEADER:
            raise tarfile.ReadError("a header that is too long")
        self.headers += size
        if self.headers > _LONGEST_HEADER:  # a map of a sparse file may have millions of entries
            raise tarfile.ReadError("headers without end")
        return self._read(size)

    def member(self, source: Stream) -> Iterator[bytes]:
        """The content of the member in hand, which is no header."""
        for block in blocks_of(source):
            self.headers = 0
            yield block

    def _read(self, size: int) -> bytes:
        self.last = _exactly(self.raw, size)
        self.at += len(self.last)
        if self.at > self.most:
            raise self.room.too_large(f"it unpacks to more than {self.room.limits.archive_bytes} bytes")
        return self.last

    def tell(self) -> int:
        return self.at

    def seek(self, place: int) -> int:
        if place < self.at:
            raise tarfile.ReadError("a header that leads backwards")
        while self.at < place and self._read(min(place - self.at, BLOCK)):
            pass
        return self.at


def unpack_tar(path: Path, room: Room) -> None:
    """Unpack a TAR that is not packed itself."""
    with path.open("rb") as raw:
        unpack_stream(raw, room)


def unpack_stream(raw: Stream, room: Room) -> None:
    """Unpack a TAR from a stream; raises UnreadableFile where it is damaged or beyond the bounds.

    A stream that turns out to be none behind its first members is a failure; these members are kept.
    """
    stream = _Forward(raw, room)
    try:
        with tarfile.open(fileobj=stream, mode="r:", errors="surrogateescape", encoding="utf-8") as archive:  # type: ignore[call-overload]
            for number, member in enumerate(archive):
                if number > _ENTRIES * room.limits.archive_members:
                    raise room.too_large("it holds folders without end")
                stream.headers = 0
                _unpack_member(archive, member, room, stream)
                archive.members.clear()
    except _ERRORS as error:
        raise room.damaged() from error
    if stream.last.strip(b"\x00"):
        room.failures.append(room.damaged("is damaged behind the files that were read"))


def _unpack_member(archive: tarfile.TarFile, member: tarfile.TarInfo, room: Room, stream: _Forward) -> None:
    name = decoded(member.name)
    if member.isdir():
        return
    if not member.isreg():
        what = "is a link, which is not followed" if member.issym() or member.islnk() else "is a device or a pipe"
        room.skip(name, what)
        return
    if member.size < 0:
        room.skip(name, "has no size", Reason.DAMAGED)
        return
    if member.issparse():
        room.skip(name, "is stored with holes, as no document is")
        return
    source = archive.extractfile(member)
    if source is not None:
        room.write(name, stream.member(source), member.size)


def blocks_of(source: Stream) -> Iterator[bytes]:
    """A stream block by block, to its end."""
    while block := source.read(BLOCK):
        yield block


def _exactly(raw: Stream, size: int) -> bytes:
    """So many bytes, fewer only at the end: a pipe gives what it has."""
    parts: list[bytes] = []
    left = size
    while left and (block := raw.read(left)):
        parts.append(block)
        left -= len(block)
    return b"".join(parts)
