"""Characters, cells, pictures and fields of a page, whichever reader found them, to its content."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from pipeline.reading.draft import Box, Piece
from pipeline.reading.paged.columns import lines_in_columns, may_have_columns
from pipeline.reading.paged.lines import Glyph, lines_of
from pipeline.reading.paged.pages import PageContent
from pipeline.reading.paged.tables import PageTable, tables_of
from pipeline.reading.pdf import pdfium
from pipeline.reading.pdf.fields import Field
from pipeline.reading.pdf.pdfium import Sheet
from pipeline.reading.pdf.setting import Setting
from schemas.document import FormValue, Picture


def content_of(sheet: Sheet, number: int, fields: Sequence[Field]) -> PageContent:
    """The page as pdfium reads it."""
    cells = sheet.tables()
    quick = None if fields else _quickly(sheet.seen, cells, number)
    if quick is not None:
        return _content(sheet, number, pdfium.READER, *quick, sheet.drawing.pictures, sheet.hidden.lines(number), ())
    hidden = sheet.hidden.glyphs()
    return assembled(sheet, number, pdfium.READER, sheet.seen.glyphs(), hidden, cells, sheet.drawing.pictures, fields)


def _quickly(seen: Setting, cells: Sequence[Sequence[Box]], number: int) -> tuple[list[Piece], list[PageTable]] | None:
    """Lines straight from the arrays, tables from the characters in them; None where that is not so simple."""
    tables: list[PageTable] = []
    if cells:
        inside = np.zeros(len(seen.text), bool)
        x, y = (seen.boxes[:, 0] + seen.boxes[:, 2]) / 2, (seen.boxes[:, 1] + seen.boxes[:, 3]) / 2
        for table in cells:
            left, top = min(cell[0] for cell in table), min(cell[1] for cell in table)
            right, bottom = max(cell[2] for cell in table), max(cell[3] for cell in table)
            inside |= (x >= left) & (x <= right) & (y >= top) & (y <= bottom)
        glyphs = seen.glyphs(inside)
        tables = tables_of(cells, glyphs, number)
        if glyphs:  # between the cells of a table, or in what is no table
            return None
        seen = seen.without(inside)
    lines = seen.lines(number)
    return None if may_have_columns(lines) else (lines, tables)


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
    lines = lines_in_columns(left, number)
    return _content(sheet, number, reader, lines, tables, pictures, lines_of(hidden, number), fields)


def _content(
    sheet: Sheet,
    number: int,
    reader: str,
    lines: list[Piece],
    tables: list[PageTable],
    pictures: Sequence[Box],
    hidden: list[Piece],
    fields: Sequence[Field],
) -> PageContent:
    return PageContent(
        number=number,
        width=sheet.view.width,
        height=sheet.view.height,
        reader=reader,
        lines=lines,
        tables=tables,
        pictures=[Picture(number, box) for box in pictures],
        hidden=hidden,
        form_values=[FormValue(field.name, field.value, number, field.box) for field in fields],
    )
