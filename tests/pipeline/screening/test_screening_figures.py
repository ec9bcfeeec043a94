"""Figures against figures, numbers in words, sums of money."""

import pytest
from extracted import targets
from made_facts import target

from pipeline.screening.amounts.money import mentions, yuan
from pipeline.screening.claims.compare import number, reaches, spoken
from pipeline.screening.claims.metrics import measures_another, same_measure_word
from schemas.facts import Target


@pytest.mark.parametrize(
    ("required", "claim", "expected"),
    [
        (target(">=", 30), target("=", 30), True),
        (target(">", 30), target("=", 30), False),
        (target(">", 30), target(">", 30), True),
        (target(">", 30), target(">=", 31), True),
        (target("<=", 5), target("<=", 5), True),
        (target("<", 5), target("<=", 5), False),
        (target("<=", 5), target("<", 4), True),
        (target("<=", 5), target("range", 3, value_max=6), False),
        (target("=", 3), target(">=", 5), True),
        (target("=", 3, metric="定位误差"), target("=", 2), True),
        (target("range", -40, value_max=150), target("range", -45, value_max=155), True),
        (target("range", -40, value_max=150), target("range", -20, value_max=150), False),
        (target(">=", 1, "毫米", metric="变形测量精度", words="精度不低于1毫米"), target("=", 0.8, "毫米"), True),
        (target(">=", 1, "毫米", metric="变形测量精度", words="精度不低于1毫米"), target("=", 1.2, "毫米"), False),
        (target(">=", 95, "%", metric="测量精度", words="精度不低于95%"), target("=", 94, "%"), False),
        (target(">=", 10, "TB"), target(">=", 10, "%"), None),
        (target(">=", 3, "吨/小时"), target("=", 3.5, "t/h"), True),
        (target(">=", 3, "吨/小时"), target("=", 40, "kg/min"), False),
        (target(">=", 3, "吨/小时"), target("=", 4, "吨/公里"), None),
        (target("<=", 0.02, "克/100升"), target("<=", 0.015, "g/100L"), True),
        (target("<=", 0.02, "克/100升"), target("<=", 0.015, "g/10L"), False),
        (target(">=", 3, "吨", words="不低于每小时3吨"), target("=", 3.5, "t/h"), True),
        (target(">=", 3, "吨", words="不低于每小时3吨"), target("=", 40, "kg/min"), False),
    ],
)
def test_reaches(required: Target, claim: Target, expected: bool | None) -> None:
    assert reaches(required, claim) is expected


@pytest.mark.parametrize(
    ("required", "claim", "expected"),
    [
        ("连续运行时间不少于10天", "连续运行时间不少于250小时", True),
        ("连续运行时间不少于10天", "连续运行时间不少于200小时", False),
        ("响应时间不超过36小时", "响应时间不超过1天", True),
        ("响应时间不超过3个工作日", "响应时间不超过24小时", None),
        ("年产能不少于500吨", "产能不少于600吨/年", True),
        ("年产能不少于500吨/年", "年产能不少于400吨", False),
        ("产能不少于500吨", "产能不少于600吨/年", None),
        ("年产能不少于500吨/年", "年产能不少于50吨/月", True),
        ("单件检测节拍不超过2秒", "单件检测节拍不超过1.5s/件", True),
        ("日均起降不少于20架次", "日均起降26架次/座", True),
        ("日均起降不少于20架次", "日均起降16架次/座", False),
        ("年处理能力不少于1000吨", "年处理能力250吨/条", None),  # of four lines
        ("年起降不少于20架次", "日均起降26架次/座", None),
        ("采摘效率不低于2400芽/小时", "采摘效率达到每小时2500芽", True),
        ("采摘效率不低于2400芽/小时", "采摘效率达到每小时2300芽", False),
        ("采摘效率不低于2400芽/小时", "采摘效率达到每小时2500斤", None),
        ("有效活菌数不低于20亿/克", "有效活菌数达到每克30亿个", True),
        ("有效活菌数不低于20亿/克", "有效活菌数达到每克15亿个", False),
        ("最大计数率不低于200Mcps每平方毫米", "最大计数率达到200kcps/mm²", False),
        ("最大计数率不低于200Mcps每平方毫米", "最大计数率达到260Mcps/mm²", True),
        ("加标回收率在70%至120%之间", "加标回收率74%至116%", True),
        ("加标回收率在70%至120%之间", "加标回收率60%至116%", False),
        ("天线增益不少于5dB", "天线增益不少于6dB/天", None),
    ],
)
def test_times_in_units(required: str, claim: str, expected: bool | None) -> None:
    assert reaches(targets(required)[0], targets(claim)[0]) is expected


@pytest.mark.parametrize(
    ("value", "text"),
    [(12800, "12,800"), (1.25, "1.25"), (1e8, "1亿"), (200000, "20万"), (0.05, "0.05"), (1024, "1,024")],
)
def test_numbers_in_words(value: float, text: str) -> None:
    assert number(value) == text


def test_requirements_in_words() -> None:
    assert spoken(target(">=", 300, "GB/s")) == "不低于300GB/s"
    assert spoken(target("range", -40, "℃", 150)) == "-40至150℃"


@pytest.mark.parametrize(
    ("value", "label", "expected"),
    [
        ("3,860", "研发投入（万元）", 3.86e7),
        ("1.2亿元", "研发投入（万元）", 1.2e8),
        ("1 250.5万元", "研发投入", 1.2505e7),
        ("1 250", "研发投入（万元）", 1.25e7),
        ("设备费 2 100万元", "研发投入", 1e6),  # two of it
        ("约三千", "研发投入（万元）", None),
        ("3860", "单位人数", None),
        ("3860", "研发投入（万）", 3.86e7),
        ("约3860万", "研发投入", 3.86e7),
        ("3860万次", "访问量", None),
        ("2,136（2022财年）", "研发投入（万元）", 2.136e7),
    ],
)
def test_yuan(value: str, label: str, expected: float | None) -> None:
    assert yuan(value, label) == expected


@pytest.mark.parametrize(
    ("text", "annual", "values"),
    [
        ("2024年度公司研发投入1,250万元", True, [(2024, 1.25e7)]),
        ("2024年智能方向研发投入300万元", True, []),
        ("2024年发生研发投入300万元，投入研发人员52人", True, [(2024, 3e6)]),
        ("近三年累计研发投入5000万元", True, []),
        ("研发投入为600万元", False, [(None, 6e6)]),
        ("合作研发投入为600万元", False, []),
        ("研发投入600万，其中设备200万。", False, [(None, 6e6)]),
        ("研发投入600万人次", False, []),
    ],
)
def test_mentions(text: str, annual: bool, values: list[tuple[int | None, float]]) -> None:
    assert [(m.year, m.yuan) for m in mentions(text, "研发投入", annual)] == values


@pytest.mark.parametrize(
    ("text", "summed"),
    [
        ("甲公司自筹资金200万元，乙中心配套70万元，合计270万元。", 2.7e6),
        ("甲公司自筹资金200万元。经费合计270万元。", None),
        ("甲公司自筹资金300万元，设备费合计270万元。", None),  # no larger sum
    ],
)
def test_a_sum_of_which_it_is_a_part(text: str, summed: float | None) -> None:
    assert [mention.summed for mention in mentions(text, "自筹资金", annual=False)] == [summed]


@pytest.mark.parametrize(
    ("required", "claimed", "metric", "same"),
    [
        ("参数", "个", "多模态任务", False),
        ("参数", None, "模型总参数", True),
        ("参数", None, "训练数据", False),
        ("项", "个", "团体标准", True),
        ("项", "家", "合作企业", False),
    ],
)
def test_what_is_counted(required: str, claimed: str | None, metric: str, same: bool) -> None:
    asked = target(">=", 15, metric="模型规模").model_copy(update={"unit": required})
    claim = target("=", 18, metric=metric).model_copy(update={"unit": claimed})
    assert same_measure_word(asked, claim) is same


@pytest.mark.parametrize(
    ("required", "claimed", "another"),
    [
        ("目标检出特异度", "目标检出灵敏度", True),
        ("目标检出敏感性", "目标检出灵敏度", False),
        ("漏检率", "误报率", True),
        ("漏检率", "漏报率和误报率", False),
        ("检出率", "漏检率", False),
        ("漏钩指数", "●重钩指数", True),
        ("下行传输速率", "上行传输速率", True),
        ("小型渔船的探测概率", "大型渔船", True),
        ("小型渔船的探测概率", "渔船探测概率", False),
        ("下行传输速率", "下行传输时延", False),  # two characters apart: likeness tells
    ],
)
def test_measures_that_stand_side_by_side(required: str, claimed: str, another: bool) -> None:
    assert measures_another(required, claimed) is another
