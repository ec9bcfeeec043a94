import pytest
from documents import document

from pipeline.reading import read
from pipeline.records.classify import classify
from pipeline.structure import structure

NOTICE = (
    "关于开展潮汐能揭榜挂帅的通知\n各有关单位：\n现将有关事项通知如下。\n一、申报条件\n在本市注册。\n"
    "二、联系方式\n电话：0571-00000000\n"
)
TEMPLATE = (
    "潮汐能揭榜挂帅申报书\n揭榜方向：\n揭榜单位： （加盖单位公章）\n申报日期： 年 月 日\n"
    "揭榜任务书\n一、任务介绍\n（一）任务名称\n二、现有基础\n三、攻关计划\n揭榜任务承诺书\n法定代表人：（签字）\n"
)
FILLED = TEMPLATE.replace("揭榜方向：", "揭榜方向：耐压舱体").replace("揭榜单位： ", "揭榜单位：海岚深潜装备有限公司")
OTHER = "潮汐的成因\n月球的引力使海水涨落，一日两次。\n"

# A form under a heading of its own, with the targets of a call: only an applicant has a credit code.
UNTITLED = (
    "海洋装备项目申报书\n\n榜单名称：耐压舱体\n\n一、基本信息\n\n牵头单位 | 海岚深潜装备有限公司\n"
    "统一社会信用代码 | 91330200MA2XK3T75Q\n\n可行性研究报告\n\n1 研究内容\n\n研制耐压舱体。\n"
)

# A contest's scheme: who calls stands behind 发榜单位, and nobody has filled in anything.
CONTEST = (
    "潮汐杯揭榜擂台赛\n潮汐预报大模型比赛方案\n一、组织单位\n发榜单位：海岚深潜装备有限公司\n二、参赛对象\n在校学生。\n"
    "三、评审标准\n先进性30分。\n四、联系方式\n陶工 13800000000\n"
)

# Neither code nor boxes: most fields have answers, or none has.
ANSWERS = ("耐压舱体", "海岚深潜装备有限公司", "陶某", "孙某", "286")
PLAIN = (
    "耐压舱体揭榜书\n难题名称：{}\n揭榜方：{}\n法定代表人：{}\n联系人：{}\n项目报价（万元）：{}\n"
    "一、解决方案\n分两步。\n二、费用\n共三项。\n三、案例\n有两例。\n"
)

LABELS = (
    "项目名称",
    "申报单位",
    "统一社会信用代码",
    "注册地址",
    "法定代表人",
    "联系人",
    "联系电话",
    "电子邮箱",
    "职工人数",
    "研发人员数",
    "上年度营业收入（万元）",
    "单位性质",
    "合作单位",
    "合作单位联系人",
    "总投资（万元）",
    "申请财政资金（万元）",
)


def form(title: str = "潮汐能揭榜挂帅项目申报书", **said: str) -> str:
    """A form of sixteen fields with these answers and a task book behind it."""
    lines = "\n".join(f"{label}\t{said.get(label, '')}" for label in LABELS)
    return f"{title}\n项目申报表\n{lines}\n项目任务书\n一、任务介绍\n二、攻关计划\n三、预期成果\n"


COOPERATIVE = {"申报单位": "青屿智慧农业专业合作社", "法定代表人": "陶一帆", "联系电话": "0599-5000123"}
PERSON = {"项目名称": "稻田智能灌溉", "申报单位": "陶一帆", "联系电话": "0599-5000123"}
HOW = {
    "项目名称": "不超过20字",
    "申报单位": "按营业执照填写全称",
    "统一社会信用代码": "18位代码",
    "注册地址": "详细到门牌号",
    "法定代表人": "与营业执照一致",
    "上年度营业收入（万元）": "以审计报告为准",
    "单位性质": "企业/高校/院所",
}
MODEL = {
    "申报单位": "示例科技有限公司",
    "统一社会信用代码": "913300000000000000",
    "法定代表人": "张三",
    "联系电话": "13800000000",
}
OFFICE = {"项目名称": "2026年度潮汐能揭榜项目", "申请财政资金（万元）": "不超过500", "单位性质": "企业"}

CASES = [
    (form(**COOPERATIVE), "submission"),
    (form(**PERSON), "submission"),
    (form("附件2（模板）", **COOPERATIVE), "submission"),
    (form("潮汐能应用示范项目申报书", **COOPERATIVE), "submission"),
    (form(), "template"),
    (form(**HOW), "template"),
    (form(**OFFICE), "template"),
    (form(申报单位="XX公司", 法定代表人="张三", 联系电话="138XXXXXXXX"), "template"),
    (form(单位性质="☑企业 □高校", 联系电话="（如：13800000000）"), "template"),
    (form("潮汐能揭榜挂帅项目申报书（范例）", **MODEL), "template"),
    (form("填报范例", **MODEL), "template"),
    (form("填报范例", **{**COOPERATIVE, "统一社会信用代码": "91330200MA2XK3T75U"}), "submission"),
    (PLAIN.format(*ANSWERS), "submission"),
    (PLAIN.format("", "", "", "", ""), "template"),
    (CONTEST, "notice"),
    (UNTITLED, "submission"),
    (NOTICE, "notice"),
    ("决定开展2026年认定工作。申报表一式一份，由各县局汇总后于6月15日前报送市局。\n海岚市知识产权局\n", "notice"),
    ("为组织好我校申报，特将时间节点做如下安排，请各学院做好组织申报工作。\n1月15日以前\n申请人完成初稿。\n", "notice"),
    # the head of the copy is lost
    ("(二)市局对材料进行初审。\n四、有关要求\n(三)申报单位务必于6月8日前将申报材料报送市人社局。\n", "notice"),
    # neither 如下 nor a chapter 申报条件: the title and the chapters of a selection; labels that name who holds it
    *(
        (
            f"关于{title}\n各船队：\n为褒扬先进，决定开展本次活动。\n一、组织领导\n指导单位：海岚市港航局\n"
            f"主办单位：海岚市航海学会\n二、{what}范围\n在港引航员。\n三、{what}程序\n自愿报名。\n"
            "联系人：陶一帆\n电话：0574-5550001\n地址：港路1号\n邮编：315000\n",
            "notice",
        )
        for title, what in (
            ("开展“最美引航员”选树活动的通知", "选树"),
            ("做好引航标兵推选工作的通知", "推选"),
            ("举办航海技能比武的公告", "参赛"),
            ("征集航海故事的启事", "征集"),
            ("表彰优秀船队的通知（第二批）", "表彰"),
        )
    ),
    # an application that speaks of a notice, or has chapters named alike
    *(
        (f"{title}\n一、评选背景\n我公司按通知申报。\n" + form(**COOPERATIVE), "submission")
        for title in ("关于申报优秀船队的请示", "引航标兵推选材料", "优秀船队申报书", "优秀船队评选活动申报表")
    ),
    ("引航标兵推选办法的由来\n一、由来\n港口多雾，引航为要。\n", "other"),
    # a letter that asks, without 如下
    ("根据省厅要求，征集2026年试点项目。请各单位2026年7月25日下班前将申报材料电子版发至邮箱。\n", "notice"),
    # whom the text addresses is no applicant, although the next line ends with a university's name
    (
        "各院部及相关单位：\n为做好中国国际大学校际揭榜工作，现将有关事项通知如下：\n"
        "一、参赛要求\n自愿。\n联系人：陶一帆 13800000000\n",
        "notice",
    ),
    # the letter of its template is to whoever calls
    (
        NOTICE[: NOTICE.index("一、")]
        + "附件\n"
        + TEMPLATE.replace("法定代表人：", "海岚能源公司：\n我单位自愿响应贵集团的需求。\n法定代表人："),
        "notice",
    ),
    (NOTICE + "附件\n" + TEMPLATE, "notice"),
    (TEMPLATE, "template"),
    (FILLED, "submission"),
    (TEMPLATE.replace("揭榜单位： ", "揭榜单位：本溪深潜装备有限公司"), "submission"),
    (OTHER, "other"),
]


@pytest.mark.parametrize(("text", "kind"), CASES)
def test_classify(text: str, kind: str) -> None:
    assert classify(*structure(document(text, hard_wrapped=False))) == kind


def test_shared_documents_are_told_apart(shared) -> None:
    folders = {"notice": ("seeds", "notices"), "submission": ("submissions",)}
    for kind, names in folders.items():
        for path in (p for name in names for p in sorted((shared / name).glob("*.*"))):
            if path.suffix in (".txt", ".docx", ".html"):
                assert classify(*structure(read(path))) == kind, path.name
