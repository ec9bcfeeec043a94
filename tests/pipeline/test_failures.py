"""One file for each reason: every one is in the report and in the table of failures, and the others are processed."""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipeline.cli import app
from pipeline.reading.isolation import process
from pipeline.store import Store
from schemas.errors import Reason

sys.path.insert(0, str(Path(__file__).resolve().parent / "reading"))
from office_files import ole
from reading_files import docx, p

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"
NOTICE = SAMPLES / "notices" / "storage_and_vehicles.pdf"
APPLICATION = SAMPLES / "applications" / "storage_and_vehicles" / "3_镜域软件.txt"
SETTINGS = "[reading]\nseconds = 3\ncharacters = 20000\ncache = false\n"

# (reason, name, bytes or None where there is no such file); reading_hazards says what HANG, DIE and NEEDS do
FILES: list[tuple[Reason, str, bytes | None]] = [
    (Reason.NOT_FOUND, "没有.docx", None),
    (Reason.ENCRYPTED, "加密.docx", ole({"EncryptedPackage": bytes(600)})),
    (Reason.DAMAGED, "损坏.docx", docx(p("文" * 5000))[:300]),
    (Reason.DAMAGED, "坏包.zip", b"PK\x03\x04 broken"),
    (Reason.EMPTY, "空.txt", b""),
    (Reason.TOO_LARGE, "过长.txt", "文".encode() * 20_001),
    (Reason.TIMED_OUT, "停住.txt", b"HANG "),
    (Reason.NEEDS_PROGRAM, "旧格式.txt", b"NEEDS "),
    (Reason.UNSUPPORTED, "未知.bin", bytes(range(32)) * 50),
    (Reason.CRASHED, "崩溃.txt", b"DIE "),
]
NATURAL = [each for each in FILES if each[0] not in (Reason.TIMED_OUT, Reason.NEEDS_PROGRAM, Reason.CRASHED)]


@pytest.fixture
def hazards(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Files are read by a process that does what they say."""
    reader = process.ReadingProcess("reading_hazards:read")
    monkeypatch.setattr(process, "_OWN", {os.getpid(): reader})
    yield
    reader.close()


def written(folder: Path, files: list[tuple[Reason, str, bytes | None]]) -> list[str]:
    """The paths of the files, and of an application that can be read."""
    for _, name, data in files:
        if data is not None:
            (folder / name).write_bytes(data)
    shutil.copy(APPLICATION, folder / "好.txt")
    (folder / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    return [str(folder / name) for name in (*(name for _, name, _ in files), "好.txt")]


def jiebang(folder: Path, *words: object) -> Result:
    call = [str(word) for word in words]
    return CliRunner().invoke(
        app, [*call, "--settings", str(folder / "settings.toml"), "--db", str(folder / "x.duckdb")]
    )


def failures(folder: Path) -> set[tuple[str, str]]:
    with Store(folder / "x.duckdb", read_only=True) as store:
        rows = store.query("SELECT path, reason, error FROM failures").rows
    assert all(str(error).rstrip().endswith(".") for _, _, error in rows)
    assert len(rows) == len(set(rows))
    return {(Path(str(path)).name, str(reason)) for path, reason, _ in rows}


def test_the_table_has_every_reason() -> None:
    assert {reason for reason, _, _ in FILES} == set(Reason)


@pytest.mark.usefixtures("hazards")
def test_ingest(tmp_path: Path) -> None:
    result = jiebang(tmp_path, "ingest", *written(tmp_path, FILES))
    assert result.exit_code == 3, result.output
    assert failures(tmp_path) == {(name, reason.value) for reason, name, _ in FILES}
    with Store(tmp_path / "x.duckdb", read_only=True) as store:
        assert len(store.list_submissions().rows) == 1


@pytest.mark.usefixtures("hazards")
def test_screen(tmp_path: Path) -> None:
    result = jiebang(tmp_path, "screen", "--notice", NOTICE, *written(tmp_path, FILES), "--format", "json")
    assert result.exit_code == 3, result.output
    report = json.loads(result.stdout)
    assert len(report["submissions"]) == 1
    said = {(Path(each["path"]).name, each["reason"]) for each in report["failures"]}
    assert said == failures(tmp_path) == {(name, reason.value) for reason, name, _ in FILES}


def test_several_jobs(tmp_path: Path) -> None:
    assert jiebang(tmp_path, "ingest", *written(tmp_path, NATURAL), "--jobs", "2").exit_code == 3
    assert failures(tmp_path) == {(name, reason.value) for reason, name, _ in NATURAL}


@pytest.mark.usefixtures("hazards")
@pytest.mark.parametrize(("reason", "name", "data"), FILES, ids=lambda each: str(each)[:12])
def test_one_file_as_a_part_of_an_application(reason: Reason, name: str, data: bytes | None, tmp_path: Path) -> None:
    if data is None or name.endswith(".zip"):
        pytest.skip("what is not there is no part of a folder; an archive is a folder of its own")
    folder = tmp_path / "申报" / "甲厂"
    folder.mkdir(parents=True)
    (folder / name).write_bytes(data)
    written(tmp_path, [])
    (tmp_path / "好.txt").rename(folder / "好.txt")
    assert jiebang(tmp_path, "ingest", tmp_path / "申报").exit_code == 3
    assert failures(tmp_path) == {(name, reason.value)}
