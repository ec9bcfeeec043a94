"""Figures among goals that promise nothing, and promises in plain words."""

import pytest
from extracted import parts

from extractors.application.asides import promises_nothing
from extractors.application.claims import Mode, find_claims, mode_of


@pytest.mark.parametrize(
    ("figure", "sentence", "compared"),
    [
        ("接收机灵敏度要求-90dBm", "元器件要求：接收机灵敏度要求-90dBm", False),
        ("背隙不大于1角分", "原材料与元器件要求：骨架用铝锻件；减速器背隙不大于1角分", True),
        ("互连时延不超过3微秒", "元器件与软硬件要求：加速卡功耗不高于350瓦，互连时延不超过3微秒", True),
        ("定位误差不大于6厘米", "器件要求：定位误差不大于6厘米，惯导达工业级", True),
        ("噪声系数不大于3dB", "主要元器件为接收机与天线，前者噪声系数不大于3dB", True),
        ("显存不低于32GB", "外购关键件主要为加速卡，显存不低于32GB", True),
        ("纯度不低于99%", "外购件为加速卡；耗材中试剂纯度不低于99%", True),
        ("按每台5万元测算", "按每台5万元测算，2027年销售浮标60套", False),
        ("点云模型70亿参数", "以点云模型70亿参数测，线性度达到0.9", False),
        ("处理20亿点云", "处理20亿点云数据时，单机吞吐提升至3倍", False),
        ("浮标离线两成", "浮标离线两成后，组网率保持90%以上", False),
        ("适用于有三类以上", "适用于有三类以上岸站的海事机构", True),
        ("有5艘以上", "买家有两种：有5艘以上渔船的公司，以及船厂", True),
        ("一年省3万元左右", "油耗每降一个点，一年省3万元左右", True),
        ("现在的6家", "签约港口12家，现在的6家是试用，要重签", False),
        ("连续运行满三个月", "一处算用起来的条件是连续运行满三个月", True),
        ("铜含量多在4%~6%", "市场常见涂料防污快，但铜含量多在4%~6%", True),
        ("续航普遍为30天", "浮标续航普遍为30天", False),
        ("巡航用油少三分之一", "巡航用油少三分之一", False),
        ("耗电不足原来的四成", "耗电不足原来的四成", False),
        ("航期缩短两到三天", "航期缩短两到三天", False),
        ("标注由上千小时降到几十小时", "标注由上千小时降到几十小时", True),
    ],
)
def test_figures_that_promise_nothing(figure: str, sentence: str, compared: bool) -> None:
    assert promises_nothing(figure, sentence, compared=compared)


@pytest.mark.parametrize(
    ("figure", "sentence"),
    [
        ("自研芯片功耗不超过3瓦", "元器件方面，自研芯片功耗不超过3瓦"),
        ("关键零部件国产化率不低于90%", "关键零部件国产化率不低于90%"),
        ("误报率下降三成以上", "误报率下降三成以上"),
        ("探测距离不低于300公里", "同时，探测距离不低于300公里"),
        ("单位能耗下降18%以上", "以2025年能耗为基准：单位能耗下降18%以上"),
        ("产值5500万元以上", "每台多卖35元左右，到2027年新增产值5500万元以上"),
        ("服务渔船2600艘", "项目完成时服务渔船2600艘，签约港口42家"),
    ],
)
def test_figures_that_promise(figure: str, sentence: str) -> None:
    assert not promises_nothing(figure, sentence, compared=True)


@pytest.mark.parametrize(
    ("goal", "metric", "comparator", "value"),
    [
        ("巡航速度做到30节。", "巡航速度", ">=", 30),
        ("定位误差做到3米。", "定位误差", "<=", 3),
        ("换班时间压到20分钟。", "换班时间", "<=", 20),
        ("定位误差收在0.5米以内。", "定位误差", "<=", 0.5),
        ("漂移收敛到2米以内。", "漂移", "<=", 2),
        ("组网率由现在的91%提到97%以上。", "组网率", ">=", 97),
        ("条目总数扩充到50万条。", "条目总数", ">=", 500_000),
        ("年销售额突破2亿元。", "年销售额", ">", 2e8),
        ("1,024卡条件下线性度不低于0.9。", "1,024卡条件下线性度", ">=", 0.9),
        ("首包时间压缩至0.3秒及以内。", "首包时间", "<=", 0.3),
        ("模型总参数量为1.1万亿。", "模型总参数量", "=", 1.1e12),
        ("听评均分不低于4.2分（二十名船员打分，满分五分）。", "听评均分", ">=", 4.2),
        ("支持90人同时在线会商。", "同时在线会商", "=", 90),
        ("台风生成后2小时之内完成航线推送。", "台风生成后航线推送", "<=", 2),
        ("经两名以上船长评审的采纳率不低于85%。", "经两名以上船长评审的采纳率", ">=", 85),
        ("支持24个语种的播报与检索。", "语种播报", "=", 24),
    ],
)
def test_goals_in_plain_words(goal: str, metric: str, comparator: str, value: float) -> None:
    claims = find_claims(*parts(f"揭榜任务书\n\n三、目标及计划\n\n1、2027年要做到什么\n\n{goal}\n"), 2)
    assert [(t.metric, t.comparator, t.value) for t in claims.targets] == [(metric, comparator, value)]


def test_whom_it_is_for_is_no_promise() -> None:
    assert mode_of(("二、适用范围及预期用途",)) is Mode.SILENT
    assert mode_of(("重点攻关目标及计划", "2027年要做到什么")) is Mode.PROMISE


def test_money_raised_and_machines_by_size_are_no_promise() -> None:
    words = "2022年天使轮800万元，之后靠销售，够用到2027年。一台280吨吊机可省油；截至2024年6月已拨付600万元。"
    claims = find_claims(*parts(f"揭榜任务书\n\n一、揭榜产品概述\n\n{words}\n"), 2)
    assert claims.targets == ()
