"""General Chinese out of jieba's dictionary: how common a word is, and how much its part of speech says of a subject.

Papers and reports hardly have 冰箱 or 摔倒; customers do. And what papers rarely have is not therefore telling: 咱们 is
rare there and says nothing. So both the pieces and their weight lean on the dictionary (349,000 words, MIT).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_OFTEN, _OFTEN_IN_WORDNET = 100, 20
"""A word of the dictionary becomes a piece from so many occurrences on; from fewer where a wordnet explains it."""
_LONGEST = 4
_NAMES = ("nr", "ns", "nt", "nz")
_FUNCTION, _VERB = 0.3, 0.7
"""Weight of pronouns, adverbs, numerals, times and the like, and of verbs and adjectives, beside nouns; from dev."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of jieba's dictionary: its share of all words, and its tag (n noun, v verb, r pronoun, ...)."""

    share: float
    tag: str


@cache
def dictionary() -> dict[str, Entry]:
    """jieba's dictionary."""
    rows = [line.split(" ") for line in (files("jieba") / "dict.txt").read_text("utf-8").splitlines()]
    total = sum(int(row[1]) for row in rows)
    return {word: Entry(int(count) / total, tag) for word, count, tag in rows}


def common_words(explained: frozenset[str]) -> Iterator[str]:
    """Words that deserve a piece, the commonest first; ``explained`` are the words of a wordnet. No proper names."""
    total = 1 / min(entry.share for entry in dictionary().values())
    least, least_explained = _OFTEN / total, _OFTEN_IN_WORDNET / total
    for word, entry in sorted(dictionary().items(), key=lambda item: (-item[1].share, item[0])):
        wanted = entry.share >= least or (entry.share >= least_explained and word in explained)
        if wanted and 1 < len(word) <= _LONGEST and not entry.tag.startswith(_NAMES):
            yield word


def emphasis(word: str) -> float:
    """How much a word weighs by its part of speech, 0 to 1; a word that the dictionary lacks counts as a noun."""
    entry = dictionary().get(word)
    if entry is None or entry.tag[0] not in "rcudypmqfteovazil":
        return 1.0
    return _VERB if entry.tag[0] in "vazil" else _FUNCTION
