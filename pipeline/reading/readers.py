"""The table of readers: one line a type, and for what is not readable yet the reason and what to do."""

from collections.abc import Callable

from pipeline.reading.docx.reader import read_docx
from pipeline.reading.filetypes import PICTURES, FileType
from pipeline.reading.html.mhtml import read_mhtml
from pipeline.reading.html.page import read_html
from pipeline.reading.markdown import read_markdown
from pipeline.reading.ofd.reader import read_ofd
from pipeline.reading.office.reader import through_office
from pipeline.reading.office.wrapped import read_word_xml
from pipeline.reading.ole import root_streams
from pipeline.reading.payload import Payload
from pipeline.reading.pdf.reader import read_pdf
from pipeline.reading.plain import read_text
from pipeline.reading.scan.pictures import read_picture
from pipeline.reading.spreadsheet.separated import read_csv
from pipeline.reading.spreadsheet.workbook import read_xlsx
from schemas.document import Document
from schemas.errors import Reason

Reader = Callable[[Payload], Document]


def unsupported(what: str, remedy: str) -> Reader:
    """A reader that says that this kind of file is not read, and what to do instead."""

    def refuse(payload: Payload) -> Document:
        raise payload.failure(Reason.UNSUPPORTED, f"{what} cannot be read yet.", remedy)

    return refuse


def _encrypted_office(payload: Payload) -> Document:
    raise payload.encrypted("Word or WPS")


def _other_ole(payload: Payload) -> Document:
    if root_streams(payload.data) is None:
        raise payload.damaged("its directory cannot be read")
    return unsupported("An Office file of this kind", _AS_DOCX)(payload)


_AS_FOLDER = "Give it to ingest or screen, which open archives and mails."
_ARCHIVES = (
    FileType.ZIP,
    FileType.TAR,
    FileType.GZIP,
    FileType.BZIP2,
    FileType.XZ,
    FileType.SEVEN_ZIP,
    FileType.RAR,
)
_AS_DOCX = "Open it in Word or WPS and save it as DOCX or as PDF."

READERS: dict[FileType, Reader] = {
    FileType.TEXT: read_text,
    FileType.MARKDOWN: read_markdown,
    FileType.HTML: read_html,
    FileType.DOCX: read_docx,
    FileType.PDF: read_pdf,
    FileType.ENCRYPTED_OFFICE: _encrypted_office,
    FileType.LEGACY_WORD: through_office(read_docx),
    FileType.WORD_XML: read_word_xml,
    FileType.WEB_ARCHIVE: read_mhtml,
    FileType.RTF: through_office(read_docx),
    FileType.ODT: through_office(read_docx),
    FileType.LEGACY_SHEET: through_office(read_xlsx),
    FileType.ODS: through_office(read_xlsx),
    FileType.LEGACY_SLIDES: unsupported("Presentations", "Save the slides as PDF."),
    FileType.LEGACY_OFFICE: _other_ole,
    FileType.OFD: read_ofd,
    FileType.XLSX: read_xlsx,
    FileType.CSV: read_csv,
    FileType.PPTX: unsupported("Presentations", "Save the slides as PDF."),
    **dict.fromkeys(PICTURES, read_picture),
    **{kind: unsupported("An archive as one document", _AS_FOLDER) for kind in _ARCHIVES},
    FileType.MAIL: unsupported("A mail as one document", _AS_FOLDER),
    FileType.OUTLOOK: unsupported("A mail as one document", _AS_FOLDER),
    FileType.ARCHIVE_PART: unsupported(
        "One of several parts of an archive", "Put the parts together, unpack them, and pack the files as one ZIP."
    ),
    FileType.OTHER_ARCHIVE: unsupported("Archives of this kind", "Unpack it and pack the files as ZIP."),
    FileType.TNEF: unsupported(
        "Attachments in Outlook's own format (TNEF)", "Ask the sender for the attachments themselves, or save them."
    ),
    FileType.PROGRAM: unsupported(
        "A program (an archive that unpacks itself is one too)", "Do not run it; ask for the files as ZIP."
    ),
    FileType.UNKNOWN: unsupported("A file of this kind", "Save it as DOCX, PDF with text, HTML, Markdown or TXT."),
}
