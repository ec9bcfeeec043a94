"""Archives are opened in the reading process: one that hangs, eats memory or kills it is a failure of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from archive_files import TEXT
from mail_files import eml
from reading_files import zip_of

from pipeline.reading import Limits, ReadingOptions
from pipeline.reading.archives import opening
from pipeline.reading.archives.opening import Opened
from pipeline.reading.archives.room import Budget
from pipeline.reading.filetypes import FileType
from pipeline.reading.folders import may_be_packed
from pipeline.reading.inputs import expand, gather, one_document
from pipeline.reading.isolation import process
from pipeline.reading.isolation.process import OPENING, ReadingProcess
from schemas.errors import Reason, UnreadableFile

QUICK = Limits(seconds=0.5, page_seconds=5)
PATIENT = Limits(seconds=60, memory_mb=300)


@pytest.fixture(scope="module")
def hazardous() -> Iterator[ReadingProcess]:
    reader = ReadingProcess(opening="reading_hazards:open_packed")
    yield reader
    reader.close()


def hazard(path: Path, what: str) -> Path:
    """A file that begins as a ZIP and says on its second line what befalls who opens it."""
    path.write_bytes(b"PK\x05\x06\n" + what.encode() + b"\n" + bytes(30))
    return path


# (what befalls the process, the limits, the reason)
BEYOND = [
    ("HANG", QUICK, Reason.TIMED_OUT),
    ("PATTERN", QUICK, Reason.TIMED_OUT),
    ("PAGES 1000 0.05", Limits(seconds=0.5, archive_members=3), Reason.TIMED_OUT),
    ("EAT", PATIENT, Reason.TOO_LARGE),
    ("DIE", PATIENT, Reason.CRASHED),
]


@pytest.mark.parametrize(("what", "limits", "reason"), BEYOND)
def test_beyond_a_bound(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    hazardous: ReadingProcess,
    what: str,
    limits: Limits,
    reason: Reason,
) -> None:
    monkeypatch.setattr(process, "reading_process", lambda: hazardous)
    bad, good = hazard(tmp_path / "a.zip", what), zip_of({"b.txt": TEXT}, tmp_path / "b.zip")
    with expand([bad, good], ReadingOptions(limits=limits)) as found:
        assert [(failure.path, failure.reason) for failure in found.failures] == [(str(bad), reason)]
        (one,) = found.inputs
        assert one.files[0].path.read_bytes() == TEXT
        assert [path.name for path in one.files[0].path.parent.parent.glob("a*")] == ["a2"]  # that of the bad one went


def test_a_process_that_dies_once_opens_it_the_second_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hazardous: ReadingProcess
) -> None:
    monkeypatch.setattr(process, "reading_process", lambda: hazardous)
    path = zip_of({"b.txt": TEXT}, tmp_path / "a.zip")
    path.write_bytes(b"PK\x05\x06\nDIEONCE " + str(tmp_path / "died").encode() + b"\n" + path.read_bytes())
    with expand([path]) as found:
        assert [one.name for one in found.inputs] == [f"{path}!/b.txt"]


def test_what_is_sniffed_and_unpacked_is_so_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The calling process opens no archive, unless it is told to."""
    path = zip_of({"b.txt": TEXT}, tmp_path / "a.zip")
    monkeypatch.setattr("pipeline.reading.folders.open_packed", lambda packed: pytest.fail("it was opened here"))
    monkeypatch.setattr("pipeline.reading.filetypes.zip_type", lambda stream: pytest.fail("it was sniffed here"))
    with expand([path]) as found, gather(path) as gathered, one_document(path) as one:
        assert len(found.inputs) == len(gathered.inputs) == 1
        assert one.path.read_bytes() == TEXT
    monkeypatch.undo()
    monkeypatch.setattr(process, "reading_process", lambda: pytest.fail("a process was asked"))
    with expand([path], ReadingOptions(isolate=False)) as found:
        assert len(found.inputs) == 1


def test_the_words_of_a_mail_come_back_as_such(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(eml("附件为申报材料。", files=[("证明.txt", TEXT)]))
    with expand([tmp_path / "a.eml"]) as found:
        assert [(file.path.name, file.letter) for file in found.inputs[0].files] == [
            ("正文.txt", True),
            ("证明.txt", False),
        ]


FAILURE = UnreadableFile("a.zip!/b", Reason.DAMAGED, "The file is damaged.", "Ask for a copy.")
ANSWERS = [
    Opened(None, Budget(1, 2)),
    Opened(FileType.MAIL, Budget(1, 2), letters=("正文.txt",), failures=(FAILURE,)),
    Opened(FileType.GZIP, Budget(0, -1), single=True, failure=FAILURE),
]


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_comes_back_as_it_was(answer: Opened) -> None:
    back = opening.from_bytes(opening.to_bytes(answer))
    assert back is not None
    assert (back.kind, back.budget, back.single, back.letters) == (
        answer.kind, answer.budget, answer.single, answer.letters
    )  # fmt: skip
    assert [str(each) for each in back.failures] == [str(each) for each in answer.failures]
    assert (back.failure is None) == (answer.failure is None)


@pytest.mark.parametrize("said", [b"", b"[]", b"{}", b'{"kind": "no/kind", "budget": {}}', b"\xff"])
def test_an_answer_that_makes_no_sense_is_none(said: bytes) -> None:
    assert opening.from_bytes(said) is None


def test_what_is_asked_for_exists(tmp_path: Path) -> None:
    assert f"{opening.__name__}:{opening.open_packed.__name__}" == OPENING
    assert not may_be_packed(tmp_path)
    assert not may_be_packed(tmp_path / "absent.zip")
