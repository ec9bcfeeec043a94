import pytest
from documents import document

from extractors.application.achievements import find_achievements
from extractors.application.funds import find_funds
from extractors.application.milestones import find_milestones
from extractors.application.team import find_team
from extractors.forms.forms import find_fields
from pipeline.structure import structure
from schemas.outline import Outline
from schemas.text import Text

HEAD = "潮汐能装备揭榜项目\n任务书\n"


def _read(words: str) -> tuple[Text, Outline]:
    return structure(document(HEAD + words, hard_wrapped=None if "\t" in words else False))


TEAM_TABLE = (
    "序号\t姓名\t职称\t学历\t所在单位\t任务分工\n"
    "1\t殷 月\t教授级高工\t博士\t海澄重工有限公司\t总体设计\n"
    "2\t伍开泰\t工程师\t硕士\t临浦大学\t仿真\n"
)
# words, [(name, title, organisation, duty)]
TEAM = [
    (
        f"三、项目团队\n{TEAM_TABLE}",
        [
            ("殷月", "教授级高工", "海澄重工有限公司", "总体设计"),
            ("伍开泰", "工程师", "临浦大学", "仿真"),
        ],
    ),
    ("三、研究团队\n项目负责人殷月（博士，研究员）负责总体设计。\n", [("殷月", "博士，研究员", None, "总体设计")]),
    (
        "三、项目团队\n序号\t姓名\t职称\t任务分工\n1\t向北川\t工程师\t仿真\n2\t于小鱼\t研究员\t海试\n",
        [("向北川", "工程师", None, "仿真"), ("于小鱼", "研究员", None, "海试")],
    ),
    (
        "一、团队成员\n序号\t姓名\t专业\t分工\n1\t殷月（队长）\t船舶\t总体\n2\t伍开泰\t自动化\t仿真\n",
        [("殷月", None, None, "总体"), ("伍开泰", None, None, "仿真")],
    ),
    # Rows of a form, and a list of contacts, are no team.
    ("申报表\n负责人\t姓名\t殷月\t职务\t经理\n联系人\t姓名\t伍开泰\t手机\t13900000000\n", []),
    ("三、联系方式\n单位\t联系人\t职务\t电话\n海澄重工\t殷月\t经理\t0571-00000000\n", []),
]


@pytest.mark.parametrize(("words", "wanted"), TEAM)
def test_team(words: str, wanted: list[tuple[str, str | None, str | None, str | None]]) -> None:
    assert [(x.name, x.title, x.organization, x.duty) for x in find_team(*_read(words))] == wanted


# words, [(kind, name, amount, source, year)]
FUNDS = [
    (
        "七、钱怎么花\n设备费 1,420万元 熔炼炉、手套箱\n材料费 760万元 坩埚\n合计 2180万元\n八、风险\n略。\n",
        [
            ("item", "设备费", 1.42e7, None, None),
            ("item", "材料费", 7.6e6, None, None),
            ("total", "合计", 2.18e7, None, None),
        ],
    ),
    (
        "五、经费预算\n单位：万元\n科目\t2026年\t2027年\t合计\n设备费\t100\t50.5\t150.5\n合计\t1,100\t50.5\t1,150.5\n",
        [
            ("item", "设备费", 1e6, None, 2026),
            ("item", "设备费", 505000.0, None, 2027),
            ("item", "设备费", 1505000.0, None, None),
            ("total", "合计", 1.1e7, None, 2026),
            ("total", "合计", 505000.0, None, 2027),
            ("total", "合计", 1.1505e7, None, None),
        ],
    ),
    (  # the heads are the items, the rows say what the figures are
        "五、经费预算\n经费来源（万元）\t总投资\t申请市级资金\t自筹资金\n金额\t500\t150\t350\n占比（%）\t100\t30\t70\n",
        [
            ("total", "总投资", 5e6, None, None),
            ("source", "申请市级资金", 1.5e6, "申请市级资金", None),
            ("source", "自筹资金", 3.5e6, "自筹资金", None),
        ],
    ),
    ("五、经费预算\n姓名\t分工\t投入时间（人月）\n甲乙丙\t机械设计\t12\n", []),
    (
        "五、经费预算\n项目总投资3000万元，其中申请财政资金800万元，企业自筹2200万元。\n",
        [
            ("total", "项目总投资", 3e7, None, None),
            ("source", "申请财政资金", 8e6, "申请财政资金", None),
            ("source", "企业自筹", 2.2e7, "企业自筹", None),
        ],
    ),
    ("申报表\n项目总投资（万元）\t860\n上年度研发投入（万元）\t400\n", [("total", "项目总投资", 8.6e6, None, None)]),
    ("四、预期效益\n指标\t金额（万元）\n销售收入\t5000\n", []),
    (  # in the unit of the heading
        "五、经费概算（万元）\n来源：自筹560，申请市级补助240，合计800。会议12，均由自筹。\n",
        [
            ("source", "自筹", 5.6e6, "自筹", None),
            ("source", "申请市级补助", 2.4e6, "申请市级补助", None),
            ("total", "合计", 8e6, None, None),
        ],
    ),
    ("五、经费概算\n来源：自筹560，申请市级补助240，合计800。\n", []),
    (  # dots, a rule, and a heading that did not read as one
        "二、研究内容\n研制浮标。\nC5 经费安排（万元，自筹）\n"
        "人员费  ......  92\n设备费  ......  31\n测试费  ......  26\n---------\n总投入  ......  149\n",
        [
            ("item", "人员费", 920000.0, None, None),
            ("item", "设备费", 310000.0, None, None),
            ("item", "测试费", 260000.0, None, None),
            ("total", "总投入", 1490000.0, None, None),
        ],
    ),
    (
        "二、内容\n研制浮标。\nC5 数量\n人员  ......  92\n设备  ......  31\n测试  ......  26\n合计  ......  149\n",
        [],
    ),
]


@pytest.mark.parametrize(("words", "wanted"), FUNDS)
def test_funds(words: str, wanted: list[tuple[str, str, float, str | None, int | None]]) -> None:
    text, outline = _read(words)
    found = find_funds(text, outline, tuple(find_fields(text, outline)))
    assert [(x.kind, x.name, x.amount, x.source, x.year) for x in found] == wanted


# words, [(kind, count, number)]
ACHIEVEMENTS = [
    (
        "一、研究基础\n公司获授权发明专利38项、软件著作权二十项，曾获省科技进步二等奖。\n",
        [("patent", 38, None), ("software", 20, None), ("award", None, None)],
    ),
    ("一、前期基础\n核心技术已获发明专利（ZL202310000001.5）。\n", [("patent", None, "ZL202310000001.5")]),
    ("一、研究基础\n主持国家重点研发计划课题2项。\n", [("project", 2, None)]),
    ("二、预期成果\n申请发明专利不少于10项，发表论文5篇。\n", []),
    ("一、研究基础\n现有试验台3套。拟申请发明专利5项。\n", []),
]


@pytest.mark.parametrize(("words", "wanted"), ACHIEVEMENTS)
def test_achievements(words: str, wanted: list[tuple[str, int | None, str | None]]) -> None:
    assert [(x.kind, x.count, x.number) for x in find_achievements(*_read(words))] == wanted


# words, [(start, end, stage, text)]
MILESTONES = [
    (
        "四、进度安排\n2027年第四季度：样机海试。\n2028年第一季度（至2月20日）：总结验收。\n",
        [("2027-10", "2027-12", None, "样机海试"), ("2028-01", "2028-02-20", None, "至2月20日）：总结验收")],
    ),
    (
        "四、进度安排\n2026年1月至6月完成样机设计；2026年下半年完成试制，效率达到90%。2027年12月底前通过验收。\n",
        [
            ("2026-01", "2026-06", None, "完成样机设计"),
            ("2026-07", "2026-12", None, "完成试制，效率达到90%"),
            (None, "2027-12", None, "通过验收"),
        ],
    ),
    (
        "四、实施计划\n阶段\t起止时间\t主要任务\n"
        "第一阶段\t2026.01—2026.06\t方案设计\n第二阶段\t2026.07—2027.03\t样机试制\n",
        [
            ("2026-01", "2026-06", "第一阶段", "方案设计"),
            ("2026-07", "2027-03", "第二阶段", "样机试制"),
        ],
    ),
    (
        "四、计划进度\n（1）第一阶段（2026年1月—2026年6月）：完成方案设计。\n（2）第二阶段（2026年7月—12月）：试制。\n",
        [("2026-01", "2026-06", "第一阶段", "完成方案设计"), ("2026-07", "2026-12", "第二阶段", "试制")],
    ),
    ("一、研究基础\n2023年1月完成了样机设计。\n", []),
]


@pytest.mark.parametrize(("words", "wanted"), MILESTONES)
def test_milestones(words: str, wanted: list[tuple[str | None, str | None, str | None, str]]) -> None:
    assert [(x.start, x.end, x.stage, x.text) for x in find_milestones(*_read(words))] == wanted


def test_a_budget_in_a_cell_of_the_form() -> None:
    words = "申报表\n企业名称\t海澄重工有限公司\n投入预算\t总投入3,800万元，其中设备购置1,500万元、材料2,300万元\n"
    text, outline = _read(words)
    found = [(x.kind, x.name, x.amount) for x in find_funds(text, outline)]
    assert found == [("total", "总投入", 3.8e7), ("item", "设备购置", 1.5e7), ("item", "材料", 2.3e7)]


def test_sources_and_costs_side_by_side() -> None:
    rows = "经费来源\t金额（万元）\t经费支出\t金额（万元）\n申请财政补助\t36\t材料费\t42\n单位自筹\t14\t测试费\t8\n"
    text, outline = _read(f"一、经费概算\n{rows}")
    found = [(x.kind, x.name, x.amount / 1e4) for x in find_funds(text, outline)]
    assert found == [
        ("source", "申请财政补助", 36),
        ("item", "材料费", 42),
        ("source", "单位自筹", 14),
        ("item", "测试费", 8),
    ]


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [
        ("万元", [("item", "设备", 61), ("item", "材料", 28), ("total", "合计", 89)]),
        ("金额（万元）", [("item", "设备", 61), ("item", "材料", 28), ("total", "合计", 89)]),
        ("占比（%）", []),
    ],
)
def test_a_budget_that_lies_on_its_side(unit: str, wanted: list[tuple[str, str, float]]) -> None:
    text, outline = _read(f"一、经费预算\n科目\t设备\t材料\t合计\n{unit}\t61\t28\t89\n")
    assert [(x.kind, x.name, x.amount / 1e4) for x in find_funds(text, outline)] == wanted


@pytest.mark.parametrize(("head", "read"), [("B6 钱怎么花（万元）", True), ("B6 设备与场地（平方米）", False)])
def test_a_budget_in_lines_below_plain_words(head: str, read: bool) -> None:
    rows = "　　海试材料　720\n　　浮标加工　640\n　　出海人员　510\n　　合计　　　1,870\n"
    text, outline = _read(f"一、实施方案\n先试浮标，再试潜器。\n{head}\n{rows}")
    found = [(x.kind, x.amount / 1e4) for x in find_funds(text, outline)]
    assert found == ([("item", 720), ("item", 640), ("item", 510), ("total", 1870)] if read else [])


SUMS = (("海试材料", "720"), ("浮标加工", "640"), ("出海人员", "510"), ("合计", "1,870"))


@pytest.mark.parametrize("head", ["B6 钱怎么花（万元）", "六、经费预算（单位：万元）"])
@pytest.mark.parametrize(
    "line",
    ["{}：{}", "{}……………{}", "- {} {}", "1. {}　　{}", "{} {}万元", "（1）{}　{}；", "A11 {}　{}", "· {}：{}万元"],
)
def test_a_budget_in_lines_however_set(head: str, line: str) -> None:
    rows = "\n".join(line.format(*row) for row in SUMS)
    text, outline = _read(f"一、实施方案\n先试浮标，再试潜器。\n{head}\n{rows}\n")
    assert [x.amount / 1e4 for x in find_funds(text, outline)] == [720, 640, 510, 1870]


@pytest.mark.parametrize(
    "rows",
    [
        "1 海试费　720\n1.1 材料　500\n1.2 船费　220\n2 人员费　510\n合计　1,230\n",  # two levels
        "布放点：12\n回收点：8\n备用点：4\n",  # no total
    ],
)
def test_lines_that_are_no_flat_budget(rows: str) -> None:
    text, outline = _read(f"一、实施方案\n先试浮标，再试潜器。\nB6 钱怎么花（万元）\n{rows}")
    assert find_funds(text, outline) == []
