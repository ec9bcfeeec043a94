"""Numbers, names and due days of directions."""

import pytest

from extractors.directions.directions import same_name
from extractors.directions.names import number_of
from extractors.directions.parts import due_in

NUMBERS = [
    ("12", 12),
    ("（十二）", 12),
    ("JB-07", 7),
    ("二十", 20),
    ("十", 10),
    ("三", 3),
    ("乙", 2),
    ("某", None),
    (None, None),
]


@pytest.mark.parametrize(("label", "number"), NUMBERS)
def test_number_of(label: str | None, number: int | None) -> None:
    assert number_of(label) == number


DUES = [
    ("2027年6月", "2027-06"),
    ("2026年1月—2027年6月30日", "2027-06-30"),
    ("2027年底前", "2027"),
    ("2027.12", "2027-12"),
    ("两年", None),
]


@pytest.mark.parametrize(("words", "due"), DUES)
def test_due_in(words: str, due: str | None) -> None:
    assert due_in(words) == due


def test_same_name() -> None:
    assert same_name("“水声”通信机", "水声通信机")
    assert same_name("水声通信机", "水声通信机研制")
    assert not same_name("水声通信机", "水声定位仪")
