"""Scans: ours beside rapidocr alone, on the same pictures: ``python -m benchmarks.reading_scans``.

Without arguments the pages are drawn from ``data/samples`` (a PDF of them, made to look scanned at 200 and 150 dpi);
``--scan FILE --truth TEXT`` measures a scan of your own, whose words are in a text file or a PDF with text. With
``../shared`` beside the project its scanned submission is measured too.
"""

import argparse
import io
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from pipeline.reading.paged.pages import PageContent
from pipeline.reading.scan.page import recognise
from pipeline.reading.seals import find_seals
from schemas.document import MarkKind

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "data/samples/applications/storage_and_vehicles/2_瞻途智能.pdf"
SHARED = ROOT.parent / "shared/submissions"
PAGES = 4
Pixels = NDArray[np.uint8]


@dataclass(frozen=True)
class Scan:
    """Pages at one resolution, and what stands on them (None where nobody knows)."""

    name: str
    dpi: int
    pages: list[Pixels]
    truth: str
    cells: Sequence[str] = ()
    ticks: Counter[MarkKind] | None = None
    seals: int | None = None


@dataclass
class Measured:
    """What one scan cost and gave; seconds are of the CPU, a page."""

    scan: Scan
    ours: list[float] = field(default_factory=list)
    alone: list[float] = field(default_factory=list)
    read: list[PageContent] = field(default_factory=list)
    words_alone: str = ""

    @property
    def ratio(self) -> float:
        return sum(self.ours) / sum(self.alone)


def squeezed(text: str) -> str:
    """No white space, one width: what a reader takes for the same characters."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).replace("☐", "□").replace("■", "☑")


def right(read: str, truth: str) -> float:
    """The share of the true characters that were read (as many of each, whatever the order of the lines)."""
    found, wanted = Counter(squeezed(read)), Counter(squeezed(truth))
    return (found & wanted).total() / max(wanted.total(), 1)


def alone() -> Callable[[Pixels], str]:
    """rapidocr as its wheel comes, on one thread."""
    import rapidocr

    engine = rapidocr.RapidOCR(
        params={
            "Global.log_level": "critical",
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )
    return lambda pixels: "\n".join(engine(np.ascontiguousarray(pixels[..., ::-1])).txts or ())


def measure(scan: Scan) -> Measured:
    """Both read every page in turn, each page by the one and then by the other."""
    plain = alone()
    plain(scan.pages[0][:200])
    recognise(scan.pages[0][:200], 1, scan.dpi / 72)
    result = Measured(scan)
    for number, pixels in enumerate(scan.pages, 1):
        start = time.process_time()
        result.words_alone += plain(pixels)
        between = time.process_time()
        result.read.append(recognise(pixels, number, scan.dpi / 72))
        result.alone.append(between - start)
        result.ours.append(time.process_time() - between)
    return result


def as_scanned(page: Pixels, seed: int) -> Pixels:
    """Skewed, soft, greyish, noisy, and through JPEG."""
    chance = np.random.default_rng(seed)
    image = Image.fromarray(page).rotate(
        float(chance.uniform(-1, 1)), resample=Image.Resampling.BICUBIC, fillcolor=(255, 255, 255)
    )
    rough = np.asarray(image).astype(float) * 0.93 + 10 + chance.normal(0, 4, page.shape[:2])[..., None]
    target = io.BytesIO()
    Image.fromarray(rough.clip(0, 255).astype(np.uint8)).save(target, "JPEG", quality=50)
    return np.asarray(Image.open(target))


def rendered(path: Path, dpi: int, most: int) -> tuple[list[Pixels], list[str]]:
    """The pages of a PDF as pictures, and their words if it has a text layer."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    count = min(len(document), most)
    pictures = [np.ascontiguousarray(document[i].render(scale=dpi / 72).to_numpy()[..., 2::-1]) for i in range(count)]
    return pictures, [document[i].get_textpage().get_text_range() for i in range(count)]


def sample_scans() -> list[Scan]:
    """A sample of our own at two resolutions; its tables and ticks as read from its text layer."""
    from pipeline.reading import read

    document = read(SAMPLE)
    cells = [document.text[c.start : c.end] for table in document.tables for c in table.cells]
    scans = []
    for dpi in (200, 150):
        pages, words = rendered(SAMPLE, dpi, PAGES)
        inside = squeezed("".join(words))
        there = [cell for cell in cells if cell.strip() and squeezed(cell) in inside]
        ticks = Counter({MarkKind.TICKED: sum(inside.count(c) for c in "☑☒"), MarkKind.EMPTY: inside.count("□")})
        scanned = [as_scanned(page, dpi + i) for i, page in enumerate(pages)]
        scans.append(Scan(SAMPLE.stem, dpi, scanned, "".join(words), there, ticks, 0))
    return scans


def given_scan(path: Path, truth: Path | None, dpi: int = 200, ticks: Counter[MarkKind] | None = None) -> Scan:
    """A scan from outside; ``truth`` is a text file or a PDF with text."""
    pages, _ = rendered(path, 200, 1000)
    if dpi != 200:
        size = [round(side * dpi / 200) for side in (pages[0].shape[1], pages[0].shape[0])]
        pages = [np.asarray(Image.fromarray(page).resize((size[0], size[1]), Image.Resampling.BOX)) for page in pages]
    if truth is None:
        words = ""
    elif truth.suffix == ".pdf":
        words = "".join(rendered(truth, 36, 1000)[1])
    else:
        words = truth.read_text(encoding="utf-8")
    return Scan(path.stem, dpi, pages, words, ticks=ticks)


def seals_found() -> tuple[int, int, int, float]:
    """Drawn seals found, drawn seals in all, false ones on pages without, milliseconds a page."""
    pages, _ = rendered(SAMPLE, 110, PAGES)
    found = drawn = false = 0
    spent = 0.0
    for index, page in enumerate(pages):
        false += len(find_seals(page, 110 / 72))
        image = Image.fromarray(page)
        draw = ImageDraw.Draw(image)
        for x, y, width, height in ((300, 400, 170, 170), (620, 900, 190, 128)):
            draw.ellipse((x, y, x + width, y + height), outline=(205, 40 + 30 * index, 45 + 30 * index), width=4)
            draw.regular_polygon((x + width / 2, y + height / 2, 24), 5, fill=(205, 40, 45))
            drawn += 1
        stamped = as_scanned(np.asarray(image), index)
        start = time.process_time()
        found += len(find_seals(stamped, 110 / 72))
        spent += time.process_time() - start
    return found, drawn, false, 1000 * spent / len(pages)


def row_of(result: Measured) -> list[str]:
    scan = result.scan
    words = "".join(page.words for page in result.read)
    cells = [squeezed(cell.text) for page in result.read for table in page.tables for cell in table.cells]
    inside = sum((Counter(cells) & Counter(squeezed(cell) for cell in scan.cells)).values())
    marks = [mark[0] for page in result.read for piece in pieces_of(page) for mark in piece.marks]
    ticks = Counter(kind for kind in marks if kind in (MarkKind.TICKED, MarkKind.EMPTY))
    known = scan.ticks is not None
    return [
        scan.name,
        str(scan.dpi),
        f"{sum(result.ours) / len(result.ours):.2f}",
        f"{sum(result.alone) / len(result.alone):.2f}",
        f"{result.ratio:.2f}",
        f"{right(words, scan.truth):.2%}" if scan.truth else "",
        f"{right(result.words_alone, scan.truth):.2%}" if scan.truth else "",
        f"{(ticks & scan.ticks).total()} of {scan.ticks.total()}" if known and scan.ticks else str(ticks.total()),
        f"{inside} of {len(scan.cells)}" if scan.cells else "",
        str(sum(len(page.pictures) for page in result.read)),
    ]


def pieces_of(page: PageContent) -> list[Any]:
    return [*page.lines, *(piece for table in page.tables for cell in table.cells for piece in cell.pieces)]


def report(scans: Sequence[Scan]) -> str:
    """Measure the scans: a Markdown table of them."""
    heads = ("scan", "dpi", "ours", "alone", "ratio", "right", "right alone", "ticks", "cells", "seals")
    rows = [row_of(measure(scan)) for scan in scans]
    found, drawn, false, cost = seals_found()
    return "\n".join(
        [
            "## Scans\n",
            "Ours beside rapidocr alone, CPU seconds a page, one thread.\n",
            *(f"| {' | '.join(row)} |" for row in [heads, ["---"] * len(heads), *rows]),
            f"\nSeals drawn on pages: {found} of {drawn} found, {false} false, {cost:.0f} ms a page.",
        ]
    )


def scans_to_measure(scan: Path | None = None, truth: Path | None = None) -> list[Scan]:
    """The scan given, else our sample and, where it is there, the shared one (with ``truth`` if known)."""
    if scan is not None:
        return [given_scan(scan, truth)]
    scans = sample_scans()
    shared = SHARED / "a5_dir11_science.pdf"
    if shared.is_file():
        scans += [given_scan(shared, truth, dpi) for dpi in (200, 150)]
    return scans


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scan", type=Path, help="a scanned PDF")
    parser.add_argument("--truth", type=Path, help="its words: a text file, or the PDF that was scanned")
    arguments = parser.parse_args()
    print(report(scans_to_measure(arguments.scan, arguments.truth)))


if __name__ == "__main__":
    main()
