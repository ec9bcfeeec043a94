"""Locked, damaged, foreign and half-written databases; a writer that is killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest
import records

from pipeline.store import RunResult, Store, StoreDamaged, StoreError, StoreLocked, StoreMissing, StoreTooNew
from pipeline.store import connection as opening
from pipeline.store.migrate import migrations

ROOT = Path(__file__).resolve().parent.parent.parent.parent
FORTY = tuple(records.submission(f"第{number}研究院", f"{number:x}b") for number in range(16, 56))


def run(submissions: tuple[object, ...] = FORTY) -> RunResult:
    return RunResult.model_validate(
        {
            "verb": "screen",
            "started_at": records.NOW,
            "finished_at": records.NOW,
            "notice": "n-aaaaaaaaaa",
            "notices": (records.NOTICE,),
            "submissions": submissions,
            "screenings": tuple(records.screening(each) for each in submissions),  # type: ignore[arg-type]
        }
    )


WRITER = """
import sys
sys.path[:0] = [{root!r}, {tests!r}]
from tests_pipeline_faults import run
from pipeline.store import Store
for _ in range(1000):
    with Store({path!r}) as store:
        store.save_run(run())
    print("saved", flush=True)
"""

HOLDER = """
import sys
sys.path.insert(0, {root!r})
from pipeline.store import Store
with Store({path!r}):
    print("open", flush=True)
    sys.stdin.read()
"""


def start(tmp_path: Path, script: str, path: Path) -> "subprocess.Popen[bytes]":
    (tmp_path / "tests_pipeline_faults.py").write_text(Path(__file__).read_text(encoding="utf-8"), encoding="utf-8")
    tests = str(ROOT / "tests")
    code = script.format(root=str(ROOT), tests=tests, path=str(path))
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(tmp_path)])}
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", code], stdin=pipe, stdout=pipe, env=environment, cwd=tmp_path)


def counts(path: Path) -> tuple[int, int, int]:
    with Store(path, read_only=True) as store:
        tables = ("runs", "screenings", "findings")
        found = [store.query(f"SELECT count(*) FROM {table}").rows[0][0] for table in tables]
    return found[0], found[1], found[2]


@pytest.mark.parametrize("delay", [0.0, 0.05, 0.12])
def test_killed_while_writing_all_runs_before_are_there(tmp_path: Path, delay: float) -> None:
    path = tmp_path / "killed.duckdb"
    writer = start(tmp_path, WRITER, path)
    assert writer.stdout is not None
    for _ in range(2):
        assert writer.stdout.readline() == b"saved\n"
    time.sleep(delay)
    writer.send_signal(signal.SIGKILL)
    said = 2 + writer.stdout.read().count(b"saved")
    writer.wait()
    runs, screenings, findings = counts(path)
    assert runs in (said, said + 1)
    assert (screenings, findings) == (40 * runs, 40 * 9 * runs)
    with Store(path) as store:
        assert store.save_run(run()).run == runs + 1
        assert len(store.load_screenings("n-a")) == 40


@pytest.mark.parametrize("delay", [0.4, 0.6])
def test_killed_while_the_database_is_made_it_is_whole_or_absent(tmp_path: Path, delay: float) -> None:
    path = tmp_path / "made.duckdb"
    writer = start(tmp_path, WRITER, path)
    time.sleep(delay)
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    if path.exists():
        runs, screenings, _ = counts(path)
        assert screenings == 40 * runs
    with Store(path) as store:
        store.save_run(run(FORTY[:1]))


@pytest.mark.parametrize("read_only", [True, False])
def test_a_locked_database_says_who_holds_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read_only: bool) -> None:
    monkeypatch.setattr(opening, "WAIT_SECONDS", 0.2)
    path = tmp_path / "held.duckdb"
    holder = start(tmp_path, HOLDER, path)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"open\n"
    with pytest.raises(StoreLocked, match=rf"{holder.pid}.*Close the program"), Store(path, read_only=read_only):
        pass
    holder.communicate()
    with Store(path, read_only=read_only):
        pass


def test_several_can_read_at_once(tmp_path: Path) -> None:
    path = tmp_path / "read.duckdb"
    with Store(path) as store:
        store.save_run(run(FORTY[:2]))
    reader = start(tmp_path, HOLDER.replace("Store({path!r})", "Store({path!r}, read_only=True)"), path)
    assert reader.stdout is not None
    assert reader.stdout.readline() == b"open\n"
    assert counts(path)[0] == 1
    reader.communicate()


@pytest.mark.parametrize("content", [b"", b"hello" * 5000, b"\0" * 20000])
@pytest.mark.parametrize("read_only", [True, False])
def test_what_is_no_database_is_left_alone(tmp_path: Path, content: bytes, read_only: bool) -> None:
    path = tmp_path / "unlocked letter.duckdb"
    path.write_bytes(content)
    with pytest.raises(StoreDamaged, match="Move it away"), Store(path, read_only=read_only):
        pass
    assert path.read_bytes() == content


def test_a_strangers_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "stranger.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE people (name VARCHAR)")
    with pytest.raises(StoreDamaged, match="not one of jiebang"), Store(path):
        pass
    with duckdb.connect(str(path)) as connection:
        assert connection.execute("SHOW TABLES").fetchall() == [("people",)]


def test_a_newer_database_asks_for_an_upgrade(tmp_path: Path) -> None:
    path = tmp_path / "newer.duckdb"
    with Store(path):
        pass
    with duckdb.connect(str(path)) as connection:
        connection.execute("INSERT INTO schema_version (version, name) VALUES (9999, 'later')")
    for read_only in (True, False):
        with pytest.raises(StoreTooNew, match="Upgrade"), Store(path, read_only=read_only):
            pass


def test_an_older_database_is_brought_up_to_date_by_a_reader(tmp_path: Path) -> None:
    path = tmp_path / "older.duckdb"
    number, first = migrations()[0]
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE schema_version (version INTEGER PRIMARY KEY, name VARCHAR NOT NULL)")
        connection.execute(first.read_text(encoding="utf-8"))
        connection.execute("INSERT INTO schema_version VALUES (?, ?)", [number, first.stem])
    with Store(path, read_only=True) as store:
        assert store.query("SELECT count(*) FROM v_gaps").rows == [(0,)]
        assert store.query("SELECT max(version) FROM schema_version").rows == [(migrations()[-1][0],)]


def test_migrations_are_numbered_without_gaps() -> None:
    assert [number for number, _ in migrations()] == list(range(1, len(migrations()) + 1))


def test_no_database_to_read(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="jiebang ingest"), Store(tmp_path / "none.duckdb", read_only=True):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_reader_saves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    with Store(path):
        pass
    with Store(path, read_only=True) as store, pytest.raises(StoreError):
        store.save_run(run(FORTY[:1]))
    with pytest.raises(StoreError, match="closed"):
        store.list_runs()
