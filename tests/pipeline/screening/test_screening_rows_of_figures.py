"""Figures in rows: the call's beside the promise, turned tables, instruments, later works, two measure words."""

from pathlib import Path

import pytest
from written_case import findings

CALL = (
    "海州市科学技术局\n关于发布海洋装备揭榜榜单的通知\n一、申报材料\n申报书。\n海州市科学技术局\n2026年3月2日\n附件1\n海洋装备揭榜榜单\n"
    "方向1：浮标平台\n主要任务：研制长期值守的锚泊浮标。\n考核指标：{metrics}。\n"
    "方向2：水声通信机\n主要任务：研制水声通信机。\n考核指标：通信距离不小于10公里。\n"
    "附件2\n海洋装备揭榜挂帅申报书\n单位名称\t\t揭榜方向\t\n项目负责人姓名\t\t项目方案\t\n一、预期目标\n二、工作方案\n"
)
OFFER = (
    "海洋装备揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t揭榜方向\t方向1：浮标平台\n项目负责人姓名\t孙启明\t项目方案\t锚泊浮标值守\n"
    "{summary}一、预期目标\n{goals}\n二、工作方案\n{plan}\n"
)
WIDTH, SLOW, SAVED = "光电调制带宽≥110GHz", "单帧图像处理时延不超过5ms", "浮标单位观测能耗较改造前下降不低于20%"


@pytest.mark.parametrize(
    ("metrics", "goals", "plan", "name", "status"),
    [
        # a turned table, whose labels are long
        (
            f"浮标数据回传丢包率不高于1%；{SAVED}",
            "指标\t浮标数据回传丢包率\t浮标单位观测能耗较改造前下降\n承诺值\t0.8%\t24%",
            "分年实施。",
            "能耗",
            "met",
        ),
        (
            f"浮标数据回传丢包率不高于1%；{SAVED}",
            "指标\t浮标数据回传丢包率\t浮标单位观测能耗较改造前下降\n承诺值\t0.8%\t12%",
            "分年实施。",
            "能耗",
            "insufficient",
        ),
        # neither the instrument's figure nor a later work's may be the promise
        (
            WIDTH,
            "光电调制带宽：结题时达到96GHz，待二期电极改版后再提升到112GHz；用分析仪配合110GHz探测器测试。",
            "分年实施。",
            "带宽",
            "insufficient",
        ),
        (WIDTH, "光电调制带宽：达到112GHz，用分析仪配合120GHz探测器测试。", "分年实施。", "带宽", "met"),
        # a row of the metric's own name whose heads are not known
        (SLOW, "单帧图像处理时延\t11ms\t4ms\t示波器", "换型预计耗时不超过12分钟。", "时延", "unverifiable"),
        (SLOW, "单帧图像处理时延\t11ms\t8ms\t示波器", "换型预计耗时不超过12分钟。", "时延", "insufficient"),
        ("转子残余不平衡量≤0.5g·mm", "转子残余不平衡量不大于0.4g.mm。", "分年实施。", "不平衡量", "met"),
        ("转子残余不平衡量≤0.5g·mm", "转子残余不平衡量不大于0.6g.mm。", "分年实施。", "不平衡量", "insufficient"),
    ],
)
def test_the_figure_that_counts(metrics: str, goals: str, plan: str, name: str, status: str, tmp_path: Path) -> None:
    offer = OFFER.format(summary="", goals=goals, plan=plan)
    found = findings(tmp_path, CALL.format(metrics=metrics), offer)
    told = {one.name: one.status for one in found if one.kind == "numeric_target"}
    assert {value for key, value in told.items() if name in key} == {status}, told


@pytest.mark.parametrize(
    ("summary", "goals", "clash"),
    [
        ("掺氢体积比例\t≥30%\t35%\n", "序号\t指标\t榜单值\t承诺值\n1\t掺氢体积比例\t≥30%\t35%", False),
        ("掺氢体积比例\t38%\n", "序号\t指标\t榜单值\t承诺值\n1\t掺氢体积比例\t≥30%\t35%", True),
    ],
)
def test_the_calls_value_beside_the_promise(summary: str, goals: str, clash: bool, tmp_path: Path) -> None:
    head = f"指标名称\t榜单要求\t承诺值\n{summary}" if not clash else f"指标名称\t承诺值\n{summary}"
    offer = OFFER.format(summary=head, goals=goals, plan="分年实施。")
    found = findings(tmp_path, CALL.format(metrics="掺氢体积比例≥30%"), offer)
    assert any(one.kind == "consistency" and "掺氢" in one.name and one.status == "invalid" for one in found) is clash


@pytest.mark.parametrize(
    ("row", "clash"),
    [("≥3000个，不少于8类", False), ("≥2600个，不少于8类", True)],
)
def test_two_measure_words_in_one_cell(row: str, clash: bool, tmp_path: Path) -> None:
    plan = "到2027年，智能浮标并发协同规模达到3000个。"
    goals = f"指标\t2027年值\t测试场景\n智能浮标并发协同规模\t{row}\t外海"
    offer = OFFER.format(summary="", goals=goals, plan=plan)
    found = findings(tmp_path, CALL.format(metrics="定位误差不超过3米"), offer)
    assert (
        any(one.kind == "consistency" and "协同规模" in one.name and one.status == "invalid" for one in found) is clash
    )


@pytest.mark.parametrize(
    ("ends", "by", "status", "deadline"),
    [
        ("2028年9月", "2028年9月", "met", "insufficient"),  # told at the deadline
        ("2028年6月", "2028年6月", "met", "met"),
        ("2028年6月", "2028年9月", "insufficient", "met"),
    ],
)
def test_a_figure_reached_with_the_work_is_late_with_it(
    tmp_path: Path, ends: str, by: str, status: str, deadline: str
) -> None:
    term = "三、完成期限\n完成期限统一为2028年6月30日。\n海州市科学技术局\n2026"
    call = CALL.format(metrics="浮标编组数量不少于8台").replace("海州市科学技术局\n2026", term)
    plan = "分年实施。\n三、进度安排\n第一阶段（2026年7月—2027年6月）：设计。\n"
    plan += f"第二阶段（2027年7月—{ends}）：完成全部任务并申请验收。"
    offer = OFFER.format(summary="", goals=f"到{by}，建成浮标编组，浮标编组数量10台。", plan=plan)
    found = findings(tmp_path, call, offer)
    assert [f.status for f in found if f.kind == "numeric_target" and "编组" in f.name] == [status]
    assert {f.status for f in found if f.kind == "deadline" and f.name == "completion"} == {deadline}
