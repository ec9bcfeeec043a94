"""The model that ships on real notices and applications: floors a little under the figures of docs/matching.md."""

import importlib.util
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from benchmarks.matching_texts import own_notices
from pipeline.matching import Matcher
from pipeline.matching.encoder import Encoder
from pipeline.reading import read
from pipeline.records.notice import build_notice
from pipeline.records.submission import build_submission
from pipeline.structure import structure
from schemas.document import SourceFile
from schemas.evidence import Evidence
from schemas.facts import Passage
from schemas.outline import Role
from schemas.submission import Submission

BENCHMARKS = Path(__file__).resolve().parents[3] / "benchmarks"
ENCODER = Encoder()


@cache
def _matcher(path: Path) -> Matcher:
    return Matcher(build_notice(*structure(read(path))), ENCODER)


@pytest.fixture(scope="module")
def matcher(shared: Path) -> Callable[[str], Matcher]:
    return lambda seed: _matcher(next((shared / "seeds").glob(f"{seed}_*.txt")))


def _right(asked: list[tuple[Matcher, str, int]]) -> tuple[float, float]:
    places = []
    for matcher, text, number in asked:
        places.append([one.number for one in matcher.rank_directions(text)].index(number))
    return sum(place == 0 for place in places) / len(places), sum(place < 3 for place in places) / len(places)


@pytest.mark.parametrize(
    ("voices", "first", "third"),
    [("", 0.9, 0.95), ("abcdefgh", 0.92, 0.97), ("i", 0.79, 0.9)],
    ids=["given", "own", "colloquial"],
)
def test_snippets(shared: Path, matcher: Callable[[str], Matcher], voices: str, first: float, third: float) -> None:
    path = BENCHMARKS / "snippets.jsonl" if voices else shared / "training" / "direction_snippets.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = _right(
        [(matcher(r["seed"]), r["text"], r["direction_no"]) for r in rows if not voices or r["voice"] in voices]
    )
    assert found[0] >= first
    assert found[1] >= third


FLOORS = {"k": (0.95, 1.0), "l": (0.95, 1.0), "m": (0.89, 0.95), "n": (0.94, 0.95), "o": (0.85, 0.95)}


@pytest.mark.parametrize("voice", FLOORS)
def test_snippets_for_our_own_calls(voice: str) -> None:
    """The part of the voices that needs no document but the project's own."""
    matchers = {name: Matcher(notice, ENCODER) for name, notice in own_notices().items()}
    rows = map(json.loads, (BENCHMARKS / "blind" / "snippets.jsonl").read_text(encoding="utf-8").splitlines())
    mine = [row for row in rows if row["voice"] == voice and row["notice"] in matchers]
    found = _right([(matchers[row["notice"]], row["text"], row["direction"]) for row in mine])
    assert found[0] >= FLOORS[voice][0]
    assert found[1] >= FLOORS[voice][1]


def _of_the_scan(cases: Path) -> Submission:
    """The words that the scan shows, out of the program that drew it: recognising them takes most of a minute."""
    spec = importlib.util.spec_from_file_location("shared_cases_a", cases)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    texts = [re.sub(r"\[\[\w+\|([^|\]]*)[^\]]*\]\]", r"\1", one[1]) for one in module.S5["book"] if one[0] == "p"]
    return Submission(
        source=SourceFile(path="a5", sha256="5" * 64, media_type="text/plain", parser="none"),
        passages=tuple(
            Passage(text=text, role=Role.TASK_BOOK, evidence=Evidence(text=text, start=0, end=len(text)))
            for text in texts
        ),
    )


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("a1_dir03_corpus.docx", 3),
        ("a2_dir05_llm.pdf", 5),
        ("a3_dir07_vision.pdf", 7),
        ("a4_dir09_machining.txt", 9),
        ("a5_dir11_science.pdf", 11),
        ("b1_embodied.docx", 1),
        ("b2_spatial.docx", 3),
        ("b3_brain.pdf", 5),
    ],
)
def test_direction_of_an_application_without_its_tick(
    shared: Path, matcher: Callable[[str], Matcher], name: str, number: int
) -> None:
    folder = shared / "submissions"
    if name.startswith("a5"):
        submission = _of_the_scan(folder / "cases_a.py")
    else:
        submission = build_submission(*structure(read(folder / name)))
    ranked = matcher({"a": "000", "b": "004"}[name[0]]).rank_submission(submission)
    assert ranked[0].number == number
    assert ranked[0].score > 0.6
