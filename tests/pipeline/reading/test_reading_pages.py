"""What PDF, scans and OFD share: margins, columns, tables over page breaks, boxes to tick."""

from collections.abc import Callable
from typing import Any

import pytest
from reading_files import cells, check_offsets, grid, pdf, read_as
from reportlab.pdfgen.canvas import Canvas

from pipeline.reading.draft import Box, DraftCell, Piece
from pipeline.reading.paged.lines import Glyph, lines_of
from pipeline.reading.paged.margins import margin_lines
from pipeline.reading.paged.tables import PageTable, join
from schemas.document import MarkKind

HEIGHT = 842.0


def at(text: str, top: float, x: float = 290) -> Piece:
    return Piece(text, 1, (x, top, x + 10 * len(text), top + 12))


def in_margins(*pages: list[Piece], heights: list[float] | None = None) -> list[list[str]]:
    found = margin_lines(pages, [(0.0, height) for height in heights or [HEIGHT] * len(pages)])
    return [
        [line.text for index, line in enumerate(page) if (number, index) in found] for number, page in enumerate(pages)
    ]


def sheet(number: int, head: str | None = None, foot: str | None = None, height: float = HEIGHT) -> list[Piece]:
    lines = [at(head, 40)] if head else []
    lines += [at(f"正文第{number}页的第{line}行写着别的话", 120 + 20 * line) for line in range(5)]
    return [*lines, *([at(foot, height - 40)] if foot else [])]


def test_heads_that_change_with_the_chapter() -> None:
    heads = ["第一章 总体要求"] * 4 + ["第二章 申报条件"] * 3 + ["第三章 组织实施"] * 5
    found = in_margins(*(sheet(number, head) for number, head in enumerate(heads)))
    assert found == [[head] for head in heads]


def test_heads_of_left_and_right_pages() -> None:
    heads = ["某市揭榜挂帅项目申报书", "某某研究院"] * 4
    found = in_margins(*(sheet(number, head, f"{number + 1}") for number, head in enumerate(heads)))
    assert found == [[head, str(number + 1)] for number, head in enumerate(heads)]


def test_a_number_in_the_head_counts_the_pages() -> None:
    found = in_margins(*(sheet(number, f"项目申报书  {number + 7}") for number in range(7)))
    assert all(found)


@pytest.mark.parametrize(
    "heads", [["附件1", "附件2"], ["附件1", "附件2", "附件3"], ["表1 经费", "表2 经费"], ["一、目标", "二、内容"]]
)
def test_headings_at_the_head_of_pages_are_none(heads: list[str]) -> None:
    assert in_margins(*(sheet(number, head) for number, head in enumerate(heads))) == [[]] * len(heads)


def test_a_line_at_the_head_of_two_pages_far_apart_is_none() -> None:
    heads = ["承诺书", None, None, None, None, None, None, "承诺书"]
    assert not any(in_margins(*(sheet(number, head) for number, head in enumerate(heads))))


# (words at the foot of three pages, whether they are a margin)
FEET = [
    (("第一页", "第二页", "第三页"), True),
    (("第 十 页", "第 十一 页", "第 十二 页"), True),
    (("第一页 共三页", "第二页 共三页", "第三页 共三页"), True),
    (("- i -", "- ii -", "- iii -"), True),
    (("i", "ii", "iii"), True),
    (("IV", "V", "VI"), True),
    (("P1", "P2", "P3"), True),
    (("Page 1 of 3", "Page 2 of 3", "Page 3 of 3"), True),
    (("第1页/共3页", "第2页/共3页", "第3页/共3页"), True),
    (("• 1 •", "• 2 •", "• 3 •"), True),
    (("一", "完", "以上"), False),
    (("V", "完", "以上"), False),
    (("2025年", "3月", "10.5万元"), False),
    (("13800000000", "电话", "传真"), False),
]


@pytest.mark.parametrize(("feet", "margin"), FEET)
def test_feet(feet: tuple[str, ...], margin: bool) -> None:
    found = in_margins(*(sheet(number, foot=foot) for number, foot in enumerate(feet)))
    assert found == [[foot] if margin else [] for foot in feet]


def test_a_page_number_above_a_repeated_foot() -> None:
    pages = [[*sheet(number), at(f"{number + 1}", 790), at("某某研究院编制", 810)] for number in range(4)]
    assert in_margins(*pages) == [[f"{number + 1}", "某某研究院编制"] for number in range(4)]


def test_landscape_pages_among_upright_ones() -> None:
    heights = [842.0, 595.0, 842.0, 595.0]
    pages = [sheet(number, "项目申报书", f"— {number + 1} —", height) for number, height in enumerate(heights)]
    assert in_margins(*pages, heights=heights) == [["项目申报书", f"— {number + 1} —"] for number in range(4)]


TEXT = "揭榜单位应当围绕榜单提出的指标制定技术路线说明已有的工作基础团队分工和经费安排按季度报送进展情况并提交验收材料"


def two_columns(canvas: Canvas, page: int) -> None:
    canvas.drawString(60, 800, TEXT[:38])
    for index in range(12):
        canvas.drawString(60, 770 - 18 * index, f"左{index:02}" + (TEXT * 2)[index : index + 15])
        canvas.drawString(310, 763 - 18 * index, f"右{index:02}" + (TEXT * 2)[index + 20 : index + 35])
    grid(canvas, [["栏内", "表格"], ["甲", "乙"]], 540, [100, 100])
    canvas.drawString(60, 400, TEXT[5:43])


def test_columns_are_read_one_after_the_other() -> None:
    document = read_as(pdf(two_columns), "a.pdf")
    heads = [line[:3] for line in document.text.splitlines()]
    assert heads[1:13] == [f"左{index:02}" for index in range(12)]
    assert heads[-13:-1] == [f"右{index:02}" for index in range(12)]
    assert heads[13] == "栏内\t"  # the table stands in the left column
    check_offsets(document)


LISTED = ["考核指标：", "①电压不低于800伏；", "②误差不大于百分之三；", "（一）不依赖岸基信号即可布放"]


def lists_in_columns(canvas: Canvas, page: int) -> None:
    canvas.drawString(60, 800, TEXT[:38])
    for index in range(12):
        canvas.drawString(60, 770 - 18 * index, f"左{index:02}" + LISTED[index % 4])
        canvas.drawString(310, 767 - 18 * index, f"右{index:02}" + LISTED[(index + 1) % 4])
    canvas.drawString(60, 500, TEXT[5:43])


def test_lists_in_columns_are_read_one_after_the_other() -> None:
    heads = [line[:3] for line in read_as(pdf(lists_in_columns), "a.pdf").text.splitlines()]
    assert heads[1:-1] == [f"{side}{index:02}" for side in "左右" for index in range(12)]


def rows(*lines: tuple[str, str]) -> Callable[[Any, int], None]:
    def draw(canvas: Canvas, page: int) -> None:
        for index, (left, right) in enumerate(lines):
            canvas.drawString(60, 770 - 20 * index, left)
            canvas.drawString(320, 770 - 20 * index, right)

    return draw


# (what it is, its lines: left, right)
NO_COLUMNS = [
    ("labels and values", [(f"第{index}项栏目的名称：", "填写在这里的内容有若干个字") for index in range(14)]),
    ("a table of contents", [(f"第{index}节 关键技术的研究内容与目标", str(index)) for index in range(14)]),
    ("signatures", [("甲方（盖章）：", "乙方（盖章）："), ("代表人（签字）：", "代表人（签字）：")] * 5),
    ("two parties", [("地址：某市某区某路一号某大厦", "地址：某市某区某路二号某大厦")] * 12),
    ("names and posts", [(f"某甲{index}", f"工程师{index}") for index in range(14)]),
    ("too few lines", [(TEXT[:18], TEXT[18:36])] * 5),
]


@pytest.mark.parametrize("lines", [case[1] for case in NO_COLUMNS], ids=[case[0] for case in NO_COLUMNS])
def test_what_stands_side_by_side_and_is_no_column(lines: list[tuple[str, str]]) -> None:
    text = read_as(pdf(rows(*lines)), "a.pdf").text
    assert text.splitlines() == [f"{left}  {right}" for left, right in lines]


def cell(row: int, column: int, text: str, right: float = 0, span: int = 1) -> DraftCell:
    box: Box = (0, 0, right, 12)
    return DraftCell(row, column, [Piece(line, 1, box) for line in text.split("\n") if line], span)


def table(*texts: list[str], widths: tuple[float, ...] = (80, 200)) -> PageTable:
    """A table whose last line in each cell is full where its text ends in +."""
    edges = tuple(60 + sum(widths[:index]) for index in range(len(widths) + 1))
    found = [
        cell(row, column, text.rstrip("+"), edges[column + 1] - (6 if text.endswith("+") else 60))
        for row, line in enumerate(texts)
        for column, text in enumerate(line)
    ]
    return PageTable((edges[0], 0, edges[-1], 100), found, edges)


ABOVE = "↑"  # the place is covered by the cell above it
# (the part above the break, the part below, the whole)
JOINED = [
    ([["指标", "值"], ["甲", "1"]], [["指标", "值"], ["乙", "2"]], [["指标", "值"], ["甲", "1"], ["乙", "2"]]),
    (
        [["经费", "单位"], ["科目", "万元"], ["甲", "1"]],
        [["经费", "单 位"], ["科目", "万元"], ["乙", "2"]],
        [["经费", "单位"], ["科目", "万元"], ["甲", "1"], ["乙", "2"]],
    ),
    ([["简介", "本单位长期从事智能+"]], [["", "制造研究。"]], [["简介", "本单位长期从事智能\n制造研究。"]]),
    ([["简介", "本单位长期从事研究。+"]], [["", "电话：1"]], [["简介", "本单位长期从事研究。"], [ABOVE, "电话：1"]]),
    ([["简介", "本单位从事"]], [["", "制造"]], [["简介", "本单位从事"], [ABOVE, "制造"]]),
    ([["任务", "完成系统的总体设计+"]], [["", "2.开展联调"]], [["任务", "完成系统的总体设计"], [ABOVE, "2.开展联调"]]),
    ([["任务", "完成系统的总体设计+"]], [["二", "开展联调"]], [["任务", "完成系统的总体设计"], ["二", "开展联调"]]),
    ([["名称", "包括甲、"]], [["", "乙"]], [["名称", "包括甲、\n乙"]]),
    ([["", "自筹经费（万"]], [["", "元）"]], [["", "自筹经费（万\n元）"]]),  # a label cut inside its bracket
]


@pytest.mark.parametrize(("above", "below", "whole"), JOINED)
def test_joined(above: list[list[str]], below: list[list[str]], whole: list[list[str]]) -> None:
    made = join(table(*above), table(*below))
    texts = {(one.row, one.column): one.text for one in made.cells}
    assert [[texts.get((row, column), ABOVE) for column in range(2)] for row in range(made.rows)] == whole


def test_a_table_over_three_pages_with_a_mark_that_it_goes_on() -> None:
    def draw(canvas: Canvas, page: int) -> None:
        canvas.drawString(250, 815, "某市揭榜申报材料")
        canvas.drawString(290, 20, f"— {page + 1} —")
        if page:
            canvas.drawString(60, 740, "续表1")
        lines = [["指标", "数值"], [f"甲{page}", f"1{page}"], [f"乙{page}", f"2{page}"]]
        grid(canvas, lines, 720 if page else 130, [80, 200], 34)

    document = read_as(pdf(draw, 3), "a.pdf")
    assert len(document.tables) == 1
    assert [one[4] for one in cells(document)] == [
        "指标",
        "数值",
        *(f"{a}{p}" for p in range(3) for a in ("甲", "1", "乙", "2")),
    ]
    assert [one[0] for one in cells(document)] == [row for row in range(7) for _ in range(2)]
    inside = [line for line in document.lines if document.tables[0].start <= line.start < document.tables[0].end]
    assert {line.page for line in inside} == {1, 2, 3}
    assert len(document.margins) == 6
    check_offsets(document)


def glyphs(text: str, x: float = 60, top: float = 100, width: float = 12) -> list[Glyph]:
    return [Glyph(char, x + width * index, top, x + width * (index + 1), top + 12) for index, char in enumerate(text)]


TICKED, EMPTY = MarkKind.TICKED, MarkKind.EMPTY
# (a line, the boxes in it: kind, start, end)
MARKS = [
    ("□方向一☑方向二", [(EMPTY, 0, 1), (TICKED, 4, 5)]),
    ("是☒否☐", [(TICKED, 1, 2), (EMPTY, 3, 4)]),
    ("■甲□乙", [(TICKED, 0, 1), (EMPTY, 2, 3)]),
    ("□√甲□乙", [(TICKED, 0, 2), (EMPTY, 3, 4)]),
    ("甲（√）乙（）", [(TICKED, 1, 4), (EMPTY, 5, 7)]),
    ("●项目的背景", []),
    ("●甲○乙", [(TICKED, 0, 1), (EMPTY, 2, 3)]),
    ("\uf0fe甲\uf0a8乙", [(TICKED, 0, 1), (EMPTY, 2, 3)]),
    ("没有方框的一行", []),
]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_boxes_to_tick(text: str, expected: list[tuple[MarkKind, int, int]]) -> None:
    (line,) = lines_of(glyphs(text), 1)
    assert [mark[:3] for mark in line.marks] == expected
    for _, start, end, box in line.marks:
        assert box == (60 + 12 * start, 100, 60 + 12 * end, 112)


def test_boxes_to_tick_in_cells_and_behind_gaps() -> None:
    def draw(canvas: Canvas, page: int) -> None:
        canvas.drawString(60, 780, "是否联合申报：    □是    ■否")
        grid(canvas, [["类型", "□企业 ■高校"]], 700, [80, 200])

    document = read_as(pdf(draw), "a.pdf")
    assert [(mark.kind, document.text[mark.start : mark.end], mark.page) for mark in document.marks] == [
        (EMPTY, "□", 1),
        (TICKED, "■", 1),
        (EMPTY, "□", 1),
        (TICKED, "■", 1),
    ]
    assert all(
        mark.box is not None and mark.box[2] - mark.box[0] == pytest.approx(12, abs=1) for mark in document.marks
    )


# (characters with places, what is read): typed blanks are gaps like others
GAPS = [
    (glyphs("姓 名"), "姓 名"),
    (glyphs("姓　名"), "姓 名"),
    (glyphs("甲") + glyphs("乙", x=75), "甲乙"),
    (glyphs("甲") + glyphs("乙", x=77), "甲 乙"),
    (glyphs("甲") + glyphs("乙", x=120), "甲  乙"),
    (glyphs("甲    乙"), "甲  乙"),
    (glyphs("ab", width=6) + glyphs("cd", x=74.5, width=6), "ab cd"),
    (glyphs("甲") + glyphs("甲", x=60.4), "甲"),
    (glyphs("甲") + glyphs(" ", x=72) + glyphs("乙", x=73), "甲 乙"),
]


@pytest.mark.parametrize(("row", "text"), GAPS)
def test_gaps(row: list[Glyph], text: str) -> None:
    assert [line.text for line in lines_of(row, 1)] == [text]
