"""The labelled sentences of the seed notices: value, unit, comparator and by when of quantities; dates; telephones."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.extraction.ours import folded
from extractors.values.dates import find_dates
from extractors.values.durations import find_durations
from extractors.values.phones import find_phones
from extractors.values.quantities import Quantity, find_quantities
from pipeline.run import extract
from schemas.facts import Target

Want = dict[str, Any]
_SHARES = ("value", "unit", "comparator", "by when")


def seed_rows(shared: Path) -> list[list[object]]:
    """What is right of how many; by when is that of the target in the whole notice, as the record has it."""
    lines = (shared / "peers" / "gold_seeds.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    notices = {name: extract(shared / "seeds" / name) for name in {row["source"] for row in rows}}
    right: dict[str, list[bool]] = {}
    for row in rows:
        text = folded(row["text"])
        quantities, phones = find_quantities(text), find_phones(text)
        dates = [*find_dates(text), *find_durations(text)]
        for want in row["expected"]:
            if want["type"] == "quantity":
                for name, answer in zip(
                    _SHARES, _quantity(want, quantities, notices[row["source"]].targets), strict=True
                ):
                    right.setdefault(f"quantities: {name}", []).append(answer)
            elif want["type"] == "date":
                here = any(d.start <= want["start"] and d.end >= want["end"] for d in dates)
                right.setdefault("dates", []).append(here)
            elif want["type"] == "phone":
                right.setdefault("telephones", []).append(
                    any((p.start, p.end) == (want["start"], want["end"]) for p in phones)
                )
    return [[name, sum(a), len(a), f"{sum(a) / len(a):.3f}"] for name, a in right.items()]


def _quantity(want: Want, quantities: tuple[Quantity, ...], targets: Sequence[Target]) -> tuple[bool, bool, bool, bool]:
    found = [q for q in quantities if q.start < want["num_end"] and q.end > want["num_start"]]
    words = re.sub(r"\s", "", want["text"])
    said = [t for t in targets if words in re.sub(r"\s", "", t.evidence.text)]
    same = [t.due for t in said if t.value == want["value"]]
    wanted = want.get("by_when") or None
    due = wanted in same if same else wanted is None
    if not found:
        return False, False, False, due
    q = found[0]
    close = abs(q.value - want["value"]) <= 1e-9 * max(1.0, abs(want["value"]))
    return close, (q.unit or "") == want["unit"], q.comparator == want["comparator"], due
