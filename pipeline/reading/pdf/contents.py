"""Characters, cells, pictures and fields of a page, whichever reader found them, to its content."""

from collections.abc import Sequence
from typing import Any

from pipeline.reading.draft import Box
from pipeline.reading.paged.columns import lines_in_columns
from pipeline.reading.paged.lines import Glyph, lines_of
from pipeline.reading.paged.pages import PageContent
from pipeline.reading.paged.tables import tables_of
from pipeline.reading.pdf import pdfium
from pipeline.reading.pdf.fields import Field
from pipeline.reading.pdf.pdfium import Sheet
from schemas.document import FormValue, Picture


def content_of(sheet: Sheet, number: int, fields: Sequence[Field]) -> PageContent:
    """The page as pdfium reads it."""
    return assembled(
        sheet, number, pdfium.READER, sheet.glyphs, sheet.hidden, sheet.tables(), sheet.drawing.pictures, fields
    )


def assembled(
    sheet: Sheet,
    number: int,
    reader: str,
    glyphs: Sequence[Glyph],
    hidden: Sequence[Glyph],
    cells: Sequence[Sequence[Any]],
    pictures: Sequence[Box],
    fields: Sequence[Field],
) -> PageContent:
    """The page with its lines and tables, from what one reader found (everything in the view's coordinates)."""
    left = [*glyphs, *(glyph for field in fields for glyph in field.glyphs)]
    tables = tables_of(cells, left, number)
    return PageContent(
        number=number,
        width=sheet.view.width,
        height=sheet.view.height,
        reader=reader,
        lines=lines_in_columns(left, number),
        tables=tables,
        pictures=[Picture(number, box) for box in pictures],
        hidden=lines_of(hidden, number),
        form_values=[FormValue(field.name, field.value, number, field.box) for field in fields],
    )
