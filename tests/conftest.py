"""Puts the tests' own builders on the path, and the one reason for a skip where ../shared is absent."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

TESTS = Path(__file__).resolve().parent
# The root first: tests/pipeline must not hide the package of that name.
sys.path[:0] = [str(TESTS.parent), str(TESTS), str(TESTS.parent / "data" / "samples")]


settings.register_profile("untimed", deadline=None)  # no test asserts a time: the machine may be busy
settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the cache, or the settings, of the user who runs the tests: one cache a run of them."""
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # the folder of all workers of this run
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JIEBANG_CACHE", os.fspath(base / "jiebang-cache"))
        patch.delenv("JIEBANG_SETTINGS", raising=False)
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with gold and real documents; a user of the project has none."""
    folder = Path(__file__).resolve().parent.parent.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared is absent: the gold tests need it")
    return folder
