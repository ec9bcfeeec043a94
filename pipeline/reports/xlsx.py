"""The report as a workbook that a clerk filters: applications, findings, files that could not be read."""

from pathlib import Path
from typing import Any

from pipeline.reports.model import GapReport
from pipeline.reports.tables import Table, Value, applications, failures, findings, notes, peers
from pipeline.reports.wording import STATUSES, VERDICTS

COLORS = {
    STATUSES["missing"]: ("#B3261E", "#FFFFFF"),
    STATUSES["insufficient"]: ("#F3C988", "#352300"),
    STATUSES["invalid"]: ("#6D4391", "#FFFFFF"),
    STATUSES["unverifiable"]: ("#E4E7EB", "#53606D"),
    STATUSES["met"]: ("#E2EFE6", "#1E6B43"),
    VERDICTS["incomplete"]: ("#FFFFFF", "#B3261E"),
    VERDICTS["needs_review"]: ("#FFFFFF", "#8A5A00"),
    VERDICTS["complete"]: ("#FFFFFF", "#1E6B43"),
}
"""Background and letters of a cell that holds exactly these words."""

COLORED = ("状态", "结论", "认定后状态", "认定后结论")

WIDTHS = {
    "编号": 14,
    "申报单位": 30,
    "项目名称": 34,
    "揭榜方向": 24,
    "方向来源": 12,
    "结论": 12,
    "义务": 30,
    "说明": 46,
    "要求值": 16,
    "通知要求": 46,
    "申报材料": 46,
    "统一社会信用代码": 22,
    "文件": 36,
    "认定后状态": 12,
    "认定后结论": 12,
    "认定意见": 36,
    "认定时间": 22,
    "上一版认定": 36,
    "发现编号": 26,
    "申报单位甲": 26,
    "申报单位乙": 26,
    "甲原文": 46,
    "乙原文": 46,
    "原因": 16,
    "提示": 60,
    "类别": 12,
    "要求": 46,
    "通知原文": 60,
}
"""Column widths in characters; 10 where nothing is said."""

LONGEST = 32_767
"""Characters that a cell of a workbook holds."""


def write_xlsx(report: GapReport, folder: Path) -> list[Path]:
    """Writes ``report.xlsx``; words of documents are text and never a formula."""
    import xlsxwriter

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "report.xlsx"
    path.write_bytes(b"")  # xlsxwriter's own error for a file that Excel has open is no OSError
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": report.notice.title or "", "comments": report.program})
        add_sheet(book, "申报情况", applications(report))
        add_sheet(book, "核查结论", findings(report))
        if report.peers:
            add_sheet(book, "材料之间", peers(report))
        if report.failures:
            add_sheet(book, "未能读取", failures(report))
        if report.notes:
            add_sheet(book, "读取提示", notes(report))
    return [path]


def add_sheet(book: Any, name: str, table: Table) -> None:
    """Adds a table as a sheet: a head that stays, filters, wrapped cells, states in colour."""
    columns, rows = table
    font = {"font_name": "微软雅黑", "font_size": 10, "valign": "top"}
    head = book.add_format(font | {"bold": True, "bg_color": "#1F4E79", "font_color": "#FFFFFF", "border": 1})
    plain = book.add_format(font | {"text_wrap": True})
    colored = {
        words: book.add_format(font | {"bg_color": back, "font_color": front, "bold": True})
        for words, (back, front) in COLORS.items()
    }
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 2)
    for column, title in enumerate(columns):
        sheet.set_column(column, column, WIDTHS.get(title, 10))
        sheet.write_string(0, column, title, head)
    for line, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            known = columns[column] in COLORED
            _cell(sheet, line, column, value, colored.get(str(value), plain) if known else plain)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)


def _cell(sheet: Any, line: int, column: int, value: Value, shape: Any) -> None:
    if value is None:
        sheet.write_blank(line, column, None, shape)
    elif isinstance(value, str):
        text = value.encode("utf-8", "replace").decode("utf-8")
        sheet.write_string(line, column, text[:LONGEST], shape)
    else:
        sheet.write_number(line, column, value, shape)
