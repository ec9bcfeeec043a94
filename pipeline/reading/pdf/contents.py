"""Characters, cells, pictures and fields of a page, whichever reader found them, to its content."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from pipeline.reading.draft import Box, Piece
from pipeline.reading.paged.columns import lines_in_columns, may_have_columns
from pipeline.reading.paged.lines import Glyph, lines_of
from pipeline.reading.paged.pages import PageContent
from pipeline.reading.paged.tables import PageTable, frames_of, grid_of, tables_of
from pipeline.reading.pdf import pdfium
from pipeline.reading.pdf.closing import Ends
from pipeline.reading.pdf.fields import Field
from pipeline.reading.pdf.pdfium import Sheet
from pipeline.reading.pdf.ruling import SNAP
from pipeline.reading.pdf.setting import Codes, Setting
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
    """Lines and tables straight from the arrays, as ``assembled`` makes them; None where columns may be parted."""
    groups = np.zeros(len(seen.text), np.int64)  # 0 for running text, then a number a cell
    tables: list[tuple[list[Box], int]] = []
    first = 1
    for boxes in map(frames_of, cells):
        own = _numbered(seen, groups, boxes) if len(boxes) > 1 else groups[:0]
        if own.any() and not seen.blank[own > 0].all():
            groups[own > 0] = own[own > 0] + first - 1
            tables.append((boxes, first))
            first += len(boxes)
    lines = seen.lines_by(groups, number)
    if may_have_columns(lines.get(0, [])):
        return None
    grids = [grid_of(boxes, [lines.get(start + index, []) for index in range(len(boxes))]) for boxes, start in tables]
    return lines.get(0, []), grids


def _numbered(seen: Setting, groups: Codes, boxes: Sequence[Box]) -> Codes:
    """The number (from 1) of the box that each character's middle lies in; 0 for none, or where it is in a group."""
    x, y = (seen.boxes[:, 0] + seen.boxes[:, 2]) / 2, (seen.boxes[:, 1] + seen.boxes[:, 3]) / 2
    own = np.zeros(len(groups), np.int64)
    for index, (x0, top, x1, bottom) in enumerate(boxes, 1):
        own[(own == 0) & (groups == 0) & (x >= x0) & (x <= x1) & (y >= top) & (y <= bottom)] = index
    return own


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
    ends = sheet.ends if tables else Ends()
    for table in tables:
        table.open_head = any(abs(table.box[1] - y) <= SNAP for y, _, _ in ends.heads)
        table.open_foot = any(abs(table.box[3] - y) <= SNAP for y, _, _ in ends.feet)
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
