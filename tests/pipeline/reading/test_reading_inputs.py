"""Folders and archives to submissions."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from reading_files import docx, p, zip_of

from pipeline.reading import Limits, ReadingOptions, read
from pipeline.reading.archives.names import safe_parts
from pipeline.reading.inputs import expand, gather
from schemas.errors import Reason

TEXT = "申报材料正文".encode()


def names(folder: Path, path: Path) -> list[tuple[str, list[str]]]:
    """(submission, its files) with the temporary folder's name taken off."""
    with expand([path]) as found:
        assert not found.failures
        return [
            (one.name.removeprefix(f"{folder}/"), [file.name.removeprefix(f"{folder}/") for file in one.files])
            for one in found.inputs
        ]


def fill(folder: Path, *paths: str) -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(TEXT)


def test_a_file_is_one_submission(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    assert names(tmp_path, tmp_path / "a.txt") == [("a.txt", ["a.txt"])]


def test_files_and_folders_of_a_folder(tmp_path: Path) -> None:
    fill(tmp_path, "f/b.txt", "f/甲厂/表.txt", "f/甲厂/证明/1.txt", "f/.DS_Store", "f/~$b.docx", "f/Thumbs.db")
    assert names(tmp_path, tmp_path / "f") == [
        ("f/b.txt", ["f/b.txt"]),
        ("f/甲厂", ["f/甲厂/表.txt", "f/甲厂/证明/1.txt"]),
    ]


def test_an_archive_is_the_folder_it_holds(tmp_path: Path) -> None:
    zip_of({"a.txt": TEXT, "乙厂/表.txt": TEXT, "__MACOSX/._a.txt": b"x"}, tmp_path / "z.zip")
    assert names(tmp_path, tmp_path / "z.zip") == [
        ("z.zip!/a.txt", ["z.zip!/a.txt"]),
        ("z.zip!/乙厂", ["z.zip!/乙厂/表.txt"]),
    ]


def test_an_archive_in_a_folder_is_a_sub_folder(tmp_path: Path) -> None:
    (tmp_path / "f").mkdir()
    zip_of({"表.txt": TEXT, "证明/1.txt": TEXT}, tmp_path / "f" / "z.zip")
    assert names(tmp_path, tmp_path / "f") == [("f/z.zip", ["f/z.zip!/表.txt", "f/z.zip!/证明/1.txt"])]


def test_an_archive_in_an_archive(tmp_path: Path) -> None:
    inner = zip_of({"表.txt": TEXT}, tmp_path / "inner.zip")
    zip_of({"甲.zip": inner.read_bytes()}, tmp_path / "outer.zip")
    assert names(tmp_path, tmp_path / "outer.zip") == [("outer.zip", ["outer.zip!/甲.zip!/表.txt"])]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_without_the_utf8_flag(tmp_path: Path, encoding: str) -> None:
    path = zip_of({"某公司申报材料/证明材料.txt": TEXT}, tmp_path / "z.zip", encoding)
    assert names(tmp_path, path) == [("z.zip", ["z.zip!/某公司申报材料/证明材料.txt"])]


def test_members_are_read_under_their_names(tmp_path: Path) -> None:
    zip_of({"甲厂/表.docx": docx(p("申报表"))}, tmp_path / "z.zip")
    with expand([tmp_path / "z.zip"]) as found:
        file = found.inputs[0].files[0]
        document = read(file.path, file.name)
        kept = file.path
    assert (document.text, document.source.path) == ("申报表\n", f"{tmp_path}/z.zip!/甲厂/表.docx")
    assert not kept.exists()


def test_an_archive_that_begins_with_a_pdf_is_no_pdf(tmp_path: Path) -> None:
    zip_of({"a.pdf": b"%PDF-1.7 ", "b.txt": TEXT}, tmp_path / "a.zip")
    assert [name for name, _ in names(tmp_path, tmp_path / "a.zip")] == ["a.zip!/a.pdf", "a.zip!/b.txt"]


def test_a_word_file_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx(p("文")))
    assert names(tmp_path, tmp_path / "a.docx") == [("a.docx", ["a.docx"])]


# (a member's name, the parts it is unpacked to)
PARTS = [
    ("a/b.txt", ("a", "b.txt")),
    ("../../etc/passwd", ("etc", "passwd")),
    ("/abs/x", ("abs", "x")),
    ("C:\\x\\y.txt", ("C_", "x", "y.txt")),
    ("..", ()),
    ("长" * 200 + ".docx", ("长" * 50 + ".docx",)),
]


@pytest.mark.parametrize(("name", "parts"), PARTS)
def test_no_way_out_of_the_folder(name: str, parts: tuple[str, ...]) -> None:
    assert safe_parts(name) == parts


def encrypted(path: Path) -> Path:
    """Set the flag that says a member is encrypted; nobody gets as far as its bytes."""
    data = bytearray(zip_of({"a.txt": TEXT}, path).read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    return path


def nested(path: Path, depth: int) -> Path:
    data = TEXT
    for level in range(depth):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            archive.writestr("a.zip" if level else "a.txt", data)
        data = target.getvalue()
    path.write_bytes(data)
    return path


def wrong_flag(path: Path) -> Path:
    """A name in GBK under the flag that promises UTF-8."""
    data = zip_of({"测试.txt": TEXT}, path).read_bytes()
    path.write_bytes(data.replace("测试.txt".encode(), "测试ab.txt".encode("gbk")))
    return path


def from_the_future(path: Path) -> Path:
    """An archive that asks for a program newer than any."""
    data = bytearray(zip_of({"a.txt": TEXT}, path).read_bytes())
    data[data.index(b"PK\x01\x02") + 6] = 99
    path.write_bytes(data)
    return path


def bad_lzma(path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", bytes(range(256)) * 9)
    data = bytearray(path.read_bytes())
    data[50:200] = b"\xff" * 150
    path.write_bytes(data)
    return path


SMALL = Limits(archive_members=2, archive_bytes=3 * 2**20, archive_ratio=100)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: path, Reason.NOT_FOUND),
        (lambda path: zip_of({}, path), Reason.EMPTY),
        (lambda path: path.write_bytes(b"PK\x03\x04 broken") and path, Reason.DAMAGED),
        (encrypted, Reason.ENCRYPTED),
        (lambda path: zip_of({f"{n}.txt": TEXT for n in range(3)}, path), Reason.TOO_LARGE),
        (lambda path: zip_of({"bomb.txt": bytes(2**21)}, path), Reason.TOO_LARGE),
        (lambda path: zip_of({"big.txt": bytes(2**22)}, path), Reason.TOO_LARGE),
        (lambda path: nested(path, 5), Reason.TOO_LARGE),
        (lambda path: zip_of({"a/" * 1500 + "x.txt": TEXT}, path), Reason.TOO_LARGE),
        (wrong_flag, Reason.DAMAGED),
        (from_the_future, Reason.DAMAGED),
        (bad_lzma, Reason.DAMAGED),
    ],
)
def test_one_bad_input_stops_no_other(tmp_path: Path, make, reason: Reason) -> None:
    fill(tmp_path, "good.txt")
    bad = tmp_path / "bad.zip"
    make(bad)
    with expand([bad, tmp_path / "good.txt"], ReadingOptions(limits=SMALL)) as found:
        assert [failure.reason for failure in found.failures] == [reason]
        assert [one.name for one in found.inputs] == [str(tmp_path / "good.txt")]


def test_what_a_folder_holds_besides_files_is_said(tmp_path: Path) -> None:
    fill(tmp_path, "f/a.txt", "other/b.txt")
    (tmp_path / "f" / "link.txt").symlink_to(tmp_path / "other" / "b.txt")
    (tmp_path / "f" / "up").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "f" / "pipe")
    with expand([tmp_path / "f"]) as found:
        assert [Path(one.name).name for one in found.inputs] == ["a.txt"]
        assert [Path(failure.path).name for failure in found.failures] == ["link.txt", "pipe", "up"]


def test_folders_without_end(tmp_path: Path) -> None:
    fill(tmp_path, "f/a.txt", "f/" + "d/" * 80 + "b.txt")
    with expand([tmp_path / "f"]) as found:
        assert [Path(one.name).name for one in found.inputs] == ["a.txt"]
        assert [failure.reason for failure in found.failures] == [Reason.TOO_LARGE]


def test_a_name_in_gbk_can_be_printed(tmp_path: Path) -> None:
    path = tmp_path / "f" / os.fsdecode("测试.txt".encode("gbk"))
    fill(tmp_path, f"f/{path.name}")
    assert read(path).source.path == f"{tmp_path}/f/测试.txt"
    assert names(tmp_path, tmp_path / "f") == [("f/测试.txt", ["f/测试.txt"])]


def test_a_notice_of_several_files(tmp_path: Path) -> None:
    fill(tmp_path, "n/通知.txt", "n/附件/1.txt")
    with gather(tmp_path / "n") as found:
        assert [len(one.files) for one in found.inputs] == [2]


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (["01 申报书.docx", "02 项目方案.txt", "03 承诺书.pdf", "附件/营业执照.jpg", "附件/审计报告.pdf"], 1),
        (["申报书.docx", "申报书正文.pdf", "揭榜承诺书.docx", "证明/01营业执照.txt"], 1),
        (["01申报书（基本信息）.docx", "02正文.docx", "03证明材料清单.docx", "04揭榜承诺书.pdf"], 1),
        (["A 申报书（表）.docx", "B 攻关内容.docx", "C 承诺书.pdf"], 1),
        (["A 申报书（表）.docx", "B 乙方数字内容公司.docx", "C 承诺书.pdf"], 3),
        (["甲公司申报书.docx", "甲公司承诺书.pdf", "乙公司申报书.docx"], 3),
        (["甲公司方案.docx", "乙公司方案.docx"], 2),
        (["申报书.docx", "b.txt"], 2),
        (["报名表.docx", "技术报告.docx", "源码/readme.txt", "Agent说明.txt", "答辩PPT.txt", "演示视频说明.txt"], 1),
        (["申报书.docx", "甲公司/申报书.docx"], 2),
        (["报名表.docx", "技术文档.docx", "build.sh", "README.md", "src/main.cpp", "tests/run.sh", "skill/模板.md"], 1),
        (["报名表.docx", "build.sh", "海岚公司/main.cpp"], 3),
        (["申报书.docx", "通知及附件.docx"], 2),
        (["申报书.docx"], 1),
        (["1.申请表.docx", "2.揭榜方案.pdf", "3.资质/1.pdf", "4.案例/某某合同.pdf"], 1),
        (["揭榜方案-吸附新材料.docx", "附件/1 法人证书.txt", "附件/承诺函.docx"], 1),
        (
            [
                "1.揭榜方案.pdf",
                "2.单位基本情况.docx",
                "3.营业执照.txt",
                "4.博士学位证书.txt",
                "5.软著.txt",
                "6.承诺函.docx",
            ],
            1,
        ),
        (["榜单3揭榜方案.pdf", "专利受理通知书.pdf"], 1),
        (["项目申请报告.docx", "设备购置明细表.docx", "真实性声明.docx"], 1),
        (["揭榜方案.pdf", "关于发布榜单的公告.html"], 2),
        (["揭榜方案.pdf", "某某公司/揭榜方案.pdf"], 2),
        (["甲公司营业执照.txt", "乙公司营业执照.txt"], 2),
    ],
)
def test_a_folder_that_is_one_application(tmp_path: Path, names: list[str], count: int) -> None:
    for name in names:
        path = tmp_path / "申报材料" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    with expand([tmp_path / "申报材料"]) as expansion:
        assert len(expansion.inputs) == count
        assert sum(len(one.files) for one in expansion.inputs) == len(names)
