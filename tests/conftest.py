"""Puts the tests' own builders on the path, and the one reason for a skip where ../shared is absent."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with gold and real documents; a user of the project has none."""
    folder = Path(__file__).resolve().parent.parent.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared is absent: the gold tests need it")
    return folder
