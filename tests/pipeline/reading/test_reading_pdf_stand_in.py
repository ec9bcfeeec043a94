"""Chinese fonts that a PDF names and does not hold are measured by a stand-in, whatever fonts the machine has."""

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pypdfium2
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from pipeline.reading.loading import read_bytes
from pipeline.reading.options import ReadingOptions
from pipeline.reading.pdf import stand_in

WESTERN = 0  # number of the character set
LINES = ("揭榜单位", "澜州材料研究", "院", "１２３号；", "A座3层", "司")


def unembedded(name: str, lines: tuple[str, ...] = LINES) -> bytes:
    """A page of these lines in a font that the file only names."""
    pdfmetrics.registerFont(UnicodeCIDFont(name))
    out = io.BytesIO()
    canvas = Canvas(out, invariant=True)
    canvas.setFont(name, 12)
    for number, line in enumerate(lines):
        canvas.drawString(72, 760 - 30 * number, line)
    canvas.save()
    return out.getvalue()


@pytest.fixture
def without_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without any font."""
    handler = stand_in._handler()
    monkeypatch.setattr(handler, "default", NoFonts())


class NoFonts:
    """Answers as the fonts of a bare machine do."""

    version = 1

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return lambda *_: 0


@pytest.mark.parametrize("font", ["STSong-Light", "MSung-Light", "HeiseiMin-W3"])
@pytest.mark.usefixtures("without_fonts")
def test_a_machine_without_fonts_reads_every_character(font: str) -> None:
    document = read_bytes(unembedded(font), "a.pdf", ReadingOptions(cache=False, isolate=False))
    assert document.text.split() == list(LINES)
    boxes = [line.box for line in document.lines if line.box is not None]
    assert [round(box[3] - box[1]) for box in boxes] == [12] * len(LINES)


def pixels(font: str) -> Any:
    with pypdfium2.PdfDocument(unembedded(font)) as document:
        return np.asarray(document[0].render(scale=2, grayscale=True).to_numpy())


def test_the_stand_in_leaves_next_to_no_ink() -> None:
    stand_in.measured_by_stand_in()
    assert (pixels("STSong-Light") < 128).mean() < 0.0005


def test_pages_are_drawn_by_the_fonts_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in.measured_by_stand_in()
    asked: list[int] = []

    class Fonts(NoFonts):
        def MapFont(self, this: Any, weight: int, italic: int, charset: int, *others: Any) -> int:
            if charset != WESTERN:  # the canvas begins each page with Helvetica
                asked.append(charset)
            return 0

    monkeypatch.setattr(stand_in._handler(), "default", Fonts())
    pixels("STSong-Light")
    assert not asked
    with stand_in.drawn_by_real_fonts():
        pixels("MSung-Light")
    assert asked
    asked.clear()
    pixels("HeiseiMin-W3")
    assert not asked
