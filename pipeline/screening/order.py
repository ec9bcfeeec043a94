"""Headings that are known by their place: as many unknown ones at a place as the template has there."""

from collections.abc import Hashable, Sequence


def by_place(chosen: Sequence[int | None], open_: Sequence[int], ranks: Sequence[Hashable]) -> list[int | None]:
    """Fills the gaps of an alignment by order.

    ``chosen`` has for each section of the template the index of the heading that answers it, or None; ``open_`` are
    the indices of the headings that may answer one, in order; ``ranks`` the part and level of every heading. A run of
    sections without a heading is answered by the unused headings at its place (between the headings before and behind
    it, or before the first, behind the last) when there are as many of them, of a neighbour's rank, and in order.
    """
    filled = list(chosen)
    used = {index for index in chosen if index is not None}
    for start, end in _runs(chosen):
        before = chosen[start - 1] if start > 0 else -1
        after = chosen[end] if end < len(chosen) else len(ranks)
        if before is None or after is None or before > after or end - start == len(chosen):
            continue
        near = {ranks[i] for i in (before, after) if 0 <= i < len(ranks)}
        free = [i for i in open_ if before < i < after and i not in used and ranks[i] in near]
        if len(free) == end - start:
            filled[start:end] = free
    return filled


def _runs(chosen: Sequence[int | None]) -> list[tuple[int, int]]:
    """Half-open stretches without an answer."""
    runs: list[tuple[int, int]] = []
    for at, index in enumerate(chosen):
        if index is not None:
            continue
        if runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs
