"""Styles of a DOCX: heading levels, numbering, and text that a style hides or strikes out."""

import hashlib
import re
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.reading.docx.package import W, number, toggle, value
from pipeline.reading.ooxml import Element, Package

# `heading 1`, `Heading 2`, `标题 3`; not `Title`, not `heading 1 char`
_HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLES = frozenset(("title", "标题"))
_MAX_LEVEL = 6
_BODY_LEVEL = 9
_MAX_CHAIN = 20
_MOST_KEPT, _LONGEST_KEPT = 4, 2**20  # sets of styles, and bytes of one


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says about its paragraphs or runs; None and False where it is silent.

    ``numbering`` is (list, level), either None where the style leaves it to those it is based on.
    """

    name: str = ""
    heading: int | None = None
    is_title: bool = False
    hidden: bool = False
    struck: bool = False
    numbering: tuple[str | None, int | None] = (None, None)
    bold: bool = False


class Styles(Mapping[str, Style]):
    """Style id to what the style and those it is based on say; the id "" is the default paragraph style.

    A file has hundreds and uses a few: each is resolved when it is asked for.
    """

    def __init__(self, nodes: Mapping[str, Element], default: str | None) -> None:
        self._nodes, self._default = nodes, default
        self._resolved: dict[str, Style] = {}

    def __getitem__(self, name: str) -> Style:
        at = self._default if name == "" and self._default is not None else name
        if at not in self._nodes:
            raise KeyError(name)
        if at not in self._resolved:
            self._resolved[at] = _resolve(at, self._nodes)
        return self._resolved[at]

    def __iter__(self) -> Iterator[str]:
        yield from self._nodes

    def __len__(self) -> int:
        return len(self._nodes)


_KEPT: "OrderedDict[bytes, Styles]" = OrderedDict()


def read_styles(package: Package, main: str) -> Styles:
    """The styles of a document, none where it has no such part.

    Applications are written on one template, and its styles are the longest part of most: the last ones are kept.
    """
    parts = package.related(main, "styles") or ["word/styles.xml"]
    data = package.data(parts[0]) if len(parts) == 1 else None
    if data is None or len(data) > _LONGEST_KEPT:
        return _styles_in([package.part(part) for part in parts])
    digest = hashlib.sha256(data).digest()
    if digest not in _KEPT:
        while len(_KEPT) >= _MOST_KEPT:
            _KEPT.popitem(last=False)
        _KEPT[digest] = _styles_in([package.parsed(parts[0], data)])
    return _KEPT[digest]


def _styles_in(roots: Sequence[Element | None]) -> Styles:
    nodes: dict[str, Element] = {}
    for root in roots:
        for node in root.iter(W + "style") if root is not None else ():
            nodes.setdefault(node.get(W + "styleId", ""), node)
    default = None
    for name, node in nodes.items():
        if node.get(W + "type") == "paragraph" and node.get(W + "default") in ("1", "true"):
            default = name
    return Styles(nodes, default)


def paragraph_numbering(properties: Element | None) -> tuple[str | None, int | None]:
    """(list, level) of a ``w:pPr``, each None where it is not said."""
    numbering = properties.find(W + "numPr") if properties is not None else None
    if numbering is None:
        return None, None
    level = value(numbering, "ilvl")
    return value(numbering, "numId"), None if level is None else number(level)


def outline_level(properties: Element | None) -> int | None:
    """The heading level (from 1) that ``w:outlineLvl`` gives; 0 for body text, None where nothing is said."""
    level = value(properties, "outlineLvl")
    if level is None:
        return None
    at = number(level, _BODY_LEVEL)
    return at + 1 if 0 <= at < _MAX_LEVEL else 0


def _resolve(name: str, nodes: Mapping[str, Element]) -> Style:
    heading: int | None = None
    list_id: str | None = None
    level: int | None = None
    toggles: dict[str, bool] = {}
    is_title = False
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
        here = paragraph_numbering(properties)
        list_id, level = list_id or here[0], here[1] if level is None else level
        is_title = is_title or label.lower() in _TITLES
        for kind in ("vanish", "strike", "dstrike", "b"):
            said = toggle(node.find(W + "rPr"), kind)
            if said is not None:
                toggles.setdefault(kind, said)
        at = value(node, "basedOn")
    label = (value(nodes[name], "name") or "").strip()
    struck = toggles.get("strike", False) or toggles.get("dstrike", False)
    hidden, bold = toggles.get("vanish", False), toggles.get("b", False)
    return Style(label, heading or None, is_title, hidden, struck, (list_id, level), bold)
