"""Every input has one outcome: values, failures by name, and workers that die."""

import os
import signal
from pathlib import Path

import pytest

from pipeline.batch import Outcome, run_batch
from schemas.errors import Reason, UnreadableFile


def work(item: str) -> str:
    """Does what the item says; spawned workers import this module by its path."""
    verb, _, rest = item.partition(" ")
    if verb == "raise":
        raise ValueError(rest)
    if verb == "unreadable":
        raise UnreadableFile(rest, Reason.ENCRYPTED, "文件已加密。", "请解密后提交。")
    if verb == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if verb == "die-once":
        marker = Path(rest)
        if not marker.exists():
            marker.write_text("", encoding="utf-8")
            os.kill(os.getpid(), signal.SIGKILL)
    return item.upper()


def told(outcome: "Outcome[str, str]") -> tuple[int, str | None, str | None]:
    failure = outcome.failure
    return outcome.index, outcome.value, failure.reason if failure else None


ITEMS = ["a", "raise no", "b", "unreadable x.pdf", "c"]
EXPECTED = [(0, "A", None), (1, None, "crashed"), (2, "B", None), (3, None, "encrypted"), (4, "C", None)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_outcome_an_input(jobs: int) -> None:
    assert sorted(told(each) for each in run_batch(work, ITEMS, jobs)) == sorted(EXPECTED)


@pytest.mark.parametrize("jobs", [1, 2])
def test_in_order_when_asked(jobs: int) -> None:
    seen: list[tuple[int, int]] = []
    outcomes = run_batch(work, ITEMS, jobs, ordered=True, progress=lambda done, total: seen.append((done, total)))
    assert [told(each) for each in outcomes] == EXPECTED
    assert seen == [(number, 5) for number in range(1, 6)]


def test_failures_are_named() -> None:
    outcomes = list(run_batch(work, ["raise no", "unreadable x.pdf"], name=lambda item: f"<{item}>"))
    failures = [each.failure for each in outcomes if each.failure]
    assert [failure.path for failure in failures] == ["<raise no>", "x.pdf"]
    assert "ValueError: no" in failures[0].error
    assert failures[1].error == "文件已加密。 请解密后提交。"


def test_a_killed_worker_costs_only_its_own_input() -> None:
    items = ["a", "die", "b", "c", "die", "d"]
    outcomes = sorted(told(each) for each in run_batch(work, items, 2))
    expected = [(0, "A", None), (1, None, "crashed"), (2, "B", None), (3, "C", None), (4, None, "crashed")]
    assert outcomes == [*expected, (5, "D", None)]


def test_an_input_whose_worker_was_killed_once_is_tried_again(tmp_path: Path) -> None:
    item = f"die-once {tmp_path / 'marker'}"
    assert sorted(told(each) for each in run_batch(work, ["a", item], 2)) == [(0, "A", None), (1, item.upper(), None)]


def test_nothing_to_do() -> None:
    assert list(run_batch(work, [], 4)) == []


def test_outcomes_come_one_by_one() -> None:
    done: list[str] = []
    outcomes = run_batch(lambda item: done.append(item), ["a", "b", "c"])
    next(outcomes)
    assert done == ["a"]
