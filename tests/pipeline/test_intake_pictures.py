"""A folder with an application and pictures: proofs are attachments, a photographed letter is the letter."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "reading"))

from reading_files import docx, p, tc
from scan_pages import drawn, encoded, letter, licence

from pipeline.intake import Intake, take
from pipeline.reading.inputs import Input, SourcePath

ROWS = [("单位名称", "北辰海川仪器有限公司"), ("统一社会信用代码", "91310115MA1K3T6B0K"), ("法定代表人", "余知白")]


def application() -> bytes:
    table = "".join(f"<w:tr>{tc(label)}{tc(value)}</w:tr>" for label, value in ROWS)
    return docx(p("申报表") + f"<w:tbl>{table}</w:tbl>" + p("揭榜任务书") + p("一、任务介绍") + p("研制海洋声学仪器。"))


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Intake:
    folder = tmp_path_factory.mktemp("海川")
    files = {
        "申报书.docx": application(),
        "营业执照.jpg": encoded(drawn(licence, (1000, 700)).image, "JPEG"),
        "承诺书.png": encoded(drawn(letter, (1240, 1000)).image, "PNG"),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return take(Input("海川", tuple(SourcePath(folder / name, f"海川/{name}") for name in sorted(files))), "submission")


def test_a_proof_is_an_attachment(taken: Intake) -> None:
    assert taken.failures == ()
    assert taken.submission is not None
    names = [one.name for one in taken.submission.attachments]
    assert names.count("营业执照") == 2, "by its file's name, and by its own title"
    title = next(one for one in taken.submission.attachments if one.evidence.text)
    assert title.evidence.file is not None
    assert any(one.evidence.text.replace(" ", "") == "营业执照" for one in taken.submission.attachments)


def test_what_stands_on_a_proof_is_no_answer_in_the_form(taken: Intake) -> None:
    assert taken.submission is not None
    values = [field.value for field in taken.submission.form_fields]
    assert "北辰海川仪器有限公司" in values
    assert not any("云汀" in str(value) for value in values)
    assert taken.submission.applicant.name == "北辰海川仪器有限公司"
    assert taken.submission.applicant.credit_code == "91310115MA1K3T6B0K"
    assert [section.title for section in taken.submission.sections] == ["任务介绍"]
    assert not any("云汀" in passage.text for passage in taken.submission.passages)


def test_a_photographed_letter_is_the_letter(taken: Intake) -> None:
    assert taken.submission is not None
    found = taken.submission.commitment
    assert (found.present, found.signed, found.sealed, found.dated) == (True, True, True, True)
    assert found.date == "2025-03-18"
    assert found.evidence is not None
    assert found.evidence.file == "承诺书.png"


def test_a_written_proof_is_known_by_its_title(tmp_path: Path) -> None:
    files = {
        "申报书.docx": application(),
        "某会审2026-0387.txt": "审计报告\n北辰海川仪器有限公司全体股东：\n我们审计了2025年度的利润表。\n".encode(),
        "会议纪要.txt": "会议纪要\n讨论了海试安排。\n".encode(),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    taken = take(Input("海川", tuple(SourcePath(tmp_path / name, f"海川/{name}") for name in files)), "submission")
    assert taken.submission is not None
    names = [one.name for one in taken.submission.attachments]
    assert "审计报告" in names
    assert names.count("会议纪要") == 1
