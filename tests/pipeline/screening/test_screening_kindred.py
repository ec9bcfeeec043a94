"""Claims in the trade's other units: 0.98 for 98%, 200B for a model's size, 每秒60幅 for 帧/秒, 由60分钟降至40分钟."""

import pytest
from made_facts import target

from extractors.values.units import canonical
from pipeline.screening.claims.compare import number, reaches
from schemas.facts import Target


def _of(comparator: str, value: float, unit: str | None = "个", **more: str) -> Target:
    """A target as the extractors make it, in the canonical unit of its dimension."""
    amount, base = canonical(value, unit)
    made = target(comparator, value, **more)  # type: ignore[arg-type]
    return made.model_copy(update={"unit": unit, "canonical_value": amount, "canonical_unit": base})


@pytest.mark.parametrize(
    ("required", "claim", "expected"),
    [
        (_of("<=", 2, "克/千瓦时"), _of("<=", 1.8, "g/(kW·h)"), True),
        (_of("<=", 100, "kWh/t", metric="综合能耗"), _of("<=", 300, "MJ/t", metric="综合能耗"), True),
        (_of(">=", 100, "tCO2", metric="碳纤维减碳量"), _of("=", 500, "吨", metric="碳纤维产量"), None),
        (_of(">=", 0.95, None, metric="准确率（测试集）"), _of(">=", 97, "%", metric="准确率（测试集）"), True),
        (_of(">=", 2.2, "米/秒"), _of(">=", 144, "米/分"), True),
        (_of(">=", 2.5, "米/秒"), _of(">=", 144, "米/分"), False),
        (_of(">=", 450, "托盘/小时"), _of(">=", 480, "托/小时"), True),
        (_of("<=", 350, "千克", metric="碳排放"), _of("<=", 0.31, "tCO₂", metric="碳排放"), True),
        (_of("<=", 350, "千克", metric="碳排放"), _of("<=", 0.36, "tCO₂e", metric="碳排放"), False),
        (_of(">=", 2e7, "个/mL", metric="活细胞密度"), _of(">=", 2.2e7, "cells/mL", metric="密度峰值"), True),
        (_of("<=", 22, "千瓦时", metric="吨米电耗"), _of("<=", 75, "MJ", metric="每吨用电"), True),
        (_of("<=", 20, "千瓦时", metric="吨米电耗"), _of("<=", 75, "MJ", metric="每吨用电"), False),
        (_of("<=", 3.2, "千瓦时", metric="吨粮电耗"), _of("<=", 3.0, "kWh/t", metric="储藏用电"), True),
        (_of("<=", 3.2, "千瓦时", metric="整机电耗"), _of("<=", 3.0, "kWh/t", metric="储藏用电"), None),
        (_of("<=", 0.5, "微克/千克", metric="检出限"), _of("<=", 0.4, "ng/g", metric="检出限"), True),
        (_of("<=", 40, "吨", metric="新水用量"), _of("<=", 35, "立方米", metric="取用新水"), True),
        (_of("<=", 40, "吨", metric="原料用量"), _of("<=", 35, "立方米", metric="原料"), None),
        (_of(">=", 97, "%", metric="识别准确率"), _of("=", 0.98, None, metric="识别正确率"), True),
        (_of(">=", 97, "%", metric="识别准确率"), _of("=", 0.95, None, metric="识别正确率"), False),
        (_of(">=", 97, "%", metric="识别准确率"), _of("=", 0.98, None, metric="相关系数"), None),
        (_of(">=", 0.25, None, metric="建造成本下降"), _of(">=", 28, "%", metric="造价下降"), True),
        (_of(">=", 0.25, None, metric="建造成本下降"), _of(">=", 22, "%", metric="造价下降"), False),
        (_of(">=", 0.25, None, metric="相关系数"), _of(">=", 28, "%", metric="造价下降"), None),
        (_of("<", 0.02, "%", metric="漏检率"), _of("=", 90, "ppm", metric="漏检比例"), True),
        (_of(">=", 2000, "吨", metric="年产能"), _of(">=", 2.2, "kt/a", metric="生产线"), True),
        (_of(">=", 2000, "吨", metric="年产能"), _of("=", 300, "t/a", metric="小试线"), False),
        (_of("<=", 0.01, "克/100升", metric="溶血指数"), _of("<=", 8, "mg/100 L", metric="溶血指数"), True),
        (_of("<=", 0.01, "克/100升", metric="溶血指数"), _of("<=", 16, "mg/100 L", metric="溶血指数"), False),
        (_of(">=", 3.5, "g/(L·h)"), _of(">=", 3.6, "g/L/h"), True),
        (_of(">=", 3.5, "克/(升·小时)"), _of(">=", 4, "克/(升·时)"), True),
        (_of(">=", 3.5, "克/(升·小时)"), _of(">=", 3, "克/（升·时）"), False),
        (_of(">=", 0.45, "克/克", metric="甲醇得率"), _of(">=", 0.48, "吨", metric="每吨甲醇产菌体"), True),
        (_of(">=", 0.45, "克/克", metric="甲醇得率"), _of(">=", 0.41, "吨", metric="每吨甲醇产菌体"), False),
        (_of(">=", 3, "个月", metric="示范时间"), _of(">=", 150, "天", metric="示范"), True),
        (_of(">=", 3, "个月", metric="示范时间"), _of(">=", 60, "天", metric="示范"), False),
        (_of("<=", 3, "个月", metric="交付时间"), _of("<=", 80, "个工作日", metric="交付时间"), None),
        (_of("<=", 12, "个月", metric="交付时间"), _of("<=", 365, "天", metric="交付时间"), True),
        (_of(">=", 500, "立方米", metric="中水回用水量"), _of(">=", 600, "吨", metric="药剂投加量"), None),
        (_of(">=", 90, "天", metric="示范时间"), _of(">=", 4, "个月", metric="示范"), True),
        (_of(">=", 3.5, "g/(L·h)"), _of(">=", 3.6, "克/升/天"), False),
        (_of(">=", 3.5, "克/(升·小时)"), _of(">=", 3.6, "克/(升·时)"), True),
        (_of(">=", 3.5, "克/(升·小时)"), _of(">=", 3.2, "克/（升·时）"), False),
        (_of(">=", 3.5, "克/（升·时）"), _of(">=", 3.6, "g/L/h"), True),
        # each of what, told by the name
        (_of(">=", 0.45, "克/克", metric="甲醇对菌体得率"), _of("=", 0.48, "吨", metric="每吨甲醇产菌体"), True),
        (_of(">=", 0.45, "克/克", metric="甲醇对菌体得率"), _of("=", 0.42, "吨", metric="每吨甲醇产菌体"), False),
        (_of(">=", 0.45, "克/克", metric="甲醇对菌体得率"), _of("=", 0.48, "吨", metric="甲醇产菌体"), None),
        (_of("<=", 0.05, "kWh/人·km"), _of("=", 40, "Wh/(人·公里)"), True),
        (_of(">=", 15, "每小时"), _of(">=", 18, "h⁻¹"), True),
        (_of("<=", 3, "次", metric="每千公里接管次数"), _of("<=", 25, "次", metric="人工接管（折每万公里）"), True),
        (_of("<=", 3, "次", metric="每千公里接管次数"), _of("<=", 35, "次", metric="人工接管（折每万公里）"), False),
        (_of("<=", 45, "立方米/吨", metric="取水量"), _of("<=", 42, "吨", metric="取水", words="每吨布取水42吨"), True),
        (
            _of("<=", 45, "立方米/吨", metric="取水量"),
            _of("<=", 48, "吨", metric="取水", words="每吨布取水48吨"),
            False,
        ),
        (_of(">=", 120, "g/L"), _of(">=", 130, "克", words="每升不低于130克"), True),
        (_of("<", 16000, "元/吨"), _of("<=", 14500, "元", words="每吨产品的完全成本控制在1.45万元"), True),
        (_of(">=", 1400, "cN/dtex"), _of(">=", 145, "N/tex"), True),
        (_of("<=", 80, "μS/cm"), _of("<=", 0.12, "mS/cm"), False),
        (_of(">=", 50, "t/d"), _of(">=", 2.5, "吨/小时"), True),
        (_of("<=", 3, "米"), _of("<=", 25, "dm"), True),
        (_of(">=", 60, "%"), _of(">=", 62, "g/100 g"), True),
        (_of(">=", 10, "兆帕", metric="附着力"), _of(">=", 12, "N/mm²", metric="附着力"), True),
        (_of(">=", 5, "kHz"), _of("=", 10, "kSPS"), True),
        (_of(">=", 70, "帧/秒"), _of("=", 60, "幅", metric="帧率", words="每秒60幅"), False),
        (_of(">=", 1024, "卡"), _of("=", 2048, "张", metric="加速卡"), True),
        (_of(">", 1e11, "参数", metric="参数规模"), _of("=", 200, "B", metric="模型参数量"), True),
        (_of(">", 1e11, "参数", metric="参数规模"), _of("=", 70, "B", metric="模型体量"), False),
        (
            _of(">=", 20, "%", metric="利用率提升"),
            _of(">=", 54, "%", metric="利用率", words="由50%提升至54%"),
            False,
        ),
        (_of(">=", 30, "%", metric="耗时降低"), _of("<=", 40, "分钟", words="由60分钟降至40分钟"), True),
        # two units: what the figures alone say is wrong
        (_of(">=", 30, "%", metric="耗时缩短"), _of("<=", 50, "分钟", words="由1小时缩短至50分钟"), None),
        (_of(">=", 30, "%", metric="耗时缩短"), _of("<=", 50, "分钟", words="由60分钟缩短至50分钟"), False),
    ],
)
def test_in_the_unit_that_is_asked(required: Target, claim: Target, expected: bool | None) -> None:
    assert reaches(required, claim) is expected


def test_small_numbers_are_written_out() -> None:
    assert number(5e-05) == "0.00005"
