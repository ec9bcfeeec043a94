"""The texts that the matcher is measured on: snippets of directions in several voices, and retrieval pairs."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.matching.training.corpus import rows, split_papers
from schemas.document import SourceFile
from schemas.evidence import Evidence
from schemas.notice import Direction, Notice

HERE = Path(__file__).parent
VOICES = {
    "given": "34 of another author, beside the training data",
    "own": "a to h: read while the lexicon of fields was written",
    "i": "colloquial; blind when it was written, chosen on since",
    "k": "formal abstract; the set to choose by",
    "l": "an engineer talking; the set to choose by",
    "m": "press release; held out",
    "n": "terse points; held out",
    "o": "a customer in everyday words; held out",
}
HELD_OUT = ("m", "n", "o")


@dataclass(frozen=True)
class Pairs:
    """Queries and candidates in the same order: candidate ``i`` is the right one for query ``i``."""

    name: str
    queries: list[str]
    candidates: list[str]
    within: int


@dataclass(frozen=True)
class Snippet:
    """An applicant's words and the number of the direction they belong to."""

    text: str
    direction: int
    notice: Notice
    voice: str


def pair_sets(data: Path) -> list[Pairs]:
    """Title to abstract, first to second half, motivation to method; none of them trained."""
    test = list(rows(data / "csl_title_abstract_test.jsonl.xz"))
    abstracts = [row["abs"] for row in test]
    halves = [(text[: len(text) // 2], text[len(text) // 2 :]) for text in abstracts]
    held = split_papers(data)[1]
    motivations, methods = [row["motivation"] for row in held], [row["method"] for row in held]
    return [
        Pairs("CSL title R@1", [row["title"] for row in test], abstracts, 1),
        Pairs("CSL halves R@1", [one for one, _ in halves], [two for _, two in halves], 1),
        Pairs("arXiv R@1", motivations, methods, 1),
        Pairs("arXiv R@10", motivations, methods, 10),
    ]


def own_notices() -> dict[str, Notice]:
    """Our own calls (``blind/notices.json``), so that most snippets can be measured without other documents."""
    calls = json.loads((HERE / "blind" / "notices.json").read_text(encoding="utf-8"))
    return {name: _notice(name, directions) for name, directions in calls.items()}


def _notice(name: str, directions: list[dict[str, str | int]]) -> Notice:
    source = SourceFile(path=name, sha256="0" * 64, media_type="application/json", parser="none")
    evidence = Evidence(text="", start=0, end=0)
    return Notice(source=source, directions=tuple(Direction(**one, evidence=evidence) for one in directions))  # type: ignore[arg-type]


def shared_notices(shared: Path) -> dict[str, Notice]:
    """The notices of the development set by the first part of their file's name; {} where it is absent."""
    from pipeline.reading import read
    from pipeline.records.notice import build_notice
    from pipeline.structure import structure

    files = [*shared.glob("seeds/*.txt"), *shared.glob("notices/n*.*")]
    return {path.stem.split("_")[0]: build_notice(*structure(read(path))) for path in sorted(files)}


def snippets(data: Path) -> list[Snippet]:
    """The snippets whose notice is at hand."""
    notices = own_notices() | shared_notices(data.parent)
    return [
        Snippet(row["text"], row["direction"], notices[row["notice"]], row["voice"])
        for row in _rows(data)
        if row["notice"] in notices
    ]


def _rows(data: Path) -> Iterator[dict[str, str | int]]:
    for path in (data / "direction_snippets.jsonl", HERE / "snippets.jsonl", HERE / "blind" / "snippets.jsonl"):
        for row in rows(path) if path.is_file() else ():
            if "seed" in row:
                voice = row.get("voice", "given")
                yield row | {
                    "notice": row["seed"],
                    "direction": row["direction_no"],
                    "voice": voice if voice in ("given", "i") else "own",
                }
            else:
                yield row
