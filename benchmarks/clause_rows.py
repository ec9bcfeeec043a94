"""Rows of signs of clauses, one a line of a table, and logistic models fitted to them without a part of them.

For :mod:`benchmarks.clause_gaps` and :mod:`benchmarks.clause_refusals`: the applications of folders with gold, each
opened as screening does, and what a model fitted to the others says of each.
"""

import argparse
import csv
import hashlib
import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.grouping import is_one_application
from pipeline.intake import take
from pipeline.matching import Matcher
from pipeline.opening import open_notice
from pipeline.reading import DEFAULT_OPTIONS
from pipeline.reading.inputs import expand
from pipeline.screening.case import Case
from pipeline.screening.screen import open_case
from pipeline.screening.settings import Settings
from schemas.notice import Notice

_FOLDS = 8
_HEAD = ["set", "application", "notice", "clause", "gap"]

Array = NDArray[np.float64]
Model = dict[str, list[float]]


@dataclass(frozen=True, slots=True)
class Row:
    """One clause of one application, or one decision on it; ``clause`` is a digest of its words."""

    set: str
    application: str
    notice: str
    clause: str
    gap: bool
    signs: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Screened:
    """One application of a set with its gold; ``listed`` where the gold lists gaps only."""

    set: str
    name: str
    notice: str
    gold: dict[str, Any]
    listed: bool
    case: Case


def cases_of(root: Path, shared: Path) -> Iterator[Screened]:
    """The applications of a folder with gold (``gold`` or ``submissions/gold``); notices may lie in ``shared``."""
    folder = root / "gold" if (root / "gold").is_dir() else root / "submissions" / "gold"
    roots = [root, shared, shared / "seeds", shared / "notices"]
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        listed = "gaps" in gold
        if listed or (gold.get("kind") == "submission" and not gold.get("scanned")):
            notice_file = _find(roots, gold["notice" if listed else "notice_file"])
            notice, matcher = _notice(notice_file)
            look = partial(is_one_application, options=DEFAULT_OPTIONS)
            with expand([_find(roots, gold["file"])], looks_one=look) as expanded:
                submission = take(expanded.inputs[0], "submission", DEFAULT_OPTIONS).submission
                if submission is not None:
                    case = open_case(notice, submission, matcher, Settings())
                    yield Screened(_named(root), path.stem, notice_file.stem, gold, listed, case)


def digest(words: str) -> str:
    """By what a clause is known in a table."""
    return hashlib.sha256(words.encode()).hexdigest()[:8]


def read_table(path: Path, signs: Sequence[str]) -> list[Row]:
    """The rows of a table that :func:`write_table` wrote."""
    with path.open(encoding="utf-8", newline="") as file:
        head, *lines = csv.reader(file)
    if head != [*_HEAD, *signs]:
        raise SystemExit(f"{path}: its columns are not those of the model: write it anew (--collect)")
    return [Row(*line[:4], line[4] == "1", tuple(map(float, line[5:]))) for line in lines]


def write_table(path: Path, rows: Sequence[Row], signs: Sequence[str]) -> None:
    """A line a row, by set and application."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*_HEAD, *signs])
        for row in sorted(rows, key=lambda one: (one.set, one.application, one.clause)):
            writer.writerow([row.set, row.application, row.notice, row.clause, int(row.gap), *row.signs])


def asked(name: str, doc: str | None, table: Path) -> argparse.Namespace:
    """The options that the benchmarks of clauses share."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{name}", description=doc)
    parser.add_argument("--table", type=Path, default=table)
    parser.add_argument("--collect", type=Path, nargs="+", default=[], metavar="ROOT")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="where the founding notices lie")
    parser.add_argument("--out", type=Path, help="where to write the model")
    return parser.parse_args()


def gathered(
    options: argparse.Namespace, collect: Callable[[Path, Path], Iterator[Row]], signs: Sequence[str]
) -> list[Row]:
    """The rows of the table, collected anew before for the folders named: other sets keep theirs."""
    if options.collect:
        new = [row for root in options.collect for row in collect(root, options.shared)]
        done = {row.set for row in new}
        kept = (
            [row for row in read_table(options.table, signs) if row.set not in done] if options.table.exists() else []
        )
        write_table(options.table, [*kept, *new], signs)
    return read_table(options.table, signs)


def written(options: argparse.Namespace, model: Model) -> None:
    """Writes the model where it is asked for."""
    if options.out:
        options.out.write_text(json.dumps(model) + "\n", encoding="utf-8")


def fit(rows: Sequence[Row], strength: float) -> Model:
    """The logistic model over the signs made alike, as :mod:`pipeline.matching.logistic` reads it.

    ``strength`` is the inverse of the regularisation (scikit-learn's ``C``).
    """
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    values, gaps = arrays(rows)
    mean, deviation = values.mean(axis=0), np.maximum(values.std(axis=0), 1e-3)  # a sign may stand in no row at all
    model = LogisticRegression(C=strength, max_iter=2000).fit((values - mean) / deviation, gaps)
    parts = {"mean": mean, "deviation": deviation, "coefficients": model.coef_[0], "intercept": model.intercept_}
    return {name: part.round(4).tolist() for name, part in parts.items()}


def answers(model: Model, values: Array) -> Array:
    """What the model says of each row of signs, 0 to 1."""
    mean, deviation, weights = (np.array(model[name]) for name in ("mean", "deviation", "coefficients"))
    scores = (values - mean) / deviation @ weights + model["intercept"][0]
    return np.asarray(1.0 / (1.0 + np.exp(-scores)))


def left_out(rows: Sequence[Row], group: Callable[[Row], str], model_of: Callable[[Sequence[Row]], Model]) -> Array:
    """The probability of each row by a model fitted without the rows of its own part of the groups."""
    groups = sorted({group(row) for row in rows}, key=lambda name: hashlib.sha256(name.encode()).digest())
    fold = {one: at % _FOLDS for at, one in enumerate(groups)}
    folds = np.array([fold[group(row)] for row in rows])
    values, answer = arrays(rows)[0], np.zeros(len(rows))
    for each in range(_FOLDS):
        model = model_of([row for row, at in zip(rows, folds, strict=True) if at != each])
        answer[folds == each] = answers(model, values[folds == each])
    return answer


def report(title: str, gaps: NDArray[np.bool_], answer: Array, edges: Sequence[float]) -> None:
    """Prints how many clauses are flagged from each probability on, and how many of those are gaps."""
    print(f"\n{title}\n| from | flagged | gaps among them | right | found |\n| --- | --- | --- | --- | --- |")
    for edge in edges:
        flagged = answer >= edge
        right = int((flagged & gaps).sum())
        share = right / max(flagged.sum(), 1)
        print(f"| {edge} | {flagged.sum()} | {right} | {share:.2f} | {right / max(gaps.sum(), 1):.2f} |")


def arrays(rows: Sequence[Row]) -> tuple[Array, NDArray[np.bool_]]:
    """The signs, a row each, and which are gaps."""
    return np.array([row.signs for row in rows]), np.array([row.gap for row in rows])


def set_of(row: Row) -> str:
    """The set that a row is of."""
    return row.set


def notice_of(row: Row) -> str:
    """The notice that its application answers."""
    return row.notice


def _named(root: Path) -> str:
    above = root.resolve().parent.name
    if root.resolve().parents[1].name == "styles":
        return f"styles/{above}/{root.name}"
    return f"{above}/{root.name}" if above in ("applications", "genre") else root.name


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
