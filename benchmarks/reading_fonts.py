"""Chinese fonts that a PDF only names, measured by the machine's fonts and by the stand-in: ms a page, and the text.

``python -m benchmarks.reading_fonts [PDF …]`` (without files: applications of some 15 pages as ``benchmarks.screening``
makes them). For both ways pdfium loads the objects of each page and then their text, in one process, and each file is
read as ``jiebang`` reads it; the texts should be the same where the machine has Chinese fonts.
"""

import sys
import tempfile
import time
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pypdfium2

from benchmarks.screening import write
from pipeline.reading import ReadingOptions, read
from pipeline.reading.pdf.stand_in import drawn_by_real_fonts, measured_by_stand_in
from schemas.errors import UnreadableFile

MADE = (1, 6, 11)  # of the applications that are made, those as PDF
OPTIONS = ReadingOptions(cache=False, isolate=False, recognise=False)


def main() -> None:
    measured_by_stand_in()
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(name) for name in sys.argv[1:]] or [write(Path(folder), number) for number in MADE]
        texts = {}
        for name in ("machine's fonts", "stand-in", "machine's fonts", "stand-in"):
            loaded, text, pages = 0.0, 0.0, 0
            for path in paths:
                one = timed(path, ways(name))
                loaded, text, pages = loaded + one[0], text + one[1], pages + one[2]
            texts[name] = [read_text(path, ways(name)) for path in paths]
            print(f"{name}: {1000 * loaded / pages:.2f} ms a page for its objects, {1000 * text / pages:.2f} for text")
    same = sum(one == other for one, other in zip(*texts.values(), strict=True))
    print(f"{same} of {len(paths)} files have the same text both ways")


def ways(name: str) -> AbstractContextManager[None]:
    return nullcontext() if name == "stand-in" else drawn_by_real_fonts()


def timed(path: Path, way: AbstractContextManager[None]) -> tuple[float, float, int]:
    """CPU seconds for the objects of all pages, for their text, and how many pages they are."""
    loaded = text = 0.0
    with way, pypdfium2.PdfDocument(path.read_bytes()) as document:
        pages = []  # kept open, so that fonts are loaded once
        for index in range(len(document)):
            begin = time.process_time()
            pages.append(document[index])
            middle = time.process_time()
            pages[-1].get_textpage().close()
            loaded, text = loaded + middle - begin, text + time.process_time() - middle
        return loaded, text, len(pages)


def read_text(path: Path, way: AbstractContextManager[None]) -> str:
    with way:
        try:
            return read(path, path.name, OPTIONS).text
        except UnreadableFile as error:
            return error.message


if __name__ == "__main__":
    main()
