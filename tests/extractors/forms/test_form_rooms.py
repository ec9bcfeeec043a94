"""Blank forms that only their layout tells: labels that no lexicon knows, with room for their answers."""

import pytest
from documents import document, joined, table
from extracted import Fields, parts

from extractors.forms.forms import find_fields
from pipeline.structure import structure
from schemas.outline import Role

TITLE = "揭榜单位申报表\n\n"

# (what, the rows of a form's table, the names of its fields)
TABLES: list[tuple[str, list[list[str]], list[str]]] = [
    (
        "a head that says where to write, over labels beside empty cells",
        [["项目", "填写处"], ["揭哪一榜", ""], ["从业年数", ""], ["港里要帮的忙", ""], ["愿意怎么收款", ""]],
        ["揭哪一榜", "从业年数", "港里要帮的忙", "愿意怎么收款"],
    ),
    (
        "a head with a remark in its bracket, over labels of which the lexicon knows none",
        [["栏目（括号内为提示）", "填写处"], ["题号（只填一个）", ""], ["总部", ""], ["出海年数", ""]],
        ["题号（只填一个）", "总部", "出海年数"],
    ),
    (
        "labels in pairs and one as wide as the table",
        [["所揭榜号", "", "拟用时长", ""], ["报价", "", "首付几成", ""], ["打法要点", "", "<", "<"]],
        ["所揭榜号", "拟用时长", "报价", "首付几成", "打法要点"],
    ),
    (
        "two rows of labels, each over one to write in",
        [["榜次", "队名", "组队年份"], ["", "", ""], ["船坞大小", "现有吊机", "搭伙单位"], ["", "", ""]],
        ["榜次", "队名", "组队年份", "船坞大小", "现有吊机", "搭伙单位"],
    ),
    (
        "questions beside empty cells",
        [["贵队全称是什么？", ""], ["做这行几年了？", ""], ["要多少钱（万元）？", ""], ["怎么干？（800字以内）", ""]],
        ["贵队全称是什么？", "做这行几年了？", "要多少钱（万元）？", "怎么干？（800字以内）"],
    ),
    (
        "labels with a colon and their room inside the cells",
        [["队名：", "注册地："], ["渔船数（艘）：", "出海年数："], ["想揭的难题：", "要的榜金（万元）："]],
        ["队名", "注册地", "渔船数（艘）", "出海年数", "想揭的难题", "要的榜金（万元）"],
    ),
    (
        "blanks with their units, the frame of a day, boxes and what to write as the room",
        [
            ["报哪道题", "□甲 □乙", "组队日子", "  年  月"],
            ["渔船数", "  艘", "愿否共享", "□愿 □不愿"],
            ["队伍驻地", "____", "要的榜金", "____万元"],
            ["拿手绝活", "（不超过300字）", "<", "<"],
        ],
        ["报哪道题", "组队日子", "渔船数", "愿否共享", "队伍驻地", "要的榜金", "拿手绝活"],
    ),
    (
        "numbers in two parts before the labels, and what two persons have in the cells beside them",
        [
            ["1-1 揭榜队伍", "", "1-2 船籍港", ""],
            ["2-1 技术负责人", "姓名：\n职称：", "2-2 海上负责人", "姓名：\n电话："],
            ["3-1 拟用试验船", "", "3-2 船东是否同意", ""],
        ],
        [
            "揭榜队伍",
            "船籍港",
            "技术负责人姓名",
            "技术负责人职称",
            "海上负责人姓名",
            "海上负责人电话",
            "拟用试验船",
            "船东是否同意",
        ],
    ),
    (
        "labels at the left with room for two below their names",
        [["", "牵头队伍", "搭伙队伍"], ["队名", "", ""], ["驻地", "", ""], ["渔船数（艘）", "", ""]],
        ["队名", "搭伙队伍队名", "驻地", "搭伙队伍驻地", "渔船数（艘）", "搭伙队伍渔船数（艘）"],
    ),
    (
        "what is spent in every year is a list",
        [["", "第一年", "第二年"], ["船用材料", "", ""], ["码头租用", "", ""], ["出海人工", "", ""]],
        [],
    ),
    (
        "labels merged over two rows, each of them once",
        [["从事专业", "____", "技术职称", "____", "办公电话", ""], ["^", "^", "^", "^", "住宅电话", ""]],
        ["从事专业", "技术职称", "办公电话", "住宅电话"],
    ),
    (
        "what a limit with its reasons asks for, and a label of many words, in the cells to write in",
        [
            ["单位名称", "", "联系电话", ""],
            ["船队近三年来造船、修船及码头数字化方面相关成果介绍（200字左右）", "<", "<", "<"],
            ["1.造船思路与定位（500字以内，需说明各船之间的关系，以及本船队在全港规划中所处的地位）", "<", "<", "<"],
            ["2.修船规划（1000字以内，码头整合、吊机共享等）", "<", "<", "<"],
            ["船队意见", "盖章\n年月日", "<", "<"],
        ],
        [
            "单位名称",
            "联系电话",
            "船队近三年来造船、修船及码头数字化方面相关成果介绍（200字左右）",
            "造船思路与定位",
            "修船规划（1000字以内，码头整合、吊机共享等）",
            "船队意见",
        ],
    ),
    (
        "a label with a colon and room below it in its cell; over a list it is a caption",
        [
            ["单位名称", "", "联系电话", ""],
            ["造船成果的科学价值：", "<", "<", "<"],
            ["船队名录：", "<", "<", "<"],
            ["姓名", "职称", "分工", "手机"],
            ["", "", "", ""],
            ["", "", "", ""],
        ],
        ["单位名称", "联系电话", "造船成果的科学价值"],
    ),
    (
        "情况 beside room as wide as that of the label below it",
        [
            ["单位名称", "", "联系电话", ""],
            ["所担任的社会职务情况", "", "<", "<"],
            ["何时获何种荣誉称号", "", "<", "<"],
        ],
        ["单位名称", "联系电话", "所担任的社会职务情况", "何时获何种荣誉称号"],
    ),
    (
        "a list of members with one row to write in is no row of labels",
        [["姓名", "职称", "分工"], ["", "", ""], ["姓名", "职称", "分工"], ["", "", ""]],
        [],
    ),
    (
        "a list with several rows to write in",
        [["船名", "吨位", "下水年份"], ["", "", ""], ["", "", ""], ["", "", ""]],
        [],
    ),
]


@pytest.mark.parametrize(("what", "rows", "names"), TABLES, ids=[case[0] for case in TABLES])
def test_tables(what: str, rows: list[list[str]], names: list[str]) -> None:
    found = find_fields(*structure(table(rows, TITLE)))
    assert [field.name for field in found] == names, what


def test_tables_of_labels_over_rooms_one_below_the_other() -> None:
    rooms = [[["榜次", "队名"], ["", ""]], [["船坞大小", "搭伙单位"], ["", ""]]]
    form = joined(table(rooms[0], TITLE), table(rooms[1]))
    assert [f.name for f in find_fields(*structure(form))] == ["榜次", "队名", "船坞大小", "搭伙单位"]
    lists = joined(table(rooms[0], TITLE + "船队\n"), document("\n吊机\n"), table(rooms[1]))
    assert "船坞大小" not in [f.name for f in find_fields(*structure(lists))]


BESIDE = [["揭榜单位", "", "队里几人", ""], ["单位地址", "", "组队年份", ""]]
# (what, the title of an annex, its rows, the role)
ANNEXES: list[tuple[str, str, list[list[str]], Role]] = [
    ("a blank table of labels", "揭榜登记", BESIDE, Role.FORM),
    ("what is filled in when the work is done", "验收登记", BESIDE, Role.OTHER),
    (
        "with answers",
        "榜题卡片",
        [["榜题", "浮标锚泊", "榜金", "90万元"], ["单位", "甲港", "期限", "两年"]],
        Role.OTHER,
    ),
    ("a list", "港区船只", [["船名", "吨位", "泊位"], ["", "", ""], ["", "", ""]], Role.OTHER),
    (
        "papers to tick",
        "要带的",
        [["船证", "□有 □无"], ["船长证", "□有 □无"], ["保单", "□有 □无"], ["船照", "□有 □无"]],
        Role.OTHER,
    ),
    ("a text of another name", "任务书写法", BESIDE, Role.TASK_BOOK),
]


@pytest.mark.parametrize(("what", "title", "rows", "role"), ANNEXES, ids=[case[0] for case in ANNEXES])
def test_annexes(what: str, title: str, rows: list[list[str]], role: Role) -> None:
    made = table(rows, f"关于征集的通知\n请于5月1日前报名。\n\n附件1\n{title}\n")
    assert structure(made)[1].divisions[-1].role is role, what


@pytest.mark.parametrize("title", ["中期检查记录", "验收登记", "资金拨付登记"])
def test_what_others_fill_in_later_has_no_fields(title: str) -> None:
    rows = [["单位名称", "", "项目名称", ""], ["检查人员", "", "检查日期", ""], ["联系人", "", "联系电话", ""]]
    made = table(rows, f"关于征集的通知\n请于5月1日前报名。\n\n附件1\n{title}\n")
    assert find_fields(*structure(made)) == []


def test_annex_of_lines() -> None:
    words = "附二 揭榜登记（在冒号后填写）\n揭榜号：\n队名：\n队里几人：\n联系电话：\n想法（限700字）：\n"
    text, outline = parts("关于征集的通知\n请于5月1日前报名。\n\n" + words)
    assert outline.divisions[-1].role is Role.FORM
    assert [f.name for f in find_fields(text, outline)] == ["揭榜号", "队名", "队里几人", "联系电话", "想法（限700字）"]


def test_tables_of_a_form_with_numbers() -> None:
    first = table(BESIDE, "通知\n请报名。\n\n附表1 揭榜申请表\n表1-1 揭榜单位\n")
    found = structure(joined(first, table([["报价", "", "几个月", ""]], "表1-2 揭榜方案\n")))
    assert [f.name for f in find_fields(*found)][-2:] == ["报价", "几个月"]
    assert found[1].divisions[-1].role is Role.FORM
    letter = joined(first, table([["签字", ""]], "表1-2 揭榜承诺书\n"))
    assert structure(letter)[1].divisions[-1].role is Role.COMMITMENT


def test_cells_filled_in() -> None:
    rows = [["队名：甲港队", "注册地：甲市"], ["渔船数：12艘", "出海年数：8"], ["其中：大船3艘", "邮编：315000"]]
    found = {f.name: f.value for f in find_fields(*structure(table(rows[:2], TITLE)))}
    assert found == {"队名": "甲港队", "注册地": "甲市", "渔船数": "12艘", "出海年数": "8"}
    assert "其中" not in {f.name for f in find_fields(*structure(table(rows, TITLE)))}


# (what, the lines of a form, their fields)
LINES: list[tuple[str, str, Fields]] = [
    (
        "who heads several lines without a colon, whatever she is called",
        "揭榜号：\n队名：\n首席锚工 姓名：\n首席锚工 出海年限：\n首席锚工 电话：\n单位地址：\n",
        {
            **{"揭榜号": None, "队名": None, "首席锚工姓名": None, "出海年限": None},
            **{"首席锚工电话": None, "单位地址": None},
        },
    ),
    (
        "answers behind them",
        "单位名称：甲港公司\n首席锚工 姓名：李某\n首席锚工 电话：0574-5550001\n",
        {"单位名称": "甲港公司", "首席锚工姓名": "李某", "首席锚工电话": "0574-5550001"},
    ),
    (
        "dots as lines to write on",
        "揭榜队伍…………………………\n驻地………………\n牵头师傅……………… 手机…………\n想揭的难题………………\n榜金（万元）…………\n"
        "打算怎么做（限500字）\n………………………………\n",
        {
            **{
                "揭榜队伍": None,
                "驻地": None,
                "牵头师傅": None,
                "手机": None,
                "想揭的难题": None,
                "榜金（万元）": None,
            },
            "打算怎么做（限500字）": None,
        },
    ),
    (
        "labels behind more room for a text",
        f"单位名称____    单位地址____\n打算怎么做（限500字）____________\n{'_' * 40}\n{'_' * 40}\n"
        "要多少钱____    自己出多少____\n",
        {"单位名称": None, "单位地址": None, "打算怎么做（限500字）": None, "要多少钱": None, "自己出多少": None},
    ),
    (
        "dots that lead to pages",
        "揭榜单位：甲港公司\n技术方案………………3\n进度安排………………5\n",
        {"揭榜单位": "甲港公司"},
    ),
    (
        "one line alone heads nobody",
        "单位名称：\n单位地址：\n甲港公司 电话：0574-5550001\n",
        {"单位名称": None, "单位地址": "甲港公司电话：0574-5550001"},
    ),
]


@pytest.mark.parametrize(("what", "words", "expected"), LINES, ids=[case[0] for case in LINES])
def test_lines(what: str, words: str, expected: Fields) -> None:
    assert {f.name: f.value for f in find_fields(*parts(TITLE + words))} == expected, what
