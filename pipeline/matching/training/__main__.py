"""Trains the embedded model: ``python -m pipeline.matching.training --data DIR --out DIR`` (a quarter of an hour)."""

import argparse
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.matching.training import contrast, corpus, export, teacher, vectors, vocabulary
from pipeline.matching.training.general import common_words, emphasis

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


def build(data: Path, out: Path, schedule: contrast.Schedule) -> None:
    """Reads ``data``, trains with the fixed seed, writes the model's folder ``out``."""
    began = time.monotonic()

    def say(what: str) -> None:
        print(f"[{time.monotonic() - began:5.0f} s, {time.process_time():5.0f} s CPU] {what}", flush=True)

    material = corpus.load(data, SEED)
    wordnet = teacher.Wordnet(data)
    texts = [text for group in (*material.papers, *material.laws) for text in group] + list(material.texts)
    words = [word for line in material.glossary for word in line]
    say(f"{len(material.papers)} papers, {len(texts)} texts, {len(words)} words of the glossary")
    common = common_words(frozenset(wordnet.meanings))
    vocabulary_ = vocabulary.pieces(vocabulary.count(texts), words, common)
    tokenizer = vocabulary.build_tokenizer(vocabulary_)
    encoded = encode(tokenizer, texts)
    say(f"{len(vocabulary_)} pieces, {sum(map(len, encoded))} in the texts")
    names = [piece for piece, _ in vocabulary_]
    table = vectors.ppmi_vectors(encoded, len(names), SEED)
    say("word vectors")
    counts = np.bincount(np.concatenate(encoded), minlength=len(names))
    table = teacher.fill(table, counts, names, wordnet)
    shares = np.maximum(counts / counts.sum(), np.exp([score for _, score in vocabulary_]))
    table = vectors.weigh(table, shares, np.array([emphasis(name) for name in names]), encoded)
    say("vectors of rare words")
    papers = grouped(encoded, [len(group) for group in material.papers])
    laws = grouped(encoded[sum(map(len, material.papers)) :], [len(group) for group in material.laws])
    sources = contrast.Sources(
        papers, laws, _groups(tokenizer, material.glossary), _groups(tokenizer, material.paraphrases)
    )
    table = contrast.train(table, sources, schedule, SEED)
    export.export(out, tokenizer, table, CHECK)
    say(f"written to {out}")


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
    arguments = parser.parse_args()
    build(arguments.data, arguments.out, contrast.Schedule(steps=arguments.steps, rate=arguments.rate))


if __name__ == "__main__":
    main()
