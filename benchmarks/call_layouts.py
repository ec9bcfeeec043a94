"""How much of a call is compiled, whatever its layout: directions, indicators, fields, chapters, limits and proofs.

``python -m benchmarks.call_layouts [--verbose]`` reads the calls of the sets in ``benchmarks/blind/calls/layouts/`` and
prints for each set and kind how many of what a careful reader listed is among the obligations, and how many are there
besides. Two names are the same where one holds the other, marks and brackets aside, or most of their letters stand in
one order.
"""

import argparse
import json
import re
import tempfile
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from pipeline.opening import open_notice
from pipeline.reading import DEFAULT_OPTIONS
from schemas.notice import Notice

CALLS = Path(__file__).parent / "blind" / "calls" / "layouts"
_SAME, _PART = 0.6, 0.8
_OF_ITSELF = frozenset({"paper_copy", "form", "commitment"})  # papers that are no proofs

Record = dict[str, Any]


def main() -> None:
    """Prints a line for each kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verbose", action="store_true", help="list what is missed and what is there besides")
    verbose = parser.parse_args().verbose
    for calls in sorted(path for path in CALLS.iterdir() if path.is_dir()):
        counts = _counted(calls, verbose)
        print(f"{calls.name}:")
        for kind in dict.fromkeys(kind for kind, _ in counts):
            found_of = counts[kind, "all"] - counts[kind, "missed"]
            print(f"  {kind}: {found_of} of {counts[kind, 'all']}, {counts[kind, 'besides']} besides")


def _counted(calls: Path, verbose: bool) -> Counter[tuple[str, str]]:
    """All, missed and besides of each kind in one set."""
    counts: Counter[tuple[str, str]] = Counter()
    for path in sorted(calls.glob("gold/*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        for kind, asked, found in compared(gold, _read(calls / gold["file"])):
            missed, besides = unlike(asked, found)
            counts.update({(kind, "all"): len(asked), (kind, "missed"): len(missed), (kind, "besides"): len(besides)})
            if verbose and (missed or besides):
                print(f"{path.stem}: {kind}: missed {missed}, besides {besides}")
    return counts


def _read(path: Path) -> Notice:
    with tempfile.TemporaryDirectory() as made:
        return open_notice(str(path), Path(made) / "x.duckdb", DEFAULT_OPTIONS)[0]


def compared(gold: Record, notice: Notice) -> list[tuple[str, list[str], list[str]]]:
    """Kind, the names of the gold and those of the call's obligations; indicators by direction."""
    of = {kind: [o for o in notice.obligations if o.kind == kind] for kind in {o.kind for o in notice.obligations}}
    chosen = ["揭榜方向"] if "direction" in of else []
    proofs = [o.name for o in of.get("proof_material", []) if o.material is None or o.material.kind not in _OF_ITSELF]
    found = [("directions", [d["name"] for d in gold["directions"]], [d.name for d in notice.directions])]
    for direction in gold["directions"]:
        own = max(notice.directions, key=lambda one: alike(one.name, direction["name"]), default=None)
        number = own.number if own is not None and alike(own.name, direction["name"]) >= _SAME else None
        told = [o.name for o in of.get("numeric_target", []) if number is not None and o.direction == number]
        found.append(("indicators", direction["indicators"], told))
    return [
        *found,
        (
            "fields",
            [name.replace("/", "") for name in gold["form"]],
            [o.name for o in of.get("form_field", [])] + chosen,
        ),
        ("chapters", gold["sections"], [o.name for o in of.get("section", [])]),
        ("limits", [limit["of"] for limit in gold["limits"]], [o.name for o in of.get("word_limit", [])]),
        ("proofs", gold["proofs"], proofs),
    ]


def unlike(asked: Sequence[str], found: Sequence[str]) -> tuple[list[str], list[str]]:
    """What of the asked is not among the found, each of which answers one, and what is left of these."""
    left, missed = list(found), []
    for name in asked:
        best = max(left, key=lambda one: alike(name, one), default=None)
        if best is not None and alike(name, best) >= _SAME:
            left.remove(best)
        else:
            missed.append(name)
    return missed, left


def alike(one: str, other: str) -> float:
    """1 for the same letters, brackets and marks aside; 0 for nothing in common."""
    a, b = (re.sub(r"[（(][^（）()]*[)）]|[\W_]+", "", name) for name in (one, other))
    if not a or not b:
        return 0.0
    if a in b or b in a:
        return 1.0 if a == b else _PART
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


if __name__ == "__main__":
    main()
