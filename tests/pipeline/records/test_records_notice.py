import json
import sys

import pytest
from documents import document, table

from pipeline.reading import read
from pipeline.records.notice import build_notice
from pipeline.structure import structure
from schemas.notice import Notice

NOTICE = (
    "海岚市科学技术局\n关于开展2026年潮汐能揭榜挂帅的通知\n各有关单位：\n现将有关事项通知如下。\n"
    "一、揭榜任务\n（一）耐压舱体\n研究内容：研制轻质舱体，支持断电后自动上浮。\n考核指标：工作水深不小于6000米。\n"
    "（二）水声通信机\n研究内容：研制通信机。\n考核指标：通信距离不小于10公里。\n"
    "二、申报条件\n申报单位须为在海岚市注册、具有独立法人资格的企业，研发人员不少于10人。\n"
    "三、申报材料\n申报材料包括：（1）营业执照复印件；（2）检测报告。书面材料一式两份。\n"
    "海岚市科学技术局\n2026年3月2日\n附件\n潮汐能揭榜挂帅申报书\n"
    "揭榜方向：\n揭榜单位： （加盖单位公章）\n申报日期： 年 月 日\n"
    "揭榜任务书\n一、任务介绍\n说明任务的背景。\n二、攻关计划\n（一）时间进度\n分阶段说明。\n（二）保障机制\n"
    "注：任务书不超过3000字。\n揭榜任务承诺书\n我单位对报送的全部资料真实性负责。\n法定代表人：（签字）\n单位（单位盖章）\n"
)


@pytest.fixture(scope="module")
def notice() -> Notice:
    return build_notice(*structure(document(NOTICE, hard_wrapped=False)))


def test_every_kind_of_obligation_is_compiled(notice: Notice) -> None:
    kinds = {o.kind for o in notice.obligations}
    assert kinds >= {
        "direction",
        "section",
        "word_limit",
        "numeric_target",
        "task_requirement",
        "proof_material",
        "commitment",
        "seal_signature",
        "eligibility",
        "consistency",
    }


# kind, names
NAMES = [
    ("section", ["任务介绍", "时间进度", "保障机制"]),
    ("word_limit", ["任务书"]),
    ("task_requirement", ["研制轻质舱体", "支持断电后自动上浮", "研制通信机"]),
    ("proof_material", ["营业执照复印件", "检测报告", "书面材料（一式两份）"]),
    ("commitment", ["承诺书"]),
    ("seal_signature", ["封面揭榜单位公章", "承诺书法定代表人签字", "承诺书单位盖章"]),
    ("eligibility", ["在海岚市注册", "具有独立法人资格的企业", "研发人员不少于10人"]),
]


@pytest.mark.parametrize(("kind", "names"), NAMES)
def test_obligations_by_name(notice: Notice, kind: str, names: list[str]) -> None:
    assert [o.name for o in notice.obligations if o.kind == kind] == names


def test_ids_are_stable_and_distinct(notice: Notice) -> None:
    again = build_notice(*structure(document(NOTICE, hard_wrapped=False)))
    assert [o.id for o in again.obligations] == [o.id for o in notice.obligations]
    assert len({o.id for o in notice.obligations}) == len(notice.obligations)
    assert all(o.id.startswith(f"{o.kind}-") for o in notice.obligations)


def test_evidence_is_the_document_s_words(notice: Notice) -> None:
    assert all(NOTICE[o.evidence.start : o.evidence.end] == o.evidence.text for o in notice.obligations)
    assert all(o.evidence.text for o in notice.obligations)


def test_a_clause_binds_its_direction_only(notice: Notice) -> None:
    of = {o.name: o.direction for o in notice.obligations if o.kind == "task_requirement"}
    assert of["支持断电后自动上浮"] == 1
    assert of["研制通信机"] == 2


def test_guidance_is_the_template_s_text(notice: Notice) -> None:
    guidance = {s.title: s.guidance for s in notice.sections if s.role == "task_book"}
    assert guidance["任务介绍"] == "说明任务的背景"
    assert guidance["保障机制"] is None  # the closing note is about the whole book


def test_a_condition_with_a_number_has_its_target(notice: Notice) -> None:
    (condition,) = [o for o in notice.obligations if o.kind == "eligibility" and o.target is not None]
    assert condition.name == "研发人员不少于10人"


AREAS = ("directions", "limits", "materials", "eligibility", "header", "sections")


def test_gold_of_the_seeds(shared) -> None:
    sys.path.insert(0, str(shared))
    try:
        import score
    finally:
        sys.path.remove(str(shared))
    golds = score.load([shared / "gold"])
    for name in ("seed_000", "seed_004"):
        notice = build_notice(*structure(read(shared / golds[name]["file"])))
        report = score.Report(name)
        score.score_extract_notice(report, golds[name], json.loads(notice.model_dump_json()) | {"kind": "notice"})
        wrong = [m for m in (*report.missed, *report.extra) if m.split(":")[0] in AREAS]
        assert wrong == []


def test_what_a_contest_asks_of_the_work_stands_under_its_requirements() -> None:
    contest = (
        "潮汐杯揭榜擂台赛\n潮汐预报装置比赛方案\n一、参赛对象\n在校学生，每个团队不超过10人。\n"
        "二、答题要求\n1.作品要求\n（1）单次除冰时间不超过15分钟，误差≤5mm；\n（2）提供样机1套，电压为24V；\n"
        "（二）约束条件\n（1）主机功率为25MW，配电池1组；\n（2）开关频率为500-1000Hz；\n2.提交要求\n"
        "3. 提交技术报告（不少于5000字）和演示视频，时长5分钟以内。\n三、评审标准\n除冰时间低于10分钟得满分。\n"
    )
    found = build_notice(*structure(document(contest, hard_wrapped=False))).targets
    wanted = [("单次除冰时间", 15.0, "result"), ("误差", 5.0, "result")]
    wanted += [("主机功率", 25.0, "result"), ("开关频率", 500.0, "result"), ("每个团队", 10.0, "eligibility")]
    assert [(t.metric, t.value, t.role) for t in found] == wanted


def test_what_holds_for_every_direction() -> None:
    common = "二、绩效要求\n培训船员不少于60人次；用户满意度不低于90%；现有泊位12个。\n二、申报条件"
    call = NOTICE.replace("二、申报条件", common)
    found = build_notice(*structure(document(call, hard_wrapped=False))).targets
    assert [(t.metric, t.value) for t in found if t.role == "result" and t.direction is None] == [
        ("培训船员", 60.0),
        ("用户满意度", 90.0),
    ]


def test_the_name_of_a_direction_is_no_part_of_its_metrics() -> None:
    rows = [
        ["需求编号", "需求名称", "指标项", "指标要求"],
        ["XQ-1", "船闸巡检机器人", "裂缝检出率", "≥95%"],
        ["^", "^", "误报率", "≤3%"],
        ["XQ-2", "闸门清污装置", "清污效率", "≥20吨/小时"],
        ["^", "^", "整机重量", "≤800千克"],
    ]
    made = build_notice(*structure(table(rows, "技术需求揭榜公告\n各单位：\n现公开发布技术需求。\n一、技术需求清单\n")))
    assert [(t.direction, t.metric) for t in made.targets] == [
        (1, "裂缝检出率"),
        (1, "误报率"),
        (2, "清污效率"),
        (2, "整机重量"),
    ]


@pytest.mark.parametrize(
    ("cited", "year"),
    [("（潮政办发〔2026〕2号）", 2026), ("（2030年前碳达峰行动）", 2025), ("（2026—2030年规划）", 2025)],
)
def test_the_year_of_a_notice_without_a_date(cited: str, year: int) -> None:
    asks = f"总结2025年度经验，按照有关要求{cited}征集。请于7月25日前将申报书报送我局。"
    call = f"关于征集揭榜需求的通知\n各有关单位：\n{asks}\n"
    due = build_notice(*structure(document(call, hard_wrapped=False))).deadlines
    assert [one.on for one in due] == [f"{year}-07-25"]


@pytest.mark.parametrize(
    ("title", "opens", "year"),
    [
        ("关于做好2026年课题申报的通知", "申报时间：2025年10月23日至2025年11月21日。", 2025),
        ("关于做好2026年课题申报的通知", "申报时间：2025年10月23日至2026年11月21日。", 2026),
        ("关于开展某学会（2026-2028年度）人才推荐的通知", "详见指南。", 2026),
    ],
)
def test_the_year_of_a_title_that_names_what_is_called_for(title: str, opens: str, year: int) -> None:
    call = f"{title}\n各有关单位：\n一、要求\n请于11月14日前提交申报材料。\n{opens}\n"
    due = build_notice(*structure(document(call, hard_wrapped=False))).deadlines
    assert due[0].on == f"{year}-11-14"


def test_the_year_of_a_signature_without_a_day() -> None:
    call = (
        "关于推荐“海洋助力2026”专项的通知\n各有关单位：\n一、要求\n申报单位注册时间应在2024年6月30日前。\n"
        "请于4月3日17:00前报送纸质材料。\n海岚市科学技术局\n2026年4月\n"
    )
    due = build_notice(*structure(document(call, hard_wrapped=False))).deadlines
    assert [(one.on, one.at) for one in due] == [("2026-04-03", "17:00")]


def test_what_a_call_says_of_its_issuer_is_no_form() -> None:
    head, rest = NOTICE.split("一、揭榜任务", 1)
    own = "一、发榜单位\n企业名称：海岚深蓝装备有限公司\n企业类型：民营企业\n企业地址：海岚市船政路6号\n二、揭榜任务"
    made = build_notice(*structure(document(head + own + rest, hard_wrapped=False)))
    assert not [field.name for field in made.form_fields if field.name.startswith("企业")]


CHAPTERS = (
    "潮汐能揭榜挂帅项目申报表\n\n项目名称\t\t申报单位\t\n注册地址\t\t联系人\t\n\n一、技术风险\n说明可能的风险及应对措施。\n"
    "二、团队\n姓名\t职称\t分工\n\t\t\n\t\t\n三、其他\n"
)


def test_a_form_that_goes_on_in_chapters_asks_for_them() -> None:
    """Not for a heading above a table, nor for one without a word on what to write."""
    notice = build_notice(*structure(document(CHAPTERS)))
    asked = [(o.name, o.section.guidance) for o in notice.obligations if o.kind == "section" and o.section]
    assert asked == [("技术风险", "说明可能的风险及应对措施")]


def test_the_labels_of_a_direction_are_no_form() -> None:
    annex = "附件1\n2026年度潮汐能揭榜方向\n方向一、导流罩\n揭榜任务：研制导流罩。\n预期目标：直径不小于3米。\n"
    annex += "方向二、叶轮\n揭榜任务：研制叶轮。\n预期目标：效率不低于42%。\n"
    form = "附件2\n潮汐能揭榜申报表\n单位名称\t\t注册地址\t\n联系人\t\t电话\t\n"
    made = build_notice(*structure(document(f"关于组织潮汐能揭榜的通知\n各有关单位：\n现组织揭榜。\n{annex}{form}")))
    assert [direction.name for direction in made.directions] == ["导流罩", "叶轮"]
    assert {field.name for field in made.form_fields} == {"单位名称", "注册地址", "联系人", "联系人电话"}


CATEGORIES = (
    "海岚高新区管委会\n关于组织申报2026年科技创新项目的通知\n各有关单位：\n现将有关事项通知如下。\n一、支持类别与申报条件\n"
    "类别1：关键技术攻关项目\n支持内容：支持企业开展补短板的技术攻关。\n申报条件：企业注册满1年，研发人员不少于10人。\n"
    "绩效要求：新增发明专利不少于3件。\n支持标准：单个项目最高300万元。\n"
    "类别2：首批次材料应用项目\n支持内容：给予销售额20%的奖励。\n申报条件：年销售额超过100万元。\n绩效要求：应用时间不少于6个月。\n"
    "二、其他\n除上述要求外，每个项目还应牵头制定团体标准1项以上。学校限项推荐：每个类别不超过2项。\n海岚高新区管委会\n2026年3月2日\n"
)


def test_categories_of_support_are_directions_and_what_they_ask_no_condition() -> None:
    notice = build_notice(*structure(document(CATEGORIES, hard_wrapped=False)))
    assert [(d.number, d.name, d.task) for d in notice.directions] == [
        (1, "关键技术攻关项目", "支持企业开展补短板的技术攻关。"),
        (2, "首批次材料应用项目", ""),
    ]
    assert [(t.role, t.direction, t.value) for t in notice.targets] == [
        ("result", 1, 3),
        ("result", 2, 6),
        ("result", None, 1),
        ("eligibility", 1, 1),
        ("eligibility", 1, 10),
        ("eligibility", 2, 1e6),
    ]


def test_the_report_on_the_works_end_is_no_second_due_of_the_targets() -> None:
    dates = "三、期限\n实施期限为2026年9月1日至2028年8月31日，承担单位须于2028年11月30日前提交验收申请。\n四、申报材料"
    notice = build_notice(*structure(document(NOTICE.replace("三、申报材料", dates), hard_wrapped=False)))
    assert {t.due for t in notice.targets if t.role == "result"} == {"2028-08-31"}
