import pytest
from documents import document

from extractors.targets.dues import due_in
from extractors.targets.tables import find_table_targets
from extractors.targets.targets import find_targets
from pipeline.structure import structure
from schemas.facts import Target


def targets(text: str, **more: object) -> list[Target]:
    cleaned, outline = structure(document(text))
    return find_targets(cleaned, outline, 0, len(cleaned.clean), **more)  # type: ignore[arg-type]


# text, metric, comparator, value, unit, due, evidence
CASES = [
    ("定位误差不超10cm，", "定位误差", "<=", 10, "cm", None, "定位误差不超10cm"),
    ("单批次10万户核验时间不超过2小时，", "核验时间", "<=", 2, "小时", None, "核验时间不超过2小时"),
    ("单载波速率较现有水平提升一个数量级，达到100Gbps。", "单载波速率", ">=", 100, "Gbps", None, "达到100Gbps"),
    ("60℃循环1000次容量保持率≥80%。", "60℃循环1000次容量保持率", ">=", 80, "%", None, "60℃循环1000次容量保持率≥80%"),
    ("降水预报TS评分不低于0.35。", "降水预报TS评分", ">=", 0.35, None, None, "降水预报TS评分不低于0.35"),
    ("须联合1个以上市县推广机构。", "市县推广机构", ">=", 1, "个", None, "须联合1个以上市县推广机构"),
    ("检测限不高于100copies/m³。", "检测限", "<=", 100, "copies/m³", None, "检测限不高于100copies/m³"),
    ("体内72h清除率不低于80%。", "体内72h清除率", ">=", 80, "%", None, "体内72h清除率不低于80%"),
    ("养护用水节约35%。", "养护用水节约", ">=", 35, "%", None, "养护用水节约35%"),
    ("与标准方法偏差±3%以内。", "标准方法偏差", "<=", 3, "%", None, "与标准方法偏差±3%以内"),
    ("一个天窗点完成不少于8km区间。", "区间", ">=", 8, "km", None, "一个天窗点完成不少于8km区间"),
    ("感官评分提高；持水力≥2.5g/g；评分加权另计。", "持水力", ">=", 2.5, "g/g", None, "持水力≥2.5g/g"),
    ("EVM优于-32dB。", "EVM", "<=", -32, "dB", None, "EVM优于-32dB"),
    ("边界提取精度优于92%。", "边界提取精度", ">=", 92, "%", None, "边界提取精度优于92%"),
    ("定位精度优于0.5%。", "定位精度", "<=", 0.5, "%", None, "定位精度优于0.5%"),
    ("产品收率提高三个百分点。", "产品收率提高", ">=", 3, "个百分点", None, "产品收率提高三个百分点"),
    ("年处理能力三千吨。", "年处理能力", "=", 3000, "吨", None, "年处理能力三千吨"),
    ("须有不少于2家基层单位参与。", "基层单位", ">=", 2, "家", None, "须有不少于2家基层单位参与"),
    ("染色均匀度达4.5级以上。", "染色均匀度", ">=", 4.5, "级", None, "染色均匀度达4.5级以上"),
    ("单层工期缩短至3天以内。", "单层工期", "<=", 3, "天", None, "单层工期缩短至3天以内"),
    ("平均住院日不超过9天。", "平均住院日", "<=", 9, "天", None, "平均住院日不超过9天"),
    ("试剂盒4℃保存有效期12个月以上。", "试剂盒4℃保存有效期", ">=", 12, "个月", None, "试剂盒4℃保存有效期12个月以上"),
    ("取得二类及以上注册证1张。", "取得二类及以上注册证", "=", 1, "张", None, "取得二类及以上注册证1张"),
    ("杂质分选纯度优于99%。", "杂质分选纯度", ">=", 99, "%", None, "杂质分选纯度优于99%"),
    ("到2027年，整机续航达到6小时以上。", "整机续航", ">=", 6, "小时", "2027", "整机续航达到6小时以上"),
    ("形成不少于4个行业数据集，推动应用。", "行业数据集", ">=", 4, "个", None, "形成不少于4个行业数据集"),
    ("支持零件数≥10万个的装配体加载。", "支持零件数", ">=", 100_000, "个", None, "支持零件数≥10万个的装配体加载"),
    ("年自筹经费不低于总投资的30%。", "年自筹经费", ">=", 30, "%", None, "年自筹经费不低于总投资的30%"),
    ("设备价格低于进口产品的60%。", "设备价格", "<", 60, "%", None, "设备价格低于进口产品的60%"),
    ("改造示范建筑不少于2000栋。", "改造示范建筑", ">=", 2000, "栋", None, "改造示范建筑不少于2000栋"),
    ("形成年产10万平方米膜产能。", "年产膜产能", "=", 100_000, "平方米", None, "形成年产10万平方米膜产能"),
    ("建成年修复能力2万片的示范线。", "年修复能力", "=", 20_000, "片", None, "建成年修复能力2万片的示范线"),
    ("完成240例试验，临床评分提高12分以上。", "试验", "=", 240, "例", None, "完成240例试验"),
    ("至少完成过2项同类科研项目。", "同类科研项目", ">=", 2, "项", None, "至少完成过2项同类科研项目"),
    ("接入二级以上医院不少于30家。", "接入二级以上医院", ">=", 30, "家", None, "接入二级以上医院不少于30家"),
    ("35岁以下人员占比不低于50%。", "35岁以下人员占比", ">=", 50, "%", None, "35岁以下人员占比不低于50%"),
    ("7天预报命中率不低于80%。", "7天预报命中率", ">=", 80, "%", None, "7天预报命中率不低于80%"),
    ("循环5000次后容量保持率≥90%。", "循环5000次后容量保持率", ">=", 90, "%", None, "循环5000次后容量保持率≥90%"),
    ("在不少于12家养殖企业落地应用。", "养殖企业", ">=", 12, "家", None, "在不少于12家养殖企业落地应用"),
    ("对小型目标的检出概率不低于95%，", "小型目标的检出概率", ">=", 95, "%", None, "对小型目标的检出概率不低于95%"),
    ("1.年产能达到20万只；", "年产能", ">=", 200_000, "只", None, "1.年产能达到20万只"),
    ("单位能耗降低30%以上。", "单位能耗降低", ">=", 30, "%", None, "单位能耗降低30%以上"),
    ("定位误差优于5厘米。", "定位误差", "<=", 5, "厘米", None, "定位误差优于5厘米"),
    ("模型参数规模达到百亿级，", "模型参数规模", ">=", 1e10, None, None, "模型参数规模达到百亿级"),
    ("为10家以上企业提供检测服务。", "企业提供检测服务", ">=", 10, "家", None, "为10家以上企业提供检测服务"),
    ("上下文长度不少于3.2万字。", "上下文长度", ">=", 32_000, "字", None, "上下文长度不少于3.2万字"),
    ("有效波高预报误差不超过10%，", "有效波高预报误差", "<=", 10, "%", None, "有效波高预报误差不超过10%"),
    ("使用寿命不低于5年。", "使用寿命", ">=", 5, "年", None, "使用寿命不低于5年"),
    ("到2028年，新增产值达到2亿元以上。", "新增产值", ">=", 2e8, "元", "2028", "新增产值达到2亿元以上"),
    ("检测限优于0.5ppm。", "检测限", "<=", 0.5, "ppm", None, "检测限优于0.5ppm"),
    ("密度不低于1.6g/cm³，", "密度", ">=", 1.6, "g/cm³", None, "密度不低于1.6g/cm³"),
    ("角分辨率优于0.5角秒。", "角分辨率", "<=", 0.5, "角秒", None, "角分辨率优于0.5角秒"),
    ("面向12家企业提供检测服务。", "企业提供检测服务", "=", 12, "家", None, "面向12家企业提供检测服务"),
    (
        "年销售额3000万元(农产品1000万元)以上。",
        "年销售额",
        ">=",
        3e7,
        "元",
        None,
        "年销售额3000万元(农产品1000万元)以上",
    ),
    (
        "（二）提供不少于60平方米的固定场所，",
        "固定场所",
        ">=",
        60,
        "平方米",
        None,
        "（二）提供不少于60平方米的固定场所",
    ),
    ("在孵企业20家以上，", "在孵企业", ">=", 20, "家", None, "在孵企业20家以上"),
    ("并有不少于1个的资金使用案例；", "资金使用案例", ">=", 1, "个", None, "并有不少于1个的资金使用案例"),
    ("签订3年以上劳动合同，", "签订劳动合同", ">=", 3, "年", None, "签订3年以上劳动合同"),
    ("模型权重文件大小不超过20MB，", "模型权重文件大小", "<=", 20, "MB", None, "模型权重文件大小不超过20MB"),
    ("覆盖语种超10个，", "覆盖语种", ">", 10, "个", None, "覆盖语种超10个"),
]
LABELLED = [
    ("（1）漏检率：≤0.1%；", "漏检率", "<=", 0.1, "%"),
    ("（3）在2℃～8℃条件下保存期不短于12个月；", "2℃~8℃条件下保存期", ">=", 12, "个月"),
    ("最小可检缺陷尺寸优于0.2mm；", "最小可检缺陷尺寸", "<=", 0.2, "mm"),
    ("1.重复定位精度：±0.02mm；", "重复定位精度", "<=", 0.02, "mm"),
    ("膜厚均匀性优于±3%，", "膜厚均匀性", "<=", 3, "%"),
    ("检测速度：≥60件/分钟。", "检测速度", ">=", 60, "件/分钟"),
    ("疲劳寿命大于10^7次。", "疲劳寿命", ">", 1e7, "次"),
    ("信号带宽由20MHz提升到100MHz以上。", "信号带宽", ">=", 100, "MHz"),
    ("成本下降至原来的50%以下。", "成本", "<=", 50, "%"),
    ("支持64通道以上脑电采集。", "通道脑电采集", ">=", 64, "通道"),
    ("核算周期由30天缩短为3天。", "核算周期", "<=", 3, "天"),
    ("甲醛释放量达到ENF级（≤0.025mg/m³）。", "甲醛释放量达到ENF级", "<=", 0.025, "mg/m³"),
    ("植被盖度由不足10%提高到35%以上。", "植被盖度", ">=", 35, "%"),
    ("b)准确率>=98%；", "准确率", ">=", 98, "%"),
    ("临床验证样本2000份以上。", "临床验证样本", ">=", 2000, "份"),
    ("审批时长压缩到1个工作日以内。", "审批时长", "<=", 1, "个工作日"),
    ("氮排放量减少一半。", "氮排放量减少", ">=", 50, "%"),
    ("蠕变率（70℃、300MPa、24h）小于0.5%。", "蠕变率（70℃、300MPa、24h", "<", 0.5, "%"),
    ("-196℃冲击功≥60J。", "-196℃冲击功", ">=", 60, "J"),
    ("其中影响因子10以上的不少于2篇。", "影响因子10以上", ">=", 2, "篇"),
    ("在不少于三家规模以上企业应用。", "规模以上企业应用", ">=", 3, "家"),
    ("色牢度达4级及以上。", "色牢度", ">=", 4, "级"),
    ("平面度优于0.8mm/m。", "平面度", "<=", 0.8, "mm/m"),
    ("具有至少2项海工领域的研发业绩。", "海工领域的研发业绩", ">=", 2, "项"),
    ("完成百吨级放大和不少于三个月的现场连续运行，解决粉化问题。", "现场连续运行", ">=", 3, "个月"),
    ("单船人员由4人减至1人；", "单船人员", "<=", 1, "人"),
]
COMPOUNDS = [
    ("产率≥3.5g/(L·h)，", "产率", ">=", 3.5, "g/(L·h)"),
    ("断裂强度不低于8.0cN/dtex，", "断裂强度", ">=", 8, "cN/dtex"),
    ("单位能耗不超过0.22 kW·h/kg；", "单位能耗", "<=", 0.22, "kW·h/kg"),
    ("贴装速度提升到6万点/h，", "贴装速度", ">=", 60_000, "点/h"),
    ("噪声≤75dB(A)。", "噪声", "<=", 75, "dB(A)"),
    ("检出限由10pg降低至1pg，", "检出限", "<=", 1, "pg"),
    ("频率稳定度优于5×10⁻⁹，", "频率稳定度", "<=", 5e-9, None),
    ("设计寿命25年；", "设计寿命", "=", 25, "年"),
    ("抗台风等级不低于17级；", "抗台风等级", ">=", 17, "级"),
    ("企业成立满2年，", "企业成立", ">=", 2, "年"),
]
NOT_TARGETS = [
    "输水干管大部分建成超过20年。",
    "适应零下30摄氏度环境。",
    "成果形式：1万字左右的研究报告。",
    "拟投入经费200万元。",
    "财政支持经费400万元。",
    "围绕园区162家规上企业，建设监管平台。",
    "在500kA系列电解槽开展示范应用。",
    "在某铜矿-680米中段完成工业试验。",
    "成功率每提高0.5个百分点加2分。",
    "（+0.5%水深）",
    "综合评分不低于80分的入围。",
    "演示视频，时长5分钟以内。",
    "测试视频（时长不超过8分钟）；",
    "每队答辩时间不超过10分钟。",
    "回用率只有30%，排污费高。",
    "面向800V高压平台，研制双面散热模块。",
    "企业分为三个梯队。",
    "接入2级以上医院的数据。",
    "项目实施周期缩短安排另行通知，不超过3天。",
    "取得二类医疗器械注册证。",
    "内容生产时间缩短一个数量级。",
    "项目实施周期不超过24个月。",
    "支持4K视频、3D建模和5G通信。",
    "攻关期限不超过2年。",
    "支持01005元件贴装。",
    "酶活稳定性：60℃下保持稳定。",
    "面向6个方向征集单位。",
    "分为3个阶段实施。",
    "单个项目最高资助300万元。",
    "评分满分100分，权重40%。",
    "每个方向遴选1至2家揭榜单位。",
    "本次共设5个揭榜方向。",
    "正文不超过8000字。",
    "近三年未发生安全事故。",
    "支持FP16精度。",
    "材料一式三份，共20页。",
]


@pytest.mark.parametrize(("text", "metric", "comparator", "value", "unit", "due", "evidence"), CASES)
def test_target(
    text: str, metric: str, comparator: str, value: float, unit: str | None, due: str | None, evidence: str
) -> None:
    (found,) = targets(text)
    assert (found.metric, found.comparator, found.value, found.unit, found.due) == (
        metric,
        comparator,
        value,
        unit,
        due,
    )
    assert found.evidence.text == evidence


@pytest.mark.parametrize(("text", "metric", "comparator", "value", "unit"), LABELLED)
def test_labels_bounds_and_baselines(text: str, metric: str, comparator: str, value: float, unit: str) -> None:
    assert [(t.metric, t.comparator, t.value, t.unit) for t in targets(text)] == [(metric, comparator, value, unit)]


def test_what_is_still_to_come_is_no_reached_figure() -> None:
    assert targets("到2027年底，累计推广应用1000台以上。")[0].stage == "final"
    assert targets("截至2025年8月，累计推广应用1000台以上。")[0].stage == "existing"


@pytest.mark.parametrize(("text", "metric", "comparator", "value", "unit"), COMPOUNDS)
def test_compound_units_and_grades(text: str, metric: str, comparator: str, value: float, unit: str | None) -> None:
    (found,) = targets(text)
    assert (found.metric, found.comparator, found.value, found.unit) == (metric, comparator, value, unit)


def test_two_bounds_of_one_metric() -> None:
    found = targets("每个团队的成员不少于3人,不多于15人(含负责人)。", role="eligibility")
    assert [(t.metric, t.comparator, t.value) for t in found] == [
        ("每个团队的成员", ">=", 3),
        ("每个团队的成员", "<=", 15),
    ]


def test_penalties_and_the_time_for_the_work_are_no_conditions() -> None:
    assert targets("放弃项目的，其指导教师三年内不得参与指导工作。", role="eligibility") == []
    assert targets("实施期原则上不超过一年。", role="eligibility") == []
    [found] = targets("或是具备本行业5年以上工作经历的企业导师。", role="eligibility")
    assert (found.metric, found.value) == ("工作经历", 5)
    [found] = targets("须组织辖区内3家以上高新技术企业同时申请设立分站。", role="eligibility")
    assert (found.metric, found.value) == ("高新技术企业", 3)


def test_how_long_a_film_is_is_no_condition() -> None:
    assert targets("必须提供项目相关视频证明材料（5-10分钟）。", role="eligibility") == []


def test_quotas_are_no_conditions() -> None:
    assert targets("每个县区不超过5个项目。", role="eligibility") == []
    assert targets("附图不少于3张，像素不低于800万。", role="eligibility") == []
    assert [t.value for t in targets("每个团队不超过10人。", role="eligibility")] == [10]


def test_conditions_of_the_applicant() -> None:
    assert targets("需求方应在6个月内与揭榜方签订合同。", role="eligibility") == []
    found = targets("企业成立时间在2021年1月1日之后，且不超过5年。每个单位最高资助50万元。", role="eligibility")
    assert [(t.metric, t.comparator, t.value) for t in found] == [("企业成立时间", "<=", 5)]


@pytest.mark.parametrize("text", NOT_TARGETS)
def test_no_target(text: str) -> None:
    assert targets(text) == []


def test_several_values_of_one_metric() -> None:
    found = targets("7天、15天预报准确率分别达到85%和75%以上，样机2套。")
    assert [(t.metric, t.comparator, t.value) for t in found] == [
        ("15天预报准确率", ">=", 85),
        ("15天预报准确率", ">=", 75),
        ("样机", "=", 2),
    ]
    assert found[1].evidence.text == "15天预报准确率分别达到85%和75%以上"
    assert [t.comparator for t in targets("A、B两轴误差分别小于3mm和5mm。")] == ["<", "<"]


def test_two_figures_in_a_list_have_their_own_metric() -> None:
    found = targets("实现文本数据总量达到10TB、图像数据总量达到100TB。")
    assert [(t.metric, t.value) for t in found] == [("文本数据总量", 10), ("图像数据总量", 100)]


def test_eligibility_keeps_periods_and_staff() -> None:
    found = targets("注册时间一年以上，科研人员不少于10人。", role="eligibility")
    assert [(t.value, t.unit, t.role) for t in found] == [(1, "年", "eligibility"), (10, "人", "eligibility")]


def test_what_was_reached_already() -> None:
    assert [t.stage for t in targets("累计服务30家以上企业，到2027年服务100家以上企业。")] == ["existing", "final"]


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


def test_a_year_in_characters() -> None:
    assert (due_in("二〇二七年预期目标"), due_in("二〇二六年六月")) == ("2027", "2026")


def test_a_table_without_a_goal_has_no_targets() -> None:
    cleaned, _ = structure(document("姓名 | 职务\n陶工 | 主任\n"))
    assert find_table_targets(cleaned, cleaned.tables[0]) == []


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("2. 废品率由3.1%降到1.8%，降幅约41.9%。", "废品率降幅"),
        ("单位能耗较改造前降低，下降幅度不低于12%。", "单位能耗下降幅度"),
        ("全年增幅不低于12%。", "全年增幅"),
    ],
)
def test_the_change_of_what_the_clause_before_speaks_of(text: str, metric: str) -> None:
    assert targets(text)[-1].metric == metric


def test_a_bare_range_in_a_cell_that_binds() -> None:
    cleaned, _ = structure(document("指标名称 | 目标值\n相对粘度 | 2.4~2.7\n熔点（℃） | ≥255\n"))
    found = find_table_targets(cleaned, cleaned.tables[0])
    assert [(t.metric, t.comparator, t.value, t.value_max) for t in found] == [
        ("相对粘度", "range", 2.4, 2.7),
        ("熔点", ">=", 255, None),
    ]


def test_the_second_side_of_a_size_is_no_target_of_its_own() -> None:
    assert [(t.metric, t.value) for t in targets("最大刻划面积不小于400mm×500mm。")] == [("最大刻划面积", 400)]
