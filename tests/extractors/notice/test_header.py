import pytest
from documents import document

from extractors.notice.header import find_header
from extractors.notice.signature import iso_date
from pipeline.structure import structure
from schemas.document import HeadingMark

BODY = "各有关单位：\n现将有关事项通知如下。\n一、申报条件\n在本市注册。\n"

# text, title, number, date, issuers
HEADERS = [
    (  # signed by a branch of a society
        "关于开展优秀引航班组申报工作的通知\n" + BODY + "海岚市交通局港航处\n海岚市航海学会引航分会\n2026年3月2日\n",
        "关于开展优秀引航班组申报工作的通知",
        None,
        "2026-03-02",
        ("海岚市交通局港航处", "海岚市航海学会引航分会"),
    ),
    (
        "关于开展优秀引航班组申报工作的通知\n" + BODY + "海岚市妇联\n海岚市科协\n2026年3月2日\n",
        "关于开展优秀引航班组申报工作的通知",
        None,
        "2026-03-02",
        ("海岚市妇联", "海岚市科协"),
    ),
    (  # a number without its last word, on a line of its own; not one that is spoken of
        "海岚市交通局关于开展示范码头推荐工作的通知\n便函[2026]147\n" + BODY,
        "海岚市交通局关于开展示范码头推荐工作的通知",
        "便函[2026]147",
        None,
        ("海岚市交通局",),
    ),
    (
        "海岚市交通局关于开展示范码头推荐工作的通知\n各单位：\n按便函[2026]147要求推荐。\n",
        "海岚市交通局关于开展示范码头推荐工作的通知",
        None,
        None,
        ("海岚市交通局",),
    ),
    (  # the particulars that a collector sets above the text, of which one is the title
        "---\n标题: 海岚市交通局关于开展2026年示范码头申报工作的通知\n文号: 潮交办〔2026〕31号\n"
        "发布单位: 海岚市交通局\n类型: 通知公告\n状态: 有效\n---\n\n> 转载自公开页面，仅供查阅；以原件为准。\n\n"
        + BODY,
        "海岚市交通局关于开展2026年示范码头申报工作的通知",
        "潮交办〔2026〕31号",
        None,
        ("海岚市交通局",),
    ),
    (  # a label whose words end as no title does, above the title
        "标题: 附后见表\n关于开展2026年示范码头申报工作的通知\n" + BODY,
        "关于开展2026年示范码头申报工作的通知",
        None,
        None,
        (),
    ),
    (  # the signature below the mere name of an attachment
        "关于申报船员学会基金的通知\n一、有关事项\n1、请各学院推荐两人。\n联系电话：80112233\n附件：《船员学会基金汇总表》\n"
        "海州大学航海学院\n2026.06.09\n",
        "关于申报船员学会基金的通知",
        None,
        "2026-06-09",
        ("海州大学航海学院",),
    ),
    (  # not below an attachment's own text
        "关于申报船员学会基金的通知\n一、有关事项\n1、请各学院推荐两人。\n附件1\n船员学会基金管理办法\n"
        "第一条 为了规范管理。\n第二条 基金面向船员。\n第三条 本办法自印发之日起施行。\n海州大学航海学院\n2020.05.13\n",
        "关于申报船员学会基金的通知",
        None,
        None,
        (),
    ),
    (  # the page's label is shorter than the name in the title; a number is no title
        "海岚市青屿区工业和信息化局\n\n关于征集揭榜任务的通知\n"
        "发布机构: 区工业和信息化局     发布日期: 2026-06-23 15:31\n" + BODY,
        "海岚市青屿区工业和信息化局关于征集揭榜任务的通知",
        None,
        None,
        ("海岚市青屿区工业和信息化局",),
    ),
    ("潮市监质〔2026〕100号\n各县区市场监督管理局：\n提出以下工作要求。\n", None, "潮市监质〔2026〕100号", None, ()),
    (  # what a site offers, and where the page stands in it
        "登录/注册后您将获得:\n政策推送\n数据导出\n400-086-0000\n"
        "当前位置:首页 > 政策资讯 > 海岚市工信局关于开展2026年基地申报工作的通知\n\n"
        "海岚市工信局关于开展2026年基地申报工作的通知\n\n"
        "发布时间:2026年03月13日 10:22:03 收藏\n\n潮工信函〔2026〕20号\n\n" + BODY,
        "海岚市工信局关于开展2026年基地申报工作的通知",
        "潮工信函〔2026〕20号",
        None,
        ("海岚市工信局",),
    ),
    (  # what a site offers in a row, and a place in it
        "首页|新闻|欢迎您\n\n集团动态\n\n关于组织开展2026年技改项目申报工作的通知\n发布时间:2026-04-28来源: 访问量:\n"
        + BODY,
        "关于组织开展2026年技改项目申报工作的通知",
        None,
        None,
        (),
    ),
    (  # who passes a notice on issues it
        "海岚市科学技术局转发潮平省科学技术厅关于组织推荐专项项目的通知\n" + BODY + "海岚市科学技术局\n2026年4月\n",
        "海岚市科学技术局转发潮平省科学技术厅关于组织推荐专项项目的通知",
        None,
        None,
        ("海岚市科学技术局",),
    ),
    (  # a button of the page; who passes a notice on is no issuer of that name, a day that the copy has spoilt
        "朗读\n转发海岚省科技厅关于组织申报专项的通知\n" + BODY + "海岚市科学技术局\n\n202639\n",
        "转发海岚省科技厅关于组织申报专项的通知",
        None,
        None,
        ("海岚市科学技术局",),
    ),
    (  # where the page stands, labels of the page with their values below, what is said of the page
        "当前位置: 申报通知  海岚市工信局关于开展2026年试点项目推荐的通知\n"
        "申报已结束海岚市工信局关于开展2026年试点项目推荐的通知\n"
        "发布时间:2026-04-02 收藏\n具体信息\n• 发布部门 :\n工业和信息化部门\n具体申报条件\n通知原文\n"
        "海岚市工信局关于开展2026年试点项目推荐的通知\n" + BODY,
        "海岚市工信局关于开展2026年试点项目推荐的通知",
        None,
        None,
        ("海岚市工信局",),
    ),
    ("组织动员区内有意向的企业，填报汇总表，各单位须报送材料\n" + BODY, None, None, None, ()),
    (  # a page's own lines stand above; a place before the title is no label; who signs with a seal
        "网站首页: 主页 > 资金项目 >\n\n海岚:关于组织2026年项目申报的通知\n\n各有关单位：\n现将有关事项通知如下。\n"
        "一、申报条件\n在本市注册。\n海岚市科学技术局(章)\n2026年3月2日\n",
        "海岚:关于组织2026年项目申报的通知",
        None,
        "2026-03-02",
        ("海岚市科学技术局",),
    ),
    (
        "2026-02-06 16:55 海岚市交通局 【大 中 小】【打印】【我要纠错】\n" + BODY,
        None,
        None,
        None,
        (),
    ),
    (  # the beginning of a sentence that the copy cuts off
        "关于设站申报的通知\n" + BODY + "海岚市人力资源社会保障局将材料汇总并报送至省人力资源社会保障局",
        "关于设站申报的通知",
        None,
        None,
        (),
    ),
    (  # the first line of a title ends like an office; where the page stands in its site
        "政策文件\n\n关于组织申报海岚市建设部\n2026年科技计划项目的通知\n" + BODY,
        "关于组织申报海岚市建设部2026年科技计划项目的通知",
        None,
        None,
        (),
    ),
    (  # a copy that has lost its title begins with whom it addresses; who signs without a day
        "各县区科技局，海岚、青屿经信局(委):\n现将有关事项通知如下。\n请于5月10日前报送。\n附件:1、申报书\n2、汇总表\n海岚市科学技术局",
        None,
        None,
        None,
        ("海岚市科学技术局",),
    ),
    (  # a day at the foot, and nobody above it
        "潮科字[2011]20号 |\n关于开展复审的通知\n各县区科技局:\n请于8月15日前上报。\n"
        "附件: 二〇一一年六月二十七日 |\n【打印本页】【关闭窗口】",
        "关于开展复审的通知",
        "潮科字[2011]20号",
        "2011-06-27",
        (),
    ),
    (  # who calls and the day, in brackets under the title
        "2026年度金融课题揭榜公告\n(海岚金融科技联盟,2026年7月1日)\n" + BODY,
        "2026年度金融课题揭榜公告",
        None,
        "2026-07-01",
        ("海岚金融科技联盟",),
    ),
    (  # an institute and a month in brackets under the title; the day of the call on a line of labels
        "聚变部件榜题汇编\n（海岚能源研究院，2026年5月）\n发榜日期：2026年5月6日 揭榜截止：2026年6月15日\n" + BODY,
        "聚变部件榜题汇编",
        None,
        "2026-05-06",
        ("海岚能源研究院",),
    ),
    (  # offices above a title without 关于 are no part of it
        "海岚市应急局 海岚市园区管委会\n化工安全公开征集书\n" + BODY + "2026年3月2日",
        "化工安全公开征集书",
        None,
        "2026-03-02",
        ("海岚市应急局", "海岚市园区管委会"),
    ),
    (  # the issuer opens a title without 关于
        "海岚能源集团有限公司2026年度揭榜项目公告\n" + BODY,
        "海岚能源集团有限公司2026年度揭榜项目公告",
        None,
        None,
        ("海岚能源集团有限公司",),
    ),
    (
        "海岚市科学技术局文件\n海科发〔2026〕9号\n海岚市科学技术局关于开展潮汐能揭榜挂帅的通知\n"
        + BODY
        + "海岚市科学技术局\n2026年3月2日",
        "海岚市科学技术局关于开展潮汐能揭榜挂帅的通知",
        "海科发〔2026〕9号",
        "2026-03-02",
        ("海岚市科学技术局",),
    ),
    (  # a title broken over lines, two issuers, the date in Chinese figures
        "关于征集深海装备\n揭榜挂帅榜单需求的通知\n" + BODY + "海岚市科学技术局 海岚市财政局\n二〇二六年十二月二十一日",
        "关于征集深海装备揭榜挂帅榜单需求的通知",
        None,
        "2026-12-21",
        ("海岚市科学技术局", "海岚市财政局"),
    ),
    (  # a web page's time of posting and its source are not the document's
        "关于申报示范项目的公告\n发布时间：2026-03-05 10:12\n来源：某网站\n" + BODY,
        "关于申报示范项目的公告",
        None,
        None,
        (),
    ),
    (  # another document's number in running text, a topic's number above the title
        "题目编号：AB-202611\n面向潮汐预报的大模型\n比赛方案\n一、发榜单位\n"
        "企业名称：海岚潮信科技有限公司\n二、参赛对象\n"
        "根据《办法》（海科发〔2025〕3号）执行。",
        "面向潮汐预报的大模型比赛方案",
        None,
        None,
        ("海岚潮信科技有限公司",),
    ),
    (  # two issuers on a line at the head, the date alone at the foot
        "海岚县农业局 海岚县财政局\n关于公开张榜的公告\n" + BODY + "二、程序\n张榜三十日。\n二○二六年三月二十日",
        "海岚县农业局海岚县财政局关于公开张榜的公告",
        None,
        "2026-03-20",
        ("海岚县农业局", "海岚县财政局"),
    ),
    (  # a contest's name, a topic's number beside it, then the title
        "第九届潮汐杯科技作品竞赛\n揭榜擂台赛  题目编号：AB-202677\n潮汐预报大模型比赛方案\n一、参赛对象\n在校学生。\n",
        "潮汐预报大模型比赛方案",
        None,
        None,
        (),
    ),
    (  # a short date at the foot; an office of the association
        "关于征集成果的函\n" + BODY + "海岚潮汐协会 秘书处\n2026/4/18\n",
        "关于征集成果的函",
        None,
        "2026-04-18",
        ("海岚潮汐协会秘书处",),
    ),
    (  # the list of attachments above the signature
        "关于做好申报工作的通知\n" + BODY + "附件：\n1. 通知原文\n2. 汇总表\n科学技术研究院\n2026年4月18日\n",
        "关于做好申报工作的通知",
        None,
        "2026-04-18",
        ("科学技术研究院",),
    ),
    (  # two that sign, one of them the students' own
        "关于开展船员社会实践的通知\n" + BODY + "共青团海州大学航海学院委员会\n海州大学航海学院学生会\n2026年6月9日\n",
        "关于开展船员社会实践的通知",
        None,
        "2026-06-09",
        ("共青团海州大学航海学院委员会", "海州大学航海学院学生会"),
    ),
    (  # an office that signs inside its own house
        "关于申报研究中心的通知\n" + BODY + "科技处\n2026年6月5日\n",
        "关于申报研究中心的通知",
        None,
        "2026-06-05",
        ("科技处",),
    ),
    (  # one attachment without a number, and an office that signs
        "关于调整2026年科技计划项目申报时间的通知\n"
        + BODY
        + "附件:\n省科技厅关于推迟申报时间的通知\n科技处\n2026年6月5日\n",
        "关于调整2026年科技计划项目申报时间的通知",
        None,
        "2026-06-05",
        ("科技处",),
    ),
    (  # the date stands above 主题词 and 抄送, the issuers at the head
        "中共海岚市委组织部 海岚市科学技术局\n关于评选工作室的通知\n"
        + BODY
        + "二○二六年八月二十六日\n主题词：人才 通知\n抄送：市政府办公室。\n",
        "中共海岚市委组织部海岚市科学技术局关于评选工作室的通知",
        None,
        "2026-08-26",
        ("中共海岚市委组织部", "海岚市科学技术局"),
    ),
    (  # the letter O for a zero, a bank among the issuers, a number with 校字
        "海研〔2026〕校字18号\n关于启动项目申报的预通知\n"
        + BODY
        + "海岚市科学技术局  海岚市财政局\n海岚银行中心支行\n二O二六年四月六日\n",
        "关于启动项目申报的预通知",
        "海研〔2026〕校字18号",
        "2026-04-06",
        ("海岚市科学技术局", "海岚市财政局", "海岚银行中心支行"),
    ),
    (  # a browser's title, and the page's own below it
        "关于组织申报2026年度海岚市潮汐能重点攻关计划项目的通知-青屿区-申报通知-某某网\n\n"
        "关于组织申报2026年度海岚市潮汐能重点攻关计划项目的通知\n\n" + BODY,
        "关于组织申报2026年度海岚市潮汐能重点攻关计划项目的通知",
        None,
        None,
        (),
    ),
    (  # the first lines of a page run into one
        "海岚市科技局关于征集2026年揭榜需求的通知日期：2026-07-0810:24来源：某网责任编辑：某科"
        "各县科技局，现将有关事项通知如下：一、申报条件1.在本市注册；2.近两年无失信记录。",
        "海岚市科技局关于征集2026年揭榜需求的通知",
        None,
        None,
        ("海岚市科技局",),
    ),
    (  # the same with the day and the number between the title and whom it addresses
        "关于申报2026年潮汐能项目的通知2026-07-08海岚科规办〔2026〕23号各县科技局：\n现将有关事项通知如下。\n一、申报条件\n"
        "在本市注册。\n海岚市科技局\n2026年7月8日\n",
        "关于申报2026年潮汐能项目的通知",
        "海岚科规办〔2026〕23号",
        "2026-07-08",
        ("海岚市科技局",),
    ),
    (  # a name in two lines
        "关于选拔技术带头人的通知\n" + BODY + "中共海岚市委人才工作\n领导小组办公室\n2026年7月8日\n",
        "关于选拔技术带头人的通知",
        None,
        "2026-07-08",
        ("中共海岚市委人才工作领导小组办公室",),
    ),
    (  # two names in two lines stay two
        "关于选拔技术带头人的通知\n" + BODY + "海岚市科学技术局\n青屿区人才工作领导小组办公室\n2026年7月8日\n",
        "关于选拔技术带头人的通知",
        None,
        "2026-07-08",
        ("海岚市科学技术局", "青屿区人才工作领导小组办公室"),
    ),
    (  # who holds it, above the day
        "关于开展潮汐科学奖评选的通知\n" + BODY + "主办：海岚市潮汐学会　　协办：青屿区潮汐实验室\n2026年7月8日\n",
        "关于开展潮汐科学奖评选的通知",
        None,
        "2026-07-08",
        ("海岚市潮汐学会",),
    ),
    (  # a note whose title is that it passes another on
        "转发《关于开展（2026-2028年度）“潮汐人才”候选人推荐工作的通知》\n\n" + BODY,
        "转发《关于开展（2026-2028年度）“潮汐人才”候选人推荐工作的通知》",
        None,
        None,
        (),
    ),
    (  # a note to one's own people above the notice that it passes on
        "各位同事：\n评选工作现已开始，请于6月3日前提交。\n附件：申报材料\n海岚市教育局关于潮汐科普名师、\n"
        "科普新秀推荐工作的通知\n各县教育局，各直属学校：\n现将有关事项通知如下。\n一、推荐对象\n在岗教师。\n"
        "海岚市教育局\n2026年5月11日\n",
        "海岚市教育局关于潮汐科普名师、科普新秀推荐工作的通知",
        None,
        "2026-05-11",
        ("海岚市教育局",),
    ),
    (  # who signs without a day below the one attachment
        "关于征集揭榜需求的通知\n" + BODY + "附件：海岚市揭榜需求表\n海岚市科学技术局\n",
        "关于征集揭榜需求的通知",
        None,
        None,
        ("海岚市科学技术局",),
    ),
    (  # where the page stands is no title of a task book
        "某某网> 优惠政策> 正文\n关于征集专项的通知\n2026-07-06 13:56\n" + BODY,
        "关于征集专项的通知",
        None,
        None,
        (),
    ),
    (  # a form's blank date is no date of issue
        "附件2\n深海装备任务榜单\n一、核心部件\n法定代表人（签字）：\n海岚市科学技术局\n2026年 月 日",
        "深海装备任务榜单",
        None,
        None,
        (),
    ),
]


@pytest.mark.parametrize(("text", "title", "number", "date", "issuers"), HEADERS)
def test_header(text: str, title: str | None, number: str | None, date: str | None, issuers: tuple[str, ...]) -> None:
    header = find_header(*structure(document(text, hard_wrapped=False)))
    assert (header.title, header.document_number, header.issued_on, header.issuers) == (title, number, date, issuers)


DATES = [
    (("2026", "3", "2"), "2026-03-02"),
    (("二〇二六", "十", "二十"), "2026-10-20"),
    (("二○二六", "十二", "三十一"), "2026-12-31"),
    (("2026", "13", "1"), None),
    (("1234", "1", "1"), None),
]


@pytest.mark.parametrize(
    ("second", "title"), [(3, "航海设计赛资讯"), (2, "航海设计赛资讯港口组赛区"), (None, "航海设计赛资讯")]
)
def test_a_chapters_heading_is_no_part_of_the_title(second: int | None, title: str) -> None:
    first, below = "航海设计赛资讯", "港口组赛区"
    marks = [HeadingMark(0, len(first), 2)]
    marks += [HeadingMark(len(first) + 1, len(first) + 1 + len(below), second)] if second else []
    made = document(f"{first}\n{below}\n在校学生均可参加。\n", hard_wrapped=False, headings=tuple(marks))
    assert find_header(*structure(made)).title == title


@pytest.mark.parametrize(("parts", "iso"), DATES)
def test_iso_date(parts: tuple[str, str, str], iso: str | None) -> None:
    assert iso_date(*parts) == iso
