"""The notice of corrections: what is in it, an office's own template, and what is wrong with a template."""

import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from records import NOTICE, screening, submission
from typer.testing import CliRunner, Result

from pipeline.cli import app
from pipeline.letter import default_template, fill_template, write_letter
from pipeline.letter.template import PLACEHOLDERS
from pipeline.letter.writing import LetterPlan
from pipeline.review.desk import Desk
from schemas.errors import UsageError
from schemas.review import Decision

PLAN = LetterPlan(date(2026, 3, 1), date(2026, 3, 20))
BASE = submission("东港仪器有限公司", "b")
FOUND = screening(BASE)


def ids(status: str) -> list[str]:
    return [f.obligation_id for f in FOUND.findings if f.status == status]


def decision(obligation: str, ruling: str, status: str, note: str = "") -> Decision:
    machine = next(f.status for f in FOUND.findings if f.obligation_id == obligation)
    return Decision.model_validate(
        {
            "submission_id": "s-bbbbbbbbbb",
            "obligation_id": obligation,
            "notice_id": "n-aaaaaaaaaa",
            "ruling": ruling,
            "status": status,
            "machine_status": machine,
            "note": note,
            "by": "王敏",
            "at": "2026-03-01T00:00:00Z",
        }
    )


def desk(*decisions: Decision, **changes: object) -> Desk:
    return Desk("n-aaaaaaaaaa", "s-bbbbbbbbbb", NOTICE.model_copy(update=changes), BASE, FOUND, decisions)


def template(*paragraphs: str | list[str]) -> bytes:
    """A DOCX; a paragraph may be several runs."""
    made = docx.Document()
    for words in paragraphs:
        paragraph = made.add_paragraph()
        for run in [words] if isinstance(words, str) else words:
            paragraph.add_run(run)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def lines(data: bytes) -> list[str]:
    return [p.text for p in docx.Document(io.BytesIO(data)).paragraphs]


MISSING = ids("missing")
CONFIRMED = [decision(each, "confirmed", "missing") for each in MISSING]


def test_a_letter_lists_confirmed_gaps_alone(tmp_path: Path) -> None:
    path = tmp_path / "letters" / "补正.docx"
    made = desk(CONFIRMED[1], decision("identifier-00000001", "overruled", "met"))
    assert write_letter(made, path, PLAN) == 1
    text = lines(path.read_bytes())
    assert text[0] == "补正通知书"
    assert "东港仪器有限公司：" in text
    assert [line for line in text if "．" in line] == ["1．未附承诺书。"]
    whole = "\n".join(text)
    for words in ("海装〔2026〕7号", "深海观测网建设", "下列1项", "2026年3月20日前", "林工", "0571-00000000"):
        assert words in whole
    assert text[-2:] == ["海洋装备办公室　示范区管委会", "2026年3月1日"]
    assert "邮箱" not in whole  # the notice names none
    assert "{{" not in whole
    assert "[[" not in whole


@pytest.mark.parametrize(
    ("decisions", "unreviewed", "items"),
    [
        (CONFIRMED, False, ["未见定位误差的承诺值，要求不超过5米。", "未附承诺书。"]),
        ([], True, ["未见定位误差的承诺值，要求不超过5米。", "未附承诺书。", "统一社会信用代码校验位不正确。"]),
        (
            [decision("identifier-00000001", "overruled", "met"), CONFIRMED[0]],
            True,
            ["未见定位误差的承诺值，要求不超过5米。", "未附承诺书。"],
        ),
        ([decision(ids("met")[0], "overruled", "invalid", "勾选了两个方向")], False, ["「揭榜方向」勾选了两个方向。"]),
    ],
)
def test_what_is_listed(tmp_path: Path, decisions: list[Decision], unreviewed: bool, items: list[str]) -> None:
    path = tmp_path / "l.docx"
    count = write_letter(desk(*decisions), path, LetterPlan(PLAN.on, PLAN.until, unreviewed))
    found = [line.partition("．")[2] for line in lines(path.read_bytes()) if "．" in line]
    assert (count, found) == (len(items), items)


@pytest.mark.parametrize(
    ("made", "plan", "name", "said"),
    [
        (desk(), PLAN, "l.docx", "none of the 3 gaps"),
        (desk(*CONFIRMED), PLAN, "l.pdf", "is a .docx"),
        (desk(*CONFIRMED), LetterPlan(PLAN.until, PLAN.on), "l.docx", "cannot be due"),
        (desk(*CONFIRMED), LetterPlan(PLAN.on, PLAN.until, template=Path("none.docx")), "l.docx", "cannot be read"),
        (desk(decision(ids("met")[0], "overruled", "invalid")), PLAN, "l.docx", "without a note"),
        (desk(*[decision(f, "overruled", "met") for f in [*MISSING, *ids("invalid")]]), PLAN, "l.docx", "no gaps"),
    ],
)
def test_no_letter(tmp_path: Path, made: Desk, plan: LetterPlan, name: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        write_letter(made, tmp_path / name, plan)
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        (["{{申报单位}}"], "{{问题}} is missing"),
        (["{{问题}}"], "{{申报单位}} is missing"),
        (["{{申报单位}}", "{{问题}}", "{{电话}}"], "{{电话}} is none"),
        (["{{申报单位}}", "{{问题}}", "{{问题}}"], "more than once"),
        (["{{申报单位}}", "{{问题}}", "{{序号}}"], "without {{问题}}"),
        (["{{申报单位}}", "{{问题}}", "{{日期"], "{{ stands alone"),
        (["{{申报单位}}", "{{问题}}", "[[（{{发文字号}}）"], "no pair"),
    ],
)
def test_what_is_wrong_with_a_template_is_said(paragraphs: list[str], said: str) -> None:
    with pytest.raises(UsageError) as error:
        fill_template(template(*paragraphs), "模板.docx", {}, ["甲"])
    assert said in str(error.value)
    assert "模板.docx" in str(error.value)


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04broken"])
def test_what_is_no_docx(data: bytes) -> None:
    with pytest.raises(UsageError, match="no DOCX template"):
        fill_template(data, "模板.docx", {}, ["甲"])


def test_a_zip_without_a_document_is_no_template() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(UsageError, match="no document in it"):
        fill_template(out.getvalue(), "模板.docx", {}, ["甲"])


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (["致", "{{申", "报单位", "}}", "："], "致甲公司："),
        ("{{ 日期 }}", "3月"),
        ("[[号：{{发文字号}}]]", None),
        ("[[于{{日期}}]]发", "于3月发"),
        ("[[{{日期}}{{发文字号}}]]发", "发"),
        ("字号{{发文字号}}", "字号＿＿＿＿＿＿"),
        (["[", "[{{日期}}（{{", "发文字号}}）]", "]完"], "完"),
        ("无占位", "无占位"),
    ],
)
def test_filling(paragraph: str | list[str], expected: str | None) -> None:
    values = {"申报单位": "甲公司", "日期": "3月", "发文字号": ""}
    text = lines(fill_template(template("{{申报单位}}", "{{问题}}", paragraph), "t", values, ["一", "二"]))
    assert text[:3] == ["甲公司", "一", "二"]
    assert text[3:] == ([expected] if expected is not None else [])


@pytest.mark.parametrize("words", ["<w:p/>&amp;", "a\x00b\x0b", "]]{{问题}}[[", "\ud800甲"])
def test_words_of_a_document_are_words(words: str) -> None:
    """Nothing in an applicant's words is markup, a placeholder or a character that XML cannot hold."""
    text = lines(fill_template(template("{{申报单位}}", "{{问题}}"), "t", {"申报单位": words}, [words]))
    expected = "".join(c for c in words if c not in "\x00\x0b\ud800")
    assert text == [expected, expected]


def test_fonts_and_layout_of_the_usual_template() -> None:
    made = docx.Document(io.BytesIO(default_template()))
    assert "仿宋" in made.styles["Normal"].element.xml
    assert "黑体" in made.styles["Title"].element.xml
    known = {name for name in PLACEHOLDERS if any(f"{{{{{name}}}}}" in p.text for p in made.paragraphs)}
    assert known == set(PLACEHOLDERS)


def test_on_the_command_line(tmp_path: Path) -> None:
    def call(*words: object) -> Result:
        return CliRunner().invoke(app, ["letter", *map(str, words)])

    copy = tmp_path / "模板.docx"
    assert call("--write-template", copy).exit_code == 0
    assert copy.read_bytes() == default_template()
    assert "name an application" in str(call("--out", tmp_path / "l.docx").exception)
