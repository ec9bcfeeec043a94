"""How much of one part that a clause lists a sentence names which may refuse it (联邦学习因周期长，本项目不做)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.screening.clauses.clause_words import asked_pieces, is_half_said, is_said, share, words_of

_BETWEEN = re.compile(r"[、，,；;]|以及|(?<=[\u4e00-\u9fff]{2})[和及与并](?=[\u4e00-\u9fff]{2})")
_OPEN_END = re.compile(r"等[^等]*$")  # 设备控制、多智能体协同等核心技术突破
_MOST = 12  # parts of one clause
_LONG = 8  # characters of own words, beyond which more say no more


@dataclass(frozen=True, slots=True)
class PartSigns:
    """Of the part of the clause that is named most: ``named`` the share of its own words that are half said,
    ``rival`` by how much a part of another clause is named more, ``elsewhere`` the share of the words named that the
    rest of the work says, ``own`` how long its own words are, 0 to 1.
    """

    named: float
    rival: float
    elsewhere: float
    own: float


@lru_cache(maxsize=256)  # the clauses of a notice are asked about again in each application
def parts_of(clause: str, general: str) -> tuple[tuple[str, ...], ...]:
    """The own words of each part that the clause lists, those of every sentence (``general``) left out."""
    told = [part for piece in asked_pieces(clause) for part in _BETWEEN.split(_OPEN_END.sub("", piece))]
    own = (tuple(word for word in words_of(part) if word not in general) for part in told)
    return tuple(dict.fromkeys(words for words in own if words))[:_MOST]


def part_signs(said: str, clauses: Sequence[Sequence[Sequence[str]]], place: int, rest: str) -> PartSigns:
    """Of the clause at ``place`` among those whose parts' words are ``clauses``; texts in small letters."""
    best: tuple[float, int, Sequence[str]] = (0.0, 0, ())
    for part in clauses[place]:
        held = [word for word in part if is_half_said(word, said)]
        best = max(best, (len(held) / len(part), sum(map(len, held)), held), key=lambda one: one[:2])
    others = (_named(part, said) for at, parts in enumerate(clauses) if at != place for part in parts)
    share_named, size, named = best
    return PartSigns(
        named=share_named,
        rival=max(others, default=0.0) - share_named,
        elsewhere=share([is_said(word, rest) for word in named]) if named else 0.0,
        own=min(size, _LONG) / _LONG,
    )


def _named(part: Sequence[str], said: str) -> float:
    return sum(is_half_said(word, said) for word in part) / len(part)
