"""The verbs, run in this process on the samples."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipeline.cli import app
from schemas.errors import JiebangError

SAMPLES = Path(__file__).resolve().parents[3] / "data" / "samples"
NOTICE = SAMPLES / "notices" / "storage_and_vehicles.pdf"
APPLICATIONS = SAMPLES / "applications" / "storage_and_vehicles"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with one screening of the sample applications."""
    path = tmp_path_factory.mktemp("db") / "jiebang.duckdb"
    assert jiebang("screen", "--notice", NOTICE, APPLICATIONS, "--db", path).exit_code == 0
    return path


def jiebang(*words: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=stdin)


def test_extract_one_file_is_one_object() -> None:
    record = json.loads(jiebang("extract", NOTICE, "--format", "json").stdout)
    assert record["kind"] == "notice"
    assert len(record["directions"]) == 4
    assert all(obligation["id"] and obligation["kind"] for obligation in record["obligations"])


def test_extract_several_files_is_a_list_and_a_bad_one_is_left_out(tmp_path: Path) -> None:
    bad = tmp_path / "leer.pdf"
    bad.write_bytes(b"")
    result = jiebang("extract", NOTICE, bad, APPLICATIONS / "1_旭川储能.docx")
    assert result.exit_code == 3
    assert [record["kind"] for record in json.loads(result.stdout)] == ["notice", "submission"]
    assert str(bad) in result.stderr


def test_extract_of_nothing_readable(tmp_path: Path) -> None:
    result = jiebang("extract", tmp_path / "none.pdf")
    assert result.exit_code == 4
    assert "none.pdf" in result.stderr


def test_screen_prints_one_line_an_application() -> None:
    result = jiebang("screen", "--notice", NOTICE, APPLICATIONS / "2_瞻途智能.pdf", "--db", "unused.duckdb")
    Path("unused.duckdb").unlink()
    assert result.exit_code == 0
    assert "澜州瞻途智能交通有限公司" in result.stdout
    assert "有缺项" in result.stdout
    assert "目标检测距离" in result.stdout, "the only application's gaps are told"


def test_screen_as_json_keeps_the_contract(database: Path) -> None:
    out = json.loads(jiebang("screen", "--notice", NOTICE, APPLICATIONS, "--db", database, "--format", "json").stdout)
    assert set(out) == {"notice", "submissions", "failures"}
    assert len(out["submissions"]) == 4
    for submission in out["submissions"]:
        assert {"source", "applicant", "direction", "verdict", "findings"} <= set(submission)
        for finding in submission["findings"]:
            assert 0 <= finding["confidence"] <= 1
            assert finding["required"]["text"]


def test_screen_as_csv(database: Path) -> None:
    out = jiebang("screen", "--notice", NOTICE, APPLICATIONS, "--db", database, "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(out)))
    assert {row["applicant"] for row in rows} >= {"澜州旭川储能科技有限公司"}


def test_a_file_that_fails_is_a_failure_and_the_others_go_on(tmp_path: Path) -> None:
    shutil.copy(APPLICATIONS / "3_镜域软件.txt", tmp_path / "a.txt")
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04 not a document")
    out = jiebang("screen", "--notice", NOTICE, tmp_path, "--db", tmp_path / "x.duckdb", "--format", "json")
    assert out.exit_code == 3
    report = json.loads(out.stdout)
    assert len(report["submissions"]) == 1
    assert [Path(f["path"]).name for f in report["failures"]] == ["b.docx"]


def test_screen_what_the_database_holds(tmp_path: Path) -> None:
    database = tmp_path / "x.duckdb"
    done = jiebang("ingest", SAMPLES / "notices", APPLICATIONS / "1_旭川储能.docx", "--db", database)
    assert done.exit_code == 0, done.output
    notices = json.loads(jiebang("list", "notices", "--db", database, "--format", "json").stdout)
    key = next(n["notice_id"] for n in notices if "储能" in n["title"])
    out = json.loads(jiebang("screen", "--notice", key, "--db", database, "--format", "json").stdout)
    assert [s["applicant"] for s in out["submissions"]] == ["澜州旭川储能科技有限公司"]


def test_the_same_content_twice_is_one_record(tmp_path: Path) -> None:
    database = tmp_path / "x.duckdb"
    jiebang("ingest", NOTICE, "--db", database)
    again = jiebang("ingest", NOTICE, "--db", database)
    assert "未变 1" in again.stdout
    assert len(json.loads(jiebang("list", "notices", "--db", database, "--format", "json").stdout)) == 1


def test_list_show_and_query(database: Path) -> None:
    submissions = json.loads(jiebang("list", "submissions", "--db", database, "--format", "json").stdout)
    assert len(submissions) == 4
    record = json.loads(jiebang("show", submissions[0]["submission_id"], "--db", database).stdout)
    assert record["kind"] == "submission"
    rows = json.loads(jiebang("query", "SELECT count(*) AS n FROM v_gaps", "--db", database, "--format", "json").stdout)
    assert rows[0]["n"] > 0


@pytest.mark.parametrize(("notice", "code"), [(NOTICE, 0), (NOTICE.parent, 0), (APPLICATIONS, 1)])
def test_review_takes_the_notice_by_its_file(database: Path, notice: Path, code: int) -> None:
    application = APPLICATIONS / "2_瞻途智能.pdf"
    result = jiebang("review", application, "--notice", notice, "--db", database)
    assert result.exit_code == code
    assert code == 0 or "jiebang list notices" in str(result.exception)


def test_query_only_reads(database: Path) -> None:
    result = jiebang("query", "DELETE FROM findings", "--db", database)
    assert isinstance(result.exception, JiebangError)


@pytest.mark.parametrize(
    ("output", "names"),
    [
        ("html", {"report.html"}),
        ("xlsx", {"report.xlsx"}),
        ("csv", {"submissions.csv", "findings.csv"}),
        ("md", {"report.md"}),
        ("json", {"report.json"}),
    ],
)
def test_report(database: Path, tmp_path: Path, output: str, names: set[str]) -> None:
    notices = json.loads(jiebang("list", "notices", "--db", database, "--format", "json").stdout)
    result = jiebang(
        "report", "--notice", notices[0]["notice_id"], "--out", tmp_path, "--format", output, "--db", database
    )
    assert result.exit_code == 0, result.output
    written = [Path(line) for line in result.stdout.splitlines()]
    assert names <= {path.name for path in written}
    assert all(path.stat().st_size > 0 for path in written)


def test_match_reads_lines_from_standard_input() -> None:
    result = jiebang(
        "match", "--notice", NOTICE, "-", stdin="用全钒电解液做十小时以上的储能电站\n路口毫米波雷达和摄像头融合\n"
    )
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert first["directions"][0]["number"] == 1
    assert second["directions"][0]["number"] == 3
    assert len(first["directions"]) == 4


WRONG_CALLS = [
    ("screen", "--notice", "no-such-file.pdf", "x.docx"),
    ("report", "--notice", "n-0000000000", "--db", "no-such.duckdb"),
    ("query", "SELECT 1", "--db", "no-such.duckdb"),
    ("show", "s-0000000000", "--db", "no-such.duckdb"),
]


@pytest.mark.parametrize("words", WRONG_CALLS)
def test_a_wrong_call_is_one_line_that_says_what_to_do(words: tuple[str, ...]) -> None:
    result = jiebang(*words)
    assert isinstance(result.exception, JiebangError)
    assert "\n" not in str(result.exception)
