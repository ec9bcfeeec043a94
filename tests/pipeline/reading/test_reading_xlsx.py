"""Spreadsheets: sheets as tables, numbers as a reader sees them, bounds; openpyxl makes the files and is the oracle."""

import datetime
import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.styles import Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet
from reading_files import cells, check_offsets, read_as

from pipeline.intake import records_of
from schemas.document import Document, MarkKind
from schemas.errors import UnreadableFile
from schemas.submission import Submission

THIN = Side(style="thin")
FRAME = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


def saved(book: openpyxl.Workbook, name: str = "a.xlsx") -> Document:
    target = io.BytesIO()
    book.save(target)
    document = read_as(target.getvalue(), name)
    check_offsets(document)
    return document


def fill(sheet: Worksheet, rows: list[list[object]], first: int = 1, framed: bool = False) -> None:
    for down, row in enumerate(rows):
        for across, value in enumerate(row):
            cell = sheet.cell(first + down, 1 + across, value)
            if framed:
                cell.border = FRAME


def indicators() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "考核指标"
    sheet["A1"] = "储能电池揭榜任务考核指标表"
    sheet.merge_cells("A1:D1")
    sheet["A2"], sheet["D2"] = "填报单位：甲新能源有限公司（盖章）", "6月1日"
    rows = [
        ["指标名称", "现状值", "目标值", "方法"],
        ["能量密度（Wh/kg）", 180, 220, "检测"],
        ["效率", 0.85, 0.92, "测试"],
    ]
    fill(sheet, rows, 3, framed=True)
    sheet["B5"].number_format = sheet["C5"].number_format = "0%"
    sheet["A7"] = "注：目标值为完成时的值。"
    return book


def test_title_particulars_table_and_note() -> None:
    document = saved(indicators())
    assert document.text == (
        "考核指标\n储能电池揭榜任务考核指标表\n填报单位：甲新能源有限公司（盖章）\t6月1日\n"
        "指标名称\t现状值\t目标值\t方法\n能量密度（Wh/kg）\t180\t220\t检测\n效率\t85%\t92%\t测试\n注：目标值为完成时的值。\n"
    )
    assert [document.text[mark.start : mark.end] for mark in document.headings] == ["考核指标"]
    assert len(document.tables) == 1
    assert document.title == "储能电池揭榜任务考核指标表"
    assert document.hard_wrapped is False


def test_indicators_become_targets() -> None:
    record = records_of(saved(indicators()), "submission")
    assert isinstance(record, Submission)
    assert [(t.metric, t.value, t.unit, t.evidence.text) for t in record.targets] == [
        ("能量密度", 220.0, "Wh/kg", "220"),
        ("效率", 92.0, "%", "92%"),
    ]


def test_a_table_of_recommendations_is_no_application_of_its_own() -> None:
    book = openpyxl.Workbook()
    book.active.title = "推荐汇总表"
    rows = [
        ["序号", "项目名称", "揭榜单位", "经费（万元）"],
        [1, "储能电池", "甲有限公司", 1200],
        [2, "氢能", "乙有限公司", 800],
    ]
    fill(book.active, [["推荐汇总表"], *rows])
    record = records_of(saved(book), "submission")
    assert isinstance(record, Submission)
    assert (record.targets, record.form_fields, record.applicant.name) == ((), (), None)


DAY = datetime.datetime(2025, 6, 1, 18, 30)
# (value, format, what a reader sees)
SHOWN = [
    (0.125, "0%", "13%"),
    (0.125, "0.0%", "12.5%"),
    (1234.5, "#,##0.00", "1,234.50"),
    (12345, '0!.0,"万元"', "1.2万元"),
    (1500000, '0.00,,"百万"', "1.50百万"),
    (1234567, "#,##0", "1,234,567"),
    (-5, "0;(0)", "(5)"),
    (-5, "0", "-5"),
    (-0.001, "0.0", "0.0"),
    (0, '0;-0;"-"', "-"),
    (12, "000", "012"),
    (5, '0"台"', "5台"),
    (1234, "[$¥-804]#,##0.00", "¥1,234.00"),
    (1234, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "1,234.00"),
    (13800138000, "000-0000-0000", "138-0013-8000"),
    (12, '[>=10]0"大";0"小"', "12大"),
    (3, '[>=10]0"大";0"小"', "3小"),
    (1e-7, "0.00E+00", "1.00E-07"),
    (0.30000000000000004, "General", "0.3"),
    (13800138000, "General", "13800138000"),
    (2.345, "0.00", "2.35"),
    (True, "General", "TRUE"),
    ("00123", "@", "00123"),
    (DAY, 'yyyy"年"m"月"d"日"', "2025年6月1日"),
    (DAY, "yyyy/m/d;@", "2025/6/1"),
    (DAY, "yyyy-mm-dd h:mm", "2025-06-01 18:30"),
    (DAY, "mm-dd-yy", "2025/6/1"),
    (DAY, "aaaa", "星期日"),
    (DAY, '上午/下午h"时"mm"分"', "下午6时30分"),
    (datetime.timedelta(hours=36), "[h]:mm", "36:00"),
    ("#DIV/0!", "General", "#DIV/0!"),
]


@pytest.mark.parametrize(("value", "code", "shown"), SHOWN)
def test_numbers_as_a_reader_sees_them(value: object, code: str, shown: str) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = value
    book.active["A1"].number_format = code
    assert saved(book).text == f"{shown}\n"


def test_days_counted_from_1904() -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active["A1"] = DAY
    book.active["A1"].number_format = "yyyy/m/d"
    assert saved(book).text == "2025/6/1\n"


def test_merged_cells_once() -> None:
    book = openpyxl.Workbook()
    fill(book.active, [["组", "甲", None], [None, "乙", ""], ["丙", "丁\n二", "戊"]], framed=True)
    book.active.merge_cells("A1:A2")
    book.active.merge_cells("B1:C1")
    document = saved(book)
    assert cells(document) == [
        (0, 0, 2, 1, "组"),
        (0, 1, 1, 2, "甲"),
        (1, 1, 1, 1, "乙"),
        (1, 2, 1, 1, ""),
        (2, 0, 1, 1, "丙"),
        (2, 1, 1, 1, "丁\n二"),
        (2, 2, 1, 1, "戊"),
    ]


def test_hidden_rows_columns_and_sheets_are_left_out() -> None:
    book = openpyxl.Workbook()
    fill(book.active, [["甲", "藏", "乙"], ["藏", "藏", "藏"], ["丙", "藏", "丁"]])
    book.active.column_dimensions["B"].hidden = True
    book.active.row_dimensions[2].hidden = True
    book.create_sheet("密").append(["藏"])
    book["密"].sheet_state = "veryHidden"
    document = saved(book)
    assert document.text == "甲\t乙\n丙\t丁\n"
    assert ["1 个隐藏行" in document.warnings[0], "密" in document.warnings[1]] == [True, True]


# (the hidden rows and columns, the cells that are seen; 组 stands in A1:C3)
HIDDEN_EDGES: list[tuple[list[int], list[str], list[tuple[int, int, int, int, str]]]] = [
    ([1], [], [(0, 0, 2, 3, "组"), (0, 3, 1, 1, "乙"), (1, 3, 1, 1, "丙")]),
    ([1, 2], [], [(0, 0, 1, 3, "组"), (0, 3, 1, 1, "丙")]),
    ([], ["A", "B"], [(0, 0, 3, 1, "组"), (0, 1, 1, 1, "甲"), (1, 1, 1, 1, "乙"), (2, 1, 1, 1, "丙")]),
    ([1], ["A"], [(0, 0, 2, 2, "组"), (0, 2, 1, 1, "乙"), (1, 2, 1, 1, "丙")]),
    ([], ["A", "B", "C"], []),
]


@pytest.mark.parametrize(("rows", "columns", "seen"), HIDDEN_EDGES)
def test_words_of_a_merged_area_that_is_hidden_in_part(
    rows: list[int], columns: list[str], seen: list[tuple[int, int, int, int, str]]
) -> None:
    book = openpyxl.Workbook()
    fill(book.active, [["组", None, None, "甲"], [None, None, None, "乙"], [None, None, None, "丙"]], framed=True)
    book.active.merge_cells("A1:C3")
    for row in rows:
        book.active.row_dimensions[row].hidden = True
    for column in columns:
        book.active.column_dimensions[column].hidden = True
    document = saved(book)
    assert (cells(document) if document.tables else []) == seen
    assert ("组" in document.text) == bool(seen)


def test_empty_edges_and_blank_rows() -> None:
    book = openpyxl.Workbook()
    for place, value in {"C3": "甲", "D3": "乙", "C4": "丙", "D4": "丁", "C7": "戊", "D7": "己"}.items():
        book.active[place] = value
    document = saved(book)
    assert document.text == "甲\t乙\n丙\t丁\n戊\t己\n"
    assert len(document.tables) == 2


def test_framed_cells_to_fill_in_are_cells() -> None:
    book = openpyxl.Workbook()
    fill(book.active, [["单位", None, "电话", None], ["负责人", None, "职务", None]], framed=True)
    assert [row[4] for row in cells(saved(book))] == ["单位", "", "电话", "", "负责人", "", "职务", ""]


def test_formulas_are_never_calculated() -> None:
    book = openpyxl.Workbook()
    fill(book.active, [["合计", "=1+1"], ["甲", 1]])
    document = saved(book)
    assert document.text == "合计\t\n甲\t1\n"
    assert "有 1 个公式" in document.warnings[0]


def test_comments_boxes_and_fonts() -> None:
    book = openpyxl.Workbook()
    fill(book.active, [["类别", "□甲 ☑乙"], ["旧", "R"]])
    book.active["B1"].comment = Comment("请核对", "专家甲")
    book.active["A2"].font = Font(strike=True)
    book.active["B2"].font = Font(name="Wingdings 2")
    document = saved(book)
    assert document.text == "类别\t□甲 ☑乙\n\t☑\n"
    assert [(c.author, c.text, c.offset) for c in document.comments] == [("专家甲", "请核对", 3)]
    assert [mark.kind for mark in document.marks] == [MarkKind.EMPTY, MarkKind.TICKED, MarkKind.TICKED]


def test_pictures_are_looked_at(tmp_path) -> None:
    from PIL import Image

    Image.new("RGB", (60, 60), "white").save(tmp_path / "a.png")
    book = openpyxl.Workbook()
    book.active["A1"] = "盖章"
    book.active.add_image(openpyxl.drawing.image.Image(tmp_path / "a.png"), "B2")
    assert [picture.is_seal for picture in saved(book).pictures] == [False]


values = st.none() | st.sampled_from(["", "甲", "a b", "乙\n丙", "□是"]) | st.integers(-5, 10**6)
areas = st.tuples(st.integers(1, 6), st.integers(1, 6), st.integers(0, 3), st.integers(0, 3))


@settings(max_examples=40)
@given(st.lists(st.lists(values, max_size=6), min_size=1, max_size=8), st.lists(areas, max_size=4), st.booleans())
def test_any_sheet(rows: list[list[object]], merged: list[tuple[int, int, int, int]], framed: bool) -> None:
    """Offsets hold, and every value that openpyxl reads back is there, in its order."""
    book = openpyxl.Workbook()
    fill(book.active, rows, framed=framed)
    for row, column, down, across in merged:
        book.active.merge_cells(start_row=row, start_column=column, end_row=row + down, end_column=column + across)
    target = io.BytesIO()
    book.save(target)
    expected = [
        str(value).strip()
        for row in openpyxl.load_workbook(target).active.iter_rows(values_only=True)
        for value in row
        if value is not None and str(value).strip()
    ]
    if expected:
        document = read_as(target.getvalue(), "a.xlsx")
        check_offsets(document)
        assert document.text.replace("\t", "\n").split() == "\n".join(expected).split()
    else:
        with pytest.raises(UnreadableFile):
            read_as(target.getvalue(), "a.xlsx")
