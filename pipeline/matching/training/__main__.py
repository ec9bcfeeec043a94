"""Trains the embedded model: ``python -m pipeline.matching.training --data DIR --out DIR`` (about ten minutes)."""

import argparse
import time
from pathlib import Path

import numpy as np

from pipeline.matching.training import contrast, corpus, export, vectors, vocabulary

SEED = 20250418
CHECK = "训练集群支持分钟级断点续训，联邦学习与可信计算由芯片硬件支持"


def build(data: Path, out: Path, schedule: contrast.Schedule) -> None:
    """Reads ``data``, trains with the fixed seed, writes the model's folder ``out``."""
    began = time.monotonic()

    def say(what: str) -> None:
        print(f"[{time.monotonic() - began:5.0f} s] {what}", flush=True)

    material = corpus.load(data)
    texts = [text for paper in material.papers for text in paper] + list(material.texts)
    say(f"{len(material.papers)} papers, {len(texts)} texts")
    tokenizer = vocabulary.build_tokenizer(vocabulary.pieces(vocabulary.count(texts)))
    say(f"{tokenizer.get_vocab_size()} pieces")
    encoded = [
        np.array([i for i in one.ids if i], dtype=np.int32)
        for one in tokenizer.encode_batch_fast(vocabulary.folded(texts))
    ]
    say(f"{sum(map(len, encoded))} pieces of text")
    table = vectors.ppmi_vectors(encoded, tokenizer.get_vocab_size(), SEED)
    table = vectors.compose_missing(table, tokenizer)
    say("vectors")
    papers, at = [], 0
    for paper in material.papers:
        fields = [ids for ids in encoded[at : at + len(paper)] if len(ids)]
        at += len(paper)
        if len(fields) > 1:
            papers.append(fields)
    table = contrast.train(table, papers, schedule, SEED)
    say("trained")
    export.export(out, tokenizer, table, CHECK)
    say(f"written to {out}")


def main() -> None:
    """The command line of the training."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.matching.training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with arxiv_zh.jsonl.xz and the others")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model")
    parser.add_argument("--steps", type=int, default=contrast.Schedule().steps)
    arguments = parser.parse_args()
    build(arguments.data, arguments.out, contrast.Schedule(steps=arguments.steps))


if __name__ == "__main__":
    main()
