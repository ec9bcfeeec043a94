"""Contrastive training: two fields of one paper belong together, all others of the batch do not.

Symmetric multiple-negatives ranking loss over cosines, as sentence-transformers' ``MultipleNegativesRankingLoss``;
written out because the texts are tokenized once and the model is one table of vectors.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.matching.training.vectors import Ids


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how hard to train. ``drop`` is the share of pieces left out at random on either side."""

    steps: int = 450
    batch: int = 2048
    rate: float = 1e-3
    scale: float = 20.0
    drop: float = 0.2
    warmup: int = 30


def train(
    vectors: NDArray[np.float32], papers: Sequence[Sequence[Ids]], schedule: Schedule, seed: int
) -> NDArray[np.float32]:
    """The vectors after training; the unknown piece stays zero."""
    import torch

    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    table = torch.nn.EmbeddingBag.from_pretrained(torch.from_numpy(vectors.copy()), freeze=False, mode="mean")
    optimizer = torch.optim.Adam(table.parameters(), lr=schedule.rate)
    target = torch.arange(schedule.batch)
    for step in range(schedule.steps):
        share = min((step + 1) / schedule.warmup, (schedule.steps - step) / (schedule.steps - schedule.warmup))
        for group in optimizer.param_groups:
            group["lr"] = schedule.rate * share
        chosen = random.choice(len(papers), size=schedule.batch, replace=False)
        pairs = [random.choice(len(papers[i]), size=2, replace=False) for i in chosen]
        sides = []
        for side in (0, 1):
            texts = [_drop(papers[i][pair[side]], schedule.drop, random) for i, pair in zip(chosen, pairs, strict=True)]
            bounds = np.cumsum([0, *(len(text) for text in texts[:-1])])
            flat = torch.from_numpy(np.concatenate(texts).astype(np.int64))
            sides.append(torch.nn.functional.normalize(table(flat, torch.from_numpy(bounds)), dim=1))
        logits = sides[0] @ sides[1].T * schedule.scale
        loss = (
            torch.nn.functional.cross_entropy(logits, target) + torch.nn.functional.cross_entropy(logits.T, target)
        ) / 2
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        if step % 50 == 0 or step == schedule.steps - 1:
            print(f"step {step}: loss {loss.item():.3f}", flush=True)
    trained: NDArray[np.float32] = table.weight.detach().numpy()
    trained[0] = 0.0
    return trained


def _drop(ids: Ids, share: float, random: np.random.Generator) -> Ids:
    kept = ids[random.random(len(ids)) >= share]
    return kept if len(kept) else ids
