"""Claims under names of the applicant's own, told by their place among the notice's indicators."""

from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_case import statuses

from pipeline.screening.claims.in_order import SKIPPED, best_pairs

NOTICE = (
    "附件1\n榜单\n方向1：焚烧飞灰解毒装置\n揭榜任务：研制飞灰解毒装置。\n"
    "预期目标：到2028年，飞灰毒物去除率不低于99.5%，处理后灰水溶性氯含量不高于1%，吨灰新鲜水耗不超过2.5吨，"
    "副产盐纯度不低于97.5%，装置年运行时间不少于7500小时。\n附件2\n申报表\n单位名称：\n揭榜方向：\n"
)
FORM = "申报表\n单位名称：海岚公司\n揭榜方向：方向1：焚烧飞灰解毒装置\n揭榜任务书\n一、预期目标\n{goals}\n"
OWN = ("A1热解段脱毒", "A2出料可溶组分", "A3每吨补充新水", "A4回收NaCl", "A5全年开车")
ASKED = ("飞灰毒物去除率", "水溶性氯含量", "新鲜水耗", "副产盐纯度", "年运行时间")
VALUES = ("≥99.8%", "≤0.8%", "≤2.2m³", "≥98.2%", "≥7800小时")


def _goals(names: tuple[str, ...], values: tuple[str, ...] = VALUES) -> str:
    return "；".join(f"{name}{value}" for name, value in zip(names, values, strict=True)) + "。"


def _found(goals: str, folder: Path) -> list[str]:
    found = statuses(folder, NOTICE, FORM.format(goals=goals))
    return [next(status for name, status in found.items() if asked in name) for asked in ASKED]


def test_a_list_of_the_same_length_is_told_as_a_whole(tmp_path: Path) -> None:
    assert _found(_goals(OWN), tmp_path) == ["met"] * 5


@pytest.mark.parametrize(
    ("names", "values"),
    [
        ((*OWN[:2], ASKED[2], OWN[3], ASKED[4]), VALUES),  # before the third, between the third and the fifth
        ((ASKED[0], OWN[1], *ASKED[2:]), VALUES),
    ],
)
def test_between_those_that_are_named(names: tuple[str, ...], values: tuple[str, ...], tmp_path: Path) -> None:
    assert _found(_goals(names, values), tmp_path) == ["met"] * 5


@pytest.mark.parametrize(("name", "status"), [("飞灰脱毒率", "met"), (OWN[0], "missing")])
def test_a_figure_of_the_same_unit_is_a_rival_unless_much_less_like(name: str, status: str, tmp_path: Path) -> None:
    goals = _goals((name, *OWN[1:]))
    assert _found(f"负荷75%；{goals}", tmp_path) == [status, *["met"] * 4]


def test_one_left_out_is_missing(tmp_path: Path) -> None:
    goals = _goals((ASKED[0], *ASKED[2:]), (VALUES[0], *VALUES[2:]))
    assert _found(goals, tmp_path) == ["met", "missing", "met", "met", "met"]


def test_one_that_is_bound_on_the_other_side_is_another(tmp_path: Path) -> None:
    goals = _goals((ASKED[0], "自动化率", *ASKED[2:]), (VALUES[0], "≥90%", *VALUES[2:]))
    assert _found(goals, tmp_path)[1] == "missing"


GRID = (
    "附件1\n榜单\n方向1：算力调度平台\n揭榜任务：研制算力调度平台。\n"
    "预期目标：接入算力中心不少于30个，任务调度时延不高于50毫秒，平均资源利用率提升20%以上。\n附件2\n申报表\n单位名称：\n揭榜方向：\n"
)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("租用费用可降低约三成", "missing"),
        ("租用费用降低30%以上", "missing"),
        ("机架平均利用率提升30%", "met"),
    ],
)
def test_what_falls_is_nothing_that_rises(said: str, status: str, tmp_path: Path) -> None:
    goals = f"接入算力中心34个，任务调度时延不高于42毫秒，{said}。"
    form = FORM.replace("焚烧飞灰解毒装置", "算力调度平台").format(goals=goals)
    assert statuses(tmp_path, GRID, form)["平均资源利用率提升"] == status


Worth = dict[tuple[int, int], float]
SIZE = 4


def _worth_of(found: list[tuple[int, int]], worth: Worth) -> float:
    skipped = sum(after[1] - before[1] - 1 for before, after in pairwise(found))
    return sum(worth[pair] for pair in found) - SKIPPED * skipped


@given(
    st.dictionaries(
        st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)), st.floats(0.01, 2.0), min_size=1, max_size=10
    )
)
def test_no_other_rising_pairs_are_worth_more(worth: Worth) -> None:
    found = sorted(best_pairs(SIZE, SIZE, worth).items())
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(found))
    rising = (
        list(pairs)
        for size in range(1, SIZE + 1)
        for pairs in combinations(sorted(worth), size)
        if all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))
    )
    assert _worth_of(found, worth) >= max(_worth_of(pairs, worth) for pairs in rising) - 1e-9
