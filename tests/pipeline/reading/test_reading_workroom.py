"""Folders for passing files: what a killed program left goes, what somebody works in stays."""

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from pipeline.reading.workroom import Workroom, sweep, workroom

ROOT = Path(__file__).resolve().parents[3]
KILLED = f"""
import os, signal, sys
sys.path.insert(0, {str(ROOT)!r})
from pipeline.reading.workroom import Workroom
print(Workroom().path, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def left_by_a_kill(folder: Path) -> Path:
    done = subprocess.run(
        [sys.executable, "-c", KILLED], env={**os.environ, "TMPDIR": str(folder)}, capture_output=True, check=False
    )
    return Path(done.stdout.decode().strip())


def aged(path: Path) -> Path:
    os.utime(path, (0, 0))
    return path


def test_a_room_lasts_as_long_as_the_block() -> None:
    with workroom() as room:
        (room / "a").mkdir()
        assert stat.S_IMODE(room.stat().st_mode) == 0o700
    assert not room.exists()


def test_what_a_kill_left_goes_with_the_next_room(tmp_path: Path) -> None:
    left = aged(left_by_a_kill(tmp_path))
    assert left.exists()
    Workroom().remove()
    assert not left.exists()


def test_what_is_young_in_use_or_somebody_elses_stays(tmp_path: Path) -> None:
    young = left_by_a_kill(tmp_path)
    room = Workroom()
    aged(room.path)
    other = tmp_path / "jiebang-photos"
    other.mkdir()
    aged(other)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / ".in-use").touch()
    (tmp_path / "jiebang-link").symlink_to(tmp_path / "elsewhere")
    aged(tmp_path / "elsewhere")
    sweep(tmp_path)
    assert all(path.exists() for path in (young, room.path, other, tmp_path / "elsewhere"))
    room.remove()
