"""Directions in tables: in rows, in columns, one a table, under a title over or beside their card."""

from collections.abc import Callable

import pytest
from documents import document, joined, table

from extractors.directions.directions import find_directions
from pipeline.records.notice_directions import build_directions
from pipeline.structure import structure
from schemas.document import Document

CALL = "关于张榜的公告\n各有关单位：\n现公开张榜。\n"
HEAD = ["类别", "序号", "揭榜方向", "攻关任务", "考核指标", "完成时限"]


def test_tables_with_their_labels_at_the_left() -> None:
    rows = [
        ["编号", "HT-03", "榜单名称", "耐压舱体"],
        ["攻关任务", "研制舱体。", "预期目标", "水深6000米以上。"],
        ["完成时限", "2027年6月", "榜单金额", "90万元"],
        ["编号", "HT-04", "榜单名称", "水声通信机"],
        ["攻关任务", "研制通信机。", "预期目标", "距离10公里以上。"],
    ]
    text, outline = structure(table(rows, "榜单\n"))
    found = find_directions(text, outline)
    assert [(d.number, d.name, d.due) for d in found] == [(3, "耐压舱体", "2027-06"), (4, "水声通信机", None)]
    assert [span.of(text.clean) for span in found[1].goals] == ["距离10公里以上。"]


def test_labels_that_number_what_they_name() -> None:
    rows = [
        ["榜单1", "耐压舱体"],
        ["攻关任务", "研制舱体。"],
        ["考核指标", "水深6000米以上。"],
        ["榜单2", "水声通信机"],
        ["攻关任务", "研制通信机。"],
        ["考核指标", "距离10公里以上。"],
    ]
    found = find_directions(*structure(table(rows, "附件1\n深海装备揭榜挂帅榜单\n")))
    assert [(d.number, d.name, len(d.goals)) for d in found] == [(1, "耐压舱体", 1), (2, "水声通信机", 1)]


def test_cards_behind_the_title_of_their_attachment() -> None:
    def card(number: str, name: str) -> Document:
        rows = [
            [number, name],
            ["攻关任务", "研制装备。"],
            ["考核指标", "①水深≥6000米"],
            ["必答事项", "（1）说明密封的失效模式；"],
        ]
        return table(rows)

    form = table([["项目名称", ""], ["申报单位", ""]], "附件2\n深海装备项目申报表\n")
    cards = [card("方向一", "耐压舱体"), document("\n", hard_wrapped=False), card("方向二", "水声通信机")]
    head = document("关于申报的通知\n各单位：\n请申报。\n附件1\n深海装备任务卡\n", hard_wrapped=False)
    text, outline = structure(joined(head, *cards, form))
    found = find_directions(text, outline)
    assert [(d.number, d.name, len(d.tasks), len(d.goals)) for d in found] == [
        (1, "耐压舱体", 2, 1),
        (2, "水声通信机", 2, 1),
    ]


def test_needs_under_one_another_each_with_its_number() -> None:
    rows = [
        ["需求编号", "HT-03"],
        ["需求名称", "耐压舱体"],
        ["背景与内容", "研制舱体。"],
        ["技术指标", "水深6000米以上。"],
    ]
    found = find_directions(*structure(table(rows, "某某公司张榜公告\n")))
    assert [(d.name, len(d.tasks), len(d.goals)) for d in found] == [("耐压舱体", 1, 1)]


def test_problems_and_indicators_in_one_column() -> None:
    rows = [
        ["序号", "企业名称", "技术需求名称", "需解决的主要问题及指标", "拟投入资金（万元）", "联系人及电话"],
        ["1", "某某重机公司", "自适应焊接", "实现免示教编程。精度±0.3mm。", "300", "祁连 0599-80112233"],
    ]
    found = find_directions(*structure(table(rows, "关于征集解决方案的公告\n")))
    assert [(d.name, len(d.goals)) for d in found] == [("自适应焊接", 1)]


def test_tracks_of_a_contest_with_their_questions() -> None:
    rows = [
        ["赛道", "赛题", "赛题说明"],
        ["农业", "产量预测", "构建预测模型，误差不超过8%。"],
        ["气象", "功率预报", "面向新能源，准确率达到90%以上。"],
    ]
    found = find_directions(*structure(table(rows, "关于举办大赛的通知\n")))
    assert [(d.name, d.category) for d in found] == [("产量预测", "农业"), ("功率预报", "气象")]


def test_directions_in_a_table() -> None:
    rows = [
        HEAD,
        ["部件", "3", "耐压舱体", "研制舱体。", "水深6000米以上。", "2027年6月"],
        ["^", "4", "水声通信机", "研制通信机。", "距离10公里以上。", "2026年12月"],
    ]
    text, outline = structure(table(rows, "附件1\n深海装备揭榜挂帅榜单\n"))
    found = find_directions(text, outline)
    assert [(d.number, d.name, d.category, d.due) for d in found] == [
        (3, "耐压舱体", "部件", "2027-06"),
        (4, "水声通信机", "部件", "2026-12"),
    ]
    assert found[1].goals[0].of(text.clean) == "距离10公里以上。"


def test_the_first_of_two_columns_of_tasks_names_them() -> None:
    rows = [
        ["序号", "技术需求", "拟解决的问题", "期望达到的指标"],
        ["1", "耐压舱体", "舱体易变形。", "水深6000米以上。"],
        ["2", "水声通信机", "误码高。", "距离10公里以上。"],
    ]
    found = find_directions(*structure(table(rows, "附表\n")))
    assert [(d.number, d.name) for d in found] == [(1, "耐压舱体"), (2, "水声通信机")]


def test_the_first_of_three_columns_is_a_need_that_names_itself() -> None:
    rows = [
        ["序号", "技术需求", "现状与瓶颈", "希望达到的要求", "企业及对接人"],
        ["1", "羊绒分梳智能控制", "短绒率高。", "短绒率降到10%以下。", "雪驼绒业 付厂长 139-0000-6601"],
        ["2", "水性涂装固化", "能耗高。", "能耗下降35%以上。", "竹韵家居 楚经理 139-0000-6602"],
    ]
    found = find_directions(*structure(table(rows, "附表\n")))
    assert [(d.number, d.name) for d in found] == [(1, "羊绒分梳智能控制"), (2, "水性涂装固化")]


def test_directions_side_by_side() -> None:
    rows = [
        ["榜单要素", "榜单一", "榜单二"],
        ["名称", "刀盘磨损监测", "离缝修补"],
        ["主要任务", "研发模型。", "研发材料。"],
        ["技术指标", "误差≤1mm。", "填充率≥98%。"],
        ["完成时限", "2027年9月", "2027年6月"],
    ]
    found = find_directions(*structure(table(rows, "附表\n")))
    assert [(d.number, d.name, d.due) for d in found] == [(1, "刀盘磨损监测", "2027-09"), (2, "离缝修补", "2027-06")]


def test_task_and_goal_in_one_column() -> None:
    rows = [
        ["专业", "编号", "项目名称", "主要研究内容及考核指标", "周期"],
        ["矿山", "AQ-1", "自然发火预警", "1.研究内容：研发模型。\n2.考核指标：准确率≥92%。", "18个月"],
        ["^", "AQ-2", "溃坝监测", "1.研究内容：研究融合。\n2.考核指标：精度优于0.5mm。", "24个月"],
    ]
    cleaned, outline = structure(table(rows, "表1\n"))
    found = find_directions(cleaned, outline)
    assert [(d.number, d.name, d.category) for d in found] == [(1, "自然发火预警", "矿山"), (2, "溃坝监测", "矿山")]
    assert [d.goals[0].of(cleaned.clean) for d in found] == ["准确率≥92%。", "精度优于0.5mm。"]


def test_things_to_supply_with_rows_of_requirements() -> None:
    rows = [
        ["标的", "指标类别", "指标内容", "最低要求", "期望值"],
        ["生物反应器", "性能", "混合时间", "≤60s", "≤45s"],
        ["^", "可靠性", "连续批次", "≥20批", "≥50批"],
        ["层析系统", "性能", "流速精度", "≤1%", "≤0.5%"],
    ]
    found = find_directions(*structure(table(rows, "附表\n")))
    assert [(d.number, d.name) for d in found] == [(1, "生物反应器"), (2, "层析系统")]


def test_numbers_in_the_names_cells_and_a_category_that_goes_on() -> None:
    rows = [
        ["领域", "榜题", "需求内容", "技术指标"],
        ["物流", "1.耐压舱体", "研制舱体。", "水深6000米以上。"],
        ["", "2.水声通信机", "研制通信机。", "距离10公里以上。"],
    ]
    found = find_directions(*structure(table(rows, "附表\n")))
    assert [(d.number, d.name, d.category) for d in found] == [(1, "耐压舱体", "物流"), (2, "水声通信机", "物流")]


def test_a_row_of_a_number_and_a_merged_cell_names_the_category() -> None:
    rows = [
        ["序号", "名称", "研究内容", "考核指标"],
        ["一", "海洋装备", "<", "<"],
        ["1", "耐压舱体", "研制舱体。", "6000米。"],
    ]
    found = find_directions(*structure(table(rows, "附表\n")))
    assert [(d.number, d.name, d.category) for d in found] == [(1, "耐压舱体", "海洋装备")]


def test_columns_that_speak_plainly() -> None:
    rows = [
        ["需求号", "场景", "需求主题", "我们要什么", "做到什么程度"],
        ["需求1", "物流", "耐压舱体", "研制舱体。", "水深6000米以上。"],
        ["需求2", "救援", "水声通信机", "研制通信机。", "距离10公里以上。"],
    ]
    found = find_directions(*structure(table(rows, "附表\n")))
    assert [(d.number, d.name, d.category) for d in found] == [(1, "耐压舱体", "物流"), (2, "水声通信机", "救援")]


def test_one_table_a_direction() -> None:
    rows = [["任务名称", "耐压舱体"], ["研究内容", "研制舱体。"], ["考核指标", "水深6000米以上。"]]
    found = find_directions(*structure(table(rows, "附件1\n深海装备揭榜挂帅榜单\n")))
    assert [(d.number, d.name) for d in found] == [(1, "耐压舱体")]


@pytest.mark.parametrize(
    "rows",
    [
        [["序号", "单位名称", "揭榜方向", "推荐理由"], ["1", "", "", ""], ["2", "", "", ""]],  # the recommender's blank
        [
            ["榜单名称", "评价重点", "适用作品"],
            ["性能榜", "速度", "各类作品"],
            ["创新榜", "新意", "各类作品"],
        ],  # rankings
    ],
)
def test_tables_that_list_no_directions(rows: list[list[str]]) -> None:
    assert find_directions(*structure(table(rows, "关于开展比赛的通知\n主办方设置以下榜单：\n"))) == []


LIST = "附件1\n深海装备揭榜挂帅榜单\n"
HULL = [["揭榜任务", "研制舱体。"], ["预期目标", "水深6000米以上。"]]
MODEM = [["揭榜任务", "研制通信机。"], ["预期目标", "距离10公里以上。"]]


def _over(title: str, card: list[list[str]]) -> list[list[str]]:
    """The title in a merged cell over the card."""
    return [[title, "<"], *card]


def _beside(title: str, card: list[list[str]]) -> list[list[str]]:
    """The title in a cell at the left of both rows."""
    return [[title, *card[0]], ["^", *card[1]]]


def _below(title: str, card: list[list[str]]) -> list[list[str]]:
    """Title, labels and texts in one column."""
    return [[title], *([words] for row in card for words in row)]


def _in_one_cell(title: str, card: list[list[str]]) -> list[list[str]]:
    """One column: the title, and both labels with their texts in one cell."""
    return [[title], ["\n".join("：".join(row) for row in card)]]


TITLES = [
    ("方向3　耐压舱体", "方向4　水声通信机"),
    ("方向三：耐压舱体", "方向四：水声通信机"),
    ("三、耐压舱体", "四、水声通信机"),
    ("（三）耐压舱体", "（四）水声通信机"),
]
TITLED = [
    (3, "耐压舱体", ["研制舱体。"], ["水深6000米以上。"]),
    (4, "水声通信机", ["研制通信机。"], ["距离10公里以上。"]),
]
Found = list[tuple[int, str, list[str], list[str]]]


def _titled(made: Document) -> Found:
    text, outline = structure(made)
    return [
        (d.number, d.name, [span.of(text.clean) for span in d.tasks], [span.of(text.clean) for span in d.goals])
        for d in find_directions(text, outline)
    ]


@pytest.mark.parametrize("titles", TITLES)
@pytest.mark.parametrize("card", [_over, _beside, _below, _in_one_cell])
def test_titles_of_cards(card: Callable[[str, list[list[str]]], list[list[str]]], titles: tuple[str, str]) -> None:
    """In one table for all, and in one table each."""
    first, second = card(titles[0], HULL), card(titles[1], MODEM)
    assert _titled(table(first + second, LIST)) == TITLED
    assert _titled(joined(table(first, LIST), table(second))) == TITLED


@pytest.mark.parametrize("part", ["具体需求", "海洋工程领域", "关键共性技术类"])
def test_a_part_of_a_named_card_is_no_title(part: str) -> None:
    named, card = [["榜单名称", "耐压舱体"], ["榜单名称", "水声通信机"]], []
    for name, rows in zip(named, (HULL, MODEM), strict=True):
        card += [name, [part, "<"], *rows]
    assert [one[1:] for one in _titled(table(card, LIST))] == [one[1:] for one in TITLED]


@pytest.mark.parametrize(
    ("other", "tasks"),
    [
        ("①适用于浅海与深海；②说明供电方式。", ["研制舱体。", "①适用于浅海与深海；②说明供电方式。"]),
        ("要让养殖大户参与方案的制定和评审。", ["研制舱体。", "要让养殖大户参与方案的制定和评审。"]),
        ("模型要用揭榜单位真实海试批次的数据建立。", ["研制舱体。", "模型要用揭榜单位真实海试批次的数据建立。"]),
        ("不得改变注册批准的舱体材料。", ["研制舱体。", "不得改变注册批准的舱体材料。"]),
        ("在揭榜单位注册地设立项目部。", ["研制舱体。"]),
        ("参与方须具有深海试验条件和资质。", ["研制舱体。"]),
        ("揭榜单位须具有深海试验条件。", ["研制舱体。"]),
        ("经费由揭榜方自筹。", ["研制舱体。"]),
    ],
)
def test_what_else_is_asked_of_the_work(other: str, tasks: list[str]) -> None:
    rows = [["榜单名称", "耐压舱体"], ["揭榜任务", "研制舱体。"], ["技术指标", "水深6000米以上。"], ["其他要求", other]]
    assert [found[2] for found in _titled(table(rows, LIST))] == [tasks]


def test_values_without_a_full_stop_in_one_column() -> None:
    rows = [["方向3　耐压舱体"], ["揭榜任务"], ["研制耐压舱体整机"], ["预期目标"], ["水深6000米以上"]]
    assert _titled(table(rows, LIST)) == [(3, "耐压舱体", ["研制耐压舱体整机"], ["水深6000米以上"])]


@pytest.mark.parametrize("titles", TITLES)
def test_titles_in_the_line_over_the_table(titles: tuple[str, str]) -> None:
    first, second = table(HULL, f"{LIST}{titles[0]}\n"), table(MODEM, f"{titles[1]}\n")
    assert _titled(joined(first, second)) == TITLED


@pytest.mark.parametrize(
    "made",
    [
        table(HULL, f"{LIST}本表所列内容供申报单位参考\n"),
        table(HULL, f"{LIST}三、申报单位按下表的要求组织攻关。\n"),
        table(_over("项目申报表", HULL), LIST),
        table(_over("三、申报材料清单", HULL), LIST),
        table(HULL, f"{LIST}三、攻关内容及要求\n"),
        table(HULL, f"{LIST}一、项目基本情况\n"),
        table(_over("项目基本情况", HULL), LIST),
        table(_over("需求信息", HULL), LIST),
        table(_beside("方案说明书", HULL), LIST),
        table(_over("方向3　耐压舱体", HULL[:1]), LIST),  # no goal
        table(_below("耐压舱体研制", HULL[1:]), LIST),  # no task
    ],
)
def test_cards_without_a_title(made: Document) -> None:
    assert _titled(made) == []


def test_what_a_column_of_other_requirements_asks() -> None:
    rows = [
        ["序号", "榜单名称", "攻关任务", "考核指标", "其他要求"],
        ["1", "耐压舱体", "研制舱体。", "水深6000米以上。", "1.须采用国产钛材；2.完成海试"],
        ["2", "水声通信机", "研制通信机。", "距离10公里以上。", "申报单位须具有海试资质"],
    ]
    text, outline = structure(table(rows, "榜单\n"))
    found = find_directions(text, outline)
    assert [[span.of(text.clean) for span in d.tasks] for d in found] == [
        ["研制舱体。", "1.须采用国产钛材；2.完成海试"],
        ["研制通信机。"],  # who may apply is none of the work
    ]


def test_what_stands_behind_the_table_of_a_directions_indicators() -> None:
    indicators = [["考核指标", "目标值"], ["水深", "≥6000 m"]]
    parts = [
        table(indicators, f"{head}\n揭榜任务：{task}\n")
        for head, task in (("方向一　耐压舱体", "研制舱体。"), ("方向二　通信机", "研制通信机。"))
    ]
    made = joined(
        parts[0],
        document("任务要求：（1）须采用国产钛材；（2）完成海试。\n"),
        parts[1],
        document("其他要求：兼容现有母船。\n三、申报条件\n"),
    )
    text, outline = structure(made)
    found = find_directions(text, outline)
    assert [[span.of(text.clean) for span in d.tasks] for d in found] == [
        ["研制舱体。", "（1）须采用国产钛材；（2）完成海试。"],
        ["研制通信机。", "兼容现有母船。"],
    ]


@pytest.mark.parametrize(("label", "tasks"), [("攻关要求", 2), ("研发要求", 2), ("装订要求", 1)])
def test_what_a_card_asks_beside_what_it_tells(label: str, tasks: int) -> None:
    cards = [
        [["任务编号", number], ["任务名称", name], ["任务说明", f"研制{name}。"], [label, "①选用国产钛材；②完成海试。"]]
        for number, name in (("HT-1", "耐压舱体"), ("HT-2", "水声通信机"))
    ]
    goals = ["考核指标", "寿命≥10年。"]
    text, outline = structure(joined(document("附件1 任务卡\n"), *(table([*card, goals]) for card in cards)))
    assert [len(d.tasks) for d in find_directions(text, outline)] == [tasks, tasks]


def test_the_task_beside_its_label_below_a_titled_line() -> None:
    tasks = [("方向一：耐压舱体", "面向深海作业，研制耐压舱体。"), ("方向二：通信机", "面向远海组网，研制水声通信机。")]
    goals = [["考核指标", "目标值"], ["水深", "≥6000 m"]]
    parts = [table([["揭榜任务", task], *goals], f"{head}\n") for head, task in tasks]
    text, outline = structure(joined(*parts))
    found = find_directions(text, outline)
    assert [[span.of(text.clean) for span in d.tasks] for d in found] == [[task] for _, task in tasks]


def test_two_columns_of_tasks_with_the_goals_between() -> None:
    rows = [
        ["编号", "榜单名称", "任务内容", "考核指标", "任务要求"],
        ["HT-01", "耐压舱体", "研制舱体。", "水深6000米以上。", "(1)给出再生办法"],
        ["HT-02", "水声通信机", "研制通信机。", "距离10公里以上。", "(1)说明机制"],
    ]
    text, outline = structure(table(rows, "榜单\n"))
    found = find_directions(text, outline)
    assert [span.of(text.clean) for span in found[0].tasks] == ["研制舱体。", "(1)给出再生办法"]
    assert [span.of(text.clean) for span in found[0].goals] == ["水深6000米以上。"]


@pytest.mark.parametrize(
    ("head", "tasks"),
    [
        ("难点描述", []),
        ("技术痛点", []),
        ("任务描述", ["现有舱体渗漏频繁。"]),
    ],
)
def test_what_is_hard_now_is_no_task_beside_what_is_to_be_reached(head: str, tasks: list[str]) -> None:
    rows = [
        ["序号", "需求名称", head, "拟达到的目标"],
        ["1", "耐压舱体", "现有舱体渗漏频繁。", "水深6000米以上。"],
        ["2", "水声通信机", "现有通信机误码多。", "距离10公里以上。"],
    ]
    text, outline = structure(table(rows, "榜单\n"))
    assert [span.of(text.clean) for span in find_directions(text, outline)[0].tasks] == tasks


def test_figures_in_a_table_and_tasks_in_chapters() -> None:
    first = "附件1\n技术方向\n（一）岸桥远程操控\n研究低时延传输。\n其他：须保留人工应急手段。\n"
    chapters = f"{first}（二）集卡混行调度\n研究全场调度。\n"
    rows = [
        ["方向", "考核项", "目标值"],
        ["（一）岸桥远程操控", "操控时延", "≤120 ms"],
        ["^", "人工接管率", "≤5%"],
        ["（二）集卡混行调度", "平均车速", "≥20 km/h"],
    ]
    _, targets = build_directions(*structure(table(rows, f"{CALL}{chapters}附件2\n考核要求总表\n")), None)
    directions, _ = build_directions(*structure(table(rows, f"{CALL}{chapters}附件2\n考核要求总表\n")), None)
    assert [(d.number, d.name, d.task) for d in directions] == [
        (1, "岸桥远程操控", "研究低时延传输\n须保留人工应急手段。"),
        (2, "集卡混行调度", "研究全场调度"),
    ]
    assert [(t.direction, t.metric) for t in targets] == [(1, "操控时延"), (1, "人工接管率"), (2, "平均车速")]


def test_rows_below_a_name_and_a_table_of_its_codes() -> None:
    first = [
        ["编号", "任务名称", "指标项", "目标值"],
        ["PS-1", "管网检测机器人", "识别准确率", "≥95%"],
        ["", "", "定位误差", "≤0.3 m"],
        ["PS-2", "混接溯源技术", "查出率", "≥90%"],
    ]
    second = [["PS-1", "影像资料全部归集到市平台。"], ["PS-2", "溯源过程不得中断居民排水。"]]
    made = joined(
        table(first, f"{CALL}表1 任务目标\n"), table(second, "表2 管理要求\n", "二、揭榜资格\n具有法人资格。\n")
    )
    directions, targets = build_directions(*structure(made), None)
    assert [(d.number, d.task) for d in directions] == [
        (1, "影像资料全部归集到市平台。"),
        (2, "溯源过程不得中断居民排水。"),
    ]
    assert [(t.direction, t.metric) for t in targets] == [(1, "识别准确率"), (1, "定位误差"), (2, "查出率")]


def test_a_turned_table_between_a_task_and_what_is_asked_besides() -> None:
    def topic(name: str, values: list[list[str]], asked: str) -> list[Document]:
        return [
            table(values, f"{name}\n攻克扩径技术，实现批量供货。\n"),
            document(f"约束条款：\n1) {asked}\n", hard_wrapped=False),
        ]

    first = topic("课题甲 八英寸衬底", [["指标", "弯曲度", "偏差"], ["达标值", "≤25 μm", "≤3 μm"]], "生长炉须自主研制")
    second = topic("课题乙1200 V沟槽器件", [["指标", "阈值电压", "寿命"], ["达标值", "≥2.8 V", "≥3 h"]], "须在区内投片")
    head = document(f"{CALL}附件1\n课题内容与指标\n", hard_wrapped=False)
    directions, targets = build_directions(*structure(joined(head, *first, *second)), None)
    assert [(d.number, d.name) for d in directions] == [(1, "八英寸衬底"), (2, "1200 V沟槽器件")]
    assert [clause.text for clause in directions[1].clauses][-1] == "须在区内投片"
    assert [(t.direction, t.metric) for t in targets] == [(1, "弯曲度"), (1, "偏差"), (2, "阈值电压"), (2, "寿命")]


@pytest.mark.parametrize(("note", "asked"), [("①须可独立穿脱", 2), ("申报单位须在本省注册", 1)])
def test_a_card_of_a_topic_with_its_note(note: str, asked: int) -> None:
    rows = [
        ["题号", "KF-1", "题目", "下肢助行器"],
        ["攻关任务", "研制轻便的助行器。", "<", "<"],
        ["技术指标", "质量不超过9 kg", "<", "<"],
        ["说明", note, "<", "<"],
    ]
    found = find_directions(*structure(table(rows, f"{CALL}附件1\n揭榜题目卡\n")))
    assert [(d.name, len(d.goals), len(d.tasks)) for d in found] == [("下肢助行器", 1, asked)]


def test_items_that_name_their_metrics_are_no_bare_values() -> None:
    rows = [
        ["序号", "需求名称", "难点描述", "拟达到的目标"],
        ["1", "鱼糜节水漂洗技术", "现有工艺耗水高。", "1.凝胶强度≥550克；2.漂洗用水量≤6吨"],
        ["2", "茶油低温压榨技术", "现有工艺出油低。", "1.残油率≤5.5%；2.酸价≤1.5"],
    ]
    _, targets = build_directions(*structure(table(rows, f"{CALL}附件1\n需求榜单\n")), None)
    assert [(t.direction, t.metric) for t in targets] == [
        (1, "凝胶强度"),
        (1, "漂洗用水量"),
        (2, "残油率"),
        (2, "酸价"),
    ]
