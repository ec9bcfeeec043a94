"""Other projects' test suites and the labelled seed notices, as floors: the F1 that ``make bench-extraction`` prints.

What is left out, and why, is data in ``benchmarks/extraction/left_out.py``.
"""

import json
from pathlib import Path

import pytest

from benchmarks.extraction.cases import suites
from benchmarks.extraction.ours import FINDERS
from benchmarks.extraction.scoring import score
from benchmarks.extraction.seeds import seed_rows
from extractors.values.quantities import find_quantities

FLOORS = {
    ("recognizers_zh", "number"): 0.98,
    ("recognizers_zh", "percentage"): 0.96,
    ("recognizers_zh", "range"): 0.98,
    ("recognizers_zh", "dimension"): 0.98,
    ("recognizers_zh", "money"): 0.95,
    ("recognizers_zh", "time"): 0.94,
    ("recognizers_zh", "phone"): 0.94,
    ("jionlp_zh", "money_around"): 0.95,
    ("jionlp_zh", "time"): 0.95,
    ("cn2an_zh", "number"): 0.9,
    ("duckling_zh", "number"): 0.87,
    ("minlp_duckling_zh", "number"): 0.86,
}


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    if not (shared / "peers").is_dir():
        pytest.skip("../shared/peers is absent")
    return shared


def test_suites_of_other_projects(folder: Path) -> None:
    for suite in suites(folder / "peers"):
        find = FINDERS[suite.task]
        found = score(suite.task, suite.cases, [list(find(case.text)) for case in suite.cases])
        assert found.f1 >= FLOORS[suite.name, suite.task], (suite.name, suite.kind)
        assert len(suite.cases) >= 10


def test_seed_notices(folder: Path) -> None:
    """The labelled sentences as printed, hard wraps and all; 上一财年 is no date."""
    shares = {str(row[0]): float(str(row[3])) for row in seed_rows(folder)}
    assert min(share for name, share in shares.items() if name != "dates") >= 0.97
    assert shares["dates"] >= 0.95


def test_seed_notices_have_few_quantities_that_nobody_labelled(folder: Path) -> None:
    extra = 0
    for line in (folder / "peers" / "gold_seeds.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        spans = [(w["num_start"], w["num_end"]) for w in row["expected"] if w["type"] == "quantity"]
        extra += sum(not any(q.start < b and q.end > a for a, b in spans) for q in find_quantities(row["text"]))
    assert extra <= 2
