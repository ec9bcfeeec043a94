"""How much better another direction must fit for a box to be wrong: ``python -m benchmarks.direction_margin``.

Applications are made of snippets of one direction, alone or two together. Each is asked with the right
box ticked and with every wrong one. The table says, for each margin between the shares, how many right boxes would be
called wrong, and how many wrong ones would be caught.
"""

import argparse
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.matching_texts import HELD_OUT, Snippet, snippets
from pipeline.matching import Matcher
from pipeline.matching.encoder import Encoder
from schemas.document import SourceFile
from schemas.evidence import Evidence
from schemas.facts import Passage
from schemas.outline import Role
from schemas.submission import Submission

MARGINS = (0.0, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
_SOURCE = SourceFile(path="made", sha256="0" * 64, media_type="text/plain", parser="none")


def application(texts: Iterable[str]) -> Submission:
    """An application that says these things in its task book, and nothing else."""
    passages = tuple(
        Passage(text=text, role=Role.TASK_BOOK, evidence=Evidence(text=text, start=0, end=len(text))) for text in texts
    )
    return Submission(source=_SOURCE, passages=passages)


def groups(asked: Iterable[Snippet], size: int) -> Iterator[tuple[Snippet, ...]]:
    """So many snippets of one direction together."""
    together: dict[tuple[int, int], list[Snippet]] = {}
    for one in asked:
        together.setdefault((id(one.notice), one.direction), []).append(one)
    for found in together.values():
        yield from combinations(found[:4], size)


def leads(asked: list[Snippet], size: int, encoder: Encoder) -> tuple[list[float], list[float]]:
    """By how much the best direction's share leads the ticked one's: with the right box, and with the wrong ones."""
    matchers: dict[int, Matcher] = {}
    right, wrong = [], []
    for group in groups(asked, size):
        notice = group[0].notice
        matcher = matchers.setdefault(id(notice), Matcher(notice, encoder))
        ranked = matcher.rank_submission(application(one.text for one in group))
        for one in ranked:
            lead = ranked[0].score - one.score
            (right if one.number == group[0].direction else wrong).append(lead)
    return right, wrong


def main() -> None:
    """The command line of the benchmark."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.direction_margin", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    arguments = parser.parse_args()
    encoder, asked = Encoder(), snippets(arguments.data)
    sets = {
        "chosen by": [one for one in asked if one.voice in ("given", "k", "l")],
        "held out": [one for one in asked if one.voice in HELD_OUT],
    }
    found = {f"{name}, {size}": leads(some, size, encoder) for name, some in sets.items() for size in (1, 2)}
    table = Table("margin", *found)
    for margin in MARGINS:
        row = [
            f"{np.mean(np.array(right) > margin):.3f} / {np.mean(np.array(wrong) > margin):.3f}"
            for right, wrong in found.values()
        ]
        table.add_row(f"{margin}", *row)
    Console(width=120).print(table)
    Console().print("right boxes called wrong / wrong boxes caught, by how many snippets make the application")


if __name__ == "__main__":
    main()
