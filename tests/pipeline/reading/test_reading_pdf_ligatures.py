"""Ligatures (ffi, fl: one sign of the font) read as their letters, in order and side by side."""

import pytest
from pdf_files import raw_pdf, stream

from pipeline.reading import ReadingOptions
from pipeline.reading.loading import read_bytes

CMAP = stream(
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /L def /CMapType 2 def\n"
    "1 begincodespacerange <00> <FF> endcodespacerange\n"
    "2 beginbfchar <01> <006600660069> <02> <0066006C> endbfchar\n"
    "1 beginbfrange <20> <7E> <0020> endbfrange\nendcmap end end"
)
WIDTHS = " ".join("833" if code == 1 else "556" for code in range(1, 127))
FONT = (
    "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 1 /LastChar 126 "
    f"/Widths [{WIDTHS}] /Encoding << /Type /Encoding /Differences [1 /a /b] >> /ToUnicode 10 0 R >>"
)


@pytest.mark.parametrize(
    ("drawn", "words"),
    [
        (r"o\001ce@haizhou.example.cn", "office@haizhou.example.cn"),
        (r"\002ow of e\001ciency", "flow of efficiency"),
        (r"sta\001", "staffi"),
    ],
)
def test_letters_of_a_ligature(drawn: str, words: str) -> None:
    page = f"BT /F1 12 Tf 60 700 Td ({drawn}) Tj ET\nBT /F1 12 Tf 60 660 Td (a line below with more words) Tj ET"
    found = read_bytes(raw_pdf(page, FONT, [CMAP]), "a.pdf", ReadingOptions(cache=False))
    assert found.text.splitlines()[0] == words
    line = found.lines[0]
    assert line.box is not None
    assert 60 <= line.box[0] < line.box[2] < 60 + 12 * 0.9 * len(words)
