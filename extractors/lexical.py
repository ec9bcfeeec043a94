"""spaCy's character pipeline: the lexicons' words as spans of the text, with exact character offsets.

``spacy.blank("zh")`` splits Chinese into characters, so a token's offset is a character's: jieba's words do not fall on
the borders of numbers and units (不少/于). One SpanRuler holds the lexicons.
"""

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from extractors.units import units

if TYPE_CHECKING:
    from spacy.language import Language

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
    found = Marks({}, {}, {})
    document = _pipeline()(text)  # a span lives as long as its document
    for span in document.spans["lexicon"]:
        start, end = span.start_char, span.end_char
        kind, _, value = span.label_.partition(":")
        if kind == _UNIT:
            if end > found.units.get(start, (0, ""))[0]:
                found.units[start] = (end, span.text)
        elif kind == _BEFORE:
            if start < found.before.get(end, (end, ""))[0]:
                found.before[end] = (start, value)
        elif end > found.behind.get(start, (0, ""))[0]:
            found.behind[start] = (end, value)
    return found


@cache
def _pipeline() -> "Language":
    import spacy

    language = spacy.blank("zh")
    language.max_length = 10_000_000
    ruler: Any = language.add_pipe("span_ruler", config={"spans_key": "lexicon", "annotate_ents": False})
    ruler.add_patterns(_patterns())
    return language


def _patterns() -> list[dict[str, str]]:
    table = tomllib.loads((files("extractors") / "lexicons" / "comparators.toml").read_text(encoding="utf-8"))
    found = [{"label": _UNIT, "pattern": name} for name in units()]
    for kind in (_BEFORE, _BEHIND):
        for comparator, words in table[kind].items():
            found += [{"label": f"{kind}:{comparator}", "pattern": word} for word in words]
    return found
