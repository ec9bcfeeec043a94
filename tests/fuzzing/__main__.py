"""``make fuzz``: reads mutated files of all formats and says what became of them; exit code 1 for any finding."""

import argparse
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "pipeline" / "reading"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from fuzzing.campaign import Findings, campaign
from fuzzing.trial import Outcome, case

ROOT = Path(__file__).resolve().parents[2]
_OUT = ROOT / "build" / "fuzz"
_MOST_GROWTH = 150 * 2**20  # bytes a process, after it is warm


def main() -> int:
    """Prints the counts by file and outcome, the slowest files, the growth of memory, and the findings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000, help="mutated files")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other files")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument(
        "--seconds",
        type=float,
        default=60.0,
        help="of CPU time for one file (a page that must be recognised takes some)",
    )
    given = parser.parse_args()
    started = time.monotonic()

    def told(outcome: Outcome) -> None:
        if outcome.fault is not None:
            print(f"FAULT {saved(given.seed, outcome)}: {outcome.fault}", flush=True)

    findings = campaign(given.count, given.seed, jobs=given.jobs, seconds=given.seconds, progress=told)
    report(findings, given.seed)
    took = time.monotonic() - started
    print(f"\n{given.count} files in {took:.0f} s ({1000 * took / given.count:.0f} ms a file), seed {given.seed}")
    bad = findings.faults or findings.left or any(growth > _MOST_GROWTH for growth in findings.growth)
    print("findings, see above" if bad else "no crash, no hang, no leak")
    return 1 if bad else 0


def saved(seed: int, outcome: Outcome) -> Path:
    """The file of a finding, kept for whoever mends it."""
    _OUT.mkdir(parents=True, exist_ok=True)
    path = _OUT / f"{seed}-{outcome.index}-{outcome.name}"
    path.write_bytes(case(seed, outcome.index)[1])
    return path


def report(findings: Findings, seed: int) -> None:
    """What is printed."""
    kinds: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in findings.outcomes:
        kinds[outcome.name].append(outcome)
    print(f"\n{'file':34} {'files':>6} {'CPU ms':>6} {'max ms':>7}  outcomes")
    for name, outcomes in sorted(kinds.items()):
        times = [outcome.seconds for outcome in outcomes]
        counts = Counter(outcome.result for outcome in outcomes)
        words = " ".join(f"{result}={number}" for result, number in counts.most_common())
        print(f"{name:34} {len(times):6} {1e3 * sum(times) / len(times):6.0f} {1e3 * max(times):7.0f}  {words}")
    print("\nslowest:")
    for outcome in sorted(findings.outcomes, key=lambda each: -each.seconds)[:5]:
        print(f"  {outcome.seconds:6.2f} s  {seed}-{outcome.index} {outcome.name} {outcome.result}")
    print("\nerrors that only the catch-all met (no fault, but a reader could say it better):")
    for (name, kind), number in findings.soft.most_common(25):
        index = next(o.index for o in findings.outcomes if (o.name, o.soft) == (name, kind))
        print(f"  {number:5} {kind} in {name}, as {seed}-{index}")
    grown = ", ".join(f"{growth / 2**20:+.0f} MiB" for growth in findings.growth)
    print(f"\nmemory of each process from warm to the end: {grown or 'too few files to tell'}")
    for left in findings.left:
        print(f"LEFT BEHIND {left}")


if __name__ == "__main__":
    sys.exit(main())
