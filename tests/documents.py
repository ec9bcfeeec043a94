"""Documents made from plain words, for tests."""

from pathlib import Path

from schemas.document import Cell, Document, SourceFile, Table

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def document(text: str, **more: object) -> Document:
    """A plain-text document named test.txt."""
    source = SourceFile(path="test.txt", sha256="0" * 64, media_type="text/plain", parser="text")
    return Document(source, text, **more)  # type: ignore[arg-type]


def table(rows: list[list[str]], before: str = "", after: str = "") -> Document:
    """A document with one table; None cells are covered by the cell above."""
    text, cells, start = before, [], len(before)
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            span = 1
            while words and r + span < len(rows) and rows[r + span][c] == "^":
                span += 1
            if words != "^":
                cells.append(Cell(len(text), len(text) + len(words), r, c, span))
                text += words
            text += "\t" if c < len(row) - 1 else "\n"
    return document(text + after, tables=(Table(start, len(text), tuple(cells)),), hard_wrapped=False)
