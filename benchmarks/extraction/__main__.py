"""``make bench-extraction``: values against other projects' suites beside other programs, and characters a second."""

import argparse
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.extraction.cases import Suite, never_asked, suites
from benchmarks.extraction.programs import run
from benchmarks.extraction.scoring import matched, score
from benchmarks.extraction.seeds import seed_rows
from benchmarks.extraction.speed import speed_rows

_PEERS = ("jionlp", "recognizers", "quantulum3")


def main() -> None:
    """Prints the tables as Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description=__doc__)
    parser.add_argument(
        "--shared", type=Path, default=Path("../shared"), help="the folder that holds peers/ and seeds/"
    )
    parser.add_argument(
        "--peers-python", default=sys.executable, help="the Python of an environment with the other programs"
    )
    parser.add_argument(
        "--misses", metavar="SUITE", help="list what ours gets wrong in a suite (recognizers_zh:number)"
    )
    parser.add_argument("--no-speed", action="store_true", help="leave the characters a second out")
    arguments = parser.parse_args()
    folder = arguments.shared / "peers"
    if not folder.is_dir():
        parser.exit(2, f"{folder} is absent: say --shared FOLDER\n")
    print(f"Python {platform.python_version()}, {platform.machine()}, one process and one thread a program\n")
    measured = suites(folder)
    if arguments.misses:
        _misses(measured, arguments.misses)
        return
    _values(measured, arguments.peers_python)
    _table("| labelled seed notices | right | of | share |", seed_rows(arguments.shared))
    _left_out(folder, measured)
    if not arguments.no_speed:
        for title, rows in speed_rows(arguments.shared):
            _table(title, rows)


def _values(measured: Sequence[Suite], peers_python: str) -> None:
    """F1 of every program on every suite, and its characters a CPU second."""
    tasks = [(suite.task, [case.text for case in suite.cases]) for suite in measured]
    pythons = {"ours": sys.executable, **dict.fromkeys(_PEERS, peers_python)}
    answers = {name: run(name, python, tasks) for name, python in pythons.items()}
    for name, answer in answers.items():
        if isinstance(answer, str):
            print(f"{name} is absent: {answer}")
    names = [name for name, answer in answers.items() if not isinstance(answer, str)]
    rows = []
    for index, suite in enumerate(measured):
        cells = []
        for name in names:
            answer = answers[name]
            assert not isinstance(answer, str)
            mentions = answer["mentions"][index]
            cells.append("–" if mentions is None else f"{score(suite.task, suite.cases, mentions).f1:.3f}")
        expected = sum(len(case.expected) for case in suite.cases)
        rows.append([suite.name, suite.kind, len(suite.cases), expected, sum(suite.left_out.values()), *cells])
    _table("| suite | kind | cases | mentions | left out | " + " | ".join(f"F1 {n}" for n in names) + " |", rows)
    speeds = []
    for name in names:
        answer = answers[name]
        assert not isinstance(answer, str)
        asked = [i for i, mentions in enumerate(answer["mentions"]) if mentions is not None]
        characters, seconds = (sum(answer[key][i] for i in asked) for key in ("characters", "seconds"))
        speeds.append([name, len(asked), characters, f"{characters / max(seconds, 1e-9):,.0f}"])
    _table("| program | suites | characters | characters a CPU second, short texts |", speeds)


def _left_out(folder: Path, measured: Sequence[Suite]) -> None:
    rows = [[s.name, s.kind, count, reason] for s in measured for reason, count in sorted(s.left_out.items())]
    _table("| suite | kind | cases left out | why |", rows)
    _table("| suite | kind never asked | cases | why |", [list(row) for row in never_asked(folder)])


def _misses(measured: Sequence[Suite], wanted: str) -> None:
    for suite in measured:
        if f"{suite.name}:{suite.kind}" != wanted:
            continue
        answer = run("ours", sys.executable, [(suite.task, [case.text for case in suite.cases])])
        if isinstance(answer, str):
            print(answer)
            return
        for case, found in zip(suite.cases, answer["mentions"][0], strict=True):
            right = matched(suite.task, case, found)
            if len(right) < len(case.expected) or len(found) > len(case.expected):
                wants = [(case.text[w.start : w.end], w.value) for w in case.expected]
                print(repr(case.text), wants, [(case.text[s:e], v) for s, e, v in found], sep="\n   ")


def _table(head: str, rows: Sequence[Sequence[object]]) -> None:
    print(f"{head}\n|{' --- |' * (head.count('|') - 1)}")
    for row in rows:
        print("| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |")
    print()


if __name__ == "__main__":
    main()
