"""The notebooks run, and the outputs they are committed with are small."""

import sys
from pathlib import Path

import nbformat
import pytest

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
sys.path.insert(0, str(FOLDER))
BOOKS = sorted(FOLDER.glob("*.ipynb"))
LARGEST = 300_000


@pytest.mark.parametrize("path", BOOKS, ids=lambda p: p.stem)
def test_notebook_runs(path: Path) -> None:
    from execute import execute

    notebook = execute(path)
    pictures = [o for c in notebook.cells for o in c.get("outputs", []) if "image/svg+xml" in o.get("data", {})]
    assert pictures


@pytest.mark.parametrize("path", BOOKS, ids=lambda p: p.stem)
def test_committed_outputs_are_there_and_small(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(cell.execution_count for cell in cells)
    assert path.stat().st_size < LARGEST
    assert "site-packages" not in path.read_text(encoding="utf-8")  # no path of somebody's machine
