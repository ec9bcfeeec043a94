"""What a call tells of its directions apart from their list: in tables of all of them, in lists of one, in columns."""

import pytest
from documents import document, joined, table

from extractors.directions.labels.of_work import other_asks_of_work
from pipeline.records.notice_directions import build_directions
from pipeline.structure import structure
from schemas.document import Document

CALL = "关于张榜的公告\n各有关单位：\n现公开张榜。\n"
LISTED = f"{CALL}一、难题榜单\n难题甲：岸基雷达\n难题乙：海洋浮标\n二、报名条件\n（一）领衔人是本市会员。\n"
FIGURES = [
    ["难题", "指标名称", "目标值"],
    ["甲", "作用距离", "≥80公里"],
    ["", "误报率", "≤5%"],
    ["乙", "续航", "≥90天"],
]
ASKED = [["难题", "要求"], ["甲", "不增加现有工序；便于职工拆洗"], ["乙", "浮标可回收"]]


def _told(made: Document) -> tuple[list[tuple[int, list[str]]], list[tuple[int | None, str]]]:
    directions, targets = build_directions(*structure(made), None)
    asked = [(d.number, [c.text for c in d.clauses if not c.numeric]) for d in directions]
    return asked, [(t.direction, t.metric) for t in targets]


@pytest.mark.parametrize("title", ["申报条件", "报名条件", "申报材料", "推荐名额", "评审办法", "参赛对象"])
def test_who_may_apply_for_it_is_no_task(title: str) -> None:
    words = (
        f"{CALL}一、课题申报类别\n（一）浮标课题（周期为2年）\n（二）雷达课题（周期为1年）\n（三）海图课题（限报3项）\n"
        f"二、{title}\n（一）浮标课题：从事航海工作满2年的船队均可申报。\n（二）雷达课题：在港船东均可。\n（三）海图课题：不限。\n"
    )
    directions, targets = build_directions(*structure(document(words, hard_wrapped=False)), None)
    assert [d.name for d in directions] == ["浮标课题", "雷达课题", "海图课题"]
    assert not targets
    assert not any(d.clauses for d in directions)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("浮标组网（为期18个月）", "浮标组网"),
        ("浮标组网（研究期限2年）", "浮标组网"),
        ("浮标组网（拟立项5项左右）", "浮标组网"),
        ("浮标组网（每校限报1项）", "浮标组网"),
        ("浮标组网（共3项）", "浮标组网"),
        ("浮标组网（第2代）", "浮标组网（第2代）"),
        ("浮标组网（5G专网）", "浮标组网（5G专网）"),
        ("浮标组网（北斗三号）", "浮标组网（北斗三号）"),
        ("浮标组网（含24小时值守）", "浮标组网（含24小时值守）"),
        ("浮标组网（二期）", "浮标组网（二期）"),
    ],
)
def test_what_brackets_behind_a_name_tell(head: str, name: str) -> None:
    words = f"{CALL}一、申报方向\n（一）{head}\n（二）岸基雷达\n二、申报条件\n在本市注册。\n"
    directions, _ = build_directions(*structure(document(words, hard_wrapped=False)), None)
    assert [d.name for d in directions] == [name, "岸基雷达"]


def test_tables_of_all_directions_by_their_stems() -> None:
    asked, figures = _told(joined(table(FIGURES, f"{LISTED}附表一\n指标一览\n"), table(ASKED, "附表二\n其他要求\n")))
    assert asked == [(1, ["不增加现有工序", "便于职工拆洗"]), (2, ["浮标可回收"])]
    assert figures == [(1, "作用距离"), (1, "误报率"), (2, "续航")]


def test_numbers_of_rows_name_no_directions() -> None:
    rows = [["序号", "要求"], ["1", "材料统一装订成册。"], ["2", "材料一式三份报送。"]]
    assert _told(table(rows, f"{LISTED}附表一\n材料要求\n"))[0] == [(1, []), (2, [])]


def test_indicators_all_in_one_cell_for_each() -> None:
    rows = [["难题", "量化指标"], ["甲", "作用距离≥80公里；误报率≤5%"], ["乙", "续航≥90天"]]
    assert _told(table(rows, f"{LISTED}附表一\n指标一览\n"))[1] == [(1, "作用距离"), (1, "误报率"), (2, "续航")]


@pytest.mark.parametrize("heads", [["指标", "要求"], ["指标项", "数值"]])
def test_figures_behind_the_names_of_indicators(heads: list[str]) -> None:
    rows = [
        ["课题编号", "课题名称", *heads],
        ["XH-01", "转辙机状态预测", "预测误差", "≤0.2mm"],
        ["^", "^", "误报率", "≤2%"],
        ["XH-02", "轨道电路识别", "识别准确率", "≥99%"],
    ]
    behind = (
        "3.2 各课题的边界条件如下：\nXH-01的边界条件：\na) 不得改变机械结构；\nb) 供电应与信号电源隔离。\n"
        "XH-02的边界条件：\na) 应适应钢轨锈蚀。\n4 应榜\n4.1 文件胶装成册。\n"
    )
    asked, figures = _told(table(rows, f"{CALL}表1 指标汇总表\n", behind))
    assert asked == [(1, ["不得改变机械结构", "供电应与信号电源隔离"]), (2, ["应适应钢轨锈蚀"])]
    assert figures == [(1, "预测误差"), (1, "误报率"), (2, "识别准确率")]


@pytest.mark.parametrize(
    ("head", "first", "second", "asked"),
    [
        (
            "附带要求",
            "提供中文帮助",
            "碰撞检查可追溯；支持多人协同",
            [["提供中文帮助"], ["碰撞检查可追溯", "支持多人协同"]],
        ),
        (
            "备注",
            "任务要求：\n兼容现有雷达；\n数据须脱敏。",
            "须能夜间使用。",
            [["兼容现有雷达", "数据须脱敏"], ["须能夜间使用"]],
        ),
        (
            "申报要求",
            "1)样机由申报人自备\n2)失效样品须保留备查",
            "申报单位须为企业",
            [["样机由申报人自备", "失效样品须保留备查"], []],
        ),
        ("备注", "重点支持", "企业出题", [[], []]),
        ("备注", "拟支持1个团队", "揭榜金额可调整", [[], []]),
        ("应用前景", "可推广至全省港口", "可应用于近海养殖", [[], []]),
        ("已有条件", "具备试验海域", "具备浮标平台", [[], []]),
        ("行业水平", "国外误报率达到3%", "国内续航达到60天", [[], []]),
    ],
)
def test_a_column_of_what_is_asked_besides(head: str, first: str, second: str, asked: list[list[str]]) -> None:
    rows = [
        ["编号", "榜单名称", "关键指标", head],
        ["R1", "岸基雷达", "误报率≤5%", first],
        ["R2", "海洋浮标", "续航≥90天", second],
    ]
    told, figures = _told(table(rows, f"{CALL}一、榜单\n"))
    assert [clauses for _, clauses in told] == asked
    assert figures == [(1, "误报率"), (2, "续航")]


@pytest.mark.parametrize(
    ("head", "value"), [("数量", "3台"), ("联系电话", "13800000000"), ("实施年限", "2"), ("榜额（万元）", "300")]
)
def test_figures_beside_indicators_in_words_that_are_none_of_theirs(head: str, value: str) -> None:
    rows = [
        ["编号", "榜单名称", "技术指标", head],
        ["R1", "岸基雷达", "降低误报", value],
        ["R2", "海洋浮标", "提升续航", value],
    ]
    asked, figures = _told(table(rows, f"{CALL}一、榜单\n"))
    assert (asked, figures) == ([(1, []), (2, [])], [])


@pytest.mark.parametrize("label", ["说明：", "使用要求", "约束：", "配套事项"])
def test_labels_of_what_is_asked_besides(label: str) -> None:
    words = (
        f"{CALL}一、榜题\n榜题甲 岸基雷达\n技术指标：误报率≤5%。\n{label}\n◆雷达可拆运\n"
        f"榜题乙 海洋浮标\n技术指标：续航≥90天。\n{label}\n◆浮标可回收\n贰、揭榜者\n在本市登记。\n"
    )
    assert _told(document(words)) == ([(1, ["雷达可拆运"]), (2, ["浮标可回收"])], [(1, "误报率"), (2, "续航")])


@pytest.mark.parametrize(
    ("label", "said", "wanted"),
    [
        ("申报要求", "通信协议应公开；水表应便于更换。", True),
        ("申报要求", "申报单位须为企业。", False),
        ("申报要求", "须产学研联合申报。", False),
        ("说明", "（1）走廊相遇时主动避让老人。", True),
        ("说明", "本榜由三家养老院提出。", False),
        ("备注", "须由医师确认后发出", True),
        ("备注", "须由本地企业牵头", False),
        ("其他要求", "①提示音须支持两种方言；②读数须由三级医院复核。", True),
        ("其他要求", "图纸须由甲级单位审定，成品须由第三方机构检测。", True),
        ("其他要求", "须由整车企业参与检测。", False),
        ("其他要求", "须由高校承担。", False),
        ("备注", "支持3个品牌的雷达接入", True),
        ("备注", "支持2个", False),
        ("其他", "预警信息同步推送消防机构。", True),
        ("其他", "知识产权由双方协商。", False),
        ("其他", "安装期间的围护由揭榜方负责。", True),
        ("其他要求", "提供配套的天线参考设计。", True),
        ("其他要求", "按1:1配套。", False),
        ("其他要求", "企业、高等院校、科研院所均可牵头。", False),
        ("有关要求", "须说明关键部件国产配套情况。", True),
    ],
)
def test_whether_it_is_asked_of_the_work(label: str, said: str, wanted: bool) -> None:
    assert other_asks_of_work(label, said) is wanted


AHEAD = (
    f"{CALL}一、揭榜内容\n本次张榜两个方向：一是岸基雷达，二是海洋浮标。指标按上述顺序列于附件1。\n"
    "二、申报条件\n在本市注册。\n"
)


@pytest.mark.parametrize(("first", "second"), [("方向一", "方向二"), ("岸基雷达", "海洋浮标")])
def test_an_annex_in_the_order_of_the_sentence_that_lists_them(first: str, second: str) -> None:
    below = f"{first}\n误报率不高于5%；\n不得损伤网衣。\n{second}\n续航不少于90天。\n"
    asked, figures = _told(document(f"{AHEAD}附件1\n指标和要求\n{below}"))
    assert asked == [(1, ["不得损伤网衣"]), (2, [])]
    assert figures == [(1, "误报率"), (2, "续航")]


def test_steps_that_a_sentence_counts_are_no_directions() -> None:
    words = (
        f"{CALL}各方向分三个方面：一是按时报送，二是加强管理，三是每周调度。\n"
        "本榜共三项任务：一是提升意识，二是对照自查，三是须整改。\n"
        "本榜设三项任务：一是完成样机研制，二是开展现场试验，三是形成标准规范。\n"
        "会议部署了三项重点任务：一是安全生产，二是防汛抗旱，三是疫情防控。\n"
    )
    assert _told(document(words)) == ([], [])


def test_names_over_labels_alone() -> None:
    rows = [
        ["", "网箱巡检机器人", "叶片除冰装置"],
        ["指标1", "识别率≥95%", "除冰时间≤20分钟"],
        ["指标2", "续航≥6小时", "功耗≤15kW"],
        ["要求", "不得损伤网衣", "不改变叶片外形"],
    ]
    asked, figures = _told(table(rows, f"{CALL}一、榜题\n"))
    assert asked == [(1, ["不得损伤网衣"]), (2, ["不改变叶片外形"])]
    assert figures == [(1, "识别率"), (1, "续航"), (2, "除冰时间"), (2, "功耗")]


def test_cards_whose_need_tells_the_figures_too() -> None:
    def card(name: str, asker: str, need: str, note: str) -> Document:
        return table([["题目", name], ["出题单位", asker], ["需求", need], ["说明", note]])

    first = card("网箱巡检机器人", "某某渔业", "研制机器人，识别率不低于95%", "不得损伤网衣")
    second = card("叶片除冰装置", "某某风电", "研制除冰装置，功耗不高于15kW", "不改变叶片外形")
    asked, figures = _told(joined(document(f"{CALL}一、题目\n"), first, document("\n"), second))
    assert asked == [(1, ["研制机器人", "不得损伤网衣"]), (2, ["研制除冰装置", "不改变叶片外形"])]
    assert figures == [(1, "识别率"), (2, "功耗")]


def test_a_card_without_who_asks_is_a_form() -> None:
    assert _told(table([["题目", "（不超过25字）"], ["需求", "说明拟解决的问题"], ["说明", "须附图"]], CALL)) == (
        [],
        [],
    )


def test_cards_in_lines() -> None:
    words = (
        f"{CALL}一、题目\n题目：网箱巡检机器人\n出题单位：某某渔业\n需求：研制机器人，识别率不低于95%。\n说明：不得损伤网衣。\n"
        "题目：叶片除冰装置\n出题单位：某某风电\n需求：研制除冰装置，功耗不高于15kW。\n说明：不改变叶片外形。\n二、条件\n在本市注册。\n"
    )
    asked, figures = _told(document(words))
    assert asked == [(1, ["研制机器人", "不得损伤网衣"]), (2, ["研制除冰装置", "不改变叶片外形"])]
    assert figures == [(1, "识别率"), (2, "功耗")]


@pytest.mark.parametrize("title", ["题目", "叫什么", ""])
def test_rows_of_unknown_labels_over_names_side_by_side(title: str) -> None:
    rows = [
        [title, "网箱巡检机器人", "叶片除冰装置"],
        ["数字怎么算", "1. 识别率≥95%\n2. 续航≥6小时", "1. 除冰时间≤20分钟"],
        ["另外讲好", "◇ 旧网衣不拆\n◇ 渔工能换电池", "◇ 叶片外形不变\n◇ 设备本地有人修"],
        ["县里出钱", "不超过60万元", "不超过90万元"],
    ]
    asked, figures = _told(table(rows, f"{CALL}一、榜题\n"))
    assert asked == [(1, ["旧网衣不拆", "渔工能换电池"]), (2, ["叶片外形不变", "设备本地有人修"])]
    assert figures == [(1, "识别率"), (1, "续航"), (2, "除冰时间")]


def test_columns_of_what_is_compared_are_no_directions() -> None:
    rows = [["", "网箱巡检机器人", "叶片除冰装置"], ["产地", "本县", "外省"], ["数字怎么算", "识别率≥95%", "功耗≤15kW"]]
    assert _told(table(rows, f"{CALL}一、现有产品\n")) == ([], [])


NUMBERED = (
    f"{CALL}2 任务\n2.1 渠系渗流感知\n2.1.1 不得破坏渠坡。\n2.1.2 数据格式开放。\n"
    "2.2 闸位光纤监测\n2.2.1 雨雾天能连续工作。\n3 报送\n3.1 正本一份。\n附表1 考核数字\n"
)


@pytest.mark.parametrize(("head", "numbers"), [("对应任务", ("2.1", "2.2")), ("任务", ("2.1项", "第2.2项"))])
def test_figures_by_the_numbers_of_the_text(head: str, numbers: tuple[str, str]) -> None:
    rows = [
        ["序", head, "考核项", "应达到", "如何核"],
        ["1", numbers[0], "渗压精度", "≤0.1%", "检定"],
        ["2", numbers[0], "定位误差", "≤1 m", "开渠"],
        ["3", numbers[1], "数据到报率", "≥98%", "统计"],
    ]
    asked, figures = _told(table(rows, NUMBERED))
    assert asked == [(1, ["不得破坏渠坡", "数据格式开放"]), (2, ["雨雾天能连续工作"])]
    assert figures == [(1, "渗压精度"), (1, "定位误差"), (2, "数据到报率")]


def test_labels_of_one_character_in_titled_lines() -> None:
    words = (
        f"{CALL}榜一：库房火情嗅探\n数：报警时间不超过90秒；误报次数不多于2次。\n戒：不得在柜体上钻孔\n戒：探头颜色须协调\n"
        "榜二：库房热像值守\n数：识别距离不小于25米。\n戒：设备不得成为火源\n【谁可揭榜】\n·注册资本200万元的单位\n"
    )
    asked, figures = _told(document(words))
    assert asked == [(1, ["不得在柜体上钻孔", "探头颜色须协调"]), (2, ["设备不得成为火源"])]
    assert figures == [(1, "报警时间"), (1, "误报次数"), (2, "识别距离")]
