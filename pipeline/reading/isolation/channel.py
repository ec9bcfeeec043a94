"""What the two processes say to each other: frames of a kind and bytes, over a socket."""

import socket
import struct
import time
from enum import IntEnum
from typing import NamedTuple

from pipeline.reading.limits import MOST_FILE_BYTES

_HEADER = struct.Struct("!BQ")
_BLOCK = 2**20
LONGEST = MOST_FILE_BYTES  # bytes of one frame; a longer one is nothing that our own side would send


class Kind(IntEnum):
    """The kinds of frame; READ, FILE and UNPACK go to the reading process, the others come from it."""

    READ = 1  # a pickled (name, options), then the file's bytes in a frame FILE
    FILE = 2
    READY = 3  # nothing: the process has started
    PAGE = 4  # nothing: another page has been read
    DOCUMENT = 5  # a Document as JSON
    FAILURE = 6  # an UnreadableFile as JSON
    UNPACK = 7  # a pickled archives.opening.Packed
    UNPACKED = 8  # an archives.opening.Opened as JSON


_KINDS = {int(kind): kind for kind in Kind}


class Frame(NamedTuple):
    """One message."""

    kind: Kind
    data: bytes


class Broken(Exception):
    """The other side is gone, or says what nobody can understand."""


class Channel:
    """One end of the connection."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._received = bytearray()

    def send(self, kind: Kind, data: bytes = b"", seconds: float | None = None) -> None:
        """Sends one frame. Raises Broken; TimeoutError where the other side takes nothing for ``seconds``."""
        self._connection.settimeout(seconds)
        try:
            self._connection.sendall(_HEADER.pack(kind, len(data)))
            self._connection.sendall(data)
        except TimeoutError:
            raise
        except OSError as error:
            raise Broken from error

    def receive(self, seconds: float | None = None) -> Frame | None:
        """The next frame, or None where it is not whole within ``seconds``. Raises Broken."""
        end = None if seconds is None else time.monotonic() + seconds
        while (frame := self._complete()) is None:
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:  # one that comes byte by byte would keep us here for ever
                return None
            self._connection.settimeout(left)
            try:
                block = self._connection.recv(_BLOCK)
            except TimeoutError:
                return None
            except OSError as error:
                raise Broken from error
            if not block:
                raise Broken
            self._received += block
        return frame

    def close(self) -> None:
        """Ends the connection; the other side sees that."""
        self._connection.close()

    def _complete(self) -> Frame | None:
        if len(self._received) < _HEADER.size:
            return None
        code, length = _HEADER.unpack_from(self._received)
        if length > LONGEST or (kind := _KINDS.get(code)) is None:
            raise Broken
        end = _HEADER.size + length
        if len(self._received) < end:
            return None
        data = bytes(memoryview(self._received)[_HEADER.size : end])
        del self._received[:end]
        return Frame(kind, data)
