"""Other projects' test suites and the labelled seed notices, as floors.

A kind that stands here is ours to answer; left out by name are what no notice says: lunar and relative dates
(大年初一, 下周三), ages, temperatures, shop discounts (折), currencies' small change (角, 分), ordinals, web addresses.
"""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from extractors.dates import find_dates
from extractors.numerals import NUMBER, number_from
from extractors.phones import find_phones
from extractors.quantities import find_quantities

# As Text.clean has them: digits and letters in half width, offsets kept.
HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
Case = dict[str, Any]


@pytest.fixture(scope="module")
def peers(shared: Path) -> Path:
    folder = shared / "peers"
    if not folder.is_dir():
        pytest.skip("../shared/peers is absent")
    return folder


def cases(peers: Path, name: str, *kinds: str) -> list[Case]:
    lines = (peers / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    rows: Iterable[Case] = (json.loads(line) for line in lines)
    return [row for row in rows if not kinds or row.get("kind") in kinds]


def share(answers: list[bool]) -> float:
    assert answers
    return sum(answers) / len(answers)


def quantity_is_right(text: str, want: Case) -> bool:
    return any(
        q.start < want["num_end"]
        and q.end > want["num_start"]
        and q.value == pytest.approx(want["value"])
        and (q.unit or "") == want["unit"]
        and q.comparator == want["comparator"]
        for q in find_quantities(text)
    )


def date_is_right(text: str, want: Case) -> bool:
    return any(d.start <= want["start"] and d.end >= want["end"] for d in find_dates(text))


def phone_is_right(text: str, want: Case) -> bool:
    return any((p.start, p.end) == (want["start"], want["end"]) for p in find_phones(text))


RIGHT: dict[str, Callable[[str, Case], bool]] = {
    "quantity": quantity_is_right,
    "date": date_is_right,
    "phone": phone_is_right,
}


@pytest.mark.parametrize(("kind", "floor"), [("quantity", 0.97), ("date", 0.9), ("phone", 1.0)])
def test_seed_notices(peers: Path, kind: str, floor: float) -> None:
    """The labelled sentences as printed, hard wraps and all; 上一财年 and 2年内 are no dates here (a duration)."""
    answers = [
        RIGHT[kind](row["text"], want)
        for row in cases(peers, "gold_seeds")
        for want in row["expected"]
        if want["type"] == kind
    ]
    assert share(answers) >= floor


def test_seed_notices_have_few_quantities_that_nobody_labelled(peers: Path) -> None:
    extra = 0
    for row in cases(peers, "gold_seeds"):
        spans = [(w["num_start"], w["num_end"]) for w in row["expected"] if w["type"] == "quantity"]
        extra += sum(not any(q.start < b and q.end > a for a, b in spans) for q in find_quantities(row["text"]))
    assert extra <= 2


@pytest.mark.parametrize("kind", ["cn2an:strict_data_dict", "cn2an:normal_data_dict"])
def test_chinese_numerals(peers: Path, kind: str) -> None:
    """Sums of money in words (圆整, 角, 分) are left out: a notice prints them in digits."""
    answers = []
    for row in cases(peers, "cn2an_zh", kind):
        words, [want] = row["input"], row["expected"]
        if not any(char in words for char in "圆元角分"):
            match = NUMBER.fullmatch(words)
            number = number_from(match) if match else None
            answers.append(number is not None and number.value == pytest.approx(want["resolution"]))
    assert share(answers) >= 0.9


@pytest.mark.parametrize(("kind", "floor"), [("percentage", 0.85), ("currency", 0.7)])
def test_recognizers_quantities(peers: Path, kind: str, floor: float) -> None:
    """Value and place; discounts (折), thousands written k, spaces inside a number, traditional signs are not ours."""
    answers = []
    for row in cases(peers, "recognizers_zh", kind):
        text = row["input"].translate(HALF_WIDTH)
        if any(char in text for char in "折kK"):
            continue
        for want in row["expected"]:
            value = want["resolution"].get("value")
            if value is not None and not any(char in want["text"] for char in " 個點萬"):
                number = float(str(value).rstrip("%").replace(",", ""))
                found = [q for q in find_quantities(text) if q.start < want["end"] and q.end > want["start"]]
                answers.append(any(q.value == pytest.approx(number) for q in found))
    assert share(answers) >= floor


def test_recognizers_full_dates(peers: Path) -> None:
    """Dates printed with year, month and day in the Gregorian calendar, the year first."""
    answers = []
    for row in cases(peers, "recognizers_zh", "datetime:DateParser"):
        for want in row["expected"]:
            timex = want["resolution"]["Timex"]
            printed = want["text"][:4].isdigit() or (timex.startswith("XXXX-") and "月" in want["text"])
            if printed and not any(word in row["input"] for word in ("农历", "2月30日", "2月29日", " 01 ")):
                dates = [d for d in find_dates(row["input"]) if d.start < want["end"] and d.end > want["start"]]
                answers.append(any(d.first.iso == timex or f"XXXX-{d.first.month_day}" == timex for d in dates))
    assert share(answers) >= 0.9
