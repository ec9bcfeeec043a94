"""Lists of named tasks, each with its figures, in layouts that no other reader of directions knows."""

import pytest
from documents import document, joined, table

from pipeline.records.notice_directions import build_directions
from pipeline.structure import structure
from schemas.document import Document

CALL = "关于张榜的公告\n各有关单位：\n现面向全国公开张榜。\n"
Told = list[tuple[str, list[str], list[str]]]


def _told(made: Document) -> Told:
    """Each direction with its figures and what else is asked."""
    directions, targets = build_directions(*structure(made), None)
    return [
        (d.name, [t.metric for t in targets if t.direction == d.number], [c.text for c in d.clauses if not c.numeric])
        for d in directions
    ]


CARDS = (
    "附一 榜单卡片\n┏ 卡片 QH-01 ┓\n榜名：苜蓿叶片机采装置\n来由：人工采收跟不上。\n交什么：\n- 采净率：≥92%\n"
    "- 破损率：≤4%\n"
    "落实事项：\n- 样机在本园留存\n- 配套编写操作规程\n┗━━━━┛\n"
    "┏ 卡片 QH-02 ┓\n榜名：饲草青贮窖温监测网\n来由：霉变发现晚。\n交什么：\n- 测温误差：≤0.5℃\n- 续航：≥300天\n"
    "落实事项：\n- 数据存放在园区机房\n┗━━━━┛\n"
)
BARE_CARDS = (
    "附一 本期要揭的榜\n林区无人集材索道\n症结：坡陡路远。\n硬杠杠：\n单次运量：≥800 kg\n运距：≥1.2 km\n红线：\n"
    "不得砍伐保留木\n"
    "树脂快速采割手\n症结：割脂工难招。\n硬杠杠：\n每小时采割：≥60株\n红线：\n刀头须可现场更换\n"
)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(
            CARDS,
            [
                ("苜蓿叶片机采装置", ["采净率", "破损率"], ["样机在本园留存", "配套编写操作规程"]),
                ("饲草青贮窖温监测网", ["测温误差", "续航"], ["数据存放在园区机房"]),
            ],
            id="cards in frames, each with a code over its name",
        ),
        pytest.param(
            BARE_CARDS,
            [
                ("林区无人集材索道", ["单次运量", "运距"], ["不得砍伐保留木"]),
                ("树脂快速采割手", ["每小时采割"], ["刀头须可现场更换"]),
            ],
            id="names over labels that no lexicon has",
        ),
        pytest.param(
            "附一 谁来揭\n第一类\n主体：\n注册资本：≥500 kW\n红线：\n不得失信\n第二类\n主体：\n装机：≥300 kW\n"
            "红线：\n不得停业\n",
            [],
            id="who may apply",
        ),
        pytest.param(
            "附一 联络名册\n牵头处室：科技处\n电话：0571-5550001\n地点：一号楼\n牵头处室：装备处\n"
            "电话：0571-5550002\n地点：二号楼\n",
            [],
            id="whom to ask",
        ),
    ],
)
def test_cards_of_the_same_labels(words: str, told: Told) -> None:
    assert _told(document(CALL + words)) == told


def test_numbered_headings_over_tables_of_indicators() -> None:
    head = ["序号", "指标", "要求"]
    first = table(
        [head, ["1", "额定载荷", "≥12 t"], ["2", "单件质量", "≤60 kg"]],
        f"{CALL}附录A 榜题说明\nA.1 支线机轮刹车盘\nA.1.1 用途：用于主机轮。\nA.1.2 技术指标见表A.1。\n表A.1\n",
    )
    second = table(
        [head, ["1", "最高线速度", "≥300 km/h"]],
        "A.1.3 约束条件：\na) 应完成适航符合性验证。\nA.2 刹车盘惯性试验台\nA.2.1 用途：用于全谱试验。\n"
        "A.2.2 技术指标见表A.2。\n表A.2\n",
    )
    behind = "A.2.3 约束条件：\na) 试验台应布置在集团现有厂房内。\nb) 控制软件应提供源程序。\n附录B 承诺函\n"
    "我方承诺材料真实。\n"
    assert _told(joined(first, second, document(behind))) == [
        ("支线机轮刹车盘", ["额定载荷", "单件质量"], ["应完成适航符合性验证"]),
        ("刹车盘惯性试验台", ["最高线速度"], ["试验台应布置在集团现有厂房内", "控制软件应提供源程序"]),
    ]


def test_quoted_names_with_one_table_of_all_figures() -> None:
    rows = [
        ["榜", "指标", "目标值"],
        ["甲榜", "输出功率", "≥12 kW"],
        ["甲榜", "电光效率", "≥42%"],
        ["乙榜", "最小孔径", "≤20 μm"],
    ]
    words = (
        f"{CALL}【两道榜】\n"
        "甲榜 《单模块激光器》。切割市场需要单模块出光。做这道榜的，泵浦源要用国产芯片，光路要便于现场更换。\n"
        "乙榜 《玻璃通孔加工机》。基板打孔慢。做这道榜的，整机要能接入洁净产线。\n指标总表\n"
    )
    assert _told(table(rows, words, "【资格】\n法人单位。\n")) == [
        ("单模块激光器", ["输出功率", "电光效率"], ["泵浦源要用国产芯片", "光路要便于现场更换"]),
        ("玻璃通孔加工机", ["最小孔径"], ["整机要能接入洁净产线"]),
    ]
