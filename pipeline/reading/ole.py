"""OLE files (Word 97, Excel 97, Outlook): which streams stand in their root, and how one begins."""

import io

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY_BYTES = 128
# What olefile raises for a directory or an allocation table that contradicts itself: its own error is an OSError.
_ERRORS = (OSError, ValueError, IndexError, KeyError, TypeError, OverflowError, RecursionError, MemoryError)


def root_streams(data: bytes) -> frozenset[str] | None:
    """The names of the streams and storages in the root; None where the directory cannot be read."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
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
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole, ole.openstream(name) as stream:
            return bytes(stream.read(size))
    except _ERRORS:
        return b""
