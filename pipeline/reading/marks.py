"""Boxes to tick in a line's characters: which of them are boxes, and which are ticked."""

import re
from bisect import bisect_right
from dataclasses import replace

from pipeline.reading.draft import Box, Piece
from schemas.document import MarkKind

# Signs that are boxes by themselves.
EMPTY_BOXES = "□☐▢◻⬜\uf0a8\uf06f\uf0a3\uf071\uf072\uf030\uf02a"
TICKED_BOXES = "☑☒✅▣⊠\U0001f5f9\U0001f5f7\U0001f5f8\u2b1b\uf052\uf053\uf054\uf0fe\uf0fd\uf078"
# Signs that are bullets, marks of running text or figures (3√2) as well: boxes only beside a box of the line.
TICKS = "√✓✔"
EMPTY_SIGNS = "○◯囗"
TICKED_SIGNS = f"{TICKS}■●◉"
ALL_SIGNS = EMPTY_BOXES + TICKED_BOXES + EMPTY_SIGNS + TICKED_SIGNS
# An empty box with a tick typed into or behind it; a box that is one by itself.
_SURE = re.compile(rf"(?P<ticked>[□☐]\s?[{TICKS}]|[{TICKED_BOXES}])|(?P<empty>[{EMPTY_BOXES}])")
_BESIDE = re.compile(
    rf"(?P<ticked>[（(]\s?[{TICKS}■●☑]\s?[)）]|[\[［【]\s?[{TICKS}xXvV]\s?[\]］】]|[{TICKED_SIGNS}])"
    rf"|(?P<empty>[（(]\s{{0,3}}[)）]|[\[［]\s{{0,3}}[\]］]|[{EMPTY_SIGNS}])"
)
_ANY = re.compile(rf"[{ALL_SIGNS}（(\[［【]")
_TICK_ALONE = re.compile(rf"\s*(?P<ticked>[{TICKS}]|[（(]\s?[{TICKS}]\s?[)）])\s*")
_KINDS = {"ticked": MarkKind.TICKED, "empty": MarkKind.EMPTY}

FoundMark = tuple[MarkKind, int, int, Box | None]


def marks_in(text: str) -> tuple[FoundMark, ...]:
    """The boxes of a line as (kind, start, end, None), half-open offsets into ``text``, in order.

    ○ and ●, ticks without a box and brackets count where another sign of the line shows that options stand
    there (a sure box, or one of each kind), and a tick that is all that a line holds.
    """
    if _ANY.search(text) is None:
        return ()
    alone = _TICK_ALONE.fullmatch(text)
    if alone is not None:
        return ((MarkKind.TICKED, alone.start("ticked"), alone.end("ticked"), None),)
    sure = _found(_SURE, text)
    ends = [mark[2] for mark in sure]
    beside = [mark for mark in _found(_BESIDE, text) if not _meets(mark, sure, ends)]
    both = {mark[0] for mark in beside} == set(_KINDS.values())
    return tuple(sorted(sure + beside if sure or both else sure, key=lambda mark: mark[1]))


def with_marks(piece: Piece) -> Piece:
    """The line with the boxes in its text marked, for formats where characters have no places."""
    marks = marks_in(piece.text)
    return replace(piece, marks=marks) if marks else piece


def _found(pattern: re.Pattern[str], text: str) -> list[FoundMark]:
    return [(_KINDS[match.lastgroup or "empty"], match.start(), match.end(), None) for match in pattern.finditer(text)]


def _meets(mark: FoundMark, others: list[FoundMark], ends: list[int]) -> bool:
    """Whether a mark overlaps one of the others, which are in order and end there."""
    next_one = bisect_right(ends, mark[1])
    return next_one < len(others) and others[next_one][1] < mark[2]
