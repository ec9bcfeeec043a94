"""How many of a proof are asked for (业绩合同（不少于2份）), and how many the list of proofs counts."""

import re
from collections.abc import Iterable

from extractors.values.han_numerals import han_value
from pipeline.screening.application.substance import squeeze
from schemas.notice import Obligation

_COUNT = r"(?P<count>\d{1,2}|[一二两三四五六七八九十]{1,2})\s?(?P<unit>份|项|件|篇|本|张|家|个(?!月))"
_BARE = _COUNT.replace("count", "bare").replace("unit", "of")
_LEAST = re.compile(rf"(?:不[少低]于|至少(?:提供|提交|附)?){_COUNT}|^{_BARE}(?:及)?以上")
_COUNTED = re.compile(rf"(?<![第\d]){_COUNT}")
# One of these holds as many as are bound in it: 合同汇编1份.
_VOLUME = re.compile(r"汇编|合订|合集|装订|[册套等]")
_BRACKET = re.compile(r"[（(]([^（()）]*)[）)]")


def asked_count(obligation: Obligation) -> tuple[int, str] | None:
    """The least number that the bracket behind the proof's name, or the name, asks for, with its unit; else None."""
    name = _BRACKET.sub("", squeeze(obligation.name))
    _, found, behind = squeeze(obligation.evidence.text).partition(name)
    bracket = _BRACKET.match(behind) if found else None
    for words in (bracket.group(1) if bracket is not None else "", name):
        if (least := _LEAST.search(words)) is not None:
            return int(han_value(least["count"] or least["bare"]) or 0), least["unit"] or least["of"]
    return None


def counted(names: Iterable[str], unit: str) -> int | None:
    """How many papers the names count together; None where one of them says no number, or one of something else."""
    total = 0
    for name in names:
        counts = list(_COUNTED.finditer(squeeze(name)))
        if not counts or any(match["unit"] != unit for match in counts) or _VOLUME.search(name):
            return None
        total += sum(int(han_value(match["count"]) or 0) for match in counts)
    return total or None
