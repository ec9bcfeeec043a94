"""Files that cannot be read: each has its reason and says what to do."""

import io
from pathlib import Path

import pytest
from reading_files import docx, p, pdf

from pipeline.reading import Limits, ReadingOptions, read
from pipeline.reading.loading import read_bytes
from schemas.errors import Reason, UnreadableFile

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2040)


def words(canvas, page: int) -> None:
    canvas.drawString(60, 700, "一页有足够多的文字的文件")


def encrypted_pdf() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption

    return pdf(words, encrypt=StandardEncryption("secret", ownerPassword="owner", canPrint=0))


def unmapped_pdf() -> bytes:
    """A CID font of an unknown collection: nobody can tell which characters its numbers stand for."""
    coded = pdf(words).replace(b"(GB1)", b"(XYZ)").replace(b"(Adobe)", b"(Nobod)")
    return coded.replace(b"/UniGB-UCS2-H", b"/Identity-H  ")


def scanned_pdf() -> bytes:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    def draw(canvas, page: int) -> None:
        canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), (200, 200, 200))), 0, 0, 595, 842)

    return pdf(draw, 2)


def picture() -> bytes:
    from PIL import Image

    target = io.BytesIO()
    Image.new("RGB", (8, 8)).save(target, "PNG")
    return target.getvalue()


# (what it is, name, bytes, reason, a word of the message or the remedy)
FAULTS = [
    ("no bytes", "a.txt", b"", Reason.EMPTY, "0 bytes"),
    ("blank text", "a.txt", b" \n\n ", Reason.EMPTY, "no text"),
    ("blank page", "a.html", b"<html><body></body></html>", Reason.EMPTY, "no text"),
    ("blank Word file", "a.docx", docx(""), Reason.EMPTY, "no text"),
    ("truncated Word file", "a.docx", docx(p("文" * 5000))[:300], Reason.DAMAGED, "Word"),
    ("Word file with broken XML", "a.docx", docx("<w:p>"), Reason.DAMAGED, "no XML"),
    ("Word file with a password", "a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), Reason.ENCRYPTED, "password"),
    ("OLE file without a directory", "a.doc", OLE, Reason.DAMAGED, "directory"),
    ("OLE file without a directory under a new name", "a.docx", OLE, Reason.DAMAGED, "directory"),
    (
        "web archive without a page",
        "a.mht",
        b"MIME-Version: 1.0\nContent-Type: multipart/related;\n\nx",
        Reason.DAMAGED,
        "no page",
    ),
    ("tiny picture", "a.jpg", picture(), Reason.EMPTY, "8 x 8"),
    ("picture under another name", "a.pdf", picture(), Reason.EMPTY, "8 x 8"),
    ("RAR", "a.zip", b"Rar!\x1a\x07\x00xxxx", Reason.UNSUPPORTED, "ingest"),
    ("unknown bytes", "a.bin", bytes(range(32)) * 50, Reason.UNSUPPORTED, "DOCX"),
    ("no PDF", "a.pdf", b"%PDF-1.7\nnothing", Reason.DAMAGED, "damaged"),
    ("PDF with a password", "a.pdf", encrypted_pdf(), Reason.ENCRYPTED, "password"),
    ("scan of nothing", "a.pdf", scanned_pdf(), Reason.EMPTY, "no text"),
    ("PDF whose fonts have no characters", "a.pdf", unmapped_pdf(), Reason.EMPTY, "fonts"),
    ("blank PDF", "a.pdf", pdf(lambda canvas, page: None), Reason.EMPTY, "no text"),
]


@pytest.mark.parametrize(
    ("name", "data", "reason", "word"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS]
)
def test_fault(name: str, data: bytes, reason: Reason, word: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, name)
    assert caught.value.reason == reason
    assert word in str(caught.value)
    assert caught.value.path == name
    assert caught.value.remedy.endswith(".")


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(tmp_path / "no.pdf", "no.pdf")
    assert caught.value.reason == Reason.NOT_FOUND


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(tmp_path)
    assert caught.value.reason == Reason.NOT_FOUND


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no such device")
def test_a_file_without_end_is_not_read_whole() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(Path("/dev/zero"), options=ReadingOptions(limits=Limits(file_bytes=1000)))
    assert caught.value.reason == Reason.TOO_LARGE


# (bounds, name, bytes)
TOO_LARGE = [
    (Limits(file_bytes=3), "a.txt", "四个汉字".encode()),
    (Limits(characters=3), "a.txt", "四个汉字".encode()),
    (Limits(pages=1), "a.pdf", pdf(words, 2)),
    (Limits(archive_ratio=5), "a.docx", docx(p("文" * 600_000))),
]


@pytest.mark.parametrize(("limits", "name", "data"), TOO_LARGE)
def test_bounds(tmp_path: Path, limits: Limits, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableFile) as caught:
        read(tmp_path / name, options=ReadingOptions(limits=limits))
    assert caught.value.reason == Reason.TOO_LARGE


# (name, bytes): the content decides, not the extension
DISGUISED = [
    ("a.docx", pdf(words), "application/pdf"),
    ("a.txt", docx(p("有足够的字")), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("a.doc", b"<html><body><p>web page saved as Word</p></body></html>", "text/html"),
    ("a", "没有扩展名的文本".encode(), "text/plain"),
    ("A.HTM", "<p>没有 html 标记的片段</p>".encode(), "text/html"),
]


@pytest.mark.parametrize(("name", "data", "media_type"), DISGUISED)
def test_wrong_extension(name: str, data: bytes, media_type: str) -> None:
    assert read_bytes(data, name).source.media_type == media_type


def test_any_cut_of_a_file_is_read_or_refused() -> None:
    """A file cut anywhere gives a document or an UnreadableFile, never another error."""
    outcomes = set()
    for data, name in ((docx(p("文字" * 300)), "a.docx"), (pdf(words), "a.pdf")):
        for cut in range(1, len(data), max(len(data) // 25, 1)):
            try:
                outcomes.add(bool(read_bytes(data[:cut], name).text))
            except UnreadableFile as failure:
                outcomes.add(failure.reason)
    assert Reason.DAMAGED in outcomes
    assert outcomes <= {True, Reason.DAMAGED, Reason.EMPTY, Reason.UNSUPPORTED}
