"""Every step of a long document is told to whoever waits for it, and none twice."""

import io

import pytest
from docx import Document as Word
from ofd_files import ofd, page, seal_picture, text
from reading_files import pdf
from reportlab.lib.utils import ImageReader

from pipeline.reading import progress
from pipeline.reading.loading import read_bytes

WORDS = "这一页上有足够多的文字，不必认图。"


def pictured_pdf(pages: int) -> bytes:
    def draw(canvas, page) -> None:
        canvas.drawString(60, 700, WORDS)
        canvas.drawImage(ImageReader(io.BytesIO(seal_picture())), 200, 500, 100, 100)

    return pdf(draw, pages)


def pictured_docx(*sides: int) -> bytes:
    made, target = Word(), io.BytesIO()
    for side in sides:
        made.add_paragraph(WORDS).add_run().add_picture(io.BytesIO(seal_picture(side)))
    made.save(target)
    return target.getvalue()


# (name, bytes, steps): a page read, its seals looked for; pictures, each once; pages without a scan
STEPS = [
    ("a.pdf", pictured_pdf(3), 3),
    ("a.docx", pictured_docx(100, 120, 100), 2),
    ("a.ofd", ofd(page(text(20, 20, WORDS)), page(text(20, 20, WORDS))), 2),
]


@pytest.mark.parametrize(("name", "data", "steps"), STEPS, ids=[case[0] for case in STEPS])
def test_the_steps_of_a_file(name: str, data: bytes, steps: int, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(progress, "_listeners", [lambda: told.append(name)])
    read_bytes(data, name)
    assert len(told) == steps
