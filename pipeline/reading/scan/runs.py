"""Recognised runs of text: characters with their places, blanks seen in the picture, and pieces with words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.draft import Box, Piece
from pipeline.reading.paged.lines import Glyph
from pipeline.reading.scan.engine import Char
from pipeline.reading.scan.pixels import Pixels
from pipeline.reading.scan.spelling import is_han, respelt
from schemas.document import MarkKind

_EM = 0.72  # of a found line's height
_HAN_BLANK = 0.45  # ems of bare paper between two characters, one of them Chinese, that are a blank
_LATIN_BLANK, _MIXED_BLANK = 0.3, 0.2
_NUMBERED_YEAR = re.compile(r"\d(?:\.\d)+(?=20\d\d年)")  # 3.1 2025年预期目标
_COLUMN = 1.5  # ems that are written as two blanks
_AIRY = frozenset("，。、；：！？）】》〉」』”’—…·,.;:!?)]")  # characters with room of their own behind them
_AIRY_BEFORE = frozenset("（【《〈「『“‘([—…·")
_DIGITS_BLANK = 0.7  # figures of one number that stand wide are one number
_ROOM = 0.7  # ems of that room


@dataclass(frozen=True, slots=True)
class Drawn:
    """A box to tick or a place to sign: what it is, its box in pixels, and how many characters it stands for."""

    kind: MarkKind
    box: Box
    chars: int = 1


@dataclass(slots=True)
class Run:
    """One recognised run: its box in pixels of the straight page, and its characters, blanks not among them.

    ``marks`` are what is drawn at some of its characters, by the index of the first.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    chars: list[Char]
    marks: dict[int, Drawn] = field(default_factory=dict)

    @property
    def height(self) -> float:
        """Of the found line: a character and a little more."""
        return self.bottom - self.top

    @property
    def confidence(self) -> float:
        """The mean of its characters."""
        return sum(char.confidence for char in self.chars) / max(len(self.chars), 1)

    def middle(self, index: int) -> float:
        """Where a character's middle is, in pixels."""
        return self.x0 + self.chars[index].at * (self.x1 - self.x0)


@dataclass(frozen=True, slots=True)
class Written:
    """A run as one glyph of the page, in points: ``starts`` are the offsets of its characters in the glyph's text."""

    glyph: Glyph
    run: Run
    starts: tuple[int, ...]
    scale: float


def written(run: Run, ink: Pixels, scale: float) -> Written:
    """The run with its blanks, in points; its box as high as the characters are."""
    text, starts = "", []
    blanks = _blanks(run, ink)
    for index, char in enumerate(run.chars):
        text += blanks[index]
        starts.append(len(text))
        text += char.text
    spare = 0.1 * run.height
    glyph = Glyph(
        respelt(text), run.x0 / scale, (run.top + spare) / scale, run.x1 / scale, (run.bottom - spare) / scale
    )
    return Written(glyph, run, tuple(starts), scale)


def _blanks(run: Run, ink: Pixels) -> list[str]:
    """What stands before each character: nothing, one blank, or two for a column's gap."""
    found = [""] * len(run.chars)
    if len(run.chars) < 2:
        return found
    em = _em(run)
    year = _NUMBERED_YEAR.match("".join(char.text for char in run.chars))
    if year is not None:
        found[year.end()] = " "
    bare = np.asarray(~(ink[max(int(run.top), 0) : int(run.bottom), :] > 0).any(axis=0), np.bool_)
    for index in range(1, len(run.chars)):
        first, last = round(run.middle(index - 1)), round(run.middle(index))
        before, after = run.chars[index - 1].text, run.chars[index].text
        if last - first < 0.6 * em:
            continue
        gap = _longest(bare[max(first, 0) : last]) / em
        least = _least_blank(before, after)
        least += _ROOM * (before in _AIRY or after in _AIRY or after in _AIRY_BEFORE)
        if gap > least:
            found[index] = "  " if gap > _COLUMN else " "
    return found


def _least_blank(before: str, after: str) -> float:
    if before.isdigit() and after.isdigit():
        return _DIGITS_BLANK
    if before.isascii() and after.isascii():
        return _LATIN_BLANK
    return _MIXED_BLANK if before.isdigit() or after.isdigit() else _HAN_BLANK


def _em(run: Run) -> float:
    """The width of a Chinese character: the usual way from one to the next, where they stand close."""
    em = _EM * run.height
    ways = [
        run.middle(i) - run.middle(i - 1)
        for i in range(1, len(run.chars))
        if is_han(run.chars[i].text) and is_han(run.chars[i - 1].text)
    ]
    close = [way for way in ways if way < 1.6 * em]
    return float(np.median(close)) if len(close) > 2 else em


def _longest(bare: NDArray[np.bool_]) -> int:
    """The length of the longest stretch of True."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], bare.astype(np.int8), [0]))))
    return int((edges[1::2] - edges[::2]).max()) if len(edges) else 0


def with_words(piece: Piece, runs: Iterable[Written]) -> Piece:
    """A piece that was made of glyphs, with their words, marks and confidence."""
    words: list[tuple[int, int, Box, float]] = []
    marks: list[tuple[MarkKind, int, int, Box | None]] = []
    sure: list[float] = []
    at = 0
    for one in _of(piece, runs):
        start = piece.text.find(one.glyph.text.strip(), at)
        if start < 0:
            continue
        at = start + len(one.glyph.text.strip())
        sure += [char.confidence for char in one.run.chars]
        words += [(start + first, start + last, box, confidence) for first, last, box, confidence in _words(one)]
        for index, drawn in sorted(one.run.marks.items()):
            first, last = one.starts[index], one.starts[index + drawn.chars - 1] + 1
            marks.append((drawn.kind, start + first, start + last, scaled(drawn.box, one.scale)))
    confidence = round(sum(sure) / len(sure), 4) if sure else None
    return replace(piece, words=tuple(words), marks=tuple(marks), confidence=confidence)


def _of(piece: Piece, runs: Iterable[Written]) -> list[Written]:
    """The glyphs whose middle lies in the piece's box, from left to right as they were written."""
    assert piece.box is not None
    x0, top, x1, bottom = piece.box
    inside = [
        one
        for one in runs
        if x0 - 0.1 <= one.glyph.middle[0] <= x1 + 0.1 and top - 0.1 <= one.glyph.middle[1] <= bottom + 0.1
    ]
    return sorted(inside, key=lambda one: (one.glyph.x0, one.glyph.x1))


def _words(one: Written) -> Iterator[tuple[int, int, Box, float]]:
    """(start, end, box in points, confidence) of stretches of one script between blanks."""
    run = one.run
    first = 0
    for index in range(1, len(run.chars) + 1):
        if index < len(run.chars) and not _parts(one, index):
            continue
        start, end = one.starts[first], one.starts[index - 1] + 1
        left = run.x0 if first == 0 else (run.middle(first - 1) + run.middle(first)) / 2
        right = run.x1 if index == len(run.chars) else (run.middle(index - 1) + run.middle(index)) / 2
        sides = left / one.scale, one.glyph.top, right / one.scale, one.glyph.bottom
        box = round(sides[0], 2), round(sides[1], 2), round(sides[2], 2), round(sides[3], 2)
        yield start, end, box, round(_mean(run.chars[first:index]), 4)
        first = index


def scaled(box: Box, scale: float) -> Box:
    """A box in pixels as one in points."""
    return box[0] / scale, box[1] / scale, box[2] / scale, box[3] / scale


def _parts(one: Written, index: int) -> bool:
    """Whether a new word begins at a character: after a blank, where the script changes, behind punctuation."""
    if one.starts[index] != one.starts[index - 1] + 1:
        return True
    before, after = one.run.chars[index - 1].text, one.run.chars[index].text
    return after.isalnum() and (before in _AIRY or is_han(before) != is_han(after))


def _mean(chars: Sequence[Char]) -> float:
    return sum(char.confidence for char in chars) / max(len(chars), 1)
