"""Our extractors of values behind the benchmark's common shape: start, end, value."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from extractors.values.dates import find_dates
from extractors.values.durations import find_durations
from extractors.values.numerals import find_numbers
from extractors.values.phones import find_phones
from extractors.values.quantities import Quantity, find_quantities
from extractors.values.units import canonical, units
from pipeline.structure.characters import fold

Mention = tuple[int, int, Any]
_NAMED = re.compile("人民币|港币|台币|新台币|美金|日币")
# 大概有20~100: the suites leave the word out.
_ABOUT = re.compile("大概|大约|约|近")


def folded(text: str) -> str:
    """Full-width digits and letters in half width, one for one, as the cleaning folds them."""
    return "".join(fold(char) or char for char in text)


def numbers(text: str) -> Iterator[Mention]:
    """Every number with its plain value."""
    yield from ((n.start, n.end, n.value) for n in find_numbers(folded(text)))


def percentages(text: str) -> Iterator[Mention]:
    """Shares, in per cent."""
    for q in find_quantities(folded(text)):
        if q.unit is not None and q.value_max is None and canonical(q.value, q.unit)[1] == "%":
            yield q.start, q.end, canonical(q.value, q.unit)[0]


def ranges(text: str) -> Iterator[Mention]:
    """Bounds as [low, high, with low, with high]; the span has the comparing words and, inside them, the unit."""
    words = folded(text)
    for q in find_quantities(words):
        if q.comparator == "~" or (q.comparator == "=" and words[q.outer_start : q.start] != "等于"):
            continue
        piece = words[q.start : q.outer_end]
        inner = [n.behind(piece) for n in find_numbers(piece)]
        closed = q.outer_end > q.end or not inner or piece.endswith("间")
        end = q.outer_end if closed else q.start + inner[-1]
        about = _ABOUT.match(words, q.outer_start, q.start) is not None
        yield (q.start if about else q.outer_start), end, _bounds(q)


def _bounds(q: Quantity) -> list[float | bool | None]:
    if q.comparator == "=":
        return [q.value, q.value, True, True]
    if q.comparator == "range":
        return [q.value, q.value_max, True, True]
    if q.comparator in (">=", ">"):
        return [q.value, None, q.comparator == ">=", False]
    return [None, q.value, False, q.comparator == "<="]


def dimensions(text: str) -> Iterator[Mention]:
    """Quantities of physics and computing; shares, money and counted things are other kinds."""
    for q in find_quantities(folded(text)):
        unit = units().get(q.unit or "")
        if unit is not None and not unit.money and unit.dimension not in ("percent", "count"):
            yield q.start, q.end, [q.value, q.unit]


def money(text: str) -> Iterator[Mention]:
    """Sums with their currency, also where its name stands before the number (人民币50元)."""
    for q, value in _sums(text):
        named = _NAMED.match(text, q.outer_start, q.start)
        yield (q.outer_start if named else q.start), q.end, value


def money_around(text: str) -> Iterator[Mention]:
    """Sums with the words that compare (近700万元), as JioNLP's spans have them."""
    yield from ((q.outer_start, q.outer_end, value) for q, value in _sums(text))


def _sums(text: str) -> Iterator[tuple[Quantity, Any]]:
    for q in find_quantities(folded(text)):
        unit = units().get(q.unit or "")
        if unit is not None and unit.money:
            values = [q.value] if q.value_max is None else [q.value, q.value_max]
            yield q, [values, unit.canonical]


def times(text: str) -> Iterator[Mention]:
    """Dates and ranges of dates, and lengths of time."""
    words = folded(text)
    for m in find_dates(words):
        yield m.start, m.end, ["date", [[d.year, d.month, d.day, d.at] for d in (m.first, m.final)]]
    for d in find_durations(words):
        yield d.start, d.end, ["duration", d.iso]


def phones(text: str) -> Iterator[Mention]:
    """Telephones without blanks."""
    yield from ((p.start, p.end, p.value) for p in find_phones(folded(text)))


FINDERS: dict[str, Callable[[str], Iterator[Mention]]] = {
    "number": numbers,
    "percentage": percentages,
    "range": ranges,
    "dimension": dimensions,
    "money": money,
    "money_around": money_around,
    "time": times,
    "phone": phones,
}
