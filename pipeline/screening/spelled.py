"""Small counts written as words (在两套装置上应用), which no figure says: they answer a requirement of a count."""

import re
from collections.abc import Iterator

from extractors.han_numerals import han_value
from extractors.units import units
from pipeline.screening.case import Case
from pipeline.screening.parts import narrow
from schemas.facts import Passage, Target
from schemas.outline import Role

_SILENT = frozenset({Role.COVER, Role.PROOFS, Role.COMMITMENT, Role.INSTRUCTIONS})
_COUNT = "(?P<count>[一二两三四五六七八九十]{1,3})"
# Said of the time before: no promise.
_THERE = re.compile(r"已|现有|目前|曾|此前|过去|近[三两]年")
_HEAD = 2  # characters of what is counted


def spelled_claims(case: Case, required: Target) -> Iterator[Target]:
    """Claims of the same count of the same thing, written as words, in the order of the text."""
    unit = required.unit or ""
    if unit not in units() or not units()[unit].counts or required.value > 100:
        return
    thing = re.escape(required.metric[:_HEAD])
    pattern = re.compile(f"{_COUNT}{re.escape(unit)}[\u4e00-\u9fff]{{0,6}}?{thing}")
    for passage in case.submission.passages:
        if passage.role not in _SILENT:
            yield from _of_passage(passage, pattern, required)


def _of_passage(passage: Passage, pattern: re.Pattern[str], required: Target) -> Iterator[Target]:
    for sentence in re.finditer(r"[^。；;\n]+", passage.text):
        for match in pattern.finditer(sentence.group()) if not _THERE.search(sentence.group()) else ():
            value = han_value(match["count"])
            if value is not None:
                yield required.model_copy(
                    update={
                        "comparator": "=",
                        "value": float(value),
                        "canonical_value": float(value),
                        "due": None,
                        "evidence": narrow(passage.evidence, match.group()),
                    }
                )
