import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.quantities import find_quantities
from extractors.units import canonical

# text, words with the comparing ones, value, value_max, unit, comparator
QUANTITIES = [
    ("显存达到256GB及以上", "达到256GB及以上", 256, None, "GB", ">="),
    ("算力达2 PFLOPS以上", "达2 PFLOPS以上", 2, None, "PFLOPS", ">="),
    ("带宽不低于400 GB/s", "不低于400 GB/s", 400, None, "GB/s", ">="),
    ("规模超过800 PFLOPS", "超过800 PFLOPS", 800, None, "PFLOPS", ">"),
    ("PUE不超过1.3", "不超过1.3", 1.3, None, None, "<="),
    ("数据总量达到2亿对", "达到2亿对", 2e8, None, "对", ">="),
    ("不少于4个数据集", "不少于4个", 4, None, "个", ">="),
    ("8个及以上模型", "8个及以上", 8, None, "个", ">="),
    ("超过百亿级参数规模", "超过百亿级参数", 1e10, None, "参数", ">"),
    ("工作温度-40℃至85℃", "-40℃至85℃", -40, 85, "℃", "range"),
    ("强度介于60MPa和80MPa之间", "60MPa和80MPa之间", 60, 80, "MPa", "range"),
    ("3-5家单位", "3-5家", 3, 5, "家", "range"),
    ("20～30毫秒", "20～30毫秒", 20, 30, "毫秒", "range"),
    ("响应时间控制在50毫秒以内", "控制在50毫秒以内", 50, None, "毫秒", "<="),
    ("孔隙率控制在38%～45%", "控制在38%～45%", 38, 45, "%", "range"),
    ("误差小于0.5mm", "小于0.5mm", 0.5, None, "mm", "<"),
    ("综合误差≤0.05%FS", "≤0.05%FS", 0.05, None, "%FS", "<="),
    ("营业收入500万元以上", "500万元以上", 5e6, None, "元", ">="),
    ("从业两年以上", "两年以上", 2, None, "年", ">="),
    ("扭矩≥160 N·m", "≥160 N·m", 160, None, "N·m", ">="),
    ("约30名研发人员", "约30名", 30, None, "名", "~"),
    ("时延降低至10毫秒", "降低至10毫秒", 10, None, "毫秒", "<="),
    ("一式三份", "三份", 3, None, "份", "="),
]
NONE = [
    "支持FP16和FP32混合精度",
    "采用H100加速卡",
    "符合ISO 27001要求",
    "三维空间感知",
    "零样本学习",
    "新一代人工智能",
    "某信函〔2026〕18号",
    "注册资本（万元）",
    "单一场景下的作业",
    "2026年3月2日",
    "第三方测试",
    "实现在线咨询",
]


@pytest.mark.parametrize(("text", "words", "value", "value_max", "unit", "comparator"), QUANTITIES)
def test_quantity(text: str, words: str, value: float, value_max: float | None, unit: str, comparator: str) -> None:
    (found,) = find_quantities(text)
    assert text[found.outer_start : found.outer_end] == words
    assert (found.value, found.value_max, found.unit, found.comparator) == (value, value_max, unit, comparator)


@pytest.mark.parametrize("text", NONE)
def test_no_quantity(text: str) -> None:
    assert find_quantities(text) == ()


EQUAL = [
    ((1, "PFLOPS"), (1000, "TFLOPS")),
    ((12800, "GB"), (12.8, "TB")),
    ((60, "ms"), (0.06, "秒")),
    ((2, "年"), (24, "个月")),
]


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_canonical_values_compare(one: tuple[float, str], other: tuple[float, str]) -> None:
    assert canonical(*one) == canonical(*other)


@given(st.text(alphabet="达到不少于超过3０１.万亿级至-%个GBs以上内约 年，。（）", max_size=60))
def test_spans_are_in_order(text: str) -> None:
    at = 0
    for found in find_quantities(text):
        assert at <= found.outer_start <= found.start < found.end <= found.outer_end <= len(text)
        at = found.end
