"""PDFs with text: CPU time a page and peak memory of our reader, pdfplumber, pypdfium2, pdftotext and markitdown.

Every engine reads the same files in a fresh process, one engine after the other, round by round: what disturbs the
machine disturbs all of them. A process reads all files twice and times the second time: imports, models and compiled
patterns cost every engine once, however many files there are.
"""

import importlib.util
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.reading_pages import long_file, mixed_file, office_file, warm_file

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "data" / "samples"
OURS, FLOOR, REFERENCE = "jiebang", "pypdfium2 (text alone)", "pdfplumber (text and tables)"


def with_jiebang(path: Path) -> int:
    from pipeline.reading import ReadingOptions
    from pipeline.reading.loading import read_bytes

    return len(read_bytes(path.read_bytes(), path.name, ReadingOptions(cache=False, isolate=False)).pages)


def with_pdfplumber(path: Path) -> int:
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_text()
            page.extract_tables()
            page.close()
        return len(document.pages)


def with_pypdfium2(path: Path) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    for index in range(len(document)):
        page = document[index]
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    return len(document)


def with_pdftotext(path: Path) -> int:
    subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, stdout=subprocess.DEVNULL)
    return 0


def with_markitdown(path: Path) -> int:
    from markitdown import MarkItDown

    MarkItDown().convert(str(path))
    return 0


ENGINES: dict[str, Callable[[Path], int]] = {
    OURS: with_jiebang,
    REFERENCE: with_pdfplumber,
    FLOOR: with_pypdfium2,
    "pdftotext": with_pdftotext,
    "markitdown": with_markitdown,
}


def missing(engine: str) -> bool:
    """Whether an engine that is no dependency is not there."""
    if engine == "pdftotext":
        return shutil.which("pdftotext") is None
    return engine == "markitdown" and importlib.util.find_spec("markitdown") is None


@dataclass(frozen=True)
class Run:
    """CPU seconds of one process over all files, and its peak memory in MiB (imports included)."""

    seconds: float
    peak: float


def cpu_seconds() -> float:
    """The CPU time of this process and its children."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def run_here(engine: str, warming: int, paths: Sequence[Path]) -> None:
    """Read the files with an engine and print the measurement; the first ``warming`` files are not timed."""
    read = ENGINES[engine]
    for path in paths[:warming]:
        read(path)
    start = cpu_seconds()
    for path in paths[warming:]:
        read(path)
    print(json.dumps({"seconds": cpu_seconds() - start, "peak": peak_memory()}))


def peak_memory() -> float:
    """The most memory that this process had, in MiB (children aside)."""
    status = Path("/proc/self/status")
    if status.exists():  # unlike the other figure, it does not count what the parent had when it forked
        return int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run_apart(engine: str, warming: Sequence[Path], paths: Sequence[Path]) -> Run:
    """The same in a fresh process."""
    files = map(str, [*warming, *paths])
    command = [sys.executable, "-m", "benchmarks.reading_pdf", engine, str(len(warming)), *files]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return Run(**json.loads(done.stdout.splitlines()[-1]))


def report(more: Sequence[Path], rounds: int, long_pages: int) -> str:
    """Markdown tables over generated pages, the samples and ``more`` files."""
    with tempfile.TemporaryDirectory() as folder:
        warm = warm_file(Path(folder) / "warm.pdf")
        made = mixed_file(Path(folder) / "made.pdf", 36)
        sets = {"fonts not embedded": [made], "data/samples": sorted(SAMPLES.rglob("*.pdf"))}
        office = office_file(Path(folder) / "office.pdf", 8)
        if office is not None:
            sets = {"from LibreOffice, fonts embedded": [office], **sets}
        if more:
            sets["given"] = [path.resolve() for path in more]
        parts = [speeds(name, paths, rounds) for name, paths in sets.items()]
        parts.append(memory(warm, long_file(Path(folder) / "long.pdf", long_pages), long_pages))
    return "\n\n".join(["## PDFs with text", *parts])


def speeds(name: str, paths: Sequence[Path], rounds: int) -> str:
    """A table of one set of files."""
    pages = sum(with_pypdfium2(path) for path in paths)
    there = [engine for engine in ENGINES if not missing(engine)]
    runs: dict[str, list[Run]] = {engine: [] for engine in there}
    for _ in range(rounds):
        for engine in there:
            runs[engine].append(run_apart(engine, paths, paths))
    rows = [
        f"{name}: {pages} pages, {rounds} rounds, medians; ratios are of runs in the same round.\n",
        "| engine | CPU ms a page | to jiebang | to pypdfium2 text | peak MiB |",
        "| --- | --- | --- | --- | --- |",
    ]
    for engine in ENGINES:
        if engine not in runs:
            rows.append(f"| {engine} | not installed | | | |")
            continue
        ms = statistics.median(run.seconds for run in runs[engine]) / pages * 1000
        ratios = [
            statistics.median(one.seconds / other.seconds for one, other in zip(runs[engine], runs[base], strict=True))
            for base in (OURS, FLOOR)
        ]
        peak = statistics.median(run.peak for run in runs[engine])
        memory = "" if engine == "pdftotext" else f"{peak:.0f}"  # a process of its own
        rows.append(f"| {engine} | {ms:.2f} | {ratios[0]:.2f} | {ratios[1]:.2f} | {memory} |")
    return "\n".join(rows)


def memory(warm: Path, path: Path, pages: int) -> str:
    """Peak memory over a long file."""
    rows = [f"A file of {pages} pages, one run:\n", "| engine | CPU ms a page | peak MiB |", "| --- | --- | --- |"]
    for engine in (OURS, REFERENCE, FLOOR):
        run = run_apart(engine, [warm], [path])
        rows.append(f"| {engine} | {run.seconds / pages * 1000:.2f} | {run.peak:.0f} |")
    return "\n".join(rows)


if __name__ == "__main__":
    run_here(sys.argv[1], int(sys.argv[2]), [Path(argument) for argument in sys.argv[3:]])
