"""The model that ships on real notices and applications: floors a little under the figures of docs/matching.md."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from pipeline.matching import Matcher
from pipeline.reading import read
from pipeline.records.notice import build_notice
from pipeline.records.submission import build_submission
from pipeline.structure import structure
from schemas.errors import UnreadableFile

OWN = Path(__file__).resolve().parents[3] / "benchmarks" / "snippets.jsonl"


@cache
def _matcher(path: Path) -> Matcher:
    return Matcher(build_notice(*structure(read(path))))


@pytest.fixture(scope="module")
def matcher(shared: Path) -> Callable[[str], Matcher]:
    return lambda seed: _matcher(next((shared / "seeds").glob(f"{seed}_*.txt")))


def _right(lines: list[str], matcher: Callable[[str], Matcher]) -> tuple[float, float]:
    places = []
    for row in map(json.loads, lines):
        numbers = [one.number for one in matcher(row["seed"]).rank_directions(row["text"])]
        places.append(numbers.index(row["direction_no"]))
    return sum(place == 0 for place in places) / len(places), sum(place < 3 for place in places) / len(places)


@pytest.mark.parametrize(
    ("voices", "first", "third"),
    [("", 0.85, 0.95), ("abcdefgh", 0.84, 0.93), ("i", 0.55, 0.82)],
    ids=["given", "own", "blind"],
)
def test_snippets(shared: Path, matcher: Callable[[str], Matcher], voices: str, first: float, third: float) -> None:
    path = OWN if voices else shared / "training" / "direction_snippets.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    asked = [line for line in lines if not voices or json.loads(line)["voice"] in voices]
    found = _right(asked, matcher)
    assert found[0] >= first
    assert found[1] >= third


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
    try:
        submission = build_submission(*structure(read(shared / "submissions" / name)))
    except UnreadableFile as failure:
        pytest.skip(f"no text to compare: {failure.reason}")
    ranked = matcher({"a": "000", "b": "004"}[name[0]]).rank_submission(submission)
    assert ranked[0].number == number
    assert ranked[0].score > 0.6
