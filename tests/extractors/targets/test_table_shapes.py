"""Shapes of indicator tables: which column names the metric, which binds, which only passes by."""

import pytest
from documents import document, table

from extractors.targets.tables import find_table_targets
from pipeline.structure import structure

STAGES = "序号 | 考核指标 | 立项时 | 中期 | 验收\n1 | 潜深 | 300米 | 600米 | 不少于800米\n"
NAMED = "序号 | 验收指标名称 | 单位 | 现值 | 目标\n1 | 潜深 | 米 | 300 | ≥800\n"
VALUES = "参数 | 考核指标\n潜深 | ≥800米\n"
FACTOR = "指标 | 单位 | 现值 | 目标值\n网格规模 | 万单元 | 20 | ≥500\n训练参数规模 | 亿 | 3 | 70\n"
DONE = "类别 | 考核指标 | 申报时 | 完成时\n性能 | 潜深 | 300米 | ≥800米\n"
YEARS = "考核指标 | 2025年 | 2027年\n潜深 | 600米 | 800米\n"

ANSWERS = "序号 | 榜单要求 | 应答值 | 偏离情况\n1 | 潜深不小于800米 | 900米 | 正偏离\n2 | 海试≥3套样机 | 4套 | 无偏离\n"

MEASURES = "指标项 | 榜单要求 | 申报值\n舱口 | 不小于8m×6m | 9.1m×6.2m\n"

ASIDE = "指标 | 榜单目标 | 我方响应\n潜深 | 不小于800米 | 不小于900米\n"

MEANING = (
    "指标名称 | 指标含义 | 现在水平 | 结题时做到\n"
    "潜深 | 可作业的深度 | 300米 | ≥800米\n参数规模 | 参数个数 | 18亿 | 130亿\n"
)

SPELLED = "指标 | 榜单值 | 承诺值\n申请发明专利 | ≥4件 | 五件\n示范海区 | ≥2处 | 3处\n方案 | 一套 | 一套方案及说明\n"

PARTS = "指标 | 榜单目标 | 我方响应\n入网浮标 | ≥60台 | 64台（含原有20台）\n布放点 | ≥8处 | 9处（外海≥2处）\n"
ITEM = "考核项 | 完成时指标 | 测试方式\n潜深 | ≥800米 | 海试三次\n"

ASKED = "序号 | 榜单考核指标 | 完成时指标值 | 测试方式\n1 | 潜深（3级海况） | ≥900米 | 海试三次\n"
ENTRIES = "指南条目 | 本项目目标 | 考核方式\n（1）布放次数 | ≥300班次 | 值班记录\n"

CHECKED = "对照难题清单 | 我方承诺 | 验证方式\n单点布放成本≤8.5万元 | 控制在8.2万元以内（含船租） | 双方核算\n"

OURS = "指标 | 任务要求 | 本项目 | 怎么考核\n总损失率 | ≤2.8% | ≤3.2% | 海试三次取均值\n"

KINDS = "指标类别 | 指标要求 | 承诺值\n性能 | 潜深 | 900米\n性能 | 航程 | 90公里\n"
BESIDE = "指标名称 | 指标要求 | 对应承诺值\n潜深 | ≥800米 | 700米\n"

UNITS = "指标 | 目标值\n额定输出功率（千瓦） | ≥300\n维间相互影响（串扰） | ≤1.5%\n"

PLAIN = "序 | 看什么 | 现在的样机 | 验收值 | 怎么测\n1 | 能潜多深（最大潜深） | 300米 | 800米以上 | 海试\n"
EXPLAINED = "序号 | 指标（怎么理解） | 2027年目标 | 怎么测\n1 | 潜深：下到水面以下多少 | ≥800米 | 海试\n"

CELLS = "潜深 | 榜单要求：≥800米 | 承诺：900米 | 考核：海试3次\n航程 | 榜单要求：≥60公里 | 承诺：90公里 | 考核：海试\n"
# what binds stands in one row only: no column says so
MIXED = "潜深 | 榜单要求：≥800米 | 承诺：900米\n航程 | 榜单要求：≥60公里 | 见第三章\n"

CASES = [
    (CELLS, [("潜深", 900, "米", "final"), ("航程", 90, "公里", "final")]),
    (MIXED, []),
    ("潜深 | 实测：300米 | 榜单要求：≥800米\n航程 | 实测：20公里 | 榜单要求：≥60公里\n", []),
    (EXPLAINED, [("潜深", 800, "米", "final")]),
    (UNITS, [("额定输出功率", 300, "千瓦", "final"), ("维间相互影响（串扰）", 1.5, "%", "final")]),
    (KINDS, [("性能潜深", 900, "米", "final"), ("性能航程", 90, "公里", "final")]),
    (BESIDE, [("潜深", 700, "米", "final")]),
    (OURS, [("总损失率", 3.2, "%", "final")]),
    (CHECKED, [("单点布放成本", 82_000, "元", "final")]),
    (ASKED, [("潜深", 900, "米", "final")]),
    ("指标 | 单位 | 现状 | 到2027年\n浮标入网 | 台 | 20 | 不少于64\n", [("浮标入网", 64, "台", "final")]),
    (ENTRIES, [("布放次数", 300, "班次", "final")]),
    (PARTS, [("入网浮标", 64, "台", "final"), ("布放点", 9, "处", "final"), ("布放点", 2, "处", "final")]),
    (ITEM, [("潜深", 800, "米", "final")]),
    ("类别 | 指标及含义 | 目标值\n性能 | 潜深（可作业的深度） | ≥800米\n", [("性能潜深", 800, "米", "final")]),
    (MEANING, [("潜深", 800, "米", "final"), ("参数规模", 1.3e10, "参数", "final")]),
    (SPELLED, [("申请发明专利", 5, "件", "final"), ("示范海区", 3, "处", "final")]),
    (ASIDE, [("潜深", 900, "米", "final")]),
    (MEASURES, [("舱口", 9.1, "m", "final")]),
    (ANSWERS, [("潜深", 900, "米", "final"), ("海试样机", 4, "套", "final")]),
    ("序号 | 榜题要求 | 应答值\n1 | 潜深不小于800米 | 900米\n", [("潜深", 900, "米", "final")]),
    (
        "指标 | 公开信要求 | 我公司保证 | 怎么核定\n潜深 | 不小于800米 | 不小于900米 | 海试\n",
        [("潜深", 900, "米", "final")],
    ),
    ("指标 | 征集函底线 | 我院指标\n潜深 | ≥800米 | ≥900米\n", [("潜深", 900, "米", "final")]),
    ("指标 | 通告要求 | 本团队保证值\n潜深 | ≥800米 | ≥900米\n", [("潜深", 900, "米", "final")]),
    ("指标 | 榜题门槛 | 我司承诺\n潜深 | ≥800米 | ≥900米\n", [("潜深", 900, "米", "final")]),
    ("指标 | 来信要求 | 许诺值\n潜深 | ≥800米 | ≥900米\n", [("潜深", 900, "米", "final")]),
    ("指标 | 保证措施 | 保证金\n潜深 | 海试800米 | 50万元\n", []),
    ("项目 | 保证期\n潜深 | 800天\n", []),
    ("目标要求 | 本项目承诺 | 佐证\n潜深 | ≥800米 | 海试\n", [("潜深", 800, "米", "final")]),
    (DONE, [("性能潜深", 800, "米", "final")]),
    (YEARS, [("潜深", 800, "米", "final")]),
    (STAGES, [("潜深", 600, "米", "milestone"), ("潜深", 800, "米", "final")]),
    (NAMED, [("潜深", 800, "米", "final")]),
    (VALUES, [("潜深", 800, "米", "final")]),
    # rows of one name, told apart by their brackets, and products on the market, which name nothing
    (
        "项目 | 承诺值\n算力峰值（密集） | ≥640米\n算力峰值（稀疏） | ≥900米\n",
        [("算力峰值（密集）", 640, "米", "final"), ("算力峰值（稀疏）", 900, "米", "final")],
    ),
    (
        "指标 | 现在 | 中期（2027年6月） | 终值\n潜深 | 300米 | 600米 | ≥800米\n",
        [("潜深", 600, "米", "milestone"), ("潜深", 800, "米", "final")],
    ),
    ("对比指标 | 目标值\n潜深 | ≥800米\n", [("潜深", 800, "米", "final")]),
    ("考核内容 | 在售产品 | 验收承诺\n潜深 | 300米 | ≥800米\n", [("潜深", 800, "米", "final")]),
    (
        "指标 | 现状 | 目标 | 说明\n听音模型参数量 | 175B | 1.8T | 激活参数约200B\n",
        [("听音模型参数量", 1.8e12, "参数", "final")],
    ),
    (FACTOR, [("网格规模", 5e6, "单元", "final"), ("训练参数规模", 7e9, None, "final")]),
]


@pytest.mark.parametrize(("table", "expected"), CASES)
def test_shapes(table: str, expected: list[tuple[str, float, str | None, str]]) -> None:
    text, _ = structure(document(table))
    found = find_table_targets(text, text.tables[0])
    said = [(t.metric, t.value, t.unit, t.stage) for t in found]
    assert sorted(said, key=str) == sorted(expected, key=str)
    assert all(t.evidence.text in table for t in found)


def test_a_column_of_values_binds_among_goals_only() -> None:
    text, _ = structure(document("指标 | 数值 | 验证方式\n潜深 | ≥800米 | 海试\n航程 | 60公里 | 海试\n"))
    assert find_table_targets(text, text.tables[0]) == []
    found = find_table_targets(text, text.tables[0], years=True)
    assert [(t.metric, t.comparator, t.value) for t in found] == [("潜深", ">=", 800), ("航程", "=", 60)]
    text, _ = structure(document("编号 | 指标 | 取值\nS1 | 潜深 | 800米（海试）\nS2 | 航程 | 60公里\n"))
    assert [t.value for t in find_table_targets(text, text.tables[0], years=True)] == [800, 60]
    text, _ = structure(document("编号 | 项目 | 规格 | 怎么测\nS1 | 潜深 | ≥800米 | 海试\nS2 | 航程 | 60公里 | 海试\n"))
    assert [t.value for t in find_table_targets(text, text.tables[0], years=True)] == [800, 60]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("航程（公里） | 回收率（%） | 单机重量（千克） | 完成时间\n90 | 99.5 | 0.65 | 2027年11月\n", [90, 99.5, 0.65]),
        ("航程（公里） | 回收率（%） | 布放海区\n90 | 99.5 | 东澳\n", []),  # rows of places
        ("2026年（台） | 2027年（台）\n40 | 60\n", []),
        ("航程（公里） | 回收率（%）\n90 | 99.5\n60 | 98\n", []),  # two things, which nothing names
        ("航程（海试） | 回收率（实测）\n90 | 99.5\n", []),
    ],
)
def test_one_row_under_heads_with_units_among_goals_only(table: str, told: list[float]) -> None:
    text, _ = structure(document(table))
    assert find_table_targets(text, text.tables[0]) == []
    found = find_table_targets(text, text.tables[0], years=True)
    assert [t.value for t in found] == told
    if told:
        assert [(t.metric, t.unit) for t in found][:2] == [("航程", "公里"), ("回收率", "%")]


def test_any_first_column_names_the_metric_among_goals_only() -> None:
    text, _ = structure(document(PLAIN))
    assert find_table_targets(text, text.tables[0]) == []
    found = find_table_targets(text, text.tables[0], years=True)
    assert [(t.metric, t.comparator, t.value) for t in found] == [("能潜多深（最大潜深）", ">=", 800)]


STARTS = (
    "业务 | 看什么 | 起点（2024年3月） | 2027年12月 | 谁来查\n"
    "近海 | 潜深 | 300米 | 800米以上 | 船级社\n近海 | 航次 | 4次 | 9次 | 船东\n"
)
QUOTED = (
    "评测项 | 传统潜器 | “海燕”2027年 | 数据与条件\n"
    "最大潜深 | 300米 | 不低于800米 | 南海\n一次航程 | 20公里 | ≥60公里 | 南海\n"
)
CODED = (
    "V0为已测值，V1为2026年中期值，V2为结题承诺值。\n\n"
    "指标 | V0 | V1 | V2 | 场景\n潜深（米） | 300 | 500 | 不小于800 | 南海\n"
)
HOPED = (
    "“底线值”为验收时必须达到的数值，“冲刺值”只作内部激励，不作为承诺。\n\n"
    "指标 | 定义 | 2024基线 | 2027底线值 | 2027冲刺值\n潜深 | 下到水面以下多少 | 300米 | ≥800米 | 950米\n"
)
CHANGES = "承担方 | 交付物名称 | 变化（现在→2027年4月） | 检验\n甲公司 | 潜器 | 潜深由300米加深至800米 | 海试\n"
TERMS = "考核项 | 起点（2024年末） | 到期数（2027年4月） | 怎么测\n潜深 | 300米 | 800米以上 | 海试\n"
PARTS_OF_ONE = "对象 | 做到多少 | 怎么测\n艇 | 潜深增至800米；航速≥6节 | 海试\n水声告警 | 空报率压到20%以下 | 海试\n"
BY_PARTNER = "成果 | 甲方 | 乙方 | 联合体合计 | 怎么验\n标定方法 | 5种 | 6种 | 合计11种 | 复现\n"
BY_CALL = "榜单怎么说 | 二代承诺 | 一代实测 | 测法\n潜深800米及以上 | 900米 | 300米 | 海试\n"
EXPLAINED_HEAD = (
    "“目前”指一代实测，“验收时”指2027年量产样机。\n\n项目 | 目前 | 验收时 | 怎么测\n潜深 | 300米 | 900米 | 海试\n"
)
RATE = "自加指标 | 一代 | 二代（2027年） | 含义\n测点吞吐率 | 每秒410个 | 每秒2,300词元以上 | 整机\n"
BETTER = "性能 | 传统工艺 | 新工艺\n潜深 | 300米 | ≥800米\n"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (STARTS, [("近海潜深", 800, "final"), ("近海航次", 9, "final")]),
        (QUOTED, [("最大潜深", 800, "final"), ("一次航程", 60, "final")]),
        (CODED, [("潜深", 800, "final"), ("潜深", 500, "milestone")]),
        (HOPED, [("潜深", 800, "final")]),
        (BETTER, [("潜深", 800, "final")]),
        (BY_PARTNER, [("标定方法", 11, "final")]),
        ("指标 | 目标值\n直径0.5mm以上缺陷检出率 | 99%\n", [("直径0.5mm以上缺陷检出率", 99, "final")]),
        (BY_CALL, [("潜深", 900, "final")]),
        (EXPLAINED_HEAD, [("潜深", 900, "final")]),
        (RATE, [("测点吞吐率", 2300, "final")]),
        ("考核项 | 传统潜器 | “海燕”\n潜深 | 300米 | 900米\n", [("潜深", 900, "final")]),
        (CHANGES, [("潜器潜深", 800, "final")]),
        (TERMS, [("潜深", 800, "final")]),
        (PARTS_OF_ONE, [("艇潜深", 800, "final"), ("艇航速", 6, "final"), ("水声告警空报率", 20, "final")]),
        ("攻关对象 | 考核点 | 2027年锁定值 | 眼下水平\n潜器 | 潜深 | 800米 | 300米\n", [("潜器潜深", 800, "final")]),
        (
            "代号 | 指标含义 | 2027年达标线\nK1 | 潜深 | ≥800米\nK2 | 航程 | 60公里以上\n",
            [("潜深", 800, "final"), ("航程", 60, "final")],
        ),
        ("指标代码 | 指标含义 | 2027年达标线\nK1 | 潜深 | ≥800米\n", [("潜深", 800, "final")]),
        (
            "编号 | 项目 | 公司现状 | 国际同类 | 本项目指标 | 单位\nK1 | 潜深 | 300 | 950 | ≥800 | 米\n",
            [("潜深", 800, "final")],
        ),
        ("指标 | 权重 | 合格值 | 优秀值\n潜深 | 30% | 800米 | 950米\n", [("潜深", 800, "final")]),
        ("指标 | 变化（2025→2028） | 怎么测\n潜深 | 300米→800米 | 海试\n", [("潜深", 800, "final")]),
        # turned: what is measured stands side by side
        (
            "项目 | 潜深 | 航程\n2025年水平 | 300米 | 20公里\n完成时承诺 | ≥800米 | 60公里\n",
            [("潜深", 800, "final"), ("航程", 60, "final")],
        ),
        (
            "承诺的指标 | 潜深 | 航程（6节）\n目标 | ≥800米 | ≥60公里\n承诺值 | 850米 | 70公里\n测试 | 海试 | 海试\n",
            [("潜深", 850, "final"), ("航程", 70, "final")],
        ),
        ("指标 | 目标 | 承诺值\n潜深 | ≥800米 | 750米\n", [("潜深", 750, "final")]),
        (
            "项目 | 潜深 | 航程\n承诺值 | 800 m | 60公里以上\n"
            "测试方法 | 由第三方在试验水池和近海分别测三次后取平均值，并出具报告 | 海试\n",
            [("潜深", 800, "final"), ("航程", 60, "final")],
        ),
        (
            "时间 | 潜深 | 用电占比\n2026年 | 300米 | 9%\n2028年 | 800米 | 4%\n",
            [
                ("潜深", 800, "final"),
                ("潜深", 300, "milestone"),
                ("用电占比", 4, "final"),
                ("用电占比", 9, "milestone"),
            ],
        ),
        (
            "指标 | 数值 | 检验\n目标漏警率 | 2% | 海试\n潜深 | 800米 | 海试\n",
            [("目标漏警率", 2, "final"), ("潜深", 800, "final")],
        ),
        ("性能 | 传统工艺 | 国外产品\n潜深 | 300米 | 800米\n", []),
        ("设备 | 数量 | 单价\n水听器 | 3台 | 5万元\n", []),
        # one column of bounds, whatever heads it
        (
            "看什么 | 多少才算 | 怎么量\n潜深 | ≥800米 | 海试3次\n航程 | 不低于60公里 | 海试\n",
            [("潜深", 800, "final"), ("航程", 60, "final")],
        ),
        (
            "序 | 考核项 | 够格\n1 | 潜深 | ≥800米\n2 | 航程 | ≥60公里\n",
            [("潜深", 800, "final"), ("航程", 60, "final")],
        ),
        ("泊位设施 | 码头提供\n供电电压 | 不低于380 V\n泊位 | 不小于50 m\n", []),
        ("看什么 | 竞品\n潜深 | ≥800米\n航程 | ≥60公里\n", []),
        ("看什么 | 甲厂 | 乙厂\n潜深 | ≥800米 | ≥700米\n航程 | ≥60公里 | ≥50公里\n", []),
        ("指标 | 2027年挑战值\n潜深 | 950米\n", []),
    ],
)
def test_columns_by_what_they_hold_among_goals_only(table: str, expected: list[tuple[str, float, str]]) -> None:
    text, _ = structure(document(table))
    found = find_table_targets(text, text.tables[0], years=True)
    assert [(t.metric, t.value, t.stage) for t in found] == expected


HEADS = ["指标", "现值", "目标值", "<"], ["^", "^", "中期", "终期"]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (HEADS, [(800, "final"), (600, "milestone")]),
        ((["指标", "现值", "目标值", "<"], ["^", "^", "2026年", "2028年"]), [(600, "final"), (800, "final")]),
        ((["指标", "现值", "目标值", "<"], ["", "", "中期", "终期"]), [(800, "final"), (600, "milestone")]),
        ((["指标", "现值", "2028年目标", "<"], ["^", "^", "合格", "优秀"]), [(600, "final")]),
    ],
)
def test_heads_in_two_rows(heads: tuple[list[str], list[str]], expected: list[tuple[float, str]]) -> None:
    text, _ = structure(table([*heads, ["潜深", "300米", "600米", "800米"]], "指标\n"))
    found = find_table_targets(text, text.tables[0], years=True)
    assert [(t.metric, t.value, t.stage) for t in found] == [("潜深", value, stage) for value, stage in expected]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # a head merged over columns of words stands over data
        (
            [["考核指标", "<", "单位", "目标值"], ["性能", "潜深", "米", "800"], ["^", "航程", "公里", "60"]],
            [("性能潜深", 800, "米", None), ("性能航程", 60, "公里", None)],
        ),
        (
            [["考核指标", "<", "目标值"], ["潜器", "潜器潜深", "800米"], ["^", "航程", "60公里"]],
            [("潜器潜深", 800, "米", None), ("潜器航程", 60, "公里", None)],
        ),
        (
            [["指标", "目标值", "检验方法", "<"], ["潜深", "800米", "海试", "第三方"]],
            [("潜深", 800, "米", None)],
        ),
        # the upper head's unit and date
        (
            [["指标", "现值", "2028年目标（%）", "<"], ["^", "^", "中期", "终期"], ["国产化率", "30", "60", "80"]],
            [("国产化率", 80, "%", "2028"), ("国产化率", 60, "%", "2028")],
        ),
    ],
)
def test_merged_heads(rows: list[list[str]], expected: list[tuple[str, float, str, str | None]]) -> None:
    text, _ = structure(table(rows, "指标\n"))
    found = find_table_targets(text, text.tables[0], years=True)
    assert [(t.metric, t.value, t.unit, t.due) for t in found] == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "指标名称 | 潜深 | 航程 | 续航\n榜题要求 | ≥600米 | ≥50公里 | ≥8小时\n"
            "我方承诺 | 800米 | 60公里 | 力争做到9小时左右，视电池批次的情况另行商定\n",
            [("潜深", 800), ("航程", 60), ("续航", 9)],
        ),
        (
            "榜单指标 | 潜深 | 估计准确性\n到期数值 | 800米 | 0.63\n测定办法 | 海试 | 交叉验证\n",
            [("潜深", 800), ("估计准确性", 0.63)],
        ),
        (
            "考核指标 | 潜深 | 航程\n榜题要求 | 不小于600米 | 不少于50公里\n我司承诺 | 800米 | 60公里\n"
            "测定方法 | 海试三次，取其中最小的一次 | 海试\n",
            [("潜深", 800), ("航程", 60)],
        ),
        ("考核指标 | 潜深 | 航程\n榜题要求 | 不小于600米 | 不少于50公里\n我司测定 | 800米 | 60公里\n", []),
        # of a row that is headed as no promise, every cell has to be a figure
        ("产品 | 潜深 | 航程 | 续航\n验收时 | 800米 | 60公里 | 视电池批次情况另行商定\n", []),
    ],
)
def test_rows_that_bind_though_not_every_cell_is_a_figure(rows: str, expected: list[tuple[str, float]]) -> None:
    text, _ = structure(document(rows))
    assert [(t.metric, t.value) for t in find_table_targets(text, text.tables[0], years=True)] == expected


@pytest.mark.parametrize(
    "rows",
    [
        "年度 | 整机销量 | 产值\n2026年 | 100台 | 500万元\n2027年 | 300台 | 1500万元\n",  # of one year each
        "年度 | 整机销量 | 产值\n2027年 | 300台 | 1500万元\n累计 | 400台 | 2000万元\n",
        "产品 | 潜深 | 航程\n现有产品 | 300米 | 20公里\n目标产品 | 800米 | 60公里\n目标产品（轻量） | 500米 | 30公里\n",
        "设备 | 数量 | 单价\n目标模拟器 | 3台 | 5万元\n水听器 | 3台 | 5万元\n",
        "项目 | 潜深 | 航程\n" + 12 * "样机 | 300米 | 20公里\n" + "完成时承诺 | 800米 | 60公里\n",  # a long table
    ],
)
def test_tables_that_bind_in_no_row(rows: str) -> None:
    text, _ = structure(document(rows))
    assert find_table_targets(text, text.tables[0], years=True) == []


def test_a_cell_with_a_date_of_its_own() -> None:
    text, _ = structure(document("指标 | 2025年目标\n潜深 | 2026年12月底前达到800米\n航程 | 60公里\n"))
    found = find_table_targets(text, text.tables[0], years=True)
    assert [(t.metric, t.due) for t in found] == [("潜深", "2026-12"), ("航程", "2025")]
