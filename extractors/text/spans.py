"""Half-open spans of ``Text.clean``: sentences, brackets, words without white space."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

_CLOSING = {"（": "）", "(": ")", "《": "》", "“": "”", "【": "】", "[": "]"}
_BRACKETS = re.compile(r"[（(《“【\[）)》”】\]\n\t]")
_FARTHEST = 400
_NO_LETTERS = re.compile(r"[\W_]+")
_NO_SPACE = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef“”]) | (?=[\u3000-\u9fff\uff00-\uffef“”])")
_SENTENCE_END = re.compile(r"[。；;！？!?\n\t]")


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open offsets into ``Text.clean``."""

    start: int
    end: int

    def of(self, clean: str) -> str:
        """The words of the span."""
        return clean[self.start : self.end]


def trimmed(clean: str, start: int, end: int, marks: str = "") -> Span:
    """The span without white space, and without the characters ``marks``, at its ends."""
    while start < end and (clean[start].isspace() or clean[start] in marks):
        start += 1
    while end > start and (clean[end - 1].isspace() or clean[end - 1] in marks):
        end -= 1
    return Span(start, end)


def split_outside_brackets(clean: str, start: int, end: int, marks: re.Pattern[str]) -> list[Span]:
    """The pieces between the marks, trimmed, empty ones left out; a mark inside brackets does not split.

    A bracket that is not closed within its paragraph, and within 400 characters, counts as no bracket. Newlines and
    tabs always split.
    """
    return [Span(start + a, start + b) for a, b in _pieces(clean[start:end], marks)]


def pieces_around(clean: str, within: Span, marks: re.Pattern[str], start: int, end: int) -> list[Span]:
    """The pieces of ``within`` from the one that holds ``start`` to the one behind the end of ``start:end``.

    Empty where ``start`` lies in none. For texts dense with dates: the pieces are found once, and few are made anew.
    """
    pieces = _pieces(within.of(clean), marks)
    first = bisect_right(pieces, start - within.start, key=lambda piece: piece[0]) - 1
    if first < 0 or start - within.start >= pieces[first][1]:
        return []
    last = first
    while last + 1 < len(pieces) and pieces[last][1] < end - within.start:
        last += 1
    return [Span(within.start + a, within.start + b) for a, b in pieces[first : last + 2]]


@lru_cache(maxsize=1024)
def _pieces(stretch: str, marks: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
    closings = _closings(stretch)
    skips = iter(sorted(closings.items()))
    opening, closing = next(skips, (len(stretch), len(stretch)))
    pieces, at, behind = [], 0, 0
    for match in marks.finditer(stretch):
        while opening < match.start():
            if opening >= behind:  # an inner bracket ends with the outer one
                behind = closing
            opening, closing = next(skips, (len(stretch), len(stretch)))
        if match.start() >= behind:
            pieces.append(trimmed(stretch, at, match.start()))
            at = match.end()
    pieces.append(trimmed(stretch, at, len(stretch)))
    return tuple((piece.start, piece.end) for piece in pieces if piece.end > piece.start)


def _closings(stretch: str) -> dict[int, int]:
    """For each opening bracket that is closed in its paragraph, the offset behind the closing one. One pass."""
    found: dict[int, int] = {}
    open_by_closing: dict[str, list[int]] = {closing: [] for closing in _CLOSING.values()}
    for match in _BRACKETS.finditer(stretch):
        index, char = match.start(), match.group()
        if char in _CLOSING:
            open_by_closing[_CLOSING[char]].append(index)
        elif char in open_by_closing:
            opening = open_by_closing[char].pop() if open_by_closing[char] else -_FARTHEST
            if index - opening < _FARTHEST:
                found[opening] = index + 1
        else:  # a newline or a tab
            for waiting in open_by_closing.values():
                waiting.clear()
    return found


def sentences(clean: str, start: int, end: int) -> list[Span]:
    """The sentences of a stretch, without the mark that ends them; cells and paragraphs end one too."""
    return split_outside_brackets(clean, start, end, _SENTENCE_END)


def within_reach(clean: str, start: int, end: int, longest: int = 3000) -> list[Span]:
    """The stretch in pieces that a rule may look back over: itself, unless it is longer than ``longest`` characters.

    A longer one is cut behind a newline or the mark that ends a sentence, so that the work grows with its length only.
    """
    found = []
    while end - start > longest:
        cut = 1 + max(clean.rfind(mark, start, start + longest) for mark in "\n。；")
        cut = cut if cut > start else start + longest
        found.append(Span(start, cut))
        start = cut
    return [*found, Span(start, end)]


def unbalanced(words: str) -> bool:
    """A bracket is opened that these words do not close."""
    return any(words.count(opening) > words.count(closing) for opening, closing in _CLOSING.items())


def without_brackets(words: str) -> str:
    """The words without what stands in round brackets, innermost first."""
    previous = None
    while previous != words:
        previous, words = words, re.sub(r"[（(][^（）()]*[）)]", "", words)
    return words


def squeezed(words: str) -> str:
    """Without white space between Chinese characters, and one space for every other run of it."""
    words = " ".join(words.split())
    return _NO_SPACE.sub("", words) if " " in words else words


def bare(words: str) -> str:
    """For comparing names: letters, digits and Chinese characters only, in lower case."""
    return _NO_LETTERS.sub("", words).lower()
