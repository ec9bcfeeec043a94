"""Tables, stages and risks that stand there by name alone, budgets and plans that are not set out as asked."""

import pytest

from pipeline.screening.chapters.bare_cells import is_bare, is_left_open
from pipeline.screening.chapters.budget_asked import budget_lack
from pipeline.screening.chapters.item_lengths import first_too_long, item_limit
from pipeline.screening.chapters.lacks import lack_of
from pipeline.screening.chapters.open_rows import open_row
from pipeline.screening.chapters.risk_aspects import aspect_open
from pipeline.screening.chapters.stage_lengths import stage_too_long
from pipeline.screening.chapters.stage_results import without_results
from pipeline.screening.fields.half_answered import half_answered
from pipeline.screening.fields.words_instead import words_instead
from schemas.evidence import Evidence
from schemas.facts import FormField
from schemas.outline import Role

HERE = Evidence(text="栏", start=0, end=1)


@pytest.mark.parametrize(
    ("cell", "bare"),
    [
        ("照船厂研发流程推进", True),
        ("接上段继续", True),
        ("延续前期工作", True),
        ("视前两段进展再排", True),
        ("到时比价选一家", True),
        ("由项目组内部掌握，不另出报告", True),
        ("随进度机动", True),
        ("哪里缺人去哪里", True),
        ("回头再补", True),
        ("后续工作", True),
        ("按试验大纲要求进行", False),
        ("按计划开展锚泊试验", False),
        ("根据船员意见改型", False),
        ("继续水池试验", False),
        ("总结验收", False),
        ("由海州检测院检测", False),
        ("随动系统设计", False),
        ("后期处理算法", False),
        ("待测样品制备", False),
        ("定型", False),
    ],
)
def test_a_cell_that_names_nothing(cell: str, bare: bool) -> None:
    assert is_bare(cell) is bare


@pytest.mark.parametrize(
    ("value", "open_"),
    [
        ("届时两家商量着来", True),
        ("由公司内部掌握", True),
        ("听候统一安排", True),
        ("待资金到位后再定", True),
        ("以后再填", True),
        ("按集团制度办理", False),
        ("锚泊与补电", False),
        ("同上", False),
        ("后续服务与培训", False),
        ("由海州理工学院承担测姿算法", False),
    ],
)
def test_a_field_left_open(value: str, open_: bool) -> None:
    assert is_left_open(value) is open_


PLAN = (
    "时间\t主要工作\t可检查成果\n2027年1—6月\t绞车选型\t选型报告\n2027年7—12月\t{}\t{}\n2028年1—6月\t海试\t海试报告\n"
)
TEAM = "姓名\t单位\t分工\n辛白杨\t海岚公司\t总体\n{}\t海岚公司\t{}\n卞新雨\t海州理工\t测姿\n"
TESTS = "指标\t承诺值\t测试方法\t测试单位\n布放深度\t60米\t水池试验\t海州检测院\n供能时长\t9小时\t{}\t{}\n"
ON_PLAN, ON_TEAM, ON_TESTS = (
    "进度安排\n写明各阶段任务及成果",
    "团队与分工\n列出主要人员",
    "考核指标\n写明测试方法及测试单位",
)


@pytest.mark.parametrize(
    ("asked", "text", "open_"),
    [
        (ON_PLAN, PLAN.format("接上段继续", "样机1台"), True),
        (ON_PLAN, PLAN.format("样机试制", "届时商定"), True),
        (ON_PLAN, PLAN.format("样机试制", "由项目组掌握，不另出东西"), True),
        (ON_TEAM, TEAM.format("船坞抽调一人", "补电"), True),
        (ON_TEAM, TEAM.format("届时由校方指派", "补电"), True),
        (ON_TEAM, TEAM.format("甲慕白", "随进度机动"), True),
        (ON_TESTS, TESTS.format("水池试验", "届时比价选一家"), True),
        (ON_TESTS, TESTS.format("到时再定", "海州检测院"), True),
        (ON_PLAN, PLAN.format("样机试制", "样机1台"), False),
        (ON_PLAN, PLAN.format("样机试制", "—"), False),
        (ON_PLAN, PLAN.format("收尾", "样机1台"), False),
        (ON_TEAM, TEAM.format("甲慕白", "同上"), False),
        (ON_TEAM, TEAM.format("潜水技工若干", "下水作业"), False),
        (ON_TEAM, TEAM.format("研究生2名", "数据整理"), False),
        (ON_TESTS, TESTS.format("同上", "同上"), False),
        ("工作基础\n说明已有设备", PLAN.replace("时间", "设备").format("接上段继续", "—"), False),
    ],
)
def test_a_row_left_open(asked: str, text: str, open_: bool) -> None:
    assert (open_row(asked, text) != "") is open_


BUDGET = "科目\t{}\t{}\n设备费\t{}\t{}\n材料费\t60\t40\n测试化验费\t20\t10\n合计\t180\t150\n"
PURSES, HEADS = "分科目列出财政资金和自筹资金", "按设备费、材料费、测试化验费、其他费用列示"


@pytest.mark.parametrize(
    ("asked", "text", "lacks"),
    [
        (PURSES, BUDGET.format("2027年", "2028年", 100, 100), True),
        (PURSES, BUDGET.format("上半程", "下半程", 100, 100) + "自筹资金150万元由本公司承担。", True),
        ("按科目填列，省级资金与自筹资金分列", BUDGET.format("预算", "备注", 100, 100), True),
        (
            PURSES,
            BUDGET.format("财政资金", "自筹资金", "—", "—").replace("60\t40", "—\t—").replace("20\t10", "—\t—")
            + "设备费\t120\t110\n材料费\t60\t40\n",
            False,
        ),
        (HEADS, BUDGET.format("财政", "自筹", 100, 100).replace("测试化验费", "人员费"), True),
        ("预算分为设备费、材料费、船舶租赁费", BUDGET.format("财政", "自筹", 100, 100), True),
        (PURSES, BUDGET.format("财政资金", "自筹资金", 100, 100), False),
        (PURSES, BUDGET.format("县补助", "企业自有", 100, 100), False),
        (PURSES, BUDGET.format("2027年", "2028年", 100, 100) + "其中设备费自筹110万元，其余由财政资金列支。", False),
        (PURSES, BUDGET.format("金额", "来源", 100, "自筹"), False),
        (HEADS, BUDGET.format("财政", "自筹", 100, 100).replace("测试化验费", "检测与化验"), False),
        (
            "按设备费、材料费、测试费等列示",
            BUDGET.format("财政", "自筹", 100, 100).replace("测试化验费", "人员费"),
            False,
        ),
        ("合计数与申报表一致", BUDGET.format("2027年", "2028年", 100, 100), False),
    ],
)
def test_a_budget_set_out_otherwise(asked: str, text: str, lacks: bool) -> None:
    assert (budget_lack(asked, text) != "") is lacks


@pytest.mark.parametrize(
    ("asked", "text", "too_long"),
    [
        ("进度\n按半年划分节点", "2027年1月—2027年12月\t海试\n2028年1月—2028年6月\t验收", True),
        ("进度\n以半年为一个阶段", "2027.1—2027.10\t海试\n2027.11—2028.3\t验收", True),
        ("计划\n按季度列出节点", "2027年1—6月：海试。2027年7—9月：验收。", True),
        ("计划\n以月为单位，分里程碑", "第一阶段（2027年1月至5月）：海试。\n第二阶段（2027年6月至6月）：验收。", True),
        ("计划\n每半年一个节点", "2027年1月至2028年1月\t海试\n2028年2月至2028年6月\t验收", True),
        ("进度\n按半年划分节点", "2027年1—6月\t海试\n2027年7—12月\t验收", False),
        (
            "进度\n按半年划分节点",
            "项目执行期2027年1月—2028年12月。\n2027年1—6月\t海试\n2027年7月—2028年1月\t验收",
            False,
        ),
        ("进度\n按半年划分节点", "2027年1月—2027年12月：上半年选型，下半年海试。\n2028年1—6月：验收。", False),
        ("进度\n按不超过6个月为一段列明", "2027年1月—2027年9月\t海试\n2027年10月—2028年1月\t验收", True),
        ("进度（每段不超过半年）", "第1—9个月：海试。\n第10—14个月：验收。", True),
        ("进度\n各阶段时长不超过六个月", "二〇二七年一月至九月：海试。\n二〇二七年十月至十二月：验收。", True),
        ("进度\n节点间隔不超过两个季度", "2027年6月起至次年2月：海试。\n2028年3月—4月：验收。", True),
        ("进度\n一个阶段至多3个月", "第一阶段（7个月）：海试。\n第二阶段（3个月）：验收。", True),
        ("进度\n按不超过6个月为一段列明", "2027年6月—12月\t海试\n2028年1月—6月\t验收", False),
        ("进度\n按不超过6个月为一段列明", "2027年1月—6月\t连续运行第1—9个月数据\n2027年7月—10月\t验收", False),
        ("进度\n项目周期不超过24个月", "2027年1月—2027年12月\t海试\n2028年1月—6月\t验收", False),
        ("进度\n按月列明", "第3—6个月\t海试\n第7—9个月\t验收", False),
        ("进度\n分月列出用款计划", "2027年1月—2027年12月\t海试\n2028年1月—2028年6月\t验收", False),
        ("进度\n按季度列出节点和经费", "2027年1月—2027年12月\t海试\n2028年1月—2028年6月\t验收", True),
        ("进度\n分阶段列出", "2027年1月—2027年12月\t海试\n2028年1月—2028年6月\t验收", False),
        ("进度\n按半年划分节点", "2027年1月—2027年12月\t第一年\n2027年1—6月\t选型\n2027年7—12月\t海试", False),
    ],
)
def test_stages_longer_than_asked(asked: str, text: str, too_long: bool) -> None:
    assert (stage_too_long(asked, text) != "") is too_long


RISKS = "风险与对策\n从技术、市场、安全等方面分析风险并提出应对措施"


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("技术方面：换双频探头。市场方面：船东付款可能慢。安全方面：签三年合同，配救生艇。", True),
        ("技术风险：浑水里回波弱，改用双频探头。安全风险：夜间下水会碰上渔网，真遇上了再看。", True),
        ("技术方面，改用双频探头。安全上的事归船东管，我们是做探头的，不在这里多谈。", True),
        ("（1）技术风险：回波可能弱。（2）市场风险：船东付款慢，先收三成定金。", True),
        ("安全方面：下水谁都会怕。市场方面：先收三成定金，控制赊账。", True),
        ("技术方面：改用双频探头。市场方面：先收三成定金。安全方面：配救生艇。", False),
        ("技术风险：回波可能弱。市场风险：付款可能慢。针对上述风险，备双频探头、收定金。", False),
        ("技术方面：换双频探头。市场方面：需求稳定，风险较低。", False),
        ("技术方面，设回波门限。安全方面，下水由双人结伴。", False),
        ("政策方面：海事规则可能变动。技术方面：换双频探头。", False),  # no aspect that is asked for
    ],
)
def test_a_risk_without_a_measure(text: str, open_: bool) -> None:
    assert (aspect_open(RISKS, text) != "") is open_


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("1.复配涂层。以树脂与锌粉复配，浸海一年仍牢固。2.分步布放。先放锚，随后放缆，九分钟完成布放作业。", True),
        ("提出双频探头的布放方法，形成锚缆一体的收放结构，并配以自动绞车与测姿算法，全程自动完成。", True),
        ("1.复配涂层。同行多用环氧漆，我们以树脂与锌粉复配。2.分步布放。先放锚，随后放缆。", False),
        ("以树脂与锌粉复配，浸海寿命由一年延长到三年，布放用时比常规做法少一半。", False),
        ("锚缆一体收放，无需潜员下水，九分钟完成布放，省去母船，全程由绞车自动完成。", False),
    ],
)
def test_novelty_is_told_beside_what_is_done_now(text: str, lacks: bool) -> None:
    said, _ = lack_of("创新点", "不少于2条，须与现有做法比较", text, 20)
    assert ("比较" in said) is lacks


@pytest.mark.parametrize(
    ("asked", "text", "over"),
    [
        ("创新点（每条不超过20字）", f"1.双频探头。\n2.{'锚缆一体收放。' * 4}", 2),
        ("创新点\n各点限20字", f"一是{'锚缆一体收放，' * 4}；二是双频探头。", 1),
        ("创新点（每项20字以内）", f"（1）双频探头\n（2）{'锚缆一体收放，' * 4}", 2),
        ("创新点（不超过3条，每条不超过二十字）", f"①双频探头\n②测姿\n③{'锚缆一体收放，' * 4}", 3),
        ("创新点（每条不超过20字）", "1.双频探头。\n2.锚缆一体收放。", None),
        ("创新点（不超过200字）", f"1.双频探头。\n2.{'锚缆一体收放。' * 4}", None),
        ("创新点（每条不少于20字）", f"1.双频探头。\n2.{'锚缆一体收放。' * 4}", None),
    ],
)
def test_each_item_has_its_own_limit(asked: str, text: str, over: int | None) -> None:
    most = item_limit(asked)
    found = first_too_long(text, most) if most is not None else None
    assert (found[0] if found is not None else None) == over


@pytest.mark.parametrize(
    ("label", "value", "asked"),
    [
        ("电子邮箱", "平时不用，请打手机", "邮箱地址"),
        ("电子邮箱", "（企业邮箱改版中）", "邮箱地址"),
        ("联系人邮箱", "系统迁移，开通后另函告知", "邮箱地址"),
        ("参与单位", "同联合协议所列", "单位名称"),
        ("合作单位", "以合同签订为准", "单位名称"),
        ("联合申报单位", "名单另附", "单位名称"),
        ("财务负责人及电话", "人员调整中，确定后另行报送", "姓名和电话"),
        ("电子邮箱", "无", None),
        ("电子邮箱", "每年工作时间", None),  # the next cell's label
        ("电子邮箱", "a@hailan.example.cn（请注明来意）", None),
        ("参与单位", "同济大学", None),
        ("联合单位", "独立申报，无联合单位", None),
        ("联合单位", "由海州农科所承担", None),
        ("推荐单位意见", "请予支持", None),
        ("财务负责人及电话", "辛白杨", None),
        ("潜水作业资质等级", "具备相应资质", "具体的等级"),
        ("洁净实验室级别", "符合国家有关标准", "具体的级别"),
        ("备案编号", "手续齐全", "具体的编号"),
        ("试验水池面积（平方米）", "满足本项目要求，条件完善", "具体的面积"),
        ("负责人职称", "已达到通知要求", "具体的职称"),
        ("潜水作业资质等级", "甲级，符合国家有关标准", None),
        ("企业信用等级", "良好", None),
        ("质量等级", "合格", None),
        ("洁净实验室级别", "符合万级要求", None),
        ("单位类型", "具备法人资格的企业", None),
        ("环保手续", "手续齐全", None),
    ],
)
def test_words_in_place_of_an_address_or_a_name(label: str, value: str, asked: str | None) -> None:
    assert words_instead(label, value) == asked


ABSTRACT = (
    "浑水里回波弱，声呐难以成像。本项目用双频探头与测姿算法合成回波，每次下水前按潮位选频，"
    "夜间也能分清锚链与缆绳，解决看不清、够不着两大难题。"
)


@pytest.mark.parametrize(
    ("guidance", "text", "lacks"),
    [
        ("写明拟解决的问题、主要技术和预期成果", f"{ABSTRACT}至于最后是什么样子，走着看。", True),
        ("写明问题、方法、预期的成果", f"{ABSTRACT}往后的事不好预先说定。", True),
        (
            "写明主要风险及应对措施",
            "海上风大浪急，下水常会碰上渔网。潮位难以预报，缆绳容易打结，多少年来谁家的船都遇见过，谁也绕不过去，天天如此，年年一样，大家只好认了。",
            True,
        ),
        ("写明拟解决的问题、主要技术和预期成果", f"{ABSTRACT}预期形成样机2台，申请专利3件。", False),
        ("写明拟解决的问题、主要技术和预期成果", f"{ABSTRACT}两年内可在八十家船厂销售。", False),
        ("写明拟解决的问题和主要技术", ABSTRACT, False),
        ("不超过300字", ABSTRACT, False),
    ],
)
def test_a_text_of_the_form_without_what_is_asked(guidance: str, text: str, lacks: bool) -> None:
    template = FormField(name="项目简介", label="项目简介", guidance=guidance, role=Role.FORM, evidence=HERE)
    filled = FormField(name="项目简介", label="项目简介", value=text, evidence=HERE, value_evidence=HERE)
    assert (half_answered(template, filled) is not None) is lacks


def test_what_novelty_is_asks_for_no_comparison() -> None:
    text = "1.复配涂层。以树脂与锌粉复配，浸海一年仍牢固。2.分步布放。先放锚，随后放缆，九分钟完成布放作业。"
    assert lack_of("创新点", "与现有做法相比的创新之处，逐条列出", text, 20)[0] == ""
    assert lack_of("创新点", "说明与现有技术的差异之处", text, 20)[0] == ""


def test_labels_beside_values_are_no_heads() -> None:
    rows = "姓名\t沈砚舟\t出生年月\t1983.09\n职称\t高级工程师\t学历学位\t硕士\n专业\t海洋工程\t年限\t14年"
    assert open_row("项目负责人简历表（姓名、出生年月、职称）", rows) == ""


STAGES = (
    ("2027年1月—3月", "{0}采集浪高，编写反演程序"),
    ("2027年4月—6月", "{0}设计浮标外壳，选配电池"),
    ("2027年7月—12月", "{0}布放浮标，连续观测"),
    ("2028年1月—3月", "{0}整理资料，组织验收"),
)


@pytest.mark.parametrize(
    ("asked", "heads", "more", "lacks"),
    [
        ("进度（写明节点与成果）", "时间\t主要工作\t责任部门", "\t观测室", True),
        ("进度\n按段列明工作内容和阶段成果", "时段\t工作内容\t投入人数", "\t6", True),
        ("计划\n各阶段应提交的成果", "起止时间\t工作\t经费（万元）", "\t120", True),
        ("时间安排：里程碑及交付物、各阶段的产出", "时间\t工作\t备注", "\t—", True),
        ("进度与阶段性成果", "阶段\t工作", "", True),
        ("进度（写明节点与成果）", "时间\t主要工作\t节点成果", "\t观测室", False),
        ("进度（写明节点与成果）", "时间\t主要工作\t提交资料", "\t台账", False),
        ("进度（写明节点与成果）", "时间\t里程碑", "", False),
        ("进度\n写明时间安排", "时间\t主要工作\t责任部门", "\t观测室", False),
    ],
)
def test_stages_without_results(asked: str, heads: str, more: str, lacks: bool) -> None:
    rows = [f"{time}\t{work.format('')}{more}" for time, work in STAGES]
    assert bool(without_results(asked, "\n".join([heads, *rows]))) is lacks
    told = [f"{time}\t{work.format('完成样机，')}{more}" for time, work in STAGES]
    assert not without_results(asked, "\n".join([heads, *told]))
    assert not without_results(asked, "\n".join([heads, *rows, "各阶段成果为：程序1套、浮标4个、观测报告1份。"]))


@pytest.mark.parametrize(
    ("said", "lacks"),
    [
        ("2027年1月至3月由观测室采集浪高；2027年4月至6月由设计室选配电池；2027年7月至12月布放浮标。", True),
        ("2027年1月至3月由观测室采集浪高；2027年4月至6月定型外壳；2027年7月至12月布放浮标。", False),
        ("2027年1月至3月由观测室采集浪高；2027年4月至6月布放浮标4个；2027年7月至12月观测。", False),
    ],
)
def test_stages_without_results_in_prose(said: str, lacks: bool) -> None:
    assert bool(without_results("进度（写明节点与成果）", said)) is lacks
