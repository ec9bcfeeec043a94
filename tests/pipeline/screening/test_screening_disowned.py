"""Figures that nobody stands for: disowned, wished for, on others' money, others' own, at a second try, put off."""

from collections.abc import Callable
from pathlib import Path

import pytest
from written_case import statuses

from schemas.finding import GAP_STATUSES

CALL = (
    "海州市科学技术局\n关于发布海洋装备揭榜榜单的通知\n一、申报材料\n证明材料：1.营业执照复印件。\n海州市科学技术局\n2026年3月2日\n"
    "附件1\n海洋装备揭榜榜单\n方向1：浮标平台\n主要任务：研制长期值守的锚泊浮标。\n"
    "考核指标：年产能达到40台；定位误差不超过3米；续航距离不小于500公里；焊缝一次合格率不低于95%；回传时延低于20毫秒；"
    "单桩施工时间不超过7分钟（DN150）；安装时间不超过9分钟（壁厚10毫米）。\n"
    "方向2：水声通信机\n主要任务：研制水声通信机。\n考核指标：通信距离不小于10公里。\n"
    "附件2\n海洋装备揭榜挂帅申报书\n单位名称\t\t揭榜方向\t\n项目负责人姓名\t\t项目方案\t\n一、预期目标\n二、证明材料清单\n"
)
HEAD = (
    "海洋装备揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t揭榜方向\t方向1：浮标平台\n项目负责人姓名\t孙启明\t项目方案\t锚泊浮标值守\n"
    "一、预期目标\n"
)
TAIL = "研制长期值守的锚泊浮标，三点锚泊。\n二、证明材料清单\n1.营业执照复印件\n"
VALUES = {
    "年产能": "45台",
    "定位误差": "≤2米",
    "续航距离": "600公里",
    "焊缝一次合格率": "96%",
    "回传时延": "15毫秒",
    "单桩施工时间": "6.2分钟（DN150）",
    "安装时间": "8分钟",
}
ASKED = ("≥40台", "≤3米", "≥500公里", "≥95%", "＜20毫秒", "≤7分钟（DN150）", "≤9分钟")


def _table(told: dict[str, str]) -> str:
    rows = zip(told.items(), ASKED, strict=True)
    said = "".join(f"{name}\t{asked}\t{words}\t海试记录\n" for (name, words), asked in rows)
    return HEAD + "指标\t榜单值\t本项目承诺值\t测试方法\n" + said + TAIL


def _lines(told: dict[str, str]) -> str:
    lines = (f"({at}) {name}：{said}；\n" for at, (name, said) in enumerate(told.items(), 1))
    return HEAD + "".join(lines) + TAIL


CASES = [
    # the metric, what is told of it, whether it falls short
    ("续航距离", "600公里，我们自己不认领这个数", True),
    ("续航距离", "600公里（本单位不作承诺）", True),
    ("续航距离", "600公里，但恕不保证", True),
    ("续航距离", "600公里，对此我方不予担保", True),
    ("续航距离", "600公里；该项无法作出承诺", True),
    ("续航距离", "600公里，极端海况下不作保证", False),
    ("续航距离", "600公里，台风天除外，不作承诺", False),
    ("续航距离", "600公里，不承诺价格", False),
    ("续航距离", "600公里（本单位承诺）", False),
    ("续航距离", "以500公里为奋斗方向，做到多少算多少", True),
    ("续航距离", "以600公里为努力目标", True),
    ("续航距离", "600公里，跑出来多少就报多少", True),
    ("续航距离", "600公里上下，测到多少，就写多少", True),
    ("续航距离", "奔着600公里去努力", True),
    ("续航距离", "以600公里为验收目标", False),
    ("续航距离", "不低于550公里，以600公里为奋斗目标", False),
    ("续航距离", "600公里，带多少电池就有多少余量", False),
    ("定位误差", "日本某厂同档浮标在样本册上标称2米，列此供专家参考", True),
    ("定位误差", "另一家公司的样机曾报出2米", True),
    ("定位误差", "某研究所公布的数值为2米", True),
    ("定位误差", "头部企业对外披露约2米", True),
    ("定位误差", "优于日本某厂标称的2.5米", False),
    ("定位误差", "≤2米，某厂同档浮标标称2.5米", False),
    ("定位误差", "2米，由某研究所见证", False),
    ("回传时延", "若财政补助在2026年内全额拨到，承诺15毫秒；否则本项不作承诺", True),
    ("回传时延", "若上级资金按期下拨，则15毫秒", True),
    ("回传时延", "只要拿到市级补贴，承诺15毫秒", True),
    ("回传时延", "首笔经费到账后才承诺15毫秒", False),  # a time, told with no word of a condition
    ("回传时延", "若遇信号遮挡，切换后仍为15毫秒", False),
    ("回传时延", "15毫秒；补助到位后另购备用电台", False),
    ("焊缝一次合格率", "经不超过两次返修后达到98.6%", True),
    ("焊缝一次合格率", "返修后98%", True),
    ("焊缝一次合格率", "98%（含返修合格的焊口）", True),
    ("焊缝一次合格率", "98%，允许补焊一遍", True),
    ("焊缝一次合格率", "重新打磨后98%", True),
    ("焊缝一次合格率", "未经返修98%", False),
    ("焊缝一次合格率", "98%（返修前）", False),
    ("焊缝一次合格率", "98%，返修后合格的不计", False),
    ("焊缝一次合格率", "98%（经第三方复检确认）", False),
    ("焊缝一次合格率", "98%，返修口另行记录", False),
    ("焊缝一次合格率", "96%，返修后全部合格", False),
    ("焊缝一次合格率", "96%，返修后合格率100%", False),
    ("焊缝一次合格率", "96%，经返修后复检", False),
    ("焊缝一次合格率", "96%，其余4%经返修后合格", False),
    ("焊缝一次合格率", "96%，焊口累计修补不超过两次", False),
    ("焊缝一次合格率", "96%，通过重新设计坡口实现", False),
    ("焊缝一次合格率", "通过补焊工艺改进，一次合格率96%", False),
    ("焊缝一次合格率", "不良口不超过1.4%（返修前）", False),
    ("焊缝一次合格率", "次品不超过3%", False),
    ("焊缝一次合格率", "不良口不超过6%", True),
    ("焊缝一次合格率", "不合格率控制在8%以内", True),
    ("单桩施工时间", "6.2分钟（DN150）；附：DN400约13分钟，供排产参考", False),
    ("单桩施工时间", "6.2分钟（DN150）；其中软基段13分钟", True),
    ("单桩施工时间", "6.2分钟（DN65小桩）", True),
    ("单桩施工时间", "DN80桩6.2分钟", True),
    ("单桩施工时间", "6.5分钟，DN65约4分钟", False),
    ("单桩施工时间", "6.2分钟（DN200）", False),
    ("单桩施工时间", "6.2分钟（DN50至DN150）", False),
    ("单桩施工时间", "6.2分钟（DN65为3分钟，DN150为6.2分钟）", False),
    ("单桩施工时间", "6.2分钟", False),
    ("安装时间", "8分钟（壁厚6毫米的舱体）", True),
    ("安装时间", "8分钟（壁厚12毫米）", False),
    ("安装时间", "8分钟（螺栓长6毫米）", False),
    ("回传时延", "15毫秒；另配调试串口供维修人员看，该口只有300毫秒，不作回传之用", False),
    ("回传时延", "15毫秒；其中卫星信道只有300毫秒", True),
]
Layout = Callable[[dict[str, str]], str]


@pytest.mark.parametrize("layout", [_table, _lines])
@pytest.mark.parametrize(("name", "said", "short"), CASES)
def test_who_stands_for_a_figure(name: str, said: str, short: bool, layout: Layout, tmp_path: Path) -> None:
    found = statuses(tmp_path, CALL, layout(VALUES | {name: said}))
    assert (found[name] in GAP_STATUSES) is short
    assert not any(found[other] in GAP_STATUSES for other in VALUES if other != name)


@pytest.mark.parametrize("layout", [_table, _lines])
@pytest.mark.parametrize(
    "said",
    [
        "待2027年摸底后再填",
        "待首台样机下海后填写",
        "视海试结果届时再定",
        "暂空，立项后补报",
        "到中期检查时再给出",
        "先不填，签合同时商定",
        "尚无数值",
        "留待海试后确定",
        "俟评审专家提出意见后明确",
        "届时报数",
    ],
)
def test_a_figure_that_is_put_off(said: str, layout: Layout, tmp_path: Path) -> None:
    found = statuses(tmp_path, CALL, layout(VALUES | {"续航距离": said}))
    assert found["续航距离"] == "missing"
    assert not any(found[other] in GAP_STATUSES for other in VALUES if other != "续航距离")


@pytest.mark.parametrize(
    ("again", "short"),
    [
        ("两艘试验船验收时的续航距离一律按400公里交付。", True),
        ("浮标交付时的续航距离按400公里验收。", True),
        ("验收时的续航距离一律按600公里交付。", False),
        ("每布放400公里换一次电池。", False),
    ],
)
def test_another_value_on_delivery(again: str, short: bool, tmp_path: Path) -> None:
    found = statuses(tmp_path, CALL, _table(VALUES).replace("三点锚泊。", "三点锚泊；" + again))
    assert (found["续航距离"] in GAP_STATUSES) is short
