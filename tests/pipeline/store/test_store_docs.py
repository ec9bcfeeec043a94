"""docs/database.md names every table, view and column, and its queries run."""

import re
from pathlib import Path

import pytest

from pipeline.store import Store

PAGE = Path(__file__).resolve().parent.parent.parent.parent / "docs" / "database.md"
SHARED = {"position", "evidence", "page", "start_char", "end_char", "boxes", "file"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    path = tmp_path_factory.mktemp("docs") / "empty.duckdb"
    with Store(path):
        pass
    return Store(path, read_only=True)


def described() -> dict[str, set[str]]:
    rows = re.findall(r"^\| `(\w+)` \|[^|]*\|(.*)\|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return {name: set(re.findall(r"`(\w+)`", columns)) for name, columns in rows}


def test_every_table_and_column_is_described(store: Store) -> None:
    found: dict[str, set[str]] = {}
    with store:
        for table, column in store.query("SELECT table_name, column_name FROM information_schema.columns").rows:
            found.setdefault(table, set()).add(column)
    told = described()
    assert set(told) == set(found)
    told["v_final_gaps"] = (told["v_final_gaps"] - {"v_gaps"}) | told["v_gaps"]
    told["v_findings"] = (told["v_findings"] - {"v_gaps"}) | told["v_gaps"]
    for table, columns in found.items():
        facts = SHARED if {"start_char", "end_char"} <= columns else {"position"}
        assert told[table] | (facts & columns) == columns, table


def test_queries_of_the_page_run(store: Store) -> None:
    page = PAGE.read_text(encoding="utf-8")
    (block,) = re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
    statements = [part for part in block.split(";") if part.strip()]
    assert len(statements) == 4
    with store:
        for statement in statements:
            assert store.query(statement).rows == []
