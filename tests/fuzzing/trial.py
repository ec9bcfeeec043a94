"""One mutated file, read: what became of it, in a process that stays for many."""

import atexit
import contextlib
import gc
import logging
import re
import resource
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

import psutil
from fuzzing.mutations import mutate
from fuzzing.seeds import Seed, seeds
from reading_files import check_offsets

from pipeline.reading import ReadingOptions
from pipeline.reading.archives.unpack import UNPACKERS
from pipeline.reading.filetypes import sniff
from pipeline.reading.inputs import expand
from pipeline.reading.loading import read_bytes
from pipeline.reading.storing import from_bytes, to_bytes
from schemas.document import Document
from schemas.errors import UnreadableFile

_CATCH_ALL = re.compile(r"The file is damaged: (\w+) while reading it as")
_MOST_MEMORY = 4 * 2**30
WAITING = 6  # times its CPU seconds that a file may take by the clock: on a busy machine, or waiting for a program
OPTIONS = ReadingOptions(isolate=False, cache=False)


@dataclass(frozen=True)
class Outcome:
    """``result`` is "read" or a reason; ``soft`` the type of an error that only the catch-all of loading met;
    ``fault`` what may never happen. CPU ``seconds`` of reading; ``resident`` bytes of the process afterwards.
    """

    index: int
    name: str
    result: str
    seconds: float
    resident: int
    soft: str | None = None
    fault: str | None = None


class Hang(BaseException):
    """The time for one file is over."""


def case(seed: int, index: int) -> tuple[str, bytes]:
    """The name and bytes of a mutated file: the same for the same numbers."""
    random = Random(f"{seed}:{index}")
    known: tuple[Seed, ...] = seeds()
    one = random.choices(known, [each.share for each in known])[0]
    return one.name, mutate(one.make(), one.name, random)


def attempt(name: str, data: bytes, seconds: float, index: int = 0) -> Outcome:
    """Reads a file and judges what comes out."""
    started = time.process_time()
    result, soft, fault = "read", None, None
    try:
        with _alarm(seconds):
            document = _opened(data, name)
        if document is not None:
            check_offsets(document)
            if from_bytes(to_bytes(document)) != document:
                fault = "it cannot be stored"
    except UnreadableFile as failure:
        result = failure.reason.value
        found = _CATCH_ALL.match(failure.message)
        soft = found[1] if found else "MemoryError" if isinstance(failure.__cause__, MemoryError) else None
    except Hang:
        fault = f"more than {seconds:g} CPU seconds, or {seconds * WAITING:g} in all"
    except Exception as error:  # noqa: BLE001  what may never happen
        fault = f"{type(error).__name__}: {str(error)[:200]}"
    taken = time.process_time() - started
    return Outcome(index, name, result, taken, psutil.Process().memory_info().rss, soft, fault)


def _opened(data: bytes, name: str) -> Document | None:
    """The document; None for an archive or a mail, which is opened as the folder that it is.

    Raises UnreadableFile, for the first of what is in an archive too.
    """
    if sniff(data, name) not in UNPACKERS:
        return read_bytes(data, name, OPTIONS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        with expand([path], OPTIONS) as found:
            if found.failures:
                raise found.failures[0]
    return None


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    def ring(*ignored: object) -> None:
        raise Hang

    timers = ((signal.ITIMER_PROF, signal.SIGPROF, seconds), (signal.ITIMER_REAL, signal.SIGALRM, seconds * WAITING))
    before = [signal.signal(sign, ring) for _, sign, _ in timers]
    for timer, _, length in timers:
        signal.setitimer(timer, length)
    try:
        yield
    finally:
        for (timer, sign, _), handler in zip(timers, before, strict=True):
            signal.setitimer(timer, 0)
            signal.signal(sign, handler)


def serve(connection: Connection, seed: int, seconds: float, folder: str) -> None:
    """A worker: takes numbers, answers with outcomes; at None it ends and tells what it leaves behind."""
    tempfile.tempdir = folder
    logging.disable()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (_MOST_MEMORY, _MOST_MEMORY))
    for index in iter(connection.recv, None):
        name, data = case(seed, index)
        connection.send(attempt(name, data, seconds, index))
    atexit._run_exitfuncs()
    gc.collect()
    left = [path.name for path in Path(folder).iterdir()]
    left += [f"process {child.name()}" for child in psutil.Process().children()]
    connection.send((psutil.Process().memory_info().rss, left))
