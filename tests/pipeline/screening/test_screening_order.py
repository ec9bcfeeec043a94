"""Headings known by their place, and one heading for two."""

import pytest

from pipeline.screening.chapters.order import by_chapter, by_merging, by_place
from pipeline.screening.chapters.own_chapters import named_by_order
from schemas.evidence import Evidence
from schemas.facts import SectionRecord
from schemas.outline import Role


@pytest.mark.parametrize(
    ("chosen", "open_", "expected"),
    [
        ([0, None, 2], [0, 1, 2], [0, 1, 2]),  # the one unknown heading between two known ones
        ([0, None, 1], [0, 1], [0, None, 1]),  # nothing stands there
        ([0, None, 3], [0, 1, 2, 3], [0, None, 3]),  # two stand there for one
        ([0, None, None, 3], [0, 1, 2, 3], [0, 1, 2, 3]),
        ([None, 1], [0, 1], [0, 1]),  # before the first
        ([0, None], [0, 1], [0, 1]),  # behind the last
        ([0, None], [0, 1, 2], [0, None]),
        ([None, None], [0, 1], [None, None]),  # nothing is known at all
        ([2, None, 0], [0, 1, 2], [2, None, 0]),  # another order
    ],
)
def test_headings_known_by_their_place(chosen: list[int | None], open_: list[int], expected: list[int | None]) -> None:
    assert by_place(chosen, [2] * len(chosen), open_, [("t", 2)] * 4) == expected


def test_a_heading_of_another_level_is_not_known_by_its_place() -> None:
    assert by_place([0, None, 2], [2, 2, 2], [0, 1, 2], [("t", 2), ("t", 1), ("t", 2)]) == [0, None, 2]


@pytest.mark.parametrize(
    ("chosen", "scores", "expected"),
    [
        ([0, None, 1, 3], [0.9, 0.0, 0.6, 0.9], [0, 1, 2, 3]),  # 我们的进度条 is no 攻关计划, below another chapter
        ([0, None, 1, 3], [0.9, 0.0, 0.8, 0.9], [0, None, 1, 3]),  # by its very name it is
        ([None, None, None, None], [0.0, 0.0, 0.0, 0.0], [0, 1, 2, 3]),
    ],
)
def test_headings_by_the_chapters_taken_over(
    chosen: list[int | None], scores: list[float], expected: list[int | None]
) -> None:
    asked = ["基础", "基础", "计划", "计划"]
    assert by_chapter(chosen, scores, asked, asked, 0.75, _not_near) == expected
    assert by_chapter(chosen, scores, asked, [None] * 4, 0.75, _not_near) == chosen


def _not_near(_row: int, _heading: int) -> float:
    return 0.0


def test_fewer_headings_answer_what_they_are_nearest_to() -> None:
    asked = ["介绍", "介绍", "介绍", "计划"]
    near = {(0, 0): 0.2, (1, 1): 0.3, (2, 1): 0.1}
    under = ["介绍", "介绍", None, None]
    found = by_chapter([None] * 4, [0.0] * 4, asked, under, 0.75, lambda row, at: near.get((row, at), 0.0))
    assert found == [0, 1, None, None]


def _section(title: str, level: int) -> SectionRecord:
    spot = Evidence(text=title, page=None, start=0, end=len(title))
    return SectionRecord(
        number=None, title=title, level=level, chars=9, path=(title,), role=Role.TASK_BOOK, evidence=spot
    )


def test_the_applicants_own_chapters_are_known_by_their_order() -> None:
    titles = [("做什么", 1), ("叫什么", 2), ("给谁用", 2), ("凭什么", 1), ("家底", 2), ("到哪一步", 2), ("其他", 1)]
    sections = [_section(title, level) for title, level in titles]
    asked = ["介绍", "介绍", "基础", "基础"]
    known = [1, None, 4, None]
    nobody: list[str | None] = [None] * 7
    by_name = [None, None, None, None, "基础", "基础", None]
    expected = {1: "介绍", 2: "介绍", 4: "基础", 5: "基础"}
    assert named_by_order(sections, ["介绍", "基础"], known, asked, nobody) == expected
    assert named_by_order(sections, ["介绍", "基础"], [1, 2, None, None], asked, by_name) == expected
    assert named_by_order(sections, ["介绍", "基础", "保障"], known, asked, nobody) == {}
    assert named_by_order(sections, ["介绍", "基础"], [4, None, 1, None], asked, nobody) == {}
    assert named_by_order(sections, ["介绍", "基础"], [1, 2, None, None], asked, nobody) == {}
    assert named_by_order(sections, ["基础", "介绍"], [4, None, 1, None], asked, by_name) == {}


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["家底与进展", "组织保障"], [0, 0, 1]),
        (["相关进展", "组织保障"], [None, 0, 1]),
        (["进展与组织保障", "组织保障"], [None, 0, 1]),  # the other part is asked for elsewhere
        (["进展与成果", "组织保障"], [None, 0, 1]),  # the other part says more of the same thing
        (["进展与工作内容概要", "组织保障"], [None, 0, 1]),
        (["走到哪了、做了什么", "组织保障"], [None, 0, 1]),
        (["相关进展与家底", "组织保障"], [0, 0, 1]),
        (["现有基础和相关进展（合写）", "组织保障"], [0, 0, 1]),  # both by their names
        (["相关进展、现有基础", "组织保障"], [0, 0, 1]),
        (["眼下怎样、干到哪了（相关进展）", "组织保障"], [None, 0, 1]),  # the template's own title in a bracket
    ],
)
def test_a_heading_that_names_two_things(titles: list[str], expected: list[int | None]) -> None:
    asked = [("基础", "现有基础"), ("基础", "相关进展"), ("计划", "组织保障机制")]
    assert by_merging([None, 0, 1], asked, titles) == expected
