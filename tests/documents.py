"""Documents made from plain words, for tests."""

from dataclasses import replace
from pathlib import Path

from schemas.document import Cell, Document, SourceFile, Table

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def document(text: str, **more: object) -> Document:
    """A plain-text document named test.txt."""
    source = SourceFile(path="test.txt", sha256="0" * 64, media_type="text/plain", parser="text")
    return Document(source, text, **more)  # type: ignore[arg-type]


def table(rows: list[list[str]], before: str = "", after: str = "") -> Document:
    """A document with one table; a cell "^" is covered by the cell above, "<" by the one at its left."""
    text, cells, start = before, [], len(before)
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            span = wide = 1
            while words and r + span < len(rows) and rows[r + span][c] == "^":
                span += 1
            while c + wide < len(row) and row[c + wide] == "<":
                wide += 1
            if words not in ("^", "<"):
                cells.append(Cell(len(text), len(text) + len(words), r, c, span, wide))
                text += words
            text += "\t" if c < len(row) - 1 else "\n"
    return document(text + after, tables=(Table(start, len(text), tuple(cells)),), hard_wrapped=False)


def joined(*parts: Document) -> Document:
    """One document of several, with their tables."""
    text, tables = "", []
    for part in parts:
        at = len(text)
        moved = [[replace(c, start=c.start + at, end=c.end + at) for c in one.cells] for one in part.tables]
        starts = [(one.start + at, one.end + at) for one in part.tables]
        tables += [Table(*span, tuple(cells)) for span, cells in zip(starts, moved, strict=True)]
        text += part.text
    return document(text, tables=tuple(tables), hard_wrapped=False)
