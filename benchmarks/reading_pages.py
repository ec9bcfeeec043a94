"""Pages to read: prose, ruled tables, forms with boxes to tick, made anew at every run."""

import shutil
import subprocess
from itertools import cycle
from pathlib import Path
from typing import Any

FONT = "STSong-Light"
PROSE = (
    "揭榜单位应当围绕榜单提出的指标制定技术路线，说明已有的工作基础、团队分工和经费安排，按季度报送进展情况，"
    "并在项目结束后三十日内提交验收材料。项目实施期限为24个月，关键指标包括推理速度提升30%以上、误差不超过0.5%。"
)
ROWS = (
    ("指标", "单位", "现有水平", "目标值", "说明"),
    ("吞吐量", "次/秒", "1200", "≥3000", "在128并发下测得"),
    ("响应时间", "ms", "45", "≤20", "第95百分位"),
    ("可用率", "%", "99.5", "≥99.95", "连续运行90天"),
    ("能耗", "kWh", "16.2", "≤9.8", "按满载计算"),
)


def mixed_file(path: Path, pages: int) -> Path:
    """Pages of prose, of a table within prose, and of a form, one after the other."""
    return _file(path, pages, (_prose, _table, _prose, _form))


def warm_file(path: Path) -> Path:
    """A page of each kind and one with a picture: after it everything is imported."""
    return _file(path, 4, (_prose, _table, _form, _picture))


def long_file(path: Path, pages: int) -> Path:
    """A long application: prose with a table on every fourth page."""
    return _file(path, pages, (_prose, _prose, _prose, _table))


def office_file(path: Path, sections: int) -> Path | None:
    """Prose, tables and boxes to tick as LibreOffice exports them, fonts embedded; None where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        return None
    import docx

    made = docx.Document()
    for section in range(sections):
        made.add_heading(f"{section + 1}. 揭榜任务书", 1)
        for index in range(14):
            made.add_paragraph((PROSE[index * 11 :] + PROSE) * 2)
        table = made.add_table(0, len(ROWS[0]), style="Table Grid")
        for row in ROWS + ROWS[1:] + ROWS[1:]:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
        made.add_paragraph("□ 方向一  ■ 方向二  ☑ 方向三")
    source = path.with_suffix(".docx")
    made.save(str(source))
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return path


def _file(path: Path, pages: int, kinds: tuple[Any, ...]) -> Path:
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for number, draw in zip(range(1, pages + 1), cycle(kinds), strict=False):
        canvas.setFont(FONT, 10.5)
        draw(canvas)
        canvas.setFont(FONT, 9)
        canvas.drawCentredString(297, 30, f"- {number} -")
        canvas.showPage()
    canvas.save()
    return path


def _lines(canvas: Any, top: float, count: int) -> float:
    for index in range(count):
        start = index * 37 % len(PROSE)
        canvas.drawString(72, top - 18 * index, (PROSE[start:] + PROSE)[:42])
    return top - 18 * count


def _prose(canvas: Any) -> None:
    _lines(canvas, 770, 36)


def _table(canvas: Any) -> None:
    y = _lines(canvas, 770, 8)
    widths = (90, 50, 80, 80, 150)
    for row in ROWS + ROWS[1:] + ROWS[1:]:
        x = 72.0
        for words, width in zip(row, widths, strict=True):
            canvas.rect(x, y - 22, width, 22)
            canvas.drawString(x + 4, y - 15, words)
            x += width
        y -= 22
    _lines(canvas, y - 24, 12)


def _form(canvas: Any) -> None:
    y = 770.0
    for label in (
        "申报单位",
        "统一社会信用代码",
        "法定代表人",
        "联系电话",
        "通讯地址",
        "所属领域",
        "合作单位",
        "申报方向",
    ):
        for x, width in ((72, 110), (182, 340)):
            canvas.line(x, y, x + width, y)
            canvas.line(x, y, x, y - 30)
        canvas.line(522, y, 522, y - 30)
        canvas.drawString(78, y - 19, label)
        canvas.drawString(188, y - 19, "□ 方向一  ■ 方向二  □ 方向三" if label == "申报方向" else "某某研究院有限公司")
        y -= 30
    canvas.line(72, y, 522, y)
    _lines(canvas, y - 24, 20)


def _picture(canvas: Any) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    _lines(canvas, 770, 12)
    canvas.drawImage(ImageReader(Image.new("RGB", (120, 120), (230, 60, 60))), 300, 300, 100, 100)
