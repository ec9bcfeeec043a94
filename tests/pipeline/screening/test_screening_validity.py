"""Until when a licence has to be valid, and what the application tells of it."""

from pathlib import Path

import pytest
from written_case import statuses

CALL = (
    "一、申报条件\n1. 申报单位须持有潜水作业许可证。\n2. {condition}。\n二、申报材料\n申报书。\n"
    "三、申报时间\n申报截止时间为2026年6月30日。\n"
    "附件\n海上平台揭榜挂帅申报书\n单位名称\t\t项目名称\t\n成立时间\t\t联系电话\t\n许可证编号\t\t潜水作业许可证有效期至\t\n项目方案\n（一）现有基础\n"
)
PART = (
    "海上平台揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t项目名称\t锚泊浮标\n成立时间\t2015年3月1日\t联系电话\t0599-5000123\n"
    "许可证编号\t闽潜0021\t潜水作业许可证有效期至\t{field}\n项目方案\n（一）现有基础\n{basis}\n"
)
THEN = "潜水作业许可证在申报截止日处于有效期内"  # 2026年6月30日
LATER, OWN = "许可证有效期截止日不得早于2027年6月30日", "潜水作业许可证有效期应至少至2027年6月30日"


@pytest.mark.parametrize(
    ("condition", "field", "basis", "status"),
    [
        (LATER, "2027年5月20日", "公司设有湿热试验室。", "invalid"),
        (LATER, "2029年5月20日", "公司设有湿热试验室。", "met"),
        (LATER, "", "公司持有潜水作业许可证（2022年5月21日颁发，有效期至2027年5月20日）。", "invalid"),
        (LATER, "", "公司持有潜水作业许可证，有效期自2024年5月21日至2029年5月20日。", "met"),
        (LATER, "", "公司持有潜水作业许可证，有效期五年（2023年6月取得）。", "unverifiable"),
        (LATER, "2022年6月1日起五年", "公司设有湿热试验室。", "unverifiable"),
        (LATER, "", "公司设有湿热试验室。", "unverifiable"),
        (OWN, "", "公司的潜水作业许可证有效期至2027年5月20日。", "invalid"),
        (OWN, "", "公司的危险品运输许可证有效期至2027年5月20日。", "unverifiable"),  # another licence
        (OWN, "", "潜水作业许可证有效期2024年5月21日起三年。", "unverifiable"),  # its first day
        (THEN, "2026年6月20日", "公司设有湿热试验室。", "invalid"),
        (THEN, "2026年6月30日", "公司设有湿热试验室。", "met"),
        (THEN, "", "公司的潜水作业许可证有效，同类许可证有效期至2025年3月。", "unverifiable"),  # another one
        (THEN, "闽潜0021，有效期2023年6月21日至2026年6月20日", "公司设有湿热试验室。", "invalid"),
        (THEN, "闽潜0021，有效期2023-06-21至2026-07-20", "公司设有湿热试验室。", "met"),
        (THEN, "", "潜水作业许可证：闽潜0021，至2026年6月20日有效。", "invalid"),
        (THEN, "", "潜水作业许可证（闽潜0021）有效至2026年6月20日。", "invalid"),
        (THEN, "", "潜水作业许可证（闽潜0021）有效期2023年6月21日至2026年6月20日。", "invalid"),
        (THEN, "", "潜水作业许可证（闽潜0021），至2028年6月20日一直有效。", "met"),
        (THEN, "", "潜水作业许可证齐全，试验计划至2026年6月20日完成，数据有效。", "unverifiable"),
        (THEN, "", "合作协议至2026年6月20日有效。", "unverifiable"),
    ],
)
def test_how_long_a_licence_is_valid(condition: str, field: str, basis: str, status: str, tmp_path: Path) -> None:
    found = statuses(tmp_path, CALL.format(condition=condition), PART.format(field=field, basis=basis))
    assert found[condition] == status
