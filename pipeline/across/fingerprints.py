"""Winnowing (Schleimer, Wilkerson and Aiken 2003) over shingles of characters: few marks that find every long copy."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

SHINGLE = 18  # characters of a shingle: shorter runs of words coincide by the language alone
PHRASE = 6  # characters of a phrase that notice or template explain: labels and options stand apart there
WINDOW = 12  # of so many shingles in a row one is kept, so a copy of SHINGLE + WINDOW - 1 characters has a mark
PLANE = 0x10000
BASE = np.uint64(0x9E3779B97F4A7C15)

Array = Any  # a numpy array


@dataclass(frozen=True, slots=True)
class Folded:
    """A text's letters, figures and Chinese characters in one form, and where each stands: ``codes[i]`` at ``at[i]``.

    White space, punctuation and marks are left out, so that layout and a comma more do not hide a copy.
    """

    codes: Array
    at: Array
    hashes: Array
    """One for each shingle that begins at a place of ``codes``."""

    def phrases(self) -> Array:
        """The hash of each phrase that begins at a place of ``codes``."""
        return _hashes(self.codes, PHRASE)


def folded(text: str) -> Folded:
    """The text folded and hashed, in time linear in its length."""
    raw = np.frombuffer(text.encode("utf-32-le", "replace"), dtype=np.uint32)
    table = _table()
    codes = np.where(raw < PLANE, table[np.minimum(raw, PLANE - 1)], raw)
    at = np.flatnonzero(codes)
    codes = codes[at].astype(np.uint64)
    return Folded(codes, at, _hashes(codes, SHINGLE))


def marks(text: Folded) -> Array:
    """The places of the shingles that winnowing keeps, in order."""
    hashes = text.hashes
    if len(hashes) <= WINDOW:
        return np.array([int(hashes.argmin())] if len(hashes) else [], dtype=np.int64)
    windows = np.lib.stride_tricks.sliding_window_view(hashes, WINDOW)
    return np.unique(windows.argmin(axis=1) + np.arange(len(windows)))


def covered(text: Folded, known: Array) -> Array:
    """Which places of ``codes`` lie in a phrase whose hash is among the sorted ``known``."""
    mask = np.zeros(len(text.codes) + 1, dtype=np.int32)
    hashes = text.phrases()
    if len(hashes) and len(known):
        places = np.minimum(np.searchsorted(known, hashes), len(known) - 1)
        starts = np.flatnonzero(known[places] == hashes)
        np.add.at(mask, starts, 1)
        np.add.at(mask, starts + PHRASE, -1)
    return np.cumsum(mask)[:-1] > 0


def _hashes(codes: Array, size: int) -> Array:
    count = max(len(codes) - size + 1, 0)
    hashes = np.zeros(count, dtype=np.uint64)
    for offset in range(size):
        hashes = hashes * BASE + codes[offset : offset + count]  # modulo 2**64
    return (hashes ^ (hashes >> np.uint64(29))) * BASE


@cache
def _table() -> Array:
    """For each character of the basic plane its folded code, 0 where it is left out."""
    table = np.zeros(PLANE, dtype=np.uint32)
    for code in range(PLANE):
        form = unicodedata.normalize("NFKC", chr(code)).lower() if not 0xD800 <= code < 0xE000 else ""
        table[code] = ord(form) if len(form) == 1 and form.isalnum() else 0
    return table
