"""The model that ships, another one of another size, and the ways a model can fail to load."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from pipeline.matching.encoder import SHIPPED, Encoder
from pipeline.matching.sentence_model import SentenceModel
from pipeline.matching.settings import MatchingSettings
from pipeline.matching.training.export import export, quantize
from pipeline.matching.training.vocabulary import build_tokenizer
from schemas.errors import UsageError

TEXTS = ["芯片流片与断点续训", "HBM 显存带宽", "", "1024", "面向钢铁行业的预测性维护"]
SIZE_LIMIT = 12_000_000


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A static model of five pieces in sixteen dimensions."""
    pieces = [("[UNK]", 0.0), ("芯片", -1.0), ("语音", -1.0), ("芯", -3.0), ("片", -3.0)]
    vectors = np.eye(5, 16, dtype=np.float32)
    vectors[0] = 0
    export(tmp_path / "tiny", build_tokenizer(pieces), vectors, "芯片与语音")
    return tmp_path / "tiny"


def test_ships_small_and_with_a_card() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.rglob("*") if path.is_file()) <= SIZE_LIMIT
    card = (SHIPPED / "README.md").read_text(encoding="utf-8")
    for part in ("licence", "commit", "Limits", "Apache-2.0"):
        assert part in card


def test_vectors_have_length_one_or_nothing(encoder: Encoder) -> None:
    lengths = np.linalg.norm(encoder.encode(TEXTS), axis=1)
    assert lengths == pytest.approx([1, 1, 0, 0, 1], abs=1e-5)
    assert encoder.encode([]).shape == (0, encoder.dimensions)


def test_is_an_ordinary_sentence_transformers_folder(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    from sentence_transformers import SentenceTransformer

    theirs = SentenceTransformer(str(SHIPPED)).encode(TEXTS)
    assert encoder.encode(TEXTS) == pytest.approx(theirs, abs=1e-5)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("聯邦學習與可信計算", "联邦学习与可信计算"),
        ("ＨＢＭ３顯存", "HBM3显存"),
        ("断点\n续训", "断点续训"),
        ("C-EVAL 基准", "c-eval基准"),
    ],
)
def test_folds_spellings(encoder: Encoder, one: str, other: str) -> None:
    assert encoder.encode([one])[0] == pytest.approx(encoder.encode([other])[0], abs=1e-6)


@pytest.mark.parametrize("term", ["流片", "断点续训", "具身智能", "联邦学习", "灵巧手", "hbm", "揭榜挂帅", "脑机接口"])
def test_terms_of_the_field_are_one_piece(encoder: Encoder, term: str) -> None:
    assert len(encoder.pieces([term])[0][1]) == 1


def test_same_numbers_however_texts_are_grouped(encoder: Encoder) -> None:
    together = Encoder().encode(TEXTS)
    alone = np.stack([Encoder().encode([text])[0] for text in TEXTS])
    assert np.array_equal(together, alone)
    assert np.array_equal(together, encoder.encode(TEXTS))


def test_another_model_of_another_size(tiny: Path) -> None:
    other = Encoder(str(tiny))
    assert other.dimensions == 16
    near, far = other.encode(["芯片", "语音"]) @ other.encode(["芯片。"])[0]
    assert near == pytest.approx(1, abs=1e-5)
    assert far == pytest.approx(0, abs=1e-5)


def test_a_model_through_sentence_transformers(tiny: Path, tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(tiny))
    model.save(str(tmp_path / "nested" / "model"))
    vector = Encoder(str(tmp_path / "nested" / "model")).encode(["芯片与语音"])[0]
    assert vector == pytest.approx(Encoder(str(tiny)).encode(["芯片与语音"])[0], abs=1e-2)


def test_files_that_do_not_belong_together(tiny: Path) -> None:
    check = json.loads((tiny / "check.json").read_text(encoding="utf-8"))
    check["head"] = [-value for value in check["head"]]
    (tiny / "check.json").write_text(json.dumps(check), encoding="utf-8")
    with pytest.raises(UsageError, match="do not belong together"):
        Encoder(str(tiny)).encode(["芯片"])


def test_damaged_file(tiny: Path) -> None:
    (tiny / "tokenizer.json").write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be loaded"):
        Encoder(str(tiny)).encode(["芯片"])


@pytest.mark.parametrize("folder", ["", "absent/model"])
def test_no_model_there(tmp_path: Path, folder: str) -> None:
    with pytest.raises(UsageError, match="--model") as failure:
        Encoder(str(tmp_path / folder)).encode(["芯片"])
    assert "\n" not in str(failure.value)


def test_quantization_keeps_directions() -> None:
    vectors = np.random.default_rng(7).normal(size=(40, 64)).astype(np.float32)
    vectors[3] = 0
    rows, factors = quantize(vectors)
    back = rows * factors[:, None]
    assert np.abs(back - vectors).max() <= np.abs(vectors).max() / 127
    assert not back[3].any()


def test_pieces_leave_unknown_out(tiny: Path) -> None:
    vectors, weights = SentenceModel(str(tiny)).pieces(["芯片龘"])[0]
    assert len(vectors) == len(weights) == 1


@pytest.fixture
def counting(tmp_path: Path) -> Path:
    """A model that is no table: it counts three words, and has a prompt for what is sought."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import BoW

    model = SentenceTransformer(modules=[BoW(vocab=["gpu", "llm", "seek"])], prompts={"query": "seek "}, device="cpu")
    model.save(str(tmp_path / "counting"))
    return tmp_path / "counting"


class Remembering:
    """A memory that knows one text, and notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def recall(self, model: str, texts: Sequence[str]) -> dict[str, list[float]]:
        self.asked += [f"{Path(model).name.split('@')[0]}: {text}" for text in texts]
        return {text: [0.0, 0.0, 1.0] for text in texts if text == "known"}


def test_a_slow_model_is_asked_once_for_each_text(counting: Path) -> None:
    memory = Remembering()
    encoder = Encoder(str(counting), memory)
    assert encoder.encode(["known", "gpu llm", "GPU  llm"]).tolist()[0] == [0, 0, 1]
    encoder.pieces(["gpu llm", ""])
    assert memory.asked == ["counting: known", "counting: gpu llm"]
    assert set(encoder.take_fresh()) == {"gpu llm"}
    assert encoder.take_fresh() == {}


def test_the_prompt_is_for_what_is_sought_only(counting: Path) -> None:
    encoder = Encoder(MatchingSettings(model=str(counting), device="cpu", batch=1))
    assert encoder.encode(["gpu"]).tolist() == [[1, 0, 0]]
    assert encoder.encode(["gpu"], query=True)[0, 2] > 0
    (vectors, weights), (nothing, none) = encoder.pieces(["gpu", "1"])
    assert vectors.tolist() == [[1, 0, 0]]
    assert (weights.tolist(), len(nothing), len(none)) == ([1], 0, 0)


def test_a_changed_folder_has_another_name(counting: Path) -> None:
    before = Encoder(str(counting)).name
    assert Encoder(str(counting)).name == before
    (counting / "README.md").write_text("changed", encoding="utf-8")
    assert Encoder(str(counting)).name != before
    assert Encoder().name.startswith("jiebang-static-zh@")
    assert Encoder("BAAI/bge-small-zh-v1.5").name == "BAAI/bge-small-zh-v1.5"


def test_the_model_that_ships_is_one_for_all_notices() -> None:
    assert Encoder()._model is Encoder()._model
