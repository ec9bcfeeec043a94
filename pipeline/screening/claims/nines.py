"""Purity (纯度) in nines: 4N is 99.99%, 4N3 is 99.993%."""

import re

from schemas.facts import Target

_NINES = re.compile(r"(?<![\d.])(?P<nines>[2-9])\s?N(?P<last>[1-9])?(?![A-Za-z\d·/])")
_PURITY = re.compile(r"纯度|含量|品位|主含|提纯")
_NEWTON, _PER_CENT = "N", "%"


def in_per_cent(target: Target, other: Target) -> Target:
    """The target as a percentage, where it tells a purity in nines; ``other`` is what it is compared with.

    Only beside a percentage: a force in newtons is one.
    """
    told = _told(target, other)
    if told is None:
        return target
    nines, last = int(told["nines"]), int(told["last"] or 0)
    value = round(100 - 10.0 ** (2 - nines) + last * 10.0 ** (1 - nines), nines)
    said = {"value": value, "unit": _PER_CENT, "canonical_value": value, "canonical_unit": _PER_CENT}
    return target.model_copy(update=said)


def finer_than_nines(one: Target, other: Target, first: float, second: float) -> bool:
    """5N, and 99.9995% elsewhere: so many nines at least; ``first`` and ``second`` are both as percentages."""
    return (_told(one, other) is not None and first <= second) or (_told(other, one) is not None and second <= first)


def _told(target: Target, other: Target) -> re.Match[str] | None:
    beside = target.unit == _NEWTON and other.unit == _PER_CENT and _PURITY.search(target.metric + other.metric)
    return _NINES.search(target.evidence.text) if beside else None
