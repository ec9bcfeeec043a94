"""How often a gap is right where the program says how sure it is.

``python -m benchmarks.certainty --shared DIR [--gold DIR --root DIR]...`` screens the applications with known findings
through ``DIR/score.py`` and prints a table of what was said and what was right. Only documents that took no part in the
writing of the program tell something.
"""

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from schemas.finding import GAP_STATUSES

EDGES = (0.0, 0.4, 0.6, 0.8, 1.01)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="the folder with score.py")
    parser.add_argument("--gold", type=Path, action="append", default=[], help="gold of other documents")
    parser.add_argument("--root", type=Path, action="append", default=[], help="where the files of that gold lie")
    parser.add_argument("--cmd", default=str(Path(sys.executable).parent / "jiebang"))
    arguments = parser.parse_args()
    gold = arguments.gold or [arguments.shared / "submissions" / "gold"]
    roots = [*arguments.root, arguments.shared]
    print("| said | gaps | mean of what was said | right |\n| --- | --- | --- | --- |")
    judged = list(_judged(arguments.shared / "score.py", arguments.cmd, gold, roots))
    for low, high in pairwise(EDGES):
        here = [(said, right) for said, right in judged if low <= said < high]
        if here:
            said, right = (sum(column) / len(here) for column in zip(*here, strict=True))
            print(f"| {low:.1f} to {min(high, 1):.1f} | {len(here)} | {said:.2f} | {right:.2f} |")


def _judged(score: Path, command: str, gold: Sequence[Path], roots: Sequence[Path]) -> Iterator[tuple[float, bool]]:
    """For each gap that the program reports: its confidence, and whether the gold knows it."""
    scorer = _load(score)
    with tempfile.TemporaryDirectory(prefix="jiebang-certainty-") as out:
        call = [sys.executable, str(score), "--cmd", command, "--save", out, "--timeout", "300"]
        call += [word for folder in gold for word in ("--gold", str(folder))]
        call += [word for folder in roots for word in ("--root", str(folder))]
        subprocess.run(call, check=True, capture_output=True)
        for name, known in scorer.load(gold).items():
            path = Path(out) / "screen" / f"{name}.json"
            screened: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
            for finding in screened.get("findings", []):
                if finding["status"] in GAP_STATUSES:
                    report = scorer.Report(name)
                    scorer.score_screen(report, known, screened | {"findings": [finding]})
                    yield finding["confidence"], not report.extra


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
