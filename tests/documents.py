"""Documents made from plain words, for tests."""

from pathlib import Path

from schemas.document import Document, SourceFile

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def document(text: str, **more: object) -> Document:
    """A plain-text document named test.txt."""
    source = SourceFile(path="test.txt", sha256="0" * 64, media_type="text/plain", parser="text")
    return Document(source, text, **more)  # type: ignore[arg-type]
