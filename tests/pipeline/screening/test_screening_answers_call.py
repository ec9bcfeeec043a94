"""A figure of the call that the application quotes as met is no second promise."""

import pytest

from pipeline.screening.said_twice.repeats import _answers_call
from schemas.evidence import Evidence
from schemas.facts import Target


def target(words: str, value: float) -> Target:
    said = Evidence(text=words, start=0, end=len(words))
    return Target(
        metric="膜通量衰减",
        comparator="<=",
        value=value,
        unit="%",
        canonical_value=value,
        canonical_unit="%",
        evidence=said,
    )


@pytest.mark.parametrize(
    ("words", "value", "quoted"),
    [
        ("不高于25%的要求可以满足", 25, True),
        ("能够达到25%以内的规定", 25, True),
        ("不高于28%的要求可以满足", 28, False),  # not what the call asks
        ("不高于25%", 25, False),
        ("膜通量衰减25%，操作规程的要求另附", 25, False),
    ],
)
def test_a_figure_of_the_call(words: str, value: float, quoted: bool) -> None:
    assert _answers_call(target("膜通量衰减不高于25%", 25), target(words, value)) is quoted
