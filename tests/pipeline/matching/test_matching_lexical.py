"""BM25 and what it counts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.matching.folding import fold
from pipeline.matching.lexical import Bm25, bigrams
from pipeline.matching.lexicon import domain_terms, words


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("断点续训", ["断点", "点续", "续训"]),
        ("支持HBM3与C-Eval", ["支持", "hbm3", "与", "c-eval"]),
        ("芯", ["芯"]),
        ("2025年，1024卡", ["年", "卡"]),
        ("", []),
        ("——。", []),
    ],
)
def test_bigrams(text: str, terms: list[str]) -> None:
    assert bigrams(text) == tuple(terms)


def test_words_of_the_field_stay_whole() -> None:
    assert {"断点续训", "灵巧手", "揭榜挂帅"} <= set(words(fold("揭榜挂帅项目，灵巧手与断点续训")))
    assert len(domain_terms()) > 500


def test_rare_terms_count_more_and_absent_ones_nothing() -> None:
    index = Bm25([["工", "刀"], ["工", "笔"], ["工", "墨"]])
    scores = index.scores(["工", "笔"])
    assert scores.argmax() == 1
    assert scores[1] > 2 * scores[0]
    assert not index.scores(["纸"]).any()
    assert index.weight("纸") > index.weight("笔") > index.weight("工")


def test_no_documents() -> None:
    assert Bm25([]).scores(["工"]).shape == (0,)


@given(st.text(max_size=60))
def test_folding_is_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(
    st.lists(st.text(alphabet="芯片语音图像", max_size=12), max_size=5), st.text(alphabet="芯片语音图像", max_size=12)
)
def test_scores_are_never_negative(documents: list[str], query: str) -> None:
    scores = Bm25([bigrams(one) for one in documents]).scores(bigrams(query))
    assert np.all(scores >= 0)
