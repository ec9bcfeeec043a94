"""Blanks that a form prints with their units: left as printed they are empty, with figures between they are filled."""

from collections.abc import Callable
from pathlib import Path

import pytest
from documents import document, joined, table
from written_case import NOTICE, statuses

from pipeline.matching import Matcher
from pipeline.records.notice import build_notice
from pipeline.records.submission import build_submission
from pipeline.screening import screen
from pipeline.structure import structure
from schemas.finding import Finding

Found = Callable[..., dict[tuple[str, str], Finding]]
PRINTED = """三、投入情况
研发人员\t    人（其中博士    人）\t场地面积\t      平方米
项目总投资\t    万元，其中自筹    万元\t申请资助\t      万元
"""
MORE = "附件3\n云屿市揭榜挂帅项目经费表\n" + PRINTED


@pytest.mark.parametrize(
    ("label", "printed", "filled"),
    [
        ("场地面积", "      平方米", "   800 平方米"),
        ("申请资助", "      万元", "   100   万元"),
        ("研发人员", "    人（其中博士    人）", "  30人（其中博士  2人）"),
        ("项目总投资", "    万元，其中自筹    万元", "三百万元，其中自筹二百万元"),
    ],
)
def test_units_alone_are_no_value(found: Found, label: str, printed: str, filled: str) -> None:
    for cell, status in ((printed, "missing"), (filled, "met")):
        form = PRINTED.replace(f"{label}\t{printed}", f"{label}\t{cell}")
        findings = found(("附件清单\n", form + "附件清单\n"), more=MORE)
        assert findings["form_field", label].status == status


@pytest.mark.parametrize(
    ("founded", "status"),
    [("2019年2月", "met"), ("有限责任公司", "invalid"), ("无", "met"), ("筹建中", "met"), ("二〇一九年二月", "met")],
)
def test_words_for_a_date(found: Found, founded: str, status: str) -> None:
    findings = found(("成立时间\t2019年2月", f"成立时间\t{founded}"))
    assert findings["form_field", "成立时间"].status == status


REST = [["单位地址", "云屿市听涛街21号"], ["邮编", "315000"], ["传真", "无"]]
BOXES = ["方向1：便携式彩色超声诊断设备", "方向2：连续血糖监测系统"]


@pytest.mark.parametrize(("tick", "status"), [("☑", "met"), ("□", "missing")])
def test_boxes_under_labels_of_their_own(tick: str, status: str) -> None:
    """核心基础 | □方向1, 重点产品 | □方向2 in the application, where the form has 揭榜方向 | □方向1 □方向2."""
    title = "云屿市揭榜挂帅项目申报表\n"
    asked = table([["揭榜方向（请勾选）", "\n".join(f"□{box}" for box in BOXES)], *([a, ""] for a, _ in REST)], title)
    filled = table([["核心基础", f"{tick}{BOXES[0]}"], ["重点产品", f"□{BOXES[1]}"], *REST], title)
    head = NOTICE.partition("附件2")[0].replace("{more}", "") + "附件2\n"
    call = build_notice(*structure(joined(document(head, hard_wrapped=False), asked)))
    part = build_submission(*structure(filled))
    told = [f.status for f in screen(call, part, Matcher(call)).findings if f.name.startswith("揭榜方向（")]
    assert told == [status]


@pytest.mark.parametrize(
    ("below", "status"),
    [
        ("平台简介——浮标平台自带波浪能，三年不换电池，一条船一天能布放四个，数据每小时回传岸上，坏了自己报修。", "met"),
        ("联系电话：0599-5000123", "missing"),  # the next label
    ],
)
def test_a_long_answer_below_its_label(below: str, status: str, tmp_path: Path) -> None:
    head = "海洋装备揭榜挂帅申报书\n单位名称：{}\n法定代表人：{}\n揭榜产品概述：\n{}\n"
    call = "一、申报材料\n申报书。\n附件\n" + head.format("", "", "联系电话：")
    found = statuses(tmp_path, call, head.format("海岚深潜装备有限公司", "甲某", below))
    assert found["揭榜产品概述"] == status
