"""A failure that is the file's own is not met by reading again; and what else a kept reading depends on."""

import importlib.metadata
import re
from pathlib import Path

import pytest

from pipeline.reading import ReadingOptions, cache, loading, read
from pipeline.reading.cache import key_of
from pipeline.reading.loading import read_bytes
from schemas.document import Document
from schemas.errors import Reason, UnreadableFile

READING = Path(__file__).resolve().parents[3] / "pipeline" / "reading"
UNREAD = {"psutil", "pydantic"}  # they bound the reading and check what comes of it, and read nothing
BEHIND = {"opencv_python", "onnxruntime"}  # cv2 by its other name, and what the recognition runs on
# (failure, whether it is kept)
FAILURES = [
    *((UnreadableFile("甲", reason, "坏了。", "重发。"), True) for reason in cache._LASTING),
    (UnreadableFile("甲", Reason.TOO_LARGE, "内存不足。", "拆分。", passing=True), False),
    (UnreadableFile("甲", Reason.DAMAGED, "磁盘已满。", "重试。", passing=True), False),
    *((UnreadableFile("甲", reason, "停了。", ""), False) for reason in set(Reason) - set(cache._LASTING)),
]


@pytest.fixture
def options(tmp_path: Path) -> ReadingOptions:
    return ReadingOptions(isolate=False, cache=tmp_path / "cache")


def failing(folder: Path, options: ReadingOptions, name: str = "a.txt") -> UnreadableFile:
    (folder / name).write_bytes(b" ")
    with pytest.raises(UnreadableFile) as caught:
        read(folder / name, name, options)
    return caught.value


@pytest.mark.parametrize(("failure", "kept"), FAILURES)
def test_which_failures_are_kept(
    failure: UnreadableFile, kept: bool, tmp_path: Path, options: ReadingOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings: list[str] = []

    def fail(data: bytes, name: str, options: ReadingOptions) -> Document:
        readings.append(name)
        raise failure

    monkeypatch.setattr(loading, "_read_apart", fail)
    first, second = failing(tmp_path, options), failing(tmp_path, options, "b.txt")
    assert readings == (["a.txt"] if kept else ["a.txt", "b.txt"])
    assert (first.reason, first.message, first.remedy) == (second.reason, second.message, second.remedy)
    assert second.path == ("b.txt" if kept else "甲")


def test_a_damaged_failure_is_met_anew(tmp_path: Path, options: ReadingOptions) -> None:
    kept = cache.open_cache(options)
    assert kept is not None
    key = key_of(b" ", "a.txt", options)
    for damaged in (b"", b"[]", b'["new", "", ""]', b'["empty"]', b"\xff"):
        kept._write(key, cache._FAILURE + damaged)
        assert failing(tmp_path, options).reason == Reason.EMPTY


def test_memory_and_disk_are_passing(monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.reading import readers
    from pipeline.reading.filetypes import FileType

    for raised, passing in ((MemoryError(), True), (OSError(), True), (ValueError(), False)):

        def fail(payload: object, raised: Exception = raised) -> Document:
            raise raised

        monkeypatch.setitem(readers.READERS, FileType.TEXT, fail)
        with pytest.raises(UnreadableFile) as caught:
            read_bytes(b"x", "a.txt")
        assert caught.value.passing is passing


# (how a file begins, whether another LibreOffice makes another document of it)
HEADS = [
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", True),
    (b"{\\rtf1 a}", True),
    (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', True),
    (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", True),
    (b"PK\x03\x04[Content_Types].xml", False),
    (b"%PDF-1.7", False),
]


@pytest.mark.parametrize(("head", "matters"), HEADS)
def test_another_libreoffice_reads_again(head: bytes, matters: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = []
    for build in ("one", "another"):
        monkeypatch.setattr(cache, "office_build", lambda build=build: build)
        keys.append(key_of(head, "a", ReadingOptions()))
    assert (keys[0] != keys[1]) is matters


def test_every_library_that_reads_is_in_the_version() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in READING.rglob("*.py"))
    imported = set(re.findall(r"^\s*(?:import|from) (\w+)", sources, re.MULTILINE)) - UNREAD
    made_by = importlib.metadata.packages_distributions()
    named = {name.replace("-", "_").lower() for name in cache._LIBRARIES}
    used = {each: {one.replace("-", "_").lower() for one in made_by[each]} for each in imported & made_by.keys()}
    ours = {each for each, makers in used.items() if "jiebang" in makers}
    assert not {each for each, makers in used.items() if not makers & named} - ours
    assert not named - set().union(*used.values()) - BEHIND, "named, but nobody imports it"
