"""The heads and feet of notices on the pages of schools, institutes, associations and groups of companies."""

import pytest
from documents import document

from extractors.notice.header import Header, find_header
from extractors.notice.posting import is_posting
from extractors.notice.signature import is_signer
from pipeline.structure import structure

BODY = (
    "为推动科研工作，进一步调动广大科技工作者的积极性，加快培育一批有影响的成果，经研究，现将有关事项通知如下，请认真组织。\n"
    "一、申报条件\n申报人应为在编在岗人员，年龄不超过45周岁。\n二、申报时间\n请于2026年4月20日前报送至行政楼305室。\n"
    "联系人：李岚，电话：80112233\n"
)
TITLE = "关于申报2026年课题的通知"
LINKED = "附件：《课题申报书》\n202605061559.doc\n《课题汇总表》\n202605061560.doc\n"
FORM = "附件1\n课题申报表\n姓名：\n课题名称\n所在学院\n"


def header(text: str) -> Header:
    return find_header(*structure(document(text, hard_wrapped=False)))


# what stands above the addressee, title
HEADS = [
    ("首页 > 通知公告 > 正文\n海岚大学2026年校级课题申报通知\n发布时间：2026-03-02  来源：科研处  浏览：12次", None),
    ("当前位置：首页 → 教务信息\n海岚大学2026年校级课题申报通知\n作者：张三  部门：教务处  时间：2026-03-05", None),
    ("海岚大学2026年校级课题申报通知\n2026年03月02日 10:11  科研处  点击：[123]", None),
    ("海岚大学2026年校级课题申报通知\n[发布日期]2026-05-06\n[发布部门]信息中心", None),
    ("分享到：\n【字体：大 中 小】\n海岚大学2026年校级课题申报通知\n发布者：科研院  发布时间：2026-04-01", None),
    ("网站地图\n无障碍阅读\n新闻动态\n通知公告\n海岚大学2026年校级课题申报通知", None),
    ("新闻动态\n通知公告\n海岚大学2026年校级课题申报工作", "海岚大学2026年校级课题申报工作"),
    ("索引号：A-221 |\n发文机构：海岚大学 |\n名 称：海岚大学2026年校级课题申报通知 |", None),
    ("科研诚信专栏\n海岚大学2026年校级课题申报通知\n2026年4月13日  科教处  阅读 (45)", None),
    ("校级课题申报开始啦！\n发布时间：2026-04-08", "校级课题申报开始啦！"),
    (  # two lines of a title are one
        "深海装备重大专项\n2026年度揭榜项目申报指南\n发布时间：2026-03-02",
        "深海装备重大专项2026年度揭榜项目申报指南",
    ),
]


@pytest.mark.parametrize(("head", "title"), HEADS)
def test_title_below_what_a_page_says(head: str, title: str | None) -> None:
    assert header(f"{head}\n各单位：\n{BODY}").title == (title or "海岚大学2026年校级课题申报通知")


# what stands below the text, date, issuers
FEET = [
    ("科研处\n2026年3月2日\n上一篇：关于诚信教育的通知\n下一篇：无", "2026-03-02", ("科研处",)),
    ("教务处 教师发展中心\n2026.3.5", "2026-03-05", ("教务处", "教师发展中心")),
    ("信息处2026.3.31", "2026-03-31", ("信息处",)),
    ("党政办\n2026年6月4日", "2026-06-04", ("党政办",)),
    ("党委宣传部、团委、学生处\n2026年3月2日", "2026-03-02", ("党委宣传部", "团委", "学生处")),
    ("党办 校办\n2026年5月8日", "2026-05-08", ("党办", "校办")),
    ("科研与学科建设处\n2026 年 5 月 8 日", "2026-05-08", ("科研与学科建设处",)),
    ("海岚市第三中学\n二〇二六年五月六日", "2026-05-06", ("海岚市第三中学",)),
    ("海岚海洋研究院\n科技处\n2026年5月8日", "2026-05-08", ("海岚海洋研究院", "科技处")),
    ("海岚市民政局　海岚市康复研究院\n2026年5月8日", "2026-05-08", ("海岚市民政局", "海岚市康复研究院")),
    ("海岚大学 教务处\n2026年5月8日", "2026-05-08", ("海岚大学教务处",)),
    ("海岚市航海学会\n秘书处\n2026年5月6日", "2026-05-06", ("海岚市航海学会秘书处",)),
    (
        "海岚重工工会委员会  科技管理部  人力资源部\n2026年5月9日",
        "2026-05-09",
        ("海岚重工工会委员会", "科技管理部", "人力资源部"),
    ),
    (f"{LINKED}科教科\n2026年5月6日", "2026-05-06", ("科教科",)),
    ("附件：1.申报书.docx\n2.汇总表.xlsx\n研究生院\n2026年4月1日", "2026-04-01", ("研究生院",)),
    ("海岚市航运职业技术学校\n20226年4月2日", None, ("海岚市航运职业技术学校",)),  # a misprint is no date
    ("海岚市图书馆\n2026年5月", None, ("海岚市图书馆",)),
    # what signs nothing
    ("请交至科研处\n2026年3月2日", "2026-03-02", ()),
    ("特此通知\n2026年3月2日\n学院办公室\n校友之家", "2026-03-02", ()),
    ("教务处\n2026年3月2日\n最新通知\n人事处\n2026-03-05\n后勤处\n2026-03-06", "2026-03-02", ("教务处",)),
    (f"{FORM}指导中心\n2026年3月2日", None, ()),
    ("图书馆\n信息中心\n版权所有 海岚大学", None, ()),
    ("发布时间：2026-03-02 来源：市科技局", None, ()),
    ("相关链接\n国家自然科学基金委员会\n海岚省教育厅", None, ()),
    ("热点新闻\n学校召开科研大会 2026-03-01\n图书馆\n2026-03-02", None, ()),
    ("教务处 （代章）\n2026年4月9日", "2026-04-09", ("教务处",)),
    ("海岚农科院成果转化处、人事处\n2026年4月11日", "2026-04-11", ("海岚农科院成果转化处", "人事处")),
]


@pytest.mark.parametrize(("foot", "date", "issuers"), FEET)
def test_who_signs(foot: str, date: str | None, issuers: tuple[str, ...]) -> None:
    found = header(f"{TITLE}\n各单位：\n{BODY}{foot}\n")
    assert (found.title, found.issued_on, found.issuers) == (TITLE, date, issuers)


def test_a_box_of_particulars() -> None:
    found = header(
        f"索引号：A-221 |\n发文机构：青屿区教育局 |\n成文日期：2026-05-06 |\n标题：青屿区科普基地认定公告\n{BODY}"
    )
    assert (found.title, found.issued_on) == ("青屿区科普基地认定公告", "2026-05-06")
    assert found.issuers == ("青屿区教育局",)


def test_the_sites_name_over_its_menu() -> None:
    found = header(f"海岚大学科研处\n首页 | 机构设置 | 办事指南\n{TITLE}\n{BODY}")
    assert (found.title, found.issuers) == (TITLE, ())


SIGNERS = ["信息处", "校团委", "党委办公室", "医务科", "总师办", "后勤保障部", "校地合作处", "海岚市实验小学"]
NO_SIGNERS = ["本科", "全部", "主办", "用处", "会议室", "由科研处", "交科研处", "联系部门科研处", "网站", "重点学科"]


@pytest.mark.parametrize("words", SIGNERS)
def test_signers(words: str) -> None:
    assert is_signer(words)


@pytest.mark.parametrize("words", NO_SIGNERS)
def test_no_signers(words: str) -> None:
    assert not is_signer(words)


@pytest.mark.parametrize(
    ("words", "posting"),
    [
        ("2026-03-02 08:00:00　浏览 33", True),
        ("来源：科研处 时间：2026-03-02", True),
        ("发布机构：市科技局", True),
        ("2026年3月2日前报送至科研处", False),
        ("2026年3月2日发布的榜单所列各项任务由有关单位自愿申报", False),
        ("打印申报书并装订成册，加盖公章", False),
        ("编辑出版类项目申报条件", False),
        ("字体设计大赛作品征集通知", False),
    ],
)
def test_lines_of_posting(words: str, posting: bool) -> None:
    assert is_posting(words) is posting
