"""What two parts of one application say of one thing: stops of the plan, codes, devices, sums, agreements."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from submission_changes import Change, both, with_passage
from written_case import statuses

from schemas.evidence import Evidence
from schemas.finding import Finding
from schemas.outline import Role
from schemas.submission import Submission

Found = Callable[..., dict[tuple[str, str], Finding]]
SAID = "整机重量不超过2.6kg，由第三方检测机构称量；力反馈分辨率达到0.08N，用标准测力计测试。"
PLAN = "2026年三季度完成探头和主机，2026年四季度至2027年二季度完成整机、送检与验收。"
BOOK, LETTER, PROOFS = Role.TASK_BOOK, Role.COMMITMENT, Role.PROOFS


def named(label: str, value: str) -> Change:
    """One more field of the form."""

    def change(submission: Submission) -> Submission:
        said = Evidence(text=value, start=0, end=len(value))
        more = submission.form_fields[0].model_copy(
            update={"name": label, "label": label, "role": Role.FORM, "value": value, "value_evidence": said}
        )
        return submission.model_copy(update={"form_fields": (*submission.form_fields, more)})

    return change


def _clashes(findings: dict[tuple[str, str], Finding]) -> list[str]:
    return [name for (kind, name), f in findings.items() if kind == "consistency" and f.status == "invalid"]


@pytest.mark.parametrize(
    ("stage", "clash"),
    [
        ("2027年5月跑到150天即停机开盖检查", True),
        ("2027年5月连续运行150天后结束试验", True),
        ("2027年5月运行满150天，收尾撤场", True),
        ("2027年5月累计150天为止，整理数据", True),
        ("2027年5月运行150天后不再开机", True),
        ("2027年5月运行200天后停机检查", False),
        ("2027年3月运行150天时停机检修后继续，5月满200天", False),
        ("2027年3月第一阶段运行90天，随后转入连续运行", False),
        ("2027年5月运行150天时开展中期检查", False),
        ("2027年5月停机15天检修", False),
    ],
)
def test_a_plan_that_stops_short(found: Found, stage: str, clash: bool) -> None:
    metric = "连续稳定运行不少于180天"
    told = found((SAID, f"{SAID}连续稳定运行不少于200天。"), (PLAN, f"{PLAN}\n{stage}。"), metric=metric)
    assert any("运行" in name for name in _clashes(told)) is clash


@pytest.mark.parametrize(
    ("plan", "budget", "clash"),
    [
        ("在A、B两区部署巡检机6台，覆盖72间。", "设备费104万元，8台巡检机整机的外购部件与加工。", True),
        ("现场安装6台温控箱，分布四层。", "设备费60万元：温控箱8台，每台7.5万元。", True),
        ("布设水下浮标12只。", "材料费24万元，16只浮标，每只1.5万元。", False),  # too short a name to be sure
        ("布设监测浮标12只。", "材料费24万元，16只监测浮标，每只1.5万元。", True),
        ("全线架设雷达站5座。", "设备费200万元，购置雷达站4座。", True),
        ("在A、B两区部署巡检机8台，覆盖72间。", "设备费104万元，8台巡检机整机的外购部件与加工。", False),
        ("在A、B两区部署巡检机6台。", "设备费104万元，8台巡检机，其中备用2台。", True),
        ("首批部署巡检机6台。", "设备费104万元，8台巡检机整机的外购部件与加工。", False),
        ("部署巡检机6台。", "设备费104万元，6台巡检机整机，2台备用巡检机。", False),
        ("部署巡检机6台，二期部署巡检机8台。", "设备费104万元，8套巡检机软件。", False),
        ("现有巡检机6台。", "设备费104万元，8台巡检机整机。", False),
    ],
)
def test_devices_set_up_and_paid_for(found: Found, plan: str, budget: str, clash: bool) -> None:
    told = found((PLAN, f"{PLAN}\n{plan}\n（三）经费预算\n{budget}"))
    assert any(name.endswith("数") for name in _clashes(told)) is clash


@pytest.mark.parametrize(
    ("said", "clash"),
    [
        ("本单位自愿揭榜（榜题编号：WN-01），作如下承诺。", True),
        ("我公司参加贵集团WN-01榜题揭榜，郑重承诺。", True),
        ("榜题WN-03的各项材料真实有效。", True),
        ("就榜题代号“WN-05”承诺如下。", True),
        ("我院申报榜题序号为WN01的任务。", True),
        ("本单位自愿揭榜（榜题编号：WN-02），作如下承诺。", False),
        ("我公司参加贵集团WN02榜题揭榜，郑重承诺。", False),
        ("本单位自愿揭榜，合同编号：HT-01。", False),
        ("榜题编号：WN-02；不以WN-01榜题的材料重复申报。", False),
        ("按GB-18榜题标准执行。", False),  # of another series
    ],
)
def test_the_code_in_the_letter(said: str, clash: bool, gaps_of: Any, submission: Submission) -> None:
    changed = both(named("榜题编号及名称", "WN-02 智慧灌溉"), with_passage(said, LETTER))(submission)
    assert any(gap[:2] == ("consistency", "榜题编号") for gap in gaps_of(changed)) is clash


@pytest.mark.parametrize(
    ("proof", "clash"),
    [
        ("材料：联合揭榜协议；说明：青禾公司与云州理工大学2026年4月3日签订", True),
        ("联合申报协议，我公司与云州理工大学于2026年4月签署", True),
        ("合作研发协议：青禾公司和岭西农业机械研究所双方已签订", True),
        ("联合体协议（本公司同岭西农机制造有限公司2026年4月3日签订）", True),
        ("产学研合作协议，与岭西农学院正式签订", True),
        ("材料：联合揭榜协议；说明：青禾公司与云州海事大学2026年4月3日签订", False),
        ("材料：联合揭榜协议；说明：青禾公司与海事大学2026年4月3日签订", False),
        ("与云州理工大学签订的技术服务合同", False),
        ("试用协议，与岭西农场有限公司2026年4月3日签订", False),
        ("云州理工大学出具的成果证明", False),
        ("采购合同，与岭西农机制造有限公司签订", False),
    ],
)
def test_with_whom_the_agreement_is(proof: str, clash: bool, gaps_of: Any, submission: Submission) -> None:
    partner = with_passage("参与单位云州海事大学承担土壤模型研究。", BOOK)
    changed = both(partner, with_passage(proof, PROOFS))(submission)
    assert any(gap[1] == "联合揭榜协议签订方" for gap in gaps_of(changed)) is clash


CALL = (
    "一、申报材料\n申报书及承诺书。\n附件\n海上平台揭榜挂帅申报书\n一、基本信息表\n项目名称\t\t单位名称\t\n"
    "申请补助（万元）\t\t配套资金（万元）\t\n二、项目方案\n（一）经费预算\n附件2\n承诺书\n本单位承诺申报材料真实。\n"
)
FORM = (
    "海上平台揭榜挂帅申报书\n填报日期：2026年5月20日\n一、基本信息表\n项目名称\t浮标研制\t单位名称\t海岚深潜装备有限公司\n"
    "申请补助（万元）\t{}\t配套资金（万元）\t240\n二、项目方案\n（一）经费预算\n单位：万元\n{}\n"
)
ROWS = "科目\t{0}\t{1}\t合计\n设备费\t100\t140\t240\n材料费\t80\t100\t180\n合计\t180\t240\t420"


@pytest.mark.parametrize(
    ("asked", "public", "own", "clash"),
    [
        (190, "补助", "配套", True),
        (190, "市级补助", "配套资金", True),
        (160, "财政资金", "其他来源", True),
        (200, "申请资助", "单位出资", True),
        (190, "省拨", "合作方", True),
        (180, "补助", "配套", False),
        (180, "财政资金", "其他来源", False),
        (190, "直接费用", "间接费用", False),
        (190, "2026年", "2027年", False),
        (190, "牵头单位", "参与单位", False),
    ],
)
def test_the_column_of_public_money(asked: int, public: str, own: str, clash: bool, tmp_path: Path) -> None:
    told = statuses(tmp_path, CALL, FORM.format(asked, ROWS.format(public, own)))
    assert any("补助" in name and status == "invalid" for name, status in told.items()) is clash
