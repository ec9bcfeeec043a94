"""How well a clause left unanswered is told, and the fit of ``pipeline/screening/clauses/clause_gap.json``.

``python -m benchmarks.clause_gaps --table FILE.csv`` prints what the model finds in applications, and to notices, that
took no part in its fit; ``--out FILE.json`` writes the model fitted to all rows. ``--collect ROOT...`` first writes the
table anew from folders with gold (``ROOT/gold`` or ``ROOT/submissions/gold``; files and notices are looked for in ROOT
and in ``--shared``), keeping the rows of sets that are not among them: of applications whose notices are other people's
texts only the rows are kept here.
"""

import argparse
import csv
import hashlib
import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from difflib import SequenceMatcher
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.listed_gaps import names_clause
from pipeline.grouping import is_one_application
from pipeline.intake import take
from pipeline.matching import Matcher
from pipeline.opening import open_notice
from pipeline.reading import DEFAULT_OPTIONS
from pipeline.reading.inputs import expand
from pipeline.screening.clauses.clause_gap import Signs, signs_of
from pipeline.screening.screen import open_case
from pipeline.screening.settings import Settings
from schemas.finding import GAP_STATUSES
from schemas.notice import Notice

TABLE = Path(__file__).parent / "blind" / "clause_signs.csv"
_STRENGTH = 0.3
"""Inverse of the regularisation (scikit-learn's ``C``)."""
_SAME = 0.75  # likeness of the clause's name in the gold and in the compiled notice
_FOLDS = 8
_EDGES = (0.3, 0.4, 0.5, 0.6, 0.7)

Array = NDArray[np.float64]
_COLUMNS = ["set", "application", "notice", "clause", "gap", *(field.name for field in fields(Signs))]


@dataclass(frozen=True, slots=True)
class Row:
    """One clause of one application; ``clause`` is a digest of its words."""

    set: str
    application: str
    notice: str
    clause: str
    gap: bool
    signs: tuple[float, ...]


def main() -> None:
    """The command line of the benchmark."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.clause_gaps", description=__doc__)
    parser.add_argument("--table", type=Path, default=TABLE)
    parser.add_argument("--collect", type=Path, nargs="+", default=[], metavar="ROOT")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="where the founding notices lie")
    parser.add_argument("--out", type=Path, help="where to write the model")
    arguments = parser.parse_args()
    if arguments.collect:
        new = [row for root in arguments.collect for row in collect(root, arguments.shared)]
        done = {row.set for row in new}
        kept = [row for row in read_table(arguments.table) if row.set not in done] if arguments.table.exists() else []
        write_table(arguments.table, [*kept, *new])
    rows = read_table(arguments.table)
    print(f"{len(rows)} clauses, {sum(row.gap for row in rows)} of them left unanswered")
    for name, group in (("sets", _set_of), ("notices", _notice_of)):
        report(f"{name} left out", rows, left_out(rows, group))
    if arguments.out:
        arguments.out.write_text(json.dumps(fit(rows)) + "\n", encoding="utf-8")


def collect(root: Path, shared: Path) -> Iterator[Row]:
    """The clauses of a set's applications that its gold knows."""
    folder = root / "gold" if (root / "gold").is_dir() else root / "submissions" / "gold"
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        listed = "gaps" in gold
        if listed or (gold.get("kind") == "submission" and not gold.get("scanned")):
            yield from _of_application(path.stem, gold, [root, shared, shared / "seeds"], listed=listed)


def _of_application(name: str, gold: dict[str, Any], roots: Sequence[Path], *, listed: bool) -> Iterator[Row]:
    path = _find(roots, gold["notice" if listed else "notice_file"])
    notice, matcher = _notice(path)
    look = partial(is_one_application, options=DEFAULT_OPTIONS)
    with expand([_find(roots, gold["file"])], looks_one=look) as expanded:
        submission = take(expanded.inputs[0], "submission", DEFAULT_OPTIONS).submission
        if submission is None:
            return
        case = open_case(notice, submission, matcher, Settings())
        for obligation in case.of("task_requirement"):
            match = case.clauses.get(obligation.id)
            gap = _is_listed(gold, obligation.name) if listed else _is_gap(gold, obligation.name)
            if match is not None and gap is not None:
                clause = hashlib.sha256(obligation.name.encode()).hexdigest()[:8]
                signs = tuple(round(value, 4) for value in astuple(signs_of(case, obligation, match)))
                yield Row(_named(roots[0]), name, path.stem, clause, gap, signs)


def _is_gap(gold: dict[str, Any], clause: str) -> bool | None:
    """Whether the gold calls the clause a gap; None where it does not know the clause."""
    known = [finding for finding in gold["findings"] if finding["kind"] == "task_requirement"]
    same = max(known, key=lambda one: _alike(one["name"], clause), default=None)
    known_one = same is not None and _alike(same["name"], clause) >= _SAME
    return same["status"] in GAP_STATUSES if same is not None and known_one else None


def _is_listed(gold: dict[str, Any], clause: str) -> bool | None:
    """Whether the clause is among the gaps: a list of gaps (:mod:`benchmarks.listed_gaps`) leaves out what is met.

    None of a gap with words on it in the application (a refusal, a half): other rules than this model tell those.
    """
    gaps = [gap for gap in gold["gaps"] if gap["kind"] == "task_requirement" and names_clause(gap, clause)]
    return None if gaps and all(gap["status"] != "missing" for gap in gaps) else bool(gaps)


def _named(root: Path) -> str:
    above = root.resolve().parent.name
    if root.resolve().parents[1].name == "styles":
        return f"styles/{above}/{root.name}"
    return f"{above}/{root.name}" if above in ("applications", "genre") else root.name


def _alike(one: str, other: str) -> float:
    return 1.0 if one in other or other in one else SequenceMatcher(None, one, other, autojunk=False).ratio()


@cache
def _notice(path: Path) -> tuple[Notice, Matcher]:
    with tempfile.TemporaryDirectory(prefix="jiebang-clauses-") as folder:
        notice = open_notice(str(path), Path(folder) / "notice.duckdb", DEFAULT_OPTIONS)[0]
    return notice, Matcher(notice)


def _find(roots: Sequence[Path], name: str) -> Path:
    found = next((path for root in roots for path in (root / name, *root.glob(f"{name}_*")) if path.exists()), None)
    if found is None:
        raise FileNotFoundError(f"{name}: in none of {', '.join(map(str, roots))}")
    return found


def read_table(path: Path) -> list[Row]:
    """The rows of a table that :func:`write_table` wrote."""
    with path.open(encoding="utf-8", newline="") as file:
        head, *lines = csv.reader(file)
    if head != _COLUMNS:
        raise SystemExit(f"{path}: its columns are not those of the model: write it anew (--collect)")
    return [Row(*line[:4], line[4] == "1", tuple(map(float, line[5:]))) for line in lines]


def write_table(path: Path, rows: Sequence[Row]) -> None:
    """A line a clause, by set and application."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(_COLUMNS)
        for row in sorted(rows, key=lambda one: (one.set, one.application, one.clause)):
            writer.writerow([row.set, row.application, row.notice, row.clause, int(row.gap), *row.signs])


def fit(rows: Sequence[Row]) -> dict[str, list[float]]:
    """The logistic model over the signs made alike, as :mod:`pipeline.matching.logistic` reads it."""
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    values, gaps = _arrays(rows)
    mean, deviation = values.mean(axis=0), np.maximum(values.std(axis=0), 1e-3)  # a sign may stand in no row at all
    model = LogisticRegression(C=_STRENGTH, max_iter=2000).fit((values - mean) / deviation, gaps)
    parts = {"mean": mean, "deviation": deviation, "coefficients": model.coef_[0], "intercept": model.intercept_}
    return {name: part.round(4).tolist() for name, part in parts.items()}


def left_out(rows: Sequence[Row], group: Callable[[Row], str]) -> Array:
    """The probability of each row by a model fitted without the rows of its own part of the groups."""
    groups = sorted({group(row) for row in rows})
    fold = {
        one: at % _FOLDS for at, one in enumerate(sorted(groups, key=lambda g: hashlib.sha256(g.encode()).digest()))
    }
    folds = np.array([fold[group(row)] for row in rows])
    values, answer = _arrays(rows)[0], np.zeros(len(rows))
    for each in range(_FOLDS):
        model = fit([row for row, at in zip(rows, folds, strict=True) if at != each])
        mean, deviation, weights = (np.array(model[name]) for name in ("mean", "deviation", "coefficients"))
        scores = (values[folds == each] - mean) / deviation @ weights + model["intercept"][0]
        answer[folds == each] = 1.0 / (1.0 + np.exp(-scores))
    return answer


def report(title: str, rows: Sequence[Row], answer: Array) -> None:
    """Prints how many clauses are flagged from each probability on, and how many of those are gaps."""
    gaps = _arrays(rows)[1]
    print(f"\n{title}\n| from | flagged | gaps among them | right | found |\n| --- | --- | --- | --- | --- |")
    for edge in _EDGES:
        flagged = answer >= edge
        right = int((flagged & gaps).sum())
        print(
            f"| {edge} | {flagged.sum()} | {right} | {right / max(flagged.sum(), 1):.2f} | {right / gaps.sum():.2f} |"
        )


def _arrays(rows: Sequence[Row]) -> tuple[Array, NDArray[np.bool_]]:
    return np.array([row.signs for row in rows]), np.array([row.gap for row in rows])


def _set_of(row: Row) -> str:
    return row.set


def _notice_of(row: Row) -> str:
    return row.notice


if __name__ == "__main__":
    main()
