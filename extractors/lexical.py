"""spaCy's matcher over characters: the lexicons' words as spans of the text, with exact character offsets.

Each character is a token of its own, so a token's offset is a character's: jieba's words do not fall on the borders of
numbers and units (不少/于). One PhraseMatcher holds the lexicons; it takes its tokens straight from the characters,
without the pipeline's tokenizer, which would cost ten times as much as the matching.
"""

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from extractors.units import units

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher

_UNIT, _BEFORE, _BEHIND = "unit", "before", "behind"


@dataclass(frozen=True, slots=True)
class Marks:
    """Where lexicon words stand: longest unit and comparator by start, longest comparator before a number by end.

    ``before[end]`` is ``(start, comparator)``; ``units[start]`` and ``behind[start]`` are ``(end, name)``.
    """

    units: dict[int, tuple[int, str]]
    before: dict[int, tuple[int, str]]
    behind: dict[int, tuple[int, str]]


@lru_cache(maxsize=64)
def marks(text: str) -> Marks:
    """The lexicon's words in a text; offsets count in this text."""
    from spacy.tokens import Doc

    found = Marks({}, {}, {})
    matcher = _matcher()
    names = matcher.vocab.strings
    for label, start, end in matcher(Doc(matcher.vocab, words=list(text))):
        kind, _, value = names[label].partition(":")
        if kind == _UNIT:
            if end > found.units.get(start, (0, ""))[0]:
                found.units[start] = (end, text[start:end])
        elif kind == _BEFORE:
            if start < found.before.get(end, (end, ""))[0]:
                found.before[end] = (start, value)
        elif end > found.behind.get(start, (0, ""))[0]:
            found.behind[start] = (end, value)
    return found


@cache
def _matcher() -> "PhraseMatcher":
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    matcher = PhraseMatcher(Vocab())
    for label, words in _patterns().items():
        matcher.add(label, [Doc(matcher.vocab, words=list(word)) for word in words])
    return matcher


def _patterns() -> dict[str, list[str]]:
    """The words by label: ``unit``, ``before:>=``, ``behind:<=``, …"""
    table = tomllib.loads((files("extractors") / "lexicons" / "comparators.toml").read_text(encoding="utf-8"))
    found = {_UNIT: list(units())}
    for kind in (_BEFORE, _BEHIND):
        found |= {f"{kind}:{comparator}": words for comparator, words in table[kind].items()}
    return found
