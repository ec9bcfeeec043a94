"""PDF with a text layer: lines with boxes, ruled tables cell by cell, margins told from the text."""

import io
from collections.abc import Sequence
from dataclasses import replace

from pipeline.reading.draft import Draft
from pipeline.reading.paged.pages import PageContent, write_pages
from pipeline.reading.payload import Payload
from pipeline.reading.pdf.bounds import bound_pdfminer
from pipeline.reading.pdf.plumber import read_page
from pipeline.reading.seals import seals_on_page
from schemas.document import Document, Picture
from schemas.errors import Reason

PARSER = "pdfplumber"
_UNKNOWN_SHARE = 0.3  # of the characters; with more of them unknown there is nothing to screen
_LETTERS_A_PAGE = 10  # fewer, with a picture on most pages: a scan
_SEAL_SIDES = (40.0, 220.0)  # points: a seal is 3 to 6 cm wide, its picture may be wider


def read_pdf(payload: Payload) -> Document:
    """Read a PDF; raises UnreadableFile for a scan, a password, a damaged or an overlong file."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    bound_pdfminer()
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


def _look_for_seals(payload: Payload, pages: Sequence[PageContent]) -> None:
    """Mark the pictures of a seal's size that show a round red seal, and those that do not."""
    if not any(_may_be_seal(picture) for page in pages for picture in page.pictures):
        return
    import pypdfium2  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(payload.data)
    try:
        for page in pages:
            boxes = [picture.box for picture in page.pictures if picture.box is not None and _may_be_seal(picture)]
            seals = dict(zip(boxes, seals_on_page(document, page.number - 1, boxes), strict=True)) if boxes else {}
            page.pictures = [
                replace(picture, is_seal=seals[picture.box]) if picture.box in seals else picture
                for picture in page.pictures
            ]
    finally:
        document.close()


def _may_be_seal(picture: Picture) -> bool:
    if picture.box is None:
        return False
    x0, top, x1, bottom = picture.box
    return all(_SEAL_SIDES[0] <= side <= _SEAL_SIDES[1] for side in (x1 - x0, bottom - top))


def _write(payload: Payload, pages: Sequence[PageContent]) -> Document:
    draft = Draft(payload)
    unknown = sum(page.words.count("\ufffd") for page in pages)
    if unknown:
        draft.warnings.append(f"{unknown} characters are drawn by fonts that do not say which they are")
    write_pages(draft, pages)
    return draft.document(PARSER, pages=len(pages), hard_wrapped=True)
