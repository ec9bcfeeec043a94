"""Right or wrong, by span and value; each suite writes values in its own way, all are brought to one."""

import calendar
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.extraction.cases import Case, Expected
from benchmarks.extraction.worker import CURRENCIES, UNITS
from extractors.values.units import canonical

Mention = Sequence[Any]
_SAME_MONEY = {**CURRENCIES, "人民币": "元", "元人民币": "元", "新元": "新加坡元"}
_YEAR_PRINTED = re.compile(r"\d{4}|[一二][〇零○一二三四五六七八九]{3}")


@dataclass(frozen=True, slots=True)
class Score:
    """Found and expected counts of a suite."""

    right: int
    found: int
    expected: int

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Of what was expected, the share that was found."""
        return self.right / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(task: str, cases: Sequence[Case], mentions: Sequence[Sequence[Mention]]) -> Score:
    """The score of one program on the cases of a suite."""
    right = sum(len(matched(task, case, found)) for case, found in zip(cases, mentions, strict=True))
    return Score(right, sum(map(len, mentions)), sum(len(case.expected) for case in cases))


def matched(task: str, case: Case, mentions: Sequence[Mention]) -> list[Expected]:
    """What is expected of a text and found with its span and value."""
    same = _SAME[task]
    place = _bare if task == "time" else _as_is
    return [
        want
        for want in case.expected
        if any(
            place(case.text, start, end) == place(case.text, want.start, want.end)
            and (want.value == [] or same(case.text, want.value, value))
            for start, end, value in mentions
        )
    ]


def _as_is(_text: str, start: int, end: int) -> tuple[int, int]:
    return start, end


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without 从, 自 before a date and 起, 止, 之前 behind it: the suites differ on whether these belong."""
    match = re.fullmatch(
        r"(从|自从|自|在|于|截止到|截至)?(.*?)([及或]?(?:起|止|间|之间|以前|之前|前|以后|之后|后|时))?", text[start:end]
    )
    assert match is not None
    return start + match.start(2), start + match.end(2)


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-6 * max(abs(a), abs(b), 1e-12)


def _number(_text: str, want: Any, value: Any) -> bool:
    return _close(want, value)


def _range(_text: str, want: Any, value: Any) -> bool:
    """Both bounds; whether they are included only where one stands alone: 20至30 says nothing about its ends."""
    bounds = all(
        (a is None) == (b is None) and (a is None or _close(a, b)) for a, b in zip(want[:2], value[:2], strict=True)
    )
    alone = want[0] is None or want[1] is None
    return bounds and (not alone or want[2:] == value[2:])


def _dimension(_text: str, want: Any, value: Any) -> bool:
    (a, unit), (b, other) = (canonical(v, UNITS.get(name, name)) for v, name in (want, value))
    return _close(a, b) and unit == other


def _money(_text: str, want: Any, value: Any) -> bool:
    same = len(want[0]) == len(value[0]) and all(
        abs(a - b) < 0.01 * max(1.0, 1e-6 * a) for a, b in zip(want[0], value[0], strict=True)
    )
    return same and _SAME_MONEY.get(want[1], want[1]) == _SAME_MONEY.get(value[1], value[1])


def _time(text: str, want: Any, value: Any) -> bool:
    """The first and the last minute meant; the year only where the text prints one."""
    if isinstance(value, list) and value[0] == "duration":
        return _iso_of(want) is not None and _iso_of(want) == _iso_of({"type": "time_delta", "time": value[1]})
    wanted, found = _span(want), _span(value)
    if wanted is None or found is None:
        return False
    if _YEAR_PRINTED.search(text) is None:
        wanted, found = (tuple(moment[4:] for moment in span) for span in (wanted, found))
    return wanted == found


def _iso_of(want: Any) -> str | None:
    """A length of time as ISO 8601."""
    if isinstance(want, dict) and "values" in want:
        timex = str(want["values"][0].get("timex", ""))
        return timex if timex.startswith("P") else None
    if not isinstance(want, dict) or want.get("type") != "time_delta":
        return None
    time = want["time"]
    if isinstance(time, str):
        return time
    if not isinstance(time, dict) or len(time) != 1:
        return None
    (unit, amount), codes = (
        next(iter(time.items())),
        {"year": "Y", "month": "M", "day": "D", "week": "W", "workday": "D"},
    )
    if unit == "year" and amount != int(amount):
        unit, amount = "month", amount * 12
    count = int(amount) if amount == int(amount) else amount
    return f"P{count}{codes[unit]}" if unit in codes else f"PT{count}{unit[0].upper()}"


def _span(value: Any) -> tuple[str, str] | None:
    """From 2019-04-19 00:00 to 2019-04-19 23:59, of a suite's or a program's value."""
    if isinstance(value, dict):
        if "Timex" in value or "values" in value:
            return _of_timex(value["Timex"] if "Timex" in value else value["values"][0].get("timex", ""))
        if isinstance(value.get("time"), list) and all(isinstance(moment, str) for moment in value["time"]):
            return _minutes(value["time"])
        return None
    if value[0] == "timex":
        return _of_timex(value[1] or "")
    if value[0] == "date" and isinstance(value[1], list) and all(isinstance(moment, str) for moment in value[1]):
        return _minutes(value[1])
    if value[0] == "date" and isinstance(value[1], list):
        first, last = value[1]
        return _edge(*first, end=False), _edge(*last, end=True)
    return None


def _minutes(times: Sequence[str]) -> tuple[str, str]:
    return times[0][:16], times[-1][:16]


def _edge(year: int | None, month: int | None, day: int | None, at: str | None, *, end: bool) -> str:
    """The first or the last minute of what is printed."""
    y, m = year or 2020, month or (12 if end else 1)
    d = day or (calendar.monthrange(y, m)[1] if end else 1)
    return f"{y:04d}-{m:02d}-{d:02d} {at or ('23:59' if end else '00:00')}"


def _of_timex(timex: str) -> tuple[str, str] | None:
    """2010-01-29, XXXX-01-10, 2018-12, (XXXX-01-10,XXXX-01-12,P2D), 2010-01-29T07."""
    parts = timex.strip("()").split(",")
    length = {"Y": 4, "M": 7}.get(parts[2][-1:]) if len(parts) == 3 and parts[0].endswith("-01") else None
    edges = [_moment(part[:length]) for part in parts[:2]]
    if any(edge is None for edge in edges):
        return None
    first, last = edges[0], edges[-1]
    assert first is not None
    assert last is not None
    return _edge(*first, end=False), _edge(*last, end=True)


def _moment(words: str) -> tuple[int | None, int | None, int | None, str | None] | None:
    match = re.fullmatch(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d))?(?::\d\d)?)?)?)?", words)
    if match is None:
        return None
    year, month, day, hour, minute = match.groups()
    at = f"{hour}:{minute or '00'}" if hour else None
    return None if year == "XXXX" else int(year), int(month) if month else None, int(day) if day else None, at


def _phone(_text: str, want: Any, value: Any) -> bool:
    return bool(re.sub(r"\s", "", str(want)) == re.sub(r"\s", "", str(value)))


_SAME: dict[str, Callable[[str, Any, Any], bool]] = {
    "number": _number,
    "percentage": _number,
    "range": _range,
    "dimension": _dimension,
    "money": _money,
    "money_around": _money,
    "time": _time,
    "phone": _phone,
}
