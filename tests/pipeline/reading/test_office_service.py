"""LibreOffice kept running: one a process, bounded, killed and restarted, never left behind."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from office_files import made_by_office, needs_office, needs_uno, office_process
from reading_files import read_as

from pipeline.reading import Limits, ReadingOptions
from pipeline.reading.loading import read_bytes
from pipeline.reading.office import service
from pipeline.reading.office.host import sweep_sockets, until_up
from pipeline.reading.office.programs import OVERRIDE, Programs, find_programs
from schemas.errors import Reason, UnreadableFile

ROOT = Path(__file__).resolve().parents[3]
WAIT = 30


@pytest.fixture
def own_temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A service of the test's own, whose files lie in the test's folder."""
    service.stop()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    yield tmp_path
    service.stop()


@pytest.fixture
def running() -> psutil.Process:
    """LibreOffice, kept running by this process's service."""
    read_as(made_by_office(".doc"), "a.doc")
    return office_process()


def starts() -> int:
    assert service._office is not None
    return service._office.starts


def eventually(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + WAIT
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


@needs_uno
def test_one_start_for_many_files(running: psutil.Process) -> None:
    before = starts()
    for suffix in (".rtf", ".odt", ".doc"):
        assert read_as(made_by_office(suffix), "b" + suffix).text
    assert (starts(), office_process()) == (before, running)


@needs_uno
def test_a_hang_is_bounded_and_the_next_file_is_read(running: psutil.Process) -> None:
    data = made_by_office(".doc")
    running.suspend()
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, "a.doc", ReadingOptions(limits=Limits(seconds=0.5)))
    assert caught.value.reason == Reason.TIMED_OUT
    assert "0.4 seconds" in str(caught.value)
    assert not running.is_running()
    assert read_as(data, "a.doc").text


@needs_uno
def test_the_start_and_the_conversion_are_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a slow start takes nothing from the conversion's time."""
    steps: list[str] = []
    monkeypatch.setattr(service, "page_read", lambda: steps.append("."))
    service.stop()
    for wanted in (2, 3):
        read_as(made_by_office(".doc"), "a.doc")
        assert len(steps) == wanted


def test_sockets_of_the_dead_go(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    dead, living = f"OSL_PIPE_0_jiebang{ended.pid}x17", f"OSL_PIPE_0_jiebang{os.getpid()}x17"
    others = {living, f"OSL_PIPE_0_SingleOfficeIPC_{ended.pid}", f"OSL_PIPE_0_jiebang{ended.pid}x", "jiebang1x1"}
    for name in (dead, *others):
        (tmp_path / name).touch()
    sweep_sockets(str(tmp_path))
    assert {path.name for path in tmp_path.iterdir()} == others


@pytest.mark.parametrize(("ends", "starts"), [([0], 1), ([None], 1), ([81, 79, None], 3), ([81] * 9, 4), ([1, 81], 1)])
def test_it_is_started_again_when_it_asks_for_it(ends: list[int | None], starts: int) -> None:
    given = iter(ends)
    assert until_up(lambda: next(given)) == ends[starts - 1]
    assert len(list(given)) == len(ends) - starts


@needs_uno
def test_killed_between_two_files(running: psutil.Process) -> None:
    data, before, pipes = made_by_office(".doc"), starts(), pipes_of(running.pid)
    running.kill()
    assert read_as(data, "a.doc").text
    assert starts() == before + 1
    assert not [pipe for pipe in pipes if pipe.exists()]


@needs_uno
def test_killed_over_a_file_it_is_tried_again(running: psutil.Process) -> None:
    data, before = made_by_office(".doc"), starts()
    running.suspend()
    killer = threading.Timer(0.5, running.kill)
    killer.start()
    assert read_as(data, "a.doc").text
    killer.join()
    assert starts() == before + 1


@needs_uno
def test_killed_twice_over_a_file_it_is_damaged(running: psutil.Process, monkeypatch: pytest.MonkeyPatch) -> None:
    data, before = made_by_office(".doc"), starts()
    ask = service.Office._ask

    def killing(self: service.Office, request: dict[str, str], seconds: float) -> None:
        office_process().kill()
        ask(self, request, seconds)

    monkeypatch.setattr(service.Office, "_ask", killing)
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, "a.doc")
    assert caught.value.reason == Reason.DAMAGED
    assert starts() == before + 1


@needs_uno
def test_nothing_is_left_when_it_is_stopped(own_temporary: Path) -> None:
    read_as(made_by_office(".doc"), "a.doc")
    read_as(b"{\\rtf1 text}", "a.rtf")
    process = office_process()
    assert list(own_temporary.iterdir())
    pipes = pipes_of(process.pid)
    assert pipes or sys.platform != "linux"
    service.stop()
    assert not process.is_running()
    assert not list(own_temporary.iterdir())
    assert not [pipe for pipe in pipes if pipe.exists()]


def pipes_of(pid: int) -> list[Path]:
    """The sockets that LibreOffice made in /tmp."""
    if sys.platform != "linux":
        return []
    rows = [line.split() for line in Path(f"/proc/{pid}/net/unix").read_text().splitlines()]
    owned = {str(one.readlink()) for one in Path(f"/proc/{pid}/fd").iterdir() if one.is_symlink()}
    return [Path(row[7]) for row in rows if len(row) == 8 and f"socket:[{row[6]}]" in owned]


# What the program does when it has read a file: it ends, dies, hangs and dies, ends in a worker process.
ENDS = {
    "ends": "pass",
    "fails": "raise SystemExit(3)",
    "is killed": "os.kill(os.getpid(), signal.SIGKILL)",
    "is killed while LibreOffice hangs": (
        "import psutil\n"
        "for child in psutil.Process().children(recursive=True):\n"
        "    child.suspend() if child.name().startswith('soffice') else None\n"
        "threading.Timer(1, os.kill, (os.getpid(), signal.SIGKILL)).start()\n"
        "read(Path(sys.argv[1]))"
    ),
    "leaves a sister with its pipes": (
        "if os.fork() == 0:\n    os.close(1)\n    os.close(2)\n    import time\n    time.sleep(6)\n    os._exit(0)\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    ),
}
PROGRAM = """
import os, signal, sys, threading
from pathlib import Path
from pipeline.reading import read
read(Path(sys.argv[1]))
print("read", flush=True)
"""


@needs_uno
@pytest.mark.parametrize("ending", ENDS.values(), ids=ENDS)
def test_no_orphan(tmp_path: Path, ending: str) -> None:
    file, temporary = tmp_path / "a.doc", tmp_path / "t"
    file.write_bytes(made_by_office(".doc"))
    temporary.mkdir()
    command = [sys.executable, "-c", PROGRAM + ending, str(file)]
    environment = {**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, env=environment, timeout=120, check=False)
    assert done.stdout == b"read\n", done.stderr.decode()
    assert eventually(lambda: not users_of(temporary)), "a process was left"
    assert eventually(lambda: not list(temporary.glob("jiebang-*"))), "its files were left"


def users_of(folder: Path) -> list[psutil.Process]:
    """The processes that were started with this folder."""
    return [p for p in psutil.process_iter(["cmdline"]) if str(folder) in " ".join(p.info["cmdline"] or ())]


@needs_uno
def test_a_worker_process_leaves_nothing(own_temporary: Path) -> None:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    data = made_by_office(".doc")
    service.stop()
    with ProcessPoolExecutor(2, mp_context=get_context("spawn"), initializer=into, initargs=(own_temporary,)) as pool:
        texts = [future.result().text for future in [pool.submit(read_as, data, "a.doc") for _ in range(4)]]
    assert len(set(texts)) == 1
    assert eventually(lambda: not users_of(own_temporary) and not list(own_temporary.iterdir()))


def into(folder: Path) -> None:
    import tempfile

    tempfile.tempdir = str(folder)


@needs_uno
def test_processes_do_not_collide(tmp_path: Path) -> None:
    file = tmp_path / "a.doc"
    file.write_bytes(made_by_office(".doc"))
    command = [sys.executable, "-c", PROGRAM, str(file)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) for _ in range(3)]
    assert [process.communicate(timeout=120)[0] for process in running] == [b"read\n"] * 3


@needs_uno
def test_a_fork_leaves_its_parents_libreoffice_alone(running: psutil.Process) -> None:
    child = os.fork()
    if child == 0:
        service.stop()
        os._exit(0)
    os.waitpid(child, 0)
    assert running.is_running()
    assert read_as(made_by_office(".doc"), "a.doc").text
    assert office_process() == running


@needs_office
def test_without_a_python_that_has_uno_every_file_is_a_start(
    own_temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = made_by_office(".doc")
    service.stop()
    found = find_programs()
    assert found is not None
    monkeypatch.setattr(service, "find_programs", lambda: Programs(found.soffice, None))
    assert read_as(data, "a.doc").text == read_as(made_by_office(".odt"), "a.odt").text
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, "a.doc", ReadingOptions(limits=Limits(seconds=0.05)))
    assert caught.value.reason == Reason.TIMED_OUT
    assert not list(own_temporary.iterdir())


def test_no_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(OVERRIDE, "")
    assert find_programs() is None
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(b"{\\rtf1 text}", "a.rtf")
    assert caught.value.reason == Reason.NEEDS_PROGRAM
    assert "apt-get install libreoffice-writer-nogui python3-uno" in caught.value.remedy
    assert "DOCX" in caught.value.remedy


@needs_uno
def test_a_libreoffice_that_does_not_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "soffice"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv(OVERRIDE, str(broken))
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(b"{\\rtf1 text}", "a.rtf")
    assert caught.value.reason == Reason.NEEDS_PROGRAM
    assert "does not start" in caught.value.message
