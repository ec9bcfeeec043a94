"""The matcher beside keyword search: ``python -m benchmarks.matching --data DIR`` (``make bench-matching``).

DIR holds the texts of the training (``csl_title_abstract_test.jsonl.xz``, ``arxiv_zh.jsonl.xz``,
``direction_snippets.jsonl``); the notices of the snippets are looked for in ``DIR/../seeds``. Nothing that is measured
here took part in the training.
"""

import argparse
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from pipeline.matching.directions import direction_text
from pipeline.matching.encoder import Encoder
from pipeline.matching.folding import fold
from pipeline.matching.lexical import Bm25, bigrams
from pipeline.matching.lexicon import words
from pipeline.matching.matcher import Matcher
from pipeline.matching.scoring import RETRIEVAL, z_scores
from pipeline.matching.training.corpus import rows, split_papers
from schemas.notice import Notice

Matrix = NDArray[np.float64]
Method = Callable[[Sequence[str], Sequence[str]], Matrix]
BLIND_VOICE = "i"
"""Written when lexicons, weights and model were done; no choice was made on it."""
OWN_SNIPPETS = Path(__file__).parent / "snippets.jsonl"


@dataclass(frozen=True)
class Pairs:
    """Queries and candidates in the same order: candidate ``i`` is the right one for query ``i``."""

    name: str
    queries: list[str]
    candidates: list[str]
    within: int


@dataclass(frozen=True)
class Snippet:
    """An applicant's words and the number of the direction they belong to."""

    text: str
    direction: int
    notice: Notice
    voice: str


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


def pair_sets(data: Path) -> list[Pairs]:
    test = list(rows(data / "csl_title_abstract_test.jsonl.xz"))
    abstracts = [row["abs"] for row in test]
    halves = [(text[: len(text) // 2], text[len(text) // 2 :]) for text in abstracts]
    held = split_papers(data)[1]
    return [
        Pairs("CSL title R@1", [row["title"] for row in test], abstracts, 1),
        Pairs("CSL halves R@1", [one for one, _ in halves], [two for _, two in halves], 1),
        Pairs("arXiv R@1", [row["motivation"] for row in held], [row["method"] for row in held], 1),
        Pairs("arXiv R@10", [row["motivation"] for row in held], [row["method"] for row in held], 10),
    ]


def snippets(data: Path) -> list[Snippet]:
    """The snippets whose notice is at hand, the given ones and our own."""
    from pipeline.reading import read
    from pipeline.records.notice import build_notice
    from pipeline.structure import structure

    notices = {path.stem[:3]: build_notice(*structure(read(path))) for path in (data.parent / "seeds").glob("*.txt")}
    found = []
    for path in (data / "direction_snippets.jsonl", OWN_SNIPPETS):
        for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else []:
            row = json.loads(line)
            if row["seed"] in notices:
                found.append(Snippet(row["text"], row["direction_no"], notices[row["seed"]], _group(row.get("voice"))))
    return found


def _group(voice: str | None) -> str:
    """Who wrote a snippet: the given ones, our own that the lexicons were written beside, our own from afterwards."""
    if voice is None:
        return "given"
    return "blind" if voice == BLIND_VOICE else "own"


def direction_accuracy(asked: Sequence[Snippet], method: Method) -> tuple[float, float]:
    """Share of snippets whose direction is first, and among the first three."""
    places = []
    for snippet in asked:
        texts = [direction_text(one) for one in snippet.notice.directions]
        numbers = [one.number for one in snippet.notice.directions]
        scores = method([snippet.text], texts)[0]
        places.append(int((scores > scores[numbers.index(snippet.direction)]).sum()))
    return float(np.mean([place == 0 for place in places])), float(np.mean([place < 3 for place in places]))


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
    texts = [f"面向第{number}条产线的刀具磨损在线监测与断点续训能力建设" for number in range(20_000)]
    encoder.encode(texts[:1])
    began = time.process_time()
    encoder.encode(texts)
    return f"{len(texts) / (time.process_time() - began):,.0f} short sentences a CPU second"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.matching", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", help="another sentence-transformers model or folder")
    arguments = parser.parse_args()
    console = Console(width=160)
    if not arguments.data.is_dir():
        console.print(f"{arguments.data} is absent: nothing to measure (name the folder with --data or DATA=)")
        return
    encoder = Encoder(arguments.model)
    asked = snippets(arguments.data)
    voices = sorted({one.voice for one in asked})
    sets = pair_sets(arguments.data)
    table = Table("method", *(f"{voice} @1/@3" for voice in voices), *(one.name for one in sets))
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
        table.add_row(name, *found, *(f"{recall(method(s.queries, s.candidates), s.within):.3f}" for s in sets))
    console.print(table)
    console.print(f"{len(asked)} snippets; {encoder.name}: {speed(encoder)}")


if __name__ == "__main__":
    main()
