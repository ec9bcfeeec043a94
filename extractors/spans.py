"""Half-open spans of ``Text.clean``: sentences, brackets, words without white space."""

import re
from dataclasses import dataclass

_CLOSING = {"（": "）", "(": ")", "《": "》", "“": "”", "【": "】", "[": "]"}
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

    A bracket that is never closed within its paragraph counts as no bracket. Newlines and tabs always split.
    """
    pieces, at, index = [], start, start
    while index < end:
        char = clean[index]
        if char in _CLOSING:
            close = _closing(clean, index, end)
            index = close if close is not None else index + 1
            continue
        if marks.match(char):
            pieces.append(trimmed(clean, at, index))
            at = index + 1
        index += 1
    pieces.append(trimmed(clean, at, end))
    return [piece for piece in pieces if piece.end > piece.start]


def sentences(clean: str, start: int, end: int) -> list[Span]:
    """The sentences of a stretch, without the mark that ends them; cells and paragraphs end one too."""
    return split_outside_brackets(clean, start, end, _SENTENCE_END)


def _closing(clean: str, at: int, end: int) -> int | None:
    """Behind the bracket that closes the one at ``at``, in the same paragraph."""
    opening, closing, depth = clean[at], _CLOSING[clean[at]], 0
    for index in range(at, min(end, at + 400)):
        char = clean[index]
        if char in "\n\t":
            return None
        depth += (char == opening) - (char == closing)
        if depth == 0:
            return index + 1
    return None


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
    words = re.sub(r"\s+", " ", words.strip())
    return re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef“”]) | (?=[\u3000-\u9fff\uff00-\uffef“”])", "", words)


def bare(words: str) -> str:
    """For comparing names: letters, digits and Chinese characters only, in lower case."""
    return re.sub(r"[\W_]+", "", words).lower()
