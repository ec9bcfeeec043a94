"""How much words evade what is asked (推诿、搁置): refuse it, put it off, hand it on, or say nothing.

A linear model over the runs of one to three characters that a text has, fitted to passages that were written to refuse
or to answer, and to sentences of applications in order (``benchmarks/evasions.py``; figures in docs/review.md). It
knows how people evade, not what: who uses it has to tell what the words are on.
"""

import math
import re
from functools import cache, lru_cache
from importlib.resources import files
from itertools import repeat

LONGEST = 160
"""Characters of a text that are looked at."""
_START, _END = "^", "$"
_FIGURES, _LATIN, _BLANK = re.compile(r"\d+(?:[.,]\d+)*"), re.compile(r"[A-Za-z]+"), re.compile(r"\s+")


@lru_cache(maxsize=8192)  # several checks ask of the same sentences
def evasiveness(words: str) -> float:
    """How much the words evade: of sentences in order half are below -17, three in a hundred above 0, one above 3."""
    found = runs(words)
    tenths = sum(map(_tenths().get, found, repeat(0)))
    return round(tenths / (10 * math.sqrt(len(found))), 1)


def runs(words: str) -> set[str]:
    """The runs of characters between two marks, white space left out, a figure or a Latin word as one character."""
    text = _LATIN.sub("A", _FIGURES.sub("0", _BLANK.sub("", words)))[:LONGEST]
    marked = f"{_START}{text}{_END}"
    pairs = map(str.__add__, marked, marked[1:])
    return {*marked, *pairs, *map("".join, zip(marked, marked[1:], marked[2:], strict=False))}


@cache
def _tenths() -> dict[str, int]:
    """The weight of each run in tenths, whole so that their sum is the same in any order."""
    lines = (files("pipeline.screening.application") / "evasive.txt").read_text("utf-8").splitlines()
    return {run: int(weight) for run, weight in (line.split("\t") for line in lines)}
