"""Logistic regression over a few signs."""

import pytest

from pipeline.matching.logistic import probability

MODEL = {"mean": [0.0], "deviation": [1.0], "coefficients": [2.0], "intercept": [0.0]}


@pytest.mark.parametrize(("value", "expected"), [(0.0, 0.5), (1.0, 0.8808), (-1.0, 0.1192), (1e9, 1.0), (-1e9, 0.0)])
def test_probability(value: float, expected: float) -> None:
    assert probability(MODEL, [value]) == expected


def test_each_sign_has_its_coefficient() -> None:
    with pytest.raises(ValueError):
        probability(MODEL, [1.0, 2.0])
