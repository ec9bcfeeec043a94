"""The models of clauses that ship are those that the kept tables give."""

import json
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks import clause_gaps, clause_refusals
from benchmarks.clause_rows import Row, read_table, write_table


@pytest.mark.parametrize(("benchmark", "name"), [(clause_gaps, "clause_gap.json"), (clause_refusals, "refused.json")])
def test_the_model_is_that_of_the_table(benchmark: ModuleType, name: str) -> None:
    shipped = json.loads((files("pipeline.screening.clauses") / name).read_text(encoding="utf-8"))
    fitted = benchmark.fit(read_table(benchmark.TABLE, benchmark.SIGNS))
    assert {name: pytest.approx(values, abs=0.01) for name, values in fitted.items()} == shipped


def test_a_table_is_read_as_it_was_written(tmp_path: Path) -> None:
    rows = [Row("one", "a", "n", "c", True, (0.5, 1.0)), Row("two", "b", "n", "d", False, (0.0, 0.25))]
    write_table(tmp_path / "rows.csv", rows, ("said", "run"))
    assert read_table(tmp_path / "rows.csv", ("said", "run")) == rows
    with pytest.raises(SystemExit, match="write it anew"):
        read_table(tmp_path / "rows.csv", ("said",))
