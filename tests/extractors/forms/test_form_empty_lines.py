"""Blank forms in lines: under which titles they are forms, and which of their lines are labels."""

import pytest
from documents import document
from extracted import Fields

from extractors.forms.forms import find_fields
from pipeline.structure import structure
from schemas.outline import Role

BOOK = "浮标标定项目申报书\n"
CODED = (
    "第1栏　任务\n　101　任务代码：\n　102　船舶名称：\n第2栏　项目负责人\n　201　姓名：\n　202　手机：\n"
    "第3栏　文字\n　301　标定摘要（字数不超过400字）：\n　302　停泊港情况：\n第4栏　审签\n　项目负责人（签字）：\n"
    "　本栏由管理机构填写，申报人不填。\n"
)
NUMBERED = (
    "（1）项目名称\n（2）申报单位\n（3）项目负责人\n①姓名\n②手机\n③出海年限\n（4）泊位编号\n（5）申请补助（万元）\n"
    "（6）内容提要　　【不超过500字】\n（7）申报单位盖章\n"
)
RULED = "______________________\n"
# (what, text below 附件1, the role of the last division, the names of the fields)
FORMS: list[tuple[str, str, Role, list[str]]] = [
    (
        "numbers with half a bracket before labels that no lexicon knows",
        "揭榜表\n1) 揭第几榜：\n2) 单位名称：\n3) 停泊港：\n4) 领航人：　　　职务：　　　手机：\n"
        "5) 要船厂配什么（坞、岸电）：\n6) 单位地址：\n7) 要价（万元）：\n8) 单位盖章：\n",
        Role.FORM,
        [
            *("揭第几榜", "单位名称", "停泊港", "领航人", "领航人职务", "领航人手机"),
            *("要船厂配什么（坞、岸电）", "单位地址", "要价（万元）"),
        ],
    ),
    (
        "codes before labels, parts with their names",
        BOOK + CODED,
        Role.FORM,
        [
            *("任务代码", "船舶名称", "项目负责人姓名", "项目负责人手机"),
            *("标定摘要（字数不超过400字）", "停泊港情况"),
        ],
    ),
    (
        "numbers before labels without colons, the parts of a person below hers",
        BOOK + NUMBERED,
        Role.FORM,
        [
            *("项目名称", "申报单位", "项目负责人姓名", "项目负责人手机", "出海年限"),
            *("泊位编号", "申请补助（万元）", "内容提要【不超过500字】"),
        ],
    ),
    (
        "parts by the number before their dot, below a head that no lexicon knows",
        "揭榜登记\n1. 揭榜题目\n2. 揭榜单位\n3. 首席船艺师\n3.1 姓名\n3.2 IMO证书编号\n3.3 电子邮件\n"
        "4. 内容提要（500字以内）\n5. 申请金额（万元）\n填写说明：在编号之后换行作答。\n",
        Role.FORM,
        [
            *("揭榜题目", "揭榜单位", "首席船艺师姓名", "IMO证书编号", "首席船艺师电子邮件"),
            *("内容提要（500字以内）", "申请金额（万元）"),
        ],
    ),
    (
        "framed groups over labels, persons and others",
        BOOK + "〔船舶〕\n船舶名称：\n停泊港：\n〔船长〕\n姓名：\n手机：\n〔项目负责人〕\n姓名：\n手机：\n"
        "〔方案〕\n标定方案：（900字内）\n〔签章〕\n单位公章处：\n",
        Role.FORM,
        [
            *("船舶名称", "停泊港", "船长姓名", "船长手机"),
            *("项目负责人姓名", "项目负责人手机", "标定方案"),
        ],
    ),
    (
        "labels over lines to write on, the first of them unknown",
        "浮标揭榜书\n填写说明：在每个名目下面的横线上填写。\n"
        + RULED.join(["揭哪道题\n", "单位名称\n", "船长姓名\n", "出海次数\n", "概要（限900字）\n", "　船长签字处：\n"]),
        Role.FORM,
        ["揭哪道题", "单位名称", "船长姓名", "出海次数", "概要（限900字）"],
    ),
    (
        "labels with nothing before or behind them, below a note that says where to write",
        "浮标揭榜登记表\n（各栏名称写在上面，请填在下面的框内）\n题目\n船名\n轮机长（姓名、职称、手机）\n潜水成员（姓名、潜水证号）\n"
        "出海经历（不超过400字）\n申请经费及用途\n轮机长签名：　　　船东单位盖章：\n",
        Role.FORM,
        [
            *("题目", "船名", "轮机长姓名", "轮机长职称", "轮机长手机", "潜水成员姓名", "潜水证号"),
            *("出海经历（不超过400字）", "申请经费及用途"),
        ],
    ),
    (
        "labels with colons that no lexicon knows, behind one that asks for a text",
        "浮标揭榜报名单\n揭第几件：\n报名单位：\n单位地址：\n船长：\n打算怎么做（不超过400字）：\n要港里帮什么忙：\n"
        "　　　　带头人（签名）：\n",
        Role.FORM,
        ["揭第几件", "报名单位", "单位地址", "船长", "打算怎么做（不超过400字）", "要港里帮什么忙"],
    ),
    (
        "labels far apart, with the room behind them, who signs below",
        "浮标揭榜申报表\n\n揭榜单位                    所在港区\n单位地址                    邮政编码\n"
        "船长姓名                    船长手机\n船队规模                    停泊港\n标定方案（不超过500字）\n\n\n"
        "揭榜单位（盖章）            船长（签字）\n",
        Role.FORM,
        [
            *("揭榜单位", "所在港区", "单位地址", "邮政编码", "船长姓名", "船长手机", "船队规模", "停泊港"),
            "标定方案（不超过500字）",
        ],
    ),
    (
        "brackets with nothing in them",
        "浮标揭榜申报表\n单位全称（　　　　　）\n船队规模（　　　）艘\n负责人（　　　）　手机（　　　　　）\n"
        "停泊港（　　　）\n",
        Role.FORM,
        ["单位全称", "船队规模", "负责人", "负责人手机", "停泊港"],
    ),
    (
        "brackets behind colons and numbers",
        BOOK + "1. 揭榜单位：【　　　　】\n2. 船长：【　　　】 手机：【　　　　　】\n3. 船队规模：【　　】艘\n"
        "4. 停泊港：【　　】\n5. 标定方案：【不超过500字】\n",
        Role.FORM,
        ["揭榜单位", "船长", "船长手机", "船队规模", "停泊港", "标定方案"],
    ),
    (
        "lines to write on behind labels and below headings",
        BOOK + "一、基本信息\n揭榜单位 ____________\n船队规模 ____________\n二、船长\n姓名 ________  手机 ________\n"
        "三、标定方案（不超过500字）\n" + RULED * 2 + "四、停泊安排\n" + RULED,
        Role.FORM,
        ["揭榜单位", "船队规模", "姓名", "手机", "标定方案（不超过500字）", "停泊安排"],
    ),
    (
        "letters with numbers before labels",
        "浮标揭榜书\nA-1 揭榜单位：\nA-2 单位地址：\nB-1 船长姓名：\nB-2 停泊港：\nC-1 标定方案（限800字）：\n",
        Role.FORM,
        ["揭榜单位", "单位地址", "船长姓名", "停泊港", "标定方案（限800字）"],
    ),
    (
        "a tab behind each label, for a cell",
        "浮标揭榜登记表\n单位名称\t\n船队规模\t\n停泊港\t\n分工\t\n",
        Role.FORM,
        ["单位名称", "船队规模", "停泊港", "分工"],
    ),
    (
        "chapters to be written are no labels",
        BOOK + "一、项目名称\n二、立项依据\n三、标定方案\n四、技术路线\n五、预期目标\n六、进度安排\n",
        Role.TASK_BOOK,
        [],
    ),
    (
        "labels that only a mark opens, below a note that says where to write",
        "浮标情况单\n请把内容写在每个名目下面的空格里。\n◆ 所选题号\n◆ 船队全称及泊位\n◆ 船长\n◆ 拟用浮体材料\n"
        "（本栏不超过700字）\n◆ 希望港里配合的事\n填表人签名：____\n",
        Role.FORM,
        ["所选题号", "船队全称及泊位", "船长", "拟用浮体材料", "希望港里配合的事"],
    ),
    (
        "points of a text that a mark opens",
        "浮标布放须知\n布放前须知道下面几点。\n◆ 海况不明\n◆ 夜间无灯\n◆ 锚链磨损\n◆ 电池亏电\n◆ 船只碰撞\n",
        Role.OTHER,
        [],
    ),
    (
        "a cover stays one",
        BOOK + "项目名称：\n申报单位：\n项目负责人：\n申报日期：　年　月　日\n联系电话：\n",
        Role.COVER,
        ["项目名称", "申报单位", "项目负责人", "申报日期", "联系电话"],
    ),
]


@pytest.mark.parametrize(("what", "words", "role", "names"), FORMS, ids=[case[0] for case in FORMS])
def test_blank_forms(what: str, words: str, role: Role, names: list[str]) -> None:
    text, outline = structure(document("关于征集的通知\n请于5月1日前报名。\n\n附件1\n" + words))
    assert outline.divisions[-1].role is role, what
    assert [field.name for field in find_fields(text, outline)] == names


# A form filled in is read as before: no line of an answer becomes a label.
FILLED: list[tuple[str, str, Fields]] = [
    (
        "codes before labels",
        "第1栏　任务\n101　任务代码：B-01\n102　联系电话：0574-5550001 邮箱：a@b.cn\n"
        "第2栏　项目负责人\n201　姓名：李某\n",
        {"任务代码": "B-01", "联系电话": "0574-5550001", "邮箱": "a@b.cn", "项目负责人姓名": "李某"},
    ),
    (
        "a figure before a label inside the line is the answer's",
        "成立日期：2014 联系人：李某\n",
        {"成立日期": "2014", "联系人": "李某"},
    ),
    (
        "options in brackets behind their words are boxes, and answers beside their labels no labels",
        "单位性质　企业（　）　高校（√）\n揭榜单位        海州公司        停泊港        甲港\n",
        {"单位性质": "高校", "揭榜单位": "海州公司停泊港甲港"},
    ),
    (
        "below the labels, as the note says",
        "（请填在各栏下面的框内）\n单位名称\n海州公司\n联系人\n李某\n出海经历（不超过400字）\n三十年，没出过事。\n"
        "联系电话\n0574-5550001\n",
        {
            "单位名称": "海州公司",
            "联系人": "李某",
            "出海经历（不超过400字）": "三十年，没出过事。",
            "联系电话": "0574-5550001",
        },
    ),
    (
        "what is written on the line",
        "单位名称\n____海州公司____\n船长姓名\n____李某____\n",
        {"单位名称": "海州公司", "船长姓名": "李某"},
    ),
]


@pytest.mark.parametrize(("what", "words", "expected"), FILLED, ids=[case[0] for case in FILLED])
def test_filled(what: str, words: str, expected: Fields) -> None:
    found = {f.name: f.value for f in find_fields(*structure(document("揭榜单位申报表\n" + words)), applied=True)}
    assert found == expected, what
