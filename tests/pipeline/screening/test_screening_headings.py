"""Which heading answers which section where the applicant's headings are its own."""

from collections.abc import Sequence

import pytest

from pipeline.screening.chapters.headings import align_headings
from pipeline.screening.chapters.order import by_merging, by_place
from pipeline.screening.kinds.task_requirement import _is_on
from pipeline.screening.settings import Settings
from schemas.evidence import Evidence
from schemas.facts import SectionRecord
from schemas.outline import Role

TEMPLATE = [
    ("对榜题的理解",),
    ("方案", "路线"),
    ("方案", "难点"),
    ("基础", "成果"),
    ("基础", "装备"),
    ("进度",),
    ("风险",),
]


class _ByName:
    """Knows the headings that are called as the template's, and no others."""

    def align_sections(
        self, template_titles: Sequence[str], titles_found: Sequence[str], guidance: Sequence[str | None] = ()
    ) -> list[tuple[int | None, float]]:
        del guidance
        return [(titles_found.index(t), 1.0) if t in titles_found else (None, 0.0) for t in template_titles]

    def similarity(self, a: str, b: str) -> float:
        return float(a == b)


def _section(path: tuple[str, ...], level: int, chars: int) -> SectionRecord:
    spot = Evidence(text=path[-1], page=None, start=0, end=len(path[-1]))
    return SectionRecord(
        number=None, title=path[-1], level=level, chars=chars, path=path, role=Role.TASK_BOOK, evidence=spot
    )


def _answers(headings: list[tuple[str, int, int]]) -> dict[str, str | None]:
    asked = [_section(path, len(path), 0) for path in TEMPLATE]
    sections = [_section((title,), level, chars) for title, level, chars in headings]
    chosen = align_headings(asked, sections, _ByName(), Settings())
    return {
        section.title: sections[index].title if index is not None else None
        for section, index in zip(asked, chosen, strict=True)
    }


def test_a_run_of_own_headings_over_two_levels_answers_by_place() -> None:
    headings = [("我们怎样看", 1, 90), ("方案", 1, 0), ("路线", 2, 90), ("难点", 2, 90)]
    headings += [("底子", 1, 0), ("做过什么", 2, 90), ("有什么", 2, 90), ("时间怎么排", 1, 90), ("风险", 1, 90)]
    assert _answers(headings) == {
        "对榜题的理解": "我们怎样看",
        "路线": "路线",
        "难点": "难点",
        "成果": "做过什么",
        "装备": "有什么",
        "进度": "时间怎么排",
        "风险": "风险",
    }


@pytest.mark.parametrize(("title", "answers"), [("重点海试计划", True), ("重点海试目标和计划", False)])
def test_a_sections_own_title_over_tasks_is_no_copy_of_the_chapter(title: str, answers: bool) -> None:
    asked = [
        _section(path, len(path), 0)
        for path in [("重点海试目标及计划", "重点海试计划"), ("重点海试目标及计划", "风险")]
    ]
    sections = [
        _section((name,), level, chars) for name, level, chars in [(title, 1, 0), ("锚泊", 2, 90), ("补电", 2, 90)]
    ]
    chosen = align_headings(asked, sections, _ByName(), Settings())
    assert (chosen[0] == 0) is answers


def test_a_section_left_out_is_not_made_up_for() -> None:
    headings = [("对榜题的理解", 1, 90), ("方案", 1, 0), ("路线", 2, 90), ("难点", 2, 90)]
    headings += [("底子", 1, 0), ("做过什么", 2, 90), ("时间怎么排", 1, 90), ("风险", 1, 90)]
    found = _answers(headings)
    assert (found["成果"], found["装备"], found["进度"]) == (None, None, None)


CHAPTERS = ("摘要", "基础", "方案", "指标", "安全预案", "进度", "预算", "成员")


class _AndPlan(_ByName):
    """Takes 分级预警 for 安全预案 too."""

    def align_sections(
        self, template_titles: Sequence[str], titles_found: Sequence[str], guidance: Sequence[str | None] = ()
    ) -> list[tuple[int | None, float]]:
        named = super().align_sections(template_titles, titles_found, guidance)
        other = titles_found.index("分级预警") if "分级预警" in titles_found else None
        return [
            (other, 0.9) if title == "安全预案" and index is None else (index, score)
            for title, (index, score) in zip(template_titles, named, strict=True)
        ]


@pytest.mark.parametrize(
    ("kept", "answers"),
    [
        (CHAPTERS, False),  # all others are there by name: a part of 方案 is not the chapter left out
        (("摘要", "基础", "方案", "指标", "时间", "花销", "班子"), True),  # under names of its own
    ],
)
def test_a_part_of_another_chapter_is_no_chapter_left_out(kept: tuple[str, ...], answers: bool) -> None:
    asked = [_section((title,), 1, 0) for title in CHAPTERS]
    sections = []
    for title in kept:
        if title != "安全预案":
            sections.append(_section((title,), 1, 0 if title == "方案" else 90))
        if title == "方案":
            sections += [_section((name,), 2, 90) for name in ("布设", "分级预警", "联动")]
    index = align_headings(asked, sections, _AndPlan(), Settings())[CHAPTERS.index("安全预案")]
    assert (index is not None and sections[index].title == "分级预警") is answers


@pytest.mark.parametrize(
    ("ranks", "expected"),
    [
        ([("t", 1), ("t", 2), ("t", 1)], [1, 2]),  # 其他事项 behind the parts of the last chapter
        ([("t", 1), ("t", 2), ("t", 2)], [1, None]),  # one more part of that chapter
        ([("t", 1), ("t", 2), ("form", 1)], [1, None]),  # of another part of the application
    ],
)
def test_a_section_higher_than_its_neighbour(ranks: list[tuple[str, int]], expected: list[int | None]) -> None:
    assert by_place([1, None], [2, 1], [1, 2], ranks) == expected


def test_a_heading_that_says_more_of_the_same_thing() -> None:
    asked = [("介绍", "任务名称及简介"), ("介绍", "适用范围")]
    assert by_merging([0, None], asked, ["工程名称与要旨"]) == [0, None]
    assert by_merging([0, None], asked, ["任务名称与应用场景"]) == [0, 0]
    asked = [("方案", "风险分析"), ("方案", "保障措施")]
    assert by_merging([0, None], asked, ["风险分析及应对措施"]) == [0, None]
    assert by_merging([0, None], asked, ["风险分析及保障"]) == [0, 0]


@pytest.mark.parametrize(
    ("title", "on_it"),
    [
        ("操作人员的电磁防护", True),
        ("操作人员的电磁培训", False),
        ("电磁线圈", False),
    ],
)
def test_a_heading_on_the_clause(title: str, on_it: bool) -> None:
    assert _is_on("应明确电磁辐射的防护措施", title) is on_it
