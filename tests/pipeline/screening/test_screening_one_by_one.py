"""Requirements that are gone through one by one, and the one that is passed over."""

from pathlib import Path

import pytest
from written_case import statuses

CALL = (
    "一、申报材料\n申报书。\n附件1\n海上平台揭榜榜单\n方向1：浮标平台\n主要任务：突破锚泊浮标长期值守技术。\n"
    "考核指标：布放水深不小于500米。\n相关要求：（1）须与渔政执法平台对接报警；（2）须制定退役锚链的回收处置规程；"
    "（3）须提供船员可独立完成的布放手册。\n方向2：水声通信机\n主要任务：研制水声通信机。\n考核指标：通信距离不小于10公里。\n"
    "附件2\n海上平台揭榜挂帅申报书\n单位名称\t\t揭榜方向\t\n项目方案\n（一）技术路线\n（二）其他事项\n"
)
PART = (
    "海上平台揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t揭榜方向\t方向1：浮标平台\n项目方案\n（一）技术路线\n"
    "浮标采用三点锚泊，长期值守靠波浪能补电，布放水深600米。\n{said}\n（二）其他事项\n无\n"
)
LINKED = "与渔政执法平台对接报警。浮标走锚后一分钟内经短报文把位置推送过去，值班员点收。\n"
BOOK = "提供船员可独立完成的布放手册。手册配图，按收放步骤编页，随船三册，另附视频。\n"
LEFT = "须制定退役锚链的回收处置规程"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (f"（1）{LINKED}（2）{BOOK}", True),
        (f"1.{LINKED}2.{BOOK}", True),
        (f"关于{LINKED}关于{BOOK}", True),
        (f"一是{LINKED}二是{BOOK}", True),
        (f"第一，{LINKED}第二，{BOOK}", True),
        (f"（1）{LINKED}（2）制定退役锚链的回收处置规程。旧链交有资质的拆解厂，称重留单。\n（3）{BOOK}", False),
        (f"（1）{LINKED}（2）{BOOK}锚链报废后拉回码头，按规程切割回收，称重入账后交拆解厂。\n", False),
        (f"（1）{LINKED}（2）{BOOK}退役的锚链由母船收回，处置办法见手册第九章，逐条称重登记。\n", False),
    ],
)
def test_the_one_that_is_passed_over(said: str, told: bool, tmp_path: Path) -> None:
    found = statuses(tmp_path, CALL, PART.format(said=said))
    assert (found[LEFT] == "missing") is told
