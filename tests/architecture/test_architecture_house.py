"""The house stays as it was designed: rooms, import directions, sizes, no broad except."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[2]
ROOMS = {"pipeline", "extractors", "schemas", "data", "notebooks", "tests", "benchmarks", "docs"}
LONGEST_FILE, LONGEST_FUNCTION = 350, 60
# Where any failure of foreign code becomes an outcome of one input, or one clear error.
BROAD_EXCEPT = {
    "pipeline/batch.py",
    "pipeline/reading/loading.py",
    "pipeline/matching/sentence_model.py",
    "pipeline/matching/static_model.py",
}
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc"}


def modules() -> list[Path]:
    return sorted(p for room in ("pipeline", "extractors", "schemas") for p in (ROOT / room).rglob("*.py"))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_rooms() -> None:
    found = {p.name for p in ROOT.iterdir() if p.is_dir() and not p.name.startswith((".", "_"))}
    assert found - {"build", "dist", "jiebang.egg-info"} <= ROOMS


def test_imports_go_one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_module(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    name = str(path.relative_to(ROOT))
    assert text.count("\n") <= LONGEST_FILE, f"{name} is too long to read: cut it where its subject changes"
    assert not DRAWERS & set(Path(name).with_suffix("").parts), f"{name} is a drawer"
    for function in functions(tree):
        length = (function.end_lineno or 0) - function.lineno + 1
        assert length <= LONGEST_FUNCTION, f"{name}: {function.name} has {length} lines"
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler) and name not in BROAD_EXCEPT:
            caught = node.type.id if isinstance(node.type, ast.Name) else None
            assert node.type is not None, f"{name}: bare except"
            assert caught not in ("Exception", "BaseException"), f"{name}: broad except"


def test_no_registry_address_in_any_lock_file() -> None:
    for lock in ROOT.glob("requirements*.lock"):
        for line in lock.read_text(encoding="utf-8").splitlines():
            name, mark, version = line.partition("==")
            assert mark, line
            assert name.strip() == name, line
            assert version, line
            assert "/" not in line, line
