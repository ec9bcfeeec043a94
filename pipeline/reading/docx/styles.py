"""Paragraph styles of a DOCX: heading levels, numbering and hidden text that a style brings."""

import re
from dataclasses import dataclass

from pipeline.reading.docx.package import Element, Package, W, is_on, value

# `heading 1`, `Heading 2`, `标题 3`; not `Title`, not `heading 1 char`
_HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_MAX_LEVEL = 6
_MAX_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says about its paragraphs; None and False where it is silent."""

    heading: int | None = None
    is_title: bool = False
    hidden: bool = False
    numbering: tuple[str, int] | None = None


def read_styles(package: Package) -> dict[str, Style]:
    """Style id to what the style and those it is based on say; the id "" is the default paragraph style."""
    root = package.part("word/styles.xml")
    if root is None:
        return {}
    nodes = {node.get(W + "styleId", ""): node for node in root.iter(W + "style")}
    styles = {name: _resolve(name, nodes) for name in nodes}
    for name, node in nodes.items():
        if node.get(W + "type") == "paragraph" and node.get(W + "default") in ("1", "true"):
            styles[""] = styles[name]
    return styles


def paragraph_numbering(properties: Element | None) -> tuple[str, int] | None:
    """(numId, level) of a ``w:pPr``, or None."""
    numbering = properties.find(W + "numPr") if properties is not None else None
    if numbering is None:
        return None
    number = value(numbering, "numId")
    return (number, int(value(numbering, "ilvl") or 0)) if number is not None else None


def outline_level(properties: Element | None) -> int | None:
    """The heading level (from 1) that ``w:outlineLvl`` gives, or None."""
    level = value(properties, "outlineLvl")
    return int(level) + 1 if level is not None and level.isdigit() and int(level) < _MAX_LEVEL else None


def _resolve(name: str, nodes: dict[str, Element]) -> Style:
    heading: int | None = None
    numbering: tuple[str, int] | None = None
    is_title = hidden = False
    at: str | None = name
    for _ in range(_MAX_CHAIN):
        node = nodes.get(at or "")
        if node is None:
            break
        properties = node.find(W + "pPr")
        label = (value(node, "name") or "").strip()
        named = _HEADING_NAME.fullmatch(label)
        if heading is None:
            heading = min(int(named[1]), _MAX_LEVEL) if named else outline_level(properties)
        numbering = numbering or paragraph_numbering(properties)
        is_title = is_title or label.lower() == "title"
        hidden = hidden or is_on(node.find(W + "rPr"), "vanish")
        at = value(node, "basedOn")
    return Style(heading, is_title, hidden, numbering)
