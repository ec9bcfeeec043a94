"""Units (计量单位): names, dimensions, conversion. The table is data: ``lexicons/units.toml``."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extractors.values.han_numerals import clean_float

_FACTORED = re.compile(r"(?P<factor>[十百千]?[万亿]|[百千])(?P<unit>.+)")
# nV/cm/√Hz, mm/min: the prefix of what stands above the stroke; 80 mNTU, 5 mK: of what no list has with one
_PREFIXED = re.compile(
    r"(?P<prefix>[pnuμµmkMGT])(?P<base>(?:V|A|W|T|g|m|L|Hz|Pa|J|N|eV|Bq|mol|Gal|Ω|F|C|S|Sv|Gy|Wh|(?<=[nuμµm])s)/.+"
    r"|(?:NTU|FNU|FTU|lx|lm|cd|rad|Ah|(?<=[nuμµm])(?:K|℃|°C))(?:/.+)?)"
)
_PREFIXES = {"p": 1e-12, "n": 1e-9, "u": 1e-6, "μ": 1e-6, "µ": 1e-6, "m": 1e-3, "k": 1e3, "M": 1e6, "G": 1e9, "T": 1e12}
_DOTS = re.compile(r"(?<=\D)[.•](?=\D)")  # g.mm, g•mm and g·mm are one unit
_PER = re.compile(r"(?<=[\u4e00-\u9fff])每(?=[\u4e00-\u9fff])")  # 米每小时 and 米/小时 are one unit
_FACTORS = {"十": 10.0, "百": 100.0, "千": 1000.0, "万": 1e4, "亿": 1e8}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its name as printed, its dimension, the canonical unit of that dimension and the factor to it."""

    name: str
    dimension: str
    canonical: str
    factor: float
    money: bool = False

    @property
    def counts(self) -> bool:
        """A measure word (个, 家, 项): what is counted stands in the noun."""
        return self.dimension == "count"


@cache
def units() -> dict[str, Unit]:
    """Every unit by its printed name."""
    table = tomllib.loads((files("extractors") / "lexicons" / "units.toml").read_text(encoding="utf-8"))
    return {
        name: Unit(name, dimension, entry["canonical"], factor, entry.get("money", False))
        for dimension, entry in table.items()
        for name, factor in entry["units"].items()
    }


def canonical(value: float, unit: str | None) -> tuple[float, str | None]:
    """The value in the canonical unit of its dimension; unknown units stay as they are.

    ``canonical(1, "PFLOPS") == canonical(1000, "TFLOPS")``.
    """
    named = _PER.sub("/", _DOTS.sub("·", unit)) if unit and unit not in units() else unit
    found = units().get(named) if named else None
    if found is None:
        return _without_prefix(value, named) or (value, named)
    return clean_float(value * found.factor), found.canonical


def _without_prefix(value: float, unit: str | None) -> tuple[float, str | None] | None:
    """80 μV/cm/√Hz is 8e-5 V/cm/√Hz; None for a unit that has no such prefix."""
    told = _PREFIXED.fullmatch(unit) if unit else None
    return canonical(clean_float(value * _PREFIXES[told["prefix"]]), told["base"]) if told is not None else None


def multiplied(name: str) -> tuple[float, str | None]:
    """A unit as heads print it, its multiplier taken off: 万元 -> (1e4, 元), 亿条 -> (1e8, 条).

    (1, None) for no unit.
    """
    if name in units():
        return 1.0, name
    match = _FACTORED.fullmatch(name)
    if match is None or match["unit"] not in units():
        return 1.0, None
    factor = 1.0
    for char in match["factor"]:
        factor *= _FACTORS[char]
    return factor, match["unit"]
