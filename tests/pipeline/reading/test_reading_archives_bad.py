"""Archives that are damaged, encrypted, without end or of another kind: each has its reason."""

import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from archive_files import FILES, TEXT, member, needs_7z, needs_bsdtar, odd_tar, opened, seven_zip, tar
from rar_files import rar4, rar5
from reading_files import zip_of

from pipeline.reading import Limits, ReadingOptions
from pipeline.reading.archives import program
from pipeline.reading.inputs import expand
from pipeline.reading.loading import read_bytes
from schemas.errors import Reason, UnreadableFile


def nameless_zip() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a", TEXT)
    data = target.getvalue().replace(b"\x01\x00\x00\x00a", b"\x00\x00\x00\x00")  # the length of a name, the name
    at = data.index(b"PK\x01\x02")
    data = data[: at + 28] + b"\0\0" + data[at + 30 : at + 46] + data[at + 47 :]
    end = data.index(b"PK\x05\x06")
    return data[: end + 12] + (end - at).to_bytes(4, "little") + at.to_bytes(4, "little") + data[end + 20 :]


def zipped(name: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(name, TEXT)
    return target.getvalue()


def pax_bomb() -> bytes:
    """A header for one name, of 64 MiB, which packs to almost nothing."""
    info = member("x", tarfile.XHDTYPE, size=2**26)
    return gzip.compress(info.tobuf() + bytes(2**26 + 1024))


HERE = ReadingOptions(isolate=False)  # for what is patched in this process
SMALL = Limits(archive_members=20, archive_bytes=3 * 2**20, archive_ratio=100, folder_depth=40)
# (the archive's name, its bytes, the reason)
BAD = [
    ("a.tar", tar(FILES)[:700], Reason.DAMAGED),
    ("a.tar.gz", gzip.compress(tar(FILES))[:-30], Reason.DAMAGED),
    ("a.tar.xz", lzma.compress(tar(FILES))[:-90], Reason.DAMAGED),
    ("a.txt.gz", gzip.compress(TEXT)[:-9], Reason.DAMAGED),
    ("a.gz", b"\x1f\x8bjunk", Reason.DAMAGED),
    ("bomb.gz", gzip.compress(bytes(2**22)), Reason.TOO_LARGE),
    ("ratio.gz", gzip.compress(bytes(2**21)), Reason.TOO_LARGE),
    ("bomb.tar.gz", gzip.compress(tar({"a.txt": bytes(2**22)})), Reason.TOO_LARGE),
    ("ratio.tar.xz", lzma.compress(tar({"a.txt": bytes(2**21)})), Reason.TOO_LARGE),
    ("members.tar", tar({f"{n}.txt": b"" for n in range(21)}), Reason.TOO_LARGE),
    ("links.tar", odd_tar(*(member(f"{n}", tarfile.SYMTYPE, "x") for n in range(21))), Reason.TOO_LARGE),
    ("folders.tar", odd_tar(*(member(f"{n}", tarfile.DIRTYPE) for n in range(300))), Reason.TOO_LARGE),
    ("deep.tar", tar({"d/" * 50 + "a.txt": TEXT}), Reason.TOO_LARGE),
    ("name.tar.gz", pax_bomb(), Reason.DAMAGED),
    ("names.tar", b"".join(member("x", tarfile.XHDTYPE).tobuf() for _ in range(3000)), Reason.DAMAGED),
    ("claim.tar", member("a.txt", size=2**40).tobuf() + bytes(1024), Reason.TOO_LARGE),
    ("passed.tar", member("a", tarfile.DIRTYPE, size=2**40).tobuf(tarfile.GNU_FORMAT) + bytes(1024), Reason.EMPTY),
]


@pytest.mark.parametrize("data", [nameless_zip(), zipped(".."), zipped("..."), tar({"..": TEXT})])
def test_a_member_whose_name_is_none_is_kept(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    assert opened(tmp_path / "a.zip") == ([("!/未命名", ["!/未命名"])], [])


@pytest.mark.parametrize(("name", "data", "reason"), BAD, ids=[case[0] for case in BAD])
def test_a_bad_archive(tmp_path: Path, name: str, data: bytes, reason: Reason) -> None:
    (tmp_path / name).write_bytes(data)
    inputs, failures = opened(tmp_path / name, SMALL)
    assert (inputs, [one for _, one in failures]) == ([], [reason])


@needs_bsdtar
@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (rar5({}, encrypted=True), Reason.ENCRYPTED),
        (rar4({b"a.txt": TEXT}, encrypted=True), Reason.ENCRYPTED),
        (rar5(FILES)[:60], Reason.DAMAGED),
        (b"Rar!\x1a\x07\x00junk", Reason.DAMAGED),
        (rar5({"a.txt": TEXT}, claim=2**40), Reason.TOO_LARGE),
        (rar5({f"{n}.txt": TEXT for n in range(21)}), Reason.TOO_LARGE),
        (b"7z\xbc\xaf\x27\x1cjunk", Reason.DAMAGED),
    ],
)
def test_a_bad_archive_of_the_program(tmp_path: Path, data: bytes, reason: Reason) -> None:
    (tmp_path / "a.rar").write_bytes(data)
    inputs, failures = opened(tmp_path / "a.rar", SMALL)
    assert (inputs, [one for _, one in failures]) == ([], [reason])


@needs_7z
@pytest.mark.parametrize(
    ("options", "members", "reason"),
    [
        (("-psecret",), FILES, Reason.ENCRYPTED),
        (("-psecret", "-mhe=on"), FILES, Reason.ENCRYPTED),
        ((), {"a.txt": bytes(2**22)}, Reason.TOO_LARGE),
        ((), {"a.txt": bytes(2**21)}, Reason.TOO_LARGE),
    ],
    ids=["content encrypted", "names encrypted", "size", "ratio"],
)
def test_a_bad_7z(tmp_path: Path, options: tuple[str, ...], members: Mapping[str, bytes], reason: Reason) -> None:
    (tmp_path / "a.7z").write_bytes(seven_zip(tmp_path, members, *options))
    inputs, failures = opened(tmp_path / "a.7z", SMALL)
    assert (inputs, [one for _, one in failures]) == ([], [reason])


def test_without_the_program_the_failure_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "bsdtar", lambda: None)
    (tmp_path / "a.rar").write_bytes(rar5(FILES))
    with expand([tmp_path / "a.rar"], HERE) as found:
        assert [failure.reason for failure in found.failures] == [Reason.NEEDS_PROGRAM]
        assert "libarchive-tools" in found.failures[0].remedy


def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "bsdtar"
    script.write_text("#!/bin/sh\nexec sleep 600\n")
    script.chmod(0o755)
    monkeypatch.setattr(program, "bsdtar", lambda: str(script))
    monkeypatch.setattr(program, "_SECONDS", 0.2)
    (tmp_path / "a.rar").write_bytes(rar5(FILES))
    with expand([tmp_path / "a.rar"], HERE) as found:
        assert [failure.reason for failure in found.failures] == [Reason.TIMED_OUT]


def test_a_tar_of_another_make_is_not_taken_for_bsdtar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, says in (("tar", "tar (GNU tar) 1.34"), ("other/tar", "bsdtar 3.6.2 - libarchive 3.6.2")):
        script = tmp_path / name
        script.parent.mkdir(exist_ok=True)
        script.write_text(f"#!/bin/sh\necho '{says}'\n")
        script.chmod(0o755)
        monkeypatch.setenv("PATH", str(script.parent))
        program.bsdtar.cache_clear()
        assert (program.bsdtar() == str(script)) == says.startswith("bsdtar")
    program.bsdtar.cache_clear()


# (a file's name, its bytes, a word of the message)
REFUSED = [
    ("a.part1.rar", rar5(FILES), "parts of an archive"),
    ("a.part2.rar", rar5(FILES), "parts of an archive"),
    ("a.rar", rar5(FILES, volume=True), "parts of an archive"),
    ("a.rar", rar4({b"a.txt": TEXT}, volume=True), "parts of an archive"),
    ("a.r00", bytes(range(256)) * 9, "parts of an archive"),
    ("a.7z.001", b"7z\xbc\xaf\x27\x1cjunk", "parts of an archive"),
    ("a.7z.002", bytes(range(256)) * 9, "parts of an archive"),
    ("a.z01", b"PK\x07\x08" + bytes(range(256)) * 9, "parts of an archive"),
    ("a.zip", b"PK\x03\x04" + bytes(99) + b"PK\x05\x06\x01\x00\x01\x00" + bytes(14), "parts of an archive"),
    ("a.tar.zst", b"\x28\xb5\x2f\xfd" + bytes(99), "this kind"),
    ("setup.exe", b"MZ\x90\x00" + bytes(99), "unpacks itself"),
    ("winmail.dat", b"\x78\x9f\x3e\x22" + bytes(99), "TNEF"),
    ("a.zip", b"PK\x05\x06" + bytes(18), "archive as one document"),
]


@pytest.mark.parametrize(("name", "data", "word"), REFUSED)
def test_what_is_refused_says_so(name: str, data: bytes, word: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, name)
    assert caught.value.reason == Reason.UNSUPPORTED
    assert word in caught.value.message


def test_bounds_hold_for_nested_archives_together(tmp_path: Path) -> None:
    """Three inner archives of eight files each are more than the twenty files that the outer one may hold."""
    inner = zip_of({f"{n}.txt": TEXT for n in range(8)}, tmp_path / "i.zip").read_bytes()
    zip_of({f"{n}.zip": inner for n in range(3)}, tmp_path / "a.zip")
    inputs, failures = opened(tmp_path / "a.zip", SMALL)
    assert [(name, len(files)) for name, files in inputs] == [("!/0.zip", 8), ("!/1.zip", 8)]
    assert failures == [("!/2.zip", Reason.TOO_LARGE)]


def test_every_path_of_a_call_has_bounds_of_its_own(tmp_path: Path) -> None:
    paths = [zip_of({f"{n}.txt": TEXT for n in range(15)}, tmp_path / f"{name}.zip") for name in "abc"]
    with expand(paths, ReadingOptions(limits=SMALL)) as found:
        assert (len(found.inputs), found.failures) == (45, ())


def test_every_archive_of_a_folder_has_bounds_of_its_own(tmp_path: Path) -> None:
    """Three applications of fifteen files each lie in one folder; the fourth alone holds too many."""
    for name, count in (("a", 15), ("b", 15), ("c", 15), ("d", 21)):
        zip_of({f"{n}.txt": TEXT for n in range(count)}, tmp_path / f"{name}.zip")
    inputs, failures = opened(tmp_path, SMALL)
    assert [len(files) for _, files in inputs] == [15, 15, 15]
    assert failures == [("/d.zip", Reason.TOO_LARGE)]


def test_the_message_names_the_bound_and_what_counts(tmp_path: Path) -> None:
    inner = zip_of({f"{n}.txt": TEXT for n in range(15)}, tmp_path / "i.zip").read_bytes()
    zip_of({"a.zip": inner, "b.zip": inner}, tmp_path / "o.zip")
    with expand([tmp_path / "o.zip"], ReadingOptions(limits=SMALL)) as found:
        (failure,) = found.failures
    assert failure.message == "The archive is too large: it and the archives in it hold more than 20 files."


@pytest.mark.parametrize("stream", ["", ">&2"])
def test_a_program_that_complains_without_end_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stream: str
) -> None:
    script = tmp_path / "bsdtar"
    script.write_text(f'#!/bin/sh\n[ "$1" = -xOf ] && exec yes {stream}\nexit 1\n')
    script.chmod(0o755)
    monkeypatch.setattr(program, "bsdtar", lambda: str(script))
    monkeypatch.setattr(program, "_ANSWER", 600.0)
    (tmp_path / "a.rar").write_bytes(rar5(FILES))
    assert opened(tmp_path / "a.rar", SMALL, isolate=False) == ([], [("", Reason.DAMAGED)])
