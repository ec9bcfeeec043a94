"""Forms in lines without colons: numbered labels, lines to write on, brackets for the answer, captions with a limit."""

import pytest
from documents import document, joined, table
from extracted import Fields, values

from extractors.forms.blanks import without_colons
from extractors.forms.forms import read_forms
from pipeline.structure import structure

TITLE = "揭榜单位申报表\n\n"
RULED = "_" * 40

CASES: list[tuple[str, str, Fields]] = [
    (
        "labels that only a number opens, and the parts of a person in brackets",
        TITLE
        + "1、揭榜题目\n2、揭榜单位\n3、试验船坞\n4、首席专家（姓名、职称、从业年限、手机）\n5、需要经费（万元）\n"
        + "6、工作基础（不超过500字）\n",
        {
            **{"揭榜题目": None, "揭榜单位": None, "试验船坞": None, "首席专家姓名": None, "首席专家职称": None},
            **{"从业年限": None, "首席专家手机": None, "需要经费（万元）": None, "工作基础（不超过500字）": None},
        },
    ),
    (
        "a numbered list of papers is no list of labels",
        TITLE + "1、营业执照复印件\n2、审计报告\n3、合作协议\n4、获奖证书\n5、用户证明\n",
        {},
    ),
    (
        "the same form filled in, with commas between the parts",
        TITLE
        + "1、揭榜题目：耐盐浮标\n2、揭榜单位：海州仪器有限公司\n3、试验船坞：港口东坞\n"
        + "4、首席专家（姓名、职称、从业年限、手机）：钱某，研究员，12年，13900000000\n",
        {
            **{"揭榜题目": "耐盐浮标", "揭榜单位": "海州仪器有限公司", "试验船坞": "港口东坞"},
            "首席专家（姓名、职称、从业年限、手机）": "钱某，研究员，12年，13900000000",
            **{"首席专家姓名": "钱某", "首席专家职称": "研究员", "从业年限": "12年", "首席专家手机": "13900000000"},
        },
    ),
    (
        "labels before lines to write on, and a person's parts behind the colon",
        TITLE
        + "任务编号________    任务名称______________\n注册资金（万元）________\n"
        + "项目负责人：姓名____  专业____  执业资格____  手机________\n示范河段____________\n"
        + "申报日期____年____月____日\n申报单位：        （盖章）    项目负责人：        （签字）\n",
        {
            **{"任务编号": None, "任务名称": None, "注册资金（万元）": None, "项目负责人姓名": None},
            **{"项目负责人专业": None, "执业资格": None, "项目负责人手机": None, "示范河段": None, "申报日期": None},
            "申报单位": None,
        },
    ),
    (
        "lines that were written on",
        TITLE
        + "任务编号__HY-1__    任务名称__岸基 雷达研制__\n注册资金（万元）__800__\n"
        + "项目负责人 姓名__钱某__  手机__13900000000__\n",
        {
            **{"任务编号": "HY-1", "任务名称": "岸基雷达研制", "注册资金（万元）": "800"},
            **{"项目负责人姓名": "钱某", "项目负责人手机": "13900000000"},
        },
    ),
    (
        "a run that is refused from its first lines and taken from where half of its labels look so",
        TITLE + "兹请戊己____\n" * 5 + "项目名称____\n单位地址____\n",
        {"兹请戊己": None, "项目名称": None, "单位地址": None},
    ),
    ("a sentence with blanks", TITLE + "兹委托________前往________办理揭榜事宜。\n", {}),
    (
        "brackets for the answer, in frames and behind them; the number of a document is none",
        TITLE
        + "【揭榜题目】\n【项目负责人】　姓名〔　　〕　职务〔　　〕\n"
        + "【安全负责人】　姓名〔孙某〕　手机〔13800000000〕\n"
        + "【批复文号】海科〔2026〕18号\n",
        {
            **{"揭榜题目": None, "项目负责人姓名": None, "项目负责人职务": None, "安全负责人姓名": "孙某"},
            **{"安全负责人手机": "13800000000", "批复文号": "海科〔2026〕18号"},
        },
    ),
    (
        "the caption of an empty cell that limits its text, and who signs below; other captions are none",
        TITLE + "表2-4 技术思路（不超过700字）\n\n表2-5 人员情况\n\n填表单位盖章：        牵头人签名：        \n",
        {"技术思路（不超过700字）": None},
    ),
    (
        "who sealed an opinion belongs to it",
        TITLE + "推荐单位意见：\n同意推荐。\n海州市科学技术局（盖章）\n2026年5月1日\n",
        {"推荐单位意见": "同意推荐。\n海州市科学技术局\n2026年5月1日"},
    ),
    (
        "two labels in one cell with their colons again behind",
        TITLE + "单位人数/研发人员人数：单位人数：87 研发人员人数：16\n职称/学位：农学博士，农艺师\n",
        {"单位人数/研发人员人数": "单位人数：87研发人员人数：16", "职称/学位": "农学博士，农艺师"},
    ),
    (
        "the day of filling in beside the seal; the signature's own is none",
        TITLE + "申报主体（公章）：________  填报日期：________\n\n法定代表人（签字）：________  日期：________\n",
        {"填报日期": None},
    ),
    (
        "whatever stands above a line to write on is a label; below an answer it may be more of it",
        TITLE + f"单位简介\n{RULED}\n{RULED}\n拟落户的苗圃\n{RULED}\n申报单位盖章：　　法定代表人签字：\n",
        {"单位简介": None, "拟落户的苗圃": None},
    ),
    (
        "the answer above the rest of its lines",
        TITLE + f"单位简介\n本单位从事耐盐苗木的选育。\n建有两处苗圃\n{RULED}\n",
        {"单位简介": "本单位从事耐盐苗木的选育。\n建有两处苗圃"},
    ),
    (
        "captions one below the other, whose empty cells a reader leaves out",
        TITLE + "表B.4 中文摘要（限400字）\n表B.5 英文摘要（不超过一页）\n表B.6 审签\n",
        {"中文摘要（限400字）": None, "英文摘要（不超过一页）": None},
    ),
    (
        "the day of a signature above it; one that is filled in is kept",
        TITLE + "项目名称：浮标标定\n应榜人（盖章）：\n法定代表人（签字）：\n日期：\n",
        {"项目名称": "浮标标定"},
    ),
    (
        "a day of its own",
        TITLE + "项目名称：浮标标定\n日期：\n",
        {"项目名称": "浮标标定", "日期": None},
    ),
    (
        "the parts of a person behind the colon, in a template and filled in",
        TITLE + "1. 项目负责人：姓名　学位　职称　手机\n2. 联系人：姓名 李某 职称 教授\n",
        {
            **{"项目负责人姓名": None, "项目负责人学位": None, "项目负责人职称": None, "项目负责人手机": None},
            **{"联系人": "李某", "联系人姓名": "李某", "联系人职称": "教授"},
        },
    ),
]


@pytest.mark.parametrize(("what", "words", "expected"), CASES, ids=[case[0] for case in CASES])
def test_fields(what: str, words: str, expected: Fields) -> None:
    assert values(words) == expected, what


@pytest.mark.parametrize("line", ["兹请戊己____\n", "1、深海锚泊缆绳研究\n"])
def test_a_long_run_that_is_refused_is_read_once(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(without_colons, "could_be_label", lambda words: asked.append(words) is None)
    assert values(TITLE + line * 300) == {}
    assert 300 <= len(asked) <= 600


TABLES: list[tuple[str, list[list[str]], list[str], list[str]]] = [
    (
        "a head over labels with their answers beside them",
        [["序号", "填报项", "填报内容"], ["1", "申报课题", ""], ["2", "中试合作方", ""], ["3", "注册地", ""]],
        ["申报课题", "中试合作方", "注册地"],
        [],
    ),
    (
        "half of the labels are known, and no head says so",
        [["单位名称", ""], ["中试合作方", ""], ["注册地", ""]],
        ["单位名称", "中试合作方", "注册地"],
        [],
    ),
    (
        "what the rows are about stands over both columns",
        [["单位信息", "<"], ["单位名称", ""], ["中试合作方", ""], ["注册地", ""], ["法定代表人", ""]],
        ["单位名称", "中试合作方", "注册地", "法定代表人"],
        [],
    ),
    (
        "a column that says how to fill in, before the room for it; a class of labels is whose they are",
        [
            ["序号", "类别", "填报项", "字数要求", "填写处"],
            ["1", "揭榜负责人", "姓名", "—", ""],
            ["2", "^", "手机", "—", ""],
            ["3", "技术", "对榜题的理解", "450字以内", ""],
            ["4", "^", "拟用的泊位", "—", ""],
        ],
        ["揭榜负责人姓名", "揭榜负责人手机", "对榜题的理解", "拟用的泊位"],
        [],
    ),
    (
        "the room to fill in before what is asked",
        [["填报项目", "填报内容", "填写说明"], ["泊位编号", "", "按港口编号填写"], ["出海天数", "", "近一年"]],
        ["泊位编号", "出海天数"],
        [],
    ),
    (
        "papers with what is asked of them",
        [["序号", "材料名称", "要求", "备注"], ["1", "营业执照", "复印件", ""], ["2", "检测报告", "原件", ""]],
        [],
        ["序号/材料名称/要求/备注"],
    ),
    (
        "a budget is a list",
        [["科目", "金额"], ["设备费", ""], ["材料费", ""], ["试制费", ""]],
        [],
        ["科目/金额"],
    ),
]


@pytest.mark.parametrize(("what", "rows", "fields", "lists"), TABLES, ids=[case[0] for case in TABLES])
def test_tables(what: str, rows: list[list[str]], fields: list[str], lists: list[str]) -> None:
    found, tables = read_forms(*structure(joined(document(TITLE), table(rows))))
    assert [field.name for field in found] == fields, what
    assert ["/".join(one.columns) for one in tables] == lists, what
