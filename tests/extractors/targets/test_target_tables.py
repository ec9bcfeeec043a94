"""Targets in tables of indicators."""

import pytest
from documents import document, table

from extractors.targets.tables import find_table_targets
from extractors.text.tables import head_of
from pipeline.structure import structure

TABLE = """\
部件 | 指标 | 现状 | 2027年目标 | 检验方法
机械臂 | 负载（kg） | 10 | ≥20 | 台架
机械臂 | 寿命 | 20万次 | 不少于100万次 | 加速试验
"""


def test_table_of_indicators() -> None:
    cleaned, _ = structure(document(TABLE))
    found = find_table_targets(cleaned, cleaned.tables[0], direction=2)
    assert [(t.metric, t.comparator, t.value, t.unit, t.due, t.direction) for t in found] == [
        ("机械臂负载", ">=", 20, "kg", "2027", 2),
        ("机械臂寿命", ">=", 1_000_000, "次", "2027", 2),
    ]
    assert found[0].evidence.text == "≥20"


def test_requirements_and_circumstances_in_a_table() -> None:
    text = "指标\t要求\t验证方式\n循环次数\t5000次后性能衰减＜5%\t试验\n单瓶成本\t较目前下降40%\t审计\n"
    cleaned, _ = structure(document(text))
    found = find_table_targets(cleaned, cleaned.tables[0])
    assert [(t.metric, t.comparator, t.value, t.evidence.text) for t in found] == [
        ("循环次数", "<", 5, "5000次后性能衰减＜5%"),
        ("单瓶成本", ">=", 40, "较目前下降40%"),
    ]


def test_least_values_beside_hoped_for_ones() -> None:
    text = "指标内容\t最低要求\t期望值\n供氧\t≥15h⁻¹\t≥20h⁻¹\n耗材单价\t不高于进口产品的60%\t不高于进口产品的50%\n"
    cleaned, _ = structure(document(text))
    found = find_table_targets(cleaned, cleaned.tables[0])
    assert [(t.metric, t.comparator, t.value, t.unit) for t in found][:2] == [
        ("供氧", ">=", 15, "h⁻¹"),
        ("供氧", ">=", 20, "h⁻¹"),
    ]
    assert [(t.comparator, t.value) for t in found[2:]] == [("<=", 60), ("<=", 50)]


def test_by_when_each_row_is_reached() -> None:
    text = "指标 | 指标要求 | 完成时限\n潜深 | ≥300米 | 2027年6月\n续航 | ≥40小时 | 2028年3月底前\n"
    cleaned, _ = structure(document(text))
    found = find_table_targets(cleaned, cleaned.tables[0])
    assert [(t.metric, t.value, t.due) for t in found] == [("潜深", 300, "2027-06"), ("续航", 40, "2028-03")]
    # 完成时 heads what binds, and the time that something takes is a metric
    text = "指标 | 现状 | 完成时\n响应时间 | 3秒 | ≤1秒\n"
    cleaned, _ = structure(document(text))
    assert [(t.metric, t.value, t.due) for t in find_table_targets(cleaned, cleaned.tables[0])] == [
        ("响应时间", 1, None)
    ]


def test_a_table_without_a_goal_has_no_targets() -> None:
    cleaned, _ = structure(document("姓名 | 职务\n陶工 | 主任\n"))
    assert find_table_targets(cleaned, cleaned.tables[0]) == []


def test_a_bare_range_in_a_cell_that_binds() -> None:
    cleaned, _ = structure(document("指标名称 | 目标值\n相对粘度 | 2.4~2.7\n熔点（℃） | ≥255\n"))
    found = find_table_targets(cleaned, cleaned.tables[0])
    assert [(t.metric, t.comparator, t.value, t.value_max) for t in found] == [
        ("相对粘度", "range", 2.4, 2.7),
        ("熔点", ">=", 255, None),
    ]


def test_a_cell_of_several_lines() -> None:
    """The figure is read over the lines' ends, and its evidence is all of it."""
    rows = [
        ["指标", "目标值"],
        ["响应时间", "标准工况下，\n端到端响应\n不大于5ms"],
        ["检测精度", "不低于\n95%"],
    ]
    cleaned, _ = structure(table(rows))
    found = find_table_targets(cleaned, cleaned.tables[0])
    assert [(t.metric, t.value, t.unit, t.evidence.text) for t in found] == [
        ("响应时间", 5, "ms", "端到端响应\n不大于5ms"),
        ("检测精度", 95, "%", "不低于\n95%"),
    ]


def test_goals_in_the_first_column_name_what_is_promised() -> None:
    text = (
        "考核目标\t榜单要求\t项目承诺\t方法\n成分含量\t不低于98%\t不低于98.5%\t色谱\n产率\t不低于5 g/L\t6 g/L\t称重\n"
    )
    cleaned, _ = structure(document(text))
    found = find_table_targets(cleaned, cleaned.tables[0])
    assert [(t.metric, t.value) for t in found] == [("成分含量", 98.5), ("产率", 6)]


def test_a_head_of_names_that_sounds_like_a_promise() -> None:
    cleaned, _ = structure(document("序号\t预期指标\t指标值\n1\t停位精度\t≤2 mm\n2\t系统可用率\t≥99.5%\n"))
    found = find_table_targets(cleaned, cleaned.tables[0])
    assert [(t.metric, t.value) for t in found] == [("停位精度", 2), ("系统可用率", 99.5)]


def test_values_before_the_names_of_what_they_are_of() -> None:
    cleaned, _ = structure(document("承诺值\t指标\t怎么测\n≤8 cm\t定位误差\t全站仪\n≥99.6%\t可用率\t统计\n"))
    found = find_table_targets(cleaned, cleaned.tables[0])
    assert [(t.metric, t.value) for t in found] == [("定位误差", 8), ("可用率", 99.6)]


def test_rows_numbered_from_the_first_one_on_have_no_head() -> None:
    cleaned, _ = structure(document("一\t识别率\t93%\t判读\n二\t作物损失\t2%以内\t测产\n三\t示范面积\t2400亩\t核定\n"))
    found = find_table_targets(cleaned, cleaned.tables[0], years=True)
    assert [(t.metric, t.value) for t in found] == [("识别率", 93), ("作物损失", 2), ("示范面积", 2400)]
    assert head_of(cleaned, cleaned.blocks[-1]) is None


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (["", "中期（2027年6月）", "结题（2028年6月）"], [("潜深", 600, "milestone"), ("潜深", 800, "final")]),
        (["", "2027年6月", "完成情况"], []),
        (["", "结题（2028年6月）", "检验方法"], []),  # of one column nothing says that the first names what is measured
    ],
)
def test_names_below_no_head(heads: list[str], expected: list[tuple[str, float, str]]) -> None:
    cleaned, _ = structure(table([heads, ["潜深", "600米", "≥800米"], ["外壳", "合格", "完好"]]))
    found = find_table_targets(cleaned, cleaned.tables[0])
    assert sorted((t.metric, t.value, t.stage) for t in found) == expected
