"""PDF with a text layer: lines with boxes, ruled tables cell by cell, margins told from the text."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline.reading.draft import Draft, Piece
from pipeline.reading.payload import Payload
from pipeline.reading.pdf_lines import glyphs_of, lines_of, widgets_of
from pipeline.reading.pdf_margins import margin_lines
from pipeline.reading.pdf_tables import PageTable, continues, join, tables_of
from pipeline.reading.seals import seals_on_page
from schemas.document import Document, Picture
from schemas.errors import Reason

PARSER = "pdfplumber"
_UNKNOWN_SHARE = 0.3  # of the characters; with more of them unknown there is nothing to screen
_LETTERS_A_PAGE = 10  # fewer, with a picture on most pages: a scan
_SEAL_SIDES = (40.0, 220.0)  # points: a seal is 3 to 6 cm wide, its picture may be wider
_TABLE_SETTINGS = {"snap_tolerance": 3, "join_tolerance": 3, "intersection_tolerance": 4}


@dataclass(slots=True)
class Page:
    """What was found on one page: lines outside tables, tables, pictures."""

    number: int
    height: float
    lines: list[Piece]
    tables: list[PageTable]
    pictures: list[Picture] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All the characters on the page, in no order that matters."""
        cells = (cell.text for table in self.tables for cell in table.cells)
        return "".join((*(line.text for line in self.lines), *cells))


@dataclass(slots=True)
class _Item:
    """A block in reading order: a line, a line of the margins, or a table."""

    page: int
    top: float
    content: Piece | PageTable | Picture
    margin: bool = False


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
        pages = [_read_page(page) for page in pdf.pages]
    if not pages:
        raise payload.damaged("it has no pages")
    _refuse_unreadable(payload, pages)
    _look_for_seals(payload, pages)
    return _write(payload, pages)


def _read_page(page: Any) -> Page:
    x, y = origin = page.bbox[0], page.bbox[1]
    glyphs = glyphs_of(page.chars, page.bbox) + widgets_of(page.annots, page.bbox)
    found = page.find_tables(_TABLE_SETTINGS) if page.edges else []
    tables = tables_of(found, glyphs, page.page_number, origin)
    pictures = [
        Picture(page.page_number, (image["x0"] - x, image["top"] - y, image["x1"] - x, image["bottom"] - y))
        for image in page.images
    ]
    result = Page(page.page_number, float(page.height), lines_of(glyphs, page.page_number), tables, pictures)
    page.close()
    return result


def _refuse_unreadable(payload: Payload, pages: Sequence[Page]) -> None:
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


def _look_for_seals(payload: Payload, pages: Sequence[Page]) -> None:
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


def _write(payload: Payload, pages: Sequence[Page]) -> Document:
    draft = Draft(payload)
    unknown = sum(page.words.count("\ufffd") for page in pages)
    if unknown:
        draft.warnings.append(f"{unknown} characters are drawn by fonts that do not say which they are")
    for item in _joined(_items(pages)):
        if isinstance(item.content, PageTable):
            draft.table(item.content.cells)
        elif isinstance(item.content, Picture):
            draft.picture(item.content.page, item.content.box, item.content.is_seal)
        else:
            draft.paragraph([item.content], margin=item.margin)
    return draft.document(PARSER, pages=len(pages), hard_wrapped=True)


def _items(pages: Sequence[Page]) -> list[_Item]:
    margins = margin_lines([page.lines for page in pages], [page.height for page in pages])
    items = []
    for index, page in enumerate(pages):
        here = [
            _Item(page.number, line.box[1] if line.box else 0.0, line, (index, at) in margins)
            for at, line in enumerate(page.lines)
        ]
        here += [_Item(page.number, table.box[1], table) for table in page.tables]
        here += [_Item(page.number, picture.box[1] if picture.box else 0.0, picture) for picture in page.pictures]
        items += sorted(here, key=lambda item: item.top)
    return items


def _joined(items: Sequence[_Item]) -> list[_Item]:
    """The items with tables that run over a page break made one; margins in between come behind it."""
    result: list[_Item] = []
    above: tuple[_Item, PageTable] | None = None
    for item in items:
        content = item.content
        if isinstance(content, PageTable):
            if above is not None and above[0].page < item.page and continues(above[1], content):
                whole = join(above[1], content)
                above[0].content, above[0].page = whole, item.page
                above = above[0], whole
                continue
            above = item, content
        elif isinstance(content, Piece) and not item.margin:
            above = None
        result.append(item)
    return result
