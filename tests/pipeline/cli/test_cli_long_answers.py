"""Answers of many rows: streamed as CSV and JSON, bounded as a table."""

import csv
import io
import json
import tempfile
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipeline.cli import app
from pipeline.printing import MOST_IN_TABLE
from pipeline.store import Store
from pipeline.store.errors import QueryRefused
from schemas.errors import UsageError

MANY = 2 * MOST_IN_TABLE + 500  # more than one chunk


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "jiebang.duckdb"
    with Store(path):
        pass
    return path


def query(database: Path, sql: str, output: str) -> Result:
    return CliRunner().invoke(app, ["query", sql, "--format", output, "--db", str(database)])


@pytest.mark.parametrize("rows", [0, 1, MANY])
def test_json_is_one_list_in_order(database: Path, rows: int) -> None:
    result = query(database, f"SELECT range AS n, '甲\n乙' AS words, 'nan'::DOUBLE AS x FROM range({rows})", "json")
    wanted = [{"n": n, "words": "甲\n乙", "x": None} for n in range(rows)]
    assert result.stdout == json.dumps(wanted, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("rows", [0, 1, MANY])
def test_csv_has_one_head_and_every_row(database: Path, rows: int) -> None:
    result = query(database, f"SELECT range AS n, '=1+1' AS words FROM range({rows})", "csv")
    assert list(csv.reader(io.StringIO(result.stdout))) == [["n", "words"], *[[str(n), "'=1+1"] for n in range(rows)]]


LAST = f"SELECT CASE WHEN range = {MANY - 1} THEN error('no such row') ELSE range END AS n FROM range({MANY})"


@pytest.mark.parametrize("output", ["json", "csv", "table"])
def test_a_query_that_fails_at_its_last_row_prints_nothing(database: Path, output: str) -> None:
    sql = LAST if output != "table" else "SELECT CASE WHEN range = 10 THEN error('no such row') END FROM range(11)"
    result = query(database, sql, output)
    assert result.stdout == ""
    assert isinstance(result.exception, QueryRefused)
    assert "no such row" in str(result.exception)


def test_a_disk_without_room_is_said(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "rollover", full)
    result = query(database, f"SELECT repeat('甲', 1000) FROM range({MANY})", "json")
    assert isinstance(result.exception, UsageError)
    assert "TMPDIR" in str(result.exception)
    assert result.stdout == ""


@pytest.mark.parametrize(("rows", "told"), [(MOST_IN_TABLE, False), (MOST_IN_TABLE + 1, True), (10**9, True)])
def test_a_table_shows_the_first_rows_and_says_so(database: Path, rows: int, told: bool) -> None:
    result = query(database, f"SELECT range AS n FROM range({rows})", "table")
    assert result.exit_code == 0
    assert ("only the first" in result.stderr) == told
    assert str(MOST_IN_TABLE - 1) in result.stdout


def test_no_nan_in_json_within_a_list_or_a_struct(database: Path) -> None:
    result = query(database, "SELECT ['nan'::DOUBLE, 1.5] AS a, {'x': 'inf'::DOUBLE} AS b", "json")
    assert json.loads(result.stdout) == [{"a": [None, 1.5], "b": {"x": None}}]
