"""Archives of every kind as folders: the same files under the same names, nothing outside."""

import bz2
import gzip
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from archive_files import FILES, NAMES, TEXT, member, needs_7z, needs_bsdtar, odd_tar, opened, seven_zip, tar
from rar_files import rar4, rar5
from reading_files import docx, p, zip_of

from pipeline.reading import Limits, ReadingOptions, read
from pipeline.reading.inputs import expand
from schemas.errors import Reason, UnreadableFile

GBK = {name.encode("gbk").replace(b"/", b"\\"): data for name, data in FILES.items()}
# (the archive's name, its bytes)
ARCHIVES = [
    ("a.tar", tar(FILES)),
    ("a.tar", tar(FILES, kind=tarfile.GNU_FORMAT)),
    ("gbk.tar", tar(FILES, "gbk", tarfile.GNU_FORMAT)),
    ("a.tar.gz", gzip.compress(tar(FILES))),
    ("a.tgz", gzip.compress(tar(FILES))),
    ("a.tar.bz2", bz2.compress(tar(FILES))),
    ("a.tar.xz", lzma.compress(tar(FILES))),
    ("without a suffix", tar(FILES)),
]


@pytest.mark.parametrize(("name", "data"), ARCHIVES)
def test_a_tar_is_the_folder_it_holds(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert opened(tmp_path / name) == (NAMES, [])


@needs_bsdtar
@pytest.mark.parametrize("data", [rar5(FILES), rar4(GBK)], ids=["RAR 5", "RAR 4 with names in GBK"])
def test_a_rar_is_the_folder_it_holds(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.rar").write_bytes(data)
    assert opened(tmp_path / "a.rar") == (NAMES, [])


@needs_7z
@pytest.mark.parametrize("options", [(), ("-m0=PPMd",), ("-ms=off",)])
def test_a_7z_is_the_folder_it_holds(tmp_path: Path, options: tuple[str, ...]) -> None:
    (tmp_path / "a.7z").write_bytes(seven_zip(tmp_path, FILES, *options))
    assert opened(tmp_path / "a.7z") == (NAMES, [])
    with expand([tmp_path / "a.7z"]) as found:
        assert {file.path.read_bytes() for one in found.inputs for file in one.files} == {TEXT}


@pytest.mark.parametrize(
    ("name", "packed"), [("a.docx.gz", gzip.compress), ("a.docx.bz2", bz2.compress), ("a.docx.xz", lzma.compress)]
)
def test_one_packed_document_is_that_document(tmp_path: Path, name: str, packed: Callable[[bytes], bytes]) -> None:
    (tmp_path / "f").mkdir()
    path = tmp_path / "f" / name
    path.write_bytes(packed(docx(p("申报表"))))
    with expand([tmp_path / "f"]) as found:
        assert [(one.name, len(one.files)) for one in found.inputs] == [(f"{path}!/a.docx", 1)]
        assert read(found.inputs[0].files[0].path).text == "申报表\n"


def test_archives_of_several_kinds_in_one_another(tmp_path: Path) -> None:
    inner = zip_of({"表.txt": TEXT}, tmp_path / "inner.zip").read_bytes()
    (tmp_path / "a.tar.gz").write_bytes(gzip.compress(tar({"甲.zip": inner})))
    assert opened(tmp_path / "a.tar.gz") == ([("", ["!/甲.zip!/表.txt"])], [])  # one inside goes by the outer name


def test_links_and_devices_are_left_out_and_named(tmp_path: Path) -> None:
    members = (
        member("a.txt", size=3),
        member("soft", tarfile.SYMTYPE, "/etc/passwd"),
        member("hard", tarfile.LNKTYPE, "a.txt"),
        member("device", tarfile.CHRTYPE),
        member("pipe", tarfile.FIFOTYPE),
        member("../../out.txt", size=3),
        member("/abs.txt", size=3),
        member("soft/inside.txt", size=3),
    )
    (tmp_path / "a.tar").write_bytes(odd_tar(*members))
    inputs, failures = opened(tmp_path / "a.tar")
    assert [name for name, _ in inputs] == ["!/a.txt", "!/abs.txt", "!/out.txt", "!/soft"]
    assert failures == [(f"!/{name}", Reason.UNSUPPORTED) for name in ("soft", "hard", "device", "pipe")]


@needs_7z
def test_links_in_a_7z_are_left_out_and_named(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "link").symlink_to("/etc/passwd")
    (tmp_path / "a.7z").write_bytes(seven_zip(tmp_path, {"a.txt": TEXT}, "-snl"))
    assert opened(tmp_path / "a.7z") == ([("!/a.txt", ["!/a.txt"])], [("!/link", Reason.UNSUPPORTED)])


def test_a_link_in_a_zip_is_left_out_and_named(tmp_path: Path) -> None:
    import zipfile

    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("a.txt", TEXT)
    assert opened(tmp_path / "a.zip") == ([("!/a.txt", ["!/a.txt"])], [("!/link.txt", Reason.UNSUPPORTED)])


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        (("a.txt", "a.txt"), ["!/a (2).txt", "!/a.txt"]),
        (("a.txt", "A.TXT"), ["!/A.TXT", "!/a.txt"]),
        (("a", "a/b"), ["!/a", "!/a (2)"]),
        (("a/b", "a"), ["!/a", "!/a (2)"]),
        (("..", ".", "/", "a.txt"), ["!/a.txt", "!/未命名", "!/未命名 (2)", "!/未命名 (3)"]),
        (("a\nb\x1b[2J.txt",), ["!/a_b_[2J.txt"]),
        (("a\u202efdp.txt",), ["!/a_fdp.txt"]),
        (("长" * 300 + ".txt",), ["!/" + "长" * 50 + ".txt"]),
        (("d/" * 30 + "x" * 150 + ".txt",), [""]),
    ],
)
def test_names_that_clash_or_mean_harm(tmp_path: Path, names: tuple[str, ...], kept: list[str]) -> None:
    (tmp_path / "a.tar").write_bytes(odd_tar(*(member(name, size=3) for name in names)))
    inputs, failures = opened(tmp_path / "a.tar")
    assert (sorted(name for name, _ in inputs), failures) == (kept, [])


def test_a_path_too_long_for_the_system_fails_alone(tmp_path: Path) -> None:
    members = {"/".join(["长" * 60] * 60) + "/x.txt": TEXT, "a.txt": TEXT}
    (tmp_path / "a.tar").write_bytes(tar(members))
    inputs, failures = opened(tmp_path / "a.tar")
    assert [name for name, _ in inputs] == ["!/a.txt"]
    assert [reason for _, reason in failures] == [Reason.TOO_LARGE]


def test_a_damaged_member_stops_no_other(tmp_path: Path) -> None:
    path = zip_of({"a.txt": b"wxyz" * 50, "b.txt": TEXT}, tmp_path / "a.zip")
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 16] ^= 1  # the first member's checksum
    path.write_bytes(data)
    assert opened(path) == ([("!/b.txt", ["!/b.txt"])], [("!/a.txt", Reason.DAMAGED)])


def test_a_tar_that_goes_on_as_something_else(tmp_path: Path) -> None:
    good = tar({"a.txt": TEXT})[:1024]
    (tmp_path / "a.tar").write_bytes(good + b"junk" * 300)
    assert opened(tmp_path / "a.tar") == ([("!/a.txt", ["!/a.txt"])], [("", Reason.DAMAGED)])


def test_folders_as_windows_writes_them(tmp_path: Path) -> None:
    r"""A folder's entry ends with \\; the second half of 馶 in GBK is the same byte."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name, data in (("甲厂\\", b""), ("甲厂\\证明\\", b""), ("甲厂\\证明\\1.txt", TEXT), ("乙\\空", b"")):
            archive.writestr(zipfile.ZipInfo(name), data)
    inputs, failures = opened(tmp_path / "a.zip")
    assert (inputs, failures) == ([("!/乙", ["!/乙/空"]), ("!/甲厂", ["!/甲厂/证明/1.txt"])], [])
    half = "馶".encode("gbk")
    assert half[1:] == b"\\"
    zip_of({"馶": b"", "y.txt": TEXT}, tmp_path / "b.zip", "gb18030")
    assert opened(tmp_path / "b.zip")[0] == [("!/y.txt", ["!/y.txt"]), ("!/馶", ["!/馶"])]


@pytest.mark.parametrize(("size", "reason"), [(3000, Reason.TOO_LARGE), (2**20, None)])
def test_a_document_above_the_bound_is_no_archive(tmp_path: Path, size: int, reason: Reason | None) -> None:
    """A workbook names its main part last, as openpyxl writes it."""
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        for name, data in (("xl/worksheets/sheet1.xml", bytes(9000)), ("xl/workbook.xml", b"<workbook/>")):
            archive.writestr(name, data)
    limits = Limits(file_bytes=size)
    assert opened(tmp_path / "a.xlsx", limits) == ([("", [""])], [])
    with pytest.raises(UnreadableFile) as caught:
        read(tmp_path / "a.xlsx", options=ReadingOptions(limits=limits, cache=False))
    assert (caught.value.reason is Reason.TOO_LARGE) == (reason is not None)


def test_an_archive_above_the_bound_on_documents_is_opened(tmp_path: Path) -> None:
    zip_of({"a.txt": TEXT, "b.txt": TEXT * 500}, tmp_path / "a.zip")
    inputs, failures = opened(tmp_path / "a.zip", Limits(file_bytes=100))
    assert ([name for name, _ in inputs], failures) == (["!/a.txt", "!/b.txt"], [])


def test_a_broken_zip_above_the_bound_is_left_to_the_reader(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04" + bytes(9000))
    assert opened(tmp_path / "a.zip", Limits(file_bytes=3000)) == ([("", [""])], [])
