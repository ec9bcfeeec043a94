"""The words of ``wordings.toml``, with those that an office adds."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from pipeline.screening.rules import OfficeWords


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money of which an application has one value; ``annual`` where it belongs to a year."""

    name: str
    pattern: str
    annual: bool


@dataclass(frozen=True, slots=True)
class Count:
    """A number of which an applicant has one: patents, people."""

    name: str
    field: str
    pattern: str
    unit: str


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that a guidance asks for, what shows that it is answered, and how surely its absence is a gap.

    ``sure`` 0: the absence is only mentioned, for a person to look at.
    """

    name: str
    asked: re.Pattern[str]
    answer: re.Pattern[str]
    lack: str
    sure: float
    aside: re.Pattern[str] | None = None

    def is_answered(self, text: str) -> bool:
        """Whether the text shows it, ``aside`` left out: 测试场景有三处 is no figure that is promised."""
        return self.answer.search(self.aside.sub("", text) if self.aside is not None else text) is not None


@dataclass(frozen=True, slots=True, eq=False)
class Wordings:
    """Compiled lists; ``label_canon`` maps a spelling to the canonical label of its group, ``label_patterns`` what
    no group lists.

    Known by identity, so that what was worked out with one set of words is not taken for another's.
    """

    label_canon: dict[str, str]
    label_patterns: tuple[tuple[str, re.Pattern[str]], ...]
    label_noise: tuple[str, ...]
    placeholder: re.Pattern[str]
    elsewhere: re.Pattern[str]
    nothing: frozenset[str]
    platitudes: re.Pattern[str]
    proof_noise: tuple[str, ...]
    proof_groups: tuple[tuple[str, ...], ...]
    proof_generic: tuple[str, ...]
    proof_holders: tuple[tuple[str, ...], ...]
    proof_persons: tuple[tuple[str, ...], ...]
    proof_same: tuple[tuple[str, str], ...]
    metric_same: dict[str, str]
    metric_words: re.Pattern[str]
    common: frozenset[str]
    amounts: tuple[Amount, ...]
    counts: tuple[Count, ...]
    asks: tuple[Ask, ...]


def wordings() -> Wordings:
    """The lists in force: the packaged ones, with an office's words inside :func:`office_words`."""
    return _CURRENT.get() or _compiled(OfficeWords())


@contextmanager
def office_words(words: OfficeWords) -> Iterator[None]:
    """An office's words are in force inside; they are compiled once a process."""
    token = _CURRENT.set(_compiled(words))
    try:
        yield
    finally:
        _CURRENT.reset(token)


@lru_cache(maxsize=8)
def _compiled(office: OfficeWords) -> Wordings:
    data = tomllib.loads(files("pipeline.screening").joinpath("wordings.toml").read_text(encoding="utf-8"))
    placeholders = [*data["placeholders"], *map(re.escape, office.placeholders)]
    elsewhere = [*data["elsewhere"], *map(re.escape, office.elsewhere)]
    canon = {word: g[0] for g in (*data["label_groups"], *office.label_groups) for word in map(_squeezed, g)}
    return Wordings(
        label_canon=canon,
        label_patterns=tuple((canon.get(name, name), re.compile(pattern)) for name, pattern in data["label_patterns"]),
        label_noise=_longest_first(data["label_noise"], office.label_noise),
        placeholder=re.compile("|".join(f"(?:{p})" for p in placeholders)),
        elsewhere=re.compile("(?:" + "|".join(f"(?:{p})" for p in elsewhere) + ")[。.；;]?"),
        nothing=frozenset((*data["nothing"], *office.nothing)),
        platitudes=re.compile("|".join(map(re.escape, _longest_first(data["platitudes"])))),
        proof_noise=_longest_first(data["proof_noise"], office.proof_noise),
        proof_groups=tuple(tuple(group) for group in (*data["proof_groups"], *office.proof_groups)),
        proof_generic=tuple(data["proof_generic"]),
        proof_holders=tuple(tuple(held) for held in data["proof_holders"]),
        proof_persons=tuple(tuple(group) for group in data["proof_persons"]),
        proof_same=_synonyms(data["proof_same"]),
        metric_same=dict(_synonyms(data["metric_same"])),
        metric_words=re.compile("|".join(word for word, _ in _synonyms(data["metric_same"]))),
        common=frozenset(data["common"]),
        amounts=tuple(Amount(a["name"], a["pattern"], a["annual"]) for a in data["amounts"]),
        counts=tuple(Count(**count) for count in data["counts"]),
        asks=tuple(
            Ask(
                a["name"],
                re.compile(a["asked"]),
                re.compile(a["answer"]),
                a["lack"],
                a["sure"],
                re.compile(a["aside"]) if "aside" in a else None,
            )
            for a in data["asks"]
        ),
    )


def _squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words).lower()


def _synonyms(lines: list[list[str]]) -> tuple[tuple[str, str], ...]:
    """(word, what it is read as), the longest first."""
    pairs = [(word, line[0]) for line in lines for word in line[1:]]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _longest_first(*lists: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted((word for words in lists for word in words), key=len, reverse=True))


_CURRENT: ContextVar[Wordings | None] = ContextVar("wordings", default=None)
