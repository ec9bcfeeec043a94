"""Contrastive training: two fields of one paper belong together, all others of the batch do not.

Half of the batch are any two fields, half the motivation and the method: they share the fewest words.

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

from pipeline.matching.training.shared import SharedTable
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

    ``rate`` is for the vectors, ``factor_rate`` for the logarithms of the factors by which pieces count. ``laws``,
    ``glossary`` and ``paraphrases`` are the weights of their losses beside the papers'.
    """

    steps: int = 350
    runs: int = 2
    batch: int = 2048
    rate: float = 2e-3
    factor_rate: float = 0.02
    scale: float = 16.0
    drop: float = 0.3
    warmup: int = 30
    laws: float = 0.3
    glossary: float = 0.5
    paraphrases: float = 0.3


@dataclass(frozen=True, slots=True)
class Sources:
    """Texts that belong together, as identifiers of pieces: two or more a group."""

    papers: Sequence[Sequence[Ids]]
    asked: Sequence[Sequence[Ids]]
    laws: Sequence[Sequence[Ids]]
    glossary: Sequence[Sequence[Ids]]
    paraphrases: Sequence[Sequence[Ids]]


def train(
    vectors: NDArray[np.float32], parts: Sequence[Sequence[int]], sources: Sources, schedule: Schedule, seed: int
) -> NDArray[np.float32]:
    """The vectors after training, the mean of ``schedule.runs`` runs that draw other texts (what a run learns by heart
    is its own). ``parts`` as :func:`shared.parts` gives them. The unknown piece stays zero.
    """
    runs = [_run(vectors, parts, sources, schedule, np.random.default_rng(seed + run)) for run in range(schedule.runs)]
    trained: NDArray[np.float32] = np.mean(runs, axis=0, dtype=np.float32)
    trained[0] = 0.0
    return trained


def _run(
    vectors: NDArray[np.float32],
    parts: Sequence[Sequence[int]],
    sources: Sources,
    schedule: Schedule,
    random: np.random.Generator,
) -> NDArray[np.float32]:
    import torch

    torch.set_num_threads(1)
    table = SharedTable(vectors, parts)
    optimizer = torch.optim.Adam(
        [
            {"params": [table.own, table.common], "lr": schedule.rate},
            {"params": [table.factors], "lr": schedule.factor_rate},
        ]
    )
    falling = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _share(step, schedule))
    for step in range(schedule.steps):
        losses = _losses(table.vectors(), sources, schedule, random)
        optimizer.zero_grad()
        sum(weight * loss for weight, loss in losses).backward()
        optimizer.step()
        falling.step()
        if step % 50 == 0 or step == schedule.steps - 1:
            print(f"step {step}: loss " + " ".join(f"{loss.item():.3f}" for _, loss in losses), flush=True)
    trained: NDArray[np.float32] = table.vectors().detach().numpy()
    return trained


def _losses(table: Any, sources: Sources, schedule: Schedule, random: np.random.Generator) -> list[tuple[float, Any]]:
    """Weight and loss of each source for one step."""
    batches = (
        (
            1.0,
            _both(
                *(_pairs(each, schedule.batch // 2, schedule.drop, random) for each in (sources.papers, sources.asked))
            ),
        ),
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
    from torch.nn.functional import embedding_bag, normalize

    bounds = np.cumsum([0, *(len(text) for text in texts[:-1])])
    ids = from_numpy(np.concatenate(texts).astype(np.int64))
    return normalize(embedding_bag(ids, table, from_numpy(bounds), mode="mean"), dim=1)


def _both(one: Pair, two: Pair) -> Pair:
    return one[0] + two[0], one[1] + two[1]


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
