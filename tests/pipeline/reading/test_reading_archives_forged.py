"""Archives and Office files that are forged to cost time or memory: refused before a parser follows them."""

import gzip
import io
import lzma
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest
from archive_files import TEXT, member, opened
from mail_files import ole

from pipeline.reading.filetypes import FileType, sniff
from pipeline.reading.loading import read_bytes
from pipeline.reading.ole import root_streams
from pipeline.reading.zip_directory import TooManyEntries, open_zip
from schemas.errors import Reason, UnreadableFile


def word_file() -> bytes:
    return ole({"WordDocument": b"\xec\xa5" + bytes(4094)})


def circling_ole(count: int) -> bytes:
    """A Word file whose table says that it has ``count`` sectors and whose list of them leads back to itself."""
    data = bytearray(word_file())
    struct.pack_into("<I", data, 44, count)
    struct.pack_into("<II", data, 68, len(data) // 512 - 1, (count - 109 + 126) // 127)
    return bytes(data) + struct.pack("<127I", *[0] * 127) + struct.pack("<I", len(data) // 512 - 1)


def sparse_tar(entries: int) -> bytes:
    """A file in the sparse form 1.0, whose map has so many entries."""
    wanted = ["GNU.sparse.major=1", "GNU.sparse.minor=0", "GNU.sparse.name=a.txt", "GNU.sparse.realsize=4"]
    records = b"".join(f"{len(one) + 4} {one}\n".encode() for one in wanted)
    numbers = f"{entries}\n".encode() + b"0\n0\n" * entries
    blocks = -len(numbers) % 512
    head = member("x", tarfile.XHDTYPE, size=len(records)).tobuf() + records + bytes(-len(records) % 512)
    file = member("a.txt", size=len(numbers) + blocks + 4).tobuf()
    return head + file + numbers + bytes(blocks) + TEXT[:4] + bytes(508 + 1024)


def directory_only(entries: int) -> bytes:
    """A ZIP of nothing but a directory."""
    one = b"PK\x01\x02" + bytes(24) + struct.pack("<H", 1) + bytes(16) + b"a"
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, entries % 65536, entries % 65536, len(one) * entries, 4, 0)
    return b"PK\x03\x04" + one * entries + end


def greedy_zip() -> bytes:
    """A member whose LZMA wants a dictionary of 4 GiB."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", TEXT)
    data = bytearray(target.getvalue())
    at = 30 + len("a.txt") + 4 + 1
    data[at : at + 4] = b"\xff\xff\xff\xff"
    return bytes(data)


def test_the_forged_ole_is_a_word_file_but_for_its_table(monkeypatch: pytest.MonkeyPatch) -> None:
    assert root_streams(word_file()) == {"WordDocument"}
    monkeypatch.setattr("olefile.OleFileIO", lambda stream: pytest.fail("olefile follows the circle"))
    assert root_streams(circling_ole(10**9)) is None
    assert sniff(circling_ole(10**9), "a.doc") is FileType.LEGACY_WORD


def test_an_ole_that_leads_in_a_circle_lies_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(circling_ole(10**9))
    assert opened(tmp_path) == ([("/a.doc", ["/a.doc"])], [])


@pytest.mark.parametrize(("entries", "left"), [(2, [("!/a.txt", Reason.UNSUPPORTED)]), (10**6, [("", Reason.DAMAGED)])])
def test_files_with_holes(tmp_path: Path, entries: int, left: list[tuple[str, Reason]]) -> None:
    (tmp_path / "a.tar.gz").write_bytes(gzip.compress(sparse_tar(entries)))
    assert opened(tmp_path / "a.tar.gz") == ([], left)


def test_a_directory_without_end(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(directory_only(300_000))
    assert opened(tmp_path / "a.zip") == ([], [("", Reason.TOO_LARGE)])
    for most in (10, 100_000):
        with pytest.raises(TooManyEntries):
            open_zip(io.BytesIO(directory_only(300_000)), most)
    assert len(open_zip(io.BytesIO(directory_only(20)), 20).infolist()) == 20


@pytest.mark.parametrize("main", [b"word/document.xml", b"xl/workbook.xml", b"OFD.xml"])
def test_a_document_of_parts_without_end(main: bytes) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(directory_only(70_000) + main, "a.docx")
    assert caught.value.reason is Reason.TOO_LARGE


def test_a_dictionary_that_no_memory_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **named: object) -> None:
        raise MemoryError

    (tmp_path / "a.zip").write_bytes(greedy_zip())
    monkeypatch.setattr(lzma, "LZMADecompressor", refuse)
    assert opened(tmp_path / "a.zip", isolate=False) == ([], [("", Reason.TOO_LARGE)])


def test_a_header_that_tells_of_a_length_beyond_counting(tmp_path: Path) -> None:
    records = b"99999999999999999999999 path=a.txt\n 12 path=b\n"
    head = member("x", tarfile.XHDTYPE, size=len(records)).tobuf() + records + bytes(-len(records) % 512)
    (tmp_path / "a.tar").write_bytes(head + member("a.txt", size=512).tobuf() + bytes(512 + 1024))
    assert opened(tmp_path / "a.tar", isolate=False) == ([], [("", Reason.DAMAGED)])
