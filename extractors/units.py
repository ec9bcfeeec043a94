"""Units (计量单位): names, dimensions, conversion. The table is data: ``lexicons/units.toml``."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extractors.numerals import clean_float

_MONEY = re.compile(r"[十百千]?[万亿]?元")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its name as printed, its dimension, the canonical unit of that dimension and the factor to it."""

    name: str
    dimension: str
    canonical: str
    factor: float

    @property
    def counts(self) -> bool:
        """A measure word (个, 家, 项): what is counted stands in the noun."""
        return self.dimension == "count"


@cache
def units() -> dict[str, Unit]:
    """Every unit by its printed name."""
    table = tomllib.loads((files("extractors") / "lexicons" / "units.toml").read_text(encoding="utf-8"))
    return {
        name: Unit(name, dimension, entry["canonical"], factor)
        for dimension, entry in table.items()
        for name, factor in entry["units"].items()
    }


def canonical(value: float, unit: str | None) -> tuple[float, str | None]:
    """The value in the canonical unit of its dimension; unknown units stay as they are.

    ``canonical(1, "PFLOPS") == canonical(1000, "TFLOPS")``.
    """
    found = units().get(unit) if unit else None
    if found is None:
        return value, unit
    return clean_float(value * found.factor), found.canonical
