"""Cell styles of a workbook: number format, font, border; and its shared strings as they are shown."""

from dataclasses import dataclass
from typing import TypeVar

from pipeline.reading.ooxml import Element
from pipeline.reading.spreadsheet.formats import BUILT_IN
from pipeline.reading.symbols import shown_as, superscript

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SIDES = frozenset(S + name for name in ("left", "right", "top", "bottom"))

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How a cell looks: format of its numbers, its font's name, whether it is struck out, whether it is framed."""

    format: str = "General"
    font: str = ""
    struck: bool = False
    bordered: bool = False


def read_styles(root: Element | None) -> list[CellStyle]:
    """The cell styles by their index; empty where the workbook has none."""
    if root is None:
        return []
    formats = dict(BUILT_IN)
    for node in root.iter(S + "numFmt"):
        if (name := node.get("numFmtId", "")).isdigit():
            formats[int(name)] = node.get("formatCode") or "General"
    fonts = [_font(node) for node in root.findall(f"{S}fonts/{S}font")]
    borders = [_has_border(node) for node in root.findall(f"{S}borders/{S}border")]
    styles = []
    for node in root.findall(f"{S}cellXfs/{S}xf"):
        font, struck = _at(fonts, node.get("fontId"), ("", False))
        number = node.get("numFmtId") or "0"
        code = formats.get(int(number), "General") if number.isdigit() else "General"
        styles.append(CellStyle(code, font, struck, _at(borders, node.get("borderId"), False)))
    return styles


def string_of(node: Element, font: str = "") -> str:
    """A string (``si``, ``is``, a comment's ``text``): runs joined, struck-out ones and reading aids left out."""
    parts = []
    for child in node:
        if child.tag == S + "t":
            parts.append(shown_as(child.text or "", font))
        elif child.tag == S + "r":
            properties = child.find(S + "rPr")
            name, struck = _font(properties, "rFont") if properties is not None else ("", False)
            if not struck:
                text = shown_as("".join(t.text or "" for t in child.findall(S + "t")), name or font)
                raised = properties is not None and properties.find(f"{S}vertAlign[@val='superscript']") is not None
                parts.append(superscript(text) if raised else text)
    return _unescaped("".join(parts))


def _unescaped(text: str) -> str:
    """_x000D_ is how a control character is written."""
    return text.replace("_x000D_", "").replace("_x000A_", "\n").replace("\r\n", "\n").replace("\r", "\n")


def _font(node: Element, name: str = "name") -> tuple[str, bool]:
    found, strike = node.find(S + name), node.find(S + "strike")
    struck = strike is not None and strike.get("val") not in ("0", "false")
    return (found.get("val") or "") if found is not None else "", struck


def _has_border(node: Element) -> bool:
    return any(side.tag in _SIDES and side.get("style") not in (None, "none") for side in node)


def _at(items: list[T], index: str | None, default: T) -> T:
    return items[int(index)] if index is not None and index.isdigit() and int(index) < len(items) else default
