"""Files that hang, eat memory or kill their reader: each has its reason, the next one is read, nothing is left."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from pipeline.reading import Limits, ReadingOptions, read
from pipeline.reading.isolation import process
from pipeline.reading.isolation.channel import Channel
from pipeline.reading.isolation.process import ReadingProcess
from schemas.errors import Reason, UnreadableFile

ENTRY = "reading_hazards:read"
ROOT = Path(__file__).resolve().parents[3]
QUICK = ReadingOptions(limits=Limits(seconds=0.5, page_seconds=5))
SMALL = ReadingOptions(limits=Limits(seconds=60, memory_mb=300))
PATIENT = 60  # seconds after which a test is given up


@pytest.fixture(scope="module")
def reader() -> Iterator[ReadingProcess]:
    reader = ReadingProcess(ENTRY)
    yield reader
    reader.close()


def text(reader: ReadingProcess, words: str, options: ReadingOptions = ReadingOptions()) -> str:  # noqa: B008
    return reader.read(words.encode(), "a.txt", options).text


def wait_until(true: object, what: str) -> None:
    """Until ``true()``."""
    end = time.monotonic() + PATIENT
    while not true():  # type: ignore[operator]
        assert time.monotonic() < end, what
        time.sleep(0.02)


# (what the file says, the options, the reason, a word of the message)
BOUNDS = [
    ("HANG", QUICK, Reason.TIMED_OUT, "0.5 seconds"),
    ("PATTERN", QUICK, Reason.TIMED_OUT, "0.5 seconds"),
    ("PROGRAM", QUICK, Reason.TIMED_OUT, "0.5 seconds"),
    ("PAGES 1 60", QUICK, Reason.TIMED_OUT, "0.5 seconds"),
    ("PAGES 1000 0.05", ReadingOptions(limits=Limits(seconds=0.5, page_seconds=0.01)), Reason.TIMED_OUT, "pages"),
    ("PAGES 1000 0.05", ReadingOptions(limits=Limits(seconds=0.5, pages=3)), Reason.TIMED_OUT, "seconds"),
    ("EAT", SMALL, Reason.TOO_LARGE, "300 MiB"),
    ("LETEAT", SMALL, Reason.TOO_LARGE, "300 MiB"),
    ("DIE", QUICK, Reason.CRASHED, "killed twice"),
    ("EXIT", QUICK, Reason.CRASHED, "killed twice"),
    ("QUIT", QUICK, Reason.CRASHED, "killed twice"),
]


@pytest.mark.parametrize(("words", "options", "reason", "word"), BOUNDS)
def test_beyond_a_bound(reader: ReadingProcess, words: str, options: ReadingOptions, reason: Reason, word: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        text(reader, words, options)
    assert (caught.value.reason, caught.value.path) == (reason, "a.txt")
    assert word in caught.value.message
    assert caught.value.remedy.endswith(".")
    assert text(reader, "下一个文件") == "下一个文件\n"


def test_pages_give_a_document_its_time(reader: ReadingProcess) -> None:
    assert text(reader, "PAGES 10 0.2", QUICK).startswith("PAGES")


def test_a_reader_that_dies_twice_is_not_tried_again(reader: ReadingProcess, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        text(reader, f"DIE {tmp_path / 'deaths'}")
    assert (tmp_path / "deaths").read_text(encoding="utf-8") == "xx"


def test_a_reader_that_dies_once_is_tried_again(reader: ReadingProcess, tmp_path: Path) -> None:
    assert text(reader, f"DIEONCE {tmp_path / 'died'}").startswith("DIEONCE")


def test_a_failure_comes_back_as_it_was(reader: ReadingProcess) -> None:
    with pytest.raises(UnreadableFile) as caught:
        text(reader, "NEEDS")
    failure = caught.value
    assert (failure.path, failure.reason) == ("a.txt", Reason.NEEDS_PROGRAM)
    assert (failure.message, failure.remedy) == ("It needs LibreOffice.", "Install it.")


def test_one_process_reads_many_files() -> None:
    reader = ReadingProcess(ENTRY)
    text(reader, "一")
    before = psutil.Process().children()
    text(reader, "二")
    assert psutil.Process().children() == before
    reader.close()


def test_a_process_that_has_grown_is_replaced() -> None:
    reader = ReadingProcess(ENTRY)
    text(reader, "一", ReadingOptions(limits=Limits(memory_mb=60)))  # Python itself takes more than half of it
    assert text(reader, "二") == "二\n"
    reader.close()


def test_what_parsers_print_is_not_seen(reader: ReadingProcess, capfd: pytest.CaptureFixture[str]) -> None:
    text(reader, "CHATTER")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("ending", ["bound", "close"])
def test_nothing_is_left(ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    reader = ReadingProcess(ENTRY)
    if ending == "bound":
        with pytest.raises(UnreadableFile):
            text(reader, f"HANG {tmp_path / 'traces'}", QUICK)
        pids = [int(word) for word in (tmp_path / "traces").read_text(encoding="utf-8").split()[:3]]
        (tmp_path / "traces").unlink()
        wait_until(lambda: not any(map(is_alive, pids)), "a process is left")
    else:
        text(reader, "一")
        assert len(list(tmp_path.iterdir())) == 1
        reader.close()
    assert list(tmp_path.iterdir()) == []


def is_alive(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


PROGRAM = f"""
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background inherits that it is ignored
sys.path[:0] = [{str(ROOT)!r}, {str(Path(__file__).parent)!r}]
from pipeline.reading import ReadingOptions
from pipeline.reading.isolation.process import ReadingProcess
ReadingProcess({ENTRY!r}).read(sys.argv[1].encode(), "a.txt", ReadingOptions())
"""


@pytest.mark.parametrize("verb", ["HANG", "PROGRAM"])
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_the_reading_process_does_not_outlive_its_parent(end: signal.Signals, verb: str, tmp_path: Path) -> None:
    traces = tmp_path / "traces"
    parent = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, f"{verb} {traces}"],
        env={**os.environ, "TMPDIR": str(tmp_path)},
        stderr=subprocess.DEVNULL,
    )
    wait_until(lambda: traces.exists() and len(traces.read_text(encoding="utf-8").split()) == 4, "it does not start")
    *pids, room = traces.read_text(encoding="utf-8").split()
    parent.send_signal(end)
    assert parent.wait(PATIENT) != 0
    wait_until(lambda: not any(is_alive(int(pid)) for pid in pids), "a process is left")
    wait_until(lambda: not Path(room).exists(), "a folder is left")


def test_a_program_that_cannot_start_readers_says_so(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UnreadableFile) as caught:
        text(ReadingProcess("no_such_module:read"), "一")
    assert caught.value.reason == Reason.CRASHED
    assert "no_such_module" in capfd.readouterr().err


def test_a_folder_of_strangers_is_no_source_of_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('a stranger speaks')", encoding="utf-8")
    (tmp_path / "a.txt").write_text("申报材料", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(process, "_OWN", {})
    assert read(Path("a.txt"), options=ReadingOptions(cache=False)).text == "申报材料\n"
    process.reading_process().close()


def test_without_isolation_the_calling_process_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("申报材料", encoding="utf-8")
    monkeypatch.setattr(process, "reading_process", lambda: pytest.fail("a process was asked"))
    assert read(tmp_path / "a.txt", options=ReadingOptions(isolate=False, cache=False)).text == "申报材料\n"


def test_one_that_sends_byte_by_byte_keeps_nobody_from_the_clock() -> None:
    ours, theirs = socket.socketpair()
    stop = threading.Event()

    def drip() -> None:
        while not stop.wait(0.01):
            theirs.send(b" ")

    theirs.send(b"\x05" + (2**20).to_bytes(8, "big"))  # a Document of a MiB is announced
    thread = threading.Thread(target=drip)
    thread.start()
    try:
        assert Channel(ours).receive(0.2) is None
    finally:
        stop.set()
        thread.join()
        ours.close()
        theirs.close()
