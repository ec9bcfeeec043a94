"""The form's own commitment, of which the application has no word beside its letter."""

from pathlib import Path

import pytest
from written_case import statuses

ROWS = (
    ("申报单位名称", "海岚深潜装备有限公司"),
    ("申报单位地址", "云屿市听涛街21号"),
    ("邮政编码", "315000"),
    ("法定代表人", "辛白杨"),
    ("联系人", "闻溪"),
    ("手机", "13700000123"),
    ("邮箱", "wenxi@hailan.example"),
    ("单位简介", "从事海洋浮标研制，有试验水池一座。"),
    ("揭榜内容概述", "研制三点锚泊的浮标，舱体分三层布置。"),
)
PROMISE = "我单位申报的所有材料，均真实、完整，如有不实，愿承担相应的责任。"
LETTER = (
    "揭榜承诺书\n1. 我单位对报送的全部资料真实性负责，拥有知识产权。\n2. 我单位将按期完成全部海试任务。\n{}"
    "法定代表人（签字）：{}\n单位（盖章）：\n{}\n"
)
CALL = (
    "一、申报材料\n申报表、任务书和揭榜承诺书。\n附件1\n揭榜任务申报表\n"
    + "".join(f"{label}\t\n" for label, _ in ROWS)
    + f"真实性承诺\t{PROMISE}负责人签字（章）：  公章：  年  月  日\n"
    + "附件2\n揭榜任务书\n一、技术路线\n附件3\n"
    + LETTER.format("", "", "  年  月  日")
)
FORM = "揭榜任务申报表\n" + "".join(f"{label}\t{value}\n" for label, value in ROWS)
PLEDGE = f"真实性承诺\t{PROMISE}负责人签字（章）：辛白杨 公章：海岚深潜装备有限公司 2026年5月6日\n"


@pytest.mark.parametrize(
    ("pledge", "route", "letter", "missing"),
    [
        ("", "在真实海况中布放浮标，承诺值按年核对。", "", True),
        ("", "缆索分段连接，采集真实数据。", "", True),
        ("", "甲板工装保证浮标平稳入水。", "", True),
        ("", "试验数据真实可信是本路线的前提。", "", False),  # may be it
        (PLEDGE, "缆索分段连接。", "", False),
        (f"真实性声明：{PROMISE}\n负责人签字：辛白杨\n", "缆索分段连接。", "", False),
        ("我单位保证所填内容属实。负责人：辛白杨\n", "缆索分段连接。", "", False),
        ("以上填报如有不实，由我单位负责。\n", "缆索分段连接。", "", False),
        ("", "缆索分段连接。所报材料均真实，愿负责任。", "", False),
        ("", "缆索分段连接。", f"3. {PROMISE}\n", False),  # one letter keeps both
        ("", "缆索分段连接。\n附件清单\n1. 真实性承诺（另附）", "", False),
    ],
)
def test_a_pledge_left_out_of_the_form(pledge: str, route: str, letter: str, missing: bool, tmp_path: Path) -> None:
    signed = LETTER.format(letter, "辛白杨", "2026年5月6日")
    found = statuses(tmp_path, CALL, f"{FORM}{pledge}揭榜任务书\n一、技术路线\n{route}\n{signed}")
    assert (found["真实性承诺"] == "missing") is missing
