"""Contrastive training: two fields of one paper belong together, all others of the batch do not.

Symmetric multiple-negatives ranking loss over cosines, as sentence-transformers' ``MultipleNegativesRankingLoss``;
written out because the texts are tokenized once and the model is one table of vectors. Beside it, with smaller
weights: a chapter of a law and its articles, two random halves of a line of the glossary (家乡话 is a dialect), two
ways to say the same thing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.matching.training.vectors import Ids

Pair = tuple[list[Ids], list[Ids]]
"""The two sides of a batch, text for text."""

_MOST_QUERY = 6
_MOST_ANSWER = 12
_LONGEST = 80
"""Pieces of a text that are read in one step."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how hard to train. ``drop`` is the share of pieces left out at random on either side.

    ``laws``, ``glossary`` and ``paraphrases`` are the weights of their losses beside the papers'.
    """

    steps: int = 600
    batch: int = 2048
    rate: float = 1e-3
    scale: float = 20.0
    drop: float = 0.3
    warmup: int = 30
    laws: float = 0.3
    glossary: float = 0.5
    paraphrases: float = 0.3


@dataclass(frozen=True, slots=True)
class Sources:
    """Texts that belong together, as identifiers of pieces: two or more a group."""

    papers: Sequence[Sequence[Ids]]
    laws: Sequence[Sequence[Ids]]
    glossary: Sequence[Sequence[Ids]]
    paraphrases: Sequence[Sequence[Ids]]


def train(vectors: NDArray[np.float32], sources: Sources, schedule: Schedule, seed: int) -> NDArray[np.float32]:
    """The vectors after training; the unknown piece stays zero."""
    import torch

    torch.set_num_threads(1)
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    table = torch.nn.EmbeddingBag.from_pretrained(torch.from_numpy(vectors.copy()), freeze=False, mode="mean")
    optimizer = torch.optim.Adam(table.parameters(), lr=schedule.rate)
    for step in range(schedule.steps):
        for group in optimizer.param_groups:
            group["lr"] = schedule.rate * _share(step, schedule)
        parts = _parts(table, sources, schedule, random)
        optimizer.zero_grad()
        sum(weight * loss for weight, loss in parts).backward()
        optimizer.step()
        if step % 50 == 0 or step == schedule.steps - 1:
            print(f"step {step}: loss " + " ".join(f"{loss.item():.3f}" for _, loss in parts), flush=True)
    trained: NDArray[np.float32] = table.weight.detach().numpy()
    trained[0] = 0.0
    return trained


def _parts(table: Any, sources: Sources, schedule: Schedule, random: np.random.Generator) -> list[tuple[float, Any]]:
    """Weight and loss of each source for one step."""
    batches = (
        (1.0, _pairs(sources.papers, schedule.batch, schedule.drop, random)),
        (schedule.laws, _pairs(sources.laws, schedule.batch // 2, schedule.drop, random)),
        (schedule.glossary, _halves(sources.glossary, random)),
        (schedule.paraphrases, _pairs(sources.paraphrases, schedule.batch, schedule.drop, random)),
    )
    return [(weight, _loss(table, batch, schedule.scale)) for weight, batch in batches if weight and batch[0]]


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


def _pairs(groups: Sequence[Sequence[Ids]], most: int, drop: float, random: np.random.Generator) -> Pair:
    """Two texts, drawn at random, of each of so many groups, drawn at random; long texts are cut."""
    left, right = [], []
    for index in random.choice(len(groups), size=min(most, len(groups)), replace=False):
        one, two = random.choice(len(groups[index]), size=2, replace=False)
        left.append(_drop(groups[index][one], drop, random)[:_LONGEST])
        right.append(_drop(groups[index][two], drop, random)[:_LONGEST])
    return left, right


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
