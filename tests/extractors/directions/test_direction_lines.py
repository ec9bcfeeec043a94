import pytest
from documents import document
from hypothesis import given
from hypothesis import strategies as st

from extractors.directions.directions import find_directions
from extractors.directions.labels.names import label_in
from extractors.directions.told.for_all import common_requirements
from pipeline.records.notice_directions import build_directions
from pipeline.structure import structure

HEAD = "关于发布榜单的通知\n各有关单位：\n现将榜单公布如下。\n"
PARTS = "研究内容：研制样机并完成海上试验。\n考核指标：水深6000米以上。\n"
TAIL = "二、申报条件\n（一）在本市注册。\n"

# text, [(number, name, category)]
LINES = [
    (  # 之一, and what is asked besides behind the text
        f"{HEAD}第一条 难题内容\n难题之一：岸基雷达。雷达误报严重。承担方应研制雷达。落实事项：界面用中文。\n"
        "难题之二：海洋浮标。承担方应研制浮标。落实事项：浮标可回收。\n第二条 揭榜人\n揭榜人须是法人。\n",
        [(1, "岸基雷达", None), (2, "海洋浮标", None)],
    ),
    (  # as many as the sentence before counts
        f"{HEAD}先说三件难事。\n第一件，岸基雷达。盼有一台雷达。\n第二件，海洋浮标。盼有一种浮标。\n"
        "第三件，水声通信机。盼有一种通信机。\n再说谁能揭。依法登记的企业都可以来。\n",
        [(1, "岸基雷达", None), (2, "海洋浮标", None), (3, "水声通信机", None)],
    ),
    (  # what is to be done in turn is none
        f"{HEAD}办理分三件事。\n第一件，填写登记。到窗口办理。\n第二件，提交材料。一份即可。\n",
        [],
    ),
    (  # the list's code in brackets behind the number, and one that did not read as a line of its own
        f"{HEAD}榜题一（XF-01）岸基雷达\n{PARTS}榜题二（XF-02）海洋浮标\n{PARTS}榜题三（XF-03）耐压舱体\n{PARTS}"
        f"第四个\n{PARTS}榜题五（XF-05）水声通信机\n{PARTS}{TAIL}",
        [(1, "岸基雷达", None), (2, "海洋浮标", None), (3, "耐压舱体", None), (5, "水声通信机", None)],
    ),
    (  # celestial stems count them, and plain words label their parts
        f"{HEAD}榜题甲 岸基雷达\n要做什么：研制雷达。\n做到什么程度：\n（1）作用距离 不小于80公里\n"
        f"榜题乙 海洋浮标\n应当响应事项：\n（1）浮标可在母船上布放；\n考核指标：\n①续航不少于90天\n{TAIL}",
        [(1, "岸基雷达", None), (2, "海洋浮标", None)],
    ),
    (  # no mark behind the number, a label behind the name
        f"{HEAD}方向1 注塑车间孪生。研究内容：构建孪生体。考核指标：不良率降低30%以上。\n"
        f"方向2 电机装配质检。研究内容：研制检测装置。考核指标：检出率不低于99%。\n{TAIL}",
        [(1, "注塑车间孪生", None), (2, "电机装配质检", None)],
    ),
    (  # scenes of use
        f"{HEAD}场景一：注塑车间数字孪生。主要内容：构建孪生体。考核指标：不良率降低30%以上。\n"
        f"场景二：电机装配质检。主要内容：研制检测装置。考核指标：检出率不低于99%。\n{TAIL}",
        [(1, "注塑车间数字孪生", None), (2, "电机装配质检", None)],
    ),
    (  # what its heading names stands behind it
        f"{HEAD}（一）场景1：深水网箱巡检\n场景需求：研制机器人。\n预期成效：巡检网箱不少于6口。\n"
        f"（二）场景2：渔港智慧监管\n场景需求：建设系统。\n预期成效：接入渔港不少于4座。\n{TAIL}",
        [(1, "深水网箱巡检", None), (2, "渔港智慧监管", None)],
    ),
    (  # who asks stands in brackets behind the name
        f"{HEAD}1．水声通信机（需求单位：某某船厂）。主要需求：研制样机。指标要求：距离不小于5公里。\n"
        f"2．布放机器人（需求单位：某某公司）。主要需求：研制机器人。指标要求：水深不小于300米。\n{TAIL}",
        [(1, "水声通信机", None), (2, "布放机器人", None)],
    ),
    (
        f"{HEAD}命题1：巷道变形监测。要求：完成样机；测点间距不大于5米。\n"
        f"命题2：叶片除冰。要求：完成试验；除冰时间不超过20分钟。\n{TAIL}",
        [(1, "巷道变形监测", None), (2, "叶片除冰", None)],
    ),
    (  # numbers in two figures, and the order where their last figures recur
        f"{HEAD}课题1.1 耐压舱体\n{PARTS}课题1.2 水声通信机\n{PARTS}课题2.1 布放机器人\n{PARTS}{TAIL}",
        [(1, "耐压舱体", None), (2, "水声通信机", None), (3, "布放机器人", None)],
    ),
    (  # numbered within a chapter
        f"{HEAD}1.1 项目一：耐压舱体\n{PARTS}1.2 项目二：水声通信机\n{PARTS}{TAIL}",
        [(1, "耐压舱体", None), (2, "水声通信机", None)],
    ),
    (  # tasks within a chapter are parts of the work
        f"{HEAD}一、总体任务\n1.1 任务一：关键技术研发\n研制样机。\n1.2 任务二：应用示范\n建设示范点。\n"
        f"方向1：岸基雷达\n{PARTS}方向2：拖曳声呐\n{PARTS}{TAIL}",
        [(1, "岸基雷达", None), (2, "拖曳声呐", None)],
    ),
    (  # a colon in a numbered heading
        f"{HEAD}一、部件类\n（一）揭榜项目一：耐压舱体\n1.主要任务\n研制舱体。\n2.预期指标\n（1）水深6000米以上。\n"
        f"（二）揭榜项目二：水声通信机\n1.主要任务\n研制通信机。\n2.预期指标\n（1）距离10公里以上。\n",
        [(1, "耐压舱体", None), (2, "水声通信机", None)],
    ),
    (  # the inner list holds the directions, the outer one their categories
        f"{HEAD}方向一 关键部件\n课题1：耐压舱体\n{PARTS}课题2：水声通信机\n{PARTS}"
        f"方向二 整机\n课题3：布放机器人\n{PARTS}",
        [(1, "耐压舱体", "关键部件"), (2, "水声通信机", "关键部件"), (3, "布放机器人", "整机")],
    ),
    (  # numbered anew under each
        f"{HEAD}方向一 关键部件\n课题1：耐压舱体\n{PARTS}课题2：水声通信机\n{PARTS}"
        f"方向二 整机\n课题1：布放机器人\n{PARTS}",
        [(1, "耐压舱体", "关键部件"), (2, "水声通信机", "关键部件"), (3, "布放机器人", "整机")],
    ),
    (  # run in, the number in brackets; what follows is none of the last one's
        f"{HEAD}榜题（一）耐压舱体。要求：水深6000米以上。\n榜题（二）水声通信机。要求：距离10公里以上。\n申报事宜：\n"
        "1、资助：每题资助50万元。\n",
        [(1, "耐压舱体", None), (2, "水声通信机", None)],
    ),
    (  # who asks and the money belong not to the name
        f"{HEAD}一、难题清单\n1.耐压舱体焊接变形控制（某海工有限公司，悬赏260万元）\n难题描述：变形大。\n需达到的"
        "要求：变形不超过2mm。\n"
        f"2.水声换能器一致性提升（某声学公司，悬赏90万元）\n难题描述：一致性差。\n需达到的要求：偏差不超过1dB。\n{TAIL}",
        [(1, "耐压舱体焊接变形控制", None), (2, "水声换能器一致性提升", None)],
    ),
    (  # labels in 【】
        f"{HEAD}【需求编号】SN2026-01\n【需求名称】耐压舱体\n【主要任务】研制舱体。\n【技术指标】水深6000米以上。\n"
        "【需求编号】SN2026-02\n【需求名称】水声通信机\n【主要任务】研制通信机。\n【技术指标】距离10公里以上。\n",
        [(1, "耐压舱体", None), (2, "水声通信机", None)],
    ),
    (  # the field that a block names is its category
        f"{HEAD}榜单一\n项目名称：耐压舱体\n所属领域：海洋装备\n{PARTS}榜单二\n项目名称：水声通信机\n所属领域：电子信息\n{PARTS}",
        [(1, "耐压舱体", "海洋装备"), (2, "水声通信机", "电子信息")],
    ),
    (  # numbered headings below lines that only group them
        f"{HEAD}方向一：海洋新材料\n1.耐压复合材料\n开发耐压材料，支撑深海装备发展。\n"
        "申报要求：企业牵头。每个项目完成后，新增专利6—8项。\n2.防污涂层\n开发防污涂层，实现规模化生产。\n"
        f"方向二：海洋能源\n1.潮流能叶片\n突破叶片设计与制造技术，完成海试。\n{TAIL}",
        [(1, "耐压复合材料", "海洋新材料"), (2, "防污涂层", "海洋新材料"), (3, "潮流能叶片", "海洋能源")],
    ),
    (  # items of a task are none
        f"{HEAD}方向一：海洋新材料\n1.研制耐压材料。\n2.完成海上试验。\n方向二：海洋能源\n1.研制叶片。\n2.完成海试。\n{TAIL}",
        [(1, "海洋新材料", None), (2, "海洋能源", None)],
    ),
    (f"{HEAD}任务一：按时报送。\n任务三：认真组织。\n", []),  # in no order
]

# words, thing, numbers, name
LETTERED = (
    "关于征集攻关项目的公告\n攻关项目\n项目A：掘锚机器人\n指标：掘进速度不小于5米。\n经费上限：2600万元。\n"
    "项目B：尾矿胶凝材料\n指标：尾矿掺量60%以上。\n经费上限：1800万元。\n"
    "项目A 符工 0599-65500011\n项目B 阚博士 0599-65500012\n"
)


def test_lines_that_say_whom_to_ask_are_no_directions() -> None:
    text, outline = structure(document(LETTERED, hard_wrapped=False))
    found = find_directions(text, outline)
    assert [(d.number, d.name, [s.of(text.clean) for s in d.goals]) for d in found] == [
        (1, "掘锚机器人", ["掘进速度不小于5米。"]),
        (2, "尾矿胶凝材料", ["尾矿掺量60%以上。"]),
    ]


def test_what_the_work_has_to_bring_may_stand_under_another_label() -> None:
    words = (
        f"{HEAD}方向一：耐压舱体\n研究内容：研制舱体。\n申报要求：企业牵头。项目完成后，新增专利6项以上。\n"
        f"方向二：水声通信机\n{PARTS}{TAIL}"
    )
    text, outline = structure(document(words, hard_wrapped=False))
    found = find_directions(text, outline)
    assert [s.of(text.clean) for s in found[0].goals] == ["项目完成后，新增专利6项以上。"]


LABELS = [
    ("【令一】竹管道高速成型", "令", (1,), "竹管道高速成型"),
    ("方向1：智能芯片", "方向", (1,), "智能芯片"),
    ("方向1：日用瓷低温快烧", "方向", (1,), "日用瓷低温快烧"),
    ("课题1.2水声通信机", "课题", (1, 2), "水声通信机"),
    ("【榜题三】水声通信机", "榜题", (3,), "水声通信机"),
    ("榜单一：3000吨级起重船", "榜单", (1,), "3000吨级起重船"),
    ("方向2：5G专网通信终端", "方向", (2,), "5G专网通信终端"),
    ("（二）揭榜任务二：水声通信机", "任务", (2,), "水声通信机"),
    ("榜单1 水声通信机（发榜单位：某研究所）", "榜单", (1,), "水声通信机"),
    ("榜题乙 水声通信机", "榜题", (2,), "水声通信机"),
    ("榜题SY-02 水声通信机", "榜题", (2,), "水声通信机"),
    ("课题HB-2026-03：水声通信机", "课题", (3,), "水声通信机"),
    ("赛题一　水声通信机。研制样机。指标：距离不小于5公里。", "赛题", (1,), "水声通信机"),
]


@pytest.mark.parametrize(("text", "wanted"), LINES)
def test_directions_in_lines(text: str, wanted: list[tuple[int, str, str | None]]) -> None:
    found = find_directions(*structure(document(text, hard_wrapped=False)))
    assert [(d.number, d.name, d.category) for d in found] == wanted


@pytest.mark.parametrize(("words", "thing", "key", "name"), LABELS)
def test_labels(words: str, thing: str, key: tuple[int, ...], name: str) -> None:
    label = label_in(words)
    assert label is not None
    assert (label.thing, label.key, label.name) == (thing, key, name)


@pytest.mark.parametrize(
    "words",
    [
        "项目2026年启动",
        "任务3个",
        "项目一：2026年年底前完成验收",
        "任务1：12个月内完成样机",
        "申报项目须在本市实施",
        "□方向1：智能芯片",
        "方向明确，任务1完成",
        "项目甲方负责验收",
        "任务RT-5A型雷达样机",
    ],
)
def test_no_labels(words: str) -> None:
    assert label_in(words, alone=True) is None


@given(st.text(alphabet="方向课题任务1.一（）【】：。编号 ", max_size=60))
def test_any_words_are_read(words: str) -> None:
    label = label_in(words)
    assert label is None or 0 < label.end <= len(words)


def test_what_holds_for_all_ends_the_last_direction() -> None:
    common = "共性考核要求\n各榜题均须交付样机不少于2台，示范时间不少于3个月。\n"
    listed = f"榜题一 岸基雷达\n{PARTS}榜题二 海洋浮标\n{PARTS}"
    text, outline = structure(document(f"{HEAD}附件1\n揭榜榜单\n{listed}{common}"))
    found = find_directions(text, outline)
    assert [direction.name for direction in found] == ["岸基雷达", "海洋浮标"]
    assert not any("示范" in goal.of(text.clean) for direction in found for goal in direction.goals)
    _, targets = build_directions(text, outline, None)
    assert [(t.metric, t.value) for t in targets if t.direction is None] == [("交付样机", 2), ("示范时间", 3)]
    run_in = "共性要求：各榜题均须交付样机不少于2台。\n"
    text, outline = structure(document(f"{HEAD}附件1\n揭榜榜单\n{listed}{run_in}"))
    assert [span.of(text.clean) for span in common_requirements(text, outline)] == [run_in.strip()]


@pytest.mark.parametrize(
    "inside", ["（一）通用技术要求\n通道不少于64个。\n（二）专项要求\n", "通用要求：样机不少于20台。\n"]
)
def test_what_a_direction_says_of_itself_is_not_for_all(inside: str) -> None:
    listed = f"榜题一 岸基雷达\n{PARTS}榜题二 海洋浮标\n{inside}{PARTS}"
    text, outline = structure(document(f"{HEAD}附件1\n揭榜榜单\n{listed}"))
    assert [sum("6000" in goal.of(text.clean) for goal in d.goals) for d in find_directions(text, outline)] == [1, 1]


@pytest.mark.parametrize("words", ["方向一（AI4S）科学智能平台", "方向2：（H2O2）绿色合成装备"])
def test_an_acronym_is_no_code_of_the_list(words: str) -> None:
    label = label_in(words)
    assert label is not None
    assert "（" in label.name


def test_a_common_demand_inside_one_direction_is_that_ones() -> None:
    listed = f"榜题一 岸基雷达\n{PARTS}共性要求：样机不少于20台。\n榜题二 海洋浮标\n{PARTS}"
    _, targets = build_directions(*structure(document(f"{HEAD}附件1\n揭榜榜单\n{listed}")), None)
    assert [t for t in targets if t.direction is None] == []


TOGETHER = (
    "一、榜单方向\n共发布两个方向，指标统一列于汇总表。\n方向一　鲜叶分级装备（FX-01）\n任务描述：研制分级装备。\n"
    "任务要求：1.图像可追溯；2.分区调控。\n方向二　连续杀青机组（FX-02）\n"
    "任务描述：研制杀青机组。\n任务要求：1.余热回收。\n指标汇总表\n"
)


@pytest.mark.parametrize(
    ("first", "second"), [("方向一", "方向二"), ("鲜叶分级装备", "连续杀青机组"), ("FX-01", "FX-02")]
)
def test_a_table_of_indicators_of_all_directions(first: str, second: str) -> None:
    rows = f"| {first} | 分级准确率 | ≥92% |\n| {first} | 损伤率 | ≤3% |\n| {second} | 台时产量 | ≥400kg/h |\n"
    words = f"{HEAD}{TOGETHER}| 方向 | 指标 | 要求值 |\n{rows}二、申报条件\n（一）申报单位应为企业。\n"
    _, targets = build_directions(*structure(document(words)), None)
    assert [(t.direction, t.metric, t.value) for t in targets] == [
        (1, "分级准确率", 92),
        (1, "损伤率", 3),
        (2, "台时产量", 400),
    ]


def test_a_table_that_lists_the_directions_is_theirs() -> None:
    rows = "| 方向一 岸基雷达 | 研制雷达。 | 作用距离≥20km |\n| 方向二 海洋浮标 | 研制浮标。 | 覆盖率≥95% |\n"
    words = f"{HEAD}一、榜单\n| 方向 | 任务 | 指标 |\n{rows}二、申报条件\n（一）申报单位应为企业。\n"
    _, targets = build_directions(*structure(document(words)), None)
    assert [(t.direction, t.metric, t.value) for t in targets] == [(1, "作用距离", 20), (2, "覆盖率", 95)]
