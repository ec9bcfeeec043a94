"""Fits the probability of a clause: ``python -m pipeline.matching.training.calibrate --shared DIR [--out FILE]``.

Positive: the clauses that the gold of an application says are met. Negative: those it says are missing, the clauses of
the notice's other directions, and the met clauses again after the passages that answer them were taken out (so that
what is left speaks of the same field). Few and much alike, so the model is small and strongly held back.
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.matching.clauses import ClauseMatcher, Features
from pipeline.matching.encoder import Encoder
from pipeline.reading import read
from pipeline.records.notice import build_notice
from pipeline.records.submission import build_submission
from pipeline.structure import structure
from schemas.errors import UnreadableFile
from schemas.notice import Notice
from schemas.submission import Submission

_STRENGTH = 0.3
"""Inverse of the regularisation (scikit-learn's ``C``)."""
_WEIGHTS = {"met": 1.0, "missing": 1.0, "other": 0.15, "removed": 0.4}
_ANSWERS = 4

_BINS = (0.0, 0.1, 0.2, 0.5, 0.8, 0.9, 1.01)

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A clause and an application: ``label`` is a key of the weights."""

    label: str
    features: Features
    application: str


def examples(shared: Path, encoder: Encoder) -> Iterator[Example]:
    """What the applications with gold say."""
    notices = {path.name: build_notice(*structure(read(path))) for path in sorted((shared / "seeds").glob("*.txt"))}
    for path in sorted((shared / "submissions" / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        try:
            submission = build_submission(*structure(read(shared / gold["file"])))
        except UnreadableFile as failure:
            print(f"left out: {failure}")
            continue
        notice = notices[Path(gold["notice_file"]).name]
        for label, features in _of_submission(gold, notice, submission, encoder):
            yield Example(label, features, gold["file"])


def _of_submission(
    gold: Mapping[str, Any], notice: Notice, submission: Submission, encoder: Encoder
) -> Iterator[tuple[str, Features]]:
    matcher = ClauseMatcher(notice, submission, encoder)
    for finding in gold["findings"]:
        if finding["kind"] != "task_requirement":
            continue
        if (found := matcher.features(finding["name"])) is not None:
            yield finding["status"], found
        if finding["status"] == "met":
            answers = {one for one, _ in matcher.best(finding["name"], _ANSWERS)}
            kept = tuple(one for index, one in enumerate(submission.passages) if index not in answers)
            rest = ClauseMatcher(notice, submission.model_copy(update={"passages": kept}), encoder)
            if (found := rest.features(finding["name"])) is not None:
                yield "removed", found
    right = {gold["declared_direction"], *gold["directions_selected"]}
    for direction in notice.directions:
        for clause in direction.clauses if direction.number not in right else ():
            if (found := matcher.features(clause.text)) is not None:
                yield "other", found


Fitted = tuple[Array, Array, Array, float]
"""Mean and deviation of each feature, the coefficients and the intercept of the logistic model."""


def fit(found: Sequence[Example]) -> Fitted:
    """The logistic model over the features made alike."""
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    values, labels = _arrays(found)
    mean, deviation = values.mean(axis=0), values.std(axis=0)
    model = LogisticRegression(C=_STRENGTH)
    model.fit((values - mean) / deviation, labels, sample_weight=[_WEIGHTS[each.label] for each in found])
    return mean, deviation, model.coef_[0], float(model.intercept_[0])


def probabilities(fitted: Fitted, found: Sequence[Example]) -> Array:
    """What the model says of each example, 0 to 1."""
    mean, deviation, coefficients, intercept = fitted
    scores = (_arrays(found)[0] - mean) / deviation @ coefficients + intercept
    answer: Array = 1.0 / (1.0 + np.exp(-scores))
    return answer


def left_out(found: Sequence[Example]) -> Array:
    """The probability of each example by a model fitted on the other applications alone."""
    answer = np.zeros(len(found))
    for application in dict.fromkeys(each.application for each in found):
        own = np.array([each.application == application for each in found])
        rest = [each for each in found if each.application != application]
        answer[own] = probabilities(fit(rest), [each for each in found if each.application == application])
    return answer


def report(found: Sequence[Example]) -> None:
    """Prints the probabilities by label, and how often a clause was met where the model said so and so much."""
    answer = left_out(found)
    for label in _WEIGHTS:
        own = np.sort(answer[[each.label == label for each in found]])
        if len(own):
            print(f"{label}: {len(own)}, probability {own[0]:.2f} to {own[-1]:.2f}, median {np.median(own):.2f}")
    labels, weights = _arrays(found)[1], np.array([_WEIGHTS[each.label] for each in found])
    for low, high in pairwise(_BINS):
        here = (answer >= low) & (answer < high)
        if here.any():
            said, met = (np.average(each[here], weights=weights[here]) for each in (answer, labels.astype(float)))
            print(f"said {low:.1f} to {min(high, 1.0):.1f}: {here.sum()} clauses, mean {said:.2f}, met {met:.2f}")


def _arrays(found: Sequence[Example]) -> tuple[Array, NDArray[np.bool_]]:
    return np.array([astuple(each.features) for each in found]), np.array([each.label == "met" for each in found])


def main() -> None:
    """The command line of the calibration."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.matching.training.calibrate", description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder with seeds/, submissions/ and their gold")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "clauses.json")
    arguments = parser.parse_args()
    found = list(examples(arguments.shared, Encoder()))
    report(found)
    mean, deviation, coefficients, intercept = fit(found)
    parts = {"mean": mean, "deviation": deviation, "coefficients": coefficients, "intercept": np.array([intercept])}
    model = {name: part.round(4).tolist() for name, part in parts.items()}
    arguments.out.write_text(json.dumps(model) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
