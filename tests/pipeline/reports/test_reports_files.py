"""What each format says, and that nothing of a document's words becomes markup or a formula."""

import csv
import json
import re
from pathlib import Path

import openpyxl
import pytest
from records import FAILURE, NOTICE, NOW, screening, submission

from pipeline.reports import FORMATS, GapReport, gap_report, write_report
from pipeline.reports.charts import claims
from pipeline.reports.csv_tables import safe
from pipeline.reports.files import file_stem
from pipeline.reports.html import embedded
from pipeline.reports.view import view
from schemas.errors import UsageError
from schemas.evidence import Evidence
from schemas.finding import Finding, ReadingNote, Screening, ScreeningReport

NOTE = ReadingNote(path="applications/scan.pdf", note="第 1 页由图像识别而来")
HOSTILE = "=HYPERLINK(1)</script><script>alert(1)</script><img src=x onerror=alert(1)>|[a](b)\ud800"


def report(*names: str) -> GapReport:
    made = [submission(name, f"{index}c", nodes=120 + 100 * index) for index, name in enumerate(names)]
    screenings = [screening(each) for each in made]
    told = {"failures": (FAILURE,), "notes": (NOTE,)}
    return gap_report(NOTICE, made, screenings, generated_at=NOW, program="jiebang 0", **told)


def with_words(words: str) -> GapReport:
    """A report whose every word from a document is the given one."""
    made = submission("东港仪器有限公司", "b")
    result = screening(made)
    findings = tuple(
        finding.model_copy(
            update={
                "name": words,
                "explanation": words,
                "required": finding.required and finding.required.model_copy(update={"text": words}),
                "found": finding.found and finding.found.model_copy(update={"text": words, "file": words}),
            }
        )
        for finding in result.findings
    )
    hostile = made.model_copy(update={"project": words})
    changed = result.model_copy(update={"applicant": words, "findings": findings})
    notice = NOTICE.model_copy(update={"title": words, "issuers": (words,)})
    failure = FAILURE.model_copy(update={"path": words, "error": words})
    told = {"failures": (failure,), "notes": (ReadingNote(path=words, note=words),)}
    return gap_report(notice, [hostile], [changed], generated_at=NOW, program="jiebang 0", **told)


def cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_csv_has_a_row_a_finding(tmp_path: Path) -> None:
    paths = write_report(report("东港仪器有限公司", "西港研究院"), tmp_path, "csv")
    assert [path.name for path in paths] == ["submissions.csv", "findings.csv", "failures.csv", "notes.csv"]
    assert paths[0].read_bytes().startswith(b"\xef\xbb\xbf")
    applications, found = cells(paths[0]), cells(paths[1])
    assert [row[1] for row in applications[1:]] == ["东港仪器有限公司", "西港研究院"]
    assert len(found) == 1 + 18
    row = dict(zip(found[0], found[4], strict=True))
    assert (row["义务"], row["状态"], row["要求值"], row["通知页码"]) == ("节点数量", "不足", "≥ 200个", "1")


def test_xlsx_can_be_filtered(tmp_path: Path) -> None:
    (path,) = write_report(report("东港仪器有限公司", "西港研究院"), tmp_path, "xlsx")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["申报情况", "核查结论", "未能读取", "读取提示"]
    sheet = book["核查结论"]
    assert (sheet.freeze_panes, sheet.max_row) == ("C2", 19)
    assert sheet.auto_filter.ref == "A1:V19"
    statuses = {cell.value: cell.fill.start_color.rgb for cell in sheet["F"][1:]}
    assert statuses["缺失"] == "FFB3261E"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", " =", "＝"])
def test_no_cell_is_a_formula(tmp_path: Path, start: str) -> None:
    made = with_words(start + "cmd|' /C calc'!A0")
    for path in write_report(made, tmp_path, "csv"):
        for row in cells(path):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
    book = openpyxl.load_workbook(write_report(made, tmp_path, "xlsx")[0])
    for sheet in book:
        assert all(cell.data_type in "sn" for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize(
    ("value", "expected"), [("-5", "-5"), ("+1.5", "+1.5"), (-3, -3), ("-5%", "'-5%"), (None, None)]
)
def test_plain_numbers_stay_numbers(value: object, expected: object) -> None:
    assert safe(value) == expected


def test_html_escapes_every_word(tmp_path: Path) -> None:
    for path in write_report(with_words(HOSTILE), tmp_path, "html"):
        page = path.read_text(encoding="utf-8")
        assert "<img" not in page
        assert "<script>alert" not in page
        assert len(re.findall(r"<script", page)) == (2 if path.name == "report.html" else 0)


def test_markdown_escapes_every_word(tmp_path: Path) -> None:
    text = write_report(with_words(HOSTILE), tmp_path, "md")[0].read_text(encoding="utf-8")
    assert not re.search(r"(?<!\\)[<\[]", text)
    table = [line for line in text.splitlines() if line.startswith("|")]
    assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table}) == 1


def test_json_is_the_contract(tmp_path: Path) -> None:
    made = report("东港仪器有限公司")
    value = json.loads(write_report(made, tmp_path, "json")[0].read_text(encoding="utf-8"))
    assert set(value) == {"notice", "submissions", "failures", "across"}
    assert value.pop("across") == []
    for shown in value["submissions"]:  # what people decided is beside the contract's keys
        assert shown.pop("changes") == []
        assert [shown.pop(key) for key in ("submission_id", "final_verdict", "gaps", "final_gaps")]
        for finding in shown["findings"]:
            assert [finding.pop(key) for key in ("decision", "earlier_decision")] == [None, None]
    assert ScreeningReport.model_validate(value) == made.screening_report()


@pytest.mark.parametrize("text", ["</script>", "<!--", "&lt;", "\u2028\u2029", '"\\'])
def test_embedded_json_cannot_leave_its_element(text: str) -> None:
    made = embedded({"a": text})
    assert not set("<>&\u2028\u2029") & set(made)
    assert json.loads(made) == {"a": text}


@pytest.mark.parametrize(
    ("severity", "words"), [("gap", "计为缺项"), ("review", "由人判断"), ("note", "仅提示，不计为缺项")]
)
def test_how_the_office_counts_a_gap_is_told(tmp_path: Path, severity: str, words: str) -> None:
    made = submission("东港仪器有限公司", "b")
    found = tuple(finding.model_copy(update={"severity": severity}) for finding in screening(made).findings)
    changed = screening(made).model_copy(update={"findings": found})
    told = gap_report(NOTICE, [made], [changed], generated_at=NOW, program="")
    rows = cells(write_report(told, tmp_path, "csv")[1])
    assert {dict(zip(rows[0], row, strict=True))["如何计入"] for row in rows[1:]} == {"", words}
    (page,) = [path for path in write_report(told, tmp_path, "html") if path.suffix == ".html"][:1]
    assert (words in page.read_text(encoding="utf-8")) is (severity != "gap")


def test_one_cause_is_counted_once() -> None:
    made = submission("东港仪器有限公司", "b")
    found: list[Finding] = [finding.model_copy(update={"cause": "无表"}) for finding in screening(made).findings]
    changed: Screening = screening(made).model_copy(update={"findings": tuple(found)})
    entries = gap_report(NOTICE, [made], [changed], generated_at=NOW, program="").entries
    assert len(entries[0].gaps) == 1


def test_what_follows_from_a_counted_gap_says_so(tmp_path: Path) -> None:
    made = submission("东港仪器有限公司", "b")
    words = Evidence(text="东港", start=0, end=2)
    found = [
        f.model_copy(update={"cause": "无表", "status": "invalid", "found": words}) for f in screening(made).findings
    ]
    changed: Screening = screening(made).model_copy(update={"findings": tuple(found)})
    told = gap_report(NOTICE, [made], [changed], generated_at=NOW, program="")
    lines = view(told).rows[0].lines
    assert sum(line.same is None for line in lines) == 1 < len(lines)
    assert all("同一原因，不另计" in line.same for line in lines if line.same)
    page = next(path for path in write_report(told, tmp_path, "html") if path.parent.name == "submissions")
    assert page.read_text(encoding="utf-8").count("同一原因，不另计") == len(lines) - 1


@pytest.mark.parametrize(
    ("applicant", "stem"),
    [("甲（乙）公司", "甲_乙_公司_s-1"), ("../../etc", "etc_s-1"), ("???", "s-1"), ("长" * 99, "长" * 40 + "_s-1")],
)
def test_file_names_are_harmless(applicant: str, stem: str) -> None:
    assert file_stem(applicant, "s-1") == stem


@pytest.mark.parametrize("fmt", FORMATS)
def test_a_report_on_nothing_is_written(tmp_path: Path, fmt: str) -> None:
    empty = gap_report(NOTICE.model_copy(update={"title": None}), [], [], generated_at=NOW, program="")
    paths = write_report(empty, tmp_path, fmt)  # type: ignore[arg-type]
    assert all(path.stat().st_size for path in paths)


def test_unknown_formats_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="html"):
        write_report(report(), tmp_path, "pdf")  # type: ignore[arg-type]


def test_figures_that_are_no_dot_of_the_chart() -> None:
    made = submission("东港仪器有限公司", "b")
    told = screening(made)
    sure, doubted, taken_back = (
        gap_report(NOTICE, [made], [result], generated_at=NOW, program="jiebang 0")
        for result in (
            told,
            *(
                told.model_copy(
                    update={"findings": tuple(f.model_copy(update={"status": status}) for f in told.findings)}
                )
                for status in ("unverifiable", "insufficient")
            ),
        )
    )
    assert claims(sure) is not None
    assert claims(doubted) is None
    assert claims(taken_back) is None  # it is high enough, and yet not enough
