"""One gap of each kind planted into the clean sample, in each format: exactly that gap is found, all else stays."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from planted_gaps import GAPS
from planting import Gap
from sample_markup import Block, blocks_of
from sample_writers import docx_bytes, html_bytes, pdf_bytes, text_bytes

from pipeline.matching import Matcher
from pipeline.reading import ReadingOptions, read
from pipeline.records.notice import build_notice
from pipeline.records.submission import build_submission
from pipeline.screening import screen
from pipeline.structure import structure
from schemas.finding import GAP_STATUSES, Finding

SAMPLES = Path(__file__).resolve().parents[3] / "data" / "samples"
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
# Every gap as plain text; of the other formats every so many, another share each: a case costs 0.1 s and more.
SHARES = {"text": (1, 0), "wrapped": (3, 0), "piped": (3, 1), "html": (3, 2), "docx": (12, 5), "pdf": (12, 11)}
CASES = [(form, gap) for form, (of, at) in SHARES.items() for i, gap in enumerate(GAPS) if i % of == at]
OPTIONS = ReadingOptions(isolate=False, cache=False)


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
        return screen(notice, build_submission(*structure(read(path, options=OPTIONS))), matcher).findings

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
    kind, name, _ = gap.found
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
