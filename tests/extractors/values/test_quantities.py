import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values.quantities import find_quantities
from extractors.values.units import canonical

# text, words with the comparing ones, value, value_max, unit, comparator
QUANTITIES = [
    ("产氢量≥1500Nm³/h", "≥1500Nm³/h", 1500, None, "Nm³/h", ">="),
    ("渗透率≤6NmL/(h·L)", "≤6NmL/(h·L)", 6, None, "NmL/(h·L)", "<="),
    ("磁能积≥48MGOe", "≥48MGOe", 48, None, "MGOe", ">="),
    ("储氧量≥500μmolO₂/g", "≥500μmolO₂/g", 500, None, "μmolO₂/g", ">="),
    ("灵敏度优于30μGal/√Hz", "优于30μGal/√Hz", 30, None, "μGal/√Hz", ">="),
    ("溶血指数≤0.005g/100L", "≤0.005g/100L", 0.005, None, "g/100L", "<="),
    ("溶血指数不高于0.02克/100升", "不高于0.02克/100升", 0.02, None, "克/100升", "<="),
    ("下限不高于五十毫克每升", "不高于五十毫克每升", 50, None, "毫克每升", "<="),
    ("功率50～80马力", "50～80马力", 50, 80, "马力", "range"),
    ("放电量＜5pC", "＜5pC", 5, None, "pC", "<"),
    ("采摘速度不低于1.2秒/芽", "不低于1.2秒/芽", 1.2, None, "秒/芽", ">="),
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
    ("误差不超过1.2毫电子伏每原子", "不超过1.2毫电子伏每原子", 1.2, None, "毫电子伏每原子", "<="),
    ("通量不低于每秒3000个细胞", "不低于每秒3000个", 3000, None, "个", ">="),
    ("新增5人每人补助", "5人", 5, None, "人", "="),
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
    ("效率提升3-5倍", "提升3-5倍", 3, 5, "倍", "range"),
    ("工作温度-20℃～+60℃", "-20℃～+60℃", -20, 60, "℃", "range"),
    ("频率1K~180K", "1K~180K", 1, 180, "K", "range"),
    ("增益-5db到5db", "-5db到5db", -5, 5, "db", "range"),
    ("投资100万-500万元", "100万-500万元", 1e6, 5e6, "元", "range"),
    ("投资3-5万元", "3-5万元", 3e4, 5e4, "元", "range"),
    ("电压220V±10%", "220V±10%", 198, 242, "V", "range"),
    ("尺寸25±0.5mm", "25±0.5mm", 24.5, 25.5, "mm", "range"),
    ("周期从10到20天", "从10到20天", 10, 20, "天", "range"),
    ("压缩比不低于10:1", "不低于10:1", 10, None, None, ">="),
    ("功耗降低一半以上", "降低一半以上", 50, None, "%", ">="),
    ("产值翻两番", "翻两番", 300, None, "%", "="),
    ("良品率不低于九成五", "不低于九成五", 95, None, "%", ">="),
    ("误报率控制在3‰以内", "控制在3‰以内", 3, None, "‰", "<="),
    ("自筹不少于三分之二", "不少于三分之二", 0.666666666667, None, None, ">="),
    ("数千亿参数", "数千亿参数", 1e11, None, "参数", ">"),
    ("服务30余家企业", "30余家", 30, None, "家", ">"),
    ("带动百余家企业", "百余家", 100, None, "家", ">"),
    ("建设周期两年半", "两年半", 2.5, None, "年", "="),
    ("金额（万元）：1200", "1200", 1.2e7, None, "元", "="),
    ("面积(㎡)：3000", "3000", 3000, None, "㎡", "="),
    ("合同金额人民币叁佰万元整", "人民币叁佰万元整", 3e6, None, "元", "="),
    ("出资港币200万元", "港币200万元", 2e6, None, "港元", "="),
    ("共计123元5角", "123元5角", 123.5, None, "元", "="),
    ("电耗≤ 4.5 kW·h / kg", "≤ 4.5 kW·h / kg", 4.5, None, "kW·h/kg", "<="),
    ("算力达1\n\nPFLOPS以上", "达1\n\nPFLOPS以上", 1, None, "PFLOPS", ">="),
    ("最多为5人", "最多为5人", 5, None, "人", "<="),
    ("不少于2台（套）", "不少于2台（套）", 2, None, "台（套）", ">="),
    ("分辨率优于6cm-1", "优于6cm-1", 6, None, "cm-1", ">="),
    ("建成30万t/a中试线", "30万t/a", 3e5, None, "t/a", "="),
    ("效率不低于每天2公里", "不低于每天2公里", 2, None, "公里", ">="),
    ("浊度<1NTU", "<1NTU", 1, None, "NTU", "<"),
    ("泄漏率≤0.1%/d", "≤0.1%/d", 0.1, None, "%/d", "<="),
    ("残留率≤0.5 wt%", "≤0.5 wt%", 0.5, None, "wt%", "<="),
    ("韧度≥38 MPa·m1/2", "≥38 MPa·m1/2", 38, None, "MPa·m1/2", ">="),
    ("透过率小于5×10-4 g/(m2·d)", "小于5×10-4 g/(m2·d)", 5e-4, None, "g/(m2·d)", "<"),
    ("电阻率≥1×1015 Ω·cm", "≥1×1015 Ω·cm", 1e15, None, "Ω·cm", ">="),
    ("年投送12万单以上", "12万单以上", 1.2e5, None, "单", ">="),
    ("周期缩短为3天", "缩短为3天", 3, None, "天", "<="),
    ("糖度误差±0.5°Brix", "±0.5°Brix", 0.5, None, "°Brix", "<="),
    ("检测限达到5 nM", "达到5 nM", 5, None, "nM", ">="),
    ("再生能耗≤2.4GJ/tCO2", "≤2.4GJ/tCO2", 2.4, None, "GJ/tCO2", "<="),
    ("能耗控制在600kgce以内", "控制在600kgce以内", 600, None, "kgce", "<="),
    ("强度降至1.2tCO2/吨", "降至1.2tCO2/吨", 1.2, None, "tCO2/吨", "<="),
    ("节拍≥120箱/班", "≥120箱/班", 120, None, "箱/班", ">="),
    ("模量≥1 600cN/dtex", "≥1 600cN/dtex", 1600, None, "cN/dtex", ">="),
    ("产值：2 480.5万元", "2 480.5万元", 24805000, None, "元", "="),
    ("寿命不低于 6 000 h", "不低于 6 000 h", 6000, None, "h", ">="),
    ("面密度减轻12%～15%", "减轻12%～15%", 12, 15, "%", "range"),
    ("料重比由3.4:1降到3.0:1以下", "降到3.0:1以下", 3, None, None, "<="),
    ("零下20℃", "零下20℃", -20, None, "℃", "="),
    ("支持128K上下文", "128K", 128, None, "K", "="),
    ("占50%以上（含50%）", "50%以上", 50, None, "%", ">="),
    ("浓度低至0.1 ppb", "低至0.1 ppb", 0.1, None, "ppb", "<="),
    ("表面硬度HRC60，", "HRC60", 60, None, "HRC", "="),
    ("表面硬度HRC58～62", "HRC58～62", 58, 62, "HRC", "range"),
    ("成熟度达到TRL7级以上", "达到TRL7级以上", 7, None, "级", ">="),
    ("参数量不低于7B", "不低于7B", 7e9, None, "参数", ">="),
    ("模型参数量不超过5M，", "不超过5M", 5e6, None, "参数", "<="),
    ("支持7B～70B参数大模型", "7B～70B", 7e9, 7e10, "参数", "range"),
    ("语料不少于2T tokens", "不少于2T tokens", 2e12, None, "tokens", ">="),
    ("投入产出比达到1:5以上", "达到1:5以上", 5, None, None, ">="),
    ("师生比不低于1:20", "不低于1:20", 0.05, None, None, ">="),
    ("垂向精度优于正负10厘米", "优于正负10厘米", 10, None, "厘米", "<="),
]
NONE = [
    "防护等级不低于IP67",
    "符合HRC60标准",
    "在7B模型上验证",
    "附件大小5M",
    "申报方向2 内窥镜手术机器人",
    "方案3内部评审",
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
    "每日9:00至17:00",
    "访问https://www.example.com/a?b=30%25&c=20%",
    "统一以上要求",
    "一半导体企业",
]


@pytest.mark.parametrize(("text", "words", "value", "value_max", "unit", "comparator"), QUANTITIES)
def test_quantity(
    text: str, words: str, value: float, value_max: float | None, unit: str | None, comparator: str
) -> None:
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
