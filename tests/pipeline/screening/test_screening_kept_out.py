"""What an application keeps out of its work, and a proof of less money than it promises."""

from pathlib import Path

import pytest
from written_case import statuses

from pipeline.screening.answers.kept_out import kept_out


@pytest.mark.parametrize(
    ("clause", "text", "words"),
    [
        (
            "支持应用服务、中间件与基础依赖组件的漏洞检测",
            "只做应用服务的漏洞扫描；中间件、基础依赖组件的漏洞检测不列入本次任务，由用户采购。",
            "中间件、基础依赖组件的漏洞检测不列入本次任务",
        ),
        ("能自动生成专业级别的安全报告", "周报由人工撰写，本任务不研发报告生成功能。", "本任务不研发报告生成功能"),
        ("开展人群功效验证", "限于伦理审批，本项目执行期内不安排人群试验。", "本项目执行期内不安排人群试验"),
        ("能自动生成专业级别的安全报告", "系统自动生成安全报告，本任务不研发报告生成硬件。", None),  # said elsewhere
        ("能自动生成专业级别的安全报告", "本任务不研发边缘采集终端。", None),  # another thing
        ("能自动生成专业级别的安全报告", "若用户不需要，本任务不研发报告生成功能。", None),  # a case
    ],
)
def test_what_is_kept_out(clause: str, text: str, words: str | None) -> None:
    assert kept_out(clause, text) == words


CALL = (
    "一、申报材料\n须提交下列证明材料：（1）自筹经费银行存款证明，金额不低于自筹经费总额；（2）2023年以来获得授权的专利证书。\n"
    "附件\n海上平台揭榜挂帅申报书\n单位名称\t\t联系人\t\n申请省拨经费（万元）\t\t自筹经费（万元）\t\n项目方案\n（一）技术路线\n"
)
PART = (
    "海上平台揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t联系人\t吕某某\n"
    "申请省拨经费（万元）\t400\t自筹经费（万元）\t800\n项目方案\n（一）技术路线\n采用双冗余结构，分三步完成样机。\n"
    "证明材料清单\n1. 自筹经费银行存款证明（余额{}万元）\n2. 专利证书（2024年至2026年授权）\n"
)


@pytest.mark.parametrize(("balance", "status"), [("800", "met"), ("1,200", "met"), ("600", "insufficient")])
def test_a_proof_of_own_money_covers_it(balance: str, status: str, tmp_path: Path) -> None:
    found = statuses(tmp_path, CALL, PART.format(balance))
    assert [said for name, said in found.items() if "存款证明" in name] == [status]
    assert [said for name, said in found.items() if "专利证书" in name] == ["met"]  # since 2023, not of 2023
