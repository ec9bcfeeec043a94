"""ZIP files opened within bounds: Python's reader makes an object of every entry of the directory, however many."""

import zipfile
from typing import IO, cast

MOST_ENTRIES = 60_000
_ENTRY_BYTES = 512  # of one entry with a long name, twice written, and its times
_ENTRY = b"PK\x01\x02"


class TooManyEntries(zipfile.BadZipFile):
    """The directory is larger than that of any archive or document of ours."""


def open_zip(stream: IO[bytes], most: int = MOST_ENTRIES) -> zipfile.ZipFile:
    """The ZIP in ``stream``, which the caller closes; raises TooManyEntries, and what ``zipfile`` raises.

    What is held against the bound is what is about to be parsed, not what the archive says of itself.
    """
    guarded = _Guarded(stream, most)
    archive = zipfile.ZipFile(cast(IO[bytes], guarded))
    guarded.most = None
    return archive


class _Guarded:
    """A stream as ``zipfile`` uses it; ``most`` entries may come at once until it is None."""

    def __init__(self, stream: IO[bytes], most: int) -> None:
        self._stream = stream
        self.most: int | None = most
        self.seek, self.tell, self.seekable = stream.seek, stream.tell, stream.seekable

    def read(self, size: int = -1) -> bytes:
        if self.most is not None and size > self.most * _ENTRY_BYTES:
            raise TooManyEntries(f"a directory of {size} bytes")
        data = self._stream.read(size)
        if self.most is not None and data.count(_ENTRY) > self.most:
            raise TooManyEntries(f"a directory of more than {self.most} entries")
        return data
