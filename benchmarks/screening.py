"""Screening many applications: how many a second, how much memory, how fast again, and where the time goes.

``python -m benchmarks.screening [--count 300] [--jobs 2]`` makes applications of about 15 pages (DOCX, PDF with text,
HTML, text, ZIP; no scans) against the sample notice, in a folder of its own with a cache of its own.
"""

import argparse
import os
import platform
import random
import re
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import psutil

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "data" / "samples")]

from sample_markup import Block, blocks_of  # noqa: E402
from sample_writers import docx_bytes, html_bytes, pdf_bytes, text_bytes, zip_bytes  # noqa: E402

SAMPLES = ROOT / "data" / "samples"
NOTICE = SAMPLES / "notices" / "storage_and_vehicles.pdf"
SOURCES = ("storage_1_flow_battery", "storage_2_roadside", "storage_3_simulation")
Out = TypeVar("Out")
CHARS = 12_000  # some 15 pages
NAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张"
SHAPES = (("docx", docx_bytes), ("pdf", pdf_bytes), ("html", html_bytes), ("txt", text_bytes), ("zip", None))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="jiebang-bench-") as folder:
        base = Path(folder)
        os.environ["JIEBANG_CACHE"] = str(base / "cache")
        paths = apart(write_all, base / "applications", arguments.count)
        size = sum(path.stat().st_size for path in paths) / 2**20
        print(
            f"{arguments.count} applications, {size:.0f} MiB; {platform.machine()}, Python {platform.python_version()}"
        )
        first = apart(screened, base, arguments.jobs, "first run")
        second = apart(screened, base, arguments.jobs, "second run")
        print(f"the second run took {first / second:.1f} times less")
        shares(paths)


def apart(function: Callable[..., Out], *arguments: object) -> Out:
    """Calls the function in a fresh process, as every call of ``jiebang`` is one."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(function, *arguments).result()


def write_all(folder: Path, count: int) -> list[Path]:
    """So many applications."""
    return [write(folder, number) for number in range(count)]


def write(folder: Path, number: int) -> Path:
    """One application; its applicant, figures and prose are its own."""
    folder.mkdir(parents=True, exist_ok=True)
    ending, writer = SHAPES[number % len(SHAPES)]
    blocks = list(varied(number))
    if writer is None:
        cut = next(at for at, block in enumerate(blocks) if block.text.startswith("证明材料"))
        data = zip_bytes({"申报书.docx": docx_bytes(blocks[:cut]), "证明与承诺.txt": text_bytes(blocks[cut:])})
    else:
        data = writer(blocks)
    path = folder / f"{number:03d}.{ending}"
    path.write_bytes(data)
    return path


def varied(number: int) -> Iterator[Block]:
    """A sample application with another name and code, its prose shuffled and lengthened to about 15 pages."""
    chance = random.Random(number)
    text = (SAMPLES / "source" / f"{SOURCES[number % len(SOURCES)]}.txt").read_text(encoding="utf-8")
    name = re.search(r"揭榜单位：(\S+?公司)", text)
    text = text.replace(name[1] if name else "", f"澜州第{number}号科技有限公司")
    for person in set(re.findall(r"(?:法定代表人|姓名) \| (\w{2,3}) ", text)):
        text = text.replace(person, "".join(chance.sample(NAMES, 3)))
    text = re.sub(r"138\d{8}", lambda _: f"139{chance.randrange(10**8):08d}", text)
    text = re.sub(r"(9166\w{6})\w{8}", lambda m: f"{m[1]}{chance.randrange(10**8):08d}", text)
    text = re.sub(r"\w+@", lambda _: f"u{chance.randrange(10**6)}@", text)
    text = re.sub(r"(?<=路)\d+(?=号)", lambda _: str(chance.randrange(1000)), text)
    text = re.sub(r"(?m)^\. \d+\. \w+", lambda item: f"{item[0]}（{chance.randrange(10**6)}）", text)
    blocks = blocks_of(text)
    prose_words = "".join(re.sub(r"[^\u4e00-\u9fff]", "", block.text) for block in blocks if block.kind == "paragraph")
    pairs = [prose_words[at : at + 2] for at in range(0, len(prose_words) - 1, 2)]
    phrases = ["".join(chance.sample(pairs, chance.randrange(3, 9))) for _ in range(400)]
    prose = [at for at, block in enumerate(blocks) if block.kind == "paragraph" and len(block.text) > 60]
    extra = max(CHARS - len(text), 0) // len(prose)

    def own(words: str) -> str:
        """With words of its own at every mark: independent applications share no passages."""
        return re.sub("[，、；：。](?=.)", lambda mark: f"{mark[0]}{chance.choice(phrases)}{mark[0]}", words)

    for at, block in enumerate(blocks):
        rows = tuple(tuple(own(cell) if len(cell) > 60 else cell for cell in row) for row in block.rows)
        yield replace(block, text=own(block.text) if block.kind == "paragraph" else block.text, rows=rows)
        more = extra if at in prose else 0
        while more > 0:
            words = "，".join(chance.sample(phrases, 9)) + "。"
            more -= len(words)
            yield replace(block, text=words)


def screened(base: Path, jobs: int, name: str) -> float:
    """Screens all and prints the rate and the memory; seconds of the whole."""
    from pipeline.garbage import collect_seldom
    from pipeline.run import screen

    collect_seldom()  # as the command does
    times: list[float] = []
    memory = Memory()
    begin = time.perf_counter()
    made = screen(
        str(NOTICE), [base / "applications"], base / "bench.duckdb", jobs=jobs,
        progress=lambda *_: times.append(time.perf_counter()),
    )  # fmt: skip
    whole = time.perf_counter() - begin
    peak = memory.stop()
    count = len(made.report.submissions)
    pace = "nothing was screened anew"
    if len(times) > 1:
        rate = (len(times) - 1) / (times[-1] - times[0])
        end = begin + whole - times[-1]
        pace = f"the first was done after {times[0] - begin:.1f} s, then {rate:.1f} a second; the end took {end:.1f} s"
    print(
        f"{name}: {whole:.1f} s in all, {pace}; {memory.cpu:.0f} CPU s of all processes; {peak:.0f} MiB at most; "
        f"{count} screened, {len(made.report.failures)} failed"
    )
    return whole


class Memory:
    """The most that this process and all its children held together, in MiB (shared pages counted once)."""

    def __init__(self) -> None:
        self.peak, self._done = 0.0, threading.Event()
        self._spent: dict[int, float] = {}
        self._before = sum(psutil.Process().cpu_times()[:2])
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        own = psutil.Process()
        while not self._done.wait(0.25):
            total = 0
            for process in (own, *own.children(recursive=True)):
                try:
                    total += process.memory_full_info().pss
                    self._spent[process.pid] = sum(process.cpu_times()[:2])
                except psutil.Error:
                    continue
            self.peak = max(self.peak, total / 2**20)

    @property
    def cpu(self) -> float:
        """CPU seconds of all the processes so far, to the last look at each."""
        return sum(self._spent.values()) - self._before

    def stop(self) -> float:
        self._done.set()
        self._thread.join()
        return self.peak


def shares(paths: list[Path], most: int = 40) -> None:
    """CPU seconds of each stage for some of the applications, in one process without the cache."""
    from pipeline.intake import parts_of, records_of
    from pipeline.matching import Matcher
    from pipeline.matching.encoder import Encoder
    from pipeline.reading import ReadingOptions, read
    from pipeline.reading.inputs import expand
    from pipeline.screening import screen
    from pipeline.structure import structure

    options = ReadingOptions(cache=False, isolate=False)
    notice = records_of(read(NOTICE, NOTICE.name), "notice")
    matcher = Matcher(notice, Encoder(None))  # type: ignore[arg-type]
    spent = dict.fromkeys(("reading", "structure", "records", "matching and screening"), 0.0)

    def timed(stage: str, begin: float) -> None:
        spent[stage] += time.process_time() - begin

    with expand(paths[:most], options) as expansion:
        for source in expansion.inputs[0].files:  # loads the model and fills what is made once a process
            screen(notice, parts_of([read(source.path, source.name, options)])[0], matcher)  # type: ignore[arg-type]
        for item in expansion.inputs:
            begin = time.process_time()
            documents = [read(source.path, source.name, options) for source in item.files]
            timed("reading", begin)
            begin = time.process_time()
            for document in documents:
                structure(document)
            timed("structure", begin)
            begin = time.process_time()
            part = parts_of(documents)[0]
            timed("records", begin)
            begin = time.process_time()
            screen(notice, part, matcher)  # type: ignore[arg-type]
            timed("matching and screening", begin)
    spent["records"] -= spent["structure"]  # the records' stage structures the text itself
    whole = sum(spent.values())
    for stage, seconds in spent.items():
        print(f"{stage}: {1000 * seconds / len(paths[:most]):.0f} CPU ms an application, {100 * seconds / whole:.0f} %")


if __name__ == "__main__":
    main()
