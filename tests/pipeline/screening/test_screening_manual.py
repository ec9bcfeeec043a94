"""docs/checks.md is made from the checks and is current."""

from pathlib import Path

from pipeline.screening.checks import CHECKS
from pipeline.screening.manual import manual

ROOT = Path(__file__).parents[3]


def test_the_manual_is_current() -> None:
    assert (ROOT / "docs" / "checks.md").read_text(encoding="utf-8") == manual()


def test_every_check_is_in_the_manual_with_its_three_items() -> None:
    text = manual()
    assert all(f"`{kind}`" in text for kind, _, _ in CHECKS)
    assert text.count("**依据**") == text.count("**判定**") == text.count("**补救**") == len(CHECKS) == 13
