"""A project of the same programme that the leader has under way, where such leaders may not apply."""

from pathlib import Path

import pytest
from written_case import statuses

CALL = (
    "申报截止时间为2026年6月5日。\n一、申报条件\n1. 申报单位须具有独立法人资格。\n2. {condition}。\n"
    "二、申报材料\n申报书。\n"
    "附件\n海上平台揭榜挂帅申报书\n单位名称\t\t项目名称\t\n成立时间\t\t联系电话\t\n"
    "负责人姓名\t\t负责人主持在研项目\t\n项目方案\n（一）现有基础\n"
)
PART = (
    "海上平台揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t项目名称\t锚泊浮标\n成立时间\t2015年3月1日\t联系电话\t0599-5000123\n"
    "负责人姓名\t辛白杨\t负责人主持在研项目\t{field}\n项目方案\n（一）现有基础\n{basis}\n"
)
NONE_OF_IT = "负责人目前主持深蓝装备专项在研项目的，不得申报"
OVERDUE = "负责人承担深蓝装备专项项目逾期未验收的，不得申报"
NO_LEADER = "目前主持在研省级海洋科技项目的人员，不得作为项目负责人"
FEW = "负责人主持深蓝装备专项在研项目不超过1项"


@pytest.mark.parametrize(
    ("condition", "field", "basis", "told"),
    [
        (NONE_OF_IT, "2025年度深蓝装备专项“潜标”（2025年至2027年），在研", "公司设有湿热试验室。", True),
        (NONE_OF_IT, "无", "辛白杨目前主持深蓝装备专项“潜标”项目，尚在研。", True),
        (NONE_OF_IT, "无", "孙启明主持深蓝装备专项“潜标”项目，在研。", False),  # a member
        (NONE_OF_IT, "深蓝装备专项“潜标”，已验收", "公司设有湿热试验室。", False),
        (NONE_OF_IT, "无深蓝装备专项在研项目", "公司设有湿热试验室。", False),
        (NONE_OF_IT, "海洋牧场专项“潜标”，在研", "公司设有湿热试验室。", False),  # of another programme
        (NONE_OF_IT, "无", "辛白杨参与深蓝装备专项“潜标”项目，在研。", False),
        (NONE_OF_IT, "无", "申报单位另牵头承担深蓝装备专项在研项目2项，由其他人员负责。", False),
        (NONE_OF_IT, "无", "团队成员主持深蓝装备专项在研项目1项。", False),
        (NO_LEADER, "无", "目前主持省级海洋科技项目“潜标”，执行期为2025年1月至2039年12月。", True),
        (NO_LEADER, "省海洋科技项目“潜标”，在研", "公司设有湿热试验室。", True),
        (NO_LEADER, "无", "主持省级海洋科技项目“潜标”，执行期为2020年1月至2022年12月。", False),
        (NO_LEADER, "无", "孙启明主持省级海洋科技项目“潜标”，执行期为2025年1月至2039年12月。", False),
        (OVERDUE, "深蓝装备专项“潜标”，在研", "公司设有湿热试验室。", False),
        (FEW, "深蓝装备专项“潜标”，在研", "公司设有湿热试验室。", False),
    ],
)
def test_a_project_under_way(condition: str, field: str, basis: str, told: bool, tmp_path: Path) -> None:
    found = statuses(tmp_path, CALL.format(condition=condition), PART.format(field=field, basis=basis))
    assert (
        any(status == "invalid" for name, status in found.items() if "深蓝装备专项" in name or "科技项目" in name)
        is told
    )
