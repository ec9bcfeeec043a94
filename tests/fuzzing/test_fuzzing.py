"""A small campaign, and what large ones have found."""

import time
from collections.abc import Callable
from random import Random

import pytest
from fuzzing.campaign import campaign
from fuzzing.mutations import mutate
from fuzzing.seeds import Seed, seeds
from fuzzing.trial import attempt, case
from reading_files import docx, p, pdf

from pipeline.reading.filetypes import FileType, sniff
from pipeline.reading.office.programs import find_programs
from pipeline.reading.readers import READERS


def test_a_small_campaign() -> None:
    findings = campaign(200, 20250601, jobs=1, seconds=30)
    assert [(each.index, each.name, each.fault) for each in findings.faults] == []
    assert findings.left == []
    assert len(findings.outcomes) == 200
    assert {each.result for each in findings.outcomes} >= {"read", "damaged", "empty"}


def test_a_case_is_the_same_again() -> None:
    first = [case(3, index) for index in range(60)]
    seeds.cache_clear()
    time.sleep(2.1)  # what ZIP files tell of the time of day
    assert first == [case(3, index) for index in range(60)]
    assert len({case(3, index)[1] for index in range(60)}) > 55


@pytest.mark.parametrize("seed", seeds(), ids=lambda seed: seed.name)
def test_seeds_are_whole_files_of_known_kinds(seed: Seed) -> None:
    outcome = attempt(seed.name, seed.make(), 60)
    assert outcome.fault is None
    assert outcome.result in ("read", "unsupported", "encrypted", "needs_program")


def test_every_kind_that_is_read_has_a_seed() -> None:
    """Whoever adds a reader adds a file to seeds.py."""
    kinds = {sniff(seed.make(), seed.name) for seed in seeds()}
    by_office = {FileType.LEGACY_WORD, FileType.ODT, FileType.LEGACY_SHEET, FileType.ODS}  # one way for all of them
    if find_programs() is not None:
        assert kinds & by_office
    assert {kind for kind, reader in READERS.items() if reader.__name__ != "refuse"} <= kinds | by_office


def test_mutations_change_files() -> None:
    data = seeds()[3].make()
    changed = [mutate(data, "a.docx", Random(number)) != data for number in range(40)]
    assert sum(changed) > 35


def _wide_font() -> bytes:
    data = pdf(lambda canvas, page: canvas.drawString(60, 700, "一页有足够多的文字的文件"), pageCompression=0)
    return data.replace(b"/W [ 1 [", b"/W [ 2 2147483648 500 1 [", 1)


# (what it was, name, bytes): each stopped, killed or misled a reader once
FOUND: list[tuple[str, str, Callable[[], bytes]]] = [
    ("a font with widths for more characters than there are", "a.pdf", _wide_font),
    ("a line end inside a text area", "a.html", lambda: "<p>甲</p><textarea>乙\n丙".encode()),
    ("a text area in Markdown", "a.md", lambda: "甲\n\n<textarea>乙\n\n丙".encode()),
    ("nested deeper than Python's stack", "a.html", lambda: b"<div>" * 5000 + "深".encode()),
    ("quotes in quotes", "a.md", lambda: b"> " * 5000 + "深".encode()),
    ("a number that is none", "a.docx", lambda: docx(p("文", properties='<w:numPr><w:ilvl w:val="x"/></w:numPr>'))),
]


@pytest.mark.parametrize(("name", "make"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND])
def test_found(name: str, make: Callable[[], bytes]) -> None:
    assert attempt(name, make(), 20).fault is None
