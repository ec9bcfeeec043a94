"""DOC, WPS, RTF, ODT and Word's XML, read for real through LibreOffice."""

import base64
import hashlib
import io
from functools import cache

import pytest
from office_files import form_docx, made_by_office, needs_office, odt, ole
from reading_files import W, cells, check_offsets, p, read_as

from pipeline.reading import Limits, ReadingOptions
from pipeline.reading.draft import Draft, DraftCell, Piece
from pipeline.reading.filetypes import FileType, sniff
from pipeline.reading.loading import read_bytes
from pipeline.reading.office import reader
from pipeline.reading.office.service import (
    Conversion,
    Ended,
    NotInstalled,
    OfficeError,
    Overflow,
    Refused,
    TimedOut,
    convert,
)
from pipeline.reading.payload import Payload
from pipeline.reading.readers import READERS
from schemas.document import Document
from schemas.errors import Reason, UnreadableFile

# (extension that LibreOffice saves, name to read it under, media type)
FORMATS = [
    (".doc", "申报书.doc", "application/msword"),
    (".doc", "申报书.wps", "application/msword"),
    (".doc", "申报书.docx", "application/msword"),
    (".rtf", "申报书.rtf", "application/rtf"),
    (".rtf", "申报书.doc", "application/rtf"),
    (".odt", "申报书.odt", "application/vnd.oasis.opendocument.text"),
]


@needs_office
@pytest.mark.parametrize(("suffix", "name", "media_type"), FORMATS)
def test_all_is_kept(suffix: str, name: str, media_type: str) -> None:
    data = made_by_office(suffix)
    document, word = read_as(data, name), read_as(form_docx(), "a.docx")
    check_offsets(document)
    assert document.text == word.text
    assert cells(document) == cells(word)
    assert "☑方向1" in document.text
    assert "☑是" in document.text.splitlines()[-1], "a tick of a symbol font"
    assert "2. 技术路线" in document.text, "automatic numbers"
    assert [document.text[mark.start : mark.end] for mark in document.headings] == ["一、基本情况"]
    assert document.source.media_type == media_type
    assert document.source.parser == "libreoffice+docx"
    assert document.source.path == name
    assert document.source.sha256 == hashlib.sha256(data).hexdigest()


@needs_office
def test_word_xml_of_2003() -> None:
    document = read_as(made_by_office(".xml"), "a.doc")
    assert document.source.media_type == "application/xml"
    assert "☑方向1：数据存储" in document.text
    assert (0, 1, 1, 2, "云岭样例科技公司") in cells(document)


GBK = "".join(f"\\'{byte:02x}" for byte in "汉字编码".encode("gbk"))
# (RTF behind the head, text)
RTF = [
    (r"plain\par second", "plain\nsecond\n"),
    (r"\u30003?\u35831?\u20070?", "申请书\n"),
    (GBK, "汉字编码\n"),
    (r"\uc2 \u9745\'a1\'cc\uc1 yes \u9633?no", "☑yes □no\n"),
    (
        r"\trowd\cellx2000\cellx4000 \intbl a\cell b\cell\row\trowd\cellx2000\cellx4000 \intbl c\cell\cell\row",
        "a\tb\nc\t\n",
    ),
    (r"shown{\v hidden} on", "shown on\n"),
]


@needs_office
@pytest.mark.parametrize(("body", "text"), RTF)
def test_rtf_by_hand(body: str, text: str) -> None:
    head = r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}\f0 "
    document = read_as(f"{head}{body}}}".encode("ascii"), "a.rtf")
    check_offsets(document)
    assert document.text.removesuffix("hidden\n") == text
    assert bool(document.hidden) is ("hidden" in document.text)


@needs_office
def test_odt_by_hand() -> None:
    document = read_as(
        odt('<text:h text:outline-level="1">一、概况</text:h><text:p>正文<text:s/>在此</text:p>'), "a.odt"
    )
    assert document.text == "一、概况\n正文 在此\n"


def fib(flags: int, version: int = 193) -> bytes:
    """The head of a Word file."""
    numbers = (0xA5EC, version, 0, 0, 0, flags)
    return b"".join(number.to_bytes(2, "little") for number in numbers)


def records(*kinds: int) -> bytes:
    """A workbook's records of four bytes each."""
    return b"".join(kind.to_bytes(2, "little") + b"\x04\x00abcd" for kind in kinds)


ENCRYPTION = '<manifest:encryption-data manifest:checksum="x"/>'
# (what it is, name, bytes, reason)
FAULTS = [
    ("Word with a password", "a.doc", ole({"WordDocument": fib(0x0100)}), Reason.ENCRYPTED),
    ("WPS with a password", "a.wps", ole({"WordDocument": fib(0x1300)}), Reason.ENCRYPTED),
    ("workbook with a password", "a.xls", ole({"Workbook": records(0x809, 0x2F, 0x85)}), Reason.ENCRYPTED),
    ("ODT with a password", "a.odt", odt("<text:p>x</text:p>", manifest=ENCRYPTION), Reason.ENCRYPTED),
    ("no Word in it", "a.doc", ole({"WordDocument": b"nothing"}), Reason.DAMAGED),
    ("slides", "a.dps", ole({"PowerPoint Document": b"x"}), Reason.UNSUPPORTED),
    ("OLE of another kind", "a.doc", ole({"Contents": b"x"}), Reason.UNSUPPORTED),
]


@pytest.mark.parametrize(("name", "data", "reason"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_told_before_libreoffice_is_asked(
    name: str, data: bytes, reason: Reason, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "convert", lambda *_: pytest.fail("LibreOffice was asked"))
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, name)
    assert caught.value.reason == reason


# (stream in the root, type)
KINDS = [
    ("WordDocument", FileType.LEGACY_WORD),
    ("Workbook", FileType.LEGACY_SHEET),
    ("Book", FileType.LEGACY_SHEET),
    ("PowerPoint Document", FileType.LEGACY_SLIDES),
    ("__properties_version1.0", FileType.OUTLOOK),
    ("EncryptedPackage", FileType.ENCRYPTED_OFFICE),
    ("Contents", FileType.LEGACY_OFFICE),
]


@pytest.mark.parametrize(("stream", "kind"), KINDS)
def test_what_an_ole_file_is(stream: str, kind: FileType) -> None:
    data = ole({"\x05SummaryInformation": b"x", stream: b"WordDocument".ljust(6000), "Other": b"y" * 9000})
    assert sniff(data, "a.doc") == kind
    assert sniff(data[:1800], "a.doc") == kind, "by the names in it where its directory is broken"


@needs_office
@pytest.mark.parametrize("suffix", [".doc", ".odt"])
def test_cut_files(suffix: str) -> None:
    data = made_by_office(suffix)
    for share in (0.1, 0.5, 0.9):
        with pytest.raises(UnreadableFile) as caught:
            read_bytes(data[: int(len(data) * share)], "a" + suffix)
        assert caught.value.reason == Reason.DAMAGED


@needs_office
def test_nothing_in_it() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(rb"{\rtf1\ansi \par }", "a.rtf")
    assert caught.value.reason == Reason.EMPTY


@needs_office
def test_what_comes_out_is_bounded() -> None:
    data = made_by_office(".odt")
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, "a.odt", ReadingOptions(limits=Limits(file_bytes=3000)))
    assert caught.value.reason == Reason.TOO_LARGE


def mht(page: str, charset: str) -> bytes:
    """A web page as Word saves it in one file."""
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=xyz\n\n--xyz\n"
    part = f"Content-Type: text/html; charset={charset}\nContent-Transfer-Encoding: base64\n\n"
    return (head + part).encode() + base64.encodebytes(page.encode(charset)) + b"\n--xyz--\n"


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_web_page_in_one_file(charset: str) -> None:
    words = "<p>申报通知</p><table><tr><td>甲</td><td>乙</td></tr></table>"
    page = f'<html><head><meta charset="{charset}"></head><body>{words}</body></html>'
    document = read_as(mht(page, charset), "通知.doc")
    check_offsets(document)
    assert document.text == "申报通知\n甲\t乙\n"
    assert (document.source.media_type, document.source.parser) == ("multipart/related", "mhtml")


FLAT = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="{name}">'
    f"<pkg:xmlData><w:document {W}><w:body>{{body}}</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>"
)


def test_word_xml_of_2006() -> None:
    document = read_as(FLAT.format(name="/word/document.xml", body=p("☑方向1") + p("正文")).encode(), "a.xml")
    check_offsets(document)
    assert document.text == "☑方向1\n正文\n"
    assert document.source.parser == "xml+docx"


# (name of the part, what comes after the XML, reason)
BROKEN_XML = [("/../../etc/x", "", Reason.DAMAGED), ("/word/document.xml", "</w>", Reason.DAMAGED)]


@pytest.mark.parametrize(("name", "rest", "reason"), BROKEN_XML)
def test_broken_word_xml(name: str, rest: str, reason: Reason) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes((FLAT.format(name=name, body=p("正文")) + rest).encode(), "a.doc")
    assert caught.value.reason == reason


def test_xml_of_another_program() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "a.xls")
    assert caught.value.reason == Reason.UNSUPPORTED


def has_calc() -> bool:
    try:
        workbook(".xls")
    except OfficeError:
        return False
    return True


@cache
def workbook(suffix: str) -> bytes:
    """A table of indicators as LibreOffice Calc saves it."""
    from openpyxl import Workbook

    made = Workbook()
    for row in (("指标", "目标值"), ("时延", 5.5), ("合计", "=B2*2")):
        made.active.append(row)
    target = io.BytesIO()
    made.save(target)
    writes = {".xls": "MS Excel 97", ".ods": "calc8"}[suffix]
    return convert(target.getvalue(), Conversion(".xlsx", "Calc MS Excel 2007 XML", writes, 120, 10**8))


@pytest.mark.parametrize(("suffix", "name"), [(".xls", "表.xls"), (".xls", "表.et"), (".ods", "表.ods")])
def test_sheets_become_xlsx(suffix: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if not has_calc():
        pytest.skip("LibreOffice Calc is not installed (apt-get install libreoffice-calc-nogui python3-uno)")

    def read_xlsx(payload: Payload) -> Document:
        from openpyxl import load_workbook

        sheet = load_workbook(io.BytesIO(payload.data), data_only=True).active
        draft = Draft(payload)
        draft.table(DraftCell(c.row, c.column, [Piece(str(c.value))]) for row in sheet.rows for c in row)
        return draft.document("xlsx")

    monkeypatch.setitem(READERS, FileType.XLSX, read_xlsx)
    document = read_as(workbook(suffix), name)
    assert document.text == "指标\t目标值\n时延\t5.5\n合计\t11\n"
    assert document.source.parser == "libreoffice+xlsx"


# (what LibreOffice does, reason, a word of the message or the remedy)
OUTCOMES = [
    (NotInstalled("LibreOffice is not installed"), Reason.NEEDS_PROGRAM, "apt-get install libreoffice-writer-nogui"),
    (TimedOut("no answer"), Reason.TIMED_OUT, "96 seconds"),
    (Ended("bridge disposed"), Reason.DAMAGED, "breaks off"),
    (Refused("it was not opened"), Reason.DAMAGED, "cannot open"),
    (Overflow("9 bytes"), Reason.TOO_LARGE, "9 bytes"),
]


@pytest.mark.parametrize(("outcome", "reason", "word"), OUTCOMES)
def test_outcomes(outcome: Exception, reason: Reason, word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(data: bytes, task: Conversion) -> bytes:
        raise outcome

    monkeypatch.setattr(reader, "convert", fail)
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(b"{\\rtf1 x}", "a.rtf")
    assert caught.value.reason == reason
    assert word in str(caught.value)
