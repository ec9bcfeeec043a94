"""Which lines of a page stand in its left and its right column, where the text runs down one and then the other."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.structure.page.pieces import Piece

_LEAST_LINES = 8  # in each column


def parted_by_columns(page: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces of a page as stretches whose edges are measured apart; the whole page where it has no columns.

    ``page`` is in reading order. Columns show where it goes up again, with all further lines up to some point to the
    right of all lines before it from some point on.
    """
    boxed = [piece for piece in page if piece.box is not None]
    for at, (before, after) in enumerate(pairwise(boxed), 1):
        if before.box is None or after.box is None or after.box[1] >= before.box[1] or after.box[0] <= before.box[0]:
            continue
        first, last = _columns_around(boxed, at)
        if min(at - first, last - at) >= _LEAST_LINES:
            stretches = [boxed[:first], boxed[first:at], boxed[at:last], boxed[last:]]
            return [stretch for stretch in stretches if stretch]
    return [boxed]


def _columns_around(boxed: Sequence[Piece], at: int) -> tuple[int, int]:
    """Where the left column begins that ends before ``at``, and where the right one ends that begins there."""
    gutter = min(p.box[0] for p in boxed[at : at + _LEAST_LINES] if p.box is not None)
    first = at
    while first > 0 and _right(boxed[first - 1]) <= gutter:
        first -= 1
    last = at
    while last < len(boxed) and _left(boxed[last]) >= gutter:
        last += 1
    return first, last


def _left(piece: Piece) -> float:
    return piece.box[0] if piece.box is not None else 0.0


def _right(piece: Piece) -> float:
    return piece.box[2] if piece.box is not None else 0.0
