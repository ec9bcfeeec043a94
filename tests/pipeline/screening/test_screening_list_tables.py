"""Lists of a form (项目组成员, 经费预算): left empty they are missing; who has not signed beside others is told."""

from collections.abc import Callable

import pytest

from schemas.finding import Finding

Found = Callable[..., dict[tuple[str, str], Finding]]
TEAM = "三、项目组成员\n序号\t姓名\t职称\t专业\t项目分工\t签字\n"
BUDGET = "四、经费预算\n序号\t预算科目\t金额（万元）\t用途说明\n"
BLANK_TEAM = "1\t\t\t\t\t\n2\t\t\t\t\t\n"
BLANK_BUDGET = "1\t\t\t\n2\t\t\t\n合计\t\t\t\n"
MORE = "附件3\n云屿市揭榜挂帅项目申报表\n" + TEAM + BLANK_TEAM + BUDGET + BLANK_BUDGET
FULL_TEAM = "1\t辛白杨\t高工\t超声\t总体\t辛白杨\n2\t卞新雨\t工程师\t算法\t软件\t{}\n"
FULL_BUDGET = "1\t设备费\t120\t探头测试台\n2\t材料费\t80\t换能器\n合计\t\t200\t\n"
SMALL_BUDGET = "1\t\t12\t\n2\t\t8\t\n"  # figures as short as the numbers of rows


@pytest.mark.parametrize(
    ("team", "budget", "statuses"),
    [
        (BLANK_TEAM, FULL_BUDGET, ("missing", "met")),
        (FULL_TEAM.format("卞新雨"), BLANK_BUDGET, ("met", "missing")),
        (FULL_TEAM.format("卞新雨"), FULL_BUDGET, ("met", "met")),
        (FULL_TEAM.format(""), FULL_BUDGET, ("insufficient", "met")),
        (FULL_TEAM.format("卞新雨"), SMALL_BUDGET, ("met", "met")),
        (FULL_TEAM.format("").replace("\t辛白杨\n", "\t\n"), FULL_BUDGET, ("met", "met")),  # signed on paper
    ],
)
def test_lists(found: Found, team: str, budget: str, statuses: tuple[str, str]) -> None:
    form = TEAM + team + BUDGET + budget + "附件清单\n"
    findings = found(("附件清单\n", form), more=MORE)
    assert tuple(findings["form_field", name].status for name in ("项目组成员", "经费预算")) == statuses


def test_a_list_told_in_words_is_left_to_a_person(found: Found) -> None:
    findings = found(more=MORE)
    assert findings["form_field", "项目组成员"].status == "unverifiable"


@pytest.mark.parametrize("title", ["合作单位情况", "项目组成员（如有）", "获奖情况", "专家组名单"])
def test_lists_that_may_stay_empty(found: Found, title: str) -> None:
    more = MORE.replace("项目组成员", title)
    assert not [name for kind, name in found(more=more) if kind == "form_field" and title[:4] in name]
