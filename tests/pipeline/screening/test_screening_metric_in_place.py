"""Another metric in a metric's place, and the figure at which a control acts, answer nothing of what is asked."""

from pathlib import Path

import pytest
from written_case import findings

CALL = (
    "一、申报材料\n证明材料：1.营业执照复印件。\n海州市科学技术局\n2026年3月2日\n附件1\n揭榜榜单\n方向1：浮标平台\n"
    "主要任务：研制长期值守的浮标。\n"
    "考核指标：缆绳断裂强力≥40 kN；舱段温差≤6 ℃；整机重量≤90 kg；连续值守时间≥100小时；回水浊度≤5 NTU。\n"
    "方向2：水声通信机\n主要任务：研制水声通信机。\n考核指标：通信距离不小于10公里。\n"
    "附件2\n揭榜挂帅申报书\n单位名称\t\t揭榜方向\t\n一、预期目标\n二、研究方案\n三、证明材料清单\n"
)
ROWS = {
    "缆绳断裂强力": "≥45 kN",
    "舱段温差": "≤5 ℃",
    "整机重量": "≤85 kg",
    "连续值守时间": "≥120小时",
    "回水浊度": "≤4 NTU",
}
OFFER = (
    "揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t揭榜方向\t方向1：浮标平台\n一、预期目标\n指标\t承诺值\t测试方法\n{}"
    "二、研究方案\n研制长期值守的锚泊浮标，三点锚泊。{}\n三、证明材料清单\n1.营业执照复印件\n"
)
CASES = [
    ("缆绳断裂强力", "缆绳断裂伸长率\t≥20%", "", False),
    ("整机重量", "主控板重量\t≤2 kg", "", False),
    ("连续值守时间", "待机时间\t≥120小时", "", False),
    ("回水浊度", "回水色度\t≤4度", "", False),
    ("回水浊度", "", "回水浊度高于4 NTU时自动切换到反洗。", False),
    ("回水浊度", "", "回水浊度达到4.5 NTU即停泵。", False),
    ("舱段温差", "", "舱段温差超过4 ℃后系统自动启动风机。", False),
    ("连续值守时间", "", "连续值守时间不足110小时的，立即报警。", False),
    ("缆绳断裂强力", "系留缆绳断裂强力\t≥45 kN", "", True),
    ("整机重量", "浮标整机重量\t≤85 kg", "", True),
    ("整机重量", "整机与系缆重量\t≤85 kg", "", True),
    ("回水浊度", "出舱回水浊度\t≤4 NTU", "", True),
    ("回水浊度", "", "回水浊度不高于4 NTU，系统自动记录。", True),
    ("舱段温差", "舱段温差\t≤5 ℃", "舱段温差超过4 ℃后系统自动启动风机。", True),
    ("连续值守时间", "", "连续值守时间不少于110小时，低电量时自动休眠。", True),
]


@pytest.mark.parametrize(("metric", "row", "told", "met"), CASES)
def test_what_stands_for_a_metric(metric: str, row: str, told: str, met: bool, tmp_path: Path) -> None:
    rows = [f"{name}\t{value}" if name != metric else row for name, value in ROWS.items()]
    table = "".join(f"{one}\t记录统计\n" for one in rows if one)
    found = findings(tmp_path, CALL, OFFER.format(table, told))
    own = [one.status for one in found if one.kind == "numeric_target" and one.name == metric]
    assert own == ["met" if met else "missing"]
