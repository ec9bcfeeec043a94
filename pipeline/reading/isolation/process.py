"""Reading in a process of its own: started when first needed, kept for the files that follow, killed at a bound."""

import atexit
import contextlib
import json
import os
import pickle
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.reading.archives.opening import Opened, Packed
from pipeline.reading.archives.opening import from_bytes as from_json
from pipeline.reading.isolation.channel import Broken, Channel, Frame, Kind
from pipeline.reading.isolation.family import Family
from pipeline.reading.limits import Limits
from pipeline.reading.options import ReadingOptions
from pipeline.reading.storing import from_bytes
from pipeline.reading.workroom import Workroom
from schemas.document import Document
from schemas.errors import Reason, UnreadableFile

ENTRY = "pipeline.reading.loading:read_bytes"
OPENING = "pipeline.reading.archives.opening:open_packed"
_ROOT = str(Path(__file__).resolve().parents[3])
_BOOT = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from pipeline.reading.isolation.worker import main; "
_BOOT += "main(sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5])"
_START_SECONDS = 60.0
_LEAVE_SECONDS = 5.0
_TICK = 0.1  # seconds between two looks at clock and memory
_TRIES = 2
_MIB = 2**20


class ReadingProcess:
    """Reads files, and opens archives, one by one in a child process; ``entry`` and ``opening`` are the functions
    ``module:name`` that it calls.
    """

    def __init__(self, entry: str = ENTRY, opening: str = OPENING) -> None:
        self._entries = (entry, opening)
        self._worker: _Worker | None = None
        self._lock = threading.Lock()

    def read(self, data: bytes, name: str, options: ReadingOptions) -> Document:
        """Reads a file's bytes as ``loading.read_bytes`` does, within the bounds on time and memory.

        Raises UnreadableFile; a process that dies over the file is tried once more, a new one each time.
        """
        frames = (Frame(Kind.READ, pickle.dumps((name, options))), Frame(Kind.FILE, data))
        return _document(self._answer(_Request(name, options.limits, options.limits.pages, frames)), name)

    def unpack(self, packed: Packed) -> Opened:
        """Opens an archive as ``archives.opening.open_packed`` does, within the same bounds; raises as ``read``."""
        limits = packed.limits
        request = _Request(packed.name, limits, limits.archive_members, (Frame(Kind.UNPACK, pickle.dumps(packed)),))
        return _opened(self._answer(request), packed.name)

    def _answer(self, request: "_Request") -> Frame:
        with self._lock:
            for _ in range(_TRIES):
                answer = None
                try:
                    answer = self._ask(request)
                except Broken:
                    continue
                finally:
                    if answer is None:  # dead, beyond a bound, or ^C: it is of no use to the next file
                        self._drop()
                return answer
        raise _crashed(request.name, "The process that read the file was killed twice over it.")

    def close(self) -> None:
        """Ends the process in order; the next ``read`` starts a new one."""
        with self._lock:
            if self._worker is not None:
                self._worker.leave()
                self._worker = None

    def _ask(self, request: "_Request") -> Frame:
        if self._worker is None:
            self._worker = _Worker(*self._entries)
            self._worker.wait_until_ready(request.name)
        answer = self._worker.ask(request)
        if self._worker.family.resident(alone=True) > request.limits.memory_mb * _MIB // 2:
            self._worker.leave()  # what earlier files left behind is not the next one's fault
            self._worker = None
        return answer

    def _drop(self) -> None:
        if self._worker is not None:
            self._worker.kill()
            self._worker = None


def reading_process() -> ReadingProcess:
    """The one of this process; a fork does not share its parent's."""
    return _OWN.setdefault(os.getpid(), ReadingProcess())


_OWN: dict[int, ReadingProcess] = {}


@atexit.register
def _close() -> None:
    if (own := _OWN.pop(os.getpid(), None)) is not None:
        own.close()


@dataclass(frozen=True, slots=True)
class _Request:
    """What the process is asked; ``steps`` is how many pages (or members) may give it more time."""

    name: str
    limits: Limits
    steps: int
    frames: tuple[Frame, ...]


class _Worker:
    """A child process, its connection and its temporary folder."""

    def __init__(self, entry: str, opening: str) -> None:
        self._room = Workroom()
        ours, theirs = socket.socketpair()
        path = [_ROOT, *(each for each in sys.path if each not in ("", _ROOT))]
        room = str(self._room.path)
        with theirs:
            self._process = subprocess.Popen(
                # -P: the folder of the call may be full of strangers' files
                [sys.executable, "-P", "-c", _BOOT, json.dumps(path), entry, opening, str(theirs.fileno()), room],
                stdin=subprocess.PIPE,  # the lifeline: closed by our end, however we end
                pass_fds=(theirs.fileno(), self._room.lock),
                start_new_session=True,
                env={**os.environ, "TMPDIR": room, "PYDANTIC_DISABLE_PLUGINS": "__all__"},
            )
        self._channel = Channel(ours)
        self.family = Family(self._process.pid)

    def wait_until_ready(self, name: str) -> None:
        """Waits for the start. Raises UnreadableFile where nothing starts (its reason is on standard error)."""
        with contextlib.suppress(Broken):
            frame = self._channel.receive(_START_SECONDS)
            if frame is not None and frame.kind is Kind.READY:
                return
        raise _crashed(name, "The process that reads files does not start.")

    def ask(self, request: _Request) -> Frame:
        """Sends a request and waits for the answer. Raises Broken, and UnreadableFile where a bound is exceeded."""
        name, limits = request.name, request.limits
        clock = _Clock(limits, request.steps)
        try:
            for each in request.frames:
                self._channel.send(each.kind, each.data, limits.seconds)
        except TimeoutError:
            raise _timed_out(name, limits) from None
        looked = time.monotonic()
        while True:
            frame = self._channel.receive(_TICK)
            if frame is not None and frame.kind is Kind.PAGE:
                clock.page()
            elif frame is not None:
                return frame
            now = time.monotonic()
            if clock.is_over(now):
                raise _timed_out(name, limits)
            if now - looked >= _TICK:
                looked = now
                if self.family.resident() > limits.memory_mb * _MIB:
                    raise _too_much_memory(name, limits)

    def leave(self) -> None:
        """Ends the process in order, or by force where it does not hear."""
        self._channel.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_LEAVE_SECONDS)
        self.kill()

    def kill(self) -> None:
        """Ends the process with all that it started, and removes its folder."""
        self.family.kill()
        self._process.wait()
        self._channel.close()
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._room.remove()


@dataclass(slots=True)
class _Clock:
    """The time that one file has; each page that was read gives it some more, ``most`` pages at most."""

    limits: Limits
    most: int
    pages: int = 0
    started: float = field(default_factory=time.monotonic)
    moved: float = field(default_factory=time.monotonic)

    def page(self) -> None:
        """Another page was read; there are not more than there may be, whatever the process says."""
        if self.pages < self.most:
            self.pages += 1
            self.moved = time.monotonic()

    def is_over(self, now: float) -> bool:
        """Whether the file has had its time."""
        total = self.limits.seconds + self.limits.page_seconds * self.pages
        return now - self.moved > self.limits.seconds or now - self.started > total


def _document(answer: Frame, name: str) -> Document:
    """What the process answers, checked: a file may have made it say anything."""
    if answer.kind is Kind.DOCUMENT:
        document = from_bytes(answer.data)
        if document is not None:
            return document
    elif answer.kind is Kind.FAILURE:
        with contextlib.suppress(ValueError, KeyError, TypeError):
            words = json.loads(answer.data)
            reason, passing = Reason(words["reason"]), bool(words["passing"])
            message, remedy = str(words["message"]), str(words["remedy"])
            raise UnreadableFile(str(words["path"]), reason, message, remedy, passing=passing)
    raise _crashed(name, "The process that read the file gave no sensible answer.")


def _opened(answer: Frame, name: str) -> Opened:
    opened = from_json(answer.data) if answer.kind is Kind.UNPACKED else None
    if opened is None:
        raise _crashed(name, "The process that unpacked the archive gave no sensible answer.")
    return opened


def _timed_out(name: str, limits: Limits) -> UnreadableFile:
    return UnreadableFile(
        name,
        Reason.TIMED_OUT,
        f"Reading it did not get on for {limits.seconds:g} seconds, or took far longer than its pages should.",
        "Save it anew in the program that made it, split it, or raise `seconds` in the settings if you trust the file.",
    )


def _too_much_memory(name: str, limits: Limits) -> UnreadableFile:
    return UnreadableFile(
        name,
        Reason.TOO_LARGE,
        f"The file is too large: reading it takes more than {limits.memory_mb} MiB of memory.",
        "Split it, or raise `memory_mb` in the settings if you trust the file.",
        passing=True,
    )


def _crashed(name: str, message: str) -> UnreadableFile:
    return UnreadableFile(
        name,
        Reason.CRASHED,
        message,
        "Save the file anew in the program that made it, or as PDF; please report it, with the file if you may.",
    )
