"""How well words that evade are told from words that answer, and the fit of ``application/evasive.txt``.

``python -m benchmarks.evasions`` fits the model to the texts of ``benchmarks/blind/evasions/`` without one writer's
file at a time, with what the applications in order of ``benchmarks/blind/`` say as answers, and prints how many
evasions of that file rank above all but one in a hundred words of applications that took no part, and how many of its
answers do. Then the same for the changes of ``benchmarks/blind/changes/``, of which the model has seen none: the new
sentence that evades most. ``--out`` writes the model fitted to all.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.clause_rows import cases_of
from pipeline.screening.application.evasive import runs
from pipeline.screening.application.substance import squeeze
from pipeline.screening.case import Case

BLIND = Path(__file__).parent / "blind"
_SENTENCE = re.compile(r"[^。！？\n；;]+")
_SHORTEST, _LONGEST = 2, 200
_FEWEST = 3  # texts that have a run
_STRENGTH = 10.0  # the inverse of the regularisation
_KEPT = 15_000  # runs that weigh most
_PART = 3  # a third of the sentences in order is kept to measure by
_TOP = (0.003, 0.01, 0.03)

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Told:
    """A text, who wrote it, and whether it evades."""

    writer: str
    evades: bool
    words: str


@dataclass(frozen=True, slots=True)
class Fitted:
    """The weight of each run."""

    weights: dict[str, float]

    def scores(self, texts: Sequence[str]) -> Array:
        """How much each text evades, as :func:`pipeline.screening.application.evasive.evasiveness` counts."""
        found = map(runs, texts)
        return np.array([sum(self.weights.get(run, 0.0) for run in own) / len(own) ** 0.5 for own in found])


def main() -> None:
    """The command line of the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, help="where to write the model")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="where the founding notices lie")
    options = parser.parse_args()
    told, in_order = list(written_texts()), in_order_sentences(options.shared)
    kept, taught = in_order[::_PART], [words for at, words in enumerate(in_order) if at % _PART]
    print(f"{sum(one.evades for one in told)} evasions, {sum(not one.evades for one in told)} answers of writers")
    print(f"{len(taught)} sentences and values of applications in order to learn from, {len(kept)} to measure by")
    for writer in sorted({one.writer for one in told}):
        model = fit([one for one in told if one.writer != writer], taught)
        edge = float(np.quantile(model.scores(kept), 0.99))
        own = [one for one in told if one.writer == writer]
        print(
            f"{writer} left out: {_above(model, own, True, edge)} evasions, {_above(model, own, False, edge)} answers"
        )
    model = fit(told, taught)
    changes(model, model.scores(kept))
    if options.out:
        write(fit(told, in_order), options.out)


def written_texts() -> Iterator[Told]:
    """The passages of the writers' files."""
    for path in sorted((BLIND / "evasions").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            for key in ("refuses", "evades", "does", "answers", "tempting"):
                for words in item.get(key, ()):
                    yield Told(path.stem, key in ("refuses", "evades"), words)


def in_order_sentences(shared: Path) -> list[str]:
    """What applications without a gap say, sentences and values of fields, in a fixed order at random."""
    found: set[str] = set()
    for root in sorted((*BLIND.glob("styles/*/*"), *BLIND.glob("applications/*"), *BLIND.glob("genre/*"))):
        for one in cases_of(root, shared) if (root / "gold").is_dir() else ():
            if one.gold.get("verdict") == "complete":
                found.update(words for words in _said(one.case) if _SHORTEST <= len(words) <= _LONGEST)
    ordered = sorted(found)
    random.Random(1).shuffle(ordered)
    return ordered


def _said(case: Case) -> Iterator[str]:
    for passage in case.submission.passages:
        yield from (squeeze(said.group()) for said in _SENTENCE.finditer(passage.text))
    yield from (squeeze(one.value) for one in case.submission.form_fields if isinstance(one.value, str))


def fit(told: Sequence[Told], in_order: Sequence[str]) -> Fitted:
    """The logistic model over the runs that enough texts have, rare ones counting for more, all texts of one length."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-untyped]
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    texts = [*(one.words for one in told), *in_order]
    count = TfidfVectorizer(analyzer=runs, binary=True, min_df=_FEWEST)
    values = count.fit_transform(texts)
    model = LogisticRegression(C=_STRENGTH, solver="liblinear", max_iter=1000)
    model.fit(values, [*(one.evades for one in told), *([False] * len(in_order))])
    weights = dict(zip(count.get_feature_names_out(), model.coef_[0] * count.idf_, strict=True))
    most = sorted(weights, key=lambda run: (-abs(weights[run]), run))[:_KEPT]
    return Fitted({run: round(float(weights[run]), 1) for run in most})


def changes(model: Fitted, in_order: Array) -> None:
    """Prints in how many changes of each kind the sentence that evades most ranks among the top of those in order."""
    found: dict[float, Counter[str]] = {top: Counter() for top in _TOP}
    all_: Counter[str] = Counter()
    for path in sorted((BLIND / "changes").glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8"))["cases"]:
            new = [words for edit in case["edits"] for words in _new(edit.get("find", ""), edit.get("replace", ""))]
            if not new:
                continue
            all_[case["kind"]] += 1
            best = model.scores(new).max()
            for top, counts in found.items():
                counts[case["kind"]] += int((in_order > best).mean() <= top)
    for top, counts in found.items():
        print(f"top {top:.1%}: " + ", ".join(f"{kind} {counts[kind]} of {all_[kind]}" for kind in sorted(all_)))


def _new(find: str, replace: str) -> Iterator[str]:
    before = {said.group() for said in _SENTENCE.finditer(squeeze(find))}
    yield from (said.group() for said in _SENTENCE.finditer(squeeze(replace)) if said.group() not in before)


def _above(model: Fitted, told: Sequence[Told], evades: bool, edge: float) -> str:
    scores = model.scores([one.words for one in told if one.evades == evades])
    return f"{int((scores > edge).sum())} of {len(scores)}"


def write(model: Fitted, path: Path) -> None:
    """A line a run: the run, a tab, its weight in tenths."""
    lines = [f"{run}\t{round(10 * weight)}" for run, weight in sorted(model.weights.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
