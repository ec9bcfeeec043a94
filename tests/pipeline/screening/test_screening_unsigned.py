"""Agreements that nobody has signed yet, by their entry or by what stands below their heading."""

from pathlib import Path

import pytest
from written_case import statuses

from pipeline.screening.proofs.unsigned import unsigned

CASES = [
    ("协议文本已商定，因对方负责人出海尚未签字盖章，先附微信截图。", True),
    ("还没有盖章，先附聊天记录。", True),
    ("已拟好，双方均未签字，以电子稿代替。", True),
    ("对方公章未到，暂附往来邮件截图。", True),
    ("渔业公司尚未用印，所附为协议草稿。", True),
    ("仅有我方签章，渔业公司那边要等下月。", True),
    ("目前只有口头意向，待签。", True),
    ("双方尚未正式签约，附会议纪要一份。", True),
    ("所附为未盖章的样稿，正式文本随后寄送。", True),
    ("先提供通话记录。", True),
    ("未及签署，以微信聊天截图为证。", True),
    ("只达成口头协议，书面协议未签订。", True),
    ("用聊天截图代替。", True),
    ("签约手续在走流程，暂以范本代替。", True),
    ("扫描件附后，双方已签字盖章。", False),
    ("2026年9月签订，原件备查。", False),
    ("双方已签章，附微信沟通截图说明签约经过。", False),
    ("扫描件附后，原件评审时再送。", False),
    ("编号HT-03，双方均已盖章，附平台截图。", False),
    ("未签字盖章的复印件无效，所附均已签章。", False),
    ("2026年4月签署，平台运行截图见证明4。", False),
    ("一式四份，双方各执两份。", False),
    ("已签订，待立项后签订补充协议。", False),
    ("提供试验水池一座，为期两年。", False),
]
CALL = (
    "一、申报材料\n申报书及下列证明材料：营业执照；与渔业公司签订的合作协议；自筹资金证明。\n"
    "附件\n海上平台揭榜挂帅申报书\n单位名称\t\n一、技术路线\n"
)
PART = (
    "海上平台揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\n一、技术路线\n缆索分段连接，舱体分三层。\n附件：证明材料\n"
    "一、营业执照\n名称：海岚深潜装备有限公司。\n二、与渔业公司签订的合作协议\n{}\n三、自筹资金证明\n银行存款证明，余额300万元。\n"
)


@pytest.mark.parametrize(("said", "told"), CASES)
def test_the_words_of_an_entry(said: str, told: bool) -> None:
    assert (unsigned(f"与渔业公司的合作协议：{said}") is not None) is told


@pytest.mark.parametrize(("said", "told"), CASES[::3])
def test_what_stands_below_the_heading(said: str, told: bool, tmp_path: Path) -> None:
    found = {name: status for name, status in statuses(tmp_path, CALL, PART.format(said)).items() if "合作协议" in name}
    assert found
    assert set(found.values()) <= ({"insufficient", "missing"} if told else {"met", "unverifiable"}), found
