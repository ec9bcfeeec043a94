"""Many mutated files in several processes; a file that kills or stops one is a finding, and another takes over."""

import multiprocessing
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path

from fuzzing.trial import WAITING, Outcome, case, serve

_PATIENCE = 15.0  # seconds beyond a file's own until a process that does not hear its alarm is killed
_WARM = 0.2  # of the files of a process, read before its memory is measured


@dataclass
class Findings:
    """What came out: ``faults`` and ``left`` have to be empty, ``growth`` (bytes a process) small."""

    outcomes: list[Outcome] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    growth: list[int] = field(default_factory=list)

    @property
    def faults(self) -> list[Outcome]:
        """The files that did what none may do."""
        return [each for each in self.outcomes if each.fault is not None]

    @property
    def soft(self) -> Counter[tuple[str, str]]:
        """(name, type) of the errors that only the catch-all met, and how often."""
        return Counter((each.name, each.soft) for each in self.outcomes if each.soft is not None)


class _Lane:
    def __init__(self, seed: int, seconds: float, folder: Path) -> None:
        self.seed, self.seconds, self.folder = seed, seconds, folder
        self.seen: list[int] = []
        self.start()

    def start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(
            target=serve, args=(theirs, self.seed, self.seconds, str(self.folder)), daemon=True
        )
        self.process.start()
        theirs.close()
        self.seen.clear()

    def give(self, index: int) -> None:
        self.index = index
        self.connection.send(index)

    def outcome(self) -> Outcome:
        """What became of the file in hand."""
        try:
            if self.connection.poll(self.seconds * WAITING + _PATIENCE):
                outcome: Outcome = self.connection.recv()
                self.seen.append(outcome.resident)
                return outcome
            fault = "it does not end, and hears no alarm"
        except EOFError:
            self.process.join()
            fault = f"the process died: {self.process.exitcode}"
        self.process.kill()
        self.process.join()
        self.start()
        return Outcome(self.index, case(self.seed, self.index)[0], "none", self.seconds, 0, None, fault)

    def finish(self, findings: Findings, warm: int) -> None:
        """Ends the process and notes what it leaves."""
        self.connection.send(None)
        if self.connection.poll(60):
            resident, left = self.connection.recv()
            findings.left += left
            if len(self.seen) > warm > 0:
                findings.growth.append(resident - self.seen[warm])
        else:
            findings.left.append("a process that does not end")
        self.process.kill()
        self.process.join()


def campaign(
    count: int,
    seed: int,
    *,
    jobs: int = 2,
    seconds: float = 10.0,
    progress: Callable[[Outcome], None] = lambda outcome: None,
) -> Findings:
    """Reads ``count`` mutated files, the same ones for the same ``seed``; CPU ``seconds`` each at most."""
    findings = Findings()
    indices: Iterator[int] = iter(range(count))
    with tempfile.TemporaryDirectory(prefix="fuzzing-") as folder:
        lanes = []
        for number in range(jobs):
            place = Path(folder) / str(number)
            place.mkdir()
            lanes.append(_Lane(seed, seconds, place))
        busy: dict[Connection, _Lane] = {}
        for lane, index in zip(lanes, indices, strict=False):
            lane.give(index)
            busy[lane.connection] = lane
        while busy:
            for connection in wait(list(busy), timeout=seconds * WAITING + _PATIENCE) or list(busy):
                lane = busy.pop(connection)  # type: ignore[index]
                outcome = lane.outcome()
                findings.outcomes.append(outcome)
                progress(outcome)
                if (index := next(indices, None)) is not None:
                    lane.give(index)
                    busy[lane.connection] = lane
        for lane in lanes:
            lane.finish(findings, int(_WARM * count / jobs))
    return findings
