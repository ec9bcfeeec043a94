"""Exit codes, and what a terminal is spared: the contract of the command line at its edges."""

import io
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import pipeline.run
from pipeline.cli import app
from pipeline.opening import open_notice
from pipeline.printing import print_table, visible
from schemas.errors import JiebangError, UnreadableFile, UsageError

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "data" / "samples"
NOTICE = SAMPLES / "notices" / "storage_and_vehicles.pdf"
APPLICATION = SAMPLES / "applications" / "storage_and_vehicles" / "3_镜域软件.txt"


def jiebang(*words: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=stdin)


LISTS = ["issuers", "directions", "targets", "deadlines", "contacts", "eligibility", "materials", "limits"]
LISTS += ["form_fields", "sections"]


@pytest.mark.parametrize(("path", "more"), [(NOTICE, ["obligations"]), (APPLICATION, ["attachments"])])
def test_every_record_has_the_lists_of_the_contract(path: Path, more: list[str]) -> None:
    record = json.loads(jiebang("extract", path).stdout)
    assert [type(record[name]) for name in LISTS + more] == [list] * len(LISTS + more)


def empty(folder: Path) -> Path:
    path = folder / "empty.txt"
    path.touch()
    return path


def bad_archive(folder: Path) -> Path:
    path = folder / "bad.zip"
    path.write_bytes(b"PK\x03\x04 broken")
    return path


# (what is given for --notice, the error: unreadable is exit code 4, a wrong call 2)
NOTICES = [
    (empty, UnreadableFile),
    (bad_archive, UnreadableFile),
    (lambda folder: folder, UnreadableFile),
    (lambda folder: folder / "none.pdf", UsageError),
    (lambda folder: APPLICATION, UsageError),
]


@pytest.mark.parametrize(("make", "error"), NOTICES)
def test_what_is_no_notice(tmp_path: Path, make, error: type[JiebangError]) -> None:
    reference = str(make(tmp_path))
    with pytest.raises(error, match=Path(reference).name):
        open_notice(reference, tmp_path / "x.duckdb")


def test_what_fails_beside_the_notice_is_said(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "n.zip", "w") as archive:
        archive.write(NOTICE, "通知.pdf")
        archive.write(APPLICATION, "范例.txt")
        archive.writestr("附件.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    notice, intake = open_notice(str(tmp_path / "n.zip"), tmp_path / "x.duckdb")
    assert len(notice.directions) == 4
    assert intake is not None
    assert [Path(failure.path).name for failure in intake.failures] == ["附件.doc", "范例.txt"]
    assert "Name it among the applications" in intake.failures[1].error


def test_an_application_that_lies_with_the_notice_is_said_by_every_verb(tmp_path: Path) -> None:
    folder = tmp_path / "notice"
    folder.mkdir()
    for path in (NOTICE, APPLICATION):
        shutil.copy(path, folder / path.name)
    database = tmp_path / "x.duckdb"
    screened = jiebang("screen", "--notice", folder, APPLICATION, "--db", database, "--format", "json")
    assert screened.exit_code == 3
    assert [Path(one["path"]).name for one in json.loads(screened.stdout)["failures"]] == [APPLICATION.name]
    assert [one["applicant"] for one in json.loads(screened.stdout)["submissions"]] == ["澜州镜域软件有限公司"]
    asked = jiebang("obligations", folder, "--db", database)
    assert "reads as an application" in asked.stderr
    matched = jiebang("match", "--notice", folder, "-", "--db", database, stdin="储能\n")
    assert "reads as an application" in matched.stderr


@pytest.mark.parametrize("verb", [("screen", "--notice", NOTICE), ("ingest",)])
def test_a_database_that_cannot_be_made_is_said_before_anything_is_read(tmp_path: Path, verb: tuple[object]) -> None:
    (tmp_path / "file").touch()
    result = jiebang(*verb, tmp_path / "no such application", "--db", tmp_path / "file" / "x.duckdb")
    assert isinstance(result.exception, JiebangError)
    assert "--db" in str(result.exception)


@pytest.mark.parametrize("output", ["html", "xlsx", "csv"])
def test_a_report_that_cannot_be_written(tmp_path: Path, output: str) -> None:
    database = tmp_path / "x.duckdb"
    assert jiebang("screen", "--notice", NOTICE, APPLICATION, "--db", database).exit_code == 0
    result = jiebang("report", "--notice", NOTICE.parent, "--db", database, "--out", database, "--format", output)
    assert isinstance(result.exception, UsageError)


def test_an_error_of_the_program_stops_no_other_file(monkeypatch: pytest.MonkeyPatch) -> None:
    extract = pipeline.run.extract
    monkeypatch.setattr(pipeline.run, "extract", lambda path, **how: 1 // 0 if path == NOTICE else extract(path, **how))
    result = jiebang("extract", NOTICE, APPLICATION)
    assert result.exit_code == 3
    assert [record["kind"] for record in json.loads(result.stdout)] == ["submission"]
    assert "ZeroDivisionError" in result.stderr


def test_a_line_is_what_ends_with_a_newline() -> None:
    out = jiebang("match", "--notice", NOTICE, "-", stdin="储能\u2028电池\x0c\r\n自动驾驶\n").stdout
    assert [json.loads(line)["text"] for line in out.rstrip("\n").split("\n")] == ["储能\u2028电池", "自动驾驶"]


def test_the_reader_of_the_output_may_go() -> None:
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", "extract", str(NOTICE)]
    program = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert program.stdout is not None
    program.stdout.close()
    _, error = program.communicate(timeout=60)
    assert (program.returncode, error) == (0, b"")


# (words of a document, the same as a terminal may show them)
WORDS = [
    ("红\x1b[31m字\x07", "红\ufffd[31m字\ufffd"),
    ("\x9b2J\u202e倒", "\ufffd2J\ufffd倒"),
    ("两\n行\t字", "两\n行\t字"),
]


@pytest.mark.parametrize(("words", "shown"), WORDS)
def test_no_word_commands_the_terminal(words: str, shown: str) -> None:
    assert visible(words) == shown


def test_no_word_of_a_table_is_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.TextIOWrapper(io.BytesIO(), "utf-8")
    monkeypatch.setattr(sys, "stdout", out)
    print_table(["[/列]"], [["[red]格[/red]\x1b"]], "[/题]")
    assert [word in out.buffer.getvalue().decode() for word in ("[/题]", "[/列]", "[red]格[/red]\ufffd")] == [True] * 3


def test_ingest_says_what_it_does_not_recognise(tmp_path: Path) -> None:
    (tmp_path / "readme.txt").write_text("今日天气晴，明日多云。\n", encoding="utf-8")
    result = jiebang("ingest", tmp_path / "readme.txt", NOTICE, "--db", tmp_path / "x.duckdb")
    assert result.exit_code == 3
    assert "失败 1" in result.stdout
    listed = jiebang("list", "notices", "--db", tmp_path / "x.duckdb", "--format", "json").stdout
    assert len(json.loads(listed)) == 1


def test_the_notice_among_the_applications_is_a_failure(tmp_path: Path) -> None:
    database = tmp_path / "x.duckdb"
    out = jiebang("screen", "--notice", NOTICE, NOTICE, APPLICATION, "--db", database, "--format", "json")
    assert out.exit_code == 3
    report = json.loads(out.stdout)
    assert len(report["submissions"]) == 1
    assert "the notice itself" in report["failures"][0]["error"]


def test_a_notice_with_its_template_in_a_second_file(tmp_path: Path) -> None:
    folder = tmp_path / "notice"
    folder.mkdir()
    (folder / "1_通知.txt").write_text(CALL, encoding="utf-8")
    (folder / "2_申报表.txt").write_text(TEMPLATE, encoding="utf-8")
    notice, _ = open_notice(str(folder), tmp_path / "x.duckdb")
    assert notice.title is not None
    assert {field.name for field in notice.form_fields} >= {"单位名称", "注册地址"}
    asked = {(o.kind, o.name, o.evidence.file) for o in notice.obligations}
    assert ("form_field", "注册地址", "2_申报表.txt") in asked
    assert any(kind == "eligibility" and file is None for kind, _, file in asked)


def test_a_template_that_reads_as_an_application_stays_with_the_notice(tmp_path: Path) -> None:
    """A box ticked and a number given as examples: it names no applicant and is not filled in."""
    folder = tmp_path / "notice"
    folder.mkdir()
    (folder / "1_通知.txt").write_text(CALL, encoding="utf-8")
    example = "（填写示例：☑是 □否，13900000000）\n"
    (folder / "2_申报表.txt").write_text(TEMPLATE + example, encoding="utf-8")
    notice, intake = open_notice(str(folder), tmp_path / "x.duckdb")
    assert "注册地址" in {field.name for field in notice.form_fields}
    assert intake is not None
    assert intake.failures == ()


CALL = """示例市科学技术局关于开展海洋装备揭榜挂帅工作的通知

各有关单位：
现将有关事项通知如下。
一、申报条件
申报单位须为在示例市注册、具有独立法人资格的企事业单位。
二、申报时间
申报时间为2026年3月1日至3月31日。

示例市科学技术局
2026年2月20日
"""
TEMPLATE = """附件2
海洋装备揭榜申报表
单位名称 |
注册地址 |
法定代表人 |
联系电话 |
"""
