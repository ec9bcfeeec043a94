"""Word documents: paragraphs and tables in the order of the body, as Word shows them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.reading.docx.numbering import Numbering, read_numbering
from pipeline.reading.docx.package import Element, Package, W, is_on, value
from pipeline.reading.docx.runs import shown
from pipeline.reading.docx.styles import Style, outline_level, paragraph_numbering, read_styles
from pipeline.reading.draft import Draft, DraftCell, Piece
from pipeline.reading.payload import Payload
from pipeline.reading.seals import is_seal_picture
from schemas.document import Document

PARSER = "docx"
_MAIN = "word/document.xml"
_TRANSPARENT = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))


@dataclass
class Body:
    """What is needed to read paragraphs: styles, numbering and the targets of links."""

    draft: Draft
    package: Package
    styles: dict[str, Style]
    numbering: Numbering
    relations: dict[str, str]
    title: list[str] = field(default_factory=list)

    def write(self, node: Element) -> None:
        """Write the paragraphs and tables below ``node`` in order."""
        for child in blocks_of(node):
            if child.tag == W + "tbl":
                self.table(child)
            else:
                pieces, level = self.paragraph(child)
                self.draft.paragraph(pieces, level)

    def paragraph(self, node: Element) -> tuple[list[Piece], int | None]:
        """The lines of a paragraph (those of text boxes in it behind them) and its heading level."""
        properties = node.find(W + "pPr")
        style = self.styles.get(value(properties, "pStyle") or "", Style())
        content = shown(node, self.relations)
        for picture in content.pictures:
            self.draft.picture(is_seal=self.is_seal(picture))
        hidden = style.hidden or is_on(properties.find(W + "rPr") if properties is not None else None, "del")
        text = "" if style.hidden else content.text
        label = ""
        if text.strip() or (content.text and not hidden):
            number = paragraph_numbering(properties) or style.numbering
            label = self.numbering.label(*number) if number is not None else ""
        pieces = _pieces(label, text, content.links)
        level = outline_level(properties) or style.heading if pieces else None
        if style.is_title and pieces:
            self.title.append("".join(piece.text for piece in pieces))
        for box in content.boxes:
            pieces += self.flat(box)
        return pieces, level

    def is_seal(self, relation: str) -> bool | None:
        """Whether the picture of this relation shows a seal; None where it cannot be looked at."""
        data = self.package.data(f"word/{self.relations.get(relation, '')}")
        return is_seal_picture(data) if data is not None else None

    def flat(self, node: Element) -> list[Piece]:
        """Everything below ``node`` as lines; a table's cells are parted by tabs."""
        pieces: list[Piece] = []
        for child in blocks_of(node):
            if child.tag == W + "p":
                pieces += self.paragraph(child)[0]
                continue
            rows: dict[int, list[str]] = {}
            for cell in self.cells(child):
                rows.setdefault(cell.row, []).append(cell.text)
            pieces += [Piece("\t".join(row)) for row in rows.values()]
        return pieces

    def table(self, node: Element) -> None:
        """Write a table; a frame of one cell is written as the paragraphs it holds."""
        cells = list(self.cells(node))
        if len(cells) > 1:
            self.draft.table(cells)
        elif cells:
            self.draft.paragraph(cells[0].pieces)

    def cells(self, node: Element) -> Iterator[DraftCell]:
        """The cells of a table, merged ones once with their spans."""
        open_cells: dict[int, DraftCell] = {}
        done: list[DraftCell] = []
        rows = [row for row in _inside(node, W + "tr") if row.find(f"{W}trPr/{W}del") is None]
        for row, element in enumerate(rows):
            column = int(value(element.find(W + "trPr"), "gridBefore") or 0)
            for cell in _inside(element, W + "tc"):
                properties = cell.find(W + "tcPr")
                width = int(value(properties, "gridSpan") or 1)
                merge = properties.find(W + "vMerge") if properties is not None else None
                above = open_cells.get(column)
                if merge is not None and merge.get(W + "val") != "restart" and above is not None:
                    above.row_span += 1
                else:
                    here = DraftCell(row, column, self.flat(cell), 1, width)
                    open_cells[column] = here
                    done.append(here)
                column += width
        yield from done


def blocks_of(node: Element) -> Iterator[Element]:
    """The paragraphs and tables directly below ``node``; content controls are looked through."""
    for child in node:
        if child.tag in (W + "p", W + "tbl"):
            yield child
        elif child.tag in _TRANSPARENT:
            yield from blocks_of(child)


def _inside(node: Element, tag: str) -> Iterator[Element]:
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _inside(child, tag)


def _pieces(label: str, text: str, links: list[tuple[int, int, str]]) -> list[Piece]:
    """The lines of a paragraph's text, white space at their ends taken off, links moved along."""
    full = label + text
    moved = [(start + len(label), end + len(label), target) for start, end, target in links]
    pieces, at = [], 0
    for line in full.split("\n"):
        words = line.strip()
        first = at + len(line) - len(line.lstrip())
        last = first + len(words)
        if words:
            inside = [
                (max(start, first) - first, min(end, last) - first, target)
                for start, end, target in moved
                if start < last and end > first
            ]
            pieces.append(Piece(words, links=tuple(inside)))
        at += len(line) + 1
    return pieces


def read_docx(payload: Payload) -> Document:
    """Read a Word document; headers and footers stand at the end, as margins."""
    package = Package(payload)
    root = package.part(_MAIN)
    body = root.find(W + "body") if root is not None else None
    if body is None:
        raise payload.damaged("it has no body")
    draft = Draft(payload)
    reader = Body(draft, package, read_styles(package), read_numbering(package), package.relations(_MAIN))
    reader.write(body)
    _footnotes(package, reader)
    _margins(package, reader)
    return draft.document(PARSER, title="".join(reader.title) or None, hard_wrapped=False)


def _footnotes(package: Package, reader: Body) -> None:
    """Footnotes and endnotes, behind the text; their separators are none."""
    for kind in ("footnote", "endnote"):
        root = package.part(f"word/{kind}s.xml")
        for note in root.findall(W + kind) if root is not None else ():
            if note.get(W + "type") in (None, "normal"):
                reader.draft.paragraph(reader.flat(note))


def _margins(package: Package, reader: Body) -> None:
    """Headers, then footers, each text once."""
    seen: set[str] = set()
    for kind in ("header", "footer"):
        for name in sorted(package.names):
            if not name.startswith(f"word/{kind}") or not name.endswith(".xml"):
                continue
            root = package.part(name)
            pieces = [piece for piece in reader.flat(root) if piece.text not in seen] if root is not None else []
            seen.update(piece.text for piece in pieces)
            reader.draft.paragraph(pieces, margin=True)
