"""Shows which facts a change adds, loses and changes over all documents at hand.

``python -m benchmarks.corpus_diff --base REV [--shared DIR] [--docs PATH]...`` extracts every document with the code of
``REV`` (a git worktree in a temporary folder) and with the working tree, and prints the differences field by field
(``make corpus-diff BASE=REV``).
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, Literal

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("notices", "real", "seeds", "submissions")
SUFFIXES = frozenset([".pdf", ".docx", ".doc", ".wps", ".html", ".htm", ".txt", ".ofd", ".xlsx", ".xls", ".md"])
# What says where a fact stands or follows from others; a change of the words themselves shows in ``evidence.text``.
LEFT_OUT = frozenset({"source", "obligations", "evidence", "clauses", "id"})
_RUN = "from pipeline.cli import main; main()"
_AKIN = 0.5  # of the facts' words: below it a lost and a new fact are two facts, not one that changed

Fact = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: ``before`` None for a new fact, ``after`` None for a lost one."""

    field: str
    before: Fact | None
    after: Fact | None

    @property
    def kind(self) -> Literal["added", "lost", "changed"]:
        """What happened to the fact."""
        return "added" if self.before is None else "lost" if self.after is None else "changed"


def compare(before: dict[str, Any], after: dict[str, Any]) -> list[Change]:
    """The differences between two records of one document, field by field, in the order of the record."""
    found: list[Change] = []
    for name in dict.fromkeys((*before, *after)):
        if name not in LEFT_OUT:
            found += _paired(name, _facts(before.get(name)), _facts(after.get(name)))
    return found


def _facts(value: Any) -> list[Fact]:
    """A field's facts: the entries of a list, or the one value."""
    values = value if isinstance(value, list) else [] if value is None else [value]
    return [_plain(entry) if isinstance(entry, dict) else {"": entry} for entry in values]


def _plain(entry: Fact) -> Fact:
    """A record without its places and what is absent; of the evidence the words stay."""
    plain = {key: value for key, value in entry.items() if key not in LEFT_OUT and value is not None}
    evidence = entry.get("evidence")
    return plain | {"evidence": evidence.get("text")} if isinstance(evidence, dict) else plain


def _paired(name: str, before: list[Fact], after: list[Fact]) -> list[Change]:
    gone = [fact for fact in before if fact not in after]
    new = [fact for fact in after if fact not in before]
    ranked = sorted(
        ((_likeness(fact, other), -i, -j) for i, fact in enumerate(gone) for j, other in enumerate(new)), reverse=True
    )
    changed: dict[int, int] = {}
    for likeness, i, j in ranked:
        if likeness >= _AKIN and -i not in changed and -j not in changed.values():
            changed[-i] = -j
    found = [Change(name, fact, new[changed[i]] if i in changed else None) for i, fact in enumerate(gone)]
    return found + [Change(name, None, fact) for j, fact in enumerate(new) if j not in changed.values()]


def _likeness(one: Fact, other: Fact) -> float:
    words = [json.dumps(fact, ensure_ascii=False, sort_keys=True)[:600] for fact in (one, other)]
    same = sum(one[key] == other.get(key) for key in one) / max(len(one), 1)
    return max(same * 0.9, SequenceMatcher(None, *words, autojunk=False).ratio() if same else 0.0)


def shown(change: Change) -> str:
    """A line for a reviewer: ``+`` a new fact, ``-`` a lost one, ``~`` a changed one with what changed."""
    if change.before is None or change.after is None:
        fact = change.after or change.before or {}
        return f"{'+' if change.before is None else '-'} {change.field}: {_words(fact)}"
    keys = [k for k in dict.fromkeys((*change.before, *change.after)) if change.before.get(k) != change.after.get(k)]
    parts = "; ".join(f"{k} {_short(change.before.get(k))} -> {_short(change.after.get(k))}" for k in keys)
    return f"~ {change.field}: {_words(change.before, 60)} | {parts}"


def _words(fact: Fact, longest: int = 160) -> str:
    told = [
        f"{key}={_short(value)}" if key else _short(value) for key, value in fact.items() if value not in (None, [])
    ]
    return " ".join(told)[:longest]


def _short(value: Any) -> str:
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return words if len(words) <= 80 else words[:77] + "…"


def documents(shared: Path, more: Iterable[Path]) -> list[Path]:
    """The files at hand: the shared folders, the project's samples, and the user's own."""
    folders = [*(shared / name for name in FOLDERS), ROOT / "data" / "samples", *more]
    found = [path for folder in folders for path in ([folder] if folder.is_file() else sorted(folder.rglob("*")))]
    kept = (p.resolve() for p in found if p.suffix.lower() in SUFFIXES and p.is_file() and p.name != "README.md")
    return list(dict.fromkeys(kept))


def extracted(code: Path, files: list[Path]) -> dict[str, dict[str, Any]]:
    """What the code in a folder extracts, by path; files that it cannot read are left out."""
    command = [sys.executable, "-c", _RUN, "extract", *map(str, files), "--format", "json"]
    # The folder comes first in sys.path, before the project that is installed.
    environment = os.environ | {"PYTHONPATH": str(code)}
    done = subprocess.run(command, capture_output=True, cwd=code, env=environment, check=False)
    if done.returncode not in (0, 3):
        raise SystemExit(f"corpus-diff: extract failed in {code}:\n{done.stderr.decode()[-2000:]}")
    printed = json.loads(done.stdout)
    records = printed if isinstance(printed, list) else [printed]
    return {record["source"]["path"]: record for record in records if "source" in record}


def report(before: dict[str, dict[str, Any]], after: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The lines: a document's name with its changes under it, then the sums by field."""
    sums: dict[tuple[str, str], int] = {}
    for path in dict.fromkeys((*before, *after)):
        changes = compare(before.get(path, {}), after.get(path, {}))
        if changes:
            yield f"\n{path}"
        for change in changes:
            sums[change.field, change.kind] = sums.get((change.field, change.kind), 0) + 1
            yield f"  {shown(change)}"
    yield f"\n{len(after)} documents"
    for name in dict.fromkeys(field for field, _ in sums):
        told = ", ".join(f"{sums[name, kind]} {kind}" for kind in ("added", "lost", "changed") if (name, kind) in sums)
        yield f"  {name}: {told}"


def main() -> None:
    """Extracts twice and prints the differences."""
    parser = argparse.ArgumentParser(description="facts that a change adds, loses and changes")
    parser.add_argument("--base", required=True, help="the revision to compare with")
    parser.add_argument(
        "--shared", type=Path, default=ROOT.parent / "shared", help="folder with notices, real, seeds, …"
    )
    parser.add_argument("--docs", type=Path, action="append", default=[], help="a file or folder of your own (again)")
    options = parser.parse_args()
    files = documents(options.shared, options.docs)
    with tempfile.TemporaryDirectory(prefix="corpus-diff-") as folder:
        base = Path(folder) / "base"
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "--detach", "--quiet", str(base), options.base], check=True)
        try:
            before = extracted(base, files)
        finally:
            subprocess.run([*git, "remove", "--force", str(base)], check=True)
    print("\n".join(report(before, extracted(ROOT, files))))


if __name__ == "__main__":
    main()
