"""What a stranger's file may do to the process that reads it; the file's first word says what."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pipeline.reading import progress
from pipeline.reading.archives import opening
from pipeline.reading.archives.opening import Opened, Packed
from pipeline.reading.loading import read_bytes
from pipeline.reading.options import ReadingOptions
from schemas.document import Document
from schemas.errors import Reason, UnreadableFile


def read(data: bytes, name: str, options: ReadingOptions) -> Document:
    """Reads as ``loading.read_bytes`` does, and before that does what the file says."""
    verb, _, rest = data.decode(errors="replace").partition(" ")
    if verb == "NEEDS":
        raise UnreadableFile(name, Reason.NEEDS_PROGRAM, "It needs LibreOffice.", "Install it.")
    HAZARDS.get(verb, lambda rest: None)(rest.strip())
    return read_bytes(data, name, options)


def read_watched(data: bytes, name: str, options: ReadingOptions) -> Document:
    """Reads as ``loading.read_bytes`` does; whoever asks for a connection gets a PermissionError."""
    if not _WATCHED:
        sys.addaudithook(_refuse_connections)
        _WATCHED.append(True)
    if data == b"CALL":
        try:
            socket.create_connection(("127.0.0.1", 9))
        except PermissionError as error:
            raise UnreadableFile(name, Reason.CRASHED, f"{type(error).__name__}.", "None.") from error
    return read_bytes(data, name, options)


def open_packed(packed: Packed) -> Opened:
    """Opens as ``archives.opening.open_packed`` does, and before that does what the first line of the file says."""
    line = packed.path.read_bytes().partition(b"\n")[2].partition(b"\n")[0].decode(errors="replace")
    verb, _, rest = line.partition(" ")
    if verb in HAZARDS:
        packed.target.mkdir(exist_ok=True)
        (packed.target / "left.txt").write_text("left", encoding="utf-8")
        HAZARDS[verb](rest.strip())
    return opening.open_packed(packed)


_WATCHED: list[bool] = []


def _refuse_connections(event: str, args: tuple[object, ...]) -> None:
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.Request"):
        raise PermissionError(f"{event} {args[-1]}")


def _hang(rest: str) -> None:
    leave_traces(rest)
    time.sleep(600)


def _hang_in_a_pattern(rest: str) -> None:
    re.fullmatch(r"(a|a)*b", "a" * 60)  # holds Python's lock for longer than anybody lives


def _hang_in_a_program(rest: str) -> None:
    leave_traces(rest)
    subprocess.run(["sleep", "600"], check=False)


def leave_traces(rest: str) -> None:
    """A temporary file, a program that goes on, and this process's number in the file ``rest``."""
    Path(tempfile.mkstemp()[1]).write_text("left", encoding="utf-8")
    if rest:
        child = subprocess.Popen(["sleep", "600"])
        loner = subprocess.Popen(["sleep", "600"], start_new_session=True)
        Path(rest).write_text(f"{os.getpid()} {child.pid} {loner.pid} {tempfile.gettempdir()}", encoding="utf-8")


def _eat(rest: str) -> None:
    eaten = []
    while True:
        eaten.append(bytearray(b"x" * 2**24))
        time.sleep(0.005)


def _let_eat(rest: str) -> None:
    code = "import time\nkept = []\nwhile True: kept.append(bytearray(b'x' * 2**24)); time.sleep(0.005)"
    subprocess.run([sys.executable, "-c", code], check=False)


def _die(rest: str) -> None:
    if rest:
        with Path(rest).open("a", encoding="utf-8") as deaths:
            deaths.write("x")
    os.kill(os.getpid(), signal.SIGSEGV)


def _die_once(rest: str) -> None:
    if not Path(rest).exists():
        Path(rest).touch()
        os.kill(os.getpid(), signal.SIGKILL)


def _pages(rest: str) -> None:
    count, seconds = rest.split()[:2]
    for _ in range(int(count)):
        time.sleep(float(seconds))
        progress.page_read()


def _chatter(rest: str) -> None:
    print("a parser speaks", flush=True)
    os.write(2, b"a parser warns\n")


HAZARDS: dict[str, Callable[[str], None]] = {
    "HANG": _hang,
    "PATTERN": _hang_in_a_pattern,
    "PROGRAM": _hang_in_a_program,
    "EAT": _eat,
    "LETEAT": _let_eat,
    "DIE": _die,
    "DIEONCE": _die_once,
    "EXIT": lambda rest: os._exit(0),
    "QUIT": lambda rest: sys.exit("no"),
    "PAGES": _pages,
    "CHATTER": _chatter,
}
