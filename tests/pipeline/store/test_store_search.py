"""Passages by meaning and words, and vectors that are kept."""

import hashlib
from pathlib import Path

import pytest
import records

from pipeline.matching.lexical import bigrams
from pipeline.store import NoSuchRecord, RunResult, Store, StoredVectors, notice_id, submission_id
from pipeline.store.passage_rows import passage_rows, text_key
from pipeline.store.search import Sought
from schemas.evidence import Evidence
from schemas.facts import Passage
from schemas.submission import Submission

TEXTS = {
    "训练任务中断后能够自动恢复并继续运行": (1.0, 0.0, 0.0),
    "機房採用冷板式液冷，電費大幅下降": (0.0, 1.0, 0.0),
    "团队由二十名工程师组成，分工明确": (0.0, 0.0, 1.0),
    "短句": (1.0, 0.0, 0.0),
}


def speaking(name: str, digit: str, *texts: str) -> Submission:
    passages = tuple(
        Passage(text=text, path=("一、内容", "目标"), evidence=Evidence(text=text, start=i, end=i + len(text)))
        for i, text in enumerate(texts)
    )
    return records.submission(name, digit).model_copy(update={"passages": passages})


EAST = speaking("东港仪器有限公司", "b", *TEXTS)
WEST = speaking("西港研究院", "c", "团队由二十名工程师组成，分工明确")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("search") / "jiebang.duckdb"
    result = RunResult(
        verb="ingest",
        started_at=records.NOW,
        finished_at=records.NOW,
        notices=(records.NOTICE,),
        submissions=(EAST, WEST),
        links=((submission_id(EAST), notice_id(records.NOTICE)),),
    )
    with Store(place) as store:
        store.save_run(result)
        store.save_vectors("three", TEXTS)
    return place


def found(path: Path, vector: tuple[float, ...], words: str, notice: str | None = None, most: int = 2) -> list[str]:
    sought = Sought("three", vector, bigrams(words), 0.65, 0.35, notice, most)
    with Store(path, read_only=True) as store:
        rows = store.search(sought)
    return [str(row[rows.columns.index("text")])[:4] for row in rows.rows]


@pytest.mark.parametrize(
    ("vector", "words", "best"),
    [
        ((1.0, 0.1, 0.0), "接着跑", "训练任务"),
        ((0.0, 0.0, 0.0), "电费", "機房採用"),  # words alone, in the other script
        ((0.0, 0.3, 1.0), "人员", "团队由二"),
        ((1.0, 0.0, 0.0), "' OR 1=1 --断点", "训练任务"),
    ],
)
def test_finds_by_meaning_and_words(path: Path, vector: tuple[float, ...], words: str, best: str) -> None:
    assert found(path, vector, words)[0] == best


def test_short_cells_are_left_out_and_one_notice_can_be_named(path: Path) -> None:
    assert found(path, (1.0, 0.0, 0.0), "短句", most=9).count("短句") == 0
    everything = found(path, (0.0, 0.0, 1.0), "团队", most=9)
    assert everything.count("团队由二") == 2
    assert found(path, (0.0, 0.0, 1.0), "团队", notice_id(records.NOTICE), most=9).count("团队由二") == 1


def test_the_view_gives_the_nearest_passages_in_sql(path: Path) -> None:
    sql = """SELECT document, text, score FROM v_nearest_passages
             WHERE model = 'three' AND sought = text_key('团队由二十名工程师组成,分工明确')
             ORDER BY score DESC, document"""
    with Store(path, read_only=True) as store:
        rows = store.query(sql).rows
    assert [row[2] for row in rows[:3]] == [1.0, 1.0, 0.0]
    assert {row[0] for row in rows[:2]} == {"东港仪器有限公司", "西港研究院"}


def test_keys_are_the_same_in_sql(path: Path) -> None:
    with Store(path, read_only=True) as store:
        assert store.query("SELECT bool_and(text_key = text_key(folded)) FROM passages").rows == [(True,)]
    assert text_key("聯邦ＡＢＣ") == int(hashlib.sha256("联邦abc".encode()).hexdigest()[:16], 16)


def test_vectors_are_kept_once_and_recalled(path: Path) -> None:
    with Store(path) as store:
        store.save_vectors("three", {"团队由二十名工程师组成，分工明确": (9.0, 9.0, 9.0)})
        assert store.lacking_texts("three") == store.lacking_texts("three")
        assert len(store.lacking_texts("other")) >= 4
    recalled = StoredVectors(path).recall("three", ["團隊由二十名工程師組成，分工明確", "别的"])
    assert dict(recalled) == {"團隊由二十名工程師組成，分工明確": [0.0, 0.0, 1.0]}
    assert StoredVectors(path.with_name("absent.duckdb")).recall("three", ["短句"]) == {}


def test_documents_of_an_older_version_are_cut_into_passages(path: Path) -> None:
    with Store(path) as store:
        before = len(store.lacking_texts("x"))
        store._connection.execute("DELETE FROM passages")
        assert store.index_passages() == 3
        assert store.index_passages() == 0
        assert len(store.lacking_texts("x")) == before


def test_a_notice_gives_its_directions_and_sections() -> None:
    rows = passage_rows(records.NOTICE)
    assert [row["position"] for row in rows] == sorted(row["position"] for row in rows)
    assert any(row["path"] == [records.NOTICE.directions[0].name] for row in rows)


def test_no_such_notice(path: Path) -> None:
    with Store(path, read_only=True) as store, pytest.raises(NoSuchRecord):
        store.resolve_notice("n-ffff")
