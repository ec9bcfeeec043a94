"""Forms whose labels stand in one row or line, and their values in the one below."""

import pytest
from documents import document, table
from extracted import Fields

from extractors.forms.forms import find_fields
from pipeline.structure import structure

TITLE = "揭榜单位申报表\n\n"

# Lines as the reader of a PDF leaves them: two blanks where columns part.
LINES: list[tuple[str, str, Fields]] = [
    (
        "as many values as labels",
        "揭榜单位  统一社会信用代码\n海州仪器有限公司  91330200MA00000001\n"
        "法定代表人  联系人  联系人手机\n李某  钱某  13900000001\n",
        {
            "揭榜单位": "海州仪器有限公司",
            "统一社会信用代码": "91330200MA00000001",
            "法定代表人": "李某",
            "联系人": "钱某",
            "联系人手机": "13900000001",
        },
    ),
    (
        "a value that its column breaks",
        "注册地址  成立日期\n海州市滨海区听涛街道港前路一百零八号海洋仪器产业园\n三号楼  2014年8月5日\n"
        "邮政编码：315000\n",
        {
            "注册地址": "海州市滨海区听涛街道港前路一百零八号海洋仪器产业园三号楼",
            "成立日期": "2014年8月5日",
            "邮政编码": "315000",
        },
    ),
    (
        "a value with blanks of its own",
        "开户银行  银行账号\n海州银行  6801 0042 7719\n",
        {"开户银行": "海州银行", "银行账号": "6801 0042 7719"},
    ),
    (
        "labels with their units, which no lexicon knows",
        "联系人  联系人手机\n钱某  13900000001\n申请榜额（万元）  另行配套（万元）\n340  200\n",
        {"联系人": "钱某", "联系人手机": "13900000001", "申请榜额（万元）": "340", "另行配套（万元）": "200"},
    ),
    (
        "a person's labels",
        "项目负责人姓名  出生年月  职称\n孙某  1977年1月  研究员\n",
        {"项目负责人姓名": "孙某", "项目负责人出生年月": "1977年1月", "项目负责人职称": "研究员"},
    ),
    (
        "labels with nothing below them but labels",
        "法定代表人  成立日期\n联系人  联系人手机\n",
        {"法定代表人": None, "成立日期": None, "联系人": None, "联系人手机": None},
    ),
    (
        "what follows below",
        "联系人  联系人手机\n钱某  13900000001\n（乙）项目情况\n以上内容属实。\n",
        {"联系人": "钱某", "联系人手机": "13900000001"},
    ),
    (
        "several rows are a list",
        "项目负责人：孙某\n姓名  职称\n钱某  工程师\n赵某  研究员\n",
        {"项目负责人": "孙某", "姓名": None, "职称": "钱某工程师赵某研究员"},
    ),
    (
        "labels and their values in turn",
        "法定代表人  李某\n联系人  钱某\n",
        {"法定代表人": "李某", "联系人": "钱某"},
    ),
]


@pytest.mark.parametrize(("what", "words", "expected"), LINES, ids=[case[0] for case in LINES])
def test_lines(what: str, words: str, expected: Fields) -> None:
    found = find_fields(*structure(document(TITLE + words)))
    assert {field.name: field.value for field in found} == expected


UNIT = [["揭榜单位", "统一社会信用代码"], ["海州仪器有限公司", "91330200MA00000001"]]
UNIT_READ: Fields = {"揭榜单位": "海州仪器有限公司", "统一社会信用代码": "91330200MA00000001"}
TABLES: list[tuple[str, list[list[str]], Fields]] = [
    (
        "more of the person right below her row",
        [["负责人姓名", "职务"], ["李某", "总经理"], ["传真", "邮箱"], ["0574-5000111", "li@example.cn"]],
        {
            "负责人姓名": "李某",
            "负责人职务": "总经理",
            "负责人传真": "0574-5000111",
            "负责人邮箱": "li@example.cn",
        },
    ),
    (
        "a list of members below the person's row",
        [
            ["负责人姓名", "职务", "手机"],
            ["李某", "总经理", "13900000001"],
            ["姓名", "职称", "专业"],
            ["钱某", "工程师", "声学"],
        ],
        {"负责人姓名": "李某", "负责人职务": "总经理", "负责人手机": "13900000001"},
    ),
    (
        "an answer to what kind it is that reads as a label",
        [
            ["揭榜单位", "统一社会信用代码", "法定代表人", "单位类型"],
            ["海州仪器有限公司", "91330200MA00000001", "李某", "企业法人（民营）"],
        ],
        {**UNIT_READ, "法定代表人": "李某", "单位类型": "企业法人（民营）"},
    ),
    (
        "below years, and one of her answers left open",
        [
            ["揭榜单位", "统一社会信用代码", "邮编", "成立日期"],
            ["海州仪器有限公司", "91330200MA00000001", "315000", "2014年8月5日"],
            ["注册地址", "法定代表人", "注册资本（万元）", "职工人数"],
            ["海州市港前路1号", "李某", "800", "63"],
            ["财务（万元）", "2023年", "2024年", "2025年"],
            ["营业收入", "600", "700", "820"],
            ["联系人姓名", "手机", "电子邮箱", "办公电话"],
            ["钱某", "13900000001", "", "0574-5000111"],
        ],
        {
            "揭榜单位": "海州仪器有限公司",
            "统一社会信用代码": "91330200MA00000001",
            "邮编": "315000",
            "成立日期": "2014年8月5日",
            "注册地址": "海州市港前路1号",
            "法定代表人": "李某",
            "注册资本（万元）": "800",
            "职工人数": "63",
            "营业收入": "820",
            "联系人姓名": "钱某",
            "联系人手机": "13900000001",
            "联系人电子邮箱": None,
            "联系人办公电话": "0574-5000111",
        },
    ),
    (
        "a person beside labels joined by a stroke",
        [
            ["揭榜单位", "海州仪器有限公司", "邮编", "315000"],
            ["法定代表人", "姓名/电话", "李某　13900000001", "<"],
        ],
        {
            "揭榜单位": "海州仪器有限公司",
            "邮编": "315000",
            "法定代表人姓名/电话": "李某13900000001",
            "法定代表人姓名": "李某",
            "法定代表人电话": "13900000001",
        },
    ),
    (
        "a person by the word of such calls",
        [["榜首姓名", "出生年月", "榜首手机"], ["李某", "1981年3月", "13900000001"]],
        {"榜首姓名": "李某", "榜首出生年月": "1981年3月", "榜首手机": "13900000001"},
    ),
    (
        "labels that no lexicon knows, where two rows above are so",
        [
            *UNIT,
            ["法定代表人", "注册地址"],
            ["李某", "海州市港前路1号"],
            ["海域使用许可证编号", "许可证有效期至"],
            ["海字0093", "2028年11月18日"],
        ],
        UNIT_READ
        | {
            "法定代表人": "李某",
            "注册地址": "海州市港前路1号",
            "海域使用许可证编号": "海字0093",
            "许可证有效期至": "2028年11月18日",
        },
    ),
    (
        "figures below figures, whose labels are no second record, and no lexicon knows",
        [
            ["经费总额", "申请财政资金", "首年投入"],
            ["460", "200", "260"],
            ["租船费", "布放费", "管理及其他"],
            ["300", "120", "40"],
        ],
        {
            "经费总额": "460",
            "申请财政资金": "200",
            "首年投入": "260",
            "租船费": "300",
            "布放费": "120",
            "管理及其他": "40",
        },
    ),
    (
        "what the figures are about, merged at the left of both rows",
        [
            ["揭榜单位", "海州仪器有限公司", "邮编", "315000", "<"],
            ["经费（万元）", "经费合计", "申请财政资金", "自筹经费", "自筹来源"],
            ["^", "460", "200", "260", "企业自有资金"],
        ],
        {
            "揭榜单位": "海州仪器有限公司",
            "邮编": "315000",
            "经费合计": "460",
            "申请财政资金": "200",
            "自筹经费": "260",
            "自筹来源": "企业自有资金",
        },
    ),
    (
        "pairs beside what they are about",
        [
            ["揭榜单位", "海州仪器有限公司", "邮编", "315000", "<"],
            ["联系人", "姓名", "钱某", "电话", "0574-5000111"],
            ["^", "手机", "13900000001", "邮箱", "q@example.cn"],
        ],
        {
            "揭榜单位": "海州仪器有限公司",
            "邮编": "315000",
            "联系人姓名": "钱某",
            "联系人电话": "0574-5000111",
            "联系人手机": "13900000001",
            "联系人邮箱": "q@example.cn",
        },
    ),
]


PERSONS: list[tuple[str, str, Fields]] = [
    (
        "（B）项目负责人",
        "| 姓名 | 出生年月 | 职称 |\n| 孙某 | 1983年4月 | 高级工程师 |\n| 手机 | 电子邮箱 | 每年投入时间（月） |\n"
        "| 13900000000 |  | 9 |\n",
        {
            "项目负责人姓名": "孙某",
            "项目负责人出生年月": "1983年4月",
            "项目负责人职称": "高级工程师",
            "项目负责人手机": "13900000000",
            "项目负责人电子邮箱": None,
            "每年投入时间（月）": "9",
        },
    ),
    (
        "表3 联系人",
        "| 姓名 | 手机 |\n| 钱某 | 13900000001 |\n",
        {"联系人姓名": "钱某", "联系人手机": "13900000001"},
    ),
    (
        "（三）联系人",
        "| 姓名 | 手机 |\n| 钱某 | 13900000001 |\n",
        {"联系人姓名": "钱某", "联系人手机": "13900000001"},
    ),
    (
        "成员单位一览",
        "| 序号 | 单位名称 | 统一社会信用代码 | 任务分工 |\n| 1 | 东海大学 | 12380000MB00000001 | 算法 |\n",
        {},
    ),
    (
        "表B.2 合作导师",
        "| 姓名 | 课题室 | 联系电话 |\n|  |  |  |\n",
        {"合作导师姓名": None, "课题室": None, "合作导师联系电话": None},
    ),
    ("表B.3 课题组成员", "| 姓名 | 单位 | 承担工作 |\n|  |  |  |\n|  |  |  |\n", {}),
    ("主要成员", "| 姓名 | 职称 | 分工 |\n| 钱某 | 教授 | 算法 |\n| 李某 | 讲师 | 测试 |\n", {}),
    (
        "经费（万元）",
        "| 总额 | 申请市财政资金 | 自筹资金 |\n| 240 | 80 | 160 |\n",
        {"总额": "240", "申请市财政资金": "80", "自筹资金": "160"},
    ),
]


@pytest.mark.parametrize(("above", "rows", "expected"), PERSONS, ids=[case[0] for case in PERSONS])
def test_tables_of_a_person(above: str, rows: str, expected: Fields) -> None:
    text = f"{TITLE}揭榜单位：海州仪器有限公司\n{above}\n{rows}"
    found = {field.name: field.value for field in find_fields(*structure(document(text)))}
    assert found == {"揭榜单位": "海州仪器有限公司", **expected}


@pytest.mark.parametrize(("what", "rows", "expected"), TABLES, ids=[case[0] for case in TABLES])
def test_tables(what: str, rows: list[list[str]], expected: Fields) -> None:
    found = find_fields(*structure(table(rows, TITLE)))
    assert {field.name: field.value for field in found} == expected


def test_a_template_of_labels_over_blanks() -> None:
    rows = [
        ["项目名称", "<", "申报方向", "<"],
        ["", "<", "", "<"],
        ["牵头单位", "统一社会信用代码", "注册日期", "注册地"],
        ["", "", "", ""],
        ["联系人", "联系电话", "电子邮箱", "<"],
        ["", "", "", "<"],
        ["项目开始日期", "项目结束日期", "试用单位", "<"],
        ["", "", "", "<"],
    ]
    found = [field.name for field in find_fields(*structure(table(rows, TITLE)))]
    assert found == [
        *("项目名称", "申报方向", "牵头单位", "统一社会信用代码", "注册日期", "注册地"),
        *("联系人", "联系人联系电话", "联系人电子邮箱", "项目开始日期", "项目结束日期", "试用单位"),
    ]
