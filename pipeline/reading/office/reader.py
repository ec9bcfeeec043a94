"""DOC, WPS, RTF, ODT and Word's XML, made DOCX by LibreOffice; XLS, ET and ODS made XLSX; then read as such."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO

from pipeline.reading.filetypes import ZIP_ERRORS, FileType
from pipeline.reading.office.service import Conversion, Ended, NotInstalled, OfficeError, Overflow, TimedOut, convert
from pipeline.reading.ole import stream_start
from pipeline.reading.payload import Payload
from schemas.document import Document
from schemas.errors import Reason, UnreadableFile

PARSER = "libreoffice"
INSTALL_WRITER = "apt-get install libreoffice-writer-nogui python3-uno"
INSTALL_CALC = "apt-get install libreoffice-calc-nogui python3-uno"


@dataclass(frozen=True, slots=True)
class Way:
    """How a type is read: LibreOffice's filter, the extension it knows it by, and whether text or a sheet comes out."""

    reads: str
    suffix: str
    sheet: bool = False


_WAYS: dict[FileType, Way] = {
    FileType.LEGACY_WORD: Way("MS Word 97", ".doc"),
    FileType.WORD_XML: Way("MS Word 2003 XML", ".xml"),
    FileType.RTF: Way("Rich Text Format", ".rtf"),
    FileType.ODT: Way("writer8", ".odt"),
    FileType.LEGACY_SHEET: Way("MS Excel 97", ".xls", sheet=True),
    FileType.ODS: Way("calc8", ".ods", sheet=True),
}
# The version in a Word file's head (nFib), and the filter for it; later ones are Word 97 and its successors.
_OLD_WORD = ((103, "MS WinWord 6.0"), (105, "MS Word 95"))
_FIB_BYTES, _WORD_MARKS = 12, (0xA5EC, 0xA5DC)
_FIB_ENCRYPTED = 0x0100
_FILEPASS, _BOUNDSHEET = 0x2F, 0x85
_SHARE = 0.8  # of the seconds, for the conversion: it ends by itself before whoever waits for the file ends it
_WRITES = {False: "MS Word 2007 XML", True: "Calc MS Excel 2007 XML"}


def through_office(read_made: Callable[[Payload], Document]) -> Callable[[Payload], Document]:
    """A reader that has LibreOffice convert the file and reads what comes of it with ``read_made``."""

    def read(payload: Payload) -> Document:
        way = _way(payload)
        if _is_encrypted(payload):
            raise payload.encrypted("Word or WPS")
        made = replace(payload, data=_converted(payload, way))
        document = read_made(made)
        source = document.source
        return replace(document, source=source.model_copy(update={"parser": f"{PARSER}+{source.parser}"}))

    return read


def _way(payload: Payload) -> Way:
    way = _WAYS[payload.kind]
    if payload.kind is not FileType.LEGACY_WORD:
        return way
    head = stream_start(payload.data, "WordDocument", _FIB_BYTES)
    if int.from_bytes(head[:2], "little") not in _WORD_MARKS:
        raise payload.damaged("it breaks off, or is no Word file")
    version = int.from_bytes(head[2:4], "little")
    older = next((name for most, name in _OLD_WORD if version <= most), way.reads)
    return replace(way, reads=older)


def _converted(payload: Payload, way: Way) -> bytes:
    limits = payload.limits
    task = Conversion(way.suffix, way.reads, _WRITES[way.sheet], _SHARE * limits.seconds, limits.file_bytes)
    try:
        return convert(payload.data, task)
    except OfficeError as error:
        raise _failure(payload, way, error) from error


def _failure(payload: Payload, way: Way, error: OfficeError) -> UnreadableFile:
    if isinstance(error, NotInstalled):
        what, made = (INSTALL_CALC, "XLSX") if way.sheet else (INSTALL_WRITER, "DOCX")
        remedy = f"Install LibreOffice (Debian, Ubuntu: {what}), or open it in Word or WPS and save it as {made}."
        return payload.failure(Reason.NEEDS_PROGRAM, f"It can be read only through LibreOffice: {error}.", remedy)
    if isinstance(error, TimedOut):
        return payload.failure(
            Reason.TIMED_OUT,
            f"LibreOffice did not finish it in {_SHARE * payload.limits.seconds:g} seconds and was stopped.",
            "Open it in Word or WPS and save it as DOCX, or raise the limit if you trust the file.",
        )
    if isinstance(error, Overflow):
        return payload.too_large(str(error))
    if isinstance(error, Ended):
        return payload.damaged("LibreOffice breaks off over it", passing=True)
    return payload.damaged("LibreOffice cannot open it")


def _is_encrypted(payload: Payload) -> bool:
    """Whether a password is needed, told by the file itself: LibreOffice only says that it could not open it."""
    if payload.kind is FileType.LEGACY_WORD:
        head = stream_start(payload.data, "WordDocument", _FIB_BYTES)
        return bool(int.from_bytes(head[10:12], "little") & _FIB_ENCRYPTED)
    if payload.kind is FileType.LEGACY_SHEET:
        return _sheet_is_encrypted(payload.data)
    if payload.kind in (FileType.ODT, FileType.ODS):
        return _open_document_is_encrypted(payload.data)
    return False


def _sheet_is_encrypted(data: bytes) -> bool:
    """A workbook's records are (type, length, content); FILEPASS stands before the list of sheets."""
    head = stream_start(data, "Workbook", 8192) or stream_start(data, "Book", 8192)
    at = 0
    while at + 4 <= len(head):
        kind, length = (int.from_bytes(head[at + i : at + i + 2], "little") for i in (0, 2))
        if kind in (_FILEPASS, _BOUNDSHEET):
            return kind == _FILEPASS
        at += 4 + length
    return False


def _open_document_is_encrypted(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open("META-INF/manifest.xml") as stream:
            return re.search(rb"<(?:\w+:)?encryption-data\b", stream.read(2**20)) is not None
    except (*ZIP_ERRORS, KeyError, RuntimeError):
        return False
