"""PDF with a text layer: lines with boxes, ruled tables cell by cell, margins told from the text."""

import io
from collections.abc import Sequence

from pipeline.reading.draft import Draft
from pipeline.reading.paged.pages import PageContent, write_pages
from pipeline.reading.payload import Payload
from pipeline.reading.pdf.plumber import read_page
from pipeline.reading.seals import mark_seals
from schemas.document import Document
from schemas.errors import Reason

PARSER = "pdfplumber"
_UNKNOWN_SHARE = 0.3  # of the characters; with more of them unknown there is nothing to screen
_LETTERS_A_PAGE = 10  # fewer, with a picture on most pages: a scan


def read_pdf(payload: Payload) -> Document:
    """Read a PDF; raises UnreadableFile for a scan, a password, a damaged or an overlong file."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        pdf = pdfplumber.open(io.BytesIO(payload.data))
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], PDFPasswordIncorrect):
            raise payload.encrypted("a PDF program") from error
        raise payload.damaged("its structure cannot be read") from error
    with pdf:
        if len(pdf.pages) > payload.limits.pages:
            raise payload.too_large(f"{len(pdf.pages)} pages, at most {payload.limits.pages}")
        pages = [read_page(page) for page in pdf.pages]
    if not pages:
        raise payload.damaged("it has no pages")
    pages = _recognised(payload, pages)
    _refuse_unreadable(payload, pages)
    _look_for_seals(payload, pages)
    return _write(payload, pages)


def _refuse_unreadable(payload: Payload, pages: Sequence[PageContent]) -> None:
    letters = sum(len(page.words) for page in pages)
    unknown = sum(page.words.count("\ufffd") for page in pages)
    if unknown > _UNKNOWN_SHARE * letters:
        raise payload.failure(
            Reason.EMPTY,
            "The fonts of the PDF do not say which characters they draw, so its text layer cannot be read.",
            "Export it again from Word or WPS with its fonts embedded, or hand in the DOCX.",
        )
    pictured = sum(bool(page.pictures) for page in pages)
    if letters >= _LETTERS_A_PAGE * len(pages) or (letters and pictured * 2 < len(pages)):
        return
    if pictured == 0:
        raise payload.empty(f"its {len(pages)} pages hold no text")
    raise payload.failure(
        Reason.EMPTY,
        f"The PDF is a scan: {pictured} of its {len(pages)} pages are pictures without a text layer, "
        "and text recognition (OCR) is not available yet.",
        "Hand in the file as it was saved from Word or WPS (DOCX, or PDF with selectable text), "
        "or run an OCR program over it first.",
    )


def _recognised(payload: Payload, pages: list[PageContent]) -> list[PageContent]:
    """Pages without text, but with a picture, recognised. (Takes part in the choice of readers later.)"""
    import pypdfium2  # type: ignore[import-untyped]

    from pipeline.reading.scan.page import recognise

    poor = [page for page in pages if len(page.words) < _LETTERS_A_PAGE and page.pictures]
    if not poor or not payload.options.recognise:
        return pages
    document = pypdfium2.PdfDocument(payload.data)
    scale = 200 / 72
    read = {
        page.number: recognise(document[page.number - 1].render(scale=scale).to_numpy()[..., 2::-1], page.number, scale)
        for page in poor
    }
    return [read.get(page.number, page) for page in pages]


def _look_for_seals(payload: Payload, pages: Sequence[PageContent]) -> None:
    """Note the red seals on pages with pictures."""
    pictured = [page for page in pages if page.pictures and page.reader != "rapidocr"]
    if pictured:
        mark_seals(payload.data, pictured)


def _write(payload: Payload, pages: Sequence[PageContent]) -> Document:
    draft = Draft(payload)
    unknown = sum(page.words.count("\ufffd") for page in pages)
    if unknown:
        draft.warnings.append(f"{unknown} characters are drawn by fonts that do not say which they are")
    write_pages(draft, pages)
    return draft.document(PARSER, pages=len(pages), hard_wrapped=True)
