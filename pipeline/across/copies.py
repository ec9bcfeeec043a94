"""Passages that two texts share, longest first; what a notice and its templates say is nobody's copy."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

from pipeline.across.fingerprints import SHINGLE, Array, Folded, covered, folded, marks

LEAST = 40  # folded characters of a passage that count, those of notice and template left out
COMMON = 4  # in more applications than this, and in half of all, a passage is a form's or a habit's, not a copy
MANY = 12  # places of one mark; of more each is compared with its neighbour alone, so that time stays linear
MOST_PLACES = 12  # of one mark in one text: what recurs oftener is a table's head


@dataclass(frozen=True, slots=True)
class Shared:
    """One passage in two texts: half-open offsets in each, and its length in folded characters that are their own."""

    one: tuple[int, int]
    other: tuple[int, int]
    own: int


def shared_passages(
    texts: Sequence[str], owners: Sequence[int], explained: Sequence[str]
) -> dict[tuple[int, int], list[Shared]]:
    """Pairs of places in ``texts`` -> the passages they share, longest first; pairs without one are left out.

    ``owners`` says whose each text is: the files of one application are not compared with each other.
    ``explained`` are the texts that everybody may repeat. Time is linear in the texts, apart from the copies found.
    """
    known = np.unique(np.concatenate([folded(text).phrases() for text in explained] or [np.array([], dtype=np.uint64)]))
    pages = [folded(text) for text in texts]
    masks = [covered(page, known) for page in pages]
    found = {}
    for pair, meetings in sorted(_meetings(pages, masks, owners).items()):
        passages = list(_runs(pages, masks, pair, meetings))
        if passages:
            found[pair] = sorted(passages, key=lambda each: -each.own)
    return found


def _meetings(
    pages: Sequence[Folded], masks: Sequence[Array], owners: Sequence[int]
) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """Pairs of texts -> places at which both have a mark of one hash that the notice does not explain.

    Marks that most applications have explain themselves: the ``masks`` get them too.
    """
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for index, (page, mask) in enumerate(zip(pages, masks, strict=True)):
        kept = [int(at) for at in marks(page) if not mask[at : at + SHINGLE].all()]
        for at, key in zip(kept, page.hashes[kept].tolist() if kept else [], strict=True):
            places[key].append((index, at))
    most = max(COMMON, len(set(owners)) // 2)
    meetings: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for seen in places.values():
        holders = {owners[index] for index, _ in seen}
        if len(holders) > most or len(seen) > MOST_PLACES * len(holders):
            for index, at in seen:
                masks[index][at : at + SHINGLE] = True
            continue
        pairs = combinations(seen, 2) if len(seen) <= MANY else pairwise(seen)
        for (one, at), (other, there) in pairs:
            if owners[one] != owners[other]:
                meetings[one, other].append((at, there))
    return meetings


def _runs(
    pages: Sequence[Folded], masks: Sequence[Array], pair: tuple[int, int], meetings: Sequence[tuple[int, int]]
) -> Iterator[Shared]:
    """The longest equal runs around the meetings, each place of either text in one of them at most."""
    one, other = pages[pair[0]], pages[pair[1]]
    ends: dict[int, int] = {}  # by diagonal: where the last run on it ended
    taken: list[tuple[int, int]] = []
    for at, there in sorted(meetings):
        if at < ends.get(at - there, -1):
            continue
        back = _equal(one.codes[:at][::-1], other.codes[:there][::-1])
        length = back + _equal(one.codes[at:], other.codes[there:])
        start, begin = at - back, there - back
        ends[at - there] = start + length
        overlaps = any(start < end and first < start + length for first, end in taken)
        if length < LEAST or overlaps:
            continue
        taken.append((start, start + length))
        for first, size in _own_parts(masks[pair[0]], start, length):
            own = size - int(masks[pair[0]][first : first + size].sum())
            yield Shared(_span(one, first, size), _span(other, begin + first - start, size), own)


def _own_parts(mask: Array, start: int, length: int) -> Iterator[tuple[int, int]]:
    """The run without what the notice explains at its ends and at length (SHINGLE and more) within: (start, length)."""
    own = np.flatnonzero(~mask[start : start + length])
    for part in np.split(own, np.flatnonzero(np.diff(own) > SHINGLE) + 1):
        if len(part) >= LEAST:
            yield start + int(part[0]), int(part[-1] - part[0]) + 1


def _equal(one: Array, other: Array) -> int:
    """How many elements agree from the beginning on."""
    at, step = 0, 256
    while True:
        left, right = one[at : at + step], other[at : at + step]
        size = min(len(left), len(right))
        different = np.flatnonzero(left[:size] != right[:size])
        if len(different):
            return at + int(different[0])
        at += size
        if size < step:
            return at


def _span(page: Folded, start: int, length: int) -> tuple[int, int]:
    return int(page.at[start]), int(page.at[start + length - 1]) + 1
