"""The training material: Chinese summaries of papers, abstracts with titles, and government reports."""

import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from pipeline.matching.lexicon import field_lines, title_groups

FIELDS = ("tldr", "motivation", "method", "result", "conclusion")
HELD_OUT = 2000
"""So many papers, the last by identifier's digest, never train: they measure motivation -> method."""


LAWS = 9000
"""So many chapters of laws and regulations train, drawn at random."""
_ARTICLES, _LONGEST_ARTICLE = 6, 300


@dataclass(frozen=True, slots=True)
class Material:
    """What the training reads: ``papers`` are the fields of a paper (two or more each), ``asked`` the motivation and
    the method of a paper, ``laws`` a chapter's name and some of its articles, ``texts`` stand alone, ``glossary`` has
    the words of one field a row, ``paraphrases`` ways to say the same thing.
    """

    papers: tuple[tuple[str, ...], ...]
    asked: tuple[tuple[str, str], ...]
    laws: tuple[tuple[str, ...], ...]
    texts: tuple[str, ...]
    glossary: tuple[tuple[str, ...], ...]
    paraphrases: tuple[tuple[str, ...], ...]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a ``.jsonl`` or ``.jsonl.xz`` file.

    Raises:
        FileNotFoundError: where there is no such file.
    """
    data = path.read_bytes()
    for line in (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def split_papers(data: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The arXiv papers that train, and the held-out ones (both a motivation and a method), by order of identifier.

    A paper stands in several forks: the identifier decides, so that none is on both sides.
    """
    papers = {str(row["id"]): row for row in rows(data / "arxiv_zh.jsonl.xz")}
    ordered = [papers[key] for key in sorted(papers, key=lambda key: key[::-1])]
    held = [row for row in ordered if row.get("motivation") and row.get("method")][:HELD_OUT]
    out = {row["id"] for row in held}
    return [row for row in ordered if row["id"] not in out], held


def glossary() -> tuple[tuple[str, ...], ...]:
    """Words and phrases that belong together: the lexicons of fields and of synonymous titles, a line each."""
    return (*field_lines(), *title_groups())


def paraphrases() -> tuple[tuple[str, ...], ...]:
    """The lines of ``paraphrases.txt``: the same thing said in two or more ways."""
    text = (Path(__file__).parent / "paraphrases.txt").read_text(encoding="utf-8")
    return tuple(tuple(line.split("|")) for line in text.splitlines() if "|" in line and not line.startswith("#"))


def chapters(data: Path, seed: int) -> tuple[tuple[str, ...], ...]:
    """Chapters of ``laws.jsonl.xz`` (see ``collect``): name of the law and the chapter, then some of its articles."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in rows(data / "laws.jsonl.xz"):
        found.setdefault((row["title"], row["chapter"]), []).append(row["text"][:_LONGEST_ARTICLE])
    keys = [key for key, articles in found.items() if len(key[1]) > 1 and len(articles) > 1]
    Random(seed).shuffle(keys)
    return tuple((" ".join(key), *found[key][:_ARTICLES]) for key in keys[:LAWS])


def load(data: Path, seed: int) -> Material:
    """Everything that trains: no held-out paper, no test file."""
    papers, asked = [], []
    trained, held = split_papers(data)
    known = {row["id"] for row in (*trained, *held)}
    more = (row for row in rows(data / "arxiv_more.jsonl.xz") if row["id"] not in known)
    for row in (*trained, *more):
        fields = tuple(text for name in FIELDS if (text := str(row.get(name) or "").strip()))
        if len(fields) > 1:
            papers.append(fields)
        if row.get("motivation") and row.get("method"):
            asked.append((row["motivation"], row["method"]))
    for row in rows(data / "csl_title_abstract_dev.jsonl.xz"):
        half = len(row["abs"]) // 2
        papers += [(row["title"], row["abs"]), (row["abs"][:half], row["abs"][half:])]
    texts = [row["title"] for row in rows(data / "csl_titles.jsonl.xz")]
    texts += [line for row in rows(data / "gov_reports.jsonl.xz") for line in row["text"].split("\n") if line.strip()]
    return Material(tuple(papers), tuple(asked), chapters(data, seed), tuple(texts), glossary(), paraphrases())
