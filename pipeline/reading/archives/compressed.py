"""GZIP, BZIP2 and XZ: a TAR packed as a whole, or one packed document (申报书.pdf.gz)."""

import bz2
import gzip
import lzma
from collections.abc import Callable
from pathlib import Path

from pipeline.reading.archives.room import Room
from pipeline.reading.archives.tar import STREAM_ERRORS, blocks_of, unpack_stream
from pipeline.reading.signatures import begins_tar

_SUFFIXES = (".gz", ".bz2", ".xz")
_HEAD = 512

Opener = Callable[[Path], gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile]


def unpack_gzip(path: Path, room: Room) -> None:
    """Unpack what gzip packed."""
    _unpack(path, room, gzip.GzipFile)


def unpack_bzip2(path: Path, room: Room) -> None:
    """Unpack what bzip2 packed."""
    _unpack(path, room, bz2.BZ2File)


def unpack_xz(path: Path, room: Room) -> None:
    """Unpack what xz packed."""
    _unpack(path, room, lzma.LZMAFile)


def _unpack(path: Path, room: Room, opened: Opener) -> None:
    try:
        with opened(path) as stream:
            head = stream.read(_HEAD)
        with opened(path) as stream:
            if begins_tar(head):
                unpack_stream(stream, room)
                return
            room.single = True
            room.write(_inner_name(path), blocks_of(stream))
    except STREAM_ERRORS as error:
        raise room.damaged() from error


def _inner_name(path: Path) -> str:
    return path.stem if path.suffix.lower() in _SUFFIXES else path.name
