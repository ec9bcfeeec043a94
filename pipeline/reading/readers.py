"""The table of readers: one line a type, and for what is not readable yet the reason and what to do."""

from collections.abc import Callable

from pipeline.reading.docx.body import read_docx
from pipeline.reading.filetypes import FileType
from pipeline.reading.html.page import read_html
from pipeline.reading.markdown import read_markdown
from pipeline.reading.office.reader import through_office
from pipeline.reading.office.wrapped import read_web_archive, read_word_xml
from pipeline.reading.ole import root_streams
from pipeline.reading.payload import Payload
from pipeline.reading.pdf.reader import read_pdf
from pipeline.reading.plain import read_text
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


def _sheet(payload: Payload) -> Document:
    """What LibreOffice makes of a spreadsheet, by the reader of XLSX."""
    return READERS[FileType.XLSX](payload)


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
    FileType.WEB_ARCHIVE: read_web_archive,
    FileType.RTF: through_office(read_docx),
    FileType.ODT: through_office(read_docx),
    FileType.LEGACY_SHEET: through_office(_sheet),
    FileType.ODS: through_office(_sheet),
    FileType.LEGACY_SLIDES: unsupported("Presentations", "Save the slides as PDF."),
    FileType.OUTLOOK: unsupported("Mails of Outlook (MSG)", "Save the mail's attachments and hand in those."),
    FileType.LEGACY_OFFICE: _other_ole,
    FileType.OFD: unsupported("OFD files", "Open it in an OFD viewer and export it as PDF."),
    FileType.XLSX: unsupported("Spreadsheets", "Print the sheet to PDF, or copy its table into a DOCX."),
    FileType.PPTX: unsupported("Presentations", "Save the slides as PDF."),
    FileType.PICTURE: unsupported(
        "Pictures and scans (OCR is not available)", "Hand in the document as DOCX or as PDF with selectable text."
    ),
    FileType.ZIP: unsupported("An archive as one document", "Give it to ingest or screen, which open archives."),
    FileType.OTHER_ARCHIVE: unsupported("Archives other than ZIP", "Unpack it and pack the files as ZIP."),
    FileType.UNKNOWN: unsupported("A file of this kind", "Save it as DOCX, PDF with text, HTML, Markdown or TXT."),
}
