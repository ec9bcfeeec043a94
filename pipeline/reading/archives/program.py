"""7z and RAR through libarchive's ``bsdtar``: another process turns the archive into a TAR, which is read here.

The program writes no file: it gets one name, no shell, a time, and (where the system can) a bound on its memory.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from functools import cache
from pathlib import Path
from typing import IO

from pipeline.reading.archives.room import BLOCK, Room
from pipeline.reading.archives.tar import unpack_stream
from schemas.errors import Reason, UnreadableFile

_SECONDS = 120.0
_MEMORY = 2**31  # bytes of address space
_ANSWER = 10.0  # seconds that a program may take to say its version
_SAID = 4096  # bytes of its last words that are looked at
_WORDS = 2**20  # bytes that it may say at all
_REST = 2**20  # bytes behind the end of the TAR that are read away


def unpack_by_program(path: Path, room: Room) -> None:
    """Unpack a 7z or RAR archive; raises UnreadableFile, also where no such program is installed."""
    program = bsdtar()
    if program is None:
        raise UnreadableFile(
            room.archive,
            Reason.NEEDS_PROGRAM,
            "7z and RAR archives are unpacked by bsdtar, which is not installed.",
            "Install libarchive-tools (Debian, Ubuntu) or libarchive (bsdtar), or pack the files as ZIP.",
        )
    at = str(path.absolute())
    run = _Run([program, "-cf", "-", "--format", "pax", f"@{at}"], _SECONDS)
    damage: UnreadableFile | None = None
    try:
        unpack_stream(run.output, room)
        run.drain()
    except UnreadableFile as failure:
        if failure.reason is not Reason.DAMAGED:
            raise
        damage = failure
    finally:
        run.end()
    if run.late:
        raise UnreadableFile(
            room.archive,
            Reason.TIMED_OUT,
            f"Unpacking the archive took more than {_SECONDS:.0f} seconds.",
            "Pack the files again as an ordinary ZIP.",
        )
    if run.code or damage is not None:
        if "ncrypt" in run.said or "ncrypt" in _complaint(program, at, room.limits.archive_bytes):
            raise room.encrypted()
        raise damage or room.damaged()


class _Run:
    """A program that writes to ``output``; killed when its time is over, and at the end in any case."""

    def __init__(self, command: list[str], seconds: float) -> None:
        self.late = False
        self.code = 0
        self.said = ""
        self._words = tempfile.TemporaryFile()  # noqa: SIM115 - closed by ``end``
        self._process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self._words, env=_environment()
        )
        _bound(self._process.pid)
        self._clock = threading.Timer(seconds, self._stop)
        self._clock.daemon = True
        self._clock.start()

    @property
    def output(self) -> IO[bytes]:
        """What the program writes."""
        assert self._process.stdout is not None
        return self._process.stdout

    def drain(self, left: int = _REST) -> None:
        """Read away what follows the end, so that the program ends by itself; no more than a little."""
        while left > 0 and (block := self.output.read(BLOCK)):
            left -= len(block)
        if left > 0:
            self.code = self._process.wait()

    def end(self) -> None:
        """End the program and keep its last words."""
        self._clock.cancel()
        self._process.kill()
        self.output.close()
        self.code = self.code or self._process.wait()
        self._words.seek(0, os.SEEK_END)
        self._words.seek(max(self._words.tell() - _SAID, 0))
        self.said = self._words.read().decode("utf-8", "replace")
        self._words.close()

    def _stop(self) -> None:
        self.late = True
        self._process.kill()


def _complaint(program: str, path: str, most: int) -> str:
    """What the program says when it reads the members one by one; it is silent about passwords otherwise."""
    run = _Run([program, "-xOf", path], _ANSWER)
    run.drain(most)
    run.end()
    return run.said


@cache
def bsdtar() -> str | None:
    """The program's path: ``bsdtar``, or a ``tar`` that says it is one (macOS, Windows); None where there is none."""
    for name in ("bsdtar", "tar"):
        path = shutil.which(name)
        if path is not None and _is_bsdtar(path):
            return path
    return None


def _is_bsdtar(path: str) -> bool:
    try:
        said = subprocess.run(
            [path, "--version"], stdin=subprocess.DEVNULL, capture_output=True, timeout=_ANSWER, check=False
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return False
    return said.startswith(b"bsdtar")


def _environment() -> dict[str, str]:
    """Names come as UTF-8 whatever the caller's language is."""
    return {**os.environ, "LC_ALL": "C.UTF-8"}


def _bound(process: int) -> None:
    """Bound the memory of a running process and what it may say, where the system can."""
    if sys.platform == "linux":
        import resource

        try:
            resource.prlimit(process, resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            resource.prlimit(process, resource.RLIMIT_FSIZE, (_WORDS, _WORDS))  # its output is a pipe, no file
        except OSError:  # it has ended already
            return
