"""The command that counts listed gaps: what counts as told, and that its sets are whole."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from benchmarks.listed_gaps import STYLES, compare, spoken

GOLD = {
    "path": Path("甲.docx"),
    "verdict": "incomplete",
    "gaps": [
        {"kind": "numeric_target", "name": "续航时间", "names": ["续航"], "also": ["section"], "why": "低于要求"},
        {"kind": "commitment", "name": "承诺书", "why": "附加条件", "quote": "在经费到位的前提下完成全部指标"},
    ],
}


def finding(kind: str, name: str, status: str = "insufficient", cause: str | None = None, found: str = "") -> Any:
    return {
        "kind": kind,
        "name": name,
        "status": status,
        "cause": cause,
        "explanation": name,
        "found": {"text": found} if found else None,
    }


@pytest.mark.parametrize(
    ("findings", "told", "besides"),
    [
        ([finding("numeric_target", "续航时间")], 1, 0),
        ([finding("numeric_target", "续航时间", "unverifiable")], 0, 0),  # a doubt is no gap
        ([finding("numeric_target", "载重")], 0, 1),
        ([finding("commitment", "诚信承诺")], 1, 0),  # an application has one letter
        ([finding("seal_signature", "法定代表人签字")], 0, 1),
        ([finding("numeric_target", "续航时间", cause="a"), finding("section", "指标", cause="a")], 1, 0),
        ([finding("numeric_target", "续航时间"), finding("section", "指标")], 1, 1),
    ],
)
def test_what_counts_as_told(findings: list[Any], told: int, besides: int) -> None:
    result = compare(GOLD, {"findings": findings, "verdict": "incomplete"})
    assert (len(result.told), len(result.missed), len(result.besides)) == (told, 2 - told, besides)


def test_verdicts_of_a_good_application() -> None:
    good = {"path": Path("乙.docx"), "verdict": "complete", "gaps": []}
    right = [compare(good, {"findings": [], "verdict": v}).verdict for v in ("complete", "needs_review", "incomplete")]
    assert right == [True, True, False]


def test_what_is_printed() -> None:
    counts = Counter(told=3, missed=1, besides=2, applications=2, verdicts=1)
    assert spoken(counts) == "3 of 4 gaps told, 2 findings besides, 1 of 2 verdicts right"


def test_every_gold_file_names_files_that_are_there() -> None:
    paths = sorted(STYLES.glob("*/*/gold/*.json"))
    assert paths
    for path in paths:
        gold = json.loads(path.read_text(encoding="utf-8"))
        assert all((path.parents[1] / gold[name]).exists() for name in ("file", "notice")), path
        assert (gold["verdict"] == "complete") == (not gold["gaps"]), path
