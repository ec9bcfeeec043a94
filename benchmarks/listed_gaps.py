"""How many of the gaps that a clerk lists are told, how many are told besides, and how many verdicts are right.

``python -m benchmarks.listed_gaps [SET ...]`` screens the applications of ``benchmarks/blind/styles/`` (all sets, or
those named: first, second) and prints a line for each set. ``--cmd`` names the ``jiebang`` of another revision,
``--verbose`` lists what is missed and what is told besides.

A gold file lists the gaps of one application: a gap is told where a finding names it (or one of its other ``names``),
under its kind or one of those (``also``) that a clerk could file it under, or quotes the words that show it. Findings
linked with one that is told (``cause``) are no gap of their own. needs_review is not wrong of a good application.
"""

import argparse
import json
import re
import shlex
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

STYLES = Path(__file__).parent / "blind" / "styles"
_GAPS = ("missing", "insufficient", "invalid")
# Of these an application has one or two, whatever they are called.
_BY_KIND = ("commitment", "direction", "deadline")
_SAME, _OWN_KIND, _BY_QUOTE = 0.75, 0.3, 0.5
_LEAST_QUOTE, _LEAST_RUN = 5, 3  # characters

Record = dict[str, Any]


@dataclass(slots=True)
class Judged:
    """One application: the gaps told, those missed, what is told besides, and whether the verdict is right."""

    name: str
    told: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    besides: list[str] = field(default_factory=list)
    verdict: bool = False


def main() -> None:
    """Prints the counts of each set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET", help="first, second, …: all where none is named")
    parser.add_argument("--cmd", default=f"{Path(sys.executable).parent / 'jiebang'}", help="the program to ask")
    parser.add_argument("--verbose", action="store_true", help="list what is missed and what is told besides")
    asked = parser.parse_args()
    for folder in sorted(
        one for one in STYLES.iterdir() if one.is_dir() and (not asked.sets or one.name in asked.sets)
    ):
        counts: Counter[str] = Counter()
        for one in judged(folder, shlex.split(asked.cmd)):
            counts.update(told=len(one.told), missed=len(one.missed), besides=len(one.besides), applications=1)
            counts.update(verdicts=int(one.verdict))
            for kind, lines in (("missed", one.missed), ("besides", one.besides)) if asked.verbose else ():
                print(*(f"{one.name}: {kind}: {line}" for line in lines), sep="\n", end="\n" if lines else "")
        print(f"{folder.name}: {spoken(counts)}")


def spoken(counts: Counter[str]) -> str:
    """``58 of 80 gaps told, 37 findings besides, 20 of 24 verdicts right``."""
    gaps = f"{counts['told']} of {counts['told'] + counts['missed']} gaps told"
    return (
        f"{gaps}, {counts['besides']} findings besides, {counts['verdicts']} of {counts['applications']} verdicts right"
    )


def judged(folder: Path, command: Sequence[str]) -> Iterator[Judged]:
    """The applications of a set, those to one call screened together."""
    calls: dict[Path, list[Record]] = {}
    for path in sorted(folder.glob("*/gold/*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        home = path.parents[1]
        calls.setdefault(home / gold["notice"], []).append({**gold, "path": home / gold["file"]})
    for notice, golds in calls.items():
        screened = {Path(one["source"]["path"]).name: one for one in _screen(notice, golds, command)}
        for gold in golds:
            found = screened.get(gold["path"].name)
            if found is None:  # not taken for one application
                yield Judged(
                    gold["path"].name, missed=[f"{gap['kind']}/{gap['name']}: not screened" for gap in gold["gaps"]]
                )
            else:
                yield compare(gold, found)


def _screen(notice: Path, golds: Sequence[Record], command: Sequence[str]) -> list[Record]:
    with tempfile.TemporaryDirectory() as made:
        options = ("--notice", str(notice), "--format", "json", "--db", str(Path(made) / "x.duckdb"))
        files = [str(gold["path"]) for gold in golds]
        run = subprocess.run([*command, "screen", *options, *files], capture_output=True)
        if not run.stdout:
            raise SystemExit(f"{notice.name}: {run.stderr.decode('utf-8', 'replace')[-400:]}")
        submissions: list[Record] = json.loads(run.stdout)["submissions"]
        return submissions


def compare(gold: Record, screened: Record) -> Judged:
    """The gaps of the gold file against the findings of one screening."""
    findings = [one for one in screened["findings"] if one["status"] in _GAPS]
    result = Judged(gold["path"].name)
    used: set[int] = set()
    for gap in gold["gaps"]:
        at = _finding_of(gap, findings)
        if at is None:
            result.missed.append(f"{gap['kind']}/{gap['name']}: {gap['why']}")
        else:
            used.add(at)
            result.told.append(f"{gap['kind']}/{gap['name']}")
    linked = {findings[at].get("cause") for at in used} - {None}
    result.besides = [
        f"{one['kind']}/{one['name']}: {one['explanation']}"
        for at, one in enumerate(findings)
        if at not in used and one.get("cause") not in linked
    ]
    said = screened["verdict"]
    result.verdict = said == gold["verdict"] or (gold["verdict"] == "complete" and said == "needs_review")
    return result


def _finding_of(gap: Record, findings: Sequence[Record]) -> int | None:
    """The finding that names the gap best, else the first of its kinds that quotes its words."""
    ranked = sorted(((_likeness(gap, one), -at) for at, one in enumerate(findings)), reverse=True)
    if ranked and ranked[0][0] >= _SAME:
        return -ranked[0][1]
    quote, kinds = _bare(gap.get("quote") or ""), (gap["kind"], *gap.get("also", ()))
    for at, one in enumerate(findings):
        words = _bare((one.get("found") or {}).get("text") or "")
        quoted = len(words) > _LEAST_QUOTE and (quote in words or words in quote)
        if len(quote) > _LEAST_QUOTE and one["kind"] in kinds and quoted:
            return at
    return None


def _likeness(gap: Record, finding: Record) -> float:
    names = (gap["name"], *gap.get("names", ()))
    like = max(_alike(name, finding["name"]) for name in names)
    if finding["kind"] not in (gap["kind"], *gap.get("also", ())):
        return like - _OWN_KIND / 2
    if finding["kind"] != gap["kind"]:
        return like
    if finding["kind"] in _BY_KIND:
        return max(like + _OWN_KIND, 0.9)
    if finding["kind"] == "task_requirement":
        like = max(like, *(_covered(name, finding["name"]) for name in names))
    return like + _OWN_KIND


def names_clause(gap: Record, clause: str) -> bool:
    """Whether a gap of a task's clause means this one, under its name or one of its others."""
    return max(_covered(name, clause) for name in (gap["name"], *gap.get("names", ()))) >= _SAME


def _alike(one: str, other: str) -> float:
    a, b = sorted((_bare(one), _bare(other)), key=len)
    if a == b or not a:
        return float(a == b)
    if len(a) > 1 and a in b:
        return 0.62 + 0.33 * len(a) / len(b)
    return 0.95 * SequenceMatcher(None, a, b, autojunk=False).ratio()


def _covered(one: str, other: str) -> float:
    """The share of the shorter one's characters that stand in runs of the other."""
    a, b = _bare(one), _bare(other)
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= _LEAST_RUN) / max(1, min(len(a), len(b)))


def _bare(words: str) -> str:
    return re.sub(r"[\W_]+", "", words).lower()


if __name__ == "__main__":
    main()
