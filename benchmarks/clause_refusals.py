"""How well a refused clause is told, and the fit of ``pipeline/screening/clauses/refused.json``.

``python -m benchmarks.clause_refusals`` prints what the model finds in applications, and to notices, that took no part
in its fit, a clause once however many decisions are on it; ``--out`` and ``--collect`` as in
:mod:`benchmarks.clause_gaps`. A gap of the gold's that quotes the application teaches which decisions refuse, a clause
that is no gap which do not; of several decisions in the quoted words the model takes the one it is surest of.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import astuple, fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks import clause_rows
from benchmarks.clause_rows import (
    Array,
    Model,
    Row,
    Screened,
    answers,
    arrays,
    asked,
    cases_of,
    digest,
    gathered,
    left_out,
    notice_of,
    report,
    set_of,
    written,
)
from benchmarks.listed_gaps import names_clause
from pipeline.screening.clauses.refused import RefusalSigns, refusal_signs

TABLE = Path(__file__).parent / "blind" / "refusal_signs.csv"
SIGNS = tuple(field.name for field in fields(RefusalSigns))
_STRENGTH = 0.05
_ROUNDS = 4
_EDGES = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
_SAME = 0.7  # of the pairs of characters of the shorter one

Known = tuple[str, str, str]


def main() -> None:
    """The command line of the benchmark."""
    options = asked("clause_refusals", __doc__, TABLE)
    rows = gathered(options, collect, SIGNS)
    print(f"{len(rows)} decisions on {len(set(map(_known, rows)))} clauses")
    for name, group in (("sets", set_of), ("notices", notice_of)):
        report(f"{name} left out", *_by_clause(rows, left_out(rows, group, fit)), _EDGES)
    written(options, fit(rows))


def collect(root: Path, shared: Path) -> Iterator[Row]:
    """The decisions on the clauses of a set's applications; of a clause that is a gap those in the words it quotes.

    What applications have word for word alike (one changed in many places) counts once.
    """
    known: set[tuple[float | str, ...]] = set()
    for one in cases_of(root, shared):
        for obligation in one.case.of("task_requirement"):
            gaps = [gap for gap in _gaps(one) if _is_on(gap, obligation.name)]
            if gaps and not one.listed:
                continue  # the quote of a finding says where to look, not which words refuse
            quotes = [_squeezed(gap.get("quote") or "") for gap in gaps]
            for decision, signs in refusal_signs(one.case, obligation):
                quoted = any(_shares(quote, decision.sentence) for quote in quotes)
                if quoted or not gaps:
                    values = tuple(round(value, 3) for value in astuple(signs))
                    alike = (obligation.name, *values)
                    if not quoted and alike in known:
                        continue
                    known.add(alike)
                    yield Row(one.set, one.name, one.notice, digest(obligation.name), quoted, values)


def _gaps(one: Screened) -> Sequence[dict[str, Any]]:
    """The gaps that the gold lists, or its findings that are gaps."""
    if one.listed:
        return list(one.gold["gaps"])
    return [finding for finding in one.gold.get("findings", ()) if finding["status"] != "met"]


def fit(rows: Sequence[Row]) -> Model:
    """The model; of the decisions in the words of one gap it takes, in the end, the one that it is surest of."""
    taken = rows
    for _ in range(_ROUNDS):
        model = clause_rows.fit(taken, _STRENGTH)
        best: dict[Known, tuple[float, Row]] = {}
        for row, sure in zip(rows, answers(model, arrays(rows)[0]), strict=True):
            if row.gap and (_known(row) not in best or sure > best[_known(row)][0]):
                best[_known(row)] = (float(sure), row)
        taken = [*(row for row in rows if not row.gap), *(row for _, row in best.values())]
    return clause_rows.fit(taken, _STRENGTH)


def _by_clause(rows: Sequence[Row], answer: Array) -> tuple[NDArray[np.bool_], Array]:
    """Whether each clause is refused, and the surest answer for it."""
    gaps: dict[Known, bool] = {}
    surest: dict[Known, float] = {}
    for row, sure in zip(rows, answer, strict=True):
        gaps[_known(row)] = row.gap or gaps.get(_known(row), False)
        surest[_known(row)] = max(float(sure), surest.get(_known(row), 0.0))
    return np.array([*gaps.values()]), np.array([surest[one] for one in gaps])


def _known(row: Row) -> Known:
    return row.set, row.application, row.clause


def _is_on(gap: dict[str, Any], clause: str) -> bool:
    kinds = (gap["kind"], *gap.get("also", ()))
    return "task_requirement" in kinds and names_clause(gap, clause)


def _shares(quote: str, sentence: str) -> bool:
    """Most of the pairs of characters of the shorter one stand in the other."""
    one, other = _pairs(quote), _pairs(sentence)
    return bool(one and other) and len(one & other) >= _SAME * min(len(one), len(other))


def _pairs(words: str) -> set[str]:
    return {words[at : at + 2] for at in range(len(words) - 1)}


def _squeezed(words: str) -> str:
    return re.sub(r"\s", "", words)


if __name__ == "__main__":
    main()
