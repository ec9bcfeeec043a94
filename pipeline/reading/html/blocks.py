"""An HTML tree to paragraphs and tables, as a browser would show them."""

from dataclasses import dataclass, field
from typing import Any

from pipeline.reading.draft import DraftCell, Piece
from pipeline.reading.html.inline import Inline
from pipeline.reading.symbols import shown_as

Node = Any  # selectolax.lexbor.LexborNode

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ATTACHMENTS = (".doc", ".docx", ".wps", ".pdf", ".ofd", ".xls", ".xlsx", ".et", ".rtf", ".zip", ".rar", ".7z", ".ppt")
_MAX_SPAN = 200


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together; ``level`` of a heading, from 1."""

    pieces: tuple[Piece, ...]
    level: int | None = None


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table of data (not one that only lays out a page)."""

    cells: tuple[DraftCell, ...]


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A picture stands here."""


Block = Paragraph | TableBlock | PictureBlock


@dataclass
class Collector:
    """Walks nodes and collects blocks."""

    blocks: list[Block] = field(default_factory=list)
    inline: Inline = field(default_factory=Inline)
    font: str = ""

    def walk(self, node: Node, preformatted: bool = False) -> None:
        """Collect everything below ``node``."""
        for child in node.iter(include_text=True):
            if child.tag == "-text":
                self.inline.add(shown_as(child.text_content or "", self.font), preformatted)
            elif child.tag is not None and not child.tag.startswith(("-", "_", "!")):
                self._element(child, preformatted)

    def flush(self, level: int | None = None) -> None:
        """End the paragraph that is being written."""
        pieces = self.inline.take()
        if pieces:
            self.blocks.append(Paragraph(tuple(pieces), level))

    def _element(self, node: Node, preformatted: bool) -> None:
        tag = node.tag
        if tag == "br":
            self.inline.new_line()
        elif tag == "hr":
            self.flush()
        elif tag == "img":
            self.flush()
            self.blocks.append(PictureBlock())
        elif tag in ("input", "select", "textarea"):
            self.inline.add_visible(control_text(node))
        elif tag == "table" and not is_layout(node):
            self._table(node)
        elif tag == "a":
            self._link(node, preformatted)
        elif tag in _BLOCKS or tag == "table":
            self._block(node, preformatted or tag == "pre")
        elif tag not in ("button", "option", "rt", "rp", "head"):
            outer, self.font = self.font, _symbol_font(node) or self.font
            self.walk(node, preformatted)
            self.font = outer

    def _block(self, node: Node, preformatted: bool) -> None:
        if node.tag == "dd" and self.inline.text.endswith(("：", ":")):
            self.inline.waiting = ""
        else:
            self.flush()
        if node.tag == "li" and node.parent is not None and node.parent.tag == "ol":
            self.inline.add_visible(f"{_ordinal(node)}. ")
        self.walk(node, preformatted)
        if not _is_label(node):
            self.flush(_HEADINGS.get(node.tag))

    def _link(self, node: Node, preformatted: bool) -> None:
        target = (node.attributes.get("href") or "").strip()
        if not target.lower().split("?")[0].split("#")[0].endswith(_ATTACHMENTS):
            self.walk(node, preformatted)
            return
        self.inline.open_link(target)
        self.walk(node, preformatted)
        self.inline.close_link()

    def _table(self, node: Node) -> None:
        self.flush()
        for caption in node.css("caption"):
            self.walk(caption)
            self.flush()
        cells = table_cells(node)
        if cells:
            self.blocks.append(TableBlock(tuple(cells)))


def _is_label(node: Node) -> bool:
    """<dt>申报日期：</dt><dd>…</dd>: a label and its value, one line as in the form printed on paper."""
    if node.tag != "dt" or not (node.text() or "").rstrip().endswith(("：", ":")):
        return False
    after = node.next
    while after is not None and after.tag == "-text" and not (after.text_content or "").strip():
        after = after.next
    return after is not None and after.tag == "dd"


def _symbol_font(node: Node) -> str:
    """The symbol font that an inline element sets, as Word writes it: face or style; "" for any other."""
    name = f"{node.attributes.get('face') or ''} {node.attributes.get('style') or ''}"
    return name if "dings" in name.lower() else ""


def control_text(node: Node) -> str:
    """What a form control shows: a box for a checkbox or radio button, else its value."""
    attributes = node.attributes
    if node.tag == "select":
        chosen = node.css_first("option[selected]")
        return (chosen.text() or "").strip() if chosen is not None else ""
    if node.tag == "textarea":
        return node.text() or ""
    kind = (attributes.get("type") or "text").lower()
    if kind in ("checkbox", "radio"):
        return "☑" if "checked" in attributes else "□"
    return (attributes.get("value") or "") if kind in ("text", "number", "date", "tel", "email") else ""


def is_layout(table: Node) -> bool:
    """Whether a table only lays out the page: it holds a table, or fewer than two cells with words."""
    if (table.attributes.get("role") or "") in ("presentation", "none"):
        return True
    if len(table.css("table")) > 1:  # css() finds the node itself too
        return True
    return sum(bool((cell.text() or "").strip()) for cell in table.css("td, th")) < 2


def table_cells(table: Node) -> list[DraftCell]:
    """The cells of a table, each once, at the place that row and column spans give it."""
    rows = table.css("tr")
    taken: set[tuple[int, int]] = set()
    cells = []
    for row, node in enumerate(rows):
        column = 0
        for child in node.iter():
            if child.tag not in ("td", "th"):
                continue
            while (row, column) in taken:
                column += 1
            down = min(_span(child, "rowspan") or len(rows), len(rows) - row)
            across = min(_span(child, "colspan") or 1, _MAX_SPAN)
            taken.update((row + i, column + j) for i in range(down) for j in range(across))
            cells.append(DraftCell(row, column, _cell_pieces(child), down, across))
            column += across
    return cells


def _span(node: Node, name: str) -> int:
    value = (node.attributes.get(name) or "1").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _cell_pieces(node: Node) -> list[Piece]:
    inner = Collector()
    inner.walk(node)
    inner.flush()
    pieces: list[Piece] = []
    for block in inner.blocks:
        if isinstance(block, Paragraph):
            pieces += block.pieces
    return pieces


def _ordinal(item: Node) -> int:
    start = (item.parent.attributes.get("start") or "1").strip()
    number = int(start) if start.isdigit() and len(start) < 6 else 1
    before = item.prev
    while before is not None:
        number += before.tag == "li"
        before = before.prev
    return number
