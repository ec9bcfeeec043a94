"""Trains the embedded model: ``python -m pipeline.matching.training --data DIR --out DIR`` (ten minutes)."""

import argparse
import pickle
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.matching.training import contrast, corpus, export, teacher, vectors, vocabulary
from pipeline.matching.training.general import common_words, emphasis
from pipeline.matching.training.shared import parts

SEED = 20250418
CHECK = "训练集群支持分钟级断点续训，联邦学习与可信计算由芯片硬件支持"


def encode(tokenizer: Any, texts: Sequence[str]) -> list[vectors.Ids]:
    """The known pieces of each text."""
    encodings = tokenizer.encode_batch_fast(vocabulary.folded(texts))
    return [np.array([i for i in one.ids if i], dtype=np.int32) for one in encodings]


def grouped(encoded: Sequence[vectors.Ids], sizes: Sequence[int]) -> list[list[vectors.Ids]]:
    """Texts put together again by the sizes of their groups; empty texts, then groups of one, fall out."""
    groups, at = [], 0
    for size in sizes:
        groups.append([ids for ids in encoded[at : at + size] if len(ids)])
        at += size
    return [group for group in groups if len(group) > 1]


def build(data: Path, out: Path, schedule: contrast.Schedule, words: Path | None = None) -> None:
    """Reads ``data``, trains with the fixed seed, writes the model's folder ``out``.

    ``words`` keeps what precedes the contrastive training, or gives it back, so that schedules can be compared.
    """
    began = time.monotonic()

    def say(what: str) -> None:
        print(f"[{time.monotonic() - began:5.0f} s, {time.process_time():5.0f} s CPU] {what}", flush=True)

    material = corpus.load(data, SEED)
    say(f"{len(material.papers)} papers, {len(material.laws)} chapters of laws, {len(material.glossary)} fields")
    if words is None or not words.is_file():
        vocabulary_, table = word_vectors(data, material, say)
        if words is not None:
            with words.open("wb") as file:
                pickle.dump((vocabulary_, table), file)
    else:
        vocabulary_, table = pickle.loads(words.read_bytes())
    tokenizer = vocabulary.build_tokenizer(vocabulary_)
    sources = contrast.Sources(
        _groups(tokenizer, material.papers),
        _groups(tokenizer, material.asked),
        _groups(tokenizer, material.laws),
        _groups(tokenizer, material.glossary),
        _groups(tokenizer, material.paraphrases),
    )
    say("texts cut into pieces")
    table = contrast.train(table, parts([piece for piece, _ in vocabulary_]), sources, schedule, SEED)
    export.export(out, tokenizer, table, CHECK)
    say(f"written to {out}")


def word_vectors(
    data: Path, material: corpus.Material, say: Callable[[str], None]
) -> tuple[list[tuple[str, float]], vectors.Vectors]:
    """The pieces with their log probabilities, and their vectors before the contrastive training."""
    wordnet = teacher.Wordnet(data)
    texts = [text for group in (*material.papers, *material.laws) for text in group] + list(material.texts)
    words = [word for line in material.glossary for word in line]
    common = common_words(frozenset(wordnet.meanings))
    pieces = vocabulary.pieces(vocabulary.count(texts), words, common)
    names = [piece for piece, _ in pieces]
    encoded = encode(vocabulary.build_tokenizer(pieces), texts)
    say(f"{len(names)} pieces, {sum(map(len, encoded))} in the texts")
    table = vectors.ppmi_vectors(encoded, len(names), SEED)
    say("word vectors")
    counts = np.bincount(np.concatenate(encoded), minlength=len(names))
    table = teacher.fill(table, counts, names, wordnet)
    shares = np.maximum(counts / counts.sum(), np.exp([score for _, score in pieces]))
    say("vectors of rare words")
    return pieces, vectors.weigh(table, shares, np.array([emphasis(name) for name in names]), encoded)


def _groups(tokenizer: Any, groups: Sequence[Sequence[str]]) -> list[list[vectors.Ids]]:
    return grouped(encode(tokenizer, [text for group in groups for text in group]), [len(group) for group in groups])


def main() -> None:
    """The command line of the training."""
    default = contrast.Schedule()
    parser = argparse.ArgumentParser(prog="python -m pipeline.matching.training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with arxiv_zh.jsonl.xz and the others")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model")
    parser.add_argument("--steps", type=int, default=default.steps)
    parser.add_argument("--rate", type=float, default=default.rate)
    parser.add_argument("--words", type=Path, help="file that keeps the word vectors between two runs")
    arguments = parser.parse_args()
    schedule = contrast.Schedule(steps=arguments.steps, rate=arguments.rate)
    build(arguments.data, arguments.out, schedule, arguments.words)


if __name__ == "__main__":
    main()
