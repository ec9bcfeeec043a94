"""Paragraphs and tables of a DOCX in the order of the body, as Word shows them."""

import re
from dataclasses import dataclass, field, replace

from pipeline.reading.docx.blocks import Block, Node, OtherFile, ParagraphBlock, TableBlock, lines_of, nodes_of
from pipeline.reading.docx.emphasis import is_bold
from pipeline.reading.docx.numbering import Numbering
from pipeline.reading.docx.package import W, has_change, is_on, value
from pipeline.reading.docx.runs import shown
from pipeline.reading.docx.story import Shown, Story
from pipeline.reading.docx.styles import Style, Styles, outline_level, paragraph_numbering
from pipeline.reading.docx.tables import table_blocks
from pipeline.reading.draft import Draft, DraftCell, Piece
from pipeline.reading.marks import with_marks
from pipeline.reading.ooxml import Element, Package, R
from pipeline.reading.progress import page_read
from pipeline.reading.seals import is_seal_picture
from schemas.document import Comment, Picture

# An entry of a table of contents ends in a page number behind a tab or dots.
_ENTRY = re.compile(r".*[\t.…· ]\s*(?:\d{1,4}|[ivxlc]{1,7})\s*", re.IGNORECASE | re.DOTALL)


@dataclass
class Shared:
    """What all stories of a document (body, notes, headers) share while it is read."""

    draft: Draft
    package: Package
    styles: Styles
    numbering: Numbering
    title: list[str] = field(default_factory=list)
    pictures: list[bool | None] = field(default_factory=list)
    seals: dict[str, bool | None] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    cells: int = 0


@dataclass
class Body:
    """Reads one story: the body, a header, the notes."""

    shared: Shared
    story: Story

    @classmethod
    def of(cls, shared: Shared, part: str, white_hides: bool = False) -> "Body":
        """The reader of the story in this part of the package."""
        return cls(shared, Story(shared.package.relations(part), shared.styles, white_hides=white_hides))

    def write(self, parent: Element) -> None:
        """Write the paragraphs and tables below ``parent`` in order."""
        draft = self.shared.draft
        for node in nodes_of(parent):
            for block in self.blocks(node, top=True):
                if isinstance(block, OtherFile):
                    self.shared.others.append(block.part)
                elif isinstance(block, TableBlock):
                    draft.table(_marked(cell) for cell in block.cells)
                else:
                    draft.anchors.update(dict.fromkeys(block.anchors, draft.length))
                    pieces = [with_marks(piece) for piece in block.pieces]
                    draft.paragraph(pieces, block.level, margin=block.margin, bold=block.bold)
                if not isinstance(block, OtherFile):
                    draft.paragraph([Piece(words) for words in _lines(block.hidden)], hidden=True)

    def blocks(self, node: Node, top: bool = False) -> list[Block]:
        """What one paragraph (with the text boxes in it behind it) or table is made of."""
        if node.tag == "tbl":
            return self._table(node.elements[0])
        if node.tag == "altChunk":
            relation = self.story.relations.get(node.elements[0].get(R + "id") or "")
            return [OtherFile(relation.target)] if relation is not None else []
        return self._paragraph(node, top)

    def below(self, parent: Element) -> list[Block]:
        """The blocks of everything below ``parent``, which is no body (white letters may lie on a coloured cell)."""
        outer, self.story.white_hides = self.story.white_hides, False
        found = [block for node in nodes_of(parent) for block in self.blocks(node)]
        self.story.white_hides = outer
        return found

    def flat(self, parent: Element) -> list[Piece]:
        """Everything below ``parent`` as lines; a table's cells are parted by tabs."""
        pieces: list[Piece] = []
        for block in self.below(parent):
            if isinstance(block, ParagraphBlock):
                pieces += block.pieces
            elif isinstance(block, TableBlock):
                rows: dict[int, list[str]] = {}
                for cell in block.cells:
                    rows.setdefault(cell.row, []).append(cell.text)
                pieces += [Piece(line) for row in rows.values() for line in "\t".join(row).split("\n") if line.strip()]
        return pieces

    def _paragraph(self, node: Node, top: bool) -> list[Block]:
        properties = node.elements[-1].find(W + "pPr")
        style = self.shared.styles.get(value(properties, "pStyle") or "", Style())
        in_contents = node.in_contents or self.story.fields.in_contents
        content = shown(node.elements, self.story)
        in_contents = in_contents or self.story.fields.in_contents
        self.shared.draft.form_values += content.values
        hidden = content.hidden + ([content.text] if style.hidden and content.text.strip() else [])
        text = "" if style.hidden or style.struck else content.text
        label = self._label(properties, style) if text.strip() or not _is_unseen(properties, style, hidden) else ""
        pieces, loose = lines_of(label, text, content.links, self._pictured(content))
        margin = top and in_contents and (node.in_contents or content.points_on or _ENTRY.fullmatch(text) is not None)
        level = outline_level(properties)
        level = (style.heading if level is None else level or None) if text.strip() and not margin else None
        if style.is_title and text.strip() and "".join(text.split()) != "目录":
            self.shared.title.append("".join(piece.text for piece in pieces))
        bold = top and text.strip() != "" and is_bold(node.elements, style, self.shared.styles)
        blocks: list[Block] = [ParagraphBlock(pieces, level, hidden, loose, margin, bold)]
        for box in content.boxes:
            blocks += self.below(box)
        return blocks

    def _label(self, properties: Element | None, style: Style) -> str:
        """The number before a paragraph, from its own properties, else from its style."""
        own_list, own_level = paragraph_numbering(properties)
        list_id = own_list or style.numbering[0]
        if list_id is None:
            return ""
        level = own_level
        if level is None and own_list is None:
            bound = self.shared.numbering.level_of_style(list_id, value(properties, "pStyle") or "")
            level = style.numbering[1] if bound is None else bound
        return self.shared.numbering.label(list_id, level or 0)

    def _pictured(self, content: Shown) -> list[tuple[int, str]]:
        """The anchors of a paragraph; each picture among them is looked at and gets a number as its name."""
        anchors = []
        for at, name in content.anchors:
            kind, _, relation = name.partition(" ")
            if kind == "picture":
                anchors.append((at, f"picture {len(self.shared.pictures)}"))
                self.shared.pictures.append(self._is_seal(relation))
            else:
                anchors.append((at, name))
        return anchors

    def _is_seal(self, relation_id: str) -> bool | None:
        """Whether the picture of this relation shows a seal; None where it cannot be looked at."""
        relation = self.story.relations.get(relation_id)
        if relation is None or relation.external:
            return None
        if relation.target not in self.shared.seals:
            data = self.shared.package.data(relation.target)
            self.shared.seals[relation.target] = is_seal_picture(data) if data is not None else None
            page_read()
        return self.shared.seals[relation.target]

    def _table(self, node: Element) -> list[Block]:
        def blocks_of(cell: Element) -> list[Block]:
            self.shared.cells += 1
            most = self.shared.draft.payload.limits.cells
            if self.shared.cells > most:
                raise self.shared.draft.payload.too_large(f"its tables have more than {most} cells")
            return self.below(cell)

        return table_blocks(node, blocks_of)


def place_anchors(shared: Shared, comments: dict[str, tuple[str, str]]) -> None:
    """Put pictures and comments (id to author and text) where their anchors were written."""
    anchors = shared.draft.anchors
    for index, is_seal in enumerate(shared.pictures):
        shared.draft.pictures.append(Picture(None, None, is_seal, anchors.get(f"picture {index}", 0)))
    for name, (author, text) in comments.items():
        shared.draft.comments.append(Comment(author, text, anchors.get(f"comment {name}", 0)))


def _is_unseen(properties: Element | None, style: Style, hidden: list[str]) -> bool:
    """Whether a paragraph without words shows no number either: it is hidden, deleted or struck out."""
    mark = properties.find(W + "rPr") if properties is not None else None
    gone = is_on(mark, "vanish") or has_change(mark, "del", "moveFrom")
    return gone or style.hidden or style.struck or bool(hidden)


def _lines(hidden: list[str]) -> list[str]:
    return [line.strip() for words in hidden for line in words.split("\n") if line.strip()]


def _marked(cell: DraftCell) -> DraftCell:
    return replace(cell, pieces=[with_marks(piece) for piece in cell.pieces])
