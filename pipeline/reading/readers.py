"""The table of readers: one line a type, and for what is not readable yet the reason and what to do."""

from collections.abc import Callable

from pipeline.reading.docx.body import read_docx
from pipeline.reading.filetypes import FileType
from pipeline.reading.html.page import read_html
from pipeline.reading.markdown import read_markdown
from pipeline.reading.payload import Payload
from pipeline.reading.pdf.reader import read_pdf
from pipeline.reading.plain import read_text
from pipeline.reading.scan.pictures import read_picture
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


_AS_DOCX = "Open it in Word or WPS and save it as DOCX or as PDF."

READERS: dict[FileType, Reader] = {
    FileType.TEXT: read_text,
    FileType.MARKDOWN: read_markdown,
    FileType.HTML: read_html,
    FileType.DOCX: read_docx,
    FileType.PDF: read_pdf,
    FileType.ENCRYPTED_OFFICE: _encrypted_office,
    FileType.LEGACY_OFFICE: unsupported("Legacy Office files (DOC, WPS, XLS, ET)", _AS_DOCX),
    FileType.RTF: unsupported("RTF files", _AS_DOCX),
    FileType.ODT: unsupported("OpenDocument text", _AS_DOCX),
    FileType.OFD: unsupported("OFD files", "Open it in an OFD viewer and export it as PDF."),
    FileType.XLSX: unsupported("Spreadsheets", "Print the sheet to PDF, or copy its table into a DOCX."),
    FileType.PPTX: unsupported("Presentations", "Save the slides as PDF."),
    FileType.PNG: read_picture,
    FileType.JPEG: read_picture,
    FileType.TIFF: read_picture,
    FileType.BMP: read_picture,
    FileType.GIF: read_picture,
    FileType.WEBP: read_picture,
    FileType.ZIP: unsupported("An archive as one document", "Give it to ingest or screen, which open archives."),
    FileType.OTHER_ARCHIVE: unsupported("Archives other than ZIP", "Unpack it and pack the files as ZIP."),
    FileType.UNKNOWN: unsupported("A file of this kind", "Save it as DOCX, PDF with text, HTML, Markdown or TXT."),
}
