"""Tasks answered one by one under headings of their own, and the one that has none."""

from types import SimpleNamespace
from typing import Any

import pytest

from pipeline.screening.clauses.by_heading import has_no_heading
from schemas.evidence import Evidence
from schemas.facts import SectionRecord

TASKS = ["说明系泊方案", "明确防腐办法", "建立巡检制度", "解决台风停机后的复位"]
NEAR = {"怎么系住": 0, "怎么防锈": 1, "谁来巡检": 2, "台风过后": 3, "再谈系泊": 0, "材料": 9}
SAID = "锚链按百年一遇的浪高选型。"
PLACE = Evidence(text="x", start=0, end=1)


def _case(titles: list[str]) -> Any:
    clauses = [SimpleNamespace(id=name, name=name, direction=1, clause=None) for name in TASKS]
    sections = [
        SectionRecord(number=None, title=title, level=level, chars=40, path=(title,), evidence=PLACE)
        for title, level in [("攻关内容", 1), *((title, 2) for title in titles), ("进度计划", 1)]
    ]
    matcher = SimpleNamespace(similarity=lambda clause, title: float(TASKS.index(clause) == NEAR[title]))
    return SimpleNamespace(
        of=lambda kind: clauses,
        near=lambda match: match.passages,
        matcher=matcher,
        submission=SimpleNamespace(sections=sections),
    )


@pytest.mark.parametrize(
    ("titles", "asked", "near", "left"),
    [
        (["怎么系住", "怎么防锈", "谁来巡检"], 3, SAID, True),
        # it has a heading, two headings are on one task, one more task has none, a word of it is said
        (["怎么系住", "怎么防锈", "台风过后"], 3, SAID, False),
        (["怎么系住", "怎么防锈", "再谈系泊"], 3, SAID, False),
        (["怎么系住", "怎么防锈"], 3, SAID, False),
        # a heading that says of no task that it is on it
        (["怎么系住", "怎么防锈", "材料"], 2, SAID, False),
        (["怎么系住", "怎么防锈", "材料"], 3, SAID, False),
        (["怎么系住", "怎么防锈", "谁来巡检"], 3, "停机后先复位主轴。", False),
        (["怎么系住", "怎么防锈", "谁来巡检"], 2, SAID, False),
    ],
)
def test_the_task_without_a_heading(titles: list[str], asked: int, near: str, left: bool) -> None:
    case = _case(titles)
    match: Any = SimpleNamespace(passages=[near])
    found = has_no_heading(case, case.of("task_requirement")[asked], match)
    assert (found.title if found is not None else None) == ("攻关内容" if left else None)
