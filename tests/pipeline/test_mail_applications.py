"""An application that comes as a mail, or packed, is screened like the application itself."""

import gzip
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from pipeline.intake import take
from pipeline.reading.inputs import Input, expand
from pipeline.run import extract, open_notice
from pipeline.screenwork import ScreenWork
from schemas.errors import Reason, UnreadableFile
from schemas.notice import Notice
from schemas.submission import Submission

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"
NOTICE = SAMPLES / "notices" / "storage_and_vehicles.pdf"
APPLICATION = SAMPLES / "applications" / "storage_and_vehicles" / "1_旭川储能.docx"
# Everything that an application would say too, and none of it the applicant's.
WORDS = """各位老师：
附件为我单位申报材料，请查收。附件：1.营业执照 2.承诺书 3.审计报告 4.知识产权证明
☑方向二
申报单位：某某科技服务有限公司
统一社会信用代码：91110000MA00000A1B
联系人：转某  电话：010-66660000  手机：13900000000
项目名称：代为转交的项目
承诺：我单位承诺所提交材料真实有效。
2020年1月1日
"""


def mail(folder: Path, words: str, *files: tuple[str, bytes]) -> Path:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "转某 <z@example.com>", "b@example.com", "申报材料"
    message.set_content(words)
    for name, data in files:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    (folder / "mail.eml").write_bytes(message.as_bytes())
    return folder / "mail.eml"


def taken(path: Path, kind=None) -> Submission | Notice | None:
    with expand([path]) as found:
        assert not found.failures
        (one,) = found.inputs
        intake = take(one, kind)
        return intake.submission or intake.notice


@pytest.fixture(scope="module")
def notice() -> Notice:
    return open_notice(str(NOTICE), Path("unused"))[0]


def findings(notice: Notice, item: Input) -> list[tuple[object, ...]]:
    screening = ScreenWork(notice).screen_input(item).screening
    assert screening is not None
    return [
        (one.obligation_id, one.status, one.explanation, one.found and one.found.text, one.confidence)
        for one in screening.findings
    ]


def test_a_mail_with_an_application_has_the_findings_of_the_application(tmp_path: Path, notice: Notice) -> None:
    path = mail(tmp_path, WORDS, (APPLICATION.name, APPLICATION.read_bytes()))
    with expand([path, APPLICATION]) as found:
        by_mail, alone = found.inputs
        assert findings(notice, by_mail) == findings(notice, alone)


def test_a_mail_with_an_application_and_proofs(tmp_path: Path, notice: Notice) -> None:
    """The same files, once in a folder and once in a mail."""
    files = [("申报书.docx", APPLICATION.read_bytes()), ("营业执照.txt", "某公司营业执照".encode())]
    folder = tmp_path / "f" / "甲厂"
    folder.mkdir(parents=True)
    for name, data in files:
        (folder / name).write_bytes(data)
    with expand([mail(tmp_path, WORDS, *files), tmp_path / "f"]) as found:
        by_mail, together = found.inputs
        assert findings(notice, by_mail) == findings(notice, together)


def test_the_words_of_a_mail_are_no_part_of_the_application(tmp_path: Path) -> None:
    found = taken(mail(tmp_path, WORDS, (APPLICATION.name, APPLICATION.read_bytes()), ("1.txt", b"x")))
    alone = taken(APPLICATION)
    assert isinstance(found, Submission)
    assert isinstance(alone, Submission)
    assert found.applicant.name == alone.applicant.name
    assert [one.phones for one in found.contacts] == [one.phones for one in alone.contacts]
    assert "转" not in "".join(attachment.name for attachment in found.attachments)


def test_an_application_written_in_the_mail_itself(tmp_path: Path) -> None:
    """What is attached are proofs only: the words are the application."""
    words = (SAMPLES / "applications" / "storage_and_vehicles" / "3_镜域软件.txt").read_text(encoding="utf-8")
    found = taken(mail(tmp_path, words, ("营业执照.txt", "某公司营业执照".encode())))
    assert isinstance(found, Submission)
    assert found.applicant.name
    assert len(found.files) == 2


def test_a_notice_that_comes_by_mail(tmp_path: Path, notice: Notice) -> None:
    found = taken(mail(tmp_path, "请组织申报。", (NOTICE.name, NOTICE.read_bytes())))
    assert isinstance(found, Notice)
    assert [one.id for one in found.obligations] == [one.id for one in notice.obligations]


TEMPLATE = "申报书\n\n申报单位：________\n\n联系人：________\n\n一、技术方案\n\n（说明技术路线，不超过3000字）\n"


@pytest.mark.parametrize("kind", [None, "notice"])
def test_a_notice_with_its_template(kind, tmp_path: Path, notice: Notice) -> None:
    files = ((NOTICE.name, NOTICE.read_bytes()), ("附件：申报书模板.txt", TEMPLATE.encode()))
    found = taken(mail(tmp_path, "请组织申报。", *files), kind)
    assert isinstance(found, Notice)
    assert (found.kind, found.title, found.source.sha256) == ("notice", notice.title, notice.source.sha256)
    assert {one.id for one in notice.obligations} <= {one.id for one in found.obligations}
    assert any(field.evidence.file == "附件：申报书模板.txt" for field in found.form_fields)


def test_a_notice_beside_an_application(tmp_path: Path, notice: Notice) -> None:
    """The application's, unless the call says that it is a notice."""
    files = ((NOTICE.name, NOTICE.read_bytes()), (APPLICATION.name, APPLICATION.read_bytes()))
    path = mail(tmp_path, "", *files)
    assert isinstance(taken(path), Submission)
    assert isinstance(taken(path, "submission"), Submission)
    found = taken(path, "notice")
    assert isinstance(found, Notice)
    assert [one.id for one in found.obligations] == [one.id for one in notice.obligations]


def packed(folder: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        for name, data in files.items():
            archive.writestr(f"{name}.docx", data)
    return folder / "a.zip"


def test_extract_reads_the_one_document_of_an_archive_or_a_mail(tmp_path: Path) -> None:
    data = APPLICATION.read_bytes()
    (tmp_path / "a.docx.gz").write_bytes(gzip.compress(data))
    alone = extract(APPLICATION)
    for path in (packed(tmp_path, one=data), mail(tmp_path, WORDS, ("a.docx", data)), tmp_path / "a.docx.gz"):
        found = extract(path)
        assert isinstance(found, Submission)
        assert found.form_fields == alone.form_fields
        assert found.source.path.startswith(f"{path}!/")


def test_extract_reads_no_archive_of_several_documents(tmp_path: Path) -> None:
    data = APPLICATION.read_bytes()
    for path in (packed(tmp_path, one=data, two=data), mail(tmp_path, "", ("a.docx", data), ("b.docx", data))):
        with pytest.raises(UnreadableFile) as caught:
            extract(path)
        assert caught.value.reason == Reason.UNSUPPORTED
        assert "2 documents" in caught.value.message
        assert "ingest or screen" in caught.value.remedy
    with pytest.raises(UnreadableFile) as caught:
        extract(packed(tmp_path))
    assert caught.value.reason == Reason.EMPTY
