"""The reading process: one file after the other, until nobody asks any more. It reads nothing but what it is sent."""

import atexit
import contextlib
import importlib
import json
import os
import pickle
import resource
import shutil
import signal
import socket
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.garbage import collect_seldom
from pipeline.reading import progress
from pipeline.reading.isolation.channel import Broken, Channel, Kind
from pipeline.reading.limits import Limits
from pipeline.reading.options import ReadingOptions
from pipeline.reading.storing import to_bytes
from schemas.document import Document
from schemas.errors import UnreadableFile

if TYPE_CHECKING:
    from pipeline.reading.archives.opening import Packed

Read = Callable[[bytes, str, ReadingOptions], Document]
_LIFELINE = 0  # standard input: nothing ever comes, and it ends when the process that asks has ended
_GRACE = 2.0  # seconds that the file in hand has for an orderly end
_LATE = 30.0  # seconds after the asking process should have killed this one


def main(entry: str, opening: str, handle: int, room: str) -> None:
    """Answers requests on the socket ``handle`` with the functions ``module:name`` that read a file (``entry``) and
    open an archive (``opening``); ``room`` is for passing files.
    """
    _confine(Path(room))
    server = _Server(_loaded(entry), opening, Channel(socket.socket(fileno=handle)))
    collect_seldom()
    with contextlib.suppress(Broken):
        server.channel.send(Kind.READY)
        _silence()
        progress.listen(server.page_read)
        while True:
            server.serve()


@dataclass(slots=True)
class _Server:
    read: Read
    opening: str
    channel: Channel
    seconds: float = 0.0

    def serve(self) -> None:
        """Waits for a request and answers it. Raises Broken."""
        head = self.channel.receive()
        if head is not None and head.kind is Kind.UNPACK:
            self._unpack(pickle.loads(head.data))  # from the process that started this one
        elif head is not None and head.kind is Kind.READ:
            self._read(head.data)
        else:
            raise Broken
        _end_by_itself(0)

    def _unpack(self, packed: "Packed") -> None:
        from pipeline.reading.archives.opening import to_bytes as as_json

        self._begin(packed.limits)
        self.channel.send(Kind.UNPACKED, as_json(_loaded(self.opening)(packed)))

    def _read(self, head: bytes) -> None:
        body = self.channel.receive()
        if body is None or body.kind is not Kind.FILE:
            raise Broken
        name, options = pickle.loads(head)
        self._begin(options.limits)
        try:
            document = to_bytes(self.read(body.data, name, options))
        except UnreadableFile as error:
            words: dict[str, object] = {
                **{"path": error.path, "reason": error.reason, "message": error.message, "remedy": error.remedy},
                "passing": error.passing,
            }
            self.channel.send(Kind.FAILURE, json.dumps(words).encode())
        else:
            self.channel.send(Kind.DOCUMENT, document)

    def _begin(self, limits: Limits) -> None:
        self.seconds = limits.seconds + _LATE
        _end_by_itself(self.seconds)

    def page_read(self) -> None:
        """Tells that the file in hand gets on."""
        self.channel.send(Kind.PAGE)
        _end_by_itself(self.seconds)


def _loaded(name: str) -> Any:
    module, _, function = name.partition(":")
    return getattr(importlib.import_module(module), function)


def _end_by_itself(seconds: float) -> None:
    """Whatever the code of a parser does then, the kernel ends this process; 0 takes that back."""
    signal.setitimer(signal.ITIMER_REAL, seconds)


def _confine(room: Path) -> None:
    """No core dumps of strangers' files, first to go where memory runs out, gone when nobody waits any more."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("500", encoding="ascii")
    tempfile.tempdir = str(room)
    atexit.register(_leave_nothing, room)  # the first to be registered is the last to be called
    threading.Thread(target=_watch_lifeline, args=(room,), daemon=True).start()


def _watch_lifeline(room: Path) -> None:
    while os.read(_LIFELINE, 1):
        pass
    time.sleep(_GRACE)
    _leave_nothing(room)


def _leave_nothing(room: Path) -> None:
    """Removes the folder, then ends this process with every program that it has started."""
    from pipeline.reading.isolation.family import Family

    shutil.rmtree(room, ignore_errors=True)
    if os.getpgrp() == os.getpid():
        Family(os.getpid()).kill()


def _silence() -> None:
    """What parsers print is neither data nor a message to the user."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)
