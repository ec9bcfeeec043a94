"""What kind of file some bytes are: by their content first, by the name's extension where content is silent."""

import io
import lzma
import re
import struct
import zipfile
import zlib
from enum import StrEnum
from pathlib import PurePath
from typing import IO

from pipeline.reading.encoding import likeness
from pipeline.reading.ole import MAGIC, mentions, root_streams
from pipeline.reading.signatures import begins_tar, is_mail, is_part_by_content, is_part_by_name
from pipeline.reading.zip_directory import open_zip


class FileType(StrEnum):
    """The kinds of file that the table of readers knows by name; the values are media types."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    CSV = "text/csv"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    PDF = "application/pdf"
    ZIP = "application/zip"
    ENCRYPTED_OFFICE = "application/x-encrypted-ooxml"
    LEGACY_WORD = "application/msword"
    LEGACY_SHEET = "application/vnd.ms-excel"
    LEGACY_SLIDES = "application/vnd.ms-powerpoint"
    OUTLOOK = "application/vnd.ms-outlook"
    LEGACY_OFFICE = "application/x-ole-storage"
    WORD_XML = "application/xml"
    WEB_ARCHIVE = "multipart/related"
    RTF = "application/rtf"
    ODT = "application/vnd.oasis.opendocument.text"
    ODS = "application/vnd.oasis.opendocument.spreadsheet"
    OFD = "application/ofd"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    PNG = "image/png"
    JPEG = "image/jpeg"
    TIFF = "image/tiff"
    BMP = "image/bmp"
    GIF = "image/gif"
    WEBP = "image/webp"
    TAR = "application/x-tar"
    GZIP = "application/gzip"
    BZIP2 = "application/x-bzip2"
    XZ = "application/x-xz"
    SEVEN_ZIP = "application/x-7z-compressed"
    RAR = "application/vnd.rar"
    ARCHIVE_PART = "application/x-archive-part"
    OTHER_ARCHIVE = "application/x-archive"
    MAIL = "message/rfc822"
    TNEF = "application/vnd.ms-tnef"
    PROGRAM = "application/x-msdownload"
    UNKNOWN = "application/octet-stream"


PICTURES = frozenset({FileType.PNG, FileType.JPEG, FileType.TIFF, FileType.BMP, FileType.GIF, FileType.WEBP})
"""The kinds of picture file."""

_MAGIC: tuple[tuple[bytes, FileType], ...] = (
    (b"{\\rtf", FileType.RTF),
    (b"\x89PNG\r\n", FileType.PNG),
    (b"\xff\xd8\xff", FileType.JPEG),
    (b"GIF8", FileType.GIF),
    (b"II*\x00", FileType.TIFF),
    (b"MM\x00*", FileType.TIFF),
    (b"Rar!\x1a\x07", FileType.RAR),
    (b"7z\xbc\xaf\x27\x1c", FileType.SEVEN_ZIP),
    (b"\x1f\x8b", FileType.GZIP),
    (b"BZh", FileType.BZIP2),
    (b"\xfd7zXZ\x00", FileType.XZ),
    (b"\x28\xb5\x2f\xfd", FileType.OTHER_ARCHIVE),  # zstd
    (b"MSCF", FileType.OTHER_ARCHIVE),  # cabinet
    (b"\x78\x9f\x3e\x22", FileType.TNEF),
    (b"MZ\x90\x00", FileType.PROGRAM),
    (b"MZP\x00", FileType.PROGRAM),
)
_BY_MEMBER: tuple[tuple[str, FileType], ...] = (
    ("word/document.xml", FileType.DOCX),
    ("xl/workbook.xml", FileType.XLSX),
    ("xl/workbook.bin", FileType.XLSX),
    ("ppt/presentation.xml", FileType.PPTX),
    ("OFD.xml", FileType.OFD),
)
# Types of main parts, for packages whose parts have other names than the usual ones.
_BY_CONTENT_TYPE: tuple[tuple[re.Pattern[bytes], FileType], ...] = (
    (re.compile(rb"word(?:processingml\.(?:document|template)|\.document\.macroEnabled|\.template\.macro\w+)\.main"),
     FileType.DOCX),
    (re.compile(rb"(?:spreadsheetml\.(?:sheet|template)|excel\.(?:sheet|template)\.macroEnabled)\.main"),
     FileType.XLSX),
    (re.compile(rb"presentationml\.(?:presentation|slideshow|template)\.main"), FileType.PPTX),
)  # fmt: skip
_CONTENT_TYPES = "[Content_Types].xml"
_MOST_TYPES = 2**20
_BY_EXTENSION = {
    ".md": FileType.MARKDOWN,
    ".markdown": FileType.MARKDOWN,
    ".htm": FileType.HTML,
    ".html": FileType.HTML,
    ".xhtml": FileType.HTML,
    ".shtml": FileType.HTML,
    ".jsp": FileType.HTML,
    ".csv": FileType.CSV,
    ".tsv": FileType.CSV,
    ".docx": FileType.DOCX,
    ".pdf": FileType.PDF,
    ".zip": FileType.ZIP,
}
# An OpenDocument's first member is its media type, unpacked.
_MIMETYPE_AT, _OPEN_DOCUMENT = 30, b"mimetypeapplication/vnd.oasis.opendocument."
_OPEN_DOCUMENTS = ((b"text", FileType.ODT), (b"spreadsheet", FileType.ODS))
ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,  # a name that is not in the encoding that its flag promises, a date that is none
    LookupError,  # a name of no characters
    OverflowError,
    NotImplementedError,
)
"""What Python's ZIP reader raises for archives that are damaged or of another make."""

# The streams in an OLE file's root that tell what it is: a mail first, for one may be packed with anything.
_BY_STREAM: tuple[tuple[str, FileType], ...] = (
    ("__properties_version1.0", FileType.OUTLOOK),
    ("EncryptedPackage", FileType.ENCRYPTED_OFFICE),
    ("WordDocument", FileType.LEGACY_WORD),
    ("Workbook", FileType.LEGACY_SHEET),
    ("Book", FileType.LEGACY_SHEET),
    ("PowerPoint Document", FileType.LEGACY_SLIDES),
)
_IN_PARTS = (FileType.SEVEN_ZIP, FileType.RAR, FileType.ZIP)
# Word's XML of 2003 and 2006: text to the eye, but no text.
_WORD_AS_TEXT = (b"<?mso-application", b"<pkg:package")
_WEB_ARCHIVE = re.compile(rb"^Content-Type:\s{0,4}multipart/related", re.IGNORECASE | re.MULTILINE)
_HTML_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<%@", b"<%--")
# ## 一、申报条件, twice: Markdown pasted into a text file. A single sharp may open a remark.
_MARKDOWN_HEADING = re.compile(rb"^#{2,6} {1,4}[^\s#]", re.MULTILINE)
_MARKED = 1 << 16
_HEAD = 4096
_TEXT_LIKENESS = 0.3  # share of frequent characters; real Chinese has 0.4 and more, other bytes almost none


def sniff(data: bytes, name: str) -> FileType:
    """The type of a file with this content and this name; UNKNOWN for bytes that no kind claims."""
    by_content = _binary_type(data)
    if by_content in _IN_PARTS and (is_part_by_name(name) or is_part_by_content(data)):
        return FileType.ARCHIVE_PART
    if by_content is not None:
        return by_content
    if is_mail(data[:_HEAD], name):
        return FileType.MAIL
    by_name = _BY_EXTENSION.get(PurePath(name).suffix.lower())
    if by_name in (FileType.DOCX, FileType.PDF, FileType.ZIP) and not data[:4].strip(b"\x00 \t\r\n"):
        return by_name
    if _WEB_ARCHIVE.search(data[:_HEAD]) and PurePath(name).suffix.lower() not in (".eml", ".txt", ".md"):
        return FileType.WEB_ARCHIVE
    if any(mark in data[:_HEAD] for mark in _WORD_AS_TEXT):
        return FileType.WORD_XML
    if _looks_like_html(data):
        return FileType.HTML
    if not _looks_like_text(data):
        if is_part_by_name(name):
            return FileType.ARCHIVE_PART
        return by_name if by_name in (FileType.DOCX, FileType.PDF, FileType.ZIP) else FileType.UNKNOWN
    return by_name if by_name in (FileType.MARKDOWN, FileType.HTML, FileType.CSV) else _kind_of_text(data)


def _kind_of_text(data: bytes) -> FileType:
    """Markdown where lines open with its marks, else plain text."""
    return FileType.MARKDOWN if len(_MARKDOWN_HEADING.findall(data[:_MARKED])) > 1 else FileType.TEXT


def _binary_type(data: bytes) -> FileType | None:
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _zip_type(data)
    if data.startswith(MAGIC):
        return ole_type(data)
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return FileType.WEBP
    if data[:2] == b"BM" and data[6:10] == b"\x00\x00\x00\x00":  # a text may begin with these letters
        return FileType.BMP
    if begins_tar(data):
        return FileType.TAR
    # Last, for junk may stand before the mark: the head of an archive that holds a PDF is none.
    return FileType.PDF if b"%PDF-" in data[:1024] else None


def ole_type(data: bytes) -> FileType:
    """What an OLE file is, by the streams in its root; by any mention of them where its directory is broken.

    LEGACY_OFFICE for one that no kind claims.
    """
    names = root_streams(data)
    for name, kind in _BY_STREAM:
        if name in names if names is not None else mentions(data, name):
            return kind
    return FileType.LEGACY_OFFICE


def _zip_type(data: bytes) -> FileType:
    opened = data[_MIMETYPE_AT : _MIMETYPE_AT + _HEAD]
    if opened.startswith(_OPEN_DOCUMENT):
        kinds = (kind for name, kind in _OPEN_DOCUMENTS if opened.startswith(name, len(_OPEN_DOCUMENT)))
        return next(kinds, FileType.UNKNOWN)
    try:
        return zip_type(io.BytesIO(data))
    except ZIP_ERRORS:
        return _by_members({member for member, _ in _BY_MEMBER if member.encode() in data}, b"")


def zip_type(stream: IO[bytes]) -> FileType:
    """What a ZIP is, by the members that it lists; raises one of ZIP_ERRORS where it cannot be opened."""
    with open_zip(stream) as archive:
        names = {name.replace("\\", "/") for name in archive.namelist()}
        return _by_members(names, _content_types(archive) if _CONTENT_TYPES in names else b"")


def _by_members(names: set[str], types: bytes) -> FileType:
    if any(name.lower() == "ofd.xml" for name in names):
        return FileType.OFD
    for member, kind in _BY_MEMBER:
        if member in names:
            return kind
    for pattern, kind in _BY_CONTENT_TYPE:
        if pattern.search(types):
            return kind
    return FileType.ODT if {"mimetype", "content.xml"} <= names else FileType.ZIP


def _content_types(archive: zipfile.ZipFile) -> bytes:
    try:
        with archive.open(_CONTENT_TYPES) as stream:
            return stream.read(_MOST_TYPES)
    except (KeyError, RuntimeError, MemoryError, *ZIP_ERRORS):  # RuntimeError: it is encrypted
        return b""


def _looks_like_html(data: bytes) -> bool:
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.replace(b"\x00", b"")[2:]
    return head.lstrip().lower().startswith(_HTML_STARTS) or b"<html" in head.lower()


def _looks_like_text(data: bytes) -> bool:
    """No text has more than a trace of control characters, unless it is UTF-16."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    sample = data[: 16 * _HEAD]
    controls = sum(sample.count(code) for code in range(32) if code not in (9, 10, 12, 13, 27))
    if controls <= len(sample) // 50:
        return True
    even = sample[: len(sample) // 2 * 2]
    return any(likeness(even.decode(name, "replace")) > _TEXT_LIKENESS for name in ("utf-16-le", "utf-16-be"))
