"""Pages of every layout that the two PDF readers have to agree on: (name, how it is drawn, its size in points)."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from reading_files import grid

A4, LANDSCAPE = (595.0, 842.0), (842.0, 595.0)
TEXT = "揭榜单位应当围绕榜单提出的指标制定技术路线，说明已有的工作基础、团队分工和经费安排，并按季度报送进展。"
Draw = Callable[[Any, int], None]


def prose(canvas: Any, page: int) -> None:
    for index in range(20):
        canvas.drawString(60, 780 - 20 * index, f"{index + 1}." + (TEXT * 2)[index : index + 30])
    canvas.setFont("Times-Roman", 11)
    canvas.drawString(60, 350, "A Latin line with figures: 12.5% of 1,200 (2025-06-01), well-known.")
    canvas.drawString(60, 330, "The next one ends with a hyphen-")
    canvas.drawString(60, 315, "ated word")


def latin_fonts(canvas: Any, page: int) -> None:
    import reportlab
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("Vera", str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")))
    for index, font in enumerate(("Helvetica", "Helvetica-Oblique", "Times-Italic", "Courier-Bold", "Vera")):
        canvas.setFont(font, 9 + index)
        canvas.drawString(60, 760 - 30 * index, "Words, figures 12.5% and (marks), AVATAR, to fit: fi fl ffi")


def spacing(canvas: Any, page: int) -> None:
    line = canvas.beginText(60, 700)
    line.setFont("Helvetica", 12)
    line.setHorizScale(70)
    line.textOut("narrow words ")
    line.setHorizScale(100)
    line.setCharSpace(0.4)
    line.textOut("spaced out ")
    line.setCharSpace(0)
    line.setWordSpace(12)
    line.textOut("wide words here")
    line.setRise(5)
    line.textOut("2")
    line.setRise(0)
    canvas.drawText(line)
    canvas.drawString(60, 660, "姓    名：    某甲　　　　电　话：1")


def scaled(canvas: Any, page: int) -> None:
    canvas.saveState()
    canvas.scale(1.8, 1.0)
    canvas.drawString(40, 700, "拉宽的字 wide")
    canvas.restoreState()
    canvas.saveState()
    canvas.transform(1, 0, 0.3, 1, -180, 0)
    canvas.drawString(60, 620, "倾斜的字 slanted")
    canvas.restoreState()
    canvas.setFont("STSong-Light", 1)
    canvas.scale(14, 14)
    canvas.drawString(5, 40, "字号在矩阵里")


def ruled(canvas: Any, page: int) -> None:
    canvas.drawString(60, 520, "表前的一行")
    foot = grid(
        canvas, [["指标", "单位", "目标值"], ["精度", "%", "≥995"], ["时延", "毫秒", "不超过 20"]], 740, [90, 60, 120]
    )
    canvas.drawString(60, foot - 30, "表后的一行")


def merged(canvas: Any, page: int) -> None:
    canvas.rect(60, 640, 80, 96)
    canvas.drawString(64, 690, "合并")
    for row in range(4):
        for column in range(3):
            canvas.rect(140 + 90 * column, 640 + 24 * row, 90, 24)
            canvas.drawString(144 + 90 * column, 648 + 24 * row, f"格{row}{column}")
    canvas.rect(60, 616, 350, 24)
    canvas.drawString(64, 622, "整行的一格")


def strokes(canvas: Any, page: int) -> None:
    """A table out of single strokes that do not quite meet, and of thin filled rectangles."""
    for y in (700, 670, 640):
        canvas.line(61, y + 0.4, 299, y)
    for x in (60, 150.5, 300):
        canvas.rect(x, 640, 0.6, 60, stroke=0, fill=1)
    for x in (70, 160):
        for y in (680, 650):
            canvas.drawString(x, y, "字")


def unruled(canvas: Any, page: int) -> None:
    for row, words in enumerate(
        (("名称", "数量", "备注"), ("服务器", "12 台", "已到货"), ("传感器", "300 只", "采购中"))
    ):
        for x, word in zip((60, 220, 380), words, strict=True):
            canvas.drawString(x, 700 - 22 * row, word)


def two_columns(canvas: Any, page: int) -> None:
    canvas.drawString(60, 800, TEXT[:38])
    for index in range(18):
        canvas.drawString(60, 770 - 18 * index, (TEXT * 2)[index : index + 18])
        canvas.drawString(310, 764 - 18 * index, (TEXT * 2)[index + 20 : index + 38])
    canvas.drawString(60, 400, TEXT[5:43])


def curves(canvas: Any, page: int) -> None:
    canvas.drawString(60, 780, "圆、圆角和斜线")
    canvas.circle(300, 600, 50)
    canvas.roundRect(60, 400, 200, 80, 10)
    canvas.line(60, 300, 300, 350)
    path = canvas.beginPath()
    for x, y in ((400, 400), (400, 450)):
        path.moveTo(x, y)
        for dx, dy in ((100, 0), (100, 50), (0, 50)):
            path.lineTo(x + dx, y + dy)
        path.close()
    canvas.drawPath(path)
    canvas.drawString(420, 420, "下")
    canvas.drawString(420, 470, "上")


def forms(canvas: Any, page: int) -> None:
    """A table in a form XObject, drawn twice: scaled, and within another form."""
    if page == 0:
        canvas.beginForm("inner")
        canvas.setFont("STSong-Light", 12)
        grid(canvas, [["甲", "乙"], ["一", "二"]], 100, [60, 60])
        canvas.endForm()
        canvas.beginForm("outer")
        canvas.translate(20, 30)
        canvas.doForm("inner")
        canvas.endForm()
    canvas.drawString(60, 780, "表格在别的对象里")
    canvas.saveState()
    canvas.translate(20, 400)
    canvas.scale(1.5, 1.2)
    canvas.doForm("inner")
    canvas.restoreState()
    canvas.translate(200, 300)
    canvas.doForm("outer")


def upright_on(turn: int) -> Draw:
    """A page that is turned as a whole, with words and a table that are upright as it is shown."""

    def draw(canvas: Any, page: int) -> None:
        width, height = canvas._pagesize
        canvas.setPageRotation(turn)
        canvas.translate(*{0: (0, 0), 90: (height, 0), 180: (width, height), 270: (0, width)}[turn])
        canvas.rotate(turn)
        canvas.drawString(60, 480, "转过来的一页 turned words 123")
        grid(canvas, [["指标", "值"], ["甲", "1.5"]], 400, [80, 120])

    return draw


def lying_on(turn: int) -> Draw:
    """A page that is turned and whose words are not."""

    def draw(canvas: Any, page: int) -> None:
        canvas.setPageRotation(turn)
        ruled(canvas, page)

    return draw


def cropped(canvas: Any, page: int) -> None:
    canvas.setCropBox((40, 60, 560, 800))
    canvas.drawString(5, 500, "页面之外")
    ruled(canvas, page)


def cropped_and_turned(canvas: Any, page: int) -> None:
    canvas.setCropBox((50, 40, 560, 560))
    upright_on(90)(canvas, page)


def ticks(canvas: Any, page: int) -> None:
    canvas.drawString(80, 700, "方向一：储能系统     方向二：感知终端")
    canvas.drawString(66, 701.5, "□")
    canvas.drawString(187, 701, "■")
    grid(canvas, [["选项", "□是 ■否"], ["备注", "√"]], 660, [80, 150])


def white_on_dark(canvas: Any, page: int) -> None:
    canvas.setFillColorRGB(0.1, 0.2, 0.5)
    canvas.rect(60, 700, 200, 24, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(64, 706, "表头是白字")
    canvas.drawString(64, 640, "纸上的白字")
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawString(64, 600, "黑字")


PAGES: list[tuple[str, Draw, tuple[float, float]]] = [
    ("prose", prose, A4),
    ("Latin fonts, one embedded", latin_fonts, A4),
    ("spacing", spacing, A4),
    ("scaled and slanted", scaled, A4),
    ("ruled table", ruled, A4),
    ("merged cells", merged, A4),
    ("table of strokes", strokes, A4),
    ("unruled table", unruled, A4),
    ("two columns", two_columns, A4),
    ("curves", curves, A4),
    ("forms within forms", forms, A4),
    ("landscape", ruled, LANDSCAPE),
    *((f"turned by {turn}", upright_on(turn), LANDSCAPE if turn % 180 else A4) for turn in (90, 180, 270)),
    *((f"lying, turned by {turn}", lying_on(turn), A4) for turn in (90, 180, 270)),
    ("cropped", cropped, A4),
    ("cropped and turned", cropped_and_turned, LANDSCAPE),
    ("ticks", ticks, A4),
    ("white on dark", white_on_dark, A4),
]
