"""Blocks of a DOCX: what a body, a cell or a text box is made of, before it is written."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.reading.docx.controls import is_contents, is_prompt
from pipeline.reading.docx.package import MC, W, has_change
from pipeline.reading.draft import DraftCell, Piece
from pipeline.reading.ooxml import Element

_TRANSPARENT = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))


@dataclass(frozen=True, slots=True)
class ParagraphBlock:
    """A paragraph: its lines, heading level, hidden words, and anchors that no line holds.

    ``margin``: it is no part of the running text (an entry of an automatic table of contents). ``bold``: all of its
    words are.
    """

    pieces: list[Piece]
    level: int | None = None
    hidden: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    margin: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table, its inner tables opened up, and the words hidden in it."""

    cells: list[DraftCell]
    hidden: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class OtherFile:
    """Here stands the content of a part in another format (``w:altChunk``)."""

    part: str


Block = ParagraphBlock | TableBlock | OtherFile


@dataclass(frozen=True, slots=True)
class Node:
    """Paragraphs (more than one where deleted paragraph marks join them), a table, or an ``altChunk``."""

    elements: list[Element]
    in_contents: bool = False

    @property
    def tag(self) -> str:
        """The tag of the element, without its namespace."""
        return str(self.elements[0].tag).rpartition("}")[2]


def nodes_of(parent: Element) -> Iterator[Node]:
    """The paragraphs and tables directly below ``parent``; content controls are looked through."""
    waiting: list[Element] = []
    for element, in_contents in _elements(parent, False):
        if element.tag != W + "p":
            if waiting:
                yield Node(waiting, in_contents)
                waiting = []
            yield Node([element], in_contents)
            continue
        waiting.append(element)
        mark = element.find(f"{W}pPr/{W}rPr")
        if not has_change(mark, "del", "moveFrom"):
            yield Node(waiting, in_contents)
            waiting = []
    if waiting:
        yield Node(waiting)


def _elements(parent: Element, in_contents: bool) -> Iterator[tuple[Element, bool]]:
    for child in parent:
        if child.tag in (W + "p", W + "tbl", W + "altChunk"):
            yield child, in_contents
        elif child.tag == W + "sdt":
            if not is_prompt(child):
                yield from _elements(child, in_contents or is_contents(child))
        elif child.tag in _TRANSPARENT:
            yield from _elements(child, in_contents)
        elif child.tag == MC + "AlternateContent":
            chosen = child.find(MC + "Choice")
            yield from _elements(child.find(MC + "Fallback") if chosen is None else chosen, in_contents)


def inside(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row; content controls are looked through, their prompts taken off."""
    for child in parent:
        if child.tag == W + "sdt" and is_prompt(child):
            for words in child.iter(W + "t"):
                words.text = ""
        if child.tag == tag:
            yield child
        elif child.tag in _TRANSPARENT:
            yield from inside(child, tag)


def lines_of(
    label: str, text: str, links: list[tuple[int, int, str]], anchors: list[tuple[int, str]]
) -> tuple[list[Piece], list[str]]:
    """The lines of a paragraph, white space at their ends taken off, links and anchors moved along.

    The anchors that no line holds are given back apart: those of a paragraph without words.
    """
    full = label + text
    moved = [(start + len(label), end + len(label), target) for start, end, target in links]
    waiting = [(at + len(label), name) for at, name in anchors]
    pieces, at = list[Piece](), 0
    link = held = 0  # the first link that does not end, the first anchor that does not stand, before the line
    for line in full.split("\n"):
        words = line.strip()
        first = at + len(line) - len(line.lstrip())
        last = first + len(words)
        at += len(line) + 1
        if not words:
            continue
        while link < len(moved) and moved[link][1] <= first:
            link += 1
        inner, index = [], link
        while index < len(moved) and moved[index][0] < last:
            start, end, target = moved[index]
            inner.append((max(start, first) - first, min(end, last) - first, target))
            index += 1
        here = []
        while held < len(waiting) and waiting[held][0] < at:
            here.append((min(max(waiting[held][0], first), last) - first, waiting[held][1]))
            held += 1
        pieces.append(Piece(words, links=tuple(inner), anchors=tuple(here)))
    if pieces and held < len(waiting):
        end = len(pieces[-1].text)
        late = tuple((end, name) for _, name in waiting[held:])
        pieces[-1] = Piece(pieces[-1].text, links=pieces[-1].links, anchors=pieces[-1].anchors + late)
        held = len(waiting)
    return pieces, [name for _, name in waiting[held:]]
