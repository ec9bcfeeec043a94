"""A condition on what the applicant has on the day it applies, against what it says it has now."""

from pathlib import Path

import pytest
from written_case import statuses

CALL = (
    "一、申报条件\n揭榜单位申报时在用锚泊浮标不少于50套。\n二、申报材料\n申报书。\n附件1\n海上平台揭榜榜单\n"
    "方向1：浮标平台\n主要任务：突破锚泊浮标长期值守技术。\n考核指标：布放水深不小于500米。\n"
    "方向2：水声通信机\n主要任务：研制水声通信机。\n考核指标：通信距离不小于10公里。\n"
    "附件2\n海上平台揭榜挂帅申报书\n单位名称\t\t揭榜方向\t\n项目方案\n（一）技术路线\n（二）其他事项\n"
)
PART = (
    "海上平台揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t揭榜方向\t方向1：浮标平台\n项目方案\n（一）技术路线\n"
    "浮标采用三点锚泊，长期值守靠波浪能补电，布放水深600米。\n{said}\n（二）其他事项\n无\n"
)


@pytest.mark.parametrize(
    ("said", "short"),
    [
        ("目前在用锚泊浮标32套，加上年底前可以接收的约20套，就能超过五十套。", True),
        ("目前在用锚泊浮标56套。", False),
        ("目前在用锚泊浮标32套，另在北部湾，目前在用锚泊浮标60套。", False),
        ("目前在用通信机32套。", False),
        ("第一年布放锚泊浮标32套。", False),
    ],
)
def test_what_is_there_now(said: str, short: bool, tmp_path: Path) -> None:
    found = statuses(tmp_path, CALL, PART.format(said=said))
    name = next(name for name in found if "在用锚泊浮标" in name)
    assert (found[name] == "insufficient") is short
