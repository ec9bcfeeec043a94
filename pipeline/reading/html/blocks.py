"""An HTML tree to paragraphs and tables, as a browser would show them."""

from dataclasses import dataclass, field

from pipeline.reading.draft import DraftCell, Piece
from pipeline.reading.html.blank_lines import written_paragraphs
from pipeline.reading.html.elements import (
    control_text,
    is_attachment,
    is_bold,
    is_label,
    is_ruled_blank,
    is_underlined,
    symbol_font,
)
from pipeline.reading.html.inline import Inline
from pipeline.reading.html.lists import label, list_style, number_in
from pipeline.reading.html.tree import Node
from pipeline.reading.nesting import NestingCell, Part, unnested
from pipeline.reading.symbols import shown_as, superscript

_BLOCK_TAGS = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre section summary tbody td tfoot"
    " th thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MAX_SPAN = 200
_MOST_COLUMNS = 2000
_WORDS_FOR_EACH = 6  # cells with words for each that holds a table, in a table that is a form
_DEEPEST = 150  # elements in one another; no article has half as many
_RULE = "______"
_NOT_READ = frozenset(("button", "option", "optgroup", "datalist", "rt", "rp", "head"))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together; ``level`` of a heading, from 1; ``bold``: all of the words are."""

    pieces: tuple[Piece, ...]
    level: int | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table of data (not one that only lays out a page)."""

    cells: tuple[DraftCell, ...]


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A picture stands here; ``source`` is its address, which is never fetched."""

    source: str = ""


Block = Paragraph | TableBlock | PictureBlock


@dataclass
class Collector:
    """Walks nodes and collects blocks; the nodes in ``gone`` are passed over.

    Below ``_DEEPEST`` elements inside one another only the words are read.
    """

    gone: set[int] = field(default_factory=set)
    blocks: list[Block] = field(default_factory=list)
    inline: Inline = field(default_factory=Inline)
    font: str = ""
    bold: bool = False
    under: bool = False  # what is being read is underlined,
    filled: bool = False  # and so were the last words of the paragraph: spaces behind them are theirs
    weights: set[bool] = field(default_factory=set)  # of the words of the paragraph that is being written
    pictures: list[PictureBlock] = field(default_factory=list)
    depth: int = 0

    def walk(self, node: Node, preformatted: bool = False) -> None:
        """Collect everything below ``node``."""
        if self.depth > _DEEPEST:
            self.inline.add(node.text() or "", preformatted)
            return
        self.depth += 1
        for child in node.iter(include_text=True):
            self._child(child, preformatted)
        self.depth -= 1

    def _child(self, child: Node, preformatted: bool) -> None:
        if child.mem_id in self.gone or child.tag is None:
            return
        if child.tag == "-text":
            words = shown_as(child.text_content or "", self.font)
            if words.strip():
                self.weights.add(self.bold)
                self.filled = self.under
            self._add(words, preformatted)
        elif child.tag[:1].isalnum():
            self._element(child, preformatted)

    def _add(self, words: str, preformatted: bool) -> None:
        first, *others = [words] if preformatted else written_paragraphs(words)
        self.inline.add(first, preformatted)
        for part in others:
            self.inline.new_line()
            self.inline.add(part)

    def flush(self, level: int | None = None) -> None:
        """End the paragraph that is being written; the pictures in it stand behind it."""
        pieces = self.inline.take()
        if pieces:
            self.blocks.append(Paragraph(tuple(pieces), level, self.weights == {True}))
        self.blocks += self.pictures
        self.pictures, self.weights, self.filled = [], set(), False

    def _element(self, node: Node, preformatted: bool) -> None:
        tag = node.tag
        if tag == "br":
            self.inline.new_line()
        elif tag == "hr":
            self.flush()
        elif tag == "img":
            self.pictures.append(PictureBlock(node.attributes.get("src") or ""))
        elif tag in ("input", "select", "textarea"):
            self.inline.add(control_text(node), preformatted=True)
        elif tag == "sup":
            self._raised(node, preformatted)
        elif tag == "table" and not is_layout(node):
            self._table(node)
        elif tag == "a":
            self._link(node, preformatted)
        elif tag in _BLOCKS or tag == "table":
            self._block(node, preformatted or tag == "pre")
        elif tag not in _NOT_READ:
            self._inline(node, preformatted)

    def _inline(self, node: Node, preformatted: bool) -> None:
        """Words within a line; a line drawn behind a label, 单位名称<u>　　</u>, is what it is on paper."""
        outer = self.font, self.bold, self.under
        self.font, self.bold = symbol_font(node) or self.font, self.bold or is_bold(node)
        begins = not self.under and is_underlined(node)
        self.under = self.under or begins
        if begins and self.inline.parts and not self.filled and is_ruled_blank(node.text() or ""):
            self.inline.add(_RULE, preformatted=True)
        else:
            self.walk(node, preformatted)
        self.font, self.bold, self.under = outer

    def _block(self, node: Node, preformatted: bool) -> None:
        if self.inline.only_label or (node.tag == "dd" and self.inline.ends_with("：", ":")):
            self.inline.waiting = ""
        else:
            self.flush()
        if node.tag == "ol":
            self._numbered(node, preformatted)
        else:
            self.walk(node, preformatted)
        if not self.inline.only_label and not is_label(node):
            self.flush(_HEADINGS.get(node.tag))

    def _numbered(self, node: Node, preformatted: bool) -> None:
        """A list with numbers, counted once."""
        number, style = number_in(node, "start", 1), list_style(node)
        for child in node.iter(include_text=True):
            if child.tag != "li" or child.mem_id in self.gone:
                self._child(child, preformatted)
                continue
            self.flush()
            number = number_in(child, "value", number)
            self.inline.add_label(label(number, list_style(child, style)))
            number += 1
            self.walk(child, preformatted)
            self.flush()

    def _raised(self, node: Node, preformatted: bool) -> None:
        """10<sup>3</sup> is 10³; a note's mark stays as it is."""
        text = (node.text() or "").strip()
        raised = superscript(text)
        if raised != text:
            self.inline.add(raised)
        else:
            self.walk(node, preformatted)

    def _link(self, node: Node, preformatted: bool) -> None:
        attributes = node.attributes
        target = (attributes.get("href") or "").strip()
        if not is_attachment(target, node.text() or "", "download" in attributes):
            self.walk(node, preformatted)
            return
        self.inline.open_link(target)
        self.walk(node, preformatted)
        self.inline.close_link()

    def _table(self, node: Node) -> None:
        self.flush()
        for caption in node.iter():
            if caption.tag == "caption" and caption.mem_id not in self.gone:
                self.walk(caption)
                self.flush()
        cells = table_cells(node, self)
        if cells:
            self.blocks.append(TableBlock(tuple(cells)))
        self.flush()


def is_layout(table: Node) -> bool:
    """Whether a table only lays out the page: it has fewer than two cells with words, or is not ruled and has one
    column only or holds tables in more than a few of its cells (a form has a list in one of many).
    """
    attributes = table.attributes
    if (attributes.get("role") or "") in ("presentation", "none"):
        return True
    rows = [_cells_of(row) for row in own_rows(table)]
    own = [cell for row in rows for cell in row]
    words = sum(bool((cell.text() or "").strip()) and cell.css_first("table") is None for cell in own)
    inner = sum(cell.css_first("table") is not None for cell in own)
    if (inner * _WORDS_FOR_EACH > words or all(len(row) < 2 for row in rows)) and not is_ruled(table):
        return True
    return words < 2


def is_ruled(table: Node) -> bool:
    """Whether a table draws lines around its cells, as no table does that lays out a page."""
    attributes = table.attributes
    border = (attributes.get("border") or "0").strip()
    return border not in ("", "0", "0px") or "MsoTable" in (attributes.get("class") or "")


def own_rows(table: Node) -> list[Node]:
    """The rows of a table itself, not those of tables in it."""
    found = []
    for child in table.iter():
        if child.tag == "tr":
            found.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            found += [row for row in child.iter() if row.tag == "tr"]
    return found


def _cells_of(row: Node) -> list[Node]:
    return [child for child in row.iter() if child.tag in ("td", "th")]


def table_cells(table: Node, outer: Collector) -> list[DraftCell]:
    """The cells of a table, each once, at the place that row and column spans give it; inner tables opened up.

    Pictures in the cells are given to ``outer``, whose hidden nodes are left out.
    """
    rows = [row for row in own_rows(table) if row.mem_id not in outer.gone]
    until: dict[int, int] = {}  # column to the row behind the cell that stands in it
    cells = []
    for row, node in enumerate(rows):
        column = 0
        for child in _cells_of(node):
            if child.mem_id in outer.gone:
                continue
            while until.get(column, 0) > row:
                column += 1
            down = max(min(_span(child, "rowspan") or len(rows), len(rows) - row), 1)
            across = max(min(_span(child, "colspan"), _MAX_SPAN), 1) if column < _MOST_COLUMNS else 1
            # A cell from above may stand in the way: browsers overlap them.
            free = next((j for j in range(1, across) if until.get(column + j, 0) > row), across)
            until.update((column + j, row + down) for j in range(free))
            cells.append(NestingCell(row, column, down, free, _parts(child, outer)))
            column += free
    return unnested(cells)


def _span(node: Node, name: str) -> int:
    value = (node.attributes.get(name) or "1").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _parts(node: Node, outer: Collector) -> list[Part]:
    inner = Collector(outer.gone, depth=outer.depth + 1, font=outer.font)
    inner.walk(node)
    inner.flush()
    parts: list[Part] = []
    for block in inner.blocks:
        if isinstance(block, Paragraph):
            parts.append(list[Piece](block.pieces))
        elif isinstance(block, TableBlock):
            parts.append(list[DraftCell](block.cells))
        else:
            outer.pictures.append(block)
    return parts
