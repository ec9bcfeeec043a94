"""The two sides of the form's money, in one cell, against the last row of the budget's columns."""

from pathlib import Path

import pytest
from written_case import findings

CALL = (
    "一、申报材料\n申报书。\n附件\n海上平台揭榜挂帅申报书\n单位名称\t\t通讯地址\t\n法定代表人\t\t经费（万元）\t\n"
    "项目方案\n（一）技术路线\n（二）经费预算\n"
)
PART = (
    "海上平台揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t通讯地址\t海州市听涛街21号\n"
    "法定代表人\t孙启明\t经费（万元）\t{cell}\n"
    "项目方案\n（一）技术路线\n浮标采用三点锚泊，长期值守靠波浪能补电，布放水深600米。\n（二）经费预算\n单位：万元\n"
    "科目\t联盟资助\t单位自筹\t合计\n设备费\t40\t90\t130\n材料费\t{own}\t60\n合计\t{sums}\n"
)


@pytest.mark.parametrize(
    ("cell", "own", "sums", "clash"),
    [
        ("总额190，其中联盟资助60，单位自筹130", "20\t40", "60\t130\t190", False),
        ("总额190，其中联盟资助50，单位自筹140", "20\t40", "60\t130\t190", True),
        ("总额190/联盟资助50/单位自筹140", "20\t40", "60\t130\t190", True),
        ("总额190万元；联盟资助60万元；单位自筹130万元", "20\t40", "60\t130\t190", False),
        ("联盟资助50，单位自筹140，另有设备折旧", "20\t40", "60\t130\t190", False),  # not these alone
    ],
)
def test_one_cell_and_the_budgets_columns(tmp_path: Path, cell: str, own: str, sums: str, clash: bool) -> None:
    written = PART.format(cell=cell, own=own, sums=sums)
    wrong = [f.status for f in findings(tmp_path, CALL, written) if f.kind == "consistency"].count("invalid")
    assert wrong == int(clash)


APART = CALL.replace("经费（万元）\t\n", "\t\n申请联盟资助（万元）\t\t自筹资金（万元）\t\n")
FIELDS = PART.replace("经费（万元）\t{cell}\n", "\t\n申请联盟资助（万元）\t60\t自筹资金（万元）\t{cell}\n")
FIELDS = FIELDS.replace("单位自筹\t合计", "自筹资金\t小计")


@pytest.mark.parametrize(("cell", "told"), [("130", []), ("150", ["自筹资金"])])
def test_one_side_that_differs_is_told_once(tmp_path: Path, cell: str, told: list[str]) -> None:
    written = FIELDS.format(cell=cell, own="20\t40", sums="60\t130\t190")
    found = findings(tmp_path, APART, written)
    assert [f.name for f in found if f.kind == "consistency" and f.status == "invalid"] == told
