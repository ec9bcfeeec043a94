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

_NOTHING = np.zeros(0, dtype=np.int64)


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
    most = max(COMMON, len(set(owners)) // 2)
    meetings: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for seen in _places(pages, masks):
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


def _places(pages: Sequence[Folded], masks: Sequence[Array]) -> Iterator[list[tuple[int, int]]]:
    """For each hash that more than one mark has, the texts and places of these marks, in order."""
    kept = []
    for page, mask in zip(pages, masks, strict=True):
        places_of = marks(page)
        explained = np.cumsum(np.concatenate([[0], mask]))
        ends = np.minimum(places_of + SHINGLE, len(mask))
        kept.append(places_of[explained[ends] - explained[places_of] < ends - places_of])
    keys = np.concatenate([page.hashes[places] for page, places in zip(pages, kept, strict=True)] or [_NOTHING])
    order = np.argsort(keys, kind="stable")
    texts = np.repeat(np.arange(len(pages)), [len(places) for places in kept])[order].tolist()
    places = np.concatenate([*kept, _NOTHING])[order].tolist()
    bounds = np.flatnonzero(np.diff(keys[order], prepend=keys[:1] + 1, append=keys[-1:] + 1)) if len(keys) else _NOTHING
    for begin, end in pairwise(bounds.tolist()):
        if end - begin > 1:
            yield list(zip(texts[begin:end], places[begin:end], strict=True))


def _long_enough(one: Folded, other: Folded, meetings: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The meetings around which LEAST characters and more are equal, in order: most of them are chance."""
    places = np.array(sorted(meetings))
    steps = np.arange(-LEAST, LEAST)
    left, right = (
        _around(page.codes, column, steps, filler)
        for page, column, filler in ((one, places[:, 0], 0), (other, places[:, 1], 1))
    )
    differ = left != right
    forward = np.where(differ[:, LEAST:].any(axis=1), differ[:, LEAST:].argmax(axis=1), LEAST)
    back = np.where(differ[:, :LEAST].any(axis=1), differ[:, LEAST - 1 :: -1].argmax(axis=1), LEAST)
    found: list[tuple[int, int]] = list(map(tuple, places[forward + back >= LEAST].tolist()))
    return found


def _around(codes: Array, places: Array, steps: Array, filler: int) -> Array:
    """The codes at these steps from each place, a row a place; ``filler`` (no code) beyond the text's ends."""
    at = places[:, None] + steps
    inside = (at >= 0) & (at < len(codes))
    return np.where(inside, codes[np.where(inside, at, 0)], np.uint64(filler))


def _runs(
    pages: Sequence[Folded], masks: Sequence[Array], pair: tuple[int, int], meetings: Sequence[tuple[int, int]]
) -> Iterator[Shared]:
    """The longest equal runs around the meetings, each place of either text in one of them at most."""
    one, other = pages[pair[0]], pages[pair[1]]
    ends: dict[int, int] = {}  # by diagonal: where the last run on it ended
    taken: list[tuple[int, int]] = []
    for at, there in _long_enough(one, other, meetings):
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
    explained = mask[start : start + length]
    if not explained.any():
        yield start, length
        return
    own = np.flatnonzero(~explained)
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
