"""Runs are saved whole, loaded exactly, and versions kept apart."""

from pathlib import Path

import pytest
import records
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.store import NoSuchRecord, RunResult, SourceText, Store, StoreError, notice_id, submission_id
from schemas.document import Page
from schemas.finding import ReadingNote
from schemas.submission import Submission

EAST, WEST = records.submission("东港仪器有限公司", "b"), records.submission("西港研究院", "c", nodes=120)


def run(**more: object) -> RunResult:
    head = {"verb": "screen", "started_at": records.NOW, "finished_at": records.NOW, "program": "test"}
    return RunResult.model_validate(head | more)


SCREENED = run(
    notice=notice_id(records.NOTICE),
    notices=(records.NOTICE,),
    submissions=(EAST, WEST),
    screenings=(records.screening(EAST), records.screening(WEST)),
    failures=(records.FAILURE,),
    texts=(
        SourceText(
            path=EAST.source.path,
            sha256=EAST.source.sha256,
            text="东港的全文",
            pages=(Page(1, 595, 842, "rapidocr", 0.8),),
            notes=("第 1 页由图像识别而来",),
        ),
    ),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "jiebang.duckdb"


def save(path: Path, result: RunResult) -> dict[str, int]:
    with Store(path) as store:
        summary = store.save_run(result)
    return {name: len(getattr(summary, name)) for name in ("new", "changed", "unchanged", "failed")}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the run SCREENED, that the tests only read."""
    place = tmp_path_factory.mktemp("saved") / "jiebang.duckdb"
    save(place, SCREENED)
    return place


def count(path: Path, table: str) -> int:
    with Store(path, read_only=True) as store:
        return int(store.query(f"SELECT count(*) FROM {table}").rows[0][0])


def test_records_come_back_exactly(saved: Path) -> None:
    with Store(saved, read_only=True) as store:
        assert store.load_notice("n-aaa") == records.NOTICE
        assert store.load_submissions("n-aaaaaaaaaa") == [EAST, WEST]
        assert store.load_submission(submission_id(WEST)) == WEST
        assert store.load_screenings("n-aaa") == list(SCREENED.screenings)
        assert store.load_failures("n-aaa") == [records.FAILURE]
        assert store.load_texts([EAST, WEST]) == {EAST.source.path: "东港的全文"}
        assert store.load_notes([EAST, WEST]) == [ReadingNote(path=EAST.source.path, note="第 1 页由图像识别而来")]
        assert store.query("SELECT number, reader, confidence FROM document_pages").rows == [(1, "rapidocr", 0.8)]


def test_a_later_reading_replaces_text_and_notes(path: Path) -> None:
    save(path, SCREENED)
    again = SourceText(path=EAST.source.path, sha256=EAST.source.sha256, text="东港的全文，读得更好")
    save(path, SCREENED.model_copy(update={"texts": (again,)}))
    with Store(path, read_only=True) as store:
        assert store.load_texts([EAST]) == {EAST.source.path: "东港的全文，读得更好"}
        assert store.load_notes([EAST]) == []


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("documents", 3),
        ("directions", 2),
        ("targets", 3),
        ("deadlines", 1),
        ("contacts", 1),
        ("eligibility", 1),
        ("materials", 1),
        ("limits", 1),
        ("seals", 1),
        ("sections", 1),
        ("obligations", len(records.OBLIGATIONS)),
        ("form_fields", 5),
        ("claims", 4),
        ("attachments", 2),
        ("screenings", 2),
        ("findings", 18),
        ("matches", 6),
        ("failures", 1),
        ("notice_submissions", 2),
        ("runs", 1),
    ],
)
def test_every_fact_has_its_row(saved: Path, table: str, rows: int) -> None:
    assert count(saved, table) == rows


def test_evidence_columns_hold_the_words_and_boxes(saved: Path) -> None:
    with Store(saved, read_only=True) as store:
        sql = "SELECT evidence, page, start_char, end_char, boxes FROM targets ORDER BY position LIMIT 1"
        evidence = records.NODES.evidence
        expected = (evidence.text, 1, evidence.start, evidence.end, [[1.0, 70.0, 100.0, 500.0, 114.0]])
        assert store.query(sql).rows == [expected]
        assert store.query("SELECT value FROM form_fields WHERE name = '所属领域'").rows[0] == ("电子、海洋",)


def test_the_same_content_twice_is_one_record(path: Path) -> None:
    assert save(path, SCREENED) == {"new": 3, "changed": 0, "unchanged": 0, "failed": 1}
    assert save(path, SCREENED) == {"new": 0, "changed": 0, "unchanged": 3, "failed": 1}
    elsewhere = EAST.model_copy(update={"source": EAST.source.model_copy(update={"path": "copies/east.pdf"})})
    assert save(path, run(verb="ingest", submissions=(elsewhere,)))["unchanged"] == 1
    assert (count(path, "documents"), count(path, "claims"), count(path, "runs")) == (3, 4, 3)
    assert (count(path, "screenings"), count(path, "v_screenings")) == (4, 2)


def test_a_changed_file_is_a_new_version(path: Path) -> None:
    save(path, SCREENED)
    again = records.submission("东港仪器有限公司", "d", nodes=300)
    result = run(notice="n-aaaaaaaaaa", submissions=(again,), screenings=(records.screening(again),))
    assert save(path, result) == {"new": 0, "changed": 1, "unchanged": 0, "failed": 0}
    with Store(path, read_only=True) as store:
        sql = "SELECT document_id, version, superseded FROM v_documents WHERE kind = 'submission' ORDER BY 1"
        assert store.query(sql).rows == [
            (submission_id(EAST), 1, True),
            (submission_id(WEST), 1, False),
            (submission_id(again), 2, False),
        ]
        assert store.load_submissions("n-a") == [again, WEST]
        assert len(store.query("SELECT DISTINCT submission_id FROM v_gaps").rows) == 2
    assert save(path, run(verb="ingest", submissions=(EAST,)))["changed"] == 1
    with Store(path, read_only=True) as store:
        assert store.load_submissions("n-a") == [EAST, WEST]


def test_a_later_reading_of_the_same_bytes_wins(path: Path) -> None:
    save(path, SCREENED)
    better = EAST.model_copy(update={"figures": (), "project": "更名后的项目"})
    assert save(path, run(verb="ingest", submissions=(better,)))["unchanged"] == 1
    assert count(path, "claims") == 3
    with Store(path, read_only=True) as store:
        assert store.load_submission(submission_id(EAST)) == better


def test_links_tell_which_submissions_answer_a_notice(path: Path) -> None:
    save(path, run(verb="ingest", notices=(records.NOTICE,), submissions=(EAST, WEST)))
    link = (submission_id(EAST), "n-aaaaaaaaaa")
    save(path, run(verb="ingest", links=(link,)))
    with Store(path, read_only=True) as store:
        assert store.load_submissions("n-a") == [EAST]
        assert store.load_submissions("n-a", unlinked=True) == [EAST, WEST]
        assert store.load_submissions() == [EAST, WEST]


def test_submissions_of_an_earlier_run_can_be_screened_alone(path: Path) -> None:
    save(path, run(verb="ingest", notices=(records.NOTICE,), submissions=(EAST,)))
    save(path, run(notice="n-aaaaaaaaaa", screenings=(records.screening(EAST),)))
    with Store(path, read_only=True) as store:
        claimed = "SELECT claimed_value, claimed_to_required FROM v_target_comparison WHERE metric = '节点数量'"
        assert store.query(claimed).rows == [(240.0, 1.2)]


def test_a_run_that_fails_leaves_nothing(path: Path) -> None:
    save(path, SCREENED)
    stranger = records.submission("南港公司", "e")
    with Store(path) as store, pytest.raises(StoreError, match="n-ffffffffff"):
        store.save_run(run(notice="n-ffffffffff", submissions=(stranger,), screenings=(records.screening(stranger),)))
    with Store(path) as store, pytest.raises(Exception, match="foreign key"):
        store.save_run(run(verb="ingest", submissions=(stranger,), links=(("s-eeeeeeeeee", "n-ffffffffff"),)))
    assert (count(path, "runs"), count(path, "documents")) == (1, 3)


def test_two_contents_with_one_id_are_an_error(path: Path) -> None:
    save(path, SCREENED)
    twin = EAST.model_copy(update={"source": EAST.source.model_copy(update={"sha256": "b" * 10 + "0" * 54})})
    with Store(path) as store, pytest.raises(StoreError, match="share the id"):
        store.save_run(run(verb="ingest", submissions=(twin,)))


@pytest.mark.parametrize("key", ["n-9", "s-", "s-f00", "7", "r-9", "x-1", ""])
def test_unknown_ids_are_named(saved: Path, key: str) -> None:
    with Store(saved, read_only=True) as store, pytest.raises(NoSuchRecord):
        store.show(key)


def test_show_finds_records_and_runs(saved: Path) -> None:
    with Store(saved, read_only=True) as store:
        assert store.show("n-aaaa") == records.NOTICE
        assert store.show("s-cccc") == WEST
        shown = store.show("r-1")
        assert not isinstance(shown, Submission)
        assert store.list_runs() == shown
        assert [row[0] for row in store.list_notices().rows] == ["n-aaaaaaaaaa"]
        listed = store.list_submissions()
        gaps = [row[listed.columns.index("gaps")] for row in listed.rows]
        assert gaps == [3, 4]


@settings(max_examples=6, deadline=None)
@given(name=st.text(min_size=1, max_size=12), nodes=st.integers(1, 10**15), pages=st.none() | st.integers(1, 9))
def test_any_words_survive(tmp_path_factory: pytest.TempPathFactory, name: str, nodes: int, pages: int | None) -> None:
    path = tmp_path_factory.mktemp("store") / "any.duckdb"
    plain = records.submission("甲", "d", nodes)
    odd = plain.model_copy(
        update={"project": name, "source": plain.source.model_copy(update={"pages": pages}), "title": name[::-1]}
    )
    save(path, run(verb="ingest", submissions=(odd,)))
    with Store(path, read_only=True) as store:
        assert store.load_submissions() == [odd]
        assert store.query("SELECT project FROM submissions").rows == [(name,)]


def test_a_note_of_the_office_is_no_gap(path: Path) -> None:
    made = records.screening(EAST)
    noted = tuple(each.model_copy(update={"severity": "note"}) for each in made.findings)
    save(path, SCREENED.model_copy(update={"screenings": (made.model_copy(update={"findings": noted}),)}))
    with Store(path, read_only=True) as store:
        assert store.query("SELECT * FROM v_gaps UNION ALL SELECT * FROM v_final_gaps").rows == []
        assert store.query("SELECT DISTINCT severity FROM v_findings").rows == [("note",)]
