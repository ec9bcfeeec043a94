"""What kind of file some bytes are: by their content first, by the name's extension where content is silent."""

import io
import lzma
import struct
import zipfile
import zlib
from enum import StrEnum
from pathlib import PurePath

from pipeline.reading.encoding import likeness


class FileType(StrEnum):
    """The kinds of file that the table of readers knows by name; the values are media types."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    PDF = "application/pdf"
    ZIP = "application/zip"
    ENCRYPTED_OFFICE = "application/x-encrypted-ooxml"
    LEGACY_OFFICE = "application/x-ole-storage"
    RTF = "application/rtf"
    ODT = "application/vnd.oasis.opendocument.text"
    OFD = "application/ofd"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    PNG = "image/png"
    JPEG = "image/jpeg"
    TIFF = "image/tiff"
    BMP = "image/bmp"
    GIF = "image/gif"
    WEBP = "image/webp"
    OTHER_ARCHIVE = "application/x-archive"
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
    (b"Rar!\x1a\x07", FileType.OTHER_ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", FileType.OTHER_ARCHIVE),
    (b"\x1f\x8b", FileType.OTHER_ARCHIVE),
    (b"BZh", FileType.OTHER_ARCHIVE),
    (b"\xfd7zXZ\x00", FileType.OTHER_ARCHIVE),
)
_BY_MEMBER: tuple[tuple[str, FileType], ...] = (
    ("word/document.xml", FileType.DOCX),
    ("xl/workbook.xml", FileType.XLSX),
    ("ppt/presentation.xml", FileType.PPTX),
    ("OFD.xml", FileType.OFD),
)
_BY_EXTENSION = {
    ".md": FileType.MARKDOWN,
    ".markdown": FileType.MARKDOWN,
    ".htm": FileType.HTML,
    ".html": FileType.HTML,
    ".xhtml": FileType.HTML,
    ".shtml": FileType.HTML,
    ".jsp": FileType.HTML,
    ".docx": FileType.DOCX,
    ".pdf": FileType.PDF,
    ".zip": FileType.ZIP,
}
ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,  # a name that is not in the encoding that its flag promises, a date that is none
    NotImplementedError,
)
"""What Python's ZIP reader raises for archives that are damaged or of another make."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTION_STREAM = "EncryptedPackage".encode("utf-16-le")
# Word's "single file web page" and its XML of 2003 and 2006: text to the eye, but only Word reads them.
_WORD_AS_TEXT = (b"<?mso-application", b"Content-Type: multipart/related", b"<pkg:package")
_HTML_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<%@", b"<%--")
_HEAD = 4096
_TEXT_LIKENESS = 0.3  # share of frequent characters; real Chinese has 0.4 and more, other bytes almost none


def sniff(data: bytes, name: str) -> FileType:
    """The type of a file with this content and this name; UNKNOWN for bytes that no kind claims."""
    by_content = _binary_type(data)
    if by_content is not None:
        return by_content
    by_name = _BY_EXTENSION.get(PurePath(name).suffix.lower())
    if by_name in (FileType.DOCX, FileType.PDF, FileType.ZIP) and not data[:4].strip(b"\x00 \t\r\n"):
        return by_name
    if any(mark in data[:_HEAD] for mark in _WORD_AS_TEXT):
        return FileType.LEGACY_OFFICE
    if _looks_like_html(data):
        return FileType.HTML
    if not _looks_like_text(data):
        return by_name if by_name in (FileType.DOCX, FileType.PDF, FileType.ZIP) else FileType.UNKNOWN
    return by_name if by_name in (FileType.MARKDOWN, FileType.HTML) else FileType.TEXT


def _binary_type(data: bytes) -> FileType | None:
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _zip_type(data)
    if data.startswith(_OLE):
        return FileType.ENCRYPTED_OFFICE if _ENCRYPTION_STREAM in data else FileType.LEGACY_OFFICE
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return FileType.WEBP
    if data[:2] == b"BM" and data[6:10] == b"\x00\x00\x00\x00":  # a text may begin with these letters
        return FileType.BMP
    if data[257:262] == b"ustar":
        return FileType.OTHER_ARCHIVE
    # Last, for junk may stand before the mark: the head of an archive that holds a PDF is none.
    return FileType.PDF if b"%PDF-" in data[:1024] else None


def _zip_type(data: bytes) -> FileType:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except ZIP_ERRORS:
        names = {member for member, _ in _BY_MEMBER if member.encode() in data}
    for member, kind in _BY_MEMBER:
        if member in names:
            return kind
    return FileType.ODT if "mimetype" in names and "content.xml" in names else FileType.ZIP


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
