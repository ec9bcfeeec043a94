"""A document under construction: readers write into it, and every offset is right by construction."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.reading.payload import Payload
from pipeline.reading.symbols import PRIVATE_BOXES
from schemas.document import (
    Cell,
    Comment,
    Document,
    EmbeddedFile,
    FormValue,
    HeadingMark,
    Line,
    Link,
    Mark,
    MarkKind,
    Page,
    Picture,
    Table,
    Word,
)

Box = tuple[float, float, float, float]
_IN_A_LINE = PRIVATE_BOXES | {ord("\n"): " "}  # a line has no line end in it, whatever the format says
_NO_CHARACTERS = re.compile("[\ud800-\udfff]")  # halves of surrogate pairs: they can be neither stored nor printed
_SLACK = 10_000  # characters that may be written beyond the bound before reading stops; the end decides exactly


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of text to be written.

    Within ``text``: ``links`` are (start, end, target), ``marks`` (kind, start, end, box), ``words`` of a
    recognised line (start, end, box, confidence), ``anchors`` (offset, name) places to be looked up once written.
    """

    text: str
    page: int | None = None
    box: Box | None = None
    links: tuple[tuple[int, int, str], ...] = ()
    marks: tuple[tuple[MarkKind, int, int, Box | None], ...] = ()
    words: tuple[tuple[int, int, Box, float], ...] = ()
    confidence: float | None = None
    anchors: tuple[tuple[int, str], ...] = ()


@dataclass(slots=True)
class DraftCell:
    """A table cell to be written: its place, its span and its lines."""

    row: int
    column: int
    pieces: list[Piece]
    row_span: int = 1
    column_span: int = 1

    @property
    def text(self) -> str:
        """The words of the cell, one line a line."""
        return "\n".join(piece.text for piece in self.pieces)


@dataclass
class Draft:
    """Collects text and what stands in it; ``document`` closes it."""

    payload: Payload
    parts: list[str] = field(default_factory=list)
    length: int = 0
    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    headings: list[HeadingMark] = field(default_factory=list)
    bold: list[tuple[int, int]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    margins: set[int] = field(default_factory=set)
    hidden: set[int] = field(default_factory=set)
    pages: list[Page] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    form_values: list[FormValue] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    embedded: list[EmbeddedFile] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    anchors: dict[str, int] = field(default_factory=dict)

    def paragraph(
        self,
        pieces: Sequence[Piece],
        level: int | None = None,
        margin: bool = False,
        hidden: bool = False,
        bold: bool = False,
    ) -> None:
        """Write lines, each ended by a newline; ``level`` marks the whole as a heading, ``bold`` how it is printed."""
        start = self.length
        for piece in pieces:
            if margin:
                self.margins.add(len(self.lines))
            if hidden:
                self.hidden.add(len(self.lines))
            self._line(piece)
            self._write("\n")
        if level is not None and self.length > start:
            self.headings.append(HeadingMark(start, self.length - 1, level))
        if bold and self.length > start:
            self.bold.append((start, self.length - 1))

    def table(self, cells: Iterable[DraftCell]) -> None:
        """Write a table row by row, cells parted by a tab, rows by a newline."""
        ordered = sorted(cells, key=lambda cell: (cell.row, cell.column))
        if not ordered:
            return
        start, row, written = self.length, ordered[0].row, list[Cell]()
        for cell in ordered:
            if written:
                self._write("\t" if cell.row == row else "\n")
            row = cell.row
            at = self.length
            for index, piece in enumerate(cell.pieces):
                if index:
                    self._write("\n")
                self._line(piece)
            written.append(Cell(at, self.length, cell.row, cell.column, cell.row_span, cell.column_span))
        self.tables.append(Table(start, self.length, tuple(written)))
        self._write("\n")

    def picture(self, page: int | None = None, box: Box | None = None, is_seal: bool | None = None) -> None:
        """Note a picture at the present place."""
        self.pictures.append(Picture(page, box, is_seal, self.length))

    def document(
        self, parser: str, *, pages: int | None = None, title: str | None = None, hard_wrapped: bool | None = None
    ) -> Document:
        """The finished document; raises UnreadableFile where it is empty or too long."""
        text = _NO_CHARACTERS.sub("\ufffd", "".join(self.parts))
        if not text.strip():
            raise self.payload.empty()
        if len(text) > self.payload.limits.characters:
            raise self.payload.too_large(f"{len(text)} characters, at most {self.payload.limits.characters}")
        return Document(
            source=self.payload.source(parser, pages),
            text=text,
            lines=tuple(self.lines),
            tables=tuple(self.tables),
            headings=tuple(self.headings),
            bold=tuple(self.bold),
            links=tuple(self.links),
            pictures=tuple(self.pictures),
            margins=frozenset(self.margins),
            hidden=frozenset(self.hidden),
            pages=tuple(self.pages),
            marks=tuple(self.marks),
            words=tuple(self.words),
            form_values=tuple(self.form_values),
            comments=tuple(self.comments),
            embedded=tuple(self.embedded),
            title=title,
            hard_wrapped=hard_wrapped,
            warnings=tuple(self.warnings),
        )

    def _line(self, piece: Piece) -> None:
        start = self.length
        self._write(piece.text.translate(_IN_A_LINE))
        self.lines.append(Line(start, self.length, piece.page, piece.box, piece.confidence))
        self.links.extend(Link(start + first, start + last, target) for first, last, target in piece.links)
        self.marks.extend(
            Mark(kind, start + first, start + last, piece.page, box) for kind, first, last, box in piece.marks
        )
        self.anchors.update((name, start + at) for at, name in piece.anchors)
        if piece.page is not None:
            self.words.extend(
                Word(start + first, start + last, piece.page, box, sure) for first, last, box, sure in piece.words
            )

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)
        most = self.payload.limits.characters
        if self.length > most + _SLACK:
            raise self.payload.too_large(f"more than {most} characters")
