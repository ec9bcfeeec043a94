"""Logistic regression (逻辑回归) over a few signs, fitted elsewhere, its numbers kept in a file of the package."""

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

_SURE = 50.0  # a score beyond which nothing changes


@cache
def coefficients(package: str, name: str) -> dict[str, list[float]]:
    """The file ``name`` of a package: mean and deviation of each sign, its coefficient, and the intercept."""
    data: dict[str, list[float]] = json.loads((files(package) / name).read_text("utf-8"))
    return data


def probability(model: dict[str, list[float]], values: Sequence[float]) -> float:
    """What the model says of the signs, 0 to 1, rounded to four digits so that every machine prints the same."""
    terms = zip(values, model["mean"], model["deviation"], model["coefficients"], strict=True)
    score = model["intercept"][0] + sum(c * (value - mean) / deviation for value, mean, deviation, c in terms)
    return round(1.0 / (1.0 + math.exp(-max(min(score, _SURE), -_SURE))), 4)
