"""Document (文档): what a reader returns, whatever the format was."""

from dataclasses import dataclass, field

from schemas.record import Record


class SourceFile(Record):
    """Where a document came from.

    ``path`` as the caller named it (a member of an archive is ``archive.zip!/inner/name.docx``),
    ``sha256`` of the bytes in hexadecimal, ``pages`` None where the format has no pages,
    ``parser`` the reader's name.
    """

    path: str
    sha256: str
    media_type: str
    pages: int | None = None
    parser: str


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: half-open offsets into ``Document.text``; box ``(x0, top, x1, bottom)``."""

    start: int
    end: int
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, merged cells once: offsets into ``Document.text``, row and column from 0."""

    start: int
    end: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose cells stand in ``Document.text`` row by row, cells parted by a tab, rows by a newline.

    A line break inside a cell stays a newline of the text; the cells' offsets tell it from a row's end.
    """

    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class HeadingMark:
    """A heading that the format itself marks (Word style, h1 to h6, Markdown #): level from 1."""

    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an attachment: the words shown and the address, which is never fetched."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the document; ``is_seal`` None where nobody looked.

    ``offset`` is where in ``Document.text`` it stands (0 where unknown).
    """

    page: int | None
    box: tuple[float, float, float, float] | None
    is_seal: bool | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A read file.

    ``text`` is everything a reader sees in reading order, headers, footers and page numbers included
    only as lines listed in ``margins`` (indices into ``lines``). ``hard_wrapped`` is None where the
    format does not say whether a newline ends a paragraph: True for PDF, False for DOCX and HTML
    (where a newline is a paragraph's end or a forced break), None for plain text.
    """

    source: SourceFile
    text: str
    lines: tuple[Line, ...] = ()
    tables: tuple[Table, ...] = ()
    headings: tuple[HeadingMark, ...] = ()
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    margins: frozenset[int] = field(default_factory=frozenset)
    title: str | None = None
    hard_wrapped: bool | None = None
    warnings: tuple[str, ...] = ()
