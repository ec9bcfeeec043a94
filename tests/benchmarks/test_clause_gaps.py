"""The clause model that ships is the one that the kept table gives."""

import json
from importlib.resources import files

import pytest

from benchmarks.clause_gaps import TABLE, fit, read_table


def test_the_model_is_that_of_the_table() -> None:
    shipped = json.loads((files("pipeline.screening.clauses") / "clause_gap.json").read_text(encoding="utf-8"))
    fitted = fit(read_table(TABLE))
    assert {name: pytest.approx(values, abs=0.01) for name, values in fitted.items()} == shipped
