"""The factors of the lexicon of units against pint, for every Latin name that pint reads as the same kind of thing."""

import tokenize
import tomllib
from importlib.resources import files

import pint
import pytest

REGISTRY: pint.UnitRegistry = pint.UnitRegistry()
LEXICON = tomllib.loads((files("extractors") / "lexicons" / "units.toml").read_text(encoding="utf-8"))


def factor_of(name: str, base: str) -> float | None:
    """How many of ``base`` one ``name`` is; None where pint does not know them, or as different things."""
    if not name.isascii():
        return None
    try:
        one = REGISTRY.Quantity(1.0, REGISTRY.parse_units(name))
        return float(one.to(REGISTRY.parse_units(base)).magnitude)
    except (pint.errors.PintError, tokenize.TokenError, ValueError, TypeError, AttributeError):
        return None


PAIRS = [
    (base, name, factor, known)
    for entry in LEXICON.values()
    if isinstance(entry, dict) and isinstance(base := entry.get("canonical"), str)
    for name, factor in entry["units"].items()
    if name != base and (known := factor_of(name, base)) is not None
]


def test_pint_knows_many_of_them() -> None:
    assert len(PAIRS) >= 70


@pytest.mark.parametrize(("base", "name", "factor", "known"), PAIRS, ids=[f"{p[1]} in {p[0]}" for p in PAIRS])
def test_factors_are_those_of_pint(base: str, name: str, factor: float, known: float) -> None:
    assert factor == pytest.approx(known, rel=1e-9)
