"""Fits the probability of a clause: ``python -m pipeline.matching.training.calibrate --shared DIR [--out FILE]``.

Positive: the clauses that the gold of an application says are met. Negative: those it says are missing, the clauses of
the notice's other directions, and the met clauses again after the passages that answer them were taken out (so that
what is left speaks of the same field). Few and much alike, so the model is small and strongly held back.
"""

import argparse
import json
from collections.abc import Iterator, Mapping
from dataclasses import astuple
from pathlib import Path
from typing import Any

import numpy as np

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

Example = tuple[str, Features]


def examples(shared: Path, encoder: Encoder) -> Iterator[Example]:
    """What the applications with gold say: the label (a key of the weights) and the features."""
    notices = {path.name: build_notice(*structure(read(path))) for path in sorted((shared / "seeds").glob("*.txt"))}
    for path in sorted((shared / "submissions" / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        try:
            submission = build_submission(*structure(read(shared / gold["file"])))
        except UnreadableFile as failure:
            print(f"left out: {failure}")
            continue
        yield from _of_submission(gold, notices[Path(gold["notice_file"]).name], submission, encoder)


def _of_submission(
    gold: Mapping[str, Any], notice: Notice, submission: Submission, encoder: Encoder
) -> Iterator[Example]:
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


def fit(found: list[Example]) -> dict[str, list[float]]:
    """Mean and deviation of the features, coefficients and intercept of the logistic model."""
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    values = np.array([astuple(features) for _, features in found])
    labels = np.array([label == "met" for label, _ in found])
    mean, deviation = values.mean(axis=0), values.std(axis=0)
    model = LogisticRegression(C=_STRENGTH)
    model.fit((values - mean) / deviation, labels, sample_weight=[_WEIGHTS[label] for label, _ in found])
    answer = model.predict_proba((values - mean) / deviation)[:, 1]
    for label in _WEIGHTS:
        own = np.sort(answer[[one == label for one, _ in found]])
        if len(own):
            print(f"{label}: {len(own)}, probability {own[0]:.2f} to {own[-1]:.2f}, median {np.median(own):.2f}")
    return {
        "mean": mean.round(4).tolist(),
        "deviation": deviation.round(4).tolist(),
        "coefficients": model.coef_[0].round(4).tolist(),
        "intercept": model.intercept_.round(4).tolist(),
    }


def main() -> None:
    """The command line of the calibration."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.matching.training.calibrate", description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder with seeds/, submissions/ and their gold")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "clauses.json")
    arguments = parser.parse_args()
    model = fit(list(examples(arguments.shared, Encoder())))
    arguments.out.write_text(json.dumps(model) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
