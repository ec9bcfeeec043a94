"""Clauses of which an application does not use a single word of their own (形成涂层修复规范: neither 修复 nor 规范)."""

import re
from collections.abc import Iterable

from pipeline.matching.lexicon import words
from pipeline.screening.wordings import wordings

_PIECES = re.compile(r"[，,；;]")
_OTHER = re.compile(r"[^\u4e00-\u9fffA-Za-z]+")
_LEAST = 2  # words that are the clause's own
_MANY, _SHARE = 3, 0.75  # this many of them absent, and this share, is as good as all


def unspoken(clause: str, beside: Iterable[str], text: str) -> str | None:
    """The first piece of the clause whose own words the text does not hold; None where it speaks of each.

    A piece's own words are those that neither its direction nor the other clauses (``beside``) use, without the
    words that any clause uses (建立, 系统); where it has fewer than two, nothing follows. ``text`` is the
    application's, without white space.
    """
    others = " ".join(beside)
    for piece in _PIECES.split(clause):
        own = [word for word in _words(piece) if word not in others]
        absent = [word for word in own if word not in text]
        if len(own) >= _LEAST and (len(absent) == len(own) or _mostly(absent, own)):
            return piece.strip()
    return None


def _mostly(absent: list[str], own: list[str]) -> bool:
    return len(absent) >= _MANY and len(absent) >= _SHARE * len(own)


def _words(piece: str) -> list[str]:
    """The words of two characters and more, each once, in order."""
    found = (word for word in words(_OTHER.sub(" ", piece).lower()) if len(word) > 1)
    return list(dict.fromkeys(word for word in found if word not in wordings().common))
