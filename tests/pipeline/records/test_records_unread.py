"""Files that could not be read: proofs and letters known by their names."""

import pytest

from pipeline.records.unread import with_unread
from schemas.document import SourceFile
from schemas.submission import Commitment, Submission

FOLDER = SourceFile(path="海州仪器", sha256="1" * 64, media_type="inode/directory", parser="folder")

# (path of the file, name of the attachment, whether it is a letter of commitment)
CASES = [
    ("海州仪器/证明材料/2025年审计报告.png", "2025年审计报告", False),
    ("申报.zip!/检测报告.v2.pdf", "检测报告.v2", False),
    ("海州仪器/荣誉证书/scan_01.jpg", "荣誉证书 scan_01", False),
    ("scan.jpg", "scan", False),
    ("海州仪器/揭榜任务承诺书（盖章）.jpg", "揭榜任务承诺书（盖章）", True),
    ("海州仪器/诚信承诺函.pdf", "诚信承诺函", True),
    ("海州仪器/承诺书模板.doc", "承诺书模板", False),
]


@pytest.mark.parametrize(("path", "name", "letter"), CASES)
def test_names(path: str, name: str, letter: bool) -> None:
    found = with_unread(Submission(source=FOLDER), [path])
    assert [a.name for a in found.attachments] == [name]
    assert found.attachments[0].evidence.text == ""
    assert found.attachments[0].evidence.file == path.rsplit("/", 1)[-1]
    assert found.commitment.present == letter
    assert found.commitment.signed is None
    assert found.commitment.dated is None


def test_a_letter_that_was_read_stays() -> None:
    read = Submission(source=FOLDER, commitment=Commitment(present=True, signed=True))
    assert with_unread(read, ["承诺书.jpg"]).commitment.signed is True


def test_nothing_unread() -> None:
    made = Submission(source=FOLDER)
    assert with_unread(made, []) == made
