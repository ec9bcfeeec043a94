"""Forms whose cells are merged: groups down the left side, lists beside their names."""

import pytest
from documents import document, joined, table
from extracted import Fields

from extractors.forms.forms import find_fields
from pipeline.structure import structure
from schemas.document import Cell, Table

TITLE = "揭榜单位申报表\n"


def fields_of(rows: str, *, title: str = TITLE, applied: bool = False) -> Fields:
    """The fields of a form of one table: cells parted by |, their lines by ¶; < is merged to the left, ^ upwards."""
    grid = [[cell.strip().replace("¶", "\n") for cell in row.split("|")] for row in rows.strip().splitlines()]
    text, cells = title, []
    for row, words in enumerate(grid):
        for column, cell in enumerate(words):
            if cell in ("<", "^"):
                continue
            wide, tall = column + 1, row + 1
            while wide < len(words) and words[wide] == "<":
                wide += 1
            while tall < len(grid) and grid[tall][column] == "^":
                tall += 1
            cells.append(Cell(len(text), len(text) + len(cell), row, column, tall - row, wide - column))
            text += cell + "\t"
        text = text[:-1] + "\n"
    made = document(text, tables=(Table(len(title), len(text) - 1, tuple(cells)),), hard_wrapped=False)
    return {field.name: field.value for field in find_fields(*structure(made), applied=applied)}


UNIT = "单位名称 | 海州仪器有限公司 | < | 邮编 | 315000\n"
READ: Fields = {"单位名称": "海州仪器有限公司", "邮编": "315000"}
CASES: list[tuple[str, str, Fields]] = [
    (
        "persons in rows, one of them called as no lexicon knows; units in rows are a list",
        "类别 | 姓名 | 职务职称 | 联系电话\n项目负责人 | 李某 | 船长 | 13900000001\n"
        "驻港引水员 | 王某 | 技师 | 13900000002\n"
        "财务负责人 | 钱某 | 会计 | 13900000003",
        {
            "项目负责人姓名": "李某",
            "项目负责人职务职称": "船长",
            "项目负责人联系电话": "13900000001",
            "驻港引水员姓名": "王某",
            "驻港引水员职务职称": "技师",
            "驻港引水员联系电话": "13900000002",
            "财务负责人姓名": "钱某",
            "财务负责人职务职称": "会计",
            "财务负责人联系电话": "13900000003",
        },
    ),
    (
        "captions in rows of one cell, that say whose the labels below are",
        "单位名称 | 海州公司 | 邮编 | 315000\n二、项目负责人 | < | < | <\n姓名 | 李某 | 手机 | 13900000001\n"
        "三、合作单位信息 | < | < | <\n单位名称 | 海州大学 | 负责人 | 王某\n"
        "四、推荐单位 | < | < | <\n海州市科学技术局 | < | < | <",
        {
            "单位名称": "海州公司",
            "邮编": "315000",
            "项目负责人姓名": "李某",
            "项目负责人手机": "13900000001",
            "合作单位单位名称": "海州大学",
            "负责人": "王某",
            "推荐单位": "海州市科学技术局",
        },
    ),
    (
        "a caption that names nobody",
        "单位名称 | 海州公司 | 邮编 | 315000\n二、联系方式 | < | < | <\n姓名 | 李某 | 手机 | 13900000001",
        {"单位名称": "海州公司", "邮编": "315000", "姓名": "李某", "手机": "13900000001"},
    ),
    (
        "a third row of labels over values, with some that any person has",
        "申报单位 | 注册日期\n海州仪器有限公司 | 2015年4月8日\n单位地址 | 法定代表人\n海州市新区1号 | 李某某\n"
        "职称及从业年限 | 电子邮箱\n高级工程师，14年 | li@example.cn",
        {
            "申报单位": "海州仪器有限公司",
            "注册日期": "2015年4月8日",
            "单位地址": "海州市新区1号",
            "法定代表人": "李某某",
            "职称及从业年限": "高级工程师，14年",
            "电子邮箱": "li@example.cn",
        },
    ),
    (
        "numbered labels over values, some in words of the call alone",
        "1.榜题名称 | 2.项目名称\n浮标值守 | 浮标长期值守研究\n3.牵头企业 | 4.统一社会信用代码\n"
        "海州仪器有限公司 | 91330200MA00000001\n"
        "5.安全生产许可证编号及有效期 | 6.成立时间\n甲字0012号，至2028年8月 | 2009年2月",
        {
            "榜题名称": "浮标值守",
            "项目名称": "浮标长期值守研究",
            "牵头企业": "海州仪器有限公司",
            "统一社会信用代码": "91330200MA00000001",
            "安全生产许可证编号及有效期": "甲字0012号，至2028年8月",
            "成立时间": "2009年2月",
        },
    ),
    (
        "a table of rows over values, one of them with no label that is known",
        "项目名称 | <\n浮标值守 | <\n项目负责人 | 出生年月\n李某 | 1980年2月\n手机 | 每年投入本项目时间（月）\n"
        "13800000000 | 8\n联合单位 | 港口使用单位\n无 | 海州港三区",
        {
            "项目名称": "浮标值守",
            "项目负责人": "李某",
            "项目负责人出生年月": "1980年2月",
            "项目负责人手机": "13800000000",
            "每年投入本项目时间（月）": "8",
            "联合单位": "无",
            "港口使用单位": "海州港三区",
        },
    ),
    (
        "labels at the left, every second of which no list knows",
        "项目名称 | 浮标值守\n创新点 | 免维护\n申报单位 | 海州仪器有限公司\n"
        "核心指标 | 误差\n联系人 | 李某\n市场前景 | 很大",
        {
            "项目名称": "浮标值守",
            "创新点": "免维护",
            "申报单位": "海州仪器有限公司",
            "核心指标": "误差",
            "联系人": "李某",
            "市场前景": "很大",
        },
    ),
    (
        "labels with a mark that only adorns them, over values",
        "▌项目名称 | ▌揭榜方向\n浮标值守 | 方向二\n▌申报单位 | ▌2025年营业收入（万元）\n海州仪器有限公司 | 2150",
        {
            "项目名称": "浮标值守",
            "揭榜方向": "方向二",
            "申报单位": "海州仪器有限公司",
            "2025年营业收入（万元）": "2150",
        },
    ),
    (
        "one person's labels over her row, and a wide label over a wide answer",
        "项目负责人 | 出生年月 | 职称/学位 | 年投入月数\n李某某 | 1984年3月 | 博士 | 10个月\n"
        "联合体参与单位 | < | < | <\n无 | < | < | <",
        {
            "项目负责人": "李某某",
            "项目负责人出生年月": "1984年3月",
            "项目负责人职称/学位": "博士",
            "年投入月数": "10个月",
            "联合体参与单位": "无",
        },
    ),
    (
        "a cell that asks for one sum a line",
        UNIT + "其中：申请市级资金（万元）¶自筹资金（万元） | 300¶900 | < | < | <",
        READ | {"申请市级资金（万元）": "300", "自筹资金（万元）": "900"},
    ),
    (
        "the same left empty",
        UNIT + "其中：申请市级资金（万元）¶自筹资金（万元） |  | < | < | <",
        READ | {"申请市级资金（万元）": None, "自筹资金（万元）": None},
    ),
    (
        "a label over two lines",
        UNIT + "申请市级¶资金（万元） | 300 | < | < | <",
        READ | {"申请市级资金（万元）": "300"},
    ),
    ("labels behind a star", "★单位名称 | 海州仪器有限公司 | ★邮编 | 315000", READ),
    (
        "a first column that counts the rows",
        "1 | 单位名称 | 海州仪器有限公司\n2 | 注册资本（万元） | \n3 | 邮编 | 315000",
        READ | {"注册资本（万元）": None},
    ),
    (
        "persons and all that is asked of them, without room beside",
        UNIT
        + "揭榜负责人 | 姓名 | 出生年月 | 职务 | <\n | 手机 | 年投入时间（月） | | <\n联系人 | 姓名 | 手机 | 邮箱 | <\n"
        + "注册地址 | | 成立时间 | | <",
        READ
        | {
            **{"揭榜负责人姓名": None, "揭榜负责人出生年月": None, "揭榜负责人职务": None, "揭榜负责人手机": None},
            **{"年投入时间（月）": None, "联系人姓名": None, "联系人手机": None, "联系人邮箱": None},
            **{"注册地址": None, "成立时间": None},
        },
    ),
    (
        "a person's heads over her row, merged with what she is",
        UNIT
        + "负责人 | 姓名 | 职务 | 电话 | 手机\n^ | 李某 | 总工程师 | 0599-5000111 | 13900000001\n"
        + "^ | 邮箱 | li@example.cn | < | <",
        READ
        | {
            "负责人姓名": "李某",
            "负责人职务": "总工程师",
            "负责人电话": "0599-5000111",
            "负责人手机": "13900000001",
            "负责人邮箱": "li@example.cn",
        },
    ),
    (
        "a person's heads over her row, her office a label elsewhere",
        UNIT + "负责人 | 姓名 | 职务 | 电话 | <\n^ | 李某 | 首席科学家 | 0599-5000111 | <\n",
        READ | {"负责人姓名": "李某", "负责人职务": "首席科学家", "负责人电话": "0599-5000111"},
    ),
    (
        "an office that is a label elsewhere, in a row without room",
        UNIT + "项目负责人 | 职务 | 法定代表人 | < | <\n联系人 | 姓名 | 李某 | 手机 | 13900000001",
        READ | {"项目负责人职务": "法定代表人", "联系人姓名": "李某", "联系人手机": "13900000001"},
    ),
    (
        "persons with heads that no list knows",
        UNIT + "成员 | 姓名 | 职称 | 分工 | 本人签字\n^ | 李某 | 研究员 | 总体 | 李某\n^ | 孙某 | 教授 | 声学 | 孙某",
        READ,
    ),
    (
        "the same, blank",
        UNIT + "设备 | 名称 | 规格型号 | 原值 | 用途\n^ | | | | \n^ | | | | ",
        READ,
    ),
    (
        "a list inside a group",
        "产品情况 | 产品名称 | 浮标 | 型号 | FB-1\n^ | 知识产权 | 序号 | 名称 | 授权号\n"
        + "^ | ^ | 1 | 某装置 | 某号\n^ | ^ | 2 | 某方法 | 某号\n"
        + "^ | 所属领域 | 海洋 | 数量 | 3",
        {"产品名称": "浮标", "型号": "FB-1", "所属领域": "海洋", "数量": "3"},
    ),
    (
        "numbered partners and what each does",
        UNIT + "参加单位 | 1 | 海州大学 | 负责内容 | 声学\n^ | 2 | 海州研究院 | 负责内容 | 试验",
        {**READ, "参加单位": "海州大学海州研究院", "负责内容": "声学试验"},
    ),
    (
        "labels that no list knows, blank, beside their group",
        UNIT + "人员条件 | 硕士以上 | | 技术工人 | \n^ | 高级技师 | | 外聘专家 | ",
        {**READ, "硕士以上": None, "技术工人": None, "高级技师": None, "外聘专家": None},
    ),
    (
        "figures under their heads, beside what they are about",
        UNIT + "经费 | 总额 | 财政 | 自筹 | 其他\n^ | 600 | 200 | 400 | 无",
        {**READ, "总额": "600", "财政": "200", "自筹": "400", "其他": "无"},
    ),
    (
        "a person's mobile in the row below the person",
        UNIT
        + "项目负责人 | 李某 | 出生年月 | 1980年1月 | \n手机 | 13900000000 | 所在部门 | 研究室 | \n"
        + "联系人 | 孙某 | 手机 | 13900000001 | ",
        {
            **READ,
            "项目负责人": "李某",
            "项目负责人出生年月": "1980年1月",
            "项目负责人手机": "13900000000",
            "所在部门": "研究室",
            "联系人": "孙某",
            "联系人手机": "13900000001",
        },
    ),
    (
        "a person merged before cells of labels over their answers",
        UNIT
        + "项目负责人 | 姓名、职务¶李某，总工程师 | < | 手机¶13900000000 | <\n"
        + "^ | 职称¶高级工程师 | < | 电子邮箱¶li@example.cn | <",
        {
            **READ,
            "姓名、职务": "李某，总工程师",
            "项目负责人手机": "13900000000",
            "项目负责人职称": "高级工程师",
            "项目负责人电子邮箱": "li@example.cn",
        },
    ),
    (
        "what sums are of, before their labels",
        UNIT + "经费（万元） | 总经费 | 460 | 自筹经费 | 260",
        {**READ, "总经费": "460", "自筹经费": "260"},
    ),
    (
        "what sums are of, merged before labels that no lexicon knows",
        UNIT + "资金筹措（万元） | 总额 | 460 | 省级补助 | 200\n^ | 自筹 | 260 | 自筹来源 | 自有资金",
        {**READ, "总额": "460", "省级补助": "200", "自筹": "260", "自筹来源": "自有资金"},
    ),
    (
        "persons one under the other, a head among theirs that no lexicon knows",
        UNIT + "|姓名|手机|每年投入|<\n项目负责人 | 钱某 | 13900000000 | 8月 | <\n联系人 | 孙某 | 13900000001 | 无 | <",
        {
            **READ,
            "项目负责人姓名": "钱某",
            "项目负责人手机": "13900000000",
            "项目负责人每年投入": "8月",
            "联系人姓名": "孙某",
            "联系人手机": "13900000001",
            "联系人每年投入": "无",
        },
    ),
    (
        "a partner's heads over its row, merged with what it is",
        UNIT + "联合单位 | 名称 | 统一社会信用代码 | 承担任务 | <\n^ | 海岚研究所 | 91330000MA00000001 | 声学试验 | <",
        READ
        | {
            "联合单位名称": "海岚研究所",
            "统一社会信用代码": "91330000MA00000001",
            "联合单位承担任务": "声学试验",
        },
    ),
    (
        "a partner's name under a head of the applicant's, three rows in all",
        UNIT
        + "联合单位 | 单位名称 | 统一社会信用代码 | 承担分工 | <\n^ | 海岚研究所 | 91330000MA00000001 | 声学试验 | <\n"
        "资金（万元） | 总投入 | 申请财政资金 | 自筹资金 | <\n^ | 300 | 100 | 200 | <",
        READ
        | {
            "联合单位单位名称": "海岚研究所",
            "统一社会信用代码": "91330000MA00000001",
            "承担分工": "声学试验",
            "总投入": "300",
            "申请财政资金": "100",
            "自筹资金": "200",
        },
    ),
    (
        "a person before what is asked of that person, with a colon between",
        UNIT + "负责人：姓名 | 钱某 | 负责人：职务 | 总经理 | <\n联系人：姓名 | 孙某 | 职称：工程师 | < | <",
        {**READ, "负责人：姓名": "钱某", "负责人：职务": "总经理", "联系人：姓名": "孙某", "职称": "工程师"},
    ),
    ("a list with nothing in its rows", "节点 | 时间 | 考核物\n | | \n | | ", {}),
    ("a list with what its rows are of", "费用项 | 金额 | 说明\n设备及材料 | | \n软件开发 | | \n合计 | | ", {}),
    ("heads of a list alone", "阶段 | 时间 | 主要任务 | 考核指标", {}),
    (
        "one blank row under known labels",
        "单位名称 | 法定代表人 | 联系电话\n | | ",
        {"单位名称": None, "法定代表人": None, "联系电话": None},
    ),
    (
        "blanks with their units in the cells are no labels",
        UNIT + "课题经费 | 总额 90 万元 | 专项 30 万元 | 自筹 60 万元 | <",
        {**READ, "课题经费": "总额90万元专项30万元自筹60万元"},
    ),
]


@pytest.mark.parametrize(("what", "rows", "expected"), CASES, ids=[case[0] for case in CASES])
def test_fields(what: str, rows: str, expected: Fields) -> None:
    assert fields_of(rows) == expected


@pytest.mark.parametrize(
    ("below", "more"),
    [
        ("海州仪器有限公司主营潜器。\n设有试验水池。\n", {"单位简介": "海州仪器有限公司主营潜器。\n设有试验水池。"}),
        ("法定代表人：李某\n", {"单位简介": None, "法定代表人": "李某"}),
        (
            "名称：海燕浮标。突破：波浪能补电，系国内首创。价值：少换电池。\n法定代表人：李某\n",
            {"单位简介": "名称：海燕浮标。突破：波浪能补电，系国内首创。价值：少换电池。", "法定代表人": "李某"},
        ),
    ],
)
def test_text_below_the_table_answers_its_last_label(below: str, more: Fields) -> None:
    rows = [["单位名称", "海州仪器有限公司"], ["邮编", "315000"], ["单位简介", ""]]
    made = joined(table(rows, TITLE), document(below, hard_wrapped=False))
    assert {field.name: field.value for field in find_fields(*structure(made))} == READ | more


TOLD = "海州仪器有限公司主营潜器，设有试验水池。"


def test_text_under_a_numbered_caption() -> None:
    form = table([["单位名称", "海州仪器有限公司"], ["邮编", "315000"]], TITLE)
    as_lines = joined(form, document(f"表4 单位简介\n{TOLD}\n", hard_wrapped=False))
    in_a_cell = joined(form, table([[TOLD]], "表4 单位简介\n"))
    for made in (as_lines, in_a_cell):
        assert {f.name: f.value for f in find_fields(*structure(made))} == READ | {"单位简介": TOLD}
    over_fields = joined(form, document("表一　申请单位概况\n法定代表人：李某\n", hard_wrapped=False))
    assert {f.name: f.value for f in find_fields(*structure(over_fields))} == READ | {"法定代表人": "李某"}


@pytest.mark.parametrize(("caption", "whose"), [("■ 项目负责人", "项目负责人"), ("■ 项目成员", "")])
def test_a_person_under_a_caption_with_a_mark(caption: str, whose: str) -> None:
    form = table([["单位名称", "海州仪器有限公司"], ["邮编", "315000"]], TITLE)
    rows = [["姓名", "出生年月", "职称", "每年投入（月）", "手机"], ["钱某", "1981年3月", "研究员", "8", ""]]
    found = {f.name: f.value for f in find_fields(*structure(joined(form, table(rows, f"{caption}\n"))))}
    assert (found.get(f"{whose}姓名"), f"{whose}手机" in found) == (("钱某", True) if whose else (None, False))


def test_an_answer_left_out_below_its_label_in_a_cell() -> None:
    rows = [
        ["单位名称\n海州仪器有限公司", "成立日期\n2014年8月5日"],
        ["开户银行\n海州银行滨海支行", "银行账号\n"],
    ]
    found = {field.name: field.value for field in find_fields(*structure(table(rows, "揭榜单位申报表\n\n")))}
    assert found == {
        "单位名称": "海州仪器有限公司",
        "成立日期": "2014年8月5日",
        "开户银行": "海州银行滨海支行",
        "银行账号": None,
    }


OWN = "某市揭榜材料\n"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "申报单位¶海州仪器有限公司 | 统一社会信用代码¶91350902MA31\n法定代表人¶李某某 | 注册资本¶5100万元\n"
            "项目负责人¶訾某某 | 手机¶ | 电子邮箱¶zi@example.cn",
            {"申报单位": "海州仪器有限公司", "法定代表人": "李某某", "项目负责人电子邮箱": "zi@example.cn"},
        ),
        ("阶段¶方案定型 | 时间¶一季度\n标志¶图纸 | 人员¶三人\n设备¶两台 | 场地¶一处", {}),  # no labels of a form
    ],
)
def test_answers_below_their_labels_in_an_own_table(rows: str, expected: Fields) -> None:
    found = fields_of(rows, title=OWN, applied=True)
    assert {name: found.get(name) for name in expected} == expected
    assert bool(found) is bool(expected)
