"""The cases of other projects' test suites that are ours to answer, and what is left out, by kind and rule."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.extraction.left_out import RULES, WHOLE_KINDS

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Expected:
    """One mention that a suite expects; offsets are code points, half open; None where the suite names no value."""

    start: int
    end: int
    value: Any


@dataclass(frozen=True, slots=True)
class Case:
    """A text and all that has to be found in it."""

    text: str
    expected: tuple[Expected, ...]


@dataclass(slots=True)
class Suite:
    """The cases of one kind of one suite; ``task`` says which finder answers; ``left_out`` counts by reason."""

    name: str
    kind: str
    task: str
    cases: list[Case] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


def suites(folder: Path) -> list[Suite]:
    """All suites that are measured, in the order of the table."""
    return [_suite(folder, name, kind, task, read) for name, kind, task, read in _KINDS]


def never_asked(folder: Path) -> Iterator[tuple[str, str, int, str]]:
    """Suite, kind, number of cases and the reason of each kind that is left out as a whole."""
    for name in sorted({name for name, _ in WHOLE_KINDS}):
        counts = Counter(row["kind"] for row in _rows(folder, name))
        for kind, count in sorted(counts.items()):
            reason = WHOLE_KINDS.get((name, kind)) or WHOLE_KINDS.get((name, "*"))
            if reason and not any(n == name and re.fullmatch(k, kind) for n, k, _, _ in _KINDS):
                yield name, kind, count, reason


def _suite(folder: Path, name: str, kind: str, task: str, read: Callable[[Row, Row], Any]) -> Suite:
    suite = Suite(name, kind, task)
    for row in _rows(folder, name):
        if re.fullmatch(kind, row["kind"]) is None:
            continue
        row = _with_spans(row)
        reason = next((rule.reason for rule in RULES if rule.applies(name, task, row)), None)
        if reason is not None:
            suite.left_out[reason] += 1
            continue
        expected = tuple(
            Expected(want["start"], want["end"], value)
            for want in row["expected"]
            if (value := read(row, want)) is not None
        )
        suite.cases.append(Case(row["input"], expected))
    return suite


def _rows(folder: Path, name: str) -> Iterable[Row]:
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return map(json.loads, lines)


def _with_spans(row: Row) -> Row:
    """cn2an's cases are one numeral each; a case without an expectation expects nothing."""
    row["expected"] = [want for want in row.get("expected") or () if isinstance(want, dict)]
    for want in row["expected"]:
        want.setdefault("start", 0)
        want.setdefault("end", len(row["input"]))
    return row


def _number(_row: Row, want: Row) -> float | None:
    resolution = want["resolution"]
    if isinstance(resolution, dict):
        resolution = resolution.get("value")
    if isinstance(resolution, (int, float)):
        return float(resolution)
    match = re.search(r"-?\d[\d.]*(?:[eE][+-]?\d+)?", str(resolution).rstrip("%"))
    return float(match.group()) if match else None


def _range(_row: Row, want: Row) -> list[Any]:
    words = want["resolution"]["value"]
    low, high = words[1:-1].split(",")
    bounds = [float(low) if low else None, float(high) if high else None]
    return [*bounds, words[0] == "[", words[-1] == "]"]


def _dimension(_row: Row, want: Row) -> list[Any]:
    return [float(want["resolution"]["value"]), want["resolution"]["unit"]]


def _currency(_row: Row, want: Row) -> list[Any] | None:
    value = want["resolution"].get("value")
    return None if value is None else [[float(value)], want["resolution"]["unit"]]


def _money(_row: Row, want: Row) -> Any:
    resolution = want.get("resolution")
    if resolution is None:
        return []  # the suite names the place only
    numbers = resolution["num"] if isinstance(resolution["num"], list) else [resolution["num"]]
    return [[float(number) for number in numbers], resolution["case"]]


def _time(_row: Row, want: Row) -> Any:
    resolution = want.get("resolution")
    return [] if resolution is None else resolution


def _phone(_row: Row, want: Row) -> str:
    return re.sub(r"\s", "", want["text"])


_KINDS: tuple[tuple[str, str, str, Callable[[Row, Row], Any]], ...] = (
    ("recognizers_zh", "number", "number", _number),
    ("recognizers_zh", "percentage", "percentage", _number),
    ("recognizers_zh", "numberrange", "range", _range),
    ("recognizers_zh", "dimension", "dimension", _dimension),
    ("recognizers_zh", "currency", "money", _currency),
    ("recognizers_zh", "datetime:Date(?:Parser|PeriodParser|TimeParser|TimeModel)", "time", _time),
    ("recognizers_zh", "phone", "phone", _phone),
    ("jionlp_zh", "money_(?:extract|parse)", "money_around", _money),
    ("jionlp_zh", "time_(?:extract|parse)", "time", _time),
    ("cn2an_zh", "cn2an:(?:strict|normal|smart)_data_dict", "number", _number),
    ("duckling_zh", "duckling:Numeral", "number", _number),
    ("minlp_duckling_zh", "minlp:numeral", "number", _number),
)
