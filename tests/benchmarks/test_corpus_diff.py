from typing import Any

import pytest

from benchmarks.corpus_diff import compare, report, shown


def record(**fields: Any) -> dict[str, Any]:
    return {"kind": "notice", "source": {"path": "a.txt"}} | fields


def target(metric: str, value: float, text: str, start: int = 0) -> dict[str, Any]:
    return {"metric": metric, "value": value, "evidence": {"text": text, "start": start, "boxes": []}}


DEPTH = target("水深", 6000.0, "水深不小于6000米")
RANGE = target("通信距离", 10.0, "通信距离10公里以上")

CASES = [
    (record(title="甲"), record(title="甲"), []),
    (record(title=None), record(title="甲"), [("title", "added")]),
    (record(targets=[DEPTH]), record(targets=[DEPTH, RANGE]), [("targets", "added")]),
    (record(targets=[DEPTH, RANGE]), record(targets=[DEPTH]), [("targets", "lost")]),
    (record(targets=[DEPTH]), record(targets=[DEPTH | {"value": 60.0}]), [("targets", "changed")]),
    # The same fact at another place, and what only follows from facts, are no change.
    (record(targets=[DEPTH]), record(targets=[target("水深", 6000.0, "水深不小于6000米", 7)]), []),
    (record(obligations=[{"id": "a"}]), record(obligations=[]), []),
    (
        record(applicant={"name": "甲"}),
        record(applicant={"name": "乙"}),
        [("applicant", x) for x in ("lost", "added")],
    ),
]


@pytest.mark.parametrize(("before", "after", "wanted"), CASES)
def test_changes(before: dict[str, Any], after: dict[str, Any], wanted: list[tuple[str, str]]) -> None:
    assert [(change.field, change.kind) for change in compare(before, after)] == wanted


def test_a_changed_fact_shows_what_changed() -> None:
    (change,) = compare(record(targets=[DEPTH]), record(targets=[DEPTH | {"value": 60.0}]))
    line = shown(change)
    assert line.startswith("~ targets: metric=水深")
    assert line.endswith("value 6000.0 -> 60.0")


def test_report_names_documents_with_changes_and_sums_up() -> None:
    before = {"a.txt": record(targets=[DEPTH]), "b.txt": record(title="甲")}
    after = {"a.txt": record(targets=[RANGE, DEPTH]), "b.txt": record(title="甲")}
    lines = "\n".join(report(before, after))
    assert "a.txt" in lines
    assert "b.txt" not in lines
    assert lines.endswith("2 documents\n  targets: 1 added")
