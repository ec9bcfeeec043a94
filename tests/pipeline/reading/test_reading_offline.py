"""Reading opens no connection and no other file, whatever a file points to."""

import socket
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from reading_files import docx, p, pdf

from pipeline.reading import ReadingOptions
from pipeline.reading.isolation.process import ReadingProcess
from schemas.errors import UnreadableFile

SECRET = "不可外传的内容"
REL = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def page(url: str, path: str) -> bytes:
    return (
        f'<html><head><base href="{url}"><meta http-equiv="refresh" content="0;url={url}"><link rel="stylesheet" '
        f'href="{url}a.css"><script src="{url}a.js"></script></head><body><p>申报通知</p><img src="{url}a.png">'
        f'<iframe src="file://{path}"></iframe><object data="{url}o"></object><p><a href="{url}附件.doc">附件</a></p>'
    ).encode()


def markdown(url: str, path: str) -> bytes:
    return f"# 通知\n\n![图]({url}a.png) [附件](file://{path})\n\n<img src='{url}b.png'>\n\n正文\n".encode()


def xml_with_entities(url: str, path: str) -> str:
    return (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a SYSTEM "file://{path}"><!ENTITY b SYSTEM "{url}b">'
        f'<!ENTITY % c SYSTEM "{url}c.dtd"> %c;]>'
    )


def word_with_entities(url: str, path: str) -> bytes:
    return _replaced(docx(p("正文", "<w:r><w:t>&a;&b;</w:t></w:r>")), "word/document.xml", xml_with_entities(url, path))


def word_with_links(url: str, path: str) -> bytes:
    links = "".join(
        f'<Relationship Id="r{kind}" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'
        for kind, target in (
            ("attachedTemplate", url + "t.dotm"),
            ("image", f"file://{path}"),
            ("hyperlink", url),
            ("subDocument", f"file://{path}"),
        )
    )
    target = BytesIO(docx(p("正文") + '<w:subDoc w:id="rsubDocument"/>'))
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{REL}">{links}</Relationships>')
        archive.writestr("word/_rels/settings.xml.rels", f'<Relationships xmlns="{REL}">{links}</Relationships>')
    return target.getvalue()


def pdf_with_links(url: str, path: str) -> bytes:
    def draw(canvas, page: int) -> None:
        canvas.drawString(60, 700, "一页有足够多的文字的文件")
        canvas.linkURL(url, (60, 690, 200, 715))

    data = pdf(draw)
    action = f"/Type /Catalog /OpenAction << /S /URI /URI ({url}) >> /AA << /WC << /S /Launch /F ({path}) >> >>"
    return data.replace(b"/Type /Catalog", action.encode(), 1)  # the offsets behind it are wrong now: readers mend that


FILES: list[tuple[str, Callable[[str, str], bytes]]] = [
    ("a.html", page),
    ("a.md", markdown),
    ("entities.docx", word_with_entities),
    ("links.docx", word_with_links),
    ("a.pdf", pdf_with_links),
]


def _replaced(data: bytes, member: str, head: str) -> bytes:
    """The archive with ``head`` before the root element of a member."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, head.encode() + content if name == member else content)
    return target.getvalue()


@pytest.fixture(scope="module")
def reader() -> Iterator[ReadingProcess]:
    reader = ReadingProcess("reading_hazards:read_watched")
    yield reader
    reader.close()


def text_or_failure(reader: ReadingProcess, data: bytes, name: str) -> str:
    try:
        return reader.read(data, name, ReadingOptions()).text
    except UnreadableFile as failure:
        return str(failure)


@pytest.mark.parametrize(("name", "make"), FILES, ids=[name for name, _ in FILES])
def test_nobody_is_called(name: str, make: Callable[[str, str], bytes], reader: ReadingProcess, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET, encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        outcome = text_or_failure(reader, make(url, str(tmp_path / "secret.txt")), name)
        assert SECRET not in outcome
        assert "PermissionError" not in outcome  # what the watch of read_watched raises
        with pytest.raises(BlockingIOError):
            server.accept()


def test_the_watch_sees_a_call(reader: ReadingProcess) -> None:
    with pytest.raises(UnreadableFile, match="PermissionError"):
        reader.read(b"CALL", "a.txt", ReadingOptions())
