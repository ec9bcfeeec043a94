"""Sample blocks to DOCX, PDF, HTML, text and ZIP; every file is the same at every run."""

import io
import zipfile
from datetime import datetime
from html import escape
from typing import Any
from unicodedata import east_asian_width

from sample_markup import Block, spans

WHEN = (2026, 3, 2, 9, 0, 0)
FONT = "STSong-Light"  # a CID font that every PDF reader knows; nothing is embedded


def text_bytes(blocks: list[Block], width: int = 0) -> bytes:
    """Plain text, UTF-8; ``width`` (in Chinese characters) wraps paragraphs hard, 0 does not."""
    lines: list[str] = []
    for block in blocks:
        if block.kind == "page":
            lines.append("")
        elif block.kind == "table":
            for row in block.rows:
                cells = ("" if cell == "^" else cell.replace("\n", " ") for cell in row if cell != "<")
                lines.append("\t".join(cells))
        elif width and block.kind == "paragraph":
            lines += _wrapped(f"　　{block.text}", width)
        else:
            lines.append(block.text)
    return ("\n".join(lines) + "\n").encode()


def _wrapped(text: str, width: int) -> list[str]:
    lines, line, room = [], "", 2 * width
    for char in text:
        room -= 2 if east_asian_width(char) in "WFA" else 1
        if room < 0 and char not in "，。；：、）”":
            lines.append(line)
            line, room = "", 2 * width - (2 if east_asian_width(char) in "WFA" else 1)
        line += char
    return [*lines, line]


def docx_bytes(blocks: list[Block]) -> bytes:
    """A Word file with heading styles and merged cells."""
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

    document = Document()
    properties = document.core_properties
    properties.author = properties.title = properties.comments = ""
    properties.created = properties.modified = datetime(*WHEN)
    levels = {"heading": 1, "subheading": 2}
    for block in blocks:
        if block.kind == "page":
            document.add_page_break()
        elif block.kind == "table":
            _docx_table(document, block)
        elif block.kind in levels:
            document.add_heading(block.text, levels[block.kind])
        else:
            paragraph = document.add_paragraph(block.text)
            if block.kind in ("title", "subtitle"):
                paragraph.alignment = ALIGN.CENTER
            elif block.kind == "right":
                paragraph.alignment = ALIGN.RIGHT
    target = io.BytesIO()
    document.save(target)
    return _with_fixed_dates(target.getvalue())


def _docx_table(document: Any, block: Block) -> None:
    table = document.add_table(len(block.rows), len(block.rows[0]), style="Table Grid")
    for row, column, last_row, last_column in spans(block.rows):
        cell = table.cell(row, column)
        if (last_row, last_column) != (row, column):
            cell = cell.merge(table.cell(last_row, last_column))
        first, *others = block.rows[row][column].split("\n")
        cell.paragraphs[0].text = first
        for line in others:
            cell.add_paragraph(line)


def _with_fixed_dates(data: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as sink:
        for info in source.infolist():
            sink.writestr(zipfile.ZipInfo(info.filename, WHEN), source.read(info), zipfile.ZIP_DEFLATED, 9)
    return target.getvalue()


def pdf_bytes(blocks: list[Block]) -> bytes:
    """A PDF with a text layer, ruled tables and page numbers."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    base = ParagraphStyle("base", fontName=FONT, fontSize=11, leading=19, wordWrap="CJK")
    styles = {
        "title": ParagraphStyle("title", base, fontSize=16, leading=26, alignment=1, spaceBefore=8),
        "subtitle": ParagraphStyle("subtitle", base, fontSize=14, leading=24, alignment=1, spaceBefore=8),
        "heading": ParagraphStyle("heading", base, fontSize=12.5),
        "right": ParagraphStyle("right", base, leftIndent=230),
        "line": base,
        "subheading": ParagraphStyle("subheading", base, firstLineIndent=22),
        "paragraph": ParagraphStyle("paragraph", base, firstLineIndent=22),
    }
    story: list[Any] = []
    for block in blocks:
        if block.kind == "page":
            story.append(PageBreak())
        elif block.kind == "table":
            story.append(_pdf_table(block))
        else:
            story.append(Paragraph(escape(block.text), styles[block.kind]))
    target = io.BytesIO()
    margins = {"leftMargin": 72, "rightMargin": 72, "topMargin": 72, "bottomMargin": 64}
    template = SimpleDocTemplate(target, pagesize=A4, invariant=1, title="", author="", **margins)
    template.build(story, onFirstPage=_page_number, onLaterPages=_page_number)
    return target.getvalue()


def _page_number(canvas: Any, template: Any) -> None:
    canvas.setFont(FONT, 9)
    canvas.drawCentredString(297, 36, f"— {template.page} —")


def _pdf_table(block: Block) -> Any:
    from reportlab.lib.colors import black
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, Table

    style = ParagraphStyle("cell", fontName=FONT, fontSize=10, leading=15, wordWrap="CJK")
    rows = [
        [
            "" if cell in ("<", "^") else Paragraph("<br/>".join(escape(line) for line in cell.split("\n")), style)
            for cell in row
        ]
        for row in block.rows
    ]
    columns = len(block.rows[0])
    widths = [80.0, 55.0, 140.0, 75.0, 100.0] if columns == 5 else [90.0] + [360.0 / (columns - 1)] * (columns - 1)
    commands: list[tuple[Any, ...]] = [("GRID", (0, 0), (-1, -1), 0.6, black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    for row, column, last_row, last_column in spans(block.rows):
        if (last_row, last_column) != (row, column):
            commands.append(("SPAN", (column, row), (last_column, last_row)))
    return Table(rows, widths, style=commands)


_PAGE = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8">
<title>{title}_通知公告_望澄市科学技术局</title>
<style>.hid{{display:none}} .article p{{text-indent:2em;line-height:2}} table{{border-collapse:collapse}}</style></head>
<body>
<div class="top"><a href="/">首页</a> | <a href="/wza/">无障碍</a></div>
<div class="nav"><ul><li><a href="/zwgk/">政务公开</a></li><li><a href="/bsfw/">办事服务</a></li></ul></div>
<div class="crumbs">当前位置：<a href="/">首页</a>&gt;<a href="/tzgg/">通知公告</a></div>
<div class="content">
<div class="info">发布时间：2026-04-28 10:12&nbsp;来源：高新技术与产业处&nbsp;浏览次数：<em>356</em></div>
<div class="article">
{body}
</div>
<div class="hid">打印本页</div><div class="share">分享到：<a href="#">微信</a></div></div>
<div class="footer">主办单位：望澄市科学技术局　网站标识码：0000000000　总机：010-55500200</div>
</body></html>
"""


def html_bytes(blocks: list[Block]) -> bytes:
    """A page of an authority's web site with the document as its article."""
    tags = {"title": "h1", "subtitle": "h2", "heading": "h3", "subheading": "h4"}
    parts = []
    for block in blocks:
        if block.kind == "table":
            parts.append(_html_table(block))
        elif block.kind in tags:
            parts.append(f"<{tags[block.kind]}>{escape(block.text)}</{tags[block.kind]}>")
        elif block.kind == "right":
            parts.append(f'<p style="text-align:right">{escape(block.text)}</p>')
        elif block.text:
            parts.append(f"<p>{escape(block.text)}</p>")
    return _PAGE.format(title=escape(blocks[0].text), body="\n".join(parts)).encode()


def _html_table(block: Block) -> str:
    starts = {(row, column): (last_row, last_column) for row, column, last_row, last_column in spans(block.rows)}
    lines = []
    for row, cells in enumerate(block.rows):
        line = ""
        for column, cell in enumerate(cells):
            if (row, column) in starts:
                last_row, last_column = starts[row, column]
                words = escape(cell).replace("\n", "<br>").replace("[ ]", '<input type="checkbox">')
                line += f'<td rowspan="{last_row - row + 1}" colspan="{last_column - column + 1}">{words}</td>'
        lines.append(f"<tr>{line}</tr>")
    return '<table border="1">\n' + "\n".join(lines) + "\n</table>"


class _GbkName(zipfile.ZipInfo):
    """A member named as old Windows programs do: bytes of GBK, no UTF-8 flag."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - the standard library's name
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


def zip_bytes(members: dict[str, bytes]) -> bytes:
    """A ZIP archive with GBK names."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in members.items():
            archive.writestr(_GbkName(name, WHEN), data, zipfile.ZIP_DEFLATED, 9)
    return target.getvalue()
