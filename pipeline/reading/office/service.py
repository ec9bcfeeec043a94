"""LibreOffice kept running: one a process, started at the first legacy file, killed when it hangs or we end."""

import atexit
import json
import os
import select
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from pipeline.reading.office.profile import office_environment, write_profile
from pipeline.reading.office.programs import Programs, find_programs, plain_environment
from pipeline.reading.progress import page_read
from pipeline.reading.workroom import Workroom

START_SECONDS = 90.0
"""How long LibreOffice may take to start; a cold machine takes some ten seconds."""

MEMORY = 4 * 2**30
"""The address space that LibreOffice may have, in bytes; it has 0.75 GiB with a small document."""

DISK = 2**30
"""The longest file that LibreOffice may write, in bytes; what a conversion may give has its own bound."""

_GRACE_SECONDS = 5.0
_DONE, _ENDED = "done", "ended"


class OfficeError(Exception):
    """LibreOffice did not do what was asked; ``str`` says why."""


class NotInstalled(OfficeError):
    """There is no LibreOffice, or it does not start, or a component of it is missing."""


class TimedOut(OfficeError):
    """No answer within the bound; LibreOffice was killed."""


class Ended(OfficeError):
    """LibreOffice died over the file."""


class Refused(OfficeError):
    """LibreOffice cannot open the file, or not save it."""


class Overflow(OfficeError):
    """What LibreOffice made of the file is larger than the bound."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """What is to be done: the file's extension, LibreOffice's names of the filters to read and to write it, and bounds.

    ``seconds`` for the conversion, ``size`` in bytes for what comes of it.
    """

    suffix: str
    reads: str
    writes: str
    seconds: float
    size: int


class Office:
    """One LibreOffice process, told by pipe what to convert; restarted when it ended."""

    def __init__(self, programs: Programs) -> None:
        self.programs = programs
        self.owner = os.getpid()
        self.process: subprocess.Popen[bytes] | None = None
        self.room: Workroom | None = None
        self.starts = 0
        self._buffer = b""
        self._count = 0

    def convert(self, data: bytes, task: Conversion) -> bytes:
        """The bytes of the converted file; raises OfficeError. A dead LibreOffice is started once more."""
        try:
            try:
                return self._attempt(data, task)
            except Ended:
                return self._attempt(data, task)
        except OSError as error:
            raise NotInstalled(f"its files cannot be written here ({error.strerror})") from error

    def stop(self) -> None:
        """Kill LibreOffice and remove its files."""
        process, room = self.process, self.room
        self.process = self.room = None
        self._buffer = b""
        if process is not None and self.owner == os.getpid():
            _end(process)
        if room is not None and self.owner == os.getpid():
            room.remove()

    def _attempt(self, data: bytes, task: Conversion) -> bytes:
        folder = self._start()
        self._count += 1
        source, target = folder / f"{self._count}{task.suffix}", folder / f"{self._count}.out"
        source.write_bytes(data)
        request = {"source": str(source), "target": str(target), "reads": task.reads, "writes": task.writes}
        try:
            self._ask(request, task.seconds)
            page_read()
            return taken(target, task.size)
        finally:
            for path in (source, target):
                path.unlink(missing_ok=True)

    def _start(self) -> Path:
        """The folder that a running LibreOffice works in; raises NotInstalled where none comes to run."""
        if self.process is not None and self.process.poll() is None and self.room is not None:
            return self.room.path
        self.stop()
        self.starts += 1
        self.room = Workroom()
        folder = self.room.path
        write_profile(folder / "profile", self.programs.soffice)
        command = [
            *(str(self.programs.python), "-s", str(Path(__file__).with_name("host.py"))),
            *(str(folder), str(MEMORY), str(DISK), str(self.programs.soffice)),
        ]
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=office_environment(folder, plain_environment()),
            pass_fds=(self.room.lock,),  # the folder is in use as long as the host lives
            start_new_session=True,  # Ctrl-C is ours to handle
        )
        try:
            self._reply(START_SECONDS)
        except OfficeError as error:
            self.stop()
            raise NotInstalled("LibreOffice does not start") from error
        page_read()  # the start is not the file's fault
        return folder

    def _ask(self, request: dict[str, str], seconds: float) -> None:
        process = self.process
        try:
            if process is None or process.stdin is None:
                raise Ended("it is not running")
            process.stdin.write(json.dumps(request).encode() + b"\n")
            process.stdin.flush()
            self._reply(seconds)
        except OSError as error:
            self.stop()
            raise Ended("it ended") from error
        except (TimedOut, Ended):
            self.stop()
            raise

    def _reply(self, seconds: float) -> None:
        """Wait for an answer; raises OfficeError unless it is a good one."""
        answer = json.loads(self._line(time.monotonic() + seconds))
        status, detail = answer["status"], answer["detail"]
        if status == _ENDED:
            raise Ended(detail)
        if status == "no_filter":
            raise NotInstalled(f"this LibreOffice has no filter {detail}")
        if status in ("unreadable", "unwritable"):
            raise Refused(detail)

    def _line(self, deadline: float) -> bytes:
        process = self.process
        if process is None or process.stdout is None:
            raise Ended("it is not running")
        while b"\n" not in self._buffer:
            ready, _, _ = select.select([process.stdout], [], [], max(deadline - time.monotonic(), 0))
            if not ready:
                raise TimedOut("no answer")
            more = os.read(process.stdout.fileno(), 65536)
            if not more:
                raise Ended("it ended")
            self._buffer += more
        line, _, self._buffer = self._buffer.partition(b"\n")
        return line


def taken(target: Path, size: int) -> bytes:
    """The file that a conversion made, if it made one within the bound."""
    try:
        made = target.stat().st_size
        if made >= size:
            raise Overflow(f"LibreOffice makes {made} bytes or more of it, at most {size}")
        return target.read_bytes()
    except FileNotFoundError:
        raise Refused("nothing was saved") from None


def _end(process: "subprocess.Popen[bytes]") -> None:
    """The host kills LibreOffice when its standard input ends; both are killed where it does not come to that."""
    for stream in (process.stdin, process.stdout):
        try:
            if stream is not None:
                stream.close()
        except OSError:
            pass
    try:
        process.wait(_GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        pass
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass
    process.wait()


_lock = Lock()
_office: Office | None = None


def convert(data: bytes, task: Conversion) -> bytes:
    """Convert with this process's LibreOffice, which is started if need be; raises OfficeError."""
    from pipeline.reading.office.oneshot import convert_once

    programs = find_programs()
    if programs is None:
        raise NotInstalled("LibreOffice is not installed")
    if programs.python is None:
        return convert_once(programs.soffice, data, task)
    with _lock:
        return _running(programs).convert(data, task)


def _running(programs: Programs) -> Office:
    """This process's Office; one that a fork brought along belongs to the parent and is left alone."""
    global _office
    if _office is None or _office.owner != os.getpid() or _office.programs != programs:
        if _office is None:
            atexit.register(stop)
        else:
            _office.stop()
        _office = Office(programs)
    return _office


def stop() -> None:
    """End this process's LibreOffice, if one runs; the next file starts it anew."""
    if _office is not None:
        _office.stop()
