"""The training material: Chinese summaries of papers, abstracts with titles, and government reports."""

import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.matching.lexicon import field_lines, title_groups

FIELDS = ("tldr", "motivation", "method", "result", "conclusion")
HELD_OUT = 2000
"""So many papers, the last by identifier's digest, never train: they measure motivation -> method."""


@dataclass(frozen=True, slots=True)
class Material:
    """What the training reads: ``papers`` are the fields of a paper (two or more each), ``texts`` stand alone,
    ``glossary`` has the words of one field a row.
    """

    papers: tuple[tuple[str, ...], ...]
    texts: tuple[str, ...]
    glossary: tuple[tuple[str, ...], ...]


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


def load(data: Path) -> Material:
    """Everything that trains: no held-out paper, no test file."""
    papers = []
    for row in split_papers(data)[0]:
        fields = tuple(text for name in FIELDS if (text := str(row.get(name) or "").strip()))
        if len(fields) > 1:
            papers.append(fields)
    papers += [(row["title"], row["abs"]) for row in rows(data / "csl_title_abstract_dev.jsonl.xz")]
    texts = [row["title"] for row in rows(data / "csl_titles.jsonl.xz")]
    texts += [line for row in rows(data / "gov_reports.jsonl.xz") for line in row["text"].split("\n") if line.strip()]
    return Material(papers=tuple(papers), texts=tuple(texts), glossary=glossary())
