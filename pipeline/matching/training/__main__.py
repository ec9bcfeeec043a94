"""Trains the embedded model: ``python -m pipeline.matching.training --data DIR --out DIR`` (some five minutes)."""

import argparse
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.matching.training import contrast, corpus, export, vectors, vocabulary

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
        print(f"[{time.monotonic() - began:5.0f} s] {what}", flush=True)

    material = corpus.load(data)
    texts = [text for paper in material.papers for text in paper] + list(material.texts)
    words = [word for line in material.glossary for word in line]
    say(f"{len(material.papers)} papers, {len(texts)} texts, {len(words)} words of the glossary")
    tokenizer = vocabulary.build_tokenizer(vocabulary.pieces(vocabulary.count(texts), words))
    encoded = encode(tokenizer, texts)
    say(f"{tokenizer.get_vocab_size()} pieces, {sum(map(len, encoded))} in the texts")
    table = vectors.ppmi_vectors(encoded, tokenizer.get_vocab_size(), SEED)
    table = vectors.compose_missing(table, tokenizer)
    say("word vectors")
    papers = grouped(encoded, [len(paper) for paper in material.papers])
    glossary = grouped(encode(tokenizer, words), [len(line) for line in material.glossary])
    table = contrast.train(table, papers, glossary, schedule, SEED)
    export.export(out, tokenizer, table, CHECK)
    say(f"written to {out}")


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
