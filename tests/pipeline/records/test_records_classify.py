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

CASES = [
    (PLAIN.format(*ANSWERS), "submission"),
    (PLAIN.format("", "", "", "", ""), "template"),
    (CONTEST, "notice"),
    (UNTITLED, "submission"),
    (NOTICE, "notice"),
    (NOTICE + "附件\n" + TEMPLATE, "notice"),
    (TEMPLATE, "template"),
    (FILLED, "submission"),
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
