"""One page read by pdfplumber: slow, and the reference for what is right."""

from collections.abc import Iterable, Sequence
from typing import Any

from pipeline.reading.draft import Box
from pipeline.reading.paged.lines import Glyph, lines_of
from pipeline.reading.paged.pages import PageContent
from pipeline.reading.paged.tables import tables_of
from pipeline.reading.symbols import shown_as
from schemas.document import Picture

READER = "pdfplumber"
TABLE_SETTINGS = {"snap_tolerance": 3, "join_tolerance": 3, "intersection_tolerance": 4}
_LEAST_HEIGHT = 1.5  # points


def read_page(page: Any) -> PageContent:
    """A ``pdfplumber`` page, closed afterwards (an open one keeps all its objects)."""
    x, y = origin = page.bbox[0], page.bbox[1]
    glyphs = glyphs_of(page.chars, page.bbox) + widgets_of(page.annots, page.bbox)
    found = page.find_tables(TABLE_SETTINGS) if page.edges else []
    tables = tables_of([table.cells for table in found], glyphs, page.page_number, origin)
    pictures = [
        Picture(page.page_number, (image["x0"] - x, image["top"] - y, image["x1"] - x, image["bottom"] - y))
        for image in page.images
    ]
    result = PageContent(
        number=page.page_number,
        width=float(page.width),
        height=float(page.height),
        reader=READER,
        lines=lines_of(glyphs, page.page_number),
        tables=tables,
        pictures=pictures,
    )
    page.close()
    return result


def glyphs_of(chars: Sequence[dict[str, Any]], bounds: Box) -> list[Glyph]:
    """pdfplumber's characters as glyphs; what nobody can read is left out.

    That is what is turned (watermarks, stamps; unless the whole page is), missing from its font, as good as
    invisible, or outside ``bounds``, the page's box in pdfplumber's own coordinates. A character that its
    font gives no Unicode for becomes U+FFFD.
    """
    x0, top, x1, bottom = bounds
    turned_page = 2 * sum(_is_turned(char) for char in chars) > len(chars)
    glyphs = []
    for char in chars:
        if char["text"] in ("", "\x00") or char["bottom"] - char["top"] < _LEAST_HEIGHT:
            continue
        glyph = Glyph(_text_in_font(char), char["x0"] - x0, char["top"] - top, char["x1"] - x0, char["bottom"] - top)
        x, y = glyph.middle
        if 0 <= x <= x1 - x0 and 0 <= y <= bottom - top and (turned_page or not _is_turned(char)):
            glyphs.append(glyph)
    return glyphs


def _is_turned(char: dict[str, Any]) -> bool:
    a, b = char["matrix"][:2]
    return bool(abs(b) > 0.1 * abs(a))


def _text_in_font(char: dict[str, Any]) -> str:
    text = str(char["text"])
    if text.startswith("(cid:"):
        return "\ufffd"
    return shown_as(text, char["fontname"]) if "ings" in char["fontname"] else text


def widgets_of(annotations: Iterable[dict[str, Any]], bounds: Box) -> list[Glyph]:
    """What is filled into the fields of an interactive form: a glyph a field, a box for a check box."""
    x0, top, _, _ = bounds
    glyphs = []
    for widget in annotations:
        text = _field_text(widget.get("data") or {})
        if text:
            place = widget["x0"] - x0, widget["top"] - top, widget["x1"] - x0, widget["bottom"] - top
            glyphs.append(Glyph(text, *place))
    return glyphs


def _field_text(data: dict[str, Any]) -> str:
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    parent = resolve1(data.get("Parent")) or {}
    kind = getattr(resolve1(data.get("FT") or parent.get("FT")), "name", "")
    if kind == "Btn":
        state = getattr(resolve1(data.get("AS")), "name", "")
        return "☑" if state not in ("", "Off") else "□"
    value = resolve1(data.get("V") or parent.get("V"))
    if kind not in ("Tx", "Ch") or not isinstance(value, bytes | str):
        return ""
    return " ".join((decode_text(value) if isinstance(value, bytes) else value).split())
