"""Parts of the training that decide what a model knows: vocabulary, weights, sources."""

import json

import numpy as np
import pytest

from pipeline.matching.lexicon import lexicon_words, segmenter
from pipeline.matching.training import contrast
from pipeline.matching.training.collect import articles, newest
from pipeline.matching.training.collect_papers import summaries
from pipeline.matching.training.corpus import paraphrases
from pipeline.matching.training.general import common_words, emphasis
from pipeline.matching.training.shared import SharedTable, parts
from pipeline.matching.training.vocabulary import LATIN, count, pieces


@pytest.mark.parametrize(("word", "weight"), [("冰箱", 1.0), ("我们", 0.3), ("打磨", 0.7), ("断点续训", 1.0)])
def test_weight_by_part_of_speech(word: str, weight: float) -> None:
    assert emphasis(word) == weight


def test_everyday_words_become_pieces_and_names_do_not() -> None:
    words = set(common_words(frozenset()))
    assert {"冰箱", "椅子", "奶奶"} <= words
    assert not {"北京", "张三丰"} & words


def test_vocabulary_keeps_terms_and_takes_words_in_turn() -> None:
    counts = count(["芯片流片与断点续训，芯片验证"] * 5 + [f"yolov{i}x" for i in range(9)])
    found = [piece for piece, _ in pieces(counts, ["灵巧手"], iter(["冰箱", "沙发"]))]
    assert found[0] == "[UNK]"
    assert {"断点续训", "灵巧手", "芯片", "冰箱", "沙发"} <= set(found)
    assert LATIN > 0
    assert len(found) == len(set(found))


def test_every_paraphrase_has_another_side() -> None:
    assert len(paraphrases()) >= 90
    assert all(len(set(line)) == len(line) >= 2 and all(line) for line in paraphrases())


def test_training_draws_pairs_together_the_same_each_time() -> None:
    random = np.random.default_rng(1)
    start = random.normal(size=(9, 4)).astype(np.float32)
    start[0] = 0
    pairs = [[np.array([i], dtype=np.int32), np.array([i + 4], dtype=np.int32)] for i in range(1, 5)]
    sources = contrast.Sources(pairs, [], [], [], [])
    alone = [[], *([row] for row in range(1, 9))]
    schedule = contrast.Schedule(steps=60, batch=4, rate=0.05, warmup=2, drop=0.0, laws=0, glossary=0, paraphrases=0)
    one, two = (contrast.train(start, alone, sources, schedule, 3) for _ in range(2))
    assert np.array_equal(one, two)
    assert not one[0].any()
    unit = one[1:] / np.linalg.norm(one[1:], axis=1, keepdims=True)
    near = unit[:4] @ unit[4:].T
    assert (near.argmax(axis=1) == np.arange(4)).all()


def test_pieces_learn_through_the_parts_they_share() -> None:
    assert parts(["[UNK]", "液", "冷", "液冷", "gpu"]) == [[], [1], [2], [1, 2], [4]]
    start = np.zeros((5, 2), dtype=np.float32)
    start[1:] = np.eye(2)[[0, 0, 1, 1]]
    table = SharedTable(start, parts(["[UNK]", "液", "冷", "液冷", "gpu"]))
    table.vectors()[3].sum().backward()
    assert table.common.grad is not None
    assert table.common.grad.any(dim=1).tolist() == [False, True, True, False, False]


def test_the_words_of_the_lexicons_stay_whole() -> None:
    cut = segmenter().lcut
    assert [word for word in lexicon_words() if cut(word, HMM=False) != [word]] == []


def test_summaries_that_are_chinese() -> None:
    said = {"tldr": "提出一种方法", "motivation": "现有方法慢", "method": "", "result": "faster"}
    lines = [{"id": "2501.00001v2", "AI": said}, {"id": "2501.00002", "AI": {"tldr": "只有一句"}}, {"id": "3"}]
    text = "\n".join([*map(json.dumps, lines), "broken", ""])
    assert list(summaries(text)) == [{"id": "2501.00001", "tldr": "提出一种方法", "motivation": "现有方法慢"}]


def test_articles_of_the_newest_law() -> None:
    files = ["行政法规/条例(2010-01-01).md", "行政法规/条例(2020-01-01).md", "README.md", "案例/某案.md"]
    assert newest(files) == {"条例": "行政法规/条例(2020-01-01).md"}
    text = "# 条例\n## 第二章 监测预警\n第五条 县级以上人民政府应当建立健全监测预警体系，及时发布信息。\n短。"
    assert list(articles("条例", text)) == [
        {"title": "条例", "chapter": "监测预警", "text": "县级以上人民政府应当建立健全监测预警体系，及时发布信息。"}
    ]
