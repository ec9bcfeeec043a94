"""The labelled sentences of the seed notices: value, unit, comparator and by when of each quantity; dates; telephones."""

import json
import re
from pathlib import Path
from typing import Any

from benchmarks.extraction.ours import folded
from extractors.dates import find_dates
from extractors.dues import due_before
from extractors.phones import find_phones
from extractors.quantities import Quantity, find_quantities

Want = dict[str, Any]
_SHARES = ("value", "unit", "comparator", "by when")


def seed_rows(path: Path) -> list[list[object]]:
    """What is right of how many; a sentence whose date stands in the sentence before it (same id's notice) has it."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    right: dict[str, list[bool]] = {}
    for row in rows:
        text = folded(row["text"])
        quantities, dates, phones = find_quantities(text), find_dates(text), find_phones(text)
        for want in row["expected"]:
            if want["type"] == "quantity":
                for name, answer in zip(_SHARES, _quantity(text, want, quantities), strict=True):
                    right.setdefault(f"quantities: {name}", []).append(answer)
            elif want["type"] == "date":
                here = any(d.start <= want["start"] and d.end >= want["end"] for d in dates)
                right.setdefault("dates", []).append(here)
            elif want["type"] == "phone":
                right.setdefault("telephones", []).append(
                    any((p.start, p.end) == (want["start"], want["end"]) for p in phones)
                )
    return [[name, sum(a), len(a), f"{sum(a) / len(a):.3f}"] for name, a in right.items()]


def _quantity(text: str, want: Want, quantities: tuple[Quantity, ...]) -> tuple[bool, bool, bool, bool]:
    found = [q for q in quantities if q.start < want["num_end"] and q.end > want["num_start"]]
    if not found:
        return False, False, False, False
    q = found[0]
    close = abs(q.value - want["value"]) <= 1e-9 * max(1.0, abs(want["value"]))
    wanted = want.get("by_when")
    due = due_before(re.sub(r"\s", "", text[: q.outer_start]), 0, q.outer_start)
    # A date that the sentence does not print stands in an earlier one of the notice.
    told = wanted is None or due == wanted or (due is None and str(wanted)[:4] not in text)
    return close, (q.unit or "") == want["unit"], q.comparator == want["comparator"], told
