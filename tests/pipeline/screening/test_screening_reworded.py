"""Clauses that an application answers in words of its own, and those that only seem so."""

from pathlib import Path

import pytest
from written_case import statuses

from pipeline.screening.clauses.papers_made import _WRITTEN

CALL = (
    "一、申报材料\n申报书。\n附件1\n海上平台揭榜榜单\n方向1：浮标平台\n主要任务：突破锚泊浮标长期值守技术；"
    "研究锚链疲劳寿命预测方法；支持北斗短报文回传；{}\n考核指标：布放水深不小于500米。\n"
    "方向2：水声通信机\n主要任务：研制水声通信机。\n考核指标：通信距离不小于10公里。\n"
    "附件2\n海上平台揭榜挂帅申报书\n单位名称\t\t揭榜方向\t\n项目方案\n（一）技术路线\n（二）其他事项\n"
)
OFFER = (
    "海上平台揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t揭榜方向\t方向1：浮标平台\n项目方案\n（一）技术路线\n"
    "锚泊浮标长期值守靠波浪能补电，布放水深600米。锚链疲劳寿命用S-N曲线预测，每链取三段试样。"
    "北斗短报文每小时回传一次。{}\n（二）其他事项\n无\n"
)
MANUAL = "在近岸海域联合调试并编写操作规程"
RELIABLE = "突破系泊张力监测、RAS技术等瓶颈"
ALLOWED = "渔民轨迹经本人授权方可调取"


@pytest.mark.parametrize(
    ("clause", "said", "answered"),
    [
        (MANUAL, "近岸海域调试中的开机、收放次序写成作业指导书，交值班员试用。", True),
        (MANUAL, "样机运到港池，试验人员分三班值守。", False),
        (MANUAL, "公司另有质量作业指导书八册。", False),  # of nothing that the clause names
        (ALLOWED, "看某位渔民的轨迹，要由他在手机上逐项同意，查询都有记录。", True),
        (RELIABLE, "系泊张力每秒采一次；坏得少：给电池和主控建故障预测（可靠性、可用性、可维护性一套做）。", True),
        (RELIABLE, "浮标外壳用玻璃钢模压，颜色为黄色。", False),
        (ALLOWED, "合作三方书面同意方可转让成果。", False),
    ],
)
def test_other_words_are_for_a_person(clause: str, said: str, answered: bool, tmp_path: Path) -> None:
    found = statuses(tmp_path, CALL.format(clause), OFFER.format(said))
    assert (found[clause] == "met") is answered


PROBLEM = "突破浮标供电依赖性强、海域适应性弱等难题，实现波浪能捕获、低功耗值守等关键技术"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("捕获波浪能的摆板宽1.2米，低功耗值守电路平均4毫瓦，换一片海只需改摆板配重。", "met"),
        ("浮标外壳用玻璃钢模压，颜色为黄色。", None),
    ],
)
def test_the_problem_is_solved_by_the_techniques_beside_it(said: str, status: str | None, tmp_path: Path) -> None:
    found = statuses(tmp_path, CALL.format(PROBLEM), OFFER.format(said))
    assert (found[PROBLEM] == "met") is (status == "met")


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("发给渔民图册并建立答疑群", False),
        ("值守规程报港口审定并发布", True),
        ("值守手册随首台样机编写", True),
    ],
)
def test_what_tells_that_a_paper_is_written(said: str, written: bool) -> None:
    assert (_WRITTEN.search(said) is not None) is written
