"""Real files through the whole way: the gold of the development set, and gaps planted into one of its texts."""

import importlib.util
import json
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from pipeline.matching import Matcher
from pipeline.reading import read
from pipeline.records.notice import build_notice
from pipeline.records.submission import build_submission
from pipeline.screening import screen
from pipeline.structure import structure
from schemas.finding import GAP_STATUSES, Screening
from schemas.notice import Notice

SHARED = Path(__file__).parents[4] / "shared"
if not SHARED.is_dir():
    pytest.skip("../shared is absent", allow_module_level=True)

GOLD = sorted((SHARED / "submissions" / "gold").glob("*.json"))


@pytest.fixture(scope="module")
def score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def screened() -> Callable[[str, Path], Screening]:
    """Screens a file against a notice; each notice is read and encoded once."""
    notices: dict[str, tuple[Notice, Matcher]] = {}

    def run(notice_file: str, path: Path) -> Screening:
        if notice_file not in notices:
            notice = build_notice(*structure(read(SHARED / notice_file)))
            notices[notice_file] = notice, Matcher(notice)
        notice, matcher = notices[notice_file]
        return screen(notice, build_submission(*structure(read(path))), matcher)

    return run


def test_findings_against_the_gold(score: Any, screened: Callable[[str, Path], Screening]) -> None:
    found = missed = alarms = files = 0
    for name, gold in score.load([SHARED / "submissions" / "gold"]).items():
        if gold["scanned"]:
            continue
        result = screened(gold["notice_file"], SHARED / gold["file"])
        report = score.Report(name)
        score.score_screen(report, gold, json.loads(result.model_dump_json()))
        tp, fp, fn = report.tally.get("findings", (0, 0, 0))
        found, alarms, missed, files = found + tp, alarms + fp, missed + fn, files + 1
        assert result.verdict in (gold["verdict"], "needs_review"), name
    assert found / (found + missed) >= 0.95
    assert alarms <= 0.5 * files


# What is done to the text, and the one gap more that it must give: patterns over the form's own labels and headings.
PLANTED: list[tuple[str, str, str, tuple[str, str, str]]] = [
    ("empty cell", r"(单位地址 \| )\S+", r"\1", ("form_field", "单位地址", "missing")),
    ("placeholder", r"(参与单位 \| )\S+", r"\1XXX", ("form_field", "参与单位", "missing")),
    ("box unticked", r"（√）(民营企业)", r"（ ）\1", ("form_field", "单位性质", "missing")),
    ("cover left empty", r"(推荐单位：)\S+?(（加盖)", r"\1      \2", ("form_field", "封面推荐单位", "missing")),
    ("two boxes", r"（ ）(方向10)", r"（√）\1", ("direction", "揭榜方向", "invalid")),
    (
        "section absent",
        r"2．适用范围和用途\n[\s\S]*?(?=3．价值与效益)",
        "",
        ("section", "适用范围/预期用途", "missing"),
    ),
    (
        "heading only",
        r"(4．潜在问题及应对\n)[\s\S]*?(?=四、其他)",
        r"\1\n",
        ("section", "潜在问题及应对举措", "insufficient"),
    ),
    ("proof absent", r"　　4、荣誉证明.*\n", "", ("proof_material", "相关荣誉证明材料", "missing")),
    (
        "check character",
        r"(三证合一码 \| \w{17})\w",
        r"\g<1>0",
        ("identifier", "组织机构代码/三证合一码", "invalid"),
    ),
    ("mail", r"@[\w.-]+(?= \| 传真)", "@example", ("identifier", "申报联系人邮箱", "invalid")),
    ("another name", r"(公司（企业盖章）：..).", r"\1某", ("consistency", "单位名称", "invalid")),
    ("capital twice", r"(成立于\d{4}年)", r"\1，注册资本2.5亿元", ("consistency", "注册资本", "invalid")),
]


def gaps(result: Screening) -> set[tuple[str, str, str]]:
    return {(f.kind, f.name, f.status) for f in result.findings if f.status in GAP_STATUSES}


@pytest.fixture(scope="module")
def text_case(screened: Callable[[str, Path], Screening]) -> tuple[str, str, set[tuple[str, str, str]]]:
    """The plain-text application: its notice, its text, the gaps that it has already."""
    gold = next(g for p in GOLD if (g := json.loads(p.read_text(encoding="utf-8")))["file"].endswith(".txt"))
    path = SHARED / gold["file"]
    return gold["notice_file"], path.read_text(encoding="utf-8"), gaps(screened(gold["notice_file"], path))


@pytest.mark.parametrize(("pattern", "put", "expected"), [p[1:] for p in PLANTED], ids=[p[0] for p in PLANTED])
def test_one_gap_more(
    pattern: str,
    put: str,
    expected: tuple[str, str, str],
    text_case: tuple[str, str, set[tuple[str, str, str]]],
    screened: Callable[[str, Path], Screening],
    tmp_path: Path,
) -> None:
    notice_file, text, before = text_case
    changed, times = re.subn(pattern, put, text, count=1)
    assert times == 1, "the development file has changed"
    path = tmp_path / "application.txt"
    path.write_text(changed, encoding="utf-8")
    more = gaps(screened(notice_file, path)) - before
    assert {(kind, status) for kind, _, status in more} == {(expected[0], expected[2])}
    assert all(expected[1] in name for _, name, _ in more)
