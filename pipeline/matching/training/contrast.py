"""Contrastive training: two fields of one paper belong together, all others of the batch do not.

Symmetric multiple-negatives ranking loss over cosines, as sentence-transformers' ``MultipleNegativesRankingLoss``;
written out because the texts are tokenized once and the model is one table of vectors. Beside it, with a smaller
weight, two random halves of a line of the glossary belong together: what papers cannot teach (家乡话 is a dialect).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.matching.training.vectors import Ids

Pair = tuple[list[Ids], list[Ids]]
"""The two sides of a batch, text for text."""

_MOST_QUERY = 5
_MOST_ANSWER = 8


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how hard to train. ``drop`` is the share of pieces left out at random on either side.

    ``glossary`` is the weight of the glossary's loss beside the papers'.
    """

    steps: int = 800
    batch: int = 2048
    rate: float = 1e-3
    scale: float = 20.0
    drop: float = 0.3
    warmup: int = 30
    glossary: float = 0.3


def train(
    vectors: NDArray[np.float32],
    papers: Sequence[Sequence[Ids]],
    glossary: Sequence[Sequence[Ids]],
    schedule: Schedule,
    seed: int,
) -> NDArray[np.float32]:
    """The vectors after training; the unknown piece stays zero. ``glossary`` has two words or more a line."""
    import torch

    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    table = torch.nn.EmbeddingBag.from_pretrained(torch.from_numpy(vectors.copy()), freeze=False, mode="mean")
    optimizer = torch.optim.Adam(table.parameters(), lr=schedule.rate)
    for step, pair in enumerate(_batches(papers, schedule, random)):
        for group in optimizer.param_groups:
            group["lr"] = schedule.rate * _share(step, schedule)
        loss = _loss(table, pair, schedule.scale)
        if schedule.glossary:
            loss = loss + schedule.glossary * _loss(table, _halves(glossary, random), schedule.scale)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step % 50 == 0 or step == schedule.steps - 1:
            print(f"step {step}: loss {loss.item():.3f}", flush=True)
    trained: NDArray[np.float32] = table.weight.detach().numpy()
    trained[0] = 0.0
    return trained


def _share(step: int, schedule: Schedule) -> float:
    """Up in the warm-up, then down to nothing in a straight line."""
    return min((step + 1) / schedule.warmup, (schedule.steps - step) / (schedule.steps - schedule.warmup))


def _loss(table: Any, pair: Pair, scale: float) -> Any:
    from torch import arange
    from torch.nn.functional import cross_entropy

    left, right = (_embed(table, side) for side in pair)
    logits = left @ right.T * scale
    target = arange(len(logits))
    return (cross_entropy(logits, target) + cross_entropy(logits.T, target)) / 2


def _embed(table: Any, texts: Sequence[Ids]) -> Any:
    from torch import from_numpy
    from torch.nn.functional import normalize

    bounds = np.cumsum([0, *(len(text) for text in texts[:-1])])
    return normalize(table(from_numpy(np.concatenate(texts).astype(np.int64)), from_numpy(bounds)), dim=1)


def _batches(papers: Sequence[Sequence[Ids]], schedule: Schedule, random: np.random.Generator) -> Iterator[Pair]:
    """For each step two fields, drawn at random, of so many papers, drawn at random."""
    for _ in range(schedule.steps):
        chosen = random.choice(len(papers), size=schedule.batch, replace=False)
        drawn = [(paper := papers[i], random.choice(len(paper), size=2, replace=False)) for i in chosen]
        left = [_drop(paper[fields[0]], schedule.drop, random) for paper, fields in drawn]
        right = [_drop(paper[fields[1]], schedule.drop, random) for paper, fields in drawn]
        yield left, right


def _halves(glossary: Sequence[Sequence[Ids]], random: np.random.Generator) -> Pair:
    """For each line a few of its words against a few others of them."""
    left, right = [], []
    for line in glossary:
        order = random.permutation(len(line))
        few = int(random.integers(1, min(len(line) // 2, _MOST_QUERY) + 1))
        more = int(random.integers(1, min(len(line) - few, _MOST_ANSWER) + 1))
        left.append(np.concatenate([line[i] for i in order[:few]]))
        right.append(np.concatenate([line[i] for i in order[few : few + more]]))
    return left, right


def _drop(ids: Ids, share: float, random: np.random.Generator) -> Ids:
    kept = ids[random.random(len(ids)) >= share]
    return kept if len(kept) else ids
