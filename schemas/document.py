"""Document (文档): what a reader returns, whatever the format was."""

from dataclasses import dataclass, field
from enum import StrEnum

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
class Page:
    """One page: ``number`` from 1, size in points as a reader sees it (a turned page turned back).

    ``reader`` is what read this page (pdfium, pdfplumber, rapidocr, ofd); ``confidence`` the mean confidence of
    its recognised characters, from 0 to 1, None where nothing was recognised.
    """

    number: int
    width: float
    height: float
    reader: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: half-open offsets into ``Document.text``; box ``(x0, top, x1, bottom)``.

    ``confidence`` from 0 to 1 where the line was recognised in a picture, else None.
    """

    start: int
    end: int
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    confidence: float | None = None


class MarkKind(StrEnum):
    """What a mark on a page is."""

    TICKED = "ticked"  # 已勾选的方框
    EMPTY = "empty"  # 未勾选的方框
    SIGNED = "signed"  # 有笔迹的签字处
    UNSIGNED = "unsigned"  # 空白的签字处


@dataclass(frozen=True, slots=True)
class Mark:
    """A box to tick or a place to sign: the half-open span of its character(s), and where it is drawn."""

    kind: MarkKind
    start: int
    end: int
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A word recognised in a picture: half-open span, box, and how sure the recognition is (0 to 1)."""

    start: int
    end: int
    page: int
    box: tuple[float, float, float, float]
    confidence: float


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, merged cells once: offsets into ``Document.text``, row and column from 0.

    ``lines`` where its words stand in several lines with other cells' beside them (a table drawn in a plain text):
    half-open offsets of each; empty where the cell is one stretch.
    """

    start: int
    end: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    lines: tuple[tuple[int, int], ...] = ()


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
class FormValue:
    """A field of an interactive form (AcroForm, content control, legacy form field) and what is filled in.

    ``value`` is "" where it is empty; a ticked box is ☑, an empty one □. What is filled in stands in
    ``Document.text`` too, at its place.
    """

    name: str
    value: str
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A reviewer's comment: no part of ``Document.text``; ``offset`` is where in it the comment hangs."""

    author: str
    text: str
    offset: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True)
class EmbeddedFile:
    """A file inside the document, listed and never opened: its name and its size in bytes (None if unknown)."""

    name: str
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A read file.

    ``text`` is everything a reader sees in reading order, headers, footers and page numbers included
    only as lines listed in ``margins`` (indices into ``lines``); what is there but cannot be seen (white,
    transparent, covered) only as lines listed in ``hidden``. ``hard_wrapped`` is None where the
    format does not say whether a newline ends a paragraph: True for PDF, False for DOCX and HTML
    (where a newline is a paragraph's end or a forced break), None for plain text. ``warnings``
    are Chinese sentences on what was not read, or not surely. ``bold`` are the half-open spans of paragraphs that
    are printed bold as a whole (DOCX, HTML): a heading may be told by nothing else.
    """

    source: SourceFile
    text: str
    lines: tuple[Line, ...] = ()
    tables: tuple[Table, ...] = ()
    headings: tuple[HeadingMark, ...] = ()
    bold: tuple[tuple[int, int], ...] = ()
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    margins: frozenset[int] = field(default_factory=frozenset)
    hidden: frozenset[int] = field(default_factory=frozenset)
    pages: tuple[Page, ...] = ()
    marks: tuple[Mark, ...] = ()
    words: tuple[Word, ...] = ()
    form_values: tuple[FormValue, ...] = ()
    comments: tuple[Comment, ...] = ()
    embedded: tuple[EmbeddedFile, ...] = ()
    title: str | None = None
    hard_wrapped: bool | None = None
    warnings: tuple[str, ...] = ()
