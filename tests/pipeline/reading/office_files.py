"""Files for the tests of LibreOffice: made by itself out of Word files, written by hand, or laid out as OLE."""

import io
import struct
import zipfile
from functools import cache
from pathlib import Path

import psutil
import pytest

from pipeline.reading.office import service
from pipeline.reading.office.programs import find_programs
from pipeline.reading.office.service import Conversion

NO_OFFICE = "LibreOffice is not installed (apt-get install libreoffice-writer-nogui python3-uno)"
needs_office = pytest.mark.skipif(find_programs() is None, reason=NO_OFFICE)
needs_uno = pytest.mark.skipif(
    (programs := find_programs()) is None or programs.python is None,
    reason="LibreOffice or a Python with its uno module is not installed (apt-get install python3-uno)",
)
WRITES = {".doc": "MS Word 97", ".rtf": "Rich Text Format", ".odt": "writer8", ".xml": "MS Word 2003 XML"}
_SECTOR = 512


def form_docx(words: str = "云岭样例科技公司") -> bytes:
    """A Word file with numbering, ticks, a table with merged cells and a text of some lines."""
    from docx import Document
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    made = Document()
    made.add_heading("一、基本情况", 1)
    made.add_paragraph("☑方向1：数据存储　□方向2：新能源车")
    for item in ("研究内容", "技术路线", "预期成果"):
        made.add_paragraph(item, style="List Number")
    table = made.add_table(rows=3, cols=3)
    table.cell(0, 0).text, table.cell(0, 1).text = "申报单位", words
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).text, table.cell(1, 1).text, table.cell(1, 2).text = "联系人", "林样例", "☑是　□否"
    table.cell(1, 0).merge(table.cell(2, 0))
    made.add_paragraph("二、任务目标").add_run("：时延不高于5毫秒")
    tick = made.add_paragraph("是否联合申报：")
    tick._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'))
    tick.add_run("是")
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


@cache
def made_by_office(suffix: str, words: str = "云岭样例科技公司") -> bytes:
    """``form_docx`` as LibreOffice saves it under this extension."""
    task = Conversion(".docx", "MS Word 2007 XML", WRITES[suffix], 120, 10**8)
    return service.convert(form_docx(words), task)


def office_process() -> psutil.Process:
    """The LibreOffice that this process's service has running."""
    assert service._office is not None
    assert service._office.process is not None
    children = psutil.Process(service._office.process.pid).children(recursive=True)
    return next(child for child in children if child.name().startswith("soffice"))


def ole(streams: dict[str, bytes]) -> bytes:
    """An OLE file with these streams in its root, each filled up to 4096 bytes (shorter ones lie elsewhere)."""
    bodies = [body.ljust(max(4096, -len(body) % _SECTOR + len(body)), b"\x00") for body in streams.values()]
    entries, fat, at = [_entry("Root Entry", 5, 0xFFFFFFFE, 0, 1 if streams else 0xFFFFFFFF)], [], 0
    directory_sectors = (len(streams) + 1 + 3) // 4
    at = 1 + directory_sectors
    chain = [0xFFFFFFFD, *range(2, directory_sectors + 1), 0xFFFFFFFE]
    for number, (name, body) in enumerate(zip(streams, bodies, strict=True), start=1):
        right = number + 1 if number < len(streams) else 0xFFFFFFFF
        entries.append(_entry(name, 2, at, len(body), 0xFFFFFFFF, right))
        sectors = len(body) // _SECTOR
        chain += [*range(at + 1, at + sectors), 0xFFFFFFFE]
        at += sectors
    fat = chain + [0xFFFFFFFF] * (_SECTOR // 4 - len(chain))
    assert len(fat) == _SECTOR // 4, "one sector of allocations is enough here"
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    listing = b"".join(entries).ljust(directory_sectors * _SECTOR, b"\x00")
    return head + struct.pack("<128I", *fat) + listing + b"".join(bodies)


def _entry(name: str, kind: int, start: int, size: int, child: int, right: int = 0xFFFFFFFF) -> bytes:
    encoded = name.encode("utf-16-le")
    head = encoded.ljust(64, b"\x00") + struct.pack("<HBB", len(encoded) + 2, kind, 1)
    return head + struct.pack("<III", 0xFFFFFFFF, right, child) + bytes(36) + struct.pack("<IQ", start, size)


_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("text", "text"),
        ("draw", "drawing"),
        ("script", "script"),
        ("svg", "svg-compatible"),
    )
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
MACRO = "vnd.sun.star.script:Standard.Module1.Main?language=Basic&amp;location=document"
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


def odt(body: str, scripts: str = "", manifest: str = "", parts: dict[str, str] | None = None) -> bytes:
    """An OpenDocument text with this XML as its text; ``manifest`` is XML inside every file's entry."""
    files = dict(parts or {})
    files["content.xml"] = (
        f'{_HEAD}<office:document-content {_NAMES} xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'xmlns:dom="http://www.w3.org/2001/xml-events" xmlns:ooo="http://openoffice.org/2004/office" '
        f'office:version="1.2">'
        f"{scripts}<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml">{manifest}'
        "</manifest:file-entry>"
        for name in files
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        for name, content in files.items():
            archive.writestr(name, content)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{_MANIFEST}" manifest:version="1.2"><manifest:file-entry '
            'manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
            f"{entries}</manifest:manifest>",
        )
    return target.getvalue()


def macro_odt(mark: Path) -> bytes:
    """A text whose Basic macro writes the file ``mark`` when the text is opened."""
    library = 'xmlns:library="http://openoffice.org/2000/library"'
    code = f"Sub Main\nDim n\nn = FreeFile\nOpen &quot;{mark}&quot; For Output As #n\nPrint #n, 1\nClose #n\nEnd Sub"
    listener = (
        '<office:scripts><office:event-listeners><script:event-listener script:language="ooo:script" '
        f'script:event-name="dom:load" xlink:href="{MACRO}" xlink:type="simple"/></office:event-listeners>'
        "</office:scripts>"
    )
    parts = {
        "Basic/script-lc.xml": f'<library:libraries {library}><library:library library:name="Standard" '
        'library:link="false"/></library:libraries>',
        "Basic/Standard/script-lb.xml": f'<library:library {library} library:name="Standard" '
        'library:readonly="false"><library:element library:name="Module1"/></library:library>',
        "Basic/Standard/Module1.xml": '<script:module xmlns:script="http://openoffice.org/2000/script" '
        f'script:name="Module1" script:language="StarBasic">{code}\n</script:module>',
    }
    return odt("<text:p>带宏的申报书</text:p>", listener, "", {name: _HEAD + xml for name, xml in parts.items()})
