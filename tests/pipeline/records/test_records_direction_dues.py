"""A direction's own time of completion among the obligations of a call."""

import pytest
from documents import document

from pipeline.records.notice import build_notice
from pipeline.structure import structure

CALL = """\
海州市科学技术局关于发布2026年海洋装备揭榜挂帅榜单的通知
各有关单位：
一、榜单任务
{common}
序号 | 榜单名称 | 研究内容 | 考核指标 | 完成时限
1 | 岸基雷达 | 研制岸基雷达整机 | 探测距离不低于300公里 | 2028年6月
2 | 海洋浮标 | 研制长寿命浮标 | 连续工作时间不少于5年 | 2027年12月
二、申报时间
请于2026年5月20日前提交。
海州市科学技术局
2026年4月1日
"""


@pytest.mark.parametrize(
    ("common", "expected"),
    [
        ("各榜单任务要求如下。", [(1, "2028-06", "2028年6月"), (2, "2027-12", "2027年12月")]),
        ("各榜单任务应于2028年12月31日前完成。", [(1, "2028-06", "2028年6月"), (2, "2027-12", "2027年12月")]),
    ],
)
def test_completion_of_each_direction(common: str, expected: list[tuple[int, str, str]]) -> None:
    notice = build_notice(*structure(document(CALL.format(common=common))))
    own = [o for o in notice.obligations if o.kind == "deadline" and o.direction is not None and o.deadline is not None]
    assert [(o.direction, o.deadline.on, o.evidence.text) for o in own if o.deadline is not None] == expected
    assert all(o.deadline is not None and o.deadline.kind == "completion" for o in own)


TERMS = """\
海州市科学技术局关于发布2026年海洋装备揭榜挂帅榜单的通知
各有关单位：
一、榜单任务
榜单1：岸基雷达
研究内容：研制岸基雷达整机。
考核指标：探测距离不低于300公里。
实施期限：不超过36个月。财政支持经费不超过500万元。
榜单2：海洋浮标
研究内容：研制长寿命浮标。
考核指标：连续工作时间不少于5年。
实施期限：不超过24个月。财政支持经费不超过300万元。
二、申报时间
请于2026年5月20日前提交。
"""


def test_terms_right_under_each_direction() -> None:
    notice = build_notice(*structure(document(TERMS, hard_wrapped=False)))
    own = [(o.direction, o.deadline.duration) for o in notice.obligations if o.deadline and o.name == "completion"]
    assert own == [(1, "P36M"), (2, "P24M")]


def test_a_time_of_completion_under_each_direction() -> None:
    text = TERMS.replace("实施期限：不超过36个月", "完成时间：2028年6月底").replace(
        "实施期限：不超过24个月", "完成时间：2027年9月底"
    )
    notice = build_notice(*structure(document(text, hard_wrapped=False)))
    own = {o.direction for o in notice.obligations if o.deadline and o.name == "completion"}
    assert own == {1, 2}


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("到2027年，形成雷达与浮标协同的观测方案，有效提升回波识别准确度。", ["2027-12"]),
        ("力争到2027年底前，形成观测方案，实现协同观测。", ["2027-12"]),
        ("形成观测方案，2027年在三个海区推广。", []),
        ("实现协同观测，到2030年产业规模大幅提升。", []),
    ],
)
def test_the_time_that_opens_a_goal_without_a_figure(goal: str, expected: list[str]) -> None:
    call = (
        "海州市科学技术局关于发布海洋装备揭榜挂帅榜单的通知\n各有关单位：\n一、榜单任务\n"
        f"榜单1：岸基雷达\n揭榜任务：研制岸基雷达整机。\n预期目标：{goal}\n"
        "榜单2：海洋浮标\n揭榜任务：研制长寿命浮标。\n预期目标：形成浮标样机。\n二、申报时间\n请于2026年5月20日前提交。\n"
    )
    notice = build_notice(*structure(document(call, hard_wrapped=False)))
    own = [o.deadline.on for o in notice.obligations if o.deadline and o.name == "completion" and o.direction == 1]
    assert own == expected
