"""kill -9 during a screening of 40 files: earlier runs stay, the database opens, running again finishes it."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.store import Store

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "data" / "samples"
NOTICE = SAMPLES / "notices" / "storage_and_vehicles.pdf"
JIEBANG = [sys.executable, "-c", "from pipeline.cli import main; main()"]


def jiebang(*words: object, **environment: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [*JIEBANG, *map(str, words)],
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def counts(database: Path) -> dict[str, int]:
    with Store(database, read_only=True) as store:
        return {table: store.query(f"SELECT count(*) FROM {table}").rows[0][0] for table in ("runs", "screenings")}


def screen(*words: object) -> str:
    done = CliRunner().invoke(app, [str(word) for word in words])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_killed_screening_loses_nothing(tmp_path: Path) -> None:
    folder, database = tmp_path / "applications", tmp_path / "jiebang.duckdb"
    folder.mkdir()
    text = (SAMPLES / "applications" / "storage_and_vehicles" / "3_镜域软件.txt").read_text(encoding="utf-8")
    for number in range(40):
        (folder / f"{number:02d}.txt").write_text(text + f"\n编号{number}\n", encoding="utf-8")
    first = tmp_path / "first"
    first.mkdir()
    shutil.copy(folder / "00.txt", first)
    screen("screen", "--notice", NOTICE, first, "--db", database)
    before = counts(database)
    finished = {"runs": before["runs"] + 1, "screenings": before["screenings"] + 40}

    cache = tmp_path / "cache"
    killed = jiebang("screen", "--notice", NOTICE, folder, "--db", database, JIEBANG_CACHE=str(cache))
    while killed.poll() is None and sum(path.is_file() for path in cache.rglob("*")) < 15:
        time.sleep(0.02)
    assert killed.poll() is None, "all was done before it could be killed"
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()
    assert counts(database) in (before, finished)  # all of a run or nothing of it

    out = screen("screen", "--notice", NOTICE, folder, "--db", database, "--format", "json")
    assert len(json.loads(out)["submissions"]) == 40
    with Store(database, read_only=True) as store:
        assert store.query("SELECT count(*) FROM v_screenings").rows == [(40,)]
