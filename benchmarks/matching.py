"""The matcher beside keyword search: ``python -m benchmarks.matching --data DIR`` (``make bench-matching``).

DIR holds the texts of the training (``csl_title_abstract_test.jsonl.xz``, ``arxiv_zh.jsonl.xz``,
``direction_snippets.jsonl``); the notices of some snippets are looked for beside it. Nothing that is measured here took
part in the training.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from benchmarks.matching_texts import VOICES, Pairs, Snippet, pair_sets, snippets
from benchmarks.search import measure
from pipeline.matching.directions import direction_text
from pipeline.matching.encoder import Encoder
from pipeline.matching.folding import fold
from pipeline.matching.lexical import Bm25, bigrams
from pipeline.matching.lexicon import words
from pipeline.matching.matcher import Matcher
from pipeline.matching.scoring import RETRIEVAL, z_scores

Matrix = NDArray[np.float64]
Method = Callable[[Sequence[str], Sequence[str]], Matrix]


def tfidf(queries: Sequence[str], candidates: Sequence[str]) -> Matrix:
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(tokenizer=lambda text: words(fold(text)), token_pattern=None, lowercase=False)
    known = vectorizer.fit_transform(candidates)
    return (vectorizer.transform(queries) @ known.T).toarray()


def _bm25(cut: Callable[[str], list[str]]) -> Method:
    def method(queries: Sequence[str], candidates: Sequence[str]) -> Matrix:
        index = Bm25([cut(text) for text in candidates])
        return np.stack([index.scores(cut(query)) for query in queries])

    return method


bm25_words = _bm25(lambda text: words(fold(text)))
bm25_bigrams = _bm25(bigrams)


def model_alone(encoder: Encoder) -> Method:
    return lambda queries, candidates: (encoder.encode(queries) @ encoder.encode(candidates).T).astype(np.float64)


def hybrid(encoder: Encoder) -> Method:
    def method(queries: Sequence[str], candidates: Sequence[str]) -> Matrix:
        meaning, exact = model_alone(encoder)(queries, candidates), bm25_bigrams(queries, candidates)
        return np.stack(
            [RETRIEVAL.mean * z_scores(a) + RETRIEVAL.words * z_scores(b) for a, b in zip(meaning, exact, strict=True)]
        )

    return method


def recall(scores: Matrix, within: int) -> float:
    right = np.diag(scores)
    return float(((scores > right[:, None]).sum(axis=1) < within).mean())


def direction_accuracy(asked: Sequence[Snippet], method: Method) -> tuple[float, float]:
    """Share of snippets whose direction is first, and among the first three; equal scores share their places."""
    places = []
    for snippet in asked:
        texts = [direction_text(one) for one in snippet.notice.directions]
        numbers = [one.number for one in snippet.notice.directions]
        scores = method([snippet.text], texts)[0]
        right = scores[numbers.index(snippet.direction)]
        places.append(float((scores > right).sum()) + 0.5 * float((scores == right).sum() - 1))
    return float(np.mean([place < 0.5 for place in places])), float(np.mean([place < 3 for place in places]))


def matcher_accuracy(asked: Sequence[Snippet], encoder: Encoder) -> tuple[float, float]:
    """The same for what ``jiebang match`` gives."""
    matchers: dict[int, Matcher] = {}
    places = []
    for snippet in asked:
        matcher = matchers.setdefault(id(snippet.notice), Matcher(snippet.notice, encoder))
        numbers = [one.number for one in matcher.rank_directions(snippet.text)]
        places.append(numbers.index(snippet.direction))
    return float(np.mean([place == 0 for place in places])), float(np.mean([place < 3 for place in places]))


def speed(encoder: Encoder) -> str:
    """Short sentences a CPU second, one core."""
    texts = [f"面向第{number}条产线的刀具磨损在线监测与断点续训能力建设" for number in range(20_000)]
    encoder.encode(texts[:1])
    began = time.process_time()
    encoder.encode(texts)
    return f"{len(texts) / (time.process_time() - began):,.0f} short sentences a CPU second"


def load_seconds(model: str | None) -> float:
    """CPU seconds to load the model and give a first vector, when what it needs is imported."""
    began = time.process_time()
    Encoder(model).encode(["断点续训"])
    return time.process_time() - began


def search_seconds(encoder: Encoder, passages: int) -> float:
    """CPU seconds of one search over so many stored passages (random words, real vectors' size)."""
    with tempfile.TemporaryDirectory() as folder:
        return measure(Path(folder) / "search.duckdb", encoder.dimensions, passages)


def table(encoder: Encoder, asked: Sequence[Snippet], sets: Sequence[Pairs]) -> Table:
    """A row a method, a column a voice and a set of pairs."""
    voices = [voice for voice in VOICES if any(one.voice == voice for one in asked)]
    made = Table("method", *(f"{voice} @1/@3" for voice in voices), *(one.name for one in sets))
    methods: dict[str, Method] = {
        "TF-IDF jieba": tfidf,
        "BM25 jieba": bm25_words,
        "BM25 bigrams": bm25_bigrams,
        "model alone": model_alone(encoder),
        "hybrid": hybrid(encoder),
    }
    for name, method in methods.items():
        found = []
        for voice in voices:
            own = [one for one in asked if one.voice == voice]
            pair = matcher_accuracy(own, encoder) if name == "hybrid" else direction_accuracy(own, method)
            found.append("{:.3f}/{:.3f}".format(*pair))
        made.add_row(name, *found, *(f"{recall(method(s.queries, s.candidates), s.within):.3f}" for s in sets))
    return made


def main() -> None:
    """The command line of the benchmark."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.matching", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", help="another sentence-transformers model or folder")
    parser.add_argument("--no-pairs", action="store_true", help="the snippets alone (a minute less)")
    arguments = parser.parse_args()
    console = Console(width=200)
    if not arguments.data.is_dir():
        console.print(f"{arguments.data} is absent: nothing to measure (name the folder with --data or DATA=)")
        return
    encoder = Encoder(arguments.model)
    asked = snippets(arguments.data)
    console.print(table(encoder, asked, [] if arguments.no_pairs else pair_sets(arguments.data)))
    for voice, what in VOICES.items():
        console.print(f"{voice}: {sum(one.voice == voice for one in asked)} snippets, {what}")
    console.print(f"{encoder.name}: {speed(encoder)}; loads in {load_seconds(arguments.model):.2f} CPU s")
    console.print(f"search over 100,000 passages: {search_seconds(encoder, 100_000):.2f} CPU s")


if __name__ == "__main__":
    main()
