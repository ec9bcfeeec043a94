"""Whether an application answers a clause in other words: 作业指导书 for 操作规程, 逐项点选同意 for 授权.

The statistical model of ``clause_gap`` counts the words of the clause, and takes a clause whose words are not said for
one that is not answered. Where the most of its words stand in the work, one of them at least in other words and beside
another one, a person looks at it; nothing is said to be missing.
"""

import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from pipeline.screening.case import Case
from pipeline.screening.clauses.clause_words import is_said, words_of
from pipeline.screening.clauses.work import sentences_of_work

_MOST = 0.5  # of the words of a clause that the work says in one way or another
_LEAST = 2  # words of the clause


def reworded(case: Case, clause: str, piece: str | None) -> str | None:
    """The sentence, without white space, that says some of the clause in other words; None where none does.

    Nor where the work does not say the most of the clause, and of its ``piece`` thought absent, in one way or another.
    """
    sentences, named = sentences_of_work(case), _own_words(clause)
    told = next((sentence for sentence in sentences if _tells_otherwise(named, sentence.lower())), None)
    text = "\n".join(sentences).lower()
    return told if all(_is_mostly_told(part, text) for part in (clause, piece) if part is not None) else None


def _is_mostly_told(part: str, text: str) -> bool:
    named = _own_words(part)
    told = sum(is_said(word, text) or _is_other(word, text) for word in named)
    return bool(named) and told >= _MOST * len(named)


def _tells_otherwise(named: Sequence[str], sentence: str) -> bool:
    """It says one of the words otherwise, and another one in any way: its own words are no chance.

    An abbreviation written out (可靠性、可用性 for RAS) is none by itself.
    """
    others = [word for word in named if not is_said(word, sentence) and _is_other(word, sentence)]
    if any(word.isascii() for word in others):
        return True
    return bool(others) and len(others) + sum(is_said(word, sentence) for word in named) >= _LEAST


def _is_other(word: str, text: str) -> bool:
    """Another word for it is in the text."""
    return any(other in text for other in _others(word))


def _own_words(part: str) -> list[str]:
    return [word for word in words_of(part) if word not in _lists()[1]]


@lru_cache(maxsize=512)
def _others(word: str) -> tuple[str, ...]:
    return tuple(_found(word))


def _found(word: str) -> Iterator[str]:
    for head, *others in _lists()[0]:
        if head in word:
            yield from (other.lower() for other in others)


@lru_cache(maxsize=1)
def _lists() -> tuple[tuple[tuple[str, ...], ...], frozenset[str]]:
    data = tomllib.loads(files("pipeline.screening.clauses").joinpath("reworded.toml").read_text(encoding="utf-8"))
    return tuple(tuple(line) for line in data["same"]), frozenset(data["frame"])
