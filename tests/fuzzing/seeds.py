"""The whole files that are mutated: one row a file; a new format is a row more."""

import functools
import gzip
import io
import re
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "pipeline" / "reading"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import ofd_files
from archive_files import tar
from fuzzing.mutations import packed
from mail_files import eml, msg
from office_files import made_by_office, ole
from rar_files import rar4, rar5
from reading_files import docx, grid, p, pdf, tc

from pipeline.reading.office.programs import find_programs

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "data" / "samples"
LARGEST_SAMPLE = 400_000  # bytes; larger files teach no more and take longer


@dataclass(frozen=True)
class Seed:
    """A file to mutate: its name, what makes it, and how often it is taken (1 is usual; slow readers less)."""

    name: str
    make: Callable[[], bytes]
    share: float = 1.0


def _page(canvas, page: int) -> None:
    canvas.bookmarkPage("a")
    canvas.setFillColorRGB(0.8, 0.1, 0.1)
    canvas.circle(400, 300, 40)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawString(60, 760, "附件1 揭榜挂帅项目申报表")
    canvas.drawString(60, 740, "申报单位：示例科技有限公司 □方向一 ☑方向二")
    grid(canvas, [["单位名称", "示例科技有限公司"], ["联系电话", "000-00000000"]], 700, [120, 240])


def _form(canvas, page: int) -> None:
    _page(canvas, page)
    canvas.acroForm.textfield(name="unit", value="abc", x=60, y=500, width=200, height=20)
    canvas.acroForm.checkbox(name="agree", checked=True, x=60, y=460, size=16)
    canvas.linkURL("https://example.org/a.doc", (60, 730, 200, 760))


def _word() -> bytes:
    span, merged = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
    rows = f"<w:tr>{tc('单位名称')}{tc('示例', span)}</w:tr><w:tr>{tc('甲', merged)}{tc('乙')}</w:tr>"
    table = f"<w:tbl>{rows}</w:tbl>"
    numbered = p("一级", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    revised = "<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    styles = '<w:style w:styleId="1" w:type="paragraph"><w:name w:val="heading 1"/></w:style>'
    heading = p("项目任务书", properties='<w:pStyle w:val="1"/>')
    body = heading + numbered + p("申报单位：", revised, symbol) + table
    return docx(body, numbering=numbering, styles=styles, header1=p("页眉"), footnotes="", comments="")


_PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>通知</title><style>p{}</style></head><body>
<div class="nav"><a href="/">首页</a> &gt; <a href="/t">通知</a></div><div class="article"><h1>关于申报的通知</h1>
<p>各有关单位：<br>现将有关事项通知如下。<s>旧</s><span style="display:none">隐</span></p>
<table border="1"><tr><td rowspan="2">方向</td><td colspan="2">目标</td></tr><tr><td>甲</td><td>≥90%</td></tr></table>
<p><input type="checkbox" checked>方向一 <input type="checkbox">方向二</p>
<p><a href="附件1.doc">附件1</a></p></div><div class="footer">版权所有</div></body></html>"""
_MARKDOWN = (
    "# 通知\n\n一、**条件**\n\n- [x] 方向一\n- [ ] 方向二\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n<p>段</p>\n\n> 引\n"
)
_TEXT = "关于申报工作的通知\n\n各有关单位：\n一、申报条件\n（一）申报单位须具有独立法人资格。\n单位名称：\t示例\n" * 5


def _zip() -> bytes:
    return packed({"甲厂/申报表.docx": docx(p("申报表")), "甲厂/说明.txt": _TEXT.encode()})


def _ofd() -> bytes:
    form = ofd_files.grid([["单位名称", "示例科技有限公司"], ["□方向一", "☑方向二"]], (40, 80), 20, 40)
    seal = ofd_files.path("20 100 40 40", "M 0 0 L 40 0 L 40 40 C")
    return ofd_files.ofd(ofd_files.page(ofd_files.text(20, 20, "项目申报表"), form, seal), ofd_files.page(), title="表")


def _sheet() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["推荐汇总表"], ["序号", "项目名称", "投资（万元）"], [1, "示例", 1234.5], [2, "示例二", "=C3*2"]):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet["C3"].number_format = "#,##0.00"
    hidden = book.create_sheet("隐藏")
    hidden.sheet_state = "hidden"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _picture(kind: str) -> bytes:
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (320, 120), "white")
    ImageDraw.Draw(picture).text((20, 40), "No. 91410100 2025-06-30", "black")
    target = io.BytesIO()
    picture.save(target, kind)
    return target.getvalue()


_MHT = (
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=xyz\n\n--xyz\n"
    f"Content-Type: text/html; charset=utf-8\n\n{_PAGE}\n--xyz--\n"
)
_RTF = rb"{\rtf1\ansi\ansicpg936\uc1 {\b \u30003?\u25253?\u34920?}\par\trowd\cellx2000\cellx4000 a\cell b\cell\row}"
_XML = (
    b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    b'<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
    b'<pkg:part pkg:name="/word/document.xml"><pkg:xmlData>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    b"<w:t>2025</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part></pkg:package>"
)
_PICTURES = ("PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP")
_INSIDE = {"说明.txt": _TEXT.encode()}
_SLOW = 0.004  # share of what goes through LibreOffice or the recognition of text: seconds a file
_OFFICE: tuple[Seed, ...] = tuple(
    Seed(f"office{suffix}", functools.partial(made_by_office, suffix), _SLOW) for suffix in (".doc", ".odt")
)
_BOUNDARY = re.compile(rb"={15}\d+==")
_OWN: tuple[Seed, ...] = (
    Seed("a.pdf", lambda: pdf(_page, 2, pageCompression=0), 2),
    Seed("form.pdf", lambda: pdf(_form, pageCompression=0)),
    Seed("packed.pdf", lambda: pdf(_page, pageCompression=1), 0.5),
    Seed("a.docx", _word, 3),
    Seed("a.html", _PAGE.encode, 2),
    Seed("gbk.html", lambda: _PAGE.replace("utf-8", "gbk").encode("gb18030")),
    Seed("a.md", _MARKDOWN.encode, 2),
    Seed("a.txt", _TEXT.encode),
    Seed("gbk.txt", lambda: _TEXT.encode("gb18030")),
    Seed("utf16.txt", lambda: _TEXT.encode("utf-16")),
    Seed("a.xlsx", _sheet, 3),
    Seed("a.csv", "序号,名称\n1,甲\n2,乙\n".encode),
    Seed("a.ofd", _ofd, 3),
    Seed("a.mht", _MHT.encode),
    Seed("a.rtf", lambda: _RTF, _SLOW),
    Seed("word.xml", lambda: _XML, 0.3),
    *(Seed(f"a.{kind.lower()}", functools.partial(_picture, kind), _SLOW) for kind in _PICTURES),
    Seed("a.zip", _zip),
    Seed("a.tar", lambda: tar(_INSIDE)),
    Seed("a.tar.gz", lambda: gzip.compress(tar(_INSIDE), mtime=0), 0.3),
    Seed("a.rar", lambda: rar5(_INSIDE), 0.05),
    Seed("old.rar", lambda: rar4({name.encode("gb18030"): data for name, data in _INSIDE.items()}), 0.05),
    Seed("a.eml", lambda: eml("附件为申报材料", files=[("申报表.docx", docx(p("申报表")))], Subject="申报")),
    Seed("a.msg", lambda: msg("附件为申报材料")),
    Seed("a.doc", lambda: ole({"Contents": bytes(600)}), 0.1),
    Seed("encrypted.docx", lambda: ole({"EncryptedPackage": bytes(600)}), 0.1),
)


@functools.cache
def seeds() -> tuple[Seed, ...]:
    """All of them, the samples too."""
    samples = [
        Seed(f"sample_{path.name}", functools.cache(path.read_bytes), 0.3)
        for path in sorted(SAMPLES.rglob("*.*"))
        if path.suffix not in (".py", ".pyc", ".md") and path.stat().st_size <= LARGEST_SAMPLE
    ]
    made = _OWN + (_OFFICE if find_programs() is not None else ())
    own = [Seed(one.name, functools.cache(functools.partial(_steady, one.make)), one.share) for one in made]
    return (*own, *samples)


def _steady(make: Callable[[], bytes]) -> bytes:
    """What is made, without the time at which it was packed or saved, and without a mail's random boundary."""
    data = _BOUNDARY.sub(b"===============1==", make())
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return packed({name: archive.read(name) for name in archive.namelist() if name != "docProps/core.xml"})
