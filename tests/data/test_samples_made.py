"""The sample files are what their script makes, and every one is read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.reading import read
from pipeline.reading.inputs import expand

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    subprocess.run(
        [sys.executable, SAMPLES / "make_samples.py", folder],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    return folder


def words(folder: Path) -> dict[str, str]:
    """Name to text of every file below a folder, archives opened."""
    # not __pycache__, which the script leaves beside itself
    groups = sorted(path for name in ("notices", "applications") for path in (folder / name).glob("*"))
    with expand(groups) as found:
        assert not found.failures
        return {
            file.name.removeprefix(str(folder)): read(file.path, file.name).text
            for one in found.inputs
            for file in one.files
        }


def test_committed_files_are_what_the_script_makes(made: Path) -> None:
    kept = words(SAMPLES)
    again = words(made)
    assert len(again) == 2 + 7 + 4
    assert {name: kept[name] for name in again} == again


def test_eight_applications(made: Path) -> None:
    with expand(sorted((made / "applications").iterdir())) as found:
        assert len(found.inputs) == 8


def test_every_claim_has_nobodys_number(made: Path) -> None:
    """All mobiles are 1380000…, all land lines 010-5550…: numbers that were never given to anybody."""
    import re

    for text in words(made).values():
        phones = re.findall(r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)", text)
        assert all(phone.startswith(("1380000", "010-5550")) for phone in phones)
