"""How well a clause left unanswered is told, and the fit of ``pipeline/screening/clauses/clause_gap.json``.

``python -m benchmarks.clause_gaps --table FILE.csv`` prints what the model finds in applications, and to notices, that
took no part in its fit; ``--out FILE.json`` writes the model fitted to all rows. ``--collect ROOT...`` first writes the
table anew from folders with gold (``ROOT/gold`` or ``ROOT/submissions/gold``; files and notices are looked for in ROOT
and in ``--shared``), keeping the rows of sets that are not among them: of applications whose notices are other people's
texts only the rows are kept here.
"""

from collections.abc import Iterator
from dataclasses import astuple, fields
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import clause_rows
from benchmarks.clause_rows import (
    Row,
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
from pipeline.screening.clauses.clause_gap import Signs, signs_of
from schemas.finding import GAP_STATUSES

TABLE = Path(__file__).parent / "blind" / "clause_signs.csv"
SIGNS = tuple(field.name for field in fields(Signs))
_STRENGTH = 0.3
_SAME = 0.75  # likeness of the clause's name in the gold and in the compiled notice
_EDGES = (0.3, 0.4, 0.5, 0.6, 0.7)


def main() -> None:
    """The command line of the benchmark."""
    options = asked("clause_gaps", __doc__, TABLE)
    rows = gathered(options, collect, SIGNS)
    print(f"{len(rows)} clauses, {sum(row.gap for row in rows)} of them left unanswered")
    for name, group in (("sets", set_of), ("notices", notice_of)):
        report(f"{name} left out", arrays(rows)[1], left_out(rows, group, fit), _EDGES)
    written(options, fit(rows))


fit = partial(clause_rows.fit, strength=_STRENGTH)


def collect(root: Path, shared: Path) -> Iterator[Row]:
    """The clauses of a set's applications that its gold knows."""
    for one in cases_of(root, shared):
        for obligation in one.case.of("task_requirement"):
            match, name = one.case.clauses.get(obligation.id), obligation.name
            gap = _is_listed(one.gold, name) if one.listed else _is_gap(one.gold, name)
            if match is not None and gap is not None:
                signs = tuple(round(value, 4) for value in astuple(signs_of(one.case, obligation, match)))
                yield Row(one.set, one.name, one.notice, digest(name), gap, signs)


def _is_gap(gold: dict[str, Any], clause: str) -> bool | None:
    """Whether the gold calls the clause a gap; None where it does not know the clause."""
    known = [finding for finding in gold["findings"] if finding["kind"] == "task_requirement"]
    same = max(known, key=lambda one: _alike(one["name"], clause), default=None)
    known_one = same is not None and _alike(same["name"], clause) >= _SAME
    return same["status"] in GAP_STATUSES if same is not None and known_one else None


def _is_listed(gold: dict[str, Any], clause: str) -> bool | None:
    """Whether the clause is among the gaps: a list of gaps (:mod:`benchmarks.listed_gaps`) leaves out what is met.

    None of a gap with words on it in the application (a refusal, a half): :mod:`benchmarks.clause_refusals` learns from
    those.
    """
    gaps = [gap for gap in gold["gaps"] if gap["kind"] == "task_requirement" and names_clause(gap, clause)]
    return None if gaps and all(gap["status"] != "missing" or gap.get("quote") for gap in gaps) else bool(gaps)


def _alike(one: str, other: str) -> float:
    return 1.0 if one in other or other in one else SequenceMatcher(None, one, other, autojunk=False).ratio()


if __name__ == "__main__":
    main()
