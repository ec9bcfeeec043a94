"""Groups of a form: a person's parts, several things in one cell."""

import pytest
from extracted import FORM, Fields, values

CASES: list[tuple[str, str, Fields]] = [
    (
        "labels of one person in a line, all blank",
        FORM + "联系人：            手机：            邮箱：\n",
        {"联系人": None, "联系人手机": None, "联系人邮箱": None},
    ),
    (
        "a group repeated in each row",
        FORM + "负责人 | 姓名 | 钱某 | 职务 | 经理\n负责人 | 手机 | 13900000000 | 传真 | 无\n",
        {"负责人姓名": "钱某", "负责人职务": "经理", "负责人手机": "13900000000", "负责人传真": "无"},
    ),
    (
        "a group whose cell is empty below, and the last value's cell left out",
        FORM + "| 联系人 | 姓名 | | 电话 |\n| | 职务 | | 手机 |\n",
        {"联系人姓名": None, "联系人电话": None, "联系人职务": None, "联系人手机": None},
    ),
    (
        "a person's telephone in the person's row",
        FORM + "法定代表人 | 李某 | 联系电话 | 0574-0000000\n经办人 | 孙某 | 联系电话 | 0574-0000001\n",
        {
            "法定代表人": "李某",
            "法定代表人联系电话": "0574-0000000",
            "经办人": "孙某",
            "经办人联系电话": "0574-0000001",
        },
    ),
    (
        "a person's parts behind the person's colon",
        FORM
        + "项目负责人：姓名：钱某；职务（职称）：经理；手机：13900000000\n"
        + "联络人：姓名：孙某；传真：0574-0000001\n法定代表人：李某\n",
        {
            "项目负责人姓名": "钱某",
            "项目负责人职务（职称）": "经理",
            "项目负责人手机": "13900000000",
            "联络人姓名": "孙某",
            "联络人传真": "0574-0000001",
            "法定代表人": "李某",
        },
    ),
    (
        "a person's parts with blanks for colons, and more of them in the next line",
        FORM
        + "单位名称：海州仪器有限公司\n揭榜负责人：姓名 钱某　职务职称 经理（工程师）\n"
        + "　　　　邮箱 qian@example.com　手机 13900000000\n"
        + "申报联系人：姓名 孙某　手机 13900000001\n　　　　传真 0574-0000001\n",
        {
            "单位名称": "海州仪器有限公司",
            "揭榜负责人": "钱某",
            "揭榜负责人姓名": "钱某",
            "揭榜负责人职务职称": "经理（工程师）",
            "揭榜负责人邮箱": "qian@example.com",
            "揭榜负责人手机": "13900000000",
            "申报联系人": "孙某",
            "申报联系人姓名": "孙某",
            "申报联系人手机": "13900000001",
            "申报联系人传真": "0574-0000001",
        },
    ),
    (
        "a person who heads each line without a colon",
        FORM
        + "揭榜负责人 姓名：钱某　　职务职称：经理\n揭榜负责人 手机：13900000000　　邮箱：qian@example.com\n"
        + "法定代表人：李某\n",
        {
            "揭榜负责人姓名": "钱某",
            "揭榜负责人职务职称": "经理",
            "揭榜负责人手机": "13900000000",
            "揭榜负责人邮箱": "qian@example.com",
            "法定代表人": "李某",
        },
    ),
    (
        "a person's parts parted by semicolons, behind the name or the name's label",
        FORM
        + "项目负责人: 姓名 钱某；职称/学位 工程师；手机 13900000000\n"
        + "项目联系人: 孙某 ｜ 硕士 ｜ 手机 13900000001 ｜ 电子邮箱 sun@example.com\n",
        {
            "项目负责人": "钱某",
            "项目负责人姓名": "钱某",
            "项目负责人职称/学位": "工程师",
            "项目负责人手机": "13900000000",
            "项目联系人": "孙某｜硕士",
            "项目联系人手机": "13900000001",
            "项目联系人电子邮箱": "sun@example.com",
        },
    ),
    (
        "two persons side by side above their parts",
        FORM
        + "| 单位名称 | 海州仪器有限公司 | 邮政编码 | 315000 |\n| 负责人 | 联系人 |\n| 姓名 | 钱某 | 姓名 | 孙某 |\n"
        + "| 手机 | 13900000000 | 手机 | |\n| 单位人数 | 80 | 研发人员人数 | 30 |\n",
        {
            "单位名称": "海州仪器有限公司",
            "邮政编码": "315000",
            "负责人姓名": "钱某",
            "联系人姓名": "孙某",
            "负责人手机": "13900000000",
            "联系人手机": None,
            "单位人数": "80",
            "研发人员人数": "30",
        },
    ),
    (
        "labels with blanks for colons, one of them no lexicon's but for its unit",
        FORM
        + "研发投入（万元）　812.6　其中与海洋装备相关的业务收入（万元）　1,930.5\n"
        + "单位人数　186人　研发人员人数　47人\n",
        {
            "研发投入（万元）": "812.6",
            "其中与海洋装备相关的业务收入（万元）": "1,930.5",
            "单位人数": "186人",
            "研发人员人数": "47人",
        },
    ),
    (
        "rows that a column counts below its head",
        FORM + "序号 | 栏目 | 填写\n1 | 单位名称 | 海州仪器有限公司\n2 | 职工人数 | 80\n3 | 注册资本（万元） | 600\n",
        {"单位名称": "海州仪器有限公司", "职工人数": "80", "注册资本（万元）": "600"},
    ),
    (
        "blank labels with a colon inside the cells of groups",
        FORM
        + "负责人 | 姓名： | 职称：\n负责人 | 手机： | 邮箱：\n经办人 | 姓名： | 手机：\n经办人 | 传真： | 邮箱：\n",
        dict.fromkeys(
            [
                "负责人姓名",
                "负责人职称",
                "负责人手机",
                "负责人邮箱",
                "经办人姓名",
                "经办人手机",
                "经办人传真",
                "经办人邮箱",
            ]
        ),
    ),
    (
        "a post that is a label elsewhere",
        FORM + "负责人 | 姓名 | 钱某 | 职务 | 技术负责人\n负责人 | 手机 | 13900000000 | 传真 | 无\n",
        {"负责人姓名": "钱某", "负责人职务": "技术负责人", "负责人手机": "13900000000", "负责人传真": "无"},
    ),
    (
        "labels with a colon inside the cells of a group",
        FORM + "申报联系人 | 姓名：钱某 | 手机：13900000000\n申报联系人 | 邮箱：qian@example.cn | 传真：\n",
        {
            "申报联系人姓名": "钱某",
            "申报联系人手机": "13900000000",
            "申报联系人邮箱": "qian@example.cn",
            "申报联系人传真": None,
        },
    ),
    (
        "labels whose gap got lost, and a person's parts behind the name",
        FORM
        + "6.法定代表人：李某7.注册资本：68,000万元\n13.单位人数：87人14.研发人员人数：16人\n"
        + "8.揭榜负责人姓名：钱某 手机：13900000000邮箱：qian@example.cn传真：0574-0000001\n",
        {
            "法定代表人": "李某",
            "注册资本": "68,000万元",
            "单位人数": "87人",
            "研发人员人数": "16人",
            "揭榜负责人姓名": "钱某",
            "揭榜负责人手机": "13900000000",
            "揭榜负责人邮箱": "qian@example.cn",
            "揭榜负责人传真": "0574-0000001",
        },
    ),
    (
        "several things in one cell, the last left empty",
        FORM + "申报联系人（姓名/手机/传真） | 钱某/13900000000/ | 邮政编码 | 315000\n",
        {
            "申报联系人（姓名/手机/传真）": "钱某/13900000000/",
            "申报联系人姓名": "钱某",
            "申报联系人手机": "13900000000",
            "申报联系人传真": None,
            "邮政编码": "315000",
        },
    ),
    (
        "several things in one cell",
        FORM
        + "项目联系人（姓名/职务职称） | 钱某/总工程师、研究员 | 手机/邮箱 | 13900000000/qian@example.cn\n"
        + "职务/职称 | 经理/工程师 | 单位人数/研发人员人数 | 87人/16人\n",
        {
            "项目联系人（姓名/职务职称）": "钱某/总工程师、研究员",
            "项目联系人姓名": "钱某",
            "项目联系人职务职称": "总工程师、研究员",
            "手机/邮箱": "13900000000/qian@example.cn",
            "项目联系人手机": "13900000000",
            "项目联系人邮箱": "qian@example.cn",
            "职务/职称": "经理/工程师",
            "单位人数/研发人员人数": "87人/16人",
            "单位人数": "87人",
            "研发人员人数": "16人",
        },
    ),
    (
        "a person in a line of its own, the person's parts set with gaps below",
        FORM + "单位名称：青屿所\n项目负责人：\n    姓名 钱某    性别 女    出生年月 1980.05\n    手机 13900000000\n",
        {
            "单位名称": "青屿所",
            "项目负责人姓名": "钱某",
            "项目负责人性别": "女",
            "项目负责人出生年月": "1980.05",
            "项目负责人手机": "13900000000",
        },
    ),
    (
        "a person above lines whose pairs are set in columns",
        FORM + "单位名称：青屿所\n负责人\n| 姓名：钱某 | 电话：0574-0000000 |\n| 职务：所长 | 手机：13900000000 |\n",
        {
            "单位名称": "青屿所",
            "负责人姓名": "钱某",
            "负责人电话": "0574-0000000",
            "负责人职务": "所长",
            "负责人手机": "13900000000",
        },
    ),
    (
        "framed labels, a person among them, and a line with a colon in the text of one",
        FORM + "【单位名称】 青屿所\n【负责人】\n姓名：钱某    手机：13900000000\n【单位简介】\n业务内容：研制浮标。\n",
        {"单位名称": "青屿所", "负责人姓名": "钱某", "负责人手机": "13900000000", "单位简介": "业务内容：研制浮标。"},
    ),
    (
        "a framed person with the parts in the line, and more of them below",
        FORM + "【单位名称】青屿所\n【负责人】姓名：钱某 职务：所长\n邮箱：q@example.cn\n【法定代表人】孙某\n",
        {
            "单位名称": "青屿所",
            "负责人姓名": "钱某",
            "负责人职务": "所长",
            "负责人邮箱": "q@example.cn",
            "法定代表人": "孙某",
        },
    ),
    (
        "dots in place of the colon",
        FORM + "单位名称 ........ 青屿所\n负责人\n姓名 ........ 钱某\n手机 ........ 139 0000 0000\n单位人数....86人\n",
        {"单位名称": "青屿所", "负责人姓名": "钱某", "负责人手机": "139 0000 0000", "单位人数": "86人"},
    ),
    (
        "the caption of a list is no field, a label that waits for its answer is one",
        FORM + "单位名称：青屿所\n项目组成员\n| 序号 | 姓名 | 分工 |\n| 1 | 钱某 | 总体 |\n| 2 | 孙某 | 测试 |\n",
        {"单位名称": "青屿所"},
    ),
    (
        "one figure of two years",
        FORM + "单位名称：青屿所\n2024年营业收入：46.5万元\n2025年营业收入：412.8万元\n",
        {"单位名称": "青屿所", "2024年营业收入": "46.5万元", "2025年营业收入": "412.8万元"},
    ),
    (
        "one framed label, and a person's labels without frames below its text",
        FORM + "【项目简介】\n研制浮标。\n项目负责人：钱某\n联系电话：0574-0000000\n",
        {"项目简介": "研制浮标。", "项目负责人": "钱某", "联系电话": "0574-0000000"},
    ),
    (
        "labels of a licence right behind the code",
        FORM + "统一社会信用代码：91350900741684323F名称：青屿工坊有限公司\n",
        {"统一社会信用代码": "91350900741684323F", "名称": "青屿工坊有限公司"},
    ),
    (
        "a filled form whose columns are gaps",
        FORM
        + "负责人  姓名  钱某某  职称  工程师\n        邮箱  q@example.cn  手机  13900000000\n"
        + "单位性质  □国有企业  ☑民营企业  单位人数  80\n参与单位  无\n",
        {
            "负责人姓名": "钱某某",
            "负责人职称": "工程师",
            "负责人邮箱": "q@example.cn",
            "负责人手机": "13900000000",
            "单位性质": "民营企业",
            "单位人数": "80",
            "参与单位": "无",
        },
    ),
]


@pytest.mark.parametrize(("what", "words", "expected"), CASES, ids=[case[0] for case in CASES])
def test_fields(what: str, words: str, expected: Fields) -> None:
    assert values(words) == expected
