"""Tables of plain text: which lines are rows, and what ends a table."""

import pytest
from documents import document

from pipeline.structure.page.text_tables import text_tables

HEAD = "序号 | 指标 | 目标值\n1 | 响应时间 | ≤10毫秒\n"
FIRST = [["序号", "指标", "目标值"], ["1", "响应时间", "≤10毫秒"]]
SECOND = ["2", "带宽", "≥8GB"]
MARK = "\n　　　　— 3 —\n\n"

# (text, the rows of each table)
TABLES: list[tuple[str, list[list[list[str]]]]] = [
    (HEAD, [FIRST]),
    (
        HEAD + MARK + "2 | 带宽 | ≥8GB\n",
        [[*FIRST, SECOND]],
    ),
    (HEAD + MARK + "传真 | 无\n", [FIRST, [["传真", "无"]]]),
    ("传真 | 无\n" + MARK + "电话 | 有\n", [[["传真", "无"]], [["电话", "有"]]]),
    (
        HEAD + "\n2 | 带宽 | ≥8GB\n",
        [FIRST, [SECOND]],
    ),
    (HEAD + MARK + "正文另起一段。\n", [FIRST]),
    ("传真 | 无，\n    另有说明\n", [[["传真", "无，\n    另有说明"]]]),
    ("| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n", [[["甲", "乙"], ["1", "2"]]]),
    ("只有正文\n", []),
    (  # the room for each answer stands behind the edge, the next label behind the room
        "团队名称|\n牵头人：姓名|　　　　船员证号|　　　　手机|\n",
        [[["团队名称", ""], ["牵头人：姓名", "", "船员证号", "", "手机", ""]]],
    ),
    ("姓名      |      岗位\n钱某      |      船长\n", [[["姓名", "岗位"], ["钱某", "船长"]]]),
    (  # another sign for the edge, over rows of as many cells
        "指标 ｜ 要求 ｜ 承诺\n黏度 ｜ ≥0.6 ｜ 0.5～0.7\n强度 ｜ ≥9 ｜ 9.5\n\n附件2｜任务书\n",
        [[["指标", "要求", "承诺"], ["黏度", "≥0.6", "0.5～0.7"], ["强度", "≥9", "9.5"]]],
    ),
    ("海事局｜2026年｜第3号\n公告如下｜附表\n", []),
    (  # an edge before the first word, where no row has outer edges, closes an empty cell
        "序号 | 项目 | 金额\n1 | 水听器 | 88\n | 合计 | 88\n",
        [[["序号", "项目", "金额"], ["1", "水听器", "88"], ["", "合计", "88"]]],
    ),
    ("| 项目 | 金额 |\n| 合计 | 88 |\n", [[["项目", "金额"], ["合计", "88"]]]),
    ("姓名|岗位|手机|\n钱某|船长|\n", [[["姓名", "岗位", "手机", ""], ["钱某", "船长", ""]]]),
    (  # one cell a line, empty lines between
        "四、联系人及电话\n\n序号\n\n业务科室\n\n联系人\n\n\n1\n\n成果科\n\n陶一帆\n\n2\n\n高新科\n\n周明\n\n附件:通知\n",
        [[["序号", "业务科室", "联系人"], ["1", "成果科", "陶一帆"], ["2", "高新科", "周明"]]],
    ),
    ("序号\n名称\n1\n", []),
    ("序号\n\n名称\n\n单位\n\n2\n\n甲\n\n乙\n", []),
    # days and what is due by them, in lines with the edge of one cell
    ("2026年 |\n|\n1月15日以前 |\n申请人完成初稿，交到二级部门。 |\n", []),
    (  # the empty cells of a form, each on a line of its own
        "报批表\n申报单位全称\n|\n|\n所属行业\n|\n联系电话\n|\n|\n",
        [[["申报单位全称", ""], ["所属行业", ""], ["联系电话", ""]]],
    ),
    # a page laid out by tables, copied: the edge of its one cell, behind a sentence or a heading
    ("潮科字[2011]20号 |\n关于开展复审的通知 各单位: 请于8月15日前上报材料。 |\n", []),
    (
        "序号   榜单名称        完成时限\n1      巡检无人机      2027年\n2      清洗机器人\n\n二、要求\n",
        [[["序号", "榜单名称", "完成时限"], ["1", "巡检无人机", "2027年"], ["2", "清洗机器人", ""]]],
    ),
    (
        "序号　指标名称　　　目标值\n1　　最大续航里程　≥60km\n2　　定位误差　≤1m\n",
        [[["序号", "指标名称", "目标值"], ["1", "最大续航里程", "≥60km"], ["2", "定位误差", "≤1m"]]],
    ),
    (
        "序   项目        2025年样机   完成时\n1    定位误差    3 m          ≤1 m\n"
        "2    续航        36 km        ≥60 km\n",
        [[["序", "项目", "2025年样机", "完成时"], ["1", "定位误差", "3 m", "≤1 m"], ["2", "续航", "36 km", "≥60 km"]]],
    ),
    (  # a head of two characters set apart, rules above and below it
        "----------------\n名  目        现在水平      结题时做到\n----------------\n最大续航      36km          60km\n"
        "定位误差      3m            1m\n----------------\n正文。\n",
        [[["名  目", "现在水平", "结题时做到"], ["最大续航", "36km", "60km"], ["定位误差", "3m", "1m"]]],
    ),
    (  # a cell wider than its column pushes the next ones
        "指标          现有水平    结题时做到\n最大续航（满载）  36 km      60 km\n定位误差      3 m         1 m\n\n",
        [[["指标", "现有水平", "结题时做到"], ["最大续航（满载）", "36 km", "60 km"], ["定位误差", "3 m", "1 m"]]],
    ),
    (
        "指 标      现 状      验 收 值\n最大续航   36 km      60 km\n定位误差   3 m        1 m\n\n",
        [[["指 标", "现 状", "验 收 值"], ["最大续航", "36 km", "60 km"], ["定位误差", "3 m", "1 m"]]],
    ),
    (  # an empty line behind each line of the text, and a page's mark between two rows
        "序号    指标名称    指标要求\n\n1       最大续航    ≥60km\n\n— 4 —\n\n\n2       定位误差    ≤1m\n\n正文。\n",
        [[["序号", "指标名称", "指标要求"], ["1", "最大续航", "≥60km"], ["2", "定位误差", "≤1m"]]],
    ),
    (  # an empty line ends a table whose rows stand one below the other
        "序号    指标名称    指标要求\n1       最大续航    ≥60km\n2       定位误差    ≤1m\n\n3       其他    见附件\n",
        [[["序号", "指标名称", "指标要求"], ["1", "最大续航", "≥60km"], ["2", "定位误差", "≤1m"]]],
    ),
    ("联系单位：甲   联系人：乙   电话：丙\n联系单位：丁   联系人：戊   电话：己\n" * 2, []),
    # a label in brackets and its boxes are no head of columns
    ("[榜题选择]  ■榜题1   □榜题2\n[注册资本]  3000\n[法定代表人]  李某\n[单位名称]  甲公司\n", []),
    ("名称    时间    数量\n说明文字没有对齐    其他\n", []),
    (  # a form drawn with characters, whose rows have other numbers of cells
        "┌────┬────┬────┬────┐\n│ 船名   │        │ 港口   │        │\n├────┼────┴────┴────┤\n"
        "│ 用途   │                          │\n├────┴──────────────┤\n│ 船东简介                          │\n"
        "│                                   │\n└───────────────────┘\n正文。\n",
        [[["船名", "", "港口", ""], ["用途", ""], ["船东简介"]]],
    ),
    (  # a cell merged downwards, and two rows that hold two lines each
        "+------+------+------+\n| 船长 | 姓名 |      |\n|      +------+------+\n|      | 手机 |      |\n"
        "+------+------+------+\n| 航线 | 甲港至乙港 |\n| 安排 | 每周两班   |\n+------+-------------+\n",
        [[["船长", "姓名", ""], ["手机", ""], ["航线|安排", "甲港至乙港|每周两班"]]],
    ),
    (  # one rule below the head and none between the rows; an empty first cell goes on with the row above
        "+------+--------+\n| 序号 | 名称   |\n+======+========+\n"
        "| 1    | 浮标   |\n|      | 标定   |\n| 2    | 缆绳   |\n"
        "+------+--------+\n",
        [[["序号", "名称"], ["1", "浮标|标定"], ["2", "缆绳"]]],
    ),
    (  # a numbered caption behind its edge has a row of its own; what is indented goes on with the cell above
        "  | 船名 | 海鸥 | 用途 | 巡检\n  | 二、船长\n  | 姓名 | 甲某 | 邮箱 | 无\n    （暂缺）\n",
        [[["船名", "海鸥", "用途", "巡检"], ["二、船长"], ["姓名", "甲某", "邮箱", "无\n    （暂缺）"]]],
    ),
    # rows that only the edges of their cells part
    ("船名 │ 海鸥\n港口 │ 甲港\n", [[["船名", "海鸥"], ["港口", "甲港"]]]),
    # a frame around a running text, and a rule without a table
    ("┌──────────┐\n│ 报名截止至周五。 │\n│ 过时不候。       │\n└──────────┘\n", []),
    ("+----------+\n正文。\n", []),
    ("名称  " * 41 + "\n" + ("甲    " * 41 + "\n") * 3, []),  # a line of blanks and words, no head
]


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_tables(text: str, expected: list[list[list[str]]]) -> None:
    found = []
    for table in text_tables(document(text)):
        rows: dict[int, list[str]] = {}
        for cell in table.cells:
            words = "|".join(text[start:end] for start, end in cell.lines or ((cell.start, cell.end),))
            rows.setdefault(cell.row, []).append(words)
        found.append(list(rows.values()))
    assert found == expected
