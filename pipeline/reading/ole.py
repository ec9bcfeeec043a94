"""OLE files (Word 97, Excel 97, Outlook): which streams stand in their root, and how one begins."""

import io
import struct
from typing import Any

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY_BYTES = 128
_HEADER = 512  # bytes
_LEAST_SECTOR, _MOST_SECTOR = 7, 16  # powers of two, as the standard has them
_SPARE = 256  # sectors of an allocation table that a program may have set aside
# What olefile raises for a directory or an allocation table that contradicts itself: its own error is an OSError.
_ERRORS = (OSError, ValueError, IndexError, KeyError, TypeError, OverflowError, RecursionError, MemoryError)


def opened(data: bytes) -> Any:
    """The file in olefile's hands, to be closed; raises OSError (and what olefile raises) where it is no sound one.

    olefile follows the table's own account of its length; one that is longer than the file needs would lead it in
    a circle for hours.
    """
    import olefile

    if len(data) < _HEADER:
        raise OSError("too short")
    (shift,) = struct.unpack_from("<H", data, 30)
    (count,), (further,) = struct.unpack_from("<I", data, 44), struct.unpack_from("<I", data, 72)
    if not _LEAST_SECTOR <= shift <= _MOST_SECTOR:
        raise OSError("sectors of a size that no file has")
    needed = (len(data) >> shift) // (2**shift // 4) + 1
    if count > 2 * needed + _SPARE or further > count:
        raise OSError("an allocation table that is longer than the file")
    return olefile.OleFileIO(io.BytesIO(data))


def root_streams(data: bytes) -> frozenset[str] | None:
    """The names of the streams and storages in the root; None where the directory cannot be read."""
    try:
        with opened(data) as ole:
            return frozenset(path[0] for path in ole.listdir(streams=True, storages=True))
    except _ERRORS:
        return None


def mentions(data: bytes, name: str) -> bool:
    """Whether a directory entry of this name stands anywhere: its first field, ended by a zero, every 128 bytes."""
    wanted = name.encode("utf-16-le")
    at = data.find(wanted)
    while at >= 0:
        if at % _ENTRY_BYTES == 0 and not any(data[at + len(wanted) : at + len(wanted) + 2]):
            return True
        at = data.find(wanted, at + 1)
    return False


def stream_start(data: bytes, name: str, size: int) -> bytes:
    """The first ``size`` bytes of a stream in the root; fewer, or none, where it is shorter or cannot be read."""
    try:
        with opened(data) as ole, ole.openstream(name) as stream:
            return bytes(stream.read(size))
    except _ERRORS:
        return b""
