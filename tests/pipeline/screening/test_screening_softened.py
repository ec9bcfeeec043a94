"""A figure that is softened to a wish, to an about or to a rule with exceptions is no promise."""

from pathlib import Path

import pytest
from written_case import findings, statuses

CALL = (
    "一、申报材料\n证明材料：1.营业执照复印件。\n海州市科学技术局\n2026年3月2日\n附件1\n揭榜榜单\n方向1：浮标平台\n"
    "主要任务：研制长期值守的浮标。\n"
    "考核指标：单次定位能耗≤0.5瓦时；连续值守时间≥90天；年在线率≥97%；缆绳破断力≥40 kN；示范浮标≥40台。\n"
    "方向2：水声通信机\n主要任务：研制水声通信机。\n"
    "考核指标：通信距离不小于10公里。\n附件2\n揭榜挂帅申报书\n单位名称\t\t揭榜方向\t\n一、预期目标\n二、研究方案\n三、证明材料清单\n"
)
FIRM = {
    "单次定位能耗": ("≤0.5瓦时", "≤0.4瓦时"),
    "连续值守时间": ("≥90天", "≥100天"),
    "年在线率": ("≥97%", "≥98%"),
    "缆绳破断力": ("≥40 kN", "≥45 kN"),
    "示范浮标": ("≥40台", "45台"),
}
OFFER = (
    "揭榜挂帅申报书\n单位名称\t海岚深潜装备有限公司\t揭榜方向\t方向1：浮标平台\n一、预期目标\n指标\t榜单要求\t承诺值\t测试方法\n{}{}\n"
    "二、研究方案\n研制长期值守的锚泊浮标，三点锚泊。\n三、证明材料清单\n1.营业执照复印件\n"
)
CELLS = [
    ("单次定位能耗", "力争做到0.5瓦时上下，具体看水温", False),
    ("单次定位能耗", "争取不高于0.5瓦时", False),
    ("单次定位能耗", "约0.5瓦时", False),
    ("单次定位能耗", "尽量压到0.45瓦时以内", False),
    ("单次定位能耗", "≤0.5瓦时，大浪天可酌情放宽", False),
    ("单次定位能耗", "不超过0.5瓦时为宜，必要时可略超", False),
    ("单次定位能耗", "多数时候在0.5瓦时以内", False),
    ("连续值守时间", "有望达到90天", False),
    ("连续值守时间", "90天左右", False),
    ("连续值守时间", "原则上不少于90天", False),
    ("连续值守时间", "≥90天（连阴天可适当缩短）", False),
    ("年在线率", "通常能到97%", False),
    ("年在线率", "努力做到97%，冬季另说", False),
    ("年在线率", "≥97%，台风季允许下浮", False),
    ("缆绳破断力", "大体能到40 kN", False),
    ("缆绳破断力", "期望达到42 kN", False),
    ("单次定位能耗", "不高于0.45瓦时，力争0.4瓦时", True),
    ("单次定位能耗", "0.45瓦时左右", True),
    ("单次定位能耗", "通常0.3瓦时，最大不超过0.45瓦时", True),
    ("单次定位能耗", "≤0.45瓦时，大浪天也不放宽", True),
    ("单次定位能耗", "≤0.45瓦时，定位间隔可酌情调整", True),
    ("连续值守时间", "≥95天，力争120天", True),
    ("连续值守时间", "≥95天，电池容量可酌情减少", True),
    ("连续值守时间", "≥95天，晴天多时可适当延长", True),
    ("年在线率", "力争99%，确保97.5%", True),
    ("年在线率", "≥97.5%，原则上每季度检修一次", True),
    ("缆绳破断力", "≥42 kN，优质批次可达50 kN", True),
    ("示范浮标", "约45台", True),
]


@pytest.mark.parametrize(("metric", "cell", "met"), CELLS)
def test_a_softened_figure(metric: str, cell: str, met: bool, tmp_path: Path) -> None:
    rows = "".join(f"{n}\t{a}\t{cell if n == metric else v}\t记录统计\n" for n, (a, v) in FIRM.items())
    found = statuses(tmp_path, CALL, OFFER.format(rows, ""))
    assert found[metric] == ("met" if met else "insufficient")


def test_a_firm_figure_elsewhere(tmp_path: Path) -> None:
    rows = "".join(f"{n}\t{a}\t{'力争97%' if n == '年在线率' else v}\t记录统计\n" for n, (a, v) in FIRM.items())
    told = findings(tmp_path, CALL, OFFER.format(rows, "年在线率不低于97.5%。"))
    assert [f.status for f in told if f.kind == "numeric_target" and f.name == "年在线率"] == ["met"]
