import pytest
from documents import document

from extractors.contacts.contacts import find_contacts
from extractors.directions.directions import find_directions
from extractors.directions.labels.parts import label_kind
from pipeline.records.notice_directions import build_directions
from pipeline.structure import structure
from schemas.document import Cell, Document, Table

BLOCKS = (
    "关于发布揭榜项目榜单的公告\n现将榜单公布如下。\n附件\n榜单\n榜单一\n榜单名称：潮流能机组\n需求背景：现有机组功率小。\n"
    "研究内容：研制潮流能机组。\n考核指标：\n1.功率不小于2MW；\n2.寿命：不少于20年。\n实施期限：2026年7月至2029年6月\n榜额：800万元\n"
    "榜单二\n榜单名称：海水淡化膜\n研究内容：研制反渗透膜。\n考核指标：脱盐率≥99.8%。\n榜额：500万元\n"
)
DEMANDS = (
    "企业技术需求清单\n需求编号：XQ-2026-07\n需求名称：低温轴承\n需求企业：某轴承厂\n现状：寿命2000小时。\n"
    "需求内容及指标：研制轴承，寿命不少于8000小时。\n拟投入资金：50万元\n需求编号：XQ-2026-09\n需求名称：绿色切削液\n"
    "需求内容及指标：磷含量≤0.1%。\n期限：2027年12月底前\n"
)
RUN_IN = (
    "关于征集攻关单位的通知\n一、攻关方向\n方向1：船用电池。能量密度超过200Wh/kg。\n"
    "方向2：氢能绞车。噪声≤70dB。\n二、申报条件\n在本市注册。\n"
)
CALL = "关于发布揭榜项目榜单的通知\n各有关单位：\n现将榜单公布如下。\n"
HEADED = (
    CALL + "一、重点任务\n（一）深海钻机。突破液压系统。到2028年，钻深不低于100米。\n"
    "（二）海底布缆机。突破喷射埋设，埋深不少于3米。\n二、揭榜条件\n独立法人。\n"
)
IN_SQUARE_BRACKETS = (
    CALL + "1.深海钻机\n【攻关内容】研制深海钻机。\n【考核指标】钻深不低于100米。\n"
    "2.海底布缆机\n【攻关内容】研制布缆机。\n【考核指标】埋深≥3米。\n"
)
SET_APART = (
    CALL + "一、榜题\n榜题一 深海钻机\n攻关内容 研制深海钻机。\n考核指标 钻深不低于100米。\n"
    "榜题二 海底布缆机\n攻关内容 研制布缆机。\n考核指标 埋深≥3米，售价在18万元以内。\n"
)
UNLABELLED = (
    CALL + "一、攻关课题\n（一）深海钻机（深海领域）\n解决液压难题。要求达到：①钻深不低于100米。\n"
    "（二）布缆机（海缆领域）\n解决埋设难题。要求达到：①埋深≥3米。\n二、揭榜条件\n独立法人。\n"
)
NUMBERED = (
    CALL + "项目编号：JB2026-01\n项目名称：深海钻机\n主要研究内容及目标：钻深不低于100米。\n资金：300万元\n"
    "项目编号：JB2026-02\n项目名称：海底布缆机\n主要研究内容及目标：埋深≥3米。\n资金：200万元\n"
)
RUNNING = (
    CALL
    + "一、攻关方向。共设两个方向。方向一是复合材料壁板，要求孔隙率在1%以内。方向二是承力接头，要求尺寸达到1.6米。\n"
    "二、揭榜单位应当是境内注册的企业。\n"
)
BLANK_FORM = "申报书\n项目名称：\n研究内容：\n考核指标：\n申报单位：\n申报日期：\n"

CASES = [
    (  # the next chapter is no part of the last block
        CALL
        + "一、张榜内容\n（一）榜题名称：叶片防除冰\n（二）研究内容\n研制防除冰系统。\n（三）技术指标\n能耗不超过3%。\n"
        "（四）成果形式\n样机1套。\n二、揭榜时间\n2026年8月15日前送达。\n",
        [(1, "叶片防除冰", ["能耗不超过3%。", "样机1套。"])],
    ),
    (BLOCKS, [(1, "潮流能机组", ["1.功率不小于2MW；\n2.寿命：不少于20年。"]), (2, "海水淡化膜", ["脱盐率≥99.8%。"])]),
    (DEMANDS, [(7, "低温轴承", ["研制轴承，寿命不少于8000小时。"]), (9, "绿色切削液", ["磷含量≤0.1%。"])]),
    (RUN_IN, [(1, "船用电池", ["能量密度超过200Wh/kg"]), (2, "氢能绞车", ["噪声≤70dB"])]),
    (
        HEADED,
        [
            (1, "深海钻机", ["突破液压系统。到2028年，钻深不低于100米"]),
            (2, "海底布缆机", ["突破喷射埋设，埋深不少于3米"]),
        ],
    ),
    (IN_SQUARE_BRACKETS, [(1, "深海钻机", ["钻深不低于100米。"]), (2, "海底布缆机", ["埋深≥3米。"])]),
    (NUMBERED, [(1, "深海钻机", ["钻深不低于100米。"]), (2, "海底布缆机", ["埋深≥3米。"])]),
    (SET_APART, [(1, "深海钻机", ["钻深不低于100米。"]), (2, "海底布缆机", ["埋深≥3米，售价在18万元以内。"])]),
    (UNLABELLED, [(1, "深海钻机", ["①钻深不低于100米。"]), (2, "布缆机", ["①埋深≥3米。"])]),
    (RUNNING, [(1, "复合材料壁板", ["要求孔隙率在1%以内。"]), (2, "承力接头", ["要求尺寸达到1.6米。"])]),
    (BLANK_FORM, []),
]


@pytest.mark.parametrize(("words", "wanted"), CASES)
def test_blocks(words: str, wanted: list[tuple[int, str, list[str]]]) -> None:
    text, outline = structure(document(words, hard_wrapped=False))
    found = find_directions(text, outline)
    said = [(d.number, d.name, [s.of(text.clean) for s in (d.goals or d.tasks)]) for d in found]
    assert said == wanted


LABELS = [
    ("需求由来", "other"),
    ("要做到的事", "task"),
    ("技术经济指标", "goal"),
    ("需求内容及指标", "goal"),
    ("技术攻关内容", "task"),
    ("攻关要点", "task"),
    ("攻关时限", "due"),
    ("拟投入资金", "other"),
    ("需求企业", "other"),
    ("发酵周期", None),
    ("耐水性", None),
]


@pytest.mark.parametrize(("label", "kind"), LABELS)
def test_labels_by_their_end(label: str, kind: str | None) -> None:
    assert label_kind(label) == kind


def wide(rows: list[list[str]]) -> Document:
    """A document with one table; ^ is covered by the cell above, < by the cell at the left."""
    text, cells, start = "附件1\n绿色船舶揭榜挂帅榜单\n", [], 0
    start = len(text)
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            down, right = 1, 1
            while words not in "^<" and r + down < len(rows) and rows[r + down][c] == "^":
                down += 1
            while words not in "^<" and c + right < len(row) and row[c + right] == "<":
                right += 1
            if words not in ("^", "<"):
                cells.append(Cell(len(text), len(text) + len(words), r, c, down, right))
                text += words
            text += "\t" if c < len(row) - 1 else "\n"
    return document(text, tables=(Table(start, len(text), tuple(cells)),), hard_wrapped=False)


def test_head_in_two_rows_and_targets_of_its_columns() -> None:
    rows = [
        ["编号", "项目名称", "研究内容", "考核指标", "<", "<"],
        ["^", "^", "^", "指标名称", "单位", "指标值"],
        ["1", "风帆助推装置", "研制可收放硬质风帆。", "帆面积", "平方米", "≥300"],
        ["^", "^", "^", "节能率", "%", "8以上"],
        ["2", "岸电接口", "研制高压岸电接口。", "额定电压", "kV", "6.6"],
    ]
    text, outline = structure(wide(rows))
    directions, targets = build_directions(text, outline, None)
    assert [(d.number, d.name) for d in directions] == [(1, "风帆助推装置"), (2, "岸电接口")]
    assert [(t.direction, t.metric, t.comparator, t.value, t.unit) for t in targets] == [
        (1, "帆面积", ">=", 300.0, "平方米"),
        (1, "节能率", ">=", 8.0, "%"),
        (2, "额定电压", "=", 6.6, "kV"),
    ]


def test_columns_told_by_their_end_and_the_present_state() -> None:
    rows = [
        ["序号", "企业名称", "难题名称", "难题描述及技术需求", "考核指标", "联系人及电话"],
        ["1", "甲厂", "铝液净化", "现有效率仅60%，需开发净化工艺。", "效率≥90%。", "郑经理 13700000001"],
        ["2", "乙厂", "连续制粒", "需研制连续制粒装备。", "产能不低于120kg/h。", "王 芳 0599-0000001"],
    ]
    text, outline = structure(wide(rows))
    directions, targets = build_directions(text, outline, None)
    assert [(d.number, d.name) for d in directions] == [(1, "铝液净化"), (2, "连续制粒")]
    assert [(t.direction, t.value) for t in targets] == [(1, 90.0), (2, 120.0)]
    people = [(c.organization, c.person, c.phones) for c in find_contacts(text, outline)]
    assert people == [("甲厂", "郑经理", ("13700000001",)), ("乙厂", "王芳", ("0599-0000001",))]


def test_titled_lines_under_one_labelled_heading() -> None:
    words = (
        "关于发布任务的通告\n现发布如下。\n一、任务概况\n任务1 电解水制氢\n攻关内容：研制电解槽。\n"
        "技术指标：电耗≤4.2kWh/Nm³。\n任务2 电池拆解\n攻关内容：研制产线。\n"
        "技术指标：建成5万吨级示范线，回收率≥93%。\n二、揭榜资格\n独立法人。\n"
    )
    directions, targets = build_directions(*structure(document(words, hard_wrapped=False)), None)
    assert [d.name for d in directions] == ["电解水制氢", "电池拆解"]
    assert [(t.direction, t.value) for t in targets] == [(1, 4.2), (2, 93.0)]


def test_rows_that_head_a_group_are_categories() -> None:
    rows = [
        ["序号", "榜单方向", "攻关任务", "预期目标"],
        ["一、动力", "<", "<", "<"],
        ["1", "氨燃料发动机", "研制氨燃料发动机。", "热效率不低于48%。"],
        ["二、装备", "<", "<", "<"],
        ["2", "智能锚泊", "研制智能锚泊系统。", "定位误差≤2m。"],
    ]
    found = find_directions(*structure(wide(rows)))
    assert [(d.number, d.name, d.category) for d in found] == [(1, "氨燃料发动机", "动力"), (2, "智能锚泊", "装备")]


@pytest.mark.parametrize(
    "head",
    [
        ["序号", "评分项目", "评分内容", "分值"],
        ["序号", "任务", "内容", "责任单位"],
        ["序号", "材料名称", "内容", "份数"],
    ],
)
def test_heads_of_other_tables(head: list[str]) -> None:
    rows = [head, ["1", "技术水平", "先进程度", "40"], ["2", "产业前景", "市场规模", "60"]]
    assert find_directions(*structure(wide(rows))) == []


def test_what_a_call_without_directions_asks_of_the_work() -> None:
    words = (
        "智能巡检竞赛命题方案\n一、命题背景\n年产生图像超过2300万张。\n二、命题内容\n设计识别算法。作品须达到下列最低要求：\n"
        "（1）对6类缺陷的平均精度不低于0.75；\n（2）模型体积不超过60MB。\n三、奖励办法\n奖金不超过10万元。\n"
    )
    directions, targets = build_directions(*structure(document(words, hard_wrapped=False)), None)
    assert directions == ()
    assert [(t.direction, t.metric, t.value) for t in targets] == [
        (None, "6类缺陷的平均精度", 0.75),
        (None, "模型体积", 60),
    ]
