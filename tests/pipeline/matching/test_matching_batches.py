"""Many texts at once give what each gives alone, and the table of vectors what sentence-transformers makes of it."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.matching.encoder import SHIPPED, Encoder
from pipeline.matching.scoring import DIRECTIONS, PASSAGES, SUBMISSIONS, Candidates, Weights
from pipeline.matching.sentence_model import SentenceModel
from pipeline.matching.static_model import StaticModel, is_static
from schemas.errors import UsageError

CANDIDATES = ["长时液流储能系统，离子传导膜。", "储能电站安全预警", "", "龘", "自动驾驶仿真测试平台，场景库5万个"]
QUERIES = ["电堆的能量转换效率不低于72%。", "", "HBM3 显存 带宽；", "龘龘。", "场景库规模达到5万个。"]
WORDS = st.text(alphabet="储能电站预警场景库 \n\t，。;A3hbm龘²㎡", max_size=30)


@pytest.fixture(scope="module")
def model() -> StaticModel:
    return StaticModel(SHIPPED)


@pytest.fixture(scope="module")
def candidates() -> Candidates:
    return Candidates(CANDIDATES, Encoder())


@pytest.mark.parametrize("weights", [DIRECTIONS, SUBMISSIONS, PASSAGES, Weights(mean=0, late=0, words=1)])
def test_queries_at_once_score_as_each_alone(candidates: Candidates, weights: Weights) -> None:
    at_once = candidates.mixed_all(QUERIES, weights)
    assert at_once == pytest.approx(np.stack([candidates.mixed(query, weights) for query in QUERIES]), abs=1e-6)


def test_all_together_are_one_text(candidates: Candidates) -> None:
    *_, together = candidates.mixed_all(QUERIES, SUBMISSIONS, together=True)
    assert together == pytest.approx(candidates.mixed("\n".join(QUERIES), SUBMISSIONS), abs=1e-6)


def test_nothing_asked_and_nothing_to_compare_with(candidates: Candidates) -> None:
    assert candidates.mixed_all([], SUBMISSIONS).shape == (0, len(CANDIDATES))
    assert Candidates([], Encoder()).mixed_all(QUERIES, PASSAGES).shape == (len(QUERIES), 0)


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(WORDS, max_size=6))
def test_no_piece_reaches_over_into_the_next_text(model: StaticModel, texts: list[str]) -> None:
    alone = [StaticModel.ids(model, [text])[0] for text in texts]
    model._ids.clear()
    for one, other in zip(model.ids(texts), alone, strict=True):
        assert one.tolist() == other.tolist()
    model._ids.clear()


def test_the_same_vectors_and_pieces_as_through_sentence_transformers(model: StaticModel) -> None:
    theirs = SentenceModel(str(SHIPPED))
    assert model.encode(QUERIES) == pytest.approx(theirs.encode(QUERIES), abs=1e-5)
    for (own, weights), (vectors, lengths) in zip(model.pieces(QUERIES), theirs.pieces(QUERIES), strict=True):
        assert own == pytest.approx(vectors, abs=1e-5)
        assert weights == pytest.approx(lengths, rel=1e-5)


@pytest.mark.parametrize("modules", ["", "{}", "[1]", '[{"type": "a.Transformer", "path": ""}]'])
def test_another_folder_is_not_taken_for_a_table(tmp_path: Path, modules: str) -> None:
    assert is_static(SHIPPED)
    assert not is_static(tmp_path)
    (tmp_path / "modules.json").write_text(modules, encoding="utf-8")
    assert not is_static(tmp_path)


@pytest.mark.parametrize("tensors", [{"mapping": [0], "embeddings": [[1.0]]}, {"other": [[1.0]]}])
def test_tensors_of_another_layout(tmp_path: Path, tensors: dict[str, list[object]]) -> None:
    from safetensors.numpy import save_file

    (tmp_path / "tokenizer.json").write_bytes((SHIPPED / "tokenizer.json").read_bytes())
    save_file({name: np.array(rows) for name, rows in tensors.items()}, str(tmp_path / "model.safetensors"))
    with pytest.raises(UsageError, match="it has the tensors"):
        StaticModel(tmp_path)
