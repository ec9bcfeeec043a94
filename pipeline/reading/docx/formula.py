"""Formulas of Word (OMML) as one line of text: fractions with /, powers as 10³ or x^(n+1)."""

import re
from collections.abc import Callable

from pipeline.reading.ooxml import Element
from pipeline.reading.symbols import superscript

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PROPERTIES = re.compile(
    r"(?:r|ctrl|acc|bar|box|d|eqArr|f|func|groupChr|limLow|limUpp|m|nary|phant|rad|sPre|sSub|sSubSup|sSup)Pr"
)
_SIMPLE = re.compile(r"[\w.%\u4e00-\u9fff]*")
_DEPTH = 60


def linear(node: Element, depth: int = 0) -> str:
    """What a formula says, read from left to right."""
    if not isinstance(node.tag, str) or depth > _DEPTH:
        return ""
    name = node.tag.rpartition("}")[2]
    if name == "t":
        return node.text or ""
    if _PROPERTIES.fullmatch(name):
        return ""
    handler = _HANDLERS.get(node.tag)
    return handler(node, depth + 1) if handler is not None else _all(node, depth + 1)


def _all(node: Element, depth: int) -> str:
    return "".join(linear(child, depth) for child in node)


def _part(node: Element, name: str, depth: int) -> str:
    found = node.find(M + name)
    return _all(found, depth).strip() if found is not None else ""


def _grouped(text: str) -> str:
    return text if _SIMPLE.fullmatch(text) or (text[0] == "(" and text[-1] == ")") else f"({text})"


def _raised(base: str, power: str) -> str:
    if not power:
        return base
    small = superscript(power)
    return f"{base}{small}" if small != power else f"{base}^{_grouped(power)}"


def _fraction(node: Element, depth: int) -> str:
    return f"{_grouped(_part(node, 'num', depth))}/{_grouped(_part(node, 'den', depth))}"


def _power(node: Element, depth: int) -> str:
    return _raised(_part(node, "e", depth) + _part(node, "sub", depth), _part(node, "sup", depth))


def _root(node: Element, depth: int) -> str:
    degree = _part(node, "deg", depth)
    return f"{superscript(degree)}√{_grouped(_part(node, 'e', depth))}"


def _brackets(node: Element, depth: int) -> str:
    properties = node.find(M + "dPr")
    signs = {}
    for name, usual in (("begChr", "("), ("sepChr", "|"), ("endChr", ")")):
        found = properties.find(M + name) if properties is not None else None
        signs[name] = usual if found is None else found.get(M + "val", "")
    inside = signs["sepChr"].join(_all(part, depth) for part in node.findall(M + "e"))
    return f"{signs['begChr']}{inside}{signs['endChr']}"


def _sum(node: Element, depth: int) -> str:
    sign = node.find(f"{M}naryPr/{M}chr")
    shown = "∫" if sign is None else sign.get(M + "val", "")
    lower, upper = _part(node, "sub", depth), _part(node, "sup", depth)
    limits = (f"_{_grouped(lower)}" if lower else "") + (f"^{_grouped(upper)}" if upper else "")
    return f"{shown}{limits} {_part(node, 'e', depth)}"


def _matrix(node: Element, depth: int) -> str:
    rows = (" ".join(_all(cell, depth) for cell in row.findall(M + "e")) for row in node.findall(M + "mr"))
    return "; ".join(rows)


_HANDLERS: dict[str, Callable[[Element, int], str]] = {
    M + "f": _fraction,
    M + "sSup": _power,
    M + "sSub": _power,
    M + "sSubSup": _power,
    M + "rad": _root,
    M + "d": _brackets,
    M + "nary": _sum,
    M + "m": _matrix,
}
