"""Small files of every format, built for the tests of the readers."""

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.reading.loading import read_bytes
from schemas.document import Document, Table

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MORE = (
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this XML inside ``w:body``; ``numbering`` and ``styles`` give those parts' content."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {W} {MORE}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(
                f"word/{name}.xml", f"<w:{name.rstrip('0123456789')} {W}>{content}</w:{name.rstrip('0123456789')}>"
            )
    return target.getvalue()


def p(*runs: str, properties: str = "") -> str:
    """A ``w:p`` of plain runs (text) or ready XML (starting with <)."""
    inner = "".join(run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def tc(text: str, properties: str = "") -> str:
    """A ``w:tc``; each line of ``text`` a paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(p(line) for line in text.split(chr(10)))}</w:tc>"


def pdf(draw: Callable[..., None], pages: int = 1, **options: object) -> bytes:
    """A PDF whose pages ``draw(canvas, page)`` draws on, with the CID font STSong-Light set at 12 points."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=options.pop("size", A4), invariant=1, **options)
    for page in range(pages):
        canvas.setFont("STSong-Light", 12)
        draw(canvas, page)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def grid(
    canvas: object, rows: Sequence[Sequence[str]], top: float, widths: Sequence[float], height: float = 24
) -> float:
    """Draw a ruled table (points from the foot of the page); the height of its foot."""
    y = top
    for row in rows:
        x = 60.0
        for text, width in zip(row, widths, strict=True):
            canvas.rect(x, y - height, width, height)  # type: ignore[attr-defined]
            for index, line in enumerate(text.split("\n")):
                canvas.drawString(x + 4, y - 16 - 14 * index, line)  # type: ignore[attr-defined]
            x += width
        y -= height
    return y


def read_as(data: bytes, name: str) -> Document:
    """Read bytes as a file of this name."""
    return read_bytes(data, name)


def page(text: str) -> Document:
    """Read an HTML page."""
    return read_as(text.encode(), "page.html")


def cells(document: Document, table: int = 0) -> list[tuple[int, int, int, int, str]]:
    """(row, column, row span, column span, words) of a table's cells."""
    return [
        (cell.row, cell.column, cell.row_span, cell.column_span, document.text[cell.start : cell.end])
        for cell in document.tables[table].cells
    ]


def check_offsets(document: Document) -> None:
    """What every document promises of its offsets."""
    at = 0
    for line in document.lines:
        assert at <= line.start <= line.end <= len(document.text)
        assert not document.text[at : line.start].strip("\t\n"), "no words outside lines"
        assert "\n" not in document.text[line.start : line.end]
        at = line.end
    assert not document.text[at:].strip()
    for table in document.tables:
        check_table(document.text, table)
    for mark in (*document.headings, *document.links):
        assert 0 <= mark.start < mark.end <= len(document.text)
        assert document.text[mark.start : mark.end].strip()


def check_table(text: str, table: Table) -> None:
    """Cells stand in order, apart from each other, with nothing but tabs and newlines between."""
    at = table.start
    places: set[tuple[int, int]] = set()
    for cell in table.cells:
        assert at <= cell.start <= cell.end <= table.end
        assert not text[at : cell.start].strip("\t\n")
        at = cell.end
        covered = {(cell.row + i, cell.column + j) for i in range(cell.row_span) for j in range(cell.column_span)}
        assert not places & covered, "no two cells cover the same place"
        places |= covered
    assert at == table.end


def zip_of(members: dict[str, bytes], path: Path, encoding: str | None = None) -> Path:
    """A ZIP file; with ``encoding`` its names are bytes of it and the UTF-8 flag is not set, as old Windows does."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(
                _OldName(name, encoding) if encoding else zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED
            )
    return path


class _OldName(zipfile.ZipInfo):
    """A member whose name is stored in a legacy encoding."""

    def __init__(self, name: str, encoding: str) -> None:
        super().__init__(name)
        self.legacy = name.encode(encoding)

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - the standard library's name
        return self.legacy, self.flag_bits & ~0x800
