"""How many gaps planted one at a time in known applications are told, and how many harmless changes raise an alarm.

``python -m benchmarks.changed_applications`` makes every change of ``benchmarks/blind/changes/``, screens the changed
applications beside the one they come from, and compares: a gap counts as told where a finding of its kind, or of a
kind that a clerk could file it under, is new. ``--cmd`` names the ``jiebang`` of another revision, ``--verbose`` lists
what is missed and what is told wrongly.
"""

import argparse
import copy
import json
import shlex
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn

BLIND = Path(__file__).parent / "blind"
_GAPS = ("missing", "insufficient", "invalid")
_HARMLESS = "harmless"

Case = dict[str, Any]
Screening = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """A case, the gaps that its change brought, and whether that is what it should have brought."""

    case: Case
    new: tuple[str, ...]
    right: bool


def main() -> None:
    """Prints one line for each application, and the sums of each set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cmd", default=f"{Path(sys.executable).parent / 'jiebang'}", help="the program to ask")
    parser.add_argument("--verbose", action="store_true", help="list what is missed and what is told wrongly")
    asked = parser.parse_args()
    sums: dict[str, Counter[str]] = {}
    for path in sorted((BLIND / "changes").glob("*.json")):
        entry = json.loads(path.read_text(encoding="utf-8"))
        told = screened(entry, shlex.split(asked.cmd))
        counts = counted(told)
        sums.setdefault(entry["set"], Counter()).update(counts)
        print(f"{path.stem}: {spoken(counts)}")
        for one in told if asked.verbose else ():
            if not one.right:
                print(
                    f"  {one.case['id']} {one.case['kind']}/{one.case['name']}: {one.case['why']}",
                    *one.new,
                    sep="\n    ",
                )
    for name, counts in sums.items():
        print(f"{name} set: {spoken(counts)}")


def counted(told: Sequence[Told]) -> Counter[str]:
    """Changes and right answers, planted and harmless apart."""
    counts: Counter[str] = Counter()
    for one in told:
        side = _HARMLESS if one.case["kind"] == _HARMLESS else "planted"
        counts.update({side: 1, f"{side} right": int(one.right)})
    return counts


def spoken(counts: Counter[str]) -> str:
    """``30 of 32 gaps told, 1 alarm in 12 harmless changes``."""
    alarms = counts[_HARMLESS] - counts[f"{_HARMLESS} right"]
    gaps = f"{counts['planted right']} of {counts['planted']} gaps told"
    return f"{gaps}, {alarms} alarm{'s' * (alarms != 1)} in {counts[_HARMLESS]} harmless changes"


def screened(entry: dict[str, Any], command: Sequence[str]) -> list[Told]:
    """The cases of one application, in their order."""
    base = BLIND / entry["base"]
    with tempfile.TemporaryDirectory() as made:
        files = {case["id"]: Path(made) / f"{case['id']}{base.suffix}" for case in entry["cases"]}
        for case in entry["cases"]:
            change(base, case["edits"], files[case["id"]])
        options = ("--notice", str(BLIND / entry["notice"]), "--format", "json", "--db", str(Path(made) / "x.duckdb"))
        run = subprocess.run([*command, "screen", *options, str(base), *map(str, files.values())], capture_output=True)
        if run.returncode:
            raise SystemExit(f"{base.name}: {run.stderr.decode('utf-8', 'replace')[-400:]}")
        by_name = {Path(one["source"]["path"]).name: one for one in json.loads(run.stdout)["submissions"]}
    before = set(_gaps(by_name[base.name]))
    return [_told(case, before, by_name[files[case["id"]].name]) for case in entry["cases"]]


def _told(case: Case, before: set[tuple[str, ...]], after: Screening) -> Told:
    new = {key: words for key, words in _gaps(after).items() if key not in before}
    kinds = (case["kind"], *case.get("also", ()))
    right = not new if case["kind"] == _HARMLESS else any(key[0] in kinds for key in new)
    return Told(case, tuple(new.values()), right)


def _gaps(screening: Screening) -> dict[tuple[str, ...], str]:
    """Each gap by its kind, name and place in the call, with its explanation."""
    gaps = (one for one in screening["findings"] if one["status"] in _GAPS)
    return {
        (
            one["kind"],
            one["name"],
            str((one.get("required") or {}).get("start")),
        ): f"{one['kind']}: {one['explanation']}"
        for one in gaps
    }


def change(base: Path, edits: Sequence[dict[str, Any]], to: Path) -> None:
    """Writes the application with the edits made, in the order given."""
    if base.suffix == ".docx":
        document = Document(str(base))
        for edit in edits:
            _edit_paragraphs(document.element.body, edit)
        document.save(str(to))
        return
    text = base.read_text(encoding="utf-8")
    for edit in edits:
        lines = [text] if "\n" in edit.get("find", "") else text.split("\n")
        text = "\n".join(_edited(lines, edit))
    to.write_text(text, encoding="utf-8")


def _edit_paragraphs(body: Any, edit: dict[str, Any]) -> None:
    paragraphs = list(body.iter(qn("w:p")))
    words = ["".join(run.text or "" for run in one.iter(qn("w:t"))) for one in paragraphs]
    at, changed = _place(words, edit)
    paragraph, runs = paragraphs[at], list(paragraphs[at].iter(qn("w:t")))
    cell = paragraph.getparent()
    if changed is None and not (cell.tag == qn("w:tc") and len(cell.findall(qn("w:p"))) == 1):
        cell.remove(paragraph)
        return
    first, *more = (changed or "").split("\n")
    for run, text in zip(runs, [first, *[""] * len(runs)], strict=False):
        run.text = text
        run.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for line in reversed(more):  # further paragraphs, made like the one they follow
        copied = copy.deepcopy(paragraph)
        next(iter(copied.iter(qn("w:t")))).text = line
        paragraph.addnext(copied)


def _edited(lines: Sequence[str], edit: dict[str, Any]) -> Iterator[str]:
    at, changed = _place(lines, edit)
    for index, line in enumerate(lines):
        if index != at:
            yield line
        elif changed is not None:
            yield changed


def _place(words: Sequence[str], edit: dict[str, Any]) -> tuple[int, str | None]:
    """The index of the paragraph or line that is changed and its words then, None where it is deleted.

    Raises SystemExit where the words to be found are not there: the application is not the one the case was made for.
    """
    left = edit.get("nth", 1)
    sought = edit["find"] if "find" in edit else edit["delete_paragraph"]
    for at, line in enumerate(words):
        count = line.count(sought) if "find" in edit else int(sought in line)
        if count >= left:
            return at, _replaced(line, sought, edit["replace"], left) if "find" in edit else None
        left -= count
    raise SystemExit(f"not found: {sought}")


def _replaced(line: str, sought: str, by: str, nth: int) -> str:
    head = sought.join(line.split(sought)[:nth])
    return head + by + line[len(head) + len(sought) :]


if __name__ == "__main__":
    main()
