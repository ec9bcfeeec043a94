"""PDFs written object by object, for what no library writes: odd fonts, hostile forms, files inside."""

from collections.abc import Sequence

LETTERS = "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def raw_pdf(
    content: str | Sequence[str], fonts: str = LETTERS, objects: Sequence[str] = (), page: str = "", catalog: str = ""
) -> bytes:
    """A PDF of A4 pages with these content streams.

    ``fonts`` are the entries of the font resources, ``objects`` further objects (numbered from 10), ``page`` and
    ``catalog`` further entries of each page and of the catalog.
    """
    contents = [content] if isinstance(content, str) else list(content)
    first = 10 + len(objects)
    kids = " ".join(f"{first + 2 * index} 0 R" for index in range(len(contents)))
    numbered = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>",
        **{10 + index: body for index, body in enumerate(objects)},
    }
    for index, words in enumerate(contents):
        number = first + 2 * index
        numbered[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number + 1} 0 R "
            f"/Resources << /Font << {fonts} >> /XObject << /X 10 0 R >> >> {page} >>"
        )
        numbered[number + 1] = stream(words)
    return _file(numbered)


def stream(words: str, entries: str = "") -> str:
    """A stream object of this content."""
    return f"<< /Length {len(words.encode('latin-1'))} {entries} >>\nstream\n{words}\nendstream"


def _file(numbered: dict[int, str]) -> bytes:
    body = b"%PDF-1.7\n"
    places = {}
    for number, text in sorted(numbered.items()):
        places[number] = len(body)
        body += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    size = max(numbered) + 1
    table = [
        f"{places[number]:010} 00000 n \n" if number in places else "0000000000 65535 f \n" for number in range(size)
    ]
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + f"xref\n0 {size}\n{''.join(table)}{trailer}".encode("latin-1")


def chinese(name: str = "F1", encoding: str = "UniGB-UCS2-H", collection: str = "GB1") -> str:
    """A Chinese font that is not embedded; its codes are Unicode with the usual encoding."""
    return (
        f"/{name} << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /{encoding} /DescendantFonts [<< "
        "/Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo << /Registry (Adobe) "
        f"/Ordering ({collection}) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light "
        "/Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /StemV 93 >> >>] >>"
    )


def codes(words: str) -> str:
    """Words as a hexadecimal string of UCS-2."""
    return f"<{words.encode('utf-16-be').hex()}>"


def shown(words: str, x: float = 60, y: float = 700, size: float = 12, before: str = "") -> str:
    """The operators that show Chinese words in font F1."""
    return f"BT /F1 {size} Tf {before} 1 0 0 1 {x} {y} Tm {codes(words)} Tj ET\n"
