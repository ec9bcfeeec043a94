"""A clause that asks for a scale of time (分钟级断点续训) and an answer that takes longer (约3小时恢复)."""

import re
from collections.abc import Iterable

from extractors.values.quantities import find_quantities
from extractors.values.units import canonical
from pipeline.matching.lexicon import words
from pipeline.screening.wordings import wordings

# Seconds from which on a time is of the next scale: 60 seconds are no 秒级 any more, 3 hours no 分钟级.
_LIMITS = {"微秒": 1e-3, "毫秒": 1.0, "秒": 60.0, "分钟": 3600.0, "小时": 86400.0}
_SCALE = re.compile(rf"(?P<unit>{'|'.join(_LIMITS)})级")
_SENTENCE = re.compile(r"[。；;\n]")


def longer(clause: str, passages: Iterable[str]) -> str | None:
    """The words of a time, in a sentence on what the clause asks, that is of a larger scale; None where none is.

    On what it asks is a sentence with half of its own words (those that not any clause uses). One that also names
    a time within the scale, or the scale itself, is an answer.
    """
    asked = _SCALE.search(clause)
    if asked is None:
        return None
    own = {word for word in words(clause) if len(word) > 1 and word not in wordings().common} - {asked["unit"]}
    for passage in passages:
        for sentence in _SENTENCE.split(passage):
            if own and 2 * sum(word in sentence for word in own) >= len(own) and _SCALE.search(sentence) is None:
                found = _times(sentence)
                if found and min(found) >= _LIMITS[asked["unit"]]:
                    return found[min(found)]
    return None


def _times(sentence: str) -> dict[float, str]:
    """The times that a sentence names, in seconds, with their words."""
    found = {}
    for quantity in find_quantities(sentence):
        seconds, unit = canonical(quantity.value, quantity.unit)
        if unit == "s":
            found[seconds] = sentence[quantity.start : quantity.end]
    return found
