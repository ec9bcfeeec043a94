import json
import sys
from pathlib import Path

import pytest

from benchmarks.changed_applications import BLIND, change, counted, screened, spoken

ENTRIES = sorted((BLIND / "changes").glob("*.json"))
COMMAND = [str(Path(sys.executable).parent / "jiebang")]


@pytest.mark.parametrize("path", ENTRIES, ids=[path.stem for path in ENTRIES])
def test_every_change_can_be_made(path: Path, tmp_path: Path) -> None:
    entry = json.loads(path.read_text(encoding="utf-8"))
    base = BLIND / entry["base"]
    assert (BLIND / entry["notice"]).exists()
    for case in entry["cases"]:
        made = tmp_path / f"{case['id']}{base.suffix}"
        change(base, case["edits"], made)
        assert made.read_bytes() != base.read_bytes()


@pytest.mark.parametrize(
    ("edit", "after"),
    [
        ({"find": "甲", "replace": "乙"}, "乙一\n甲二\n丙"),
        ({"find": "甲", "replace": "乙", "nth": 2}, "甲一\n乙二\n丙"),
        ({"find": "二", "replace": "二\n三"}, "甲一\n甲二\n三\n丙"),
        ({"delete_paragraph": "二"}, "甲一\n丙"),
    ],
)
def test_changes_of_a_text(edit: dict[str, object], after: str, tmp_path: Path) -> None:
    base, made = tmp_path / "a.txt", tmp_path / "b.txt"
    base.write_text("甲一\n甲二\n丙", encoding="utf-8")
    change(base, [edit], made)
    assert made.read_text(encoding="utf-8") == after


def test_words_that_are_not_there(tmp_path: Path) -> None:
    base = tmp_path / "a.txt"
    base.write_text("甲", encoding="utf-8")
    with pytest.raises(SystemExit, match="not found: 乙"):
        change(base, [{"find": "乙", "replace": ""}], tmp_path / "b.txt")


def test_what_is_told() -> None:
    entry = json.loads((BLIND / "changes" / "u47g_3_foundry.json").read_text(encoding="utf-8"))
    cases = [case for case in entry["cases"] if case["id"] in ("b4_001", "b4_h01")]
    told = screened({**entry, "cases": cases}, COMMAND)
    assert [one.right for one in told] == [True, True]
    assert spoken(counted(told)) == "1 of 1 gaps told, 0 alarms in 1 harmless changes"
