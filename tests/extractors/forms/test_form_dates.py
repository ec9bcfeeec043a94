"""Dates that a form is filled with."""

import pytest

from extractors.forms.labels.dates import full_date


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2026年3月9日", "2026-03-09"),
        ("二〇二六年十一月二十三日", "2026-11-23"),
        ("二○二六年三月九日", "2026-03-09"),
        ("2026-03-09", "2026-03-09"),
        ("2026.3.9", "2026-03-09"),
        ("2026年3月", None),
        ("二〇二六年 月 日", None),
        ("2026年13月9日", None),
    ],
)
def test_full_date(words: str, date: str | None) -> None:
    assert full_date(words) == date
