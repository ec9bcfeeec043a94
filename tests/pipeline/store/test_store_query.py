"""Queries read the database and reach nothing else."""

from pathlib import Path

import pytest
import records

from pipeline.store import QueryRefused, RunResult, Store, notice_id

EAST, WEST = records.submission("东港仪器有限公司", "b"), records.submission("西港研究院", "c", nodes=120)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("query") / "jiebang.duckdb"
    result = RunResult(
        verb="screen",
        started_at=records.NOW,
        finished_at=records.NOW,
        notice=notice_id(records.NOTICE),
        notices=(records.NOTICE,),
        submissions=(EAST, WEST),
        screenings=(records.screening(EAST), records.screening(WEST)),
    )
    with Store(place) as store:
        store.save_run(result)
    return place


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM v_gaps",
        "FROM notices",
        "WITH a AS (SELECT 1 AS x) SELECT x FROM a;",
        "DESCRIBE findings",
        "SHOW TABLES",
        "SUMMARIZE runs",
        "VALUES (1)",
        "EXPLAIN SELECT 1",
        "PIVOT v_findings ON status USING count(*) GROUP BY applicant",
        "SELECT record->>'title' FROM notices",
    ],
)
def test_reading_is_run(path: Path, sql: str) -> None:
    with Store(path, read_only=True) as store:
        answer = store.query(sql)
    assert answer.rows
    assert len(answer.columns) == len(answer.rows[0])


@pytest.mark.parametrize(
    "sql",
    [
        "",
        "SELECT 1; SELECT 2",
        "SELEC 1",
        "SELECT nothing FROM runs",
        "INSERT INTO runs SELECT * FROM runs",
        "DELETE FROM runs",
        "DROP TABLE runs",
        "CREATE TEMP TABLE x AS SELECT 1",
        "COPY runs TO 'runs.csv'",
        "EXPORT DATABASE 'out'",
        "ATTACH 'other.duckdb'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET memory_limit = '9GB'",
        "PRAGMA database_list",
        "CALL pragma_version()",
        "EXPLAIN ANALYZE DELETE FROM runs",
        "SELECT * FROM read_csv('{file}')",
        "SELECT * FROM read_text('{file}')",
        "SELECT * FROM '{file}'",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM query('COPY runs TO ''{file}''')",
        "SELECT * FROM local_variable",
        "SELECT repeat(repeat('x', 1000), range) FROM range(1000000, 1000020)",
    ],
)
def test_everything_else_is_refused(path: Path, tmp_path: Path, sql: str) -> None:
    file = tmp_path / "secret.csv"
    file.write_text("a\n1\n", encoding="utf-8")
    local_variable = [1]
    with Store(path, read_only=True) as store, pytest.raises(QueryRefused):
        store.query(sql.format(file=file))
    assert local_variable == [1]
    assert file.read_text(encoding="utf-8") == "a\n1\n"


def test_a_store_open_to_write_answers_no_queries(path: Path) -> None:
    with Store(path) as store, pytest.raises(QueryRefused):
        store.query("SELECT 1")


def test_columns_of_one_name_are_told_apart(path: Path) -> None:
    with Store(path, read_only=True) as store:
        assert store.query("SELECT 1 AS a, 2 AS a, 3 AS a_2, 4 AS a").columns == ("a", "a_2", "a_2_2", "a_3")


def test_a_limit_cuts_the_answer(path: Path) -> None:
    with Store(path, read_only=True) as store:
        assert len(store.query("SELECT * FROM v_findings", limit=5).rows) == 5


def test_gaps_name_applicant_and_words(path: Path) -> None:
    with Store(path, read_only=True) as store:
        rows = store.query("SELECT applicant, name, status, required FROM v_gaps WHERE kind = 'numeric_target'").rows
    assert set(rows) == {
        ("东港仪器有限公司", "定位误差", "missing", "定位误差不超过5米"),
        ("西港研究院", "节点数量", "insufficient", "节点数量不少于200个"),
        ("西港研究院", "定位误差", "missing", "定位误差不超过5米"),
    }


def test_targets_stand_beside_their_claims(path: Path) -> None:
    sql = """SELECT applicant, metric, required_value, claimed_value, claimed_to_required, status
             FROM v_target_comparison ORDER BY metric, applicant"""
    with Store(path, read_only=True) as store:
        rows = store.query(sql).rows
    assert rows == [
        ("东港仪器有限公司", "定位误差", 5.0, None, None, "missing"),
        ("西港研究院", "定位误差", 5.0, None, None, "missing"),
        ("东港仪器有限公司", "节点数量", 200.0, 240.0, 1.2, "met"),
        ("西港研究院", "节点数量", 200.0, 120.0, 0.6, "insufficient"),
    ]


@pytest.mark.parametrize(
    ("on", "last"),
    [("2999-09-30", "2999-09-30"), ("2999-02", "2999-02-28"), ("2001-01-01", None), (None, None)],
)
def test_open_deadlines_end_with_their_last_day(tmp_path: Path, on: str | None, last: str | None) -> None:
    deadline = records.CLOSES.model_copy(update={"on": on})
    notice = records.NOTICE.model_copy(update={"deadlines": (deadline,)})
    with Store(tmp_path / "d.duckdb") as store:
        store.save_run(RunResult(verb="ingest", started_at=records.NOW, finished_at=records.NOW, notices=(notice,)))
    with Store(tmp_path / "d.duckdb", read_only=True) as store:
        rows = store.query("SELECT last_date::VARCHAR, days_left > 0 FROM v_open_deadlines").rows
    assert rows == ([(last, True)] if last else [])


def test_contacts_are_readable(path: Path) -> None:
    with Store(path, read_only=True) as store:
        rows = store.query("SELECT document, person, phones FROM v_contacts").rows
    assert rows == [(records.NOTICE.title, "林工", "0571-00000000")]


def test_kinds_of_organisations(tmp_path: Path) -> None:
    office = records.PERSON.model_copy(update={"organization": "某市科学技术局", "organization_kind": "authority"})
    paper = records.submission("某市理工大学", "7")
    school = paper.applicant.model_copy(update={"kind": "school"})
    with Store(tmp_path / "d.duckdb") as store:
        store.save_run(
            RunResult(
                verb="ingest",
                started_at=records.NOW,
                finished_at=records.NOW,
                notices=(records.NOTICE.model_copy(update={"contacts": (office,)}),),
                submissions=(paper.model_copy(update={"applicant": school}),),
            )
        )
    with Store(tmp_path / "d.duckdb", read_only=True) as store:
        contacts = store.query("SELECT organization_kind FROM v_contacts").rows
        applicants = store.query("SELECT applicant_kind FROM submissions").rows
    assert (contacts, applicants) == ([("authority",)], [("school",)])


def test_an_endless_answer_comes_in_chunks(path: Path) -> None:
    """Whole it would take 100 GB; the connection may use one."""
    with Store(path, read_only=True) as store:
        stream = store.stream("SELECT range AS n, repeat('x', 100) AS words FROM range(1_000_000_000)")
        first, second = next(stream.chunks), next(stream.chunks)
    assert stream.columns == ("n", "words")
    assert [row[0] for row in (*first, *second)] == list(range(len(first) + len(second)))


def test_what_fails_on_the_way_is_refused(path: Path) -> None:
    with Store(path, read_only=True) as store:
        stream = store.stream("SELECT CASE WHEN range < 500000 THEN 1 ELSE error('zu viel') END FROM range(1000000)")
        with pytest.raises(QueryRefused, match="zu viel"):
            list(stream.chunks)
