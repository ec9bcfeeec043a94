"""Decisions on the command line: kept by later runs, shown as of an earlier version, refused where they cannot be."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from pipeline.store import Store
from schemas.errors import JiebangError
from tests.pipeline.review.conftest import GAP, MET, UNVERIFIABLE, application, finding_id, save

S = "s-" + "b" * 10
Call = Callable[..., Result]


def listed(call: Call, key: str = S) -> dict[str, dict[str, str]]:
    out = json.loads(call("review", key, "--format", "json").stdout)
    return {row["id"]: row for row in out["findings"]}


def totals(call: Call) -> tuple[str, int, str, int]:
    out = json.loads(call("review", S, "--format", "json").stdout)
    return out["verdict"], out["gaps"], out["final_verdict"], out["final_gaps"]


def test_findings_are_listed_with_their_ids_gaps_first(jiebang: Call) -> None:
    result = jiebang("review", S)
    assert result.exit_code == 0
    assert finding_id(GAP) in result.stdout
    statuses = [row["status"] for row in listed(jiebang).values()]
    assert statuses[:3] == ["缺失", "缺失", "有误"]
    assert len(statuses) == 9


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), ("incomplete", 3, "incomplete", 3)),
        (("--confirm", GAP), ("incomplete", 3, "incomplete", 3)),
        (("--overrule", GAP), ("incomplete", 3, "incomplete", 2)),
        (("--overrule", GAP, "--overrule", "numeric_target-", "--overrule", "ident"), ("incomplete", 3, "complete", 0)),
        (("--overrule", MET, "--as", "invalid"), ("incomplete", 3, "incomplete", 4)),
        (("--overrule", UNVERIFIABLE, "--as", "met"), ("incomplete", 3, "incomplete", 3)),
        (("--overrule", GAP, "--as", "insufficient"), ("incomplete", 3, "incomplete", 3)),
    ],
)
def test_the_verdict_is_shown_both_ways(jiebang: Call, words: tuple[str, ...], expected: tuple[object, ...]) -> None:
    gap = [row["id"] for row in listed(jiebang).values() if row["status"] == "缺失"]
    ids = {"numeric_target-": gap[0], "ident": "identifier-00000001"}
    named = [ids.get(w) or (finding_id(w) if w in (GAP, MET, UNVERIFIABLE) else w) for w in words]
    if named:
        assert jiebang("review", S, *named, "--by", "王敏").exit_code == 0
    assert totals(jiebang) == expected


def test_a_decision_outlives_later_runs(jiebang: Call, database: Path) -> None:
    jiebang("review", S, "--overrule", finding_id(GAP), "--note", "另附纸质件", "--by", "王敏")
    save(database, application("b"))
    row = listed(jiebang)[finding_id(GAP)]
    assert (row["status"], row["decision"], row["decided_status"]) == ("缺失", "推翻", "符合")
    assert (row["note"], row["by"]) == ("另附纸质件", "王敏")


def test_new_content_shows_the_decision_as_of_the_earlier_version(jiebang: Call, database: Path) -> None:
    jiebang("review", S, "--overrule", finding_id(GAP), "--by", "王敏")
    save(database, application("d", 300))
    row = listed(jiebang, "s-" + "d" * 10)[finding_id(GAP)]
    assert row["decision"] == ""
    assert row["earlier"] == "第1版：推翻（王敏）"
    with Store(database, read_only=True) as store:
        assert store.query("SELECT superseded FROM v_decisions").rows == [(True,)]
        assert store.query("SELECT count(*) FROM v_final_gaps WHERE ruling IS NOT NULL").rows == [(0,)]
    save(database, application("b"))  # the earlier content is handed in again
    assert listed(jiebang)[finding_id(GAP)]["decision"] == "推翻"


def test_every_change_is_on_record(jiebang: Call, database: Path) -> None:
    gap = finding_id(GAP)
    jiebang("review", S, "--confirm", gap, "--by", "王敏")
    jiebang("review", S, "--confirm", gap, "--by", "王敏")  # the same again changes nothing
    jiebang("review", S, "--overrule", gap, "--note", "见附件", "--by", "李强")
    jiebang("review", S, "--withdraw", gap, "--by", "李强")
    with Store(database, read_only=True) as store:
        columns = "changed_by, from_ruling, from_status, from_note, to_ruling, to_status, note"
        rows = store.query(f"SELECT {columns} FROM decision_changes ORDER BY change_id").rows
        assert store.query("SELECT * FROM decisions").rows == []
    assert rows == [
        ("王敏", None, None, None, "confirmed", "missing", ""),
        ("李强", "confirmed", "missing", "", "overruled", "met", "见附件"),
        ("李强", "overruled", "met", "见附件", None, None, ""),
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("review", "s-eeeeeeeeee"), "no submission"),
        (("review", "nothing.pdf"), "no such file"),
        (("review", S, "--notice", "n-0000000000"), "no notice"),
        (("review", S, "--confirm", "nope-00000000", "--by", "王敏"), "no finding 'nope-00000000'"),
        (("review", S, "--confirm", "identifier-00000001"), "who decides"),
        (("review", S, "--confirm", "identifier-00000001", "--as", "met", "--by", "王敏"), "overrule it"),
        (("review", S, "--overrule", "identifier-00000001", "--as", "invalid", "--by", "王敏"), "confirm it"),
        (("review", S, "--overrule", "MET", "--by", "王敏"), "say what it is instead"),
        (
            ("review", S, "--confirm", "identifier-00000001", "--overrule", "identifier-00000001", "--by", "王"),
            "stands in --confirm already",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_recorded(
    jiebang: Call, database: Path, words: tuple[str, ...], said: str
) -> None:
    result = jiebang(*(finding_id(MET) if word == "MET" else word for word in words))
    assert isinstance(result.exception, JiebangError)
    assert said in str(result.exception)
    with Store(database, read_only=True) as store:
        assert store.query("SELECT * FROM decisions").rows == []


def test_an_application_is_named_by_its_file(jiebang: Call, database: Path, tmp_path: Path) -> None:
    file = tmp_path / "东港.txt"
    file.write_text("words", encoding="utf-8")
    save(database, application("e", path=str(file)))
    result = jiebang("review", file)
    assert isinstance(result.exception, JiebangError)
    assert "was changed since it was screened" in str(result.exception)


def test_reports_show_decisions_in_every_format(jiebang: Call, tmp_path: Path) -> None:
    jiebang("review", S, "--overrule", finding_id(GAP), "--note", "见<b>附件</b>", "--by", "王敏")
    notice = "n-" + "a" * 10
    for kind in ("html", "md", "csv", "json", "xlsx"):
        assert jiebang("report", "--notice", notice, "--out", tmp_path, "--format", kind).exit_code == 0
    pages = list((tmp_path / "submissions").glob("东港*.html"))
    page = pages[0].read_text(encoding="utf-8")
    assert "人工认定：推翻（改判为符合），王敏" in page
    assert "见&lt;b&gt;附件&lt;/b&gt;" in page
    assert "人工认定 1 项后" in page
    assert "人工认定 1 项后：有缺项，缺项 2 项" in (tmp_path / "report.md").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "findings.csv").read_text(encoding="utf-8-sig"))))
    (row,) = [each for each in rows if each["认定人"] == "王敏"]
    assert (row["状态"], row["人工认定"], row["认定后状态"]) == ("缺失", "推翻", "符合")
    shown = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["submissions"]
    east = next(each for each in shown if each["submission_id"] == S)
    assert (east["gaps"], east["final_gaps"]) == (3, 2)
    assert [f["decision"]["by"] for f in east["findings"] if f["decision"]] == ["王敏"]
