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


def test_figures_in_brackets_behind_names() -> None:
    words = (
        f"{CALL}附件1\n榜单\n（1）管缆巡检机器人（工作水深≥300 m，续航≥8 h）。须适应浑水环境。\n"
        "（2）网箱投饵系统（投饵半径≥15 m，故障率≤1%）。饵料破碎不得影响水质。\n"
    )
    assert _told(document(words)) == [
        ("管缆巡检机器人", ["工作水深", "续航"], ["须适应浑水环境"]),
        ("网箱投饵系统", ["投饵半径", "故障率"], ["饵料破碎不得影响水质"]),
    ]


@pytest.mark.parametrize("lead", ["#0{}  ", "", "第{}张｜"])
def test_cards_of_figures_below_labels_that_no_lexicon_has(lead: str) -> None:
    words = (
        f"{CALL}附件1\n要揭的榜\n{lead.format(1)}复合管高速成型线\n找谁用：竹业公司\n为什么要：手工缠绕慢\n"
        f"成型速度：≥12 m/min\n管径偏差：±1 mm\n另外：树脂须不含甲醛\n{lead.format(2)}竹材无胶热压板\n"
        "找谁用：家居公司\n"
        "为什么要：胶黏剂有味\n静曲强度：≥30 MPa\n另外：不得使用酚醛树脂\n"
    )
    assert _told(document(words)) == [
        ("复合管高速成型线", ["成型速度", "管径偏差"], ["树脂须不含甲醛"]),
        ("竹材无胶热压板", ["静曲强度"], ["不得使用酚醛树脂"]),
    ]


def test_names_alone_over_paragraphs() -> None:
    words = (
        f"{CALL}附件1\n年度榜单\n高海拔直流断路器\n故障电流上升快。开断电流不小于25 kA。须在换流站试运行。\n"
        "盐穴声呐测量系统\n腔体形状难以看清。测距不小于100 m。不得停止注采。\n"
    )
    assert _told(document(words)) == [
        ("高海拔直流断路器", ["开断电流"], ["须在换流站试运行"]),
        ("盐穴声呐测量系统", ["测距"], ["不得停止注采"]),
    ]


@pytest.mark.parametrize(
    "chapters",
    [
        "一、门槛\n企业规模\n上年营收不低于2000万元，研发占比不低于3%。\n团队配置\n博士占比不低于20%。\n",
        # chapters on one task, of its time, on how things are, of prizes
        "一、技术指标\n（一）整机工作能力\n作业水深不低于3000米。\n（二）采样系统\n采样成功率不低于95%。\n",
        "一、内容\n（一）整机性能参数\n作业水深不低于3000米。\n（二）采样系统参数\n采样成功率不低于95%。\n",
        "一、进度安排\n（一）项目启动工作\n完成率达到30%。\n（二）项目攻坚工作\n完成率达到80%。\n",
        "一、产业基础\n（一）新能源汽车产业\n产值占比达到30%。\n（二）集成电路产业\n产值占比达到20%。\n",
        "一、奖项\n（一）技术创新大奖\n得分不低于90%。\n（二）产业应用大奖\n得分不低于80%。\n",
    ],
)
def test_paragraphs_of_a_call_are_no_tasks(chapters: str) -> None:
    assert _told(document(f"{CALL}{chapters}二、报名\n在本市注册。\n")) == []


def test_headings_of_tasks_with_figures() -> None:
    chapters = "一、攻关任务及指标\n（一）深海采样装置\n作业水深不低于3000米。\n（二）岸基监测雷达\n误报率不高于5%。\n"
    assert _told(document(CALL + chapters)) == [
        ("深海采样装置", ["作业水深"], []),
        ("岸基监测雷达", ["误报率"], []),
    ]
