"""A figure promised for another distance, load, time, number of cycles or state than the call measures it at."""

from pathlib import Path

import pytest
from written_case import findings

CALL = (
    "一、申报材料\n证明材料：1.营业执照复印件。\n海州市科学技术局\n2026年3月2日\n附件1\n揭榜榜单\n方向1：浮标平台\n"
    "主要任务：研制长期值守的浮标。\n考核指标：{}。\n方向2：水声通信机\n主要任务：研制水声通信机。\n"
    "考核指标：通信距离不小于10公里。\n附件2\n揭榜挂帅申报书\n单位名称\t\t揭榜方向\t\n一、预期目标\n二、证明材料清单\n"
)
OFFER = (
    "揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t揭榜方向\t方向1：浮标平台\n一、预期目标\n"
    "指标\t榜单要求\t承诺值\t测试方法\n{}\n二、证明材料清单\n1.营业执照复印件\n"
)
# the metric and its bound; the row's name, cell and method; whether the figure holds as it is asked
CASES = [
    (("距浮标2 m处辐射噪声", "≤60 dB"), ("辐射噪声", "≤58 dB（8 m）", "水听器"), False),
    (("距浮标2 m处辐射噪声", "≤60 dB"), ("距浮标6 m处辐射噪声", "≤58 dB", "水听器"), False),
    (("距浮标2 m处辐射噪声", "≤60 dB"), ("距浮标2 m处辐射噪声", "≤58 dB", "在十米半径上布水听器"), False),
    (("距浮标2 m处辐射噪声", "≤60 dB"), ("辐射噪声", "≤58 dB（1.5 m处）", "水听器"), True),
    (("距浮标2 m处辐射噪声", "≤60 dB"), ("辐射噪声", "≤58 dB", "水听器距浮标2 m，水深5 m"), True),
    (("30 m处标识识别率", "≥95%"), ("标识识别率", "≥96%（12 m处）", "实拍"), False),
    (("30 m处标识识别率", "≥95%"), ("标识识别率", "≥96%（35 m处）", "实拍"), True),
    (("70%额定负载下供电效率", "≥88%"), ("40%额定负载下供电效率", "≥90%", "功率计"), False),
    (("70%额定负载下供电效率", "≥88%"), ("供电效率", "≥90%，30%负载时≥88.5%", "70%负载"), True),
    (("盐水浸泡40天后绝缘电阻", "≥20 MΩ"), ("绝缘电阻", "≥25 MΩ（浸泡10天）", "兆欧表"), False),
    (("盐水浸泡40天后绝缘电阻", "≥20 MΩ"), ("绝缘电阻", "≥25 MΩ", "浸泡10天、40天各测一次"), True),
    (("2000次弯折后导通率", "≥98%"), ("导通率", "≥99%（弯折8百次）", "弯折机"), False),
    (("2000次弯折后导通率", "≥98%"), ("导通率", "≥99%（800次弯折）", "弯折机"), False),
    (("2000次弯折后导通率", "≥98%"), ("导通率", "≥99%（弯折2500次）", "每100次弯折测一次"), True),
    (("90℃下锚链抗拉强度", "≥400 MPa"), ("锚链抗拉强度", "≥420 MPa（常温）", "拉力机"), False),
    (("90℃下锚链抗拉强度", "≥400 MPa"), ("锚链抗拉强度", "≥420 MPa（100℃）", "拉力机"), True),
    (("满载航速", "≥12节"), ("空载航速", "≥13节", "实测"), False),
    (("满载航速", "≥12节"), ("满载航速", "≥13节", "空载试航后再测"), True),
    (("连续无故障工作时间", "≥2000小时"), ("连续无故障工作时间", "≥2200小时", "累计停机不超过3天"), True),
]


@pytest.mark.parametrize(("asked", "row", "holds"), CASES)
def test_a_changed_condition(asked: tuple[str, str], row: tuple[str, str, str], holds: bool, tmp_path: Path) -> None:
    metric, bound = asked
    name, cell, method = row
    others = "布放水深\t≥500米\t≥600米\t海试"
    told = findings(
        tmp_path,
        CALL.format(f"布放水深≥500米；{metric}{bound}"),
        OFFER.format(f"{others}\n{name}\t{bound}\t{cell}\t{method}"),
    )
    found = [one for one in told if one.kind == "numeric_target" and one.name != "布放水深"]
    assert [one.status for one in found] == ["met" if holds else "insufficient"]
