"""The review file: out, filled by a person, in again; each row that cannot be taken is named, and none is recorded."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from typer.testing import Result

from pipeline.review.sheet import COLUMNS
from pipeline.store import Store
from pipeline.store.migrate import VERSION_TABLE, migrations
from schemas.errors import JiebangError
from tests.pipeline.review.conftest import GAP, MET, application, finding_id, save

S = "s-" + "b" * 10
Call = Callable[..., Result]


def fill(path: Path, **cells: dict[str, str]) -> None:
    """Fills cells of the rows with these ids, in the workbook or the JSON."""
    if path.suffix == ".json":
        whole = json.loads(path.read_text(encoding="utf-8"))
        for row in whole["findings"]:
            row.update(cells.get(row["id"], {}))
        path.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
        return
    book = openpyxl.load_workbook(path)
    columns = list(COLUMNS)
    for line in book.active.iter_rows(min_row=2):
        for key, value in cells.get(line[0].value, {}).items():
            line[columns.index(key)].value = value
    book.save(path)


def decisions(database: Path) -> list[tuple[str, str, str, str]]:
    with Store(database, read_only=True) as store:
        return store.query("SELECT obligation_id, status, note, decided_by FROM decisions ORDER BY 1").rows  # type: ignore[return-value]


@pytest.mark.parametrize("ending", ["xlsx", "json"])
def test_out_filled_and_in_again(jiebang: Call, database: Path, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"认定.{ending}"
    assert jiebang("review", S, "--out", path).exit_code == 0
    assert jiebang("review", S, "--in", path).exit_code == 0  # untouched: nothing is decided
    assert decisions(database) == []
    gap, met = finding_id(GAP), finding_id(MET)
    fill(
        path,
        **{
            gap: {"decision": "确认", "by": "李强"},
            met: {"decision": "推翻", "decided_status": "有误", "note": "选错"},
        },
    )
    assert jiebang("review", S, "--in", path, "--by", "王敏").exit_code == 0
    assert decisions(database) == [(gap, "missing", "", "李强"), (met, "invalid", "选错", "王敏")]
    assert jiebang("review", S, "--in", path, "--by", "王敏").exit_code == 0  # the same file again: no change
    assert jiebang("review", S, "--out", path).exit_code == 0
    assert jiebang("review", S, "--in", path).exit_code == 0
    fill(path, **{gap: {"decision": "撤回"}})
    assert jiebang("review", S, "--in", path).exit_code == 0
    assert decisions(database) == [(met, "invalid", "选错", "王敏")]
    with Store(database, read_only=True) as store:
        assert store.query("SELECT DISTINCT source FROM decision_changes").rows == [(path.name,)]
        assert store.query("SELECT count(*) FROM decision_changes").rows == [(3,)]


@pytest.mark.parametrize("ending", ["xlsx", "json"])
@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"decision": "也许"}, "认定 is '也许'"),
        ({"decision": "推翻", "decided_status": "好", "by": "王"}, "改判为 is '好'"),
        ({"decided_status": "符合"}, "改判为 is filled and 认定 is empty"),
        ({"decision": "确认"}, "who decides"),
        ({"decision": "确认", "by": "王", "id": "commitment-00000000"}, "no finding 'commitment-00000000'"),
        ({"decision": "确认", "by": "王", "id": "identifier-00000001"}, "stands in"),
        ({"decision": "确认", "by": "王", "submission": "s-1111111111"}, "has other contents"),
        ({"decision": "确认", "by": "王", "decided_at": "昨天"}, "认定时间 is '昨天'"),
        ({"decision": "确认", "by": "王", "decided_at": "2026-01-01T00:00:00+00:00"}, "was withdrawn since"),
    ],
)
def test_a_file_edited_wrongly(
    jiebang: Call, database: Path, tmp_path: Path, ending: str, cells: dict[str, str], said: str
) -> None:
    path = tmp_path / f"r.{ending}"
    jiebang("review", S, "--out", path)
    fill(path, **{"identifier-00000001": {"decision": "确认", "by": "赵"}, finding_id(GAP): cells})
    result = jiebang("review", S, "--in", path)
    assert isinstance(result.exception, JiebangError)
    assert said in str(result.exception)
    assert ("row " if ending == "xlsx" else "findings[") in str(result.exception)
    assert decisions(database) == []


def test_a_file_older_than_a_decision(jiebang: Call, database: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    jiebang("review", S, "--out", path)
    fill(path, **{finding_id(GAP): {"decision": "确认", "by": "赵"}})
    jiebang("review", S, "--overrule", finding_id(GAP), "--by", "王敏")
    result = jiebang("review", S, "--in", path)
    assert "was decided anew by 王敏" in str(result.exception)
    assert decisions(database) == [(finding_id(GAP), "met", "", "王敏")]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("r.xlsx", b"no workbook", "Save it as .xlsx"),
        ("r.json", b"{", "not valid JSON"),
        ("r.json", b"[]", "must be an object"),
        ("r.json", b'{"findings": [1]}', "a list of objects"),
        ("r.docx", b"", "ends in .xlsx or .json"),
        ("absent.xlsx", None, "no such file"),
    ],
)
def test_what_is_no_review_file(jiebang: Call, tmp_path: Path, name: str, content: bytes | None, said: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    result = jiebang("review", S, "--in", path)
    assert isinstance(result.exception, JiebangError)
    assert said in str(result.exception)


def test_a_workbook_without_its_head(jiebang: Call, tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    jiebang("review", S, "--out", path)
    book = openpyxl.load_workbook(path)
    book.active.delete_rows(1)
    book.save(path)
    assert "no sheet has the columns 编号、认定" in str(jiebang("review", S, "--in", path).exception)


def test_rows_sorted_columns_moved_and_a_sheet_before(jiebang: Call, database: Path, tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    jiebang("review", S, "--out", path)
    rows = list(openpyxl.load_workbook(path).active.values)
    book = openpyxl.Workbook()
    book.active.title = "说明"
    sheet = book.create_sheet("认定")
    sheet.append(["认定", "认定人", "编号"])
    for row in reversed(rows[1:]):
        sheet.append(["确认" if row[0] == finding_id(GAP) else None, "王敏", row[0]])
    book.save(path)
    assert jiebang("review", S, "--in", path).exit_code == 0
    assert decisions(database) == [(finding_id(GAP), "missing", "", "王敏")]


def aged(database: Path, version: int) -> None:
    """The database as a program of that version of the tables would have left it, with the same rows."""
    import duckdb

    newer = database.rename(database.with_suffix(".newer"))
    with duckdb.connect(str(database)) as connection:
        connection.execute(VERSION_TABLE)
        for number, file in migrations()[:version]:
            connection.execute(file.read_text(encoding="utf-8"))
            connection.execute("INSERT INTO schema_version (version, name) VALUES (?, ?)", [number, file.stem])
        connection.execute(f"ATTACH '{newer}' AS newer (READ_ONLY)")
        for _, file in migrations()[:version]:
            for table in re.findall(r"^CREATE TABLE (\w+)", file.read_text(encoding="utf-8"), re.M):
                columns = ", ".join(f'"{row[0]}"' for row in connection.execute(f"DESCRIBE {table}").fetchall())
                connection.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM newer.{table}")


def test_an_older_database_gets_the_new_tables(jiebang: Call, database: Path) -> None:
    aged(database, 3)
    assert jiebang("review", S, "--confirm", finding_id(GAP), "--by", "王敏").exit_code == 0
    assert decisions(database) == [(finding_id(GAP), "missing", "", "王敏")]
    save(database, application("b"))
