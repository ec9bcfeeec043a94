"""spaCy's matcher over characters: the lexicons' words as spans of the text, with exact character offsets.

Each character is a token of its own, so a token's offset is a character's: jieba's words do not fall on the borders of
numbers and units (不少/于). One PhraseMatcher holds the lexicons; it takes its tokens straight from the characters,
without the pipeline's tokenizer, which would cost ten times as much as the matching.
"""

import sys
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from extractors.values.units import units

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.vocab import Vocab

_UNIT, _BEFORE, _BEHIND = "unit", "before", "behind"
_REACH = 24  # two comparing words and what may stand between; a unit and the word behind it


@dataclass(frozen=True, slots=True)
class Marks:
    """Where lexicon words stand: longest unit and comparator by start, longest comparator before a number by end.

    ``before[end]`` is ``(start, comparator)``; ``units[start]`` and ``behind[start]`` are ``(end, name)``.
    """

    units: dict[int, tuple[int, str]]
    before: dict[int, tuple[int, str]]
    behind: dict[int, tuple[int, str]]


def marks(text: str, places: Sequence[tuple[int, int]]) -> Marks:
    """The lexicon's words near some places (half-open spans, in order); offsets count in this text."""
    found = Marks({}, {}, {})
    matcher, vocabulary = _matcher()
    from spacy.tokens import Doc  # behind _matcher, which sees to how spaCy is imported

    for window in _windows(len(text), places):
        words = text[window[0] : window[1]]
        for label, first, last in matcher(Doc(vocabulary, words=list(words))):
            kind, _, value = vocabulary.strings[label].partition(":")
            start, end = window[0] + first, window[0] + last
            if kind == _UNIT:
                if end > found.units.get(start, (0, ""))[0]:
                    found.units[start] = (end, text[start:end])
            elif kind == _BEFORE:
                if start < found.before.get(end, (end, ""))[0]:
                    found.before[end] = (start, value)
            elif end > found.behind.get(start, (0, ""))[0]:
                found.behind[start] = (end, value)
    return found


def _windows(length: int, places: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The places with what may belong to them on both sides, put together where they meet."""
    windows: list[list[int]] = []
    for start, end in places:
        if windows and start - _REACH <= windows[-1][1]:
            windows[-1][1] = min(end + _REACH, length)
        else:
            windows.append([max(start - _REACH, 0), min(end + _REACH, length)])
    return windows


@cache
def _matcher() -> "tuple[PhraseMatcher, Vocab]":
    with _without_torch():
        from spacy.matcher import PhraseMatcher
        from spacy.tokens import Doc
        from spacy.vocab import Vocab

    vocabulary = Vocab()
    matcher = PhraseMatcher(vocabulary)
    for label, words in _patterns().items():
        matcher.add(label, [Doc(vocabulary, words=list(word)) for word in words])
    return matcher, vocabulary


@contextmanager
def _without_torch() -> Iterator[None]:
    """What spaCy stands on imports torch wherever that is installed: two seconds and 130 MB a process, for nothing."""
    if "torch" in sys.modules:
        yield
        return
    sys.modules["torch"] = None  # type: ignore[assignment]  # so the import fails, and spaCy goes on without
    try:
        yield
    finally:
        del sys.modules["torch"]


def _patterns() -> dict[str, list[str]]:
    """The words by label: ``unit``, ``before:>=``, ``behind:<=``, …"""
    table = tomllib.loads((files("extractors") / "lexicons" / "comparators.toml").read_text(encoding="utf-8"))
    found = {_UNIT: list(units())}
    for kind in (_BEFORE, _BEHIND):
        found |= {f"{kind}:{comparator}": words for comparator, words in table[kind].items()}
    return found
