"""One program in a process of its own: texts in, mentions and CPU seconds out.

Run as a script by :mod:`benchmarks.extraction.programs`, also under the Python of another virtual environment, so it
imports nothing of this project but for ``ours``. Standard input: ``{"tasks": [[task, [text, …]], …]}``; standard
output: ``{"mentions": [[[start, end, value], …] a text, …] a task, "seconds": CPU a task, "characters": …}``.
"""

import contextlib
import io
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

Mention = tuple[int, int, Any]
Finder = Callable[[str], Iterator[Mention]]

CURRENCIES = {"Chinese yuan": "元", "United States dollar": "美元", "New Taiwan dollar": "台币", "Japanese yen": "日元"}
CURRENCIES |= {"Nigerian naira": "奈拉", "新台币": "台币", "港元": "港元", "港币": "港元", "新台币元": "台币"}
UNITS = {"Kilogram": "公斤", "Ton": "吨", "Jin": "斤", "Kilometer": "公里", "Meter": "米", "Kilobit": "千比特"}
UNITS |= {"Megabyte": "兆字节", "Kilobyte": "千字节", "Kilocalorie": "千卡", "Microgram": "微克"}


def ours() -> dict[str, Finder]:
    """The extractors of this project."""
    from benchmarks.extraction import ours as mine

    return mine.FINDERS


def jionlp() -> dict[str, Finder]:
    """JioNLP: money and times; the year of the suites' reference is taken for texts without one."""
    with contextlib.redirect_stdout(io.StringIO()):
        import jionlp as jio

    base = time.mktime((2021, 6, 14, 0, 0, 0, 0, 0, -1))

    def money(text: str) -> Iterator[Mention]:
        for found in jio.ner.extract_money(text, with_parsing=True):
            detail = found["detail"]
            numbers = detail["num"] if isinstance(detail["num"], list) else [detail["num"]]
            currency = CURRENCIES.get(detail["case"], detail["case"])
            yield (*found["offset"], [[float(number) for number in numbers], currency])

    def times(text: str) -> Iterator[Mention]:
        for found in jio.ner.extract_time(text, time_base=base, with_parsing=True):
            detail = found["detail"]
            kind = "duration" if detail["type"] == "time_delta" else "date"
            yield (*found["offset"], [kind, detail["time"]])

    return {"money": money, "money_around": money, "time": times}


def recognizers() -> dict[str, Finder]:
    """Recognizers-Text with the culture zh-cn."""
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension
    from recognizers_sequence import recognize_phone_number

    def of(recognize: Any, value: Callable[[dict[str, Any]], Any]) -> Finder:
        def find(text: str) -> Iterator[Mention]:
            for found in recognize(text, "zh-cn"):
                resolution = found.resolution or {}
                if resolution.get("value", resolution.get("values")) is not None:
                    yield found.start, found.end + 1, value(resolution)

        return find

    def number(resolution: dict[str, Any]) -> Any:
        return _float(resolution["value"])

    sums = of(recognize_currency, lambda r: [[_float(r["value"])], CURRENCIES.get(r["unit"], r["unit"])])
    return {
        "number": of(recognize_number, number),
        "percentage": of(recognize_percentage, number),
        "dimension": of(recognize_dimension, lambda r: [_float(r["value"]), UNITS.get(r["unit"], r["unit"])]),
        "money": sums,
        "money_around": sums,
        "phone": of(recognize_phone_number, lambda r: re.sub(r"\s", "", r["value"])),
        "time": of(recognize_datetime, lambda r: ["timex", r["values"][0].get("timex"), r["values"][0]]),
    }


def quantulum3() -> dict[str, Finder]:
    """quantulum3: quantities with Latin units; it reads no Chinese numerals."""
    from quantulum3 import parser

    def dimension(text: str) -> Iterator[Mention]:
        for found in parser.parse(text):
            yield found.span[0], found.span[1], [float(found.value), found.unit.name]

    return {"dimension": dimension, "number": lambda text: ((s, e, v[0]) for s, e, v in dimension(text))}


PROGRAMS = {"ours": ours, "jionlp": jionlp, "recognizers": recognizers, "quantulum3": quantulum3}


def main() -> None:
    """Answers one request."""
    finders = PROGRAMS[sys.argv[1]]()
    request = json.load(sys.stdin)
    answer: dict[str, Any] = {"mentions": [], "seconds": [], "characters": []}
    for task, texts in request["tasks"]:
        find = finders.get(task)
        if find is not None:
            list(find("达到3个"))  # loads what is loaded once
        started = time.process_time()
        answer["mentions"].append(None if find is None else [_mentions(find, text) for text in texts])
        answer["seconds"].append(time.process_time() - started)
        answer["characters"].append(sum(map(len, texts)))
    json.dump(answer, sys.stdout)


def _mentions(find: Finder, text: str) -> list[Mention]:
    """What a program finds; where it fails on a text it finds nothing."""
    try:
        return list(find(text))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError):
        return []


def _float(words: Any) -> float | None:
    return None if words is None else float(str(words).rstrip("%").replace(",", ""))


if __name__ == "__main__":
    main()
