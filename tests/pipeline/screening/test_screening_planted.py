"""One gap of each kind planted into the clean sample, in each format: exactly that gap is found, all else stays."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).resolve().parents[3] / "data" / "samples"
sys.path[:0] = [str(SAMPLES), str(Path(__file__).resolve().parent)]

from planted_gaps import GAPS, Gap
from sample_markup import Block, blocks_of
from sample_writers import docx_bytes, html_bytes, pdf_bytes, text_bytes

from pipeline.matching import Matcher
from pipeline.reading import read
from pipeline.records.notice import build_notice
from pipeline.records.submission import build_submission
from pipeline.screening import screen
from pipeline.structure import structure
from schemas.finding import GAP_STATUSES, Finding

Screen = Callable[[str, str], tuple[Finding, ...]]
CLEAN = (SAMPLES / "source" / "storage_1_flow_battery.txt").read_text(encoding="utf-8")


def wrapped(blocks: list[Block]) -> bytes:
    return text_bytes(blocks, width=34)


def piped(blocks: list[Block]) -> bytes:
    """A table's cells with bars between, as Markdown has them."""
    return text_bytes(blocks).replace(b"\t", b" | ")


FORMATS: dict[str, tuple[str, Callable[[list[Block]], bytes]]] = {
    "text": (".txt", text_bytes),
    "wrapped": (".txt", wrapped),
    "piped": (".txt", piped),
    "html": (".html", html_bytes),
    "docx": (".docx", docx_bytes),
    "pdf": (".pdf", pdf_bytes),
}
DEAR = ("docx", "pdf")  # some of the gaps only: writing and reading the file costs more than the screening
CASES = [(form, gap) for form in FORMATS for at, gap in enumerate(GAPS) if form not in DEAR or at % 9 == 0]


@pytest.fixture(scope="module")
def screened(tmp_path_factory: pytest.TempPathFactory) -> Screen:
    """The findings for the markup in a format; the notice is read and encoded once."""
    folder = tmp_path_factory.mktemp("planted")
    notice = build_notice(*structure(read(SAMPLES / "notices" / "storage_and_vehicles.pdf")))
    matcher = Matcher(notice)

    def run(form: str, text: str) -> tuple[Finding, ...]:
        suffix, written = FORMATS[form]
        path = folder / f"application{suffix}"
        path.write_bytes(written(blocks_of(text)))
        return screen(notice, build_submission(*structure(read(path))), matcher).findings

    return run


@pytest.fixture(scope="module")
def clean(screened: Screen) -> dict[str, dict[tuple[str, str], str]]:
    return {form: statuses(screened(form, CLEAN)) for form in FORMATS}


def statuses(findings: tuple[Finding, ...]) -> dict[tuple[str, str], str]:
    """Kind and name (told apart by the obligation) to status."""
    return {(f.kind, f.name): f.status for f in findings}


@pytest.mark.parametrize("form", FORMATS)
def test_the_clean_application_has_no_gap(form: str, clean: Any) -> None:
    assert {key: status for key, status in clean[form].items() if status in GAP_STATUSES} == {}


@pytest.mark.parametrize(("form", "gap"), CASES, ids=[f"{form}: {gap.name}" for form, gap in CASES])
def test_exactly_the_planted_gap(form: str, gap: Gap, screened: Screen, clean: Any) -> None:
    found = screened(form, gap.plant(CLEAN))
    kind, name, status = gap.found
    causes = {f.cause for f in found if (f.kind, f.name) == (kind, name) and f.cause is not None}
    alone = tuple(f for f in found if f.cause not in causes or (f.kind, f.name) == (kind, name))
    gaps = {(f.kind, f.name, f.status) for f in alone if f.status in GAP_STATUSES}
    assert gaps == {gap.found}
    linked = {(f.kind, f.name) for f in found} - {(f.kind, f.name) for f in alone}
    after = statuses(alone)
    changed = {
        key
        for key in {*after, *clean[form]} - linked - {(kind, name)}
        if after.get(key) != clean[form].get(key) and key[0] not in gap.follows
    }
    assert changed == set()


def test_enough_cases() -> None:
    assert len(CASES) >= 200
