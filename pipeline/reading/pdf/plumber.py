"""One page read by pdfplumber: slow, and the reference for what is right."""

from collections.abc import Sequence
from typing import Any

from pipeline.reading.draft import Box
from pipeline.reading.paged.lines import Glyph
from pipeline.reading.paged.pages import PageContent
from pipeline.reading.pdf.contents import assembled
from pipeline.reading.pdf.fields import Field
from pipeline.reading.pdf.pdfium import Sheet
from pipeline.reading.pdf.placing import BELOW
from pipeline.reading.pdf.ruling import Stroke
from pipeline.reading.pdf.view import View
from pipeline.reading.pdf.visibility import is_in, shows
from pipeline.reading.symbols import shown_as

READER = "pdfplumber"
TABLE_SETTINGS = {"snap_tolerance": 3, "join_tolerance": 3, "intersection_tolerance": 4}
_RAISED, _LOWERED = 0.2, 0.4  # share of its height by which a box may lie off; beyond, the text itself is moved


def read_page(page: Any, sheet: Sheet, fields: Sequence[Field]) -> PageContent:
    """A ``pdfplumber`` page, closed afterwards (an open one keeps all its objects).

    ``sheet`` is what pdfium found on it: how the page is shown, and where text is hidden (pdfplumber cannot tell).
    """
    origin = _origin(page, sheet.view)
    seen, hidden = _parted(_glyphs(page.chars, origin, page.mediabox[0]), sheet)
    settings = TABLE_SETTINGS | {"explicit_horizontal_lines": [_line(one, origin) for one in _open(sheet)]}
    found = page.find_tables(settings) if page.edges and not sheet.drawing.too_much else []
    cells = [[_shifted(cell, origin) for cell in table.cells] for table in found]
    pictures = [_shifted((one["x0"], one["top"], one["x1"], one["bottom"]), origin) for one in page.images]
    result = assembled(sheet, page.page_number, READER, seen, hidden, cells, pictures, fields)
    page.close()
    return result


def _open(sheet: Sheet) -> Sequence[Stroke]:
    """The ends of tables that the page's end has left open."""
    return (*sheet.ends.heads, *sheet.ends.feet)


def _line(stroke: Stroke, origin: tuple[float, float]) -> dict[str, Any]:
    """A stroke across as pdfplumber describes a line."""
    y, x0, x1 = stroke
    y, x0, x1 = y + origin[1], x0 + origin[0], x1 + origin[0]
    place = {"x0": x0, "x1": x1, "top": y, "bottom": y, "doctop": y, "width": x1 - x0, "height": 0.0}
    return {"object_type": "line", "orientation": "h", **place}


def _origin(page: Any, view: View) -> tuple[float, float]:
    """The top left of the shown part of the page in pdfplumber's coordinates, which go by the whole sheet."""
    x0, y0, x1, y1 = page.page_obj.mediabox
    sheet = View(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), view.turn).matrix
    return page.bbox[0] + sheet[4] - view.matrix[4], page.bbox[1] + sheet[5] - view.matrix[5]


def _shifted(box: Any, origin: tuple[float, float]) -> Box:
    x, y = origin
    return box[0] - x, box[1] - y, box[2] - x, box[3] - y


def _parted(glyphs: Sequence[Glyph], sheet: Sheet) -> tuple[list[Glyph], list[Glyph]]:
    """The characters that a reader sees, and the hidden ones."""
    seen: list[Glyph] = []
    hidden: list[Glyph] = []
    for glyph in glyphs:
        shown = shows(glyph, sheet.view) and not (sheet.hidden_boxes and is_in(glyph, sheet.hidden_boxes))
        (seen if shown else hidden).append(glyph)
    return seen, hidden


def _glyphs(chars: Sequence[dict[str, Any]], origin: tuple[float, float], left: float) -> list[Glyph]:
    """pdfplumber's characters as glyphs; what is turned (watermarks, stamps) is left out, unless the page is.

    A character that its font gives no Unicode for becomes U+FFFD.
    """
    turned_page = 2 * sum(_is_turned(char) for char in chars) > len(chars)
    return [
        Glyph(_text_in_font(char), *_shifted(_box(char, left), origin))
        for char in chars
        if char["text"] not in ("", "\x00") and (turned_page or not _is_turned(char))
    ]


def _box(char: dict[str, Any], left: float) -> Box:
    """The box of a character, ``BELOW`` of its height under its base line; as it is where it is raised.

    ``left`` is what pdfplumber adds to x.
    """
    a, b, c, d, e, f = char["matrix"]
    x0, top, x1, bottom = char["x0"], char["top"], char["x1"], char["bottom"]
    if abs(b) > abs(a):
        size = x1 - x0
        shift = _shift(e + left, c, x0, size)
        return x0 + shift, top, x1 + shift, bottom
    size = bottom - top
    shift = _shift(f, d, char["y0"], size)
    return x0, top - shift, x1, bottom - shift


def _shift(base: float, upwards: float, low: float, size: float) -> float:
    shift = base - (BELOW if upwards > 0 else 1 - BELOW) * size - low
    return shift if -_RAISED * size <= shift <= _LOWERED * size else 0.0


def _is_turned(char: dict[str, Any]) -> bool:
    a, b = char["matrix"][:2]
    return bool(abs(b) > 0.1 * abs(a))


def _text_in_font(char: dict[str, Any]) -> str:
    text = str(char["text"])
    if text.startswith("(cid:"):
        return "\ufffd"
    return shown_as(text, char["fontname"]) if "ings" in char["fontname"] else text
